//! Whether files are as they were recorded, by their sizes and times alone. A policy
//! with a long past has thousands of them, and systems take most of the time for
//! finding the way to each from the root of the disk; so the folders that many of them
//! are in are kept open.

use std::fs;
use std::path::Path;

use super::{OutputRecord, Store};
use crate::inputs::Stamp;

/// Of so many files at least, folders are kept open, where a system lets them.
#[cfg(unix)]
const MANY: usize = 32;

/// A look at some files of the output folder.
pub(crate) struct Glance<'s> {
    root: &'s Path,
    #[cfg(unix)]
    folders: Option<folders::Folders>,
}

impl Store {
    /// A look at so many files, most of which are in few folders.
    #[cfg_attr(not(unix), expect(unused_variables, reason = "folders are not kept open"))]
    pub(crate) fn glance(&self, files: usize) -> Glance<'_> {
        Glance {
            root: self.root(),
            #[cfg(unix)]
            folders: (files >= MANY).then(folders::Folders::default),
        }
    }

    /// Whether files are still as they were recorded, by their sizes and times alone.
    pub(crate) fn are_as_recorded(&self, outputs: &[OutputRecord<'_>]) -> bool {
        self.glance(outputs.len()).are_as_recorded(outputs)
    }
}

impl Glance<'_> {
    /// Whether a file is still as it was recorded, by its size and time alone.
    pub(crate) fn is_as_recorded(&self, output: &OutputRecord<'_>) -> bool {
        self.stamp(&output.path) == Some(output.stamp)
    }

    /// The same of several.
    pub(crate) fn are_as_recorded<'o>(
        &self,
        outputs: impl IntoIterator<Item = &'o OutputRecord<'o>>,
    ) -> bool {
        outputs.into_iter().all(|output| self.is_as_recorded(output))
    }

    /// What the system tells of a file; nothing of a link or a folder.
    fn stamp(&self, path: &str) -> Option<Stamp> {
        #[cfg(unix)]
        if let Some(folders) = &self.folders
            && let Some(told) = folders.stamp(self.root, path)
        {
            return told;
        }
        let told = fs::symlink_metadata(self.root.join(path)).ok()?;
        told.is_file().then(|| Stamp::of(&told))
    }
}

#[cfg(unix)]
mod folders {
    use std::os::fd::OwnedFd;
    use std::path::Path;
    use std::sync::{Mutex, PoisonError};

    use rustix::fs::{AtFlags, FileType, Mode, OFlags, open, statat};

    use crate::inputs::Stamp;

    /// So many folders are kept open at a time; a job writes into fewer.
    const MOST: usize = 16;

    /// Folders that are kept open, by their paths below the output folder.
    #[derive(Default)]
    pub(super) struct Folders(Mutex<Vec<(String, OwnedFd)>>);

    impl Folders {
        /// What the system tells of a file: nothing within where there is no such file,
        /// nothing at all where its folder can not be kept open.
        pub(super) fn stamp(&self, root: &Path, path: &str) -> Option<Option<Stamp>> {
            let mut folders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let below = |folder: &str| path.strip_prefix(folder)?.strip_prefix('/');
            let found = folders.iter().find_map(|(folder, open)| Some((below(folder)?, open)));
            if let Some((rest, folder)) = found {
                return Some(stamp(folder, rest));
            }
            let folder = shared(path)?;
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            let opened = open(root.join(folder), flags, Mode::empty()).ok()?;
            let told = stamp(&opened, below(folder)?);
            if folders.len() == MOST {
                folders.remove(0);
            }
            folders.push((folder.to_owned(), opened));
            Some(told)
        }
    }

    /// The folder that a page of a version is in with all others: a page can have one of
    /// its own below it.
    fn shared(path: &str) -> Option<&str> {
        let (own, _) = path.rsplit_once('/')?;
        own.rsplit_once('/').map(|(folder, _)| folder)
    }

    #[allow(clippy::useless_conversion, reason = "systems have other types for them")]
    fn stamp(folder: &OwnedFd, path: &str) -> Option<Stamp> {
        let told = statat(folder, path, AtFlags::SYMLINK_NOFOLLOW).ok()?;
        if !FileType::from_raw_mode(told.st_mode).is_file() {
            return None;
        }
        let (seconds, nanoseconds) = (told.st_mtime.try_into(), told.st_mtime_nsec.try_into());
        Some(Stamp::new(told.st_size.try_into().ok()?, seconds.ok()?, nanoseconds.ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_at_many_tells_what_a_look_at_one_does() {
        let root = tempfile::tempdir().expect("a folder");
        let root = root.path();
        let store = Store::look(root);
        let paths = ["a/b/c/d.html", "a/b/e/f.html", "a/g.txt", "h.txt", "a/b/c/i/j.json"];
        for path in paths {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(&path, path.as_os_str().len().to_string()).expect("written");
        }
        let (one, many) = (store.glance(1), store.glance(MANY));
        let all = paths.iter().chain(&["a/b/c", "a/none", "none/of/these", "a/b/c/none", ""]);
        for path in all.clone().chain(all) {
            assert_eq!(one.stamp(path), many.stamp(path), "{path}");
        }
        let told = many.stamp(paths[0]).expect("a file");
        assert!(told.bytes > 0 && told.modified > 0);
        fs::remove_file(root.join(paths[0])).expect("removed");
        fs::write(root.join(paths[1]), "changed").expect("written");
        assert_eq!(many.stamp(paths[0]), None);
        assert_eq!(many.stamp(paths[1]).map(|told| told.bytes), Some(7));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("../e/f.html", root.join(paths[0])).expect("linked");
            assert_eq!((one.stamp(paths[0]), many.stamp(paths[0])), (None, None));
        }
    }
}
