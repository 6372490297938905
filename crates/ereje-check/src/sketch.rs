//! What counts in a text when two languages are compared: the facts that it
//! states, its figures, and where it leads. Nearly all translations agree in
//! these as they are written, so every text is looked at once for all of them.

use std::ops::Range;
use std::sync::LazyLock;

use ereje::digits::digit;
use memchr::memchr;
use memchr::memmem::Finder;

use crate::figures::{Figure, figure_at, next_digit};

/// What stands in a text as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sketch {
    /// Where the names of facts stand, in their order: between `{$` and `}`.
    pub(crate) facts: Vec<Range<usize>>,
    /// The figures outside of facts, in their order.
    pub(crate) figures: Vec<Figure>,
    /// What stands where targets of links do, in the order of the alphabet: the
    /// same for the same text in another language, in most cases.
    links: Vec<String>,
    /// Whether there may be a link or a URL.
    pub(crate) may_link: bool,
    /// Whether there is an at-sign.
    pub(crate) has_at: bool,
    /// Whether a fact or a tag may begin anywhere.
    pub(crate) has_marks: bool,
}

static WWW: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("www."));

impl Sketch {
    /// Looks at a text.
    pub(crate) fn of(text: &str) -> Sketch {
        let mut sketch = Sketch::default();
        let mut at = 0;
        while let Some(sign) = next_digit(text.as_bytes(), at, begins_other) {
            at = sketch.take(text, sign);
        }
        let www = WWW.find_iter(text.as_bytes()).map(|_| "www.".to_owned());
        sketch.links.extend(www);
        sketch.may_link |= !sketch.links.is_empty();
        sketch.links.sort_unstable();
        sketch
    }

    /// Whether two texts lead to the same.
    pub(crate) fn leads_as(&self, other: &Sketch) -> bool {
        self.links == other.links
    }

    /// Takes what begins at a sign; says where to go on.
    fn take(&mut self, text: &str, at: usize) -> usize {
        let bytes = text.as_bytes();
        let next = bytes.get(at + 1).copied();
        let mut link = |from: usize, ends: &[char]| {
            let rest = &text[from..];
            self.links.push(rest[..rest.find(ends).unwrap_or(rest.len())].to_owned());
        };
        match (bytes[at], next) {
            (b'{', Some(b'$')) => {
                self.has_marks = true;
                let name = at + 2;
                if let Some(length) = memchr(b'}', &bytes[name..]) {
                    self.has_at |= text[name..name + length].contains('@');
                    self.facts.push(name..name + length);
                    return name + length + 1;
                }
            }
            (b'@', _) => self.has_at = true,
            (b'<', _) => {
                link(at + 1, &['>', '\n']);
                (self.may_link, self.has_marks) = (true, true);
            }
            (b']', next) => {
                match next {
                    Some(b'(') => link(at + 2, &[')', ' ']),
                    Some(b':') => link(at + 2, &[' ', '\n']),
                    _ => {}
                }
                self.may_link = true;
            }
            (b':', Some(b'/')) if bytes[at..].starts_with(b"://") => {
                link(at, &[' ', ')', '>', '\n', '"']);
            }
            _ => {
                let character = text[at..].chars().next();
                if character.is_some_and(|character| digit(character).is_some()) {
                    let (figure, end) = figure_at(text, at);
                    self.figures.extend(figure);
                    return end;
                }
            }
        }
        at + 1
    }
}

/// Whether something that is no figure may begin with a byte.
fn begins_other(byte: u8) -> bool {
    (byte == b'{') | (byte == b']') | (byte == b':') | (byte == b'<') | (byte == b'@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_counts_is_found_in_one_pass() {
        let text = "Write to <{$mail}> or [us](https://a.example/{$x}) within 30 days, ٣٠ أيام; \
                    www.b.example: { $ } (5).";
        let sketch = Sketch::of(text);
        let facts: Vec<&str> = sketch.facts.iter().map(|at| &text[at.clone()]).collect();
        assert_eq!(facts, ["mail", "x"]);
        let figures: Vec<&str> = sketch.figures.iter().map(|one| one.number.as_str()).collect();
        assert_eq!(figures, ["30", "30", "5"]);
        assert_eq!(
            sketch.links,
            ["://a.example/{$x}", "https://a.example/{$x}", "www.", "{$mail}"]
        );
    }

    #[test]
    fn a_sign_is_found_wherever_it_stands() {
        for before in 0..70 {
            let text = format!("{}7{}", "ж".repeat(before), "x".repeat(70 - before));
            assert_eq!(Sketch::of(&text).figures.len(), 1, "{text}");
        }
        assert_eq!(Sketch::of("{$a"), Sketch { has_marks: true, ..Sketch::default() });
        assert!(Sketch::of("[a]").may_link && !Sketch::of("a: b").may_link);
        assert!(Sketch::of("a@b").has_at && Sketch::of("{$a@b}").has_at);
        assert!(!Sketch::of("{$a} 5").has_at);
    }
}
