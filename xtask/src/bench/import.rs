//! `cargo xtask bench import`: how fast pages come in, beside rendering the same
//! Markdown once; and how fast a past does, beside importing and comparing each of
//! its revisions once. The first two read from memory and write nowhere, on one core.
//! The others are programs that start, read the same files and have all cores; only
//! the past also writes its versions.

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::compose;
use ereje::document::Document;
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::read_manifest;
use ereje_import::{Imported, Wanted, import};
use rayon::prelude::*;

use super::locales::LANGUAGES;
use super::measure::{self, Scratch, Taken, at_most, middle, ratio};
use super::random::Random;
use super::synthetic::words;

#[derive(clap::Args)]
pub(super) struct Options {
    /// Pages that are imported one by one
    #[arg(long, default_value_t = 300)]
    documents: usize,
    /// Revisions of the page whose past is imported
    #[arg(long, default_value_t = 1000)]
    revisions: usize,
    /// Clauses of a page
    #[arg(long, default_value_t = 40)]
    clauses: usize,
    /// Words of a clause
    #[arg(long, default_value_t = 150)]
    words: usize,
    /// Runs of each measure; the middle one counts
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// Only import and compare the pages of this folder, which is the floor of a past
    #[arg(long, hide = true)]
    apart: Option<PathBuf>,
}

/// An import takes at most so many times as long as rendering the page once.
const PAGES: f64 = 5.0;

/// A past takes at most so many times as long as its revisions by themselves.
const PAST: f64 = 1.0;

/// Measures and prints everything.
pub(super) fn measure(options: &Options) -> io::Result<()> {
    let locale = Locale::parse("en").map_err(|_| io::Error::other("`en` is no locale"))?;
    if let Some(folder) = &options.apart {
        return apart(folder, &locale);
    }
    let runs = options.runs.max(1);
    let one = |nth| page(&format!("page-{nth}"), options);
    let pages: Vec<String> = (0..options.documents.max(1)).map(one).collect();
    let size: usize = pages.iter().map(String::len).sum();
    println!("{} pages, {} KB of Markdown", pages.len(), size / 1000);
    let (mut rendering, mut importing) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        // Floor and measure take turns, so that both have the same minute.
        rendering.push(timed(|| pages.iter().for_each(|page| render(page))));
        importing.push(timed(|| {
            for page in &pages {
                black_box(imported(page, &locale).is_ok());
            }
        }));
    }
    let (rendering, importing) = (middle(rendering), middle(importing));
    row("floor: rendering them, pulldown-cmark", rendering, "on one core, as the next");
    let times = ratio(importing.time, rendering.time);
    row("importing them", importing, &format!("{times:.2} × rendering {}", at_most(times, PAGES)));
    past(options, runs)
}

fn past(options: &Options, runs: usize) -> io::Result<()> {
    let scratch = Scratch::new(&std::env::temp_dir())?;
    let folder = scratch.0.join("past");
    fs::create_dir_all(&folder)?;
    let revisions = revisions(options);
    let first = Date { year: 2000, month: 1, day: 1 }.days_since_1970();
    for (nth, text) in (0..).zip(&revisions) {
        let day = Date::from_days_since_1970(first + nth);
        fs::write(folder.join(format!("{day}.md")), text)?;
    }
    println!("{} revisions of a page of {} KB", revisions.len(), revisions[0].len() / 1000);
    let (mut apart, mut replaying) = (Vec::new(), Vec::new());
    for nth in 0..runs {
        let mut floor = Command::new(std::env::current_exe()?);
        apart.push(measure::run(floor.args(["bench", "import", "--apart"]).arg(&folder))?);
        // A new place each time: for minutes, ext4 looks twice at what was removed.
        let workspace = scratch.0.join(format!("workspace-{nth}"));
        fs::create_dir_all(&workspace)?;
        replaying.push(replay(&folder, &workspace)?);
    }
    let (apart, replaying) = (middle(apart), middle(replaying));
    row("floor: importing and comparing each once", apart, "on all cores, as the next");
    let times = ratio(replaying.time, apart.time);
    let peak = replaying.peak / 1024;
    let note = format!("{times:.2} × that {}; {peak} MiB", at_most(times, PAST));
    row("ereje import --history, files written", replaying, &note);
    Ok(())
}

