//! # `leftover-placeholder`
//!
//! Something that was to be filled in and was not: a brace of a variable, a note
//! to oneself, filler text, a name in capitals and brackets. Fluent shows a
//! variable that a term can not see as `{$name}`, without an error.
//!
//! ```ftl fails
//! intro = TODO: ask counsel.
//! ```
//!
//! ```ftl fails
//! intro = About [COMPANY NAME].
//! ```
//!
//! ```ftl passes
//! intro = About App, which has a list of things to do.
//! ```

use std::sync::LazyLock;

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;
use memchr::memmem::Finder;

pub(super) const RULE: Rule =
    Rule::new("leftover-placeholder", Level::Error, Check::Document(check));

const FILLERS: [&str; 5] = ["TODO", "FIXME", "TBD", "lorem ipsum", "Lorem ipsum"];

/// Searching goes through every text of every language; these are made once.
static FINDERS: LazyLock<[Finder<'static>; 5]> = LazyLock::new(|| FILLERS.map(Finder::new));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        let text = text.text();
        let Some(found) = filler(text).or_else(|| brace(text)).or_else(|| bracket(text)) else {
            continue;
        };
        let place = (subject.file(), typed(subject.file(), message, found));
        let what = format!("`{found}` was left in the text");
        report.at_clause(
            place,
            message,
            what,
            "put the words in its place that readers should see",
        );
    }
}

fn filler(text: &str) -> Option<&str> {
    let is_word = |at: usize, length: usize| {
        !text[..at].ends_with(char::is_alphanumeric)
            && !text[at + length..].starts_with(char::is_alphanumeric)
    };
    FINDERS.iter().zip(FILLERS).find_map(|(finder, filler)| {
        let at = finder.find(text.as_bytes()).filter(|at| is_word(*at, filler.len()))?;
        Some(&text[at..at + filler.len()])
    })
}

/// `{$name}`, `{-term}` or `{NAME()}`, as Fluent shows what it could not.
fn brace(text: &str) -> Option<&str> {
    memchr::memchr_iter(b'{', text.as_bytes()).find_map(|at| {
        let end = at + text[at..].find('}')? + 1;
        let inside = text[at + 1..end - 1].trim();
        (inside.starts_with(['$', '-']) || inside.ends_with("()")).then(|| &text[at..end])
    })
}

/// `[SOME NAME]`.
fn bracket(text: &str) -> Option<&str> {
    memchr::memchr_iter(b'[', text.as_bytes()).find_map(|at| {
        let end = at + text[at..].find(']')? + 1;
        let inside = &text[at + 1..end - 1];
        let letters = inside.chars().filter(|c| c.is_alphabetic()).count();
        let in_capitals = inside.chars().all(|c| c.is_uppercase() || c == ' ' || c == '_');
        (letters > 2 && in_capitals).then(|| &text[at..end])
    })
}
