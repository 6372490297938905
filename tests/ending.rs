//! A policy that ends on a day: what is frozen, and what pages, apps and commands say
//! before that day and after it.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use serde_json::Value;
use support::versions::{afresh, generate, has};
use support::{Sandbox, VERSIONS};

const HOME: &str = "dist/site/app/en/privacy/index.html";
const LAST: &str = "From June 30, 2020, this text is no longer in force.";

/// A workspace with version 1.0, and with 2.0 that ends the policy on 30 June.
fn ending() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.release("2020-01-10", "2020-02-01", &[]);
    sandbox.release("2020-05-01", "2020-06-30", &["--ends"]);
    sandbox
}

fn json(sandbox: &Sandbox, path: &str) -> Value {
    serde_json::from_str(&sandbox.read(path)).expect("JSON")
}

fn notices(sandbox: &Sandbox, day: &str) -> Vec<Value> {
    generate(sandbox, &["--on", day]);
    let index = json(sandbox, "dist/app/app/notices.json");
    index["notices"].as_array().expect("notices").clone()
}

/// The version in force on a day, found as docs/points-in-time.md says.
fn in_force(sandbox: &Sandbox, day: &str) -> Option<String> {
    let history = json(sandbox, "dist/site/app/en/privacy/at/history.json");
    let text = |version: &Value, key: &str| version[key].as_str().map(str::to_owned);
    let found = history["versions"].as_array().expect("versions").iter().find(|version| {
        version["status"] != "replaced"
            && text(version, "effective").is_some_and(|from| *from <= *day)
            && text(version, "until").is_none_or(|until| *day < *until)
    });
    found.and_then(|version| text(version, "version"))
}

#[test]
fn the_end_is_a_version_that_is_frozen_and_proved() {
    let sandbox = Sandbox::new();
    sandbox.release("2020-01-10", "2020-02-01", &[]);
    let done = sandbox.release("2020-05-01", "2020-06-30", &["--ends"]).stdout;
    for words in [
        "released privacy 2.0",
        "the end of the policy from 2020-06-30",
        "it ends the policy: from 2020-06-30 on no version of it is in force",
    ] {
        assert!(done.contains(words), "{done}");
    }
    let version = sandbox.read(&format!("{VERSIONS}/2.0/version.toml"));
    for line in ["ends = true", "severity = \"material\"", "action = \"inform\""] {
        assert!(version.lines().any(|one| one == line), "{line} is not in {version}");
    }
    let first = sandbox.read(&format!("{VERSIONS}/1.0/version.toml"));
    assert!(!first.contains("ends"), "{first}");
    let proof = sandbox.run(&["verify"]);
    assert_eq!(proof.status, 0, "{}", proof.stderr);
    assert!(proof.stdout.contains("which ends the policy on 2020-06-30"), "{}", proof.stdout);
    sandbox.edit(&format!("{VERSIONS}/2.0/version.toml"), "ends = true\n", "");
    assert_eq!(sandbox.run(&["verify"]).status, 1);
}

