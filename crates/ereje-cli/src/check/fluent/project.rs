//! A project of Fluent files: which file translates which.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;

use crate::inputs::{Readings, read_listed};

/// A project of Fluent files.
pub(super) struct Project {
    /// The folder that all paths are told relative to.
    pub(super) root: PathBuf,
    /// The language of the reference.
    pub(super) locale: Locale,
    /// The files of the reference.
    pub(super) reference: Vec<String>,
    /// By locale, the files that translate it.
    pub(super) translations: BTreeMap<Locale, Vec<Wanted>>,
    /// What is wrong with where files are.
    pub(super) found: Vec<Diagnostic>,
    /// The files that say where its files are.
    pub(super) settings: Vec<PathBuf>,
    /// What was read of its files, where they may be mended.
    pub(super) readings: Option<Readings>,
}

impl Project {
    /// The text of one of its files.
    pub(super) fn read(&self, path: &str) -> Result<String, Diagnostic> {
        let text = read_listed(&self.root.join(path), path)?;
        if let Some(readings) = &self.readings {
            readings.note(path, &text);
        }
        Ok(text)
    }
}

/// A file that should be there.
pub(super) struct Wanted {
    pub(super) path: String,
    /// Which file of the reference it translates.
    pub(super) reference: usize,
    pub(super) is_there: bool,
}

/// What tells of a file that translates nothing.
pub(super) fn orphan(path: &str, locale: &Locale) -> Diagnostic {
    let message = "the reference has no file that this one translates";
    let hint = "rename it as the file of the reference is called, or remove it";
    Diagnostic::warning("orphan-file", path, message).hint(hint).of_locale(locale.tag())
}

/// The deepest folder that all `paths` are in, which are absolute.
pub(super) fn common_folder<'p>(paths: impl IntoIterator<Item = &'p Path>) -> PathBuf {
    let mut paths = paths.into_iter();
    let mut common: Vec<Component<'p>> =
        paths.next().map_or(Vec::new(), |p| p.components().collect());
    for path in paths {
        let same = common.iter().zip(path.components()).take_while(|(a, b)| *a == b).count();
        common.truncate(same);
    }
    common.into_iter().collect()
}

/// `path` relative to `root`, with `/` between names.
pub(super) fn below(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let names: Vec<_> = path.components().map(|name| name.as_os_str().to_string_lossy()).collect();
    names.join("/")
}
