//! HTML in a page, as the marks that mean the same.

use std::ops::Range;

use super::super::Tag;
use super::super::tags::{Piece, is_block_level, pieces};
use super::Unheld;
use super::reader::Reader;

impl Reader<'_> {
    /// HTML that stands by itself.
    pub(super) fn html_block(&mut self, span: Range<usize>) {
        let is_top = self.open.is_empty();
        self.html_pieces(span, true);
        if is_top {
            self.end_block();
        }
    }

    pub(super) fn html_pieces(&mut self, span: Range<usize>, is_block: bool) {
        let html = &self.source[span.clone()];
        for (piece, place) in pieces(html) {
            let place = span.start + place.start..span.start + place.end;
            match piece {
                Piece::Hidden => self.note(Unheld::Hidden, place),
                Piece::Words(words) => self.html_words(&words, &place),
                Piece::Open { name, attributes, is_closed } => {
                    self.html_open(&name, &attributes, is_closed, &place, is_block);
                }
                // Browsers show `</br>` as a break.
                Piece::Close(name) if name == "br" => self.break_line(&place),
                // In the middle of a line there is no block to close, but browsers begin
                // another line.
                Piece::Close(name) if !is_block && is_block_level(&name) => {
                    self.break_line(&place);
                }
                Piece::Close(name) => self.html_close(&name),
            }
        }
    }

    fn html_words(&mut self, words: &str, place: &Range<usize>) {
        if self.is_in(|tag| tag == Tag::CodeBlock) {
            // Lines of code stand as they are, but for blank ones at the ends.
            let words = if self.last.is_none() { words.trim_start_matches('\n') } else { words };
            let words: String = words
                .split_inclusive('\n')
                .map(|line| match line.strip_suffix('\n') {
                    Some(line) => format!("{}\n", line.trim_end()),
                    None => line.to_owned(),
                })
                .collect();
            return self.words(&words, place);
        }
        self.blank |= words.starts_with(char::is_whitespace);
        let folded = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !folded.is_empty() {
            self.settle_blank(place);
            self.words(&folded, place);
            self.blank = words.ends_with(char::is_whitespace);
        }
    }

    /// Writes the blank that white space stands for: one between words, and none at
    /// either end of a block or of a line.
    fn settle_blank(&mut self, place: &Range<usize>) {
        let is_inside = self.builder.is_some()
            && !matches!(self.open.last(), Some((Tag::List { .. } | Tag::Quote, _)));
        if std::mem::take(&mut self.blank)
            && is_inside
            && self.last.is_some_and(|last| !last.is_whitespace())
            && !self.line_break
        {
            self.words(" ", place);
        }
    }

    fn html_open(
        &mut self,
        name: &str,
        attributes: &[(String, String)],
        is_closed: bool,
        place: &Range<usize>,
        is_block: bool,
    ) {
        let attribute = |key: &str| {
            let found = attributes.iter().find(|(known, _)| known == key);
            found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
        };
        let html = Some(name.to_owned());
        if let Some(id) = attribute("id").or_else(|| attribute("name"))
            && (is_block || name == "a")
        {
            self.anchor = Some(id.to_owned());
        }
        match name {
            "br" => self.break_line(place),
            "b" | "strong" => self.open_inline(Tag::Strong, html, place),
            "i" | "em" => self.open_inline(Tag::Emphasis, html, place),
            "pre" if is_block => {
                self.open_block(Tag::CodeBlock, html, place);
            }
            "code" if self.is_in(|tag| tag == Tag::CodeBlock) => {}
            "code" | "tt" | "kbd" | "samp" => self.open_inline(Tag::Code, html, place),
            "a" => {
                if let Some(target) = attribute("href")
                    && !self.is_in(|tag| matches!(tag, Tag::Link(_)))
                {
                    let target = target.to_owned();
                    self.begin_words(place);
                    self.link(&target, html, place);
                }
            }
            "img" => {
                self.note(Unheld::Image, place.clone());
                let words = attribute("alt").or_else(|| attribute("src")).unwrap_or_default();
                let (words, target) = (words.to_owned(), attribute("src").map(str::to_owned));
                self.begin_words(place);
                match target.filter(|_| !self.is_in(|tag| matches!(tag, Tag::Link(_)))) {
                    Some(target) => {
                        self.link(&target, html, place);
                        self.words(&words, place);
                        self.close_top();
                    }
                    None => self.words(&words, place),
                }
            }
            _ if !is_block || is_closed => {
                self.note(Unheld::Html(name.to_owned()), place.clone());
                if !is_block && is_block_level(name) {
                    self.break_line(place);
                }
            }
            "p" | "div" | "tr" | "dt" | "dd" => {
                if name != "p" {
                    self.note(Unheld::Html(name.to_owned()), place.clone());
                }
                self.end_paragraph();
            }
            "td" | "th" => {
                self.note(Unheld::Html(name.to_owned()), place.clone());
                self.break_line(place);
            }
            "ul" => self.open_block(Tag::List { start: None }, html, place),
            "ol" => {
                let start = attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.open_block(Tag::List { start: Some(start) }, html, place);
            }
            "li" => {
                self.close_to("li", &["ul", "ol"]);
                let in_list = matches!(self.open.last(), Some((Tag::List { .. }, _)));
                if in_list {
                    self.open(Tag::Item, html, place);
                    self.last = None;
                } else {
                    self.end_paragraph();
                }
            }
            "blockquote" => self.open_block(Tag::Quote, html, place),
            "hr" => {
                self.end_paragraph();
                if self.open.is_empty() {
                    self.end_block();
                    self.begin(place);
                    self.builder().rule();
                    self.end_block();
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
                if self.open.iter().all(|(tag, _)| *tag == Tag::Paragraph) =>
            {
                self.end_block();
                self.begin(place);
                self.heading = name[1..].parse().ok();
            }
            _ => {
                self.note(Unheld::Html(name.to_owned()), place.clone());
                if is_block_level(name) {
                    self.end_paragraph();
                }
            }
        }
    }

    fn html_close(&mut self, name: &str) {
        let is_heading =
            name.len() == 2 && name.starts_with('h') && name.as_bytes()[1].is_ascii_digit();
        match name {
            _ if is_heading && self.heading.is_some() => self.end_block(),
            "p" | "div" | "tr" | "dt" | "dd" => self.end_paragraph(),
            "ul" | "ol" | "blockquote" | "pre" => {
                self.close_to(name, &[]);
                if self.open.is_empty() {
                    self.end_block();
                }
            }
            "li" => self.close_to(name, &["ul", "ol"]),
            // Only what it stands in can end here.
            "b" | "strong" | "i" | "em" | "a" | "code" | "tt" | "kbd" | "samp"
                if self.open.last().is_some_and(|(_, html)| html.as_deref() == Some(name)) =>
            {
                self.close_top();
            }
            _ if is_block_level(name) => self.end_paragraph(),
            _ => {}
        }
    }

    fn open_inline(&mut self, tag: Tag, html: Option<String>, place: &Range<usize>) {
        if self.is_in(|open| open == tag || open == Tag::Code) {
            return;
        }
        self.begin_words(place);
        self.open(tag, html, place);
    }

    /// Makes ready for words and marks within a block.
    fn begin_words(&mut self, place: &Range<usize>) {
        if self.builder.is_none() {
            self.open(Tag::Paragraph, Some(String::new()), place);
        }
        self.settle_blank(place);
    }

    fn open_block(&mut self, tag: Tag, html: Option<String>, place: &Range<usize>) {
        if self.is_in(|open| open == Tag::Item) {
            // Emphasis of HTML does not reach into a list.
            while self.open.last().is_some_and(|(tag, _)| !tag.is_block()) {
                self.close_top();
            }
        } else {
            self.end_paragraph();
        }
        self.open(tag, html, place);
        self.last = None;
    }

    /// Ends the paragraph that HTML stands in; between items there is none.
    fn end_paragraph(&mut self) {
        if self.is_in(|tag| tag == Tag::Item) {
            if self.last.is_some() {
                self.line_break = true;
            }
            return;
        }
        while self.open.last().is_some_and(|(tag, html)| {
            html.is_some() && !matches!(tag, Tag::Quote | Tag::List { .. })
        }) {
            self.close_top();
        }
        if self.open.is_empty() {
            self.end_block();
        }
    }

    /// Closes up to the innermost structure that HTML opened by this name, where
    /// none of `not_out_of` is in between.
    fn close_to(&mut self, name: &str, not_out_of: &[&str]) {
        let found = self.open.iter().rposition(|(_, html)| html.as_deref() == Some(name));
        let Some(found) = found else { return };
        let is_fenced = self.open[found + 1..].iter().any(|(_, html)| {
            html.is_none() || html.as_deref().is_some_and(|html| not_out_of.contains(&html))
        });
        if is_fenced {
            return;
        }
        while self.open.len() > found {
            self.close_top();
        }
    }
}
