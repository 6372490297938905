//! Other tools that check Fluent files, on the same ones, as people start them.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::super::watch::{Ended, watch};
use super::project::Project;

/// A tool to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Peer {
    CompareLocales,
    MozL10n,
}

/// All tools.
pub(super) const PEERS: [Peer; 2] = [Peer::MozL10n, Peer::CompareLocales];

/// What became of a tool's task.
pub(super) enum Outcome {
    Done(Duration),
    /// It was stopped after this time.
    Over(Duration),
    /// It is not there, and how to get it.
    Missing(String),
}

impl Peer {
    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Peer::CompareLocales => "compare-locales",
            Peer::MozL10n => "moz.l10n lint",
        }
    }

    /// Its program in the folder that pip installs into.
    fn program(self) -> &'static str {
        match self {
            Peer::CompareLocales => "bin/compare-locales",
            Peer::MozL10n => "bin/moz-l10n",
        }
    }
}

/// Where the tools are, and how long they may work.
pub(super) struct Tools {
    scratch: PathBuf,
    installed: PathBuf,
    limit: Duration,
}

impl Tools {
    pub(super) fn new(scratch: &Path, limit: Duration) -> io::Result<Tools> {
        let program = std::env::current_exe()?;
        // The program is in a folder of the target directory that has its profile's name.
        let target = program.ancestors().nth(2).unwrap_or(scratch);
        let installed = target.join("bench-check/venv");
        Ok(Tools { scratch: scratch.to_owned(), installed, limit })
    }

    /// Lets a tool check a project, or one of its locales.
    pub(super) fn run(
        &self,
        peer: Peer,
        project: &Project,
        locale: Option<&str>,
    ) -> io::Result<Outcome> {
        if let Err(how) = self.install() {
            return Ok(Outcome::Missing(how));
        }
        let mut command = Command::new(self.installed.join(peer.program()));
        match peer {
            Peer::CompareLocales => {
                let settings = self.scratch.join("l10n.toml");
                fs::write(&settings, l10n_toml(project))?;
                command.arg(settings).arg(&project.root).args(locale);
            }
            Peer::MozL10n => {
                command.args(["lint", "--quiet"]).arg(project.root.join("**/*.ftl"));
            }
        }
        Ok(match watch(command, None, self.limit)? {
            Ended::Well { time, .. } => Outcome::Done(time),
            Ended::Over => Outcome::Over(self.limit),
        })
    }

    /// Installs the tools on first use; where that fails, tells how to do it.
    fn install(&self) -> Result<(), String> {
        let is_there = |peer: &Peer| self.installed.join(peer.program()).is_file();
        if PEERS.iter().all(is_there) {
            return Ok(());
        }
        let how = "python3 -m venv TARGET/bench-check/venv, then \
                   TARGET/bench-check/venv/bin/pip install compare-locales moz.l10n";
        let run = |command: &mut Command| match command.output() {
            Ok(ended) if ended.status.success() => Ok(()),
            Ok(_) => Err(format!("{how}; that failed here, it needs a network")),
            Err(error) => Err(format!("{how}; that can not run: {error}")),
        };
        run(Command::new("python3").args(["-m", "venv"]).arg(&self.installed))?;
        let packages = ["install", "--quiet", "compare-locales", "moz.l10n"];
        run(Command::new(self.installed.join("bin/pip")).args(packages))
    }
}

/// The settings that compare-locales reads: where the files are. Of a folder that
/// has the name of a locale it looks at everything.
fn l10n_toml(project: &Project) -> String {
    let locales: Vec<String> = project.locales.keys().map(|tag| format!("\"{tag}\"")).collect();
    let mut text = format!("basepath = \"/\"\nlocales = [{}]\n", locales.join(", "));
    let of_place = |(before, after): &(String, String)| {
        let after = if after.starts_with('/') { "/**/*.ftl" } else { after.as_str() };
        (before.clone(), after.to_owned())
    };
    let mut places: Vec<_> = project.places.iter().map(of_place).collect();
    places.dedup();
    let root = project.root.display();
    for (before, after) in places {
        let reference = &project.reference;
        let _ = write!(
            text,
            "\n[[paths]]\nreference = \"{root}/{before}{reference}{after}\"\n\
             l10n = \"{root}/{before}{{locale}}{after}\"\n"
        );
    }
    text
}
