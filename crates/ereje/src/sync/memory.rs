//! The texts that a record speaks of, so that a translator sees what changed.
//! Each is known by its digest; where two branches changed the file, all lines
//! of both are right, and marks of a merge are passed over.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use toml::de::DeTable;

use super::{Sync, TextDigest, Wording};
use crate::version::quoted;

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
        let line = |line: &str| {
            let table = DeTable::parse(line).ok()?;
            let (known, text) = table.get_ref().iter().next()?;
            let text = text.get_ref().as_str()?.to_owned();
            let known = known.get_ref().parse().ok()?;
            (TextDigest::of(&text) == known).then_some((known, text))
        };
        Memory { texts: text.lines().filter_map(line).collect() }
    }

    /// The text of a digest, if it is known.
    #[must_use]
    pub fn get(&self, digest: TextDigest) -> Option<&str> {
        self.texts.get(&digest).map(String::as_str)
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
