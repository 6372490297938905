//! What goes around words: emphasis and links.

use ereje::markup::Tag;

use super::escape::address;
use crate::lines::Lines;
use crate::links::Led;

/// Asterisks where they can not run into others, nor end what is `open`; else the
/// element.
pub(super) fn open_emphasis(lines: &mut Lines, tag: Tag, open: &[&str]) -> &'static str {
    let (sign, element) = match tag {
        Tag::Strong => ("**", "<strong>"),
        _ => ("*", "<em>"),
    };
    let out = lines.words();
    let sign = if out.ends_with('*') || open.contains(&sign) { element } else { sign };
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
    out.push_str("](");
    match led {
        Led::To(target) => address(out, target),
        Led::InSite { path, rest } => {
            out.push_str("{{ '");
            address(out, path);
            out.push_str("' | relative_url }}");
            address(out, rest);
        }
        Led::Nowhere => {}
    }
    out.push(')');
}
