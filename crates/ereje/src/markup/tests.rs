//! Tests of how a text is read.

use super::*;

/// A short notation of the events, for reading in tests.
fn told(markup: &Markup) -> String {
    let name = |tag: Tag| match tag {
        Tag::Link(link) => format!("a:{}", markup.link(link)),
        Tag::List { start: Some(start) } => format!("ol:{start}"),
        Tag::List { start: None } => "ul".into(),
        other => format!("{other:?}").to_lowercase(),
    };
    markup
        .events()
        .map(|event| match event {
            Event::Text(text) => text.to_owned(),
            Event::Open(tag) => format!("<{}>", name(tag)),
            Event::Close(_) => "</>".into(),
            Event::Break => "<br>".into(),
            Event::Rule => "<hr>".into(),
        })
        .collect()
}

#[test]
fn structure_is_kept() {
    let text = "One **two**\nthree.\n\n- a\n- b\n    1. c\n\n> `q`";
    assert_eq!(
        told(&Markup::parse(text)),
        "<paragraph>One <strong>two</> three.</><ul><item>a</><item>b<ol:1><item>c</></></></>\
         <quote><paragraph><code>q</></></>"
    );
}

#[test]
fn tables_have_rows_and_cells() {
    let markup = Markup::parse("| a | b |\n|:-:|--:|\n| c | **d** |");
    assert_eq!(
        told(&markup),
        "<table(0)><headrow><cell>a</><cell>b</></>\
         <row><cell>c</><cell><strong>d</></></></>"
    );
    assert_eq!(markup.alignments(0), [Alignment::Center, Alignment::End]);
    assert!(markup.has_tables() && !Markup::parse("a | b").has_tables());
}

#[test]
fn texts_are_joined_with_their_links_and_tables() {
    let one = "[a](/b)\n\n| c |\n|:-:|\n| [d](/e) |";
    let more = "| f |\n|--:|\n| [g](/h) |\n\n<b>[i](/j)";
    let mut joined = Markup::parse(one);
    joined.append(&Markup::parse(more));
    assert_eq!(joined, Markup::parse(&format!("{one}\n\n{more}")));
    assert_eq!(joined.problems().len(), 1);
}

#[test]
fn texts_are_built_alike_whatever_their_words() {
    let text = "One **two** [three](/a).";
    let is_like = |other| Markup::parse(text).is_built_like(&Markup::parse(other));
    assert!(is_like("Eins **zwei** [drei](/a)!"));
    for other in [
        "One *two* [three](/a).",
        "One **two** [three](/b).",
        "One **two** [three](/a).\n\nFour.",
        "One **two** [three](/a).<br>",
    ] {
        assert!(!is_like(other), "{other}");
    }
}

#[test]
fn links_are_led_elsewhere_and_emphasis_is_left_out() {
    let markup = Markup::parse("*a* [**b**](/c) [d](/e)\n\n- **f**");
    let led = markup.clone().with_links(|link| (link == "/c").then(|| "/x".to_owned()));
    assert_eq!(led.links(), ["/x", "/e"]);
    assert_eq!(markup.without_emphasis(), Markup::parse("a [b](/c) [d](/e)\n\n- f"),);
}

#[test]
fn a_value_with_the_sign_of_entities_stands_for_itself() {
    for value in ["&copy; Example", "R&D &#65; &", "AT&T;", "_a_b_ & c", "\\&amp;"] {
        assert_eq!(Markup::parse(&escape(value)).text(), value);
    }
}

#[test]
fn addresses_become_links() {
    assert_eq!(told(&Markup::parse("<a_b@c.de>")), "<paragraph><a:mailto:a_b@c.de>a_b@c.de</></>");
    let url = escape("https://example.com/_x_?a=1&copy=2");
    let target = "https://example.com/_x_?a=1&copy=2";
    assert_eq!(
        told(&Markup::parse(&format!("<{url}>"))),
        format!("<paragraph><a:{target}>{target}</></>")
    );
    assert_eq!(
        told(&Markup::parse(&format!("[x]({url})"))),
        format!("<paragraph><a:{target}>x</></>")
    );
}

