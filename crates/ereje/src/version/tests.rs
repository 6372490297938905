//! What a version says of itself, and which digests apps and receipts rely on.

use super::chain::tests::release_of;
use super::*;

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

#[test]
fn a_notice_says_that_a_change_is_coming_until_its_day() {
    let card = |title: &str| Card { title: title.into(), summary: String::new() };
    let notice = NoticeText { now: card("now"), coming: card("coming") };
    for (on, said) in [("2026-11-14", "coming"), ("2026-11-15", "now"), ("2026-11-16", "now")] {
        assert_eq!(notice.on(day(on), day("2026-11-15")).title, said, "{on}");
    }
}

#[test]
fn that_the_policy_ends_is_something_to_acknowledge() {
    let (_, release) = release_of("One.");
    let ending = |on| {
        let mut ending = release.clone();
        (ending.version.ends, ending.version.effective) = (true, day(on));
        ending.ack_key()
    };
    assert_ne!(release.ack_key(), ending("2026-11-15"));
    assert_eq!(ending("2026-11-15"), ending("2026-11-15"));
    assert_ne!(ending("2026-11-15"), ending("2026-12-15"), "the day is what is told");
}

#[test]
fn of_an_import_the_notice_is_shown_on_no_day() {
    for (effective, show_until, is_imported) in [
        ("2020-01-01", "2020-01-01", true),
        ("2020-01-02", "2020-01-01", true),
        ("2020-01-01", "2020-01-02", false),
        ("9999-12-31", "9999-12-31", false),
    ] {
        let (_, mut release) = release_of("One.");
        release.version.effective = day(effective);
        release.version.show_until = day(show_until);
        assert_eq!(release.version.is_imported(), is_imported, "{effective} {show_until}");
    }
}

#[test]
fn texts_say_the_same_where_readers_see_the_same() {
    let clause = |id: &str, heading: Option<&str>, text: &str| ClauseText {
        id: id.into(),
        heading: heading.map(Into::into),
        text: text.into(),
    };
    let text = VersionText {
        title: "Title".into(),
        description: "Of *this*.".into(),
        last_updated: "1 May".into(),
        name: "Name".into(),
        notice: None,
        clauses: vec![clause("a", Some("*A*"), "One *two*."), clause("b", None, "Three.")],
    };
    type Change = fn(&mut VersionText);
    let same: [Change; 5] = [
        |_| {},
        |text| text.last_updated = "2 May".into(),
        |text| text.description = "Of _this_.".into(),
        |text| text.clauses[0].heading = Some("_A_".into()),
        |text| text.clauses[0].text = "One\n_two_.".into(),
    ];
    let other: [Change; 10] = [
        |text| text.title = "Another title".into(),
        |text| text.description = "Of this.".into(),
        |text| text.description.clear(),
        |text| text.clauses[0].id = "c".into(),
        |text| text.clauses[0].heading = Some("A".into()),
        |text| text.clauses[0].heading = None,
        |text| text.clauses[1].heading = Some("B".into()),
        |text| text.clauses[1].text = "Three!".into(),
        |text| text.clauses.reverse(),
        |text| text.clauses.truncate(1),
    ];
    let changes = same.map(|change| (change, true)).into_iter();
    for (at, (change, is_same)) in changes.chain(other.map(|change| (change, false))).enumerate() {
        let mut changed = text.clone();
        change(&mut changed);
        assert_eq!(text.says_the_same(&changed), is_same, "change {at}");
        assert_eq!(changed.says_the_same(&text), is_same, "change {at}, backwards");
    }
    assert_eq!(text.clause("b"), Some(&text.clauses[1]));
    assert_eq!(text.clause("c"), None);
}

#[test]
fn readers_of_a_version_see_what_was_frozen() {
    let plan = "product = \"p\"\nslug = \"s\"\nsource-locale = \"en\"\nlocales = [\"en\", \"kk\"]\n\
                published = 2017-12-12\n[[clause]]\nid = \"other\"\n";
    let manifest = crate::manifest::read_manifest("x", "policy.toml", plan).0.expect("a manifest");
    let (en, mut release) = release_of("One *two*.");
    release.version.clauses[0].level = 3;
    let text = release.texts.get_mut(&en).expect("a text");
    text.clauses[0].heading = Some("Contact".into());
    let seen = release.document(&en, &manifest).expect("a document");
    assert_eq!(seen.published, Some(release.version.published), "not the day of the plan");
    assert_eq!((seen.policy.as_str(), seen.draft), ("privacy", false));
    let [clause] = seen.clauses.as_slice() else { panic!("one clause") };
    assert_eq!((clause.id.as_str(), clause.level), ("contact", 3));
    assert_eq!(clause.topics, ["contact"]);
    assert_eq!(clause.heading, Some(Markup::parse_line("Contact")));
    assert_eq!(clause.body, Markup::parse("One *two*."));
    let kk = Locale::parse("kk").expect("kk");
    assert!(release.document(&kk, &manifest).is_none(), "it has no such language");
    // To be compared with the next one, a clause that says the same needs no text.
    let (_, mut next) = release_of("One *two*.");
    next.version.clauses[0].level = 3;
    next.texts = release.texts.clone();
    let bodies = |next: &Release| {
        let (old, new) = release.documents_of_step(next, &en, &manifest).expect("two");
        (old.clauses[0].body.clone(), new.clauses[0].body.clone())
    };
    assert_eq!(bodies(&next), (Markup::default(), Markup::default()));
    next.texts.get_mut(&en).expect("a text").clauses[0].text = "Two.".into();
    assert_eq!(bodies(&next), (Markup::parse("One *two*."), Markup::parse("Two.")));
}

/// Computed by `sha256sum`: apps and receipts hold such digests for years.
#[test]
fn digests_are_the_same_for_ever() {
    let (_, mut release) = release_of("Write to us.");
    let mut clause = release.source().expect("a text").clauses[0].clone();
    let without = "25b6c73175c9959e6dbba13f39cee17fad3f6a049ac9a26165670ecb21e71cda";
    assert_eq!(clause.digest(), without);
    clause.heading = Some("Contact".into());
    let with = "e2c7991310a59ea613581781fe6310ecfbf88d577e35df7c7a95e22dbfa1048c";
    assert_eq!(clause.digest(), with);

    let version = &mut release.version;
    let mut second = version.clauses[0].clone();
    version.clauses[0].meaning = "a".repeat(64);
    second.meaning = "0".repeat(64);
    version.clauses.push(second);
    let key = "8bc11e324d0178489b16403a462737935526f9819e81015561ce5d03f107d6c0";
    assert_eq!(release.ack_key(), key);
    // Neither the order of the clauses nor what else a version is made of has a part in it.
    let version = &mut release.version;
    version.clauses.reverse();
    version.version = "2.0".into();
    version.effective = day("2030-01-01");
    release.texts = Texts::default();
    assert_eq!(release.ack_key(), key);
    release.version.clauses[0].meaning = "1".repeat(64);
    assert_ne!(release.ack_key(), key);
}
