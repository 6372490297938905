//! # `missing-heading`
//!
//! A clause that has a heading in the source language and none here. The page
//! would lack it, and its line in the table of contents.
//!
//! ```ftl fails
//! use = Why we use what we collect.
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

pub(super) const RULE: Rule = Rule {
    draft_level: Some(Level::Warning),
    ..Rule::new("missing-heading", Level::Error, Check::Messages(check))
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    // A source that could not be read whole is no measure.
    if !subject.source.diagnostics().is_empty() {
        return;
    }
    for plan in &subject.manifest.clauses {
        let has_heading = |message: &ereje::catalog::Message<'_>| {
            message.attributes.iter().any(|attribute| attribute.id.name == HEADING)
        };
        let Some(found) = subject.file().message(&plan.id) else { continue };
        // Of one that could not be read it is told why.
        if subject.file().is_cut_off(&plan.id) {
            continue;
        }
        // A misspelt one is told by `unknown-attribute`.
        let misspelt = |name: &str| name != HEADING && nearest(name, [HEADING]).is_some();
        if found.attributes.iter().any(|attribute| misspelt(attribute.id.name)) {
            continue;
        }
        if subject.source.message(&plan.id).is_some_and(has_heading) && !has_heading(found) {
            let message = format!("`{}` has no heading, but the source has one", plan.id);
            let place = (subject.file(), found.id.name);
            let hint = "add below its text an indented line `.heading = …`";
            report.at_clause(place, &plan.id, message, hint);
        }
    }
}
