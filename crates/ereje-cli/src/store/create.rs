//! Making new files: all of them or none, and never over what is there.

use std::fs;
use std::path::{Path, PathBuf};

use super::replace::replace;
use crate::failure::Failure;

/// Writes files that are not there, by paths below `folder`. Each appears whole; what
/// was made goes away again where one can not be.
pub(crate) fn create(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    let mut made: Vec<PathBuf> = Vec::new();
    let mut one = |path: &str, text: &str| -> Result<(), Failure> {
        let path = folder.join(path);
        if is_taken(&path) {
            return Err(taken(&path));
        }
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .map_err(|error| Failure::io("make the folder", parent, &error))?;
        replace(&path, text.as_bytes()).map_err(|error| Failure::io("write", &path, &error))?;
        made.push(path);
        Ok(())
    };
    let failed = files.iter().find_map(|(path, text)| one(path, text).err());
    let Some(failure) = failed else { return Ok(()) };
    for path in made {
        // Each was made by this run.
        let _ = fs::remove_file(path);
    }
    Err(failure)
}

/// Whether something is in a place, be it a link that leads nowhere.
pub(crate) fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// That nothing is overwritten.
pub(crate) fn taken(path: &Path) -> Failure {
    Failure::new(format!("{} is there already, and nothing is overwritten", path.display()))
}
