//! Whatever a text or a document is: nothing changes by itself, and nothing is spoilt.

use ereje::catalog::FtlFile;
use proptest::prelude::*;

use super::{Both, OWN, SOURCE, SOURCE_TERMS};
use crate::edit::edited;
use crate::take::take;
use crate::xliff::read;

/// The place of the character at `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Texts of messages: words, marks and what is filled in, in a row.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[a-zа-яәөңқ0-9,.:;!?()«»\u{a0}&<>|#+_~=\\[\\]-]{1,8}",
        1 => Just("{ $mail }".to_owned()),
        1 => Just("<{ $mail }>".to_owned()),
        1 => Just("{ NUMBER($n, minimumFractionDigits: 1) }".to_owned()),
        1 => Just("{ -app }".to_owned()),
        1 => Just("{ -user }".to_owned()),
        1 => Just("{ -user(case: \"genitive\") }".to_owned()),
        1 => Just("{ \"[\" }".to_owned()),
        1 => Just("**strong words**".to_owned()),
        1 => Just("*a { $n } b*".to_owned()),
        1 => Just("`code`".to_owned()),
        1 => Just("[link](https://a.b/c?d=e&f)".to_owned()),
        1 => Just("[link { -app }]({ $url } \"t\")".to_owned()),
        1 => Just("\\*".to_owned()),
        1 => Just("個人情報".to_owned()),
        1 => Just("{ $n ->\n        [one] one *x* { $n }\n       *[other] { -user } y\n    }".to_owned()),
    ];
    let gap = prop_oneof![
        12 => Just(" "),
        2 => Just("\n    "),
        2 => Just("\n\n    "),
        1 => Just("\\\n    "),
        1 => Just("\n\n    - "),
        1 => Just("\n    - "),
        1 => Just("\n\n    1. "),
        1 => Just("\n      - "),
        1 => Just("\n\n    > "),
    ];
    prop::collection::vec((part, gap), 1..12).prop_map(|parts| {
        let mut out = String::new();
        let last = parts.len() - 1;
        for (at, (part, gap)) in parts.iter().enumerate() {
            // What would end the message is not at a line's start.
            let at_start =
                out.is_empty() || out.ends_with(' ') && out.trim_end_matches(' ').ends_with('\n');
            if at_start && part.starts_with(['[', '*', '.', '}']) {
                out.push_str("x ");
            }
            out.push_str(part);
            out.push_str(if at == last { "" } else { gap });
        }
        out
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_translation_comes_back_as_it_left(source in text(), own in text(), heading in "[a-z]{1,5}") {
        let source = format!("a =\n    {source}\nb = B\n");
        let own = format!("# c\n\na =\n    {own}\n    .x = {heading}\n\n# d\n");
        let parsed = |text: &str| FtlFile::parse("x", text.to_owned()).diagnostics().is_empty();
        prop_assume!(parsed(&source) && parsed(&own));
        let both = Both::new("kk", &source, &own);
        let (taken, made) = both.taken(&both.exported());
        prop_assert_eq!(taken.told, []);
        prop_assert!(taken.changes.is_empty(), "{:?}", taken.changes);
        prop_assert_eq!(made.text, own);
    }

    #[test]
    fn a_translation_that_is_the_source_is_read_as_it(source in text()) {
        let source = format!("a =\n    {source}\n");
        prop_assume!(FtlFile::parse("x", source.clone()).diagnostics().is_empty());
        let mut both = Both::new("kk", &source, "");
        both.files[3] = FtlFile::parse("terms.ftl", SOURCE_TERMS.to_owned());
        let document = both.exported();
        // A person copies each source over.
        let mut copied = String::new();
        for line in document.split_inclusive('\n') {
            copied.push_str(line);
            if line.trim_start().starts_with("<source>") {
                copied.push_str(&line.replace("source>", "target>"));
            }
        }
        let (taken, made) = both.taken(&copied);
        if made.refused.is_empty() && taken.told.is_empty() && !taken.changes.is_empty() {
            let again = Both { files: [FtlFile::parse("s", source), FtlFile::parse("t", SOURCE_TERMS.to_owned()), FtlFile::parse("o", made.text.clone()), FtlFile::parse("t", SOURCE_TERMS.to_owned())], ..both };
            prop_assert_eq!(again.files[2].diagnostics(), []);
            let (taken, _) = again.taken(&copied);
            prop_assert!(taken.changes.is_empty(), "{}\n{:?}", made.text, taken.changes);
        }
    }

    /// Whatever a tool or a person does to a file, what is taken of it is sound.
    #[test]
    fn spoilt_documents_spoil_nothing(
        from in 0.0..1.0_f64,
        length in 0_usize..60,
        to in 0.0..1.0_f64,
        more in "(</?(target|source|pc|segment)>|<ph id=\"[0-9]\"/>|<ec startRef=\"1\"/>|\\*|\\[|\\{|&[a-z#]{0,3};|[ёж\u{1F600} ]){0,3}",
    ) {
        let both = Both::new("kk", SOURCE, OWN);
        let document = both.exported();
        let place = |part: f64| floor(&document, (document.len() as f64 * part) as usize);
        let (start, end) = (place(from), floor(&document, place(from) + length));
        let cut = &document[start..end];
        let rest = format!("{}{}", &document[..start], &document[end..]);
        let at = floor(&rest, (rest.len() as f64 * to) as usize);
        let spoilt = format!("{}{cut}{more}{}", &rest[..at], &rest[at..]);
        if let Ok(given) = read(&spoilt) {
            let made = both.with(|texts, units| {
                let taken = take(texts, units, &given, ("x.xlf", &spoilt), &[]);
                edited(texts, units, &taken.changes)
            });
            let after = FtlFile::parse("own.ftl", made.text.clone());
            prop_assert_eq!(after.diagnostics(), []);
            prop_assert!(after.message("a").is_some() && after.message("title").is_some());
            if made.messages.is_empty() {
                prop_assert_eq!(made.text, OWN);
            } else {
                prop_assert!(made.text.ends_with("\n# Keep me.\n"), "{}", made.text);
            }
        }
    }
}
