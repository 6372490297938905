//! The files that a person edits: where they are, whether they changed, what
//! they say.

mod readings;
mod stamp;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ereje::catalog::MAX_FTL_BYTES;
use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::profile::PROFILES_FOLDER;
use ereje::workspace::WORKSPACE_FILE;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

pub(crate) use readings::Readings;
pub(crate) use stamp::Stamp;

use crate::failure::reason;
use crate::freshness::{MEMORY_END, RECORD_END};
use crate::plan::designs::is_template;

/// The input files of a workspace by path relative to it.
#[derive(Default)]
pub(crate) struct Inputs {
    root: PathBuf,
    /// Files that are not on the disk, such as those of a commit.
    held: Option<BTreeMap<String, Vec<u8>>>,
    /// Files that count instead of what is on the disk in their places.
    laid: BTreeMap<String, Vec<u8>>,
    pub(crate) files: BTreeMap<String, Stamp>,
    /// Folders of released versions, with what is in them and is no file.
    pub(crate) versions: BTreeMap<String, Vec<String>>,
    /// Folders of versions that could not be listed: who reads versions tells.
    pub(crate) unlisted: Vec<Diagnostic>,
    /// Folders of locales that could not be listed: what is in them is not missing.
    pub(crate) closed: BTreeSet<String>,
    /// Other folders that could not be listed.
    pub(crate) found: Vec<Diagnostic>,
    /// What was read of them.
    pub(crate) readings: Readings,
    /// Folders of versions that nobody touched since all of them was read.
    pub(crate) untouched: BTreeSet<String>,
}

impl Inputs {
    /// Lists the inputs: `ereje.toml`, `policies/*/policy.toml`, released
    /// versions, texts and sync records of `locales/*` with what these speak of, `profiles/*.toml`, and the
    /// files in the folder of templates.
    pub(crate) fn scan(root: &Path, templates: &str) -> Inputs {
        let mut inputs = Inputs::of_settings(root);
        for policy in inputs.folders("policies") {
            inputs.add_file(&format!("policies/{policy}/policy.toml"));
            let known = inputs.found.len();
            let versions = inputs.folders(&format!("policies/{policy}/versions"));
            inputs.unlisted.extend(inputs.found.split_off(known));
            inputs.add_versions(
                versions.into_iter().map(|version| format!("policies/{policy}/versions/{version}")),
            );
        }
        let locales = inputs.folders("locales");
        let listed: Vec<_> = locales
            .par_iter()
            .map(|locale| list(root, &format!("locales/{locale}"), is_text))
            .collect();
        let profiles = list(root, PROFILES_FOLDER, is_profile);
        for listed in listed.into_iter().chain([profiles, list(root, templates, is_template)]) {
            match listed {
                Ok(files) => inputs.files.extend(files),
                Err(diagnostic) => {
                    inputs.closed.insert(diagnostic.path.clone());
                    inputs.found.push(diagnostic);
                }
            }
        }
        inputs
    }

    /// `ereje.toml` alone, which says where all else is.
    pub(crate) fn of_settings(root: &Path) -> Inputs {
        let mut inputs = Inputs { root: root.into(), ..Inputs::default() };
        inputs.add_file(WORKSPACE_FILE);
        inputs
    }

    /// The inputs among files that are not on the disk, by path.
    pub(crate) fn held(files: BTreeMap<String, Vec<u8>>, templates: &str) -> Inputs {
        let templates = format!("{templates}/");
        let mut inputs = Inputs::default();
        for (path, bytes) in &files {
            let parts: Vec<&str> = path.split('/').collect();
            match parts.as_slice() {
                [WORKSPACE_FILE]
                | ["policies", _, "policy.toml"]
                | ["policies", _, "versions", _, _] => {}
                ["locales", _, name] if is_text(name) => {}
                [PROFILES_FOLDER, name] if is_profile(name) => {}
                _ if path.strip_prefix(&templates).is_some_and(is_template) => {}
                _ => continue,
            }
            if let ["policies", _, "versions", _, name] = parts.as_slice() {
                if name.starts_with('.') {
                    continue;
                }
                let folder = path[..path.len() - name.len() - 1].to_owned();
                inputs.versions.entry(folder).or_default();
            }
            let bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            inputs.files.insert(path.clone(), Stamp { bytes, modified: 0 });
        }
        inputs.held = Some(files);
        inputs
    }

    /// Whether any text of a language is there.
    pub(crate) fn has_texts(&self, locale: &Locale) -> bool {
        let folder = format!("locales/{locale}/");
        let next = self.files.range(folder.clone()..).next();
        next.is_some_and(|(path, _)| path.starts_with(&folder))
    }

