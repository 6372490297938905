//! # `negation-mismatch`
//!
//! The source says that something is not so and the translation has no negation,
//! or the reverse. A lost “not” turns a promise into its opposite, and no other
//! rule would see it. Words that say it in another way count: “without”,
//! “impossible”, “prohibited”. Of texts with as many sentences each is compared with
//! its own, so that a “not” is missed beside others.
//!
//! How they negate is known of `be`, `bg`, `ca`, `cs`, `da`, `de`, `el`, `en`, `es`,
//! `et`, `fi`, `fr`, `hr`, `hu`, `id`, `it`, `ja`, `kk`, `ko`, `lt`, `lv`, `nb`,
//! `nl`, `pl`, `pt`, `ro`, `ru`, `sk`, `sl`, `sr`, `sv`, `tr`, `uk`, `vi` and `zh`;
//! of other languages nothing is told.
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
//! ```ftl fails ja
//! intro = お客様のデータを販売します。
//! # source.ftl
//! intro = We do not sell your data.
//! ```
//!
//! ```ftl passes zh-Hans
//! intro = 我们绝不出售您的数据。
//! use = 本条款仅供参考。
//! # source.ftl
//! intro = We do not sell your data.
//! use = These terms are not binding.
//! ```
//!
//! ```ftl fails es
//! # messages of a program
//! intro = se puede abrir: { $error }
//! # source.ftl
//! intro = cannot open: { $error }
//! ```
//!
//! ```ftl fails de
//! intro = Wir verkaufen Ihre Daten. Wir lesen Ihre Nachrichten nicht.
//! # source.ftl
//! intro = We do not sell your data. We do not read your messages.
//! ```
//!
//! ```ftl passes de
//! intro = Ihre Daten bleiben bei uns. Wir verkaufen sie nicht. Nichts wird gelesen.
//! # source.ftl
//! intro = We do not sell your data. They stay with us. Nothing is read.
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
use ereje::vocabulary::{Vocabulary, negation_signs, vocabulary};

use super::{Check, Rule};
use crate::comparison::between_facts;
use crate::prose::{Word, lower, words};
use crate::sentences::{before, beginning, sentences};
use crate::{Comparison, Report, Text};

pub(super) const RULE: Rule = Rule::new("negation-mismatch", Level::Advice, Check::Texts(check));

/// What is known of how a language negates.
#[derive(Clone, Copy)]
enum Known {
    Words(&'static Vocabulary),
    Signs(&'static [&'static str]),
}

impl Known {
    fn of(language: &str) -> Option<Known> {
        let signs = || negation_signs(language).map(Known::Signs);
        vocabulary(language).map(Known::Words).or_else(signs)
    }

    /// Its words, where a word may be one that negates for sure.
    fn words(self) -> Option<&'static Vocabulary> {
        match self {
            Known::Words(known) => Some(known),
            Known::Signs(_) => None,
        }
    }

    /// Whether a text negates, or may.
    fn may_say(self, text: &str) -> bool {
        match self {
            Known::Words(known) => may_say(text, known),
            Known::Signs(signs) => {
                between_facts(text).any(|text| signs.iter().any(|sign| text.contains(sign)))
            }
        }
    }
}

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let (from, to) = (&texts.from.texts.locale, &texts.to.texts.locale);
    let (Some(from), Some(to)) = (vocabulary(from.language()), Known::of(to.language())) else {
        return;
    };
    let source = negates(texts.source, from);
    let own = to.words().and_then(|to| negates(texts.own, to));
    let found = match (source, own) {
        (None, None) => return,
        (Some(word), _) if !may_negate(texts.own, to) && !says(texts.own, word) => {
            Found { is_lost: true, word, own: "", source: word }
        }
        (_, Some(word))
            if !may_negate(texts.source, Known::Words(from)) && !says(texts.source, word) =>
        {
            Found { is_lost: false, word, own: word, source: "" }
        }
        _ => match of_a_sentence(texts, (from, to)) {
            Some(found) => return tell(texts, &found, report),
            None => return,
        },
    };
    let is_unsure =
        is_unsure(texts.source, from) || to.words().is_some_and(|to| is_unsure(texts.own, to));
    if !is_unsure {
        tell(texts, &found, report);
    }
}

