//! What decides about an output, as one number: if it is the same as when the
//! output was written, the output is the same too.

use std::collections::BTreeSet;
use std::hash::Hash;
use std::sync::OnceLock;

use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::workspace::WORKSPACE_FILE;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::Xxh3;

use super::days::Days;
use crate::arguments::GenerateArguments;
use crate::clock;
use crate::inputs::{Inputs, Stamp};
use crate::plan::{Plan, texts_path};
use crate::store::{Record, Store};

/// So many outputs are looked at together.
const AT_ONCE: usize = 256;

/// Digests of everything that is read.
pub(super) struct Keys {
    /// The program, the kind of run, and what was asked for.
    settings: u64,
    /// The program and the kind of run.
    program: u64,
    inputs: FxHashMap<String, (Stamp, u64)>,
    templates: u64,
    /// Where links to policies lead, and which clauses those have.
    linked: OnceLock<(u64, u64)>,
    unchanged: bool,
    /// What becomes of a text that is not released.
    unreleased: (bool, bool),
}

impl Keys {
    /// Takes the digest of each input from the record where the file has not
    /// been touched since, and reads it where it has.
    pub(super) fn new(inputs: &Inputs, known: &Record<'_>, options: &GenerateArguments) -> Keys {
        let program = program(options);
        let settings = settings(program, options);
        let digests: FxHashMap<String, (Stamp, u64)> = inputs
            .files
            .par_iter()
            .map(|(path, stamp)| {
                let digest = match known.inputs.get(path.as_str()) {
                    // A file without a time may have been touched all the same.
                    Some((known, digest)) if known == stamp && stamp.modified > 0 => *digest,
                    _ => inputs.digest(path),
                };
                (path.clone(), (*stamp, digest))
            })
            .collect();
        let same = |(path, (_, digest)): (&String, &(Stamp, u64))| {
            known.inputs.get(path.as_str()).is_some_and(|(_, known)| known == digest)
        };
        // A version that was to come may have taken effect.
        let unchanged = settings == known.settings
            && clock::now() < known.until
            && digests.len() == known.inputs.len()
            && digests.iter().all(same);
        let mut templates = Xxh3::new();
        let others = ["locales/", "policies/", "profiles/"];
        let in_templates = |path: &str| !others.iter().any(|folder| path.starts_with(folder));
        for path in inputs.files.keys().filter(|path| in_templates(path) && *path != WORKSPACE_FILE)
        {
            templates.update(path.as_bytes());
            templates.update(&digests[path].1.to_le_bytes());
        }
        Keys {
            settings,
            program,
            inputs: digests,
            templates: templates.digest(),
            linked: OnceLock::new(),
            unchanged,
            unreleased: (options.locked, options.released),
        }
    }

    /// Whether everything that would be written is there already.
    pub(super) fn nothing_changed(&self, known: &Record<'_>, store: &Store) -> bool {
        if !self.unchanged {
            return false;
        }
        let are_there = |files| store.are_as_recorded(files);
        known.outputs().next().is_some()
            && !store.is_unfinished()
            && known.jobs.par_iter().all(|(_, job)| job.outputs.par_chunks(AT_ONCE).all(are_there))
    }

    /// The folders of versions whose files are those that the last run read, and
    /// whose digests it looked at. Who publishes looks at all of them again.
    pub(super) fn untouched(
        inputs: &Inputs,
        known: &Record<'_>,
        publishes: bool,
    ) -> BTreeSet<String> {
        if publishes {
            return BTreeSet::new();
        }
        let mut files: FxHashMap<&str, usize> = FxHashMap::default();
        for (folder, _) in known.inputs.keys().filter_map(|path| path.rsplit_once('/')) {
            *files.entry(folder).or_default() += 1;
        }
        let is_known = |(path, stamp): (&String, &Stamp)| {
            let known = known.inputs.get(path.as_str()).map(|(known, _)| known);
            known == Some(stamp) && stamp.modified > 0
        };
        let is_untouched = |version: &&String| {
            let within = format!("{version}/");
            let there = inputs.files.range(within.clone()..);
            let there = || there.clone().take_while(|(path, _)| path.starts_with(&within));
            files.get(version.as_str()) == Some(&there().count()) && there().all(is_known)
        };
        inputs.versions.keys().filter(is_untouched).cloned().collect()
    }

    pub(super) fn settings(&self) -> u64 {
        self.settings
    }

    /// All inputs, with digests.
    pub(super) fn inputs(&self) -> impl Iterator<Item = (&str, (Stamp, u64))> {
        self.inputs.iter().map(|(path, input)| (path.as_str(), *input))
    }

    /// The digest of an input; 0 if it is not there.
    pub(super) fn digest(&self, path: &str) -> u64 {
        self.inputs.get(path).map_or(0, |(_, digest)| *digest)
    }

    /// Whether a file is there and as it was in the last run.
    pub(super) fn is_known(&self, path: &str, known: &Record<'_>) -> bool {
        let known = known.inputs.get(path).map(|(_, digest)| *digest);
        known.is_some() && known == self.inputs.get(path).map(|(_, digest)| *digest)
    }

