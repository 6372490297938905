//! The words of a text that are language: no facts, addresses, figures, options of
//! programs, tags or other signs for machines.

mod found;

use std::borrow::Cow;

use found::Found;
use memchr::memchr_iter;

use crate::characters::Table;
use crate::comparison::between_facts;
use crate::scripts::{Letters, place};

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
/// A capital.
const CAPITAL: u8 = 1 << 5;

/// What the table adds to the kind of what is no letter. A letter is its place among the
/// scripts there.
const OTHER: u8 = 0x40;

/// What the table adds for a capital.
const OF_CAPITAL: u8 = 0x80;

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
    let kind = match character {
        _ if is_gap => GAP,
        _ if character.is_alphabetic() => {
            return place(character) | if character.is_uppercase() { OF_CAPITAL } else { 0 };
        }
        _ if is_mark => MARK,
        '-' | '/' | '.' => MACHINE,
        _ if is_of_machine(character) => MACHINE,
        _ => SIGN,
    };
    OTHER | kind
});

/// The kind of what the table says, and the place of a letter.
fn kind(code: u8) -> (u8, Option<usize>) {
    if code & OTHER != 0 {
        return (code & !OTHER, None);
    }
    let capital = if code & OF_CAPITAL != 0 { CAPITAL } else { 0 };
    (ALPHABETIC | capital, Some(usize::from(code & !OF_CAPITAL)))
}

/// The words of a text, and what letters they have.
pub(crate) struct Prose {
    words: Vec<Place>,
    pub(crate) letters: Letters,
}

/// Where a word stands.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    /// What characters are between the same gaps.
    kinds: u8,
}

/// A word of a text.
#[derive(Clone, Copy)]
pub(crate) struct Word<'t> {
    pub(crate) text: &'t str,
    kinds: u8,
}

impl<'t> Word<'t> {
    /// The word in lower case, as most are.
    pub(crate) fn lower(self) -> Cow<'t, str> {
        match self.kinds & CAPITAL {
            0 => Cow::Borrowed(self.text),
            _ => lower(self.text),
        }
    }

    /// Whether it has nothing but letters in it for sure.
    pub(crate) fn is_of_letters(self) -> bool {
        self.kinds & !(ALPHABETIC | MARK | CAPITAL) == 0
    }
}

impl Prose {
    /// Looks at a text.
    pub(crate) fn of(text: &str) -> Prose {
        let mut found = Found::with_room(text);
        outside_tags(text, |piece| {
            found.look(piece, piece.as_ptr() as usize - text.as_ptr() as usize);
        });
        found.prose()
    }

    /// The same of a text that has neither facts nor tags.
    pub(crate) fn without_marks(text: &str) -> Prose {
        let mut found = Found::with_room(text);
        found.look(text, 0);
        found.prose()
    }

    /// The words, in the order of the text that they were found in.
    pub(crate) fn words<'t>(
        &'t self,
        text: &'t str,
    ) -> impl ExactSizeIterator<Item = Word<'t>> + Clone {
        let word = |place: &Place| Word { text: &text[place.start..place.end], kinds: place.kinds };
        self.words.iter().map(word)
    }
}

/// Gives what stands between facts and tags of HTML. A fact may stand inside of a tag:
/// `<a href="{$url}">`.
fn outside_tags<'t>(text: &'t str, mut give: impl FnMut(&'t str)) {
    let mut is_in_tag = false;
    for piece in between_facts(text) {
        let mut rest = piece;
        loop {
            if is_in_tag {
                let Some((_, after)) = rest.split_once('>') else { break };
                (rest, is_in_tag) = (after, false);
            }
            let Some(tag) = tag(rest) else {
                give(rest);
                break;
            };
            give(&rest[..tag]);
            (rest, is_in_tag) = (&rest[tag..], true);
        }
    }
}

/// Where a tag of HTML begins that ends in this text or goes on behind a fact.
fn tag(text: &str) -> Option<usize> {
    let is_tag = |at: &usize| {
        let inside = &text[at + 1..];
        let named = inside.strip_prefix('/').unwrap_or(inside);
        let end = inside.find(['<', '>']).unwrap_or(inside.len());
        named.starts_with(|c: char| c.is_ascii_alphabetic())
            && match inside[end..].chars().next() {
                None => inside.contains('='),
                sign => sign == Some('>'),
            }
    };
    memchr_iter(b'<', text.as_bytes()).find(is_tag)
}

/// The words of a text, in their order.
pub(crate) fn words(text: &str) -> Vec<&str> {
    Prose::of(text).words.iter().map(|place| &text[place.start..place.end]).collect()
}

fn is_of_machine(character: char) -> bool {
    "@_=\\$%[]{}<>#~^|`+".contains(character) || character.is_ascii_digit()
}

/// What stands between spaces, without the signs of a sentence around it.
fn bare(token: &str) -> &str {
    let is_sign = |c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '*' | '_' | '\'' | '’');
    token.trim_matches(is_sign)
}

/// Whether what stands between spaces may be language.
fn is_language(token: &str) -> bool {
    let bare = bare(token);
    !bare.contains(is_of_machine)
        && !bare.starts_with(['-', '/', '.'])
        && !bare.contains("://")
        && !bare.starts_with("www.")
        // A name of a file, or of a host: `sort.c`.
        && !bare.split_once('.').is_some_and(|(_, rest)| rest.starts_with(is_alphabetic))
}

fn split(token: &str) -> impl Iterator<Item = &str> {
    let is_inside = |c: char| is_of_word(c) || matches!(c, '\'' | '’');
    let pieces = token.split(move |c: char| !is_inside(c));
    let words = pieces.map(|word| word.trim_matches(['\'', '’']));
    words.filter(|word| word.chars().any(is_alphabetic))
}

/// Whether a word may have a character in it, wherever it stands.
fn is_of_word(character: char) -> bool {
    kind(KINDS.get(character)).0 & (ALPHABETIC | MARK) != 0
}

fn is_alphabetic(character: char) -> bool {
    kind(KINDS.get(character)).0 & ALPHABETIC != 0
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
mod tests;
