//! `history report`: the past of policies, judged and shown to their owner.

mod compared;
mod target;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use ereje::audit::{Audit, Weight};
use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::version::{History, ORIGIN_FILE, Origin};
use ereje_audit::{PageEvidence, Revision, Subject, audit};
use ereje_render::{render_report, report_data};

use crate::arguments::{Format, ReportArguments, ReportFormat};
use crate::failure::Failure;
use crate::history::time_zone;
use crate::plan::Plan;
use crate::workspace::{self, Read};
use crate::{clock, report};
use target::Target;

/// Runs `history report`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ReportArguments,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Read { plan, found, .. } = workspace::read(&root);
    let Some(plan) = plan else { return Ok(refused(found)) };
    let manifests = policies(&plan, &options.policies, program)?;
    // Mistakes in the texts of today do not matter to what was released.
    let is_of = |told: &&Diagnostic| {
        let versions = |one: &&Manifest| told.path.starts_with(&format!("policies/{}/", one.id));
        told.level == Level::Error && manifests.iter().any(versions)
    };
    let wrong: Vec<Diagnostic> = found.iter().filter(is_of).cloned().collect();
    if !wrong.is_empty() {
        return Ok(refused(wrong));
    }
    let is_json = |path: &Path| path.extension().is_some_and(|ending| ending == "json");
    let format = options.format.unwrap_or_else(|| match options.out.as_deref() {
        Some(path) if is_json(path) => ReportFormat::Json,
        _ => ReportFormat::Html,
    });
    if let (Some(_), [_, _, ..]) = (&options.out, manifests.as_slice()) {
        let hint = "name one policy, or leave `--out` away for one file each";
        return Err(Failure::new("a report is about one policy, and --out is one file").hint(hint));
    }
    // Whether all of them can be written is known before any is.
    let (mut made, mut lost) = (Vec::new(), Vec::new());
    for manifest in manifests {
        let history = workspace::history(&plan, manifest, program)?;
        begins_by(options.on, manifest, history)?;
        let origin = match origin(&root, manifest)? {
            Ok(origin) => origin,
            Err(wrong) => return Ok(refused(wrong)),
        };
        let locales = locales(history, manifest, &options.locale)?;
        let Some(audit) = judged(&plan, manifest, history, (&origin, &locales), options) else {
            continue;
        };
        lost.extend(lost_origin(&audit));
        let out = options.out.clone();
        let target = match (format, out) {
            (ReportFormat::Json, None) => None,
            (_, Some(out)) if out == Path::new("-") => None,
            (_, out) => {
                let path = out.unwrap_or_else(|| format!("{}-history.html", manifest.id).into());
                Some(Target::at(path, &root.join(&plan.workspace.outputs.directory))?)
            }
        };
        let bytes = match format {
            ReportFormat::Json => format!("{}\n", report_data(&audit)).into_bytes(),
            ReportFormat::Html => match render_report(&audit, &plan.languages, &plan.templates) {
                Ok(page) => page,
                Err(diagnostic) => return Ok(refused(vec![diagnostic])),
            },
        };
        made.push((audit, target, bytes));
    }
    if !lost.is_empty() {
        report::tell(&lost, Format::Human);
    }
    for (audit, target, bytes) in made {
        match target {
            None => report::write(&String::from_utf8_lossy(&bytes)),
            Some(target) => {
                target.write(&bytes)?;
                tell(&audit, target.path());
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn refused(mut found: Vec<Diagnostic>) -> ExitCode {
    sort(&mut found);
    report::tell(&found, Format::Human);
    errln!("no report was written");
    ExitCode::FAILURE
}

/// The policies that were named, or all that have versions.
fn policies<'p>(
    plan: &'p Plan,
    named: &[String],
    program: &str,
) -> Result<Vec<&'p Manifest>, Failure> {
    if !named.is_empty() {
        let mut all: Vec<&Manifest> = Vec::new();
        for id in named {
            let manifest = workspace::policy(plan, id)?;
            if all.iter().all(|known| known.id != manifest.id) {
                all.push(manifest);
            }
        }
        return Ok(all);
    }
    // Of one whose versions can not be read, why is told.
    let has_versions = |manifest: &&Manifest| {
        plan.histories.get(&manifest.id).is_none_or(|history| !history.is_empty())
    };
    let all: Vec<&Manifest> = plan.manifests.iter().filter(has_versions).collect();
    if all.is_empty() {
        let hint = format!(
            "release one (`{program} release POLICY --effective DATE`), or import the past of a page"
        );
        return Err(Failure::new("no policy of this workspace has a version yet").hint(hint));
    }
    Ok(all)
}

/// The languages that were named.
fn locales(
    history: &History,
    manifest: &Manifest,
    named: &[String],
) -> Result<Vec<Locale>, Failure> {
    let mut known: Vec<&Locale> = manifest.locales.iter().collect();
    known.extend(history.releases().iter().flat_map(|release| release.texts.keys()));
    let one = |tag: &String| match known.iter().find(|locale| locale.tag() == tag) {
        Some(locale) => Ok((*locale).clone()),
        None => workspace::locale(manifest, tag).cloned(),
    };
    named.iter().map(one).collect()
}

/// What is on record of where the versions come from, if anything is.
pub(crate) fn origin(
    root: &Path,
    manifest: &Manifest,
) -> Result<Result<Origin, Vec<Diagnostic>>, Failure> {
    let name = format!("policies/{}/{ORIGIN_FILE}", manifest.id);
    let path = root.join(&name);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Ok(Origin::default())),
        Err(error) => return Err(Failure::io("read", &path, &error)),
    };
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Origin::parse(&name, &text),
        Err(error) => Err(vec![crate::inputs::not_utf8(&name, &error)]),
    })
}

