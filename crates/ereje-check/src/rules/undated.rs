//! # `undated`
//!
//! A bottom line that does not show the date of the version. The date is the
//! variable `$published`; a date that is typed by hand stays behind at the next
//! change.
//!
//! ```ftl fails
//! last-updated = **Last updated on December 12, 2017.**
//! ```
//!
//! ```ftl passes
//! last-updated = **Last updated on { DATETIME($published, dateStyle: "long") }.**
//! ```

use super::{Check, Rule};
use crate::{Report, Subject};
use ereje::catalog::{Reference, references};
use ereje::diagnostic::Level;

pub(super) const RULE: Rule = Rule::new("undated", Level::Error, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let id = "last-updated";
    let Some(found) = subject.file().message(id) else { return };
    let shows_date = found.value.iter().flat_map(references).any(|reference| {
        matches!(reference, Reference::Variable { name: "published", shown: true })
    });
    if found.value.is_some() && !shows_date {
        let message = "the bottom line does not show the date of the version".to_owned();
        let hint = "write `{ DATETIME($published, dateStyle: \"long\") }` where the date belongs";
        report.at_clause((subject.file(), found.id.name), id, message, hint);
    }
}
