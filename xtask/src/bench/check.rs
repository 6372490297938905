//! `cargo xtask bench check`: how fast the texts of a program are checked, as ratios
//! to what can not be saved (reading and parsing them) and to other tools.

mod corpus;
mod floors;
mod peers;
mod project;

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::measure::{self, Scratch, Taken, at_least, at_most, quickest, ratio};
use super::watch::{Ended, watch};
use corpus::{REFERENCE, Size};
use peers::{Outcome, PEERS, Peer, Tools};
use project::Project;

#[derive(clap::Args)]
pub(super) struct Options {
    /// A folder with texts in all languages, as for `check --fluent` [default: a
    /// synthetic project]
    #[arg(requires = "reference")]
    folder: Option<PathBuf>,
    /// The locale of its reference
    #[arg(long, requires = "folder")]
    reference: Option<String>,
    /// Locales of the synthetic project
    #[arg(long, default_value_t = 100)]
    locales: usize,
    /// Files of each of its locales
    #[arg(long, default_value_t = 90)]
    files: usize,
    /// Messages of a file, about
    #[arg(long, default_value_t = 28)]
    messages: usize,
    /// Runs of each measure; the best one counts
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Seconds after which another tool is stopped
    #[arg(long, default_value_t = 1200)]
    limit: u64,
    /// Leave out other tools
    #[arg(long)]
    alone: bool,
}

/// The most memory, in MiB.
const MEMORY: f64 = 100.0;

/// Measures and prints everything.
pub(super) fn check(options: &Options) -> io::Result<()> {
    let scratch = Scratch::new(&std::env::temp_dir())?;
    let made = scratch.0.join("texts");
    let size = Size {
        locales: options.locales.max(2),
        files: options.files.max(1),
        messages: options.messages.max(1),
    };
    let (folder, reference) = match (&options.folder, &options.reference) {
        (Some(folder), Some(reference)) => (folder.as_path(), reference.as_str()),
        _ => {
            corpus::write(&made, size)?;
            (made.as_path(), REFERENCE)
        }
    };
    let project = Project::below(folder, reference)?;
    println!("{project}; {} cores", std::thread::available_parallelism().map_or(1, usize::from));
    let runs = options.runs.max(1);
    let whole = against_floors(&project, runs)?;
    // The one that has most to check.
    let single = project.largest();
    let alone = several(runs, || ours(&project, Some(single)))?;
    row(&format!("ereje check --fluent, only {single}"), alone, &memory(alone));
    if !options.alone {
        let tools = Tools::new(&scratch.0, Duration::from_secs(options.limit.max(1)))?;
        for peer in PEERS {
            against(&tools, peer, (&project, None), whole.time)?;
        }
        against(&tools, Peer::CompareLocales, (&project, Some(single)), alone.time)?;
    }
    if options.folder.is_none() {
        growth(&scratch.0, size, runs)?;
    }
    workspace(runs)
}

fn several(runs: usize, one: impl Fn() -> io::Result<Taken>) -> io::Result<Taken> {
    Ok(quickest(&(0..runs).map(|_| one()).collect::<io::Result<Vec<_>>>()?))
}

fn row(what: &str, taken: Taken, note: &str) {
    println!("  {what:<38} {:>9.3} s  {note}", taken.time.as_secs_f64());
}

fn memory(taken: Taken) -> String {
    let peak = taken.peak as f64 / 1024.0;
    format!("peak memory {peak:.0} MiB {}", at_most(peak, MEMORY))
}

/// The command as people type it, with all that it tells.
fn ours(project: &Project, locale: Option<&str>) -> io::Result<Taken> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["check", "--reference", &project.reference, "--fluent"]).arg(&project.root);
    command.args(locale.iter().flat_map(|locale| ["--locale", locale]));
    // There may be mistakes, which make it end with 1.
    measure::run_to(&mut command, &[0, 1])
}

