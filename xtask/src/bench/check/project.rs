//! The files to check, and which of them are whose.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::super::files_below;

/// A folder with texts in all languages.
pub(super) struct Project {
    pub(super) root: PathBuf,
    /// The locale of the reference.
    pub(super) reference: String,
    /// All Fluent files.
    pub(super) files: Vec<PathBuf>,
    /// Where files of the reference are: what stands before and behind the locale,
    /// for tools that want to be told.
    pub(super) places: BTreeSet<(String, String)>,
    /// The other locales, with the number of their files.
    pub(super) locales: BTreeMap<String, usize>,
    bytes: u64,
}

impl Project {
    /// Looks through a folder.
    pub(super) fn below(root: &Path, reference: &str) -> io::Result<Project> {
        let root = fs::canonicalize(root)?;
        let mut files = files_below(&root)?;
        files.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
        files.sort();
        let below = |path: &PathBuf| {
            path.strip_prefix(&root).unwrap_or(path).to_string_lossy().replace('\\', "/")
        };
        let names: Vec<String> = files.iter().map(below).collect();
        let cuts: Vec<_> = names.iter().flat_map(|name| cuts(name)).collect();
        let is_reference = |(_, locale, _): &&(&str, &str, &str)| *locale == reference;
        let known: HashSet<(&str, &str)> =
            cuts.iter().filter(is_reference).map(|(before, _, after)| (*before, *after)).collect();
        let mut locales: BTreeMap<String, usize> = BTreeMap::new();
        for (before, locale, after) in &cuts {
            if *locale != reference && known.contains(&(*before, *after)) {
                *locales.entry((*locale).to_owned()).or_default() += 1;
            }
        }
        if locales.is_empty() {
            let message = format!("no translations of `{reference}` in {}", root.display());
            return Err(io::Error::other(message));
        }
        let places = known.iter().map(|(before, after)| ((*before).into(), (*after).into()));
        let places = places.collect();
        let sizes = files.iter().map(|path| fs::metadata(path).map(|file| file.len()));
        let bytes = sizes.sum::<io::Result<u64>>()?;
        Ok(Project { reference: reference.into(), files, places, locales, bytes, root })
    }

    /// The locale with the most files.
    pub(super) fn largest(&self) -> &str {
        let most = self.locales.iter().max_by_key(|(_, files)| **files);
        most.map_or(&self.reference, |(locale, _)| locale)
    }
}

impl fmt::Display for Project {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (files, locales) = (self.files.len(), self.locales.len() + 1);
        write!(to, "{:.1} MB in {files} files of {locales} locales", self.bytes as f64 / 1e6)
    }
}

/// The ways to take one name out of a path, as that of the locale.
fn cuts(path: &str) -> Vec<(&str, &str, &str)> {
    let mut at = 0;
    let mut cuts = Vec::new();
    for piece in path.split('/') {
        let name = piece.strip_suffix(".ftl").unwrap_or(piece);
        cuts.push((&path[..at], name, &path[at + name.len()..]));
        at += piece.len() + 1;
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_a_folder_or_the_name_of_a_file() {
        assert_eq!(cuts("a/en.ftl"), [("", "a", "/en.ftl"), ("a/", "en", ".ftl")]);
    }
}
