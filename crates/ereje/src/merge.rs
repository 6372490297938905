//! What git leaves in a file that two branches have changed: marks that are no text,
//! whatever a reader of the file's own format would make of them.

use std::ops::Range;

use memchr::memmem;

use crate::diagnostic::Diagnostic;

/// The first mark, if there is one. Nothing that a person writes begins a line so.
fn mark(text: &str) -> Option<Range<usize>> {
    // Nearly no file has any, and looking for these is quick.
    let has = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    if !has("<<<<<<< ") && !has(">>>>>>> ") {
        return None;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            return Some(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

/// What tells of a merge that was not brought to its end.
pub(crate) fn conflict(path: &str, text: &str, hint: &str) -> Option<Diagnostic> {
    let message = "a merge has left its marks here";
    let told = |span| Diagnostic::error("merge-conflict", path, message).at(text, span).hint(hint);
    mark(text).map(told)
}

/// What to do about marks in what people write.
pub(crate) const HINT: &str =
    "keep one of the two texts, or make one of both, and take the lines with the marks away";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_at_the_beginning_of_a_line_only() {
        assert_eq!(mark("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n"), Some(2..14));
        assert_eq!(mark("<<<<<<< HEAD\nb\n=======\n"), Some(0..12));
        assert_eq!(mark("c\r\n>>>>>>> other\r\n"), Some(3..16));
        assert_eq!(mark("a = a <<<<<<< b\n    <<<<<<< b\n<<<<<<<\n"), None);
    }
}
