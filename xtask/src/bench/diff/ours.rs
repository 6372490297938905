//! Ereje on the revisions: reading them and comparing them, each by itself.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ereje::document::Document;
use ereje::locale::Locale;
use ereje_diff::compare;

use super::{clauses, timed};

/// What Ereje takes on the revisions: the best time of each pair.
pub(super) struct Ours {
    /// Old and new files.
    pub(super) files: Vec<(PathBuf, PathBuf)>,
    /// What is in them.
    pub(super) documents: Vec<(Document, Document)>,
    pub(super) reading: Vec<Duration>,
    pub(super) comparing: Vec<Duration>,
}

impl Ours {
    pub(super) fn new(files: Vec<(PathBuf, PathBuf)>) -> io::Result<Ours> {
        let pairs = files.iter().map(|(old, new)| Ok((read(old)?, read(new)?)));
        let documents = pairs.collect::<io::Result<Vec<_>>>()?;
        let never = vec![Duration::MAX; documents.len()];
        Ok(Ours { files, documents, reading: never.clone(), comparing: never })
    }

    /// One pass over all pairs, as the others make it.
    pub(super) fn run(&mut self) {
        for ((old, new), best) in self.files.iter().zip(&mut self.reading) {
            *best = timed(|| (read(old), read(new))).min(*best);
        }
        for ((old, new), best) in self.documents.iter().zip(&mut self.comparing) {
            *best = timed(|| compare(old, new)).min(*best);
        }
    }
}

fn read(path: &Path) -> io::Result<Document> {
    let english = Locale::parse("en").map_err(|_| io::Error::other("`en` is no locale"))?;
    Ok(clauses::document(&english, clauses::split(&fs::read_to_string(path)?)))
}
