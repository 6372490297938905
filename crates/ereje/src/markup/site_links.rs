//! Links as generators of sites have them typed: `[terms]({{ site.baseurl }}/terms/)`,
//! `[terms]({% link terms.md %})` of Jekyll, `[terms]({{< ref "terms.md" >}})` of Hugo.
//! CommonMark takes most of them for words.

use std::borrow::Cow;

use super::attributes::{in_code, lines_of_text};

/// What stands before a target, and whether it ends at a quotation mark.
const SIGNS: [(&str, bool); 3] = [("](", false), ("]:", false), ("href=\"", true)];

/// The text with plain targets in place of those that a generator would fill in, each
/// with blanks behind it, so that all else stays where it is. From the root of the site
/// an address begins with `/`.
pub(super) fn plain_targets(text: &str) -> Cow<'_, str> {
    if !text.contains("{{") && !text.contains("{%") {
        return Cow::Borrowed(text);
    }
    let mut plain = Cow::Borrowed(text);
    for (start, line) in lines_of_text(text) {
        for (sign, quoted) in SIGNS {
            for (at, _) in line.match_indices(sign) {
                let behind = &line[at + sign.len()..];
                let target = behind.trim_start_matches(' ');
                let Some((length, address)) = address(target, quoted) else { continue };
                if length < address.len() || in_code(line, at) {
                    continue;
                }
                let from = start + at + sign.len() + behind.len() - target.len();
                let (pad, end) = (length - address.len(), if quoted { "\"" } else { "" });
                let new = format!("{address}{end}{}", " ".repeat(pad));
                // The quotation mark behind a target comes before the blanks.
                plain.to_mut().replace_range(from..from + length + end.len(), &new);
            }
        }
    }
    plain
}

/// How long a target is, and which address it stands for; nothing where a generator has
/// nothing to fill in, or something that is not known here.
fn address(text: &str, quoted: bool) -> Option<(usize, String)> {
    let (mut out, mut at, mut filled) = (String::new(), 0, false);
    while let Some(next) = text[at..].chars().next() {
        let rest = &text[at..];
        let ends = match quoted {
            true => next == '"',
            false => next.is_whitespace() || next == ')',
        };
        if ends {
            break;
        }
        let Some((kind, inner, length)) = template(rest) else {
            out.push(next);
            at += next.len_utf8();
            continue;
        };
        out.push_str(&value(kind, inner)?);
        at += length;
        filled = true;
    }
    let is_whole = !quoted || text[at..].starts_with('"');
    let is_clean =
        !out.is_empty() && !out.contains(|c: char| c.is_whitespace() || "<>".contains(c));
    // Each variable for the root of the site has shown its own `/`.
    let begins = out.len() - out.trim_start_matches('/').len();
    (filled && is_whole && is_clean).then(|| (at, out.split_off(begins.saturating_sub(1))))
}

/// Which language a template is in.
#[derive(Clone, Copy)]
enum Kind {
    /// `{{ … }}` of Liquid.
    Output,
    /// `{% … %}` of Liquid.
    Tag,
    /// `{{< … >}}` of Hugo.
    Shortcode,
}

const KINDS: [(&str, &str, Kind); 4] = [
    ("{{<", ">}}", Kind::Shortcode),
    ("{{%", "%}}", Kind::Shortcode),
    ("{{", "}}", Kind::Output),
    ("{%", "%}", Kind::Tag),
];

/// What stands in a template at the beginning of a text, and how long that is.
fn template(text: &str) -> Option<(Kind, &str, usize)> {
    let (open, close, kind) = KINDS.into_iter().find(|(open, ..)| text.starts_with(open))?;
    let inner = &text[open.len()..];
    let end = inner.find(close)?;
    let length = open.len() + end + close.len();
    Some((kind, inner[..end].trim().trim_matches('-').trim(), length))
}

