//! The records of which translations are fresh: read, judged by the texts of
//! today, and brought up to date.

mod change;

use std::fs;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Alike, Diagnostic, Level};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::sync::{Memory, Standing, State, Sync, Wording};
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

pub(crate) use change::Change;

use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::plan::{Plan, texts_path};
use crate::store::replace;
use crate::{init, job};

/// How the files of records end.
pub(crate) const RECORD_END: &str = ".sync.toml";

/// How the files of the texts end that records speak of.
pub(crate) const MEMORY_END: &str = ".memory.toml";

/// The path of a record.
pub(crate) fn record_path(policy: &str, locale: &Locale) -> String {
    format!("locales/{locale}/{policy}{RECORD_END}")
}

/// The path of the texts that a record speaks of.
pub(crate) fn memory_path(policy: &str, locale: &Locale) -> String {
    format!("locales/{locale}/{policy}{MEMORY_END}")
}

/// One policy in one translation, beside its record.
pub(crate) struct Fresh<'f> {
    policy: &'f str,
    locale: &'f Locale,
    source: &'f Wording,
    /// The language of the source, where that was a translation until now.
    source_was: Option<&'f Locale>,
    own: Wording,
    /// What is on disk, if anything.
    known: Option<Sync>,
    pub(crate) standing: Standing,
}

/// A file to be written: its path and its text.
type Update = (String, String);

impl<'f> Fresh<'f> {
    /// Judges the translation in `file` by its record.
    ///
    /// # Errors
    /// What is wrong with the record.
    pub(crate) fn judge(
        (manifest, locale): (&'f Manifest, &'f Locale),
        (source, file): (&'f Wording, &FtlFile),
        plan: &Plan,
        inputs: &Inputs,
    ) -> Result<Fresh<'f>, Vec<Diagnostic>> {
        let known = record((manifest, locale), inputs)?;
        // A source that has a record was a translation until now.
        let was = record((manifest, &manifest.source_locale), inputs)?;
        let own = Wording::new(manifest, file, plan.terms.get(locale));
        let newest = plan.history(&manifest.id).and_then(|history| history.newest());
        let newest = newest.map_or("", |release| release.version.version.as_str());
        let handed_over =
            was.as_ref().map(|was| Sync::handed_over(known.as_ref(), was, source, &own));
        let empty = Sync::default();
        let recorded = handed_over.as_ref().or(known.as_ref()).unwrap_or(&empty);
        let mut standing = recorded.standing(source, &own, newest);
        if newest.is_empty() && standing.of(State::Review).next().is_some() {
            // What `init` wrote in all languages is no source of what took its place.
            let locale = &manifest.source_locale;
            let first = init::first_texts(&manifest.id, locale, plan.terms.get(locale));
            standing.begin_anew(|source| first.contains(&source));
        }
        let source_was = was.is_some().then_some(&manifest.source_locale);
        Ok(Fresh { policy: &manifest.id, locale, source, source_was, own, known, standing })
    }

    /// Whether the record on disk is not as it should be.
    pub(crate) fn is_outdated(&self) -> bool {
        self.source_was.is_some() || self.known.as_ref() != Some(&self.standing.record)
    }

    /// What tells of each stale message.
    pub(crate) fn stale(&self, file: &FtlFile, level: Level) -> Vec<Diagnostic> {
        let (policy, locale) = (self.policy, self.locale);
        let tell = |id: &str| {
            let part = file.message(id).map_or("", |message| message.id.name);
            let message = format!("the source text of `{id}` has changed since it was translated");
            let hint = format!(
                "translate the change, which `ereje status --locale {locale}` shows; or, if the \
                 translation still holds, `ereje confirm {policy} {locale} {id}`"
            );
            let told = file.fault("stale-translation", part, message).hint(hint);
            let told = told.of_policy(policy).of_locale(locale.tag()).of_clause(id);
            Diagnostic { level, ..told.alike(Alike::Stale) }
        };
        self.standing.of(State::Stale).map(tell).collect()
    }

