//! # `unused-fact`
//!
//! A fact that is declared in policy.toml and that no message of the source text
//! states. It may be left over; or the text says it in words of its own, which then
//! stay behind when the fact is changed.
//!
//! ```ftl fails
//! # $retention is declared, and the figure is typed all the same.
//! intro = We keep letters for 30 days.
//! ```
//!
//! ```ftl passes
//! intro = We keep letters for { $retention ->
//!     [one] one day
//!    *[other] { $retention } days
//! }.
//! ```

use std::collections::HashSet;

use ereje::catalog::{Reference, references};
use ereje::diagnostic::Level;

use super::{Check, Rule, patterns};
use crate::{Report, Subject};

pub(super) const RULE: Rule = Rule::new("unused-fact", Level::Warning, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let (manifest, file) = (subject.manifest, subject.file());
    // What a text says that is not whole can not be known.
    let is_whole =
        file.diagnostics().is_empty() && subject.expected().all(|id| file.message(id).is_some());
    if *subject.catalog.locale != manifest.source_locale || !is_whole {
        return;
    }
    let stated: HashSet<&str> = patterns(file)
        .flat_map(|(_, pattern)| references(pattern))
        .filter_map(|reference| match reference {
            Reference::Variable { name, .. } => Some(name),
            _ => None,
        })
        .collect();
    // A name that is no fact may be one of them, misspelt.
    if stated.iter().any(|name| *name != "published" && !manifest.facts.contains_key(*name)) {
        return;
    }
    for fact in manifest.facts.keys().filter(|fact| !stated.contains(fact.as_str())) {
        let message = format!("the source text does not state the fact `{fact}`");
        let hint = format!("write `{{ ${fact} }}` where the text says it, or remove the fact");
        report.of_file(&manifest.path, message, &hint);
    }
}
