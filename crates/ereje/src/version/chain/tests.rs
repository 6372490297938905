//! Tests of the chain: what holds, and every way in which it can be broken.

use super::*;
use crate::change::{Action, Kind};
use crate::digest::sha256;
use crate::fact::{Date, Fact, Facts};
use crate::manifest::ClauseKind;
use crate::version::SUMS_FILE;
use crate::version::{ClauseText, Previous, Version, VersionClause, VersionText};

/// A history of versions: their names, days, and whose notices they take back.
pub(crate) fn history(versions: &[(&str, &str, &str, Option<&str>)]) -> History {
    history_with(versions, |release| release)
}

/// The same of versions that something more is done to.
pub(crate) fn history_with(
    versions: &[(&str, &str, &str, Option<&str>)],
    change: impl Fn(Release) -> Release,
) -> History {
    let mut folders: Vec<Folder> = Vec::new();
    for (name, published, effective, retracts) in versions {
        let mut version = release(name, published, effective, folders.last().and_then(follow));
        version.version.retracts = retracts.iter().map(|name| (*name).to_owned()).collect();
        folders.push(folder(&change(version)));
    }
    let (history, found) = History::read("privacy", &folders);
    assert_eq!(found, []);
    history
}

/// A version with one clause, which says `text`, and its language.
pub(crate) fn release_of(text: &str) -> (Locale, Release) {
    let mut release = release("1.0", "2020-01-01", "2020-01-01", None);
    let locale = release.version.source_locale.clone();
    let locales: Vec<Locale> = release.texts.keys().cloned().collect();
    for locale in locales {
        let own = release.texts.get_mut(&locale).expect("a text");
        text.clone_into(&mut own.clauses[0].text);
    }
    (locale, release)
}

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn release(name: &str, published: &str, effective: &str, previous: Option<Previous>) -> Release {
    let locale = Locale::parse("en").expect("a locale");
    let words = format!("Write to <a@b.de>, \\\"{name}\\\".\n\nSecond.");
    let clause = ClauseText { id: "contact".into(), heading: None, text: words };
    let version = Version {
        policy: "privacy".into(),
        version: name.into(),
        published: day(published),
        effective: day(effective),
        time_zone: "Asia/Almaty".into(),
        show_until: day(effective),
        severity: Kind::Material,
        floor: Kind::Clarification,
        action: Action::Inform,
        reason: Some("a \"reason\"".into()),
        short_notice: Some("Article 3(4)".into()),
        ends: false,
        retracts: Vec::new(),
        topics: vec!["contact".into()],
        source_locale: locale.clone(),
        locales: vec![locale.clone()],
        previous,
        facts: Facts::from([
            ("mail".to_owned(), Fact::Email("a@b.de".into())),
            ("keep".to_owned(), Fact::Duration(30, crate::fact::Unit::Day)),
            ("who".to_owned(), Fact::List(vec!["A".into(), "B".into()])),
        ]),
        clauses: vec![VersionClause {
            id: "contact".into(),
            kind: ClauseKind::Text,
            level: 2,
            topics: vec!["contact".into()],
            promises: Vec::new(),
            facts: vec!["mail".into()],
            meaning: clause.digest(),
        }],
    };
    let text = VersionText {
        title: "T".into(),
        description: String::new(),
        last_updated: "**x**".into(),
        name: "T".into(),
        notice: None,
        clauses: vec![clause],
    };
    Release { version, texts: Texts::from_iter([(locale, text)]) }
}

fn folder(release: &Release) -> Folder {
    let name = release.version.version.clone();
    let files = release.files().into_iter().map(|(name, text)| (name, text.into_bytes()));
    Folder {
        path: format!("policies/privacy/versions/{name}"),
        name,
        files: files.collect(),
        strange: Vec::new(),
    }
}

fn follow(folder: &Folder) -> Option<Previous> {
    Some(Previous { version: folder.name.clone(), sums: sha256(&folder.files[SUMS_FILE]) })
}

fn chain() -> [Folder; 3] {
    let one = folder(&release("1.0", "2017-12-12", "2017-12-12", None));
    let two = folder(&release("2.0", "2026-10-15", "2026-11-15", follow(&one)));
    let ten = folder(&release("10.0", "2026-10-20", "2026-11-10", follow(&two)));
    [one, two, ten]
}

fn told(folders: &[Folder]) -> Vec<String> {
    let (_, found) = History::read("privacy", folders);
    let tell = |d: &Diagnostic| {
        format!(
            "{} {}: {}",
            d.rule,
            d.path.trim_start_matches("policies/privacy/versions/"),
            d.message
        )
    };
    found.iter().map(tell).collect()
}

