//! `release`: a gate, then one atomic act.

mod again;
mod card;
mod dates;
mod earlier;
mod ending;
pub(crate) mod freeze;
mod gate;
mod lock;
mod proposed;
mod tell;
mod words;

use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::locale::Locale;
use ereje::version::Release;

use crate::arguments::{Format, ReleaseArguments};
use crate::failure::Failure;
use crate::freshness;
use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::workspace::{self, Read};
use crate::{clock, report};
use gate::Gate;
pub(crate) use gate::{meanings, says_the_same, topics, usual_action, write_notices};
use lock::Lock;

/// Runs `release`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ReleaseArguments,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let folder = root.join("policies").join(&options.policy);
    let versions = folder.join("versions");
    let _lock = (!options.dry_run).then(|| Lock::of(&folder)).transpose()?;
    // Read after the lock is held: another release may just have ended.
    let read = workspace::read(&root);
    let Some((inputs, mut plan, mut found)) = read.or_tell(options.format) else {
        return Ok(refused(options));
    };
    let was_dated = date(&mut plan, options);
    let manifest = workspace::policy(&plan, &options.policy)?;
    found.retain(|told| told.rule != "undated" || told.policy.as_ref() != Some(&manifest.id));
    let gate = Gate { manifest, plan: &plan, inputs: &inputs, options };
    let outcome = gate.pass(&mut found)?;
    sort(&mut found);
    report::tell(&found, options.format);
    let is_sound = found.iter().all(|diagnostic| diagnostic.level != Level::Error);
    let Some(proposed) = outcome else { return Ok(refused(options)) };
    if options.dry_run {
        if options.format == Format::Human {
            tell::proposal(&proposed, &plan);
        }
        if !is_sound {
            errln!("it can not be released like this");
            return Ok(ExitCode::FAILURE);
        }
        outln!("nothing was changed; without `--dry-run` this is released");
        return Ok(ExitCode::SUCCESS);
    }
    if !is_sound {
        return Ok(refused(options));
    }
    freeze::clear(&versions)?;
    freeze::write(&versions, &proposed.release)?;
    // With the version the reviews before it are over, those too that nobody has recorded yet
    // since it was edited: they belong to the version before.
    let locales: Vec<&Locale> = manifest.locales.iter().collect();
    let before = freshness::refresh(manifest, &locales, &plan, &inputs).map(drop);
    if let Err(failure) = before.and_then(|()| refresh(&root, &options.policy)) {
        errln!("warning: the records of translations are not up to date: {}", failure.message);
    }
    if options.format == Format::Human {
        tell::to_review(&proposed);
        tell::done((program, given), manifest, &proposed, was_dated);
    }
    Ok(ExitCode::SUCCESS)
}

/// The version as it would be released; tells why there is none.
pub(crate) fn propose(
    plan: &mut Plan,
    inputs: &Inputs,
    options: &ReleaseArguments,
    mut found: Vec<Diagnostic>,
) -> Result<Option<Release>, Failure> {
    date(plan, options);
    let manifest = workspace::policy(plan, &options.policy)?;
    found.retain(|told| told.rule != "undated" || told.policy.as_ref() != Some(&manifest.id));
    let outcome = Gate { manifest, plan, inputs, options }.pass(&mut found)?;
    // That the texts differ from the version is why they are looked at.
    found.retain(|told| told.level == Level::Error);
    sort(&mut found);
    report::tell(&found, options.format);
    Ok(outcome.map(|proposal| proposal.release))
}

/// Brings the records of a policy's translations up to date.
fn refresh(root: &Path, policy: &str) -> Result<(), Failure> {
    let Read { inputs, plan, .. } = workspace::read(root);
    let Some(plan) = plan else { return Ok(()) };
    let manifest = workspace::policy(&plan, policy)?;
    let locales: Vec<&Locale> = manifest.locales.iter().collect();
    freshness::refresh(manifest, &locales, &plan, &inputs).map(drop)
}

fn refused(options: &ReleaseArguments) -> ExitCode {
    if options.format == Format::Human {
        errln!("nothing was released");
    }
    ExitCode::FAILURE
}

/// Dates the policy by the version that is to be released. Tells whether it
/// bore a date of its own.
fn date(plan: &mut Plan, options: &ReleaseArguments) -> bool {
    let mut of_policy = plan.manifests.iter_mut().filter(|one| one.id == options.policy);
    let Some(manifest) = of_policy.next() else { return false };
    let zone = &manifest.notice.time_zone;
    manifest.published = Some(options.published.unwrap_or_else(|| clock::today(zone)));
    !manifest.published_span.is_empty()
}
