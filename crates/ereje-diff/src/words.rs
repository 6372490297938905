//! Text to words: what a reader would call a word, or one mark of punctuation,
//! each with the white space that follows it.

use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// The words of a text. Put together they are the text again.
#[must_use]
pub fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    each_word(text, |word| found.push(&text[word]));
    found
}

/// Tells where each word of a text stands, one behind the other.
pub(crate) fn each_word(text: &str, take: impl FnMut(Range<usize>)) {
    // The lead bytes of the characters from U+0800 on: most texts have few.
    let may_be = text.bytes().fold(false, |found, byte| found | (byte >= 0xE0));
    if may_be && text.chars().any(is_unspaced) {
        by_dictionary(text, take);
    } else {
        by_spaces(text, take);
    }
}

/// A word without the white space behind it.
#[inline]
pub(crate) fn bare(word: &str) -> &str {
    let bare = word.strip_suffix(' ').unwrap_or(word);
    if bare.as_bytes().last().is_some_and(u8::is_ascii_graphic) { bare } else { bare.trim_end() }
}

/// Whether it is a word, and not a mark.
#[inline]
pub(crate) fn is_word(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphanumeric())
        || word.contains(char::is_alphanumeric)
}

/// Whether a character is of a script that sets no spaces between words.
pub(crate) fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{0E00}'..='\u{0EFF}' // Thai, Lao
        | '\u{1000}'..='\u{109F}' // Burmese
        | '\u{1780}'..='\u{17FF}' // Khmer
        | '\u{3040}'..='\u{30FF}' // Hiragana, Katakana
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' // Han
    )
}

/// Whether a character is written from right to left, or says that what is around it is.
pub(crate) fn is_right_to_left(character: char) -> bool {
    matches!(character,
        '\u{0590}'..='\u{08FF}' | '\u{200F}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Dictionaries alone (ICU4X): on Thai a hundred times as fast as with neural
/// networks, and the same words.
fn by_dictionary(text: &str, mut take: impl FnMut(Range<usize>)) {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut start = 0;
    let mut last = 0;
    for end in segmenter.segment_str(text).filter(|end| *end > 0) {
        let is_space = text[last..end].chars().all(char::is_whitespace);
        if !is_space && last > start {
            take(start..last);
            start = last;
        }
        last = end;
    }
    if text.len() > start {
        take(start..text.len());
    }
}

/// What a character does in a text with spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Word,
    /// Part of a word where words stand on both sides: it's, e-mail, 9.99.
    Joiner,
    Space,
    Other,
}

/// The classes of ASCII, most of any text.
static ASCII: [Class; 128] = {
    let mut classes = [Class::Other; 128];
    let mut at = 0_u8;
    while at < 128 {
        classes[at as usize] = match at {
            b'\'' | b'-' | b'.' | b',' | b'@' | b'_' | b'/' | b':' => Class::Joiner,
            b' ' | b'\t'..=b'\r' => Class::Space,
            _ if at.is_ascii_alphanumeric() => Class::Word,
            _ => Class::Other,
        };
        at += 1;
    }
    classes
};

fn class(character: char) -> Class {
    match character {
        c if c.is_ascii() => ASCII[c as usize],
        // Latin and Cyrillic letters, without a search in tables.
        'à'..='ö' | 'ø'..='ʯ' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => Class::Word,
        c if c.is_alphanumeric() => Class::Word,
        // Combining marks, and the joiners of Persian and Indic scripts.
        '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' => Class::Word,
        c if is_mark(c) => Class::Word,
        '’' | '\u{2010}' | '\u{2011}' => Class::Joiner,
        c if c.is_whitespace() => Class::Space,
        _ => Class::Other,
    }
}

/// Vowel signs and points, which are no letters of their own.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{0900}'..='\u{0903}' | '\u{093A}'..='\u{094F}' | '\u{0962}'..='\u{0963}'
        | '\u{0981}'..='\u{0983}' | '\u{09BC}'..='\u{09CD}' | '\u{0B82}' | '\u{0BBE}'..='\u{0BCD}')
}

fn by_spaces(text: &str, mut take: impl FnMut(Range<usize>)) {
    let mut start = 0;
    while let Some((this, length)) = class_at(text, start) {
        let mut end = start + length;
        if this == Class::Word {
            end = end_of_word(text, end);
        }
        while let Some((Class::Space, length)) = class_at(text, end) {
            end += length;
        }
        take(start..end);
        start = end;
    }
}

/// Where the word ends that goes on at `at`.
#[inline]
fn end_of_word(text: &str, mut at: usize) -> usize {
    loop {
        match class_at(text, at) {
            Some((Class::Word, length)) => at += length,
            // A comma or full stop joins digits and addresses, not sentences: those
            // have a space behind it.
            Some((Class::Joiner, length)) => match class_at(text, at + length) {
                Some((Class::Word, next)) => at += length + next,
                _ => return end_of_address(text, at).unwrap_or(at),
            },
            _ => return at,
        }
    }
}

