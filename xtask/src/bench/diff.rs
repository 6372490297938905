//! `cargo xtask bench diff`: how fast two texts are compared and how well the
//! redline reads, as ratios to other tools and to what can not be saved: reading
//! the texts and cutting them into words.

mod clauses;
mod hostile;
mod islands;
mod ours;
mod peers;
mod revisions;
mod workspaces;

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ereje::change::Op;
use ereje::document::Document;
use ereje_diff::{Redline, compare, words};

use super::measure::{Scratch, at_least, at_most, ratio};
use hostile::DEEDS;
use islands::{Look, Piece, of_myers, of_redline};
use ours::Ours;
use peers::{Outcome, PEERS, Peer, Place, peers_of_revisions};
use revisions::Revisions;

/// Where revisions are looked for, from the root of the workspace.
const REVISIONS: &str = "../shared/data/policies/site-policy";

#[derive(clap::Args)]
pub(super) struct Options {
    /// A folder with revisions of policies in Markdown: files whose paths differ
    /// in numbers alone [default: ../shared/data/policies/site-policy, from the
    /// root of the workspace]
    folder: Option<PathBuf>,
    /// Runs of each measure; the best one counts
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Seconds after which another tool is stopped
    #[arg(long, default_value_t = 60)]
    limit: u64,
    /// Documents of the large workspaces
    #[arg(long, default_value_t = 400)]
    documents: usize,
    /// Clauses of a document there
    #[arg(long, default_value_t = 200)]
    clauses: usize,
}

/// Measures and prints everything.
pub(super) fn diff(options: &Options) -> io::Result<()> {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, |xtask| {
        Path::new(&xtask).parent().map_or_else(PathBuf::new, Path::to_owned)
    });
    let folder = options.folder.clone().unwrap_or_else(|| root.join(REVISIONS));
    let revisions = Revisions::below(&folder)?;
    let scratch = Scratch::new(&std::env::temp_dir())?;
    let program = std::env::current_exe()?;
    // The program is in a folder of the target directory that has its profile's name.
    let target = program.ancestors().nth(2).unwrap_or(&scratch.0);
    let place = Place {
        scratch: scratch.0.clone(),
        modules: target.join("bench-diff"),
        runs: options.runs.max(1),
        limit: Duration::from_secs(options.limit.max(1)),
    };
    let documents = real_revisions(revisions, &place)?;
    quality(&documents, &place)?;
    hostile(&place)?;
    large(options);
    Ok(())
}

/// Runs something and takes its time; what it made is dropped afterwards.
fn timed<T>(task: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(task());
    let time = start.elapsed();
    drop(made);
    time
}

/// The best of several runs.
fn best(runs: usize, mut one: impl FnMut() -> Duration) -> Duration {
    (0..runs.max(1)).map(|_| one()).min().unwrap_or_default()
}

fn row(what: &str, time: Duration, note: &str) {
    println!("  {what:<34} {:>11.3} ms  {note}", time.as_secs_f64() * 1e3);
}

fn row_without_time(what: &str, note: &str) {
    println!("  {what:<34} {:>11}     {note}", "");
}

/// Compares the revisions, as Ereje and others do; gives the documents.
fn real_revisions(revisions: Revisions, place: &Place) -> io::Result<Vec<(Document, Document)>> {
    let mut ours = Ours::new(revisions.pairs)?;
    let text =
        |(old, new): &(PathBuf, PathBuf)| Ok((fs::read_to_string(old)?, fs::read_to_string(new)?));
    let texts = ours.files.iter().map(text).collect::<io::Result<Vec<_>>>()?;
    let count: usize = texts.iter().map(|(old, new)| words(old).len() + words(new).len()).sum();
    println!(
        "{} pairs of revisions of {} policies: {count} words to compare",
        texts.len(),
        revisions.policies
    );
    println!("\nreal revisions");
    let mut outcomes = Vec::new();
    for peer in peers_of_revisions() {
        // Ereje and the others take turns, so that all have the same minute.
        (0..place.runs).for_each(|_| ours.run());
        outcomes.push((peer, peer.compare(&texts, place)?));
    }
    (0..place.runs).for_each(|_| ours.run());
    let (reading, comparing) = (ours.reading.iter().sum(), ours.comparing.iter().sum());
    row("ereje: reading and parsing both", reading, "");
    let to_reading = format!("{:.3} × reading and parsing", ratio(comparing, reading));
    row("ereje: comparing", comparing, &to_reading);
    for (peer, outcome) in outcomes {
        match outcome {
            Outcome::Done(done) => {
                let mut note = against(peer, comparing, reading, done.time);
                if let Some(start) = done.start {
                    let start = start.as_secs_f64() * 1e3;
                    note.push_str(&format!("; {} starts of {start:.3} ms taken off", texts.len()));
                }
                if let Some(version) = done.version {
                    note.push_str(&format!("; version {version}"));
                }
                row(peer.name(), done.time, &note);
            }
            Outcome::Over(limit) => {
                let note = against(peer, comparing, reading, limit);
                row(peer.name(), limit, &format!("at least, then stopped; {note}"));
            }
            Outcome::Missing(how) => {
                row_without_time(peer.name(), &format!("not installed: {how}"));
            }
        }
    }
    Ok(ours.documents)
}

