//! # `control-character`
//!
//! An invisible character that changes how text is read: direction overrides and
//! isolates, zero-width spaces, control codes, and the replacement character that
//! stands where a file was saved in a wrong encoding. Joiners (U+200C, U+200D) and
//! direction marks are part of how languages are written, and may stay; so may a
//! zero-width space next to a letter of Thai, Lao, Khmer, Burmese or Tibetan, where
//! it shows where a line may be broken, and a word joiner (U+2060) next to a dash or
//! another sign, where it shows that a line may not be. In a language that is written
//! from right to left so may marks around words of the other direction, where both are
//! there.
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
use crate::characters::parts;
use crate::{References, Report};
use ereje::diagnostic::Level;
use ereje::fix::Fix;
use ereje::locale::Locale;

pub(super) const RULE: Rule =
    Rule::new("control-character", Level::Error, Check::References(check));

fn check(known: &References<'_>, report: &mut Report<'_>) {
    for file in files(known) {
        let text = file.text();
        let mut found = invisible(text).peekable();
        if found.peek().is_none() {
            continue;
        }
        let is_bidirectional = Locale::parse(report.tag()).is_ok_and(|l| l.is_right_to_left());
        for (at, c) in found {
            let may_stay = match c {
                BREAK => may_break(text, at),
                JOINER => may_join(text, at),
                _ => is_bidirectional && is_paired(text, at),
            };
            if may_stay {
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

/// The invisible characters of a text, and where they stand.
fn invisible(text: &str) -> impl Iterator<Item = (usize, char)> {
    let may = parts(text, may_hold_one).flatten();
    let all = may.flat_map(|(from, part)| part.char_indices().map(move |(at, c)| (from + at, c)));
    all.filter(|(at, c)| is_invisible(*c) && !(*at == 0 && *c == BOM))
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

/// Whether what stands at `at` embeds or isolates words up to the mark for their end
/// in the same line, or is that mark. An override never is: it turns letters around.
fn is_paired(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].split('\n').next().unwrap_or_default();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (place, c) in line.char_indices() {
        let is_end = |opener: char| match c {
            '\u{202C}' => matches!(opener, '\u{202A}'..='\u{202E}'),
            '\u{2069}' => matches!(opener, '\u{2066}'..='\u{2068}'),
            _ => false,
        };
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => {
                open.push((place, c));
            }
            '\u{202C}' | '\u{2069}' if open.last().is_some_and(|(_, c)| is_end(*c)) => {
                let Some((opened, opener)) = open.pop() else { continue };
                if [opened, place].contains(&(at - start)) {
                    return !matches!(opener, '\u{202D}' | '\u{202E}');
                }
            }
            _ => {}
        }
    }
    false
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

#[cfg(test)]
mod tests {
    use super::is_paired;

    #[test]
    fn marks_around_words_are_there_both() {
        let told = |text: &str| {
            let marks = text.char_indices().filter(|(_, c)| !c.is_ascii());
            marks.map(|(at, _)| is_paired(text, at)).collect::<Vec<_>>()
        };
        assert_eq!(told("a \u{202A}b\u{202C} \u{2066}c\u{2069}"), [true; 4]);
        assert_eq!(told("\u{202B}a \u{202A}b\u{202C} c\u{202C}"), [true; 4]);
        assert_eq!(told("\u{202A}b\n\u{202C} \u{2066}c\u{202C}"), [false; 4]);
        assert_eq!(told("a\u{202E}b\u{202C}"), [false; 2]);
    }
}
