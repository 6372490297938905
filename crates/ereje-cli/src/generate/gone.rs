//! Versions whose pages are there, and which are released no more: somebody took a
//! release back by removing its folder.

use std::collections::BTreeSet;

use ereje::diagnostic::Diagnostic;

use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::store::{OutputRecord, Record};

/// What tells of each version of a policy that the last run made pages of, which this
/// run removes because the version itself is gone. A policy that is gone as a whole, or
/// has another name, is another matter, and so is a language.
pub(super) fn tell(
    (plan, inputs): (&Plan, &Inputs),
    known: &Record<'_>,
    obsolete: &[OutputRecord<'_>],
) -> Vec<Diagnostic> {
    let mut gone = BTreeSet::new();
    for path in known.inputs.keys().filter(|path| !inputs.files.contains_key(&***path)) {
        let Some((folder, "version.toml")) = path.rsplit_once('/') else { continue };
        let parts: Vec<&str> = folder.split('/').collect();
        let ["policies", policy, "versions", version] = parts[..] else { continue };
        if plan.manifests.iter().any(|manifest| manifest.id == policy) {
            gone.insert((policy, version));
        }
    }
    if gone.is_empty() {
        return Vec::new();
    }
    let has_pages = |policy: &str, version: &str| {
        // What apps fetch is made behind all policies, under the policy's name.
        let (within, of_apps) = (format!("/{version}/"), format!("/{policy}/{version}.json"));
        let of_policy: BTreeSet<&str> = known
            .jobs
            .iter()
            .filter(|((of, _), _)| of == policy)
            .flat_map(|(_, job)| job.outputs.iter().map(|output| &*output.path))
            .collect();
        obsolete.iter().map(|output| &*output.path).any(|path| {
            path.ends_with(&of_apps) || (path.contains(&within) && of_policy.contains(path))
        })
    };
    let gone = gone.into_iter().filter(|(policy, version)| has_pages(policy, version));
    let told = |(policy, version): (&str, &str)| {
        let message = format!(
            "there is no version {version} any more, so what was made of it is removed from the \
             output"
        );
        let hint = "if anybody may have seen it, bring its folder back and release another version; \
                    what was released is not undone";
        let path = format!("policies/{policy}/versions/{version}");
        Diagnostic::warning("lost-version", path, message).hint(hint).of_policy(policy)
    };
    let mut told = gone.map(told).collect();
    plan.judge.apply(&mut told);
    told
}
