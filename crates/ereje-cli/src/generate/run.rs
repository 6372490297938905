//! All jobs of a run, on every core.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje_render::{Earlier, Output, Site};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use super::days::Days;
use super::keys::Keys;
use crate::arguments::GenerateArguments;
use crate::failure::Failure;
use crate::freshness::{memory_path, record_path};
use crate::inputs::Inputs;
use crate::job::{self, Made, Source};
use crate::plan::{Plan, texts_path};
use crate::store::{JobRecord, OutputRecord, Record, Store};
use crate::{compare, report, workspace};

/// So many jobs are worth a progress bar.
const MANY: usize = 60;

/// Files of an earlier run by what decided about them.
pub(super) type Parts<'r> = FxHashMap<u64, Vec<&'r OutputRecord<'r>>>;

/// A policy in a locale.
pub(super) type Job<'p> = (&'p Manifest, &'p Locale);

pub(super) struct Run<'r> {
    pub(super) keys: &'r Keys,
    pub(super) known: &'r Record<'r>,
    pub(super) store: &'r Store,
    pub(super) plan: &'r Plan,
    pub(super) days: &'r Days,
    pub(super) site: &'r Site<'r>,
    pub(super) inputs: &'r Inputs,
    pub(super) options: &'r GenerateArguments,
    /// There is an error, so nothing will be written.
    pub(super) failed: AtomicBool,
    /// The disk is full, or the like.
    pub(super) failure: OnceLock<Failure>,
    pub(super) wrong: Mutex<Vec<Diagnostic>>,
    /// For `--check`: what differs on disk.
    pub(super) compared: Mutex<Vec<compare::Difference>>,
}

/// What came of all jobs.
#[derive(Default)]
pub(super) struct Done<'r> {
    pub(super) records: Vec<((String, String), JobRecord<'r>)>,
    pub(super) staged: Vec<String>,
    pub(super) found: Vec<Diagnostic>,
    pub(super) shapes: BTreeMap<String, (u64, u64)>,
    /// Translations whose records have to change, by policy.
    pub(super) outdated: BTreeMap<String, Vec<Locale>>,
}

/// What came of one job.
#[derive(Default)]
struct One<'r> {
    record: JobRecord<'r>,
    staged: Vec<String>,
    found: Vec<Diagnostic>,
    /// The locale, where its record has to change.
    outdated: Option<Locale>,
}

