//! What tells a text from others, in a record of translations.

use std::fmt;
use std::str::FromStr;

use xxhash_rust::xxh3::xxh3_64;

/// The 64-bit XXH3 digest of a text. It tells that a text changed; nothing that
/// is released or must be proved relies on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextDigest(u64);

impl TextDigest {
    /// The digest of `text`.
    #[must_use]
    pub fn of(text: &str) -> TextDigest {
        TextDigest(xxh3_64(text.as_bytes()))
    }
}

/// 16 lower-case hexadecimal digits.
impl fmt::Display for TextDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// No 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTextDigest;

impl FromStr for TextDigest {
    type Err = NoTextDigest;

    fn from_str(text: &str) -> Result<TextDigest, NoTextDigest> {
        let is_digest = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u64::from_str_radix(text, 16).ok().filter(|_| is_digest);
        number.map(TextDigest).ok_or(NoTextDigest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_read_as_it_was_written() {
        let digest = TextDigest::of("one");
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert_ne!(digest, TextDigest::of("two"));
        for text in ["", "+123456789abcdef", "0123456789abcdeg", "0123456789abcdef0"] {
            assert_eq!(text.parse::<TextDigest>(), Err(NoTextDigest), "{text}");
        }
    }
}
