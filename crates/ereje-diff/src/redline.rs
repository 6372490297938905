//! Two texts as one, with marks on what was removed and what was added.
//!
//! The blocks of the texts (paragraphs, items, cells) are paired first, in
//! their order, the most similar ones with each other; the words of each pair
//! are compared then. So a redline is always well-formed, and a new paragraph
//! is never a patchwork of its neighbours.

mod align;
mod edits;
mod leaf;
mod rows;
mod seams;
mod styles;
mod writer;

use ereje::markup::{Markup, Tag};

use crate::words::is_word;
use align::Pair;
pub(crate) use align::share;
pub(crate) use edits::equal_runs;
use edits::{Edit, Words};
use leaf::{Block, Side, Token, What};
use styles::Styles;
pub(crate) use styles::is_style;
use writer::Writer;

/// What happened to words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// They stand in both texts.
    Same,
    /// They stand in the old text alone.
    Deleted,
    /// They stand in the new text alone.
    Inserted,
}

/// Words that one thing happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'r> {
    /// What happened to them.
    pub change: Change,
    /// The words, with the white space that follows; a line feed ends a block.
    pub text: &'r str,
}

/// Two texts, compared word by word.
#[derive(Clone, Debug)]
pub struct Redline<'m> {
    old: Side<'m>,
    new: Side<'m>,
    styles: Styles<'m>,
    parts: Vec<Part>,
}

/// A block of either text, or of both.
#[derive(Clone, Debug)]
struct Part {
    pair: Pair,
    /// Where it stands in the redline, if not in the blocks of the new text.
    path: Option<Vec<Block>>,
    /// What changed from word to word, where they are not the same.
    edits: Option<Vec<Edit>>,
}

/// How a redline looks, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shape {
    /// Runs of changed words.
    pub islands: usize,
    /// Runs that two words or fewer of the same block set apart from the one
    /// before: a redline of many of these is hard to read.
    pub chaff: usize,
    /// Words of the old text that are kept.
    pub kept: usize,
    /// Words of the old text.
    pub words: usize,
}