impl<'r> Run<'r> {
    /// The jobs that the options ask for.
    pub(super) fn jobs(&self, found: &[Diagnostic]) -> Result<Vec<Job<'r>>, Failure> {
        let manifests = &self.plan.manifests;
        // What could not be read may be what is asked for.
        let all_read = found.iter().all(|told| told.level != Level::Error);
        for policy in &self.options.policy {
            if !manifests.iter().any(|manifest| manifest.id == *policy) && all_read {
                let names = manifests.iter().map(|manifest| manifest.id.as_str());
                return Err(workspace::no_policy(policy, names));
            }
        }
        for locale in &self.options.locale {
            let known = workspace::each_once(manifests.iter().flat_map(Manifest::all_locales));
            if !known.contains(&locale.as_str()) && all_read {
                let hint = match Locale::parse(locale) {
                    Ok(_) => format!("`ereje init --locales {locale}` begins it"),
                    Err(_) => "add it to `locales` in a policy.toml".to_owned(),
                };
                return Err(Failure::new(format!("no policy has the locale `{locale}`"))
                    .hint(workspace::locale_hint(locale, known.into_iter(), hint)));
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
        Ok(manifests
            .iter()
            .filter(|m| wanted(&self.options.policy, &m.id) && !broken.contains(m.id.as_str()))
            .flat_map(|manifest| manifest.all_locales().map(move |locale| (manifest, locale)))
            .filter(|(_, locale)| wanted(&self.options.locale, locale.tag()))
            .filter(|(_, locale)| self.inputs.has_texts(locale))
            .collect())
    }

    /// Does all jobs whose outputs are not there already.
    pub(super) fn all(&self, jobs: &[Job<'r>]) -> Done<'r> {
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
        let indexed = self.parts("", "");
        let jobs = || {
            jobs.par_iter()
                // So that no core waits long for another's last one.
                .with_max_len(1)
                .filter_map(|(manifest, locale)| {
                    let shape = shapes.get(&manifest.id).map_or(0, |(_, shape)| *shape);
                    let with = (self.plan, self.days);
                    let key = self.keys.job(manifest, locale, shape, with, self.options.draft);
                    let result = match self.unchanged(manifest, locale, key) {
                        Some(record) => Some(One { record, ..One::default() }),
                        None => self.one(manifest, locale, key, &sources),
                    };
                    progress.inc(1);
                    let name = (manifest.id.clone(), locale.tag().to_owned());
                    result.map(|one| (name, one))
                })
                .collect::<Vec<_>>()
        };
        // What apps fetch hangs on no job, and takes as long as several.
        let (made, notices) = rayon::join(jobs, || self.notices(&indexed));
        progress.finish_and_clear();
        let mut done = Done { shapes, ..Done::default() };
        for (name, one) in made {
            let policy = name.0.clone();
            done.records.push((name, one.record));
            done.staged.extend(one.staged);
            done.found.extend(one.found);
            if let Some(locale) = one.outdated {
                done.outdated.entry(policy).or_default().push(locale);
            }
        }
        if !self.failed.load(Ordering::Relaxed) {
            self.indexes(&mut done, notices, &indexed);
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
    fn unchanged(&self, manifest: &Manifest, locale: &Locale, key: u64) -> Option<JobRecord<'r>> {
        let record = self.known.jobs.get(&(manifest.id.clone(), locale.tag().to_owned()))?;
        let has_record = *locale != manifest.source_locale && manifest.locales.contains(locale);
        let is_known = |path: fn(&str, &Locale) -> String| {
            self.keys.is_known(&path(&manifest.id, locale), self.known)
        };
        let is_there = record.key == key
            && (!has_record || is_known(record_path) && is_known(memory_path))
            && !self.store.is_unfinished()
            && self.store.are_as_recorded(&record.outputs);
        is_there.then(|| record.clone())
    }

    fn one(
        &self,
        manifest: &Manifest,
        locale: &Locale,
        key: u64,
        sources: &HashMap<&str, OnceLock<Source>>,
    ) -> Option<One<'r>> {
        let source = self.source(manifest, sources);
        let parts = self.parts(&manifest.id, locale.tag());
        let gists = self.gists(&manifest.id, locale.tag());
        let glance = self.store.glance(parts.len());
        let are_there =
            |files: &Vec<&OutputRecord<'_>>| glance.are_as_recorded(files.iter().copied());
        // Pages can be wrong themselves for who publishes, and all that is wrong is told.
        let render = || self.options.publishes() || !self.failed.load(Ordering::Relaxed);
        let timeline = self.days.timeline(manifest, self.plan).filter(|_| !self.options.draft);
        // Nobody can release what the texts of a policy say that has ended.
        let has_ended = timeline.is_some_and(|timeline| timeline.has_ended());
        let job = job::Job {
            manifest,
            locale,
            source,
            plan: self.plan,
            site: self.site,
            inputs: self.inputs,
            timeline: self.days.timeline(manifest, self.plan),
            locked: self.options.publishes(),
            released: self.options.released || has_ended,
            earlier: Earlier {
                settings: self.keys.pages(manifest, locale, self.plan),
                is_there: &|part| parts.get(&part).is_some_and(are_there),
                gists: &gists,
            },
        };
        let Made { entry, outputs, parts: made, kept, gists, found, is_outdated } =
            match job.run(render) {
                Ok(made) => made,
                Err(wrong) => {
                    self.failed.store(true, Ordering::Relaxed);
                    self.wrong.lock().unwrap_or_else(PoisonError::into_inner).extend(wrong);
                    return None;
                }
            };
        let name = (manifest.id.as_str(), locale.tag());
        let (mut outputs, staged) = self.put(name, outputs)?;
        mark(&mut outputs, (&made, 0), (&kept, &parts));
        let told: String = found.iter().map(|d| report::json_line(d) + "\n").collect();
        let record = JobRecord { key, entry, outputs, found: told, gists: of_record(gists) };
        let outdated = is_outdated.then(|| locale.clone());
        Some(One { record, staged, found, outdated })
    }

    /// What is recorded of a job's pages by what decided about them. Nothing where
    /// every page is looked at.
    pub(super) fn parts(&self, policy: &str, locale: &str) -> Parts<'r> {
        let mut parts = Parts::default();
        let looked_at =
            self.options.check || self.options.publishes() || self.store.is_unfinished();
        let name = (policy.to_owned(), locale.to_owned());
        let job = self.known.jobs.get(&name).filter(|_| !looked_at);
        for output in job.iter().flat_map(|job| &job.outputs).filter(|output| output.part != 0) {
            parts.entry(output.part).or_default().push(output);
        }
        parts
    }

    /// What an earlier run found out about a job's versions. Who publishes, and who
    /// compares, finds it out anew.
    pub(super) fn gists(&self, policy: &str, locale: &str) -> BTreeMap<u64, &'r str> {
        let looked_at = self.options.check || self.options.publishes();
        let name = (policy.to_owned(), locale.to_owned());
        let job = self.known.jobs.get(&name).filter(|_| !looked_at);
        let gists = job.iter().flat_map(|job| &job.gists);
        gists.map(|(key, gist)| (*key, &**gist)).collect()
    }

    /// Stages what is not on disk already, or compares it with what is.
    pub(super) fn put(
        &self,
        (policy, locale): (&str, &str),
        outputs: Vec<Output>,
    ) -> Option<(Vec<OutputRecord<'r>>, Vec<String>)> {
        if self.options.check {
            let differences =
                outputs.iter().filter_map(|output| compare::difference(self.store.root(), output));
            let mut compared = self.compared.lock().unwrap_or_else(PoisonError::into_inner);
            compared.extend(differences);
            drop(compared);
            let record = |output: Output| OutputRecord::of_unknown_content(output.path);
            return Some((outputs.into_iter().map(record).collect(), Vec::new()));
        }
        let before = self.known.jobs.get(&(policy.to_owned(), locale.to_owned()));
        // A job has its core for itself; behind all jobs, every core has nothing else to do.
        let one = |output| self.put_one(before, output);
        let put: Option<Vec<_>> = match policy {
            "" => outputs.into_par_iter().map(one).collect(),
            _ => outputs.into_iter().map(one).collect(),
        };
        let (mut records, mut staged) = (Vec::new(), Vec::new());
        for (record, is_new) in put? {
            if is_new {
                staged.push(record.path.to_string());
            }
            records.push(record);
        }
        Some((records, staged))
    }

    /// Stages one file, if it is not on disk already.
    fn put_one(
        &self,
        before: Option<&JobRecord<'r>>,
        output: Output,
    ) -> Option<(OutputRecord<'r>, bool)> {
        let digest = xxh3_64(&output.bytes);
        let is_same =
            |known: &&OutputRecord<'_>| known.digest == digest && known.path == output.path;
        let same = before.and_then(|job| job.outputs.iter().find(is_same));
        if let Some(known) = same.filter(|known| self.store.glance(1).is_as_recorded(known)) {
            return Some((known.clone(), false));
        }
        match self.store.stage(&output.path, &output.bytes) {
            Ok(stamp) => {
                let path = output.path.into();
                Some((OutputRecord { path, stamp, digest, part: 0 }, true))
            }
            Err(failure) => {
                self.failed.store(true, Ordering::Relaxed);
                let _ = self.failure.set(failure);
                None
            }
        }
    }
}

/// Says of files what decided about them, and adds those that stay as they are.
/// Places are counted from `start`.
pub(super) fn mark<'r>(
    outputs: &mut Vec<OutputRecord<'r>>,
    (made, start): (&[(u64, Range<usize>)], usize),
    (kept, parts): (&[u64], &Parts<'r>),
) {
    for (part, files) in made {
        for output in &mut outputs[start + files.start..start + files.end] {
            output.part = *part;
        }
    }
    for files in kept.iter().filter_map(|part| parts.get(part)) {
        outputs.extend(files.iter().map(|known| (*known).clone()));
    }
}

pub(super) fn of_record<'r>(gists: Vec<(u64, String)>) -> Vec<(u64, Cow<'r, str>)> {
    gists.into_iter().map(|(key, gist)| (key, gist.into())).collect()
}

fn progress(jobs: usize) -> ProgressBar {
    let target =
        if jobs >= MANY { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} pages")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(u64::try_from(jobs).ok(), target).with_style(style)
}
