//! # `unsafe-link`
//!
//! A link that is not `https:`, `http:`, `mailto:` or `tel:` and no anchor of the
//! page. Other schemes can run programs; an address without a scheme hangs on where
//! the page is, and leads nowhere in an e-mail. Where that is meant, as in a site with
//! pages of its own, lower the rule: pages of versions and changes then lead to the
//! same place as the page itself.
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

use super::malformed_link::is_known;
use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;

pub(super) const RULE: Rule = Rule::new("unsafe-link", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        for link in text.links() {
            // What may be wrong behind a scheme is told by `malformed-link`.
            if is_known(link) || (link.starts_with('#') && link.len() > 1) {
                continue;
            }
            let hint = if link.to_lowercase().starts_with("www.") {
                format!("write `https://{link}`")
            } else {
                "write a full address that begins with `https://`, `mailto:` or `tel:`".to_owned()
            };
            let place = (subject.file(), typed(subject.file(), message, link));
            report.at_clause(place, message, format!("`{link}` is no safe link"), &hint);
        }
    }
}
