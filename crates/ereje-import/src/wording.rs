//! In which language a piece of text is: by its letters, and by the small words
//! that languages are known by.

use ereje::locale::Locale;
use ereje::vocabulary::{LANGUAGES, are_alike, vocabulary};

/// Languages that are written in several scripts under one tag.
const OF_SEVERAL_SCRIPTS: [&str; 13] =
    ["az", "bs", "ha", "ks", "ku", "ms", "pa", "sd", "sr", "tk", "tt", "ug", "uz"];

/// So many letters of a foreign script are no name any more.
const LETTERS: usize = 20;

/// So many small words of another language tell.
const SMALL_WORDS: usize = 4;

/// What another language a text seems to be in, in words; nothing where it can well
/// be in that of the locale.
pub(crate) fn foreign(text: &str, locale: &Locale) -> Option<String> {
    of_script(text, locale).or_else(|| of_words(text, locale, 4))
}

fn of_script(text: &str, locale: &Locale) -> Option<String> {
    let own = own_scripts(locale)?;
    let mut counts = [0_usize; SCRIPTS.len()];
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if let Some(at) = SCRIPTS.iter().position(|(.., ranges)| {
            ranges.iter().any(|(from, to)| (*from..=*to).contains(&(c as u32)))
        }) {
            counts[at] += 1;
        }
    }
    let all: usize = counts.iter().sum();
    let of_own: usize =
        (0..SCRIPTS.len()).filter(|at| own.contains(&SCRIPTS[*at].0)).map(|at| counts[at]).sum();
    let most = (0..SCRIPTS.len()).max_by_key(|at| counts[*at])?;
    let is_foreign = all >= LETTERS && of_own * 10 < all && text.split_whitespace().count() >= 3;
    (is_foreign || (all >= LETTERS && of_own == 0 && SCRIPTS[most].0 != "Latn"))
        .then(|| format!("it is in {} letters", SCRIPTS[most].1))
}

/// The scripts that a locale is written in; nothing where that is not known.
fn own_scripts(locale: &Locale) -> Option<Vec<&'static str>> {
    if OF_SEVERAL_SCRIPTS.contains(&locale.language()) && locale.tag() == locale.language() {
        return None;
    }
    Some(match locale.script()? {
        "Jpan" => vec!["Hani", "Kana"],
        "Kore" => vec!["Hang", "Hani"],
        "Hans" | "Hant" => vec!["Hani"],
        script => vec![SCRIPTS.iter().find(|(code, ..)| *code == script)?.0],
    })
}

type Script = (&'static str, &'static str, &'static [(u32, u32)]);

/// Scripts by their code (ISO 15924), what they are called, and where their letters are.
const SCRIPTS: [Script; 11] = [
    ("Latn", "Latin", &[(0x41, 0x24f), (0x1e00, 0x1eff)]),
    ("Cyrl", "Cyrillic", &[(0x400, 0x52f)]),
    ("Grek", "Greek", &[(0x370, 0x3ff), (0x1f00, 0x1fff)]),
    ("Arab", "Arabic", &[(0x620, 0x6ff), (0x750, 0x77f), (0xfb50, 0xfdff), (0xfe70, 0xfefc)]),
    ("Hebr", "Hebrew", &[(0x5d0, 0x5f4)]),
    ("Deva", "Devanagari", &[(0x900, 0x97f)]),
    ("Thai", "Thai", &[(0xe01, 0xe5b)]),
    ("Armn", "Armenian", &[(0x531, 0x58f)]),
    ("Hang", "Korean", &[(0x1100, 0x11ff), (0xac00, 0xd7a3)]),
    ("Kana", "Japanese", &[(0x3041, 0x30ff)]),
    ("Hani", "Chinese", &[(0x3400, 0x9fff)]),
];

/// The same of a whole page, whose headings and names have no small words.
pub(crate) fn foreign_page(text: &str, locale: &Locale) -> Option<String> {
    of_script(text, locale).or_else(|| of_words(text, locale, 10))
}

fn of_words(text: &str, locale: &Locale, one_in: usize) -> Option<String> {
    let language = locale.language();
    let own = vocabulary(language)?;
    let lowered = text.to_lowercase();
    let words: Vec<&str> = lowered
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|w| !w.is_empty())
        .collect();
    if words.len() < 2 * SMALL_WORDS {
        return None;
    }
    let is_own = words.iter().filter(|word| own.is_frequent(word)).count();
    let others = LANGUAGES.iter().filter(|other| !are_alike(language, other));
    let counted = others.filter_map(|other| {
        let vocabulary = vocabulary(other)?;
        let foreign = words.iter().filter(|word| !own.is_frequent(word));
        Some((foreign.filter(|word| vocabulary.is_frequent(word)).count(), *other))
    });
    let (count, found) = counted.max_by_key(|(count, _)| *count)?;
    (count >= SMALL_WORDS && count > 3 * is_own && count * one_in >= words.len())
        .then(|| format!("it seems to be in `{found}`"))
}

/// Languages that have a script for themselves.
const OF_THEIR_SCRIPT: [(&str, &str); 7] = [
    ("Grek", "el"),
    ("Hebr", "he"),
    ("Thai", "th"),
    ("Armn", "hy"),
    ("Hang", "ko"),
    ("Kana", "ja"),
    ("Hani", "zh"),
];

