//! The letters that a reader of a page sees, whatever form it has.

/// How a file says what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As it is.
    Text,
    /// With elements and references to characters.
    Html,
    /// The same, where a backslash makes the next sign an ordinary one.
    Kramdown,
}

impl Kind {
    /// How the file of this path says it.
    pub(super) fn of(path: &str) -> Kind {
        match path.rsplit('.').next() {
            Some("html") => Kind::Html,
            Some("md") => Kind::Kramdown,
            _ => Kind::Text,
        }
    }
}

/// Elements whose content nobody reads.
const UNSEEN: [&str; 5] = ["head", "script", "style", "template", "noscript"];

/// The letters and digits of a page, without what is between them: so a text is
/// found whatever marks and line ends it is set with.
pub(super) fn letters(page: &str, kind: Kind) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(sign) = rest.chars().next() {
        let skipped = match sign {
            '\\' if kind == Kind::Kramdown => {
                let next = rest[1..].chars().next();
                out.extend(next.filter(|next| next.is_alphanumeric()));
                1 + next.map_or(0, char::len_utf8)
            }
            '<' if kind != Kind::Text => tag(rest),
            '&' if kind != Kind::Text => reference(rest, &mut out),
            _ => {
                out.extend(Some(sign).filter(|sign| sign.is_alphanumeric()));
                sign.len_utf8()
            }
        };
        rest = &rest[skipped..];
    }
    out
}

/// How long the tag is that a text begins with, together with what it hides.
fn tag(text: &str) -> usize {
    if let Some(comment) = text.strip_prefix("<!--") {
        return comment.find("-->").map_or(text.len(), |end| "<!--".len() + end + "-->".len());
    }
    let name: String = text[1..].chars().take_while(char::is_ascii_alphanumeric).collect();
    let is_tag = !name.is_empty() || text[1..].starts_with(['/', '!', '?']);
    let Some(end) = text.find('>').filter(|_| is_tag) else { return 1 };
    let name = name.to_ascii_lowercase();
    if !UNSEEN.contains(&name.as_str()) {
        return end + 1;
    }
    let close = format!("</{name}");
    let at = text.to_ascii_lowercase().find(&close);
    at.map_or(text.len(), |at| at + text[at..].find('>').map_or(close.len(), |end| end + 1))
}

/// How long the reference to a character is that a text begins with.
fn reference(text: &str, out: &mut String) -> usize {
    let name: String = text[1..]
        .chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '#')
        .take(10)
        .collect();
    if name.is_empty() || !text[1 + name.len()..].starts_with(';') {
        return 1;
    }
    let number = name.strip_prefix('#').and_then(|number| {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        hexadecimal.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())
    });
    out.extend(number.and_then(char::from_u32).filter(|sign| sign.is_alphanumeric()));
    name.len() + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_sees_is_found_whatever_the_form() {
        let page = "<!doctype html><head><title>No</title></head><body><!-- no > --><h1 id=a>Yes,\n \
                    &#1044;&#x430; &amp; <b>1</b>2</h1><script>no()</script> a < b</body>";
        assert_eq!(letters(page, Kind::Html), "YesДа12ab");
        assert_eq!(
            letters("---\nlang: en\n---\n\\<b\\> **1**2\\. &lt;", Kind::Kramdown),
            "langenb12"
        );
        assert_eq!(letters("<b> 12 декабря & 2017&nbsp;г.", Kind::Text), "b12декабря2017nbspг");
        assert_eq!(letters("<script>never closed", Kind::Html), "");
        assert_eq!(letters("& <", Kind::Html), "");
        assert_eq!(Kind::of("site/a/index.html"), Kind::Html);
        assert_eq!(Kind::of("text/a.txt"), Kind::Text);
    }

    proptest::proptest! {
        #[test]
        fn any_page_is_read(page in "[<>&;#!/\\\\a-cд0-9 -]{0,40}") {
            for kind in [Kind::Text, Kind::Html, Kind::Kramdown] {
                proptest::prop_assert!(letters(&page, kind).chars().all(char::is_alphanumeric));
            }
        }
    }
}
