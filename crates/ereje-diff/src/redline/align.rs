//! Which block of the old text became which of the new one.

use std::mem::discriminant;
use std::ops::Range;

use ereje::markup::Tag;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::leaf::{Block, Content, Side};
use crate::words::is_word;
use rustc_hash::{FxHashMap, FxHashSet};

/// A block of the old text and the one of the new text that it became. One of
/// them is there at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) old: Option<usize>,
    pub(super) new: Option<usize>,
    /// Whether they are the same, word for word.
    pub(super) same: bool,
}

impl Pair {
    /// A pair of blocks that are not the same.
    fn of(old: Option<usize>, new: Option<usize>) -> Pair {
        Pair { old, new, same: false }
    }
}

/// Blocks that share this part of their words may be one that was edited; less
/// is more often a new text.
const SIMILAR: f64 = 0.35;

/// So many comparisons between two blocks that are the same; where there would
/// be more, blocks are paired in their order.
const MOST_COMPARED: usize = 10_000;

/// Pairs the blocks, in the order of the redline. What both texts begin and end
/// with is paired at once.
pub(super) fn align(old: &Side<'_>, new: &Side<'_>) -> Vec<Pair> {
    let (rows, columns) = (old.leaves.len(), new.leaves.len());
    let most = rows.min(columns);
    let first = (0..most).take_while(|at| old.content(*at) == new.content(*at)).count();
    let same = |by: &usize| old.content(rows - 1 - by) == new.content(columns - 1 - by);
    let last = (0..most - first).take_while(same).count();
    let pair = |(old, new)| Pair { same: true, ..Pair::of(Some(old), Some(new)) };
    let mut pairs = Vec::with_capacity(rows.max(columns));
    pairs.extend((0..first).map(|at| pair((at, at))));
    pair_middle((old, first..rows - last), (new, first..columns - last), &mut pairs);
    pairs.extend((rows - last..rows).zip(columns - last..columns).map(pair));
    pairs
}

fn pair_middle(
    (old, old_range): (&Side<'_>, Range<usize>),
    (new, new_range): (&Side<'_>, Range<usize>),
    pairs: &mut Vec<Pair>,
) {
    if old_range.is_empty() || new_range.is_empty() {
        return pair_gap((old, old_range), (new, new_range), pairs);
    }
    let (old_start, new_start) = (old_range.start, new_range.start);
    let rows = old_range.len();
    let mut known: FxHashMap<Content<'_>, usize> = FxHashMap::default();
    let mut ids = Vec::with_capacity(rows + new_range.len());
    known.reserve(ids.capacity());
    let both = [(old, old_range), (new, new_range)].into_iter();
    for content in both.flat_map(|(side, range)| range.map(|leaf| side.content(leaf))) {
        let next = known.len();
        ids.push(*known.entry(content).or_insert(next));
    }
    let (old_ids, new_ids) = ids.split_at(rows);
    let beyond = |range: Range<usize>, start: usize| range.start + start..range.end + start;
    for op in capture_diff_slices(Algorithm::Histogram, old_ids, new_ids) {
        let (old_range, new_range) =
            (beyond(op.old_range(), old_start), beyond(op.new_range(), new_start));
        if let DiffOp::Equal { .. } = op {
            let both = old_range.zip(new_range);
            pairs.extend(
                both.map(|(old, new)| Pair { same: true, ..Pair::of(Some(old), Some(new)) }),
            );
        } else {
            pair_gap((old, old_range), (new, new_range), pairs);
        }
    }
}

/// Pairs blocks of which none is the same as another.
fn pair_gap(
    (old, old_range): (&Side<'_>, Range<usize>),
    (new, new_range): (&Side<'_>, Range<usize>),
    pairs: &mut Vec<Pair>,
) {
    let (rows, columns) = (old_range.len(), new_range.len());
    // There is nothing to choose from where there are no two, or just two.
    let chosen = if (2..=MOST_COMPARED).contains(&(rows * columns)) {
        best_pairs((old, old_range.clone()), (new, new_range.clone()))
    } else {
        (0..rows.min(columns)).map(|at| (at, at)).collect()
    };
    let (mut o, mut n) = (0, 0);
    let ends = [(rows, columns)];
    for (row, column) in chosen.into_iter().chain(ends) {
        pairs.extend((o..row).map(|at| Pair::of(Some(old_range.start + at), None)));
        pairs.extend((n..column).map(|at| Pair::of(None, Some(new_range.start + at))));
        if row < rows {
            let (old, new) = (old_range.start + row, new_range.start + column);
            pairs.push(Pair::of(Some(old), Some(new)));
        }
        (o, n) = (row + 1, column + 1);
    }
}

/// The pairs, in order, whose similarities add up to the most.
fn best_pairs(
    (old, old_range): (&Side<'_>, Range<usize>),
    (new, new_range): (&Side<'_>, Range<usize>),
) -> Vec<(usize, usize)> {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    numbers.reserve(old_range.clone().map(|leaf| old.words(leaf).len()).sum());
    let old: Vec<Vec<u32>> = old_range.map(|leaf| bag(old, leaf, &mut numbers)).collect();
    let new: Vec<Vec<u32>> = new_range.map(|leaf| bag(new, leaf, &mut numbers)).collect();
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

/// The words of a block as numbers, in the order of these.
fn bag<'s>(side: &'s Side, leaf: usize, numbers: &mut FxHashMap<&'s str, u32>) -> Vec<u32> {
    let words = side.words(leaf).iter().map(|token| side.word(token)).filter(|word| is_word(word));
    let mut bag: Vec<u32> = words
        .map(|word| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(word).or_insert(next)
        })
        .collect();
    bag.sort_unstable();
    bag
}

/// Twice the words in common over all words of both (Dice's coefficient).
fn similarity(old: &[u32], new: &[u32]) -> f64 {
    let all = old.len() + new.len();
    // The shorter one can not have more in common than it has.
    if all == 0 || 2.0 * share(old.len().min(new.len()), all) < SIMILAR {
        return 0.0;
    }
    let (mut common, mut o, mut n) = (0, 0, 0);
    while let (Some(a), Some(b)) = (old.get(o), new.get(n)) {
        common += usize::from(a == b);
        o += usize::from(a <= b);
        n += usize::from(b <= a);
    }
    2.0 * share(common, all)
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

/// Where what is gone stands in the redline: the old blocks, inside those that
/// became new ones. The other pairs stand in the blocks of the new text.
pub(super) fn paths(pairs: &[Pair], old: &Side<'_>, new: &Side<'_>) -> Vec<Option<Vec<Block>>> {
    if pairs.iter().all(|pair| pair.new.is_some()) {
        return vec![None; pairs.len()];
    }
    let mut became: FxHashMap<usize, Block> = FxHashMap::default();
    let mut taken: FxHashSet<usize> = FxHashSet::default();
    for pair in pairs {
        let (Some(before), Some(after)) = (pair.old, pair.new) else { continue };
        for (before, after) in old.path(before).iter().zip(new.path(after)) {
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
    let numbers = new.blocks.iter().map(|block| block.number);
    let beyond = numbers.max().unwrap_or(0) + 1;
    let path = |pair: &Pair| {
        let path = pair.old.filter(|_| pair.new.is_none()).map(|at| old.path(at))?;
        let known = path.iter().map_while(|block| became.get(&block.number).copied());
        let mut known: Vec<Block> = known.collect();
        let rest = path[known.len()..].iter();
        let apart = |block: &Block| Block { number: beyond + block.number, is_old: true, ..*block };
        known.extend(rest.map(apart));
        Some(known)
    };
    pairs.iter().map(path).collect()
}