#[test]
fn what_is_written_is_read() {
    let first = release("1.0", "2017-12-12", "2017-12-12", None);
    let (history, found) = History::read("privacy", &[folder(&first)]);
    assert_eq!(found, []);
    assert_eq!(history.releases(), [first]);
}

#[test]
fn a_touched_clause_is_named() {
    let [one, mut two, ten] = chain();
    let text = String::from_utf8(two.files["en.toml"].clone()).expect("text");
    two.files.insert("en.toml".into(), text.replace("Second", "Third").into_bytes());
    let found = told(&[one, two, ten]);
    let words = "changed-version 2.0/en.toml: the clause `contact` is not what was released";
    assert_eq!(found, [words]);
}

#[test]
fn each_version_is_known_by_the_digests_of_its_files() {
    let folders = chain();
    let (history, found) = History::read("privacy", &folders);
    assert_eq!(found, []);
    let (en, other) = (Locale::parse("en").expect("en"), Locale::parse("kk").expect("kk"));
    let mut before = None;
    for folder in &folders {
        let name = folder.name.as_str();
        let digest = |file: &str| sha256(&folder.files[file]);
        assert_eq!(history.sums(name), Some(digest(SUMS_FILE).as_str()));
        assert_eq!(history.text_digest(name, &en), Some(digest("en.toml").as_str()));
        assert_eq!(history.text_digest(name, &other), None);
        assert_eq!(history.before(name).map(|release| release.version.version.as_str()), before);
        assert!(history.get(name).is_some_and(|release| release.version.version == name));
        before = Some(name);
    }
    assert_eq!(history.newest().map(|release| release.version.version.as_str()), before);
    assert_eq!(history.sums("3.0"), None);
    assert!(history.before("3.0").is_none());
    assert!(!history.is_empty() && History::default().is_empty());
}

#[test]
fn texts_that_are_read_later_are_looked_at_then() {
    let [whole, ..] = chain();
    let en = Locale::parse("en").expect("en");
    let frozen = History::read("privacy", std::slice::from_ref(&whole)).0;
    let mut known = whole.clone();
    known.files.remove("en.toml");
    let sound = whole.files["en.toml"].clone();
    let text = String::from_utf8(sound.clone()).expect("text");
    for (bytes, told) in [
        (Ok(sound), None),
        (Ok(text.replace("Second", "Third").into_bytes()), Some("changed-version")),
        (Ok(format!("{text}\n").into_bytes()), Some("changed-version")),
        (Err(Diagnostic::error("unreadable", "en.toml", "it is gone")), Some("unreadable")),
    ] {
        let folder = ReadFolder::of_known("privacy", &known, move |_| bytes.clone());
        let (history, found) = History::link("privacy", [folder]);
        assert_eq!(found, []);
        assert_eq!(history.unread(), [], "nobody has asked for them");
        assert_eq!(history.sums("1.0"), frozen.sums("1.0"));
        assert_eq!(history.text_digest("1.0", &en), frozen.text_digest("1.0", &en));
        let read = history.releases()[0].texts.get(&en);
        let as_frozen = frozen.releases()[0].texts.get(&en).filter(|_| told.is_none());
        assert_eq!(read, as_frozen);
        let unread = history.unread();
        assert_eq!(unread.first().map(|one| one.rule), told);
    }
    known.files.remove(VERSION_FILE);
    let folder = ReadFolder::of_known("privacy", &known, |_| Ok(Vec::new()));
    assert_eq!(History::link("privacy", [folder]).1.len(), 1);
    let (bare, _) = History::link("privacy", [ReadFolder::of("privacy", &whole).without_texts()]);
    assert_eq!(bare.sums("1.0"), frozen.sums("1.0"));
    assert!(bare.releases()[0].texts.is_empty());
}

#[test]
fn names_of_versions_can_be_parts_of_addresses() {
    for name in ["1.0", "2026-11-15.2", "1", &"1".repeat(32)] {
        assert!(is_version_name(name), "{name}");
    }
    for name in ["", "v1", "latest", "1/0", "1 0", "..", &"1".repeat(33)] {
        assert!(!is_version_name(name), "{name}");
    }
}

