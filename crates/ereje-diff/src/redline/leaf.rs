//! A text as the runs of words in its blocks: what can be compared word by word.

use ereje::markup::{Event, Markup, MarkupBuilder, Tag};

use crate::words::words;

/// A tag with what its number stood for, so that it means the same in another
/// text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Code,
    Isolate,
    Link(String),
}

/// A block that is open around a run of words: its tag, and which of its kind
/// it is in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) tag: Tag,
    pub(super) number: usize,
    /// Whether the tag speaks of the old text, in a redline's path.
    pub(super) is_old: bool,
}

/// A word or a line break, with the styles it stands in, the outermost first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Token {
    pub(super) what: What,
    pub(super) styles: Vec<Style>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum What {
    Word(String),
    Break,
    Rule,
}

/// A run of words in one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The blocks around it, the outermost first.
    pub(super) path: Vec<Block>,
    pub(super) tokens: Vec<Token>,
}

/// The runs of a text, in their order. A block without words has an empty run,
/// so that nothing of the structure is lost.
pub(super) fn leaves(markup: &Markup) -> Vec<Leaf> {
    let mut reader = Reader::default();
    for event in markup.events() {
        reader.read(markup, event);
    }
    reader.end_run();
    reader.leaves
}

#[derive(Default)]
struct Reader {
    leaves: Vec<Leaf>,
    path: Vec<Block>,
    styles: Vec<Style>,
    tokens: Vec<Token>,
    number: usize,
    /// Whether a block was opened and nothing was in it so far.
    is_empty: bool,
}

impl Reader {
    fn read(&mut self, markup: &Markup, event: Event<'_>) {
        match event {
            Event::Text(text) => {
                for word in words(text) {
                    self.push(What::Word(word.to_owned()));
                }
            }
            Event::Break => self.push(What::Break),
            Event::Rule => {
                self.end_run();
                self.is_empty = false;
                let rule = Token { what: What::Rule, styles: Vec::new() };
                self.leaves.push(Leaf { path: self.path.clone(), tokens: vec![rule] });
            }
            Event::Open(tag) => match style(markup, tag) {
                Some(style) => self.styles.push(style),
                None => {
                    self.end_run();
                    self.number += 1;
                    self.path.push(Block { tag, number: self.number, is_old: false });
                    self.is_empty = true;
                }
            },
            Event::Close(tag) => match style(markup, tag) {
                Some(_) => {
                    self.styles.pop();
                }
                None => {
                    self.end_run();
                    if std::mem::take(&mut self.is_empty) {
                        self.leaves.push(Leaf { path: self.path.clone(), tokens: Vec::new() });
                    }
                    self.path.pop();
                }
            },
        }
    }

    fn push(&mut self, what: What) {
        self.is_empty = false;
        self.tokens.push(Token { what, styles: self.styles.clone() });
    }

    fn end_run(&mut self) {
        if !self.tokens.is_empty() {
            let tokens = std::mem::take(&mut self.tokens);
            self.leaves.push(Leaf { path: self.path.clone(), tokens });
        }
    }
}

/// The style that an inline tag is; nothing for blocks.
fn style(markup: &Markup, tag: Tag) -> Option<Style> {
    Some(match tag {
        Tag::Emphasis => Style::Emphasis,
        Tag::Strong => Style::Strong,
        Tag::Code => Style::Code,
        Tag::Isolate => Style::Isolate,
        Tag::Link(link) => Style::Link(markup.link(link).to_owned()),
        // A redline is not compared again; its marks are no words.
        Tag::Inserted | Tag::Deleted => Style::Isolate,
        _ => return None,
    })
}

/// Opens and closes blocks and styles so that each token stands in its own.
#[derive(Default)]
pub(super) struct Writer {
    builder: MarkupBuilder,
    /// The open blocks: their numbers, and their tags in the text being made.
    blocks: Vec<Block>,
    inline: Vec<Tag>,
    styles: Vec<Style>,
    mark: Option<Tag>,
}

impl Writer {
    /// Goes to the blocks of `path`, which may be those of either text.
    pub(super) fn enter(&mut self, path: &[Block], old: &Markup, new: &Markup) {
        self.set_styles(&[], None);
        let same = self.blocks.iter().zip(path).take_while(|(a, b)| a.number == b.number).count();
        while self.blocks.len() > same {
            if let Some(block) = self.blocks.pop() {
                self.builder.close(block.tag);
            }
        }
        for block in &path[same..] {
            let tag = match block.tag {
                Tag::Table(table) => {
                    let source = if block.is_old { old } else { new };
                    self.builder.table(source.alignments(table))
                }
                tag => tag,
            };
            self.builder.open(tag);
            self.blocks.push(Block { tag, ..*block });
        }
    }

    /// Writes a token; `mark` tells that it was inserted or deleted.
    pub(super) fn write(&mut self, token: &Token, mark: Option<Tag>) {
        if token.what == What::Rule {
            self.set_styles(&[], None);
            return self.builder.rule();
        }
        self.set_styles(&token.styles, mark);
        match &token.what {
            What::Word(word) => self.builder.text(word),
            What::Break => self.builder.line_break(),
            What::Rule => {}
        }
    }

    fn set_styles(&mut self, styles: &[Style], mark: Option<Tag>) {
        if self.styles == styles && self.mark == mark {
            return;
        }
        if let Some(mark) = self.mark.take() {
            self.builder.close(mark);
        }
        let same = self.styles.iter().zip(styles).take_while(|(a, b)| a == b).count();
        while self.inline.len() > same {
            if let Some(tag) = self.inline.pop() {
                self.builder.close(tag);
            }
        }
        self.styles.truncate(same);
        for style in &styles[same..] {
            let tag = match style {
                Style::Emphasis => Tag::Emphasis,
                Style::Strong => Tag::Strong,
                Style::Code => Tag::Code,
                Style::Isolate => Tag::Isolate,
                Style::Link(target) => self.builder.link(target),
            };
            self.builder.open(tag);
            self.inline.push(tag);
            self.styles.push(style.clone());
        }
        if let Some(mark) = mark {
            self.builder.open(mark);
        }
        self.mark = mark;
    }

    pub(super) fn finish(mut self) -> Markup {
        let nothing = Markup::default();
        self.enter(&[], &nothing, &nothing);
        self.builder.finish()
    }
}

impl Token {
    /// Its words, without the white space behind them.
    pub(super) fn text(&self) -> &str {
        match &self.what {
            What::Word(word) => word.trim_end(),
            What::Break | What::Rule => "",
        }
    }

    /// Whether it is a word, and not a mark.
    pub(super) fn is_word(&self) -> bool {
        self.text().contains(char::is_alphanumeric)
    }
}
