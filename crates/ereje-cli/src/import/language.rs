//! A page as a further language of a policy that the workspace has.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::compose;
use ereje::diagnostic::{Diagnostic, nearest, sort};
use ereje::document::Document;
use ereje::l10n::{L10N_FILE, with_translations};
use ereje::locale::Locale;
use ereje::manifest::{Manifest, is_safe_path, with_languages, with_locales, with_permalink};
use ereje::workspace::WORKSPACE_FILE;
use ereje_import::{Accept, Asks, Existing, Translation, Wanted, translate};

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::plan::{Plan, texts_path};
use crate::store::{is_taken, make, replace_unchanged};
use crate::workspace::{self, Read};
use crate::{clock, init, report, typed};

/// A further language as the files that it needs.
pub(super) struct Joined {
    pub(super) translation: Translation,
    /// New files by path.
    pub(super) files: Vec<(String, String)>,
    /// `policy.toml`: its path, and what it says before and after.
    pub(super) manifest: (String, String, String),
    /// How many clauses the policy has.
    pub(super) clauses: usize,
}

/// Joins a page to a policy that is there in other languages; nothing where it is
/// not, or where the page is in the only language that it has.
pub(super) fn join(
    program: &str,
    given: Option<&Path>,
    root: &Path,
    options: &ImportArguments,
    (locale, name, text): (&Locale, &str, &str),
) -> Result<Option<ExitCode>, Failure> {
    let path = format!("policies/{}/policy.toml", options.policy);
    if !root.join(&path).is_file() || !root.join(WORKSPACE_FILE).is_file() {
        return Ok(None);
    }
    let mut told = Vec::new();
    let wanted = (options.policy.as_str(), locale, name, text);
    let choice = Choice {
        accept: accepted(options),
        partial: options.partial,
        permalink: None,
        asks: Asks::Options,
    };
    let is_there = |path: &str| is_taken(&root.join(path));
    let joined = match prepare(workspace::read(root), &is_there, wanted, &choice, &mut told)? {
        Outcome::NoPolicy => return Ok(None),
        Outcome::Refused => {
            report::tell(&told, options.format);
            if options.format == Format::Human {
                errln!("nothing was written");
            }
            return Ok(Some(ExitCode::FAILURE));
        }
        Outcome::Joined(joined) => *joined,
    };
    let (path, before, after) = &joined.manifest;
    let is_known = |(path, text): &(String, String)| {
        fs::read_to_string(root.join(path)).is_ok_and(|known| known == *text)
    };
    if before == after && joined.files.first().is_some_and(is_known) {
        outln!("nothing to do: `{}` says the same already", options.policy);
        return Ok(Some(ExitCode::SUCCESS));
    }
    if let Some(there) = in_the_way(root, &joined.files) {
        return Err(there);
    }
    let is_whole = joined.translation.is_whole() || options.partial;
    told.extend(joined.translation.told.iter().cloned());
    if is_whole {
        told.extend(rules(root, &options.policy, locale, &joined));
    }
    sort(&mut told);
    report::tell(&told, options.format);
    if options.format == Format::Human {
        outln!("{}", counted(&options.policy, locale, &joined));
    }
    if !is_whole || told.iter().any(super::is_error) {
        if options.format == Format::Human {
            errln!(
                "nothing was written: look at what is told above; --accept takes what is likely (95 %), --accept CLAUSE what you have read, --partial leaves out what has no counterpart"
            );
        }
        return Ok(Some(ExitCode::FAILURE));
    }
    if options.dry_run {
        if options.format == Format::Human {
            outln!("nothing was written; run it again without --dry-run");
        }
        return Ok(Some(ExitCode::SUCCESS));
    }
    let changed = write(root, &joined.files, &[(path.clone(), before.clone(), after.clone())])?;
    if options.format == Format::Human {
        for path in joined.files.iter().map(|(path, _)| path).chain(&changed) {
            outln!("  {path}");
        }
        outln!("next: {program} generate{}", typed::in_workspace(given));
    }
    Ok(Some(ExitCode::SUCCESS))
}

fn accepted(options: &ImportArguments) -> Accept {
    match options.accept.as_deref() {
        None => Accept::Nothing,
        Some([]) => Accept::Likely,
        Some(clauses) => Accept::Clauses(clauses.to_vec()),
    }
}

/// What can become of a page.
pub(super) enum Outcome {
    /// There is no such policy in another language.
    NoPolicy,
    /// Something was told that stops it.
    Refused,
    /// What it would be.
    Joined(Box<Joined>),
}

/// What of a page is taken, and how.
pub(super) struct Choice {
    pub(super) accept: Accept,
    pub(super) partial: bool,
    /// Where the page lives, whatever its front matter says.
    pub(super) permalink: Option<String>,
    pub(super) asks: Asks,
}

