//! Writing it all: the versions by one rename, the files that people edit after
//! them, and never over what is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::store::{create, is_taken};

type Files = [(String, String)];

/// Where the versions stand until they are whole.
const STAGE: &str = ".versions.unfinished";

fn says(path: &Path, text: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}

/// Whether all of it is there already, and no other version.
pub(super) fn is_there(root: &Path, policy: &str, own: &Files, versions: &Files) -> bool {
    own.iter().all(|(path, text)| says(&root.join(path), text))
        && are_versions(&folder(root, policy).join("versions"), versions)
}

fn folder(root: &Path, policy: &str) -> std::path::PathBuf {
    root.join("policies").join(policy)
}

/// Whether a folder holds these versions and nothing else.
fn are_versions(folder: &Path, versions: &Files) -> bool {
    let names: BTreeSet<&str> =
        versions.iter().filter_map(|(path, _)| path.split('/').next()).collect();
    let there = fs::read_dir(folder).map(|entries| {
        let names = entries.filter_map(Result::ok).map(|entry| entry.file_name());
        names.filter_map(|name| name.into_string().ok()).collect::<BTreeSet<_>>()
    });
    there.is_ok_and(|there| there.iter().map(String::as_str).eq(names))
        && versions.iter().all(|(path, text)| says(&folder.join(path), text))
}

/// Refuses to write over anything else.
pub(super) fn check(
    root: &Path,
    policy: &str,
    own: &Files,
    versions: &Files,
) -> Result<(), Failure> {
    let hint = "an import makes a new policy: choose another --policy, or move the file away";
    let other = own.iter().map(|(path, text)| (root.join(path), text));
    let mut other = other.filter(|(path, text)| is_taken(path) && !says(path, text));
    let place = folder(root, policy).join("versions");
    let is_other = is_taken(&place) && !are_versions(&place, versions);
    let taken = other.next().map(|(path, _)| path).or(is_other.then_some(place));
    taken.map_or(Ok(()), |path| {
        let message = format!(
            "{} is there already with other text, and nothing is overwritten",
            path.display()
        );
        Err(Failure::new(message).hint(hint))
    })
}

/// Writes what is not there. A run that is killed leaves the policy without its
/// `policy.toml`, and the same command goes on.
pub(super) fn all(
    root: &Path,
    policy: &str,
    mut files: Vec<(String, String)>,
    versions: &Files,
) -> Result<(), Failure> {
    let folder = folder(root, policy);
    let (stage, place) = (folder.join(STAGE), folder.join("versions"));
    let is_new = !is_taken(&place);
    if is_new {
        if is_taken(&stage) {
            fs::remove_dir_all(&stage).map_err(|error| Failure::io("remove", &stage, &error))?;
        }
        let made = create(&stage, versions).and_then(|()| {
            fs::rename(&stage, &place).map_err(|error| Failure::io("write", &place, &error))
        });
        if made.is_err() {
            let _ = fs::remove_dir_all(&stage);
            // Folders that were made for it; others are not empty.
            let _ = fs::remove_dir(&folder);
        }
        made?;
    }
    files.retain(|(path, _)| !is_taken(&root.join(path)));
    // The plan makes it a policy: it comes last.
    files.sort_by_key(|(path, _)| path.ends_with("/policy.toml"));
    let made = create(root, &files);
    if made.is_err() && is_new {
        let _ = fs::remove_dir_all(&place);
    }
    made
}
