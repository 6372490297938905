//! Tests of redlines: what they show, and that nothing is lost.

use ereje::markup::{Event, Markup, Tag};

use super::*;

fn redline(old: &str, new: &str) -> Redline<'static> {
    // A redline is of texts that are there as long as it is.
    let text = |text| -> &'static Markup { Box::leak(Box::new(Markup::parse(text))) };
    Redline::new(text(old), text(new))
}

/// A redline in a short notation.
fn told(redline: &Redline<'_>) -> String {
    let markup = redline.markup();
    let name = |tag: Tag| match tag {
        Tag::Link(link) => format!("a:{}", markup.link(link)),
        Tag::Inserted => "+".into(),
        Tag::Deleted => "-".into(),
        Tag::Paragraph => "p".into(),
        Tag::List { .. } => "ul".into(),
        Tag::Item => "li".into(),
        Tag::Strong => "b".into(),
        other => format!("{other:?}").to_lowercase(),
    };
    markup
        .events()
        .map(|event| match event {
            Event::Text(text) => text.to_owned(),
            Event::Open(tag) => format!("<{}>", name(tag)),
            Event::Close(tag) => format!("</{}>", name(tag).split(':').next().unwrap_or_default()),
            Event::Break => "<br>".into(),
            Event::Rule => "<hr>".into(),
        })
        .collect()
}

#[test]
fn changed_words_are_marked_and_no_others() {
    assert_eq!(
        told(&redline("We keep data for 30 days.", "We keep data for 90 days.")),
        "<p>We keep data for <->30 </-><+>90 </+>days.</p>"
    );
    assert_eq!(
        told(&redline("Мы не продаём данные.", "Мы продаём данные.")),
        "<p>Мы <->не </->продаём данные.</p>"
    );
    assert_eq!(
        told(&redline("KazKey деректерді сатпайды.", "KazKey деректерді сатады.")),
        "<p>KazKey деректерді <->сатпайды</-><+>сатады</+>.</p>"
    );
    assert_eq!(
        told(&redline("個人情報を収集しません。", "個人情報を収集します。")),
        "<p>個人情報を収集しま<->せん</-><+>す</+>。</p>"
    );
}

#[test]
fn values_from_left_to_right_are_marked_whole_and_from_outside() {
    let days = |days: &str| format!("نحتفظ بها لمدة \u{2068}\u{2068}{days}\u{2069} يومًا\u{2069}.");
    assert_eq!(
        told(&redline(&days("30"), &days("60"))),
        "<p>نحتفظ بها لمدة <-><isolate><isolate>30</isolate></isolate></-><+><isolate><isolate>60\
         </isolate></isolate></+><isolate> يومًا</isolate>.</p>"
    );
    let days = |days: &str| format!("مدة \u{2068}\u{2068}{days}\u{2069} من\u{2069} هنا.");
    assert_eq!(
        told(&redline(&days("30"), &days("60").replace("من", "إلى"))),
        "<p>مدة <-><isolate><isolate>30</isolate> من</isolate></-><+><isolate><isolate>60</isolate> \
         إلى</isolate></+> هنا.</p>"
    );
    let price = |price: &str| format!("**השירות עולה \u{2068}{price} EUR\u{2069}.**");
    assert_eq!(
        told(&redline(&price("24.90"), &price("29.90"))),
        "<p><b>השירות עולה <-><isolate>24.90 EUR</isolate></-><+><isolate>29.90 EUR</isolate></+>.</b></p>"
    );
    // A value with letters of the text's own direction is text like any other.
    let day = |day: &str| format!("Since \u{2068}{day} مايو 2024\u{2069}.");
    assert_eq!(
        told(&redline(&day("15"), &day("16"))),
        "<p>Since <isolate><->15 </-><+>16 </+>مايو 2024</isolate>.</p>"
    );
}

#[test]
fn words_that_are_removed_at_the_end_stand_apart() {
    let (long, short) = ("We ask you. We tell you why.", "We ask you.");
    let line = redline(long, short);
    assert_eq!(told(&line), "<p>We ask you. <->We tell you why.</-></p>");
    let pieces: String = line.pieces().map(|piece| piece.text).collect();
    assert_eq!(pieces, long);
    assert_eq!(line.accepted().text(), short);
    assert_eq!(line.rejected().text(), long);
    let line = redline(short, long);
    assert_eq!(told(&line), "<p>We ask you. <+>We tell you why.</+></p>");
    assert_eq!(line.accepted().text(), long);
}

