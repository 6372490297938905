//! # `missing-clause`
//!
//! A message that makes the page and is not in the file of this locale. In a
//! draft its place is taken by the source text, marked as missing.
//!
//! ```ftl fails
//! # without contact
//! ```
//!
//! ```ftl passes
//! contact = Write to us.
//! ```

use ereje::diagnostic::Level;
use super::{Check, Rule};
use crate::{Report, Subject};

pub(super) const RULE: Rule = Rule { draft_level: Some(Level::Warning), ..Rule::new("missing-clause", Level::Error, Check::Messages(check)) };

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for id in subject.expected() {
        match subject.file().message(id) {
            Some(found) if found.value.is_some() => {}
            Some(found) => {
                let place = (subject.file(), found.id.name);
                let hint = format!("write the text behind `{id} =`");
                report.at_clause(place, id, format!("`{id}` has no text"), &hint);
            }
            None if subject.file().is_broken(id) => {}
            None => {
                let hint = format!("add a line `{id} = …` with the text in this language");
                report.on_file(id, format!("`{id}` is missing"), &hint);
            }
        }
    }
}
