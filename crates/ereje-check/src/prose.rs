//! The words of a text that are language: no facts, addresses, figures, options of
//! programs, tags or other signs for machines.

use std::borrow::Cow;

use memchr::memchr_iter;

use crate::characters::Table;
use crate::comparison::between_facts;
use crate::scripts::{Letters, PLACES, place};

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

/// So many bytes words have on average, with the gaps behind them, where they are short.
const SHORT: usize = 6;

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

/// What was found so far.
struct Found {
    words: Vec<Place>,
    /// How many letters there are at each place.
    counts: [usize; PLACES],
}

/// What the table says of no letter.
const NO_LETTER: u8 = u8::MAX;

impl Found {
    /// Nothing so far, and room for all words of a text: it is asked for in every text.
    fn with_room(text: &str) -> Found {
        Found { words: Vec::with_capacity(text.len() / SHORT + 1), counts: [0; PLACES] }
    }

    fn prose(self) -> Prose {
        Prose { letters: Letters::of(&self.counts), words: self.words }
    }

    /// Looks at a piece of a text, which begins at a byte of it.
    fn look(&mut self, piece: &str, from: usize) {
        let mut table = KINDS.reader();
        let small = table.get('a');
        let (mut start, mut kinds) = (0, 0);
        // Letters of the same place are counted together.
        let (mut here, mut count) = (0, 0);
        // What the table says of the letter before, which it says of nearly all others
        // of a word.
        let mut before = NO_LETTER;
        let mut next = 0;
        let mut rest = piece.chars();
        while let Some(character) = rest.next() {
            let at = next;
            next += character.len_utf8();
            let code = table.get(character);
            let more = if code == small { small_letters(rest.as_str().as_bytes()) } else { 0 };
            if more > 0 {
                rest = rest.as_str()[more..].chars();
                next += more;
            }
            if code == before {
                count += 1 + more;
                continue;
            }
            let (kind, place) = kind(code);
            if let Some(place) = place {
                before = code;
                if place != here {
                    self.counts[here] += count;
                    (here, count) = (place, 0);
                }
                count += 1 + more;
            } else {
                before = NO_LETTER;
                if kind == GAP {
                    // Words may take back what is counted.
                    self.counts[here] += std::mem::take(&mut count);
                    self.add(&piece[start..at], from + start, kinds);
                    (start, kinds) = (next, 0);
                    continue;
                }
            }
            kinds |= kind;
        }
        self.counts[here] += count;
        self.add(&piece[start..], from + start, kinds);
    }

    /// Adds the words of what stands between two gaps, and has characters of these
    /// kinds. Most are one word and nothing else.
    fn add(&mut self, token: &str, start: usize, kinds: u8) {
        if kinds & ALPHABETIC == 0 {
            return;
        }
        if kinds & !(ALPHABETIC | MARK | CAPITAL) == 0 {
            self.words.push(Place { start, end: start + token.len(), kinds });
            return;
        }
        let place = |word: &str| {
            let start = start + (word.as_ptr() as usize - token.as_ptr() as usize);
            Place { start, end: start + word.len(), kinds }
        };
        // A word with signs around it, as at the end of a sentence.
        let word = token.trim_matches(|c| !is_of_word(c));
        let may_be_language = kinds & MACHINE == 0 || bare(token).len() == word.len();
        if may_be_language && word.chars().all(is_of_word) {
            self.words.push(place(word));
        } else if kinds & MACHINE == 0 || is_language(token) {
            self.words.extend(split(token).map(place));
        } else {
            // Its letters are none of a language.
            for place in token.chars().filter_map(|c| kind(KINDS.get(c)).1) {
                self.counts[place] -= 1;
            }
        }
    }
}

/// How many bytes from the first on are small letters of ASCII, eight looked at at a time.
fn small_letters(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let mut number = 0;
    loop {
        let rest = &bytes[number..];
        let Some(eight) = rest.first_chunk::<8>() else {
            return number + rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        };
        let eight = u64::from_le_bytes(*eight);
        // The highest bit of each byte: whether the byte is at least `a`, or beyond `z`.
        let low = eight & !HIGH;
        let from_a = low + ONES * u64::from(0x80 - b'a');
        let beyond_z = low + ONES * u64::from(0x7f - b'z');
        let others = !(from_a & !beyond_z & !eight) & HIGH;
        let letters = others.trailing_zeros() / 8;
        number += letters as usize;
        if letters < 8 {
            return number;
        }
    }
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
