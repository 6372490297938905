//! How `check` tells: for people, for programs, for code hosts; and what it
//! tells about its rules.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use serde_json::Value;
use support::{Ran, Sandbox, ereje};

/// A workspace whose translation says another figure.
fn with_figures() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.edit("locales/en/privacy.ftl", "Why { -app } does it", "Kept for 30 days");
    sandbox.edit("locales/ru/privacy.ftl", "Зачем { -app } это делает", "Хранится 13 дней");
    sandbox
}

#[test]
fn a_line_of_json_has_what_was_compared() {
    let ran = with_figures().run(&["check", "--format", "json"]);
    assert_eq!(ran.status, 1);
    let line: Value = serde_json::from_str(ran.stdout.trim()).expect("one line");
    assert_eq!((&line["rule"], &line["line"]), (&"number-mismatch".into(), &5.into()));
    assert_eq!(line["source-path"], "locales/en/privacy.ftl");
    assert_eq!(line["source-line"], 5);
    let start = line["source-start"].as_u64().expect("a number");
    assert_eq!(line["source-end"].as_u64(), Some(start + 2));
    assert_eq!(line["source-column"], 16);
}

#[test]
fn a_sarif_log_is_one_object_whatever_is_found() {
    let sandbox = with_figures();
    let ran = sandbox.run(&["check", "--format", "sarif"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    let log: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.len(), 1);
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    let text = sandbox.read("locales/ru/privacy.ftl");
    let number = |key: &str| usize::try_from(region[key].as_u64().expect("one")).expect("small");
    let (at, length) = (number("byteOffset"), number("byteLength"));
    assert_eq!(&text[at..at + length], "13");
    assert_eq!(number("endColumn") - number("startColumn"), 2);
    assert_eq!(results[0]["relatedLocations"].as_array().map(Vec::len), Some(1));

    let sound = Sandbox::new().run(&["check", "--format", "sarif"]);
    assert_eq!(sound.status, 0);
    let log: Value = serde_json::from_str(&sound.stdout).expect("JSON");
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));

    sandbox.write("ereje.toml", "[workspace\n");
    let broken = sandbox.run(&["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&broken.stdout).expect("JSON");
    assert_eq!(
        (broken.status, &log["runs"][0]["results"][0]["ruleId"]),
        (1, &"toml-syntax".into())
    );
}

#[test]
fn github_is_told_where_in_the_repository_it_is() {
    let sandbox = with_figures();
    let ran = sandbox.run(&["check", "--format", "github"]);
    let (head, words) = ran.stdout.split_once("::the source says").expect("a command");
    assert_eq!(
        head,
        "::error file=locales/ru/privacy.ftl,line=5,col=16,endColumn=18,title=number-mismatch"
    );
    assert!(words.contains("%0Athe source: locales/en/privacy.ftl:5:16%0Ahelp: "), "{words}");
    assert_eq!(ran.stdout.lines().count(), 1);

    // The workspace is a folder of a repository.
    let repository = Sandbox::new();
    repository.write(".git/HEAD", "ref: refs/heads/main\n");
    for path in ["ereje.toml", "policies", "locales"] {
        let to = format!("docs/{path}");
        std::fs::create_dir_all(repository.at("docs")).expect("made");
        std::fs::rename(repository.at(path), repository.at(&to)).expect("moved");
    }
    repository.edit("docs/locales/ru/privacy.ftl", "Зачем", "<b>Зачем</b>");
    let ran = repository.run(&["--workspace", "docs", "check", "--format", "github"]);
    assert!(ran.stdout.starts_with("::error file=docs/locales/ru/"), "{}", ran.stdout);
}

#[test]
fn people_see_how_each_locale_stands_where_there_are_several() {
    let sandbox = with_figures();
    let ran = sandbox.run(&["check"]);
    assert!(ran.stderr.ends_with("1 error\n  ru  1 error\n"), "{}", ran.stderr);
    let one = sandbox.run(&["check", "--locale", "ru"]);
    assert!(one.stderr.ends_with("\n1 error\n"), "{}", one.stderr);
    let sound = Sandbox::new().run(&["check"]);
    assert_eq!((sound.stderr.as_str(), sound.stdout.as_str()), ("", "no errors in 2 texts\n"));
}

/// Runs where there is no workspace.
fn explain(arguments: &[&str]) -> Ran {
    let nowhere = support::TempDir::new().expect("a folder");
    let mut command = ereje();
    command.current_dir(nowhere.path()).args(["check", "explain"]).args(arguments);
    Ran::of(command.output().expect("ereje runs"))
}

#[test]
fn a_rule_is_explained_anywhere() {
    let rule = explain(&["number-mismatch"]);
    assert_eq!(rule.status, 0, "{}", rule.stderr);
    assert!(rule.stdout.starts_with("number-mismatch (error)\n\n"), "{}", rule.stdout);
    assert!(rule.stdout.contains("\nFails, in `ru`:\n\n    intro = "), "{}", rule.stdout);
    let reading = explain(&["toml-syntax"]);
    assert!(reading.stdout.starts_with("toml-syntax (error, always)\n"), "{}", reading.stdout);
    let list = explain(&[]);
    assert!(list.stdout.contains("\n  raw-html "), "{}", list.stdout);
    explain(&["number-mismach"]).refused(2, "there is no rule `number-mismach`");
    let typo = explain(&["number-mismach"]);
    assert!(typo.stderr.contains("did you mean `number-mismatch`?"), "{}", typo.stderr);
}

#[test]
fn what_is_missing_is_a_list_for_people_and_each_for_programs() {
    let sandbox = Sandbox::new();
    sandbox.write("locales/ru/privacy.ftl", "title = Политика конфиденциальности\n");
    let told = sandbox.run(&["check"]).stderr;
    assert!(told.contains("error[missing-clause]: 5 messages are missing\n"), "{told}");
    assert_eq!(told.matches("missing-clause").count(), 1, "{told}");
    assert!(told.contains("\n5 errors\n") && told.contains(": contact\n"), "{told}");
    let each = sandbox.run(&["check", "--format", "json"]).stdout;
    assert_eq!(each.matches("missing-clause").count(), 5, "{each}");
}

#[test]
fn files_and_messages_that_a_program_lacks_are_lists() {
    let sandbox = Sandbox::new();
    for file in ["a", "b", "c", "d", "e"] {
        sandbox.write(&format!("app/en/{file}.ftl"), "a = A\nb = B\nc = C\nd = D\ne = E\n");
    }
    sandbox.write("app/de/a.ftl", "a = Ah\n");
    let told = sandbox.run(&["check", "--fluent", "app", "--reference", "en"]).stderr;
    assert!(told.contains("warning[missing-message]: 4 messages are missing\n"), "{told}");
    assert!(told.contains("in en/a.ftl they are") && told.contains("line 2: b\n"), "{told}");
    assert!(told.contains("warning[missing-file]: 4 files are missing\n"), "{told}");
    assert!(told.contains("--> de\n") && told.contains(" de/e.ftl\n"), "{told}");
}

#[test]
fn a_term_waits_for_the_texts_that_will_use_it() {
    let sandbox = Sandbox::new();
    for (locale, word) in [("en", "User"), ("ru", "Пользователь")] {
        let path = format!("locales/{locale}/terms.ftl");
        sandbox.write(&path, sandbox.read(&path) + "-user = " + word + "\n");
    }
    let told = || sandbox.run(&["check"]).stderr;
    assert_eq!(told().matches("no text uses the term `-user`").count(), 2, "{}", told());
    sandbox.edit("locales/en/privacy.ftl", "Why { -app } does it.", "Why { -user } does it.");
    assert_eq!(told().matches("no text uses the term `-user`").count(), 1, "{}", told());
    // What is missing is told of the clause; its terms are not left over.
    let texts = sandbox.read("locales/ru/privacy.ftl");
    let at = texts.find("\nuse =").expect("the clause");
    let end = texts[at + 1..].find("\n\n").map_or(texts.len(), |end| at + 1 + end);
    sandbox.write("locales/ru/privacy.ftl", [&texts[..at], &texts[end..]].concat());
    let told = told();
    assert!(told.contains("missing-clause"), "{told}");
    assert!(!told.contains("no text uses the term `-user`"), "{told}");
}
