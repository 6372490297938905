//! A text as its blocks and the runs of words in them. Runs are cut into words
//! only where two blocks have to be compared word by word.

use std::cell::OnceCell;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use ereje::markup::{Event, Markup, Tag};

use super::styles::{Styles, is_style};
use crate::words::{bare, each_word, is_right_to_left};

/// A block that is open around a run of words: its tag, and which of its kind
/// it is in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) tag: Tag,
    pub(super) number: usize,
    /// Whether the tag speaks of the old text, in a redline's path.
    pub(super) is_old: bool,
}

/// Words or a line break, with the number of the styles that they stand in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) what: What,
    pub(super) styles: u32,
    /// Whether it is a value that runs from left to right in a text that may not:
    /// as long as it is one, its end is on the side where that of the text is not, so
    /// it is cut into no words, and marked from outside.
    pub(super) is_value: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    /// Where the words stand in the text.
    Words(usize, usize),
    Break,
    Rule,
}

/// The content of one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Its part of the blocks that are around those of its text.
    path: Range<usize>,
    /// Its part of the runs of its text.
    runs: Range<usize>,
}

/// One of the two texts, by blocks.
#[derive(Clone, Debug)]
pub(super) struct Side<'m> {
    pub(super) markup: &'m Markup,
    /// A block without words has no runs, so that nothing of the structure is
    /// lost.
    pub(super) leaves: Vec<Leaf>,
    /// The blocks around each, one behind the other.
    pub(super) blocks: Vec<Block>,
    runs: Vec<Token>,
    /// The words of each block, once somebody asked for them.
    cut: Vec<OnceCell<Vec<Token>>>,
}

impl<'m> Side<'m> {
    pub(super) fn new(markup: &'m Markup, styles: &mut Styles<'m>) -> Side<'m> {
        let mut reader = Reader::new(styles);
        for event in markup.events() {
            reader.read(markup, event);
        }
        reader.end_leaf();
        let Reader { leaves, blocks, runs, .. } = reader;
        let cut = vec![OnceCell::new(); leaves.len()];
        Side { markup, leaves, blocks, runs, cut }
    }

    /// The blocks around one, the outermost first.
    pub(super) fn path(&self, leaf: usize) -> &[Block] {
        &self.blocks[self.leaves[leaf].path.clone()]
    }

    /// The runs of a block, each as long as its style.
    pub(super) fn runs(&self, leaf: usize) -> &[Token] {
        &self.runs[self.leaves[leaf].runs.clone()]
    }

    /// The words of a block.
    pub(super) fn words(&self, leaf: usize) -> &[Token] {
        self.cut[leaf].get_or_init(|| self.cut_words(leaf))
    }

    fn cut_words(&self, leaf: usize) -> Vec<Token> {
        let runs = self.runs(leaf);
        let length: usize = runs.iter().map(|run| self.text(run).len()).sum();
        let mut tokens = Vec::with_capacity(length / 5 + runs.len());
        for run in runs {
            let What::Words(start, _) = run.what else {
                tokens.push(*run);
                continue;
            };
            if run.is_value {
                tokens.push(*run);
                continue;
            }
            each_word(self.text(run), |word| {
                let what = What::Words(start + word.start, start + word.end);
                tokens.push(Token { what, ..*run });
            });
        }
        tokens
    }

    /// The words of a token as they stand in the text.
    pub(super) fn text(&self, token: &Token) -> &str {
        token.text(self.markup.text())
    }

    /// Likewise, without the white space behind them.
    pub(super) fn word(&self, token: &Token) -> &str {
        bare(self.text(token))
    }

    /// What makes a block the same as another one, wherever it is.
    pub(super) fn content(&self, leaf: usize) -> Content<'_> {
        Content { text: self.markup.text(), runs: self.runs(leaf), path: self.path(leaf) }
    }
}

/// A block, by the kinds of blocks around it and what is in it.
pub(super) struct Content<'s> {
    text: &'s str,
    runs: &'s [Token],
    path: &'s [Block],
}

impl Content<'_> {
    fn kinds(&self) -> impl Iterator<Item = Tag> {
        self.path.iter().map(|block| match block.tag {
            // Tables are numbered in each text by itself.
            Tag::Table(_) => Tag::Table(0),
            tag => tag,
        })
    }

    fn runs(&self) -> impl Iterator<Item = (u32, u8, &str)> {
        self.runs.iter().map(|run| (run.styles, run.kind(), run.text(self.text)))
    }
}

