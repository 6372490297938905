//! # `control-character`
//!
//! An invisible character that changes how text is read: direction overrides and
//! isolates, zero-width spaces, control codes, and the replacement character that
//! stands where a file was saved in a wrong encoding. Joiners (U+200C, U+200D) and
//! direction marks are part of how languages are written, and may stay; so may a
//! zero-width space next to a letter of Thai, Lao, Khmer, Burmese or Tibetan, where
//! it shows where a line may be broken, and a word joiner (U+2060) next to a dash or
//! another sign, where it shows that a line may not be.
//!
//! ```ftl fails
//! intro = We never​ sell it.
//! ```
//!
//! ```ftl passes
//! intro = می‌فروشیم
//! ```
//!
//! ```ftl passes fr
//! intro = Le porte-⁠monnaie est conservé.
//! ```
//!
//! ```ftl passes km
//! intro = យើង​រក្សា​ទិន្នន័យ។
//! ```

use super::{Check, Rule, files};
use crate::{References, Report};
use ereje::diagnostic::Level;
use ereje::fix::Fix;

pub(super) const RULE: Rule =
    Rule::new("control-character", Level::Error, Check::References(check));

fn check(known: &References<'_>, report: &mut Report<'_>) {
    for file in files(known) {
        let text = file.text();
        if !text.as_bytes().chunks(64).any(may_hold_one) {
            continue;
        }
        for (at, c) in
            text.char_indices().filter(|(at, c)| is_invisible(*c) && !(*at == 0 && *c == BOM))
        {
            if c == BREAK && may_break(text, at) || c == JOINER && may_join(text, at) {
                continue;
            }
            let message = format!("an invisible character (U+{:04X}) stands here", c as u32);
            let end = at + c.len_utf8();
            report.at(file, &text[at..end], message, "delete it");
            // What stood in the place of U+FFFD is not known any more.
            if c != char::REPLACEMENT_CHARACTER {
                report.fix(Fix::likely(at..end, ""));
            }
        }
    }
}

/// At the start of a file it is a byte-order mark, which has its own message.
const BOM: char = '\u{FEFF}';

/// A zero-width space.
const BREAK: char = '\u{200B}';

/// A word joiner.
const JOINER: char = '\u{2060}';

/// Whether a word joiner at `at` stands next to a sign, behind or before which a line
/// could be broken.
fn may_join(text: &str, at: usize) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !is_invisible(c);
    let (before, after) = (&text[..at], &text[at + JOINER.len_utf8()..]);
    let is_visible = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !is_invisible(c));
    let (last, first) = (before.chars().next_back(), after.chars().next());
    is_visible(last)
        && is_visible(first)
        && (last.is_some_and(is_sign) || first.is_some_and(is_sign))
}

/// Whether a zero-width space at `at` stands where people who write without spaces
/// put one.
fn may_break(text: &str, at: usize) -> bool {
    let is_unspaced = |c: char| matches!(c, '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}');
    let mut before = text[..at].chars().rev().take_while(|c| *c != '\n');
    let mut after = text[at..].chars().take_while(|c| *c != '\n');
    let is_letter = |c: &char| !is_invisible(*c) && (c.is_alphabetic() || is_unspaced(*c));
    before.find(is_letter).is_some_and(is_unspaced)
        || after.find(is_letter).is_some_and(is_unspaced)
}

/// A quick look that spares most texts the slow one: written without a way out
/// in the middle, so that the compiler makes it look at many bytes at once.
fn may_hold_one(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, &byte| {
        let is_space = (byte == b'\n') | (byte == b'\r') | (byte == b'\t');
        let may_begin_one = (byte == 0xE2) | (byte == 0xEF) | (byte == 0x7F) | (byte == 0xC2);
        found | may_begin_one | ((byte < 0x20) & !is_space)
    })
}

fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FFFD}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}
