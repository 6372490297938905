//! Which bytes of each file were read: who changes a file later has to know that
//! it still is the one that was looked at.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use xxhash_rust::xxh3::xxh3_64;

/// The digests of files as they were read; nothing of those that were not the
/// same each time.
#[derive(Debug, Default)]
pub(crate) struct Readings(Mutex<HashMap<String, Option<u64>>>);

impl Readings {
    pub(crate) fn note(&self, path: &str, text: &str) {
        let digest = xxh3_64(text.as_bytes());
        let mut read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match read.get_mut(path) {
            Some(known) => *known = known.filter(|known| *known == digest),
            None => drop(read.insert(path.to_owned(), Some(digest))),
        }
    }

    /// Whether it was these bytes that were read, each time.
    pub(crate) fn are_of(&self, path: &str, bytes: &[u8]) -> bool {
        let read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        read.get(path).is_some_and(|known| *known == Some(xxh3_64(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_between_two_looks_is_not_known() {
        let readings = Readings::default();
        readings.note("a", "one");
        readings.note("a", "one");
        readings.note("b", "one");
        readings.note("b", "two");
        assert!(readings.are_of("a", b"one") && !readings.are_of("a", b"two"));
        assert!(!readings.are_of("b", b"one") && !readings.are_of("b", b"two"));
        assert!(!readings.are_of("c", b""));
    }
}
