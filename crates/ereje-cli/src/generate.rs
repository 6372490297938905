//! `generate`: every variant of every policy.

mod keys;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::workspace::WORKSPACE_FILE;
use ereje_render::{Entry, Output, Site, render_indexes};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use crate::arguments::{Format, GenerateArguments};
use crate::failure::Failure;
use crate::inputs::{Inputs, Stamp};
use crate::job::{self, Made, Source};
use crate::plan::{self, Plan, texts_path};
use crate::store::{JobRecord, OutputRecord, Record, Store};
use crate::{compare, report};
use keys::Keys;

/// So many jobs are worth a progress bar.
const MANY: usize = 60;

/// Runs `generate`.
pub(crate) fn run(
    program: &str,
    workspace: Option<&Path>,
    options: &GenerateArguments,
) -> Result<ExitCode, Failure> {
    let root = find_workspace(program, workspace)?;
    // The folder of templates is only known from the settings, which are short.
    let first = Inputs::scan(&root, "");
    let (settings, mut found) = plan::workspace(&first);
    let Some(settings) = settings else {
        report::tell(&found, options.format);
        return Ok(ExitCode::FAILURE);
    };
    let out = match &options.out {
        Some(out) => std::path::absolute(out).unwrap_or_else(|_| out.clone()),
        None => root.join(&settings.outputs.directory),
    };
    let mut inputs = Inputs::scan(&root, &settings.outputs.templates);
    refuse_inputs(&root, &out)?;
    found.append(&mut inputs.found);
    let started = now();
    let mut store = if options.check {
        Store::look(&out)
    } else {
        Store::open(&out, || {
            eprintln!("waiting for another run that writes to {} …", out.display());
        })?
    };
    let known = if options.check { Record::default() } else { store.record.clone() };
    let keys = Keys::new(&inputs, &known, options);
    if found.is_empty() && keys.nothing_changed(&store) && !options.check {
        return Ok(up_to_date(&store, options));
    }
    let plan = plan::read(settings, &mut inputs, &mut found);
    let Some(plan) = plan else {
        store.abandon();
        return Ok(tell_errors(found, options));
    };
    let site = Site::new(&plan.workspace, &plan.languages, &plan.manifests);
    let run = Run {
        site: &site,
        keys: &keys,
        known: &known,
        store: &store,
        plan: &plan,
        inputs: &inputs,
        options,
        failed: AtomicBool::new(found.iter().any(|d| d.level == Level::Error)),
        failure: OnceLock::new(),
        wrong: Mutex::default(),
        compared: Mutex::default(),
    };
    let jobs = run.jobs(&found)?;
    let done = run.all(&jobs);
    found.extend(run.wrong.into_inner().unwrap_or_else(PoisonError::into_inner));
    if let Some(failure) = run.failure.into_inner() {
        store.abandon();
        return Err(failure);
    }
    if found.iter().any(|diagnostic| diagnostic.level == Level::Error) {
        store.abandon();
        return Ok(tell_errors(found, options));
    }
    let compared = run.compared.into_inner().unwrap_or_else(PoisonError::into_inner);
    let finish = Finish { keys: &keys, known: &known, plan: &plan, options, started };
    if options.check {
        finish.check(done, compared, &store)
    } else {
        finish.write(done, &mut store)
    }
}

/// The folder with `ereje.toml`: the one given, or the nearest one above.
pub(crate) fn find_workspace(program: &str, given: Option<&Path>) -> Result<PathBuf, Failure> {
    let here = std::env::current_dir().map_err(|e| Failure::io("find", Path::new("."), &e))?;
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Some(given) = given {
        if given.join(WORKSPACE_FILE).is_file() {
            return Ok(absolute(given));
        }
        let message = format!("there is no {WORKSPACE_FILE} in {}", given.display());
        return Err(Failure::new(message)
            .hint(format!("make a workspace there: `{program} init {}`", given.display())));
    }
    let mut above = here.ancestors();
    above.find(|folder| folder.join(WORKSPACE_FILE).is_file()).map(Path::to_owned).ok_or_else(
        || {
            let message = format!("there is no {WORKSPACE_FILE} here or in a folder above");
            Failure::new(message).hint(format!("go to a workspace, or make one: `{program} init`"))
        },
    )
}

