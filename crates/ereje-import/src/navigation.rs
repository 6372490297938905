//! Lines that lead to other languages and versions of the same policy: Ereje makes
//! its own, so they are no part of a text that comes in.

use std::ops::Range;

use ereje::diagnostic::Diagnostic;
use ereje::manifest::Manifest;
use ereje::markup::{Event, Markup, Tag, read_page};

use crate::{advice, front_matter};

/// A page with blanks in place of lines that lead to other pages of the policy, byte
/// for byte as long, and where they stood.
#[must_use]
pub fn without_navigation(text: &str, manifest: &Manifest) -> (String, Vec<Range<usize>>) {
    let pages: Vec<&str> = manifest.pages().map(|(_, permalink)| permalink).collect();
    without_lines_to(text, &|link| pages.iter().any(|page| leads_to(link, page)))
}

/// The same of lines whose links all lead where `leads_there` says.
#[must_use]
pub fn without_lines_to(
    text: &str,
    leads_there: &dyn Fn(&str) -> bool,
) -> (String, Vec<Range<usize>>) {
    let start = front_matter::read(text).map_or(0, |front| front.end);
    let (mut out, mut spans) = (text.to_owned(), Vec::new());
    for block in read_page(&text[start..]).parts.iter().flat_map(|part| &part.blocks) {
        if !is_navigation(&block.text, leads_there) {
            continue;
        }
        let span = start + block.span.start..start + block.span.end;
        let blank: String =
            text[span.clone()].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        out.replace_range(span.clone(), &blank);
        spans.push(span);
    }
    (out, spans)
}

/// What tells that such a line is left out.
#[must_use]
pub fn navigation_left_out(path: &str, text: &str, span: Range<usize>) -> Diagnostic {
    let message = "a line that leads to other pages of this policy is left out";
    advice("import-navigation", path, message)
        .at(text, span)
        .hint("nothing to do: Ereje puts its own there")
}

/// Whether a link leads to a page at an address, or below it.
fn leads_to(link: &str, page: &str) -> bool {
    // A short name could be any other page's, elsewhere.
    let place = link.find(page).filter(|at| page.contains('/') || link[..*at] == *"/");
    place.is_some_and(|at| {
        let is_end = |c: char| "/'\"?#. ".contains(c);
        let before = link[..at].chars().next_back();
        let after = link[at + page.len()..].chars().next();
        before.is_none_or(|c| "/'\"".contains(c)) && after.is_none_or(is_end)
    })
}

/// So many words may stand beside the links of a switcher of languages.
const MOST_WORDS: usize = 4;

fn is_navigation(text: &Markup, leads_there: &dyn Fn(&str) -> bool) -> bool {
    if text.links().is_empty() || !text.links().iter().all(|link| leads_there(link)) {
        return false;
    }
    // The line of Ereje's own pages about the version, which says more beside its links.
    let is_made = text.links().iter().all(|link| {
        let link = link.trim_end_matches('/');
        link.ends_with("/changes") || link.ends_with("/at")
    });
    let (mut depth, mut beside) = (0_usize, 0);
    for event in text.events() {
        match event {
            Event::Open(Tag::Link(_)) => depth += 1,
            Event::Close(Tag::Link(_)) => depth -= 1,
            Event::Text(words) if depth == 0 => {
                let is_word = |word: &&str| word.contains(char::is_alphanumeric);
                beside += words.split_whitespace().filter(is_word).count();
            }
            _ => {}
        }
    }
    is_made || beside <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    use ereje::manifest::read_manifest;

    use super::*;

    #[test]
    fn lines_that_lead_to_other_pages_of_the_policy_are_no_text() {
        let plan = "product = \"app\"\nslug = \"privacy\"\nsource-locale = \"en\"\n\
                    locales = [\"en\", \"kk\"]\npermalinks = { kk = \"qupia\" }\n\
                    [[clause]]\nid = \"a\"\n";
        let (manifest, _) = read_manifest("x", "policy.toml", plan);
        let manifest = manifest.expect("a manifest");
        let is_left_out = |line: &str| {
            let (text, spans) = without_navigation(&format!("{line}\n\nText.\n"), &manifest);
            assert_eq!(text.len(), line.len() + 8);
            !spans.is_empty()
        };
        for line in [
            "[English](/app/en/privacy/) | Қазақша",
            "[English]({{ '/app/en/privacy' | relative_url }}) · **Қазақша**",
            "[Қазақша]({{ site.baseurl }}/qupia)",
            "Version 2.0 · In force from May 1, 2026 · [Changes]({{ '/app/en/privacy/changes' | \
             relative_url }}) · [Versions by date]({{ '/app/en/privacy/at' | relative_url }})",
        ] {
            assert!(is_left_out(line), "{line}");
        }
        for line in [
            "[Terms](/app/en/terms)",
            "See [our policy](/app/en/privacy/) for more of what we do.",
            "[All of it](https://example.com/qupia)",
            "No links.",
        ] {
            assert!(!is_left_out(line), "{line}");
        }
    }
}
