//! # `not-normalized`
//!
//! A character that is not written as Unicode's form NFC has it: `й` typed as `и`
//! and a breve, `é` as `e` and an accent. It looks the same, but searching the page
//! for the word does not find it, and two texts that look alike are told apart.
//! Such text mostly comes out of PDF files and file names of macOS.
//!
//! Letters that keyboards type as one and NFC takes apart, as the Bengali `য়`, are
//! let be.
//!
//! ```ftl fails ru
//! intro = Вы можете отозвать своё согласие в любой день.
//! ```
//!
//! ```ftl fails fr
//! intro = Vos données sont supprimées après 30 jours.
//! ```
//!
//! ```ftl fails vi
//! intro = Chúng tôi không bán dữ liệu của bạn.
//! ```
//!
//! ```ftl passes bn
//! intro = বারবার য়
//! ```
//!
//! ```ftl passes ru
//! intro = Вы можете отозвать своё согласие в любой день.
//! ```
//!
//! ```ftl passes vi
//! intro = Chúng tôi không bán dữ liệu của bạn.
//! ```

use ereje::catalog::FtlFile;
use ereje::diagnostic::Level;
use ereje::fix::{Edit, Fix, Safety};
use ereje::locale::Locale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::{Check, Rule};
use crate::Report;
use crate::characters::{Table, parts};

pub(super) const RULE: Rule = Rule::new("not-normalized", Level::Warning, Check::File(check));

fn check(file: &FtlFile, _: &Locale, report: &mut Report<'_>) {
    let text = file.text();
    if is_composed(text) {
        return;
    }
    let mut found = clusters(text).filter(is_apart);
    let Some(first) = found.next() else { return };
    let composed: String = first.nfc().collect();
    let more = match found.count() {
        0 => String::new(),
        1 => ", and so is one more in this file".to_owned(),
        more => format!(", and so are {more} more in this file"),
    };
    let message = format!("`{first}` is written as {}{more}", code_points(first));
    let hint = format!(
        "type `{composed}` as {}; `uconv -x nfc` does so in the whole file",
        code_points(&composed)
    );
    report.at(file, first, message, &hint);
    let edits = composed_edits(text);
    if !edits.is_empty() {
        report.fix(Fix { edits, safety: Safety::Safe });
    }
}

/// Whether a text is in NFC for sure, as [`unicode_normalization::is_nfc_quick`] says it;
/// most of it is not looked at by character.
fn is_composed(text: &str) -> bool {
    let mut combines = COMBINES.reader();
    // The class of the character before, where it is one that stands in an order.
    let mut before = 0;
    let mut is_in_order = |one: char| {
        let class = match combines.get(one) {
            0 => 0,
            known if known & MAY_BE_APART != 0 => return false,
            _ => canonical_combining_class(one),
        };
        let is_in_order = class == 0 || before <= class;
        before = class;
        is_in_order
    };
    // A part in which nothing may combine is as one letter that does not.
    parts(text, may_combine).all(|part| match part.filter(|(_, part)| begins_any(part)) {
        Some((_, part)) => part.chars().all(&mut is_in_order),
        None => is_in_order('a'),
    })
}

/// Whether a character by itself may make a text one that is not in NFC. Those of most
/// languages can not.
static COMBINES: Table = Table::new(|one| {
    let quick = is_nfc_quick(std::iter::once(one));
    let joins = canonical_combining_class(one) != 0 || quick == IsNormalized::Maybe;
    let joining = if joins { JOINS } else { 0 };
    let apart = if quick == IsNormalized::Yes { 0 } else { MAY_BE_APART };
    joining | apart
});

/// A character that may become one with what stands before it.
const JOINS: u8 = 1;
/// A character that NFC has another one for, or may have with what stands before it.
const MAY_BE_APART: u8 = 1 << 1;

/// Whether a text has one of such characters.
fn has_any(text: &str) -> bool {
    let mut combines = COMBINES.reader();
    text.chars().any(|one| combines.get(one) != 0)
}

/// Whether one of such characters may be among these bytes: they come after U+02FF, and
/// none is among the letters of Russian, most of Chinese and of Korean.
fn may_combine(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, &byte| {
        let is_cyrillic = (byte == 0xD0) | (byte == 0xD1);
        let is_of_east = (byte.wrapping_sub(0xE4) < 6) | (byte.wrapping_sub(0xEB) < 2);
        found | ((byte >= 0xCC) & !is_cyrillic & !is_of_east)
    })
}

/// Whether one of such characters may be in a text, by the first two bytes of each: the
/// letters of Greek, Hebrew, Arabic and Vietnamese are none, and their marks are.
fn begins_any(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| match (pair[0], pair[1]) {
        (0xCE, second) => second == 0x87,
        (0xD6, second) => second >= 0x91,
        (0xD7, second) => second <= 0x8F,
        (0xD8, second) => matches!(second, 0x90..=0x9A),
        (0xD9, second) => matches!(second, 0x8B..=0x9F | 0xB0),
        (0xDB, second) => matches!(second, 0x96..=0xAD),
        (0xE1, second) => !matches!(second, 0xBA | 0xBB),
        (0xCF | 0xDA, _) => false,
        (first, _) => may_combine(&[first]),
    })
}

