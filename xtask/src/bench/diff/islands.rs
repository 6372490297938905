//! How redlines look to a reader, counted in the same way whoever made them.

use std::ops::AddAssign;

use ereje_diff::{Change, Redline, words};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A stretch of text that one thing happened to.
pub(super) type Piece = (Change, String);

/// Redlines in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Runs of changed words within a block (a line).
    pub(super) islands: usize,
    /// Runs that two words or fewer of their block set apart from the one
    /// before.
    pub(super) chaff: usize,
    /// Words of the old text that are kept.
    pub(super) kept: usize,
    /// Words of the old text.
    pub(super) words: usize,
}

impl AddAssign for Look {
    fn add_assign(&mut self, other: Look) {
        self.islands += other.islands;
        self.chaff += other.chaff;
        self.kept += other.kept;
        self.words += other.words;
    }
}

impl Look {
    /// Counts a redline. White space between two changes does not set them
    /// apart; where a tool cuts inside a word, each part counts as one.
    pub(super) fn of(pieces: &[Piece]) -> Look {
        let mut look = Look::default();
        // Words since the last change of this block.
        let mut since: Option<usize> = None;
        let mut was_changed = false;
        for (change, text) in pieces {
            for line in text.split_inclusive('\n') {
                if !line.trim().is_empty() {
                    let count = count(line);
                    look.words += if *change == Change::Inserted { 0 } else { count };
                    if *change == Change::Same {
                        look.kept += count;
                        since = since.map(|since| since + count);
                        was_changed = false;
                    } else {
                        if !was_changed {
                            look.islands += 1;
                            look.chaff += usize::from(since.is_some_and(|since| since <= 2));
                        }
                        since = Some(0);
                        was_changed = true;
                    }
                }
                if line.ends_with('\n') {
                    (since, was_changed) = (None, false);
                }
            }
        }
        look
    }
}

fn count(text: &str) -> usize {
    words(text).into_iter().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// What Ereje made.
pub(super) fn of_redline(redline: &Redline) -> Vec<Piece> {
    redline.pieces().map(|piece| (piece.change, piece.text.to_owned())).collect()
}

/// The fewest edits over the same words (Myers), as they come.
pub(super) fn of_myers(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (words(old), words(new));
    // The space behind a word does not count, as it does not for Ereje.
    let names = |words: &[&str]| words.iter().map(|word| word.trim().to_owned()).collect();
    let (old_names, new_names): (Vec<String>, Vec<String>) = (names(&old), names(&new));
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old_names, &new_names) {
        if op.tag() == DiffTag::Equal {
            pieces.push((Change::Same, new[op.new_range()].concat()));
        } else {
            pieces.push((Change::Deleted, old[op.old_range()].concat()));
            pieces.push((Change::Inserted, new[op.new_range()].concat()));
        }
    }
    pieces
}

/// What `git diff --word-diff=porcelain` printed.
pub(super) fn of_porcelain(printed: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let lines = printed.lines().skip_while(|line| !line.starts_with("@@")).skip(1);
    for line in lines {
        let change = match line.as_bytes().first() {
            Some(b' ') => Change::Same,
            Some(b'-') => Change::Deleted,
            Some(b'+') => Change::Inserted,
            Some(b'~') => {
                pieces.push((Change::Same, "\n".into()));
                continue;
            }
            _ => continue,
        };
        pieces.push((change, line[1..].to_owned()));
    }
    pieces
}

/// What `wdiff` is told to set around deleted and inserted words: signs that no
/// text has.
pub(super) const MARKS: [&str; 4] = ["\u{1}", "\u{2}", "\u{3}", "\u{4}"];

/// What `wdiff` printed, with [`MARKS`].
pub(super) fn of_wdiff(printed: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut change = Change::Same;
    for part in printed.split_inclusive(['\u{1}', '\u{2}', '\u{3}', '\u{4}']) {
        let text = part.trim_end_matches(|c| MARKS.concat().contains(c));
        pieces.push((change, text.to_owned()));
        change = match part[text.len()..].chars().next() {
            Some('\u{1}') => Change::Deleted,
            Some('\u{3}') => Change::Inserted,
            _ => Change::Same,
        };
    }
    pieces
}

#[cfg(test)]
mod tests {
    use ereje::markup::Markup;

    use super::*;

    fn look(islands: usize, chaff: usize, kept: usize, words: usize) -> Look {
        Look { islands, chaff, kept, words }
    }

    #[test]
    fn all_are_counted_alike() {
        let git =
            of_porcelain("--- a\n+++ b\n@@ -1,2 +1,2 @@\n a \n-b\n+q\n  c\n~\n-d\n+h\n e\n~\n");
        assert_eq!(Look::of(&git), look(2, 0, 3, 5));
        let wdiff = of_wdiff("a \u{1}b\u{2} \u{3}q\u{4} c\n\u{1}d\u{2} \u{3}h\u{4} e\n");
        assert_eq!(Look::of(&wdiff), look(2, 0, 3, 5));
        assert_eq!(Look::of(&of_myers("a b c\nd e\n", "a q c\nh e\n")), look(2, 0, 3, 5));
        assert_eq!(Look::of(&of_myers("a b c d", "x b c y")), look(2, 1, 2, 4));
    }

    #[test]
    fn redlines_are_counted_as_they_count_themselves() {
        let old = Markup::parse("We keep your mail for 30 days, and not longer.\n\nGone.\n\nLast.");
        let new = Markup::parse("We hold your post for 90 days, and never longer.\n\nLast one.");
        let redline = Redline::new(&old, &new);
        let shape = redline.shape();
        let shape = look(shape.islands, shape.chaff, shape.kept, shape.words);
        assert_eq!(Look::of(&of_redline(&redline)), shape);
    }
}
