//! Where a report is written: over an earlier one, over nothing else, and nowhere in
//! what is published.

use std::fs;
use std::path::{Path, PathBuf};

use ereje_render::is_report;

use crate::failure::Failure;
use crate::store::replace;

/// A file that may be written.
pub(super) struct Target(PathBuf);

impl Target {
    /// Looks at a path. `published` is the folder of what readers get.
    pub(super) fn at(path: PathBuf, published: &Path) -> Result<Target, Failure> {
        let absolute = std::path::absolute(&path).unwrap_or_else(|_| path.clone());
        let folder = absolute.parent().unwrap_or(&absolute);
        let Ok(real) = folder.canonicalize() else {
            let message = format!("there is no folder {}", folder.display());
            return Err(Failure::new(message).hint("make it, or name another `--out`"));
        };
        if published.canonicalize().is_ok_and(|published| real.starts_with(published)) {
            let message = format!("{} is in the folder that is published", path.display());
            let hint = "a report is for the owner and not for readers: name another `--out`";
            return Err(Failure::new(message).hint(hint));
        }
        match fs::symlink_metadata(&path) {
            Err(_) => return Ok(Target(path)),
            Ok(metadata) if metadata.is_dir() => {
                let message = format!("{} is a folder", path.display());
                let hint = format!("name a file, such as {}", path.join("report.html").display());
                return Err(Failure::new(message).hint(hint));
            }
            Ok(metadata) if metadata.is_file() => {
                let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
                if bytes.is_empty() || is_report(&bytes) {
                    return Ok(Target(path));
                }
            }
            Ok(_) => {}
        }
        let message = format!("{} is there already and is no report of this kind", path.display());
        let hint = "nothing is overwritten: name another `--out`, or move the file away";
        Err(Failure::new(message).hint(hint))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes it whole, or not at all.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        replace(&self.0, bytes).map_err(|error| Failure::io("write", &self.0, &error))
    }
}
