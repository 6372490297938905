//! Dates, numbers, amounts and lists as their locales write them.

use super::*;

fn in_locale(tag: &str) -> Locale {
    Locale::parse(tag).expect(tag)
}

#[test]
fn dates_are_gregorian_in_every_locale() {
    let day = Date::parse("2017-12-12").expect("a date");
    let long = |tag| date(&in_locale(tag), day, DateStyle::Long);
    assert_eq!(long("ru"), "12 декабря 2017 г.");
    assert_eq!(long("kk"), "2017 ж. 12 желтоқсан");
    assert_eq!(long("en"), "December 12, 2017");
    assert_eq!(long("ja"), "2017年12月12日");
    assert_eq!(long("de"), "12. Dezember 2017");
    for tag in ["th", "fa", "ar", "ar-SA", "my", "mr"] {
        let text = long(tag);
        let folded: String = text.chars().map(|c| native_digit(c).unwrap_or(c)).collect();
        assert!(folded.contains("2017"), "{tag}: {text}");
    }
}

fn native_digit(c: char) -> Option<char> {
    let zeros = ['٠', '۰', '०', '၀', '๐'];
    let value =
        zeros.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|n| *n < 10))?;
    char::from_digit(value, 10)
}

#[test]
fn every_style_of_a_date_is_a_different_one() {
    let day = Date::parse("2017-12-12").expect("a date");
    let style = |name| date(&in_locale("en"), day, DateStyle::named(name).expect(name));
    assert_eq!(style("short"), "12/12/17");
    assert_eq!(style("medium"), "Dec 12, 2017");
    assert_eq!(style("long"), "December 12, 2017");
    assert_eq!(style("full"), "Tuesday, December 12, 2017");
    assert_eq!(DateStyle::named("longer"), None);
}

#[test]
fn the_months_of_a_language_are_known_by_their_names() {
    let words = |tag| month_words(&in_locale(tag));
    let [en, ru, zh] = ["en", "ru", "zh-Hans"].map(words);
    assert!(["January", "Jan", "May", "December"].iter().all(|one| en.iter().any(|w| w == one)));
    assert_eq!(en.len(), 23, "of May there is one: {en:?}");
    assert!(ru.contains(&"января".to_owned()) && !ru.contains(&"г".to_owned()), "{ru:?}");
    assert_eq!(zh, [""; 0]);
}

#[test]
fn numbers_are_grouped_and_rounded_by_locale() {
    let plain = NumberStyle::default();
    assert_eq!(number(&in_locale("en"), "1234567.5", plain), "1,234,567.5");
    assert_eq!(number(&in_locale("de"), "1234567.5", plain), "1.234.567,5");
    assert_eq!(number(&in_locale("ru"), "1234567", plain), "1\u{a0}234\u{a0}567");
    assert_eq!(number(&in_locale("hi"), "1234567", plain), "12,34,567");
    assert_eq!(number(&in_locale("en"), "1234", NumberStyle { grouping: false, ..plain }), "1234");
    let two = NumberStyle { min_fraction: Some(2), max_fraction: Some(2), ..plain };
    assert_eq!(number(&in_locale("en"), "3", two), "3.00");
    let share = NumberStyle { percent: true, ..plain };
    assert_eq!(number(&in_locale("en"), "0.25", share), "25%");
    assert_eq!(number(&in_locale("ru"), "0.25", share), "25\u{a0}%");
    assert_eq!(number(&in_locale("tr"), "0.25", share), "%25");
    assert_eq!(number(&in_locale("eu"), "0.25", share), "%\u{a0}25");
    for (tag, is_apart) in [
        ("de", true),
        ("de-CH", false),
        ("en", false),
        ("en-SE", true),
        ("es", true),
        ("es-GQ", true),
        ("es-MX", false),
        ("fr", true),
        ("fr-CH", false),
        ("hr", true),
        ("tt", true),
    ] {
        let written = if is_apart { "25\u{a0}%" } else { "25%" };
        assert_eq!(number(&in_locale(tag), "0.25", share), written, "{tag}");
    }
    // Three digits after the sign, of a share none, unless told otherwise.
    assert_eq!(number(&in_locale("en"), "3.14159", plain), "3.142");
    assert_eq!(number(&in_locale("en"), "0.2549", share), "25%");
    let share = NumberStyle { min_fraction: Some(1), ..share };
    assert_eq!(number(&in_locale("en"), "0.2549", share), "25.5%");
    for (value, style, written) in [
        ("2.5", NumberStyle { max_fraction: Some(0), ..plain }, "2"),
        ("3.5", NumberStyle { max_fraction: Some(0), ..plain }, "4"),
        ("-1234.5", plain, "-1,234.5"),
        ("1.50", plain, "1.5"),
        ("7", NumberStyle { min_integer: 3, ..plain }, "007"),
        ("0.12345", NumberStyle { min_fraction: Some(4), ..plain }, "0.1234"),
        ("0.12345", NumberStyle { min_fraction: Some(2), max_fraction: Some(1), ..plain }, "0.12"),
        ("many", plain, "many"),
    ] {
        assert_eq!(number(&in_locale("en"), value, style), written, "{value} {style:?}");
    }
}

#[test]
fn amounts_keep_their_digits_and_name_the_currency() {
    assert_eq!(money(&in_locale("en"), "1299.90", "EUR"), "EUR\u{a0}1,299.90");
    assert_eq!(money(&in_locale("de"), "1299.90", "EUR"), "1.299,90\u{a0}EUR");
    assert_eq!(money(&in_locale("ja"), "500", "JPY"), "JPY\u{a0}500");
    assert_eq!(money(&in_locale("en"), "0.1235", "KWD"), "KWD\u{a0}0.1235");
    for (tag, is_first) in [
        ("es", true),
        ("es-ES", true),
        ("es-PH", true),
        ("es-GQ", false),
        ("es-MX", false),
        ("es-PY", false),
        ("pt", false),
        ("pt-BR", false),
        ("pt-PT", true),
        ("pt-AO", true),
        ("bn", true),
        ("bn-IN", false),
        ("de-AT", false),
        ("de-CH", false),
        ("it-CH", false),
        ("fr-CH", true),
        ("tt", true),
        ("uz", true),
        ("kk", true),
    ] {
        let written = money(&in_locale(tag), "5", "EUR");
        assert_eq!(written.ends_with("\u{a0}EUR"), is_first, "{tag}: {written}");
        assert_eq!(written.starts_with("EUR\u{a0}"), !is_first, "{tag}: {written}");
    }
}

#[test]
fn lists_follow_the_locale() {
    let items = ["Acme".to_owned(), "Borel".to_owned(), "Cantor".to_owned()];
    assert_eq!(list(&in_locale("en"), &items, ListStyle::And), "Acme, Borel, and Cantor");
    assert_eq!(list(&in_locale("ru"), &items, ListStyle::And), "Acme, Borel и Cantor");
    assert_eq!(list(&in_locale("de"), &items, ListStyle::Or), "Acme, Borel oder Cantor");
    assert_eq!(list(&in_locale("en"), &items, ListStyle::Unit), "Acme, Borel, Cantor");
    for (name, style) in [
        ("conjunction", Some(ListStyle::And)),
        ("disjunction", Some(ListStyle::Or)),
        ("unit", Some(ListStyle::Unit)),
        ("and", None),
    ] {
        assert_eq!(ListStyle::named(name), style, "{name}");
    }
}
