//! Which clauses changed: by their ids first, and what is left by its words.

mod bag;

use ereje::change::{Changes, ClauseChange, Op};
use ereje::document::{Clause, Document};
use ereje::markup::Markup;

use crate::redline::{Redline, share};
use bag::{Bag, LEAST_WORDS};
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
    for (at, clause) in new.clauses.iter().enumerate() {
        // What is gone stood behind the old clauses that came before it.
        let reached = pairs.old_of[at].filter(|_| !moved.contains(&at));
        while let Some(removed) = gone.next_if(|removed| reached.is_some_and(|to| *removed < to)) {
            changes.clauses.push(removal(old, removed, &pairs));
        }
        if let Some(heading) = &clause.heading {
            under_new = Some(heading.text().to_owned());
        }
        let before = pairs.old_of[at].map(|before| &old.clauses[before]);
        match change(before, clause, moved.contains(&at)) {
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
            }
        }
    }
    changes.clauses.extend(gone.map(|removed| removal(old, removed, &pairs)));
    changes
}

/// What happened to a clause of the new text; nothing if it is the same.
fn change(before: Option<&Clause>, clause: &Clause, moved: bool) -> Option<ClauseChange> {
    let is_same = |before: &Clause| {
        before.id == clause.id
            && before.body == clause.body
            && before.heading == clause.heading
            && before.kind == clause.kind
            && before.level == clause.level
    };
    let op = match before {
        Some(before) if is_same(before) && !moved => return None,
        Some(before) if is_same(before) => Op::Moved,
        Some(_) => Op::Changed,
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
        heading: clause.heading.as_ref().map(|heading| Redline::new(heading, &empty).markup()),
        body: Redline::new(&clause.body, &empty).markup(),
    }
}

/// Which clause became which.
struct Pairs {
    /// For each new clause the old one.
    old_of: Vec<Option<usize>>,
    /// For each new clause other old ones that it was split from.
    from: Vec<Vec<usize>>,
    /// For old clauses that are gone, the ids of those that have their words.
    into: FxHashMap<usize, Vec<String>>,
}

impl Pairs {
    fn of(old: &Document, new: &Document) -> Pairs {
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
        let mut pairs =
            Pairs { from: vec![Vec::new(); old_of.len()], old_of, into: FxHashMap::default() };
        let is_left = |index: &usize| !taken.contains(index);
        let left_old: Vec<usize> = (0..old.clauses.len()).filter(is_left).collect();
        let left_new: Vec<usize> =
            (0..new.clauses.len()).filter(|at| pairs.old_of[*at].is_none()).collect();
        if left_old.is_empty() && left_new.is_empty() {
            return pairs;
        }
        pairs.find_renamed((old, left_old), (new, &left_new));
        pairs.find_split(old, new);
        pairs.find_merged(old, new);
        pairs
    }

    /// Old clauses that no new one is.
    fn gone(&self, count: usize) -> Vec<usize> {
        let there: FxHashSet<usize> = self.old_of.iter().flatten().copied().collect();
        (0..count).filter(|at| !there.contains(at)).collect()
    }

    /// Pairs the most similar of what has no pair first.
    fn find_renamed(
        &mut self,
        (old, left_old): (&Document, Vec<usize>),
        (new, left_new): (&Document, &[usize]),
    ) {
        // Only clauses that share a rare word are compared.
        let bags: FxHashMap<usize, Bag<'_>> =
            left_old.iter().map(|at| (*at, Bag::of(&old.clauses[*at]))).collect();
        let mut with_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for at in &left_old {
            for word in bags[at].counts.keys() {
                with_word.entry(word).or_default().push(*at);
            }
        }
        let mut found: Vec<(f64, usize, usize)> = Vec::new();
        for at in left_new {
            let bag = Bag::of(&new.clauses[*at]);
            let candidates: FxHashSet<usize> = bag.rarest(&with_word).collect();
            found.extend(candidates.into_iter().filter_map(|before| {
                let both = bag.common(&bags[&before]);
                let alike = 2.0 * share(both, bag.words + bags[&before].words);
                let same = bag.words == bags[&before].words && both == bag.words && both > 0;
                let enough = bag.words >= LEAST_WORDS && alike >= RENAMED;
                (same || enough).then_some((alike, before, *at))
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

    /// New clauses whose words an old clause had, which has them no more, or is
    /// gone.
    fn find_split(&mut self, old: &Document, new: &Document) {
        if self.old_of.iter().all(Option::is_some) {
            return;
        }
        let gone = self.gone(old.clauses.len());
        let lost: Vec<(usize, Bag<'_>)> = self
            .changed(old, new)
            .map(|(before, after)| (before, Bag::lost(&old.clauses[before], &new.clauses[after])))
            .chain(gone.iter().map(|before| (*before, Bag::of(&old.clauses[*before]))))
            .collect();
        for at in 0..new.clauses.len() {
            if self.old_of[at].is_some() {
                continue;
            }
            let bag = Bag::of(&new.clauses[at]);
            let source = lost.iter().find(|(_, lost)| bag.is_in(lost));
            let Some((before, _)) = source else { continue };
            self.from[at].push(*before);
            if gone.contains(before) {
                self.into.entry(*before).or_default().push(new.clauses[at].id.clone());
            }
        }
    }

    /// Old clauses that are gone, and whose words a new clause has gained, or
    /// was made of.
    fn find_merged(&mut self, old: &Document, new: &Document) {
        let gone = self.gone(old.clauses.len());
        if gone.is_empty() {
            return;
        }
        let added = (0..new.clauses.len()).filter(|at| self.old_of[*at].is_none());
        let gained: Vec<(usize, Bag<'_>)> = self
            .changed(old, new)
            .map(|(before, after)| (after, Bag::lost(&new.clauses[after], &old.clauses[before])))
            .chain(added.map(|after| (after, Bag::of(&new.clauses[after]))))
            .collect();
        for at in gone {
            let bag = Bag::of(&old.clauses[at]);
            if let Some((after, _)) = gained.iter().find(|(_, gained)| bag.is_in(gained)) {
                self.into.insert(at, vec![new.clauses[*after].id.clone()]);
            }
        }
    }

    /// Old and new clauses that are pairs and not the same.
    fn changed<'p>(
        &'p self,
        old: &'p Document,
        new: &'p Document,
    ) -> impl Iterator<Item = (usize, usize)> + 'p {
        let pairs = self.old_of.iter().enumerate();
        let pairs = pairs.filter_map(|(after, before)| Some(((*before)?, after)));
        pairs.filter(|(before, after)| old.clauses[*before].body != new.clauses[*after].body)
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
