//! What `status` says of languages: what is done in each, and what is to be done.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::Sandbox;
use support::records::{change_source, ok, status};

#[test]
fn every_language_counts_the_messages_that_it_needs() {
    let sandbox = Sandbox::new();
    // A short title is nothing that a language must have.
    sandbox.edit("locales/en/privacy.ftl", "title = ", "short-title = Privacy\ntitle = ");
    sandbox.generate();
    let told = sandbox.run(&["status"]).stdout;
    assert_eq!(told.matches("6 of 6").count(), 2, "{told}");
    sandbox.release("2026-01-10", "9000-01-01", &[]);
    let json = sandbox.run(&["status", "--format", "json"]).stdout;
    let status: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let coming = &status["policies"][0]["coming"][0];
    assert_eq!((&coming["version"], &coming["effective"]), (&"1.0".into(), &"9000-01-01".into()));
    let locales = status["policies"][0]["locales"].as_array().expect("locales");
    assert!(locales.iter().all(|locale| locale["messages"] == 6), "{json}");
}

#[test]
fn of_many_languages_those_have_a_line_in_which_something_is_to_be_done() {
    let sandbox = Sandbox::new();
    let tags = ["de", "fr", "it", "es", "nl", "pl", "cs", "da", "fi", "sv", "nb"];
    let all = tags.map(|tag| format!("\"{tag}\"")).join(", ");
    sandbox.edit(support::POLICY, "\"ru\"]", &format!("\"ru\", {all}]"));
    for tag in tags {
        for file in ["privacy", "notice", "terms"] {
            let text = sandbox.read(&format!("locales/en/{file}.ftl"));
            sandbox.write(&format!("locales/{tag}/{file}.ftl"), text);
        }
    }
    let settings = sandbox.read("ereje.toml");
    sandbox.write("ereje.toml", format!("{settings}\n[lints]\nuntranslated = \"off\"\n"));
    change_source(&sandbox);
    let told = status(&sandbox);
    assert!(told.contains("✓ en (source)  ") && told.contains("✓ 12 more"), "{told}");
    assert!(!told.contains("  ru  ") && !told.contains("✓ fr"), "{told}");
    assert!(told.contains("the records of ru, de, fr, it, es, … are not up to date"), "{told}");
    sandbox.edit("locales/ru/privacy.ftl", "description = ", "descr = ");
    let told = status(&sandbox);
    assert!(told.contains("  ru  ") && told.contains("✓ 11 more"), "{told}");
}

#[test]
fn what_an_error_hides_is_not_told_as_released() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    assert!(status(&sandbox).contains("; the texts are those of 1.0\n"));
    sandbox.edit("locales/ru/privacy.ftl", "Зачем { -app }", "Зачем { -apq }");
    let hidden = "errors in ru keep it from being compared with 1.0\n";
    let told = status(&sandbox);
    assert!(told.contains(hidden) && !told.contains("those of"), "{told}");
    sandbox.edit("locales/en/privacy.ftl", "Why { -app } does it.", "Why { -app } did it.");
    let told = status(&sandbox);
    assert!(told.contains(&format!("; 1 message differs from 1.0 (use); {hidden}")), "{told}");
    // What the page is called is released with its clauses.
    sandbox.edit("locales/ru/privacy.ftl", "Зачем { -apq }", "Зачем { -app }");
    let text = sandbox.read("locales/en/privacy.ftl");
    sandbox.write("locales/en/privacy.ftl", text.replacen("title = ", "title = Our ", 1));
    let told = status(&sandbox);
    assert!(told.contains("; 2 messages differ from 1.0 (title, use)\n"), "{told}");
    // A language that is new was released in no version.
    let sandbox = Sandbox::new();
    sandbox.edit(support::POLICY, "\"en\", \"ru\"", "\"en\"");
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.edit(support::POLICY, "\"en\"]", "\"en\", \"ru\"]");
    assert!(status(&sandbox).contains("; 1.0 has no text in ru\n"));
}

#[test]
fn what_is_stale_is_shown_with_its_policy_where_there_are_several() {
    let sandbox = Sandbox::new();
    let plan = sandbox.read(support::POLICY);
    let shown = || sandbox.run(&["status"]).stdout;
    assert_eq!(sandbox.run(&["generate"]).status, 0);
    sandbox.edit("locales/en/privacy.ftl", "use = ", "use = Indeed: ");
    assert!(shown().contains("-- use in `ru` (stale"), "{}", shown());
    let slug = plan.replace("slug = \"privacy\"", "slug = \"other\"");
    sandbox.write("policies/other/policy.toml", slug);
    for locale in ["en", "ru"] {
        let text = sandbox.read(&format!("locales/{locale}/privacy.ftl"));
        sandbox.write(&format!("locales/{locale}/other.ftl"), text);
    }
    assert!(shown().contains("-- use of `privacy` in `ru` (stale"), "{}", shown());
}

