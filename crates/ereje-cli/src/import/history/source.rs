//! Where the past comes from: commits, or a folder of dated pages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::version::Moment;

use super::folder;
use crate::failure::Failure;
use crate::git::{self, Touched};

/// What stands for the language in a path.
pub(super) const LOCALE: &str = "{locale}";

/// All revisions of the pages of a policy, the first one first.
pub(super) struct Past {
    pub(super) is_shallow: bool,
    pub(super) revisions: Vec<Revision>,
    /// What was looked at and is no page of this past, in a sentence each.
    pub(super) notes: Vec<String>,
}

/// A revision, with what became of the pages that it touched.
pub(super) struct Revision {
    /// The id of the commit, or the name of the file.
    pub(super) id: String,
    pub(super) committed: Option<Moment>,
    /// The day in the name of the file.
    pub(super) named: Option<Date>,
    pub(super) pages: BTreeMap<Locale, Page>,
}

/// What became of a page.
pub(super) enum Page {
    Written {
        path: String,
        bytes: Vec<u8>,
    },
    Gone,
    /// It can not be read, for this reason.
    Unread {
        path: String,
        why: String,
    },
}

/// Reads the past that `source` names, in the language of the source and others.
pub(super) fn read(source: &str, locale: &Locale, others: &[Locale]) -> Result<Past, Failure> {
    if !others.is_empty() && !source.contains(LOCALE) {
        let message = format!("the pages of other languages are not known from {source}");
        let hint = "write `{locale}` where the language stands in the path: \
                    `git:policy/{locale}.md@../site`";
        return Err(Failure::new(message).hint(hint));
    }
    let Some(named) = source.strip_prefix("git:") else {
        return folder::read(source, locale, others);
    };
    let (page, repository) = cut(named);
    let page = page.trim_start_matches("./").to_owned();
    if page.is_empty() {
        return Err(Failure::new("`git:` names no page")
            .hint("write it behind the colon: `git:docs/privacy.md@../site`"));
    }
    let locales = of_git(&page, &repository, locale, others)?;
    let pages: Vec<String> = locales.iter().map(|(_, name)| page.replace(LOCALE, name)).collect();
    let past = git::past(&repository, &pages)?;
    let has = |number: usize| past.commits.iter().any(|commit| commit.pages.contains_key(&number));
    if let Some((_, lacking)) = pages.iter().enumerate().find(|(number, _)| !has(*number)) {
        let message = format!("no commit of {} has the page {lacking}", repository.display());
        let hint = "the page is named from the folder behind the `@`, with its capitals; \
                    `git log --name-only` lists what commits touched";
        return Err(Failure::new(message).hint(hint));
    }
    let revisions = past.commits.into_iter().map(|commit| {
        let page = |(number, touched): (usize, Touched)| {
            let page = match touched {
                Touched::Written(path, bytes) => Page::Written { path, bytes },
                Touched::Gone => Page::Gone,
                Touched::Strange => Page::Unread {
                    path: pages[number].clone(),
                    why: "the page is a link in this revision".to_owned(),
                },
            };
            (locales[number].0.clone(), page)
        };
        Revision {
            id: commit.id,
            committed: Some(Moment::from_seconds_since_1970(commit.seconds)),
            named: None,
            pages: commit.pages.into_iter().map(page).collect(),
        }
    });
    Ok(Past { is_shallow: past.is_shallow, revisions: revisions.collect(), notes: Vec::new() })
}

/// The page and the repository of `PATH@REPOSITORY`; here, where none is named.
/// Names of both may have an `@`: the first one behind which a folder is counts.
fn cut(named: &str) -> (&str, PathBuf) {
    let at = |at: &usize| Path::new(&named[at + 1..]).is_dir();
    let mut signs = named.match_indices('@').map(|(at, _)| at);
    let found = signs.find(at).or_else(|| named.rfind('@'));
    match found {
        Some(at) => (&named[..at], PathBuf::from(&named[at + 1..])),
        None => (named, PathBuf::from(".")),
    }
}

