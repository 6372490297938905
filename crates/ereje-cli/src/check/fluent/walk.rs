//! The Fluent files below a folder.

use std::fs;
use std::path::{Path, PathBuf};

use ereje::diagnostic::Diagnostic;
use rayon::prelude::*;

use crate::failure::Failure;

/// The Fluent files below a folder, by their paths relative to it, in order.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) files: Vec<String>,
    /// What could not be looked at.
    pub(super) found: Vec<Diagnostic>,
}

/// Folders that hold no texts of the project.
fn is_foreign(name: &str) -> bool {
    name.starts_with('.') || name == "node_modules"
}

/// A folder that is to be looked at.
pub(super) struct Folder {
    full: PathBuf,
    /// Its path relative to the root, with a `/` behind it; nothing for the root.
    pub(super) below: String,
}

/// What is in a folder: its files, and the folders in it.
pub(super) type Looked = (Walked, Vec<Folder>);

/// Looks through `root`. Links to folders are not followed, so that nothing is seen
/// twice or without end; links to files are, where they stay in the folder.
pub(super) fn walk(root: &Path) -> Result<Walked, Failure> {
    through(root, &|_, _| {})
}

/// The same; `pass_over` takes away what is not looked for, from each level of folders
/// and what was found in them.
pub(super) fn through(
    root: &Path,
    pass_over: &dyn Fn(&[Folder], &mut [Looked]),
) -> Result<Walked, Failure> {
    let real = fs::canonicalize(root).map_err(|error| Failure::io("read", root, &error))?;
    let top = fs::read_dir(&real).map_err(|error| Failure::io("read", root, &error))?;
    let mut walked = Walked::default();
    let mut folders = Vec::new();
    list(
        &real,
        &Folder { full: real.clone(), below: String::new() },
        top,
        &mut walked,
        &mut folders,
    );
    while !folders.is_empty() {
        let mut looked: Vec<Looked> =
            folders.par_iter().map(|folder| look(&real, folder)).collect();
        pass_over(&folders, &mut looked);
        folders.clear();
        walked.files.reserve(looked.iter().map(|(more, _)| more.files.len()).sum());
        for (mut more, mut next) in looked {
            walked.files.append(&mut more.files);
            walked.found.append(&mut more.found);
            folders.append(&mut next);
        }
        // In order here and in each folder, so that nearly all are in order already.
        folders.sort_unstable_by(|a, b| a.below.cmp(&b.below));
    }
    walked.files.par_sort_unstable();
    Ok(walked)
}

fn look(root: &Path, folder: &Folder) -> Looked {
    let (mut walked, mut folders) = (Walked::default(), Vec::new());
    match fs::read_dir(&folder.full) {
        Ok(entries) => list(root, folder, entries, &mut walked, &mut folders),
        Err(error) => {
            let message = format!("can not be read: {}", crate::failure::reason(&error));
            let path = folder.below.trim_end_matches('/');
            let told = Diagnostic::error("unreadable-folder", path, message);
            walked.found.push(told.hint("give yourself the permission to read it"));
        }
    }
    walked.files.sort_unstable();
    (walked, folders)
}

fn list(
    root: &Path,
    folder: &Folder,
    entries: fs::ReadDir,
    walked: &mut Walked,
    folders: &mut Vec<Folder>,
) {
    for entry in entries.filter_map(Result::ok) {
        let Ok(kind) = entry.file_type() else { continue };
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if kind.is_dir() {
            if !is_foreign(&name) {
                let below = joined(&folder.below, &name, "/");
                folders.push(Folder { full: entry.path(), below });
            }
        } else if name.ends_with(".ftl") {
            let path = joined(&folder.below, &name, "");
            if kind.is_file() {
                walked.files.push(path);
            } else if kind.is_symlink() {
                link(root, &entry.path(), path, walked);
            }
        }
    }
}

/// The path of what is in a folder; made without `format!`, as there are thousands.
fn joined(below: &str, name: &str, end: &str) -> String {
    [below, name, end].concat()
}

fn link(root: &Path, full: &Path, path: String, walked: &mut Walked) {
    match fs::canonicalize(full) {
        Ok(target) if target.starts_with(root) => {
            if target.is_file() {
                walked.files.push(path);
            }
        }
        Ok(_) => {
            let message = "a link that leads out of the folder was not followed";
            let told = Diagnostic::warning("outside-link", path, message);
            walked.found.push(told.hint("put the file itself there"));
        }
        Err(_) => {
            let told = Diagnostic::warning("outside-link", path, "a link that leads to no file");
            walked.found.push(told.hint("remove it, or put the file itself there"));
        }
    }
}
