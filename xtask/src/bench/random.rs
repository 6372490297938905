//! Numbers that look random and are the same on every machine.

/// A generator of the family xorshift64*.
pub(super) struct Random(u64);

impl Random {
    /// A sequence of its own for each name.
    pub(super) fn named(name: &str) -> Random {
        // FNV-1a; a state of 0 would stay 0.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Random(hash | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `end`; 0 if there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from((self.next() >> 11) % end).unwrap_or(0)
    }

    /// A number of the range, both ends included.
    pub(super) fn within(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True once in so many times.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_always_the_same_numbers() {
        let numbers = |name| {
            let mut random = Random::named(name);
            [(); 4].map(|()| random.below(1000))
        };
        assert_eq!(numbers("en/policy-01"), numbers("en/policy-01"));
        assert_ne!(numbers("en/policy-01"), numbers("en/policy-02"));
    }
}
