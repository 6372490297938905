//! `cargo xtask bench`: how fast Ereje is, as ratios to floors that are measured
//! in the same run, one after the other. `generate` is here, the others have
//! files of their own.

mod check;
mod chronicle;
mod diff;
mod history;
mod hugo;
mod import;
mod libraries;
mod locales;
mod measure;
mod random;
mod scripts;
mod synthetic;
mod watch;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use clap::{Parser, Subcommand};
use measure::{Scratch, Taken, middle, remove};
use rayon::prelude::*;
use synthetic::Size;

/// Measures Ereje on this machine, as ratios to floors of the same minute.
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// `generate` on a synthetic workspace
    Generate(Options),
    /// `check --fluent` on the texts of a program, beside tools that check them too
    Check(check::Options),
    /// Comparing texts: real revisions, hostile clauses, a large workspace
    Diff(diff::Options),
    /// A policy that was released often: `generate`, `verify`, what apps fetch
    History(history::Options),
    /// Pages that come in, and the past of one
    Import(import::Options),
}

#[derive(clap::Args)]
struct Options {
    /// Locales of the workspace
    #[arg(long, default_value_t = 100)]
    locales: usize,
    /// Policies of the workspace
    #[arg(long, default_value_t = 20)]
    policies: usize,
    /// Clauses of a policy
    #[arg(long, default_value_t = 40)]
    clauses: usize,
    /// Words of a clause
    #[arg(long, default_value_t = 150)]
    words: usize,
    /// Runs of each measure; the middle one counts
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// A folder on a disk, for input and the output there
    #[arg(long)]
    disk: Option<PathBuf>,
    /// A folder in memory, for the output there
    #[arg(long, default_value = "/dev/shm")]
    memory: PathBuf,
    /// Also make the same pages with Hugo
    #[arg(long)]
    hugo: bool,
}

