//! Levels, suppressions and baselines: what a workspace says about findings
//! holds for every command, and is itself looked at.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{Ran, Sandbox};

const TEXT: &str = "locales/ru/privacy.ftl";
const SETTINGS: &str = "ereje.toml";

/// A small workspace in whose translation HTML stands.
fn with_html() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit(TEXT, "Зачем", "<br>Зачем");
    sandbox
}

fn set(sandbox: &Sandbox, more: &str) {
    let text = sandbox.read(SETTINGS);
    sandbox.write(SETTINGS, format!("{text}\n{more}"));
}

/// The levels and rules that a check tells, in their order.
fn told(sandbox: &Sandbox, arguments: &[&str]) -> Vec<(String, String)> {
    let ran = sandbox.run(&[&["check", "--format", "json"], arguments].concat());
    let line = |line: &str| {
        let told: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
        (text("level"), text("rule"))
    };
    ran.stdout.lines().map(line).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(level, rule)| ((*level).to_owned(), (*rule).to_owned())).collect()
}

fn fails(ran: &Ran, words: &str) {
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains(words), "no “{words}” in {}", ran.stderr);
}

#[test]
fn a_level_holds_for_check_generate_and_release() {
    let sandbox = with_html();
    fails(&sandbox.run(&["check"]), "error[raw-html]");
    fails(&sandbox.run(&["generate"]), "error[raw-html]");
    set(&sandbox, "[lints]\nraw-html = { level = \"warning\", reason = \"our own\" }\n");
    assert_eq!(told(&sandbox, &[]), pairs(&[("warning", "raw-html")]));
    let ran = sandbox.generate();
    assert!(ran.stderr.contains("warning[raw-html]"), "{}", ran.stderr);
    let ran = sandbox.run(&support::FIRST);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
}

#[test]
fn a_rule_that_is_off_says_nothing() {
    let sandbox = with_html();
    set(&sandbox, "[lints]\nraw-html = { level = \"off\", reason = \"our own\" }\n");
    assert_eq!(told(&sandbox, &[]), []);
    assert_eq!(sandbox.generate().stderr, "");
}

#[test]
fn a_warning_that_is_raised_stops_what_errors_stop() {
    let sandbox = Sandbox::new();
    sandbox.edit(TEXT, "Пишите", "[Пишите](http://example.com)");
    sandbox.edit("locales/en/privacy.ftl", "Write", "[Write](http://example.com)");
    sandbox.generate();
    set(&sandbox, "[lints]\ninsecure-link = \"error\"\n");
    fails(&sandbox.run(&["generate"]), "error[insecure-link]");
    fails(&sandbox.run(&["check"]), "2 errors");
    fails(&sandbox.run(&support::FIRST), "error[insecure-link]");
}

#[test]
fn what_is_raised_counts_in_texts_that_policies_share() {
    for (file, words, more) in
        [("terms", "-app = App", " The  App"), ("notice", "draft and not", "  now")]
    {
        let sandbox = Sandbox::new();
        sandbox.edit(&format!("locales/en/{file}.ftl"), words, &format!("{words}{more}"));
        let warned = pairs(&[("advice", "double-space")]);
        assert_eq!(told(&sandbox, &[]), warned, "{file}");
        assert_eq!(sandbox.run(&["generate"]).status, 0, "{file}");
        set(&sandbox, "[lints]\ndouble-space = \"error\"\n");
        assert_eq!(told(&sandbox, &[]), pairs(&[("error", "double-space")]), "{file}");
        sandbox.run(&["generate"]).refused(1, "error[double-space]");
    }
}

#[test]
fn a_level_for_a_part_counts_there_alone() {
    let sandbox = Sandbox::new();
    for (path, word) in [(TEXT, "Пишите"), ("locales/en/privacy.ftl", "Write")] {
        sandbox.edit(path, word, &format!("[{word}](http://example.com)"));
    }
    let settings = sandbox.read(SETTINGS);
    set(&sandbox, "[[levels]]\nlocale = \"ru\"\nlints = { insecure-link = \"error\" }\n");
    let both = pairs(&[("warning", "insecure-link"), ("error", "insecure-link")]);
    assert_eq!(told(&sandbox, &[]), both);
    fails(&sandbox.run(&["generate"]), "error[insecure-link]");
    // A clause is narrower than the language that it is in.
    set(&sandbox, "[[levels]]\nclause = \"contact\"\nlints = { insecure-link = \"off\" }\n");
    assert_eq!(told(&sandbox, &[]), []);
    assert_eq!(sandbox.generate().stderr, "");
    sandbox.write(SETTINGS, settings);
    set(
        &sandbox,
        "[lints]\ninsecure-link = \"off\"\n\
         [[levels]]\npolicy = \"privacy\"\n[levels.lints]\ninsecure-link = \"advice\"\n",
    );
    assert_eq!(told(&sandbox, &[]), pairs(&[("advice", "insecure-link"); 2]));
    assert_eq!(sandbox.generate().stderr, "", "who builds is not told advice");
}

