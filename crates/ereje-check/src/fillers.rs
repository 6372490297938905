//! Words that stand where others shall stand one day: TODO, lorem ipsum.

use std::sync::LazyLock;

use memchr::memmem::Finder;

const FILLERS: [&str; 5] = ["TODO", "FIXME", "TBD", "lorem ipsum", "Lorem ipsum"];

/// Searching goes through every text of every language; these are made once.
static FINDERS: LazyLock<[Finder<'static>; 5]> = LazyLock::new(|| FILLERS.map(Finder::new));

/// Languages in which TODO is a word, “all”: there it counts with a colon alone.
const WITH_TODO: [&str; 7] = ["an", "ast", "es", "ext", "gl", "pt", "scn"];

/// Whether a text has any of them, be it as a part of a word.
pub(crate) fn has_any(text: &str) -> bool {
    FINDERS.iter().any(|finder| finder.find(text.as_bytes()).is_some())
}

/// Those that stand in a text of a language, each once.
pub(crate) fn fillers<'t>(text: &'t str, language: &str) -> impl Iterator<Item = &'t str> {
    let is_word = WITH_TODO.contains(&language);
    FINDERS.iter().zip(FILLERS).filter_map(move |(finder, filler)| {
        let mut places = finder.find_iter(text.as_bytes());
        let at = places.find(|at| {
            let rest = &text[at + filler.len()..];
            !text[..*at].ends_with(char::is_alphanumeric)
                && !rest.starts_with(char::is_alphanumeric)
                && (filler != "TODO" || !is_word || rest.starts_with(':'))
        })?;
        Some(&text[at..at + filler.len()])
    })
}
