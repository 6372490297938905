//! Clauses that are as hard to compare as can be, the same on every machine.

use std::time::Duration;

use ereje::markup::Markup;
use ereje_diff::{Redline, words};

use super::super::locales::LANGUAGES;
use super::super::random::Random;
use super::super::synthetic;
use super::{best, timed};

/// What was done to a clause.
#[derive(Clone, Copy, Debug)]
pub(super) enum Deed {
    Rewritten,
    Shuffled,
    Repeated,
}

/// All of them.
pub(super) const DEEDS: [Deed; 3] = [Deed::Rewritten, Deed::Shuffled, Deed::Repeated];

impl Deed {
    /// It in words.
    pub(super) fn name(self) -> &'static str {
        match self {
            Deed::Rewritten => "rewritten",
            Deed::Shuffled => "shuffled",
            Deed::Repeated => "one word repeated",
        }
    }

    /// Whether its redline shall take no longer than a few times what cutting it does. One
    /// word all over has no rare ones to begin at, and as many edits as others: that it
    /// stays within reach is shown beside them.
    pub(super) fn has_goal(self) -> bool {
        !matches!(self, Deed::Repeated)
    }

    /// A clause of so many words before and after.
    pub(super) fn texts(self, count: usize) -> (String, String) {
        let mut random = Random::named(self.name());
        match self {
            // Other words of the same language: what is common is common in
            // both, as it is in any two texts.
            Deed::Rewritten => (prose(count, &mut random), prose(count, &mut random)),
            Deed::Shuffled => {
                let old = prose(count, &mut random);
                let mut new: Vec<&str> = old.split(' ').collect();
                for at in (1..new.len()).rev() {
                    new.swap(at, random.below(at + 1));
                }
                let new = new.join(" ");
                (old, new)
            }
            Deed::Repeated => {
                let one = |random: &mut Random| {
                    let word = |_| {
                        if random.once_in(100) {
                            format!("n{}", random.below(9))
                        } else {
                            "data".into()
                        }
                    };
                    (0..count).map(word).collect::<Vec<String>>().join(" ")
                };
                (one(&mut random), one(&mut random))
            }
        }
    }
}

/// Words of which a few are frequent and many are rare.
fn prose(count: usize, random: &mut Random) -> String {
    // The vocabulary does not depend on the text.
    let mut of_language = Random::named("vocabulary");
    let vocabulary: Vec<String> = (0..2000)
        .map(|_| synthetic::words(&LANGUAGES[0], 1, &mut of_language).replace('.', ""))
        .collect();
    let mut text = Vec::with_capacity(count);
    for _ in 0..count {
        // The smallest of three numbers: the first words are the most frequent.
        let at = [(); 3].map(|()| random.below(vocabulary.len())).into_iter().min();
        text.push(vocabulary[at.unwrap_or(0)].as_str());
    }
    text.join(" ")
}

/// How long it takes to cut both texts into words, and to make their redline.
pub(super) fn measure((old, new): &(String, String), runs: usize) -> (Duration, Duration) {
    let (old, new) = (Markup::parse(old), Markup::parse(new));
    let cut = best(runs, || timed(|| (words(old.text()), words(new.text()))));
    let redline = best(runs, || timed(|| Redline::new(&old, &new)));
    (cut, redline)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_as_long_as_they_should_be() {
        for deed in DEEDS {
            let (old, new) = deed.texts(500);
            assert_eq!((words(&old).len(), words(&new).len()), (500, 500), "{deed:?}");
            assert_ne!(old, new);
        }
    }
}
