//! The words of two blocks: the fewest edits first, then the ones that a reader
//! follows best.

use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Change;
use super::leaf::{Side, Token};
use crate::words::is_word;
use rustc_hash::FxHashMap;

/// Words that one thing happened to: ranges of the tokens of either block, of
/// which one is empty for words that one block alone has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) change: Change,
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// A stretch of both blocks that is the same, or in which something changed.
#[derive(Clone, Debug)]
struct Stretch {
    same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// A run of so few words between two changes is always part of the change.
const FEW: usize = 2;

/// The shortest run that may stay.
const SHORTEST: usize = FEW + 1;

/// A word that the old block does not have.
const UNKNOWN: u32 = u32::MAX;

/// A run of so many words between two changes always stays.
const MANY: usize = 6;

/// How far an edit is moved in search of a better place, in words.
const MOST_SLID: usize = 100;

/// The words of a block.
#[derive(Clone, Copy)]
pub(super) struct Words<'s> {
    pub(super) side: &'s Side<'s>,
    pub(super) tokens: &'s [Token],
}

impl<'s> Words<'s> {
    fn at(self, at: usize) -> Option<&'s str> {
        self.tokens.get(at).map(|token| self.side.word(token))
    }

    fn of(self, range: &Range<usize>) -> impl Iterator<Item = &'s str> {
        self.tokens[range.clone()].iter().map(move |token| self.side.word(token))
    }

    /// What makes a word the same as another one: the space behind it does not
    /// count, its style does.
    fn content(self, at: usize) -> (&'s str, u32, u8) {
        let token = &self.tokens[at];
        (self.side.word(token), token.styles, token.kind())
    }
}

impl Words<'_> {
    /// Whether a word is the same as one of another block. Most that are have the
    /// same space behind them.
    fn has_same(self, at: usize, other: Words<'_>, other_at: usize) -> bool {
        let (one, two) = (&self.tokens[at], &other.tokens[other_at]);
        let is_whole = self.side.text(one) == other.side.text(two);
        (one.styles, one.kind()) == (two.styles, two.kind())
            && (is_whole || self.side.word(one) == other.side.word(two))
    }
}

/// What changed between two blocks.
pub(super) fn edits(old: Words<'_>, new: Words<'_>) -> Vec<Edit> {
    let mut stretches = join(stretches(old, new), old, new);
    // An edit at the end of a block can move only if something may follow it.
    stretches.insert(0, Stretch { same: true, old: 0..0, new: 0..0 });
    let end = |words: Words<'_>| words.tokens.len()..words.tokens.len();
    stretches.push(Stretch { same: true, old: end(old), new: end(new) });
    slide(&mut stretches, old, new);
    let mut edits = Vec::with_capacity(stretches.len() + 1);
    for Stretch { same, old, new } in stretches {
        if same {
            if !old.is_empty() {
                edits.push(Edit { change: Change::Same, old, new });
            }
            continue;
        }
        let (at, behind) = (new.start, old.end);
        if !old.is_empty() {
            edits.push(Edit { change: Change::Deleted, old, new: at..at });
        }
        if !new.is_empty() {
            edits.push(Edit { change: Change::Inserted, old: behind..behind, new });
        }
    }
    edits
}

/// The stretches with the fewest edits. What both blocks begin and end with is
/// the most of nearly all of them, and is not looked at more than once.
fn stretches(old: Words<'_>, new: Words<'_>) -> Vec<Stretch> {
    let (rows, columns) = (old.tokens.len(), new.tokens.len());
    let most = rows.min(columns);
    let same = |at: &usize| old.has_same(*at, new, *at);
    let first = (0..most).take_while(same).count();
    let same = |by: &usize| old.has_same(rows - 1 - by, new, columns - 1 - by);
    let last = (0..most - first).take_while(same).count();
    let (old_range, new_range) = (first..rows - last, first..columns - last);
    let mut stretches = Vec::new();
    let mut at = (0, 0);
    let begin = (first > 0).then_some((0, 0, first));
    let end = (last > 0).then_some((old_range.end, new_range.end, last));
    let middle = runs((old, old_range), (new, new_range));
    for (o, n, length) in begin.into_iter().chain(middle).chain(end) {
        if at != (o, n) {
            stretches.push(Stretch { same: false, old: at.0..o, new: at.1..n });
        }
        stretches.push(Stretch { same: true, old: o..o + length, new: n..n + length });
        at = (o + length, n + length);
    }
    if at != (rows, columns) {
        stretches.push(Stretch { same: false, old: at.0..rows, new: at.1..columns });
    }
    stretches
}

