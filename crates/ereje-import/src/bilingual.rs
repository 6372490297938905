//! A page in two languages: each is a page of its own in Ereje, and half of one is in
//! the way of the other.

use std::ops::Range;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::vocabulary::{Vocabulary, vocabulary};

use crate::wording::foreign;

/// One letter in so many is foreign where a page is in two languages, and not one that
/// quotes or names something.
const ONE_IN: usize = 5;

/// Tells where a good part of a page is in another language than that of the locale.
/// `start` is where the text begins, after the front matter.
pub(crate) fn check(path: &str, text: &str, start: usize, locale: &Locale) -> Option<Diagnostic> {
    let letters = |place: &Range<usize>| {
        text[place.clone()].chars().filter(|character| character.is_alphabetic()).count()
    };
    let all = paragraphs(text, start);
    let known = vocabulary(locale.language());
    let found: Vec<(&Range<usize>, String)> = all
        .iter()
        .filter(|place| !known.is_some_and(|known| is_own(&text[(*place).clone()], known)))
        .filter_map(|place| Some((place, foreign(&text[place.clone()], locale)?)))
        .collect();
    if found.is_empty() {
        return None;
    }
    let of_other: usize = found.iter().map(|(place, _)| letters(place)).sum();
    let of_all: usize = all.iter().map(letters).sum();
    let (first, what) = found.first()?;
    if of_other * ONE_IN < of_all {
        return None;
    }
    let (count, all) = (found.len(), all.len());
    let message =
        format!("{count} of {all} paragraphs seem not to be in `{locale}`; of the first: {what}");
    let line = text[(*first).clone()].lines().next().unwrap_or_default().len();
    let hint = "make a page of each language, and import the others with their own `--locale`";
    let told = Diagnostic::warning("import-languages", path, message);
    Some(told.at(text, first.start..first.start + line).hint(hint))
}

/// So many small words of the language are in a paragraph that is in it: so nearly all
/// of them are known by their first sentence.
const SMALL_WORDS: usize = 3;

fn is_own(paragraph: &str, known: &Vocabulary) -> bool {
    let words = paragraph.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let small = words.filter(|word| {
        let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_lower { known.is_frequent(word) } else { known.is_frequent(&word.to_lowercase()) }
    });
    small.take(SMALL_WORDS).count() == SMALL_WORDS
}

/// Where paragraphs stand: what blank lines set apart, but for blocks of code.
fn paragraphs(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut is_open, mut in_code) = (start, false, false);
    for line in text[start..].split_inclusive('\n') {
        let (place, words) = (at..at + line.len(), line.trim());
        at = place.end;
        if words.starts_with("```") || words.starts_with("~~~") {
            in_code = !in_code;
            is_open = false;
        } else if words.is_empty() || in_code {
            is_open = false;
        } else if let Some(last) = found.last_mut().filter(|_| is_open) {
            last.end = place.end;
        } else {
            found.push(place);
            is_open = true;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "We collect your address and keep it for as long as you are with us.\n\n";
    const RUSSIAN: &str = "Мы собираем ваш адрес и храним его, пока вы с нами.\n\n";

    fn told(text: &str, locale: &str) -> Option<String> {
        let locale = Locale::parse(locale).expect("a locale");
        check("page.md", text, 0, &locale).map(|told| told.message)
    }

    #[test]
    fn a_page_in_two_languages_is_told() {
        let page = format!("{ENGLISH}{RUSSIAN}{ENGLISH}{RUSSIAN}");
        let message = told(&page, "en").expect("told");
        assert_eq!(
            message,
            "2 of 4 paragraphs seem not to be in `en`; of the first: it is in Cyrillic letters"
        );
        assert!(told(&page, "ru").is_some());
        assert!(told(&ENGLISH.repeat(2), "ru").is_some(), "none of it is in the language");
    }

    #[test]
    fn a_quotation_is_no_second_language() {
        let page = format!("{}{RUSSIAN}", ENGLISH.repeat(9));
        assert_eq!(told(&page, "en"), None);
        assert_eq!(told(&ENGLISH.repeat(3), "en"), None);
        let code = format!("{ENGLISH}```\n{RUSSIAN}{RUSSIAN}{RUSSIAN}```\n");
        assert_eq!(told(&code, "en"), None);
    }
}
