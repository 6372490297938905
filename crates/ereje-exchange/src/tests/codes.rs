//! Which code of the source a code of the translation stands for.

use ereje::catalog::FtlFile;

use super::Both;

#[test]
fn a_code_has_the_number_of_the_one_that_it_stands_for() {
    for (source, own, expected) in [
        // The page in another language, a mark that is typed otherwise, another format.
        ("[x](/en/a)", "[y](/kk/a)", &[1][..]),
        ("*x*", "_y_", &[1]),
        ("`x`", "`y`", &[1]),
        ("{ $d }", "{ DATETIME($d, dateStyle: \"long\") }", &[1]),
        // What is the same is found first, wherever it stands.
        ("[x](/a) [y](/b)", "[y](/b) [x](/c)", &[2, 1]),
        ("{ -app } { -user }", "{ -user(case: \"genitive\") } { -app }", &[2, 1]),
        // What is another thing has a number of its own.
        ("*x*", "**y**", &[2]),
        ("*x*", "`y`", &[2]),
        ("{ $d }", "{ $other }", &[2]),
        ("{ NUMBER(5) }", "{ NUMBER(6) }", &[2]),
        ("{ -app }", "{ -user }", &[2]),
        ("x\n\n    y", "x\n\n    > y", &[2]),
        ("*x*", "*y* *z* **w**", &[1, 2, 3]),
    ] {
        let both = Both::new("kk", &format!("a = {source}\n"), &format!("a = {own}\n"));
        let ids = both.with(|_, units| units[0].target.as_ref().expect(own).ids.clone());
        assert_eq!(ids, expected, "{source} / {own}");
        both.exported();
    }
}

/// Words in a block of code are translated by hand, and a tool that puts the code of the
/// source into the text again does not take them away.
#[test]
fn a_translated_block_of_code_stays_whatever_a_tool_copies() {
    let text =
        |first: &str, code: &str| format!("a =\n    {first}\n\n    ```\n    {code}\n    ```\n");
    let both = Both::new("kk", &text("Write to", "Example, Berlin"), &text("Жазыңыз", "Экзампл"));
    let document = both.exported();
    assert!(document.contains("<note category=\"ereje:block-of-code\">"), "{document}");
    let (told, file) = with_target(&both, "Хат<ph id=\"1\"/>");
    assert_eq!((told, file), (Vec::new(), text("Хат", "Экзампл")));
    let new = Both::new("kk", &text("Write to", "Example, Berlin"), "");
    let source = "<source>Write to</source>";
    let document = new.exported();
    assert!(document.contains(source), "{document}");
    let document = document.replace(source, &format!("{source}<target>Хат</target>"));
    assert_eq!(new.changed(&document), text("Хат", "Example, Berlin"));
    // Without words there is nothing to translate in one.
    let plain = Both::new("kk", "a =\n    One\n\n    - two\n", "");
    assert!(!plain.exported().contains("ereje:block-of-code"));
}

/// What is told of a target in the place of the one there is, and the file.
fn with_target(both: &Both, target: &str) -> (Vec<String>, String) {
    let document = both.exported();
    let start = document.find("<target>").expect("a target") + 8;
    let end = document.find("</target>").expect("its end");
    let (taken, made) = both.taken(&format!("{}{target}{}", &document[..start], &document[end..]));
    let told = taken.told.into_iter().map(|told| format!("{}: {}", told.rule, told.message));
    (told.collect(), made.text)
}

#[test]
fn what_opens_last_closes_first() {
    let both = Both::new("kk", "a = *One* **two**.\n", "a = *Бір* **екі**.\n");
    let crossed = "<sc id=\"1\"/>Бір <sc id=\"2\"/>екі<ec startRef=\"1\"/>!<ec startRef=\"2\"/>";
    let told = "xliff-unit: the translation of `a` ends the code 1 where it is not open";
    assert_eq!(with_target(&both, crossed).0, [told]);
    let within = "<sc id=\"1\"/>Бір <sc id=\"2\"/>екі<ec startRef=\"2\"/>!<ec startRef=\"1\"/>";
    assert_eq!(with_target(&both, within), (Vec::new(), "a = *Бір **екі**!*\n".to_owned()));
}

