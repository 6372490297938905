//! The sentences around the texts: in every language its own, and true for as long as
//! they are shown.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{POLICY, Sandbox};

const DAYS: [&str; 6] =
    ["release", "privacy", "--published", "2026-05-01", "--effective", "2026-06-01"];

#[test]
fn sentences_in_the_words_of_the_source_are_told_and_not_released() {
    let sandbox = Sandbox::after_one();
    let own = sandbox.read("locales/ru/notice.ftl");
    // A new language begins as a copy of the source's folder.
    let copy = sandbox.read("locales/en/notice.ftl");
    sandbox.write("locales/ru/notice.ftl", copy);
    let ran = sandbox.run(&["check"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let told = "warning[untranslated]: this text is the same as its source\n --> \
                locales/ru/notice.ftl:5:1\n";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert!(!ran.stderr.contains("--> locales/en/"), "the source is no copy: {}", ran.stderr);
    let ran = sandbox.run(&["status", "--require-complete"]);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    let told = "  in the words of the source: ";
    let line = ran.stdout.lines().find(|line| line.starts_with(told)).unwrap_or_default();
    assert!(line.ends_with(" sentences of locales/ru/notice.ftl"), "{}", ran.stdout);
    assert!(ran.stdout.contains("✓ en (source)") && !ran.stdout.contains("✓ ru"), "{}", ran.stdout);
    let ran = sandbox.run(&DAYS);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    let told = "error[untranslated]: this text is the same as its source\n --> \
                locales/ru/notice.ftl:5:1\n";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    sandbox.write("locales/ru/notice.ftl", own);
    assert_eq!(sandbox.run(&["check"]).stderr, "");
    assert_eq!(sandbox.run(&["status", "--require-complete"]).status, 0);
    assert_eq!(sandbox.run(&DAYS).status, 0);
}

#[test]
fn words_about_a_version_state_the_same_figures_in_every_language() {
    let sandbox = Sandbox::after_one();
    let say = |locale: &str, version: &str, words: &str| {
        let path = format!("locales/{locale}/notice.ftl");
        let text = sandbox.read(&path);
        sandbox.write(&path, format!("{text}\nnotice-privacy-{version} = {words}\n"));
    };
    say("en", "2-0", "We keep it for 30 days.");
    say("ru", "2-0", "Мы храним это 60 дней.");
    for arguments in [&["check"][..], &DAYS] {
        let ran = sandbox.run(arguments);
        assert_eq!(ran.status, 1, "{arguments:?}: {}", ran.stdout);
        let told = "error[number-mismatch]";
        assert!(ran.stderr.contains(told), "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("--> locales/ru/notice.ftl:"), "{}", ran.stderr);
    }
    sandbox.edit("locales/ru/notice.ftl", "60 дней", "30 дней");
    assert_eq!(sandbox.run(&["check"]).stderr, "");
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    // What was released stays as it is, whatever somebody finds in it later.
    sandbox.edit("locales/ru/notice.ftl", "30 дней", "60 дней");
    assert_eq!(sandbox.run(&["check"]).stderr, "");
}

#[test]
fn a_date_that_a_sentence_leaves_out_stops_every_command() {
    let sandbox = Sandbox::after_one();
    let line = "version-effective = ";
    let notice = sandbox.read("locales/ru/notice.ftl");
    let own = notice.lines().find(|one| one.starts_with(line)).expect("a sentence of the language");
    sandbox.edit("locales/ru/notice.ftl", own, "version-effective = Вступит в силу");
    for arguments in [&["check"][..], &["generate"], &DAYS] {
        let ran = sandbox.run(arguments);
        assert_eq!(ran.status, 1, "{arguments:?}: {}", ran.stdout);
        let told = "error[missing-variable]: the source states `$date`, this text does not\n";
        assert_eq!(ran.stderr.matches(told).count(), 1, "{arguments:?}: {}", ran.stderr);
    }
    // A rule that may not stop anything does not.
    let settings = sandbox.read("ereje.toml");
    sandbox.write("ereje.toml", format!("{settings}\n[lints]\nmissing-variable = \"warning\"\n"));
    let ran = sandbox.run(&["check"]);
    assert!(ran.stderr.contains("warning[missing-variable]"), "{}", ran.stderr);
    assert_eq!(sandbox.run(&["generate"]).status, 0);
}

#[test]
fn no_sentence_says_of_an_old_version_that_it_is_in_force() {
    let sandbox = Sandbox::new();
    for folder in ["policies", "locales"] {
        sandbox.remove(folder);
    }
    sandbox.remove("ereje.toml");
    let ran =
        sandbox.run(&["init", "--policy", "privacy", "--source-locale", "en", "--locales", "en"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    sandbox.release("2026-01-10", "2026-01-10", &[]);
    for (days, from, to) in
        [("2026-02-01", "30 days", "60 days"), ("2026-03-01", "60 days", "90 days")]
    {
        sandbox.edit(POLICY, from, to);
        sandbox.release(days, days, &[]);
    }
    let log = sandbox.run(&["log", "privacy"]).stdout;
    let past: Vec<&str> =
        log.split("\n\n").filter(|part| part.contains("(No longer in force)")).collect();
    assert_eq!(past.len(), 2, "{log}");
    let sentence = "  Took effect on February 1, 2026. What has changed: “How long we keep it”.\n";
    assert!(past[0].contains(sentence), "{log}");
    assert!(!past.iter().any(|part| part.contains("In force since")), "{log}");
}
