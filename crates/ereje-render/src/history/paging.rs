//! A long changelog is several pages. Those of old versions are cut by the place of
//! a version in the whole history, so that they stay as they are when others follow,
//! and so that a page has the same versions in every language.

use std::ops::Range;

use ereje::locale::Locale;
use ereje::version::History;

use super::CHANGES;

/// So many versions are on a page of old ones. The newest page has no fewer, so that
/// there is something on it, and fewer than twice as many.
const PAGE: usize = 25;

/// A page of old versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OldPage {
    /// Below the policy's address.
    pub(super) suffix: String,
    /// Its versions, by their places among those that have the language.
    pub(super) versions: Range<usize>,
}

/// The pages of old versions in a language, the oldest first; what comes after the
/// last one is on the newest page.
pub(super) fn old_pages(history: &History, locale: &Locale) -> Vec<OldPage> {
    let releases = history.releases().iter().enumerate();
    let with = releases.filter(|(_, release)| release.texts.contains_key(locale));
    let with: Vec<usize> = with.map(|(place, _)| place).collect();
    cut(&with)
}

/// Cuts versions that have these places in the history.
fn cut(with: &[usize]) -> Vec<OldPage> {
    let last = with.len().checked_sub(PAGE).map_or(0, |at| with[at] / PAGE);
    let mut pages: Vec<OldPage> = Vec::new();
    for (at, number) in with.iter().map(|place| place / PAGE).enumerate() {
        if number >= last {
            break;
        }
        let suffix = format!("{CHANGES}/page-{}", number + 1);
        match pages.last_mut().filter(|page| page.suffix == suffix) {
            Some(page) => page.versions.end = at + 1,
            None => pages.push(OldPage { suffix, versions: at..at + 1 }),
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cuts(with: &[usize]) -> Vec<(String, Range<usize>)> {
        cut(with).into_iter().map(|page| (page.suffix, page.versions)).collect()
    }

    fn page(number: usize, versions: Range<usize>) -> (String, Range<usize>) {
        (format!("changes/page-{number}"), versions)
    }

    #[test]
    fn pages_of_old_versions_never_change_and_the_newest_is_neither_empty_nor_long() {
        let mut before = Vec::new();
        for count in 0..300 {
            let pages = cuts(&(0..count).collect::<Vec<_>>());
            assert!(pages.starts_with(&before), "{count}");
            let newest = count - pages.last().map_or(0, |(_, versions)| versions.end);
            assert!(newest < 2 * PAGE && (newest >= PAGE || pages.is_empty()), "{count}");
            assert!(pages.iter().all(|(_, versions)| versions.len() == PAGE), "{count}");
            before = pages;
        }
        assert_eq!(before.len(), 10);
    }

    #[test]
    fn a_page_has_the_same_versions_in_a_language_that_came_later() {
        let with: Vec<usize> = (40..110).collect();
        assert_eq!(cuts(&with), [page(2, 0..10), page(3, 10..35)]);
        // Nothing is on the first page; of a language that was given up, all stays.
        assert_eq!(cuts(&(0..30).collect::<Vec<_>>()), []);
        let gone: Vec<usize> = (0..60).collect();
        assert_eq!(cuts(&gone), [page(1, 0..25)]);
    }
}