#[test]
fn pages_say_it_before_the_day_and_from_that_day_on() {
    let sandbox = ending();
    generate(&sandbox, &["--on", "2020-06-29"]);
    assert!(has(&sandbox, HOME, LAST));
    assert!(has(&sandbox, HOME, "Read what comes"));
    assert!(!has(&sandbox, HOME, "Something else holds"));
    assert!(has(&sandbox, "dist/site/app/en/privacy/2.0/index.html", LAST));
    assert!(!has(&sandbox, "dist/site/en/index.html", LAST));
    assert_eq!(in_force(&sandbox, "2020-06-29").as_deref(), Some("1.0"));
    assert_eq!(in_force(&sandbox, "2020-06-30"), None);
    let listed = |sandbox: &Sandbox| {
        json(sandbox, "dist/app/app/index.json")["policies"].as_array().map(Vec::len)
    };
    assert_eq!(listed(&sandbox), Some(1));
    assert!(sandbox.at("dist/app/app/en/privacy.json").exists());

    generate(&sandbox, &["--on", "2020-06-30"]);
    for page in [
        HOME,
        "dist/jekyll/app/en/privacy.md",
        "dist/site/app/en/privacy/2.0/index.html",
        "dist/site/app/en/privacy/at/index.html",
        "dist/site/app/en/privacy/changes/index.html",
        "dist/site/app/en/privacy/changes/feed.xml",
        "dist/site/en/index.html",
    ] {
        assert_eq!(sandbox.read(page).matches(LAST).count().min(1), 1, "{page}");
        assert!(!has(&sandbox, page, "from: June 30"), "{page}");
    }
    let once = ["changes/index.html", "changes/feed.xml", "at/index.html"];
    for page in once.map(|page| format!("dist/site/app/en/privacy/{page}")) {
        assert_eq!(sandbox.read(&page).matches(LAST).count(), 1, "{page}");
    }
    assert!(!has(&sandbox, HOME, "Read what holds"));
    // It has ended in all languages alike, and leads from one to another.
    assert!(has(&sandbox, HOME, "ru/privacy/index.html"));
    let old = "dist/site/app/en/privacy/1.0/index.html";
    assert!(has(&sandbox, old, "This held once."));
    assert!(!has(&sandbox, old, "Read what holds"));
    // What an app takes for the policy of today is gone, its history is not.
    assert_eq!(listed(&sandbox), Some(0));
    assert!(!sandbox.at("dist/app/app/en/privacy.json").exists());
    let history = json(&sandbox, "dist/app/app/en/privacy/history.json");
    let last = &history["versions"][1];
    assert_eq!((&last["status"], &last["ends"]), (&"past".into(), &true.into()));
    assert_eq!((&last["effective"], &last["until"]), (&"2020-06-30".into(), &"2020-06-30".into()));
    assert_eq!(history["versions"][0]["until"], "2020-06-30");
    assert!(history["versions"][0].get("ends").is_none());
    assert_eq!(in_force(&sandbox, "2020-06-30"), None);
    // Whoever generates afterwards, and where, gets the same.
    let mut dist = sandbox.dist();
    dist.retain(|path, _| !path.starts_with(".ereje/"));
    assert_eq!(dist, afresh(&sandbox, "2020-06-30"));
    assert_eq!(afresh(&sandbox, "2020-06-30"), afresh(&sandbox, "2026-01-01"));
}

#[test]
fn apps_are_told_of_it_and_nothing_else_is_new_to_them() {
    let sandbox = ending();
    for day in ["2020-05-02", "2020-06-30", "2026-01-01"] {
        let all = notices(&sandbox, day);
        let [first, last] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(last["ends"], true);
        assert!(first.get("ends").is_none());
        assert_eq!(last["action"], "inform");
        assert_eq!(last["locales"]["en"]["summary"], LAST);
        assert_eq!(
            last["locales"]["en"]["coming"]["title"],
            "Privacy policy: ends on June 30, 2020"
        );
        assert_eq!(last["locales"]["en"]["title"], "Privacy policy: no longer in force");
        assert_ne!(first["ack-key"], last["ack-key"]);
        assert_eq!(first["clauses"], last["clauses"]);
        assert_eq!(last["locales"]["en"]["changes"], Value::Array(Vec::new()));
    }
}

#[test]
fn commands_answer_for_each_day() {
    let sandbox = ending();
    let before = sandbox.run(&["show", "privacy", "--at", "2020-06-29", "--locale", "en"]);
    assert_eq!(before.status, 0, "{}", before.stderr);
    assert!(before.stderr.contains("version 1.0"), "{}", before.stderr);
    let words = "nothing was in force on 2020-06-30: the policy has ended on 2020-06-30";
    let after =
        sandbox.refuses(&["show", "privacy", "--at", "2020-06-30", "--locale", "en"], 2, words);
    assert!(after.stderr.contains("1.0 was in force until then"), "{}", after.stderr);
    assert!(after.stderr.contains("`--at 2020-06-29`"), "{}", after.stderr);
    let log = sandbox.run(&["log", "privacy", "--locale", "en"]).stdout;
    assert_eq!(log.matches(LAST).count(), 1, "{log}");
    assert!(!log.contains("from: June 30"), "{log}");
    let status = sandbox.run(&["status"]).stdout;
    assert!(status.contains("the policy has ended on 2020-06-30, with version 2.0"), "{status}");
    assert!(!status.contains("no version is in force yet"), "{status}");
    let data = sandbox.run(&["status", "--format", "json"]).stdout;
    let data: Value = serde_json::from_str(&data).expect("JSON");
    assert_eq!(data["policies"][0]["in-force"], Value::Null);
    assert_eq!(data["policies"][0]["ended"]["effective"], "2020-06-30");
    for how in ["--locked", "--released"] {
        generate(&sandbox, &[how]);
    }
}

