//! Moving staged files into place, and removing what no longer belongs.

use std::collections::{HashSet, VecDeque};
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::thread;

use xxhash_rust::xxh3::xxh3_64;

use super::stage::Item;
use super::{OutputRecord, refuse_link};
use crate::failure::Failure;

/// Looks, before anything is moved, whether all staged files can take their
/// places: no link on the way, no file there that is somebody else's.
pub(super) fn check(
    items: &[Item],
    root: &Path,
    owned: &impl Fn(&str) -> bool,
) -> Result<(), Failure> {
    let mut looked_at = HashSet::new();
    for Item { from, path, is_folder } in items {
        for (at, _) in path.match_indices('/').filter(|(at, _)| looked_at.insert(&path[..*at])) {
            let folder = root.join(&path[..at]);
            if let Ok(there) = fs::symlink_metadata(&folder) {
                check_folder(&there, &folder)?;
            }
        }
        check_one((from, *is_folder), root, path, owned)?;
    }
    Ok(())
}

fn check_one(
    (from, is_folder): (&Path, bool),
    root: &Path,
    path: &str,
    owned: &impl Fn(&str) -> bool,
) -> Result<(), Failure> {
    let to = root.join(path);
    let Ok(there) = fs::symlink_metadata(&to) else { return Ok(()) };
    if is_folder {
        check_folder(&there, &to)?;
        for (name, is_folder) in entries(from)? {
            let inner = (from.join(&name), is_folder);
            check_one((&inner.0, inner.1), root, &format!("{path}/{name}"), owned)?;
        }
    } else if there.is_dir() {
        let message = format!("the folder {} is in the way: a file belongs there", to.display());
        return Err(Failure::new(message).hint("move it away"));
    } else if !owned(path) && !same(from, &to) {
        let message = format!("{} is in the way, and Ereje did not write it", to.display());
        let hint = "move it away, or choose another folder with `--out`";
        return Err(Failure::new(message).hint(hint));
    }
    Ok(())
}

/// Whether what is there is a folder, and no link to one.
fn check_folder(there: &fs::Metadata, folder: &Path) -> Result<(), Failure> {
    refuse_link(folder)?;
    if there.is_dir() {
        return Ok(());
    }
    let message = format!("{} is in the way: a folder belongs there", folder.display());
    Err(Failure::new(message).hint("move it away"))
}

fn same(a: &Path, b: &Path) -> bool {
    matches!((fs::read(a), fs::read(b)), (Ok(a), Ok(b)) if a == b)
}

/// So many files whose places others took are let go of one after the other.
const LET_GO: usize = 32;

/// So many times that at once: who does so waits for the disk, and needs no core. Some
/// systems let a program hold no more than 256 files open.
const AT_ONCE: usize = 4;

/// Moves everything from the stage to the output folder. A folder that is not
/// there yet moves as a whole.
pub(super) fn promote(items: &[Item], root: &Path) -> Result<(), Failure> {
    // One after the other: a system moves one file at a time between folders. While it
    // does so, it also gives back the space of the file whose place is taken, unless that
    // is open; so it is kept open, and let go of when others move already.
    thread::scope(|scope| {
        let mut waiting = VecDeque::with_capacity(AT_ONCE);
        for some in items.chunks(LET_GO) {
            let mut replaced = Vec::with_capacity(some.len());
            for Item { from, path, is_folder } in some {
                let to = root.join(path);
                replaced.extend(held(&to));
                promote_one((from, *is_folder), &to)?;
            }
            if waiting.len() == AT_ONCE {
                // A panic of that thread is one of this scope, too.
                drop(waiting.pop_front().map(thread::ScopedJoinHandle::join));
            }
            waiting.push_back(scope.spawn(move || drop(replaced)));
        }
        Ok(())
    })
}

/// A file, kept open. Anything else is not opened: a pipe would be waited for.
fn held(path: &Path) -> Option<File> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|there| there.is_file());
    // Elsewhere than on Unix, an open file may keep others from taking its place.
    if is_file && cfg!(unix) { File::open(path).ok() } else { None }
}

fn promote_one((from, is_folder): (&Path, bool), to: &Path) -> Result<(), Failure> {
    if is_folder && fs::symlink_metadata(to).is_ok() {
        refuse_link(to)?;
        return entries(from)?.iter().try_for_each(|(name, is_folder)| {
            promote_one((&from.join(name), *is_folder), &to.join(name))
        });
    }
    fs::rename(from, to).map_err(|error| Failure::io("write", to, &error))
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
pub(super) fn remove(root: &Path, output: &OutputRecord<'_>) -> Result<bool, Failure> {
    let path = root.join(&*output.path);
    let mut folder = root.to_owned();
    for name in Path::new(&*output.path).parent().into_iter().flat_map(Path::components) {
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