/// A warning where imported versions have lost the record of where they come from: most
/// that is found in a past rests on it.
fn lost_origin(audit: &Audit) -> Option<Diagnostic> {
    let first = audit.without_origin().first()?;
    let path = format!("policies/{}/{ORIGIN_FILE}", audit.policy);
    let versions = match audit.without_origin().len() {
        1 => format!("version {first} was imported"),
        many => format!("{many} versions from {first} on were imported"),
    };
    let message = format!(
        "{versions}, and nothing is on record of where from: what pages and commits said of their \
         days was not judged"
    );
    let hint = "take the file back from your history, or import the past again elsewhere: until \
                then a report without findings proves nothing";
    Some(Diagnostic::warning("lost-origin", path, message).hint(hint).of_policy(&audit.policy))
}

/// Open matters can not be counted up to a day on which there was nothing yet.
fn begins_by(on: Option<Date>, manifest: &Manifest, history: &History) -> Result<(), Failure> {
    let first = history.releases().first().map(|release| &release.version);
    let Some((first, on)) = first.zip(on).filter(|(first, on)| *on < first.published) else {
        return Ok(());
    };
    let message = format!(
        "there was no version of `{}` on {on} yet: the first, {}, is of {}",
        manifest.id, first.version, first.published
    );
    Err(Failure::new(message).hint("give a later `--on`, or leave it away for today"))
}

fn judged(
    plan: &Plan,
    manifest: &Manifest,
    history: &History,
    (origin, locales): (&Origin, &[Locale]),
    options: &ReportArguments,
) -> Option<Audit> {
    let zone = time_zone(history, manifest);
    let revisions: Vec<Revision> =
        origin.revisions.iter().map(|revision| evidence(revision, zone)).collect();
    audit(&Subject {
        manifest,
        history,
        revisions: &revisions,
        is_shallow: origin.is_shallow,
        profiles: &plan.profiles,
        locales,
        on: options.on.unwrap_or_else(|| clock::today(zone)),
        with: compared::comparisons(),
    })
}

/// A revision as it is judged: with the day of its commit where the policy is.
fn evidence(revision: &ereje::version::Revision, zone: &str) -> Revision {
    let committed = revision.committed.map(|moment| moment.to_string());
    let moment = committed.as_deref().and_then(clock::moment_of);
    let page = |page: &ereje::version::RevisionPage| PageEvidence {
        path: page.path.clone(),
        line: page.date_line.clone(),
        dated: page.dated,
        effective: page.effective,
        problem: page.problem.clone(),
    };
    let pages = revision.pages.iter().map(|(locale, own)| (locale.clone(), page(own)));
    Revision {
        version: revision.version.clone(),
        revision: revision.revision.clone(),
        day: moment.map(|moment| clock::day_of(moment, zone)),
        committed,
        pages: pages.collect(),
    }
}

/// What was written, and what is in it.
fn tell(audit: &Audit, path: &Path) {
    let count = |weight| audit.findings.iter().filter(|one| one.weight == weight).count();
    let versions = match audit.editions.len() {
        1 => "1 version".to_owned(),
        many => format!("{many} versions"),
    };
    outln!(
        "{}: {versions}, {} high, {} medium, {} low; the report is in {}",
        audit.policy,
        count(Weight::High),
        count(Weight::Medium),
        count(Weight::Low),
        path.display()
    );
}
