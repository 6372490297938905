//! Which block of the old text became which of the new one.

use std::collections::{HashMap, HashSet};
use std::mem::discriminant;
use std::ops::Range;

use ereje::markup::Tag;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::leaf::{Block, Leaf, Token};

/// A block of the old text and the one of the new text that it became. One of
/// them is there at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) old: Option<usize>,
    pub(super) new: Option<usize>,
}

/// Blocks that share this part of their words may be one that was edited; less
/// is more often a new text.
const SIMILAR: f64 = 0.35;

/// So many comparisons between two blocks that are the same; where there would
/// be more, blocks are paired in their order.
const MOST_COMPARED: usize = 10_000;

/// Pairs the blocks, in the order of the redline.
pub(super) fn align(old: &[Leaf], new: &[Leaf]) -> Vec<Pair> {
    let mut known: HashMap<(Vec<Tag>, &[Token]), usize> = HashMap::new();
    let mut ids = Vec::with_capacity(old.len() + new.len());
    for leaf in old.iter().chain(new) {
        let kinds = leaf.path.iter().map(|block| without_number(block.tag)).collect();
        let next = known.len();
        ids.push(*known.entry((kinds, &leaf.tokens)).or_insert(next));
    }
    let (old_ids, new_ids) = ids.split_at(old.len());
    let mut pairs = Vec::with_capacity(new.len());
    for op in capture_diff_slices(Algorithm::Histogram, old_ids, new_ids) {
        let (old_range, new_range) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            let both = old_range.zip(new_range);
            pairs.extend(both.map(|(old, new)| Pair { old: Some(old), new: Some(new) }));
        } else {
            pair_gap((old, old_range), (new, new_range), &mut pairs);
        }
    }
    pairs
}

/// Tables are numbered in each text by itself.
fn without_number(tag: Tag) -> Tag {
    match tag {
        Tag::Table(_) => Tag::Table(0),
        tag => tag,
    }
}

/// Pairs blocks of which none is the same as another.
fn pair_gap(
    (old, old_range): (&[Leaf], Range<usize>),
    (new, new_range): (&[Leaf], Range<usize>),
    pairs: &mut Vec<Pair>,
) {
    let (rows, columns) = (old_range.len(), new_range.len());
    let chosen = if rows == 1 && columns == 1 || rows * columns > MOST_COMPARED {
        (0..rows.min(columns)).map(|at| (at, at)).collect()
    } else {
        best_pairs(&old[old_range.clone()], &new[new_range.clone()])
    };
    let (mut o, mut n) = (0, 0);
    let ends = [(rows, columns)];
    for (row, column) in chosen.into_iter().chain(ends) {
        pairs.extend((o..row).map(|at| Pair { old: Some(old_range.start + at), new: None }));
        pairs.extend((n..column).map(|at| Pair { old: None, new: Some(new_range.start + at) }));
        if row < rows {
            let (old, new) = (old_range.start + row, new_range.start + column);
            pairs.push(Pair { old: Some(old), new: Some(new) });
        }
        (o, n) = (row + 1, column + 1);
    }
}

/// The pairs, in order, whose similarities add up to the most.
fn best_pairs(old: &[Leaf], new: &[Leaf]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut best = vec![0.0_f64; (old.len() + 1) * width];
    let similar: Vec<f64> = old
        .iter()
        .flat_map(|old| new.iter().map(|new| similarity(old, new)))
        .map(|share| if share >= SIMILAR { share } else { 0.0 })
        .collect();
    for row in (0..old.len()).rev() {
        for column in (0..new.len()).rev() {
            let both = similar[row * new.len() + column];
            let paired = both + best[(row + 1) * width + column + 1];
            let skipped = best[(row + 1) * width + column].max(best[row * width + column + 1]);
            best[row * width + column] = if both > 0.0 { paired.max(skipped) } else { skipped };
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < old.len() && column < new.len() {
        let here = best[row * width + column];
        if here <= best[(row + 1) * width + column] {
            row += 1;
        } else if here <= best[row * width + column + 1] {
            column += 1;
        } else {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        }
    }
    pairs
}

/// Twice the words in common over all words of both (Dice's coefficient).
fn similarity(old: &Leaf, new: &Leaf) -> f64 {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for token in old.tokens.iter().filter(|token| token.is_word()) {
        *counts.entry(token.text()).or_default() += 1;
    }
    let words = |leaf: &Leaf| leaf.tokens.iter().filter(|token| token.is_word()).count();
    let mut common = 0_usize;
    for token in new.tokens.iter().filter(|token| token.is_word()) {
        if let Some(count) = counts.get_mut(token.text()).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    let all = words(old) + words(new);
    if all == 0 { 0.0 } else { 2.0 * share(common, all) }
}

/// A part of a whole, as a number from 0 to 1.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

/// Whether blocks are of the same kinds, wherever a list's numbers begin.
pub(super) fn same_kinds(old: &[Tag], new: &[Tag]) -> bool {
    old.len() == new.len()
        && old.iter().zip(new).all(|(old, new)| match (old, new) {
            (Tag::Table(_), Tag::Table(_)) => true,
            (old, new) => old == new,
        })
}

/// Where each pair stands in the redline: the blocks of the new text, and for
/// what is gone the old blocks, inside those that became new ones.
pub(super) fn paths(pairs: &[Pair], old: &[Leaf], new: &[Leaf]) -> Vec<Vec<Block>> {
    let mut became: HashMap<usize, Block> = HashMap::new();
    let mut taken: HashSet<usize> = HashSet::new();
    for pair in pairs {
        let (Some(before), Some(after)) = (pair.old, pair.new) else { continue };
        for (before, after) in old[before].path.iter().zip(&new[after].path) {
            if discriminant(&before.tag) != discriminant(&after.tag) {
                break;
            }
            match became.get(&before.number) {
                Some(known) if known.number == after.number => {}
                Some(_) => break,
                None if taken.insert(after.number) => {
                    became.insert(before.number, *after);
                }
                None => break,
            }
        }
    }
    let numbers = new.iter().flat_map(|leaf| &leaf.path).map(|block| block.number);
    let beyond = numbers.max().unwrap_or(0) + 1;
    let path = |pair: &Pair| {
        if let Some(at) = pair.new {
            return new[at].path.clone();
        }
        let path = pair.old.map_or(&[][..], |at| &old[at].path);
        let known = path.iter().map_while(|block| became.get(&block.number).copied());
        let known: Vec<Block> = known.collect();
        let rest = path[known.len()..].iter();
        let rest =
            rest.map(|block| Block { number: beyond + block.number, is_old: true, ..*block });
        known.iter().copied().chain(rest).collect()
    };
    pairs.iter().map(path).collect()
}
