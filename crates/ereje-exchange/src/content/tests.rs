//! Tests of texts as words and codes.

use ereje::catalog::{FtlFile, pieces};

use super::*;

/// The text of a pattern; a term is said by its name in capitals.
fn content(pattern: &str) -> Content {
    let file = FtlFile::parse("a.ftl", format!("a = {pattern}\n"));
    let value = file.message("a").and_then(|message| message.value.as_ref());
    let words_of = |typed: &str| typed.trim_matches(['{', '}', ' ', '-']).to_uppercase();
    Content::of(&pieces(value.expect(pattern)), false, &words_of).expect(pattern)
}

#[test]
fn blanks_count_within_a_text_alone() {
    let text = |words: &str| Item::Text(words.to_owned());
    let alone = |kind| Item::Alone(Code { kind, typed: Typed::default() });
    let gap = || alone(Kind::Gap);
    let open = || {
        let kind = Paired::Strong;
        Item::Open(Around { kind, open: Typed::default(), close: Typed::default() })
    };
    let tidied = |items: Vec<Item>| {
        let items = Content { items }.tidied().items.into_iter();
        let told = items.map(|item| match item {
            Item::Text(words) => words,
            Item::Open(_) => "<".to_owned(),
            Item::Close => ">".to_owned(),
            _ => "|".to_owned(),
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(tidied(vec![text(" a"), text("  b\n"), text("c ")]), ["a b c"]);
    let blocks = vec![gap(), text(" a "), gap(), text("  "), text("b"), gap()];
    assert_eq!(tidied(blocks), ["|", "a", "|", "b", "|"]);
    // At an edge marks have no blanks within, nor behind nothing.
    let marks =
        vec![open(), text(" a "), Item::Close, text(" b "), open(), text(" c"), Item::Close];
    assert_eq!(tidied(marks), ["<", "a ", ">", " b ", "<", " c", ">"]);
    let value = alone(Kind::Value(None));
    assert_eq!(tidied(vec![text("a "), value, text(" b")]), ["a ", "|", " b"]);
    // A no-break space is a word's.
    assert_eq!(tidied(vec![text("\u{a0}a\u{a0}  ")]), ["\u{a0}a\u{a0}"]);
}

#[test]
fn what_says_another_thing_is_not_the_same() {
    let choice = |selector: &str, one: &str, other: &str| {
        format!("{{ {selector} ->\n        {one}\n        {other}\n    }}")
    };
    let plain = choice("$n", "[one] a", "*[other] b");
    for (one, other, same) in [
        ("a **b** { $c }", "a **b** { $c }", true),
        ("a **b** { $c }", "a __b__ { $c }", false),
        ("a", "a { $c }", false),
        ("{ -a }", "{ -b }", false),
        // The form of a term is what its readers see.
        ("{ -a }", "{ -a( x: \"y\") }", false),
        ("{ -a }", "{-a}", true),
        (&plain, &plain, true),
        (&plain, &choice("$m", "[one] a", "*[other] b"), false),
        (&plain, &choice("$n", "[one] c", "*[other] b"), false),
        (&plain, &choice("$n", "[two] a", "*[other] b"), false),
        (&plain, &choice("$n", "*[one] a", "[other] b"), false),
        (&plain, &choice("$n", "[one] a", "[few] a\n       *[other] b"), false),
    ] {
        let (first, second) = (content(one), content(other));
        assert_eq!(first.is_same(&second), same, "{one} / {other}");
        assert_eq!(second.is_same(&first), same, "{other} / {one}");
    }
    let mut words_of_another = content("{ -a }");
    for item in &mut words_of_another.items {
        let Item::Term(term) = item else { continue };
        term.name = "b".to_owned();
    }
    assert!(!content("{ -a }").is_same(&words_of_another));
}

#[test]
fn codes_are_no_words() {
    assert_eq!(
        content("See *the* { -app } [here](/a)\\\n    or `x` { $n }.").words(),
        "See the APP here or  ."
    );
    assert!(content("{ \"\" }").is_empty());
    assert!(!content("a").is_empty() && !content("{ $n }").is_empty());
}
