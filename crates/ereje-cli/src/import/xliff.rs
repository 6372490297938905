//! A translation that comes back as XLIFF: what changed in it is put into the `.ftl`
//! file, and everything else stays as it is.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Diagnostic, nearest, sort};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje_exchange::edit::{Edited, edited};
use ereje_exchange::take::{Taken, take};
use ereje_exchange::units::units;
use ereje_exchange::xliff::{self, Given};

use crate::arguments::{Format, ImportArguments};
use crate::exchange::Side;
use crate::failure::Failure;
use crate::plan::{Plan, texts_path};
use crate::store::{is_taken, replace_unchanged};
use crate::workspace::{self, Read};
use crate::{freshness, init, report, typed};

/// Takes the document back.
pub(super) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
    (name, text): (&str, &str),
) -> Result<ExitCode, Failure> {
    if options.verify {
        return Err(Failure::new("--verify compares pages, and this is XLIFF")
            .hint("--dry-run shows what of it would be taken"));
    }
    if options.accept.as_ref().is_some_and(Vec::is_empty) {
        return Err(Failure::new("--accept needs the names of clauses, where it is a translation")
            .hint("what it takes replaces what was changed in the workspace"));
    }
    let document = match xliff::read(text) {
        Ok(document) => document,
        Err(wrong) => {
            let at = wrong.at;
            let told = Diagnostic::error("xliff-file", name, wrong.message).hint(wrong.hint);
            return Ok(super::refuse(told.at(text, xliff::tag(text, at)), options.format));
        }
    };
    let root = workspace::find(program, given)?;
    let Some((inputs, plan, _)) = workspace::read(&root).or_tell(options.format) else {
        return Ok(ExitCode::FAILURE);
    };
    let (manifest, locale) = meant(&plan, &document, options)?;
    let side = match Side::read((manifest, locale), &plan, &inputs) {
        Ok(side) => side,
        Err(mut wrong) => {
            sort(&mut wrong);
            report::tell(&wrong, options.format);
            if options.format == Format::Human {
                errln!("nothing was written");
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    let texts = side.texts();
    let all = units(&texts);
    let accepted = options.accept.as_deref().unwrap_or_default();
    if let Some(id) = accepted.iter().find(|id| all.iter().all(|unit| unit.message != **id)) {
        let known = all.iter().map(|unit| unit.message.as_str());
        let failure = Failure::new(format!("`{}` has no clause `{id}` to accept", manifest.id));
        let meant = nearest(id, known).map(|meant| format!("did you mean `{meant}`?"));
        return Err(failure.hint(meant.unwrap_or_else(|| "name a text that is told".to_owned())));
    }
    let mut taken = take(&texts, &all, &document, (name, text), accepted);
    let made = edited(&texts, &all, &taken.changes);
    for (message, why) in &made.refused {
        let is_told = |told: &Diagnostic| {
            let is_taken = ["xliff-term", "xliff-code"].contains(&told.rule);
            !is_taken && told.clause.as_ref() == Some(message)
        };
        let (why, hint) = if taken.told.iter().any(is_told) {
            ("new clauses are taken whole", "mend what is told of it, and import the file again")
        } else {
            (*why, "write it in the .ftl file, or have the rest translated")
        };
        let what = format!("`{message}` is left as it is: {why}");
        let told = Diagnostic::warning("xliff-unit", name, what).of_clause(message);
        taken.told.push(told.hint(hint));
    }
    let told = std::mem::take(&mut taken.told).into_iter();
    let mut told: Vec<Diagnostic> =
        told.map(|told| told.of_policy(&manifest.id).of_locale(locale.tag())).collect();
    sort(&mut told);
    report::tell(&told, options.format);
    let path = texts_path(&manifest.id, locale);
    if !keeps_messages(&side.own, &made) {
        return Err(Failure::new(format!("{path} would lose a message, so it stays as it is"))
            .hint("this should not be: put the translation in by hand"));
    }
    let mut around = None;
    if !options.dry_run && !made.messages.is_empty() {
        around = write(&root, locale, &path, (side.own.text(), &made.text))?;
        let Read { inputs, plan, .. } = workspace::read(&root);
        if let Some(plan) = plan {
            let manifest = workspace::policy(&plan, &manifest.id)?;
            freshness::refresh(
                manifest,
                &[workspace::locale(manifest, locale.tag())?],
                &plan,
                &inputs,
            )?;
        }
    }
    if options.format == Format::Human {
        let paths = (path.as_str(), around.as_deref());
        summary((program, given), options, (&manifest.id, locale), paths, &taken, &made);
    }
    let has_errors = told.iter().any(super::is_error);
    Ok(if has_errors { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The policy and the language that the document is of.
fn meant<'p>(
    plan: &'p Plan,
    document: &Given,
    options: &ImportArguments,
) -> Result<(&'p Manifest, &'p Locale), Failure> {
    let Given { policy, source, target, .. } = document;
    let differs = |option: &str, asked: &str, said: &str| {
        let message = format!("the file is of `{said}`, and {option} says `{asked}`");
        Failure::new(message).hint(format!("leave {option} out, or name the right file"))
    };
    if !options.policy.is_empty() && options.policy != *policy {
        return Err(differs("--policy", &options.policy, policy));
    }
    let manifest = workspace::policy(plan, policy)?;
    let said = Locale::meant(target);
    let tag = said.as_ref().map_or(target.as_str(), Locale::tag);
    let exact = workspace::locale(manifest, tag);
    // Tools that know languages only with a region write it into the file.
    let could_be = |locale: &Locale| is_alike(said.as_ref(), locale);
    let locale = match (exact, options.locale.as_str()) {
        (Ok(locale), "") => locale,
        (Ok(locale), asked) if asked == locale.tag() => locale,
        (Ok(_), asked) => return Err(differs("--locale", asked, target)),
        (Err(failure), "") => {
            let meant = manifest.locales.iter().find(|locale| could_be(locale));
            return Err(match meant {
                Some(locale) => failure.hint(format!(
                    "if it is the translation into `{locale}`, say `--locale {locale}`"
                )),
                None => failure,
            });
        }
        (Err(_), asked) => {
            let locale = workspace::locale(manifest, asked)?;
            if !could_be(locale) {
                return Err(differs("--locale", asked, target));
            }
            locale
        }
    };
    // Whether it is the source of today is seen by each of its texts.
    if !is_alike(Locale::meant(source).as_ref(), &manifest.source_locale) {
        let message = format!(
            "the file is translated from `{source}`, and the source of `{policy}` is `{}`",
            manifest.source_locale
        );
        return Err(Failure::new(message).hint("export the policy again"));
    }
    if *locale == manifest.source_locale {
        let message =
            format!("the file would change `{locale}`, which is the source of `{policy}`");
        return Err(Failure::new(message).hint("its `trgLang` names a translation"));
    }
    Ok((manifest, locale))
}

/// Whether both are the same language in the same script, of whatever region.
fn is_alike(said: Option<&Locale>, locale: &Locale) -> bool {
    said.is_some_and(|said| {
        (said.language(), said.script()) == (locale.language(), locale.script())
    })
}

/// Whether the file as it would be can be read, with all messages that it has now.
fn keeps_messages(own: &FtlFile, made: &Edited) -> bool {
    let after = FtlFile::parse(own.path(), made.text.clone());
    after.diagnostics().len() <= own.diagnostics().len()
        && own.messages().all(|message| after.message(message.id.name).is_some())
        && made.messages.iter().all(|id| after.message(id).is_some())
}

/// Writes the texts of a language. One that begins with them gets the sentences around
/// them, too, where they are known in it; says where these are.
fn write(
    root: &Path,
    locale: &Locale,
    path: &str,
    (before, after): (&str, &str),
) -> Result<Option<String>, Failure> {
    let full = root.join(path);
    if fs::symlink_metadata(&full).is_err() {
        let around = init::sentences(locale).filter(|(path, _)| !is_taken(&root.join(path)));
        let texts = (path.to_owned(), after.to_owned());
        let files: Vec<(String, String)> = around.iter().cloned().chain([texts]).collect();
        // As any language that begins, it joins the list of them for Mozilla's tools.
        return super::write(root, &files, &[]).map(|_| around.map(|(path, _)| path));
    }
    if fs::metadata(&full).is_ok_and(|metadata| metadata.permissions().readonly()) {
        return Err(Failure::new(format!("{path} is read-only"))
            .hint("give yourself the permission to write it, and import again"));
    }
    let written = replace_unchanged(&full, before.as_bytes(), after.as_bytes());
    match written.map_err(|error| Failure::io("write", &full, &error))? {
        true => Ok(None),
        false => Err(Failure::new(format!("{path} was changed meanwhile")).hint("import again")),
    }
}

fn summary(
    (program, given): (&str, Option<&Path>),
    options: &ImportArguments,
    (policy, locale): (&str, &Locale),
    (path, around): (&str, Option<&str>),
    taken: &Taken,
    made: &Edited,
) {
    let place = typed::in_workspace(given);
    let counted = |number: usize, what: &str| {
        format!("{number} {what}{}", if number == 1 { "" } else { "s" })
    };
    let rest =
        format!("{} as they were, {} not translated", counted(taken.unchanged, "text"), taken.left);
    if made.messages.is_empty() {
        outln!("nothing to take: {rest}");
    } else {
        let verb = if options.dry_run { "would change" } else { "changed" };
        outln!("{verb} {} in {path}; {rest}", counted(made.messages.len(), "message"));
        for message in &made.messages {
            outln!("  {message}");
        }
    }
    if let Some(path) = around {
        outln!("{path} is new: the sentences around the text in `{locale}`, for you to read");
    }
    if !taken.stale.is_empty() {
        let ids = taken.stale.join(" ");
        outln!("stale, and came back as they were: {ids}");
        outln!("if they still hold: {program} confirm {policy} {locale} {ids}{place}");
    }
    if made.messages.is_empty() {
        return;
    }
    if options.dry_run {
        outln!("nothing was written; run it again without --dry-run");
    } else {
        outln!("next: {program} check{place}, {program} generate{place}");
    }
}