/// A negation that one language has and the other has not.
struct Found<'t> {
    /// Whether it is the source that has it.
    is_lost: bool,
    word: &'t str,
    /// What is shown of either text.
    own: &'t str,
    source: &'t str,
}

fn tell(texts: &Comparison<'_>, found: &Found<'_>, report: &mut Report<'_>) {
    let word = found.word;
    let (message, hint) = match found.is_lost {
        true => (
            format!("the source negates (“{word}”), this text does not seem to"),
            "say that it is not so",
        ),
        false => (
            format!("this text negates (“{word}”), the source does not seem to"),
            "say what the source says",
        ),
    };
    report.at_texts(texts, (found.own, found.source), message, hint);
}

/// The first sentence whose negation is lost or new, where both texts have as many
/// sentences and none of them makes up for another.
fn of_a_sentence<'c>(
    texts: &Comparison<'c>,
    (from, to): (&Vocabulary, Known),
) -> Option<Found<'c>> {
    let ([source], [own]) = (&*texts.source.readings, &*texts.own.readings) else { return None };
    let (source, own) = (sentences(source.text()), sentences(own.text()));
    if source.len() != own.len() || own.len() < 2 {
        return None;
    }
    let mut found = Vec::new();
    let (mut may_be_lost, mut may_be_new) = (false, false);
    for (source, own) in source.into_iter().zip(own) {
        let is_unsure = from.has_no_negation(&source.to_lowercase())
            || to.words().is_some_and(|to| to.has_no_negation(&own.to_lowercase()));
        let has = |text: &str, word: &str| words(text).contains(&word);
        let (said, own_said) =
            (negating(source, from), to.words().and_then(|to| negating(own, to)));
        let may_negate = || to.words().is_none() && to.may_say(own);
        may_be_lost |= said.is_some() && own_said.is_none() && !may_negate();
        may_be_new |=
            said.is_none() && (own_said.is_some() || may_negate() && !may_say(source, from));
        let lost = said.filter(|word| !to.may_say(own) && !has(own, word));
        let new = own_said.filter(|word| !may_say(source, from) && !has(source, word));
        match (lost, new) {
            _ if is_unsure => {}
            (Some(word), _) => {
                let shown = (beginning(own), before(source, word));
                found.push(Found { is_lost: true, word, own: shown.0, source: shown.1 });
            }
            (_, Some(word)) => {
                let shown = (before(own, word), beginning(source));
                found.push(Found { is_lost: false, word, own: shown.0, source: shown.1 });
            }
            _ => {}
        }
    }
    found.into_iter().next().filter(|_| !(may_be_lost && may_be_new))
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
        let mut found = text.readings.iter().map(|reading| reading.known_words().find(negating));
        let first = found.next().flatten()?;
        found.all(|other| other.is_some()).then(|| first.text.to_owned())
    };
    text.negates.get_or_init(find).as_deref()
}

/// The first word of a sentence that negates for sure.
fn negating<'s>(sentence: &'s str, known: &Vocabulary) -> Option<&'s str> {
    words(sentence).into_iter().find(|word| is_sure(word, known))
}

fn is_sure(word: &str, known: &Vocabulary) -> bool {
    parts(word).any(|part| known.negates(&part))
}

/// Whether a word in any form of a text negates, or may.
fn may_negate(text: &Text, known: Known) -> bool {
    text.readings.iter().any(|reading| known.may_say(reading.text()))
}

/// Whether a word of a sentence negates, or may. In `non-UTF-8` as well, which is no
/// word of a language, and in `NotImplemented`.
fn may_say(sentence: &str, known: &Vocabulary) -> bool {
    let possible = |word: &str| {
        parts(word).any(|part| known.is_negation(&part) || known.is_near_negation(&part))
    };
    let joined = |word: &str| {
        let humps = word.char_indices().skip(1).filter(|(_, c)| c.is_uppercase());
        humps.map(|(at, _)| at).next().is_some_and(|hump| possible(&word[..hump]))
    };
    let pieces = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphabetic() && !"'’".contains(c));
        words.any(|word| possible(word) || joined(word))
    };
    // What a fact is called is no word: `{ $error }`.
    between_facts(sentence).any(pieces)
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
