//! Tests of pseudo-locales.

use super::*;

fn accented(text: &str) -> String {
    Pseudo::Accented.file(&FtlFile::parse("x.ftl", text.to_owned()))
}

fn mirrored(text: &str) -> String {
    Pseudo::RightToLeft.file(&FtlFile::parse("x.ftl", text.to_owned()))
}

#[test]
fn the_tables_agree() {
    let count = FROM.chars().count();
    assert_eq!(ACCENTED.chars().count(), count);
    assert_eq!(RIGHT_TO_LEFT.chars().count(), count);
    for pseudo in Pseudo::ALL {
        let locale = Locale::parse(pseudo.tag()).expect("a canonical tag");
        assert_eq!(locale.is_right_to_left(), pseudo == Pseudo::RightToLeft);
        assert!(Pseudo::has(&locale));
    }
}

#[test]
fn letters_change_and_nothing_else_does() {
    assert_eq!(accented("a = We sell **Nothing**.\n"), "a = ⟦Ŵéé šééļļ **Ñóóţĥííñǧ**.⟧\n");
    assert_eq!(accented("a = Мы здесь\n"), "a = ⟦Ɱýý źđééšĩ⟧\n");
    assert_eq!(mirrored("a = We sell\n"), "a = ⟦ظع سعلل⟧\n");
    for text in [
        "`code`",
        "<https://example.com/path>",
        "<a.b@example.com>",
        "www.example.com",
        "https://example.com/a_b",
        "a@example.com",
        "&nbsp;&amp;",
        "<{ $mail }>",
        "<{ $user }@{ $host }>",
        "<{ $site }/path>",
        "{ $site }/path.html",
        "{ -term(case: \"genitive\") }",
        "{ DATETIME($day, dateStyle: \"long\") }",
        "{ \"[\" }",
        "1.5 %",
    ] {
        let from = format!("a = x {text}\n");
        assert_eq!(accented(&from), format!("a = ⟦ẋ {text}⟧\n"), "{text}");
    }
    assert_eq!(accented("a = [x](https://e.com/y)\n"), "a = [⟦ẋ⟧](https://e.com/y)\n");
    assert_eq!(
        accented("a = see [x](https://{ $y }/{ $z ->\n  *[b] b\n })\n").matches('b').count(),
        2
    );
}

#[test]
fn selectors_keep_their_keys() {
    assert_eq!(
        accented(
            "a = Up to { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n }.\n    .heading = { -t }\n"
        ),
        "a = ⟦Úúþ ţóó { $n ->\n    [one] { $n } đááýý\n   *[other] { $n } đááýýš\n }.⟧\n    .heading = ⟦{ -t }⟧\n"
    );
    assert_eq!(
        accented("a =\n    x\n\n    { -t } y\n\n    _z_ { -t }\n"),
        "a =\n    ⟦ẋ⟧\n\n    ⟦{ -t } ýý⟧\n\n    _⟦ž_ { -t }⟧\n"
    );
    // Terms are parts of sentences: they have no brackets of their own.
    assert_eq!(accented("-t = { $c ->\n   *[a] To\n }\n"), "-t = { $c ->\n   *[a] Ţóó\n }\n");
}

#[test]
fn texts_become_a_third_longer() {
    for text in [
        "This policy explains what the app does with information about you and your device.",
        "Настоящая политика регулирует порядок, в котором приложение собирает информацию.",
        "Η παρούσα πολιτική εξηγεί τι κάνει η εφαρμογή με τις πληροφορίες σας.",
        "このポリシーは個人情報の取り扱いについて説明するものです。",
    ] {
        let before = text.chars().count();
        let after = accented(&format!("a = {text}\n")).chars().count() - "a = ⟦⟧\n".chars().count();
        let longer = after * 100 / before;
        assert!((128..=145).contains(&longer), "{longer} %: {text}");
    }
}

/// Pieces of which texts are put together.
fn piece() -> impl proptest::strategy::Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "word",
        "Слово.",
        "**",
        "*",
        "_",
        " ",
        " ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "`",
        "[",
        "](",
        ")",
        "<",
        ">",
        "https://a.b/c",
        "d@e.fg",
        "&amp;",
        "&copy",
        "\\",
        "| ",
        "|",
        "\n| - | - |\n",
        "    ",
        "(",
        "«",
        "0",
        "!",
        "漢字",
        "é",
        "#",
        "~~~",
        "[a]: /b\n",
        "[a]",
        "<b>",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES), 0..24)
        .prop_map(|pieces| pieces.concat())
}

use proptest::strategy::Strategy as _;

proptest::proptest! {
    #[test]
    fn the_structure_of_a_text_stays(text in piece()) {
        for pseudo in Pseudo::ALL {
            let new = applied(&text, &pseudo.text(&text, Place::Message));
            let is_like = Markup::parse(&new).is_built_like(&Markup::parse(&text));
            proptest::prop_assert!(is_like, "{:?}", new);
        }
    }

    #[test]
    fn any_file_is_read_as_before(text in "[a-z]{1,3} = ([ -~а-я⟦\n]|\n    |\\{ \\$x \\}){0,60}\n") {
        let file = FtlFile::parse("x.ftl", text);
        for pseudo in Pseudo::ALL {
            let new = FtlFile::parse("x.ftl", pseudo.file(&file));
            let rules = |file: &FtlFile| -> Vec<_> {
                file.diagnostics().iter().map(|told| told.rule).collect()
            };
            proptest::prop_assert_eq!(rules(&new), rules(&file), "{}", new.text());
            let count = |file: &FtlFile| file.text().lines().count();
            proptest::prop_assert_eq!(count(&new), count(&file));
        }
    }
}