#[test]
fn a_part_that_does_not_exist_is_told_with_the_one_that_is_meant() {
    let sandbox = Sandbox::new();
    set(
        &sandbox,
        "[[levels]]\npolicy = \"privcy\"\nlints = { image = \"warning\" }\n\
         [[levels]]\nlocale = \"rn\"\nclause = \"contacts\"\n\
         lints = { image = \"warning\", glossary = \"off\" }\n\
         [[suppress]]\nrule = \"image\"\nclause = \"retention\"\nreason = \"so\"\n\
         [[suppress]]\nrule = \"unknown-message\"\nclause = \"retention\"\nreason = \"so\"\n",
    );
    let ran = sandbox.run(&["check"]);
    fails(&ran, "error[unknown-scope]: there is no policy `privcy`");
    for hint in ["did you mean `privacy`?", "did you mean `contact`?"] {
        assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    }
    assert!(ran.stderr.contains("there is no locale `rn`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("there is no clause `retention`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("4 errors"), "{}", ran.stderr);
    set(&sandbox, "[[levels]]\npolicy = \"x\"\nlints = { image = \"warning\" }\n");
    let ran = sandbox.run(&["check"]);
    assert!(ran.stderr.contains("= help: there is `privacy`\n"), "{}", ran.stderr);
}

#[test]
fn safety_is_lowered_with_a_reason_alone() {
    let sandbox = with_html();
    set(&sandbox, "[lints]\nraw-html = \"off\"\n");
    for command in [&["check"][..], &["generate"], &support::FIRST] {
        let ran = sandbox.run(command);
        fails(&ran, "error[missing-reason]");
        assert!(ran.stderr.contains("reason = \"…\""), "{}", ran.stderr);
    }
    assert!(!sandbox.at("dist").join("site").exists());
}

#[test]
fn no_page_loses_a_clause_by_a_level() {
    let sandbox = Sandbox::new();
    sandbox.edit(TEXT, "Что делает { -app }", "Что делает { -app");
    set(&sandbox, "[lints]\nsyntax = { level = \"warning\", reason = \"a merge goes on\" }\n");
    let told = told(&sandbox, &[]);
    assert!(told.contains(&("warning".into(), "syntax".into())), "{told:?}");
    assert!(told.contains(&("error".into(), "missing-clause".into())), "{told:?}");
    fails(&sandbox.run(&["generate"]), "error[missing-clause]");
}

#[test]
fn a_rule_that_does_not_exist_is_told_with_the_one_that_is_meant() {
    let sandbox = Sandbox::new();
    set(&sandbox, "[lints]\nmising-heading = \"off\"\ntoml-syntax = \"off\"\n");
    let ran = sandbox.run(&["check"]);
    fails(&ran, "error[unknown-rule]");
    assert!(ran.stderr.contains("did you mean `missing-heading`?"), "{}", ran.stderr);
    assert!(ran.stderr.contains("error[fixed-rule]"), "{}", ran.stderr);
}

#[test]
fn a_suppression_covers_what_it_names_until_its_day() {
    let sandbox = with_html();
    let suppress =
        |more: &str| format!("[[suppress]]\nrule = \"raw-html\"\nreason = \"our own\"\n{more}\n");
    let settings = sandbox.read(SETTINGS);
    set(&sandbox, &suppress("locale = \"ru\"\nclause = \"use\"\nexpires = 9999-01-01"));
    assert_eq!(told(&sandbox, &[]), []);
    sandbox.generate();
    assert_eq!(sandbox.run(&["generate", "--on", "9999-01-01"]).status, 0);
    fails(&sandbox.run(&["generate", "--on", "9999-01-02"]), "error[raw-html]");

    sandbox.write(SETTINGS, settings.clone());
    set(&sandbox, &suppress("clause = \"intro\""));
    assert_eq!(told(&sandbox, &[]), pairs(&[("error", "raw-html")]));

    sandbox.write(SETTINGS, settings);
    set(&sandbox, &suppress("expires = 2020-01-31"));
    sandbox.refuses(&["generate", "--policy", "privcy"], 2, "there is no policy `privcy`");
    let expected = pairs(&[("warning", "expired-suppression"), ("error", "raw-html")]);
    assert_eq!(told(&sandbox, &[]), expected);
    fails(&sandbox.run(&["generate"]), "counts no more since 2020-01-31");
}

#[test]
fn a_suppression_that_nothing_needs_is_told_once_nothing_hides_it() {
    let sandbox = with_html();
    set(&sandbox, "[[suppress]]\nrule = \"number-mismatch\"\nreason = \"a word\"\n");
    assert_eq!(told(&sandbox, &[]), pairs(&[("error", "raw-html")]));
    sandbox.edit(TEXT, "<br>Зачем", "Зачем");
    assert_eq!(told(&sandbox, &[]), pairs(&[("warning", "unused-suppression")]));
    assert_eq!(told(&sandbox, &["--locale", "ru"]), [], "not all was looked at");
    set(&sandbox, "[lints]\nunused-suppression = \"error\"\n");
    assert_eq!(told(&sandbox, &[]), pairs(&[("error", "unused-suppression")]));
}

#[test]
fn a_release_is_not_talked_into_a_stale_translation() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    sandbox.edit("locales/en/privacy.ftl", "Why", "How");
    assert_eq!(told(&sandbox, &[]), pairs(&[("warning", "stale-translation")]));
    set(&sandbox, "[lints]\nstale-translation = \"off\"\n");
    assert_eq!(told(&sandbox, &[]), []);
    fails(&sandbox.run(&support::FIRST), "error[stale-translation]");
}

