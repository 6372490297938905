//! Making new files: all of them or none, and never over what is there.

use std::fs;
use std::path::{Path, PathBuf};

use super::replace::replace;
use crate::failure::Failure;

/// What was made, in its order.
#[derive(Default)]
pub(crate) struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    /// Takes it away again: each file was made by this run, and each folder that
    /// nobody has put something else into.
    pub(crate) fn undo(self) {
        for path in self.files {
            let _ = fs::remove_file(path);
        }
        for folder in self.folders.into_iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }

    fn file(&mut self, path: PathBuf, text: &str) -> Result<(), Failure> {
        if is_taken(&path) {
            return Err(taken(&path));
        }
        if let Some(parent) = path.parent() {
            self.folder(parent)?;
        }
        replace(&path, text.as_bytes()).map_err(|error| Failure::io("write", &path, &error))?;
        self.files.push(path);
        Ok(())
    }

    fn folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let is_there = |folder: &&Path| folder.as_os_str().is_empty() || folder.exists();
        let new: Vec<&Path> = folder.ancestors().take_while(|folder| !is_there(folder)).collect();
        let made = fs::create_dir_all(folder);
        // Some of them may have been made before one could not be.
        let outer_first = new.into_iter().rev().filter(|folder| folder.exists());
        self.folders.extend(outer_first.map(Path::to_owned));
        made.map_err(|error| Failure::io("make the folder", folder, &error))
    }
}

/// Writes files that are not there, by paths below `folder`. Each appears whole; what
/// was made goes away again where one can not be.
pub(crate) fn create(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    make(folder, files).map(drop)
}

/// The same, for who may have to take it away again.
pub(crate) fn make(folder: &Path, files: &[(String, String)]) -> Result<Made, Failure> {
    let mut made = Made::default();
    let failed = files.iter().find_map(|(path, text)| made.file(folder.join(path), text).err());
    match failed {
        None => Ok(made),
        Some(failure) => {
            made.undo();
            Err(failure)
        }
    }
}

/// Whether something is in a place, be it a link that leads nowhere.
pub(crate) fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// That nothing is overwritten.
pub(crate) fn taken(path: &Path) -> Failure {
    Failure::new(format!("{} is there already, and nothing is overwritten", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_not_be_made_whole_leaves_nothing() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("taken"), "a person's").expect("written");
        let files = ["a/b/one", "a/two", "taken"].map(|path| (path.to_owned(), "x".to_owned()));
        assert!(create(root.path(), &files).is_err());
        let left = fs::read_dir(root.path()).expect("listed").filter_map(Result::ok);
        let left: Vec<_> = left.map(|entry| entry.file_name()).collect();
        assert_eq!(left, ["taken"]);
        create(root.path(), &files[..2]).expect("made");
        assert_eq!(fs::read(root.path().join("a/b/one")).expect("read"), b"x");
    }
}
