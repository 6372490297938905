//! `status`: what is translated, what is stale, and what is in force.

mod show;

use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::locale::Locale;
use ereje::manifest::{Manifest, OPTIONAL_MESSAGES};
use ereje::sync::{State, Wording};
use ereje::version::{History, Version};
use ereje_diff::words;
use ereje_render::Site;
use rayon::prelude::*;
use serde::Serialize;

use crate::arguments::{Format, Only};
use crate::failure::Failure;
use crate::freshness::{Change, Fresh};
use crate::history::time_zone;
use crate::inputs::Inputs;
use crate::job::{self, Checked, Job, Source};
use crate::plan::{Plan, texts_path};
use crate::sentences::Sentences;
use crate::workspace::{self, Read};
use crate::{clock, redlines, report, typed};

/// What is known of all policies.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Status {
    schema: &'static str,
    policies: Vec<PolicyStatus>,
}

/// What is known of a policy.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct PolicyStatus {
    policy: String,
    /// Whether its versions are as they were released.
    #[serde(skip)]
    is_sound: bool,
    /// Whether all its languages are here, and not those alone that were asked for.
    #[serde(skip)]
    is_whole: bool,
    in_force: Option<String>,
    /// The version with which the policy has ended, where it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<Coming>,
    /// Versions that take effect later, with their days.
    coming: Vec<Coming>,
    newest: Option<String>,
    /// The language that is the source in the newest version, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    source_was: Option<String>,
    /// Languages of the newest version that the policy has no more.
    #[serde(skip)]
    given_up: Vec<String>,
    locales: Vec<LocaleStatus>,
}

/// A version that takes effect later.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Coming {
    version: String,
    effective: String,
    /// Whether the policy ends with it; there only where it does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ends: bool,
}

impl Coming {
    fn of(version: &Version) -> Coming {
        let Version { version, effective, ends, .. } = version;
        Coming { version: version.clone(), effective: effective.to_string(), ends: *ends }
    }
}

/// What is known of a policy in a language. Lists are of messages.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct LocaleStatus {
    locale: String,
    is_source: bool,
    /// No message is missing, stale or in the words of the source, and there is no error.
    complete: bool,
    messages: usize,
    missing: Vec<String>,
    /// Those that were copied from the source, and say the same still.
    untranslated: Vec<String>,
    /// The same of the sentences in `notice.ftl`, which all policies share.
    untranslated_sentences: Vec<String>,
    stale: Vec<Change>,
    to_review: Vec<Change>,
    errors: usize,
    /// Of the source, in messages that are missing, stale or in its words.
    words_left: usize,
    /// Messages that do not say what the newest version says; nothing where there is
    /// none, or where errors hide it.
    unreleased: Option<Vec<String>>,
    /// Whether the record of the translation is up to date.
    record: &'static str,
}

