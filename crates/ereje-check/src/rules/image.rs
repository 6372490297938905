//! # `image`
//!
//! A picture in the text. A policy must be complete in words: plain text, apps and
//! screen readers would lose what a picture says.
//!
//! ```ftl fails
//! intro = ![our logo](https://example.com/logo.png)
//! ```
//!
//! ```ftl passes
//! intro = About App!
//! ```

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;
use ereje::markup::Problem;

pub(super) const RULE: Rule = Rule::new("image", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        for problem in text.problems() {
            let Problem::Image(line) = problem else { continue };
            let place = (subject.file(), typed(subject.file(), message, line));
            let hint = "say in words what it shows; a link `[words](address)` has no `!`";
            report.at_clause(place, message, "a picture stands in the text".to_owned(), hint);
        }
    }
}
