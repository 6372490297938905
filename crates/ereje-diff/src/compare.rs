//! Which clauses changed: by their ids first, and what is left by its words.

mod bag;
mod names;

use ereje::change::{Changes, ClauseChange, Op};
use ereje::document::{Clause, Document};
use ereje::markup::Markup;

use crate::redline::{Redline, share};
use bag::{Bag, Holders, LEAST_WORDS};
use rustc_hash::{FxHashMap, FxHashSet};

/// A clause that shares this part of its words with a clause of another name is
/// that clause, renamed (Dice's coefficient).
const RENAMED: f64 = 0.6;

/// What changed from one document to the other, in one language.
#[must_use]
pub fn compare(old: &Document, new: &Document) -> Changes {
    let pairs = Pairs::of(old, new);
    let moved = moved(&pairs.old_of);
    let mut changes = Changes::default();
    let mut gone = pairs.gone(old.clauses.len()).into_iter().peekable();
    let mut under_new = None;
    let mut clauses = Vec::new();
    for (at, clause) in new.clauses.iter().enumerate() {
        // What is gone stood behind the old clauses that came before it.
        let reached = pairs.old_of[at].filter(|_| !moved.contains(&at));
        while let Some(removed) = gone.next_if(|removed| reached.is_some_and(|to| *removed < to)) {
            changes.clauses.push(removal(old, removed, &pairs));
            clauses.push(&old.clauses[removed]);
        }
        if let Some(heading) = &clause.heading {
            under_new = Some(heading.text().to_owned());
        }
        let before = pairs.old_of[at].map(|before| &old.clauses[before]);
        match change(before, clause, (pairs.same_body[at], moved.contains(&at))) {
            None => changes.unchanged += 1,
            Some(change) => {
                let from = pairs.from[at].iter().map(|from| old.clauses[*from].id.clone());
                let renamed = before.filter(|before| before.id != clause.id);
                let related = renamed.map(|before| before.id.clone()).into_iter().chain(from);
                changes.clauses.push(ClauseChange {
                    related: related.collect(),
                    under: under_new.clone(),
                    ..change
                });
                clauses.push(clause);
            }
        }
    }
    for removed in gone {
        changes.clauses.push(removal(old, removed, &pairs));
        clauses.push(&old.clauses[removed]);
    }
    names::tell_apart(&mut changes.clauses, &clauses);
    changes
}

/// What happened to a clause of the new text; nothing if it is the same.
fn change(
    before: Option<&Clause>,
    clause: &Clause,
    (same_body, moved): (bool, bool),
) -> Option<ClauseChange> {
    let is_same = |before: &Clause| {
        same_body
            && before.id == clause.id
            && before.heading == clause.heading
            && before.kind == clause.kind
            && before.level == clause.level
    };
    let op = match before.map(is_same) {
        Some(true) if !moved => return None,
        Some(true) => Op::Moved,
        Some(false) => Op::Changed,
        None => Op::Added,
    };
    let empty = Markup::default();
    let old_heading = before.and_then(|before| before.heading.as_ref());
    let heading = match (old_heading, &clause.heading) {
        (None, None) => None,
        (old, new) => {
            let (old, new) = (old.unwrap_or(&empty), new.as_ref().unwrap_or(&empty));
            Some(Redline::new(old, new).markup())
        }
    };
    let old_body = before.map_or(&empty, |before| &before.body);
    Some(ClauseChange {
        id: clause.id.clone(),
        related: Vec::new(),
        op,
        moved,
        kind: clause.kind,
        under: None,
        words: None,
        heading,
        body: Redline::new(old_body, &clause.body).markup(),
    })
}

fn removal(old: &Document, at: usize, pairs: &Pairs) -> ClauseChange {
    let clause = &old.clauses[at];
    let mut headings = old.clauses[..=at].iter().filter_map(|clause| clause.heading.as_ref());
    let empty = Markup::default();
    ClauseChange {
        id: clause.id.clone(),
        related: pairs.into.get(&at).cloned().unwrap_or_default(),
        op: Op::Removed,
        moved: false,
        kind: clause.kind,
        under: headings.next_back().map(|heading| heading.text().to_owned()),
        words: None,
        heading: clause.heading.as_ref().map(|heading| Redline::new(heading, &empty).markup()),
        body: Redline::new(&clause.body, &empty).markup(),
    }
}

/// Clauses by where they stand, each with its words.
type Bags<'d> = Vec<(usize, Bag<'d>)>;

/// Which clause became which.
struct Pairs {
    /// For each new clause the old one.
    old_of: Vec<Option<usize>>,
    /// For each new clause whether the old one has the same body.
    same_body: Vec<bool>,
    /// For each new clause other old ones that it was split from.
    from: Vec<Vec<usize>>,
    /// For old clauses that are gone, the ids of those that have their words.
    into: FxHashMap<usize, Vec<String>>,
}

