//! Writing it all: the policy with its versions by one rename, after the files that
//! policies share, and never over what is there.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use ereje::version::ORIGIN_FILE;
use ereje::workspace::WORKSPACE_FILE;
use rayon::prelude::*;

use crate::failure::Failure;
use crate::store::{create, is_taken};

type Files = [(String, String)];

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

/// Writes what is not there: the files that policies share first, and the policy by one
/// rename, so that a run that is killed leaves all of it or none. The same command goes
/// on from what it left.
pub(super) fn all(
    root: &Path,
    policy: &str,
    mut files: Vec<(String, String)>,
    versions: &Files,
) -> Result<(), Failure> {
    let place = folder(root, policy);
    let stage = root.join("policies").join(format!(".{policy}.unfinished"));
    let within = format!("policies/{policy}/");
    files.retain(|(path, _)| !is_taken(&root.join(path)));
    let (own, mut shared): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(path, _)| path.starts_with(&within));
    // The settings make it a workspace, to which nothing else of a new one is added.
    shared.sort_by_key(|(path, _)| path == WORKSPACE_FILE);
    let own: Vec<(String, String)> =
        own.into_iter().map(|(path, text)| (path[within.len()..].to_owned(), text)).collect();
    remove(&stage)?;
    let staged = (|| {
        if !is_taken(&place.join("versions")) {
            write_versions(&stage.join("versions"), versions)?;
        }
        create(&stage, &own)
    })();
    let made = staged.and_then(|()| create(root, &shared)).and_then(|()| {
        promote(&stage, &place).inspect_err(|_| {
            // Each was made by this run.
            shared.iter().for_each(|(path, _)| drop(fs::remove_file(root.join(path))));
        })
    });
    let _ = fs::remove_dir_all(&stage);
    if made.is_err() {
        // Folders that were made for it; others are not empty.
        remove_empty(root, &shared);
    }
    made
}

/// Moves what was made into its place.
fn promote(stage: &Path, place: &Path) -> Result<(), Failure> {
    let moved = |from: &Path, to: &Path| {
        fs::rename(from, to).map_err(|error| Failure::io("write", to, &error))
    };
    if !is_taken(place) {
        return moved(stage, place);
    }
    // Of an import that somebody took apart, what is lacking; the plan makes it a
    // policy, and comes last.
    for name in ["versions", ORIGIN_FILE, "policy.toml"] {
        if is_taken(&stage.join(name)) {
            moved(&stage.join(name), &place.join(name))?;
        }
    }
    Ok(())
}

/// Writes the files of the versions into a folder that nothing else is in.
fn write_versions(folder: &Path, versions: &Files) -> Result<(), Failure> {
    let name = |path: &str| path.split('/').next().unwrap_or_default().to_owned();
    versions.par_chunk_by(|(one, _), (other, _)| name(one) == name(other)).try_for_each(|files| {
        let version = folder.join(files.first().map(|(path, _)| name(path)).unwrap_or_default());
        fs::create_dir_all(&version)
            .map_err(|error| Failure::io("make the folder", &version, &error))?;
        files.iter().try_for_each(|(path, text)| {
            let path = folder.join(path);
            fs::write(&path, text).map_err(|error| Failure::io("write", &path, &error))
        })
    })
}

fn remove(stage: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(stage) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Failure::io("remove", stage, &error))
        }
        _ => Ok(()),
    }
}

/// Removes the folders of files that were to be made, where nothing is in them.
fn remove_empty(root: &Path, files: &Files) {
    let stage = [("policies/policy.toml".to_owned(), String::new())];
    for (path, _) in files.iter().chain(&stage) {
        let folders = Path::new(path).ancestors().skip(1).filter(|path| path.parent().is_some());
        for folder in folders {
            let _ = fs::remove_dir(root.join(folder));
        }
    }
}
