//! The words of a text that are language: no facts, addresses, figures, options of
//! programs or other signs for machines.

use crate::comparison::between_facts;

/// The words of a text, in their order.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let tokens = between_facts(text).flat_map(|piece| piece.split(is_gap));
    tokens.filter(|token| is_language(token)).flat_map(split).collect()
}

/// What words stand between: white space and quotation marks, which may stand
/// around a sentence as well as around a name.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || "«»“”„\"‘()「」『』、，。：；".contains(character)
}

/// Whether what stands between spaces may be language.
fn is_language(token: &str) -> bool {
    let is_of_machine = |c: char| "@_=\\$%[]{}<>#~^|`+".contains(c) || c.is_ascii_digit();
    let bare = token.trim_matches(|c: char| ".,;:!?…*_'’".contains(c));
    !bare.contains(is_of_machine)
        && !bare.starts_with(['-', '/', '.'])
        && !bare.contains("://")
        && !bare.starts_with("www.")
        // A name of a file, or of a host: `sort.c`.
        && !bare.split_once('.').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_alphabetic()))
}

fn split(token: &str) -> impl Iterator<Item = &str> {
    let pieces = token.split(|c: char| !is_letter(c) && !matches!(c, '\'' | '’'));
    let words = pieces.map(|word| word.trim_matches(['\'', '’']));
    words.filter(|word| word.chars().any(char::is_alphabetic))
}

/// Marks that belong to the letter before them are part of the word.
fn is_letter(character: char) -> bool {
    character.is_alphabetic()
        || matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
        || matches!(character, '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

/// How many letters words have.
pub(crate) fn letters(words: &[&str]) -> usize {
    words.iter().map(|word| word.chars().filter(|c| c.is_alphabetic()).count()).sum()
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
