//! Tests of the record of where versions come from.

use super::*;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a locale")
}

fn sample() -> Origin {
    let page = RevisionPage {
        path: "policy/ru.md".into(),
        changed: true,
        date_line: Some("12 декабря 2017 г.".into()),
        dated: Some(day("2017-12-12")),
        effective_line: Some("Вступает в силу \"1\" января 2018".into()),
        effective: Some(day("2018-01-01")),
        ..RevisionPage::default()
    };
    let broken = RevisionPage {
        path: "policy/zh.md".into(),
        problem: Some("the page is no UTF-8".into()),
        dated: Some(day("2017-12-13")),
        dated_in_front_matter: true,
        ..RevisionPage::default()
    };
    let first = Revision {
        version: Some("2017-12-12".into()),
        revision: "3f2a".into(),
        committed: Moment::parse("2017-12-12T10:00:01Z"),
        dated_by: Some(DatedBy::Page),
        pages: BTreeMap::from([(locale("ru"), page), (locale("zh-Hant"), broken)]),
    };
    let gone = Revision {
        version: None,
        revision: "002.md".into(),
        committed: None,
        dated_by: None,
        pages: BTreeMap::new(),
    };
    Origin { is_shallow: true, revisions: vec![first, gone] }
}

#[test]
fn what_was_written_is_read_back() {
    for origin in [sample(), Origin::default()] {
        let text = origin.write();
        assert_eq!(Origin::parse("history.toml", &text), Ok(origin), "{text}");
    }
    assert!(sample().of_version("2017-12-12").is_some());
    assert!(sample().of_version("2017-12-13").is_none());
}

#[test]
fn an_emptied_file_is_taken_back_and_not_filled_in() {
    for text in ["", "\n", "# Where the versions of this policy come from.\n"] {
        let found = Origin::parse("history.toml", text).expect_err("nothing in it");
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].rule, found[0].hint.as_deref()), ("broken-origin", Some(HINT)));
    }
}

#[test]
fn what_is_wrong_is_told() {
    let text = sample().write();
    for (old, new, told) in [
        ("ereje-origin/1", "ereje-history/9", "the file is not of the format `ereje-origin/1`"),
        ("shallow", "shalow", "unknown key `shalow`"),
        ("shallow = true", "shallow = 1", "`shallow` must be `true` or `false`"),
        ("10:00:01Z", "10:00:01", "`committed` must be a time such as `2026-11-15T10:00:00Z`"),
        ("\"2017-12-12\"", "\"spring\"", "`spring` can not be the name of a version"),
        (
            "dated-by = \"page\"",
            "dated-by = \"moon\"",
            "`moon` is nothing that a day is taken from",
        ),
        ("revision = \"3f2a\"\n", "", "`revision` is missing in `[revision]`"),
        ("path = \"policy/ru.md\"\n", "", "`path` is missing in `[ru]`"),
        ("changed = true\n", "", "`changed` is missing"),
        ("dated = 2017-12-12", "dated = 2017-02-30", "not valid TOML"),
        ("page.ru", "page.ru_", "`ru_` is no locale"),
        ("page.zh-Hant", "page.zh-hant", "`zh-hant` is not how this locale is written"),
    ] {
        assert!(text.contains(old), "{old}");
        let found = Origin::parse("history.toml", &text.replacen(old, new, 1)).expect_err(new);
        assert!(found.iter().any(|one| one.message.starts_with(told)), "{new}: {found:?}");
    }
}

#[test]
fn moments_are_those_of_git() {
    for (seconds, text) in [
        (0, "1970-01-01T00:00:00Z"),
        (1_513_072_801, "2017-12-12T10:00:01Z"),
        (-1, "1969-12-31T23:59:59Z"),
    ] {
        let moment = Moment::from_seconds_since_1970(seconds);
        assert_eq!(moment.to_string(), text);
        assert_eq!(Moment::parse(text), Some(moment));
    }
    for text in ["2017-12-12", "2017-12-12T10:00Z", "2017-12-12T24:00:00Z", "2017-12-12T1:0:0Z"] {
        assert_eq!(Moment::parse(text), None, "{text}");
    }
}
