//! Tables by name: the names of messages are looked up several times each, of every
//! file in every language.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;

use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A table by name.
pub(super) type Names<T> = HashMap<String, T, Seeded>;

/// Hashes names quickly, and otherwise in each run, so that nobody can write a file of
/// names that all have the same hash.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seeded(u64);

impl Default for Seeded {
    fn default() -> Seeded {
        static SEED: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(()));
        Seeded(*SEED)
    }
}

impl BuildHasher for Seeded {
    type Hasher = NameHasher;

    fn build_hasher(&self) -> NameHasher {
        NameHasher(self.0)
    }
}

/// A name on its way to a hash.
pub(super) struct NameHasher(u64);

impl Hasher for NameHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64_with_seed(bytes, self.0);
    }

    /// The mark behind a text, which tells nothing of a name by itself.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_again() {
        let mut names: Names<usize> = Names::default();
        for nth in 0..1000 {
            names.insert(format!("name-{nth}"), nth);
        }
        assert_eq!(names.len(), 1000);
        assert_eq!((names.get("name-7"), names.get("name-1000")), (Some(&7), None));
        let hashes = [1, 2].map(|seed| Seeded(seed).hash_one("name"));
        assert_ne!(hashes[0], hashes[1], "a seed makes another hash");
    }
}
