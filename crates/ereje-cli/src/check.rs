//! `check`: everything that is wrong with the texts, and nothing written.

mod baseline;
mod explain;
mod fluent;
mod github;
mod mend;
mod sarif;
mod shared;
mod summary;
mod watch;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::l10n::{L10N_FILE, read_l10n};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::version::ORIGIN_FILE;
use ereje_check::Judge;
use ereje_render::Site;
use rayon::prelude::*;

use crate::arguments::{CheckArguments, CheckFormat, CheckTopic, Format, Only};
use crate::ending::leave;
use crate::failure::Failure;
use crate::inputs::{Inputs, Readings};
use crate::job::{self, Job};
use crate::plan::{self, Plan};
use crate::sentences::Sentences;
use crate::workspace::{self, Read};
use crate::{audit, clock, git, report};
use baseline::{Baseline, LeftOut};

/// Runs `check`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &CheckArguments,
) -> Result<ExitCode, Failure> {
    if let Some(CheckTopic::Explain { rule }) = &options.topic {
        return explain::run(rule.as_deref());
    }
    options.rule.iter().try_for_each(|rule| explain::known(rule))?;
    if options.fluent.is_asked() {
        return fluent::run(options);
    }
    if options.fluent.reference.is_some() {
        let failure = Failure::new("`--reference` is of no use in a workspace");
        return Err(failure.hint("say what to check: `--fluent FOLDER --reference LOCALE`"));
    }
    let root = workspace::find(program, given)?;
    if !options.watch {
        return once(program, &root, options);
    }
    let list = || {
        let mut seen = crate::watch::look(&root);
        let tools = root.join(L10N_FILE);
        seen.extend([Some(&tools), options.baseline.as_ref()].into_iter().flat_map(watch::given));
        seen
    };
    // On the day after its last one a suppression covers nothing any more.
    let due = || {
        let settings = plan::workspace(&Inputs::of_settings(&root)).0;
        let judge = settings.map(|settings| Judge::new(&settings.lints, clock::today("UTC")));
        let last = judge.and_then(|judge| judge.next_expiry());
        last.map_or(u64::MAX, |last| clock::start_of(clock::days_after(last, 1), "UTC"))
    };
    watch::run(&root.display().to_string(), &list, &due, &|| {
        // A folder that is no workspace any more may become one again.
        once(program, &workspace::find(program, Some(&root))?, options)
    })
}

/// Looks at the workspace, tells of it, and says how it went.
fn once(program: &str, root: &Path, options: &CheckArguments) -> Result<ExitCode, Failure> {
    let baseline = options.baseline.as_deref().map(Baseline::read).transpose()?;
    let looked = mend::until_nothing_new(options.safety(), || {
        let mut looked = look_at_all(root, options)?;
        looked.known = baseline.as_ref().map(|baseline| baseline.leave_out(&mut looked.found));
        Ok(looked)
    })?;
    let Looked { found, known, of: (plan, texts), .. } = looked;
    if let Some(path) = &options.write_baseline {
        return baseline::write(path, &found);
    }
    tell(&found, root, plan.as_ref(), options, &format!("{program} check --fix"));
    if let Some(known) = known {
        known.tell(&found, options.looks_at_all());
    }
    let is_wrong = found.iter().any(|told| told.level == Level::Error);
    leave((found, plan));
    if is_wrong {
        return Ok(ExitCode::FAILURE);
    }
    if options.format == CheckFormat::Human {
        let s = if texts == 1 { "" } else { "s" };
        let new = if options.baseline.is_some() { "new " } else { "" };
        outln!("no {new}errors in {texts} text{s}");
    }
    Ok(ExitCode::SUCCESS)
}

/// What one look at everything gave.
struct Looked<K> {
    /// What is wrong, in order.
    found: Vec<Diagnostic>,
    /// The folder that paths are relative to.
    root: PathBuf,
    /// The files as they were then.
    readings: Readings,
    /// What a baseline left out.
    known: Option<LeftOut>,
    /// What was looked at.
    of: K,
}

/// Looks at the workspace, and counts its texts.
fn look_at_all(
    root: &Path,
    options: &CheckArguments,
) -> Result<Looked<(Option<Plan>, usize)>, Failure> {
    let Read { inputs, mut plan, mut found } = workspace::read(root);
    let mut texts = 0;
    if let Some(plan) = &mut plan {
        plan.judge.look_only_at(&options.rule);
        plan.judge.apply(&mut found);
        texts = look(plan, &inputs, &options.only, options.locked, &mut found)?;
        for (manifest, _) in workspace::jobs(plan, &options.only)? {
            found.extend(origin(root, manifest));
        }
        found.extend(of_tools(root));
        found.extend(unused(plan, &found, options));
    }
    sort(&mut found);
    let readings = inputs.readings;
    Ok(Looked { found, root: root.to_owned(), readings, known: None, of: (plan, texts) })
}

