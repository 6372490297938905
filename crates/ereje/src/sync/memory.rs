//! The texts that a record speaks of, so that a translator sees what changed.
//! Each is known by its digest; where two branches changed the file, all lines
//! of both are right, and marks of a merge are passed over by whoever reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use toml::de::DeTable;

use super::{Sync, TextDigest, Wording};
use crate::diagnostic::Diagnostic;
use crate::merge;
use crate::version::{quoted, unescaped};

/// What to do about a file that is damaged.
const MEND: &str = "take the file from the version control, or run `ereje generate`, which keeps every \
                    line that is whole";

/// Texts by digest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    texts: BTreeMap<TextDigest, String>,
}

impl Memory {
    /// Reads what can be read. A line whose text is not that of its digest is
    /// passed over, as if it were not there.
    #[must_use]
    pub fn parse(text: &str) -> Memory {
        Memory { texts: text.lines().filter_map(line).collect() }
    }

    /// Reads a file, and tells what is wrong with it: where a merge has left its marks,
    /// or the first of the lines that are not whole.
    #[must_use]
    pub fn read(path: &str, text: &str) -> (Memory, Option<Diagnostic>) {
        if let Some(conflict) = merge::conflict(path, text, MEND) {
            return (Memory::parse(text), Some(conflict));
        }
        let mut memory = Memory::default();
        let (mut broken, mut first, mut at) = (0, 0..0, 0);
        for whole in text.split_inclusive('\n') {
            let words = whole.trim_end();
            match line(words) {
                Some((digest, text)) => drop(memory.texts.insert(digest, text)),
                None if words.is_empty() || words.starts_with('#') => {}
                None => {
                    if broken == 0 {
                        first = at..at + words.len();
                    }
                    broken += 1;
                }
            }
            at += whole.len();
        }
        if broken == 0 {
            return (memory, None);
        }
        let more = match broken - 1 {
            0 => String::new(),
            1 => ", nor is another line".to_owned(),
            more => format!(", nor are {more} other lines"),
        };
        let message = format!("this is no text with its digest{more}");
        let told = Diagnostic::error("bad-record", path, message).at(text, first).hint(MEND);
        (memory, Some(told))
    }

    /// The text of a digest, if it is known.
    #[must_use]
    pub fn get(&self, digest: TextDigest) -> Option<&str> {
        self.texts.get(&digest).map(String::as_str)
    }

    /// Whether it has not got a text of today that `record` speaks of. What it has besides,
    /// as after a merge, does no harm; what nobody knows any more it can not have.
    #[must_use]
    pub fn lacks(&self, record: &Sync, source: &Wording, own: &Wording) -> bool {
        let missing = record.digests().filter(|digest| !self.texts.contains_key(digest));
        let missing: BTreeSet<TextDigest> = missing.collect();
        let mut today = source.iter().chain(own.iter());
        !missing.is_empty() && today.any(|(_, text)| missing.contains(&text.digest))
    }

    /// The texts that `record` speaks of, from here and from the texts of today.
    #[must_use]
    pub fn updated(&self, record: &Sync, source: &Wording, own: &Wording) -> Memory {
        let today: BTreeMap<TextDigest, &str> = source
            .iter()
            .chain(own.iter())
            .map(|(_, text)| (text.digest, text.text.as_str()))
            .collect();
        let text = |digest: TextDigest| {
            let known = today.get(&digest).copied().or_else(|| self.get(digest))?;
            Some((digest, known.to_owned()))
        };
        Memory { texts: record.digests().filter_map(text).collect() }
    }

    /// The file.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from(
            "# The texts that the .sync.toml beside this speaks of; written by Ereje. Commit it too:\n\
             # it shows translators what changed.\n",
        );
        for (digest, text) in &self.texts {
            let _ = writeln!(out, "{digest} = {}", quoted(text));
        }
        out
    }
}

/// The text in a line, with its digest; nothing where it is not the text of that.
fn line(line: &str) -> Option<(TextDigest, String)> {
    let is_sound = |(digest, text): &(TextDigest, String)| TextDigest::of(text) == *digest;
    as_written(line).filter(is_sound).or_else(|| in_toml(line).filter(is_sound))
}

/// One that is just as [`Memory::write`] writes it, as nearly all are: reading that as TOML
/// takes many times as long.
fn as_written(line: &str) -> Option<(TextDigest, String)> {
    let (digest, text) = line.split_once(" = \"")?;
    Some((digest.parse().ok()?, unescaped(text.strip_suffix('"')?)?))
}

fn in_toml(line: &str) -> Option<(TextDigest, String)> {
    let table = DeTable::parse(line).ok()?;
    let (digest, text) = table.get_ref().iter().next()?;
    Some((digest.get_ref().parse().ok()?, text.get_ref().as_str()?.to_owned()))
}