fn against_floors(project: &Project, runs: usize) -> io::Result<Taken> {
    let (mut reading, mut parsing, mut checking) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs {
        // Floors and measure take turns, so that all have the same minute.
        reading.push(floors::read(&project.files)?);
        parsing.push(floors::parse(&project.files)?);
        checking.push(ours(project, None)?);
    }
    let [reading, parsing, checking] = [reading, parsing, checking].map(|all| quickest(&all));
    row("floor: reading all files", reading, "");
    row("floor: parsing them, fluent-syntax", parsing, "reading included, on all cores");
    let times = ratio(checking.time, parsing.time);
    row(
        "ereje check --fluent",
        checking,
        &format!("{times:.2} × parsing {}; {}", at_most(times, 5.0), memory(checking)),
    );
    Ok(checking)
}

/// How much faster than another tool.
fn against(
    tools: &Tools,
    peer: Peer,
    (project, locale): (&Project, Option<&str>),
    ours: Duration,
) -> io::Result<()> {
    let of = locale.map(|locale| format!(", only {locale}")).unwrap_or_default();
    let name = format!("{}{of}", peer.name());
    let goal = match (peer, locale) {
        (Peer::CompareLocales, None) => Some(140.0),
        (Peer::CompareLocales, Some(_)) => Some(40.0),
        (Peer::MozL10n, _) => None,
    };
    let faster = |theirs: Duration| {
        let times = ratio(theirs, ours);
        let goal = goal.map(|goal| at_least(times, goal)).unwrap_or_default();
        format!("ereje is {times:.0} × faster {goal}")
    };
    match tools.run(peer, project, locale)? {
        Outcome::Done(time) => row(&name, Taken { time, peak: 0 }, &faster(time)),
        Outcome::Over(limit) => {
            let note = format!("at least, then stopped; {}", faster(limit));
            row(&name, Taken { time: limit, peak: 0 }, &note);
        }
        Outcome::Missing(how) => println!("  {name:<38}              not installed: {how}"),
    }
    Ok(())
}

/// Twice the texts take twice the time.
fn growth(scratch: &Path, size: Size, runs: usize) -> io::Result<()> {
    println!("\ngrowth");
    let mut first = None;
    for parts in [4, 2, 1] {
        let folder = scratch.join("part");
        measure::remove(&folder)?;
        corpus::write(&folder, Size { files: size.files.div_ceil(parts), ..size })?;
        let project = Project::below(&folder, REFERENCE)?;
        let taken = several(runs, || ours(&project, None))?;
        let each = taken.time.as_secs_f64() * 1e6 / project.files.len() as f64;
        let times = each / *first.get_or_insert(each);
        let note = format!(
            "{} files, {each:.0} µs a file, {times:.2} × the first {}; {}",
            project.files.len(),
            at_most(times, 1.2),
            memory(taken)
        );
        row("ereje check --fluent", taken, &note);
    }
    Ok(())
}

/// The workspace that is shipped, beside a program that does nothing.
fn workspace(runs: usize) -> io::Result<()> {
    let Some(xtask) = std::env::var_os("CARGO_MANIFEST_DIR") else {
        println!("\nSKIPPED the shipped workspace: run this with cargo");
        return Ok(());
    };
    let root = Path::new(&xtask).parent().map_or_else(PathBuf::new, Path::to_owned);
    let program = std::env::current_exe()?;
    let best = |command: &dyn Fn() -> Command| -> io::Result<Taken> {
        let one = || match watch(command(), None, Duration::from_secs(60))? {
            Ended::Well { time, .. } => Ok(Taken { time, peak: 0 }),
            Ended::Over => Err(io::Error::other("a minute was not enough for the workspace")),
        };
        // These are short, and vary more.
        several(runs * 4, one)
    };
    let empty = best(&|| Command::new("true"))?;
    let checked = best(&|| {
        let mut command = Command::new(&program);
        command.arg("check").arg("--workspace").arg(&root);
        command
    })?;
    println!("\nthe shipped workspace");
    let milliseconds = |taken: Taken| taken.time.as_secs_f64() * 1e3;
    println!("  {:<38} {:>9.3} ms", "floor: a process that does nothing", milliseconds(empty));
    println!(
        "  {:<38} {:>9.3} ms  {:.1} × an empty process",
        "ereje check",
        milliseconds(checked),
        ratio(checked.time, empty.time)
    );
    Ok(())
}