/// What a template shows, with `/` for the root of the site.
fn value(kind: Kind, inner: &str) -> Option<String> {
    match kind {
        Kind::Tag => {
            let path = inner.strip_prefix("link ")?.trim();
            Some(format!("/{}", path.trim_start_matches('/')))
        }
        Kind::Shortcode => {
            let given = inner.strip_prefix("relref ").or_else(|| inner.strip_prefix("ref "))?;
            literal(given.trim()).map(str::to_owned)
        }
        Kind::Output => {
            let mut parts = inner.split('|').map(str::trim);
            let first = parts.next()?;
            let mut shown =
                if is_root(first) { "/".to_owned() } else { literal(first)?.to_owned() };
            for filter in parts {
                match filter.split_once(':').map_or((filter, ""), |(name, of)| (name, of.trim())) {
                    ("relative_url" | "absolute_url", "") => shown.insert(0, '/'),
                    ("prepend", of) if is_root(of) => shown.insert(0, '/'),
                    ("escape" | "strip", "") => {}
                    _ => return None,
                }
            }
            Some(shown)
        }
    }
}

/// Whether a variable of Liquid says where the site is.
fn is_root(name: &str) -> bool {
    ["site.baseurl", "site.url", "site.github.url"].contains(&name)
}

/// The words between quotation marks.
fn literal(text: &str) -> Option<&str> {
    let quoted = |sign| text.strip_prefix(sign)?.strip_suffix(sign).filter(|t| !t.contains(sign));
    quoted('"').or_else(|| quoted('\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_that_a_generator_fills_in_are_plain_ones() {
        for (text, plain) in [
            ("[a]({{ site.baseurl }}/terms/#law) b", "[a](/terms/#law) b"),
            ("[a]({{site.url}}{{ site.baseurl }}/terms)", "[a](/terms)"),
            ("[a]({{ site.baseurl }}) b", "[a](/) b"),
            ("[a]({{ '/terms/' | relative_url }})", "[a](/terms/)"),
            ("[a]({{ \"terms\" | absolute_url | escape }}#b \"T\")", "[a](/terms#b \"T\")"),
            ("[a]({{ '/t' | prepend: site.baseurl }})", "[a](/t)"),
            ("[a]({% link terms.md %}#b), [c]({%- link /d.md -%})", "[a](/terms.md#b), [c](/d.md)"),
            ("[a]({{ site.baseurl }}{% link t.md %})", "[a](/t.md)"),
            (
                "[a]({{< ref \"terms.md#b\" >}}), [c]({{% relref '/d' %}})",
                "[a](terms.md#b), [c](/d)",
            ),
            ("[a]: {{ site.baseurl }}/terms", "[a]: /terms"),
            ("<a href=\"{{ site.baseurl }}/terms\">x</a>", "<a href=\"/terms\">x</a>"),
            ("![a]({{ site.baseurl }}/b.png)", "![a](/b.png)"),
        ] {
            let made = plain_targets(text);
            assert_eq!(made.len(), text.len(), "{text}");
            let folded = made.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>();
            let folded = folded.join(" ").replace(" )", ")").replace(" >", ">");
            assert_eq!(folded, plain.replace(" )", ")"), "{text}");
        }
    }

    #[test]
    fn what_is_not_known_stays_as_it_is_typed() {
        for text in [
            "[a]({{ page.next }})",
            "[a]({{ site.data.links.terms }}/b)",
            "[a]({% post_url 2020-01-01-b %})",
            "[a]({{ '/b' | slugify }})",
            "[a]({{< ref path=\"b\" >}})",
            "[a]({{ site.baseurl",
            "[a]({{ '' }})",
            "`[a]({{ site.baseurl }}/b)`",
            "```\n[a]({{ site.baseurl }}/b)\n```",
            "We at {{ site.title }} keep {{ site.baseurl }}/b.",
            "<a href=\"{{ site.baseurl }}/b",
            "[a](b) {{ c }}",
        ] {
            assert_eq!(plain_targets(text), text);
        }
    }
}
