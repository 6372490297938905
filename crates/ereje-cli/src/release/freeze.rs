//! Putting a version on disk: whole, or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ereje::version::Release;

use crate::failure::Failure;

/// How folders of versions that are not whole end.
const UNFINISHED: &str = ".unfinished";

/// The names of what releases that were interrupted have left in `versions`.
pub(crate) fn leftovers(versions: &Path) -> Result<Vec<String>, Failure> {
    let entries = match fs::read_dir(versions) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::io("read", versions, &error)),
    };
    let names = entries.filter_map(Result::ok).map(|entry| entry.file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let mut names: Vec<String> =
        names.filter(|name| name.starts_with('.') && name.ends_with(UNFINISHED)).collect();
    names.sort();
    Ok(names)
}

/// Removes what a release that was interrupted has left in `versions`.
pub(super) fn clear(versions: &Path) -> Result<(), Failure> {
    for name in leftovers(versions)? {
        let path = versions.join(name);
        fs::remove_dir_all(&path).map_err(|error| Failure::io("remove", &path, &error))?;
    }
    Ok(())
}

/// Writes the version's folder into `versions`, and gives its path. It is
/// written beside its place and on the disk before it is moved there by one
/// rename, so no kill and no loss of power leaves a part of it.
pub(super) fn write(versions: &Path, release: &Release) -> Result<PathBuf, Failure> {
    let name = &release.version.version;
    let place = versions.join(name);
    let stage = versions.join(format!(".{name}{UNFINISHED}"));
    let written = write_stage(&stage, release).and_then(|()| {
        if place.exists() {
            let message = format!("{} is there already", place.display());
            return Err(Failure::new(message).hint("choose another name with `--version`"));
        }
        fs::rename(&stage, &place).map_err(|error| Failure::io("write", &place, &error))
    });
    if written.is_err() {
        // What can not be removed is cleared by the next release.
        let _ = fs::remove_dir_all(&stage);
    }
    written?;
    sync_folder(versions);
    Ok(place)
}

fn write_stage(stage: &Path, release: &Release) -> Result<(), Failure> {
    fs::create_dir_all(stage).map_err(|error| Failure::io("make the folder", stage, &error))?;
    for (name, text) in release.files() {
        let path = stage.join(name);
        File::create_new(&path)
            .and_then(|mut file| {
                file.write_all(text.as_bytes())?;
                file.sync_all()
            })
            .map_err(|error| Failure::io("write", &path, &error))?;
    }
    sync_folder(stage);
    Ok(())
}

/// Has the names in a folder written to the disk, where the system can.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
