//! How much a change matters: the least kind that it can be called, and why.

mod carried;
mod words;

use std::collections::BTreeSet;

use ereje::change::{Changes, ClauseChange, Kind, Op};
use ereje::vocabulary::{Vocabulary, vocabulary};

use words::Words;

/// Topics of which every change of words is material.
pub const WEIGHTY_TOPICS: [&str; 6] =
    ["controller", "purpose", "recipients", "retention", "rights", "transfers"];

/// Why a change is at least of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The clause.
    pub clause: String,
    /// The kind.
    pub kind: Kind,
    /// What tells.
    pub what: Tell,
}

/// What tells how much a change matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tell {
    /// Numbers, amounts, dates, addresses: before and after.
    Figures(String, String),
    /// Where links lead: before and after.
    Links(String, String),
    /// Words that negate: before and after.
    Negation(String, String),
    /// Words for what may or must be: before and after.
    Modal(String, String),
    /// What the clause is about.
    Topic(String),
    /// A clause that is new.
    Added,
    /// A clause that is gone.
    Removed,
    /// The same words, which went to another clause or came from one.
    Carried,
    /// Other words.
    Words,
    /// The same words, spelt or set otherwise.
    Appearance,
    /// The same clause elsewhere.
    Order,
    /// The same clause under another name.
    Renamed(String),
}

impl Reason {
    /// The reason as part of a sentence, in English.
    #[must_use]
    pub fn in_words(&self) -> String {
        let change = |before: &str, after: &str| match (before, after) {
            ("", after) => format!("{after} was added"),
            (before, "") => format!("{before} was removed"),
            (before, after) => format!("{before} became {after}"),
        };
        let what = match &self.what {
            Tell::Figures(before, after) => format!("figures changed: {}", change(before, after)),
            Tell::Links(before, after) => format!("links changed: {}", change(before, after)),
            Tell::Negation(before, after) => {
                format!("a negation changed: {}", change(before, after))
            }
            Tell::Modal(before, after) => {
                format!("what may or must be changed: {}", change(before, after))
            }
            Tell::Topic(topic) => format!("it is about {topic}"),
            Tell::Added => "the clause is new".into(),
            Tell::Removed => "the clause is gone".into(),
            Tell::Carried => "words went to another clause, or came from one, as they are".into(),
            Tell::Words => "its words changed".into(),
            Tell::Appearance => "only spelling, punctuation or markup changed".into(),
            Tell::Order => "it only stands elsewhere".into(),
            Tell::Renamed(before) => format!("it only has another name; it was `{before}`"),
        };
        format!("`{}`: {what}", self.clause)
    }
}

/// Whether negations and modal verbs of a language are known; where they are
/// not, figures, links, topics and at most negations tell.
#[must_use]
pub fn knows(language: &str) -> bool {
    vocabulary(language).is_some_and(Vocabulary::knows_modals)
}

/// What each change of the language that binds is at least, with all that tells
/// so. `language` is its
/// primary subtag, `topics` gives what a clause is or was about.
#[must_use]
pub fn weigh(
    changes: &Changes,
    language: &str,
    topics: impl Fn(&str) -> BTreeSet<String>,
) -> Vec<Reason> {
    let known = vocabulary(language);
    let reason = |(change, words): (&ClauseChange, Words)| {
        let mut of_clause = topics(&change.id);
        of_clause.extend(change.related.iter().flat_map(|id| topics(id)));
        let topic = of_clause.into_iter().find(|topic| WEIGHTY_TOPICS.contains(&topic.as_str()));
        let (kind, tells) = weigh_clause(change, &words, known, topic);
        let one = |what| Reason { clause: change.id.clone(), kind, what };
        tells.into_iter().map(one).collect::<Vec<_>>()
    };
    changes.clauses.iter().zip(carried::words_of(changes)).flat_map(reason).collect()
}

/// What each change of a translation is at least, where the text that binds
/// stayed as it was.
#[must_use]
pub fn weigh_translation(changes: &Changes, language: &str) -> Vec<Reason> {
    let known = vocabulary(language);
    let reason = |(change, words): (&ClauseChange, Words)| {
        // A wrong number or a missing "not" misled the readers.
        let what = words.tells(known).into_iter().find(|what| !matches!(what, Tell::Modal(..)));
        let (kind, what) = match what {
            Some(what) => (Kind::Material, what),
            None => (Kind::Translation, Tell::Words),
        };
        Reason { clause: change.id.clone(), kind, what }
    };
    changes.clauses.iter().zip(carried::words_of(changes)).map(reason).collect()
}

fn weigh_clause(
    change: &ClauseChange,
    words: &Words,
    known: Option<&Vocabulary>,
    topic: Option<String>,
) -> (Kind, Vec<Tell>) {
    let tells = words.tells(known);
    let topic = topic.map(Tell::Topic);
    match change.op {
        Op::Moved => (Kind::Editorial, vec![Tell::Order]),
        // A sentence weighs the same in a clause of its own as in another one.
        Op::Added | Op::Removed => {
            let all: Vec<Tell> = topic.into_iter().chain(tells).collect();
            match (all.is_empty(), change.op) {
                (false, _) => (Kind::Material, all),
                (true, _) if words.carried => (Kind::Clarification, vec![Tell::Carried]),
                (true, Op::Added) => (Kind::Clarification, vec![Tell::Added]),
                (true, _) => (Kind::Clarification, vec![Tell::Removed]),
            }
        }
        Op::Changed => {
            if let Some(before) = change.related.first().filter(|_| change.has_same_text()) {
                return (Kind::Editorial, vec![Tell::Renamed(before.clone())]);
            }
            let are_the_same = tells.is_empty() && words.are_the_same(known);
            if are_the_same && !words.carried {
                return (Kind::Editorial, vec![Tell::Appearance]);
            }
            let all: Vec<Tell> = tells.into_iter().chain(topic).collect();
            match all.is_empty() {
                false => (Kind::Material, all),
                true if are_the_same => (Kind::Clarification, vec![Tell::Carried]),
                true => (Kind::Clarification, vec![Tell::Words]),
            }
        }
    }
}

#[cfg(test)]
mod tests;
