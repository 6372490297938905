//! The words of a text that are language: no facts, addresses, figures, options of
//! programs or other signs for machines.

use std::borrow::Cow;

use crate::characters::Table;
use crate::comparison::between_facts;

/// What words stand between: white space and quotation marks, which may stand
/// around a sentence as well as around a name.
const GAP: u8 = 1;
/// A letter of an alphabet.
const ALPHABETIC: u8 = 1 << 1;
/// A mark that belongs to the letter before it, and is part of the word.
const MARK: u8 = 1 << 2;
/// What may make of the signs between two gaps something for a machine.
const MACHINE: u8 = 1 << 3;
/// Any other sign.
const SIGN: u8 = 1 << 4;

static KINDS: Table = Table::new(|character| {
    let is_gap = character.is_whitespace() || "«»“”„\"‘()「」『』、，。：；".contains(character);
    let is_mark = matches!(
        character,
        '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5c7}'
            | '\u{64b}'..='\u{65f}'
            | '\u{900}'..='\u{dff}'
            | '\u{e31}'..='\u{e4e}'
    );
    match character {
        _ if is_gap => GAP,
        _ if character.is_alphabetic() => ALPHABETIC,
        _ if is_mark => MARK,
        '-' | '/' | '.' => MACHINE,
        _ if is_of_machine(character) => MACHINE,
        _ => SIGN,
    }
});

/// The words of a text, in their order.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for piece in between_facts(text) {
        let (mut start, mut kinds) = (0, 0);
        for (at, character) in piece.char_indices() {
            match KINDS.get(character) {
                GAP => {
                    add(&mut words, &piece[start..at], kinds);
                    (start, kinds) = (at + character.len_utf8(), 0);
                }
                kind => kinds |= kind,
            }
        }
        add(&mut words, &piece[start..], kinds);
    }
    words
}

/// Adds the words of what stands between two gaps, and has characters of these
/// kinds. Most are one word and nothing else.
fn add<'t>(words: &mut Vec<&'t str>, token: &'t str, kinds: u8) {
    if kinds & ALPHABETIC == 0 {
        return;
    }
    if kinds & !(ALPHABETIC | MARK) == 0 {
        words.push(token);
    } else if kinds & MACHINE == 0 || is_language(token) {
        words.extend(split(token));
    }
}

fn is_of_machine(character: char) -> bool {
    "@_=\\$%[]{}<>#~^|`+".contains(character) || character.is_ascii_digit()
}

/// Whether what stands between spaces may be language.
fn is_language(token: &str) -> bool {
    let bare = token.trim_matches(|c: char| ".,;:!?…*_'’".contains(c));
    !bare.contains(is_of_machine)
        && !bare.starts_with(['-', '/', '.'])
        && !bare.contains("://")
        && !bare.starts_with("www.")
        // A name of a file, or of a host: `sort.c`.
        && !bare.split_once('.').is_some_and(|(_, rest)| rest.starts_with(is_alphabetic))
}

fn split(token: &str) -> impl Iterator<Item = &str> {
    let is_inside = |c: char| KINDS.get(c) & (ALPHABETIC | MARK) != 0 || matches!(c, '\'' | '’');
    let pieces = token.split(move |c: char| !is_inside(c));
    let words = pieces.map(|word| word.trim_matches(['\'', '’']));
    words.filter(|word| word.chars().any(is_alphabetic))
}

fn is_alphabetic(character: char) -> bool {
    KINDS.get(character) & ALPHABETIC != 0
}

/// A word in lower case, as most are.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    match word.contains(char::is_uppercase) {
        true => Cow::Owned(word.to_lowercase()),
        false => Cow::Borrowed(word),
    }
}

/// How many letters words have.
pub(crate) fn letters(words: &[&str]) -> usize {
    words.iter().map(|word| word.chars().filter(|c| is_alphabetic(*c)).count()).sum()
}

/// Whether a word is a usual one: no abbreviation, and not of capitals, as names
/// for what is to be filled in.
pub(crate) fn is_usual(word: &str) -> bool {
    word.chars().count() >= 3 && word.chars().skip(1).any(char::is_lowercase)
}

/// Whether a word is a usual one that begins in lower case, as names do not.
pub(crate) fn is_plain(word: &str) -> bool {
    is_usual(word) && word.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_language_has_words() {
        assert_eq!(
            words("Don't use --all=WORD or a.txt, 'sort -n' {$x} (https://example.com/a) B2B."),
            ["Don't", "use", "or", "sort"]
        );
        assert_eq!(words("«L’app», слово."), ["L’app", "слово"]);
        assert_eq!(letters(&words("ab «вг» 12")), 4);
    }
}