/// Letters that no other language has.
const OF_THEIR_LETTERS: [(char, &str); 2] = [('ұ', "kk"), ('ї', "uk")];

/// So many of them are no name any more.
const OF_LETTERS: usize = 3;

/// One word in so many of a page in a language is one of its frequent ones, at least.
const ONE_IN: usize = 8;

/// The language that a page is in, as its primary subtag; nothing where its letters
/// and small words do not tell.
pub(crate) fn language(text: &str) -> Option<&'static str> {
    let letters: Vec<u32> = text.chars().filter(|c| c.is_alphabetic()).map(u32::from).collect();
    let of_script = |(code, language): &(&str, &'static str)| {
        let (.., ranges) = SCRIPTS.iter().find(|(known, ..)| known == code)?;
        let is_in = |c: &&u32| ranges.iter().any(|(from, to)| (*from..=*to).contains(*c));
        let count = letters.iter().filter(is_in).count();
        // A Japanese text may have less Kana than Chinese letters, and a Chinese one none.
        let (least, one_in) = if *code == "Kana" { (LETTERS / 4, 10) } else { (LETTERS, 2) };
        (count >= least && count * one_in >= letters.len()).then_some(*language)
    };
    if let Some(language) = OF_THEIR_SCRIPT.iter().find_map(of_script) {
        return Some(language);
    }
    let lowered = text.to_lowercase();
    let words: Vec<&str> = lowered
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    let mut counts: Vec<(usize, &'static str)> = LANGUAGES
        .iter()
        .filter_map(|language| {
            let vocabulary = vocabulary(language)?;
            Some((words.iter().filter(|word| vocabulary.is_frequent(word)).count(), *language))
        })
        .collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let [(count, language), (next, _), ..] = counts.as_slice() else { return None };
    let is_sure = *count >= SMALL_WORDS && count * ONE_IN >= words.len() && *count * 5 > next * 6;
    let of_letters = || {
        let mut known = OF_THEIR_LETTERS.iter();
        let has = |letter: char| lowered.chars().filter(|c| *c == letter).count() >= OF_LETTERS;
        known.find(|(letter, _)| has(*letter)).map(|(_, language)| *language)
    };
    is_sure.then_some(*language).or_else(of_letters)
}

/// Whether a page is in the language of a locale; nothing where that can not be told.
pub(crate) fn is_in(text: &str, locale: &Locale) -> Option<bool> {
    let is_same = |language: &str| {
        let norwegian = ["no", "nb", "nn"];
        let own = locale.language();
        language == own || (norwegian.contains(&language) && norwegian.contains(&own))
    };
    match language(text) {
        Some(language) if is_same(language) => Some(true),
        _ if foreign_page(text, locale).is_some() => Some(false),
        // What is known of no language whose words could be mistaken for others.
        Some(found) if are_alike(found, locale.language()) => None,
        Some(_) if vocabulary(locale.language()).is_none() => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_page_is_told_where_its_words_do() {
        let en =
            "We collect data about the device and the language of it, and keep them for a year.";
        let kk = "Біз құрылғы туралы дерек жинаймыз және оларды бір жыл бойы сақтаймыз.";
        let ru = "Мы собираем данные, чтобы улучшить это приложение, и храним их так долго, как вы \
                  пользуетесь им или пока вы не попросите это удалить.";
        let ja = "当社はお客様の個人情報を適切に取り扱います。";
        for (text, language) in [
            (en, Some("en")),
            (ru, Some("ru")),
            (ja, Some("ja")),
            ("我们收集您的设备信息，并在一年内保存这些信息，然后将其删除。", Some("zh")),
            ("Бұл саясат қосымшаның құрылғыңызды қалай танитынын және құпияны айтады.", Some("kk")),
            ("Privacy", None),
            ("", None),
        ] {
            assert_eq!(super::language(text), language, "{text}");
        }
        let is_in = |tag: &str, text: &str| is_in(text, &Locale::parse(tag).expect(tag));
        assert_eq!(
            (is_in("en", en), is_in("is", en), is_in("ru", en)),
            (Some(true), Some(false), Some(false))
        );
        assert_eq!((is_in("ru", kk), is_in("de", "Impressum")), (Some(false), None));
    }

    #[test]
    fn a_text_in_another_language_is_known() {
        let told = |tag: &str, text: &str| foreign(text, &Locale::parse(tag).expect(tag));
        let ru = "Мы собираем данные, чтобы улучшить это приложение, и храним их так долго, как вы \
                  пользуетесь им или пока вы не попросите это удалить.";
        let en =
            "We collect data about the device and the language of it, and keep them for a year.";
        let kk = "Біз құрылғы туралы дерек жинаймыз және оларды бір жыл бойы сақтаймыз.";
        for (tag, text) in
            [("ru", ru), ("en", en), ("kk", kk), ("sr", ru), ("ja", "当社は情報を収集します。")]
        {
            assert_eq!(told(tag, text), None, "{tag}");
        }
        assert_eq!(told("en", ru).as_deref(), Some("it is in Cyrillic letters"));
        assert_eq!(told("kk", en).as_deref(), Some("it is in Latin letters"));
        assert_eq!(told("kk", ru).as_deref(), Some("it seems to be in `ru`"));
        assert_eq!(told("de", en).as_deref(), Some("it seems to be in `en`"));
    }
}