/// Imports the pages of a folder one by one and compares each with the one before.
fn apart(folder: &Path, locale: &Locale) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    let documents: Vec<Option<Document>> = paths
        .par_iter()
        .map(|path| Ok(document(&fs::read_to_string(path)?, locale)))
        .collect::<io::Result<_>>()?;
    documents.par_windows(2).for_each(|pair| {
        if let [Some(old), Some(new)] = pair {
            black_box(ereje_diff::compare(old, new));
        }
    });
    Ok(())
}

/// The command as people type it.
fn replay(folder: &Path, workspace: &Path) -> io::Result<Taken> {
    let mut command = Command::new(std::env::current_exe()?);
    command.current_dir(workspace).args(["import", "--policy", "p", "--locale", "en", "--history"]);
    measure::run(command.arg(folder))
}

fn row(what: &str, taken: Taken, note: &str) {
    println!("  {what:<42} {:>9.3} s  {note}", taken.time.as_secs_f64());
}

fn timed(work: impl FnOnce()) -> Taken {
    let start = Instant::now();
    work();
    Taken { time: start.elapsed(), peak: 0 }
}

fn render(page: &str) {
    let mut html = String::with_capacity(page.len() * 2);
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(page));
    black_box(html);
}

fn imported(text: &str, locale: &Locale) -> Result<Imported, String> {
    let fallback = Date { year: 2020, month: 1, day: 1 };
    let bottom = "Last updated: { DATETIME($published, dateStyle: \"long\") }";
    let wanted = Wanted { path: "page.md", text, policy: "p", locale, fallback, bottom };
    import(&wanted).map_err(|told| told.message)
}

fn document(text: &str, locale: &Locale) -> Option<Document> {
    let imported = imported(text, locale).ok()?;
    let manifest = read_manifest("p", "policy.toml", &imported.manifest).0?;
    let file = FtlFile::parse("p.ftl", imported.texts);
    let catalog = Catalog::new(locale, &file, None, &manifest.facts, manifest.published);
    Some(compose(&manifest, &catalog))
}

/// The clauses of a synthetic page: a heading, and a paragraph or a list.
fn clauses(name: &str, options: &Options) -> Vec<String> {
    let mut random = Random::named(name);
    let english = LANGUAGES.iter().find(|language| language.tag == "en").unwrap_or(&LANGUAGES[0]);
    let clause = |nth: usize| {
        let heading = words(english, 3, &mut random);
        let text = words(english, options.words.max(1), &mut random);
        if nth % 4 == 3 {
            let items: Vec<String> = text.split(", ").map(|part| format!("* {part}\n")).collect();
            return format!("## {heading}\n\n{}", items.concat());
        }
        format!("## {heading}\n\n{text}, **to** [us](mailto:help@example.com).\n")
    };
    (0..options.clauses.max(1)).map(clause).collect()
}

fn whole(clauses: &[String]) -> String {
    format!("# Policy\n\n{}\nLast updated: May 7, 2020\n", clauses.join("\n"))
}

fn page(name: &str, options: &Options) -> String {
    whole(&clauses(name, options))
}

/// A page that changes in a clause from one revision to the next.
fn revisions(options: &Options) -> Vec<String> {
    let mut now = clauses("past", options);
    let mut random = Random::named("revisions");
    let next = |nth: usize| {
        let at = random.below(now.len());
        now[at].push_str(&format!("\nAs of revision {nth}.\n"));
        whole(&now)
    };
    (0..options.revisions.max(2)).map(next).collect()
}
