//! Making a text of parts, for redlines.

use super::{Alignment, Mark, Markup, Tag};

/// Puts a text together, in reading order. Whatever is opened must be closed,
/// the innermost first.
#[derive(Clone, Debug, Default)]
pub struct MarkupBuilder {
    markup: Markup,
}

impl MarkupBuilder {
    /// Adds words.
    pub fn text(&mut self, text: &str) {
        self.markup.text.push_str(text);
    }

    /// Adds the end of a line.
    pub fn line_break(&mut self) {
        self.mark(Mark::Break);
    }

    /// Adds a line across the page.
    pub fn rule(&mut self) {
        self.mark(Mark::Rule);
    }

    /// Begins a structure.
    pub fn open(&mut self, tag: Tag) {
        self.mark(Mark::Open(tag));
    }

    /// Ends a structure.
    pub fn close(&mut self, tag: Tag) {
        self.mark(Mark::Close(tag));
    }

    /// Ends a paragraph. One that has nothing but blanks is none.
    pub(crate) fn close_paragraph(&mut self) {
        match self.markup.marks.last() {
            Some((start, Mark::Open(Tag::Paragraph)))
                if self.markup.text[*start..].trim().is_empty() =>
            {
                self.markup.text.truncate(*start);
                self.markup.marks.pop();
            }
            _ => self.close(Tag::Paragraph),
        }
    }

    /// A link to `target`, to be opened.
    pub fn link(&mut self, target: &str) -> Tag {
        self.markup.links.push(target.to_owned());
        Tag::Link(self.markup.links.len() - 1)
    }

    /// A table with such columns, to be opened.
    pub fn table(&mut self, columns: &[Alignment]) -> Tag {
        self.markup.tables.push(columns.to_vec());
        Tag::Table(self.markup.tables.len() - 1)
    }

    /// The link made last, to be closed.
    #[must_use]
    pub fn last_link(&self) -> Tag {
        Tag::Link(self.markup.links.len().saturating_sub(1))
    }

    /// The table made last, to be closed.
    #[must_use]
    pub fn last_table(&self) -> Tag {
        Tag::Table(self.markup.tables.len().saturating_sub(1))
    }

    /// The text.
    #[must_use]
    pub fn finish(self) -> Markup {
        self.markup
    }

    fn mark(&mut self, mark: Mark) {
        self.markup.marks.push((self.markup.text.len(), mark));
    }
}
