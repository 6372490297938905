//! A whole page of Markdown: its headings and what stands below each, with what
//! a policy's text can not hold in the nearest form that it can.

mod html;

use std::ops::Range;

use pulldown_cmark::{Event as Source, LinkType, Options, Parser, Tag as SourceTag, TagEnd};

use super::attributes::{Attributes, set_apart};
use super::reader::{alignment, is_isolate, is_set_solid};
use super::{Alignment, Markup, MarkupBuilder, Tag};

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its parts, in reading order: what stands before the first heading, and
    /// each heading with what stands below it.
    pub parts: Vec<Part>,
    /// What was read as something else than it was, by place.
    pub notes: Vec<Note>,
}

/// A heading and what stands below it, up to the next one.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its heading; only the first part can be without.
    pub heading: Option<Heading>,
    /// What stands below.
    pub blocks: Vec<Block>,
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words, in one line.
    pub text: Markup,
    /// The anchor that the page gives it.
    pub id: Option<String>,
    /// Where it stands in the page, in bytes.
    pub span: Range<usize>,
}

/// A paragraph, list, table or the like that stands in no other.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it says.
    pub text: Markup,
    /// The anchor that the page gives it.
    pub id: Option<String>,
    /// Where it stands in the page, in bytes.
    pub span: Range<usize>,
}

/// Something that a policy's text can not hold, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub what: Unheld,
    /// Where it stands in the page, in bytes.
    pub span: Range<usize>,
}

/// What a policy's text can not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unheld {
    /// A tag of HTML of this name; its words are kept.
    Html(String),
    /// A comment of HTML, or what a script says: nothing that readers see.
    Hidden,
    /// A picture; a link with its description stands for it.
    Image,
    /// A footnote; it is kept as a paragraph at the end.
    Footnote,
    /// An attribute list of Kramdown or Python-Markdown.
    Attributes,
    /// A template of Liquid, which is kept as words.
    Template,
    /// The title of a link, which shows under the mouse.
    LinkTitle,
    /// A heading within a list or quotation; it is kept as strong words.
    NestedHeading,
    /// A line break in the cell of a table; it is a blank now.
    BreakInCell,
    /// A mark of direction around words.
    Direction,
}

/// Reads a page without its front matter.
#[must_use]
pub fn read_page(text: &str) -> Page {
    let (masked, lists, templates) = set_apart(text);
    let mut reader = Reader { source: &masked, lists, ..Reader::default() };
    reader.page.parts.push(Part::default());
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&masked, options).into_offset_iter() {
        reader.take(event, range);
    }
    reader.finish(templates)
}

#[derive(Default)]
struct Reader<'s> {
    source: &'s str,
    page: Page,
    lists: Vec<Attributes>,
    /// The block being read.
    builder: Option<MarkupBuilder>,
    /// Structures that are open, with the name of those that HTML opened.
    open: Vec<(Tag, Option<String>)>,
    /// Where the block begins and how far it was read.
    span: Range<usize>,
    /// The level, where the block is a heading.
    heading: Option<u8>,
    /// The last character that was read in the block.
    last: Option<char>,
    line_break: bool,
    /// HTML of a block, which comes line by line.
    html: Option<Range<usize>>,
    /// An anchor of HTML for the block that follows.
    anchor: Option<String>,
    /// Words that the next paragraph begins with.
    label: Option<String>,
    in_footnote: bool,
    footnotes: Vec<Block>,
}