/// The languages of the pages, that of the source first, as their paths write them.
fn of_git(
    page: &str,
    repository: &Path,
    locale: &Locale,
    others: &[Locale],
) -> Result<Vec<(Locale, String)>, Failure> {
    let paths = if page.contains(LOCALE) { git::paths(repository)? } else { Vec::new() };
    let found: Vec<_> = paths.iter().filter_map(|path| locale_of(page, path)).collect();
    Ok(written(locale, others, &found))
}

/// The languages that are read, that of the source first, each as it is written where
/// the pages are: `pt-BR`, else another way such as `pt_BR`. Without `others` those that
/// were found count.
pub(super) fn written(
    locale: &Locale,
    others: &[Locale],
    found: &[(Locale, &str)],
) -> Vec<(Locale, String)> {
    let mut names: BTreeMap<&Locale, &str> = BTreeMap::new();
    let mut locales = vec![locale];
    for (found, name) in found {
        let known = names.entry(found).or_insert(name);
        if *name == found.tag() {
            *known = name;
        }
    }
    if others.is_empty() {
        locales.extend(found.iter().map(|(found, _)| found));
    } else {
        locales.extend(others);
    }
    let mut once = BTreeSet::new();
    locales.retain(|locale| once.insert(*locale));
    let name = |locale: &Locale| names.get(locale).map_or(locale.tag(), |name| name).to_owned();
    locales.into_iter().map(|locale| (locale.clone(), name(locale))).collect()
}

/// The language that stands in a path where the pattern has `{locale}`, and how.
fn locale_of<'p>(pattern: &str, path: &'p str) -> Option<(Locale, &'p str)> {
    let (before, after) = pattern.split_once(LOCALE)?;
    let rest = path.strip_prefix(before)?;
    ["-_", "-"].into_iter().find_map(|within| {
        let is_end = |c: char| !c.is_ascii_alphanumeric() && !within.contains(c);
        let (name, behind) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
        let locale = named(name)?;
        (behind == after.replace(LOCALE, name)).then_some((locale, name))
    })
}

/// The language that a name means. One that is not written as BCP 47 does has two
/// letters for its language, as three or more are of many other words.
pub(super) fn named(name: &str) -> Option<Locale> {
    let meant = || Locale::meant(name).filter(|locale| locale.language().len() == 2);
    Locale::parse(name).ok().or_else(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_have_an_at_sign() {
        assert_eq!(cut("a@b.md@."), ("a@b.md", PathBuf::from(".")));
        assert_eq!(cut("a.md@/nowhere"), ("a.md", PathBuf::from("/nowhere")));
        assert_eq!(cut("a.md"), ("a.md", PathBuf::from(".")));
    }

    #[test]
    fn a_language_stands_in_its_place() {
        let tag =
            |pattern, path| locale_of(pattern, path).map(|(locale, _)| locale.tag().to_owned());
        assert_eq!(tag("p/{locale}.md", "p/kk.md").as_deref(), Some("kk"));
        assert_eq!(tag("{locale}/x/{locale}.md", "pt-BR/x/pt-BR.md").as_deref(), Some("pt-BR"));
        assert_eq!(tag("{locale}/x/{locale}.md", "ru/x/kk.md"), None);
        assert_eq!(tag("p/{locale}.md", "p/pt_br.md").as_deref(), Some("pt-BR"));
        assert_eq!(tag("p_{locale}_old.md", "p_kk_old.md").as_deref(), Some("kk"));
        assert_eq!(tag("p/{locale}.md", "p/README.md"), None);
        assert_eq!(tag("p/{locale}.md", "p/FAQ.md"), None);
        assert_eq!(tag("p/{locale}.md", "p/index.md.bak"), None);
        assert_eq!(tag("p/{locale}.md", "q/kk.md"), None);
    }
}
