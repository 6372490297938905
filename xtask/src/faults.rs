//! `cargo xtask faults`: how many of the mistakes that people make are found, and
//! what is told of texts without any. Mistakes are put into correct translations
//! one at a time.

mod corpus;
mod digits;
mod inject;
mod kinds;
mod look;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use ereje::catalog::FtlFile;
use ereje::diagnostic::{Diagnostic, Level, Place};
use rayon::prelude::*;

use corpus::Pair;
use inject::{Injected, gone_on, is_other_text};
use kinds::{FAULTS, Fault};
use look::Source;

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
    /// Looks at each so many files alone
    #[arg(long, default_value_t = 1)]
    every: usize,
    /// Prints what this rule tells of texts as they are
    #[arg(long)]
    told: Option<String>,
    /// Prints each mistake of this kind that was not found as an error, by its name
    /// or a part of it
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
    let mut pairs = match &options.fluent {
        Some(root) => corpus::fluent(root, &options.reference)?,
        None => corpus::workspace(&std::env::current_dir()?)?,
    };
    if pairs.is_empty() {
        let missing = match &options.fluent {
            Some(root) => format!(
                "there is nothing in {} that was translated from `{}`; name the locale of its \
                 source with --reference",
                root.display(),
                options.reference
            ),
            None => "no policy here has a translation".to_owned(),
        };
        return Err(io::Error::other(missing));
    }
    let mut nth = 0;
    pairs.retain(|_| {
        nth += 1;
        nth % options.every.max(1) == 0
    });
    untouched(&pairs, options.told.as_deref());
    let mut counts: BTreeMap<Fault, Count> = BTreeMap::new();
    for counted in pairs.par_iter().map(|pair| counted(pair, &pairs)).collect::<Vec<_>>() {
        for (fault, one) in counted {
            let count = counts.entry(fault).or_default();
            count.made += one.made;
            count.found += one.found;
            count.as_errors += one.as_errors;
            count.missed.extend(one.missed);
        }
    }
    println!("\n{:<28} {:>8} {:>9} {:>11}", "", "made", "found", "as errors");
    for (fault, name) in FAULTS {
        let count = counts.get(&fault).cloned().unwrap_or_default();
        let share = |part: usize| match count.made {
            0 => "–".to_owned(),
            made => format!("{:.2} %", part as f64 * 100.0 / made as f64),
        };
        let (found, errors) = (share(count.found), share(count.as_errors));
        println!("{:<28} {:>8} {found:>9} {errors:>11}", name, count.made);
        if options.missed.as_ref().is_some_and(|wanted| name.contains(wanted.as_str())) {
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
            (file.messages().count(), Source::of(pair).findings(&pair.text))
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

fn counted(pair: &Pair, pairs: &[Pair]) -> Vec<(Fault, Count)> {
    let file = FtlFile::parse("translation.ftl", pair.text.clone());
    let source = Source::of(pair);
    let key = |told: &Diagnostic| (told.rule, told.clause.clone(), told.message.clone());
    let before = source.findings(&pair.text);
    let wrong: BTreeSet<&str> = before
        .iter()
        .filter(|told| told.level == Level::Error)
        .filter_map(|told| told.clause.as_deref())
        .collect();
    let before: BTreeSet<_> = before.iter().map(key).collect();
    let worst = |text: &str| {
        let found = source.findings(text);
        let new = |told: &&Diagnostic| !before.contains(&key(told));
        found.iter().filter(new).map(|told| told.level).min()
    };
    let count = |(fault, _): (Fault, &str)| {
        let mut count = Count::default();
        let injected = match (fault, &pair.manifest) {
            (Fault::StaleText, Some(_)) => gone_on(&source.file),
            (Fault::SwappedFiles, _) => of_another(pair, &file, pairs).into_iter().collect(),
            _ => fault.inject(pair, &file, &source.file),
        };
        // What was wrong before is no correct text to put a mistake into.
        for one in injected.iter().filter(|one| !wrong.contains(one.message.as_str())) {
            let worst = match (fault, &pair.manifest) {
                (Fault::StaleText, Some(manifest)) => {
                    source.is_stale(manifest, &one.message, &one.text).then_some(Level::Error)
                }
                _ => worst(&one.text),
            };
            count.made += 1;
            count.found += usize::from(worst.is_some());
            count.as_errors += usize::from(worst == Some(Level::Error));
            if worst != Some(Level::Error) {
                let level = worst.map_or("missed", Level::name);
                count.missed.push(format!("{}: {} ({level})", pair.path, one.message));
            }
        }
        (fault, count)
    };
    FAULTS.into_iter().map(count).collect()
}

/// The file of the next language whose texts are others.
fn of_another(pair: &Pair, file: &FtlFile, pairs: &[Pair]) -> Option<Injected> {
    let at = pairs.iter().position(|other| other.path == pair.path)?;
    let others = pairs[at + 1..]
        .iter()
        .chain(&pairs[..at])
        .filter(|other| other.key == pair.key && other.locale.language() != pair.locale.language());
    let mut others = others
        .filter(|other| is_other_text(file, &FtlFile::parse("other.ftl", other.text.clone())));
    let other = others.next()?;
    Some(Injected { message: format!("({})", other.locale.tag()), text: other.text.clone() })
}
