//! How much a change matters: the least kind that it can be called, and why.

use std::collections::{BTreeMap, BTreeSet};

use ereje::change::{Changes, ClauseChange, Kind, Op};
use ereje::markup::{Event, Markup, Tag};
use ereje::vocabulary::{Vocabulary, vocabulary};

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
    let reason = |change: &ClauseChange| {
        let mut of_clause = topics(&change.id);
        of_clause.extend(change.related.iter().flat_map(|id| topics(id)));
        let topic = of_clause.into_iter().find(|topic| WEIGHTY_TOPICS.contains(&topic.as_str()));
        let (kind, tells) = weigh_clause(change, known, topic);
        let one = |what| Reason { clause: change.id.clone(), kind, what };
        tells.into_iter().map(one).collect::<Vec<_>>()
    };
    changes.clauses.iter().flat_map(reason).collect()
}

/// What each change of a translation is at least, where the text that binds
/// stayed as it was.
#[must_use]
pub fn weigh_translation(changes: &Changes, language: &str) -> Vec<Reason> {
    let known = vocabulary(language);
    let reason = |change: &ClauseChange| {
        let words = Words::of(change);
        // A wrong number or a missing "not" misled the readers.
        let what = words.tells(known).into_iter().find(|what| !matches!(what, Tell::Modal(..)));
        let (kind, what) = match what {
            Some(what) => (Kind::Material, what),
            None => (Kind::Translation, Tell::Words),
        };
        Reason { clause: change.id.clone(), kind, what }
    };
    changes.clauses.iter().map(reason).collect()
}

fn weigh_clause(
    change: &ClauseChange,
    known: Option<&Vocabulary>,
    topic: Option<String>,
) -> (Kind, Vec<Tell>) {
    let words = Words::of(change);
    let tells = words.tells(known);
    let topic = topic.map(Tell::Topic);
    match change.op {
        Op::Moved => (Kind::Editorial, vec![Tell::Order]),
        // A sentence weighs the same in a clause of its own as in another one.
        Op::Added | Op::Removed => {
            let all: Vec<Tell> = topic.into_iter().chain(tells).collect();
            match (all.is_empty(), change.op) {
                (false, _) => (Kind::Material, all),
                (true, Op::Added) => (Kind::Clarification, vec![Tell::Added]),
                (true, _) => (Kind::Clarification, vec![Tell::Removed]),
            }
        }
        Op::Changed => {
            if let Some(before) = change.related.first().filter(|_| change.has_same_text()) {
                return (Kind::Editorial, vec![Tell::Renamed(before.clone())]);
            }
            if tells.is_empty() && words.are_the_same(known) {
                return (Kind::Editorial, vec![Tell::Appearance]);
            }
            let all: Vec<Tell> = tells.into_iter().chain(topic).collect();
            match all.is_empty() {
                false => (Kind::Material, all),
                true => (Kind::Clarification, vec![Tell::Words]),
            }
        }
    }
}

/// The words of a change that are not in both texts, in lower case, and where
/// links among them lead.
#[derive(Default)]
struct Words {
    deleted: Vec<String>,
    inserted: Vec<String>,
    old_links: Vec<String>,
    new_links: Vec<String>,
}

impl Words {
    fn of(change: &ClauseChange) -> Words {
        let mut found = Words::default();
        for markup in change.heading.iter().chain([&change.body]) {
            found.add(markup);
        }
        found
    }

    fn add(&mut self, markup: &Markup) {
        let mut open = Vec::new();
        for event in markup.events() {
            match event {
                Event::Open(tag) => open.push(tag),
                Event::Close(_) => {
                    open.pop();
                }
                Event::Text(text) => {
                    let (words, links) = if open.contains(&Tag::Deleted) {
                        (&mut self.deleted, &mut self.old_links)
                    } else if open.contains(&Tag::Inserted) {
                        (&mut self.inserted, &mut self.new_links)
                    } else {
                        continue;
                    };
                    words.extend(crate::words::words(text).into_iter().map(folded));
                    let target = open.iter().find_map(|tag| match tag {
                        Tag::Link(link) => Some(markup.link(*link).to_owned()),
                        _ => None,
                    });
                    links.extend(target.filter(|target| links.last() != Some(target)));
                }
                Event::Break | Event::Rule => {}
            }
        }
    }

