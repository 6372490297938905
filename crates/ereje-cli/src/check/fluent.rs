//! `check --fluent` and `check --l10n`: any project of Fluent files, which needs
//! no policy and no `ereje.toml`.

mod configured;
mod given;
mod locales;
mod look;
mod only;
mod project;
mod summary;
mod walk;

use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level, sort, there_are};
use ereje::locale::Locale;

use super::baseline::{self, Baseline};
use super::{Looked, mend, tell, watch};
use crate::arguments::{CheckArguments, CheckFormat, FluentArguments};
use crate::ending::leave;
use crate::failure::Failure;
use crate::inputs::Readings;
use crate::watch::Seen;

use locales::locale;
use only::Only;
use project::Project;

/// Runs `check` on a project of Fluent files.
pub(super) fn run(options: &CheckArguments) -> Result<ExitCode, Failure> {
    if !options.watch {
        return once(options);
    }
    let root = project(&options.fluent, Only::ALL)?.root;
    let what = root.display().to_string();
    watch::run(&what, &|| files(options), &|| u64::MAX, &|| once(options))
}

/// The files that a look depends on, as they are now.
fn files(options: &CheckArguments) -> Seen {
    let mut seen = Seen::new();
    // While its settings or folders can not be read, a project has no files.
    if let Ok(project) = project(&options.fluent, Only::ALL) {
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
        let wanted: Vec<Locale> =
            options.only.locale.iter().filter_map(|tag| locale(tag)).collect();
        let mut project = project(arguments, Only(&wanted))?;
        // Who mends nothing does not have to know later what was read.
        project.readings = options.safety().map(|_| Readings::default());
        keep(&mut project, options, Only(&wanted))?;
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
    leave((found, project));
    Ok(if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The project that the arguments speak of, as it is now.
fn project(arguments: &FluentArguments, only: Only<'_>) -> Result<Project, Failure> {
    let reference = arguments.reference.as_deref();
    match &arguments.l10n {
        Some(config) => configured::read(config, arguments.l10n_base.as_deref(), reference, only),
        None => given::read(&arguments.fluent, reference, only),
    }
}

/// Drops what is left of translations that nobody asked for. All that were asked for
/// have to be there.
fn keep(project: &mut Project, options: &CheckArguments, only: Only<'_>) -> Result<(), Failure> {
    let is_there =
        |tag: &&String| locale(tag).is_some_and(|tag| project.translations.contains_key(&tag));
    if let Some(tag) = options.only.locale.iter().find(|tag| !is_there(tag)) {
        // The others may have been passed over.
        let all = self::project(&options.fluent, Only::ALL)?;
        let failure = Failure::new(format!("there is no translation in `{tag}`"));
        return Err(failure.hint(there_are(all.translations.keys().map(Locale::tag))));
    }
    project.translations.retain(|locale, _| only.wants(locale));
    let is_of_others = |told: &Diagnostic| {
        let told = told.locale.as_deref().and_then(locale);
        told.is_some_and(|told| !only.wants(&told))
    };
    project.found.retain(|told| !is_of_others(told));
    Ok(())
}