#[test]
fn texts_of_a_policy_that_has_ended_keep_nobody_from_publishing() {
    let sandbox = ending();
    // A term that all policies share is another one now, and the next text is broken.
    sandbox.edit("locales/en/privacy.ftl", "Write to", "Now write to");
    let before = sandbox.run(&["generate", "--on", "2020-06-29", "--locked"]);
    assert_eq!(before.status, 1, "{}", before.stderr);
    assert!(before.stderr.contains("unreleased-text"), "{}", before.stderr);
    let after = generate(&sandbox, &["--on", "2020-06-30", "--locked"]);
    assert!(!after.stderr.contains("unreleased-text"), "{}", after.stderr);
    sandbox.edit("locales/en/privacy.ftl", "Now write to", "Now { $nothing } write to");
    assert_eq!(sandbox.run(&["generate", "--on", "2020-06-29"]).status, 1);
    for how in [&[][..], &["--locked"], &["--released"]] {
        generate(&sandbox, &[&["--on", "2020-06-30"], how].concat());
        assert!(has(&sandbox, HOME, LAST));
    }
    // A draft shows the texts of today, whatever has ended.
    assert_eq!(sandbox.run(&["generate", "--draft"]).status, 1);
}

#[test]
fn a_report_of_the_past_counts_up_to_the_end() {
    let sandbox = ending();
    let report = |on: &'static str| {
        let ran = sandbox.run(&["history", "report", "privacy", "--on", on, "--out", "-"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stdout
    };
    assert!(report("2020-06-29").contains("counted up to 2020-06-29<"));
    for on in ["2020-06-30", "2026-01-01"] {
        let words = "counted up to 2020-06-30, on which the policy ended";
        assert!(report(on).contains(words), "{on}");
    }
    let data = ["history", "report", "privacy", "--format", "json", "--out", "-"];
    let data: Value = serde_json::from_str(&sandbox.run(&data).stdout).expect("JSON");
    assert_eq!((&data["on"], &data["ended"]), (&"2020-06-30".into(), &true.into()));
}

#[test]
fn a_receipt_of_the_end_and_of_what_held_before_prove_what_they_say() {
    let sandbox = ending();
    generate(&sandbox, &["--on", "2020-05-02"]);
    for (version, time, proved) in [
        ("2.0", "2020-05-02T12:00:00Z", "at 2020-05-02T12:00:00Z, which ends the policy\n"),
        ("2.0", "2020-07-01T12:00:00Z", "at 2020-07-01T12:00:00Z, which ends the policy\n"),
        ("1.0", "2020-06-29T12:00:00Z", "at 2020-06-29T12:00:00Z\n"),
        ("1.0", "2020-07-01T12:00:00Z", ", when it was no longer in force\n"),
    ] {
        let file = json(&sandbox, &format!("dist/app/app/en/privacy/{version}.json"));
        let receipt = serde_json::json!({
            "schema": "ereje-receipt/1", "policy": "privacy", "version": version, "locale": "en",
            "digest": file["digest"], "ack-key": file["ack-key"], "action": "informed",
            "time": time, "subject": "1",
        });
        sandbox.write("r.json", receipt.to_string());
        let ran = sandbox.run(&["verify", "--receipt", "r.json"]);
        assert_eq!(ran.status, 0, "{version} {time}: {}", ran.stderr);
        assert!(ran.stdout.contains(proved), "{version} {time}: {}", ran.stdout);
    }
}

#[test]
fn it_is_postponed_called_off_and_undone_by_further_versions() {
    let sandbox = ending();
    let release = |more: &[&'static str]| [&["release", "privacy"], more].concat();
    let again = ["--published", "2020-05-10", "--effective", "2020-09-01", "--ends"];
    let words = "version 2.0 ends the policy on 2020-06-30 already";
    let ran = sandbox.refuses(&release(&again), 2, words);
    assert!(ran.stderr.contains("`--retracts 2.0`"), "{}", ran.stderr);
    let key = |all: &[Value]| all.last().expect("a notice")["ack-key"].clone();
    let first = key(&notices(&sandbox, "2020-05-02"));
    // Another day is news: it is all that there is to know.
    sandbox.release("2020-05-10", "2020-09-01", &["--ends", "--retracts", "2.0"]);
    assert_ne!(first, key(&notices(&sandbox, "2020-05-11")));
    assert_eq!(in_force(&sandbox, "2020-08-31").as_deref(), Some("1.0"));
    assert_eq!(in_force(&sandbox, "2020-09-01"), None);
    // Called off with the text as it was: who did not acknowledge it hears nothing.
    let done = sandbox.release("2020-06-01", "2020-06-02", &["--retracts", "2.1"]).stdout;
    assert!(done.contains("2.1, which was to end the policy on 2020-09-01"), "{done}");
    let all = notices(&sandbox, "2020-06-02");
    let kept = all.iter().find(|one| one["version"] == "1.0");
    assert!(kept.is_none_or(|kept| kept["ack-key"] == key(&all)), "{all:?}");
    assert_ne!(first, key(&all));
    assert_eq!(in_force(&sandbox, "2020-09-01").as_deref(), Some("3.0"));
    assert!(!has(&sandbox, HOME, "no longer in force"));
    // It ends, and comes back.
    sandbox.release("2021-01-01", "2021-02-01", &["--ends"]);
    let ended = ["--published", "2021-03-01", "--effective", "2021-04-01", "--ends"];
    sandbox.refuses(&release(&ended), 2, "the policy has ended on 2021-02-01 already");
    let back = ["--published", "2021-03-01", "--effective", "2021-04-01"];
    let ran = sandbox.refuses(&release(&back), 1, "an earlier version holds until 2021-04-01");
    assert!(ran.stderr.contains("`notice-privacy-5-0 = …`"), "{}", ran.stderr);
    for (locale, words) in [("en", "It holds again."), ("ru", "Она снова действует.")]
    {
        let path = format!("locales/{locale}/notice.ftl");
        let notice = sandbox.read(&path);
        sandbox.write(&path, format!("{notice}\nnotice-privacy-5-0 = {words}\n"));
    }
    let done = sandbox.release("2021-03-01", "2021-04-01", &[]).stdout;
    assert!(done.contains("it brings back the policy, which has ended on 2021-02-01"), "{done}");
    let all = notices(&sandbox, "2021-03-15");
    for (day, version) in
        [("2021-01-31", Some("3.0")), ("2021-03-31", None), ("2021-04-01", Some("5.0"))]
    {
        assert_eq!(in_force(&sandbox, day).as_deref(), version, "{day}");
    }
    // Who begins meanwhile knows that there is none.
    assert!(all.iter().any(|one| one["version"] == "4.0" && one["ends"] == true), "{all:?}");
    assert_eq!(sandbox.run(&["verify"]).status, 0);
    generate(&sandbox, &["--on", "2021-04-01"]);
    let words = "This held once.";
    assert!(has(&sandbox, "dist/site/app/en/privacy/4.0/index.html", words));
}

#[test]
fn what_can_not_end_is_refused() {
    let sandbox = Sandbox::new();
    let release = ["release", "privacy", "--published", "2020-05-01", "--effective"];
    let end = |more: &[&'static str]| [&release[..], more].concat();
    sandbox.refuses(&end(&["2020-06-30", "--ends"]), 2, "there is no version yet");
    sandbox.release("2020-01-10", "2020-02-01", &[]);
    let consent = end(&["2020-06-30", "--ends", "--action", "consent"]);
    sandbox.refuses(&consent, 1, "nothing that readers could consent to");
    let before = end(&["2020-04-01", "--ends"]);
    sandbox.refuses(&before, 1, "before it is published");
    // The sentence is needed in every language, and by whoever ends a policy alone.
    let notice = sandbox.read("locales/en/notice.ftl");
    let without = notice.split("policy-ends =").next().expect("what is before it");
    sandbox.write("locales/en/notice.ftl", without);
    sandbox.generate();
    let ran = sandbox.run(&end(&["2020-06-30", "--ends"]));
    assert_eq!(ran.status, 1);
    for words in ["`policy-ends` is missing", "a policy that ends needs it", "nothing was released"]
    {
        assert!(ran.stderr.contains(words), "{}", ran.stderr);
    }
}

#[test]
fn a_policy_that_asks_for_consent_only_informs_of_its_end() {
    let sandbox = Sandbox::new();
    let policy = sandbox.read(support::POLICY);
    sandbox.write(support::POLICY, format!("{policy}\n[notice]\naction = \"consent\"\n"));
    sandbox.release("2020-01-10", "2020-02-01", &[]);
    sandbox.release("2020-05-01", "2020-06-30", &["--ends"]);
    let version = sandbox.read(&format!("{VERSIONS}/2.0/version.toml"));
    assert!(version.contains("action = \"inform\""), "{version}");
}
