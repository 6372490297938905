//! Translations and the record of what they were made from.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{Ran, Sandbox};

const RECORD: &str = "locales/ru/privacy.sync.toml";
const MEMORY: &str = "locales/ru/privacy.memory.toml";

/// A workspace whose record is up to date.
fn recorded() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.generate();
    sandbox
}

fn change_source(sandbox: &Sandbox) {
    sandbox.edit(
        "locales/en/privacy.ftl",
        "Why { -app } does it.",
        "Why and when { -app } does it.",
    );
}

fn change_translation(sandbox: &Sandbox) {
    sandbox.edit("locales/ru/privacy.ftl", "Зачем { -app }", "Зачем и когда { -app }");
}

fn status(sandbox: &Sandbox) -> String {
    let ran = sandbox.run(&["status"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stdout
}

fn ok(ran: Ran) -> String {
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    ran.stdout
}

#[test]
fn the_record_is_written_by_generate_and_only_read_by_check() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run(&["check", "--locked"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("outdated-record") && ran.stderr.contains("is missing"));
    ok(sandbox.run(&["check"]));
    status(&sandbox);
    assert!(!sandbox.at(RECORD).exists());
    sandbox.generate();
    let record = sandbox.read(RECORD);
    assert!(record.contains("\nuse = { source = \""), "{record}");
    ok(sandbox.run(&["check", "--locked"]));
    assert!(sandbox.generate().stdout.starts_with("nothing changed"));
    // It comes back when it is lost, although no page changes.
    sandbox.remove(RECORD);
    sandbox.generate();
    assert_eq!(sandbox.read(RECORD), record);
}

#[test]
fn a_stale_clause_shows_what_changed_in_the_source() {
    let sandbox = recorded();
    change_source(&sandbox);
    sandbox.generate();
    ok(sandbox.run(&["check", "--locked"]));
    let told = status(&sandbox);
    assert!(told.contains("-- use in `ru` (stale"), "{told}");
    assert!(told.contains("{+and when+}"), "{told}");
    let told = sandbox.run(&["check"]).stderr;
    assert!(told.contains("warning[stale-translation]") && told.contains("privacy.ftl:"), "{told}");
    assert_eq!(sandbox.run(&["status", "--require-complete"]).status, 1);
    let json = ok(sandbox.run(&["status", "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let stale = &json["policies"][0]["locales"][1]["stale"][0];
    assert_eq!(stale["message"], "use");
    assert_eq!(stale["source-before"], "# Use\n\nWhy App does it.");
    let released = sandbox.run(&["release", "privacy", "--effective", "2030-01-01"]);
    assert_eq!(released.status, 1);
    assert!(released.stderr.contains("error[stale-translation]"), "{}", released.stderr);
    assert!(!sandbox.at("policies/privacy/versions").exists());
}

#[test]
fn confirm_says_that_it_still_holds() {
    let sandbox = recorded();
    change_source(&sandbox);
    for (arguments, wrong) in [
        (["confirm", "privacy", "ru", "contakt"], "did you mean `contact`?"),
        (["confirm", "privacy", "en", "use"], "`en` is the source"),
        (["confirm", "privacy", "de", "use"], "has no locale `de`"),
        (["confirm", "privat", "ru", "use"], "did you mean `privacy`?"),
    ] {
        let ran = sandbox.run(&arguments);
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.stderr.contains(wrong), "{}", ran.stderr);
    }
    let told = ok(sandbox.run(&["confirm", "privacy", "ru", "contact"]));
    assert!(told.contains("nothing was stale"), "what is current needs no word: {told}");
    assert!(status(&sandbox).contains("stale: the source changed"));
    let told = ok(sandbox.run(&["confirm", "privacy", "ru"]));
    let files = "locales/ru/privacy.sync.toml and locales/ru/privacy.memory.toml";
    let all = format!("confirmed in `ru`: use\ncommit {files} with the texts\n");
    assert_eq!(told, all);
    assert!(!status(&sandbox).contains("stale: the source changed"));
    ok(sandbox.run(&["status", "--require-complete"]));
}

#[test]
fn an_edit_of_a_stale_clause_stays_to_review_until_the_next_version() {
    let sandbox = recorded();
    change_source(&sandbox);
    sandbox.generate();
    // Perhaps it is only a corrected typo: both changes are shown.
    change_translation(&sandbox);
    sandbox.generate();
    let told = status(&sandbox);
    assert!(told.contains("-- use in `ru` (to review"), "{told}");
    assert!(told.contains("{+and when+}") && told.contains("{+и когда+}"), "{told}");
    ok(sandbox.run(&["status", "--require-complete"]));
    ok(sandbox.run(&["check", "--locked"]));
    let release = ["release", "privacy", "--published", "2029-01-01", "--effective", "2030-01-01"];
    let told = ok(sandbox.run(&release));
    assert!(told.contains("to review") && told.contains("{+и когда+}"), "{told}");
    assert!(!status(&sandbox).contains("(to review"));
    sandbox.edit("policies/privacy/policy.toml", "published = 2017-12-12\n", "");
    ok(sandbox.run(&["check", "--locked"]));
}

#[test]
fn renaming_reordering_and_deleting_clauses_leave_a_right_record() {
    let sandbox = recorded();
    let before = sandbox.read(RECORD);
    let line = |record: &str, id: &str| {
        record.lines().find_map(|line| line.strip_prefix(&format!("{id} = "))).map(str::to_owned)
    };
    let plan = "policies/privacy/policy.toml";
    sandbox.edit(plan, "id = \"use\"", "id = \"purpose\"");
    for locale in ["en", "ru"] {
        sandbox.edit(&format!("locales/{locale}/privacy.ftl"), "\nuse = ", "\npurpose = ");
    }
    sandbox.generate();
    let renamed = sandbox.read(RECORD);
    assert_eq!(line(&renamed, "purpose"), line(&before, "use"));
    assert_eq!(line(&renamed, "use"), None);
    sandbox.edit(
        plan,
        "[[clause]]\nid = \"intro\"\n\n[[clause]]\nid = \"purpose\"",
        "[[clause]]\nid = \"purpose\"\n\n[[clause]]\nid = \"intro\"",
    );
    sandbox.generate();
    assert_eq!(sandbox.read(RECORD), renamed, "the order is the plan's");
    sandbox.edit(plan, "[[clause]]\nid = \"intro\"\n\n", "");
    sandbox.edit("locales/en/privacy.ftl", "intro = What { -app } does.\n", "");
    sandbox.edit("locales/ru/privacy.ftl", "intro = Что делает { -app }.\n", "");
    sandbox.generate();
    assert_eq!(line(&sandbox.read(RECORD), "intro"), None);
}

#[test]
fn a_changed_term_is_a_changed_text_and_a_changed_fact_is_none() {
    let sandbox = recorded();
    sandbox.edit("policies/privacy/policy.toml", "help@example.com", "support@example.com");
    sandbox.generate();
    assert!(!status(&sandbox).contains("stale: "));
    sandbox.edit("locales/en/terms.ftl", "-app = App", "-app = The App");
    let told = status(&sandbox);
    assert!(told.contains("intro in `ru` (stale") && told.contains("use in `ru` (stale"), "{told}");
    assert!(!told.contains("contact in `ru`"), "{told}");
}

#[test]
fn marks_of_a_merge_stop_everything_that_would_write() {
    let sandbox = recorded();
    let record = sandbox.read(RECORD);
    let torn =
        record.replacen("\nuse = ", "\n<<<<<<< HEAD\nuse = ", 1) + "=======\n>>>>>>> other\n";
    sandbox.write(RECORD, &torn);
    for arguments in [
        &["generate"][..],
        &["check"],
        &["confirm", "privacy", "ru"],
        &["release", "privacy", "--effective", "2030-01-01"],
    ] {
        let ran = sandbox.run(arguments);
        assert_eq!(ran.status, 1, "{arguments:?}");
        assert!(ran.stderr.contains("a merge has left its marks here"), "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("{RECORD}:")), "{}", ran.stderr);
    }
    assert!(ok(sandbox.run(&["status"])).contains("can not be read"));
    assert_eq!(sandbox.read(RECORD), torn);
}

#[cfg(unix)]
#[test]
fn pages_are_made_where_the_record_can_not_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    let folder = sandbox.at("locales/ru");
    let mode = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode));
    mode(0o555).expect("changed");
    let is_bound = std::fs::write(folder.join("probe"), "").is_err();
    let ran = sandbox.run(&["generate"]);
    mode(0o755).expect("changed");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    // The administrator may write anywhere.
    if is_bound {
        assert!(ran.stderr.contains("warning: the record of translations"), "{}", ran.stderr);
        assert!(!sandbox.at(RECORD).exists());
    }
    sandbox.generate();
    assert!(sandbox.at(RECORD).exists());
}

#[test]
fn a_language_without_a_text_has_nothing_to_record() {
    let sandbox = recorded();
    sandbox.remove(RECORD);
    assert!(status(&sandbox).contains("the record of `ru` is not up to date"));
    sandbox.remove("locales/ru");
    let told = status(&sandbox);
    assert!(told.contains("0 of 6") && !told.contains("record"), "{told}");
    // That all is missing is in the table.
    assert!(!told.contains("missing in"), "{told}");
}

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
fn a_memory_that_is_damaged_is_told_and_mended_from_what_is_whole() {
    let sandbox = recorded();
    change_source(&sandbox);
    sandbox.generate();
    let whole = sandbox.read(MEMORY);
    let lines: Vec<&str> = whole.lines().collect();
    let own = lines.iter().find(|line| line.contains("Зачем")).expect("a text of today");
    let cut = whole.replace(own, &own[..own.len() - 2]);
    let torn = format!("<<<<<<< HEAD\n{}\n=======\n{whole}>>>>>>> other\n", lines[2]);
    for (bad, rule) in [
        (torn.as_str(), "error[merge-conflict]: a merge has left its marks here"),
        (&cut, "error[bad-record]: this is no text with its digest"),
    ] {
        for options in [&["check"][..], &["check", "--locked"]] {
            sandbox.write(MEMORY, bad);
            let ran = sandbox.run(options);
            assert_eq!(ran.status, 1, "{}", ran.stderr);
            assert!(ran.stderr.contains(rule) && ran.stderr.contains(MEMORY), "{}", ran.stderr);
            assert_eq!(ran.stderr.matches("error[").count(), 1, "{}", ran.stderr);
        }
        ok(sandbox.run(&["generate"]));
        ok(sandbox.run(&["check", "--locked"]));
    }
    // It was one of today's texts, and came back.
    assert_eq!(sandbox.read(MEMORY), whole);
    sandbox.write(MEMORY, b"\xff\xfe\x00");
    let ran = sandbox.run(&["check"]);
    assert!(ran.status == 1 && ran.stderr.contains("error[not-utf8]"), "{}", ran.stderr);
    ok(sandbox.run(&["generate"]));
    let kept = std::fs::read(sandbox.at(MEMORY)).expect("the file");
    assert_eq!(kept, b"\xff\xfe\x00", "nothing of it is thrown away");
}

#[test]
fn a_memory_that_is_missing_or_outdated_is_refused_where_it_is_locked() {
    let sandbox = recorded();
    let whole = sandbox.read(MEMORY);
    let less = whole.replace(whole.lines().last().expect("a text"), "");
    let remove = || sandbox.remove(MEMORY);
    let shorten = || sandbox.write(MEMORY, &less);
    let damages: [(&dyn Fn(), &str); 2] =
        [(&remove, "are missing"), (&shorten, "are not all there")];
    for (damage, told) in damages {
        damage();
        ok(sandbox.run(&["check"]));
        let ran = sandbox.run(&["check", "--locked"]);
        assert_eq!(ran.status, 1);
        let words = format!("error[outdated-record]: the texts of the record beside this {told}");
        assert!(ran.stderr.contains(&words), "{}", ran.stderr);
        assert_eq!(ran.stderr.matches("error[").count(), 1, "{}", ran.stderr);
        sandbox.generate();
        assert_eq!(sandbox.read(MEMORY), whole);
        ok(sandbox.run(&["check", "--locked"]));
        assert!(sandbox.generate().stdout.starts_with("nothing changed"));
    }
    // A merge may leave more than is needed.
    let branch = recorded();
    change_translation(&branch);
    branch.generate();
    let more = whole.clone() + &branch.read(MEMORY);
    assert_eq!(more.matches("Зачем").count(), 2, "{more}");
    sandbox.write(MEMORY, &more);
    ok(sandbox.run(&["check", "--locked"]));
    sandbox.generate();
    assert_eq!(sandbox.read(MEMORY), more);
    // Where the record is to be written, its texts come with it.
    sandbox.remove(RECORD);
    sandbox.remove(MEMORY);
    let ran = sandbox.run(&["check", "--locked"]);
    assert_eq!(ran.stderr.matches("error[").count(), 1, "{}", ran.stderr);
    // What nobody remembers any more can not be asked for.
    sandbox.generate();
    change_source(&sandbox);
    sandbox.remove(MEMORY);
    sandbox.generate();
    ok(sandbox.run(&["check", "--locked"]));
    assert!(status(&sandbox).contains("not remembered"));
}
