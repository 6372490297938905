//! HTML in a page, cut into tags and words.

use std::ops::Range;

use super::Markup;

/// A piece of HTML, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// `<name …>`, its name in small letters.
    Open { name: String, attributes: Vec<(String, String)>, is_closed: bool },
    /// `</name>`.
    Close(String),
    /// Words, as a reader sees them.
    Words(String),
    /// `<!-- … -->`, declarations and the like.
    Hidden,
}

/// Cuts HTML into pieces, with where each stands in `html`. What is no tag is
/// words; nothing is left out.
pub(super) fn pieces(html: &str) -> Vec<(Piece, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    let small = html.to_ascii_lowercase();
    // Where nothing ends any more, nobody looks for an end again.
    let last_tag = html.rfind('>').unwrap_or_default();
    let last_raw = ["</script", "</style"].map(|end| (end, small.rfind(end).unwrap_or_default()));
    while at < html.len() {
        let rest = &html[at..];
        let (piece, length) = if let Some(length) = hidden(rest) {
            (Piece::Hidden, length)
        } else if let Some(tag) = (at < last_tag).then(|| tag(rest)).flatten() {
            tag
        } else {
            let skip = rest.chars().next().map_or(1, char::len_utf8);
            let length = rest[skip..].find('<').map_or(rest.len(), |next| skip + next);
            (Piece::Words(decoded(&rest[..length])), length)
        };
        // What stands in a script is no text.
        let raw = match &piece {
            Piece::Open { name, is_closed: false, .. } => {
                let mut ends = last_raw.iter().filter(|(end, _)| end[2..] == **name);
                let end = ends.find(|(_, last)| at + length <= *last);
                end.and_then(|(end, _)| small[at + length..].find(end))
            }
            _ => None,
        };
        found.push((piece, at..at + length));
        at += length;
        if let Some(raw) = raw {
            found.push((Piece::Hidden, at..at + raw));
            at += raw;
        }
    }
    found
}

/// Elements whose words no reader sees; what stands in a script or style sheet is
/// no word.
const UNSEEN: [&str; 3] = ["head", "noscript", "template"];

/// The words of HTML as its readers see them, whatever stands between them.
#[must_use]
pub fn words_of_html(html: &str) -> String {
    let (mut words, mut unseen) = (String::with_capacity(html.len()), 0_usize);
    for (piece, _) in pieces(html) {
        match piece {
            Piece::Open { name, is_closed: false, .. } if UNSEEN.contains(&&*name) => unseen += 1,
            Piece::Close(name) if UNSEEN.contains(&&*name) => unseen = unseen.saturating_sub(1),
            Piece::Words(piece) if unseen == 0 => words.push_str(&piece),
            _ => {}
        }
    }
    words
}

/// Whether an element stands on lines of its own, so that words before, in and behind
/// it are apart: what browsers show as blocks, items and parts of tables ("Rendering"
/// in the HTML standard).
pub(super) fn is_block_level(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "ul"
            | "xmp"
    )
}

fn hidden(rest: &str) -> Option<usize> {
    let until = |end: &str| Some(rest.find(end).map_or(rest.len(), |at| at + end.len()));
    if rest.starts_with("<!--") {
        until("-->")
    } else if rest.starts_with("<!") || rest.starts_with("<?") {
        until(">")
    } else {
        None
    }
}

fn tag(rest: &str) -> Option<(Piece, usize)> {
    let inner = rest.strip_prefix('<')?;
    let (is_end, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name_length = inner
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':'))
        .unwrap_or(inner.len());
    let name = inner[..name_length].to_ascii_lowercase();
    let mut at = rest.len() - inner.len() + name_length;
    let mut attributes = Vec::new();
    let mut is_closed = false;
    loop {
        at += rest[at..].len() - rest[at..].trim_start().len();
        let here = &rest[at..];
        if here.starts_with('>') {
            let piece = if is_end {
                Piece::Close(name)
            } else {
                Piece::Open { name, attributes, is_closed }
            };
            return Some((piece, at + 1));
        }
        if here.starts_with('/') {
            is_closed = true;
            at += 1;
            continue;
        }
        let key = here.find(|c: char| c.is_whitespace() || "=/>".contains(c))?;
        if key == 0 {
            return None;
        }
        let key_text = here[..key].to_ascii_lowercase();
        at += key;
        let behind = rest[at..].trim_start();
        let Some(value) = behind.strip_prefix('=') else {
            attributes.push((key_text, String::new()));
            continue;
        };
        let value = value.trim_start();
        at = rest.len() - value.len();
        let quote = value.chars().next().filter(|c| *c == '"' || *c == '\'');
        let (text, length) = match quote {
            Some(quote) => {
                let end = value[1..].find(quote)?;
                (&value[1..=end], end + 2)
            }
            None => {
                let end = value.find(|c: char| c.is_whitespace() || c == '>')?;
                (&value[..end], end)
            }
        };
        attributes.push((key_text, decoded(text)));
        at += length;
    }
}

/// HTML's entities as the characters that they name.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(40).position(|byte| byte == b';');
        let length = end.map_or(1, |end| end + 1);
        let name = &rest[..length];
        let is_entity = name.len() > 2
            && name[1..name.len() - 1].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
        if is_entity {
            out.push_str(Markup::parse(&format!("x{name}x")).text().trim_matches('x'));
        } else {
            out.push_str(name);
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_words_are_told_apart() {
        let open = |name: &str, attributes: &[(&str, &str)]| Piece::Open {
            name: name.into(),
            attributes: attributes.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect(),
            is_closed: false,
        };
        let found = |html| pieces(html).into_iter().map(|(piece, _)| piece).collect::<Vec<_>>();
        assert_eq!(
            found("<A href='x&amp;y' hidden>Go &lt; 5 < 6</a><!-- no --><br/>"),
            [
                open("a", &[("href", "x&y"), ("hidden", "")]),
                Piece::Words("Go < 5 ".into()),
                Piece::Words("< 6".into()),
                Piece::Close("a".into()),
                Piece::Hidden,
                Piece::Open { name: "br".into(), attributes: vec![], is_closed: true },
            ]
        );
        assert_eq!(found("<script>if (a < b) {}</script>").len(), 3);
        let seen = "<head>no</head><p>a &amp; <b>b</b></p><Script>no()</SCRIPT><!-- no --> c";
        assert_eq!(words_of_html(seen), "a & b c");
        assert_eq!(found("<a href=\"x"), [Piece::Words("<a href=\"x".into())]);
    }
}