/// How Ereje compares with a tool.
fn against(peer: Peer, comparing: Duration, reading: Duration, theirs: Duration) -> String {
    let faster = |goal: Option<f64>| {
        let times = ratio(theirs, comparing);
        let goal = goal.map(|goal| format!(" {}", at_least(times, goal))).unwrap_or_default();
        format!("ereje is {times:.1} × faster{goal}")
    };
    match peer {
        Peer::Git | Peer::Wdiff => {
            let ours = ratio(comparing, theirs);
            let whole = ratio(comparing + reading, theirs);
            let goal =
                if peer == Peer::Git { format!(" {}", at_most(ours, 0.15)) } else { String::new() };
            format!("ereje takes {ours:.3} ×{goal}, with reading {whole:.3} ×")
        }
        Peer::Difflib => faster(Some(50.0)),
        Peer::Jsdiff | Peer::OldJsdiff => faster(Some(500.0)),
        Peer::DiffMatchPatch => faster(None),
    }
}

/// Compares clauses that changed, and counts how the redlines look.
fn quality(documents: &[(Document, Document)], place: &Place) -> io::Result<()> {
    let mut texts = Vec::new();
    let mut ours = Vec::new();
    for (old, new) in documents {
        let changes = compare(old, new);
        for change in changes.clauses.iter().filter(|change| change.op == Op::Changed) {
            let before = old.clause(&change.id);
            let before = before.or_else(|| old.clause(change.related.first()?));
            let (Some(before), Some(after)) = (before, new.clause(&change.id)) else { continue };
            let lines = (clauses::lines(&before.body), clauses::lines(&after.body));
            // Others do not see that a link leads elsewhere.
            if lines.0 != lines.1 {
                ours.push(of_redline(&Redline::new(&before.body, &after.body)));
                texts.push(lines);
            }
        }
    }
    println!("\nredlines of the {} clauses whose words changed", texts.len());
    println!("  {:<34} {:>16} {:>11} {:>7}", "", "edits per clause", "words kept", "chaff");
    look("ereje", &ours, Some(8.0));
    let myers = texts.iter().map(|(old, new)| of_myers(old, new)).collect::<Vec<_>>();
    look("Myers over the same words", &myers, None);
    for peer in PEERS {
        match peer.compare(&texts, place)? {
            Outcome::Done(done) => {
                look(peer.name(), &done.redlines, None);
            }
            Outcome::Over(limit) => {
                println!("  {:<34} stopped after {} s", peer.name(), limit.as_secs());
            }
            Outcome::Missing(how) => println!("  {:<34} not installed: {how}", peer.name()),
        }
    }
    Ok(())
}

/// Prints how redlines look; the goal is a share of chaff, in per cent.
fn look(name: &str, redlines: &[Vec<Piece>], goal: Option<f64>) {
    let mut look = Look::default();
    for redline in redlines {
        look += Look::of(redline);
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let chaff = share(look.chaff, look.islands) * 100.0;
    println!(
        "  {name:<34} {:>16.2} {:>9.1} % {chaff:>5.1} %  {}",
        share(look.islands, redlines.len()),
        share(look.kept, look.words) * 100.0,
        goal.map(|goal| at_most(chaff, goal)).unwrap_or_default()
    );
}

/// Compares hostile clauses with what cutting them into words takes.
fn hostile(place: &Place) -> io::Result<()> {
    for count in [10_000, 20_000] {
        println!("\none clause of {count} words, against cutting both texts into words");
        for deed in DEEDS {
            let texts = deed.texts(count);
            let (cut, redline) = hostile::measure(&texts, place.runs * 4);
            let times = ratio(redline, cut);
            let has_goal = count == 10_000 && deed.has_goal();
            let goal = if has_goal { at_most(times, 10.0) } else { String::new() };
            row(&format!("{}: words", deed.name()), cut, "");
            row(&format!("{}: ereje", deed.name()), redline, &format!("{times:.1} × {goal}"));
            if count > 10_000 {
                continue;
            }
            let pairs = [texts];
            for peer in PEERS {
                match peer.compare(&pairs, place)? {
                    Outcome::Done(done) => {
                        row(peer.name(), done.time, &format!("{:.0} ×", ratio(done.time, cut)));
                    }
                    Outcome::Over(limit) => {
                        row(peer.name(), limit, &format!("> {:.0} ×, stopped", ratio(limit, cut)));
                    }
                    Outcome::Missing(how) => {
                        row_without_time(peer.name(), &format!("not installed: {how}"));
                    }
                }
            }
        }
    }
    Ok(())
}

/// Compares two large workspaces with what reading them takes.
fn large(options: &Options) {
    let (documents, clauses) = (options.documents.max(1), options.clauses.max(1));
    println!(
        "\ntwo workspaces of {} clauses: {documents} documents in {} languages, one core",
        documents * clauses,
        workspaces::LOCALES
    );
    let measured = workspaces::measure(documents, clauses, options.runs);
    row("reading both", measured.read, "");
    let times = ratio(measured.compared, measured.read);
    let note = format!(
        "{times:.3} × reading {}; {} clauses differ",
        at_most(times, 2.5),
        measured.changed
    );
    row("comparing them", measured.compared, &note);
}
