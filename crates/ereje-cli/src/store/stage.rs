//! Where new files wait until all of them are there. A file whose folder is there
//! waits by itself, under a number; a folder that is not there yet waits as a whole,
//! with all that belongs into it.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::refuse_link;
use crate::failure::Failure;
use crate::inputs::Stamp;

/// So many folders take what waits by itself, in turn: systems make one file at a
/// time in a folder.
const FOLDERS: usize = 16;

/// The files of a run that are not in place yet.
pub(super) struct Stage {
    folder: PathBuf,
    /// The output folder.
    root: PathBuf,
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    /// Where each goes, below the output folder, and whether it is a folder; its place
    /// is its number.
    items: Vec<(String, bool)>,
    /// By folder of the output: where its files wait, or nothing where the folder is
    /// there.
    folders: HashMap<String, Option<PathBuf>>,
}

/// A file or a folder that waits, and where it goes.
pub(super) struct Item {
    pub(super) from: PathBuf,
    /// Below the output folder.
    pub(super) path: String,
    pub(super) is_folder: bool,
}

impl Stage {
    pub(super) fn new(folder: PathBuf, root: &Path) -> Stage {
        Stage { folder, root: root.into(), waiting: Mutex::default() }
    }

    /// Writes a file. The stamp is the one that it will have in its place.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<Stamp> {
        let mut file = File::create_new(self.place(path)?)?;
        file.write_all(bytes)?;
        file.metadata().map(|metadata| Stamp::of(&metadata))
    }

    /// What waits, by where it goes.
    pub(super) fn items(&self) -> Vec<Item> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let items = waiting.items.iter().enumerate();
        let item = |(number, (path, is_folder)): (_, &(String, bool))| Item {
            from: self.numbered(number),
            path: path.clone(),
            is_folder: *is_folder,
        };
        let mut items: Vec<Item> = items.map(item).collect();
        items.sort_by(|a, b| a.path.cmp(&b.path));
        items
    }

    /// Throws away what waits.
    pub(super) fn clear(&self) -> Result<(), Failure> {
        refuse_link(&self.folder)?;
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Waiting::default();
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Failure::io("clear", &self.folder, &error))
            }
            _ => Ok(()),
        }
    }

    /// Where a file waits.
    fn place(&self, path: &str) -> io::Result<PathBuf> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        Ok(match self.folder(folder, &mut waiting)? {
            Some(folder) => folder.join(name),
            None => self.number(path, false, &mut waiting)?,
        })
    }

    /// Where the files of a folder wait, which is made; nothing where the folder is
    /// there, so that each file waits by itself.
    fn folder(&self, folder: &str, waiting: &mut Waiting) -> io::Result<Option<PathBuf>> {
        if let Some(known) = waiting.folders.get(folder) {
            return Ok(known.clone());
        }
        let is_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|one| one.is_dir());
        let (parent, name) = folder.rsplit_once('/').unwrap_or(("", folder));
        let parent = if folder.is_empty() { None } else { self.folder(parent, waiting)? };
        let place = match parent {
            Some(parent) => Some(parent.join(name)),
            None if folder.is_empty() || is_folder(&self.root.join(folder)) => None,
            None => Some(self.number(folder, true, waiting)?),
        };
        if let Some(place) = &place {
            fs::create_dir(place)?;
        }
        waiting.folders.insert(folder.to_owned(), place.clone());
        Ok(place)
    }

    /// Where something waits by itself.
    fn number(&self, path: &str, is_folder: bool, waiting: &mut Waiting) -> io::Result<PathBuf> {
        let number = waiting.items.len();
        let place = self.numbered(number);
        if number < FOLDERS {
            place.parent().map_or(Ok(()), fs::create_dir_all)?;
        }
        waiting.items.push((path.to_owned(), is_folder));
        Ok(place)
    }

    fn numbered(&self, number: usize) -> PathBuf {
        self.folder.join((number % FOLDERS).to_string()).join(number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_folder_waits_as_a_whole_and_a_file_of_another_by_itself() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(root.path().join("old/inner")).expect("made");
        let stage = Stage::new(root.path().join("stage"), root.path());
        for path in ["old/inner/a", "new/b", "new/inner/c", "old/new/d", "e", "old/f"] {
            let stamp = stage.write(path, path.as_bytes()).expect("written");
            assert_eq!(stamp.bytes, path.len() as u64);
        }
        let items = stage.items();
        let paths: Vec<&str> = items.iter().map(|item| item.path.as_str()).collect();
        assert_eq!(paths, ["e", "new", "old/f", "old/inner/a", "old/new"]);
        let read = |path: PathBuf| fs::read_to_string(path).expect("read");
        assert_eq!(read(items[0].from.clone()), "e");
        assert_eq!(read(items[1].from.join("inner/c")), "new/inner/c");
        assert_eq!(read(items[4].from.join("d")), "old/new/d");
        stage.clear().expect("cleared");
        assert!(stage.items().is_empty() && !root.path().join("stage").exists());
    }

    #[test]
    fn a_link_to_a_folder_is_no_folder() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(root.path().join("elsewhere")).expect("made");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.path().join("elsewhere"), root.path().join("link"))
                .expect("linked");
            let stage = Stage::new(root.path().join("stage"), root.path());
            stage.write("link/a", b"a").expect("written");
            assert_eq!(stage.items()[0].path, "link");
        }
    }
}
