//! `import --verify`: whether the policy of the workspace says what the page
//! says.

use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::compose;
use ereje_import::Wanted;
use ereje_import::verify::compare;

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::plan::texts_path;
use crate::{clock, report, workspace};

pub(super) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
    (name, text): (&str, &str),
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let read = workspace::read(&root);
    let Some(plan) = read.plan else {
        report::tell(&read.found, options.format);
        return Ok(ExitCode::FAILURE);
    };
    let manifest = workspace::policy(&plan, &options.policy)?;
    let locale = workspace::locale(manifest, &options.locale)?;
    let path = texts_path(&manifest.id, locale);
    let Ok(texts) = read.inputs.read(&path) else {
        return Err(Failure::new(format!("{path} can not be read"))
            .hint(format!("import the page first: `{program} import {name}` without --verify")));
    };
    let file = FtlFile::parse(path, texts);
    if !file.diagnostics().is_empty() {
        report::tell(file.diagnostics(), options.format);
        return Ok(ExitCode::FAILURE);
    }
    let terms = plan.terms.get(locale);
    let catalog = Catalog::new(locale, &file, terms, &manifest.facts, manifest.published);
    let document = compose(manifest, &catalog);
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let (text, _) = ereje_import::without_navigation(&text, manifest);
    let wanted = Wanted {
        path: name,
        text: &text,
        policy: &manifest.id,
        locale,
        fallback: clock::today("UTC"),
        bottom: "",
    };
    let is_released = plan.history(&manifest.id).is_some_and(|history| !history.is_empty());
    let verdict = compare(&wanted, &document, is_released);
    report::tell(&verdict.told, options.format);
    if options.format == Format::Human {
        match verdict.missing {
            0 => outln!("all {} words of {name} are in `{}`", verdict.words, manifest.id),
            missing => outln!(
                "{missing} of {} words of {name} are not in `{}`",
                verdict.words,
                manifest.id
            ),
        }
    }
    let is_whole = verdict.told.iter().all(|told| !super::is_error(told));
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