/// An output folder that holds inputs would mix what people write with what is
/// generated.
fn refuse_inputs(root: &Path, out: &Path) -> Result<(), Failure> {
    let is_root =
        out.canonicalize().is_ok_and(|out| root.canonicalize().is_ok_and(|root| root == out));
    let holds = |folder: &str| out.starts_with(root.join(folder));
    if is_root || ["policies", "locales"].iter().any(|folder| holds(folder)) {
        let message = format!("{} holds the texts themselves", out.display());
        return Err(
            Failure::new(message).hint("choose a folder for the output alone, such as `dist`")
        );
    }
    Ok(())
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
}

fn tell_errors(mut found: Vec<Diagnostic>, options: &GenerateArguments) -> ExitCode {
    sort(&mut found);
    report::tell(&found, options.format);
    if options.format == Format::Human {
        eprintln!("nothing was written");
    }
    ExitCode::FAILURE
}

fn up_to_date(store: &Store, options: &GenerateArguments) -> ExitCode {
    let told: String = store.record.jobs.values().map(|job| job.found.as_str()).collect();
    replay(&told, options.format);
    if options.format == Format::Human {
        let files = store.record.outputs().count();
        println!("nothing changed: {files} files in {} are up to date", shown(store.root()));
    }
    ExitCode::SUCCESS
}

/// Tells again what the record kept of an earlier run.
fn replay(told: &str, format: Format) {
    match format {
        Format::Json => print!("{told}"),
        Format::Human => {
            let number = told.lines().count();
            if number > 0 {
                let s = if number == 1 { "" } else { "s" };
                eprintln!(
                    "{number} warning{s} from before still stand{}; `--format json` lists them",
                    if number == 1 { "s" } else { "" }
                );
            }
        }
    }
}

/// A path as a person in this folder would write it.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// A policy in a locale.
type Job<'p> = (&'p Manifest, &'p Locale);

struct Run<'r> {
    keys: &'r Keys,
    known: &'r Record,
    store: &'r Store,
    plan: &'r Plan,
    site: &'r Site<'r>,
    inputs: &'r Inputs,
    options: &'r GenerateArguments,
    /// There is an error, so nothing will be written.
    failed: AtomicBool,
    /// The disk is full, or the like.
    failure: OnceLock<Failure>,
    wrong: Mutex<Vec<Diagnostic>>,
    /// For `--check`: what differs on disk.
    compared: Mutex<Vec<compare::Difference>>,
}

/// What came of all jobs.
#[derive(Default)]
struct Done {
    records: Vec<((String, String), JobRecord)>,
    staged: Vec<String>,
    found: Vec<Diagnostic>,
    shapes: BTreeMap<String, (u64, u64)>,
}

