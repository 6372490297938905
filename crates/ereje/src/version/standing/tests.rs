//! Days on which versions hold, are replaced, and end a policy.

use super::*;
use crate::version::chain::tests::{history, history_with};

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn names<'r>(releases: impl IntoIterator<Item = &'r Release>) -> Vec<&'r str> {
    releases.into_iter().map(|release| release.version.version.as_str()).collect()
}

fn base<'h>(history: &'h History, version: &str) -> Option<&'h str> {
    let release = history.get(version).expect(version);
    history.base(&release.version).map(|base| base.version.version.as_str())
}

#[test]
fn versions_that_are_announced_take_effect_in_turn() {
    let history = history(&[
        ("1.0", "2020-01-01", "2020-01-01", None),
        ("2.0", "2020-04-01", "2020-06-01", None),
        ("3.0", "2020-05-10", "2020-07-01", None),
    ]);
    let in_force = |on| history.in_force(day(on)).map(|release| release.version.version.as_str());
    assert_eq!(in_force("2020-05-15"), Some("1.0"));
    assert_eq!(in_force("2020-06-15"), Some("2.0"));
    assert_eq!(in_force("2020-07-01"), Some("3.0"));
    assert_eq!(names(history.coming(day("2020-05-15"))), ["2.0", "3.0"]);
    assert_eq!(names(history.coming(day("2020-06-15"))), ["3.0"]);
    assert_eq!(base(&history, "3.0"), Some("2.0"));
    assert_eq!(base(&history, "2.0"), Some("1.0"));
    assert_eq!(base(&history, "1.0"), None);
}

#[test]
fn what_is_replaced_before_its_day_never_is_in_force() {
    for retracts in [None, Some("2.0")] {
        // At the same day, or later with the notice taken back.
        let effective = if retracts.is_none() { "2020-06-01" } else { "2020-06-20" };
        let history = history(&[
            ("1.0", "2020-01-01", "2020-01-01", None),
            ("2.0", "2020-04-01", "2020-06-01", None),
            ("2.1", "2020-05-10", effective, retracts),
        ]);
        assert!(history.is_replaced(history.get("2.0").expect("2.0")));
        let new = |effective: &str| Version {
            published: day("2020-05-15"),
            effective: day(effective),
            retracts: vec!["1.0".to_owned(), "2.0".to_owned()],
            ..history.get("2.1").expect("2.1").version.clone()
        };
        // Neither what was in force nor what is replaced already.
        assert_eq!(names(history.replaced_by(&new("2020-06-21"))), [""; 0]);
        assert_eq!(names(history.replaced_by(&new(effective))), ["2.1"]);
        assert_eq!(names(history.coming(day("2020-05-15"))), ["2.1"]);
        assert_eq!(names(history.in_force(day("2020-06-20"))), ["2.1"]);
        assert_eq!(names(history.in_force(day("2020-05-31"))), ["1.0"]);
        assert_eq!(base(&history, "2.1"), Some("1.0"));
        assert_eq!(base(&history, "2.0"), Some("1.0"));
    }
}

#[test]
fn a_version_is_in_force_until_the_next_one_takes_effect() {
    let history = history(&[
        ("1.0", "2020-01-01", "2020-01-01", None),
        ("2.0", "2020-04-01", "2020-06-01", None),
        ("2.1", "2020-05-10", "2020-06-20", Some("2.0")),
        ("3.0", "2020-07-01", "2020-07-01", None),
    ]);
    let until = |version| {
        let until = history.until(history.get(version).expect(version));
        until.map(|day| day.to_string())
    };
    assert_eq!(until("1.0").as_deref(), Some("2020-06-20"));
    assert_eq!(until("2.0"), None, "it never was in force");
    assert_eq!(until("2.1").as_deref(), Some("2020-07-01"));
    assert_eq!(until("3.0"), None, "nothing follows");
    // Every day has the one version that is in force on it.
    for at in 0..250 {
        let on = Date::from_days_since_1970(day("2020-01-01").days_since_1970() + at);
        let spans = |release: &&Release| {
            !history.is_replaced(release)
                && release.version.effective <= on
                && history.until(release).is_none_or(|until| on < until)
        };
        let spanned = names(history.releases().iter().filter(spans));
        assert_eq!(spanned, names(history.in_force(on)), "{on}");
    }
}

