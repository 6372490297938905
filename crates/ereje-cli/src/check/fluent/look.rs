//! Every file of a project, on every core.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Alike, Diagnostic};
use ereje::locale::Locale;
use ereje_check::{
    Elsewhere, Form, References, Side, Texts, Variables, check_fluent, check_source, check_texts,
    functions, on_their_own,
};
use rayon::prelude::*;

use super::project::{Project, Wanted};
use crate::ending::leave;

/// What Fluent itself has in every program.
const BUILT_IN: [&str; 2] = ["DATETIME", "NUMBER"];

/// What is told of a missing file.
pub(super) const MISSING_FILE: &str = "missing-file";

/// So many files are one piece of work, so that no core waits long for another's last one.
const AT_ONCE: usize = 32;

/// How many messages a locale has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) missing: usize,
    pub(super) messages: usize,
}

/// A file of the reference.
struct Source {
    file: FtlFile,
    /// What it says, once somebody asks.
    texts: OnceLock<Texts>,
    /// The names of its messages, each once.
    ids: Vec<String>,
    /// The functions that it calls.
    functions: BTreeSet<String>,
}

impl Source {
    /// What it says.
    fn texts(&self, locale: &Locale) -> &Texts {
        self.texts.get_or_init(|| Texts::of(locale, &self.file, None, Form::Plain))
    }
}

/// Looks at all files, and counts the messages of each locale.
pub(super) fn look(project: &Project) -> (Vec<Diagnostic>, BTreeMap<Locale, Tally>) {
    let read: Vec<_> = project.reference.par_iter().map(|path| read(project, path)).collect();
    let mut found = Vec::new();
    let mut sources = Vec::new();
    for read in read {
        match read {
            Ok(source) => sources.push(Some(source)),
            Err(diagnostic) => {
                found.push(diagnostic.of_locale(project.locale.tag()));
                sources.push(None);
            }
        }
    }
    let (elsewhere, told): (Vec<_>, Vec<_>) =
        check_reference(project, &sources).into_iter().unzip();
    found.extend(told.into_iter().flatten());
    // A program can have functions of its own: those that the reference calls.
    let called = sources.iter().flatten().flat_map(|source| &source.functions);
    let functions: BTreeSet<&str> =
        BUILT_IN.into_iter().chain(called.map(String::as_str)).collect();
    let functions: Vec<&str> = functions.into_iter().collect();
    let mut jobs: Vec<(&Locale, &Wanted)> =
        project.translations.iter().flat_map(|(l, all)| all.iter().map(move |w| (l, w))).collect();
    // All translations of a file together: what it says is at hand then, and does not
    // have to come from the memory each time, which would take as long as many rules.
    jobs.sort_by_key(|(_, wanted)| wanted.reference);
    let told: Vec<(Vec<Diagnostic>, Tally)> = jobs
        .par_iter()
        .with_max_len(AT_ONCE)
        .map(|(locale, wanted)| {
            let source = sources.get(wanted.reference).and_then(Option::as_ref);
            let elsewhere = elsewhere.get(wanted.reference).and_then(Option::as_ref);
            one(project, (locale, wanted), source.zip(elsewhere), &functions)
        })
        .collect();
    drop(elsewhere);
    leave(sources);
    let mut tallies: BTreeMap<Locale, Tally> = BTreeMap::new();
    for ((locale, _), (told, counted)) in jobs.into_iter().zip(told) {
        found.extend(told);
        let tally = tallies.entry(locale.clone()).or_default();
        tally.missing += counted.missing;
        tally.messages += counted.messages;
    }
    (found, tallies)
}

fn read(project: &Project, path: &str) -> Result<Source, Diagnostic> {
    let text = project.read(path)?;
    let file = FtlFile::parse(path, text);
    let mut ids: Vec<String> = file.messages().map(|message| message.id.name.to_owned()).collect();
    ids.sort_unstable();
    ids.dedup();
    let functions = functions(&file).map(str::to_owned).collect();
    Ok(Source { file, texts: OnceLock::new(), ids, functions })
}

/// What is wrong with each file of the reference by itself, and what it uses of others.
/// Its variables and functions are what the program gives it, and its messages may use
/// those of all its files.
fn check_reference<'s>(
    project: &Project,
    sources: &'s [Option<Source>],
) -> Vec<(Option<Elsewhere<'s>>, Vec<Diagnostic>)> {
    let mut all = Elsewhere::default();
    for source in sources.iter().flatten() {
        all.terms.extend(source.file.terms().map(|term| term.id.name));
        all.messages.extend(source.ids.iter().map(String::as_str));
    }
    let check = |source: &'s Option<Source>| {
        let Some(source) = source else { return (None, Vec::new()) };
        let mut references = References::new(&source.file, None, Variables::Any, None);
        references.elsewhere = Some(&all);
        let mut told = check_fluent(&references, None, &project.locale);
        let side = Side { texts: source.texts(&project.locale), file: &source.file, terms: None };
        told.extend(on_their_own(check_source(side), &told));
        (Some(Elsewhere::used_by(&source.file)), told)
    };
    sources.par_iter().map(check).collect()
}

/// One file of a translation.
fn one(
    project: &Project,
    (locale, wanted): (&Locale, &Wanted),
    source: Option<(&Source, &Elsewhere<'_>)>,
    functions: &[&str],
) -> (Vec<Diagnostic>, Tally) {
    let all = source.map_or(0, |(source, _)| source.ids.len());
    if !wanted.is_there {
        let told = (all > 0).then(|| missing(wanted, locale, all));
        return (told.into_iter().collect(), Tally { missing: all, messages: all });
    }
    let text = match project.read(&wanted.path) {
        Ok(text) => text,
        Err(told) => {
            return (vec![told.of_locale(locale.tag())], Tally { missing: all, messages: all });
        }
    };
    let file = FtlFile::parse(&wanted.path, text);
    let Some((source, elsewhere)) = source else {
        // Without its reference, whose own mistake is told, only itself is left.
        let references = References::new(&file, None, Variables::Any, None);
        let mut found = check_fluent(&references, None, locale);
        found.retain(|told| told.rule != "unknown-reference");
        return (found, Tally::default());
    };
    let variables = Variables::Source(&source.file);
    let mut references = References::new(&file, None, variables, Some(functions));
    references.elsewhere = Some(elsewhere);
    let mut found = check_fluent(&references, Some(&source.file), locale);
    let texts = Texts::of(locale, &file, None, Form::Plain);
    let from = Side { texts: source.texts(&project.locale), file: &source.file, terms: None };
    let to = Side { texts: &texts, file: &file, terms: None };
    let told = check_texts(from, to, None, (false, &|_| true));
    found.extend(on_their_own(told, &found));
    let is_there = |id: &&String| file.message(id).is_some() || file.is_broken(id);
    let missing = source.ids.iter().filter(|id| !is_there(id)).count();
    (found, Tally { missing, messages: all })
}

fn missing(wanted: &Wanted, locale: &Locale, messages: usize) -> Diagnostic {
    let s = if messages == 1 { "" } else { "s" };
    let message = format!("the file is missing, and its {messages} message{s} with it");
    let told = Diagnostic::warning(MISSING_FILE, &wanted.path, message);
    let told = told.hint("translate the file of the reference").of_locale(locale.tag());
    told.alike(Alike::File)
}
