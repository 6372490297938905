//! What a fact of each type is, and what it is not.

use super::*;
use crate::manifest::facts::read_facts;
use crate::settings::Settings;
use crate::version::fact_value;

#[test]
fn only_days_that_exist_are_dates() {
    assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()).as_deref(), Some("2024-02-29"));
    for junk in [
        "2023-02-29",
        "2024-13-01",
        "0000-01-01",
        "24-1-1",
        "2024-01-0١",
        "2024/01-01",
        "2024-01/01",
        "2024-01-011",
        "+024-01-01",
        "",
    ] {
        assert_eq!(Date::parse(junk), None, "{junk}");
    }
}

#[test]
fn days_are_counted_from_1970() {
    let day = |days| Date::from_days_since_1970(days).to_string();
    assert_eq!(day(0), "1970-01-01");
    assert_eq!(day(17_512), "2017-12-12");
    assert_eq!(day(i64::MIN / 2), "0001-01-01");
    assert_eq!(day(i64::MAX / 2), "9999-12-31");
    for (of, before) in [
        ("2024-03-01", "2024-02-29"),
        ("1900-03-01", "1900-02-28"),
        ("2027-01-01", "2026-12-31"),
        ("1970-01-01", "1969-12-31"),
        ("0001-01-01", "0001-01-01"),
    ] {
        let before_it = Date::parse(of).expect(of).before();
        assert_eq!(before_it.to_string(), before);
    }
    for days in [-719_162, -1, 0, 1, 20_000, 2_932_896] {
        assert_eq!(Date::from_days_since_1970(days).days_since_1970(), days);
    }
}

#[test]
fn addresses_are_told_from_junk() {
    assert!(is_email("kazkey.support@shyngys.com"));
    for junk in [
        "a@b",
        "a b@c.de",
        "@c.de",
        "a@c..de",
        "mailto:a@b.de",
        "a@b@c.de",
        "a.@b.de",
        ".a@b.de",
        "a..b@c.de",
        "a@-b.de",
        "a@b-.de",
        "a@b_c.de",
        "ä@b.de",
    ] {
        assert!(!is_email(junk), "{junk}");
    }
    for address in ["https://example.com/a?b=c#d", "http://пример.рф"] {
        assert!(is_url(address), "{address}");
    }
    for junk in [
        "example.com",
        "https://",
        "https://-a.de",
        "javascript:alert(1)",
        "https://a b",
        "https://a.de/<b>",
        "ftp://a.de",
    ] {
        assert!(!is_url(junk), "{junk}");
    }
}

#[test]
fn durations_and_amounts_are_read_exactly() {
    for (text, number, unit) in [
        ("30 days", 30, Unit::Day),
        ("1 year", 1, Unit::Year),
        ("45 minutes", 45, Unit::Minute),
        ("1 hour", 1, Unit::Hour),
        ("2  weeks", 2, Unit::Week),
        ("6 months", 6, Unit::Month),
    ] {
        assert_eq!(duration(text), Some(Fact::Duration(number, unit)), "{text}");
        assert_eq!(Unit::parse(unit.name()), Some(unit), "{text}");
    }
    for junk in ["a few days", "30", "30 dayss", "30 moons", "-1 days", "+30 days", "1.5 hours"] {
        assert_eq!(duration(junk), None, "{junk}");
    }
    for amount in ["9.99", "0", "999999999999999.9999"] {
        let fact = Fact::Money(amount.into(), "EUR".into());
        assert_eq!(money(&format!("{amount} EUR")), Some(fact));
    }
    for junk in [
        "9,99 EUR",
        "EUR 9.99",
        "9.99 eur",
        "9. EUR",
        ".99 EUR",
        "-1 EUR",
        "9.99 EURO",
        "9.99 E1R",
        "9.99",
        "1000000000000000 EUR",
        "9.99999 EUR",
    ] {
        assert_eq!(money(junk), None, "{junk}");
    }
}

#[test]
fn a_fact_has_the_type_that_it_says() {
    let read = |fact: &str| {
        let text = format!("[facts]\na = {{ {fact} }}\n");
        let (facts, found) = Settings::read("x", &text, |root| read_facts(&root));
        assert_eq!(facts.is_empty(), found.len() == 1, "{fact}");
        facts.into_values().next()
    };
    for sound in [
        "email = \"a@b.de\"",
        "url = \"https://a.de\"",
        "date = 2026-11-15",
        "duration = \"30 days\"",
        "money = \"9.99 EUR\"",
        "count = 9007199254740992",
        "count = -9007199254740992",
        "text = \"Example Ltd\"",
        "list = [\"A\", \"B\"]",
    ] {
        let fact = read(sound).expect(sound);
        assert_eq!(fact_value(&fact), format!("{{ {sound} }}"));
    }
    for wrong in [
        "email = \"a\"",
        "url = \"a.de\"",
        "date = \"soon\"",
        "duration = \"a while\"",
        "money = \"much\"",
        "count = 9007199254740993",
        "count = \"3\"",
        "text = \" \"",
        "text = \"a\\nb\"",
        "list = []",
        "list = [\"A\", \"\"]",
    ] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}