    /// Lays a text over whatever is on the disk in its place.
    pub(crate) fn lay(&mut self, path: String, text: String) {
        let bytes = u64::try_from(text.len()).unwrap_or(u64::MAX);
        self.files.insert(path.clone(), Stamp { bytes, modified: 0 });
        self.laid.insert(path, text.into_bytes());
    }

    /// A file that is not on the disk, or counts instead of it.
    fn in_memory(&self, path: &str) -> Option<Vec<u8>> {
        let held = self.held.as_ref().map(|held| held.get(path).cloned().unwrap_or_default());
        self.laid.get(path).cloned().or(held)
    }

    fn add_file(&mut self, path: &str) {
        if let Ok(metadata) = fs::metadata(self.root.join(path)) {
            self.files.insert(path.to_owned(), Stamp::of(&metadata));
        }
    }

    /// Lists the folders of versions, and what does not belong there with them.
    fn add_versions(&mut self, folders: impl Iterator<Item = String>) {
        let folders: Vec<String> = folders.collect();
        let listed: Vec<_> =
            folders.par_iter().map(|folder| list_version(&self.root, folder)).collect();
        for (folder, listed) in folders.into_iter().zip(listed) {
            match listed {
                Ok((files, strange)) => {
                    self.files.extend(files);
                    self.versions.insert(folder, strange);
                }
                Err(diagnostic) => self.unlisted.push(diagnostic),
            }
        }
    }

    /// The names of the folders in `folder`, in order, but for hidden ones.
    pub(crate) fn folders(&mut self, folder: &str) -> Vec<String> {
        if let Some(held) = &self.held {
            let start = format!("{folder}/");
            let below = held.keys().filter_map(|path| path.strip_prefix(&start)?.split_once('/'));
            let mut names: Vec<String> = below.map(|(name, _)| name.to_owned()).collect();
            names.dedup();
            names.retain(|name| !name.starts_with('.'));
            return names;
        }
        let entries = match fs::read_dir(self.root.join(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
            Err(error) => {
                self.found.push(unreadable(folder, &error));
                return Vec::new();
            }
        };
        let mut names: Vec<String> = entries
            .filter_map(Result::ok)
            .filter(|entry| entry.path().is_dir())
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> Result<String, Diagnostic> {
        if let Some(bytes) = self.in_memory(path) {
            return String::from_utf8(bytes).map_err(|error| not_utf8(path, &error));
        }
        let text = read_text(&self.root.join(path), path)?;
        self.readings.note(path, &text);
        Ok(text)
    }

    /// What the system tells of a file now; nothing where it is not there.
    pub(crate) fn stamp(&self, path: &str) -> Stamp {
        fs::metadata(self.root.join(path)).map_or_else(|_| Stamp::default(), |m| Stamp::of(&m))
    }

    /// The workspace's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        if let Some(bytes) = self.in_memory(path) {
            return Ok(bytes);
        }
        file_bytes(&self.root, path)
    }

    /// The digest of a file's bytes; of one that can not be read, of nothing.
    pub(crate) fn digest(&self, path: &str) -> u64 {
        self.bytes(path).map_or(0, |bytes| xxh3_64(&bytes))
    }
}

/// What a file holds whose path is relative to the workspace.
pub(crate) fn file_bytes(root: &Path, path: &str) -> Result<Vec<u8>, Diagnostic> {
    let full = root.join(path);
    is_file(&full, path)?;
    fs::read(full).map_err(|error| unreadable(path, &error))
}

/// What the system tells of a file. Anything else than one is not opened: a pipe
/// would be waited for.
fn is_file(full: &Path, path: &str) -> Result<fs::Metadata, Diagnostic> {
    let metadata = fs::metadata(full).map_err(|error| unreadable(path, &error))?;
    as_file(&metadata, path)?;
    Ok(metadata)
}

/// The size of what has to be a file.
fn as_file(metadata: &fs::Metadata, path: &str) -> Result<u64, Diagnostic> {
    if !metadata.is_file() {
        let message = "this is no file";
        return Err(
            Diagnostic::error("unreadable-file", path, message).hint("put a file in its place")
        );
    }
    Ok(metadata.len())
}

/// The text of the file at `full`, which people know as `path`.
pub(crate) fn read_text(full: &Path, path: &str) -> Result<String, Diagnostic> {
    // What is no file may have no end, or keep whoever opens it waiting.
    is_file(full, path)?;
    read_listed(full, path)
}

