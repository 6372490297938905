//! Figures in a text, as numbers that mean the same in every script.

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
        self.number.parse::<u64>().is_ok_and(|number| number <= 12)
    }
}

/// The figures of a text, in their order.
pub(crate) fn figures(text: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(text, at) {
        let before = text[..start].chars().next_back();
        let in_word = before.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c));
        let (number, end) = number(text, start);
        // 16進, of base 16, is how hexadecimal is written in Japanese and Korean.
        if !text[end..].trim_start().starts_with(['進', '진']) {
            found.push(Figure { number, in_word });
        }
        at = end;
    }
    found
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let ascii = || rest.bytes().position(|byte| byte.is_ascii_digit());
    let any = || rest.char_indices().find(|(_, c)| digit(*c).is_some()).map(|(at, _)| at);
    let at = if rest.bytes().any(may_begin_digit) { any() } else { ascii() };
    at.map(|at| from + at)
}

/// The first bytes of all digits but those of ASCII.
fn may_begin_digit(byte: u8) -> bool {
    matches!(byte, 0xD9 | 0xDB | 0xDF | 0xE0 | 0xE1 | 0xEF)
}

/// Whether there are figures. Looks at many bytes at once, and at characters only
/// in texts of scripts that have digits of their own.
pub(crate) fn has_digits(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit()) {
        return true;
    }
    bytes.iter().fold(false, |found, byte| found | may_begin_digit(*byte))
        && text.chars().any(|c| digit(c).is_some())
}

/// The number that begins at `start`, and where it ends.
fn number(text: &str, start: usize) -> (String, usize) {
    let mut number = String::new();
    let mut at = start;
    loop {
        for character in text[at..].chars() {
            let Some(digit) = digit(character) else { break };
            number.push(digit);
            at += character.len_utf8();
        }
        let mut rest = text[at..].chars();
        let Some(sign) = rest.next() else { return (number, at) };
        let after = rest.take_while(|c| digit(*c).is_some()).count();
        match sign {
            sign if after == 3 && groups(sign) && number.len() <= 12 => {}
            '.' | ',' | '٫' if after > 0 && !number.contains('.') => number.push('.'),
            _ => return (number, at),
        }
        at += sign.len_utf8();
    }
}

/// What stands between thousands.
fn groups(sign: char) -> bool {
    matches!(sign, ',' | '.' | '\'' | '’' | '٬' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_unspaced(character: char) -> bool {
    ('\u{2E80}'..='\u{9FFF}').contains(&character) || ('\u{0E00}'..='\u{0EFF}').contains(&character)
}

/// A digit of any script that has its own, in ASCII.
pub(crate) fn digit(character: char) -> Option<char> {
    const ZEROS: [char; 14] = [
        '0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}',
        '\u{be6}', '\u{c66}', '\u{d66}', '\u{e50}', '\u{1040}', '\u{ff10}',
    ];
    // Before Arabic there are none: Latin, Greek and Cyrillic use those of ASCII.
    if character < '\u{660}' {
        return character.is_ascii_digit().then_some(character);
    }
    let value = |zero: char| u32::from(character).checked_sub(u32::from(zero));
    let value = ZEROS.into_iter().filter_map(value).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let word = |figure: &Figure| if figure.in_word { "w" } else { "" };
        figures(text).iter().map(|figure| word(figure).to_owned() + &figure.number).collect()
    }

    #[test]
    fn figures_mean_the_same_in_every_script() {
        assert_eq!(told("1,000 and 1.000, 1\u{a0}000 ١٬٠٠٠"), ["1000", "1000", "1000", "1000"]);
        assert_eq!(told("9.99 or 9,99"), ["9.99", "9.99"]);
        assert_eq!(told("B2B in 30 days, §5."), ["w2", "30", "5"]);
        assert_eq!(told("第3条, 16 進, 16진수"), ["3"]);
    }
}
