//! A look at some languages of many: what it can pass over. Most of the time of a look
//! at one language would go into finding the files of all others.

use ereje::locale::Locale;
use rustc_hash::{FxHashMap, FxHashSet};

use super::locales::{is_of, locale};
use super::walk::{Folder, Looked};

/// The languages that are looked at; all where none is named.
#[derive(Clone, Copy)]
pub(super) struct Only<'o>(pub(super) &'o [Locale]);

impl Only<'_> {
    pub(super) const ALL: Only<'static> = Only(&[]);

    pub(super) fn wants(self, locale: &Locale) -> bool {
        self.0.is_empty() || self.0.contains(locale)
    }

    /// Passes over what is in a folder of another language and in that of the
    /// `reference` beside it under the same name. Anything else is no mere translation:
    /// a folder `app` has a name that could be a language's.
    pub(super) fn pass_over(self, reference: &Locale, folders: &[Folder], looked: &mut [Looked]) {
        if self.0.is_empty() {
            return;
        }
        let mut references: FxHashMap<&str, usize> = FxHashMap::default();
        let mut others: Vec<(usize, &str)> = Vec::new();
        for (nth, folder) in folders.iter().enumerate() {
            let (parent, name) = parted(&folder.below);
            if is_of(name, reference) {
                references.insert(parent, nth);
            } else if locale(name).is_some_and(|locale| !self.wants(&locale)) {
                others.push((nth, parent));
            }
        }
        let own = |nth: usize, path: &str| path[folders[nth].below.len()..].to_owned();
        let names = references.into_iter().map(|(parent, nth)| {
            let (walked, next) = &looked[nth];
            let paths = walked.files.iter().chain(next.iter().map(|folder| &folder.below));
            (parent, paths.map(|path| own(nth, path)).collect::<FxHashSet<String>>())
        });
        let names: FxHashMap<&str, FxHashSet<String>> = names.collect();
        for (nth, parent) in others {
            let Some(names) = names.get(parent) else { continue };
            let is_new = |path: &String| !names.contains(&path[folders[nth].below.len()..]);
            let (walked, next) = &mut looked[nth];
            walked.files.retain(is_new);
            next.retain(|folder| is_new(&folder.below));
        }
    }
}

/// The folder that one is in, and its own name.
fn parted(below: &str) -> (&str, &str) {
    let path = below.trim_end_matches('/');
    path.rsplit_once('/').unwrap_or(("", path))
}
