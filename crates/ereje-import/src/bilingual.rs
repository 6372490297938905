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
    let all = paragraphs(text, start);
    let some: Vec<&Range<usize>> = all.iter().step_by(all.len() / ENOUGH_PARAGRAPHS + 1).collect();
    strangers(text, &some, locale)?;
    let (found, (first, what)) = strangers(text, &all.iter().collect::<Vec<_>>(), locale)?;
    let message = format!(
        "{found} of {} paragraphs seem not to be in `{locale}`; of the first: {what}",
        all.len()
    );
    let line = text[first.clone()].lines().next().unwrap_or_default().len();
    let hint = "make a page of each language, and import the others with their own `--locale`";
    let told = Diagnostic::warning("import-languages", path, message);
    Some(told.at(text, first.start..first.start + line).hint(hint))
}

/// The first of a number of paragraphs, and what shows that it is in another language.
type Strangers = (usize, (Range<usize>, String));

/// Those of the paragraphs that are in another language, where they are a good part.
fn strangers(text: &str, all: &[&Range<usize>], locale: &Locale) -> Option<Strangers> {
    let known = vocabulary(locale.language());
    let foreign = |place: &Range<usize>| {
        let words = beginning(&text[place.clone()]);
        if known.is_some_and(|known| is_own(words, known)) { None } else { foreign(words, locale) }
    };
    let found: Vec<(&Range<usize>, String)> =
        all.iter().filter_map(|place| Some((*place, foreign(place)?))).collect();
    let letters = |place: &Range<usize>| {
        text[place.clone()].chars().filter(|character| character.is_alphabetic()).count()
    };
    let of_other: usize = found.iter().map(|(place, _)| letters(place)).sum();
    let count = found.len();
    let (first, what) = found.into_iter().next()?;
    let of_all: usize = all.iter().map(|place| letters(place)).sum();
    (of_other * ONE_IN >= of_all).then(|| (count, (first.clone(), what)))
}

/// So many paragraphs, from the whole of a page, tell whether to look at all.
const ENOUGH_PARAGRAPHS: usize = 10;

/// So many small words of the language are in a paragraph that is in it: so nearly all
/// of them are known by their first sentence.
const SMALL_WORDS: usize = 3;

/// So many bytes of a paragraph tell which language it is in.
const ENOUGH_BYTES: usize = 300;

fn beginning(paragraph: &str) -> &str {
    let end =
        (0..=ENOUGH_BYTES.min(paragraph.len())).rev().find(|end| paragraph.is_char_boundary(*end));
    &paragraph[..end.unwrap_or(0)]
}

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