#[test]
fn from_the_day_on_which_a_policy_ends_nothing_is_in_force() {
    let ends = |mut release: Release| {
        release.version.ends = ["2.0", "4.0"].contains(&release.version.version.as_str());
        release
    };
    let history = history_with(
        &[
            ("1.0", "2020-01-01", "2020-01-01", None),
            ("2.0", "2020-04-01", "2020-06-01", None),
            ("2.1", "2020-05-10", "2020-07-01", Some("2.0")),
            ("3.0", "2020-08-01", "2020-08-01", None),
            ("4.0", "2020-09-01", "2020-10-01", None),
            ("5.0", "2020-11-01", "2020-12-01", None),
        ],
        ends,
    );
    let until = |version| history.until(history.get(version).expect(version));
    let (on, name) = (day, |one: &Release| one.version.version.clone());
    for (at, in_force, ended) in [
        // What was to end it is replaced before its day.
        ("2020-06-15", Some("1.0"), None),
        ("2020-09-30", Some("3.0"), None),
        ("2020-10-01", None, Some("4.0")),
        ("2020-11-30", None, Some("4.0")),
        ("2020-12-01", Some("5.0"), None),
    ] {
        assert_eq!(history.in_force(on(at)).map(name).as_deref(), in_force, "{at}");
        assert_eq!(history.ended(on(at)).map(name).as_deref(), ended, "{at}");
    }
    assert_eq!(until("3.0"), Some(day("2020-10-01")));
    assert_eq!(until("4.0"), Some(day("2020-10-01")), "it is in force on no day");
    let end = history.get("4.0").expect("4.0");
    assert_eq!(history.standing(end, day("2020-09-30")), Standing::Coming);
    assert_eq!(history.standing(end, day("2020-10-01")), Standing::Past);
    assert_eq!(base(&history, "5.0"), Some("4.0"));
}

#[test]
fn a_notice_that_is_taken_back_later_does_not_undo_its_version() {
    let history = history(&[
        ("1.0", "2020-01-01", "2020-01-01", None),
        ("2.0", "2020-04-01", "2020-06-01", None),
        ("2.1", "2020-06-10", "2020-06-10", Some("2.0")),
    ]);
    assert_eq!(names(history.in_force(day("2020-06-05"))), ["2.0"]);
    assert_eq!(base(&history, "2.1"), Some("2.0"));
}

#[test]
fn a_version_of_the_same_day_is_known_all_the_same() {
    let history = history(&[
        ("1.0", "2020-01-01", "2020-01-01", None),
        ("1.1", "2020-01-01", "2020-01-01", None),
    ]);
    assert_eq!(base(&history, "1.1"), Some("1.0"));
    assert_eq!(names(history.in_force(day("2020-01-01"))), ["1.1"]);
}

#[test]
fn each_day_a_version_stands_somewhere() {
    let history = history(&[
        ("1.0", "2020-01-01", "2020-01-01", None),
        ("2.0", "2020-04-01", "2020-06-01", None),
        ("2.1", "2020-05-10", "2020-06-20", Some("2.0")),
        ("3.0", "2020-07-01", "2020-07-10", None),
        // Published on the very day of the one whose notice it takes back.
        ("4.0", "2020-07-10", "2020-07-20", Some("3.0")),
    ]);
    use Standing::{Coming, InForce, Past, Replaced};
    for (on, expected) in [
        ("2019-12-31", [Coming, Replaced, Coming, Coming, Coming]),
        ("2020-01-01", [InForce, Replaced, Coming, Coming, Coming]),
        ("2020-06-20", [Past, Replaced, InForce, Coming, Coming]),
        ("2020-07-09", [Past, Replaced, InForce, Coming, Coming]),
        ("2020-07-10", [Past, Replaced, Past, InForce, Coming]),
        ("2020-07-20", [Past, Replaced, Past, Past, InForce]),
    ] {
        let releases = history.releases().iter();
        let stand: Vec<_> = releases.map(|one| history.standing(one, day(on))).collect();
        assert_eq!(stand, expected, "{on}");
        let coming = expected.iter().filter(|standing| **standing == Coming).count();
        assert_eq!(history.coming(day(on)).count(), coming, "{on}");
    }
}