#[test]
fn the_space_beside_a_change_is_that_of_its_text() {
    for (old, new, expected) in [
        (
            "We use it to sign you in.",
            "We use it to sign you in and to answer you.",
            "<p>We use it to sign you in<+> and to answer you</+>.</p>",
        ),
        (
            "We use it to sign you in and to answer you.",
            "We use it to sign you in.",
            "<p>We use it to sign you in<-> and to answer you</->.</p>",
        ),
        (
            "We ask you and tell you why we do.",
            "We ask you, and tell you why we do.",
            "<p>We ask you<+>,</+> and tell you why we do.</p>",
        ),
        (
            "We ask you, and tell you why we do.",
            "We ask you and tell you why we do.",
            "<p>We ask you<->,</-> and tell you why we do.</p>",
        ),
        (
            "We ask you or others why you do.",
            "We ask you, why you do.",
            "<p>We ask you<-> or others </-><+>, </+>why you do.</p>",
        ),
    ] {
        let line = redline(old, new);
        assert_eq!(told(&line), expected);
        let without = |change| -> String {
            let pieces = line.pieces().filter(|piece| piece.change != change);
            pieces.map(|piece| piece.text).collect()
        };
        assert_eq!(without(Change::Inserted), old);
        assert_eq!(without(Change::Deleted), new);
    }
}

#[test]
fn an_edit_reads_like_one() {
    // Word by word, "the" and "of" would be kept between other words.
    let old = "The app collects the name of the user and the kind of device.";
    let new = "The app collects the version of the system and the type of network.";
    let shape = redline(old, new).shape();
    assert_eq!((shape.chaff, shape.islands), (0, 1), "{}", told(&redline(old, new)));
}

#[test]
fn an_added_sentence_is_added_as_a_whole() {
    assert_eq!(
        told(&redline(
            "We may share it. We may sell it.",
            "We may share it. We may lend it. We may sell it."
        )),
        "<p>We may share it. <+>We may lend it. </+>We may sell it.</p>"
    );
}

#[test]
fn structure_survives_inside_marks() {
    assert_eq!(
        told(&redline("Write to <a@b.de>.", "Write to <c@d.de> **now**.")),
        "<p>Write to <a:mailto:a@b.de><->a@b.de</-></a><a:mailto:c@d.de><+>c@d.de</+></a><+> </+><b><+>now</+></b>.</p>"
    );
    assert_eq!(
        told(&redline("[x](https://a.de)", "[x](https://b.de)")),
        "<p><a:https://a.de><->x</-></a><a:https://b.de><+>x</+></a></p>"
    );
    assert_eq!(
        told(&redline("- one\n- two\n- three", "- one\n- three")),
        "<ul><li>one</li><li><->two</-></li><li>three</li></ul>"
    );
    assert_eq!(
        told(&redline("a b c\n\nd e f", "a b c\n\nx y z\n\nd e f")),
        "<p>a b c</p><p><+>x y z</+></p><p>d e f</p>"
    );
    assert_eq!(
        told(&redline("Lead:\n\n- one two three", "Lead: one two three")),
        "<p><->Lead:</-></p><p><+>Lead: </+>one two three</p>"
    );
}

#[test]
fn a_table_keeps_its_columns() {
    let old = "| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |";
    let new = "| a | b |\n|---|--:|\n| 1 | 5 |";
    let line = redline(old, new);
    assert_eq!(line.accepted(), Markup::parse(new));
    assert_eq!(line.rejected(), Markup::parse(old));
    assert!(
        told(&line).contains("<row><cell><->3</-></cell><cell><->4</-></cell></row>"),
        "{}",
        told(&line)
    );
}

#[test]
fn cells_that_changed_stay_in_their_columns() {
    let table = |row: &str| format!("| a | b | c |\n|---|---|---|\n| x y | one | z |\n{row}");
    let told = |old: &str, new: &str| {
        let (old, new) = (table(old), table(new));
        let line = redline(&old, &new);
        assert_eq!(line.accepted(), Markup::parse(&new));
        assert_eq!(line.rejected(), Markup::parse(&old));
        let told = told(&line);
        told.split("<row>").skip(2).map(str::to_owned).collect::<Vec<_>>().concat()
    };
    // Side by side, and like none of the other row.
    assert_eq!(
        told("| d | one | two |", "| d | three | four |"),
        "<cell>d</cell><cell><->one</-><+>three</+></cell><cell><->two</-><+>four</+></cell></row></table(0)>"
    );
    // One that had no words, and one that has none any more.
    assert_eq!(
        told("| d | | two |", "| d | three | |"),
        "<cell>d</cell><cell><+>three</+></cell><cell><->two</-></cell></row></table(0)>"
    );
    // One that went to another column, and a row that is new.
    assert_eq!(
        told("| d | one | two |", "| d | two | one |\n| e | f | two |"),
        "<cell>d</cell><cell><->one</-><+>two</+></cell><cell><->two</-><+>one</+></cell></row><cell><+>e</+></cell><cell><+>f</+></cell><cell><+>two</+></cell></row></table(0)>"
    );
}

