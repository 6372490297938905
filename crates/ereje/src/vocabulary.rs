//! Words that decide what a sentence says (negations and modal verbs), and those
//! by which a language is known, and those that say numbers. The lists are data, in
//! `words/`, a file a language.

mod numbers;
mod parts;
mod signs;
mod words;

use std::sync::LazyLock;

use memchr::memmem::Finder;
use numbers::NumberWord;
pub use numbers::{COUNTED, says_number};
use parts::{Part, Parts};
use rustc_hash::FxHashMap;
pub use signs::{SIGNED, negation_signs};
use words::{Looks, Words};

/// The words of one language.
#[derive(Default)]
pub struct Vocabulary {
    negations: Words,
    negative_endings: Vec<&'static str>,
    /// Letters that a stem ends in, and what negates the verb behind it.
    negative_verbs: Vec<(&'static str, &'static str)>,
    negative_verb_endings: Vec<&'static str>,
    /// Words that end like one that negates, and do not.
    affirmative: Words,
    /// Whole words, and what a word may have in it.
    near_negations: Words,
    near_parts: Parts,
    /// Phrases, which are searched for in every text.
    no_negations: Vec<Finder<'static>>,
    modals: Words,
    numbers: Vec<NumberWord>,
    frequent: Words,
}

/// The lines of one section of a list.
fn section<'t>(text: &'t str, name: &str) -> impl Iterator<Item = &'t str> {
    let title = format!("[{name}]");
    let lines = text.lines().map(str::trim).skip_while(move |line| *line != title).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The tables of the languages whose words are known.
macro_rules! languages {
    ($($language:literal),* $(,)?) => {
        /// The languages whose words are known, by primary subtag, in order.
        pub const LANGUAGES: &[&str] = &[$($language),*];

        /// The words of a language (its primary subtag), where they are known.
        #[must_use]
        pub fn vocabulary(language: &str) -> Option<&'static Vocabulary> {
            Some(match language {
                $($language => {
                    static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
                        Vocabulary::read(include_str!(concat!("../words/", $language, ".txt")))
                    });
                    &WORDS
                })*
                _ => return None,
            })
        }
    };
}

languages![
    "be", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it",
    "kk", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi",
];

/// Languages with so many words in common that a few small ones do not tell them apart.
const ALIKE: [&[&str]; 9] = [
    &["da", "nb", "nn", "no", "sv"],
    &["bs", "cnr", "hr", "sh", "sl", "sr"],
    &["cs", "sk"],
    &["bg", "mk"],
    &["an", "ast", "es"],
    &["ca", "oc"],
    &["gl", "es"],
    &["gl", "pt"],
    &["id", "ms"],
];

/// Whether two languages (primary subtags) have so many words in common that a few small
/// ones do not tell them apart, or are the same.
#[must_use]
pub fn are_alike(language: &str, other: &str) -> bool {
    let has_both = |group: &&[&str]| group.contains(&language) && group.contains(&other);
    language == other || ALIKE.iter().any(has_both)
}

/// The languages in which a word, in lower case, is one of the most frequent ones: a
/// bit for each of [`LANGUAGES`], the first one the lowest.
#[must_use]
pub fn languages_of(word: &str) -> u32 {
    const { assert!(LANGUAGES.len() <= 32) };
    static ALL: LazyLock<(FxHashMap<&'static str, u32>, Looks)> = LazyLock::new(|| {
        let mut all: FxHashMap<&'static str, u32> = FxHashMap::default();
        let mut looks = Looks::default();
        for (at, language) in LANGUAGES.iter().enumerate() {
            let Some(known) = vocabulary(language) else { continue };
            for word in known.frequent.iter() {
                *all.entry(word).or_default() |= 1 << at;
                looks.add(word);
            }
        }
        (all, looks)
    });
    let (all, looks) = &*ALL;
    if looks.may_have(word) { all.get(word).copied().unwrap_or_default() } else { 0 }
}

impl Vocabulary {
    fn read(text: &'static str) -> Vocabulary {
        let mut words = Vocabulary::default();
        let mut section = "";
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = name,
                None => words.add(section, line),
            }
        }
        words
    }

    fn add(&mut self, section: &str, line: &'static str) {
        match section {
            "negation" => self.negations.add(line),
            "negative-ending" => self.negative_endings.push(line),
            "negative-verb" => self.negative_verbs.extend(line.split_once(' ')),
            "negative-verb-ending" => self.negative_verb_endings.push(line),
            "affirmative" => self.affirmative.add(line),
            "near-negation" => match Part::read(line) {
                Some(part) => self.near_parts.add(part),
                None => self.near_negations.add(line),
            },
            "no-negation" => self.no_negations.push(Finder::new(line)),
            "modal" => self.modals.add(line),
            "number" => self.numbers.extend(NumberWord::read(line)),
            "frequent" => self.frequent.add(line),
            other => debug_assert!(false, "the section {other} is not known"),
        }
    }

    /// Whether a word, in lower case, says that something is not so.
    #[must_use]
    pub fn is_negation(&self, word: &str) -> bool {
        let ends_like_one = || {
            self.negative_endings.iter().any(|ending| word.ends_with(ending))
                || self.negative_verb_endings.iter().any(|ending| {
                    word.strip_suffix(ending).is_some_and(|stem| self.is_negated_stem(stem))
                })
        };
        self.negations.contains(word) || ends_like_one() && !self.affirmative.contains(word)
    }

    fn is_negated_stem(&self, stem: &str) -> bool {
        self.negative_verbs.iter().any(|(letters, mark)| {
            let root = stem.strip_suffix(mark).filter(|root| root.chars().count() >= 2);
            root.and_then(|root| root.chars().last()).is_some_and(|last| letters.contains(last))
        })
    }

    /// Whether a word, in lower case, says what may, must or can be.
    #[must_use]
    pub fn is_modal(&self, word: &str) -> bool {
        self.modals.contains(word)
    }

    /// Whether modal verbs are known; negations always are.
    #[must_use]
    pub fn knows_modals(&self) -> bool {
        !self.modals.is_empty()
    }

    /// Whether a word, in lower case, may say what another language says with a
    /// negation: “without”, “impossible”.
    #[must_use]
    pub fn is_near_negation(&self, word: &str) -> bool {
        self.near_negations.contains(word) || self.near_parts.any_in(word)
    }

    /// Whether a word, in lower case, negates for sure, and is none that another
    /// language may say without a negation.
    #[must_use]
    pub fn negates(&self, word: &str) -> bool {
        self.is_negation(word) && !self.near_negations.contains(word)
    }

    /// Whether a text, in lower case, has a phrase in which a negation negates
    /// nothing: “no later than”.
    #[must_use]
    pub fn has_no_negation(&self, text: &str) -> bool {
        self.no_negations.iter().any(|phrase| phrase.find(text.as_bytes()).is_some())
    }

    /// Whether a word, in lower case, is one of the most frequent ones.
    #[must_use]
    pub fn is_frequent(&self, word: &str) -> bool {
        self.frequent.contains(word)
    }
}

#[cfg(test)]
mod tests;
