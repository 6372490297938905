//! How the words of a text are found: nearly all are letters up to the next space, or to
//! a sign of a sentence, and are not looked at any closer.

use super::{
    ALPHABETIC, CAPITAL, GAP, KINDS, MACHINE, MARK, Place, Prose, bare, is_language, is_of_word,
    kind, split,
};
use crate::characters::Reader;
use crate::scripts::{Letters, PLACES};

/// So many bytes words have on average, with the gaps behind them, where they are short.
const SHORT: usize = 6;

/// What was found so far.
pub(super) struct Found {
    words: Vec<Place>,
    /// How many letters there are at each place.
    counts: [usize; PLACES],
}

/// What the table says of no letter.
const NO_LETTER: u8 = u8::MAX;

impl Found {
    /// Nothing so far, and room for all words of a text: it is asked for in every text.
    pub(super) fn with_room(text: &str) -> Found {
        Found { words: Vec::with_capacity(text.len() / SHORT + 1), counts: [0; PLACES] }
    }

    pub(super) fn prose(self) -> Prose {
        Prose { letters: Letters::of(&self.counts), words: self.words }
    }

    /// Looks at a piece of a text, which begins at a byte of it.
    pub(super) fn look(&mut self, piece: &str, from: usize) {
        let bytes = piece.as_bytes();
        let mut table = KINDS.reader();
        let (mut start, mut latin) = (0, 0);
        while let Some(first) = bytes.get(start) {
            let rest = &bytes[start..];
            let length =
                if first.is_ascii_alphabetic() { 1 + small_letters(&rest[1..]) } else { 0 };
            if let Some(end) = end_of_word(rest, length) {
                let kinds =
                    if first.is_ascii_uppercase() { ALPHABETIC | CAPITAL } else { ALPHABETIC };
                self.words.push(Place { start: from + start, end: from + start + length, kinds });
                latin += length;
                start += end + 1;
            } else {
                start += self.look_closely(&piece[start..], from + start, &mut table);
            }
        }
        self.counts[usize::from(KINDS.get('a'))] += latin;
    }

    /// The same, character by character, up to the next space; says where to go on.
    pub(super) fn look_closely(
        &mut self,
        piece: &str,
        from: usize,
        table: &mut Reader<'_>,
    ) -> usize {
        let mut start = 0;
        // What characters there are between two gaps, and before the last sign of these.
        let (mut kinds, mut before_sign) = (0, 0);
        // Letters of the same place are counted together.
        let (mut here, mut count) = (0, 0);
        // What the table says of the letter before, which it says of nearly all others
        // of a word.
        let mut before = NO_LETTER;
        let mut next = 0;
        for character in piece.chars() {
            let at = next;
            if character == ' ' {
                self.counts[here] += count;
                self.add(&piece[start..at], from + start, (kinds, before_sign));
                return next + 1;
            }
            next += character.len_utf8();
            let code = table.get(character);
            if code == before {
                count += 1;
                continue;
            }
            let (kind, place) = kind(code);
            if let Some(place) = place {
                before = code;
                if place != here {
                    self.counts[here] += count;
                    (here, count) = (place, 0);
                }
                count += 1;
            } else {
                before = NO_LETTER;
                if kind == GAP {
                    // Words may take back what is counted.
                    self.counts[here] += std::mem::take(&mut count);
                    self.add(&piece[start..at], from + start, (kinds, before_sign));
                    (start, kinds) = (next, 0);
                    continue;
                }
                before_sign = kinds;
            }
            kinds |= kind;
        }
        self.counts[here] += count;
        self.add(&piece[start..], from + start, (kinds, before_sign));
        piece.len()
    }

    /// Adds the words of what stands between two gaps, and has characters of these kinds,
    /// and of these before its last sign. Most are one word and nothing else, or a sign of
    /// a sentence behind it.
    fn add(&mut self, token: &str, start: usize, (kinds, before_sign): (u8, u8)) {
        if kinds & ALPHABETIC == 0 {
            return;
        }
        let is_word = |kinds: u8| kinds & !(ALPHABETIC | MARK | CAPITAL) == 0;
        let end = start + token.len();
        if is_word(kinds) {
            self.words.push(Place { start, end, kinds });
            return;
        }
        if is_word(before_sign) && token.as_bytes().last().is_some_and(is_of_sentence) {
            self.words.push(Place { start, end: end - 1, kinds: before_sign });
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

/// Where what begins with so many letters of ASCII ends, up to the next space, if it is a
/// word and at most one sign of a sentence: so are most of the languages that have these
/// letters alone.
fn end_of_word(bytes: &[u8], letters: usize) -> Option<usize> {
    let is_end = |at: usize| bytes.get(at).is_none_or(|byte| *byte == b' ');
    let is_sign = |at: usize| bytes.get(at).is_some_and(is_of_sentence);
    match letters {
        0 => None,
        _ if is_end(letters) => Some(letters),
        _ => (is_sign(letters) && is_end(letters + 1)).then_some(letters + 1),
    }
}

/// Whether a sign stands behind the words of a sentence.
fn is_of_sentence(sign: &u8) -> bool {
    matches!(sign, b',' | b'.' | b':' | b';' | b'!' | b'?')
}

/// How many bytes from the first on are small letters of ASCII, eight looked at at a time.
pub(super) fn small_letters(bytes: &[u8]) -> usize {
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
