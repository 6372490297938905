//! The words of clauses without their order: what tells that one was renamed,
//! split or merged.

use ereje::document::Clause;
use ereje::markup::Markup;

use crate::redline::share;
use crate::words::{bare, is_word, words};
use rustc_hash::FxHashMap;

/// A clause of which this part stood in another clause was split from it, or
/// went into it.
const CONTAINED: f64 = 0.7;

/// With fewer words, clauses are alike by accident.
pub(super) const LEAST_WORDS: usize = 4;

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

    /// The words that a clause has and another one has not.
    pub(super) fn lost(clause: &'c Clause, other: &'c Clause) -> Bag<'c> {
        let heading = |clause: &'c Clause| clause.heading.as_ref().map_or("", Markup::text);
        // What both begin and end with is in neither difference.
        let (heading, other_heading) = apart(heading(clause), heading(other));
        let (body, other_body) = apart(clause.body.text(), other.body.text());
        Bag::of_texts([heading, body]).without(&Bag::of_texts([other_heading, other_body]))
    }

    fn of_texts(texts: [&'c str; 2]) -> Bag<'c> {
        let mut bag = Bag { counts: FxHashMap::default(), words: 0 };
        for word in texts.into_iter().flat_map(words) {
            let word = bare(word);
            if is_word(word) {
                *bag.counts.entry(word).or_default() += 1;
                bag.words += 1;
            }
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

    fn without(mut self, other: &Bag<'_>) -> Bag<'c> {
        for (word, count) in &mut self.counts {
            let there = other.counts.get(word).copied().unwrap_or(0).min(*count);
            *count -= there;
            self.words -= there;
        }
        self
    }

    /// Whether most of it stands in the other.
    pub(super) fn is_in(&self, other: &Bag<'_>) -> bool {
        self.words >= LEAST_WORDS && share(self.common(other), self.words) >= CONTAINED
    }

    /// The clauses that have any of the five words that the fewest have.
    pub(super) fn rarest(
        &self,
        with_word: &FxHashMap<&str, Vec<usize>>,
    ) -> impl Iterator<Item = usize> {
        let mut lists: Vec<(&str, &Vec<usize>)> = self
            .counts
            .keys()
            .filter_map(|word| with_word.get_key_value(word).map(|(word, list)| (*word, list)))
            .collect();
        lists.sort_unstable_by_key(|(word, list)| (list.len(), *word));
        let few: Vec<usize> =
            lists.iter().take(5).flat_map(|(_, list)| list.iter().take(50).copied()).collect();
        few.into_iter()
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