/// Runs `status`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    only: &Only,
    require_complete: bool,
    format: Format,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Read { inputs, plan, mut found } = workspace::read(&root);
    found.retain(|told| told.level == Level::Error);
    sort(&mut found);
    let Some(plan) = plan else {
        report::tell(&found, format);
        return Ok(ExitCode::FAILURE);
    };
    let policies: Result<Vec<PolicyStatus>, Failure> = workspace::jobs(&plan, only)?
        .into_iter()
        .map(|(manifest, locales)| policy(manifest, &locales, &plan, &inputs))
        .collect();
    let status = Status { schema: "ereje-status/1", policies: policies? };
    match format {
        Format::Human => {
            report::tell(&found, format);
            show::tell(&status, (program, &typed::in_workspace(given)));
        }
        Format::Json => outln!("{}", serde_json::to_string(&status).unwrap_or_default()),
    }
    let locales = status.policies.iter().flat_map(|policy| &policy.locales);
    let complete = found.is_empty() && locales.into_iter().all(|locale| locale.complete);
    if require_complete && !complete {
        if format == Format::Human {
            errln!("not everything is complete");
        }
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn policy(
    manifest: &Manifest,
    locales: &[&Locale],
    plan: &Plan,
    inputs: &Inputs,
) -> Result<PolicyStatus, Failure> {
    let site = Site::new(&plan.workspace, &plan.languages, &plan.manifests, |_| Vec::new());
    // As for a draft: what is missing is counted, and is no error.
    let source = job::source(manifest, plan, inputs, true);
    let sentences = Sentences::of(plan);
    let one = |locale: &&Locale| {
        let job = Job::of_texts((manifest, locale), &source, (plan, inputs), &site);
        in_locale(&job, &source, sentences.copied(locale, &plan.judge))
    };
    let history = plan.history(&manifest.id);
    let none = History::default();
    let zone = time_zone(history.unwrap_or(&none), manifest);
    let today = clock::today(zone);
    let name = |release: &ereje::version::Release| release.version.version.clone();
    let coming = history.map_or_else(Vec::new, |history| {
        history.coming(today).map(|release| Coming::of(&release.version)).collect()
    });
    let newest = history.and_then(|history| history.newest());
    let source = newest.map(|newest| &newest.version.source_locale);
    let source = source.filter(|source| **source != manifest.source_locale);
    let given_up = newest.into_iter().flat_map(|newest| &newest.version.locales);
    let given_up = given_up.filter(|locale| !manifest.locales.contains(locale));
    Ok(PolicyStatus {
        policy: manifest.id.clone(),
        is_sound: plan.histories.contains_key(&manifest.id),
        is_whole: locales.len() == manifest.locales.len(),
        in_force: history.and_then(|history| history.in_force(today)).map(name),
        ended: history.and_then(|history| history.ended(today)).map(|end| Coming::of(&end.version)),
        coming,
        newest: newest.map(name),
        source_was: source.map(|source| source.tag().to_owned()),
        given_up: given_up.map(|locale| locale.tag().to_owned()).collect(),
        locales: locales.par_iter().map(one).collect(),
    })
}

fn in_locale(job: &Job<'_>, source: &Source, untranslated_sentences: Vec<String>) -> LocaleStatus {
    let (manifest, locale) = (job.manifest, job.locale);
    let is_source = *locale == manifest.source_locale;
    let checked = job.check(Level::Warning);
    let mut errors = match &checked {
        Ok(_) => 0,
        Err(wrong) => wrong.iter().filter(|told| told.level == Level::Error).count(),
    };
    let unreleased = checked.as_ref().ok().and_then(|checked| {
        let newest = job.plan.history(&manifest.id)?.newest()?;
        let old = newest.document(locale, manifest)?;
        let of_page = redlines::page(&old, &checked.document);
        let of_page = of_page.into_iter().map(|(message, _)| message.to_owned());
        let changes = redlines::compare(&old, &checked.document);
        Some(of_page.chain(changes.clauses.into_iter().map(|change| change.id)).collect())
    });
    let wording = source.wording(manifest, job.plan);
    let mut status = LocaleStatus {
        locale: locale.tag().to_owned(),
        is_source,
        complete: false,
        messages: wording.iter().filter(|(id, _)| is_needed(id)).count(),
        missing: Vec::new(),
        untranslated: untranslated(&checked, wording),
        untranslated_sentences,
        stale: Vec::new(),
        to_review: Vec::new(),
        errors: 0,
        words_left: 0,
        unreleased,
        record: "source",
    };
    if is_source {
        let ids = manifest.clauses.iter().map(|clause| clause.id.as_str());
        let missing = ids.filter(|id| wording.get(id).is_none());
        status.missing.extend(missing.map(str::to_owned));
        status.messages += status.missing.len();
    } else {
        let path = texts_path(&manifest.id, locale);
        let file = FtlFile::parse(&path, job.inputs.read(&path).unwrap_or_default());
        match job.fresh(&file) {
            Ok(Some(fresh)) => stand(&mut status, &fresh, job.inputs),
            Ok(None) => {}
            Err(wrong) => {
                status.record = "broken";
                errors += wrong.len();
            }
        }
        let is_stale = |id: &&String| status.stale.iter().any(|change| change.message == **id);
        let copied = status.untranslated.iter().filter(|id| !is_stale(id));
        let left = status.missing.iter().chain(status.stale.iter().map(|change| &change.message));
        let left = left.chain(copied);
        let texts = left.filter_map(|id| wording.get(id));
        let count =
            |text: &str| words(text).iter().filter(|w| w.contains(char::is_alphanumeric)).count();
        status.words_left = texts.map(|text| count(&text.text)).sum();
    }
    status.errors = errors;
    status.complete = errors == 0
        && [&status.missing, &status.untranslated, &status.untranslated_sentences]
            .iter()
            .all(|list| list.is_empty())
        && status.stale.is_empty();
    status
}

/// Messages that say what the source says, in its words, in the order of the file.
fn untranslated(checked: &Result<Checked, Vec<Diagnostic>>, wording: &Wording) -> Vec<String> {
    let found = match checked {
        Ok(checked) => &checked.found,
        Err(wrong) => wrong,
    };
    let mut of_rule: Vec<&Diagnostic> =
        found.iter().filter(|told| told.rule == "untranslated").collect();
    of_rule.sort_by_key(|told| told.place.as_ref().map(|place| place.span.start));
    let ids = of_rule.iter().filter_map(|told| told.clause.clone());
    // Only what is counted as a message of the page.
    let ids = ids.filter(|id| is_needed(id) && wording.get(id).is_some());
    let mut ids: Vec<String> = ids.collect();
    ids.dedup();
    ids
}

/// Whether every language has this message, so that all count to the same number.
fn is_needed(id: &str) -> bool {
    !OPTIONAL_MESSAGES.contains(&id)
}

/// How a translation stands to its source.
fn stand(status: &mut LocaleStatus, fresh: &Fresh<'_>, inputs: &Inputs) {
    status.messages = fresh.standing.states.keys().filter(|id| is_needed(id)).count();
    let names = |state| fresh.standing.of(state).map(str::to_owned);
    status.missing.extend(names(State::Missing));
    status.stale = fresh.changes(State::Stale, inputs);
    status.to_review = fresh.changes(State::Review, inputs);
    status.record = if fresh.is_outdated() { "outdated" } else { "current" };
}