/// Suppressions that nothing needs, once nothing hides what they could cover.
fn unused(plan: &Plan, found: &[Diagnostic], options: &CheckArguments) -> Vec<Diagnostic> {
    if !options.looks_at_all() || found.iter().any(|told| told.level == Level::Error) {
        return Vec::new();
    }
    plan.judge.unused()
}

fn tell(
    found: &[Diagnostic],
    root: &Path,
    plan: Option<&Plan>,
    options: &CheckArguments,
    fix: &str,
) {
    match options.format {
        CheckFormat::Human => {
            report::tell(found, Format::Human);
            let jobs = plan.and_then(|plan| workspace::jobs(plan, &options.only).ok());
            let locales = jobs.into_iter().flatten().flat_map(|(_, locales)| locales);
            for line in summary::lines(found, &workspace::each_once(locales)) {
                errln!("{line}");
            }
            if let Some(offer) = mend::offer(found, fix) {
                errln!("{offer}");
            }
        }
        CheckFormat::Json => report::tell(found, Format::Json),
        CheckFormat::Sarif => outln!("{}", sarif::log(found, &above(root))),
        CheckFormat::Github => {
            for told in found {
                outln!("{}", github::command(told, &above(root)));
            }
        }
    }
}

/// The way from the folder of the repository to the workspace, with its final
/// slash: what reads findings beside a repository wants paths from there.
fn above(root: &Path) -> String {
    let way = git::top(root).and_then(|top| root.strip_prefix(top).ok().map(PathBuf::from));
    let names = way.iter().flat_map(|way| way.iter());
    names.map(|name| format!("{}/", name.to_string_lossy())).collect()
}

/// Looks at the texts that `only` names, and tells how many there are.
pub(crate) fn look(
    plan: &Plan,
    inputs: &Inputs,
    only: &Only,
    locked: bool,
    found: &mut Vec<Diagnostic>,
) -> Result<usize, Failure> {
    let site = Site::new(&plan.workspace, &plan.languages, &plan.manifests, |_| Vec::new());
    let mut texts = 0;
    let mut looked_at: BTreeSet<&Locale> = BTreeSet::new();
    for (manifest, locales) in workspace::jobs(plan, only)? {
        let of_plan = |told: &Diagnostic| told.level == Level::Error && told.path == manifest.path;
        if found.iter().any(of_plan) {
            // Of a policy whose plan is wrong, the texts would seem wrong too.
            continue;
        }
        let source = job::source(manifest, plan, inputs, false);
        texts += locales.len();
        looked_at.extend(&locales);
        let told: Vec<Vec<Diagnostic>> = locales
            .into_par_iter()
            // Of a language without files, all that can be told is told by then.
            .filter(|locale| inputs.has_texts(locale))
            .map(|locale| {
                let job = Job::of_texts((manifest, locale), &source, (plan, inputs), &site);
                one(&job, locked).unwrap_or_else(|wrong| wrong)
            })
            .collect();
        found.extend(told.into_iter().flatten());
    }
    let sentences = Sentences::of(plan);
    for locale in looked_at {
        let mut told = shared::shared(plan, inputs, locale);
        told.extend(shared::unused_terms(plan, inputs, locale).into_iter().flatten());
        told.extend(sentences.weighed(locale, &plan.judge));
        plan.judge.apply(&mut told);
        found.extend(told);
    }
    Ok(texts)
}

/// What is wrong with the list of languages that Mozilla's tools read, where there is one:
/// they would take none from it, or leave it out without a word.
fn of_tools(root: &Path) -> Vec<Diagnostic> {
    let text = match crate::inputs::file_bytes(root, L10N_FILE) {
        Ok(bytes) => String::from_utf8(bytes),
        Err(_) => return Vec::new(),
    };
    match text {
        Ok(text) => read_l10n(L10N_FILE, &text).1,
        Err(error) => vec![crate::inputs::not_utf8(L10N_FILE, &error)],
    }
}

/// What is wrong with the record of where imported versions come from.
fn origin(root: &Path, manifest: &Manifest) -> Vec<Diagnostic> {
    let told = match audit::origin(root, manifest) {
        Ok(read) => read.err().unwrap_or_default(),
        Err(failure) => {
            let path = format!("policies/{}/{ORIGIN_FILE}", manifest.id);
            vec![Diagnostic::error("unreadable-file", path, failure.message)]
        }
    };
    told.into_iter().map(|told| told.of_policy(&manifest.id)).collect()
}

fn one(job: &Job<'_>, locked: bool) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let checked = job.check(Level::Advice)?;
    let mut found = checked.found;
    let file = checked.file.as_ref().unwrap_or(&job.source.file);
    if let Some(fresh) = job.fresh(file)? {
        found.extend(fresh.stale(file, Level::Warning));
        found.extend(fresh.outdated().filter(|_| locked));
        found.extend(fresh.forgotten(job.inputs, locked));
        job.plan.judge.apply(&mut found);
    }
    Ok(found)
}
