//! # `broken-anchor`
//!
//! A link to a clause that this policy does not have. Readers would follow it to
//! nowhere. `#top` leads to the top of the page.
//!
//! ```ftl fails
//! intro = See [how we use it](#usage).
//! ```
//!
//! ```ftl passes
//! intro = See [how we use it](#use), or go [back to the top](#top).
//! ```

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::{Level, nearest};
use ereje::document::Document;
use ereje::manifest::TOP;

pub(super) const RULE: Rule = Rule::new("broken-anchor", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    let clauses = || subject.manifest.clauses.iter().map(|clause| clause.id.as_str());
    for (message, text) in document.texts() {
        for anchor in text.links().iter().filter_map(|link| link.strip_prefix('#')) {
            // Of `#` alone, `unsafe-link` tells.
            if anchor.is_empty() || anchor == TOP || clauses().any(|clause| clause == anchor) {
                continue;
            }
            let hint = match nearest(anchor, clauses()) {
                Some(meant) => format!("did you mean `#{meant}`?"),
                None => "link to the id of a clause, as it stands in policy.toml".to_owned(),
            };
            let place = (subject.file(), typed(subject.file(), message, anchor));
            report.at_clause(place, message, format!("no clause is called `{anchor}`"), &hint);
        }
    }
}
