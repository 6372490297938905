//! The texts of today, as a version will hold them.

use std::collections::BTreeSet;

use super::{ClauseText, VersionText};
use crate::catalog::{Catalog, Reference, references};
use crate::compose::HEADING;
use crate::manifest::Manifest;

/// The texts of the catalog's language as readers see them. Clauses that it
/// lacks, or that can not be shown, are left out; the rules report them.
#[must_use]
pub fn freeze(manifest: &Manifest, catalog: &Catalog<'_>) -> VersionText {
    let show = |id: &str, attribute: Option<&str>| catalog.format(id, attribute)?.ok();
    let line = |id: &str| show(id, None).map(|text| text.trim().to_owned());
    let clauses = manifest.clauses.iter().filter_map(|plan| {
        let heading = show(&plan.id, Some(HEADING)).map(|heading| heading.trim().to_owned());
        let text = match catalog.format(&plan.id, None) {
            Some(text) => text.ok()?,
            // A heading above others has no text of its own.
            None => heading.as_ref().map(|_| String::new())?,
        };
        Some(ClauseText { id: plan.id.clone(), heading, text })
    });
    let title = line("title").unwrap_or_default();
    VersionText {
        description: line("description").unwrap_or_default(),
        last_updated: line("last-updated").unwrap_or_default(),
        name: line("short-title").unwrap_or_else(|| title.clone()),
        title,
        notice: None,
        clauses: clauses.collect(),
    }
}

/// The facts that a clause states, by name, in their order; through other
/// messages too.
#[must_use]
pub fn stated_facts(manifest: &Manifest, catalog: &Catalog<'_>, clause: &str) -> Vec<String> {
    let mut names = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![clause.to_owned()];
    while let Some(id) = open.pop() {
        let Some(message) = catalog.file.message(&id).filter(|_| seen.insert(id.clone())) else {
            continue;
        };
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        for reference in message.value.iter().chain(attributes).flat_map(references) {
            match reference {
                Reference::Variable { name, .. } if manifest.facts.contains_key(name) => {
                    names.insert(name.to_owned());
                }
                Reference::Message { name, .. } => open.push(name.to_owned()),
                _ => {}
            }
        }
    }
    names.into_iter().collect()
}
