//! Text of clauses: what is read is well formed, and so is what is read of what is
//! written. That it says the same is not for every text: callers compare.

use ereje::markup::{Event, Markup, Tag, write};

use super::text;

/// Reads a text, writes it, and reads it again.
pub fn markup(bytes: &[u8]) {
    let text = text(bytes);
    let markup = Markup::parse(&text);
    assert_formed(&markup, &text);
    let written = write(&markup);
    assert_formed(&Markup::parse(&written), &written);
    assert_formed(&Markup::parse_line(&text), &text);
}

/// Whatever is opened is closed, in turn, and words have no blocks in them.
pub(super) fn assert_formed(markup: &Markup, text: &str) {
    let mut open = Vec::new();
    for event in markup.events() {
        match event {
            Event::Open(tag) => {
                let in_words = open.last().is_some_and(|above: &Tag| !above.is_block());
                assert!(!in_words || !tag.is_block(), "{tag:?} in {open:?} of {text:?}");
                open.push(tag);
            }
            Event::Close(tag) => assert_eq!(open.pop(), Some(tag), "{text:?}"),
            Event::Text(_) | Event::Break | Event::Rule => {}
        }
    }
    assert!(open.is_empty(), "{open:?} stays open in {text:?}");
}

/// Each letter, with what it stands in.
pub(super) fn letters(markup: &Markup) -> Vec<(String, char)> {
    let mut open: Vec<String> = Vec::new();
    let mut letters = Vec::new();
    for event in markup.events() {
        match event {
            // Tables and links are counted in their text alone.
            Event::Open(Tag::Link(link)) => open.push(format!("link to {}", markup.link(link))),
            Event::Open(Tag::Table(_)) => open.push("table".to_owned()),
            Event::Open(tag) => open.push(format!("{tag:?}")),
            Event::Close(_) => drop(open.pop()),
            Event::Text(text) => {
                let within = open.join(" ");
                let said = text.chars().filter(|letter| !letter.is_whitespace());
                letters.extend(said.map(|letter| (within.clone(), letter)));
            }
            Event::Break | Event::Rule => {}
        }
    }
    letters
}
