//! Replacing a single file by rename, so that it is never there in part.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Replaces a file, or makes it.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = Beside::write(path, bytes)?;
    beside.rename_to(path)
}

/// Replaces a file that says `before` still, and tells whether it did. Its
/// permissions stay; the new bytes are on the disk before the old ones are gone.
pub(crate) fn replace_unchanged(path: &Path, before: &[u8], bytes: &[u8]) -> io::Result<bool> {
    let permissions = fs::metadata(path)?.permissions();
    let beside = Beside::write(path, bytes)?;
    fs::set_permissions(&beside.path, permissions)?;
    beside.file.sync_all()?;
    if fs::read(path)? != before {
        return Ok(false);
    }
    beside.rename_to(path).map(|()| true)
}

/// A new file next to the one whose place it takes; removed if it does not.
struct Beside {
    path: PathBuf,
    file: File,
    is_left: bool,
}

impl Beside {
    fn write(path: &Path, bytes: &[u8]) -> io::Result<Beside> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let path = path.with_file_name(format!(".{name}.{}", std::process::id()));
        // A run that was killed may have had the same number.
        let _ = fs::remove_file(&path);
        let file = File::create_new(&path)?;
        let mut beside = Beside { path, file, is_left: true };
        beside.file.write_all(bytes)?;
        Ok(beside)
    }

    fn rename_to(mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)?;
        self.is_left = false;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if self.is_left {
            let _ = fs::remove_file(&self.path);
        }
    }
}
