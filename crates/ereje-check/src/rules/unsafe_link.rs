//! # `unsafe-link`
//!
//! A link that is not `https:`, `http:`, `mailto:` or `tel:` and no anchor of the
//! page, and leads to no other policy of the workspace (`policy:terms-of-use`). Other
//! schemes can run programs; an address without a scheme hangs on where
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
//! intro = See [our site](https://example.com/help), [the terms](policy:terms-of-use) or [call](tel:+77001234567).
//! ```

use super::malformed_link::is_known;
use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;
use ereje::policy_link::PolicyLink;

pub(super) const RULE: Rule = Rule::new("unsafe-link", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        for link in text.links() {
            // What may be wrong behind a scheme is told by `malformed-link`.
            let is_anchor = link.starts_with('#') && link.len() > 1;
            if is_known(link) || is_anchor || PolicyLink::read(link).is_some() {
                continue;
            }
            let hint = if link.to_lowercase().starts_with("www.") {
                format!("write `https://{link}`")
            } else if link == "#" {
                "write where it leads; `#top` is the top of the page".to_owned()
            } else if let Some(id) = other_policy(subject, link) {
                format!("write `policy:{id}`, which leads to that policy in each language")
            } else {
                "write a full address that begins with `https://`, `mailto:` or `tel:`".to_owned()
            };
            let place = (subject.file(), typed(subject.file(), message, link));
            report.at_clause(place, message, format!("`{link}` is no safe link"), &hint);
        }
    }
}

/// The policy that an address of a file or a folder seems to mean by its name.
fn other_policy<'s>(subject: &Subject<'s>, link: &str) -> Option<&'s str> {
    let (path, _) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
    let is_named = |name: &str| path.split('/').any(|part| part.split('.').next() == Some(name));
    let others = subject.policies?.iter().filter(|other| other.id != subject.manifest.id);
    others.map(|other| other.id.as_str()).find(|id| is_named(id) || is_named(&id.replace('-', "_")))
}