#[test]
fn a_row_that_is_gone_stands_in_the_table_that_became_another() {
    let old = "| gone | away |\n|---|--:|\n| one two three | four five six |";
    let new =
        format!("| p |\n|---|\n| q |\n\nThen:\n\n{}", old.replace("gone | away", "here | there"));
    let line = redline(old, &new);
    // The first one opened is the second of the new text; the old one has none.
    let tables = line.markup();
    let columns = tables.events().filter_map(|event| match event {
        Event::Open(Tag::Table(table)) => Some(tables.alignments(table).len()),
        _ => None,
    });
    assert!(columns.eq([2, 1, 2]), "{}", told(&line));
    assert_eq!(line.accepted(), Markup::parse(&new));
    assert_eq!(line.rejected(), Markup::parse(old));
}

#[test]
fn the_same_text_is_unchanged_wherever_its_lines_end() {
    assert!(redline("a b\nc", "a\nb c").is_unchanged());
    assert!(!redline("a b", "a **b**").is_unchanged());
    assert!(!redline("- a", "1. a").is_unchanged());
    assert!(!redline("a", "").is_unchanged());
}

/// Texts that differ a little: words, styles, lists, paragraphs.
fn text() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let word = prop_oneof![
        4 => "[a-e]{1,2}",
        1 => Just("**b**".to_owned()),
        1 => Just("[x y](https://a.de)".to_owned()),
        1 => Just("*e f*".to_owned()),
        1 => Just("не".to_owned()),
        1 => Just("収集します".to_owned()),
    ];
    let line = proptest::collection::vec(word, 1..8).prop_map(|words| words.join(" "));
    let block = (line, 0..5_u8).prop_map(|(line, kind)| match kind {
        0 => format!("- {line}"),
        1 => format!("1. {line}"),
        2 => format!("> {line}"),
        _ => line,
    });
    proptest::collection::vec(block, 0..5).prop_map(|blocks| blocks.join("\n\n"))
}

/// A text as its words, each with what it stands in.
fn flat(markup: &Markup) -> Vec<(Vec<String>, String)> {
    let mut open: Vec<String> = Vec::new();
    let mut words = Vec::new();
    for event in markup.events() {
        match event {
            Event::Open(Tag::Link(link)) => open.push(markup.link(link).to_owned()),
            Event::Open(tag) => open.push(format!("{tag:?}")),
            Event::Close(_) => {
                open.pop();
            }
            Event::Text(text) => {
                words.extend(
                    crate::words::words(text)
                        .into_iter()
                        .map(|word| (open.clone(), word.to_owned())),
                );
            }
            Event::Break | Event::Rule => {}
        }
    }
    words
}

proptest::proptest! {
    #[test]
    fn accepting_gives_the_new_text_and_rejecting_the_old_one(old in text(), new in text()) {
        let line = redline(&old, &new);
        let (old, new) = (Markup::parse(&old), Markup::parse(&new));
        proptest::prop_assert_eq!(flat(&line.accepted()), flat(&new));
        proptest::prop_assert_eq!(flat(&line.rejected()), flat(&old));
        let inverted = line.inverted();
        proptest::prop_assert_eq!(flat(&inverted.accepted()), flat(&old));
        proptest::prop_assert_eq!(told(&inverted.inverted()), told(&line));
    }

    #[test]
    fn a_redline_is_well_formed_and_says_it_all(old in text(), new in text()) {
        let line = redline(&old, &new);
        let markup = line.markup();
        let mut open = Vec::new();
        let (mut with, mut without) = (String::new(), String::new());
        for event in markup.events() {
            match event {
                Event::Open(tag) => {
                    let above: Option<&Tag> = open.last();
                    let fits = match tag {
                        Tag::Item => matches!(above, Some(Tag::List { .. })),
                        Tag::Paragraph | Tag::Quote | Tag::List { .. } => {
                            matches!(above, None | Some(Tag::Quote | Tag::Item))
                        }
                        _ => true,
                    };
                    proptest::prop_assert!(fits, "{tag:?} in {open:?}: {}", told(&line));
                    open.push(tag);
                }
                Event::Close(tag) => proptest::prop_assert_eq!(open.pop(), Some(tag)),
                Event::Text(text) => {
                    let in_list = matches!(open.last(), Some(Tag::List { .. }));
                    proptest::prop_assert!(!in_list, "{}", told(&line));
                    if !open.contains(&Tag::Inserted) { without.push_str(text); }
                    if !open.contains(&Tag::Deleted) { with.push_str(text); }
                }
                Event::Break | Event::Rule => {}
            }
        }
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        proptest::prop_assert_eq!(squeezed(&with), squeezed(Markup::parse(&new).text()));
        proptest::prop_assert_eq!(squeezed(&without), squeezed(Markup::parse(&old).text()));
    }

    #[test]
    fn a_text_against_itself_is_unchanged(text in text()) {
        let line = redline(&text, &text);
        proptest::prop_assert!(line.is_unchanged());
        proptest::prop_assert_eq!(line.shape().islands, 0);
    }
}
