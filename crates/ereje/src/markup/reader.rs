//! Reading Markdown, event by event.

use std::ops::Range;

use pulldown_cmark::{
    Alignment as CellAlignment, Event as Source, LinkType, Options, Parser, Tag as SourceTag,
};

use super::{Alignment, Mark, Markup, Problem, Tag};

/// Reads the text of a clause.
pub(super) fn read(text: &str) -> Markup {
    let prepared = unwrap_isolates(text);
    let source = prepared.as_deref().unwrap_or(text);
    let mut reader = Reader {
        source,
        markup: Markup::default(),
        open: Vec::new(),
        isolates: prepared.is_some(),
    };
    reader.markup.text.reserve(source.len());
    for (event, range) in Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter() {
        reader.take(event, range);
    }
    reader.markup
}

/// How a column is set.
pub(super) fn alignment(column: &CellAlignment) -> Alignment {
    match column {
        CellAlignment::Center => Alignment::Center,
        CellAlignment::Right => Alignment::End,
        CellAlignment::Left | CellAlignment::None => Alignment::Start,
    }
}

/// The structure that is the same in a text and in CommonMark; what is no such one is
/// a paragraph.
pub(super) fn same(tag: &SourceTag<'_>) -> Tag {
    match tag {
        SourceTag::BlockQuote(_) => Tag::Quote,
        SourceTag::List(start) => Tag::List { start: *start },
        SourceTag::Item => Tag::Item,
        SourceTag::CodeBlock(_) => Tag::CodeBlock,
        SourceTag::TableHead => Tag::HeadRow,
        SourceTag::TableRow => Tag::Row,
        SourceTag::TableCell => Tag::Cell,
        SourceTag::Emphasis => Tag::Emphasis,
        SourceTag::Strong => Tag::Strong,
        _ => Tag::Paragraph,
    }
}

struct Reader<'s> {
    source: &'s str,
    markup: Markup,
    open: Vec<Tag>,
    /// Whether the source has isolation marks at all.
    isolates: bool,
}

impl Reader<'_> {
    fn take(&mut self, event: Source<'_>, range: Range<usize>) {
        match event {
            Source::Start(tag) => self.open(tag, range),
            Source::End(_) => self.close(),
            Source::Text(text) => self.text(&text),
            Source::Code(text) => {
                self.push(Mark::Open(Tag::Code));
                self.markup.text.extend(text.chars().filter(|c| !is_isolate(*c)));
                self.push(Mark::Close(Tag::Code));
            }
            Source::SoftBreak => {
                let before = self.markup.text.chars().next_back();
                let after = self.source[range.end..].chars().find(|c| !" *_[`>".contains(*c));
                if !(before.is_some_and(is_set_solid) && after.is_some_and(is_set_solid)) {
                    self.markup.text.push(' ');
                }
            }
            Source::HardBreak => self.push(Mark::Break),
            Source::Rule => {
                self.end_isolates();
                self.push(Mark::Rule);
            }
            Source::Html(_) | Source::InlineHtml(_) => {
                let html = self.source[range].trim().to_owned();
                self.markup.problems.push(Problem::RawHtml(html));
            }
            // Features of pulldown-cmark that are not switched on.
            _ => {}
        }
    }

    fn open(&mut self, tag: SourceTag<'_>, range: Range<usize>) {
        let tag = match tag {
            SourceTag::Table(columns) => {
                self.markup.tables.push(columns.iter().map(alignment).collect());
                Tag::Table(self.markup.tables.len() - 1)
            }
            SourceTag::Link { link_type, dest_url, .. } => {
                let mut target: String = dest_url.chars().filter(|c| !is_isolate(*c)).collect();
                if link_type == LinkType::Email {
                    target.insert_str(0, "mailto:");
                }
                if link_type == LinkType::Autolink {
                    // Escapes of a fact's value; no URL has a backslash.
                    target.retain(|c| c != '\\');
                }
                self.markup.links.push(target);
                Tag::Link(self.markup.links.len() - 1)
            }
            SourceTag::Heading { .. } => {
                self.markup.problems.push(Problem::Heading(first_line(&self.source[range])));
                Tag::Paragraph
            }
            SourceTag::Image { .. } => {
                self.markup.problems.push(Problem::Image(first_line(&self.source[range])));
                Tag::Emphasis
            }
            tag => same(&tag),
        };
        if tag.is_block() {
            self.end_isolates();
        }
        self.push(Mark::Open(tag));
        self.open.push(tag);
    }

    fn close(&mut self) {
        while let Some(tag) = self.open.pop() {
            self.push(Mark::Close(tag));
            // An isolate that was left open ends with what it stands in.
            if tag != Tag::Isolate {
                break;
            }
        }
    }

    /// Ends what was left open in the words of an item before a block that follows them.
    fn end_isolates(&mut self) {
        while self.open.pop_if(|tag| *tag == Tag::Isolate).is_some() {
            self.push(Mark::Close(Tag::Isolate));
        }
    }

    fn text(&mut self, text: &str) {
        let in_link = matches!(self.open.last(), Some(Tag::Link(_)));
        let is_autolink = in_link && text.starts_with("http") && text.contains('\\');
        if is_autolink {
            self.markup.text.extend(text.chars().filter(|c| *c != '\\'));
            return;
        }
        if !self.isolates {
            self.markup.text.push_str(text);
            return;
        }
        for (nth, part) in text.split(is_isolate).enumerate() {
            if nth > 0 {
                let mark = self.mark_before(text, part);
                self.isolate(mark);
            }
            self.markup.text.push_str(part);
        }
    }

    /// The mark that stands before `part`, a slice of `text`.
    fn mark_before(&self, text: &str, part: &str) -> char {
        let at = part.as_ptr() as usize - text.as_ptr() as usize;
        text[..at].chars().next_back().unwrap_or(ISOLATE_END)
    }

    fn isolate(&mut self, mark: char) {
        if mark != ISOLATE_END {
            self.push(Mark::Open(Tag::Isolate));
            self.open.push(Tag::Isolate);
        } else if self.open.last() == Some(&Tag::Isolate) {
            self.open.pop();
            self.push(Mark::Close(Tag::Isolate));
        }
    }

    fn push(&mut self, mark: Mark) {
        self.markup.marks.push((self.markup.text.len(), mark));
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim().to_owned()
}

const ISOLATE_START: char = '\u{2068}';
const ISOLATE_END: char = '\u{2069}';

pub(super) fn is_isolate(c: char) -> bool {
    c == ISOLATE_START || c == ISOLATE_END
}

/// Takes the isolation marks out of autolinks, which they would break.
fn unwrap_isolates(text: &str) -> Option<String> {
    text.contains(ISOLATE_START).then(|| text.replace("<\u{2068}", "<").replace("\u{2069}>", ">"))
}

/// Characters of scripts that are set without spaces between words and where
/// a line break is none either (CSS Text, segment break transformation).
pub(super) fn is_set_solid(c: char) -> bool {
    matches!(c as u32,
        0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x2_0000..=0x3_FFFF)
        // Hangul has spaces.
        && !matches!(c as u32, 0x3130..=0x318F | 0xFFA0..=0xFFDC)
}
