//! What two texts of different languages can have in common: addresses, numbers,
//! names, words of one origin, what they are about, and how long they are.

use std::collections::{BTreeMap, BTreeSet};

use ereje::digits;
use ereje::markup::{Event, Tag};

use super::atoms::{Atom, Kind};
use super::concepts;
use crate::facts::emails_in;
use crate::ids::latin_of;

/// Something that a text has, and a translation of it should have too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Feature {
    /// An e-mail address or where a link leads to.
    Address(String),
    /// A number, in ASCII digits, with a point before its fraction.
    Number(String),
    /// A short name in Latin capitals, such as `iOS`.
    Name(String),
    /// The beginning of a word in Latin letters: words of one origin, and names.
    Word(String),
    /// What it is about.
    Concept(u16),
}

impl Feature {
    /// How much it says that two texts share it, and that one of them lacks it.
    pub(super) fn strength(&self) -> (f64, f64) {
        match self {
            Feature::Address(_) => (1.6, 0.5),
            Feature::Number(_) => (1.1, 0.4),
            Feature::Name(_) => (1.1, 0.3),
            Feature::Word(_) => (0.9, 0.0),
            Feature::Concept(_) => (0.9, 0.1),
        }
    }
}

/// What is known of a piece of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// The numbers of its features, in order.
    pub(super) features: Vec<usize>,
    /// How long it is, in characters; those of Chinese and the like count more.
    pub(super) length: f64,
    /// Whether it introduces something.
    pub(super) ends_with_colon: bool,
    pub(super) links: usize,
    /// Whether its first words are strong.
    pub(super) begins_strong: bool,
}

/// Two texts, piece by piece. Each feature has a number: pieces are compared by the
/// ten thousand.
pub(super) struct Profiles {
    pub(super) source: Vec<Profile>,
    pub(super) page: Vec<Profile>,
    /// All features in the order of their numbers, with how much each says: the rarer,
    /// the more; nothing where only one of the texts has it at all.
    pub(super) features: Vec<(Feature, Option<f64>)>,
}

impl Profiles {
    pub(super) fn of(source: &[Atom], page: &[Atom]) -> Profiles {
        let found = [source, page].map(|atoms| atoms.iter().map(features).collect::<Vec<_>>());
        let mut counts: BTreeMap<&Feature, [usize; 2]> = BTreeMap::new();
        for (side, found) in found.iter().enumerate() {
            for feature in found.iter().flatten() {
                counts.entry(feature).or_default()[side] += 1;
            }
        }
        let all = source.len().max(page.len()) as f64;
        let weight = |[one, other]: [usize; 2]| {
            let both = one.min(other) > 0;
            both.then(|| ((all + 1.0) / one.max(other) as f64).ln().min(5.0))
        };
        let numbers: BTreeMap<&Feature, usize> = counts.keys().copied().zip(0..).collect();
        let profiles = |atoms: &[Atom], found: &[BTreeSet<Feature>]| {
            let numbered = found.iter().map(|found| found.iter().map(|one| numbers[one]));
            let both = atoms.iter().zip(numbered);
            both.map(|(atom, features)| profile(atom, features.collect())).collect::<Vec<_>>()
        };
        let (source, page) = (profiles(source, &found[0]), profiles(page, &found[1]));
        let features =
            counts.into_iter().map(|(feature, counts)| (feature.clone(), weight(counts)));
        Profiles { source, page, features: features.collect() }
    }
}

fn profile(atom: &Atom, features: Vec<usize>) -> Profile {
    let text = atom.text.text();
    let mut events = atom.text.events();
    let first = events.find(|event| !matches!(event, Event::Open(Tag::Paragraph)));
    Profile {
        features,
        length: text.trim().chars().count() as f64 + 1.0,
        ends_with_colon: text.trim_end().ends_with([':', '：']),
        links: atom.text.links().len(),
        begins_strong: first == Some(Event::Open(Tag::Strong)),
    }
}

fn features(atom: &Atom) -> BTreeSet<Feature> {
    let text = atom.text.text();
    let mut features = BTreeSet::new();
    features
        .extend(emails_in(text).into_iter().map(|email| Feature::Address(email.to_lowercase())));
    for link in atom.text.links() {
        let address = link.strip_prefix("mailto:").unwrap_or(link);
        if !address.starts_with('#') && !address.is_empty() && !address.contains("{{") {
            features.insert(Feature::Address(address.trim_end_matches('/').to_lowercase()));
        }
    }
    // A heading's own number says where it stands, which is known.
    let counted = match atom.kind {
        Kind::Heading(_) => text.trim_start_matches(|c: char| !c.is_alphabetic()),
        _ => text,
    };
    features.extend(numbers(counted).into_iter().map(Feature::Number));
    features.extend(words(text));
    features.extend(concepts::of(&text.to_lowercase()).into_iter().map(Feature::Concept));
    features
}

fn words(text: &str) -> Vec<Feature> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !c.is_alphabetic() && c != '\u{301}') {
        let capitals = word.chars().filter(char::is_ascii_uppercase).count();
        let length = word.chars().count();
        if word.is_ascii() && (2..=4).contains(&length) && capitals >= 2 {
            found.push(Feature::Name(word.to_ascii_lowercase()));
        } else if length >= 4 {
            let latin = latin_of(&word.to_lowercase());
            if latin.len() >= 5 {
                found.push(Feature::Word(latin[..5].to_owned()));
            }
        }
    }
    found
}

/// The numbers in a text, however its language sets thousands apart.
fn numbers(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut number = String::new();
    let characters: Vec<char> = text.chars().collect();
    let digit = |at: usize| characters.get(at).copied().and_then(digits::digit);
    let mut at = 0;
    while at < characters.len() {
        if let Some(digit) = digit(at) {
            number.push(digit);
        } else if !number.is_empty() {
            let run = (at + 1..at + 5).take_while(|next| digit(*next).is_some()).count();
            match characters[at] {
                ',' | '.' | '\u{a0}' | '\u{202f}' | ' ' | '\'' | '’' | '٬' if run == 3 => {}
                ',' | '.' | '٫' if run > 0 => number.push('.'),
                _ => found.push(std::mem::take(&mut number)),
            }
        }
        at += 1;
    }
    found.extend(Some(number).filter(|number| !number.is_empty()));
    found.retain(|number| number.len() < 20);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_in_every_way_of_writing() {
        assert_eq!(numbers("1,000 or 1.000 or 1 000 in 30 days"), ["1000", "1000", "1000", "30"]);
        assert_eq!(numbers("9.99, 9,99 and ٣٠."), ["9.99", "9.99", "30"]);
    }

    #[test]
    fn words_of_one_origin_are_known() {
        let (en, ru) = (words("Information for Google, iOS"), words("Информация Google, iOS"));
        for feature in [
            Feature::Word("infor".into()),
            Feature::Word("googl".into()),
            Feature::Name("ios".into()),
        ] {
            assert!(en.contains(&feature) && ru.contains(&feature), "{feature:?} {en:?} {ru:?}");
        }
    }
}
