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
use super::tell;
use crate::arguments::{CheckArguments, CheckFormat};
use crate::failure::Failure;

use locales::locale;
use project::Project;

/// Runs `check` on a project of Fluent files.
pub(super) fn run(options: &CheckArguments) -> Result<ExitCode, Failure> {
    let arguments = &options.fluent;
    let baseline = options.baseline.as_deref().map(Baseline::read).transpose()?;
    let mut project = match &arguments.l10n {
        Some(config) => {
            let reference = arguments.reference.as_deref();
            configured::read(config, arguments.l10n_base.as_deref(), reference)?
        }
        None => given::read(&arguments.fluent, arguments.reference.as_deref())?,
    };
    keep(&mut project, &options.only.locale)?;
    let (mut found, tallies) = look::look(&project);
    found.append(&mut project.found);
    let is_asked = |rule: &str| options.rule.is_empty() || options.rule.iter().any(|r| r == rule);
    found.retain(|told| is_asked(told.rule));
    sort(&mut found);
    if let Some(path) = &options.write_baseline {
        return baseline::write(path, &found);
    }
    let known = baseline.map(|baseline| baseline.leave_out(&mut found));
    tell(&found, &project.root, None, options);
    if let Some(known) = known {
        known.tell(&found, options.looks_at_all());
    }
    if options.format == CheckFormat::Human {
        summary::tell(&project, &tallies, &found);
    }
    let is_wrong = found.iter().any(|told| told.level == Level::Error);
    Ok(if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
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
