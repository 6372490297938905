//! What a file has and what is wrong with it.

use super::*;

fn file(text: &str) -> FtlFile {
    FtlFile::parse("x.ftl", text.to_owned())
}

#[test]
fn spans_are_exact() {
    let file = file("# Обзор\na = текст { $x }\n    .heading = Заголовок\n");
    let message = file.message("a").expect("a message");
    assert_eq!(&file.text()[file.span(message.id.name)], "a");
    let heading = message.attributes[0].id.name;
    assert_eq!(&file.text()[file.span(heading)], "heading");
}

#[test]
fn duplicates_are_found() {
    let rules = |text| file(text).diagnostics().iter().map(|d| d.rule).collect::<Vec<_>>();
    assert_eq!(rules("a = 1\na = 2\n"), ["duplicate-message"]);
    assert_eq!(rules("-a = 1\na = 2\n"), ["duplicate-message"]);
    assert_eq!(rules("a = 1\n    .b = 2\n    .b = 3\n"), ["duplicate-attribute"]);
    assert!(rules("a = 1\nb = 2\n").is_empty());
}

#[test]
fn a_message_without_its_sign_is_broken_and_not_missing() {
    for text in ["a\n    One.\n", "a: One.\n", "a { One.\n", "a = { $x\n"] {
        assert!(file(text).is_broken("a"), "{text}");
    }
    assert!(!file("a b c\n").is_broken("a"));
}

#[test]
fn marks_of_a_merge_are_told_once_and_never_indented() {
    let text = "a =\n    One.\n<<<<<<< HEAD\n    Two.\n=======\n    Three.\n>>>>>>> b\n    \
                .heading = A\n<<<<<<< HEAD\nb = B\n=======\nb = C\n>>>>>>> b\n";
    let file = file(text);
    let [told] = file.diagnostics() else { panic!("{:?}", file.diagnostics()) };
    assert_eq!((told.rule, told.fix.is_some()), ("merge-conflict", false));
    assert_eq!(told.place.as_ref().map(|place| place.line), Some(3));
    assert!(file.is_cut_off("a") && !file.is_cut_off("b"));
}

#[test]
fn selectors_are_wrapped_where_they_count() {
    let counted = |text| {
        let file = file(text);
        file.counted().map(|resource| resource.source().to_owned()).unwrap_or_default()
    };
    let some = "# c\nx = 1\n# d\na = { $n ->\n [one] x\n *[other] y\n }\n-y = 2\n-z = { $n ->\n *[0] y\n }\n";
    assert_eq!(
        counted(some),
        "a = { PLURAL-CATEGORY($n, exact: \"\") ->\n [one] x\n *[other] y\n }\n\
         -z = { PLURAL-CATEGORY($n, exact: \"0\") ->\n *[0] y\n }\n"
    );
    let text = counted(
        "a = { NUMBER($n, type: \"ordinal\") ->\n    [1] x\n   *[other] { $m ->\n  [one] z\n *[other] w\n }\n }\n",
    );
    assert!(
        text.contains("PLURAL-CATEGORY(NUMBER($n, type: \"ordinal\"), exact: \"1\")"),
        "{text}"
    );
    assert!(text.contains("PLURAL-CATEGORY($m, exact: \"\")"), "{text}");
    assert_eq!(counted("-a = { $case ->\n    [genitive] x\n   *[nominative] y\n }\n"), "");
}
