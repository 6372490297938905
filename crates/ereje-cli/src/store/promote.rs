//! Moving staged files into place, and removing what no longer belongs.

use std::fs;
use std::io;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_64;

use super::{OutputRecord, refuse_link};
use crate::failure::Failure;

/// Looks, before anything is moved, whether all staged files can take their
/// places: no link on the way, no file there that is somebody else's.
pub(super) fn check(
    stage: &Path,
    root: &Path,
    owned: &impl Fn(&str) -> bool,
) -> Result<(), Failure> {
    check_below(stage, root, "", owned)
}

fn check_below(
    from: &Path,
    to: &Path,
    path: &str,
    owned: &impl Fn(&str) -> bool,
) -> Result<(), Failure> {
    for (name, is_folder) in entries(from)? {
        let (inner_from, inner_to) = (from.join(&name), to.join(&name));
        let inner_path = if path.is_empty() { name } else { format!("{path}/{name}") };
        let Ok(there) = fs::symlink_metadata(&inner_to) else { continue };
        if is_folder {
            refuse_link(&inner_to)?;
            if !there.is_dir() {
                let message =
                    format!("{} is in the way: a folder belongs there", inner_to.display());
                return Err(Failure::new(message).hint("move it away"));
            }
            check_below(&inner_from, &inner_to, &inner_path, owned)?;
        } else if there.is_dir() {
            let message =
                format!("the folder {} is in the way: a file belongs there", inner_to.display());
            return Err(Failure::new(message).hint("move it away"));
        } else if !owned(&inner_path) && !same(&inner_from, &inner_to) {
            let message =
                format!("{} is in the way, and Ereje did not write it", inner_to.display());
            let hint = "move it away, or choose another folder with `--out`";
            return Err(Failure::new(message).hint(hint));
        }
    }
    Ok(())
}

fn same(a: &Path, b: &Path) -> bool {
    matches!((fs::read(a), fs::read(b)), (Ok(a), Ok(b)) if a == b)
}

/// Moves everything from the stage to the output folder. A folder that is not
/// there yet moves as a whole.
pub(super) fn promote(from: &Path, to: &Path) -> Result<(), Failure> {
    for (name, is_folder) in entries(from)? {
        let (inner_from, inner_to) = (from.join(&name), to.join(&name));
        if is_folder && fs::symlink_metadata(&inner_to).is_ok() {
            refuse_link(&inner_to)?;
            promote(&inner_from, &inner_to)?;
        } else {
            fs::rename(&inner_from, &inner_to)
                .map_err(|error| Failure::io("write", &inner_to, &error))?;
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<(String, bool)>, Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::io("read", folder, &error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Failure::io("read", folder, &error))?;
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        names.push((entry.file_name().to_string_lossy().into_owned(), is_folder));
    }
    names.sort();
    Ok(names)
}

/// Removes a file that no longer belongs, and the folders that it leaves empty.
/// Tells whether it is gone; a file that was changed since stays.
pub(super) fn remove(root: &Path, output: &OutputRecord) -> Result<bool, Failure> {
    let path = root.join(&output.path);
    let mut folder = root.to_owned();
    for name in Path::new(&output.path).parent().into_iter().flat_map(Path::components) {
        folder.push(name);
        // Behind a link is somebody else's folder.
        if fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_symlink()) {
            return Ok(true);
        }
    }
    let Ok(metadata) = fs::symlink_metadata(&path) else { return Ok(true) };
    let written = metadata.is_file()
        && (output.digest == 0
            || fs::read(&path).is_ok_and(|bytes| xxh3_64(&bytes) == output.digest));
    if !written {
        return Ok(false);
    }
    fs::remove_file(&path).map_err(|error| Failure::io("remove", &path, &error))?;
    let mut parent = path.parent();
    while let Some(folder) = parent.filter(|folder| *folder != root) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
        parent = folder.parent();
    }
    Ok(true)
}
