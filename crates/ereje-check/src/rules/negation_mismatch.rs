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

use std::borrow::Cow;

use ereje::diagnostic::Level;
use ereje::vocabulary::{Vocabulary, vocabulary};

use super::{Check, Rule};
use crate::prose::{Word, lower};
use crate::{Comparison, Report, Text};

pub(super) const RULE: Rule = Rule::new("negation-mismatch", Level::Advice, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let (from, to) = (&texts.from.texts.locale, &texts.to.texts.locale);
    let (Some(from), Some(to)) = (vocabulary(from.language()), vocabulary(to.language())) else {
        return;
    };
    let (source, own) = (negates(texts.source, from), negates(texts.own, to));
    let (found, message, hint) = match (source, own) {
        (None, None) => return,
        (Some(word), _) if !may_negate(texts.own, to) && !says(texts.own, word) => (
            ("", word),
            format!("the source negates (“{word}”), this text does not seem to"),
            "say that it is not so",
        ),
        (_, Some(word)) if !may_negate(texts.source, from) && !says(texts.source, word) => (
            (word, ""),
            format!("this text negates (“{word}”), the source does not seem to"),
            "say what the source says",
        ),
        _ => return,
    };
    if is_unsure(texts.source, from) || is_unsure(texts.own, to) {
        return;
    }
    report.at_texts(texts, found, message, hint);
}

/// Whether a text keeps a word of the other language, as in a name: “Do Not Track”.
fn says(text: &Text, word: &str) -> bool {
    let is_same = |own: &str| own.to_lowercase() == word.to_lowercase();
    text.readings.iter().any(|reading| reading.words().any(is_same))
}

/// The first word that negates for sure, if each form of a text has one.
fn negates<'t>(text: &'t Text, known: &Vocabulary) -> Option<&'t str> {
    let find = || {
        let negating = |word: &Word<'_>| {
            let in_parts = || parts(word.text).skip(1).any(|part| known.negates(&part));
            known.negates(&word.lower()) || !word.is_of_letters() && in_parts()
        };
        let found = text.readings.iter().map(|reading| reading.known_words().find(negating));
        let all: Option<Vec<Word<'_>>> = found.collect();
        all.and_then(|words| words.first().map(|word| word.text.to_owned()))
    };
    text.negates.get_or_init(find).as_deref()
}

/// Whether a word in any form of a text negates, or may.
fn may_negate(text: &Text, known: &Vocabulary) -> bool {
    let possible = |word: &str| {
        parts(word).any(|part| known.is_negation(&part) || known.is_near_negation(&part))
    };
    // In `non-UTF-8` as well, which is no word of a language.
    let pieces =
        |text: &str| text.split(|c: char| !c.is_alphabetic() && !"'’".contains(c)).any(possible);
    text.readings.iter().any(|reading| pieces(reading.text()))
}

/// Whether a text has a phrase in which negations mean nothing.
fn is_unsure(text: &Text, known: &Vocabulary) -> bool {
    text.readings.iter().any(|reading| known.has_no_negation(&reading.text().to_lowercase()))
}

/// A word in lower case, and its parts around an apostrophe: `n'est` has `n`.
fn parts(word: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let has_parts = word.contains(['\'', '’']);
    let around = word.split(['\'', '’']).filter(move |_| has_parts);
    std::iter::once(word).chain(around).map(lower)
}
