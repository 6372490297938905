//! What readers see of a page, one thing after the other, to compare it with
//! what was made of it. Walks over the page by itself, not over what an import
//! has read.

use std::ops::Range;

use pulldown_cmark::{Event as Source, LinkType, Options, Parser, Tag as SourceTag, TagEnd};

use super::attributes::set_apart;
use super::reader::{is_isolate, is_set_solid};
use super::tags::{Piece, is_block_level, pieces};
use super::{Event, Markup, Tag};

/// Something that readers see.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// A word: what stands between blanks.
    Word(String),
    /// A link, by where it leads.
    Link(String),
    /// The beginning of a structure, such as `heading 2` or `list 1`.
    Shape(String),
}

/// What CommonMark with tables and footnotes shows of a page without its front
/// matter, and where it stands, in bytes.
#[must_use]
pub fn rendered(page: &str) -> Vec<(Shown, usize)> {
    let (source, _, _) = set_apart(page);
    let mut walk = Walk::default();
    let mut notes = Walk::default();
    let mut in_note = false;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&source, options).into_offset_iter() {
        let at = range.start;
        let walk = if in_note { &mut notes } else { &mut walk };
        match event {
            Source::Start(SourceTag::FootnoteDefinition(label)) => {
                in_note = true;
                notes.words(&format!("[{label}] "), at);
            }
            Source::End(TagEnd::FootnoteDefinition) => {
                notes.end_word();
                in_note = false;
            }
            Source::FootnoteReference(label) => walk.words(&format!("[{label}]"), at),
            Source::Start(SourceTag::Link { link_type, dest_url, .. }) => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                walk.link(scheme, &dest_url, at);
            }
            Source::Start(SourceTag::Image { dest_url, .. }) => walk.link("", &dest_url, at),
            // As a whole: its lines come one by one, and a comment can go over several.
            Source::Start(SourceTag::HtmlBlock) => {
                walk.end_word();
                walk.all_html(&source, range);
            }
            Source::Html(_) => {}
            Source::Start(tag) => walk.start(&tag, at),
            Source::End(tag) => walk.end(tag),
            Source::Text(text) | Source::Code(text) => walk.words(&text, at),
            Source::SoftBreak => {
                let after = source[range.end..].chars().find(|c| !" *_[`>".contains(*c));
                let before = walk.word.chars().next_back();
                if !(before.is_some_and(is_set_solid) && after.is_some_and(is_set_solid)) {
                    walk.end_word();
                }
            }
            Source::HardBreak | Source::Rule => walk.end_word(),
            Source::InlineHtml(_) => walk.all_html(&source, range),
            _ => {}
        }
    }
    walk.end_word();
    notes.end_word();
    let mut found = walk.found;
    found.extend(notes.found);
    found.extend(walk.links);
    found.extend(notes.links);
    found
}

/// The same of a text that was read.
#[must_use]
pub fn shown(markup: &Markup) -> Vec<Shown> {
    let mut walk = Walk::default();
    for event in markup.events() {
        match event {
            Event::Text(text) => walk.words(text, 0),
            Event::Break | Event::Rule => walk.end_word(),
            Event::Open(Tag::Link(link)) => {
                walk.links.push((Shown::Link(markup.link(link).to_owned()), 0));
            }
            Event::Open(tag) => walk.open(tag, 0),
            Event::Close(tag) => walk.close(tag),
        }
    }
    walk.end_word();
    walk.found.into_iter().chain(walk.links).map(|(shown, _)| shown).collect()
}

#[derive(Default)]
struct Walk {
    found: Vec<(Shown, usize)>,
    links: Vec<(Shown, usize)>,
    word: String,
    word_at: usize,
    depth: usize,
}

