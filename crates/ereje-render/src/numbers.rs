//! Telephone numbers in a text: at the end of a line none is torn, be it at a space
//! or at a hyphen.

use ereje::digits::digit;

/// With fewer digits it is no number that somebody could call.
const LEAST_DIGITS: usize = 7;

/// What stands before the first telephone number of a text, the number, and what follows
/// it. Numbers are those that begin with the sign `+`, and in a link to one (`tel:`) all.
pub(crate) fn first(text: &str, in_link: bool) -> Option<(&str, &str, &str)> {
    if !in_link && memchr::memchr(b'+', text.as_bytes()).is_none() {
        return None;
    }
    let mut from = 0;
    loop {
        let begins = |sign| sign == '+' || in_link && (is_digit(sign) || sign == '(');
        let start = from + text[from..].find(begins)?;
        let is_part = |sign| {
            is_digit(sign)
                || matches!(sign, '+' | '(' | ')' | '-' | '.' | '/' | ' ' | '\u{a0}' | '\u{2011}')
        };
        let end = text[start..].find(|sign| !is_part(sign)).map_or(text.len(), |at| start + at);
        let number = text[start..end].trim_end_matches(|sign| !is_digit(sign));
        let end = start + number.len();
        if number.chars().filter(|sign| is_digit(*sign)).count() >= LEAST_DIGITS {
            return Some((&text[..start], number, &text[end..]));
        }
        from = end.max(start + 1);
    }
}

/// Digits of any script: Arabic and Persian pages have their own.
fn is_digit(sign: char) -> bool {
    digit(sign).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, in_link: bool) -> String {
        let (mut out, mut rest) = (String::new(), text);
        while let Some((before, number, after)) = first(rest, in_link) {
            out.push_str(&format!("{before}[{number}]"));
            rest = after;
        }
        out + rest
    }

    #[test]
    fn a_number_is_found_whole_and_nothing_else_is() {
        assert_eq!(told("call +7 700 123-45-67.", false), "call [+7 700 123-45-67].");
        assert_eq!(told("+49 (0)30 901820, +1 2", false), "[+49 (0)30 901820], +1 2");
        assert_eq!(told("8 (800) 555-35-35", true), "[8 (800) 555-35-35]");
        assert_eq!(told("8 (800) 555-35-35", false), "8 (800) 555-35-35");
        assert_eq!(told("line 2: +٩٦٦ ١١ ٢٣٤ ٥٦٧٨ <b>", true), "line 2: [+٩٦٦ ١١ ٢٣٤ ٥٦٧٨] <b>");
        assert_eq!(told("C++ and 1+1=2", false), "C++ and 1+1=2");
        assert_eq!(told("call us", true), "call us");
    }
}
