//! What came of a plan, policy by policy.

use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, sort};

use super::Given;
use super::policy::{Became, Outcome};
use crate::arguments::{Format, ImportArguments};
use crate::{report, typed};

/// How it ended.
pub(super) enum Ending {
    /// Something is wrong, or waits for a person.
    Refused,
    /// All of it is there already.
    Nothing,
    DryRun,
    Written,
}

/// Tells why nothing can be done with the plan at all.
pub(super) fn refused(mut told: Vec<Diagnostic>, options: &ImportArguments) -> ExitCode {
    sort(&mut told);
    report::tell(&told, options.format);
    if options.format == Format::Human {
        errln!("nothing was written");
    }
    ExitCode::FAILURE
}

/// So many warnings and notes stand beside what keeps a plan from being carried out.
const MOST_BESIDE: usize = 20;

/// Tells what was found. While something waits for a person, the many things that pages
/// lose would hide it; they are told once it is settled.
pub(super) fn found(told: &[Diagnostic], is_whole: bool, format: Format) {
    let waits = |told: &&Diagnostic| super::super::is_error(told) || told.rule == "import-plan";
    let beside = told.iter().filter(|told| !waits(told)).count();
    if is_whole || format == Format::Json || beside <= MOST_BESIDE {
        return report::tell(told, format);
    }
    let now: Vec<Diagnostic> = told.iter().filter(waits).cloned().collect();
    report::tell(&now, format);
    errln!(
        "{beside} warnings and notes about what becomes of pages are told once nothing waits any more; \
         `--format json` lists them now"
    );
}

/// A line a page, and what to do next.
pub(super) fn outcomes(
    program: &str,
    workspace: Option<&Path>,
    options: &ImportArguments,
    given: &Given,
    outcomes: &[Outcome],
    (ending, files): (&Ending, usize),
) {
    if options.format != Format::Human {
        return;
    }
    if matches!(ending, Ending::Nothing) {
        outln!("nothing to do: the workspace has all that the plan names");
        return;
    }
    let policies = given.plan.policies.iter();
    let wide = policies.clone().map(|policy| policy.id.chars().count()).max().unwrap_or(0);
    for (policy, outcome) in policies.zip(outcomes) {
        let tags = outcome.pages.iter().map(|(locale, _)| locale.tag().len());
        let narrow = tags.max().unwrap_or(0);
        for (nth, (locale, became)) in outcome.pages.iter().enumerate() {
            let id = if nth == 0 { policy.id.as_str() } else { "" };
            let what = match became {
                Became::New(what) => what,
                Became::Same => "there already",
                Became::Waits(what, _) => what,
                Became::Nothing(why) => why,
            };
            outln!("  {id:wide$}  {:narrow$}  {what}", locale.tag());
        }
    }
    let place = typed::in_workspace(workspace);
    let counted = |number: usize, what: &str, more: &str| {
        format!("{number} {}", if number == 1 { what } else { more })
    };
    let made = format!(
        "{} in {}",
        counted(outcomes.len(), "policy", "policies"),
        counted(files, "file", "files")
    );
    match ending {
        Ending::Refused => waiting(given, outcomes),
        Ending::DryRun => {
            outln!("would write {made}");
            outln!("nothing was written; run it again without --dry-run");
        }
        Ending::Written => {
            outln!("wrote {made}");
            outln!("next: {program} generate{place}");
        }
        Ending::Nothing => {}
    }
}

/// What a person may write into the plan, once they have looked.
fn waiting(given: &Given, outcomes: &[Outcome]) {
    let waiting = given.plan.policies.iter().zip(outcomes).flat_map(|(policy, outcome)| {
        outcome.pages.iter().filter_map(|(_, became)| match became {
            Became::Waits(_, line) => Some((policy.id.as_str(), line.as_str())),
            _ => None,
        })
    });
    let waiting: Vec<(&str, &str)> = waiting.collect();
    errln!("nothing was written: look at what is told above");
    if !waiting.is_empty() {
        errln!("where it is right as it is, write it so in {}:", given.name);
        for (policy, line) in waiting {
            errln!("  {policy}: {line}");
        }
    }
}
