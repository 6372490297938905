//! Values that stand for themselves in Markdown.

/// Escapes a value, so that it stands for itself wherever it is put: in text,
/// at the start of a line, in the target of a link.
#[must_use]
pub fn escape(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len() + 8);
    let mut before: Option<char> = None;
    let mut rest = value.chars().peekable();
    while let Some(c) = rest.next() {
        let special = match c {
            '\\' | '*' | '`' | '[' | ']' | '<' | '>' | '|' => true,
            // Within a word an underscore is only itself.
            '_' => {
                !(before.is_some_and(char::is_alphanumeric)
                    && rest.peek().is_some_and(|c| c.is_alphanumeric()))
            }
            '&' => rest.peek().is_some_and(|c| c.is_ascii_alphabetic() || *c == '#'),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escape_start(&escaped)
}

/// Escapes what would begin a list, heading or quotation at a line's start.
pub(super) fn escape_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = if digits > 0 && line[digits..].starts_with(['.', ')']) {
        digits
    } else if line.starts_with(['-', '+', '#', '=', '~', '>']) {
        0
    } else {
        return line.to_owned();
    };
    format!("{}\\{}", &line[..at], &line[at..])
}
