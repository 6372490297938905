//! A file of findings that are known, so that a check tells new ones alone.
//!
//! A finding is known by its rule, its file, its clause and its message, not by
//! its line: text above it may come and go. Nothing that keeps a text from being
//! read or a version from being proved can be known, as it hides what follows.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level};
use ereje::digest::sha256;
use ereje_check::is_fixed;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

const SCHEMA: &str = "ereje-baseline/1";

/// What a finding is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Fingerprint {
    rule: String,
    path: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    clause: Option<String>,
    /// SHA-256 of the message: what it says may be nobody's business.
    message: String,
}

impl Fingerprint {
    pub(super) fn of(told: &Diagnostic) -> Fingerprint {
        Fingerprint {
            rule: told.rule.to_owned(),
            path: told.path.clone(),
            clause: told.clause.clone(),
            message: sha256(told.message.as_bytes()),
        }
    }

    /// All of it as one digest.
    pub(super) fn digest(&self) -> String {
        let clause = self.clause.as_deref().unwrap_or_default();
        sha256([&self.rule, &self.path, clause, &self.message].join("\n").as_bytes())
    }
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    #[serde(flatten)]
    finding: Fingerprint,
    /// How many there are that nothing tells apart.
    count: usize,
}

/// Findings that are known, and how many of each there are.
pub(super) struct Baseline {
    known: BTreeMap<Fingerprint, usize>,
}

/// What became of a baseline.
pub(super) struct LeftOut {
    number: usize,
    /// Those of the file that are not found any more.
    gone: Vec<Fingerprint>,
}

/// Records what was found.
pub(super) fn write(path: &Path, found: &[Diagnostic]) -> Result<ExitCode, Failure> {
    let mut known: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    let (kept, open): (Vec<_>, Vec<_>) = found.iter().partition(|told| can_be_known(told));
    for told in &kept {
        *known.entry(Fingerprint::of(told)).or_default() += 1;
    }
    fs::write(path, text(known)).map_err(|error| Failure::io("write", path, &error))?;
    let count = |number: usize| format!("{number} finding{}", if number == 1 { "" } else { "s" });
    outln!("recorded {} in {}", count(kept.len()), path.display());
    if open.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let open: Vec<Diagnostic> = open.into_iter().cloned().collect();
    crate::report::tell(&open, crate::arguments::Format::Human);
    errln!("{} can not be recorded: what hides the rest has to be mended", count(open.len()));
    Ok(ExitCode::FAILURE)
}

fn can_be_known(told: &Diagnostic) -> bool {
    told.level != Level::Error || !is_fixed(told.rule)
}

/// The file: one line a finding, in order, so that merges stay easy.
fn text(known: BTreeMap<Fingerprint, usize>) -> String {
    let line = |(finding, count)| {
        let known = Known { finding, count };
        format!("  {}", serde_json::to_string(&known).unwrap_or_default())
    };
    let lines: Vec<String> = known.into_iter().map(line).collect();
    let lines = if lines.is_empty() { String::new() } else { format!("\n{}\n", lines.join(",\n")) };
    format!("{{\"schema\": \"{SCHEMA}\", \"findings\": [{lines}]}}\n")
}

/// The file as it is read.
#[derive(Deserialize)]
struct File {
    schema: String,
    findings: Vec<Known>,
}

impl Baseline {
    pub(super) fn read(path: &Path) -> Result<Baseline, Failure> {
        let text = fs::read_to_string(path).map_err(|error| {
            Failure::io("read", path, &error).hint("`ereje check --write-baseline FILE` makes one")
        })?;
        Baseline::parse(&text).map_err(|why| {
            Failure::new(format!("{} is no baseline: {why}", path.display()))
                .hint("`ereje check --write-baseline FILE` makes one")
        })
    }

    fn parse(text: &str) -> Result<Baseline, String> {
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.schema != SCHEMA {
            return Err(format!("its `schema` is not `{SCHEMA}`"));
        }
        let mut known: BTreeMap<Fingerprint, usize> = BTreeMap::new();
        for one in file.findings {
            *known.entry(one.finding).or_default() += one.count;
        }
        Ok(Baseline { known })
    }

    /// Takes what is known out of what was found.
    pub(super) fn leave_out(&self, found: &mut Vec<Diagnostic>) -> LeftOut {
        let before = found.len();
        let mut left = self.known.clone();
        found.retain(|told| {
            let known = left.get_mut(&Fingerprint::of(told)).filter(|_| can_be_known(told));
            match known {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    false
                }
                _ => true,
            }
        });
        let gone = left.into_iter().filter(|(_, left)| *left > 0);
        LeftOut { number: before - found.len(), gone: gone.map(|(finding, _)| finding).collect() }
    }
}

impl LeftOut {
    /// Says how many were left out and, where everything was looked at, what the
    /// file may forget. An error that is `new` may hide what follows in its file.
    pub(super) fn tell(&self, new: &[Diagnostic], looked_at_all: bool) {
        match self.number {
            0 => {}
            1 => errln!("1 known finding left out"),
            number => errln!("{number} known findings left out"),
        }
        let hides = |told: &Diagnostic, gone: &Fingerprint| {
            told.level == Level::Error && (told.path == gone.path || is_fixed(told.rule))
        };
        let is_gone = |gone: &&Fingerprint| !new.iter().any(|told| hides(told, gone));
        let gone = self.gone.iter().filter(|_| looked_at_all).filter(is_gone);
        for Fingerprint { rule, path, clause, .. } in gone {
            let clause = clause.as_ref().map(|clause| format!(" (`{clause}`)")).unwrap_or_default();
            errln!("gone: {rule} in {path}{clause}; `--write-baseline` forgets it");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(message: &str, line: usize) -> Diagnostic {
        let text = "\n".repeat(line);
        let told = Diagnostic::error("image", "locales/kk/x.ftl", message).at(&text, line..line);
        told.of_clause("use")
    }

    fn baseline(found: &[Diagnostic]) -> Baseline {
        let mut known: BTreeMap<Fingerprint, usize> = BTreeMap::new();
        for told in found {
            *known.entry(Fingerprint::of(told)).or_default() += 1;
        }
        Baseline::parse(&text(known)).expect("what was written is read")
    }

    #[test]
    fn a_finding_is_known_wherever_it_moves() {
        let mut now = vec![found("so", 9), found("otherwise", 3)];
        let left = baseline(&[found("so", 3), found("gone", 4)]).leave_out(&mut now);
        assert_eq!(now, [found("otherwise", 3)]);
        assert_eq!((left.number, left.gone.len()), (1, 1));
    }

    #[test]
    fn one_more_of_the_same_is_new() {
        let mut now = vec![found("so", 1), found("so", 2), found("so", 3)];
        baseline(&[found("so", 1), found("so", 2)]).leave_out(&mut now);
        assert_eq!(now, [found("so", 3)]);
    }

    #[test]
    fn what_hides_the_rest_is_never_known() {
        let broken = Diagnostic::error("toml-syntax", "ereje.toml", "so");
        let mut now = vec![broken.clone()];
        let left = baseline(&[broken]).leave_out(&mut now);
        assert_eq!((now.len(), left.number), (1, 0));
    }

    #[test]
    fn another_file_is_no_baseline() {
        assert!(Baseline::parse("{}").is_err());
        assert!(Baseline::parse("{\"schema\":\"x\",\"findings\":[]}").is_err());
        assert!(baseline(&[]).known.is_empty());
    }
}
