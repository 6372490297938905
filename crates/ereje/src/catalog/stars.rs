//! Stars in a choice that mark no variant: the parser takes one before a closing brace
//! for a default, and the choice has none.

use memchr::memchr_iter;

use super::junk::unclosed;

/// Where such stars are: each begins a line in a choice, and no name follows it.
pub(super) fn alone(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_alone = |at: &usize| {
        let line = text[..*at].rfind('\n').map_or(0, |end| end + 1);
        bytes.get(at + 1).is_none_or(|next| next.is_ascii_whitespace() || *next == b'}')
            && bytes[line..*at].iter().all(|byte| *byte == b' ')
            && is_in_choice(text, *at)
    };
    memchr_iter(b'*', bytes).filter(is_alone).collect()
}

fn is_in_choice(text: &str, at: usize) -> bool {
    // A message or a term begins where a line is not indented.
    let is_name = |end: &usize| {
        text.as_bytes()
            .get(end + 1)
            .is_some_and(|first| first.is_ascii_alphabetic() || *first == b'-')
    };
    let mut ends = text[..at].match_indices('\n').map(|(end, _)| end);
    let start = ends.rfind(is_name).map_or(0, |end| end + 1);
    unclosed(text, start..at).is_some_and(|open| text[open..at].contains("->"))
}

/// The text with blanks for these stars, so that the parser misses the default.
pub(super) fn without(mut text: String, stars: &[usize]) -> String {
    for star in stars {
        text.replace_range(*star..star + 1, " ");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::FtlFile;

    #[test]
    fn a_star_that_marks_no_variant_is_told() {
        for variants in [
            "   * }",
            "   [one] x\n   *}",
            "   [one] x\n   *\n }",
            "   [one] x\n   * [other] y\n }",
        ] {
            let ftl = format!("a = {{ $n ->\n{variants}\nb = x\n");
            let file = FtlFile::parse("x.ftl", ftl.clone());
            let [told] = file.diagnostics() else { panic!("{ftl}: {:?}", file.diagnostics()) };
            assert!(
                told.message.contains("must be marked as the default"),
                "{ftl}: {}",
                told.message
            );
            assert!(file.is_broken("a") && file.message("b").is_some(), "{ftl}");
            let place = told.place.as_ref().expect("a place");
            assert!(ftl.contains(&place.excerpt), "the line is shown as typed");
        }
    }

    #[test]
    fn other_stars_are_words_or_marks() {
        for ftl in [
            "a = { $n ->\n    [one] x * y\n   *[other] { $n } * z\n }\n",
            "# { $n ->\n# *\na = 2 * 2\n",
        ] {
            assert_eq!(FtlFile::parse("x.ftl", ftl.to_owned()).diagnostics(), [], "{ftl}");
        }
        let list = FtlFile::parse("x.ftl", "a = x\n    * y\n".to_owned());
        assert!(list.diagnostics()[0].message.contains("is cut off"));
    }
}
