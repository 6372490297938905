//! # `format-error`
//!
//! A message that could not be made into text for a reason that no other rule
//! names, such as an option that a function does not have. Fluent would show
//! something in its place; here it is an error.
//!
//! ```ftl fails
//! intro = Since { DATETIME($support-email) }.
//! ```
//!
//! ```ftl fails
//! intro = Since { DATETIME($published, dateStyle: "tall") }.
//! ```
//!
//! ```ftl passes
//! intro = Since { DATETIME($published, dateStyle: "full") }.
//! ```

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;

pub(super) const RULE: Rule = Rule::new("format-error", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for failure in &document.failures {
        let error = &failure.error;
        let what = match error.function {
            Some(function) => format!("`{function}` can not be shown: {}", error.what),
            None => format!("`{}` can not be shown: {}", failure.message, error.what),
        };
        let place = typed(subject.file(), &failure.message, error.function.unwrap_or_default());
        let hint = "correct what stands in braces; locales/README.md shows what can";
        report.at_clause((subject.file(), place), &failure.message, what, hint);
    }
}
