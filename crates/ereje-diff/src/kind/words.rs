//! The words of a change, and which of them decide how much it matters.

use std::collections::BTreeMap;

use ereje::change::ClauseChange;
use ereje::markup::{Event, Markup, Tag};
use ereje::vocabulary::Vocabulary;

use super::Tell;
use crate::redline::is_style;

/// The words of a change that are not in both texts, in lower case, run by run, and
/// where links among them lead.
#[derive(Default)]
pub(super) struct Words {
    pub(super) deleted: Vec<Vec<String>>,
    pub(super) inserted: Vec<Vec<String>>,
    pub(super) old_links: Vec<String>,
    pub(super) new_links: Vec<String>,
    /// Whether others went to another clause, or came from one.
    pub(super) carried: bool,
}

impl Words {
    pub(super) fn of(change: &ClauseChange) -> Words {
        let mut found = Words::default();
        for markup in change.heading.iter().chain([&change.body]) {
            found.add(markup);
        }
        found
    }

    fn add(&mut self, markup: &Markup) {
        let mut open = Vec::new();
        // A run ends with its block, and where words of another kind stand.
        let mut last = None;
        for event in markup.events() {
            match event {
                Event::Open(tag) => {
                    open.push(tag);
                    last = last.filter(|_| is_style(tag));
                }
                Event::Close(tag) => {
                    open.pop();
                    last = last.filter(|_| is_style(tag));
                }
                Event::Text(text) => {
                    let change =
                        open.iter().find(|tag| matches!(tag, Tag::Deleted | Tag::Inserted));
                    let goes_on = last.replace(change.copied()) == Some(change.copied());
                    let (runs, links) = match change {
                        Some(Tag::Deleted) => (&mut self.deleted, &mut self.old_links),
                        Some(_) => (&mut self.inserted, &mut self.new_links),
                        None => continue,
                    };
                    let words = crate::words::words(text);
                    // An address leads somewhere, whether or not it is a link.
                    let addresses = words.iter().map(|word| word.trim_end());
                    let addresses = addresses.filter(|word| word.contains("://"));
                    links.extend(addresses.map(str::to_owned));
                    let words = words.into_iter().map(folded);
                    match runs.last_mut().filter(|_| goes_on) {
                        Some(run) => run.extend(words),
                        None => runs.push(words.collect()),
                    }
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
    pub(super) fn tells(&self, known: Option<&Vocabulary>) -> Vec<Tell> {
        let differ = |is: &dyn Fn(&str) -> bool| {
            let of = |runs: &[Vec<String>]| {
                let words = runs.iter().flatten();
                let mut some: Vec<String> = words.filter(|word| is(word)).cloned().collect();
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
    pub(super) fn are_the_same(&self, known: Option<&Vocabulary>) -> bool {
        let words = |runs: &[Vec<String>]| {
            let words = runs.iter().flatten();
            let words = words.filter(|word| word.contains(char::is_alphanumeric));
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

/// A number, an amount, a date, an e-mail address, a sign of money. Web addresses are
/// looked at as links are.
fn is_figure(word: &str) -> bool {
    !word.contains("://")
        && word.contains(|c: char| c.is_ascii_digit() || "%€$£¥₽₸₹№§@".contains(c))
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
