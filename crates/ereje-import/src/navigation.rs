//! Lines that lead to other languages and versions of the same policy: Ereje makes
//! its own, so they are no part of a text that comes in.

use std::ops::Range;

use ereje::manifest::Manifest;
use ereje::markup::{Event, Markup, Tag, read_page};

use crate::front_matter;

/// A page with blanks in place of lines that lead to other pages of the policy, byte
/// for byte as long, and where they stood.
#[must_use]
pub fn without_navigation(text: &str, manifest: &Manifest) -> (String, Vec<Range<usize>>) {
    let start = front_matter::read(text).map_or(0, |front| front.end);
    let pages: Vec<&str> = manifest.pages().map(|(_, permalink)| permalink).collect();
    let (mut out, mut spans) = (text.to_owned(), Vec::new());
    for block in read_page(&text[start..]).parts.iter().flat_map(|part| &part.blocks) {
        if !is_navigation(&block.text, &pages) {
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

/// So many words may stand beside the links of a switcher of languages.
const MOST_WORDS: usize = 4;

fn is_navigation(text: &Markup, pages: &[&str]) -> bool {
    let leads_there = |link: &String| {
        pages.iter().any(|page| {
            let place = link.find(page).filter(|_| page.contains('/') || link.contains("{{"));
            place.is_some_and(|at| {
                let is_end = |c: char| "/'\"?#. ".contains(c);
                let before = link[..at].chars().next_back();
                let after = link[at + page.len()..].chars().next();
                before.is_none_or(|c| "/'\"".contains(c)) && after.is_none_or(is_end)
            })
        })
    };
    if text.links().is_empty() || !text.links().iter().all(leads_there) {
        return false;
    }
    let is_made = text.links().iter().all(|link| link.contains("relative_url"));
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
