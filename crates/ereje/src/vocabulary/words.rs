//! Lists of words, of which texts are asked word by word and have next to none.

use rustc_hash::FxHashSet;

/// A list of words.
#[derive(Default)]
pub(super) struct Words {
    all: FxHashSet<&'static str>,
    looks: Looks,
}

impl Words {
    pub(super) fn add(&mut self, word: &'static str) {
        self.looks.add(word);
        self.all.insert(word);
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.looks.may_have(word) && self.all.contains(word)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All of them, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.all.iter().copied()
    }
}

/// How many looks of words are told apart.
const LOOKS: usize = 4096;

/// What some words look like from afar: a bit for each look.
pub(super) struct Looks([u64; LOOKS / 64]);

impl Default for Looks {
    fn default() -> Looks {
        Looks([0; LOOKS / 64])
    }
}

impl Looks {
    pub(super) fn add(&mut self, word: &str) {
        let look = look(word);
        self.0[look / 64] |= 1 << (look % 64);
    }

    /// Whether a word looks like one of them.
    pub(super) fn may_have(&self, word: &str) -> bool {
        let look = look(word);
        self.0[look / 64] >> (look % 64) & 1 == 1
    }
}

/// What a word looks like: by its length, its first bytes and its last one.
fn look(word: &str) -> usize {
    let byte = |at: Option<usize>| {
        at.and_then(|at| word.as_bytes().get(at)).map_or(0, |byte| usize::from(*byte))
    };
    let ends = byte(Some(1)) * 31 + byte(word.len().checked_sub(1)) * 7 + byte(Some(0));
    (ends + word.len() * 131) % LOOKS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_list_is_found() {
        let mut words = Words::default();
        let all = ["", "a", "not", "не", "жоқ", "nicht", "不"];
        all.into_iter().for_each(|word| words.add(word));
        assert!(all.into_iter().all(|word| words.contains(word)));
        assert!(!["b", "note", "нет", "nich", "no"].into_iter().any(|word| words.contains(word)));
        assert_eq!((words.is_empty(), words.iter().count()), (false, 7));
    }
}
