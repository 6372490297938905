//! Rows of tables: what one became keeps its columns.
//!
//! Cells have few words, so that most of those that changed are like none of the
//! other text. Paired by their words alone they would stand beside the cells that
//! replaced them, in a row that is longer than its table.

use std::collections::VecDeque;
use std::ops::Range;

use ereje::markup::Tag;

use super::align::Pair;
use super::leaf::{Block, Side};

/// The pairs, with the cells of each row that became another one paired by their
/// columns. Rows of which no cell stayed are no pair, nor are those of other lengths.
pub(super) fn keep_columns(pairs: Vec<Pair>, old: &Side<'_>, new: &Side<'_>) -> Vec<Pair> {
    let rows = rows(&pairs, old, new);
    if rows.is_empty() {
        return pairs;
    }
    let mut kept = Vec::with_capacity(pairs.len());
    let mut rest = VecDeque::from(pairs);
    for (olds, news) in rows {
        let mut behind = Vec::new();
        let mut cells = olds.len() + news.len();
        while cells > 0
            && let Some(pair) = rest.pop_front()
        {
            let is_in =
                |leaf: Option<usize>, row: &Range<usize>| leaf.filter(|at| row.contains(at));
            cells -= usize::from(is_in(pair.old, &olds).is_some());
            cells -= usize::from(is_in(pair.new, &news).is_some());
            let before = Pair {
                old: pair.old.filter(|at| *at < olds.start),
                new: pair.new.filter(|at| *at < news.start),
                ..pair
            };
            let after = Pair {
                old: pair.old.filter(|at| *at >= olds.end),
                new: pair.new.filter(|at| *at >= news.end),
                ..pair
            };
            kept.extend(whole(before, pair));
            behind.extend(whole(after, pair));
        }
        kept.extend(olds.zip(news).map(|(before, after)| Pair {
            old: Some(before),
            new: Some(after),
            same: old.content(before) == new.content(after),
        }));
        behind.into_iter().rev().for_each(|pair| rest.push_front(pair));
    }
    kept.extend(rest);
    kept
}

/// A part of a pair, if anything is left of it.
fn whole(part: Pair, pair: Pair) -> Option<Pair> {
    let is_whole = (part.old, part.new) == (pair.old, pair.new);
    (part.old.is_some() || part.new.is_some())
        .then_some(Pair { same: is_whole && pair.same, ..part })
}

/// The rows that became others, in their order, by their cells.
fn rows(pairs: &[Pair], old: &Side<'_>, new: &Side<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut rows: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for pair in pairs {
        let (Some(before), Some(after)) = (pair.old, pair.new) else { continue };
        if rows.last().is_some_and(|(olds, news)| before < olds.end || after < news.end) {
            continue;
        }
        let (Some(olds), Some(news)) = (row(old, before), row(new, after)) else { continue };
        let starts = rows.last().map_or((0, 0), |(olds, news)| (olds.end, news.end));
        let is_free = olds.start >= starts.0 && news.start >= starts.1;
        if is_free && olds.len() == news.len() {
            rows.push((olds, news));
        }
    }
    rows
}

/// The cells of the row that a cell is in.
fn row(side: &Side<'_>, leaf: usize) -> Option<Range<usize>> {
    let block = block(side, leaf)?;
    let is_in = |at: &usize| self::block(side, *at).is_some_and(|b| b.number == block.number);
    let start = (0..leaf).rev().take_while(is_in).last().unwrap_or(leaf);
    let end = (leaf..side.leaves.len()).take_while(is_in).last()? + 1;
    Some(start..end)
}

fn block<'s>(side: &'s Side<'_>, leaf: usize) -> Option<&'s Block> {
    side.path(leaf).iter().find(|block| matches!(block.tag, Tag::HeadRow | Tag::Row))
}
