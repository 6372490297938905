//! Two texts as one, with marks on what was removed and what was added.
//!
//! The blocks of the texts (paragraphs, items, cells) are paired first, in
//! their order, the most similar ones with each other; the words of each pair
//! are compared then. So a redline is always well-formed, and a new paragraph
//! is never a patchwork of its neighbours.

mod align;
mod edits;
mod leaf;

use ereje::markup::{Markup, Tag};

use align::Pair;
pub(crate) use align::share;
use edits::Edit;
use leaf::{Block, Leaf, What, Writer, leaves};

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
pub struct Redline {
    old: Side,
    new: Side,
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Side {
    markup: Markup,
    leaves: Vec<Leaf>,
}

/// A block of either text, or of both.
#[derive(Clone, Debug)]
struct Part {
    pair: Pair,
    /// Where it stands in the redline.
    path: Vec<Block>,
    edits: Vec<Edit>,
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

impl Redline {
    /// Compares two texts.
    #[must_use]
    pub fn new(old: &Markup, new: &Markup) -> Redline {
        let side = |markup: &Markup| Side { markup: markup.clone(), leaves: leaves(markup) };
        let (old, new) = (side(old), side(new));
        let pairs = align::align(&old.leaves, &new.leaves);
        let paths = align::paths(&pairs, &old.leaves, &new.leaves);
        let parts = pairs.into_iter().zip(paths).map(|(pair, path)| {
            let tokens = |side: &Side, at: Option<usize>| {
                at.map_or_else(Vec::new, |at| side.leaves[at].tokens.clone())
            };
            let edits = edits::edits(&tokens(&old, pair.old), &tokens(&new, pair.new));
            Part { pair, path, edits }
        });
        let parts = parts.collect();
        Redline { old, new, parts }
    }

    /// Whether readers see the same in both.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.parts.iter().all(|part| {
            let (Some(old), Some(new)) = (part.pair.old, part.pair.new) else { return false };
            let kinds = |path: &[Block]| path.iter().map(|block| block.tag).collect::<Vec<_>>();
            let same = align::same_kinds(
                &kinds(&self.old.leaves[old].path),
                &kinds(&self.new.leaves[new].path),
            );
            same && part.edits.iter().all(|edit| edit.change == Change::Same)
        })
    }

    /// Both texts as one: the structure of the new one, in which removed words
    /// and blocks stand where they stood, between [`Tag::Inserted`] and
    /// [`Tag::Deleted`].
    #[must_use]
    pub fn markup(&self) -> Markup {
        let mut writer = Writer::default();
        for part in &self.parts {
            writer.enter(&part.path, &self.old.markup, &self.new.markup);
            for edit in &part.edits {
                let mark = match edit.change {
                    Change::Same => None,
                    Change::Deleted => Some(Tag::Deleted),
                    Change::Inserted => Some(Tag::Inserted),
                };
                for token in self.tokens(part, edit) {
                    writer.write(token, mark);
                }
            }
        }
        writer.finish()
    }

    /// The words in reading order, without structure.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        self.parts.iter().enumerate().flat_map(move |(at, part)| {
            let end =
                (at + 1 < self.parts.len()).then_some(Piece { change: Change::Same, text: "\n" });
            let words = part.edits.iter().flat_map(move |edit| {
                self.tokens(part, edit).iter().map(|token| Piece {
                    change: edit.change,
                    text: match &token.what {
                        What::Word(word) => word,
                        What::Break => "\n",
                        What::Rule => "―",
                    },
                })
            });
            words.chain(end)
        })
    }

    /// The new text, made of the redline alone.
    #[must_use]
    pub fn accepted(&self) -> Markup {
        let mut writer = Writer::default();
        for part in &self.parts {
            let Some(at) = part.pair.new else { continue };
            let leaf = &self.new.leaves[at];
            writer.enter(&leaf.path, &self.old.markup, &self.new.markup);
            for edit in part.edits.iter().filter(|edit| edit.change != Change::Deleted) {
                leaf.tokens[edit.new.clone()].iter().for_each(|token| writer.write(token, None));
            }
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
    pub fn inverted(&self) -> Redline {
        let mut parts = self.parts.clone();
        for part in &mut parts {
            part.pair = Pair { old: part.pair.new, new: part.pair.old };
            for edit in &mut part.edits {
                edit.change = match edit.change {
                    Change::Same => Change::Same,
                    Change::Deleted => Change::Inserted,
                    Change::Inserted => Change::Deleted,
                };
                std::mem::swap(&mut edit.old, &mut edit.new);
            }
        }
        let mut inverted = Redline { old: self.new.clone(), new: self.old.clone(), parts };
        let pairs: Vec<Pair> = inverted.parts.iter().map(|part| part.pair).collect();
        let paths = align::paths(&pairs, &inverted.old.leaves, &inverted.new.leaves);
        for (part, path) in inverted.parts.iter_mut().zip(paths) {
            part.path = path;
        }
        inverted
    }

    /// How it looks, in numbers.
    #[must_use]
    pub fn shape(&self) -> Shape {
        let mut shape = Shape::default();
        for part in &self.parts {
            // Words since the last change of this block.
            let mut since = None;
            let mut was_changed = false;
            for edit in &part.edits {
                let words = self.tokens(part, edit).iter().filter(|token| token.is_word()).count();
                if edit.change == Change::Same {
                    shape.kept += words;
                    shape.words += words;
                    since = since.map(|since| since + words);
                    was_changed = false;
                    continue;
                }
                shape.words += if edit.change == Change::Deleted { words } else { 0 };
                if !was_changed {
                    shape.islands += 1;
                    shape.chaff += usize::from(since.is_some_and(|since| since <= 2));
                }
                since = Some(0);
                was_changed = true;
            }
        }
        shape
    }

    fn tokens(&self, part: &Part, edit: &Edit) -> &[leaf::Token] {
        let (side, at, range) = match edit.change {
            Change::Deleted => (&self.old, part.pair.old, edit.old.clone()),
            Change::Same | Change::Inserted => (&self.new, part.pair.new, edit.new.clone()),
        };
        at.map_or(&[], |at| &side.leaves[at].tokens[range])
    }
}

#[cfg(test)]
mod tests;
