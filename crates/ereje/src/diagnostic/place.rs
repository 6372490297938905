//! Where something is wrong, with the lines that people are shown of it.

use std::ops::Range;

/// A place in a file, with the lines around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Bytes from the start of the file.
    pub span: Range<usize>,
    /// Line of the start, from 1.
    pub line: usize,
    /// Column of the start in characters, from 1.
    pub column: usize,
    /// The lines that the span touches, at most [`MAX_EXCERPT`] bytes of them.
    pub excerpt: String,
    /// Where the excerpt begins, in bytes from the start of the file.
    pub excerpt_start: usize,
}

/// The most of a file that one diagnostic carries along, in bytes.
pub const MAX_EXCERPT: usize = 2000;

impl Place {
    /// The place of `span` in `text`. A span that is out of bounds or cuts a
    /// character is moved to the nearest position that is not.
    #[must_use]
    pub fn new(text: &str, span: Range<usize>) -> Place {
        Place::on(text, span, |start| memchr::memchr_iter(b'\n', &text.as_bytes()[..start]).count())
    }

    /// The same, where the ends of all lines are known: many places in one text
    /// would otherwise be counted from its start, each anew.
    #[must_use]
    pub fn among(text: &str, span: Range<usize>, line_ends: &[usize]) -> Place {
        Place::on(text, span, |start| line_ends.partition_point(|end| *end < start))
    }

    fn on(text: &str, span: Range<usize>, lines_before: impl Fn(usize) -> usize) -> Place {
        let start = floor_boundary(text, span.start);
        let end = floor_boundary(text, span.end.max(start));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = lines_before(line_start) + 1;
        let column = text[line_start..start].chars().count() + 1;
        let tail = if end > start && text[..end].ends_with('\n') { end - 1 } else { end };
        let line_end = text[tail..].find('\n').map_or(text.len(), |at| tail + at);
        let excerpt_start = if start - line_start > MAX_EXCERPT / 2 {
            floor_boundary(text, start - MAX_EXCERPT / 2)
        } else {
            line_start
        };
        let excerpt_end = floor_boundary(text, line_end.min(excerpt_start + MAX_EXCERPT));
        let excerpt = text[excerpt_start..excerpt_end].trim_end_matches('\r').to_owned();
        Place { span: start..end, line, column, excerpt, excerpt_start }
    }

    /// Line and column behind the end, from 1; nothing where the excerpt was cut
    /// before it.
    #[must_use]
    pub fn end(&self) -> Option<(usize, usize)> {
        let from = self.span.start.checked_sub(self.excerpt_start)?;
        let to = self.span.end.checked_sub(self.excerpt_start)?;
        let inside = self.excerpt.get(from..to)?;
        Some(match inside.rsplit_once('\n') {
            None => (self.line, self.column + inside.chars().count()),
            Some((above, last)) => {
                (self.line + 1 + above.matches('\n').count(), last.chars().count() + 1)
            }
        })
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let text = "а = б\nвг = де\n";
        let at = text.find("де").expect("in the text");
        let place = Place::new(text, at..at + 2);
        assert_eq!((place.line, place.column), (2, 6));
        assert_eq!(place.excerpt, "вг = де");
        assert_eq!(&text[place.excerpt_start..][..place.excerpt.len()], place.excerpt);
    }

    #[test]
    fn a_place_ends_behind_its_last_character() {
        let text = "а = б\nвг = де\nж\n";
        let at = text.find("де").expect("in the text");
        assert_eq!(Place::new(text, at..at + 4).end(), Some((2, 8)));
        assert_eq!(Place::new(text, at..at + 7).end(), Some((3, 2)));
        assert_eq!(Place::new(text, at..at).end(), Some((2, 6)));
        let long = "é".repeat(5000);
        assert_eq!(Place::new(&long, 0..10_000).end(), None);
    }

    #[test]
    fn a_place_beyond_the_end_is_the_end() {
        let place = Place::new("ab\n", 7..9);
        assert_eq!((place.line, place.column, place.span), (2, 1, 3..3));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = "é".repeat(5000);
        let place = Place::new(&text, 6001..6003);
        assert!(place.excerpt.len() <= MAX_EXCERPT);
        assert!(place.excerpt_start <= place.span.start);
        assert!(place.span.end <= place.excerpt_start + place.excerpt.len());
    }
}
