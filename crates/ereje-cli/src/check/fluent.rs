//! `check --fluent` and `check --l10n`: any project of Fluent files, which needs
//! no policy and no `ereje.toml`.

mod configured;
mod given;
mod locales;
mod look;
mod project;
mod summary;
mod walk;

use std::process::ExitCode;

use ereje::diagnostic::{Level, sort};
use ereje::locale::Locale;

use super::baseline::{self, Baseline};
use super::{Looked, mend, tell, watch};
use crate::arguments::{CheckArguments, CheckFormat, FluentArguments};
use crate::failure::Failure;
use crate::inputs::Readings;
use crate::watch::Seen;

use locales::locale;
use project::Project;

/// Runs `check` on a project of Fluent files.
pub(super) fn run(options: &CheckArguments) -> Result<ExitCode, Failure> {
    if !options.watch {
        return once(options);
    }
    let root = project(&options.fluent)?.root;
    let what = root.display().to_string();
    watch::run(&what, &|| files(options), &|| u64::MAX, &|| once(options))
}

/// The files that a look depends on, as they are now.
fn files(options: &CheckArguments) -> Seen {
    let mut seen = Seen::new();
    // While its settings or folders can not be read, a project has no files.
    if let Ok(project) = project(&options.fluent) {
        let translations = project.translations.values().flatten().map(|wanted| &wanted.path);
        // Files in which something is wrong without being read are no part of it.
        let others = project.found.iter().map(|told| &told.path);
        let paths = project.reference.iter().chain(translations).chain(others);
        seen.extend(paths.filter_map(|path| watch::stamp(&project.root, path)));
        seen.extend(project.settings.iter().filter_map(|path| watch::given(Some(path))));
    }
    let given = [options.fluent.l10n.as_ref(), options.baseline.as_ref()];
    seen.extend(given.into_iter().filter_map(watch::given));
    seen
}

/// Looks at the project, tells of it, and says how it went.
fn once(options: &CheckArguments) -> Result<ExitCode, Failure> {
    let arguments = &options.fluent;
    let baseline = options.baseline.as_deref().map(Baseline::read).transpose()?;
    let looked = mend::until_nothing_new(options.safety(), || {
        let mut project = project(arguments)?;
        // Who mends nothing does not have to know later what was read.
        project.readings = options.safety().map(|_| Readings::default());
        keep(&mut project, &options.only.locale)?;
        let (mut found, tallies) = look::look(&project);
        found.append(&mut project.found);
        let rules = &options.rule;
        found.retain(|told| rules.is_empty() || rules.iter().any(|rule| rule == told.rule));
        sort(&mut found);
        let known = baseline.as_ref().map(|baseline| baseline.leave_out(&mut found));
        let readings = project.readings.take().unwrap_or_default();
        Ok(Looked { found, root: project.root.clone(), readings, known, of: (project, tallies) })
    })?;
    let Looked { found, known, of: (project, tallies), .. } = looked;
    if let Some(path) = &options.write_baseline {
        return baseline::write(path, &found);
    }
    tell(&found, &project.root, None, options, "--fix");
    if let Some(known) = known {
        known.tell(&found, options.looks_at_all());
    }
    if options.format == CheckFormat::Human {
        summary::tell(&project, &tallies, &found);
    }
    let is_wrong = found.iter().any(|told| told.level == Level::Error);
    Ok(if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The project that the arguments speak of, as it is now.
fn project(arguments: &FluentArguments) -> Result<Project, Failure> {
    let reference = arguments.reference.as_deref();
    match &arguments.l10n {
        Some(config) => configured::read(config, arguments.l10n_base.as_deref(), reference),
        None => given::read(&arguments.fluent, reference),
    }
}

/// Drops the translations that nobody asked for.
fn keep(project: &mut Project, only: &[String]) -> Result<(), Failure> {
    if only.is_empty() {
        return Ok(());
    }
    let mut wanted = Vec::new();
    for tag in only {
        let known = locale(tag).filter(|tag| project.translations.contains_key(tag));
        let Some(known) = known else {
            let names: Vec<_> = project.translations.keys().map(ToString::to_string).collect();
            let failure = Failure::new(format!("there is no translation in `{tag}`"));
            return Err(failure.hint(format!("there are {}", names.join(", "))));
        };
        wanted.push(known);
    }
    project.translations.retain(|locale, _| wanted.contains(locale));
    let tags: Vec<&str> = wanted.iter().map(Locale::tag).collect();
    project.found.retain(|told| told.locale.as_deref().is_none_or(|tag| tags.contains(&tag)));
    Ok(())
}