/// Where an address ends whose scheme ends at `at`: it is one word, since a part of it
/// leads nowhere. The marks behind it are those of the sentence.
fn end_of_address(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix("://")?;
    let is_outside = |c: char| c.is_whitespace() || "<>\"'`()[]{}«»“”„’".contains(c);
    let address = rest.split(is_outside).next()?;
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '…']);
    (!address.is_empty()).then(|| at + "://".len() + address.len())
}

/// The class of the character at `at`, and how many bytes it has.
#[inline]
fn class_at(text: &str, at: usize) -> Option<(Class, usize)> {
    let first = *text.as_bytes().get(at)?;
    match ASCII.get(usize::from(first)) {
        Some(class) => Some((*class, 1)),
        None => class_beyond_ascii(text, at),
    }
}

#[inline(never)]
fn class_beyond_ascii(text: &str, at: usize) -> Option<(Class, usize)> {
    let character = text[at..].chars().next()?;
    Some((class(character), character.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_stand_alone_with_their_space() {
        assert_eq!(
            words("We don't sell it. Never!"),
            ["We ", "don't ", "sell ", "it", ". ", "Never", "!"]
        );
        assert_eq!(words("a (9.99 EUR) x@y.de,"), ["a ", "(", "9.99 ", "EUR", ") ", "x@y.de", ","]);
        assert_eq!(words("  b"), ["  ", "b"]);
        assert_eq!(
            words("қолданбаға, «Пайдаланушы»"),
            ["қолданбаға", ", ", "«", "Пайдаланушы", "»"]
        );
        assert_eq!(words("интернет-провайдер — да"), ["интернет-провайдер ", "— ", "да"]);
    }

    #[test]
    fn an_address_is_one_word() {
        assert_eq!(
            words("See https://a.de/b?c=1, (http://x.y) and mailto:x@y.de. So://"),
            [
                "See ",
                "https://a.de/b?c=1",
                ", ",
                "(",
                "http://x.y",
                ") ",
                "and ",
                "mailto:x@y.de",
                ". ",
                "So",
                ":",
                "/",
                "/"
            ]
        );
    }

    #[test]
    fn scripts_without_spaces_are_read_by_dictionary() {
        assert_eq!(
            words("個人情報を収集します。"),
            ["個人", "情報", "を", "収集", "しま", "す", "。"]
        );
        assert_eq!(words("เราไม่ขายข้อมูล"), ["เรา", "ไม่", "ขาย", "ข้อมูล"]);
        assert!(words("我们不会出售您的个人信息").len() > 3);
    }

    #[test]
    fn classes_of_ascii_are_those_of_characters() {
        for character in (0..128_u8).map(char::from) {
            let known = class(character);
            assert_eq!(known == Class::Word, character.is_alphanumeric(), "{character:?}");
            assert_eq!(known == Class::Space, character.is_whitespace(), "{character:?}");
        }
        for character in ('\u{80}'..'\u{800}').filter(|c| class(*c) != Class::Word) {
            assert!(!character.is_alphanumeric(), "{character:?}");
        }
        for character in "àöøʯЀҁҊԯçğіқңӨ".chars() {
            assert!(character.is_alphanumeric(), "{character:?}");
        }
    }

    /// Where words begin, told by the characters before and behind each place alone.
    fn begins(before: &[Class], at: Class, behind: Option<Class>) -> bool {
        let in_word = |before: &[Class]| match before {
            [.., Class::Word] => true,
            [.., Class::Word, Class::Joiner] => at == Class::Word,
            _ => false,
        };
        match at {
            Class::Space => before.is_empty(),
            Class::Word => !in_word(before),
            Class::Joiner => !(in_word(before) && behind == Some(Class::Word)),
            Class::Other => true,
        }
    }

    proptest::proptest! {
        #[test]
        fn words_begin_where_no_word_goes_on(text in "[a-c1é ',.@—\u{2009}’к]{0,40}") {
            let classes: Vec<Class> = text.chars().map(class).collect();
            let expected: Vec<usize> = (text.char_indices().enumerate())
                .filter(|(at, _)| begins(&classes[..*at], classes[*at], classes.get(at + 1).copied()))
                .map(|(_, (offset, _))| offset)
                .collect();
            let mut found = Vec::new();
            each_word(&text, |word| found.push(word.start));
            proptest::prop_assert_eq!(found, expected);
        }

        #[test]
        fn words_put_together_are_the_text(text in "[\\PC\n]{0,120}") {
            proptest::prop_assert_eq!(words(&text).concat(), text);
        }
    }
}