impl<'r> Run<'r> {
    /// The jobs that the options ask for.
    fn jobs(&self, found: &[Diagnostic]) -> Result<Vec<Job<'r>>, Failure> {
        let manifests = &self.plan.manifests;
        for policy in &self.options.policy {
            if !manifests.iter().any(|manifest| manifest.id == *policy) && found.is_empty() {
                return Err(Failure::new(format!("there is no policy `{policy}`")).hint(format!(
                    "there are {}",
                    manifests.iter().map(|m| m.id.as_str()).collect::<Vec<_>>().join(", ")
                )));
            }
        }
        for locale in &self.options.locale {
            let mut locales = manifests.iter().flat_map(|manifest| &manifest.locales);
            if !locales.any(|known| known.tag() == locale) && found.is_empty() {
                return Err(Failure::new(format!("no policy has the locale `{locale}`"))
                    .hint("add it to `locales` in a policy.toml"));
            }
        }
        // Of a policy whose plan is wrong, the texts would seem wrong too.
        let broken: HashSet<&str> = found
            .iter()
            .filter(|d| d.level == Level::Error && d.path.ends_with("policy.toml"))
            .filter_map(|d| d.policy.as_deref())
            .collect();
        let wanted =
            |list: &[String], name: &str| list.is_empty() || list.iter().any(|l| l == name);
        let has_texts = |locale: &Locale| {
            let folder = format!("locales/{locale}/");
            self.inputs
                .files
                .range(folder.clone()..)
                .next()
                .is_some_and(|(p, _)| p.starts_with(&folder))
        };
        Ok(manifests
            .iter()
            .filter(|m| wanted(&self.options.policy, &m.id) && !broken.contains(m.id.as_str()))
            .flat_map(|manifest| manifest.locales.iter().map(move |locale| (manifest, locale)))
            .filter(|(_, locale)| wanted(&self.options.locale, locale.tag()) && has_texts(locale))
            .collect())
    }

    /// Does all jobs whose outputs are not there already.
    fn all(&self, jobs: &[Job<'r>]) -> Done {
        let sources: HashMap<&str, OnceLock<Source>> =
            self.plan.manifests.iter().map(|m| (m.id.as_str(), OnceLock::new())).collect();
        let shapes: BTreeMap<String, (u64, u64)> = self
            .plan
            .manifests
            .par_iter()
            .map(|manifest| {
                let path = texts_path(&manifest.id, &manifest.source_locale);
                let digest = self.keys.digest(&path);
                let known =
                    self.known.shapes.get(&manifest.id).filter(|(known, _)| *known == digest);
                let shape = known.map_or_else(
                    || job::shape(&self.source(manifest, &sources).file),
                    |(_, shape)| *shape,
                );
                (manifest.id.clone(), (digest, shape))
            })
            .collect();
        let progress = progress(jobs.len());
        let made: Vec<_> = jobs
            .par_iter()
            .filter_map(|(manifest, locale)| {
                let shape = shapes.get(&manifest.id).map_or(0, |(_, shape)| *shape);
                let key = self.keys.job(manifest, locale, shape, self.plan, self.options.draft);
                let result = match self.unchanged(manifest, locale, key) {
                    Some(record) => Some((record, Vec::new(), Vec::new())),
                    None => self.one(manifest, locale, key, &sources),
                };
                progress.inc(1);
                let name = (manifest.id.clone(), locale.tag().to_owned());
                result.map(|(record, staged, found)| (name, record, staged, found))
            })
            .collect();
        progress.finish_and_clear();
        let mut done = Done { shapes, ..Done::default() };
        for (name, record, staged, found) in made {
            done.records.push((name, record));
            done.staged.extend(staged);
            done.found.extend(found);
        }
        if !self.failed.load(Ordering::Relaxed) {
            self.indexes(&mut done);
        }
        done
    }

    fn source<'s>(
        &self,
        manifest: &Manifest,
        sources: &'s HashMap<&str, OnceLock<Source>>,
    ) -> &'s Source {
        sources[manifest.id.as_str()]
            .get_or_init(|| job::source(manifest, self.plan, self.inputs, self.options.draft))
    }

    /// What is recorded of a job, if it would come out the same and is there.
    fn unchanged(&self, manifest: &Manifest, locale: &Locale, key: u64) -> Option<JobRecord> {
        let record = self.known.jobs.get(&(manifest.id.clone(), locale.tag().to_owned()))?;
        let is_there = record.key == key
            && !self.store.is_unfinished()
            && record.outputs.iter().all(|output| self.store.is_as_recorded(output));
        is_there.then(|| record.clone())
    }

    fn one(
        &self,
        manifest: &Manifest,
        locale: &Locale,
        key: u64,
        sources: &HashMap<&str, OnceLock<Source>>,
    ) -> Option<(JobRecord, Vec<String>, Vec<Diagnostic>)> {
        let source = self.source(manifest, sources);
        let render = || !self.failed.load(Ordering::Relaxed);
        let Made { entry, outputs, found } =
            match job::run(manifest, locale, source, (self.plan, self.site), self.inputs, render) {
                Ok(made) => made,
                Err(wrong) => {
                    self.failed.store(true, Ordering::Relaxed);
                    self.wrong.lock().unwrap_or_else(PoisonError::into_inner).extend(wrong);
                    return None;
                }
            };
        let name = (manifest.id.as_str(), locale.tag());
        let (outputs, staged) = self.put(name, outputs)?;
        let told: String = found.iter().map(|d| report::json_line(d) + "\n").collect();
        Some((JobRecord { key, entry: Some(entry), outputs, found: told }, staged, found))
    }

    /// Stages what is not on disk already, or compares it with what is.
    fn put(
        &self,
        (policy, locale): (&str, &str),
        outputs: Vec<Output>,
    ) -> Option<(Vec<OutputRecord>, Vec<String>)> {
        if self.options.check {
            let differences =
                outputs.iter().filter_map(|output| compare::difference(self.store.root(), output));
            let mut compared = self.compared.lock().unwrap_or_else(PoisonError::into_inner);
            compared.extend(differences);
            drop(compared);
            let record = |output: Output| OutputRecord::of_unknown_content(&output.path);
            return Some((outputs.into_iter().map(record).collect(), Vec::new()));
        }
        let before = self.known.jobs.get(&(policy.to_owned(), locale.to_owned()));
        let mut records = Vec::with_capacity(outputs.len());
        let mut staged = Vec::new();
        for output in outputs {
            let digest = xxh3_64(&output.bytes);
            let same = before.and_then(|job| {
                job.outputs.iter().find(|known| known.path == output.path && known.digest == digest)
            });
            if let Some(known) = same.filter(|known| self.store.is_as_recorded(known)) {
                records.push(known.clone());
                continue;
            }
            match self.store.stage(&output.path, &output.bytes) {
                Ok(stamp) => {
                    staged.push(output.path.clone());
                    records.push(OutputRecord { path: output.path, stamp, digest });
                }
                Err(failure) => {
                    self.failed.store(true, Ordering::Relaxed);
                    let _ = self.failure.set(failure);
                    return None;
                }
            }
        }
        Some((records, staged))
    }

    /// The index pages, once all that they list is known.
    fn indexes(&self, done: &mut Done) {
        let mut entries: BTreeMap<(String, Locale), Entry> = BTreeMap::new();
        let fresh: HashMap<&(String, String), &JobRecord> =
            done.records.iter().map(|(name, record)| (name, record)).collect();
        for manifest in &self.plan.manifests {
            for locale in &manifest.locales {
                let name = (manifest.id.clone(), locale.tag().to_owned());
                let record = fresh.get(&name).copied().or_else(|| self.known.jobs.get(&name));
                let Some(entry) = record.and_then(|record| record.entry.clone()) else {
                    // A run for one locale in an empty folder: the rest is not known.
                    return;
                };
                entries.insert((name.0, locale.clone()), entry);
            }
        }
        let templates = &self.plan.templates;
        let made = render_indexes(
            &self.plan.manifests,
            &entries,
            self.site,
            templates,
            self.options.draft,
        );
        match made {
            Ok(outputs) => {
                if let Some((outputs, staged)) = self.put(("", ""), outputs) {
                    let record = JobRecord { outputs, ..JobRecord::default() };
                    done.records.push((<(String, String)>::default(), record));
                    done.staged.extend(staged);
                }
            }
            Err(wrong) => {
                self.failed.store(true, Ordering::Relaxed);
                self.wrong.lock().unwrap_or_else(PoisonError::into_inner).push(wrong);
            }
        }
    }
}

