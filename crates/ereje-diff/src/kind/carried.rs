//! Words that a clause was split from another one with, or merged into it: they
//! stand elsewhere now, and nothing was said or unsaid by that.

use ereje::change::Changes;
use rustc_hash::FxHashMap;

use super::words::Words;
use crate::redline::equal_runs;

/// So many words are a text that was carried over; fewer are in any two.
const LEAST: usize = 5;

/// What each change says and no longer says, without what was carried between
/// clauses that were split or merged.
pub(super) fn words_of(changes: &Changes) -> Vec<Words> {
    let mut words: Vec<Words> = changes.clauses.iter().map(Words::of).collect();
    let at: FxHashMap<&str, usize> =
        changes.clauses.iter().enumerate().map(|(at, change)| (change.id.as_str(), at)).collect();
    for (one, change) in changes.clauses.iter().enumerate() {
        for other in change.related.iter().filter_map(|id| at.get(id.as_str())) {
            if let Ok([one, other]) = words.get_disjoint_mut([one, *other]) {
                carry(one, other);
                carry(other, one);
            }
        }
    }
    words
}

/// Takes the words that went from one clause to another out of both, and where their
/// links lead.
fn carry(from: &mut Words, to: &mut Words) {
    let mut carried = false;
    for old in &mut from.deleted {
        for new in &mut to.inserted {
            // From the last one on, so that the others stay where they are.
            for (o, n, length) in equal_runs(old, new).into_iter().rev() {
                if length >= LEAST {
                    old.drain(o..o + length);
                    new.drain(n..n + length);
                    carried = true;
                }
            }
        }
    }
    if carried {
        drop_common(&mut from.old_links, &mut to.new_links);
        (from.carried, to.carried) = (true, true);
    }
}

/// Takes what both have out of both.
fn drop_common(one: &mut Vec<String>, other: &mut Vec<String>) {
    one.retain(|link| match other.iter().position(|same| same == link) {
        Some(at) => {
            other.remove(at);
            false
        }
        None => true,
    });
}