#[test]
fn a_term_keeps_its_form_while_its_words_do() {
    let own = "a = Хат { -user(case: \"dative\") } { -app }.\n";
    let mut both = Both::new("kk", "a = To { -user } of { -app }.\n", own);
    both.files[3] = FtlFile::parse(
        "terms.ftl",
        "-app = Апп\n-user =\n    { $case ->\n       *[nominative] Аты\n        [genitive] Атына\n        \
         [dative] Атына\n        [ablative] Атынан\n    }\n"
            .to_owned(),
    );
    let term = |words: &str| format!("<pc id=\"1\">{words}</pc>");
    let app = "<pc id=\"2\">Апп</pc>";
    for (target, told, form) in [
        (
            format!("Хаттар {} {app}.", term("Атына")),
            None,
            "Хаттар { -user(case: \"dative\") } { -app }.",
        ),
        (
            format!("Хат {} {app}.", term("Атынан")),
            None,
            "Хат { -user(case: \"ablative\") } { -app }.",
        ),
        (format!("Хат {} {app}.", term("Аты")), None, "Хат { -user } { -app }."),
        // Blanks within stand outside.
        (format!("Хат{}{app}.", term(" Аты\n ")), None, "Хат { -user } { -app }."),
        (
            format!("Хат {} {app}.", term("Атым")),
            Some("xliff-term: `-user` has no form “Атым”: in `a` it is written in words"),
            "Хат Атым { -app }.",
        ),
        (
            format!("Хат {}{app}.", term("")),
            Some("xliff-code: `a` came back without `-user`"),
            "Хат { -app }.",
        ),
    ] {
        let (found, text) = with_target(&both, &target);
        assert_eq!(found, Vec::from_iter(told.map(str::to_owned)), "{target}");
        assert_eq!(text, format!("a = {form}\n"), "{target}");
    }
}

#[test]
fn what_must_be_there_is_there_as_often_as_before() {
    let (source, lacks) = ("a = Write to { $mail }.\n", "xliff-unit: the translation of `a` lacks");
    let twice = "xliff-unit: the translation of `a` has";
    let mail = "<ph id=\"1\"/>";
    for (own, target, told) in [
        ("Жаз: { $mail }.", format!("Жазыңыз: {mail}."), None),
        ("Жаз: { $mail }.", "Жазыңыз.".to_owned(), Some(format!("{lacks} `{{ $mail }}` (code 1)"))),
        // What a translation did without, it may have, once.
        ("Жаз.", "Жазыңыз.".to_owned(), None),
        ("Жаз.", format!("Жазыңыз: {mail}."), None),
        (
            "Жаз.",
            format!("Жазыңыз: {mail} {mail}."),
            Some(format!("{twice} `{{ $mail }}` (code 1) 2 times")),
        ),
        // What it alone had, it may leave out, and not have twice.
        ("Жаз: { $mail } { $tel }.", format!("Жазыңыз: {mail}."), None),
        ("Жаз: { $mail } { $tel }.", format!("Жазыңыз: {mail} <ph id=\"2\"/>."), None),
        (
            "Жаз: { $mail } { $tel }.",
            format!("Жазыңыз: {mail} <ph id=\"2\"/> <ph id=\"2\"/>."),
            Some(format!("{twice} `{{ $tel }}` (code 2) 2 times")),
        ),
    ] {
        let both = Both::new("kk", source, &format!("a = {own}\n"));
        let (found, text) = with_target(&both, &target);
        let expected: Vec<String> = told.into_iter().collect();
        assert_eq!(found, expected, "{own} / {target}");
        assert_eq!(text.contains("Жазыңыз"), expected.is_empty(), "{own} / {target}");
    }
}