    /// What decides about the outputs of a job.
    pub(super) fn job(
        &self,
        manifest: &Manifest,
        locale: &Locale,
        shape: u64,
        (plan, days): (&Plan, &Days),
        draft: bool,
    ) -> u64 {
        let mut key = Xxh3::new();
        let mut add = |digest: u64| key.update(&digest.to_le_bytes());
        add(self.program);
        add(self.templates);
        add(self.digest(WORKSPACE_FILE));
        add(self.digest(&manifest.path));
        add(shape);
        add(self.digest(&texts_path(&manifest.id, locale)));
        add(self.digest(&format!("locales/{locale}/terms.ftl")));
        add(self.digest(&format!("locales/{locale}/notice.ftl")));
        if let Some(history) = plan.history(&manifest.id) {
            add(days.standing(&manifest.id, history));
            for release in history.releases() {
                // Its digests stand for all files of the version.
                let version = &release.version.version;
                add(self.digest(&format!("policies/{}/versions/{version}/SHA256SUMS", manifest.id)));
            }
        }
        let (addresses, clauses) = self.linked(plan);
        add(addresses);
        add(clauses);
        let (locked, released) = self.unreleased;
        add(u64::from(locked) + 2 * u64::from(released));
        add(u64::try_from(plan.judge.active()).unwrap_or(u64::MAX));
        if draft {
            add(self.digest(&texts_path(&manifest.id, &manifest.source_locale)));
            for file in ["terms", "notice"] {
                add(self.digest(&format!("locales/{}/{file}.ftl", manifest.source_locale)));
            }
        }
        add_names(&mut key, manifest, plan);
        key.digest()
    }
}

impl Keys {
    /// What decides about each file for apps about a policy's versions, besides
    /// the versions that it tells of.
    pub(super) fn notices(&self, manifest: &Manifest, plan: &Plan) -> u64 {
        let mut key = Xxh3::new();
        let (addresses, _) = self.linked(plan);
        let (workspace, policy) = (self.digest(WORKSPACE_FILE), self.digest(&manifest.path));
        for digest in [self.program, workspace, policy, addresses] {
            key.update(&digest.to_le_bytes());
        }
        add_names(&mut key, manifest, plan);
        key.digest()
    }

    /// What decides about each page of a policy's versions in a language, besides
    /// the versions that it shows.
    pub(super) fn pages(&self, manifest: &Manifest, locale: &Locale, plan: &Plan) -> u64 {
        let mut key = Xxh3::new();
        let terms = self.digest(&format!("locales/{locale}/terms.ftl"));
        let notice = self.digest(&format!("locales/{locale}/notice.ftl"));
        let (workspace, policy) = (self.digest(WORKSPACE_FILE), self.digest(&manifest.path));
        let (addresses, _) = self.linked(plan);
        for digest in [self.program, self.templates, workspace, policy, terms, notice, addresses] {
            key.update(&digest.to_le_bytes());
        }
        add_names(&mut key, manifest, plan);
        key.digest()
    }

    /// What decides about links from one policy to another: where the pages of all are, by
    /// itself, and whether all could be read and which clauses they have, which decides
    /// about what is wrong.
    fn linked(&self, plan: &Plan) -> (u64, u64) {
        *self.linked.get_or_init(|| {
            let (mut addresses, mut clauses) = (Xxh3::new(), Xxh3::new());
            for manifest in &plan.manifests {
                manifest.id.hash(&mut addresses);
                manifest.source_locale.tag().hash(&mut addresses);
                for (locale, page) in manifest.pages() {
                    (locale.tag(), page).hash(&mut addresses);
                }
                for clause in &manifest.clauses {
                    (&manifest.id, &clause.id).hash(&mut clauses);
                }
            }
            plan.policies().is_some().hash(&mut clauses);
            (addresses.digest(), clauses.digest())
        })
    }
}

/// The names of a policy's languages, which stand in the switcher.
fn add_names(key: &mut Xxh3, manifest: &Manifest, plan: &Plan) {
    for locale in manifest.all_locales() {
        key.update(locale.tag().as_bytes());
        let name = plan.languages.get(locale).map_or("", |language| language.language_name());
        key.update(name.as_bytes());
    }
}

/// The program, and whether it makes drafts.
fn program(options: &GenerateArguments) -> u64 {
    let mut hash = Xxh3::new();
    hash.update(env!("CARGO_PKG_VERSION").as_bytes());
    // Another build of the program may render differently.
    if let Ok(program) = std::env::current_exe().and_then(std::fs::metadata) {
        let Stamp { bytes, modified } = Stamp::of(&program);
        (bytes, modified).hash(&mut hash);
    }
    (options.draft, options.pseudo).hash(&mut hash);
    hash.digest()
}

/// The program and what it was asked for.
fn settings(program: u64, options: &GenerateArguments) -> u64 {
    let GenerateArguments {
        policy,
        locale,
        on,
        locked,
        released,
        draft: _,
        pseudo: _,
        out: _,
        check: _,
        format: _,
    } = options;
    let mut hash = Xxh3::new();
    (program, policy, locale, on, locked, released).hash(&mut hash);
    hash.digest()
}