impl<'m> Redline<'m> {
    /// Compares two texts.
    #[must_use]
    pub fn new(old: &'m Markup, new: &'m Markup) -> Redline<'m> {
        let mut styles = Styles::new();
        let (old, new) = (Side::new(old, &mut styles), Side::new(new, &mut styles));
        let pairs = rows::keep_columns(align::align(&old, &new), &old, &new);
        let paths = align::paths(&pairs, &old, &new);
        let parts = pairs.into_iter().zip(paths).map(|(pair, path)| {
            let both = pair.old.zip(pair.new).filter(|_| !pair.same);
            let edits = both.map(|(before, after)| compare_words((&old, before), (&new, after)));
            Part { pair, path, edits }
        });
        let parts = parts.collect();
        Redline { old, new, styles, parts }
    }

    /// Whether readers see the same in both.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.parts.iter().all(|part| {
            let (Some(old), Some(new)) = (part.pair.old, part.pair.new) else { return false };
            let kinds = |path: &[Block]| path.iter().map(|block| block.tag).collect::<Vec<_>>();
            let same = align::same_kinds(&kinds(self.old.path(old)), &kinds(self.new.path(new)));
            let edits = part.edits.iter().flatten();
            same && edits.into_iter().all(|edit| edit.change == Change::Same)
        })
    }

    /// Both texts as one: the structure of the new one, in which removed words
    /// and blocks stand where they stood, between [`Tag::Inserted`] and
    /// [`Tag::Deleted`].
    #[must_use]
    pub fn markup(&self) -> Markup {
        let mut writer = Writer::new(&self.styles);
        for part in &self.parts {
            writer.enter(self.path(part), self.old.markup, self.new.markup);
            self.each_shown(part, |change, side, tokens| {
                let mark = match change {
                    Change::Same => None,
                    Change::Deleted => Some(Tag::Deleted),
                    Change::Inserted => Some(Tag::Inserted),
                };
                Token::joined(tokens).for_each(|token| writer.write(side, &token, mark));
            });
        }
        writer.finish()
    }

    /// The words in reading order, without structure.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        self.parts.iter().enumerate().flat_map(move |(at, part)| {
            let mut pieces = Vec::new();
            self.each_by_words(part, |change, side, tokens| {
                pieces.extend(tokens.iter().map(|token| Piece {
                    change,
                    text: match &token.what {
                        What::Words(..) => side.text(token),
                        What::Break => "\n",
                        What::Rule => "―",
                    },
                }));
            });
            let is_last = at + 1 == self.parts.len();
            pieces.extend((!is_last).then_some(Piece { change: Change::Same, text: "\n" }));
            pieces
        })
    }

    /// The new text, made of the redline alone.
    #[must_use]
    pub fn accepted(&self) -> Markup {
        let mut writer = Writer::new(&self.styles);
        for part in &self.parts {
            let Some(at) = part.pair.new else { continue };
            writer.enter(self.new.path(at), self.old.markup, self.new.markup);
            self.each(part, |change, side, tokens| {
                if change != Change::Deleted {
                    Token::joined(tokens).for_each(|token| writer.write(side, &token, None));
                }
            });
        }
        writer.finish()
    }

    /// The old text, made of the redline alone.
    #[must_use]
    pub fn rejected(&self) -> Markup {
        self.inverted().accepted()
    }

    /// The redline of the new text against the old one.
    #[must_use]
    pub fn inverted(&self) -> Redline<'m> {
        let mut parts = self.parts.clone();
        for part in &mut parts {
            part.pair = Pair { old: part.pair.new, new: part.pair.old, ..part.pair };
            for edit in part.edits.iter_mut().flatten() {
                edit.change = match edit.change {
                    Change::Same => Change::Same,
                    Change::Deleted => Change::Inserted,
                    Change::Inserted => Change::Deleted,
                };
                std::mem::swap(&mut edit.old, &mut edit.new);
            }
        }
        let (old, new) = (self.new.clone(), self.old.clone());
        let pairs: Vec<Pair> = parts.iter().map(|part| part.pair).collect();
        let paths = align::paths(&pairs, &old, &new);
        for (part, path) in parts.iter_mut().zip(paths) {
            part.path = path;
        }
        Redline { old, new, styles: self.styles.clone(), parts }
    }

    /// How it looks, in numbers.
    #[must_use]
    pub fn shape(&self) -> Shape {
        let mut shape = Shape::default();
        for part in &self.parts {
            // Words since the last change of this block.
            let mut since = None;
            let mut was_changed = false;
            self.each_by_words(part, |change, side, tokens| {
                let words = tokens.iter().filter(|token| is_word(side.text(token))).count();
                if change == Change::Same {
                    shape.kept += words;
                    shape.words += words;
                    since = since.map(|since| since + words);
                    was_changed = false;
                    return;
                }
                shape.words += if change == Change::Deleted { words } else { 0 };
                if !was_changed {
                    shape.islands += 1;
                    shape.chaff += usize::from(since.is_some_and(|since| since <= 2));
                }
                since = Some(0);
                was_changed = true;
            });
        }
        shape
    }

    /// The blocks that a part stands in.
    fn path<'r>(&'r self, part: &'r Part) -> &'r [Block] {
        let new = || part.pair.new.map_or(&[][..], |at| self.new.path(at));
        part.path.as_deref().unwrap_or_else(new)
    }

    /// What a part consists of. What one thing happened to as a whole is not cut
    /// into words.
    fn each<'r>(&'r self, part: &'r Part, mut take: impl FnMut(Change, &'r Side<'m>, &'r [Token])) {
        let Pair { old: Some(old), new: Some(new), .. } = part.pair else {
            return self.each_whole(part, take);
        };
        let Some(edits) = &part.edits else {
            return self.each_whole(part, take);
        };
        let (old, new) = (self.old.words(old), self.new.words(new));
        for edit in edits {
            match edit.change {
                Change::Deleted => take(edit.change, &self.old, &old[edit.old.clone()]),
                _ => take(edit.change, &self.new, &new[edit.new.clone()]),
            }
        }
    }

    fn each_whole<'r>(
        &'r self,
        part: &'r Part,
        mut take: impl FnMut(Change, &'r Side<'m>, &'r [Token]),
    ) {
        let (change, side, leaf) = self.whole(part);
        let runs = leaf.map_or(&[][..], |leaf| side.runs(leaf));
        if !runs.is_empty() {
            take(change, side, runs);
        }
    }

    /// Likewise, all of it as words.
    fn each_by_words<'r>(
        &'r self,
        part: &'r Part,
        mut take: impl FnMut(Change, &'r Side<'m>, &[Token]),
    ) {
        if part.edits.is_some() {
            return self.each_shown(part, take);
        }
        let (change, side, leaf) = self.whole(part);
        let words = leaf.map_or(&[][..], |leaf| side.words(leaf));
        if !words.is_empty() {
            take(change, side, words);
        }
    }

    /// What happened to a part that is not compared by words.
    fn whole(&self, part: &Part) -> (Change, &Side<'m>, Option<usize>) {
        match part.pair {
            Pair { old, new: None, .. } => (Change::Deleted, &self.old, old),
            Pair { old: None, new, .. } => (Change::Inserted, &self.new, new),
            Pair { new, .. } => (Change::Same, &self.new, new),
        }
    }
}

/// Compares two blocks word by word.
fn compare_words((old, before): (&Side<'_>, usize), (new, after): (&Side<'_>, usize)) -> Vec<Edit> {
    edits::edits(
        Words { side: old, tokens: old.words(before) },
        Words { side: new, tokens: new.words(after) },
    )
}

#[cfg(test)]
mod tests;
