//! What goes around words: emphasis and links.

use ereje::markup::{Event, Tag};

use super::escape::address;
use crate::lines::Lines;
use crate::links::Led;

/// Whether the emphasis that opens `at` an event, behind `out`, would be no emphasis with
/// asterisks: CommonMark has none between a letter outside and a sign inside, and there
/// are signs wherever an element is.
pub(super) fn is_among_letters(events: &[Event<'_>], at: usize, out: &str) -> bool {
    let mut depth = 0_usize;
    let end = events.iter().skip(at).position(|event| {
        match event {
            Event::Open(_) => depth += 1,
            Event::Close(_) => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let Some(end) = end.map(|length| at + length) else { return false };
    let words = |nth: usize| match events.get(nth) {
        Some(Event::Text(text)) => *text,
        _ => "",
    };
    let is_sign = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let may_be_letter =
        |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_punctuation());
    is_sign(words(at + 1).chars().next()) && may_be_letter(out.chars().last())
        || is_sign(words(end - 1).chars().last()) && may_be_letter(words(end + 1).chars().next())
}

/// Asterisks where they can not run into others, nor end what is `open`, nor are
/// `among_letters`; else the element.
pub(super) fn open_emphasis(
    lines: &mut Lines,
    tag: Tag,
    open: &[&str],
    among_letters: bool,
) -> &'static str {
    let (sign, element) = match tag {
        Tag::Strong => ("**", "<strong>"),
        _ => ("*", "<em>"),
    };
    let out = lines.words();
    let is_unclear = among_letters || out.ends_with('*') || open.contains(&sign);
    let sign = if is_unclear { element } else { sign };
    out.push_str(sign);
    sign
}

pub(super) fn close_emphasis(opened: &str) -> &'static str {
    match opened {
        "**" => "**",
        "*" => "*",
        "<strong>" => "</strong>",
        _ => "</em>",
    }
}

pub(super) fn open_link(out: &mut String) {
    if out.ends_with('!') {
        // It would be a picture.
        out.pop();
        out.push_str("&#33;");
    }
    out.push('[');
}

pub(super) fn close_link(out: &mut String, led: &Led<'_>) {
    let mut to = String::new();
    match led {
        Led::To(target) => address(&mut to, target),
        Led::InSite { path, rest } => {
            to.push_str("{{ '");
            // It would end what is quoted.
            address(&mut to, &path.replace('\'', "%27"));
            to.push_str("' | relative_url }}");
            address(&mut to, rest);
        }
        Led::Nowhere => {}
    }
    // Some are part of an address, and another address when they are encoded.
    let has_parentheses = to.contains(['(', ')']);
    out.push_str(if has_parentheses { "](<" } else { "](" });
    out.push_str(&to);
    out.push_str(if has_parentheses { ">)" } else { ")" });
}
