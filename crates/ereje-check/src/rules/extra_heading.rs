//! # `extra-heading`
//!
//! A heading that the clause does not have in the source language, or that an item
//! of a list has: items are shown without.
//!
//! ```ftl fails
//! intro = About App.
//!     .heading = About
//! ```
//!
//! ```ftl passes
//! intro = About App.
//! ```

use super::{Check, Rule};
use crate::{Report, Subject};
use ereje::compose::HEADING;
use ereje::diagnostic::Level;
use ereje::manifest::ClauseKind;

pub(super) const RULE: Rule = Rule::new("extra-heading", Level::Error, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    // A source that could not be read whole is no measure.
    if !subject.source.diagnostics().is_empty() {
        return;
    }
    for plan in &subject.manifest.clauses {
        let heading = |file: &'_ ereje::catalog::FtlFile| {
            file.message(&plan.id)?
                .attributes
                .iter()
                .position(|attribute| attribute.id.name == HEADING)
        };
        let Some(nth) = heading(subject.file()) else { continue };
        let Some(found) = subject.file().message(&plan.id) else { continue };
        let message = if plan.kind != ClauseKind::Text {
            format!("`{}` is an item of a list and can not have a heading", plan.id)
        } else if subject.source.message(&plan.id).is_some() && heading(subject.source).is_none() {
            format!("`{}` has a heading, but the source has none", plan.id)
        } else {
            continue;
        };
        let place = (subject.file(), found.attributes[nth].id.name);
        report.at_clause(place, &plan.id, message, "remove the line `.heading = …`");
    }
}