#[test]
fn line_breaks_between_han_and_kana_are_nothing() {
    assert_eq!(
        Markup::parse("個人情報は\n収集しません。\n**第三者**に").text(),
        "個人情報は収集しません。第三者に"
    );
    assert_eq!(Markup::parse("> 甲は、\n> 乙と").text(), "甲は、乙と");
    assert_eq!(Markup::parse("Gerät\nund App").text(), "Gerät und App");
    assert_eq!(Markup::parse("개인\n정보").text(), "개인 정보");
    assert_eq!(Markup::parse("App\n個人は\nApp").text(), "App 個人は App");
}

#[test]
fn isolation_marks_become_structure() {
    assert_eq!(
        told(&Markup::parse("x \u{2068}9.99 EUR\u{2069} y <\u{2068}a@b.de\u{2069}>")),
        "<paragraph>x <isolate>9.99 EUR</> y <a:mailto:a@b.de>a@b.de</></>"
    );
    assert_eq!(
        told(&Markup::parse("**\u{2068}x** y\u{2069}")),
        "<paragraph><strong><isolate>x</></> y</>"
    );
    assert_eq!(
        told(&Markup::parse("[x](mailto:\u{2068}a@b.de\u{2069})")),
        "<paragraph><a:mailto:a@b.de>x</></>"
    );
    // What was left open ends before the next block of the item.
    assert_eq!(
        told(&Markup::parse("- \u{2068}x\n  - y\u{2069} z")),
        told(&Markup::parse("- \u{2068}x\u{2069}\n  - y z"))
    );
    assert_eq!(
        told(&Markup::parse("- \u{2068}x\n  ---\n  y\u{2069}")),
        told(&Markup::parse("- \u{2068}x\u{2069}\n  ---\n  y"))
    );
}

#[test]
fn what_a_policy_can_not_hold_is_found() {
    let problems = |text| Markup::parse(text).problems().to_vec();
    assert_eq!(
        problems("a <b>x</b>"),
        [Problem::RawHtml("<b>".into()), Problem::RawHtml("</b>".into())]
    );
    assert_eq!(problems("<script>x</script>"), [Problem::RawHtml("<script>x</script>".into())]);
    assert_eq!(problems("# x"), [Problem::Heading("# x".into())]);
    assert_eq!(problems("![x](y)"), [Problem::Image("![x](y)".into())]);
    assert_eq!(problems("1 < 2 and 3 > 2"), []);
}

#[test]
fn a_heading_may_begin_with_a_number() {
    assert_eq!(told(&Markup::parse_line("1. Scope of *this*")), "1. Scope of <emphasis>this</>");
    assert_eq!(told(&Markup::parse_line("- x")), "- x");
    assert_eq!(Markup::parse_line("a\n\nb").problems().len(), 1);
    assert_eq!(Markup::parse_line("").problems(), []);
}

proptest::proptest! {
    #[test]
    fn an_escaped_value_stands_for_itself(value in "[ -~а-яا-ي]{1,40}") {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        proptest::prop_assume!(!value.is_empty());
        let markup = Markup::parse(&escape(&value));
        proptest::prop_assert_eq!(markup.text(), &value);
        let marks: Vec<_> = markup.events().filter(|e| !matches!(e, Event::Text(_))).collect();
        proptest::prop_assert_eq!(marks, [Event::Open(Tag::Paragraph), Event::Close(Tag::Paragraph)]);
    }

    #[test]
    fn any_text_is_read_and_closed(text in "[\\PC\n]{0,200}") {
        let markup = Markup::parse(&text);
        let mut open = Vec::new();
        for event in markup.events() {
            match event {
                Event::Open(tag) => open.push(tag),
                Event::Close(tag) => proptest::prop_assert_eq!(open.pop(), Some(tag)),
                _ => {}
            }
        }
        proptest::prop_assert!(open.is_empty());
    }
}
