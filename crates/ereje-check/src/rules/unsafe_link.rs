//! # `unsafe-link`
//!
//! A link that is not `https:`, `http:`, `mailto:` or `tel:` and no anchor of the
//! page. Other schemes can run programs; an address without a scheme leads
//! somewhere else in every output, and nowhere in an e-mail.
//!
//! ```ftl fails
//! intro = See [our site](javascript:alert).
//! ```
//!
//! ```ftl fails
//! intro = See [our site](www.example.com/help).
//! ```
//!
//! ```ftl passes
//! intro = See [our site](https://example.com/help) or [call](tel:+77001234567).
//! ```

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;

pub(super) const RULE: Rule = Rule::new("unsafe-link", Level::Error, Check::Document(check));

const SAFE: [&str; 5] = ["https://", "http://", "mailto:", "tel:", "#"];

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        for link in text.links() {
            let lower = link.to_lowercase();
            if SAFE.iter().any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len()) {
                continue;
            }
            let hint = if lower.starts_with("www.") {
                format!("write `https://{link}`")
            } else {
                "write a full address that begins with `https://`, `mailto:` or `tel:`".to_owned()
            };
            let place = (subject.file(), typed(subject.file(), message, link));
            report.at_clause(place, message, format!("`{link}` is no safe link"), &hint);
        }
    }
}
