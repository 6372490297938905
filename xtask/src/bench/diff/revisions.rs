//! Revisions of policies on disk, and which of them follow each other.
//!
//! Two Markdown files are revisions of one policy when their paths differ in
//! numbers alone, and the smaller numbers come first. So each of these is
//! understood, below the folder that is given:
//!
//! - a folder a policy: `privacy/001-2024-04-17.md`, `privacy/002-2024-06-13.md`;
//! - a folder a revision: `2024-04-17/privacy.md`, `2024-06-13/privacy.md`;
//! - one folder: `privacy-2024-04-17.md`, `privacy-2024-06-13.md`.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::super::files_below;

/// Revisions, each with the one that follows it.
pub(super) struct Revisions {
    /// How many policies have more than one.
    pub(super) policies: usize,
    /// Old and new file.
    pub(super) pairs: Vec<(PathBuf, PathBuf)>,
}

impl Revisions {
    /// Finds the revisions below a folder.
    pub(super) fn below(folder: &Path) -> io::Result<Revisions> {
        let shown = folder.display();
        if !folder.is_dir() {
            return Err(io::Error::other(format!(
                "there is no folder {shown}; name one that holds revisions of policies in \
                 Markdown, such as `cargo xtask bench diff FOLDER` with \
                 FOLDER/privacy/2024-04-17.md and FOLDER/privacy/2024-06-13.md"
            )));
        }
        let mut policies: BTreeMap<String, Vec<(Vec<u64>, PathBuf)>> = BTreeMap::new();
        for path in files_below(folder)? {
            if path.extension().is_some_and(|ending| ending == "md") {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
                let (policy, numbers) = name_and_numbers(&name);
                policies.entry(policy).or_default().push((numbers, path));
            }
        }
        policies.retain(|_, files| files.len() > 1);
        let mut pairs = Vec::new();
        for files in policies.values_mut() {
            files.sort();
            pairs.extend(files.windows(2).map(|two| (two[0].1.clone(), two[1].1.clone())));
        }
        if pairs.is_empty() {
            return Err(io::Error::other(format!(
                "no two files in {shown} are revisions of one policy: Markdown files whose paths \
                 differ in numbers alone, such as privacy/2024-04-17.md and privacy/2024-06-13.md"
            )));
        }
        Ok(Revisions { policies: policies.len(), pairs })
    }
}

/// A path with its numbers taken out, and the numbers.
fn name_and_numbers(path: &str) -> (String, Vec<u64>) {
    let mut name = String::new();
    let mut numbers = Vec::new();
    let mut before = None;
    for character in path.chars() {
        if let Some(digit) = character.to_digit(10) {
            if !before.is_some_and(|before: char| before.is_ascii_digit()) {
                name.push('#');
                numbers.push(0_u64);
            }
            if let Some(number) = numbers.last_mut() {
                *number = number.saturating_mul(10).saturating_add(digit.into());
            }
        } else {
            name.push(character);
        }
        before = Some(character);
    }
    (name, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revisions_differ_in_numbers_alone() {
        for (one, other) in [
            ("privacy/001-2024-04-17.md", "privacy/002-2024-06-13.md"),
            ("2024-04-17/privacy.md", "2024-06-13/privacy.md"),
            ("privacy-9.md", "privacy-10.md"),
        ] {
            let (one, other) = (name_and_numbers(one), name_and_numbers(other));
            assert_eq!(one.0, other.0);
            assert!(one.1 < other.1);
        }
        let policy = |path| name_and_numbers(path).0;
        assert_ne!(policy("2024/privacy.md"), policy("2024/terms.md"));
    }
}