impl PartialEq for Content<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.runs().eq(other.runs()) && self.kinds().eq(other.kinds())
    }
}

impl Eq for Content<'_> {}

impl Hash for Content<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Blocks of the same words are rarely of other kinds.
        self.runs().for_each(|run| run.hash(state));
    }
}

impl Token {
    /// Its words in the text that it is of.
    fn text<'t>(&self, text: &'t str) -> &'t str {
        match self.what {
            What::Words(start, end) => &text[start..end],
            What::Break | What::Rule => "",
        }
    }

    /// Tokens of one text whose words follow each other in one style, as one; what
    /// stands alone as it is.
    pub(super) fn joined(tokens: &[Token]) -> impl Iterator<Item = Token> {
        let goes_on = |one: &Token, next: &Token| match (one.what, next.what) {
            (What::Words(_, end), What::Words(start, _)) => {
                end == start && one.styles == next.styles
            }
            _ => false,
        };
        tokens.chunk_by(goes_on).filter_map(|tokens| match (tokens.first()?, tokens.last()?) {
            (
                first @ &Token { what: What::Words(start, _), .. },
                &Token { what: What::Words(_, end), .. },
            ) => Some(Token { what: What::Words(start, end), ..*first }),
            (one, _) => Some(*one),
        })
    }

    /// What tells words, breaks and rules apart.
    pub(super) fn kind(&self) -> u8 {
        match self.what {
            What::Words(..) => 0,
            What::Break => 1,
            What::Rule => 2,
        }
    }
}

struct Reader<'s, 'm> {
    known: &'s mut Styles<'m>,
    leaves: Vec<Leaf>,
    blocks: Vec<Block>,
    runs: Vec<Token>,
    /// Where the runs of this block begin.
    start: usize,
    path: Vec<Block>,
    /// The numbers of the open styles, each with those around it.
    styles: Vec<u32>,
    /// How much of the text has been read.
    at: usize,
    number: usize,
    /// Whether a block was opened and nothing was in it so far.
    is_empty: bool,
}

impl<'s, 'm> Reader<'s, 'm> {
    fn new(known: &'s mut Styles<'m>) -> Reader<'s, 'm> {
        Reader {
            known,
            leaves: Vec::new(),
            blocks: Vec::new(),
            runs: Vec::new(),
            start: 0,
            path: Vec::new(),
            styles: Vec::new(),
            at: 0,
            number: 0,
            is_empty: false,
        }
    }

    fn read(&mut self, markup: &'m Markup, event: Event<'_>) {
        match event {
            Event::Text(text) => {
                let start = self.at;
                self.at += text.len();
                let is_value =
                    self.known.isolates(self.open_styles()) > 0 && !text.contains(is_right_to_left);
                self.push(What::Words(start, self.at), is_value);
            }
            Event::Break => self.push(What::Break, false),
            Event::Rule => {
                self.end_leaf();
                self.is_empty = false;
                self.runs.push(Token { what: What::Rule, styles: 0, is_value: false });
                self.end_leaf();
            }
            Event::Open(tag) => match self.known.inside(self.open_styles(), markup, tag) {
                Some(styles) => self.styles.push(styles),
                None => {
                    self.end_leaf();
                    self.number += 1;
                    self.path.push(Block { tag, number: self.number, is_old: false });
                    self.is_empty = true;
                }
            },
            Event::Close(tag) => match is_style(tag) {
                true => {
                    self.styles.pop();
                }
                false => {
                    self.end_leaf();
                    if std::mem::take(&mut self.is_empty) {
                        self.push_leaf(0..0);
                    }
                    self.path.pop();
                }
            },
        }
    }

    fn push(&mut self, what: What, is_value: bool) {
        self.is_empty = false;
        let styles = self.open_styles();
        self.runs.push(Token { what, styles, is_value });
    }

    fn open_styles(&self) -> u32 {
        self.styles.last().copied().unwrap_or(0)
    }

    fn end_leaf(&mut self) {
        let end = self.runs.len();
        if end > self.start {
            self.push_leaf(self.start..end);
            self.start = end;
        }
    }

    fn push_leaf(&mut self, runs: Range<usize>) {
        let start = self.blocks.len();
        self.blocks.extend_from_slice(&self.path);
        self.leaves.push(Leaf { path: start..self.blocks.len(), runs });
    }
}
