//! How words, code and addresses are written in CommonMark so that they stand
//! for themselves.

use std::fmt::Write as _;

/// Where words stand.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub(super) starts_line: bool,
    pub(super) ends_line: bool,
    /// Just within emphasis, which a blank there would undo.
    pub(super) behind_mark: bool,
    pub(super) before_mark: bool,
    pub(super) before_link: bool,
    /// Among the words of a link, which a bracket would begin or end elsewhere.
    pub(super) in_link: bool,
    pub(super) in_cell: bool,
}

/// Words that stand for themselves. Only what would mean something is escaped,
/// so that people can read and edit the text.
pub(super) fn escaped(text: &str, around: Around) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    // Blanks mean something at an edge alone; plain words are copied as a whole.
    let bytes = text.as_bytes();
    let could_mean = |at: &usize| match bytes[*at] {
        b' ' | b'\t' => *at == 0 || *at + 1 == bytes.len(),
        byte => is_sign(byte),
    };
    while let Some(at) = (done..bytes.len()).find(could_mean) {
        out.push_str(&text[done..at]);
        let c = char::from(bytes[at]);
        let before = text[..at].chars().next_back();
        let next = text[at + 1..].chars().next();
        done = at + 1;
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let at_edge = (at == 0 && (around.starts_line || around.behind_mark))
            || (next.is_none() && (around.ends_line || around.before_mark));
        let special = match c {
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            '*' | '`' => true,
            '_' => !(word(before) && word(next)),
            '[' | ']' => {
                around.before_link
                    || around.in_link
                    || next.map_or(!around.ends_line, |next| "(:[]".contains(next))
            }
            '!' => next.is_none() && around.before_link,
            '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '&' => next.is_none_or(|next| next.is_ascii_alphanumeric() || next == '#'),
            '|' => around.in_cell,
            ' ' | '\t' if at_edge => {
                let _ = write!(out, "&#{};", c as u32);
                continue;
            }
            '\n' | '\r' => {
                let _ = write!(out, "&#{};", c as u32);
                continue;
            }
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out.push_str(&text[done..]);
    if around.starts_line { escaped_start(out) } else { out }
}

/// Whether a byte is a sign that means something somewhere.
fn is_sign(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'*' | b'`' | b'_' | b'[' | b']' | b'!' | b'<' | b'&' | b'|' | b'\n' | b'\r'
    )
}

/// What would begin a block at the start of a line.
fn escaped_start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = if (1..10).contains(&digits) && line[digits..].starts_with(['.', ')']) {
        let after = &line[digits + 1..];
        if !after.is_empty() && !after.starts_with([' ', '\t']) {
            return line;
        }
        digits
    } else if line.starts_with(['-', '+', '#', '=', '>', '|', ':', '~']) {
        0
    } else {
        return line;
    };
    format!("{}\\{}", &line[..at], &line[at..])
}

pub(super) fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

pub(super) fn code_span(code: &str) -> String {
    let fence = (1..).map(|length| "`".repeat(length)).find(|fence| {
        // A run of as many signs would end it.
        code.split(|c| c != '`').all(|run| run.len() != fence.len())
    });
    let fence = fence.unwrap_or_default();
    let is_padded = code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty();
    let pad = if code.starts_with('`') || code.ends_with('`') || is_padded { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

/// Whether a link can be written as its address between `<` and `>`.
pub(super) fn is_address(text: &str, target: &str) -> bool {
    let is_clean = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\\".contains(c);
    if !text.chars().all(is_clean) {
        return false;
    }
    if target.strip_prefix("mailto:") == Some(text) {
        return crate::fact::is_email(text) && text.is_ascii();
    }
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    text == target
        && (2..=32).contains(&scheme.len())
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+.-".contains(&b))
}

pub(super) fn destination(target: &str, in_cell: bool) -> String {
    let needs_angles = target.is_empty() || target.contains(|c: char| c == ' ' || c.is_control());
    let mut out = String::with_capacity(target.len() + 2);
    let mut rest = target.chars().peekable();
    while let Some(c) = rest.next() {
        let special = match c {
            '\\' => rest.peek().is_none_or(char::is_ascii_punctuation),
            '<' | '>' => true,
            '(' | ')' => !needs_angles,
            '&' => rest.peek().is_some_and(|c| c.is_ascii_alphanumeric() || *c == '#'),
            '|' => in_cell,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    if needs_angles { format!("<{out}>") } else { out }
}
