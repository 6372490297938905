//! Escapes in quotation marks that end too early before a letter of more than one
//! byte, as in `"\u00é"`: the parser cuts the letter in two, which would end the
//! program.

use std::borrow::Cow;

use memchr::memmem;

/// Where the backslashes of such escapes are. A quotation mark before them on their
/// line may be one that opens a text literal; without one they are words.
pub(super) fn cut_short(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_cut_short = |at: &usize| {
        let digits = match bytes.get(at + 1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => return false,
        };
        let behind = bytes[at + 2..].iter().take(digits).find(|byte| !byte.is_ascii_hexdigit());
        let line = text[..*at].rfind('\n').map_or(0, |end| end + 1);
        behind.is_some_and(|byte| !byte.is_ascii()) && bytes[line..*at].contains(&b'"')
    };
    memmem::find_iter(bytes, b"\\").filter(is_cut_short).collect()
}

/// The text with these escapes as ones that do not exist, which the parser tells of.
/// Everything else stays where it is.
pub(super) fn without(mut text: String, escapes: &[usize]) -> String {
    for at in escapes {
        text.replace_range(at + 1..at + 2, "?");
    }
    text
}

/// The text as the parser can read it.
pub(super) fn readable(text: &str) -> Cow<'_, str> {
    match cut_short(text).as_slice() {
        [] => Cow::Borrowed(text),
        escapes => Cow::Owned(without(text.to_owned(), escapes)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::FtlFile;

    #[test]
    fn an_escape_that_is_cut_short_is_told() {
        for escape in ["\\u00é", "\\ué", "\\U0000ж", "\\u12—34"] {
            for ftl in [
                format!("a = {{ \"{escape}\" }}\nb = x\n"),
                format!("a = 5\" {{ \"{escape}\" }}\nb = x\n"),
                format!("a = x\n    .c = {{ \"{escape}\" }}\nb = x\n"),
            ] {
                let file = FtlFile::parse("x.ftl", ftl.clone());
                assert_eq!(file.diagnostics().len(), 1, "{ftl}");
                assert!(file.message("b").is_some(), "{ftl}");
                let place = file.diagnostics()[0].place.as_ref().expect("a place");
                assert!(ftl.contains(&place.excerpt), "the line is shown as typed");
            }
        }
    }

    #[test]
    fn what_would_mend_the_text_beside_it_is_tried() {
        for ftl in [
            "a = { \"\\u00é\" }\n    .c = x\n    [b] c\n",
            "a = x\n    * { \"\\U1ж\" }\n    y\n",
            "a = { \"\\u00é\"; }\nb = x\n    .c\"= { \"5\\U1ж\" }75\" \\u—\n",
        ] {
            let file = FtlFile::parse("x.ftl", ftl.to_owned());
            assert!(!file.diagnostics().is_empty(), "{ftl}");
        }
    }

    #[test]
    fn what_is_shown_is_the_text_as_typed_or_as_read() {
        let deep = "{".repeat(200);
        let ftl = format!("a = x\n  b = {{ \"\\U1ж\" }} 5\" {deep}\n");
        let file = FtlFile::parse("x.ftl", ftl.clone());
        for told in file.diagnostics() {
            let excerpt = &told.place.as_ref().expect("a place").excerpt;
            assert!([&*ftl, file.text()].iter().any(|text| text.contains(excerpt)), "{excerpt}");
        }
    }

    #[test]
    fn what_may_not_be_in_quotation_marks_is_told_too() {
        let file = FtlFile::parse("x.ftl", "a = \"C:\\ué\"\nb = C:\\ué\n".to_owned());
        let told: Vec<_> = file.diagnostics().iter().map(|told| told.message.as_str()).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("a backslash in quotation marks"), "{told:?}");
    }
}
