//! # `unknown-attribute`
//!
//! An attribute other than `.heading`. Its words would be on no page: most often a
//! line of the text happens to begin with a full stop.
//!
//! ```ftl fails
//! intro = We collect these files:
//!     .plist = the settings
//! ```
//!
//! ```ftl passes
//! use = Why we use what we collect.
//!     .heading = Use
//! ```

use super::{Check, Rule};
use crate::{Report, Subject};
use ereje::compose::HEADING;
use ereje::diagnostic::{Level, nearest};
use ereje::fix::Fix;
use ereje::manifest::PAGE_MESSAGES;

pub(super) const RULE: Rule = Rule::new("unknown-attribute", Level::Error, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for id in subject.expected() {
        let Some(found) = subject.file().message(id) else { continue };
        let is_clause = !PAGE_MESSAGES.contains(&id);
        for attribute in &found.attributes {
            let name = attribute.id.name;
            if is_clause && name == HEADING {
                continue;
            }
            let is_misspelt = is_clause && nearest(&name.to_lowercase(), [HEADING]).is_some();
            let hint = if is_misspelt {
                "did you mean `.heading`?"
            } else {
                "if the words belong to the text, begin the line with `{ \".\" }` instead of `.`"
            };
            let message = format!("`.{name}` of `{id}` would be on no page");
            report.at_clause((subject.file(), name), id, message, hint);
            // A second heading would be one too many.
            if is_misspelt && found.attributes.iter().all(|other| other.id.name != HEADING) {
                report.fix(Fix::likely(subject.file().span(name), HEADING));
            }
        }
    }
}
