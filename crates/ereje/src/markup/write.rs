//! Text with marks back to CommonMark, so that reading it gives the same text
//! with the same marks.

mod signs;

use std::fmt::Write as _;

use signs::{Around, code_span, destination, escaped, is_address, longest_run};

use super::{Alignment, Event, Markup, Tag};

/// The text as a person would type it: a paragraph is one line, code blocks
/// stand between fences, addresses that are their own words between `<` and `>`.
///
/// Nearly every text is read back as it was. What CommonMark has no way to say
/// (emphasis that ends in the middle of a word, behind a sign) is not; compare
/// where that matters.
#[must_use]
pub fn write(markup: &Markup) -> String {
    let events: Vec<Event<'_>> = markup.events().collect();
    let mut writer = Writer { markup, events: &events, out: Out::default(), marks: Vec::new() };
    writer.blocks(0, events.len(), false);
    let mut text = writer.out.text;
    text.truncate(text.trim_end_matches('\n').len());
    text
}

/// Lines behind the markers of the blocks that they stand in.
#[derive(Default)]
struct Out {
    text: String,
    /// What each further line of a block begins with.
    prefix: String,
    /// Whether the line is begun, so that the next words stand in it.
    begun: bool,
}

impl Out {
    fn begin(&mut self) {
        if !self.begun {
            self.text.push_str(&self.prefix);
            self.begun = true;
        }
    }

    fn push(&mut self, words: &str) {
        self.begin();
        self.text.push_str(words);
    }

    fn end(&mut self) {
        if self.begun {
            self.text.push('\n');
            self.begun = false;
        }
    }

    /// A blank line, where something stands before.
    fn blank(&mut self) {
        self.end();
        if !self.text.is_empty() {
            let prefix = self.prefix.trim_end().to_owned();
            self.text.push_str(&prefix);
            self.text.push('\n');
        }
    }
}

struct Writer<'m> {
    markup: &'m Markup,
    events: &'m [Event<'m>],
    out: Out,
    /// The signs that opened the emphasis around.
    marks: Vec<&'static str>,
}

