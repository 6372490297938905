//! Words, addresses and code in which no character means anything to Kramdown or to
//! Liquid.

use std::sync::LazyLock;

use memchr::memmem::Finder;

/// Words that stand for themselves.
pub(crate) fn escape(out: &mut String, text: &str, starts_line: bool) {
    let bytes = text.as_bytes();
    let mut done = if starts_line { escape_start(out, bytes) } else { 0 };
    if !needs_escape(&bytes[done..]) {
        return out.push_str(&text[done..]);
    }
    let mut at = done;
    while let Some(next) = bytes[at..].iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        at += next + 1;
        let Some(written) = escaped(bytes, at - 1) else { continue };
        out.push_str(&text[done..at - 1]);
        out.push_str(written);
        done = at;
    }
    out.push_str(&text[done..]);
}

/// A quick look, many bytes at once, that spares most texts the slow one.
fn needs_escape(bytes: &[u8]) -> bool {
    const RARE: [[u8; 3]; 6] = [*b"\\*_", *b"`[]", *b"|\"'", *b"$<>", *b"&{}", *b"~~~"];
    static JOINED: LazyLock<[Finder<'static>; 2]> =
        LazyLock::new(|| [Finder::new("--"), Finder::new("..")]);
    RARE.iter().any(|[a, b, c]| memchr::memchr3(*a, *b, *c, bytes).is_some())
        || JOINED.iter().any(|finder| finder.find(bytes).is_some())
}

/// Bytes that [`escaped`] has something for.
static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let signs = b"\\*_`[]|\"'$<>&{}~-.:";
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

/// What is written for a byte that would mean something.
fn escaped(bytes: &[u8], at: usize) -> Option<&'static str> {
    let follows_itself = at > 0 && bytes[at - 1] == bytes[at];
    Some(match bytes[at] {
        // At the end of a line two of them would break it.
        b'\\' if at + 1 == bytes.len() => "&#92;",
        b'\\' => "\\\\",
        b'*' => "\\*",
        b'_' => "\\_",
        // In a table two of them would be code behind backslashes too.
        b'`' => "&#96;",
        b'[' => "\\[",
        b']' => "\\]",
        b'|' => "\\|",
        b'"' => "\\\"",
        b'\'' => "\\'",
        b'$' => "\\$",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'&' => "&amp;",
        // Entities, since `{%` would still be Liquid behind a backslash, and
        // Kramdown knows no escape for the others.
        b'{' => "&#123;",
        b'}' => "&#125;",
        b'~' => "&#126;",
        // Dashes and dots that Kramdown would join.
        b'-' if follows_itself => "&#45;",
        b'.' if follows_itself => "&#46;",
        // A line that begins with a link would define where another one leads.
        b':' if at > 0 && bytes[at - 1] == b']' => "&#58;",
        _ => return None,
    })
}

/// What would begin a heading, a list, a definition or the end of a block at
/// the start of a line. Gives how many bytes it has written.
fn escape_start(out: &mut String, bytes: &[u8]) -> usize {
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    match bytes.get(digits) {
        Some(b'.') if digits > 0 => {
            out.extend(bytes[..digits].iter().map(|b| char::from(*b)));
            out.push_str("\\.");
            digits + 1
        }
        Some(c @ (b'#' | b'-' | b'+' | b'=' | b':' | b'^')) if digits == 0 => {
            out.push_str(&format!("&#{c};"));
            1
        }
        _ => 0,
    }
}

/// The target of a link, percent-encoded where Kramdown or Liquid would trip. No
/// address has these signs but by mistake.
pub(super) fn address(out: &mut String, target: &str) {
    for c in target.chars() {
        match c {
            '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '`' | ' ' => {
                out.push_str(&format!("%{:02X}", c as u32));
            }
            _ => out.push(c),
        }
    }
}

/// Braces as entities: inside HTML Kramdown leaves them, Liquid would not.
pub(super) fn for_liquid(html: &str) -> String {
    html.replace('{', "&#123;").replace('}', "&#125;")
}
