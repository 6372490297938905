//! Rules that imported texts do not keep, over all policies of a plan: in settings
//! that the import makes they weigh less, of a person's they are only told.

use std::collections::BTreeMap;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::workspace::WORKSPACE_FILE;

use super::work::Work;
use crate::import::lower;

/// Lowers or tells what a policy does not keep in languages that it got.
pub(super) fn apply(
    work: &mut Work,
    (policy, locales): (&str, &[Locale]),
    told: &mut Vec<Diagnostic>,
) {
    let mut lowered: BTreeMap<&'static str, Diagnostic> = BTreeMap::new();
    let plain = work.text(WORKSPACE_FILE).unwrap_or_default();
    for _ in 0..lower::MOST_ROUNDS {
        let held = work.held_with_links(policy);
        let errors = locales.iter().flat_map(|locale| lower::look(&held, (policy, locale)));
        // Clauses without a text are told already, and wait for one.
        let new: Vec<Diagnostic> = errors
            .filter(|error| error.rule != "missing-message" && lower::can_be_lowered(error.rule))
            .filter(|error| !lowered.contains_key(error.rule))
            .collect();
        if new.is_empty() {
            break;
        }
        for error in new {
            lowered.entry(error.rule).or_insert(error);
        }
        if !work.is_new {
            break;
        }
        work.change(WORKSPACE_FILE, format!("{plain}{}", lower::levels(policy, &lowered)));
    }
    let is_new = work.is_new;
    told.extend(lowered.into_iter().map(|(rule, first)| lower::told(rule, first, is_new)));
}
