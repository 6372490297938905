//! The released versions of policies, from disk.

use std::collections::BTreeMap;

use ereje::diagnostic::Diagnostic;
use ereje::manifest::Manifest;
use ereje::version::{Folder, History, ReadFolder, SUMS_FILE, VERSION_FILE};
use rayon::prelude::*;

use crate::inputs::{Inputs, file_bytes};

/// Where the days of a policy begin: as its newest version says, so that a
/// changed setting does not move days that were announced.
pub(crate) fn time_zone<'h>(history: &'h History, manifest: &'h Manifest) -> &'h str {
    let newest = history.newest().map(|release| &release.version.time_zone);
    newest.unwrap_or(&manifest.notice.time_zone)
}

/// Reads the versions of a policy and checks every digest and link of them.
pub(crate) fn read(policy: &str, inputs: &Inputs) -> (History, Vec<Diagnostic>) {
    read_with(policy, inputs, |folder| folder)
}

/// Checks the same, and keeps no texts.
pub(crate) fn verify(policy: &str, inputs: &Inputs) -> (History, Vec<Diagnostic>) {
    read_with(policy, inputs, ReadFolder::without_texts)
}

/// On every core; no more files are in memory at once than are being read.
fn read_with(
    policy: &str,
    inputs: &Inputs,
    keep: impl Fn(ReadFolder) -> ReadFolder + Sync,
) -> (History, Vec<Diagnostic>) {
    let start = format!("policies/{policy}/versions/");
    let is_of_it = |told: &&Diagnostic| format!("{}/", told.path).starts_with(&start);
    let mut unreadable: Vec<Diagnostic> =
        inputs.unlisted.iter().filter(is_of_it).cloned().collect();
    let folders: Vec<_> = (inputs.versions.range(start.clone()..))
        .map_while(|(path, strange)| Some((path, path.strip_prefix(&start)?, strange)))
        .collect();
    let read: Vec<_> = folders
        .par_iter()
        .map(|(path, name, strange)| {
            if inputs.untouched.contains(*path) && strange.is_empty() {
                let folder = folder(inputs, path, (name, strange), |file| {
                    [VERSION_FILE, SUMS_FILE].contains(&file)
                })?;
                let (root, path) = (inputs.root().to_owned(), (*path).clone());
                let bytes = move |name: &str| file_bytes(&root, &format!("{path}/{name}"));
                return Ok(keep(ReadFolder::of_known(policy, &folder, bytes)));
            }
            let folder = folder(inputs, path, (name, strange), |_| true)?;
            Ok(keep(ReadFolder::of(policy, &folder)))
        })
        .collect();
    let mut sound = Vec::with_capacity(read.len());
    for folder in read {
        match folder {
            Ok(folder) => sound.push(folder),
            Err(wrong) => unreadable.extend::<Vec<_>>(wrong),
        }
    }
    if !unreadable.is_empty() {
        let told = unreadable.into_iter().map(|told| told.of_policy(policy));
        return (History::default(), told.collect());
    }
    History::link(policy, sound)
}

/// A version's folder with the bytes of those of its files that are wanted.
fn folder(
    inputs: &Inputs,
    path: &str,
    (name, strange): (&str, &[String]),
    wanted: impl Fn(&str) -> bool,
) -> Result<Folder, Vec<Diagnostic>> {
    let within = format!("{path}/");
    let (mut files, mut unreadable) = (BTreeMap::new(), Vec::new());
    for (file, _) in inputs.files.range(within.clone()..) {
        let Some(file_name) = file.strip_prefix(&within) else { break };
        if !wanted(file_name) {
            continue;
        }
        match inputs.bytes(file) {
            Ok(bytes) => {
                files.insert(file_name.to_owned(), bytes);
            }
            Err(diagnostic) => unreadable.push(diagnostic),
        }
    }
    if !unreadable.is_empty() {
        return Err(unreadable);
    }
    Ok(Folder { path: path.to_owned(), name: name.to_owned(), files, strange: strange.to_vec() })
}
