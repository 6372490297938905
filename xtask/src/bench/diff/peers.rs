//! Other tools that compare texts, on the same texts. Programs are started once
//! a pair, and what their start takes is taken off; libraries time themselves
//! in one process over all pairs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use ereje_diff::Change;
use serde_json::{Value, json};

use super::super::watch::{Ended, watch};
use super::islands::{MARKS, Piece, of_porcelain, of_wdiff};

/// A tool to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Peer {
    Git,
    Wdiff,
    Difflib,
    Jsdiff,
    /// The one of 2022: what came after it is twenty times as fast.
    OldJsdiff,
    DiffMatchPatch,
}

/// All tools, the fast ones first.
pub(super) const PEERS: [Peer; 5] =
    [Peer::Git, Peer::Wdiff, Peer::DiffMatchPatch, Peer::Difflib, Peer::Jsdiff];

/// Those that compare real revisions.
pub(super) fn peers_of_revisions() -> impl Iterator<Item = Peer> {
    PEERS.into_iter().chain([Peer::OldJsdiff])
}

/// What became of a tool's task.
pub(super) enum Outcome {
    Done(Done),
    /// It was stopped after this time.
    Over(Duration),
    /// It is not there, and how to get it.
    Missing(String),
}

/// A task that was done.
pub(super) struct Done {
    /// The best times of all pairs, added up.
    pub(super) time: Duration,
    /// What a start of the program took, which is not in the time.
    pub(super) start: Option<Duration>,
    /// Which one it was, if it told.
    pub(super) version: Option<String>,
    /// A redline for each pair.
    pub(super) redlines: Vec<Vec<Piece>>,
}

/// Where and how long tools may work.
pub(super) struct Place {
    /// A folder for the texts.
    pub(super) scratch: PathBuf,
    /// The folder that npm installs into.
    pub(super) modules: PathBuf,
    /// The most runs.
    pub(super) runs: usize,
    /// When a tool is stopped.
    pub(super) limit: Duration,
}

const SCRIPT_OF_NODE: &str = include_str!("peers.js");
const SCRIPT_OF_PYTHON: &str = include_str!("peers.py");

