//! A text as its blocks and the runs of words in them. Runs are cut into words
//! only where two blocks have to be compared word by word.

use std::cell::OnceCell;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use ereje::markup::{Event, Markup, Tag};

use super::styles::{Style, Styles, is_style, style};
use crate::words::{bare, words};

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
    /// The blocks around it, the outermost first.
    pub(super) path: Vec<Block>,
    /// Its part of the runs of its text.
    runs: Range<usize>,
}

/// One of the two texts, by blocks.
#[derive(Clone, Debug)]
pub(super) struct Side {
    pub(super) markup: Markup,
    /// A block without words has no runs, so that nothing of the structure is
    /// lost.
    pub(super) leaves: Vec<Leaf>,
    runs: Vec<Token>,
    /// The words of each block, once somebody asked for them.
    cut: Vec<OnceCell<Vec<Token>>>,
}

impl Side {
    pub(super) fn new(markup: &Markup, styles: &mut Styles) -> Side {
        let mut reader = Reader::new(styles);
        for event in markup.events() {
            reader.read(markup, event);
        }
        reader.end_leaf();
        let Reader { leaves, runs, .. } = reader;
        let cut = vec![OnceCell::new(); leaves.len()];
        Side { markup: markup.clone(), leaves, runs, cut }
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
        let mut tokens = Vec::new();
        for run in self.runs(leaf) {
            let What::Words(mut start, _) = run.what else {
                tokens.push(*run);
                continue;
            };
            tokens.extend(words(self.text(run)).into_iter().map(|word| {
                let end = start + word.len();
                let what = What::Words(start, end);
                start = end;
                Token { what, styles: run.styles }
            }));
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
        Content { text: self.markup.text(), runs: self.runs(leaf), path: &self.leaves[leaf].path }
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

    /// What tells words, breaks and rules apart.
    pub(super) fn kind(&self) -> u8 {
        match self.what {
            What::Words(..) => 0,
            What::Break => 1,
            What::Rule => 2,
        }
    }
}

struct Reader<'s> {
    known: &'s mut Styles,
    leaves: Vec<Leaf>,
    runs: Vec<Token>,
    /// Where the runs of this block begin.
    start: usize,
    path: Vec<Block>,
    styles: Vec<Style>,
    /// How much of the text has been read.
    at: usize,
    number: usize,
    /// Whether a block was opened and nothing was in it so far.
    is_empty: bool,
}

impl<'s> Reader<'s> {
    fn new(known: &'s mut Styles) -> Reader<'s> {
        Reader {
            known,
            leaves: Vec::new(),
            runs: Vec::new(),
            start: 0,
            path: Vec::new(),
            styles: Vec::new(),
            at: 0,
            number: 0,
            is_empty: false,
        }
    }

    fn read(&mut self, markup: &Markup, event: Event<'_>) {
        match event {
            Event::Text(text) => {
                let start = self.at;
                self.at += text.len();
                self.push(What::Words(start, self.at));
            }
            Event::Break => self.push(What::Break),
            Event::Rule => {
                self.end_leaf();
                self.is_empty = false;
                self.runs.push(Token { what: What::Rule, styles: 0 });
                self.end_leaf();
            }
            Event::Open(tag) => match style(markup, tag) {
                Some(style) => self.styles.push(style),
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
                        self.leaves.push(Leaf { path: self.path.clone(), runs: 0..0 });
                    }
                    self.path.pop();
                }
            },
        }
    }

    fn push(&mut self, what: What) {
        self.is_empty = false;
        let styles = self.known.number(&self.styles);
        self.runs.push(Token { what, styles });
    }

    fn end_leaf(&mut self) {
        let end = self.runs.len();
        if end > self.start {
            self.leaves.push(Leaf { path: self.path.clone(), runs: self.start..end });
            self.start = end;
        }
    }
}
