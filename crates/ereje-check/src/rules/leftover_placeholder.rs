//! # `leftover-placeholder`
//!
//! Something that was to be filled in and was not: a brace of a variable, a note
//! to oneself, filler text, a name in capitals and brackets. Fluent shows a
//! variable that a term can not see as `{$name}`, without an error. In Spanish and
//! its relatives TODO means “all”, so there it counts with a colon alone.
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
//!
//! ```ftl passes es
//! intro = SE BORRARÁ TODO.
//! # source.ftl
//! intro = ALL WILL BE DELETED.
//! ```

use super::{Check, Rule, typed};
use crate::fillers::fillers;
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;

pub(super) const RULE: Rule =
    Rule::new("leftover-placeholder", Level::Error, Check::Document(check));

/// How a brace is typed that is a sign of a text.
const BRACE: &str = "{ \"{\" }";

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        let text = text.text();
        let filler = fillers(text, document.locale.language()).next();
        let Some(found) = filler.or_else(|| brace(text)).or_else(|| bracket(text)) else {
            continue;
        };
        // A brace that readers see is a sign in quotation marks, and none that is typed.
        let sign = typed(subject.file(), message, BRACE);
        let part = match found.starts_with('{') && sign == BRACE {
            true => sign,
            false => typed(subject.file(), message, found),
        };
        let place = (subject.file(), part);
        let what = format!("`{found}` was left in the text");
        report.at_clause(
            place,
            message,
            what,
            "put the words in its place that readers should see",
        );
    }
}

/// `{$name}`, `{-term}` or `{NAME()}`, as Fluent shows what it could not.
fn brace(text: &str) -> Option<&str> {
    // The first brace since the last closing one, and the first before a name.
    let (mut first, mut named) = (None, None);
    memchr::memchr2_iter(b'{', b'}', text.as_bytes()).find_map(|at| {
        if text.as_bytes()[at] == b'{' {
            first = first.or(Some(at));
            let is_named = text[at + 1..].trim_start().starts_with(['$', '-']);
            named = named.or(is_named.then_some(at));
            return None;
        }
        let (first, named) = (first.take(), named.take());
        let is_call = |start: &usize| text[start + 1..at].trim_end().ends_with("()");
        first.filter(is_call).or(named).map(|start| &text[start..=at])
    })
}

/// `[SOME NAME]`.
fn bracket(text: &str) -> Option<&str> {
    let mut open = None;
    memchr::memchr2_iter(b'[', b']', text.as_bytes()).find_map(|at| {
        if text.as_bytes()[at] == b'[' {
            // A bracket is no capital, so only the last one before the end counts.
            open = Some(at);
            return None;
        }
        let start = open.take()?;
        let inside = &text[start + 1..at];
        let letters = inside.chars().filter(|c| c.is_alphabetic()).count();
        let in_capitals = inside.chars().all(|c| c.is_uppercase() || c == ' ' || c == '_');
        (letters > 2 && in_capitals).then(|| &text[start..=at])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_and_brackets_are_found_where_they_end() {
        assert_eq!(brace("a {b} {$c} {-d}"), Some("{$c}"));
        assert_eq!(brace("a { b } { NUMBER() }"), Some("{ NUMBER() }"));
        assert_eq!(brace("{a {$b} c"), Some("{$b}"));
        assert_eq!(brace("{a {b} {$c"), None);
        assert_eq!(bracket("a [b] [NAME OF X]"), Some("[NAME OF X]"));
        assert_eq!(bracket("[[NAME] [A] ]"), Some("[NAME]"));
        assert_eq!(bracket("[NAME"), None);
    }
}