/// A language begins as a copy of the source: what is still in its words is to do.
#[test]
fn what_was_copied_and_not_translated_is_not_translated() {
    let sandbox = Sandbox::new();
    sandbox.write("locales/ru/privacy.ftl", sandbox.read("locales/en/privacy.ftl"));
    let told = status(&sandbox);
    let line = told.lines().find(|line| line.trim_start().starts_with("ru ")).expect("a row");
    let cells: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(cells[..4], ["ru", "1", "of", "6"], "{told}");
    assert_ne!(cells.last(), Some(&"–"), "there are words left: {told}");
    let named =
        "  in the words of the source in `ru`: title, description, last-updated, intro, use\n";
    assert!(told.contains(named), "{told}");
    assert_eq!(sandbox.run(&["status", "--require-complete"]).status, 1);
    let json = ok(sandbox.run(&["status", "--format", "json"]));
    let listed = r#""untranslated":["title","description","last-updated","intro","use"]"#;
    assert!(json.contains(listed), "{json}");
    // Whoever knows that it has to be so says it once.
    let reason = "\n[[suppress]]\nrule = \"untranslated\"\nlocale = \"ru\"\nreason = \"a trial\"\n";
    sandbox.write("ereje.toml", sandbox.read("ereje.toml") + reason);
    assert!(!status(&sandbox).contains("in the words of the source"));
}

#[test]
fn of_one_language_it_is_not_told_what_all_of_them_are() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.edit("locales/en/privacy.ftl", "What { -app } does.", "What { -app } can do.");
    let told = |options: &[&str]| {
        let told = ok(sandbox.run(&[&["status"], options].concat()));
        told.lines().next().unwrap_or_default().to_owned()
    };
    let in_force = "privacy: version 1.0 is in force; ";
    assert_eq!(told(&[]), format!("{in_force}1 message differs from 1.0 (intro)"));
    assert_eq!(
        told(&["--locale", "ru"]),
        format!("{in_force}the texts in ru are those of 1.0"),
        "the source has changed"
    );
    let of_source = format!("{in_force}1 message in en differs from 1.0 (intro)");
    assert_eq!(told(&["--locale", "en"]), of_source);
}

#[cfg(unix)]
#[test]
fn what_is_told_to_be_typed_works_from_where_it_was_told() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    change_source(&sandbox);
    let elsewhere = tempfile::tempdir().expect("a folder");
    let link = elsewhere.path().join("our policies");
    std::os::unix::fs::symlink(sandbox.path(), &link).expect("a link");
    let run = |words: &[&str]| {
        let mut command = support::ereje();
        command.current_dir(elsewhere.path()).args(words);
        support::Ran::of(command.output().expect("ereje runs"))
    };
    let told = ok(run(&["status", "--workspace", "our policies"]));
    let wanted = "still holds? ereje confirm privacy ru use --workspace \"our policies\"\n";
    assert!(told.contains(wanted), "{told}");
    let place = ["--workspace", "our policies"];
    ok(run(&[&["confirm", "privacy", "ru", "use"], &place[..]].concat()));
    let days = ["release", "privacy", "--published", "2026-01-10", "--effective", "2026-02-01"];
    let told = ok(run(&[&days, &place[..]].concat()));
    assert!(told.contains("run `ereje generate --workspace \"our policies\"`"), "{told}");
}

#[test]
fn a_policy_that_has_not_the_language_is_not_meant() {
    let sandbox = Sandbox::new();
    let plan = sandbox.read(support::POLICY);
    let plan = plan.replace("\"en\", \"ru\"", "\"en\"").replace("\"privacy\"", "\"other\"");
    sandbox.write("policies/other/policy.toml", plan);
    sandbox.write("locales/en/other.ftl", sandbox.read("locales/en/privacy.ftl"));
    assert!(status(&sandbox).contains("other: "));
    let told = ok(sandbox.run(&["status", "--locale", "ru"]));
    assert!(told.starts_with("privacy: ") && !told.contains("other: "), "{told}");
    // Who names it is told what it has.
    for command in [&["status"][..], &["check"], &["export", "--format", "xliff"]] {
        let ran = sandbox.run(&[command, &["--policy", "other", "--locale", "ru"]].concat());
        ran.refused(2, "`other` has no locale `ru`");
        assert!(ran.stderr.contains("it has `en`"), "{command:?}: {}", ran.stderr);
    }
}

#[test]
fn a_language_that_is_given_up_is_told_until_a_version_is_without_it() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    let without = "locales = [\"en\"]\nformer-locales = [\"ru\"]";
    sandbox.edit(support::POLICY, "locales = [\"en\", \"ru\"]", without);
    let told = status(&sandbox);
    assert!(
        told.starts_with("privacy: version 1.0 is in force; 1.0 is the last one in ru\n"),
        "{told}"
    );
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    assert!(status(&sandbox).contains("; the texts are those of 1.1\n"));
}