/// Runs `bench` with its arguments, its own name first.
pub(crate) fn run(arguments: &[OsString]) -> ExitCode {
    let what = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments.what,
        Err(error) => error.exit(),
    };
    let done = match what {
        What::Generate(options) => generate(&options),
        What::Check(options) => check::check(&options),
        What::Diff(options) => diff::diff(&options),
        What::History(options) => history::history(&options),
        What::Import(options) => import::measure(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The workspace, the program and where it writes.
struct Bench {
    input: PathBuf,
    out: PathBuf,
    copy: PathBuf,
    runs: usize,
}

fn generate(options: &Options) -> io::Result<()> {
    let size = Size {
        locales: options.locales.clamp(2, locales::LANGUAGES.len()),
        policies: options.policies.max(1),
        clauses: options.clauses.max(1),
        words: options.words.max(1),
    };
    let disk = Scratch::new(&options.disk.clone().unwrap_or_else(std::env::temp_dir))?;
    let input = disk.0.join("workspace");
    synthetic::write(&input, size)?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{} locales × {} policies × {} clauses of about {} words: {} MB of input; {cores} cores",
        size.locales,
        size.policies,
        size.clauses,
        size.words,
        bytes_below(&input)? / 1_000_000
    );
    let mut places = Vec::new();
    if options.memory.is_dir() {
        places.push(("memory", Scratch::new(&options.memory)?));
    } else {
        println!(
            "SKIPPED the memory-backed folder: {} is not there; --memory names another",
            options.memory.display()
        );
    }
    places.push(("disk", Scratch::new(&disk.0)?));
    for (place, scratch) in &places {
        let bench = Bench {
            input: input.clone(),
            out: scratch.0.join("out"),
            copy: scratch.0.join("copy"),
            runs: options.runs.max(1),
        };
        println!("\noutput on {place}");
        bench.measure(if *place == "disk" { 0.8 } else { 1.5 })?;
        if options.hugo && *place != "disk" {
            bench.hugo(&scratch.0, size)?;
        }
        remove(&bench.out)?;
        remove(&bench.copy)?;
    }
    println!("\ngrowth");
    for parts in [4, 2, 1] {
        let part = Size { policies: size.policies.div_ceil(parts), ..size };
        let folder = disk.0.join("part");
        remove(&folder)?;
        synthetic::write(&folder, part)?;
        let out = places.first().map_or(disk.0.join("out"), |(_, scratch)| scratch.0.join("out"));
        let bench = Bench { input: folder, out, copy: PathBuf::new(), runs: options.runs.max(1) };
        let cold = bench.several(Bench::cold)?;
        let pages = u32::try_from(part.pages()).unwrap_or(u32::MAX);
        line(
            "cold",
            cold,
            &format!(
                "{:>6} pages, {:.3} ms a page",
                pages,
                cold.time.as_secs_f64() * 1e3 / f64::from(pages)
            ),
        );
        remove(&bench.out)?;
    }
    Ok(())
}

fn line(what: &str, taken: Taken, note: &str) {
    println!("  {what:<34} {:>8.3} s  {note}", taken.time.as_secs_f64());
}

fn ratio(taken: Taken, to: Taken, name: &str, goal: f64) -> String {
    let ratio = taken.time.as_secs_f64() / to.time.as_secs_f64().max(1e-9);
    let met = if ratio <= goal { "met" } else { "NOT met" };
    format!("{ratio:.3} × {name} (goal ≤ {goal}: {met})")
}

impl Bench {
    fn several(&self, one: impl Fn(&Bench) -> io::Result<Taken>) -> io::Result<Taken> {
        Ok(middle((0..self.runs).map(|_| one(self)).collect::<io::Result<_>>()?))
    }

    fn program(&self) -> io::Result<Taken> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("generate").arg("--workspace").arg(&self.input).arg("--out").arg(&self.out);
        measure::run(&mut command)
    }

    fn cold(&self) -> io::Result<Taken> {
        remove(&self.out)?;
        self.program()
    }

    /// Copies the output tree with the system's `cp`.
    fn copied(&self) -> io::Result<Taken> {
        remove(&self.copy)?;
        measure::run(Command::new("cp").arg("-r").arg(&self.out).arg(&self.copy))
    }

    /// What Fluent, Markdown and writing take by themselves.
    fn libraries(&self) -> io::Result<Taken> {
        remove(&self.copy)?;
        libraries::alone(&self.input, &self.out, &self.copy)
    }

    fn measure(&self, goal: f64) -> io::Result<()> {
        // Floor and measure take turns, so that both have the same minute.
        let (mut cold, mut copied) = (Vec::new(), Vec::new());
        for _ in 0..self.runs {
            cold.push(self.cold()?);
            copied.push(self.copied()?);
        }
        let (cold, copied) = (middle(cold), middle(copied));
        println!(
            "  {} files, {} MB of output",
            files_below(&self.out)?.len(),
            bytes_below(&self.out)? / 1_000_000
        );
        let read = self.several(Bench::read)?;
        line("floor: reading all input", read, "");
        line("floor: cp -r of the output", copied, "");
        let alone = self.several(Bench::libraries)?;
        let times = measure::ratio(alone.time, copied.time);
        line("floor: the libraries alone", alone, &format!("{times:.2} × cp -r"));
        let times = measure::ratio(cold.time, alone.time);
        let note = ratio(cold, copied, "cp -r", goal);
        line("cold", cold, &format!("{note}; {times:.2} × the libraries alone"));
        remove(&self.copy)?;
        let memory = if cold.peak <= 100 << 10 { "met" } else { "NOT met" };
        println!(
            "  {:<34} {:>8} MiB  (goal ≤ 100: {memory})",
            "cold: peak memory",
            cold.peak >> 10
        );
        let unchanged = self.several(Bench::program)?;
        line("nothing changed", unchanged, &ratio(unchanged, cold, "cold", 0.08));
        println!("  {:<34} {:>8} MiB", "nothing changed: peak memory", unchanged.peak >> 10);
        let touched = self.several(|bench| {
            bench.touch()?;
            bench.program()
        })?;
        line("nothing changed, all files touched", touched, &ratio(touched, cold, "cold", 0.2));
        for (what, path) in
            [("a translation", "locales/ru/p0.ftl"), ("the source", "locales/en/p0.ftl")]
        {
            let text = fs::read_to_string(self.input.join(path))?;
            let edits = (0..self.runs).map(|run| {
                let edited = text.replacen("\nc1 =\n    ", &format!("\nc1 =\n    e{run} "), 1);
                fs::write(self.input.join(path), edited)?;
                self.program()
            });
            let changed = middle(edits.collect::<io::Result<_>>()?);
            fs::write(self.input.join(path), text)?;
            self.program()?;
            line(
                &format!("one clause of {what} changed"),
                changed,
                &ratio(changed, cold, "cold", 0.1),
            );
        }
        Ok(())
    }

    /// Reads every input file, on every core.
    fn read(&self) -> io::Result<Taken> {
        let files = files_below(&self.input)?;
        let start = Instant::now();
        files.par_iter().try_for_each_init(Vec::new, |buffer, path| {
            buffer.clear();
            fs::File::open(path)?.read_to_end(buffer).map(drop)
        })?;
        Ok(Taken { time: start.elapsed(), peak: 0 })
    }

    /// Gives every input file a new time.
    fn touch(&self) -> io::Result<()> {
        let now = std::time::SystemTime::now() - Duration::from_secs(1);
        files_below(&self.input)?
            .par_iter()
            .try_for_each(|path| fs::File::options().append(true).open(path)?.set_modified(now))
    }

    fn hugo(&self, scratch: &Path, size: Size) -> io::Result<()> {
        if Command::new("hugo").arg("version").output().is_err() {
            println!("  SKIPPED Hugo: it is not installed (apt-get install hugo)");
            return Ok(());
        }
        let site = scratch.join("hugo");
        hugo::write(&site, &self.out.join("text"), size)?;
        let (mut theirs, mut ours) = (Vec::new(), Vec::new());
        for _ in 0..self.runs.min(2) {
            remove(&site.join("public"))?;
            theirs.push(measure::run(Command::new("hugo").arg("--source").arg(&site))?);
            ours.push(self.cold()?);
        }
        let pages = files_below(&site.join("public"))?.len();
        let (theirs, ours) = (middle(theirs), middle(ours));
        let times = theirs.time.as_secs_f64() / ours.time.as_secs_f64().max(1e-9);
        let met = if times >= 7.0 { "met" } else { "NOT met" };
        line(
            "Hugo, the HTML pages alone",
            theirs,
            &format!(
                "{pages} files; ereje with all four outputs is {times:.1} × faster (goal ≥ 7: {met})"
            ),
        );
        remove(&site)
    }
}

fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                files.push(entry.path());
            }
        }
    }
    Ok(files)
}

fn bytes_below(folder: &Path) -> io::Result<u64> {
    files_below(folder)?.iter().map(|path| fs::metadata(path).map(|metadata| metadata.len())).sum()
}
