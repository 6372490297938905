//! Figures in a text, as numbers that mean the same in every script.

use ereje::digits::digit;

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Figure {
    /// In ASCII digits, without what groups them: `1,000` and `١٬٠٠٠` are both
    /// `1000`; `9.99` and `9,99` are `9.99`.
    pub(crate) number: String,
    /// Whether it is part of a word, as in B2B or base64.
    pub(crate) in_word: bool,
}

impl Figure {
    /// Whether people would write it as a word as well: up to twelve.
    pub(crate) fn is_small(&self) -> bool {
        is_small(&self.number)
    }
}

/// The same of a number by itself.
pub(crate) fn is_small(number: &str) -> bool {
    number.parse::<u64>().is_ok_and(|number| number <= 12)
}

/// The figure that begins at `start`, if what stands there is one, and where it
/// ends.
pub(crate) fn figure_at(text: &str, start: usize) -> (Option<Figure>, usize) {
    let before = text[..start].chars().next_back();
    let in_word = before.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c));
    let (mut number, mut end) = number(text, start);
    // 2천 is 2,000, and so is 2 천; 1.5억 is 150,000,000.
    let spaced = text[end..].strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(&text[end..]);
    let sign = spaced.chars().next();
    if let Some((sign, noughts)) = sign.and_then(|sign| Some((sign, noughts(sign)?))) {
        number = with_noughts(&number, noughts);
        end = text.len() - spaced.len() + sign.len_utf8();
    }
    // A letter by its number, as in &#233;, is a letter.
    let is_letter = text[..start].ends_with("&#") && text[end..].starts_with(';');
    // 16進, of base 16, is how hexadecimal is written in Japanese and Korean.
    let is_base = text[end..].trim_start().starts_with(['進', '진']);
    ((!is_base && !is_letter).then_some(Figure { number, in_word }), end)
}

/// How many noughts a sign behind a figure stands for.
fn noughts(sign: char) -> Option<usize> {
    match sign {
        '千' | '천' => Some(3),
        '万' | '萬' | '만' => Some(4),
        '億' | '亿' | '억' => Some(8),
        _ => None,
    }
}

/// A number with its decimal sign so many places further to the right.
fn with_noughts(number: &str, noughts: usize) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let moved = part.len().min(noughts);
    let (before, after) = part.split_at(moved);
    let mut number = format!("{whole}{before}{}", "0".repeat(noughts - moved));
    if !after.is_empty() {
        number.extend([".", after]);
    }
    number
}

/// Where the next digit stands, or the next `sign`, which is not NUL. Most of a text is
/// passed over many bytes at a time.
pub(crate) fn next_digit(bytes: &[u8], from: usize, sign: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = from;
    let mut found = false;
    while !found && at + PART + 2 <= bytes.len() {
        found = may_begin(&bytes[at..at + PART + 2], &sign);
        at += if found { 0 } else { PART };
    }
    // What is left, or a short text, is looked at as if more came behind it.
    let rest = bytes.get(at..).unwrap_or_default();
    if !found {
        let mut padded = [0; 2 * PART + 2];
        padded[..rest.len()].copy_from_slice(rest);
        if !may_begin(&padded[..PART + 2], &sign) && !may_begin(&padded[PART..], &sign) {
            return None;
        }
    }
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    (at..bytes.len()).find(|at| {
        let first = bytes[*at];
        let is_other = || is_other_digit(first, byte(at + 1), byte(at + 2)) != 0;
        first.is_ascii_digit() || sign(first) || (begins_other_digits(first) && is_other())
    })
}

/// So many bytes are looked at together.
const PART: usize = 32;

/// Whether a digit or a sign may begin at any byte but the last two.
fn may_begin(bytes: &[u8], sign: impl Fn(u8) -> bool) -> bool {
    let part = &bytes[..PART];
    // Sums of bytes, not `any` nor truths: so it is compiled to comparing many
    // bytes at once, and takes a tenth of the time.
    let (mut found, mut may_have_others) = (0, 0);
    for byte in part {
        found |= is_within(*byte, b'0') | u8::from(sign(*byte));
        may_have_others |= u8::from(begins_other_digits(*byte));
    }
    if found == 0 && may_have_others != 0 {
        let (next, last) = (&bytes[1..=PART], &bytes[2..PART + 2]);
        for ((first, second), third) in part.iter().zip(next).zip(last) {
            found |= is_other_digit(*first, *second, *third);
        }
    }
    found != 0
}

/// Whether a byte is the first of a letter of a script that has digits of its own.
fn begins_other_digits(byte: u8) -> bool {
    let of_two = (byte == 0xD9) | (byte == 0xDB) | (byte == 0xDF);
    of_two | (byte == 0xE0) | (byte == 0xE1) | (byte == 0xEF) | (byte == 0xF0)
}

