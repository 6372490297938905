//! The words of clauses without their order: what tells that one was renamed,
//! split or merged.

use ereje::document::Clause;
use ereje::markup::Markup;

use crate::redline::share;
use crate::words::{bare, each_word, is_word};
use rustc_hash::FxHashMap;

/// A clause of which this part stood in another clause was split from it, or
/// went into it.
const CONTAINED: f64 = 0.7;

/// With fewer words, clauses are alike by accident.
pub(super) const LEAST_WORDS: usize = 4;

/// By so many of its rarest words other clauses are found that a clause may be.
const FEW_WORDS: usize = 5;

/// So many clauses at most are found by one word.
const MOST_HOLDERS: usize = 50;

/// The words of a clause and how often each is there.
pub(super) struct Bag<'c> {
    pub(super) counts: FxHashMap<&'c str, usize>,
    pub(super) words: usize,
}

impl<'c> Bag<'c> {
    /// All of a clause.
    pub(super) fn of(clause: &'c Clause) -> Bag<'c> {
        Bag::of_texts([clause.heading.as_ref().map_or("", Markup::text), clause.body.text()])
    }

    /// The words that the old one of two clauses alone has, and those that the new
    /// one alone has.
    pub(super) fn apart(old: &'c Clause, new: &'c Clause) -> (Bag<'c>, Bag<'c>) {
        let heading = |clause: &'c Clause| clause.heading.as_ref().map_or("", Markup::text);
        // What both begin and end with is in neither difference.
        let (old_heading, new_heading) = apart(heading(old), heading(new));
        let (old_body, new_body) = apart(old.body.text(), new.body.text());
        let mut old = Bag::of_texts([old_heading, old_body]);
        let mut new = Bag::of_texts([new_heading, new_body]);
        for (word, count) in &mut old.counts {
            let Some(there) = new.counts.get_mut(word) else { continue };
            let both = (*count).min(*there);
            *count -= both;
            *there -= both;
            old.words -= both;
            new.words -= both;
        }
        (old, new)
    }

    fn of_texts(texts: [&'c str; 2]) -> Bag<'c> {
        let mut bag = Bag { counts: FxHashMap::default(), words: 0 };
        // Words are six letters long, and each is there twice.
        bag.counts.reserve(texts.iter().map(|text| text.len()).sum::<usize>() / 12);
        for text in texts {
            each_word(text, |range| {
                let word = bare(&text[range]);
                if is_word(word) {
                    *bag.counts.entry(word).or_default() += 1;
                    bag.words += 1;
                }
            });
        }
        bag
    }

    /// How many words are in both.
    pub(super) fn common(&self, other: &Bag<'_>) -> usize {
        let both = |(word, count): (&&str, &usize)| {
            (*count).min(other.counts.get(word).copied().unwrap_or(0))
        };
        self.counts.iter().map(both).sum()
    }

    /// Whether most of it stands in the other.
    pub(super) fn is_in(&self, other: &Bag<'_>) -> bool {
        let is_enough = |common: usize| share(common, self.words) >= CONTAINED;
        // They have no more in common than the smaller one has.
        self.words >= LEAST_WORDS
            && is_enough(self.words.min(other.words))
            && is_enough(self.common(other))
    }
}

/// Which bags hold a word.
pub(super) struct Holders<'b> {
    /// How many do, and the first of them in `links`.
    with_word: FxHashMap<&'b str, (usize, usize)>,
    /// A bag that holds a word, and where the next one is.
    links: Vec<(usize, usize)>,
}

impl<'b> Holders<'b> {
    /// Those of these bags, by where each stands among them.
    pub(super) fn of(
        bags: impl DoubleEndedIterator<Item = &'b Bag<'b>> + ExactSizeIterator,
    ) -> Self {
        let mut holders = Holders { with_word: FxHashMap::default(), links: Vec::new() };
        for (at, bag) in bags.enumerate().rev() {
            for word in bag.counts.keys() {
                let (count, first) = holders.with_word.entry(word).or_insert((0, usize::MAX));
                holders.links.push((at, *first));
                (*count, *first) = (*count + 1, holders.links.len() - 1);
            }
        }
        holders
    }

    /// Bags that hold any of the few words of another one that the fewest hold: of
    /// each word the first of them, and each bag once.
    pub(super) fn of_rarest(&self, bag: &Bag<'_>) -> Vec<usize> {
        let known = bag.counts.keys().filter_map(|word| self.with_word.get_key_value(word));
        let mut rarest: Vec<(usize, &str, usize)> =
            known.map(|(word, (count, first))| (*count, *word, *first)).collect();
        if rarest.len() > FEW_WORDS {
            rarest.select_nth_unstable(FEW_WORDS);
            rarest.truncate(FEW_WORDS);
        }
        let mut found = Vec::new();
        for (_, _, first) in rarest {
            let next = |(_, next): &(usize, usize)| self.links.get(*next).copied();
            let holders = std::iter::successors(self.links.get(first).copied(), next);
            found.extend(holders.take(MOST_HOLDERS).map(|(at, _)| at));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Two texts without what both begin with and what both end with. They are cut
/// behind spaces, so that all words are whole.
fn apart<'t>(one: &'t str, other: &'t str) -> (&'t str, &'t str) {
    let alike = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let space = one.as_bytes()[..alike].iter().rposition(u8::is_ascii_whitespace);
    let start = space.map_or(0, |at| at + 1);
    let (one, other) = (&one[start..], &other[start..]);
    let both = one.bytes().rev().zip(other.bytes().rev());
    let alike = both.take_while(|(a, b)| a == b).count();
    let space = one.as_bytes()[one.len() - alike..].iter().position(u8::is_ascii_whitespace);
    let end = space.map_or(0, |at| alike - at - 1);
    (&one[..one.len() - end], &other[..other.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_both_texts_is_not_looked_at() {
        assert_eq!(apart("a b c d e", "a b x d e"), ("c ", "x "));
        assert_eq!(apart("one", "one two"), ("one", "one two"));
        assert_eq!(apart("Бір екі үш", "Бір төрт үш"), ("екі ", "төрт "));
        assert_eq!(apart("a a", "a a a"), ("a", "a a"));
        assert_eq!(apart("", "a b"), ("", "a b"));
        assert_eq!(apart("a b", "a b"), ("b", "b"));
    }
}
