//! # `heading-in-text`
//!
//! A heading or other block where only words fit: a clause's heading is its
//! attribute `.heading`, so that every page, menu and app can place it.
//!
//! ```ftl fails
//! intro = ## About App
//! ```
//!
//! ```ftl fails
//! use = Why we use what we collect.
//!     .heading =
//!         Use
//!
//!         and more
//! ```
//!
//! ```ftl passes
//! use = Why we use what we collect.
//!     .heading = 1. Use
//! ```

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;
use ereje::markup::Problem;

pub(super) const RULE: Rule = Rule::new("heading-in-text", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        for problem in text.problems() {
            let (typed_as, what, hint) = match problem {
                Problem::Heading(line) => (
                    line.as_str(),
                    "a heading stands in the text",
                    "move its words to an indented line `.heading = …`",
                ),
                Problem::Block(_) => {
                    ("", "a heading or title has more than one line of words", "make it one line")
                }
                _ => continue,
            };
            let place = (subject.file(), typed(subject.file(), message, typed_as));
            report.at_clause(place, message, what.to_owned(), hint);
        }
    }
}