/// The same of what was listed as a file: it is not asked for by its path again, which
/// takes as long as reading it.
pub(crate) fn read_listed(full: &Path, path: &str) -> Result<String, Diagnostic> {
    let failed = |error: io::Error| unreadable(path, &error);
    let file = fs::File::open(full).map_err(failed)?;
    let size = as_file(&file.metadata().map_err(failed)?, path)?;
    if size > MAX_FTL_BYTES as u64 {
        // Rounded up, so that it is never said to be as large as it may be.
        let size = size.div_ceil(1 << 20);
        let most = MAX_FTL_BYTES >> 20;
        let message = format!("the file is too large: {size} MiB, where {most} are the most");
        let hint = "is it the right file? a long text has less than one";
        return Err(Diagnostic::error("file-too-large", path, message).hint(hint));
    }
    // Room for all of it, and to see its end.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 32);
    file.take(MAX_FTL_BYTES as u64).read_to_end(&mut bytes).map_err(failed)?;
    // The quick look says yes or no; the slow one says where.
    let quick = simdutf8::basic::from_utf8(&bytes).map(str::to_owned);
    quick.or_else(|_| String::from_utf8(bytes).map_err(|error| not_utf8(path, &error)))
}

fn is_text(name: &str) -> bool {
    [".ftl", RECORD_END, MEMORY_END].iter().any(|end| name.ends_with(end))
}

fn is_profile(name: &str) -> bool {
    name.ends_with(".toml")
}

/// The files in the folder of a version, and the names of what is no file.
fn list_version(root: &Path, folder: &str) -> Result<(Files, Vec<String>), Diagnostic> {
    let entries = fs::read_dir(root.join(folder)).map_err(|error| unreadable(folder, &error))?;
    let (mut files, mut strange) = (Vec::new(), Vec::new());
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        // What systems leave in every folder, such as `.DS_Store`.
        if name.starts_with('.') {
            continue;
        }
        // A name that is no text is none of a version's.
        let is_text = entry.file_name().to_str().is_some();
        match entry.metadata() {
            Ok(metadata) if metadata.is_file() && is_text => {
                files.push((format!("{folder}/{name}"), Stamp::of(&metadata)));
            }
            _ => strange.push(name),
        }
    }
    strange.sort();
    Ok((files, strange))
}

type Files = Vec<(String, Stamp)>;
type Listed = Result<Files, Diagnostic>;

fn list(root: &Path, folder: &str, wanted: impl Fn(&str) -> bool) -> Listed {
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(folder, &error)),
    };
    let mut files = Vec::new();
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.') && wanted(name)) else {
            continue;
        };
        // Through links, as the file will be read. A link that leads nowhere is not
        // nothing: reading it tells why.
        let stamp = fs::metadata(entry.path()).map_or_else(|_| Stamp::default(), |m| Stamp::of(&m));
        files.push((format!("{folder}/{name}"), stamp));
    }
    Ok(files)
}

fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    let message = format!("can not be read: {}", reason(error));
    let hint = match error.kind() {
        io::ErrorKind::PermissionDenied => "give yourself the permission to read it",
        _ => "check that it is there and whole",
    };
    Diagnostic::error("unreadable-file", path, message).hint(hint)
}

pub(crate) fn not_utf8(path: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let bytes = error.as_bytes();
    let at = error.utf8_error().valid_up_to();
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Diagnostic::error("not-utf8", path, "the file is in UTF-16")
            .hint("save it as UTF-8 without byte-order mark");
    }
    let line_start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |nl| nl + 1);
    let line_end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |nl| at + nl);
    // The lines up to the place are sound; behind it, what can be shown is.
    let shown = String::from_utf8_lossy(&bytes[line_start..line_end]);
    let text = String::from_utf8_lossy(&bytes[..line_start]).into_owned() + &shown;
    let message = format!("the byte 0x{:02X} is no UTF-8", bytes[at]);
    Diagnostic::error("not-utf8", path, message)
        .at(&text, at..at + '\u{FFFD}'.len_utf8())
        .hint("save the file as UTF-8; it was saved in another encoding")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_encoding_is_told_at_its_place() {
        let told = |bytes: &[u8]| {
            let error = String::from_utf8(bytes.to_vec()).expect_err("no UTF-8");
            not_utf8("x.ftl", &error)
        };
        let latin = told(b"a = one\nb = caf\xe9\n");
        let place = latin.place.expect("a place");
        assert_eq!((place.line, place.column, place.span.start), (2, 8, 15));
        assert!(told(b"\xff\xfea\0").message.contains("UTF-16"));
    }
}
