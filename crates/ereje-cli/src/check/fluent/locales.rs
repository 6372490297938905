//! Which language a file is in, as its path says.

use std::cell::RefCell;
use std::ops::Range;

use ereje::locale::{Locale, LocaleError};
use rustc_hash::FxHashMap;

use crate::failure::Failure;

thread_local! {
    /// What names are known to say: thousands of files have the same few.
    static KNOWN: RefCell<FxHashMap<String, Option<Locale>>> = RefCell::default();
}

/// The locale of a name such as `fr`, `pt-BR`, `fr_FR` or `zh-Hans-CN`.
pub(super) fn locale(name: &str) -> Option<Locale> {
    known(name, Option::clone)
}

/// Whether a name is one of a locale.
pub(super) fn is_of(name: &str, locale: &Locale) -> bool {
    known(name, |found| found.as_ref() == Some(locale))
}

/// What to type for a locale.
pub(super) const WRITTEN: &str = "a locale is written as `en`, `pt-BR` or `zh-Hans`";

/// The locale that somebody typed.
pub(super) fn told(text: &str) -> Result<Locale, Failure> {
    locale(text).ok_or_else(|| Failure::new(format!("`{text}` is no locale")).hint(WRITTEN))
}

fn known<T>(name: &str, of: impl Fn(&Option<Locale>) -> T) -> T {
    KNOWN.with_borrow_mut(|known| match known.get(name) {
        Some(locale) => of(locale),
        None => of(known.entry(name.to_owned()).or_insert_with(|| read(name))),
    })
}

fn read(name: &str) -> Option<Locale> {
    let found = match Locale::parse(name) {
        Ok(locale) => Some(locale),
        Err(LocaleError::NotCanonical(tag)) => Locale::parse(&tag).ok(),
        // What Mozilla calls Japanese for macOS, which is no tag of BCP 47.
        Err(LocaleError::Malformed) if name == "ja-JP-mac" => Locale::parse("ja-JP-macos").ok(),
        Err(LocaleError::Malformed) => None,
    };
    // Longer codes are well-formed, and no language has one: `about` is a word.
    found.filter(|locale| locale.language().len() <= 3)
}

/// The parts of a path that may name a locale: folders, and what stands between
/// dots in the name of a file. From the last to the first, as the last one that
/// names a locale tells the language.
pub(super) fn parts(path: &str) -> impl Iterator<Item = Range<usize>> {
    let stem = path.strip_suffix(".ftl").unwrap_or(path);
    let name = stem.rfind('/').map_or(0, |at| at + 1);
    let mut next = Some(stem.len());
    std::iter::from_fn(move || {
        let end = next?;
        let start = if end >= name {
            stem[name..end].rfind('.').map_or(name, |dot| name + dot + 1)
        } else {
            stem[..end].rfind('/').map_or(0, |slash| slash + 1)
        };
        next = start.checked_sub(1);
        Some(start..end)
    })
}

/// The locale that a path names. Names that stand at the same place of `other`, a
/// path in another language, say nothing: `src` is a language too.
pub(super) fn named(path: &str, other: Option<&str>) -> Option<Locale> {
    let others: Vec<_> = other.map(parts).into_iter().flatten().collect();
    let same = |nth: usize, part: &Range<usize>| {
        let beside = others.get(nth).and_then(|part| other.unwrap_or_default().get(part.clone()));
        beside == path.get(part.clone())
    };
    let mut names = parts(path).enumerate().filter(|(nth, part)| !same(*nth, part));
    names.find_map(|(_, part)| locale(&path[part]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_parts_from_its_end_on() {
        let told = |path: &str| parts(path).map(|part| path[part].to_owned()).collect::<Vec<_>>();
        assert_eq!(told("src/app.pt-BR.ftl"), ["pt-BR", "app", "src"]);
        assert_eq!(told("a/b.c/d"), ["d", "b.c", "a"]);
        assert_eq!(told("a//.d.ftl"), ["d", "", "", "a"]);
        assert_eq!(told(".ftl"), [""]);
    }

    #[test]
    fn a_path_names_its_language() {
        let tag = |path: &str, other| named(path, other).map(|locale| locale.tag().to_owned());
        assert_eq!(tag("locales/fr_FR", None).as_deref(), Some("fr-FR"));
        assert_eq!(tag("l/zh-Hans-CN/src", Some("l/en/src")).as_deref(), Some("zh-Hans-CN"));
        assert_eq!(tag("src/app.pt-BR.ftl", Some("src/app.en.ftl")).as_deref(), Some("pt-BR"));
        assert_eq!(tag("strings/messages.ftl", None), None);
        assert_eq!(tag("en/toolkit/about/common", None).as_deref(), Some("en"));
        assert_eq!(tag("ja-JP-mac", None).as_deref(), Some("ja-JP-macos"));
    }
}
