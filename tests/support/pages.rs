//! A page of Markdown, and a folder for the workspace that is made of it.

use std::fs;
use std::path::Path;

use super::{Ran, ereje};

pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(ereje().current_dir(folder).args(arguments).output().expect("ereje runs"))
}

pub(crate) fn import(folder: &Path, text: &str, locale: &str, more: &[&str]) -> Ran {
    fs::write(folder.join("page.md"), text).expect("a page");
    let mut arguments = vec!["import", "page.md", "--policy", "privacy", "--locale", locale];
    arguments.extend(more);
    run_in(folder, &arguments)
}

pub(crate) fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}