impl Peer {
    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Peer::Git => "git diff --word-diff --histogram",
            Peer::Wdiff => "wdiff",
            Peer::Difflib => "Python difflib, words",
            Peer::Jsdiff => "jsdiff, diffWords",
            Peer::OldJsdiff => "jsdiff 5.1, diffWords",
            Peer::DiffMatchPatch => "diff-match-patch, semantic",
        }
    }

    /// Compares all pairs of texts.
    pub(super) fn compare(self, pairs: &[(String, String)], place: &Place) -> io::Result<Outcome> {
        if let Some(how) = self.missing(place) {
            return Ok(Outcome::Missing(how));
        }
        match self {
            Peer::Git | Peer::Wdiff => self.by_program(pairs, place),
            Peer::Difflib | Peer::Jsdiff | Peer::OldJsdiff | Peer::DiffMatchPatch => {
                self.by_script(pairs, place)
            }
        }
    }

    /// How to get the tool, where it is not there. Packages of npm are installed.
    fn missing(self, place: &Place) -> Option<String> {
        let runs = |name: &str| Command::new(name).arg("--version").output().is_ok();
        let without = |name: &str, how: &str| (!runs(name)).then(|| how.to_owned());
        match self {
            Peer::Git => without("git", "apt-get install git"),
            Peer::Wdiff => without("wdiff", "apt-get install wdiff"),
            Peer::Difflib => without("python3", "apt-get install python3"),
            Peer::Jsdiff | Peer::OldJsdiff | Peer::DiffMatchPatch => {
                without("node", "apt-get install nodejs npm")
                    .or_else(|| install(&place.modules).err())
            }
        }
    }

    /// The program as a person starts it; `whole` asks for a redline of the whole
    /// text that can be read back.
    fn command(self, (old, new): &(PathBuf, PathBuf), whole: bool) -> Command {
        let mut command = Command::new(if self == Peer::Git { "git" } else { "wdiff" });
        if self == Peer::Git {
            // What a person has configured is no part of the measure.
            command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "");
            command.args(["diff", "--no-index", "--no-color", "--histogram"]);
            let format: &[&str] =
                if whole { &["--word-diff=porcelain", "-U1000000"] } else { &["--word-diff"] };
            command.args(format);
        } else if whole {
            let [deleted, end_deleted, inserted, end_inserted] = MARKS;
            command.args(["-w", deleted, "-x", end_deleted, "-y", inserted, "-z", end_inserted]);
        }
        command.arg(old).arg(new);
        command
    }

    fn by_program(self, pairs: &[(String, String)], place: &Place) -> io::Result<Outcome> {
        let file = |name: String, text: &str| {
            let path = place.scratch.join(name);
            fs::write(&path, text).map(|()| path)
        };
        // What a start takes is seen from two files of one word.
        let mut files = vec![(file("tiny-old".into(), "a\n")?, file("tiny-new".into(), "b\n")?)];
        for (at, (old, new)) in pairs.iter().enumerate() {
            files.push((file(format!("{at}-old"), old)?, file(format!("{at}-new"), new)?));
        }
        let mut left = place.limit;
        let mut redlines = Vec::new();
        for (files, (_, new)) in files[1..].iter().zip(pairs) {
            let Ended::Well { time, told } = watch(self.command(files, true), None, left)? else {
                return Ok(Outcome::Over(place.limit));
            };
            left = left.saturating_sub(time);
            let told = String::from_utf8_lossy(&told);
            redlines.push(match self {
                // Of files that are the same it prints nothing.
                _ if told.is_empty() => vec![(Change::Same, new.clone())],
                Peer::Git => of_porcelain(&told),
                _ => of_wdiff(&told),
            });
        }
        let mut best = vec![Duration::MAX; files.len()];
        // Starts are short and vary: more runs than of what takes longer.
        for run in 0..place.runs * 4 {
            if run > 0 && left < place.limit / 2 {
                break;
            }
            for (files, best) in files.iter().zip(&mut best) {
                let Ended::Well { time, .. } = watch(self.command(files, false), None, left)?
                else {
                    return Ok(Outcome::Over(place.limit));
                };
                *best = time.min(*best);
                left = left.saturating_sub(time);
            }
        }
        let start = best[0];
        let time = best[1..].iter().map(|time| time.saturating_sub(start)).sum();
        Ok(Outcome::Done(Done { time, start: Some(start), version: None, redlines }))
    }

    fn by_script(self, pairs: &[(String, String)], place: &Place) -> io::Result<Outcome> {
        let mut command = if self == Peer::Difflib {
            let mut python = Command::new("python3");
            python.args(["-c", SCRIPT_OF_PYTHON]).env("PYTHONIOENCODING", "utf-8");
            python
        } else {
            let mut node = Command::new("node");
            node.args(["-e", SCRIPT_OF_NODE]).env("NODE_PATH", place.modules.join("node_modules"));
            node
        };
        command.current_dir(&place.scratch);
        let tool = match self {
            Peer::Jsdiff => "jsdiff",
            Peer::OldJsdiff => "jsdiff-5.1",
            _ => "diff-match-patch",
        };
        let budget = place.limit.as_secs_f64() / 4.0;
        let task = json!({ "tool": tool, "pairs": pairs, "runs": place.runs, "budget": budget });
        match watch(command, Some(task.to_string()), place.limit)? {
            Ended::Over => Ok(Outcome::Over(place.limit)),
            Ended::Well { told, .. } => {
                let told: Value = serde_json::from_slice(&told)?;
                let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
                let seconds: f64 = list(&told["seconds"]).iter().filter_map(Value::as_f64).sum();
                let redline = |redline: &Value| list(redline).iter().map(piece).collect();
                let redlines = list(&told["pieces"]).iter().map(redline).collect();
                let time = Duration::from_secs_f64(seconds);
                let version = told["version"].as_str().map(str::to_owned);
                Ok(Outcome::Done(Done { time, start: None, version, redlines }))
            }
        }
    }
}

fn piece(piece: &Value) -> Piece {
    let change = match piece[0].as_str() {
        Some("-") => Change::Deleted,
        Some("+") => Change::Inserted,
        _ => Change::Same,
    };
    (change, piece[1].as_str().unwrap_or_default().to_owned())
}

/// What npm installs: names of folders, and packages.
const PACKAGES: [(&str, &str); 3] = [
    ("diff", "diff"),
    ("diff-5.1", "diff-5.1@npm:diff@5.1.0"),
    ("diff-match-patch", "diff-match-patch"),
];

/// Installs the packages of npm on first use; where that fails, tells why.
fn install(folder: &Path) -> Result<(), String> {
    let modules = folder.join("node_modules");
    if PACKAGES.iter().all(|(name, _)| modules.join(name).is_dir()) {
        return Ok(());
    }
    let packages = PACKAGES.map(|(_, package)| package);
    let how = format!("npm install --prefix TARGET/bench-diff {}", packages.join(" "));
    fs::create_dir_all(folder).map_err(|error| format!("{how}: {error}"))?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel", "error", "--prefix"]);
    npm.arg(folder).args(packages);
    match npm.output() {
        Ok(ended) if ended.status.success() => Ok(()),
        Ok(_) => Err(format!("{how} failed here; it needs a network")),
        Err(error) => Err(format!("{how} can not run: {error}")),
    }
}