/// What composes letters wherever that changes nothing else: addresses and code
/// mean their bytes.
fn composed_edits(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut is_in_code = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // A message or a comment begins.
        is_in_code &= line.starts_with([' ', '\t', '\r', '\n', '}']);
        for word in line.split_inclusive(char::is_whitespace) {
            let marks = word.matches('`').count();
            if !word.is_ascii() && !is_in_code && marks == 0 && !is_address(word) {
                compose(word, at, &mut edits);
            }
            is_in_code ^= marks % 2 == 1;
            at += word.len();
        }
    }
    edits
}

fn compose(word: &str, start: usize, edits: &mut Vec<Edit>) {
    let mut at = 0;
    for cluster in clusters(word) {
        let span = start + at..start + at + cluster.len();
        if is_apart(&cluster) && stays_the_same(&word[..at], cluster) {
            // Edits side by side are one.
            match edits.last_mut().filter(|last| last.span.end == span.start) {
                Some(last) => {
                    last.span.end = span.end;
                    last.text.extend(cluster.nfc());
                }
                None => edits.push(Edit { span, text: cluster.nfc().collect() }),
            }
        }
        at += cluster.len();
    }
}

fn is_address(word: &str) -> bool {
    ["://", "@", "mailto:", "www.", "]("].iter().any(|sign| word.contains(sign))
}

/// Whether a letter is the same to Fluent, to Markdown and to the eye once it is
/// composed: signs such as `=` and the `e` of `\u004e` mean something by
/// themselves, some characters become ASCII, and the ideographs of old character
/// sets become others that look otherwise.
fn stays_the_same(before: &str, cluster: &str) -> bool {
    let is_ideograph = |c| matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}');
    let Some(first) = cluster.chars().next() else { return false };
    let is_letter = if first.is_ascii() { first.is_ascii_alphabetic() } else { !joins(first) };
    let digits = before.trim_end_matches(|c: char| c.is_ascii_hexdigit());
    is_letter
        && !["\\u", "\\U"].iter().any(|escape| digits.ends_with(escape))
        && !cluster.chars().any(is_ideograph)
        && cluster.nfc().all(|c| !c.is_ascii() || cluster.contains(c))
}

/// Whether NFC has a letter for what is written as several.
fn is_apart(cluster: &&str) -> bool {
    has_any(cluster)
        && !cluster.nfc().eq(cluster.chars())
        && cluster.nfc().count() <= cluster.chars().count()
}

/// Letters with what combines with them.
fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let is_joined = |c: char| !c.is_ascii() && joins(c);
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut characters = rest.char_indices();
        characters.next()?;
        let end = characters.find(|(_, c)| !is_joined(*c)).map_or(rest.len(), |(at, _)| at);
        let (cluster, after) = rest.split_at(end);
        rest = after;
        Some(cluster)
    })
}

/// Whether a character may become one with what stands before it.
fn joins(character: char) -> bool {
    COMBINES.get(character) & JOINS != 0
}

fn code_points(text: &str) -> String {
    let points: Vec<String> = text.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
    points.join(" ")
}

#[cfg(test)]
mod tests {
    use ereje::fix::mend;

    use super::*;

    fn composed(text: &str) -> String {
        let fix = Fix { edits: composed_edits(text), safety: Safety::Safe };
        mend(text, [&fix]).text
    }

    #[test]
    fn no_character_is_passed_over_that_may_combine() {
        for one in '\0'..=char::MAX {
            let text = one.to_string();
            let is_seen = may_combine(text.as_bytes()) && begins_any(&text);
            assert!(is_seen || COMBINES.get(one) == 0, "{one:?}");
        }
        assert!(!may_combine("AZéж漢삼".as_bytes()) && !begins_any("ωאبگڑۉệ"));
        assert_eq!(COMBINES.get('\u{300}'), JOINS | MAY_BE_APART);
        assert_eq!((COMBINES.get('\u{212b}'), COMBINES.get('\u{5b0}')), (MAY_BE_APART, JOINS));
    }

    #[test]
    fn a_text_is_composed_where_it_is_so_for_sure() {
        let all = ('\0'..=char::MAX).filter(|one| COMBINES.get(*one) != 0).chain(['a', 'é', 'ж']);
        for one in all {
            for before in ["", "a", "\u{5b0}", "\u{5b1}", "\u{94d}", "\u{316}a", "\u{301}"] {
                for length in [0, 61, 62, 63, 130] {
                    let text = format!("{}{before}{one}{}", "x".repeat(length), "ж".repeat(40));
                    let is_sure = is_nfc_quick(text.chars()) == IsNormalized::Yes;
                    assert_eq!(is_composed(&text), is_sure, "{text:?}");
                }
            }
        }
    }

    #[test]
    fn letters_are_composed_and_nothing_else() {
        assert_eq!(composed("a = due\u{301}e\u{301} u\u{308}b\r\n"), "a = dué\u{e9} \u{fc}b\r\n");
        assert_eq!(composed("a = \u{1112}\u{1161}\u{11ab}"), "a = \u{d55c}");
        for same in [
            "a =\u{338} b",
            "a = <\u{338} \u{37e} \u{1fef}",
            "a = \u{fa19}",
            "a = https://example.com/cafe\u{301} [x](cafe\u{301}) e\u{301}@example.com",
            "a = `e\u{301}` and ``` e\u{301}\n\n    e\u{301} ```",
            "a = { \"\\u004e\u{301}\" }",
        ] {
            assert_eq!(composed(same), same);
        }
        assert_eq!(composed("a = `\nb = e\u{301}"), "a = `\nb = \u{e9}");
    }
}
