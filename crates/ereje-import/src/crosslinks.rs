//! Links from one page of a folder to another: they name files, which no reader of the
//! policies will find, and become links to the policies that the pages become.

use std::borrow::Cow;

/// A page with each link to where `lead` says that it leads; links of which it says
/// nothing stay.
#[must_use]
pub fn with_links<'t>(text: &'t str, lead: &dyn Fn(&str) -> Option<String>) -> Cow<'t, str> {
    let mut out = String::new();
    let mut done = 0;
    for (at, end) in targets(text) {
        let Some(target) = lead(&text[at..end]) else { continue };
        out.push_str(&text[done..at]);
        out.push_str(&target);
        done = end;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// The file that a link on a page means, from the root of the folder, and its anchor;
/// `None` where it leads out of the folder or names no file.
#[must_use]
pub fn resolve<'t>(page: &str, target: &'t str) -> Option<(String, Option<&'t str>)> {
    let (path, anchor) = match target.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor).filter(|anchor| !anchor.is_empty())),
        None => (target, None),
    };
    if !names_a_file(path) {
        return None;
    }
    let folder = match path.strip_prefix('/') {
        Some(_) => "",
        None => page.rsplit_once('/').map_or("", |(folder, _)| folder),
    };
    let mut kept: Vec<&str> = Vec::new();
    for name in folder.split('/').chain(path.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(kept.pop()?),
            name => kept.push(name),
        }
    }
    Some((kept.join("/").replace("%20", " "), anchor))
}

/// Whether a link leads to a page that is told by its place among the others.
pub(crate) fn names_a_file(target: &str) -> bool {
    !target.is_empty() && !target.starts_with("//") && !target.contains([':', '?', '{'])
}

/// Where the targets of links stand: of those in the text, and of those that are named
/// apart (`[terms]: terms.md`).
fn targets(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let named = line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once("]: "));
        match named.filter(|(name, _)| !name.contains(']')) {
            Some((_, rest)) => found.extend(target(text, start + line.len() - rest.len())),
            None => {
                let links = line.match_indices("](");
                found.extend(links.filter_map(|(at, _)| target(text, start + at + 2)));
            }
        }
        start += line.len();
    }
    found
}

/// The target that begins at a place, without the brackets that it may stand in.
fn target(text: &str, at: usize) -> Option<(usize, usize)> {
    let rest = &text[at..];
    let at = at + rest.len() - rest.trim_start_matches(' ').len();
    let (at, end) = match text[at..].strip_prefix('<') {
        Some(inner) => (at + 1, inner.find(['>', '\n']).map(|end| at + 1 + end)?),
        None => {
            let end = text[at..].find([')', ' ', '\n', '\r']);
            (at, end.map_or(text.len(), |end| at + end))
        }
    };
    (end > at).then_some((at, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_led_elsewhere_and_all_else_stays() {
        let text = "See [terms](terms.md \"Terms\"), [*us*](<about us.md>) and [x](x.md).\n\n\
                    [a]: terms.md\n[b] (terms.md)\n";
        let lead = |target: &str| match target {
            "terms.md" => Some("policy:terms".to_owned()),
            "about us.md" => Some("policy:about".to_owned()),
            _ => None,
        };
        assert_eq!(
            with_links(text, &lead),
            "See [terms](policy:terms \"Terms\"), [*us*](<policy:about>) and [x](x.md).\n\n\
             [a]: policy:terms\n[b] (terms.md)\n"
        );
        let whole = with_links(text, &|_| None);
        assert!(matches!(whole, Cow::Borrowed(same) if same == text));
        for broken in ["](", "[a](", "[a]: ", "[a](<b", "", "](\n"] {
            assert_eq!(with_links(broken, &|_| Some("x".into())), broken);
        }
    }

    #[test]
    fn a_link_is_seen_from_its_page() {
        let file = |path: &str, anchor| Some((path.to_owned(), anchor));
        for (target, wanted) in [
            ("terms.md", file("en/terms.md", None)),
            ("./terms.md#use", file("en/terms.md", Some("use"))),
            ("../ru/terms.md#", file("ru/terms.md", None)),
            ("/terms/", file("terms", None)),
            ("our%20terms.md", file("en/our terms.md", None)),
            ("../../out.md", None),
            ("https://example.com/terms.md", None),
            ("//example.com/", None),
            ("mailto:a@b.de", None),
            ("#use", None),
            ("{{ site.url }}", None),
            ("", None),
        ] {
            assert_eq!(resolve("en/privacy.md", target), wanted, "{target}");
        }
        assert_eq!(resolve("privacy.md", "terms/"), file("terms", None));
    }
}
