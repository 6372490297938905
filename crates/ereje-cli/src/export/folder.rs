//! The folder of exports. What was exported is exported again over itself; a file
//! that somebody has changed since, as a translator does, is not lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ereje::digest::sha256;

use crate::failure::Failure;
use crate::generate::shown;
use crate::store::replace;

/// Says which files were exported, and with which bytes: `sha256sum` reads it.
const RECORD: &str = ".exported";

/// Writes files by their paths below `folder`; gives those that were not there or
/// were other ones. Each appears whole. `is_taken` tells whether nothing would be lost
/// with a file that was changed.
///
/// # Errors
/// Where a file was changed since it was exported: then none is written.
pub(super) fn write(
    folder: &Path,
    files: &[(String, String)],
    force: bool,
    is_taken: &dyn Fn(&str, &[u8]) -> bool,
) -> Result<BTreeSet<String>, Failure> {
    let record_path = folder.join(RECORD);
    let record = fs::read_to_string(&record_path).unwrap_or_default();
    let mut record: BTreeMap<String, String> = record
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(digest, path)| (path.to_owned(), digest.to_owned()))
        .collect();
    let mut to_write = Vec::new();
    for (path, text) in files {
        let full = folder.join(path);
        match fs::symlink_metadata(&full) {
            Err(_) => to_write.push((path, text)),
            Ok(metadata) if !metadata.is_file() => {
                let message = format!("{} is there already, and is no file", shown(&full));
                return Err(Failure::new(message).hint("move it away, or choose another --out"));
            }
            Ok(_) => {
                let there = fs::read(&full).map_err(|error| Failure::io("read", &full, &error))?;
                if there == text.as_bytes() {
                    continue;
                }
                let is_ours = record.get(path).is_some_and(|digest| *digest == sha256(&there));
                if !is_ours && !force && !is_taken(path, &there) {
                    let message = format!(
                        "{} is not as it was exported: somebody has worked in it, and nothing is \
                         overwritten",
                        shown(&full)
                    );
                    // Of formats without codes nothing can be taken back.
                    let hint = match [".po", ".csv", ".json"].iter().any(|end| path.ends_with(end))
                    {
                        true => {
                            "a translation comes back as XLIFF alone: put what was done in it into the \
                             .ftl file by hand, or move it away; --force replaces it"
                        }
                        false => "import it first, or move it away; --force replaces it",
                    };
                    return Err(Failure::new(message).hint(hint));
                }
                to_write.push((path, text));
            }
        }
    }
    let mut written = BTreeSet::new();
    for (path, text) in to_write {
        let full = folder.join(path);
        let parent = full.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .map_err(|error| Failure::io("make the folder", parent, &error))?;
        replace(&full, text.as_bytes()).map_err(|error| Failure::io("write", &full, &error))?;
        written.insert(path.clone());
    }
    for (path, text) in files {
        record.insert(path.clone(), sha256(text.as_bytes()));
    }
    let lines: String = record.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect();
    replace(&record_path, lines.as_bytes())
        .map_err(|error| Failure::io("write", &record_path, &error))?;
    Ok(written)
}
