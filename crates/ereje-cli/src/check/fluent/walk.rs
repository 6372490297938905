//! The Fluent files below a folder.

use std::fs;
use std::path::{Path, PathBuf};

use ereje::diagnostic::Diagnostic;

use super::project::below;
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

/// Looks through `root`. Links to folders are not followed, so that nothing is seen
/// twice or without end; links to files are, where they stay in the folder.
pub(super) fn walk(root: &Path) -> Result<Walked, Failure> {
    let real = fs::canonicalize(root).map_err(|error| Failure::io("read", root, &error))?;
    let mut walked = Walked::default();
    let mut folders: Vec<PathBuf> = vec![real.clone()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if folder == real => return Err(Failure::io("read", root, &error)),
            Err(error) => {
                let message = format!("can not be read: {}", crate::failure::reason(&error));
                let told = Diagnostic::error("unreadable-folder", below(&real, &folder), message);
                walked.found.push(told.hint("give yourself the permission to read it"));
                continue;
            }
        };
        for entry in entries.filter_map(Result::ok) {
            let Ok(kind) = entry.file_type() else { continue };
            let name = entry.file_name();
            if kind.is_dir() {
                if !is_foreign(&name.to_string_lossy()) {
                    folders.push(entry.path());
                }
            } else if name.to_string_lossy().ends_with(".ftl") {
                let path = below(&real, &entry.path());
                if kind.is_file() {
                    walked.files.push(path);
                } else if kind.is_symlink() {
                    link(&real, &entry.path(), path, &mut walked);
                }
            }
        }
    }
    walked.files.sort();
    Ok(walked)
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