fn progress(jobs: usize) -> ProgressBar {
    let target =
        if jobs >= MANY { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} pages")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(u64::try_from(jobs).ok(), target).with_style(style)
}

/// The end of a run without errors.
struct Finish<'f> {
    keys: &'f Keys,
    known: &'f Record,
    plan: &'f Plan,
    options: &'f GenerateArguments,
    started: u64,
}

impl Finish<'_> {
    /// Puts everything into place and says so.
    fn write(&self, done: Done, store: &mut Store) -> Result<ExitCode, Failure> {
        let mut record = self.record(&done);
        let mut found = done.found;
        sort(&mut found);
        report::tell(&found, self.options.format);
        conflict(&record)?;
        let mut obsolete: Vec<OutputRecord> =
            self.known.outputs().filter(|output| !record.has(&output.path)).cloned().collect();
        obsolete.extend(store.leftovers(|path| record.has(path)));
        self.forget_young_inputs(&mut record);
        let written = done.staged.len();
        let removed = obsolete.len();
        let files = record.outputs().count();
        let kept = store.commit(&done.staged, &obsolete, record)?;
        for path in &kept {
            eprintln!(
                "warning: kept {}: it no longer belongs, but was changed since it was written",
                shown(&store.root().join(path))
            );
        }
        if self.options.format == Format::Human {
            println!("{}", self.summary(written, removed - kept.len(), files, store.root()));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn record(&self, done: &Done) -> Record {
        let mut record = Record::default();
        record.settings = self.keys.settings();
        record.inputs = self.keys.inputs().clone();
        record.shapes.clone_from(&done.shapes);
        let partial = !self.options.policy.is_empty() || !self.options.locale.is_empty();
        if partial {
            // Of what was not asked for, everything stays as it is.
            for ((policy, locale), job) in &self.known.jobs {
                record.add(policy, locale, job.clone());
            }
            record.settings = 0;
        }
        for ((policy, locale), job) in &done.records {
            record.add(policy, locale, job.clone());
        }
        record
    }

    /// A file that was changed while it was read, or just before, could change
    /// again without its time telling; its time is forgotten.
    fn forget_young_inputs(&self, record: &mut Record) {
        const CLOCK_STEP: u64 = 20_000_000;
        for (stamp, _) in record.inputs.values_mut() {
            if stamp.modified + CLOCK_STEP >= self.started {
                *stamp = Stamp::default();
            }
        }
    }

    fn summary(&self, written: usize, removed: usize, files: usize, out: &Path) -> String {
        let policies = self.plan.manifests.len();
        let languages = self.plan.languages.len();
        let count = |number: usize, one: &str, many: &str| match number {
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        };
        let mut text = format!(
            "wrote {} ({} in {}) to {}",
            count(written, "file", "files"),
            count(policies, "policy", "policies"),
            count(languages, "language", "languages"),
            shown(out)
        );
        if written < files {
            text.push_str(&format!(", {} unchanged", files - written));
        }
        if removed > 0 {
            text.push_str(&format!(", removed {removed}"));
        }
        if let Some(folder) = &self.plan.workspace.outputs.html {
            let index = out.join(folder).join("index.html");
            text.push_str(&format!("; open {}", shown(&index)));
        }
        if self.options.draft {
            text.push_str(" (a draft)");
        }
        text
    }

    /// Lists what differs on disk.
    fn check(
        &self,
        done: Done,
        mut differences: Vec<compare::Difference>,
        store: &Store,
    ) -> Result<ExitCode, Failure> {
        let record = self.record(&done);
        conflict(&record)?;
        let mut found = done.found;
        sort(&mut found);
        report::tell(&found, self.options.format);
        let partial = !self.options.policy.is_empty() || !self.options.locale.is_empty();
        if !partial {
            let extra = store.record.outputs().filter(|output| !record.has(&output.path));
            differences.extend(extra.filter_map(|output| compare::extra(store.root(), output)));
        }
        Ok(compare::tell(&mut differences, store, record.outputs().count()))
    }
}

/// Two outputs that can not both be written.
fn conflict(record: &Record) -> Result<(), Failure> {
    let mut paths: Vec<&str> = record.outputs().map(|output| output.path.as_str()).collect();
    paths.sort_unstable();
    let fail = |a: &str, b: &str| {
        let message = format!("two outputs would stand in each other's way: {a} and {b}");
        Err(Failure::new(message).hint("change a `permalink`, or a `path` in ereje.toml"))
    };
    for pair in paths.windows(2) {
        if pair[0] == pair[1] {
            return fail(pair[0], pair[1]);
        }
    }
    let files: HashSet<&str> = paths.iter().copied().collect();
    for path in &paths {
        for (at, _) in path.match_indices('/') {
            if files.contains(&path[..at]) {
                return fail(&path[..at], path);
            }
        }
    }
    Ok(())
}
