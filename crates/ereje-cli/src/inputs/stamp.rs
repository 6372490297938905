//! What the system tells of a file without opening it.

use std::fs;
use std::time::UNIX_EPOCH;

/// What the system tells of a file without opening it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) bytes: u64,
    /// Nanoseconds since 1970; 0 where the system does not say.
    pub(crate) modified: u64,
}

impl Stamp {
    pub(crate) fn of(metadata: &fs::Metadata) -> Stamp {
        let modified = metadata
            .modified()
            .ok()
            .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
            .and_then(|age| u64::try_from(age.as_nanos()).ok())
            .unwrap_or(0);
        Stamp { bytes: metadata.len(), modified }
    }

    /// The same of what Unix tells: seconds since 1970, and nanoseconds within one.
    #[cfg(unix)]
    pub(crate) fn new(bytes: u64, seconds: i64, nanoseconds: u64) -> Stamp {
        let modified = u64::try_from(seconds)
            .ok()
            .and_then(|seconds| seconds.checked_mul(1_000_000_000)?.checked_add(nanoseconds))
            .unwrap_or(0);
        Stamp { bytes, modified }
    }
}
