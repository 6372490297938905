//! `cargo xtask faults`: how many of the mistakes that people make are found, and
//! what is told of texts without any. Mistakes are put into correct translations
//! one at a time.

mod corpus;
mod inject;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::compose;
use ereje::diagnostic::{Diagnostic, Level, Place};
use ereje::manifest::Manifest;
use ereje_check::{Side, Subject, Texts, check_document, check_file, check_messages, check_texts};
use rayon::prelude::*;

use corpus::Pair;
use inject::{FAULTS, Fault};

/// Counts how many mistakes of each kind are found.
#[derive(Parser)]
#[command(name = "faults")]
struct Arguments {
    /// A tree of Fluent files named after their locales, in place of the policies
    /// of this workspace
    #[arg(long)]
    fluent: Option<PathBuf>,
    /// The locale that these were translated from
    #[arg(long, default_value = "en-US")]
    reference: String,
    /// Prints what this rule tells of texts as they are
    #[arg(long)]
    told: Option<String>,
    /// Prints each mistake of this kind that was not found, by its name or a part
    /// of it
    #[arg(long)]
    missed: Option<String>,
}

/// What came of mistakes of one kind.
#[derive(Clone, Default)]
struct Count {
    made: usize,
    found: usize,
    as_errors: usize,
    missed: Vec<String>,
}

/// Runs `faults` with its arguments, its own name first.
pub(crate) fn run(arguments: &[OsString]) -> ExitCode {
    let options = match Arguments::try_parse_from(arguments) {
        Ok(options) => options,
        Err(error) => error.exit(),
    };
    match faults(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn faults(options: &Arguments) -> io::Result<()> {
    let pairs = match &options.fluent {
        Some(root) => corpus::fluent(root, &options.reference)?,
        None => corpus::workspace(&std::env::current_dir()?)?,
    };
    if pairs.is_empty() {
        return Err(io::Error::other("there are no translations here"));
    }
    untouched(&pairs, options.told.as_deref());
    let mut counts: BTreeMap<Fault, Count> = BTreeMap::new();
    for counted in pairs.par_iter().map(counted).collect::<Vec<_>>() {
        for (fault, one) in counted {
            let count = counts.entry(fault).or_default();
            count.made += one.made;
            count.found += one.found;
            count.as_errors += one.as_errors;
            count.missed.extend(one.missed);
        }
    }
    println!("\n{:<28} {:>8} {:>9} {:>11}", "", "made", "found", "as errors");
    for fault in FAULTS {
        let count = counts.get(&fault).cloned().unwrap_or_default();
        let share = |part: usize| match count.made {
            0 => "–".to_owned(),
            made => format!("{:.2} %", part as f64 * 100.0 / made as f64),
        };
        let (found, errors) = (share(count.found), share(count.as_errors));
        println!("{:<28} {:>8} {found:>9} {errors:>11}", fault.name(), count.made);
        if options.missed.as_ref().is_some_and(|wanted| fault.name().contains(wanted.as_str())) {
            count.missed.iter().for_each(|missed| println!("    {missed}"));
        }
    }
    Ok(())
}

/// Tells what is found in texts as they are.
fn untouched(pairs: &[Pair], rule: Option<&str>) {
    let found: Vec<(usize, Vec<Diagnostic>)> = pairs
        .par_iter()
        .map(|pair| {
            let file = FtlFile::parse("translation.ftl", pair.text.clone());
            (file.messages().count(), findings(pair, &pair.text))
        })
        .collect();
    let messages: usize = found.iter().map(|(messages, _)| messages).sum();
    println!("{} files, {messages} messages; as they are:", pairs.len());
    let mut by_rule: BTreeMap<(Level, &str), usize> = BTreeMap::new();
    for told in found.iter().flat_map(|(_, found)| found) {
        *by_rule.entry((told.level, told.rule)).or_default() += 1;
    }
    for (pair, (_, found)) in pairs.iter().zip(&found) {
        for told in found.iter().filter(|told| Some(told.rule) == rule) {
            let excerpt = |place: &Place| place.excerpt.trim().to_owned();
            let own = told.place.as_ref().map(excerpt).unwrap_or_default();
            let source = told.beside.as_ref().map(|beside| excerpt(&beside.place));
            let clause = told.clause.as_deref().unwrap_or_default();
            println!("{} {clause}: {}\n    {own}", pair.path, told.message);
            println!("    {}", source.unwrap_or_default());
        }
    }
    for ((level, rule), count) in by_rule {
        println!("  {:<8} {rule:<28} {count:>6}", level.name());
    }
}

fn counted(pair: &Pair) -> Vec<(Fault, Count)> {
    let file = FtlFile::parse("translation.ftl", pair.text.clone());
    let source = FtlFile::parse("source.ftl", pair.source.clone());
    let about = |found: &[Diagnostic]| -> BTreeSet<(&'static str, String)> {
        found.iter().map(|told| (told.rule, told.message.clone())).collect()
    };
    let before = about(&findings(pair, &pair.text));
    let count = |fault: Fault| {
        let mut count = Count::default();
        for injected in fault.inject(&file, &source) {
            let found = findings(pair, &injected.text);
            let new = |told: &&Diagnostic| !before.contains(&(told.rule, told.message.clone()));
            let worst = found.iter().filter(new).map(|told| told.level).min();
            count.made += 1;
            count.found += usize::from(worst.is_some());
            count.as_errors += usize::from(worst == Some(Level::Error));
            if worst.is_none() {
                count.missed.push(format!("{}: {}", pair.path, injected.message));
            }
        }
        (fault, count)
    };
    FAULTS.into_iter().map(count).collect()
}

/// Everything that is told of a translation.
fn findings(pair: &Pair, text: &str) -> Vec<Diagnostic> {
    let source_terms = FtlFile::parse("source-terms.ftl", pair.source_terms.clone());
    let source_file = FtlFile::parse("source.ftl", pair.source.clone());
    let terms = FtlFile::parse("terms.ftl", pair.terms.clone());
    let file = FtlFile::parse("translation.ftl", text.to_owned());
    let source = Texts::of(&pair.source_locale, &source_file, Some(&source_terms), pair.form);
    let own = Texts::of(&pair.locale, &file, Some(&terms), pair.form);
    let from = Side { texts: &source, file: &source_file, terms: Some(&source_terms) };
    let to = Side { texts: &own, file: &file, terms: Some(&terms) };
    let mut found = file.diagnostics().to_vec();
    found.extend(check_file(&file, &pair.locale, None, (false, &|_| true)));
    if let Some(manifest) = &pair.manifest {
        found.extend(of_policy(pair, manifest, (&file, &terms), &source_file));
    }
    found.extend(check_texts(from, to, None, (false, &|_| true)));
    found
}

/// What is told of a policy's text by itself.
fn of_policy(
    pair: &Pair,
    manifest: &Manifest,
    (file, terms): (&FtlFile, &FtlFile),
    source: &FtlFile,
) -> Vec<Diagnostic> {
    let catalog =
        Catalog::new(&pair.locale, file, Some(terms), &manifest.facts, manifest.published);
    let subject = Subject { manifest, catalog: &catalog, source, draft: false, wanted: &|_| true };
    let mut found = check_messages(&subject);
    found.extend(check_document(&subject, &compose(manifest, &catalog), &found));
    found
}
