//! `check`: everything that is wrong with the texts, and nothing written.

use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje_render::Site;
use rayon::prelude::*;

use crate::arguments::{Format, Only};
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::job::{self, Job};
use crate::plan::Plan;
use crate::report;
use crate::workspace::{self, Read};

/// Runs `check`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    only: &Only,
    locked: bool,
    format: Format,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Read { inputs, plan, mut found } = workspace::read(&root);
    let mut texts = 0;
    if let Some(plan) = &plan {
        texts = look(plan, &inputs, only, locked, &mut found)?;
    }
    sort(&mut found);
    report::tell(&found, format);
    if found.iter().any(|told| told.level == Level::Error) {
        return Ok(ExitCode::FAILURE);
    }
    if format == Format::Human {
        let s = if texts == 1 { "" } else { "s" };
        outln!("no errors in {texts} text{s}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Looks at the texts that `only` names, and tells how many there are.
fn look(
    plan: &Plan,
    inputs: &Inputs,
    only: &Only,
    locked: bool,
    found: &mut Vec<Diagnostic>,
) -> Result<usize, Failure> {
    let site = Site::new(
        &plan.workspace,
        &plan.languages,
        &plan.manifests,
        |_| Vec::new(),
        &plan.templates,
    );
    let site = match site {
        Ok(site) => site,
        Err(diagnostic) => {
            found.push(diagnostic);
            return Ok(0);
        }
    };
    let mut texts = 0;
    for (manifest, locales) in workspace::jobs(plan, only)? {
        let of_plan = |told: &Diagnostic| told.level == Level::Error && told.path == manifest.path;
        if found.iter().any(of_plan) {
            // Of a policy whose plan is wrong, the texts would seem wrong too.
            continue;
        }
        let source = job::source(manifest, plan, inputs, false);
        texts += locales.len();
        let told: Vec<Vec<Diagnostic>> = locales
            .into_par_iter()
            .filter(|locale| plan.languages.contains_key(locale))
            .map(|locale| {
                let job = Job {
                    manifest,
                    locale,
                    source: &source,
                    plan,
                    site: &site,
                    inputs,
                    timeline: None,
                    locked: false,
                };
                one(&job, locked).unwrap_or_else(|wrong| wrong)
            })
            .collect();
        found.extend(told.into_iter().flatten());
    }
    Ok(texts)
}

fn one(job: &Job<'_>, locked: bool) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let checked = job.check()?;
    let mut found = checked.found;
    let file = checked.file.as_ref().unwrap_or(&job.source.file);
    if let Some(fresh) = job.fresh(file)? {
        found.extend(fresh.stale(file, Level::Warning));
        found.extend(fresh.outdated().filter(|_| locked));
    }
    Ok(found)
}
