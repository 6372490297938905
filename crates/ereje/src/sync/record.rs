//! The record as a file: a line a message, in order, so that two branches can
//! both change it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Entry, Review, Sync};
use crate::diagnostic::Diagnostic;
use crate::merge;
use crate::settings::{Settings, Table};

/// The form of the file.
const SCHEMA: &str = "ereje-sync/2";

impl Sync {
    /// Reads a record. With any mistake in it nothing of it counts.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(path: &str, text: &str) -> Result<Sync, Vec<Diagnostic>> {
        if let Some(sync) = as_written(text) {
            return Ok(sync);
        }
        if let Some(conflict) = conflict(path, text) {
            return Err(vec![conflict]);
        }
        let (sync, found) = Settings::read(path, text, |root| {
            root.only(&["schema", "messages"]);
            if root.text("schema").is_some_and(|schema| schema != SCHEMA) {
                let hint = "it was written by another version of Ereje: use that, or a newer one";
                let message = format!("this is no `{SCHEMA}`");
                root.fault("bad-record", message, 0..0, hint);
            }
            let mut sync = Sync::default();
            let Some(messages) = root.table("messages") else { return sync };
            for (id, span, _) in messages.entries() {
                // Names with dots or spaces are no ids of messages.
                match messages.table(id).and_then(|line| entry(&line)) {
                    Some(entry) => {
                        sync.entries.insert(id.to_owned(), entry);
                    }
                    None => {
                        let hint = "take the line away: the message then counts as new";
                        let message = format!("the line of `{id}` is not whole");
                        messages.fault("bad-record", message, span, hint);
                    }
                }
            }
            sync
        });
        if found.is_empty() { Ok(sync) } else { Err(found) }
    }

    /// The record as a file.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from(
            "# Which source text each translation was made from; written by Ereje. Commit it with\n\
             # the texts. `ereje status` tells what is stale, `ereje confirm` that it still holds.\n",
        );
        let _ = writeln!(out, "schema = \"{SCHEMA}\"\n\n[messages]");
        for (id, entry) in &self.entries {
            let Entry { source, translation, review } = entry;
            let _ = write!(out, "{id} = {{ source = \"{source}\", translation = \"{translation}\"");
            if let Some(Review { source, translation, after }) = review {
                let _ =
                    write!(out, ", was = [\"{source}\", \"{translation}\"], after = \"{after}\"");
            }
            out.push_str(" }\n");
        }
        out
    }
}

/// A record that is just as [`Sync::write`] writes it and has nothing to review,
/// as nearly all are: reading that as TOML was a twentieth of a whole run.
fn as_written(text: &str) -> Option<Sync> {
    let mut lines = text.lines().skip_while(|line| line.starts_with('#'));
    let head = [lines.next()?, lines.next()?, lines.next()?];
    if head[0].strip_prefix("schema = \"")?.strip_suffix('"')? != SCHEMA
        || head[1..] != ["", "[messages]"]
    {
        return None;
    }
    let mut entries = BTreeMap::new();
    for line in lines {
        let (id, line) = line.split_once(" = { source = \"")?;
        let (source, line) = line.split_once("\", translation = \"")?;
        let translation = line.strip_suffix("\" }")?;
        let is_bare = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        let is_name = !id.is_empty() && id.bytes().all(is_bare);
        let (source, translation) = (source.parse().ok()?, translation.parse().ok()?);
        let entry = Entry { source, translation, review: None };
        if !is_name || entries.insert(id.to_owned(), entry).is_some() {
            return None;
        }
    }
    Some(Sync { entries })
}

fn entry(line: &Table<'_>) -> Option<Entry> {
    line.only(&["source", "translation", "was", "after"]);
    let review = match line.texts("was") {
        None => None,
        Some(was) => match was.as_slice() {
            [(source, _), (translation, _)] => Some(Review {
                source: source.parse().ok()?,
                translation: translation.parse().ok()?,
                after: line.text("after").unwrap_or_default().to_owned(),
            }),
            _ => return None,
        },
    };
    let digest = |key: &str| line.text(key)?.parse().ok();
    Some(Entry { source: digest("source")?, translation: digest("translation")?, review })
}

/// What git leaves in a record that two branches have changed.
fn conflict(path: &str, text: &str) -> Option<Diagnostic> {
    let hint = "keep one of the two lines for each message and take the marks away; what you are \
                not sure of, `ereje status` then shows as stale or to review";
    merge::conflict(path, text, hint)
}