impl Writer<'_> {
    /// Where the structure that opens at `at` closes.
    fn close_of(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        for (nth, event) in self.events.iter().enumerate().skip(at) {
            match event {
                Event::Open(_) => depth += 1,
                Event::Close(_) => {
                    depth -= 1;
                    if depth == 0 {
                        return nth;
                    }
                }
                _ => {}
            }
        }
        self.events.len()
    }

    /// The blocks from `at` to `end`. Those of a tight item follow each other
    /// without a blank line.
    fn blocks(&mut self, mut at: usize, end: usize, tight: bool) {
        let mut first = true;
        // The marker of the list just before, which the next one must differ from.
        let mut before: Option<(bool, bool)> = None;
        while at < end {
            let list = match self.events[at] {
                Event::Open(Tag::List { start }) => Some(start),
                _ => None,
            };
            if !first {
                // Two quotes without a blank line between them would be one.
                let quotes = at > 0
                    && self.events[at - 1] == Event::Close(Tag::Quote)
                    && self.events[at] == Event::Open(Tag::Quote);
                if tight && !quotes { self.out.end() } else { self.out.blank() }
            }
            first = false;
            if let Some(start) = list {
                let close = self.close_of(at);
                let other = before == Some((start.is_some(), false));
                self.list(at, close, start, other);
                before = Some((start.is_some(), other));
                at = close + 1;
                continue;
            }
            before = None;
            at = self.block(at, end);
        }
    }

    fn block(&mut self, at: usize, end: usize) -> usize {
        match self.events[at] {
            Event::Open(Tag::Quote) => {
                let close = self.close_of(at);
                self.out.push("> ");
                let length = self.out.prefix.len();
                self.out.prefix.push_str("> ");
                self.blocks(at + 1, close, false);
                self.out.end();
                self.out.prefix.truncate(length);
                close + 1
            }
            Event::Open(Tag::CodeBlock) => {
                let close = self.close_of(at);
                self.code_block(at + 1, close);
                close + 1
            }
            Event::Open(Tag::Table(table)) => {
                let close = self.close_of(at);
                self.table(at + 1, close, table);
                close + 1
            }
            Event::Open(Tag::Paragraph) => {
                let close = self.close_of(at);
                self.inline(at + 1, close, false);
                self.out.end();
                close + 1
            }
            Event::Rule => {
                self.out.push("***");
                self.out.end();
                at + 1
            }
            _ => {
                // Words of a tight item, up to its next block.
                let is_block = |event: &Event<'_>| {
                    matches!(
                        event,
                        Event::Open(
                            Tag::Quote
                                | Tag::CodeBlock
                                | Tag::Table(_)
                                | Tag::Paragraph
                                | Tag::List { .. }
                        ) | Event::Rule
                    )
                };
                let rest = &self.events[at..end];
                let stop = rest.iter().position(is_block).map_or(end, |found| at + found);
                self.inline(at, stop, false);
                self.out.end();
                stop
            }
        }
    }

    fn list(&mut self, at: usize, close: usize, start: Option<u64>, other: bool) {
        let items = at + 1..close;
        let mut number = start;
        let mut item = items.start;
        let is_loose = self.is_loose(items.start, close);
        let mut first = true;
        while item < items.end {
            let end = self.close_of(item);
            if !first {
                if is_loose { self.out.blank() } else { self.out.end() }
            }
            first = false;
            let marker = match &mut number {
                Some(number) => {
                    *number += 1;
                    format!("{}{} ", *number - 1, if other { ')' } else { '.' })
                }
                None => if other { "+ " } else { "- " }.to_owned(),
            };
            if item + 1 == end {
                // An item with nothing in it has no blank behind its marker.
                self.out.push(marker.trim_end());
                self.out.end();
            } else {
                self.out.push(&marker);
                let length = self.out.prefix.len();
                self.out.prefix.extend(std::iter::repeat_n(' ', marker.len()));
                self.blocks(item + 1, end, !is_loose);
                self.out.end();
                self.out.prefix.truncate(length);
            }
            item = end + 1;
        }
    }

    /// Whether the items are set apart: their words are paragraphs.
    fn is_loose(&self, mut item: usize, close: usize) -> bool {
        while item < close {
            let end = self.close_of(item);
            let mut at = item + 1;
            while at < end {
                match self.events[at] {
                    Event::Open(Tag::Paragraph) => return true,
                    Event::Open(_) => at = self.close_of(at),
                    _ => {}
                }
                at += 1;
            }
            item = end + 1;
        }
        false
    }

    fn code_block(&mut self, at: usize, close: usize) {
        let mut code = String::new();
        for event in &self.events[at..close] {
            match event {
                Event::Text(text) => code.push_str(text),
                Event::Open(_) => code.push('\u{2068}'),
                Event::Close(_) => code.push('\u{2069}'),
                Event::Break | Event::Rule => {}
            }
        }
        let fence = "`".repeat(longest_run(&code).max(2) + 1);
        self.out.push(&fence);
        self.out.end();
        for line in code.lines() {
            self.out.push(line);
            self.out.end();
        }
        self.out.push(&fence);
        self.out.end();
    }

    fn table(&mut self, at: usize, close: usize, table: usize) {
        let mut row = at;
        while row < close {
            let end = self.close_of(row);
            self.out.push("|");
            let mut cell = row + 1;
            while cell < end {
                let cell_end = self.close_of(cell);
                self.out.push(" ");
                self.inline(cell + 1, cell_end, true);
                self.out.push(" |");
                cell = cell_end + 1;
            }
            self.out.end();
            if self.events[row] == Event::Open(Tag::HeadRow) {
                self.out.push("|");
                for column in self.markup.alignments(table) {
                    self.out.push(match column {
                        Alignment::Start => " --- |",
                        Alignment::Center => " :-: |",
                        Alignment::End => " --: |",
                    });
                }
                self.out.end();
            }
            row = end + 1;
        }
    }

    fn inline(&mut self, from: usize, to: usize, in_cell: bool) {
        let mut at = from;
        let mut starts_line = true;
        let mut in_link = false;
        while at < to {
            match self.events[at] {
                Event::Text(text) => {
                    let is_mark = |event: Option<&Event<'_>>| {
                        matches!(
                            event,
                            Some(
                                Event::Open(Tag::Emphasis | Tag::Strong)
                                    | Event::Close(Tag::Emphasis | Tag::Strong)
                            )
                        )
                    };
                    let before = at.checked_sub(1).and_then(|before| self.events.get(before));
                    let around = Around {
                        starts_line,
                        ends_line: at + 1 == to || self.events[at + 1] == Event::Break,
                        behind_mark: matches!(before, Some(Event::Open(_))) && is_mark(before),
                        before_mark: matches!(self.events.get(at + 1), Some(Event::Close(_)))
                            && is_mark(self.events.get(at + 1)),
                        before_link: matches!(
                            self.events.get(at + 1),
                            Some(Event::Open(Tag::Link(_)))
                        ),
                        in_link,
                        in_cell,
                    };
                    let escaped = escaped(text, around);
                    self.out.push(&escaped);
                }
                Event::Break => {
                    if in_cell {
                        // A row is one line.
                        self.out.push(" ");
                    } else {
                        // At the end of a link the parser takes the backslash for itself.
                        let ends_link = !starts_line
                            && matches!(self.events.get(at + 1), Some(Event::Close(Tag::Link(_))));
                        self.out.push(if ends_link { "  " } else { "\\" });
                        self.out.end();
                    }
                    starts_line = true;
                    at += 1;
                    continue;
                }
                Event::Open(Tag::Code) => {
                    let close = self.close_of(at);
                    let code: String = self.events[at..close].iter().filter_map(words).collect();
                    let code = code_span(&code);
                    self.out.push(&if in_cell { code.replace('|', "\\|") } else { code });
                    at = close;
                }
                Event::Open(Tag::Link(link)) => {
                    let close = self.close_of(at);
                    let target = self.markup.link(link);
                    let text: String = self.events[at..close].iter().filter_map(words).collect();
                    let is_plain = self.events[at + 1..close].iter().all(|e| words(e).is_some());
                    if is_plain && is_address(&text, target) && !(in_cell && text.contains('|')) {
                        let _ = write!(self.out_line(), "<{text}>");
                        at = close;
                    } else {
                        self.out.push("[");
                        in_link = true;
                    }
                }
                Event::Close(Tag::Link(link)) => {
                    let target = destination(self.markup.link(link), in_cell);
                    let _ = write!(self.out_line(), "]({target})");
                    in_link = false;
                }
                Event::Open(tag @ (Tag::Emphasis | Tag::Strong)) => {
                    let star = !self.out.text.ends_with('*');
                    let sign = match (tag, star) {
                        (Tag::Strong, true) => "**",
                        (Tag::Strong, false) => "__",
                        (_, true) => "*",
                        (_, false) => "_",
                    };
                    self.marks.push(sign);
                    self.out.push(sign);
                }
                Event::Close(Tag::Emphasis | Tag::Strong) => {
                    let sign = self.marks.pop().unwrap_or_default();
                    self.out.push(sign);
                }
                Event::Open(Tag::Isolate) => self.out.push("\u{2068}"),
                Event::Close(Tag::Isolate) => self.out.push("\u{2069}"),
                // Redlines are never written as CommonMark.
                Event::Open(_) | Event::Close(_) | Event::Rule => {}
            }
            starts_line = false;
            at += 1;
        }
    }

    fn out_line(&mut self) -> &mut String {
        self.out.begin();
        &mut self.out.text
    }
}

fn words<'m>(event: &Event<'m>) -> Option<&'m str> {
    match event {
        Event::Text(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
