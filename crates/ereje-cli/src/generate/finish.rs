//! The end of a run: everything into place, or a list of what differs.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::locale::Locale;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::keys::Keys;
use super::run::Done;
use super::{gone, serial, shown, tell_errors};
use crate::arguments::{Format, GenerateArguments};
use crate::ending::leave_borrowing;
use crate::failure::Failure;
use crate::freshness;
use crate::inputs::{Inputs, Stamp};
use crate::plan::Plan;
use crate::store::{OutputRecord, Record, Store};
use crate::{compare, report};

/// The end of a run without errors.
pub(super) struct Finish<'f> {
    /// What is worth telling of settings and plans.
    pub(super) warned: Vec<Diagnostic>,
    pub(super) keys: &'f Keys,
    pub(super) known: &'f Record<'f>,
    pub(super) plan: &'f Plan,
    pub(super) inputs: &'f Inputs,
    pub(super) options: &'f GenerateArguments,
    pub(super) started: u64,
    /// When another version takes effect.
    pub(super) until: u64,
}

/// What the output folder holds.
struct There {
    files: usize,
    policies: usize,
    languages: usize,
    /// The page to begin with, if there are pages for readers.
    first: Option<String>,
}

impl<'f> Finish<'f> {
    /// Puts everything into place and says so.
    pub(super) fn write(&self, mut done: Done<'f>, store: &Store) -> Result<ExitCode, Failure> {
        // It stands until the plan changes, like what is told of texts.
        if let Some((_, indexes)) = done.records.iter_mut().find(|(name, _)| name.0.is_empty()) {
            indexes.found = self.warned.iter().map(|told| report::json_line(told) + "\n").collect();
        }
        let mut record = self.record(&mut done);
        let mut found = done.found;
        found.extend_from_slice(&self.warned);
        let (paths, known) = rayon::join(|| record.paths(), || self.known.paths());
        let obsolete = || {
            let outputs = self.known.outputs();
            let mut obsolete: Vec<OutputRecord<'_>> =
                outputs.filter(|output| !paths.contains(&*output.path)).cloned().collect();
            obsolete.extend(store.leftovers(&known, |path| paths.contains(path)));
            obsolete
        };
        let (conflict, obsolete) = rayon::join(|| conflict(&record, &paths), obsolete);
        // It is told once: the next run knows nothing of it.
        found.extend(gone::tell((self.plan, self.inputs), self.known, &obsolete));
        if !self.options.draft {
            found.extend(serial::tell(self.plan, store.root(), &obsolete));
        }
        if found.iter().any(|told| told.level == Level::Error) {
            store.abandon();
            return Ok(tell_errors(found, self.options));
        }
        sort(&mut found);
        report::tell(&found, self.options.format);
        conflict?;
        let there = self.there(&record, &paths);
        if !self.options.pseudo {
            self.remember(&done.outdated, &mut record);
        }
        self.forget_young_inputs(&mut record);
        let written = done.staged.len();
        let removed = obsolete.len();
        let kept = store.commit(&done.staged, &obsolete, &record, &known)?;
        for path in &kept {
            errln!(
                "warning: kept {}: it no longer belongs, but was changed since it was written",
                shown(&store.root().join(path))
            );
        }
        if self.options.format == Format::Human {
            outln!("{}", self.summary(written, removed - kept.len(), &there, store.root()));
        }
        leave_borrowing((obsolete, record));
        Ok(ExitCode::SUCCESS)
    }

    /// Brings the records of translations up to date. Where they can not be
    /// written, pages can all the same.
    fn remember(&self, outdated: &BTreeMap<String, Vec<Locale>>, record: &mut Record<'_>) {
        for manifest in &self.plan.manifests {
            let Some(locales) = outdated.get(&manifest.id) else { continue };
            let locales: Vec<&Locale> = locales.iter().collect();
            match freshness::refresh(manifest, &locales, self.plan, self.inputs) {
                Ok(changed) => {
                    for (path, digest) in changed {
                        match digest {
                            Some(digest) => {
                                let input = (self.inputs.stamp(&path), digest);
                                record.inputs.insert(path.into(), input);
                            }
                            None => drop(record.inputs.remove(path.as_str())),
                        }
                    }
                }
                Err(failure) => {
                    errln!(
                        "warning: the record of translations is not up to date: {}",
                        failure.message
                    );
                }
            }
        }
    }

