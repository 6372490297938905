//! # `untranslated`
//!
//! A text that says the same words as its source: it was copied to be translated,
//! and forgotten. Readers who do not know the source's language are told nothing.
//! Names, facts, addresses and single words, which languages may share, are left
//! out of account; so are languages that are one, as English of two countries. Of a
//! few words it counts whether the same translation says them otherwise elsewhere.
//! A release refuses it.
//!
//! ```ftl fails de
//! intro = We collect what you type into the form.
//! # source.ftl
//! intro = We collect what you type into the form.
//! ```
//!
//! ```ftl fails kk
//! use = Деректер сапаны жақсарту үшін пайдаланылады.
//!     .heading = Use of information
//! # source.ftl
//! use = We use data to improve quality.
//!     .heading = Use of information
//! ```
//!
//! ```ftl fails de
//! intro = missing argument
//! use = Die Angabe ist zu viel.
//! # source.ftl
//! intro = missing argument
//! use = The argument is one too many.
//! ```
//!
//! ```ftl passes de
//! intro = extra operand
//! use = Es fehlt ein Dateioperand.
//! # source.ftl
//! intro = extra operand
//! use = An operand for a file is missing.
//! ```
//!
//! ```ftl passes fr
//! title = { -app }
//! intro = Contact
//! use = Version { $version } (https://example.com)
//! # terms.ftl
//! -app = Orchard Privacy for the family
//! # source.ftl
//! title = { -app }
//! intro = Contact
//! use = Version { $version } (https://example.com)
//! # terms.ftl
//! -app = Orchard Privacy for the family
//! ```
//!
//! ```ftl passes ja
//! intro = <a href="/learn-more" data-l10n-name="learn-more-link">詳細情報</a>
//! # source.ftl
//! intro = <a href="/learn-more" data-l10n-name="learn-more-link">Learn more</a>
//! ```
//!
//! ```ftl passes en-GB
//! intro = We collect what you type into the form.
//! # source.ftl
//! intro = We collect what you type into the form.
//! ```

use std::collections::BTreeSet;

use ereje::diagnostic::Level;
use ereje::vocabulary::vocabulary;

use super::{Check, Rule};
use crate::comparison::Text;
use crate::prose::{is_plain, is_usual, letters, words};
use crate::scripts::{dominant, may_write};
use crate::terms::{forms, terms};
use crate::{Comparison, Reading, Report};

pub(super) const RULE: Rule = Rule::new("untranslated", Level::Warning, Check::Texts(check));

/// Languages that share whole sentences.
const RELATIVES: [&[&str]; 4] =
    [&["nb", "nn", "no", "da"], &["sr", "hr", "bs", "sh", "cnr"], &["id", "ms"], &["fa", "tg"]];

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let Some(copied) = copied(texts) else { return };
    let (from, to) = (&texts.from.texts.locale, &texts.to.texts.locale);
    let is_of_both = |group: &&[&str]| [from, to].iter().all(|l| group.contains(&l.language()));
    if from.language() == to.language() || RELATIVES.iter().any(is_of_both) {
        return;
    }
    if !is_telling(&copied, texts) {
        return;
    }
    let message = "this text is the same as its source".to_owned();
    report.at_texts(texts, ("", ""), message, "translate it");
}

/// The words of a form that says the same ones as a form of the source.
pub(super) fn copied<'c>(texts: &Comparison<'c>) -> Option<Vec<&'c str>> {
    let same = |own: &Reading, source: &Reading| {
        own.words().len() == source.words().len()
            && own.words().zip(source.words()).all(|(own, source)| is_same(own, source))
    };
    let own = texts.own.readings.iter().filter(|own| own.words().len() > 0);
    let mut copied = own.filter(|own| texts.source.readings.iter().any(|source| same(own, source)));
    copied.next().map(|own| own.words().collect())
}

/// Whether two words are the same but for their case. Nearly all others differ in
/// their first letter already.
fn is_same(own: &str, source: &str) -> bool {
    let first = |word: &str| word.chars().next().and_then(|letter| letter.to_lowercase().next());
    own == source || first(own) == first(source) && own.to_lowercase() == source.to_lowercase()
}

/// Whether words are too many to be names or to be said alike in both languages.
fn is_telling(copied: &[&str], texts: &Comparison<'_>) -> bool {
    let brand: Vec<String> = brands(texts);
    let is_brand = |word: &&str| brand.iter().any(|name| words(name).contains(word));
    let words: Vec<&str> = copied.iter().filter(|word| !is_brand(word)).copied().collect();
    let Some(script) = dominant(words.iter().copied()) else { return false };
    let is_spaced = !["Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr"].contains(&script);
    if !is_spaced || !words.iter().any(|word| word.chars().any(char::is_lowercase)) {
        return letters(&words) >= 8 && (!is_spaced || words.len() >= 4) && !is_cased(script);
    }
    let (from, to) = (&texts.from.texts.locale, &texts.to.texts.locale);
    // The name of a program that comes in each line is one word.
    let usual: BTreeSet<&str> = words.iter().filter(|word| is_usual(word)).copied().collect();
    let plain = usual.iter().filter(|word| is_plain(word)).count();
    let (count, length) = (usual.len(), letters(&words));
    let own = vocabulary(to.language());
    let is_of_source = vocabulary(from.language()).is_some_and(|source| {
        words
            .iter()
            .map(|word| word.to_lowercase())
            .any(|word| source.is_frequent(&word) && own.is_none_or(|own| !own.is_frequent(&word)))
    });
    match may_write(to, script) {
        false => count >= 2 && plain >= 1 && length >= 8,
        true if own.is_some() && is_of_source => count >= 2 && plain >= 1,
        true => {
            count >= 4 && plain >= 2 && length >= 20
                || count >= 2 && length >= 8 && is_said_otherwise(&usual, texts)
        }
    }
}

/// So many other texts are asked how they say a word.
const MOST_TEXTS: usize = 200;

/// Whether the translation says one of the plain words otherwise wherever else the
/// source has it, so that it is no name.
fn is_said_otherwise(copied: &BTreeSet<&str>, texts: &Comparison<'_>) -> bool {
    let says = |text: &Text, word: &str| {
        let is_it = |own: &str| own == word || own.to_lowercase() == word;
        text.readings.iter().any(|reading| reading.words().any(is_it))
    };
    // Also within another word, as languages do that write compounds as one.
    let keeps = |text: &Text, word: &str| {
        text.readings.iter().any(|reading| reading.text().to_lowercase().contains(word))
    };
    let is_copy = |other: &Comparison<'_>| self::copied(other).is_some();
    let others = Comparison::of(texts.from, texts.to).take(MOST_TEXTS);
    let others: Vec<Comparison<'_>> = others.filter(|other| !is_copy(other)).collect();
    copied.iter().filter(|word| is_plain(word)).any(|word| {
        let mut said = others.iter().filter(|other| says(other.source, word)).peekable();
        said.peek().is_some() && said.all(|other| !keeps(other.own, word))
    })
}

fn is_cased(script: &str) -> bool {
    ["Latn", "Cyrl", "Grek", "Armn"].contains(&script)
}

/// Terms that both languages say alike: names.
fn brands(texts: &Comparison<'_>) -> Vec<String> {
    terms(&texts.from)
        .flat_map(|(_, term)| {
            let own = forms(&texts.to, term.id.name);
            forms(&texts.from, term.id.name).into_iter().filter(move |form| own.contains(form))
        })
        .collect()
}