/// Nothing follows the newest version that would tell: its list says so by itself.
#[test]
fn a_list_of_digests_that_is_written_otherwise_is_another_list() {
    let [one, two, ten] = chain();
    let sums = String::from_utf8(ten.files[SUMS_FILE].clone()).expect("text");
    let lines: Vec<&str> = sums.lines().collect();
    let other = [
        sums.replace('\n', "\r\n"),
        sums.trim_end().to_owned(),
        format!("{}\n{}\n", lines[1], lines[0]),
        format!("{sums}{}\n", lines[0]),
    ];
    for sums in other {
        let mut ten = ten.clone();
        ten.files.insert(SUMS_FILE.into(), sums.clone().into_bytes());
        let found = told(&[one.clone(), two.clone(), ten]);
        assert_eq!(
            found,
            ["changed-version 10.0/SHA256SUMS: the file is not what was released"],
            "{sums:?}"
        );
    }
}

#[test]
fn a_version_released_anew_breaks_the_next_link() {
    let [one, _, ten] = chain();
    let other = folder(&release("2.0", "2026-10-15", "2026-12-31", follow(&one)));
    assert_eq!(
        told(&[one, other, ten]),
        ["broken-chain 10.0/version.toml: `2.0` is not the version that this one follows"]
    );
}

#[test]
fn missing_double_and_strange_files_are_told() {
    let [one, mut two, ten] = chain();
    assert_eq!(
        told(&[one.clone(), ten.clone()]),
        ["broken-chain 10.0/version.toml: this follows `2.0`, which is not there"]
    );
    let twin = folder(&release("3.0", "2026-10-16", "2026-10-16", follow(&one)));
    assert_eq!(
        told(&[one.clone(), two.clone(), twin, ten.clone()]),
        ["broken-chain 3.0/version.toml: `2.0` and `3.0` both follow `1.0`"]
    );
    let first = folder(&release("0.9", "2016-12-12", "2016-12-12", None));
    assert_eq!(told(&[first, one.clone()]).len(), 1);
    two.files.insert("notes.txt".into(), b"x".to_vec());
    two.files.remove("en.toml");
    let found = told(&[one, two, ten]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("en.toml: the file is missing"), "{found:?}");
    assert!(found[1].contains("notes.txt: this does not belong"), "{found:?}");
}

#[test]
fn what_follows_a_missing_version_hangs_with_it() {
    let [_, two, ten] = chain();
    let missing = "broken-chain 2.0/version.toml: this follows `1.0`, which is not there";
    assert_eq!(told(&[two, ten]), [missing]);
    let follows = |version: &str| Previous { version: version.into(), sums: "0".repeat(64) };
    let circle = [("1.0", "2.0"), ("2.0", "1.0")].map(|(name, before)| {
        folder(&release(name, "2026-01-01", "2026-01-01", Some(follows(before))))
    });
    assert_eq!(
        told(&circle),
        [
            "broken-chain 1.0/version.toml: this follows `2.0`, which follows it in turn",
            "broken-chain 2.0/version.toml: this follows `1.0`, which follows it in turn",
        ]
    );
}

#[test]
fn a_copied_folder_is_not_another_version() {
    let [one, ..] = chain();
    let copy =
        Folder { name: "1.1".into(), path: "policies/privacy/versions/1.1".into(), ..one.clone() };
    let found = told(&[one, copy]);
    assert_eq!(
        found,
        ["broken-version 1.1/version.toml: this is the version `1.0`, and its folder says `1.1`"]
    );
}

#[test]
fn nonsense_is_told_and_never_panics() {
    for bytes in [&b""[..], b"\xff\xfe", b"schema = \"ereje-version/2\"\n", b"= = ="] {
        let [mut one, ..] = chain();
        one.files.insert(VERSION_FILE.into(), bytes.to_vec());
        assert!(!told(&[one]).is_empty());
    }
    let empty = Folder { path: "p/1.0".into(), name: "1.0".into(), ..Folder::default() };
    assert_eq!(told(&[empty]).len(), 2);
}

#[test]
fn versions_that_are_added_are_a_chain() {
    let mut history = History::default();
    let folders = ["2020-01-01", "2020-01-01.2"].map(|name| {
        let release = release(name, "2020-01-01", "2020-01-01", None);
        let files = history.add(release).into_iter();
        let files = files.map(|(name, text)| (name, text.into_bytes())).collect();
        Folder { path: name.into(), name: name.into(), files, strange: Vec::new() }
    });
    let (read, found) = History::read("privacy", &folders);
    assert_eq!(found, []);
    assert_eq!(read.releases(), history.releases());
    for release in read.releases() {
        let name = &release.version.version;
        assert_eq!(read.sums(name), history.sums(name));
    }
    let names = ["2020-01-01", "2020-01-01.2"];
    let name = name_of_day(day("2020-01-01"), |name| names.contains(&name));
    assert_eq!(name, "2020-01-01.3");
}
