//! Going over a page, event by event.

use std::ops::Range;

use pulldown_cmark::{Event as Source, LinkType, Tag as SourceTag, TagEnd};

use super::super::attributes::Attributes;
use super::super::reader::{alignment, is_isolate, is_set_solid, same};
use super::super::{Alignment, Event, MarkupBuilder, Tag};
use super::{Block, Heading, Note, Page, Part, Unheld};

#[derive(Default)]
pub(super) struct Reader<'s> {
    pub(super) source: &'s str,
    page: Page,
    lists: Vec<Attributes>,
    /// The block being read.
    pub(super) builder: Option<MarkupBuilder>,
    /// Structures that are open, with the name of those that HTML opened.
    pub(super) open: Vec<(Tag, Option<String>)>,
    /// Where the block begins and how far it was read.
    span: Range<usize>,
    /// The level, where the block is a heading.
    pub(super) heading: Option<u8>,
    /// The last character that was read in the block.
    pub(super) last: Option<char>,
    pub(super) line_break: bool,
    /// Blanks behind that break, which nobody sees unless words follow.
    gap: String,
    /// White space of HTML stands before what comes next in the block.
    pub(super) blank: bool,
    /// HTML of a block, which comes line by line.
    html: Option<Range<usize>>,
    /// An anchor of HTML for the block that follows.
    pub(super) anchor: Option<String>,
    /// Words that the next paragraph begins with.
    label: Option<String>,
    in_footnote: bool,
    footnotes: Vec<Block>,
}

