//! `export`: texts in the formats of translators, a file for each policy and language.

mod folder;

use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use ereje::catalog::Catalog;
use ereje::compose::compose;
use ereje::diagnostic::{Diagnostic, sort};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje_exchange::csv::csv;
use ereje_exchange::json::json;
use ereje_exchange::page::page;
use ereje_exchange::po::po;
use ereje_exchange::rows::rows;
use ereje_exchange::take::take;
use ereje_exchange::units::units;
use ereje_exchange::xliff;

use crate::arguments::{ExportArguments, ExportFormat, Format, Only};
use crate::exchange::Side;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::report;
use crate::workspace;

/// The folder that is written to, in the workspace.
const FOLDER: &str = "export";

/// Runs `export`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ExportArguments,
) -> Result<ExitCode, Failure> {
    let Some(format) = options.format else {
        let names = ExportFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = names.map(|name| format!("`{}`", name.get_name())).collect();
        let hint =
            format!("add `--format xliff` for translators; the formats are {}", names.join(", "));
        return Err(Failure::new("an export needs --format FORMAT").hint(hint));
    };
    let root = workspace::find(program, given)?;
    let Some((inputs, plan, _)) = workspace::read(&root).or_tell(Format::Human) else {
        return Ok(ExitCode::FAILURE);
    };
    let policy = options.policies.iter().chain(&options.policy).cloned().collect();
    let only = Only { policy, locale: options.locale.clone() };
    let mut files = Vec::new();
    let mut wrong = Vec::new();
    for (manifest, locales) in workspace::jobs(&plan, &only)? {
        for locale in locales {
            let is_source = *locale == manifest.source_locale;
            if is_source && !has_source(format) {
                if options.locale.is_empty() {
                    continue;
                }
                return Err(source_asked(manifest));
            }
            let path = format!("{locale}/{}.{}", manifest.id, format.extension());
            match text((manifest, locale), format, &plan, &inputs) {
                Ok(text) => files.push((path, text)),
                Err(mut told) => wrong.append(&mut told),
            }
        }
    }
    if !wrong.is_empty() {
        sort(&mut wrong);
        wrong.dedup();
        report::tell(&wrong, Format::Human);
        errln!("nothing was written");
        return Ok(ExitCode::FAILURE);
    }
    if files.is_empty() {
        return Err(Failure::new("there is no translation to export")
            .hint("begin a language, as by `ereje init --locales de`"));
    }
    let out = options.out.clone().unwrap_or_else(|| root.join(FOLDER));
    let absolute = std::path::absolute(&out).unwrap_or_else(|_| out.clone());
    crate::generate::refuse_inputs(&root, &absolute)?;
    let written = folder::write(&out, &files, options.force, &|path, bytes| {
        is_taken(path, bytes, &plan, &inputs)
    })?;
    for (path, _) in &files {
        let is_new = written.contains(path);
        outln!(
            "{}{}",
            crate::generate::shown(&out.join(path)),
            if is_new { "" } else { " (as it was)" }
        );
    }
    // A page has the words of terms in it, and no notice.
    let left = if has_source(format) { Vec::new() } else { left_out(&plan, &only) };
    if !left.is_empty() {
        errln!("not in these files, and translated by hand: {}", left.join(", "));
    }
    Ok(ExitCode::SUCCESS)
}

/// What of the languages is written by hand and not exported.
fn left_out(plan: &Plan, only: &Only) -> Vec<String> {
    let place = match only.locale.as_slice() {
        [one] => one.as_str(),
        _ => "*",
    };
    // An import makes a file for terms, in which there are none yet.
    let has_terms = plan.terms.values().any(|file| file.terms().next().is_some());
    let has_notices = plan.notices.values().any(|file| file.messages().next().is_some());
    let names = [("terms.ftl", has_terms), ("notice.ftl", has_notices)];
    let names = names.into_iter().filter(|(_, is_there)| *is_there);
    names.map(|(name, _)| format!("locales/{place}/{name}")).collect()
}

/// Whether the source's own language has a file in a format.
fn has_source(format: ExportFormat) -> bool {
    format == ExportFormat::Markdown
}

fn source_asked(manifest: &Manifest) -> Failure {
    let locale = &manifest.source_locale;
    let others = manifest.locales.iter().filter(|other| *other != locale);
    let others: Vec<&str> = others.map(Locale::tag).collect();
    Failure::new(format!("`{locale}` is the source of `{}`: it is not translated", manifest.id))
        .hint(format!("name a translation: {}", others.join(", ")))
}

fn text(
    (manifest, locale): (&Manifest, &Locale),
    format: ExportFormat,
    plan: &Plan,
    inputs: &Inputs,
) -> Result<String, Vec<Diagnostic>> {
    let side = Side::read((manifest, locale), plan, inputs)?;
    let texts = side.texts();
    let rows = || rows(&texts, &|id| side.before.get(id).cloned());
    match format {
        ExportFormat::Xliff => Ok(xliff::write(&texts, &units(&texts))),
        ExportFormat::Markdown => markdown((manifest, locale), &side, plan),
        ExportFormat::Po => Ok(po(&texts, &rows())),
        ExportFormat::Csv => Ok(csv(&manifest.id, &rows())),
        ExportFormat::Json => Ok(json(&texts, &rows())),
    }
}

fn markdown(
    (manifest, locale): (&Manifest, &Locale),
    side: &Side<'_>,
    plan: &Plan,
) -> Result<String, Vec<Diagnostic>> {
    let terms = plan.terms.get(locale);
    let catalog = Catalog::new(locale, &side.own, terms, &manifest.facts, manifest.published);
    let document = compose(manifest, &catalog);
    if let Some(failure) = document.failures.first() {
        let message = format!("`{}` can not be shown", failure.message);
        let told = Diagnostic::error("unreadable-file", side.own.path(), message);
        return Err(vec![told.hint("`ereje check` says why").of_clause(&failure.message)]);
    }
    Ok(page(manifest, &document))
}

/// Whether nothing of a translated file would be lost: all that it says is in the
/// workspace already.
fn is_taken(path: &str, bytes: &[u8], plan: &Plan, inputs: &Inputs) -> bool {
    let Some(document) =
        std::str::from_utf8(bytes).ok().and_then(|text| Some((text, xliff::read(text).ok()?)))
    else {
        return false;
    };
    let (text, document) = document;
    let manifest = plan.manifests.iter().find(|manifest| manifest.id == document.policy);
    let Some(manifest) = manifest else { return false };
    let locale = manifest.locales.iter().find(|locale| locale.tag() == document.target);
    let side = locale.map(|locale| Side::read((manifest, locale), plan, inputs));
    let Some(Ok(side)) = side else { return false };
    let texts = side.texts();
    let taken = take(&texts, &units(&texts), &document, (path, text), &[]);
    taken.changes.is_empty() && taken.told.is_empty()
}