    /// What there is now; of `done`, the records move there.
    fn record(&self, done: &mut Done<'f>) -> Record<'f> {
        let mut record = Record {
            settings: self.keys.settings(),
            until: self.until,
            inputs: self.keys.inputs().map(|(path, input)| (path.into(), input)).collect(),
            shapes: done.shapes.clone(),
            jobs: BTreeMap::new(),
        };
        let partial = !self.options.policy.is_empty() || !self.options.locale.is_empty();
        if partial {
            // Of what was not asked for, everything stays as it is.
            record.jobs.clone_from(&self.known.jobs);
            record.settings = 0;
        }
        record.jobs.extend(std::mem::take(&mut done.records));
        record
    }

    /// A file that was changed while it was read, or just before, could change
    /// again without its time telling; its time is forgotten.
    fn forget_young_inputs(&self, record: &mut Record<'_>) {
        const CLOCK_STEP: u64 = 20_000_000;
        for (stamp, _) in record.inputs.values_mut() {
            if stamp.modified + CLOCK_STEP >= self.started {
                *stamp = Stamp::default();
            }
        }
    }

    /// What the output folder holds after the run.
    fn there(&self, record: &Record<'_>, paths: &FxHashSet<&str>) -> There {
        let jobs = || record.jobs.keys().filter(|(policy, _)| !policy.is_empty());
        let policies: FxHashSet<&str> = jobs().map(|(policy, _)| policy.as_str()).collect();
        let languages: FxHashSet<&str> = jobs().map(|(_, locale)| locale.as_str()).collect();
        let first = self.plan.workspace.outputs.html.as_ref().and_then(|folder| {
            let index = format!("{folder}/index.html");
            if paths.contains(index.as_str()) {
                return Some(index);
            }
            // Of a part of the pages, the one that lives highest.
            let is_page = |path: &&&str| path.starts_with(folder) && path.ends_with("/index.html");
            paths
                .iter()
                .filter(is_page)
                .min_by_key(|path| (path.len(), **path))
                .map(|at| (*at).into())
        });
        let (policies, languages) = (policies.len(), languages.len());
        There { files: paths.len(), policies, languages, first }
    }

    fn summary(&self, written: usize, removed: usize, there: &There, out: &Path) -> String {
        let count = |number: usize, one: &str, many: &str| match number {
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        };
        let mut text = format!(
            "wrote {} ({} in {}) to {}",
            count(written, "file", "files"),
            count(there.policies, "policy", "policies"),
            count(there.languages, "language", "languages"),
            shown(out)
        );
        if written < there.files {
            text.push_str(&format!(", {} unchanged", there.files - written));
        }
        if removed > 0 {
            text.push_str(&format!(", removed {removed}"));
        }
        if let Some(first) = &there.first {
            text.push_str(&format!("; open {}", shown(&out.join(first))));
        }
        if self.options.draft {
            text.push_str(" (a draft)");
        }
        text
    }

    /// Lists what differs on disk.
    pub(super) fn check(
        &self,
        mut done: Done<'f>,
        mut differences: Vec<compare::Difference>,
        recorded: &Record<'_>,
        store: &Store,
    ) -> Result<ExitCode, Failure> {
        let record = self.record(&mut done);
        let paths = record.paths();
        conflict(&record, &paths)?;
        let mut found = done.found;
        found.extend_from_slice(&self.warned);
        sort(&mut found);
        report::tell(&found, self.options.format);
        let partial = !self.options.policy.is_empty() || !self.options.locale.is_empty();
        if !partial {
            let extra = recorded.outputs().filter(|output| !paths.contains(&*output.path));
            differences.extend(extra.filter_map(|output| compare::extra(store.root(), output)));
        }
        Ok(compare::tell(&mut differences, store, paths.len()))
    }
}

/// Two outputs that can not both be written.
fn conflict(record: &Record<'_>, files: &FxHashSet<&str>) -> Result<(), Failure> {
    let paths: Vec<&str> = record.outputs().map(|output| &*output.path).collect();
    // What one shares with the one before has been looked at, in whatever order they are.
    let pairs = paths.par_windows(2).any(|pair| folder_of(pair[0], pair[1], files).is_some());
    let first = paths.first().and_then(|first| folder_of("", first, files));
    if !pairs && first.is_none() && files.len() == paths.len() {
        return Ok(());
    }
    // Always the same two are told.
    let mut paths = paths;
    paths.par_sort_unstable();
    let before = std::iter::once("").chain(paths.iter().copied());
    for (before, path) in before.zip(paths.iter().copied()) {
        let in_the_way = if path == before { Some(path) } else { folder_of(before, path, files) };
        if let Some(other) = in_the_way {
            let message =
                format!("two outputs would stand in each other's way: {other} and {path}");
            let hint = "change a `permalink`, or a `path` in ereje.toml";
            return Err(Failure::new(message).hint(hint));
        }
    }
    Ok(())
}

/// The first of the folders of a path that is a file, of those that are not folders of
/// the path before as well.
fn folder_of<'p>(before: &str, path: &'p str, files: &FxHashSet<&str>) -> Option<&'p str> {
    let shared = before.bytes().zip(path.bytes()).take_while(|(a, b)| a == b).count();
    let folders = path.match_indices('/').filter(|(at, _)| *at >= shared);
    folders.map(|(at, _)| &path[..at]).find(|folder| files.contains(folder))
}