impl Pairs {
    fn of<'d>(old: &'d Document, new: &'d Document) -> Pairs {
        let mut at: FxHashMap<&str, usize> = FxHashMap::default();
        for (index, clause) in old.clauses.iter().enumerate() {
            at.entry(clause.id.as_str()).or_insert(index);
        }
        let mut taken = FxHashSet::default();
        let by_id = |clause: &Clause| {
            let index = at.get(clause.id.as_str()).copied()?;
            taken.insert(index).then_some(index)
        };
        let old_of: Vec<Option<usize>> = new.clauses.iter().map(by_id).collect();
        let count = old_of.len();
        let mut pairs = Pairs {
            old_of,
            same_body: Vec::new(),
            from: vec![Vec::new(); count],
            into: FxHashMap::default(),
        };
        let bags = |clauses: &'d [Clause], is_left: &dyn Fn(usize) -> bool| -> Bags<'d> {
            let left = clauses.iter().enumerate().filter(|(at, _)| is_left(*at));
            left.map(|(at, clause)| (at, Bag::of(clause))).collect()
        };
        let mut left_old = bags(&old.clauses, &|at| !taken.contains(&at));
        let mut left_new = bags(&new.clauses, &|at| pairs.old_of[at].is_none());
        pairs.find_renamed(&left_old, &left_new);
        let same_body = |(at, before): (usize, &Option<usize>)| {
            before.is_some_and(|before| old.clauses[before].body == new.clauses[at].body)
        };
        pairs.same_body = pairs.old_of.iter().enumerate().map(same_body).collect();
        left_new.retain(|(at, _)| pairs.old_of[*at].is_none());
        let gone = pairs.gone(old.clauses.len());
        left_old.retain(|(at, _)| gone.binary_search(at).is_ok());
        if !left_old.is_empty() || !left_new.is_empty() {
            pairs.find_split_and_merged((old, &left_old), (new, &left_new));
        }
        pairs
    }

    /// Old clauses that no new one is.
    fn gone(&self, count: usize) -> Vec<usize> {
        let mut is_there = vec![false; count];
        self.old_of.iter().flatten().for_each(|at| is_there[*at] = true);
        (0..count).filter(|at| !is_there[*at]).collect()
    }

    /// Pairs the most similar of what has no pair first.
    fn find_renamed(&mut self, left_old: &Bags<'_>, left_new: &Bags<'_>) {
        if left_old.is_empty() || left_new.is_empty() {
            return;
        }
        // Only clauses that share a rare word are compared.
        let holders = Holders::of(left_old.iter().map(|(_, bag)| bag));
        let mut found: Vec<(f64, usize, usize)> = Vec::new();
        for (at, bag) in left_new {
            found.extend(holders.of_rarest(bag).into_iter().filter_map(|left| {
                let (before, other) = &left_old[left];
                let both = bag.common(other);
                let alike = 2.0 * share(both, bag.words + other.words);
                let same = bag.words == other.words && both == bag.words && both > 0;
                let enough = bag.words >= LEAST_WORDS && alike >= RENAMED;
                (same || enough).then_some((alike, *before, *at))
            }));
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut taken = FxHashSet::default();
        for (_, before, at) in found {
            if self.old_of[at].is_none() && taken.insert(before) {
                self.old_of[at] = Some(before);
            }
        }
    }

    /// Finds new clauses whose words an old clause had, which has them no more, or is
    /// gone; and old clauses that are gone, and whose words a new clause has gained,
    /// or was made of.
    fn find_split_and_merged(
        &mut self,
        (old, gone): (&Document, &Bags<'_>),
        (new, added): (&Document, &Bags<'_>),
    ) {
        let (mut lost, mut gained) = (Vec::new(), Vec::new());
        for (before, after) in self.changed() {
            let apart = Bag::apart(&old.clauses[before], &new.clauses[after]);
            lost.push((before, apart.0));
            gained.push((after, apart.1));
        }
        let id = |at: usize| new.clauses[at].id.clone();
        for (at, bag) in added {
            let there = lost.iter().map(|(before, lost)| (*before, lost, false));
            let gone = gone.iter().map(|(before, bag)| (*before, bag, true));
            let source = there.chain(gone).find(|(_, lost, _)| bag.is_in(lost));
            let Some((before, _, is_gone)) = source else { continue };
            self.from[*at].push(before);
            if is_gone {
                self.into.entry(before).or_default().push(id(*at));
            }
        }
        for (at, bag) in gone {
            let target = gained.iter().chain(added).find(|(_, gained)| bag.is_in(gained));
            if let Some((after, _)) = target {
                self.into.insert(*at, vec![id(*after)]);
            }
        }
    }

    /// Old and new clauses that are pairs and not the same.
    fn changed(&self) -> impl Iterator<Item = (usize, usize)> {
        let pairs = self.old_of.iter().zip(&self.same_body).enumerate();
        pairs.filter_map(|(after, (before, same))| (!same).then_some(((*before)?, after)))
    }
}

/// The new clauses that stand elsewhere: those that are not on the longest way
/// through both texts that keeps the order.
fn moved(old_of: &[Option<usize>]) -> FxHashSet<usize> {
    let pairs: Vec<(usize, usize)> = old_of
        .iter()
        .enumerate()
        .filter_map(|(after, before)| before.map(|before| (before, after)))
        .collect();
    // For each length of a way, the end of the one that ends lowest; and before
    // each step, the step that leads to it.
    let mut ends: Vec<usize> = Vec::new();
    let mut led_by: Vec<Option<usize>> = vec![None; pairs.len()];
    for (at, (before, _)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].0 < *before);
        led_by[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() { ends.push(at) } else { ends[length] = at }
    }
    let mut stay = FxHashSet::default();
    let mut step = ends.last().copied();
    while let Some(at) = step {
        stay.insert(pairs[at].1);
        step = led_by[at];
    }
    pairs.into_iter().map(|(_, after)| after).filter(|after| !stay.contains(after)).collect()
}

#[cfg(test)]
mod tests;
