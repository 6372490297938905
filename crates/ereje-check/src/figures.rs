//! Figures in a text, as numbers that mean the same in every script.

/// The figures of a text in ASCII digits, without what groups them: `1,000`,
/// `1 000` and `١٬٠٠٠` are all `1000`; `9.99` and `9,99` are `9.99`.
pub(crate) fn figures(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if digit(characters[at]).is_none() {
            at += 1;
            continue;
        }
        // A digit in a word, as in B2B or utf8, is no figure of the text.
        let in_word =
            at > 0 && characters[at - 1].is_alphabetic() && !is_unspaced(characters[at - 1]);
        let (figure, end) = figure(&characters, at);
        if !in_word {
            found.push(figure);
        }
        at = end;
    }
    found
}

/// The figure that begins at `at`, and where it ends.
fn figure(characters: &[char], mut at: usize) -> (String, usize) {
    let mut figure = String::new();
    let digits_from = |from: usize| {
        characters[from.min(characters.len())..].iter().take_while(|c| digit(**c).is_some()).count()
    };
    loop {
        let digits = digits_from(at);
        figure.extend(characters[at..at + digits].iter().filter_map(|c| digit(*c)));
        at += digits;
        let after = digits_from(at + 1);
        match characters.get(at) {
            Some(' ') if after == 3 && figure.len() <= 3 => at += 1,
            Some(sign) if after == 3 && groups(*sign) && figure.len() <= 12 => at += 1,
            Some('.' | ',' | '٫') if after > 0 && !figure.contains('.') => {
                figure.push('.');
                at += 1;
            }
            _ => return (figure, at),
        }
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
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    let value = |zero: char| u32::from(character).checked_sub(u32::from(zero));
    let value = ZEROS.into_iter().filter_map(value).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_mean_the_same_in_every_script() {
        assert_eq!(
            figures("1,000 and 1.000, 1 000 ١٬٠٠٠"),
            ["1000", "1000", "1000", "1000"].map(str::to_owned)
        );
        assert_eq!(figures("9.99 or 9,99"), ["9.99", "9.99"]);
        assert_eq!(figures("B2B in 30 days, §5."), ["30", "5"]);
        assert_eq!(figures("第3条"), ["3"]);
    }
}
