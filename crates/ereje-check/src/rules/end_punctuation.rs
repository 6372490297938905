//! # `end-punctuation`
//!
//! A text whose source ends with a full stop, a question mark or a colon, and
//! which itself ends with a letter. The sentence may have lost its end; before a
//! list, the colon tells readers that the list belongs to it.
//!
//! The signs of every script count alike, as `。`, `।`, `۔`, `։`, `።` and `؟`. Thai
//! and Lao, which end sentences without a sign, are not looked at, nor are texts of
//! fewer than three words.
//!
//! ```ftl fails kk
//! intro = Біз деректерді сатпаймыз
//! # source.ftl
//! intro = We do not sell your data.
//! ```
//!
//! ```ftl fails ja
//! intro = データは次の目的で使用します
//! # source.ftl
//! intro = We use data for these purposes:
//! ```
//!
//! ```ftl fails hi
//! intro = क्या आपके प्रश्न हैं
//! # source.ftl
//! intro = Do you have any questions?
//! ```
//!
//! ```ftl passes hi
//! intro = हम आपका डेटा नहीं बेचते।
//! # source.ftl
//! intro = We do not sell your data.
//! ```
//!
//! ```ftl passes ar
//! intro = هل لديك أسئلة؟
//! # source.ftl
//! intro = Do you have any questions?
//! ```
//!
//! ```ftl passes ru
//! intro = **Мы не продаём данные («никогда»).**
//! # source.ftl
//! intro = **We never sell your data.**
//! ```
//!
//! ```ftl passes de
//! intro = Diese App wird von App Inc. mit der Zahl 5 betrieben
//! # source.ftl
//! intro = This app with the number 5 is run by App Inc.
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::{Comparison, Reading, Report};

pub(super) const RULE: Rule = Rule::new("end-punctuation", Level::Advice, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let language = texts.to.texts.locale.language();
    if ["th", "lo"].contains(&language) {
        return;
    }
    // As written, nearly all texts end with a sign or without one alike.
    let bare = |reading: &Reading| reading.written.trim_end().ends_with(char::is_alphabetic);
    if !texts.own.readings.iter().any(bare) {
        return;
    }
    let Some(sign) = end(texts.source.readings.iter()) else { return };
    let ends_bare = |reading: &&Reading| last(reading.text()).is_some_and(char::is_alphabetic);
    let Some(reading) = texts.own.readings.iter().find(ends_bare) else { return };
    // The last words as they were typed, so that the end of the text is shown.
    let line = reading.written.trim_end().lines().next_back().unwrap_or_default();
    let words = line.rsplit('}').next().unwrap_or(line).trim_start();
    let words = words.rmatch_indices(' ').nth(2).map_or(words, |(at, _)| &words[at + 1..]);
    let message = format!("the source ends with `{sign}`, this text with a letter");
    let hint = format!("end it with `{}`", own_sign(sign, language));
    report.at_texts(texts, (words, ""), message, &hint);
}

/// The sign that every form of the source ends with, where each is a sentence.
fn end<'r>(readings: impl Iterator<Item = &'r Reading>) -> Option<char> {
    let mut signs = readings.map(|reading| {
        let text = reading.text();
        let sign = last(text).filter(|sign| ".?:。？：।؟".contains(*sign))?;
        let is_sentence = text.split_whitespace().nth(2).is_some();
        // A sign by itself is spoken of: “a + or a ?”.
        let is_spoken_of =
            text.trim_end().rsplit(' ').next().is_some_and(|word| word.chars().nth(1).is_none());
        let is_end = is_sentence && !is_spoken_of && !(sign == '.' && ends_short(text));
        is_end.then_some(sign)
    });
    let first = signs.next()??;
    signs.all(|sign| sign == Some(first)).then_some(first)
}

/// The last character that is read, but for what closes a quotation.
fn last(text: &str) -> Option<char> {
    text.trim_end().trim_end_matches(['"', '\'', ')', '”', '’', '»', '“']).chars().next_back()
}

/// Whether the last full stop belongs to a word that is cut short, or to dots.
fn ends_short(text: &str) -> bool {
    let word = text.trim_end().rsplit(|c: char| c.is_whitespace() || c == '(').next();
    let Some(word) = word.map(|word| word.trim_end_matches('.').to_lowercase()) else {
        return false;
    };
    const SHORT: [&str; 16] = [
        "etc", "inc", "ltd", "co", "corp", "al", "no", "vs", "др", "т.д", "т.п", "г", "usw", "st",
        "bzw", "llc",
    ];
    SHORT.contains(&word.as_str())
        || word.contains('.')
        || word.chars().count() < 2
        || text.trim_end().ends_with("..")
}

/// What a language writes for a sign of the source.
fn own_sign(sign: char, language: &str) -> char {
    let kind = match sign {
        '?' | '？' | '؟' => 1,
        ':' | '：' => 2,
        _ => 0,
    };
    let signs = match language {
        "zh" | "ja" => ['。', '？', '：'],
        "hi" | "mr" | "ne" | "bn" | "pa" | "as" | "or" => ['।', '?', ':'],
        "ur" => ['۔', '؟', ':'],
        "ar" | "fa" | "ckb" | "ug" | "ps" => ['.', '؟', ':'],
        "hy" => ['։', '՞', '՝'],
        "am" | "ti" => ['።', '?', ':'],
        "my" => ['။', '။', ':'],
        "km" => ['។', '?', '៖'],
        "el" => ['.', ';', ':'],
        _ => ['.', '?', ':'],
    };
    signs[kind]
}