/// Pairs a page with the policy of a workspace, which may be one that is not written
/// yet. `is_there` tells whether a file of it is.
pub(super) fn prepare(
    read: Read,
    is_there: &dyn Fn(&str) -> bool,
    (policy, locale, name, text): (&str, &Locale, &str, &str),
    choice: &Choice,
    told: &mut Vec<Diagnostic>,
) -> Result<Outcome, Failure> {
    let Choice { accept, partial, permalink, asks } = choice;
    let path = format!("policies/{policy}/policy.toml");
    let refused = |told: &mut Vec<Diagnostic>, found: Vec<Diagnostic>| {
        told.extend(found.into_iter().filter(super::is_error));
        Ok(Outcome::Refused)
    };
    let Some(plan) = read.plan else { return refused(told, read.found) };
    let Some(manifest) = plan.manifests.iter().find(|manifest| manifest.id == policy) else {
        return refused(told, read.found);
    };
    let Some((file, document)) = existing(&plan, manifest, locale, |path| read.inputs.read(path))
    else {
        // Its own language is the only one: the page is compared as a new policy is.
        if manifest.source_locale == *locale {
            return Ok(Outcome::NoPolicy);
        }
        let message = format!("`{policy}` has no text yet to set the page beside");
        let hint = format!("import the page in `{}` first", manifest.source_locale);
        told.push(Diagnostic::error("import-page", path, message).hint(hint));
        return Ok(Outcome::Refused);
    };
    if manifest.source_locale == *locale {
        return Ok(Outcome::NoPolicy);
    }
    if let Accept::Clauses(ids) = accept {
        for id in ids {
            let known = manifest.clauses.iter().map(|clause| clause.id.as_str());
            if known.clone().any(|known| known == id) {
                continue;
            }
            let hint = match nearest(id, known) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("its clauses are in policies/{policy}/policy.toml"),
            };
            return Err(
                Failure::new(format!("`{policy}` has no clause `{id}` to accept")).hint(hint)
            );
        }
    }
    let wanted = Wanted {
        path: name,
        text,
        policy,
        locale,
        fallback: manifest.published.unwrap_or_else(|| clock::today("UTC")),
        bottom: &init::bottom_line(locale),
    };
    let existing = Existing { manifest, document: &document, file: &file, asks: *asks };
    let mut translation = match translate(&wanted, &existing, accept, *partial) {
        Ok(translation) => translation,
        Err(diagnostic) => {
            told.push(*diagnostic);
            return Ok(Outcome::Refused);
        }
    };
    let before = match read.inputs.read(&path) {
        Ok(before) => before,
        Err(diagnostic) => return refused(told, vec![diagnostic]),
    };
    let mut after = with_locales(&before, &[locale.tag()]);
    if !manifest.locales.contains(locale)
        && let Some(link) = permalink
            .clone()
            .or_else(|| translation.permalink.clone())
            .filter(|link| is_safe_path(link))
    {
        let (with, _) = ereje::manifest::read_manifest(policy, &path, &after);
        if with.is_none_or(|with| with.permalink(locale) != link) {
            after = with_permalink(&after, locale.tag(), &link);
        }
    }
    if !manifest.locales.contains(locale) {
        after = with_languages(policy, &after, &[locale.tag()]);
    }
    let mut files = vec![(texts_path(policy, locale), translation.texts.clone())];
    let around = super::page::around(is_there, policy, locale, false, &mut translation.told);
    files.extend(around);
    let clauses = document.clauses.len();
    let manifest = (path, before, after);
    Ok(Outcome::Joined(Box::new(Joined { translation, files, manifest, clauses })))
}

/// The policy in its source language, or in the one of its others that has most of it.
fn existing(
    plan: &Plan,
    manifest: &Manifest,
    locale: &Locale,
    read: impl Fn(&str) -> Result<String, Diagnostic>,
) -> Option<(FtlFile, Document)> {
    let source = std::iter::once(&manifest.source_locale);
    let others = manifest.locales.iter().filter(|other| **other != manifest.source_locale);
    let mut best: Option<(FtlFile, Document)> = None;
    for other in source.chain(others).filter(|other| *other != locale) {
        let path = texts_path(&manifest.id, other);
        let Ok(text) = read(&path) else { continue };
        let file = FtlFile::parse(path, text);
        let terms = plan.terms.get(other);
        let catalog = Catalog::new(other, &file, terms, &manifest.facts, manifest.published);
        let document = compose(manifest, &catalog);
        let is_better =
            best.as_ref().is_none_or(|(_, best)| best.clauses.len() < document.clauses.len());
        if is_better && !document.clauses.is_empty() {
            best = Some((file, document));
        }
    }
    best
}