impl<'s> Reader<'s> {
    /// Begins a page without what `lists` set apart.
    pub(super) fn new(source: &'s str, lists: Vec<Attributes>) -> Reader<'s> {
        let page = Page { parts: vec![Part::default()], ..Page::default() };
        Reader { source, lists, page, ..Reader::default() }
    }

    pub(super) fn take(&mut self, event: Source<'_>, range: Range<usize>) {
        match event {
            Source::Start(SourceTag::HtmlBlock) => self.html = Some(range),
            Source::End(TagEnd::HtmlBlock) => {
                if let Some(span) = self.html.take() {
                    self.html_block(span);
                }
            }
            Source::Html(_) => {}
            Source::InlineHtml(_) => self.html_pieces(range, false),
            Source::Start(tag) => self.start(tag, range),
            Source::End(tag) => self.end(tag),
            Source::Text(text) => self.words(&text, &range),
            Source::Code(text) => {
                self.open(Tag::Code, None, &range);
                self.words(&text, &range);
                self.close_top();
            }
            Source::SoftBreak => {
                let after = self.source[range.end..].chars().find(|c| !" *_[`>".contains(*c));
                let is_solid =
                    self.last.is_some_and(is_set_solid) && after.is_some_and(is_set_solid);
                if !is_solid && !self.line_break {
                    self.words(" ", &range);
                }
            }
            Source::HardBreak => self.break_line(&range),
            Source::Rule => {
                self.begin(&range);
                self.builder().rule();
                self.end_block_at_top();
            }
            Source::FootnoteReference(label) => {
                self.note(Unheld::Footnote, range.clone());
                self.words(&format!("[{label}]"), &range);
            }
            // Features of pulldown-cmark that are not switched on.
            _ => {}
        }
    }

    pub(super) fn note(&mut self, what: Unheld, span: Range<usize>) {
        self.page.notes.push(Note { what, span });
    }

    pub(super) fn builder(&mut self) -> &mut MarkupBuilder {
        self.builder.get_or_insert_default()
    }

    pub(super) fn begin(&mut self, range: &Range<usize>) {
        if self.builder.is_none() {
            self.builder = Some(MarkupBuilder::default());
            self.span = range.clone();
            self.last = None;
        }
        self.span.end = self.span.end.max(range.end);
    }

    pub(super) fn open(&mut self, tag: Tag, html: Option<String>, range: &Range<usize>) {
        self.begin(range);
        if tag != Tag::Item {
            self.begin_item(range);
        }
        self.settle_break();
        self.builder().open(tag);
        self.open.push((tag, html));
    }

    /// Makes an item of what HTML has in a list and in none of its items, as browsers
    /// show it in a place of its own.
    fn begin_item(&mut self, range: &Range<usize>) {
        if matches!(self.open.last(), Some((Tag::List { .. }, Some(_)))) {
            self.open(Tag::Item, Some("li".to_owned()), range);
            self.last = None;
        }
    }

    pub(super) fn close_top(&mut self) {
        if let Some((tag, _)) = self.open.pop() {
            if tag.is_block() {
                self.line_break = false;
                self.gap.clear();
                self.blank = false;
            }
            match tag {
                Tag::Paragraph => self.builder().close_paragraph(),
                _ => self.builder().close(tag),
            }
        }
    }

    pub(super) fn words(&mut self, words: &str, range: &Range<usize>) {
        if words.is_empty() {
            return;
        }
        if self.builder.is_none() {
            self.open(Tag::Paragraph, Some(String::new()), range);
        }
        self.begin(range);
        self.begin_item(range);
        if self.line_break
            && words.chars().all(char::is_whitespace)
            && !self.is_in(|tag| tag == Tag::CodeBlock)
        {
            self.gap.push_str(words);
            return;
        }
        self.settle_break();
        if let Some(label) = self.label.take() {
            self.builder().text(&label);
        }
        // All letters of their block begin with this byte, and few texts have one.
        if memchr::memchr(0xE2, words.as_bytes()).is_some() && words.contains(is_isolate) {
            self.note(Unheld::Direction, range.clone());
            let plain: String = words.chars().filter(|c| !is_isolate(*c)).collect();
            self.builder().text(&plain);
        } else {
            self.builder().text(words);
        }
        self.last = words.chars().next_back();
    }

    pub(super) fn break_line(&mut self, range: &Range<usize>) {
        if self.is_in(|tag| tag == Tag::Cell) {
            self.note(Unheld::BreakInCell, range.clone());
            self.words(" ", range);
        } else if self.builder.is_some() && self.heading.is_none() {
            if !self.gap.is_empty() && !self.gap.ends_with('\n') {
                self.gap.push('\n');
            }
            self.line_break = true;
        } else if self.heading.is_some() {
            self.words(" ", range);
        }
    }

    /// A line break stands between words, never at an end.
    fn settle_break(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        if std::mem::take(&mut self.line_break) && self.last.is_some() {
            for line in gap.split('\n') {
                self.builder().line_break();
                self.builder().text(line);
            }
        }
    }

    pub(super) fn is_in(&self, which: impl Fn(Tag) -> bool) -> bool {
        self.open.iter().any(|(tag, _)| which(*tag))
    }

    fn start(&mut self, tag: SourceTag<'_>, range: Range<usize>) {
        let tag = match tag {
            SourceTag::Table(columns) => {
                let columns: Vec<Alignment> = columns.iter().map(alignment).collect();
                self.begin(&range);
                self.builder().table(&columns)
            }
            SourceTag::Link { link_type, dest_url, title, .. } => {
                if !title.is_empty() {
                    self.note(Unheld::LinkTitle, range.clone());
                }
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                self.link(&format!("{scheme}{dest_url}"), None, &range);
                return;
            }
            SourceTag::Image { dest_url, .. } => {
                self.note(Unheld::Image, range.clone());
                // A link holds no other: words stand for a picture in one.
                if self.is_in(|tag| matches!(tag, Tag::Link(_))) {
                    self.open.push((Tag::Isolate, None));
                } else {
                    self.link(&dest_url, None, &range);
                }
                return;
            }
            SourceTag::Heading { level, .. } if self.open.is_empty() && !self.in_footnote => {
                self.begin(&range);
                self.heading = Some(level as u8);
                return;
            }
            SourceTag::Heading { .. } => {
                self.note(Unheld::NestedHeading, range.clone());
                self.open(Tag::Paragraph, None, &range);
                self.open(Tag::Strong, None, &range);
                return;
            }
            SourceTag::FootnoteDefinition(label) => {
                self.note(Unheld::Footnote, range);
                self.label = Some(format!("[{label}] "));
                self.in_footnote = true;
                return;
            }
            tag => same(&tag),
        };
        self.open(tag, None, &range);
    }

    pub(super) fn link(&mut self, target: &str, html: Option<String>, range: &Range<usize>) {
        self.begin(range);
        let target: String = target.chars().filter(|c| !is_isolate(*c)).collect();
        let tag = self.builder().link(&target);
        self.open(tag, html, range);
    }

    fn end(&mut self, tag: TagEnd) {
        // What HTML left open ends with what it stands in.
        while self.open.last().is_some_and(|(_, html)| html.is_some()) {
            self.close_top();
        }
        match tag {
            TagEnd::FootnoteDefinition => {
                self.in_footnote = false;
                self.label = None;
                return;
            }
            TagEnd::Heading(_) if self.heading.is_some() => {}
            TagEnd::Heading(_) => {
                self.close_top();
                self.close_top();
            }
            TagEnd::Image if self.open.last() == Some(&(Tag::Isolate, None)) => {
                self.open.pop();
            }
            _ => self.close_top(),
        }
        // A mark that ends in a heading does not end the heading.
        if self.heading.is_none() || matches!(tag, TagEnd::Heading(_)) {
            self.end_block_at_top();
        }
    }

    fn end_block_at_top(&mut self) {
        if self.open.is_empty() {
            self.end_block();
        }
    }

    pub(super) fn end_block(&mut self) {
        while !self.open.is_empty() {
            self.close_top();
        }
        self.line_break = false;
        self.gap.clear();
        self.blank = false;
        let heading = self.heading.take();
        let Some(builder) = self.builder.take() else { return };
        let text = builder.finish();
        let span = self.span.clone();
        if let Some(level) = heading {
            let id = self.id_of(&span).or_else(|| self.anchor.take());
            let heading = Some(Heading { level, text, id, span });
            self.page.parts.push(Part { heading, blocks: Vec::new() });
            return;
        }
        // Of an item without words readers still see its number.
        let is_seen =
            |event| matches!(event, Event::Rule | Event::Open(Tag::List { start: Some(_) }));
        if text.is_empty() && text.links().is_empty() && !text.events().any(is_seen) {
            return;
        }
        if text.text().trim() == "^" {
            // The end of a list in Kramdown.
            return self.note(Unheld::Attributes, span);
        }
        if self.in_footnote {
            self.footnotes.push(Block { text, id: None, span });
            return;
        }
        let id = self.id_of(&span);
        if let Some(part) = self.page.parts.last_mut() {
            part.blocks.push(Block { text, id, span });
        }
    }

    /// The id that an attribute list in the block, or just below it, gives.
    fn id_of(&mut self, span: &Range<usize>) -> Option<String> {
        let end = self.source[..span.end].trim_end().len();
        // They stand in the order of the page, and what is far behind is another's.
        let first = self.lists.partition_point(|list| list.span.start < end);
        let is_near = |list: &&mut Attributes| {
            let between = &self.source[end..list.span.start];
            let is_behind = between.trim().is_empty() && between.matches('\n').count() <= 1;
            is_behind || span.contains(&list.span.start)
        };
        let mut near = self.lists[first..].iter_mut().take_while(is_near);
        let list = near.find(|list| list.id.is_some() && !list.is_used)?;
        list.is_used = true;
        let (id, says_more, span) = (list.id.clone(), list.says_more, list.span.clone());
        if says_more {
            self.note(Unheld::Attributes, span);
        }
        id
    }

    pub(super) fn finish(mut self, templates: Vec<Range<usize>>) -> Page {
        self.end_block();
        let footnotes = std::mem::take(&mut self.footnotes);
        if let Some(part) = self.page.parts.last_mut() {
            part.blocks.extend(footnotes);
        }
        let left = std::mem::take(&mut self.lists).into_iter().filter(|list| !list.is_used);
        for list in left {
            self.note(Unheld::Attributes, list.span);
        }
        for span in templates {
            self.note(Unheld::Template, span);
        }
        let is_nothing = |part: &Part| part.heading.is_none() && part.blocks.is_empty();
        self.page.parts.retain(|part| !is_nothing(part));
        self.page.notes.sort_by_key(|note| (note.span.start, note.span.end));
        self.page
    }
}
