//! The folder of a policy, which one release at a time may change.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::failure::Failure;

/// Held while a version is made.
pub(super) struct Lock {
    file: Option<File>,
}

#[cfg(not(windows))]
impl Lock {
    /// Waits for other releases of the policy to end.
    pub(super) fn of(folder: &Path) -> Result<Lock, Failure> {
        // A lock on the folder itself leaves no file behind. Some systems know
        // no such locks; there, renaming still lets one of two win.
        let Ok(file) = File::open(folder) else { return Ok(Lock { file: None }) };
        match file.lock() {
            Ok(()) => Ok(Lock { file: Some(file) }),
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Lock { file: None }),
            Err(error) => Err(Failure::io("lock", folder, &error)),
        }
    }
}

#[cfg(windows)]
impl Lock {
    /// Waits for other releases of the policy to end.
    pub(super) fn of(folder: &Path) -> Result<Lock, Failure> {
        use std::os::windows::fs::OpenOptionsExt;

        const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
        const ERROR_ACCESS_DENIED: i32 = 5;
        const ERROR_SHARING_VIOLATION: i32 = 32;
        let pause = std::time::Duration::from_millis(50);
        let mut tries = 600;

        // A folder can not be locked here. A file can be one process's alone, and the
        // system removes it when that ends, in whatever way.
        let path = folder.join(".release.lock");
        let mut options = File::options();
        options.write(true).create(true).share_mode(0).custom_flags(FILE_FLAG_DELETE_ON_CLOSE);
        // While it is being removed, access is denied.
        let is_taken = |error: &io::Error| {
            matches!(error.raw_os_error(), Some(ERROR_SHARING_VIOLATION | ERROR_ACCESS_DENIED))
        };
        loop {
            match options.open(&path) {
                Ok(file) => return Ok(Lock { file: Some(file) }),
                Err(error) if is_taken(&error) && tries > 0 => {
                    tries -= 1;
                    std::thread::sleep(pause);
                }
                Err(error) => return Err(Failure::io("lock", &path, &error)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            // Closing the file would do; some systems delay that.
            let _ = file.unlock();
        }
    }
}