    /// Everything among the words that makes the change a material one.
    fn tells(&self, known: Option<&Vocabulary>) -> Vec<Tell> {
        let differ = |is: &dyn Fn(&str) -> bool| {
            let of = |words: &[String]| {
                let mut some: Vec<String> = words.iter().filter(|word| is(word)).cloned().collect();
                some.sort();
                some
            };
            let (before, after) = (of(&self.deleted), of(&self.inserted));
            (before != after).then(|| (listed(&before), listed(&after)))
        };
        let mut found = Vec::new();
        found.extend(differ(&is_figure).map(|(before, after)| Tell::Figures(before, after)));
        if self.old_links != self.new_links {
            found.push(Tell::Links(listed(&self.old_links), listed(&self.new_links)));
        }
        if let Some(known) = known {
            let negations = differ(&|word| known.is_negation(word));
            found.extend(negations.map(|(before, after)| Tell::Negation(before, after)));
            let modals = differ(&|word| known.is_modal(word));
            found.extend(modals.map(|(before, after)| Tell::Modal(before, after)));
        }
        found
    }

    /// Whether they are the same words, but for how they are spelt.
    fn are_the_same(&self, known: Option<&Vocabulary>) -> bool {
        let words = |all: &[String]| {
            let words = all.iter().filter(|word| word.contains(char::is_alphanumeric));
            words.map(|word| word.replace(['\'', '’', '-', '‐', '‑'], "")).collect::<Vec<_>>()
        };
        let (old, new) = (words(&self.deleted), words(&self.inserted));
        // Where not all words that decide are known, any word may be one.
        let known = known.filter(|known| known.knows_modals());
        let decides =
            |word: &str| known.is_none_or(|known| known.is_negation(word) || known.is_modal(word));
        old.concat() == new.concat()
            || old.len() == new.len()
                && old.iter().zip(&new).all(|(old, new)| {
                    old == new || !decides(old) && !decides(new) && is_spelling(old, new)
                })
    }
}

/// A word as it is compared: lower case, digits of all scripts as ASCII ones,
/// without signs at its ends, `ё` as `е`.
fn folded(word: &str) -> String {
    let word = word.trim().trim_matches(|c: char| "«»“”„\"()[]*".contains(c));
    let letter = |letter: char| match letter {
        'ё' => 'е',
        // Arabic-Indic, Persian, Devanagari, Bengali, Thai and full-width digits.
        '\u{0660}'..='\u{0669}'
        | '\u{06F0}'..='\u{06F9}'
        | '\u{0966}'..='\u{096F}'
        | '\u{09E6}'..='\u{09EF}'
        | '\u{0E50}'..='\u{0E59}'
        | '\u{FF10}'..='\u{FF19}' => {
            let starts = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10];
            let value = starts
                .iter()
                .find_map(|start| u32::from(letter).checked_sub(*start).filter(|v| *v < 10));
            value.and_then(|value| char::from_digit(value, 10)).unwrap_or(letter)
        }
        other => other,
    };
    word.chars().flat_map(char::to_lowercase).map(letter).collect()
}

/// A number, an amount, a date, an e-mail or web address, a sign of money.
fn is_figure(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit() || "%€$£¥₽₸₹№§".contains(c))
        || word.contains('@')
        || word.contains("://")
}

/// Whether a word may be another one with a slip of one letter inside. Short
/// words and endings are not taken for slips: there, one letter is grammar, or
/// another word.
fn is_spelling(old: &str, new: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let long = a.len() >= 6 && b.len() >= 6;
    if !long || a.len().abs_diff(b.len()) > 1 || is_figure(old) || is_figure(new) {
        return false;
    }
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(a, b)| a == b);
    let end = end.count();
    let (a, b) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    let swapped = matches!((a, b), ([a1, a2], [b1, b2]) if a1 == b2 && a2 == b1);
    start >= 1 && end >= 2 && (a.len() <= 1 && b.len() <= 1 || swapped)
}

/// Words in a row, each once, with how often it is there.
fn listed(words: &[String]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let one = |(word, count): (&&str, &usize)| match count {
        1 => format!("“{word}”"),
        many => format!("“{word}” ({many} times)"),
    };
    counts.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
