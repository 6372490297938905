//! Which translations still say what the source says: for each clause the texts
//! that a translation was made from and of, as they were when both were last
//! known to agree.
//!
//! The record is handled like a lock file: commands that build bring it up to
//! date, commands that check only read it.

mod digest;
mod handover;
mod memory;
mod record;

use std::collections::BTreeMap;

pub use digest::TextDigest;
pub use memory::Memory;

use crate::catalog::{FtlFile, canonical};
use crate::manifest::{Manifest, OPTIONAL_MESSAGES, PAGE_MESSAGES};

/// The messages of a policy in one language, as translators compare them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    texts: BTreeMap<String, Text>,
}

/// A message as translators compare it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Terms written out, facts by name, lines folded.
    pub text: String,
    /// What tells it from other texts.
    pub digest: TextDigest,
}

impl Wording {
    /// The wording of all messages that the policy has in `file`.
    #[must_use]
    pub fn new(manifest: &Manifest, file: &FtlFile, terms: Option<&FtlFile>) -> Wording {
        let clauses = manifest.clauses.iter().map(|clause| clause.id.as_str());
        let ids = PAGE_MESSAGES.into_iter().chain(OPTIONAL_MESSAGES).chain(clauses);
        let one = |id: &str| {
            let text = canonical(id, file, terms)?;
            let digest = TextDigest::of(&text);
            Some((id.to_owned(), Text { text, digest }))
        };
        Wording { texts: ids.filter_map(one).collect() }
    }

    /// A message, if it is there.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Text> {
        self.texts.get(id)
    }

    /// The messages by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.texts.iter().map(|(id, text)| (id.as_str(), text))
    }
}

/// The record of one policy in one translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sync {
    /// By message.
    pub entries: BTreeMap<String, Entry>,
}

/// What is recorded of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The source text that the translation was made from.
    pub source: TextDigest,
    /// That translation.
    pub translation: TextDigest,
    /// What both were before, where the translation was changed after the
    /// source had been: somebody should look whether it followed.
    pub review: Option<Review>,
}

/// Texts before a translation was changed to follow its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The source text before.
    pub source: TextDigest,
    /// The translation before.
    pub translation: TextDigest,
    /// The newest version at that time; empty before the first one. With the
    /// next version the review is over.
    pub after: String,
}

/// How a translation of a message stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Not there.
    Missing,
    /// The source changed, the translation did not.
    Stale,
    /// Source and translation both changed: it seems to have followed.
    Review,
    /// Both are as recorded, or only the translation was improved.
    Current,
}

impl State {
    /// Whether a translation is there, and somebody has to look at it.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, State::Stale | State::Review)
    }
}

/// The states of all messages of a translation, and the record as it should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// By message of the source.
    pub states: BTreeMap<String, State>,
    /// The record, brought up to date.
    pub record: Sync,
    /// How many messages are recorded for the first time.
    pub new: usize,
}

impl Standing {
    /// The messages in a state.
    pub fn of(&self, state: State) -> impl Iterator<Item = &str> {
        self.states.iter().filter(move |(_, is)| **is == state).map(|(id, _)| id.as_str())
    }

    /// Takes off the list what took the place of source texts that nobody translated.
    pub fn begin_anew(&mut self, is_no_source: impl Fn(TextDigest) -> bool) {
        for (id, entry) in &mut self.record.entries {
            if entry.review.take_if(|review| is_no_source(review.source)).is_some() {
                self.states.insert(id.clone(), State::Current);
            }
        }
    }
}

impl Sync {
    /// How a translation stands to its source; `newest` is the newest version.
    ///
    /// What is new counts as made from the source of today. A message that is
    /// recorded under another name, with the same translation, was renamed.
    #[must_use]
    pub fn standing(&self, source: &Wording, own: &Wording, newest: &str) -> Standing {
        let mut standing = Standing::default();
        for (id, from) in source.iter() {
            let Some(text) = own.get(id) else {
                if !OPTIONAL_MESSAGES.contains(&id) {
                    standing.states.insert(id.to_owned(), State::Missing);
                }
                continue;
            };
            let known = self.entries.get(id).or_else(|| self.renamed(text.digest, from, own));
            if known.is_none() {
                standing.new += 1;
            }
            let (state, entry) = advanced(known, from, text, newest);
            standing.states.insert(id.to_owned(), state);
            standing.record.entries.insert(id.to_owned(), entry);
        }
        standing
    }

    /// The entry of a message that is no more and had this translation.
    fn renamed(&self, translation: TextDigest, from: &Text, own: &Wording) -> Option<&Entry> {
        let gone = self.entries.iter().filter(|(id, _)| own.get(id).is_none());
        let same = gone.filter(|(_, entry)| entry.translation == translation);
        same.map(|(_, entry)| entry).min_by_key(|entry| entry.source != from.digest)
    }

    /// Records that translations still hold, as somebody has read again.
    pub fn confirm<'i>(
        &mut self,
        ids: impl IntoIterator<Item = &'i str>,
        source: &Wording,
        own: &Wording,
    ) {
        for id in ids {
            if let (Some(from), Some(text)) = (source.get(id), own.get(id)) {
                self.entries.insert(id.to_owned(), agreed(from, text));
            }
        }
    }

    /// The digests of texts that the record speaks of.
    pub fn digests(&self) -> impl Iterator<Item = TextDigest> {
        self.entries.values().flat_map(|entry| {
            let before = entry.review.iter();
            let before = before.flat_map(|review| [review.source, review.translation]);
            [entry.source, entry.translation].into_iter().chain(before)
        })
    }
}

fn agreed(source: &Text, translation: &Text) -> Entry {
    Entry { source: source.digest, translation: translation.digest, review: None }
}

/// An entry brought up to date, and the state that it is in.
fn advanced(known: Option<&Entry>, source: &Text, own: &Text, newest: &str) -> (State, Entry) {
    let Some(known) = known else { return (State::Current, agreed(source, own)) };
    let review = known.review.clone().filter(|review| review.after == newest);
    let state = |entry: Entry| {
        let state = if entry.review.is_some() { State::Review } else { State::Current };
        (state, entry)
    };
    match (known.source == source.digest, known.translation == own.digest) {
        (true, true) => state(Entry { review, ..known.clone() }),
        (true, false) => state(Entry { review, ..agreed(source, own) }),
        (false, true) => (State::Stale, Entry { review, ..known.clone() }),
        (false, false) => {
            // What is on the list already stays compared with what was first.
            let before = review.unwrap_or_else(|| Review {
                source: known.source,
                translation: known.translation,
                after: newest.to_owned(),
            });
            state(Entry { review: Some(before), ..agreed(source, own) })
        }
    }
}

#[cfg(test)]
mod tests;
