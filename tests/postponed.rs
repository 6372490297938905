//! What was announced for a day takes effect on another one, with the same text.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use serde_json::Value;
use support::versions::{announced, generate, has};
use support::{Sandbox, VERSIONS};

const AGAIN: [&str; 4] = ["release", "privacy", "--published", "2026-05-10"];

/// The newest notice, and all that a device has to know of it.
fn newest(sandbox: &Sandbox, day: &str) -> Value {
    generate(sandbox, &["--on", day]);
    let index: Value =
        serde_json::from_str(&sandbox.read("dist/app/app/notices.json")).expect("it");
    index["notices"].as_array().and_then(|all| all.last()).expect("a notice").clone()
}

#[test]
fn a_version_is_postponed_by_one_with_its_text_that_takes_it_back() {
    let sandbox = announced();
    let before = newest(&sandbox, "2026-05-02");
    let done = sandbox.release("2026-05-10", "2026-09-01", &["--retracts", "2.0"]).stdout;
    assert!(done.contains("released privacy 2.1"), "{done}");
    assert!(done.contains("it replaces 2.0, announced for 2026-06-01"), "{done}");
    let version = sandbox.read(&format!("{VERSIONS}/2.1/version.toml"));
    assert!(version.contains("severity = \"material\""), "{version}");
    assert_eq!(sandbox.run(&["verify"]).status, 0);
    let after = newest(&sandbox, "2026-06-15");
    // Nobody is asked twice about the same.
    assert_eq!(before["ack-key"], after["ack-key"]);
    assert_eq!(before["clauses"], after["clauses"]);
    assert_eq!(after["from"], "1.0");
    let text = after["locales"]["en"].to_string();
    assert!(text.contains("September 1, 2026") && text.contains("Use"), "{text}");
    let changed = |notice: &Value| {
        let changes = notice["locales"]["en"]["changes"].as_array().expect("changes").iter();
        changes.map(|change| change["clause"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(changed(&before), changed(&after));
    // Until then the text before holds.
    assert!(!has(&sandbox, "dist/text/app/en/privacy.txt", "30"));
    generate(&sandbox, &["--on", "2026-09-01"]);
    assert!(has(&sandbox, "dist/text/app/en/privacy.txt", "30"));
}

#[test]
fn who_knows_of_a_later_day_hears_of_the_sooner_one() {
    let sandbox = announced();
    let before = newest(&sandbox, "2026-05-02");
    sandbox.release("2026-05-10", "2026-05-20", &["--retracts", "2.0"]);
    let after = newest(&sandbox, "2026-05-20");
    assert!(has(&sandbox, "dist/text/app/en/privacy.txt", "30"));
    assert_ne!(before["ack-key"], after["ack-key"]);
    let clauses = |notice: &Value, name: &str| notice["clauses"][name].clone();
    assert_ne!(clauses(&before, "use"), clauses(&after, "use"));
    assert_eq!(clauses(&before, "intro"), clauses(&after, "intro"));
    // A correction afterwards asks nobody again.
    sandbox.edit("locales/en/privacy.ftl", "Write to", "Write, to");
    assert_eq!(sandbox.run(&["confirm", "privacy", "ru"]).status, 0);
    sandbox.release("2026-10-01", "2026-10-01", &[]);
    assert_eq!(newest(&sandbox, "2026-10-01")["ack-key"], after["ack-key"]);
}

#[test]
fn without_saying_so_the_same_text_is_no_version() {
    let sandbox = announced();
    let refused = |more: &[&str], hint: &str| {
        let ran =
            sandbox.refuses(&[&AGAIN, more].concat(), 2, "nothing has changed since version 2.0");
        assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    };
    let hint = "to have it take effect on another day than 2026-06-01, add `--retracts 2.0`";
    for day in ["2026-05-20", "2026-09-01", "earliest"] {
        refused(&["--effective", day], hint);
    }
    refused(&["--effective", "2026-06-01", "--retracts", "2.0"], "2026-06-01 is its day already");
    // What is in force can not be taken back any more.
    let late = ["release", "privacy", "--published", "2026-06-01", "--effective", "2026-09-01"];
    let ran =
        sandbox.refuses(&[&late[..], &["--retracts", "2.0"]].concat(), 2, "nothing has changed");
    assert!(ran.stderr.contains("by a version that has another text"), "{}", ran.stderr);
}

#[test]
fn what_was_asked_and_said_of_it_is_asked_and_said_again() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-05-01", "2026-06-01", &["--action", "consent"]);
    let again = [&AGAIN[..], &["--effective", "2026-09-01", "--retracts", "2.0"]].concat();
    let words = |id: &str| {
        let notice = sandbox.read("locales/ru/notice.ftl");
        let first = notice.split("\nnotice-privacy-2-").next().unwrap_or(&notice).to_owned();
        sandbox.write("locales/ru/notice.ftl", format!("{first}\n{id} = Мы храним это дольше.\n"));
    };
    words("notice-privacy-2-0");
    let ran = sandbox.refuses(&again, 1, "`notice-privacy-2-0` is about 2.0");
    assert!(ran.stderr.contains("help: call it `notice-privacy-2-1`"), "{}", ran.stderr);
    words("notice-privacy-2-1");
    sandbox.release("2026-05-10", "2026-09-01", &["--retracts", "2.0"]);
    let after = newest(&sandbox, "2026-05-11");
    assert_eq!(after["action"], "consent");
    assert!(after["locales"]["ru"].to_string().contains("дольше"), "{after}");
    // Who wants to ask for less says so.
    words("notice-privacy-2-2");
    let less = ["--retracts", "2.1", "--action", "inform"];
    sandbox.release("2026-05-12", "2026-10-01", &less);
    assert_eq!(newest(&sandbox, "2026-05-13")["action"], "inform");
}

#[test]
fn a_question_to_readers_is_not_taken_back_in_silence() {
    let asks = "version 2.0 asks readers for their consent, and is taken back by one that does not";
    let later = |published: &'static str| {
        [
            "release",
            "privacy",
            "--published",
            published,
            "--effective",
            "2026-09-01",
            "--retracts",
            "2.0",
        ]
    };
    // In force: what they were to agree to stands, with another word elsewhere.
    let sandbox = Sandbox::after_one();
    let contact = |from: &str, to: &str| {
        sandbox.edit("locales/en/privacy.ftl", from, to);
        assert_eq!(sandbox.run(&["confirm", "privacy", "ru"]).status, 0);
    };
    sandbox.release("2026-05-01", "2026-06-01", &["--action", "consent"]);
    contact("Write to", "Always write to");
    for more in [&[][..], &["--action", "inform"], &["--action", "acknowledge"]] {
        let ran = sandbox.refuses(&[&later("2026-07-01")[..], more].concat(), 1, asks);
        assert!(
            ran.stderr.contains("give `--action consent`, or say with `--reason`"),
            "{}",
            ran.stderr
        );
    }
    for more in [&["--action", "consent"][..], &["--reason", "the law changed"]] {
        let dry = sandbox.run(&[&later("2026-07-01")[..], more, &["--dry-run"]].concat());
        assert_eq!(dry.status, 0, "{more:?}: {}", dry.stderr);
    }
    // With the text from before there is nothing to agree to.
    contact("Always write to", "Write to");
    for (locale, words) in [("en", " (for 30 days)"), ("ru", " (в течение 30 дней)")] {
        sandbox.edit(&format!("locales/{locale}/privacy.ftl"), words, "");
    }
    sandbox.release("2026-07-01", "2026-09-01", &["--retracts", "2.0"]);

    // Announced: it is enough to say so.
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-05-01", "2026-06-01", &["--action", "consent"]);
    sandbox.set_days(31);
    sandbox.refuses(&later("2026-05-10"), 1, asks);
    sandbox.release("2026-05-10", "2026-09-01", &["--retracts", "2.0", "--action", "inform"]);
}

#[test]
fn a_day_of_publication_that_has_not_come_is_told() {
    let sandbox = Sandbox::after_one();
    let days = ["release", "privacy", "--published", "9000-01-01", "--effective", "9000-02-01"];
    let ran = sandbox.run(&[&days[..], &["--dry-run"]].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let told = "warning[future-publication]: the version says that it is published on 9000-01-01";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    let ran = sandbox.release("2026-05-01", "9000-02-01", &[]);
    assert!(!ran.stderr.contains("future-publication"), "{}", ran.stderr);
}

#[test]
fn the_kind_that_was_given_with_a_reason_is_given_again() {
    let sandbox = Sandbox::after_one();
    let less = ["--severity", "editorial", "--reason", "it was always meant"];
    sandbox.release("2026-05-01", "2026-06-01", &less);
    sandbox.release("2026-05-10", "2026-09-01", &["--retracts", "1.1"]);
    let version = sandbox.read(&format!("{VERSIONS}/1.2/version.toml"));
    let kept =
        ["severity = \"editorial\"", "action = \"none\"", "reason = \"it was always meant\""];
    for line in kept {
        assert!(version.lines().any(|one| one == line), "{line} is not in {version}");
    }
}