impl Walk {
    fn words(&mut self, text: &str, at: usize) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.end_word();
            } else if !is_isolate(c) {
                if self.word.is_empty() {
                    self.word_at = at;
                }
                self.word.push(c);
            }
        }
    }

    /// A link, without marks of direction, which no reader sees in an address.
    fn link(&mut self, scheme: &str, target: &str, at: usize) {
        let target: String = target.chars().filter(|c| !is_isolate(*c)).collect();
        self.links.push((Shown::Link(format!("{scheme}{target}")), at));
    }

    fn end_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        // A circumflex alone ends a list in Kramdown.
        if !word.is_empty() && word != "^" {
            self.found.push((Shown::Word(word), self.word_at));
        }
    }

    fn shape(&mut self, name: impl Into<String>, at: usize) {
        self.end_word();
        self.found.push((Shown::Shape(name.into()), at));
    }

    fn start(&mut self, tag: &SourceTag<'_>, at: usize) {
        match tag {
            SourceTag::Heading { level, .. } => self.shape(format!("heading {}", *level as u8), at),
            SourceTag::BlockQuote(_) => self.open(Tag::Quote, at),
            SourceTag::List(start) => self.open(Tag::List { start: *start }, at),
            SourceTag::Item => self.open(Tag::Item, at),
            SourceTag::CodeBlock(_) => self.open(Tag::CodeBlock, at),
            SourceTag::Table(_) => self.open(Tag::Table(0), at),
            SourceTag::TableHead | SourceTag::TableRow => self.open(Tag::Row, at),
            SourceTag::TableCell => self.open(Tag::Cell, at),
            SourceTag::Emphasis | SourceTag::Strong => {}
            _ => self.end_word(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => self.close(Tag::List { start: None }),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => {}
            _ => self.end_word(),
        }
    }

    fn open(&mut self, tag: Tag, at: usize) {
        match tag {
            Tag::Quote => self.shape("quotation", at),
            Tag::List { start } => {
                self.depth += 1;
                let kind = if start.is_some() { "numbered list" } else { "list" };
                self.shape(format!("{kind} {}", self.depth), at);
            }
            Tag::Item => self.shape("item", at),
            Tag::CodeBlock => self.shape("code block", at),
            Tag::Table(_) => self.shape("table", at),
            Tag::HeadRow | Tag::Row => self.shape("row", at),
            Tag::Cell | Tag::Paragraph => self.end_word(),
            _ => {}
        }
    }

    fn close(&mut self, tag: Tag) {
        match tag {
            Tag::List { .. } => {
                self.depth = self.depth.saturating_sub(1);
                self.end_word();
            }
            Tag::Emphasis | Tag::Strong | Tag::Code | Tag::Link(_) | Tag::Isolate => {}
            _ => self.end_word(),
        }
    }

    fn all_html(&mut self, source: &str, range: Range<usize>) {
        for (piece, place) in pieces(&source[range.clone()]) {
            self.html(piece, range.start + place.start);
        }
    }

    fn html(&mut self, piece: Piece, at: usize) {
        let is_apart = |name: &str| name == "br" || is_block_level(name);
        match piece {
            Piece::Hidden => {}
            Piece::Words(words) => self.words(&words, at),
            Piece::Close(name) => {
                if is_apart(&name) {
                    self.end_word();
                }
            }
            Piece::Open { name, attributes, .. } => {
                if is_apart(&name) {
                    self.end_word();
                }
                for (key, value) in attributes {
                    let is_link = (name == "a" && key == "href") || (name == "img" && key == "src");
                    if is_link && !value.is_empty() {
                        self.links.push((Shown::Link(value), at));
                    } else if name == "img" && key == "alt" {
                        self.words(&value, at);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_shows_words_links_and_shapes() {
        let told = |page: &str| {
            let name = |(shown, _)| match shown {
                Shown::Word(word) => word,
                Shown::Link(target) => format!("→{target}"),
                Shown::Shape(name) => format!("<{name}>"),
            };
            rendered(page).into_iter().map(name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            told("## A {#x}\n\nb*c* [d](e)\n\n- f\n  1. g\n\n<b>h</b>i<br>j <!-- k -->"),
            "<heading 2> A bc d <list 1> <item> f <numbered list 2> <item> g hi j →e"
        );
        assert_eq!(told("[a](b\u{2068}c\u{2069})"), "a →bc");
        // A comment over several lines, and one that does not end.
        assert_eq!(told("a\n\n<!-- b\nc\n\nd -->\n\ne\n\n<!-- f\ng\n\nh"), "a e");
        let text = "bc [d](e)\n\n- f\n  1. g\n\n> h";
        let of_page: Vec<Shown> = rendered(text).into_iter().map(|(shown, _)| shown).collect();
        assert_eq!(shown(&Markup::parse(text)), of_page);
    }
}
