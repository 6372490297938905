//! The workspace as a plan would leave it: what is on the disk, and what comes to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ereje::diagnostic::{Diagnostic, Level};
use ereje::workspace::WORKSPACE_FILE;

use crate::failure::Failure;
use crate::import::{language, lower};
use crate::store::is_taken;
use crate::workspace::{self, Read};

/// A workspace that is not written yet.
pub(super) struct Work {
    root: PathBuf,
    /// Whether there is none on the disk.
    pub(super) is_new: bool,
    held: BTreeMap<String, Vec<u8>>,
    new: BTreeSet<String>,
    /// What files said that are changed.
    before: BTreeMap<String, String>,
    /// What was told of it before.
    wrong: BTreeSet<(String, String)>,
}

impl Work {
    pub(super) fn of(root: &Path) -> Work {
        let Read { inputs, found, .. } = workspace::read(root);
        let bytes = |path: &String| Some((path.clone(), fs::read(root.join(path)).ok()?));
        Work {
            root: root.to_owned(),
            is_new: !is_taken(&root.join(WORKSPACE_FILE)),
            held: inputs.files.keys().filter_map(bytes).collect(),
            new: BTreeSet::new(),
            before: BTreeMap::new(),
            wrong: found.into_iter().map(|told| (told.path, told.message)).collect(),
        }
    }

    /// What a file says, or would say.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        match self.held.get(path) {
            Some(bytes) => String::from_utf8(bytes.clone()).ok(),
            None => fs::read_to_string(self.root.join(path)).ok(),
        }
    }

    pub(super) fn is_there(&self, path: &str) -> bool {
        self.held.contains_key(path) || is_taken(&self.root.join(path))
    }

    /// Puts in a file, unless it is there; gives it back where it is, and says
    /// something else.
    pub(super) fn add(&mut self, (path, text): (String, String)) -> Option<String> {
        if self.is_there(&path) {
            return (self.text(&path).as_ref() != Some(&text)).then_some(path);
        }
        self.held.insert(path.clone(), text.into_bytes());
        self.new.insert(path);
        None
    }

    /// Has a file say something else.
    pub(super) fn change(&mut self, path: &str, after: String) {
        if !self.new.contains(path)
            && let Some(before) = self.text(path)
        {
            self.before.entry(path.to_owned()).or_insert(before);
        }
        self.held.insert(path.to_owned(), after.into_bytes());
    }

    /// What would be wrong with it as a whole that is not wrong now.
    pub(super) fn wrong(&self) -> Vec<Diagnostic> {
        let mut found = workspace::read_held(&self.held).found;
        let is_known = |told: &Diagnostic| {
            self.wrong.iter().any(|(path, message)| *path == told.path && *message == told.message)
        };
        found.retain(|told| told.level == Level::Error && !is_known(told));
        found
    }

    /// What one policy hangs on: reading all for each page would take longer with
    /// each policy that came before.
    pub(super) fn held_for(&self, policy: &str) -> BTreeMap<String, Vec<u8>> {
        let (folder, texts) = (format!("policies/{policy}/"), format!("{policy}.ftl"));
        let is_its = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or_default();
            path.starts_with(&folder)
                || (!path.starts_with("policies/") && !path.starts_with("locales/"))
                || (path.starts_with("locales/")
                    && ["terms.ftl", "notice.ftl", texts.as_str()].contains(&name))
        };
        let its = self.held.iter().filter(|(path, _)| is_its(path));
        its.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    }

    /// What one policy in languages hangs on where its links are looked at, too: the
    /// plans of the policies that it leads to.
    pub(super) fn held_with_links(&self, policy: &str) -> BTreeMap<String, Vec<u8>> {
        let mut held = self.held_for(policy);
        for path in lower::linked(&held) {
            held.extend(self.held.get(&path).cloned().map(|bytes| (path, bytes)));
        }
        held
    }

    /// How many files come to it.
    pub(super) fn count(&self) -> usize {
        self.new.len() + self.before.len()
    }

    /// Writes all of it, or nothing.
    pub(super) fn write(&self) -> Result<(), Failure> {
        let text = |path: &String| self.text(path).unwrap_or_default();
        let mut files: Vec<(String, String)> =
            self.new.iter().map(|path| (path.clone(), text(path))).collect();
        super::super::in_order(&mut files);
        let changed: Vec<(String, String, String)> = self
            .before
            .iter()
            .map(|(path, before)| (path.clone(), before.clone(), text(path)))
            .filter(|(_, before, after)| before != after)
            .collect();
        language::write(&self.root, &files, &changed).map(drop)
    }
}