/// 1 where three bytes begin with a digit that is none of ASCII, or with one of
/// few other signs of its script; else 0.
fn is_other_digit(first: u8, second: u8, third: u8) -> u8 {
    let is = |byte: u8, other: u8| u8::from(byte == other);
    let of_two = is(first, 0xD9) & is_within(second, 0xA0)
        | is(first, 0xDB) & is_within(second, 0xB0)
        | is(first, 0xDF) & is_within(second, 0x80);
    of_two
        | is(first, 0xE0) & (second & 1) & (is_within(third, 0xA6) | is_within(third, 0x90))
        | is(first, 0xE1) & is(second, 0x81) & is_within(third, 0x80)
        | is(first, 0xE1) & is(second, 0x9F) & is_within(third, 0xA0)
        | is(first, 0xE1) & is(second, 0xB1) & is_within(third, 0x90)
        | is(first, 0xEF) & is(second, 0xBC) & is_within(third, 0x90)
        | is(first, 0xF0) & is(second, 0x9E) & is(third, 0xA5)
}

/// 1 where a byte is one of the ten from `zero` on, else 0.
fn is_within(byte: u8, zero: u8) -> u8 {
    u8::from(byte.wrapping_sub(zero) < 10)
}

/// The number that begins at `start`, and where it ends. A date, a time or a version
/// as in `31.12.1999` is several.
fn number(text: &str, start: usize) -> (String, usize) {
    let mut number = String::new();
    let mut at = start;
    // Where its first digits end, and how many there are.
    let mut first = None;
    let is_further = text[..start]
        .strip_suffix(is_decimal)
        .is_some_and(|before| before.ends_with(|c| digit(c).is_some()));
    loop {
        for character in text[at..].chars() {
            let Some(digit) = digit(character) else { break };
            number.push(digit);
            at += character.len_utf8();
        }
        let (end, length) = *first.get_or_insert((at, number.len()));
        let mut rest = text[at..].chars();
        let Some(sign) = rest.next() else { return (number, at) };
        let after = rest.take_while(|c| digit(*c).is_some()).count();
        let has_part = number.contains('.');
        match sign {
            sign if is_decimal(sign) && after > 0 && (has_part || is_further) => {
                number.truncate(length);
                return (number, end);
            }
            sign if after == 3 && groups(sign) && number.len() <= 12 => {}
            sign if is_decimal(sign) && after > 0 => number.push('.'),
            _ => return (number, at),
        }
        at += sign.len_utf8();
    }
}

/// What stands before the part of a number that is less than one.
fn is_decimal(sign: char) -> bool {
    matches!(sign, '.' | ',' | '٫')
}

/// What stands between thousands.
fn groups(sign: char) -> bool {
    matches!(sign, ',' | '.' | '\'' | '’' | '٬' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_unspaced(character: char) -> bool {
    ('\u{2E80}'..='\u{9FFF}').contains(&character) || ('\u{0E00}'..='\u{0EFF}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sketch::Sketch;

    fn told(text: &str) -> Vec<String> {
        let word = |figure: &Figure| if figure.in_word { "w" } else { "" };
        Sketch::of(text)
            .figures
            .iter()
            .map(|figure| word(figure).to_owned() + &figure.number)
            .collect()
    }

    #[test]
    fn figures_mean_the_same_in_every_script() {
        assert_eq!(told("1,000 and 1.000, 1\u{a0}000 ١٬٠٠٠"), ["1000", "1000", "1000", "1000"]);
        assert_eq!(told("9.99 or 9,99"), ["9.99", "9.99"]);
        assert_eq!(told("B2B in 30 days, §5."), ["w2", "30", "5"]);
        assert_eq!(told("第3条, 16 進, 16진수"), ["3"]);
        assert_eq!(told("Caf&#233; &#40;7&#41; &#8 of 9;"), ["7", "8", "9"]);
        assert_eq!(told("2천개, 100만, 3万円, ២០០២"), ["2000", "1000000", "30000", "2002"]);
        assert_eq!(
            told("200 万, 1.5亿, 1.25 千, 1,55万"),
            ["2000000", "150000000", "1250", "15500"]
        );
    }

    #[test]
    fn what_has_more_than_two_parts_is_no_number() {
        assert_eq!(told("31.12.1999, 23.30.30"), ["31", "12", "1999", "23", "30", "30"]);
        assert_eq!(told("192.168.0.1 or 1.2.3"), ["192", "168", "0", "1", "1", "2", "3"]);
        assert_eq!(told("1.000.000,5 or 1,000.25"), ["1000000.5", "1000.25"]);
        assert_eq!(told("1,2,3 and 12.5, 7"), ["1", "2", "3", "12.5", "7"]);
    }

    #[test]
    fn a_digit_of_any_script_is_found_wherever_it_stands() {
        let digits = ('\0'..=char::MAX).filter(|one| digit(*one).is_some());
        for (nth, digit) in digits.enumerate() {
            let letters = if nth % 2 == 0 { "ж" } else { "ก" };
            let text = format!("{}{digit}{}", letters.repeat(nth % 40), letters.repeat(nth % 23));
            let at = next_digit(text.as_bytes(), 0, |_| false);
            assert_eq!(at, text.find(digit), "{text}");
        }
        for letters in ["Слово о полку", "ของคุณ", "जानकारी", "معلومات", "מידע"]
        {
            assert_eq!(next_digit(letters.repeat(9).as_bytes(), 0, |_| false), None, "{letters}");
        }
    }
}
