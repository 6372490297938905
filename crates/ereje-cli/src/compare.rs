//! `generate --check`: what would be written against what is on disk.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ereje_render::Output;

use crate::generate::shown;
use crate::store::{OutputRecord, Store};

/// A file that is not as it would be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Difference {
    path: String,
    what: &'static str,
}

/// What is different about a file on disk.
pub(crate) fn difference(root: &Path, output: &Output) -> Option<Difference> {
    let path = root.join(&output.path);
    let what = match fs::symlink_metadata(&path) {
        Err(_) => "missing",
        Ok(metadata) if !metadata.is_file() => "not a file",
        Ok(_) => match fs::read(&path) {
            Ok(bytes) if bytes == output.bytes => return None,
            Ok(_) => "different",
            Err(_) => "unreadable",
        },
    };
    Some(Difference { path: output.path.clone(), what })
}

/// A file that an earlier run wrote and that no longer belongs.
pub(crate) fn extra(root: &Path, output: &OutputRecord<'_>) -> Option<Difference> {
    let is_there = fs::symlink_metadata(root.join(&*output.path)).is_ok();
    is_there.then(|| Difference { path: output.path.to_string(), what: "no longer belongs" })
}

/// Lists all differences.
pub(crate) fn tell(differences: &mut [Difference], store: &Store, files: usize) -> ExitCode {
    differences.sort();
    for Difference { path, what } in &*differences {
        outln!("{what}: {path}");
    }
    let unfinished = store.is_unfinished();
    if unfinished {
        outln!("the last run was interrupted before it was done");
    }
    let root = shown(store.root());
    if differences.is_empty() && !unfinished {
        outln!("all {files} files in {root} are as they would be written");
        return ExitCode::SUCCESS;
    }
    errln!("{root} is not up to date: run `generate` without `--check`");
    ExitCode::FAILURE
}
