//! # `empty-text`
//!
//! A text with nothing in it to read.
//!
//! ```ftl fails
//! intro = { "" }
//! ```
//!
//! ```ftl passes
//! intro = About App.
//! ```

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;

pub(super) const RULE: Rule = Rule::new("empty-text", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts().filter(|(_, text)| text.is_empty()) {
        // What is missing altogether is told as such, and so is what Fluent could
        // not make a text of.
        let is_failed = document.failures.iter().any(|failure| failure.message == message);
        if !is_failed
            && subject.file().message(message).is_some_and(|found| found.value.is_some())
            && text.problems().is_empty()
        {
            let place = (subject.file(), typed(subject.file(), message, ""));
            report.at_clause(place, message, format!("`{message}` is empty"), "write its text");
        }
    }
}
