//! The one place that knows Markdown: a clause's text as what a reader sees,
//! with marks where structure begins and ends.
//!
//! Text is CommonMark with tables. A line break in the source is white space,
//! but between Chinese or Japanese characters, which are set without spaces, it
//! is nothing.

mod attributes;
mod builder;
mod escape;
mod page;
mod prose;
mod reader;
mod rendered;
mod site_links;
mod tags;
mod targets;
#[cfg(test)]
mod tests;
mod tokens;
mod values;
mod write;

pub use builder::MarkupBuilder;
pub use escape::escape;
use escape::escape_start;
pub use page::{Block, Heading, Note, Page, Part, Unheld, read_page};
pub use prose::{Prose, prose};
pub use rendered::{Shown, rendered, shown};
pub use tags::words_of_html;
pub use targets::with_targets;
pub use tokens::{Paired, Single, Token, tokens, tokens_of_line};
pub(crate) use values::{marked, settled};
pub use write::write;

/// Text and the marks in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    text: String,
    marks: Vec<(usize, Mark)>,
    links: Vec<String>,
    tables: Vec<Vec<Alignment>>,
    problems: Vec<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Open(Tag),
    Close(Tag),
    Break,
    Rule,
}

/// A structure of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A block quotation.
    Quote,
    /// A list; numbered from `start` if there is one.
    List {
        /// The first number.
        start: Option<u64>,
    },
    /// An item of a list.
    Item,
    /// Preformatted text.
    CodeBlock,
    /// A table; [`Markup::alignments`] tells how its columns are set.
    Table(usize),
    /// The row of a table's headings.
    HeadRow,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// A piece of code.
    Code,
    /// A link; [`Markup::link`] tells where to.
    Link(usize),
    /// A value whose direction may differ from that of the text around it.
    Isolate,
    /// In a redline, words that the new text has and the old one had not.
    Inserted,
    /// In a redline, words that the old text had and the new one has not.
    Deleted,
}

/// How a column of a table is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the direction of the text says.
    Start,
    /// In the middle.
    Center,
    /// Against the end, as numbers are.
    End,
}

/// A piece of the text, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'m> {
    /// Words.
    Text(&'m str),
    /// A structure begins.
    Open(Tag),
    /// A structure ends.
    Close(Tag),
    /// A line ends here on purpose.
    Break,
    /// A line across the page.
    Rule,
}

/// Something that a policy's text can not hold. The string is the place, as
/// it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// HTML.
    RawHtml(String),
    /// A heading; a clause has one of its own.
    Heading(String),
    /// A picture.
    Image(String),
    /// More than a line of text where only that fits.
    Block(String),
}

impl Markup {
    /// Reads the text of a clause.
    #[must_use]
    pub fn parse(text: &str) -> Markup {
        reader::read(text)
    }

    /// Reads a heading or title: one line, in which a number or hyphen at the
    /// start begins no list.
    #[must_use]
    pub fn parse_line(text: &str) -> Markup {
        let line = text.trim();
        let mut markup = Markup::parse(&escape_start(line));
        let whole = markup.text.len();
        match (markup.marks.first(), markup.marks.last()) {
            (None, None) => {}
            (Some((0, Mark::Open(Tag::Paragraph))), Some((end, Mark::Close(Tag::Paragraph))))
                if *end == whole
                    && markup.marks.iter().filter(|(_, mark)| is_block(*mark)).count() == 2 =>
            {
                markup.marks.pop();
                markup.marks.remove(0);
            }
            _ => markup.problems.push(Problem::Block(line.to_owned())),
        }
        markup
    }

    /// What it consists of, in reading order.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        let mut at = 0;
        let mut marks = self.marks.iter().peekable();
        std::iter::from_fn(move || match marks.peek() {
            Some(&&(offset, mark)) if offset == at => {
                marks.next();
                Some(match mark {
                    Mark::Open(tag) => Event::Open(tag),
                    Mark::Close(tag) => Event::Close(tag),
                    Mark::Break => Event::Break,
                    Mark::Rule => Event::Rule,
                })
            }
            next => {
                let end = next.map_or(self.text.len(), |(offset, _)| *offset);
                let text = &self.text[at..end];
                at = end;
                (!text.is_empty()).then_some(Event::Text(text))
            }
        })
    }

    /// All its words, without structure.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a link leads.
    #[must_use]
    pub fn link(&self, link: usize) -> &str {
        &self.links[link]
    }

    /// Where all its links lead.
    #[must_use]
    pub fn links(&self) -> &[String] {
        &self.links
    }

    /// How the columns of a table are set.
    #[must_use]
    pub fn alignments(&self, table: usize) -> &[Alignment] {
        &self.tables[table]
    }

    /// Whether it has tables.
    #[must_use]
    pub fn has_tables(&self) -> bool {
        !self.tables.is_empty()
    }

    /// What it holds that a policy's text can not.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether the other has the same structure and links, whatever its words.
    #[must_use]
    pub fn is_built_like(&self, other: &Markup) -> bool {
        let marks =
            |markup: &Markup| markup.marks.iter().map(|(_, mark)| *mark).collect::<Vec<_>>();
        marks(self) == marks(other)
            && self.links == other.links
            && self.problems.len() == other.problems.len()
    }

    /// The same with what another says behind it, as further blocks.
    pub fn append(&mut self, more: &Markup) {
        let (length, links, tables) = (self.text.len(), self.links.len(), self.tables.len());
        let moved = |tag: Tag| match tag {
            Tag::Link(link) => Tag::Link(link + links),
            Tag::Table(table) => Tag::Table(table + tables),
            tag => tag,
        };
        self.text.push_str(&more.text);
        self.marks.extend(more.marks.iter().map(|(at, mark)| {
            let mark = match *mark {
                Mark::Open(tag) => Mark::Open(moved(tag)),
                Mark::Close(tag) => Mark::Close(moved(tag)),
                mark => mark,
            };
            (at + length, mark)
        }));
        self.links.extend_from_slice(&more.links);
        self.tables.extend_from_slice(&more.tables);
        self.problems.extend_from_slice(&more.problems);
    }

    /// The same with its links leading where `target` says.
    #[must_use]
    pub fn with_links(mut self, target: impl Fn(&str) -> Option<String>) -> Markup {
        for link in &mut self.links {
            if let Some(other) = target(link) {
                *link = other;
            }
        }
        self
    }

    /// The same without emphasis.
    #[must_use]
    pub fn without_emphasis(mut self) -> Markup {
        self.marks.retain(|(_, mark)| {
            !matches!(mark, Mark::Open(tag) | Mark::Close(tag)
                if matches!(tag, Tag::Emphasis | Tag::Strong))
        });
        self
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Tag {
    /// Whether it holds blocks or words, and does not stand among words itself.
    #[must_use]
    pub fn is_block(self) -> bool {
        !matches!(
            self,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Code
                | Tag::Link(_)
                | Tag::Isolate
                | Tag::Inserted
                | Tag::Deleted
        )
    }
}

fn is_block(mark: Mark) -> bool {
    match mark {
        Mark::Open(tag) | Mark::Close(tag) => tag.is_block(),
        Mark::Break | Mark::Rule => true,
    }
}