/// A file that is there and says something else.
pub(super) fn in_the_way(root: &Path, files: &[(String, String)]) -> Option<Failure> {
    let differs = |(path, text): &&(String, String)| {
        let path = root.join(path);
        is_taken(&path) && fs::read_to_string(&path).ok().as_deref() != Some(text)
    };
    let (path, _) = files.iter().find(differs)?;
    let message = format!(
        "{} is there already with other text, and nothing is overwritten",
        root.join(path).display()
    );
    let text = fs::read_to_string(root.join(path)).unwrap_or_default();
    let hint = match FtlFile::parse(path.as_str(), text).messages().next() {
        Some(_) => {
            "look at the difference by `import --verify`, or move the file away and import the page \
             again"
        }
        None => "nothing is translated in it: remove it, and import the page again",
    };
    Some(Failure::new(message).hint(hint))
}

/// What the list of translations for Mozilla's tools says before and after, where there
/// is one that lacks a language of these files.
fn listed(root: &Path, files: &[(String, String)]) -> Option<(String, String, String)> {
    let before = fs::read_to_string(root.join(L10N_FILE)).ok()?;
    let tags = files.iter().filter_map(|(path, _)| path.strip_prefix("locales/")?.split_once('/'));
    let tags: BTreeSet<&str> = tags.map(|(tag, _)| tag).collect();
    let after = with_translations(&before, &tags.into_iter().collect::<Vec<_>>())?;
    Some((L10N_FILE.to_owned(), before, after))
}

/// Writes new files, and changes manifests and the list of translations: all, or
/// nothing. Gives the paths of what it changed.
pub(crate) fn write(
    root: &Path,
    files: &[(String, String)],
    manifests: &[(String, String, String)],
) -> Result<Vec<String>, Failure> {
    let new: Vec<(String, String)> =
        files.iter().filter(|(path, _)| !is_taken(&root.join(path))).cloned().collect();
    let created = make(root, &new)?;
    let mut done: Vec<&(String, String, String)> = Vec::new();
    let listed = listed(root, files);
    for manifest in manifests.iter().chain(&listed) {
        let (path, before, after) = manifest;
        let path = root.join(path);
        let failure = match replace_unchanged(&path, before.as_bytes(), after.as_bytes()) {
            Ok(true) => {
                done.push(manifest);
                continue;
            }
            Ok(false) => Failure::new(format!("{} was changed meanwhile", path.display()))
                .hint("run the command again"),
            Err(error) => Failure::io("write", &path, &error),
        };
        // Made and changed by this run alone.
        for (path, before, after) in done {
            let _ = replace_unchanged(&root.join(path), after.as_bytes(), before.as_bytes());
        }
        created.undo();
        return Err(failure);
    }
    Ok(done.iter().map(|(path, ..)| path.clone()).collect())
}

/// Rules that the new texts do not keep: what stops pages from being made of them.
fn rules(root: &Path, policy: &str, locale: &Locale, joined: &Joined) -> Vec<Diagnostic> {
    let inputs = workspace::read(root).inputs;
    let texts = inputs
        .files
        .keys()
        .filter_map(|path| inputs.read(path).ok().map(|text| (path.clone(), text.into_bytes())));
    let mut held: BTreeMap<String, Vec<u8>> = texts.collect();
    for (path, text) in &joined.files {
        held.insert(path.clone(), text.clone().into_bytes());
    }
    held.insert(joined.manifest.0.clone(), joined.manifest.2.clone().into_bytes());
    let mut told: Vec<Diagnostic> = Vec::new();
    for error in super::lower::look(&held, (policy, locale)) {
        // Clauses without a text are told already.
        let is_known = error.rule == "missing-message" || !super::lower::can_be_lowered(error.rule);
        let message =
            format!("the text does not keep the rule `{}`: {}", error.rule, error.message);
        if is_known || told.iter().any(|known| known.message == message) {
            continue;
        }
        let mut lowered = Diagnostic::warning("import-lowered", error.path, message)
            .hint("mend the text, or set a level for it in ereje.toml, with the reason");
        lowered.place = error.place;
        told.push(lowered);
    }
    told
}

/// What came of it, in a line.
pub(super) fn counted(policy: &str, locale: &Locale, joined: &Joined) -> String {
    let of = &joined.translation;
    let mut parts = vec![format!("{} of {} clauses paired for sure", of.sure, joined.clauses)];
    for (count, what) in [
        (of.accepted, "accepted"),
        (of.doubtful, "in doubt"),
        (of.missing, "missing"),
        (of.extra, "of the page without a clause"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    format!("`{policy}` in {locale}: {}", parts.join(", "))
}
