//! # `wrong-language`
//!
//! A text in a language that is not the locale's: in a script that its language is
//! not written in, or with the small words of another language (“and”, “of”) and
//! none of its own. It was pasted into the wrong file, or edited in one that was
//! not the translator's. A copy of the source is told by `untranslated`.
//!
//! ```ftl fails kk
//! intro = We collect data about your device and its language.
//! # source.ftl
//! intro = We collect data about your phone and the language of it.
//! ```
//!
//! ```ftl fails fr
//! intro = Wir erheben Daten über das Gerät und die Sprache, die Sie mit der App nutzen.
//! # source.ftl
//! intro = We collect data about the device and the language that you use with the app.
//! ```
//!
//! ```ftl fails uk
//! intro = Мы собираем данные, чтобы улучшить это приложение, и храним их так долго, как вы
//!     пользуетесь им или пока вы не попросите это удалить.
//! # source.ftl
//! intro = We collect data to improve this app, and keep them for as long as you use it or until
//!     you ask us to delete it.
//! ```
//!
//! ```ftl passes kk
//! intro = Біз құрылғы туралы дерек жинаймыз (Google Analytics for Firebase).
//! # source.ftl
//! intro = We collect data about the device (Google Analytics for Firebase).
//! ```
//!
//! ```ftl passes tr
//! intro = Takma e-posta adresleri, e-postaları asıl e-posta adresinize ulaştıran e-posta
//!     kutularıdır.
//! # source.ftl
//! intro = Alias e-mail addresses are e-mail boxes that bring e-mail to your real address.
//! ```
//!
//! ```ftl passes sv
//! intro = Ta bort spårare i alla vidarebefordrade e-brev (e-post).
//! # source.ftl
//! intro = Remove the trackers in all forwarded messages (e-mail).
//! ```
//!
//! ```ftl passes nl
//! intro = Wij verzamelen gegevens over het apparaat en de taal (“The Terms of the Service”).
//! # source.ftl
//! intro = We collect data about the device and its language (“The Terms of the Service”).
//! ```

use std::collections::BTreeSet;

use ereje::diagnostic::Level;
use ereje::vocabulary::{LANGUAGES, are_alike, languages_of};

use super::untranslated::copied;
use super::{Check, Rule};
use crate::prose::{Word, is_plain, letters};
use crate::scripts::{may_write, script};
use crate::{Comparison, Reading, Report};

pub(super) const RULE: Rule = Rule::new("wrong-language", Level::Warning, Check::Texts(check));

/// So many letters of a foreign script are no name any more.
const LETTERS: usize = 20;
/// So many small words of another language tell, against none of the own.
const SMALL_WORDS: usize = 4;
/// So many of them have to be others.
const DIFFERENT: usize = 3;

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    for reading in &texts.own.readings {
        let Some(found) = of_script(reading, texts).or_else(|| of_words(reading, texts)) else {
            continue;
        };
        if copied(texts).is_none() {
            let message = format!("this text is {found}");
            let hint = format!("write it in the language of `{}`", texts.to.texts.locale.tag());
            report.at_texts(texts, ("", ""), message, &hint);
        }
        return;
    }
}

/// Words in a script that is not one of the locale's.
fn of_script(reading: &Reading, texts: &Comparison<'_>) -> Option<String> {
    let locale = &texts.to.texts.locale;
    let found = reading.letters().dominant?;
    let is_sure = || {
        let words: Vec<&str> = reading.words().collect();
        let own = words.iter().flat_map(|word| word.chars()).filter_map(script);
        let own = own.filter(|script| may_write(locale, script)).count();
        let is_cased = ["Latn", "Cyrl", "Grek"].contains(&found);
        let plain: BTreeSet<&str> = words.iter().filter(|word| is_plain(word)).copied().collect();
        letters(&words) >= LETTERS && own * 10 < letters(&words) && (!is_cased || plain.len() >= 3)
    };
    let script = name(found);
    (!may_write(locale, found) && is_sure()).then(|| format!("mostly in {script} letters"))
}

fn name(script: &str) -> &str {
    match script {
        "Latn" => "Latin",
        "Cyrl" => "Cyrillic",
        "Grek" => "Greek",
        "Arab" => "Arabic",
        "Hebr" => "Hebrew",
        "Hani" => "Chinese",
        "Kana" => "Japanese",
        "Hang" => "Korean",
        "Armn" => "Armenian",
        "Thaa" => "Thaana",
        "Deva" => "Devanagari",
        "Beng" => "Bengali",
        "Guru" => "Gurmukhi",
        "Gujr" => "Gujarati",
        "Orya" => "Odia",
        "Taml" => "Tamil",
        "Telu" => "Telugu",
        "Knda" => "Kannada",
        "Mlym" => "Malayalam",
        "Sinh" => "Sinhala",
        "Laoo" => "Lao",
        "Mymr" => "Burmese",
        "Geor" => "Georgian",
        "Ethi" => "Ethiopic",
        "Khmr" => "Khmer",
        // Thai is called so.
        other => other,
    }
}

/// Small words of another language, where those of the own one are known.
fn of_words(reading: &Reading, texts: &Comparison<'_>) -> Option<String> {
    if reading.words().len() < 2 * SMALL_WORDS {
        return None;
    }
    let own_language = texts.to.texts.locale.language();
    let own_place = LANGUAGES.binary_search(&own_language).ok()?;
    let (mut is_own, mut counts) = (0, [0; LANGUAGES.len()]);
    for word in reading.known_words() {
        // The languages in which it is frequent: of most words, none.
        let mut places = languages_of(&word.lower());
        if places >> own_place & 1 == 1 {
            is_own += 1;
            continue;
        }
        while places != 0 {
            counts[places.trailing_zeros() as usize] += 1;
            places &= places - 1;
        }
    }
    // Most texts have so many small words of their own that no others can prevail.
    let all = reading.words().len();
    if all - is_own <= 3 * is_own {
        return None;
    }
    let others = LANGUAGES.iter().zip(counts);
    let others = others.filter(|(_, count)| *count >= SMALL_WORDS);
    let others = others.filter(|(other, _)| !are_alike(own_language, other));
    let (found, foreign) = others.max_by_key(|of| of.1)?;
    let is_sure = foreign > 3 * is_own && foreign * 4 >= all;
    // One that is said again and again is part of other words: the “e” of “e-posta”.
    let place = LANGUAGES.binary_search(found).ok()?;
    let words = reading.known_words().map(Word::lower);
    let different: BTreeSet<_> =
        words.filter(|word| languages_of(word) >> place & 1 == 1).collect();
    let is_sure = is_sure && different.len() >= DIFFERENT;
    is_sure.then(|| format!("in another language, as it seems `{found}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scripts::codes;

    #[test]
    fn every_script_has_a_name_that_people_know() {
        for code in codes() {
            assert!(name(code) != code || code == "Thai", "{code} has no name");
        }
    }
}
