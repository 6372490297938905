//! Where the links of a page lead, as it is typed: to lead them elsewhere and leave all
//! else as it is.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::site_links::plain_targets;

/// A page with each link leading where `lead` says; those of which it says nothing stay.
#[must_use]
pub fn with_targets<'t>(text: &'t str, lead: &dyn Fn(&str) -> Option<String>) -> Cow<'t, str> {
    let plain = plain_targets(text);
    let mut out = String::new();
    let mut done = 0;
    for span in targets(&plain) {
        let Some(target) = lead(&plain[span.clone()]) else { continue };
        out.push_str(&plain[done..span.start]);
        out.push_str(&target);
        // With the blanks that fill the place of a longer one.
        let behind = plain[span.end..].trim_start_matches(' ');
        done = if behind.starts_with(')') { plain.len() - behind.len() } else { span.end };
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&plain[done..]);
    Cow::Owned(out)
}

/// Where targets stand: those of links in the text, and those that are named apart
/// (`[terms]: terms.md`). One that is not typed as it is read is none of them.
fn targets(text: &str) -> Vec<Range<usize>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_ext(text, options).into_offset_iter();
    let named = events.reference_definitions().iter();
    let named: Vec<Option<Range<usize>>> =
        named.map(|(_, link)| typed(text, link.span.clone(), "]:", &link.dest)).collect();
    let inline = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => {
            typed(text, range, "](", &dest_url)
        }
        _ => None,
    });
    let mut all: Vec<Range<usize>> = inline.chain(named.into_iter().flatten()).collect();
    all.sort_by_key(|span| span.start);
    all
}

/// Where the target stands behind the last `sign` of a link.
fn typed(text: &str, link: Range<usize>, sign: &str, target: &str) -> Option<Range<usize>> {
    let whole = &text[link.clone()];
    let behind = &whole[whole.rfind(sign)? + sign.len()..];
    let rest = behind.trim_start();
    let rest = rest.strip_prefix('<').unwrap_or(rest);
    let start = link.end - rest.len();
    (!target.is_empty() && rest.starts_with(target)).then(|| start..start + target.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_led_elsewhere_and_all_else_stays() {
        let lead = |target: &str| match target {
            "terms.md" => Some("policy:terms".to_owned()),
            "about us.md" => Some("policy:about".to_owned()),
            _ => None,
        };
        for (text, made) in [
            ("See [terms](terms.md \"Terms\").", "See [terms](policy:terms \"Terms\")."),
            ("[*us*](<about us.md>), [x](x.md)", "[*us*](<policy:about>), [x](x.md)"),
            ("- | [a](\n  terms.md) |", "- | [a](\n  policy:terms) |"),
            ("[b][a] [a]\n\n[a]: terms.md", "[b][a] [a]\n\n[a]: policy:terms"),
            ("[![a](b.png)](terms.md)", "[![a](b.png)](policy:terms)"),
            ("[b] (terms.md)", "[b] (terms.md)"),
            ("[a]({{< ref \"terms.md\" >}})", "[a](policy:terms)"),
            // What is shown as code leads nowhere, and neither does a picture.
            ("`[a](terms.md)`\n\n    [a](terms.md)\n", "`[a](terms.md)`\n\n    [a](terms.md)\n"),
            ("![a](terms.md) \\[a](terms.md)", "![a](terms.md) \\[a](terms.md)"),
        ] {
            assert_eq!(with_targets(text, &lead), made, "{text}");
        }
        let text = "[a](b.md)";
        assert!(matches!(with_targets(text, &lead), Cow::Borrowed(same) if same == text));
        for broken in ["](", "[a](", "[a]: ", "[a](<b", "", "](\n", "[a]()"] {
            assert_eq!(with_targets(broken, &|_| Some("x".into())), broken);
        }
    }
}
