//! # `insecure-link`
//!
//! A link by `http:`. What a reader opens by it can be read and changed on the
//! way.
//!
//! ```ftl fails
//! intro = See [our site](http://example.com).
//! ```
//!
//! ```ftl passes
//! intro = See [our site](https://example.com).
//! ```

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;
use ereje::fix::Fix;

pub(super) const RULE: Rule = Rule::new("insecure-link", Level::Warning, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        for link in text.links().iter().filter(|link| link.starts_with("http://")) {
            let file = subject.file();
            let place = (file, typed(file, message, link));
            let text = format!("`{link}` is not encrypted");
            report.at_clause(place, message, text, "write `https://` if the site answers there");
            if place.1 == link {
                let start = file.span(place.1).start;
                report.fix(Fix::likely(start..start + "http".len(), "https"));
            }
        }
    }
}
