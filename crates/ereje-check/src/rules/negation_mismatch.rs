//! # `negation-mismatch`
//!
//! The source says that something is not so and the translation has no negation,
//! or the reverse. A lost “not” turns a promise into its opposite, and no other
//! rule would see it. Words that say it in another way count: “without”,
//! “impossible”, “prohibited”.
//!
//! ```ftl fails ru
//! intro = Мы продаём ваши данные.
//! # source.ftl
//! intro = We do not sell your data.
//! ```
//!
//! ```ftl fails kk
//! intro = Біз сіздің деректеріңізді сатпаймыз.
//! # source.ftl
//! intro = We sell your data.
//! ```
//!
//! ```ftl fails de
//! intro = Wir geben Daten an Dritte weiter.
//! # source.ftl
//! intro = We never pass data on to third parties.
//! ```
//!
//! ```ftl passes kk
//! intro = Біз сіздің деректеріңізді сатпаймыз.
//! use = Деректер рұқсатсыз берілуі мүмкін емес.
//! # source.ftl
//! intro = We do not sell your data.
//! use = Data can not be passed on without consent.
//! ```
//!
//! ```ftl passes fr
//! intro = Impossible d'ouvrir le fichier.
//! use = Nous répondons au plus tard le lendemain.
//! # source.ftl
//! intro = The file can not be opened.
//! use = We answer no later than the day after.
//! ```

use ereje::diagnostic::Level;
use ereje::vocabulary::{Vocabulary, vocabulary};

use super::{Check, Rule};
use crate::prose::words;
use crate::{Comparison, Report, Text};

pub(super) const RULE: Rule = Rule::new("negation-mismatch", Level::Advice, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let (from, to) = (&texts.from.texts.locale, &texts.to.texts.locale);
    let (Some(from), Some(to)) = (vocabulary(from.language()), vocabulary(to.language())) else {
        return;
    };
    let (source, own) = (Negation::of(texts.source, from), Negation::of(texts.own, to));
    if source.is_unsure || own.is_unsure {
        return;
    }
    let (found, message, hint) = match (&source.negates, &own.negates) {
        (Some(word), _) if !own.is_possible && !says(texts.own, word) => (
            ("", word.as_str()),
            format!("the source negates (“{word}”), this text does not seem to"),
            "say that it is not so",
        ),
        (_, Some(word)) if !source.is_possible && !says(texts.source, word) => (
            (word.as_str(), ""),
            format!("this text negates (“{word}”), the source does not seem to"),
            "say what the source says",
        ),
        _ => return,
    };
    report.at_texts(texts, found, message, hint);
}

/// Whether a text keeps a word of the other language, as in a name: “Do Not Track”.
fn says(text: &Text, word: &str) -> bool {
    let is_same = |own: &&str| own.to_lowercase() == word.to_lowercase();
    text.readings.iter().any(|reading| words(reading.text()).iter().any(is_same))
}

/// What tells whether a text negates.
struct Negation {
    /// A word that is in all forms and negates for sure.
    negates: Option<String>,
    /// Whether a word in any form negates, or may.
    is_possible: bool,
    /// Whether it has a phrase in which negations mean nothing.
    is_unsure: bool,
}

impl Negation {
    fn of(text: &Text, known: &Vocabulary) -> Negation {
        let negating = |word: &&str| parts(word).any(|part| known.negates(&part));
        let possible = |word: &str| {
            parts(word).any(|part| known.is_negation(&part) || known.is_near_negation(&part))
        };
        // In `non-UTF-8` as well, which is no word of a language.
        let pieces = |text: &str| {
            text.split(|c: char| !c.is_alphabetic() && !"'’".contains(c)).any(possible)
        };
        let forms: Vec<Vec<&str>> = text.readings.iter().map(|r| words(r.text())).collect();
        let found = forms.iter().map(|words| words.iter().copied().find(negating));
        let all: Option<Vec<&str>> = found.collect();
        Negation {
            negates: all.and_then(|words| words.first().map(|&word| word.to_owned())),
            is_possible: text.readings.iter().any(|reading| pieces(reading.text())),
            is_unsure: text
                .readings
                .iter()
                .any(|r| known.has_no_negation(&r.text().to_lowercase())),
        }
    }
}

/// A word in lower case, and its parts around an apostrophe: `n'est` has `n`.
fn parts(word: &str) -> impl Iterator<Item = String> {
    let lower = word.to_lowercase();
    let around: Vec<String> = match lower.contains(['\'', '’']) {
        true => lower.split(['\'', '’']).map(str::to_owned).collect(),
        false => Vec::new(),
    };
    std::iter::once(lower).chain(around)
}
