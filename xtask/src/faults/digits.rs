//! Figures in a text, and what each is said of.

use std::ops::Range;

use super::kinds::Fault;
use super::text::outside_braces;

/// A figure as it is written, with what divides it: `1,000`, `2024-01-05`, `10:30`.
struct Token {
    range: Range<usize>,
    /// Its digits in ASCII.
    digits: String,
}

/// A text with another digit in its first figure of a kind that the source has as
/// well.
pub(super) fn changed(kind: Fault, own: &str, source: &str) -> Option<String> {
    let known = tokens(source);
    let token = tokens(own).into_iter().find(|token| {
        let same = known.iter().find(|other| other.digits == token.digits);
        same.is_some_and(|same| of(source, same) == kind)
    })?;
    let (at, digit) = own[token.range.clone()].char_indices().find(|(_, c)| zero(*c).is_some())?;
    let zero = zero(digit)?;
    let next = char::from_u32(zero + (u32::from(digit) - zero + 1) % 10)?;
    let at = token.range.start + at;
    Some([&own[..at], &next.to_string(), &own[at + digit.len_utf8()..]].concat())
}

/// What a figure of an English text is said of.
fn of(text: &str, token: &Token) -> Fault {
    const MONEY: [&str; 12] =
        ["$", "€", "£", "¥", "₽", "₸", "₹", "USD", "EUR", "KZT", "RUB", "GBP"];
    const TIMES: [&str; 8] = ["second", "minute", "hour", "day", "week", "month", "year", "sec"];
    let written = &text[token.range.clone()];
    let before = text[..token.range.start].trim_end();
    let after = text[token.range.end..].trim_start();
    let divided = |sign: char| written.matches(sign).count();
    if written.contains(':') || ['-', '/', '.'].into_iter().any(|sign| divided(sign) == 2) {
        Fault::ChangedDate
    } else if MONEY.iter().any(|money| before.ends_with(money) || after.starts_with(money)) {
        Fault::ChangedAmount
    } else if TIMES.iter().any(|time| after.trim_start_matches('-').starts_with(time)) {
        Fault::ChangedDuration
    } else {
        Fault::ChangedNumber
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    for (at, character) in outside_braces(text) {
        let Some(zero) = zero(character) else { continue };
        let Some(digit) = char::from_digit(u32::from(character) - zero, 10) else { continue };
        let end = at + character.len_utf8();
        let goes_on = |last: &&mut Token| {
            let between = &text[last.range.end..at];
            between.is_empty()
                || ["-", "/", ".", ",", ":", "'", "’", "٬", "٫", "\u{a0}", "\u{202f}"]
                    .contains(&between)
        };
        match found.last_mut().filter(goes_on) {
            Some(last) => {
                last.range.end = end;
                last.digits.push(digit);
            }
            None => found.push(Token { range: at..end, digits: digit.to_string() }),
        }
    }
    found
}

/// The nought of the digits that a character is one of.
fn zero(character: char) -> Option<u32> {
    const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}'];
    let of = |zero: &u32| (*zero..*zero + 10).contains(&u32::from(character));
    ZEROS.into_iter().map(u32::from).find(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_changed_where_the_source_has_it() {
        let source = "in 30 days, on 2024-01-05, for $9.99, up to 1,000";
        let own = "за 30 дней, 2024-01-05, за 9,99 $, до 1\u{a0}000, 7";
        let change = |kind| changed(kind, own, source).expect("a figure");
        assert_eq!(change(Fault::ChangedDuration), own.replace("30", "40"));
        assert_eq!(change(Fault::ChangedDate), own.replace("2024", "3024"));
        assert_eq!(change(Fault::ChangedAmount), own.replace("9,99", "0,99"));
        assert_eq!(change(Fault::ChangedNumber), own.replace("1\u{a0}000", "2\u{a0}000"));
        assert_eq!(changed(Fault::ChangedNumber, "٧ x", "7 x").as_deref(), Some("٨ x"));
        assert_eq!(changed(Fault::ChangedNumber, "7", "8"), None);
    }
}