impl Reader<'_> {
    fn take(&mut self, event: Source<'_>, range: Range<usize>) {
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

    fn note(&mut self, what: Unheld, span: Range<usize>) {
        self.page.notes.push(Note { what, span });
    }

    fn builder(&mut self) -> &mut MarkupBuilder {
        self.builder.get_or_insert_default()
    }

    fn begin(&mut self, range: &Range<usize>) {
        if self.builder.is_none() {
            self.builder = Some(MarkupBuilder::default());
            self.span = range.clone();
            self.last = None;
        }
        self.span.end = self.span.end.max(range.end);
    }

    fn open(&mut self, tag: Tag, html: Option<String>, range: &Range<usize>) {
        self.begin(range);
        self.settle_break();
        self.builder().open(tag);
        self.open.push((tag, html));
    }

    fn close_top(&mut self) {
        if let Some((tag, _)) = self.open.pop() {
            if is_block(tag) {
                self.line_break = false;
            }
            self.builder().close(tag);
        }
    }

    fn words(&mut self, words: &str, range: &Range<usize>) {
        if words.is_empty() {
            return;
        }
        if self.builder.is_none() {
            self.open(Tag::Paragraph, Some(String::new()), range);
        }
        self.begin(range);
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

    fn break_line(&mut self, range: &Range<usize>) {
        if self.is_in(|tag| tag == Tag::Cell) {
            self.note(Unheld::BreakInCell, range.clone());
            self.words(" ", range);
        } else if self.builder.is_some() && self.heading.is_none() {
            self.line_break = true;
        } else if self.heading.is_some() {
            self.words(" ", range);
        }
    }

    /// A line break stands between words, never at an end.
    fn settle_break(&mut self) {
        if std::mem::take(&mut self.line_break) && self.last.is_some() {
            self.builder().line_break();
        }
    }

    fn is_in(&self, which: impl Fn(Tag) -> bool) -> bool {
        self.open.iter().any(|(tag, _)| which(*tag))
    }

    fn start(&mut self, tag: SourceTag<'_>, range: Range<usize>) {
        let tag = match tag {
            SourceTag::Paragraph => Tag::Paragraph,
            SourceTag::BlockQuote(_) => Tag::Quote,
            SourceTag::List(start) => Tag::List { start },
            SourceTag::Item => Tag::Item,
            SourceTag::CodeBlock(_) => Tag::CodeBlock,
            SourceTag::Table(columns) => {
                let columns: Vec<Alignment> = columns.iter().map(alignment).collect();
                self.begin(&range);
                self.builder().table(&columns)
            }
            SourceTag::TableHead => Tag::HeadRow,
            SourceTag::TableRow => Tag::Row,
            SourceTag::TableCell => Tag::Cell,
            SourceTag::Emphasis => Tag::Emphasis,
            SourceTag::Strong => Tag::Strong,
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
            _ => Tag::Paragraph,
        };
        self.open(tag, None, &range);
    }

    fn link(&mut self, target: &str, html: Option<String>, range: &Range<usize>) {
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
            TagEnd::CodeBlock => self.close_top(),
            _ => self.close_top(),
        }
        self.end_block_at_top();
    }

    fn end_block_at_top(&mut self) {
        if self.open.is_empty() {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        while !self.open.is_empty() {
            self.close_top();
        }
        self.line_break = false;
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
        if text.is_empty()
            && text.links().is_empty()
            && !text.events().any(|e| e == super::Event::Rule)
        {
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

    fn finish(mut self, templates: Vec<Range<usize>>) -> Page {
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

fn is_block(tag: Tag) -> bool {
    super::is_block(super::Mark::Open(tag))
}

#[cfg(test)]
mod tests {
    use super::super::write;
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut told = Vec::new();
        for part in read_page(text).parts {
            if let Some(heading) = part.heading {
                let id = heading.id.map(|id| format!(" #{id}")).unwrap_or_default();
                told.push(format!("h{} {}{id}", heading.level, write(&heading.text)));
            }
            for block in part.blocks {
                let id = block.id.map(|id| format!(" #{id}")).unwrap_or_default();
                told.push(format!("{}{id}", write(&block.text)));
            }
        }
        told
    }

    fn notes(text: &str) -> Vec<Unheld> {
        read_page(text).notes.into_iter().map(|note| note.what).collect()
    }

    #[test]
    fn headings_cut_a_page() {
        assert_eq!(
            told(
                "Before.\n{: #start}\n\n# A *b* {#own}\n\nText [x].\n\n- a\n  - b\n\nC\n---\n\n[x]: y 'z'\n"
            ),
            ["Before. #start", "h1 A *b* #own", "Text [x](y).", "- a\n  - b", "h2 C"]
        );
        assert_eq!(told("- a\n\n^\n\n- b"), ["- a", "- b"]);
        assert_eq!(told("## A\n{: #b .c}\n\nText"), ["h2 A #b", "Text"]);
    }

    #[test]
    fn html_is_read_as_what_it_means() {
        assert_eq!(
            told("One <b>two</b><br>\nthree <a href=\"x\">four</a> <u>five</u>"),
            ["One **two**\\\nthree [four](x) five"]
        );
        assert_eq!(
            told(
                "<h2 id=\"a\">A &amp; B</h2>\n<p>One <em>two</em>.</p>\n<ul><li>x</li><li>y</li></ul>"
            ),
            ["h2 A & B #a", "One *two*.", "- x\n- y"]
        );
        assert_eq!(told("<div>\n\n*a*\n\n</div>"), ["*a*"]);
        assert_eq!(told("<a name=\"old\"></a>\n\n## New"), ["h2 New #old"]);
        assert_eq!(notes("<!-- x -->\n\n<u>y</u>"), [Unheld::Hidden, Unheld::Html("u".into())]);
    }

    #[test]
    fn what_can_not_be_held_is_told() {
        assert_eq!(
            told("![a b](c.png) [^1]\n\n[^1]: Note.\n\nEnd."),
            ["[a b](c.png) [1]", "End.", "[1] Note."]
        );
        assert_eq!(
            notes("![a](b)\n\n{{ c }}\n\n> # d\n\n*e*{: .f}"),
            [Unheld::Image, Unheld::Template, Unheld::NestedHeading, Unheld::Attributes]
        );
    }
}