    /// What tells that the record is not up to date.
    pub(crate) fn outdated(&self) -> Option<Diagnostic> {
        let path = record_path(self.policy, self.locale);
        let message = match &self.known {
            None => "the record of this translation is missing",
            Some(_) => "the record of this translation is not up to date",
        };
        let hint =
            "run `ereje generate`, and commit it and the .memory.toml beside it with the texts";
        let told = Diagnostic::error("outdated-record", path, message).hint(hint);
        let told = told.of_policy(self.policy).of_locale(self.locale.tag());
        self.is_outdated().then_some(told)
    }

    /// What is wrong with the texts that the record speaks of; where it is `locked`, also
    /// that they are not all there.
    pub(crate) fn forgotten(&self, inputs: &Inputs, locked: bool) -> Option<Diagnostic> {
        let path = memory_path(self.policy, self.locale);
        let outdated = |message: &str| {
            let hint = "run `ereje generate`, and commit it with the texts";
            Diagnostic::error("outdated-record", &path, message).hint(hint)
        };
        // A record that is to be written brings its texts along.
        let looks = locked && !self.is_outdated();
        let told = match self.remembered(inputs) {
            Some(Err(wrong) | Ok((_, Some(wrong)))) => wrong,
            None if looks => outdated("the texts of the record beside this are missing"),
            Some(Ok((known, None))) if looks && self.is_lacking(&known) => {
                outdated("the texts of the record beside this are not all there")
            }
            _ => return None,
        };
        Some(told.of_policy(self.policy).of_locale(self.locale.tag()))
    }

    /// Writes what is not up to date, each file as a whole; gives the digests of
    /// those that were.
    pub(crate) fn write(&self, inputs: &Inputs) -> Result<Vec<(String, u64)>, Failure> {
        let mut written = Vec::new();
        for (path, text) in self.updates(inputs) {
            let place = inputs.root().join(&path);
            replace(&place, text.as_bytes())
                .map_err(|error| Failure::io("write", &place, &error))?;
            written.push((path, xxh3_64(text.as_bytes())));
        }
        Ok(written)
    }

    /// Records that these messages still hold.
    pub(crate) fn confirm<'i>(&mut self, ids: impl IntoIterator<Item = &'i str>) {
        self.standing.record.confirm(ids, self.source, &self.own);
    }

    /// The texts that the record speaks of.
    fn memory(&self, inputs: &Inputs) -> Memory {
        let locales = self.source_was.into_iter().chain([self.locale]);
        let known = locales.filter_map(|of| inputs.read(&memory_path(self.policy, of)).ok());
        let known: Vec<String> = known.collect();
        Memory::parse(&known.join("\n")).updated(&self.standing.record, self.source, &self.own)
    }

    /// What is on disk of them and what is wrong with it, if the file is there.
    fn remembered(
        &self,
        inputs: &Inputs,
    ) -> Option<Result<(Memory, Option<Diagnostic>), Diagnostic>> {
        let path = memory_path(self.policy, self.locale);
        let is_there = inputs.files.contains_key(&path);
        is_there.then(|| Ok(Memory::read(&path, &inputs.read(&path)?)))
    }

    /// Whether a text is not remembered that could be.
    fn is_lacking(&self, known: &Memory) -> bool {
        known.lacks(&self.standing.record, self.source, &self.own)
    }

    /// The texts of today: the source's and its own.
    fn today(&self, id: &str) -> (&str, &str) {
        let text = |wording: &'f Wording| wording.get(id).map_or("", |text| text.text.as_str());
        let own = self.own.get(id).map_or("", |text| text.text.as_str());
        (text(self.source), own)
    }

    /// Whether a file has to be written.
    pub(crate) fn has_updates(&self, inputs: &Inputs) -> bool {
        self.is_outdated()
            || match self.remembered(inputs) {
                None | Some(Ok((_, Some(_)))) => true,
                Some(Ok((known, None))) => self.is_lacking(&known),
                // What can not be read is not lost yet.
                Some(Err(_)) => false,
            }
    }

    /// The files that have to be written; none where all is up to date.
    fn updates(&self, inputs: &Inputs) -> Vec<Update> {
        let memory = memory_path(self.policy, self.locale);
        if !self.has_updates(inputs) {
            return Vec::new();
        }
        let record = (record_path(self.policy, self.locale), self.standing.record.write());
        // The memory first: a record without its texts shows less.
        vec![(memory, self.memory(inputs).write()), record]
    }
}

