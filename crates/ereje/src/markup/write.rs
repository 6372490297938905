//! Text with marks back to CommonMark, so that reading it gives the same text
//! with the same marks.

use std::fmt::Write as _;

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
                if tight { self.out.end() } else { self.out.blank() }
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
                        self.out.push("\\");
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
                    }
                }
                Event::Close(Tag::Link(link)) => {
                    let target = destination(self.markup.link(link), in_cell);
                    let _ = write!(self.out_line(), "]({target})");
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

/// Where words stand.
#[derive(Clone, Copy)]
struct Around {
    starts_line: bool,
    ends_line: bool,
    /// Just within emphasis, which a blank there would undo.
    behind_mark: bool,
    before_mark: bool,
    before_link: bool,
    in_cell: bool,
}

/// Words that stand for themselves. Only what would mean something is escaped,
/// so that people can read and edit the text.
fn escaped(text: &str, around: Around) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    // Blanks mean something at an edge alone; plain words are copied as a whole.
    let bytes = text.as_bytes();
    let could_mean = |at: &usize| match bytes[*at] {
        b' ' | b'\t' => *at == 0 || *at + 1 == bytes.len(),
        byte => is_sign(byte),
    };
    while let Some(at) = (done..bytes.len()).find(could_mean) {
        out.push_str(&text[done..at]);
        let c = char::from(bytes[at]);
        let before = text[..at].chars().next_back();
        let next = text[at + 1..].chars().next();
        done = at + 1;
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let at_edge = (at == 0 && (around.starts_line || around.behind_mark))
            || (next.is_none() && (around.ends_line || around.before_mark));
        let special = match c {
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            '*' | '`' => true,
            '_' => !(word(before) && word(next)),
            '[' | ']' => {
                around.before_link || next.map_or(!around.ends_line, |next| "(:[]".contains(next))
            }
            '!' => next.is_none() && around.before_link,
            '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '&' => next.is_none_or(|next| next.is_ascii_alphanumeric() || next == '#'),
            '|' => around.in_cell,
            ' ' | '\t' if at_edge => {
                let _ = write!(out, "&#{};", c as u32);
                continue;
            }
            '\n' | '\r' => {
                let _ = write!(out, "&#{};", c as u32);
                continue;
            }
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out.push_str(&text[done..]);
    if around.starts_line { escaped_start(out) } else { out }
}

/// Whether a byte is a sign that means something somewhere.
fn is_sign(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'*' | b'`' | b'_' | b'[' | b']' | b'!' | b'<' | b'&' | b'|' | b'\n' | b'\r'
    )
}

/// What would begin a block at the start of a line.
fn escaped_start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = if (1..10).contains(&digits) && line[digits..].starts_with(['.', ')']) {
        let after = &line[digits + 1..];
        if !after.is_empty() && !after.starts_with([' ', '\t']) {
            return line;
        }
        digits
    } else if line.starts_with(['-', '+', '#', '=', '>', '|', ':', '~']) {
        0
    } else {
        return line;
    };
    format!("{}\\{}", &line[..at], &line[at..])
}

fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn code_span(code: &str) -> String {
    let fence = (1..).map(|length| "`".repeat(length)).find(|fence| {
        // A run of as many signs would end it.
        code.split(|c| c != '`').all(|run| run.len() != fence.len())
    });
    let fence = fence.unwrap_or_default();
    let is_padded = code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty();
    let pad = if code.starts_with('`') || code.ends_with('`') || is_padded { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

/// Whether a link can be written as its address between `<` and `>`.
fn is_address(text: &str, target: &str) -> bool {
    let is_clean = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\\".contains(c);
    if !text.chars().all(is_clean) {
        return false;
    }
    if target.strip_prefix("mailto:") == Some(text) {
        return crate::fact::is_email(text) && text.is_ascii();
    }
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    text == target
        && (2..=32).contains(&scheme.len())
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+.-".contains(&b))
}

fn destination(target: &str, in_cell: bool) -> String {
    let needs_angles = target.is_empty() || target.contains(|c: char| c == ' ' || c.is_control());
    let mut out = String::with_capacity(target.len() + 2);
    let mut rest = target.chars().peekable();
    while let Some(c) = rest.next() {
        let special = match c {
            '\\' => rest.peek().is_none_or(char::is_ascii_punctuation),
            '<' | '>' => true,
            '(' | ')' => !needs_angles,
            '&' => rest.peek().is_some_and(|c| c.is_ascii_alphanumeric() || *c == '#'),
            '|' => in_cell,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    if needs_angles { format!("<{out}>") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(text: &str) -> String {
        let markup = Markup::parse(text);
        let written = write(&markup);
        assert_eq!(Markup::parse(&written), markup, "{text}\n---\n{written}");
        written
    }

    /// What it consists of, where a fence ends its last line in any case.
    fn told(markup: &Markup) -> Vec<String> {
        let mut told = Vec::new();
        for event in markup.events() {
            match event {
                Event::Close(Tag::CodeBlock) => {
                    let line = told.pop().filter(|line: &String| !line.ends_with("CodeBlock)"));
                    told.push(line.unwrap_or_default().trim_end().to_owned());
                }
                Event::Text(text) => told.push(text.to_owned()),
                Event::Open(Tag::Link(link)) => told.push(markup.link(link).to_owned()),
                event => told.push(format!("{event:?}")),
            }
        }
        told
    }

    #[test]
    fn what_people_write_is_written_as_they_write_it() {
        for text in [
            "One **two** *three* `four` [five](https://example.com/a_b).",
            "- a\n- b\n  1. c\n  2. d\n- e",
            "1. One.\n\n   More.\n\n2. Two.",
            "> Quoted.\n>\n> - a\n> - b",
            "| A | B |\n| --- | --: |\n| x | 1 |\n| y \\| z | 2 |",
            "```\nlet a = 1;\n\n  b\n```",
            "<https://example.com> and <a@example.com>",
            "One\\\ntwo \u{2068}9 EUR\u{2069}",
            "privacy[at]example[dot]com, and 5 < 6",
            "a\n\n***\n\nb",
        ] {
            assert_eq!(again(text), text);
        }
    }

    #[test]
    fn signs_that_mean_something_are_escaped() {
        for text in [
            "1\\. May",
            "\\- no item",
            "\\# no heading",
            "\\[a](b) \\![c](d)",
            "!\\[x]: y",
            "\\[x]: y",
            "&amp;copy; \\&copy;",
            "a\\\n\\=== ",
            "x | y\\\n\\--|--",
            "&#32;a&#32;",
            "a&#10;b",
            "[&#32;a](<b c>) [](<>)",
            "*a **b*** **c *d*** *e*__f__",
            "``a`b`` `` ` `` `  `",
            "- a\n\n+ b\n\n- c",
            "- \n- a",
            "- > q\n\n  ```\n  c\n  ```",
            "- a\n  > q\n  - b",
            "| `a\\|b` | [x](y\\|z) |\n|---|---|\n| | |",
        ] {
            again(text);
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(1024))]
        #[test]
        fn text_that_was_read_is_written_so_that_it_is_read_again(
            blocks in proptest::collection::vec(
                proptest::sample::select(vec![
                    "One two.", "a *b* c", "**d** e", "`f|g`", "[h](i)", "<https://j.kl>",
                    "- ", "1. ", "2) ", "> ", "  ", "    ", "\n", "\n\n", "```\n", "| a | b |\n",
                    "|---|---|\n", "\\\n", "&amp;", "&#32;", "\\*", "# ", "---\n", "ж", "個",
                    "&lt;b&gt;", "{", "}", "!", "[", "](", ")", ":", "'",
                ]),
                1..24,
            )
        ) {
            let text = blocks.concat();
            let markup = Markup::parse(&text);
            if !markup.problems().is_empty() {
                return Ok(());
            }
            let written = write(&markup);
            let again = Markup::parse(&written);
            proptest::prop_assert_eq!(told(&again), told(&markup), "{:?}\n{}", text, written);
        }
    }
}