/// The runs of words that may stay, by where they stand in both blocks. Shorter ones
/// than [`SHORTEST`] are part of the changes beside them whatever they are, so what is
/// in no such run of both blocks is not compared: of texts that have little in common
/// next to nothing is.
fn runs(
    (old, old_range): (Words<'_>, Range<usize>),
    (new, new_range): (Words<'_>, Range<usize>),
) -> Vec<(usize, usize, usize)> {
    if old_range.len().min(new_range.len()) < SHORTEST {
        return Vec::new();
    }
    let mut known: FxHashMap<(&str, u32, u8), u32> = FxHashMap::default();
    known.reserve(old_range.len());
    let mut old_ids = Vec::with_capacity(old_range.len());
    for at in old_range.clone() {
        let next = u32::try_from(known.len()).unwrap_or(UNKNOWN);
        old_ids.push(*known.entry(old.content(at)).or_insert(next));
    }
    let id = |at| known.get(&new.content(at)).copied().unwrap_or(UNKNOWN);
    let new_ids: Vec<u32> = new_range.clone().map(id).collect();
    let (old_stays, new_stays) = in_common(&old_ids, &new_ids);
    let (old_ids, old_at) = kept(&old_ids, &old_stays, old_range.start);
    let (new_ids, new_at) = kept(&new_ids, &new_stays, new_range.start);
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for (old_index, new_index, len) in equal_runs(&old_ids, &new_ids) {
        for (o, n) in (old_index..old_index + len).zip(new_index..new_index + len) {
            let (o, n) = (old_at[o], new_at[n]);
            match runs.last_mut() {
                Some((old, new, length)) if (*old + *length, *new + *length) == (o, n) => {
                    *length += 1;
                }
                _ => runs.push((o, n, 1)),
            }
        }
    }
    runs
}

/// The runs that both have in the same order: where each begins in either, and how
/// long it is.
pub(crate) fn equal_runs<T: Hash + Ord>(old: &[T], new: &[T]) -> Vec<(usize, usize, usize)> {
    let ops = capture_diff_slices(Algorithm::Histogram, old, new).into_iter();
    ops.filter_map(|op| match op {
        DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
        _ => None,
    })
    .collect()
}

/// Which words of either block are in a run of [`SHORTEST`] that the other one has too.
fn in_common(old: &[u32], new: &[u32]) -> (Vec<bool>, Vec<bool>) {
    let mut windows: FxHashMap<&[u32], bool> = FxHashMap::default();
    windows.reserve(old.len());
    windows.extend(old.windows(SHORTEST).map(|window| (window, false)));
    let mark = |stays: &mut Vec<bool>, at: usize| stays[at..at + SHORTEST].fill(true);
    let (mut old_stays, mut new_stays) = (vec![false; old.len()], vec![false; new.len()]);
    for (at, window) in new.windows(SHORTEST).enumerate() {
        if let Some(is_in_both) = windows.get_mut(window) {
            *is_in_both = true;
            mark(&mut new_stays, at);
        }
    }
    for (at, window) in old.windows(SHORTEST).enumerate() {
        if windows.get(window).is_some_and(|is_in_both| *is_in_both) {
            mark(&mut old_stays, at);
        }
    }
    (old_stays, new_stays)
}

/// The words that may stay, and where they stand in a block in which the first of all
/// stands at `start`.
fn kept(ids: &[u32], stays: &[bool], start: usize) -> (Vec<u32>, Vec<usize>) {
    let all = ids.iter().zip(stays).enumerate();
    all.filter(|(_, (_, stays))| **stays).map(|(at, (id, _))| (*id, start + at)).unzip()
}

/// Joins changes that are set apart by little: a reader sees one edit, not
/// confetti. A run of equal words goes if both changes beside it are longer, as
/// in the semantic clean-up of diff-match-patch.
fn join(stretches: Vec<Stretch>, old: Words<'_>, new: Words<'_>) -> Vec<Stretch> {
    let length =
        |words: Words<'_>, range: &Range<usize>| words.of(range).map(str::len).sum::<usize>();
    let weight = |one: &Stretch| length(old, &one.old).max(length(new, &one.new));
    let mut kept: Vec<(Stretch, usize)> = Vec::with_capacity(stretches.len());
    for next in stretches {
        let mut weight_of_next = weight(&next);
        let mut next = next;
        while !next.same
            && let [.., (before, weight_before), (between, weight_between)] = kept.as_slice()
            && between.same
            && !before.same
        {
            let words = new.of(&between.new).filter(|word| is_word(word)).count();
            let is_short = *weight_between <= (*weight_before).min(weight_of_next);
            if words > FEW && (words >= MANY || !is_short) {
                break;
            }
            next = Stretch {
                same: false,
                old: before.old.start..next.old.end,
                new: before.new.start..next.new.end,
            };
            weight_of_next += weight_before + weight_between;
            kept.truncate(kept.len() - 2);
        }
        kept.push((next, weight_of_next));
    }
    kept.into_iter().map(|(stretch, _)| stretch).collect()
}

/// Moves words that were only added, or only removed, to where a sentence or a
/// part of one begins, where the same words allow it.
fn slide(stretches: &mut [Stretch], old: Words<'_>, new: Words<'_>) {
    for at in 0..stretches.len() {
        let one = &stretches[at];
        let added = one.old.is_empty();
        if one.same || (!added && !one.new.is_empty()) {
            continue;
        }
        let words = if added { new } else { old };
        let range = if added { one.new.clone() } else { one.old.clone() };
        let room = |at: Option<usize>| {
            let beside = at.and_then(|at| stretches.get(at)).filter(|beside| beside.same);
            beside.map_or(0, |beside| beside.old.len()).min(MOST_SLID)
        };
        let left = (0..room(at.checked_sub(1)))
            .take_while(|by| {
                words.content(range.start - 1 - by) == words.content(range.end - 1 - by)
            })
            .count();
        let right = (0..room(Some(at + 1)))
            .take_while(|by| words.content(range.start + by) == words.content(range.end + by))
            .count();
        let first = range.start - left;
        let place = |start: usize| (fit(words, start), std::cmp::Reverse(start));
        let best = (first..=range.start + right).max_by_key(|start| place(*start));
        let Some(best) = best.filter(|best| fit(words, *best) > fit(words, range.start)) else {
            continue;
        };
        shift(stretches, at, best.cast_signed() - range.start.cast_signed());
    }
}

/// How well an edit begins before the token at `at`.
fn fit(words: Words<'_>, at: usize) -> u8 {
    let Some(before) = at.checked_sub(1).and_then(|before| words.at(before)) else { return 3 };
    match before.chars().last() {
        None | Some('.' | '!' | '?' | '。' | '！' | '？' | '؟' | '۔' | '।') => 3,
        Some(',' | ';' | ':' | '、' | '，' | '；' | '：' | '،' | '؛') => 2,
        Some(_) if words.at(at).is_none_or(is_word) => 1,
        Some(_) => 0,
    }
}

/// Moves a stretch by `by` tokens, at the expense of the ones beside it.
fn shift(stretches: &mut [Stretch], at: usize, by: isize) {
    let moved = |place: usize| place.saturating_add_signed(by);
    let one = &mut stretches[at];
    one.old = moved(one.old.start)..moved(one.old.end);
    one.new = moved(one.new.start)..moved(one.new.end);
    let (old, new) = (one.old.clone(), one.new.clone());
    if let Some(before) = at.checked_sub(1).and_then(|before| stretches.get_mut(before)) {
        (before.old.end, before.new.end) = (old.start, new.start);
    }
    if let Some(after) = stretches.get_mut(at + 1) {
        (after.old.start, after.new.start) = (old.end, new.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &[u32], new: &[u32]) -> (String, String) {
        let (old, new) = in_common(old, new);
        let text = |stays: Vec<bool>| stays.iter().map(|it| if *it { '=' } else { '.' }).collect();
        (text(old), text(new))
    }

    #[test]
    fn words_stay_in_runs_that_both_blocks_have() {
        let old = [1, 2, 3, 4, 9, 5, 6];
        let new = [5, 6, UNKNOWN, 1, 2, 3, 4, 2, 3];
        assert_eq!(marked(&old, &new), ("====...".into(), "...====..".into()));
        // The same words in another order are no run, and two are too few.
        assert_eq!(marked(&[1, 2, 3], &[3, 2, 1]), ("...".into(), "...".into()));
        assert_eq!(marked(&[1, 2], &[1, 2]), ("..".into(), "..".into()));
        assert_eq!(marked(&[7, 7, 7, 7], &[7, 7, 7]), ("====".into(), "===".into()));
    }
}
