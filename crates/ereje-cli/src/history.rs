//! The released versions of policies, from disk.

use std::collections::BTreeMap;

use ereje::diagnostic::Diagnostic;
use ereje::manifest::Manifest;
use ereje::version::{Folder, History};

use crate::inputs::Inputs;

/// Where the days of a policy begin: as its newest version says, so that a
/// changed setting does not move days that were announced.
pub(crate) fn time_zone<'h>(history: &'h History, manifest: &'h Manifest) -> &'h str {
    let newest = history.newest().map(|release| &release.version.time_zone);
    newest.unwrap_or(&manifest.notice.time_zone)
}

/// Reads the versions of a policy and checks every digest and link of them.
pub(crate) fn read(policy: &str, inputs: &Inputs) -> (History, Vec<Diagnostic>) {
    let start = format!("policies/{policy}/versions/");
    let is_of_it = |told: &&Diagnostic| format!("{}/", told.path).starts_with(&start);
    let mut unreadable: Vec<Diagnostic> = inputs
        .unlisted
        .iter()
        .filter(is_of_it)
        .cloned()
        .map(|told| told.of_policy(policy))
        .collect();
    let mut folders = Vec::new();
    for (path, strange) in inputs.versions.range(start.clone()..) {
        let Some(name) = path.strip_prefix(&start) else { break };
        let within = format!("{path}/");
        let mut files = BTreeMap::new();
        for (file, _) in inputs.files.range(within.clone()..) {
            let Some(file_name) = file.strip_prefix(&within) else { break };
            match inputs.bytes(file) {
                Ok(bytes) => {
                    files.insert(file_name.to_owned(), bytes);
                }
                Err(diagnostic) => unreadable.push(diagnostic.of_policy(policy)),
            }
        }
        let (path, name, strange) = (path.clone(), name.to_owned(), strange.clone());
        folders.push(Folder { path, name, files, strange });
    }
    if !unreadable.is_empty() {
        return (History::default(), unreadable);
    }
    History::read(policy, &folders)
}