#[test]
fn one_rule_is_looked_at_alone() {
    let sandbox = with_html();
    sandbox.edit(TEXT, "Что делает", "Что 30 дней делает");
    sandbox.edit(TEXT, "    .heading = Связь\n", "");
    let all = told(&sandbox, &[]);
    assert!(all.len() >= 2 && !all.contains(&("error".into(), "number-mismatch".into())));
    let only = told(&sandbox, &["--rule", "number-mismatch"]);
    assert_eq!(only, pairs(&[("error", "number-mismatch")]), "other errors do not hide it");
    let two = told(&sandbox, &["--rule", "raw-html", "--rule", "missing-heading"]);
    assert_eq!(two, pairs(&[("error", "raw-html"), ("error", "missing-heading")]));
    assert_eq!(told(&sandbox, &["--rule", "image"]), []);
    sandbox.refuses(&["check", "--rule", "imgae"], 2, "there is no rule `imgae`");
}

#[test]
fn a_baseline_leaves_out_what_is_known_and_tells_what_is_gone() {
    let sandbox = with_html();
    let ran = sandbox.run(&["check", "--write-baseline", "known.json"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "recorded 1 finding in known.json\n"));
    // Text above it moves the line; the finding is the same.
    let text = sandbox.read(TEXT);
    sandbox.write(TEXT, format!("# A comment\n\n{text}"));
    let known = ["check", "--baseline", "known.json"];
    let ran = sandbox.run(&known);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(ran.stderr, "1 known finding left out\n");
    assert_eq!(ran.stdout, "no new errors in 2 texts\n");
    sandbox.edit(TEXT, "Пишите", "<hr>Пишите");
    let ran = sandbox.run(&known);
    fails(&ran, "error[raw-html]");
    assert!(ran.stderr.contains("<hr>") && !ran.stderr.contains("<br>"), "{}", ran.stderr);
    sandbox.write(TEXT, text.replace("<br>", ""));
    let ran = sandbox.run(&known);
    assert_eq!(ran.status, 0);
    assert!(ran.stderr.contains("gone: raw-html in locales/ru/privacy.ftl"), "{}", ran.stderr);
    sandbox.refuses(&["check", "--baseline", "none.json"], 2, "can not read none.json");
    sandbox.write("known.json", "{}");
    sandbox.refuses(&known, 2, "is no baseline");
}

#[test]
fn what_hides_the_rest_can_not_be_recorded() {
    let sandbox = Sandbox::new();
    sandbox.remove("locales/ru/privacy.ftl");
    let ran = sandbox.run(&["check", "--write-baseline", "known.json"]);
    fails(&ran, "error[missing-file]");
    assert!(ran.stdout.starts_with("recorded 0 findings"), "{}", ran.stdout);
}
