//! Parts of words: how they begin, how they end, and what they have in them.

use memchr::memmem::Finder;

/// What a word has in it.
pub(super) enum Part {
    Start(&'static str),
    End(&'static str),
    Inside(Box<Finder<'static>>),
}

impl Part {
    /// Reads `un*`, `*less` or `*ability*`; nothing where the line is a whole word.
    pub(super) fn read(line: &'static str) -> Option<Part> {
        let end = line.strip_prefix('*');
        match (end, end.unwrap_or(line).strip_suffix('*')) {
            (None, None) => None,
            (None, Some(start)) => Some(Part::Start(start)),
            (Some(end), None) => Some(Part::End(end)),
            (Some(_), Some(inside)) => Some(Part::Inside(Box::new(Finder::new(inside)))),
        }
    }

    pub(super) fn is_in(&self, word: &str) -> bool {
        match self {
            Part::Start(start) => word.starts_with(start),
            Part::End(end) => word.ends_with(end),
            Part::Inside(inside) => inside.find(word.as_bytes()).is_some(),
        }
    }
}

/// Parts, any of which a word may have: texts are asked for them word by word.
#[derive(Default)]
pub(super) struct Parts {
    starts: Vec<&'static str>,
    ends: Vec<&'static str>,
    first: Pairs,
    last: Pairs,
    /// Those that no two bytes of a word tell of.
    others: Vec<Part>,
}

impl Parts {
    pub(super) fn add(&mut self, part: Part) {
        match part {
            Part::Start(start) if start.len() > 1 => {
                self.first.add(start.as_bytes().first_chunk());
                self.starts.push(start);
            }
            Part::End(end) if end.len() > 1 => {
                self.last.add(end.as_bytes().last_chunk());
                self.ends.push(end);
            }
            other => self.others.push(other),
        }
    }

    /// Whether a word has any of them.
    pub(super) fn any_in(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        self.first.has(bytes.first_chunk()) && self.starts.iter().any(|one| word.starts_with(one))
            || self.last.has(bytes.last_chunk()) && self.ends.iter().any(|one| word.ends_with(one))
            || self.others.iter().any(|part| part.is_in(word))
    }
}

/// How many pairs of bytes are told apart.
const PAIRS: usize = 1024;

/// Two bytes, of several: a bit for what each pair looks like.
struct Pairs([u64; PAIRS / 64]);

impl Default for Pairs {
    fn default() -> Pairs {
        Pairs([0; PAIRS / 64])
    }
}

impl Pairs {
    fn add(&mut self, pair: Option<&[u8; 2]>) {
        if let Some(place) = pair.map(place) {
            self.0[place / 64] |= 1 << (place % 64);
        }
    }

    fn has(&self, pair: Option<&[u8; 2]>) -> bool {
        pair.map(place).is_some_and(|place| self.0[place / 64] >> (place % 64) & 1 == 1)
    }
}

fn place([one, other]: &[u8; 2]) -> usize {
    (usize::from(*one) * 31 + usize::from(*other)) % PAIRS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_where_it_has_to_stand() {
        let mut parts = Parts::default();
        for line in ["un*", "*less", "*fehl*", "не*", "a*", "*z"] {
            parts.add(Part::read(line).expect("a part"));
        }
        for word in ["unsafe", "un", "useless", "Nichtfehler", "нельзя", "a", "fez"] {
            assert!(parts.any_in(word), "{word}");
        }
        for word in ["", "u", "nu", "sun", "lessons", "fehde", "он", "ба", "zebra"] {
            assert!(!parts.any_in(word), "{word}");
        }
    }
}