/// The record of a policy in a language, if there is one.
fn record(
    (manifest, locale): (&Manifest, &Locale),
    inputs: &Inputs,
) -> Result<Option<Sync>, Vec<Diagnostic>> {
    let path = record_path(&manifest.id, locale);
    if !inputs.files.contains_key(&path) {
        return Ok(None);
    }
    let of = |wrong: Diagnostic| wrong.of_policy(&manifest.id).of_locale(locale.tag());
    let text = inputs.read(&path).map_err(|wrong| vec![of(wrong)])?;
    let read = Sync::parse(&path, &text);
    Ok(Some(read.map_err(|wrong| wrong.into_iter().map(of).collect::<Vec<_>>())?))
}

/// Brings the records of a policy's translations up to date, as far as their
/// texts can be read. Gives the digest of each file that was written, and none of those
/// that are gone: where the source was a translation until now, its own record goes away
/// once the others speak of it.
///
/// # Errors
/// Where one can not be written; others are.
pub(crate) fn refresh(
    manifest: &Manifest,
    locales: &[&Locale],
    plan: &Plan,
    inputs: &Inputs,
) -> Result<Vec<(String, Option<u64>)>, Failure> {
    let source = job::source(manifest, plan, inputs, false);
    let source = source.wording(manifest, plan);
    let is_source = |locale: &Locale| *locale == manifest.source_locale;
    let one = |locale: &&Locale| {
        let path = texts_path(&manifest.id, locale);
        if !inputs.files.contains_key(&path) {
            return Ok(Some(Vec::new()));
        }
        let Ok(text) = inputs.read(&path) else { return Ok(None) };
        let file = FtlFile::parse(path, text);
        match Fresh::judge((manifest, *locale), (source, &file), plan, inputs) {
            Ok(fresh) => fresh.write(inputs).map(Some),
            Err(_) => Ok(None),
        }
    };
    let translations = locales.par_iter().filter(|locale| !is_source(locale));
    let written: Vec<Result<_, Failure>> = translations.map(one).collect();
    let written: Vec<Option<Vec<_>>> = written.into_iter().collect::<Result<_, _>>()?;
    let is_done = |locale: &Locale| is_source(locale) || locales.contains(&locale);
    let is_whole = written.iter().all(Option::is_some) && manifest.locales.iter().all(is_done);
    let written = written.into_iter().flatten().flatten();
    let mut changed: Vec<_> = written.map(|(path, digest)| (path, Some(digest))).collect();
    if is_whole {
        let gone = forget(manifest, &manifest.source_locale, inputs)?;
        changed.extend(gone.into_iter().map(|path| (path, None)));
    }
    Ok(changed)
}

/// Takes away the record of a language that is no translation any more.
fn forget(manifest: &Manifest, locale: &Locale, inputs: &Inputs) -> Result<Vec<String>, Failure> {
    let paths = [record_path(&manifest.id, locale), memory_path(&manifest.id, locale)];
    let there = paths.into_iter().filter(|path| inputs.files.contains_key(path));
    let remove = |path: String| {
        let place = inputs.root().join(&path);
        fs::remove_file(&place).map_err(|error| Failure::io("remove", &place, &error))?;
        Ok(path)
    };
    there.map(remove).collect()
}
