//! Translations and the record of what they were made from.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::Sandbox;
use support::records::{change_source, change_translation, ok, recorded, status};

const RECORD: &str = "locales/ru/privacy.sync.toml";
const MEMORY: &str = "locales/ru/privacy.memory.toml";

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
fn texts_to_begin_with_are_no_source_of_what_takes_their_place() {
    let sandbox = Sandbox::new();
    let place = ["--workspace", "new"];
    ok(sandbox.run(&["init", "new", "--locales", "en,de"]));
    let generate = || ok(sandbox.run(&[&["generate"], &place[..]].concat()));
    let told = || ok(sandbox.run(&[&["status"], &place[..]].concat()));
    generate();
    sandbox.edit("new/locales/en/terms.ftl", "Example", "Lantern");
    sandbox.edit("new/locales/de/terms.ftl", "Example", "Lantern");
    generate();
    let edit = |locale: &str, from: &str, to: &str| {
        sandbox.edit(&format!("new/locales/{locale}/privacy.ftl"), from, to);
    };
    edit("en", "What we collect", "What Lantern collects");
    edit("de", ".heading = Was wir erheben", ".heading = Was Lantern erhebt");
    let text = told();
    assert!(!text.contains("to review:") && !text.contains("(to review"), "{text}");
    // One that stayed says what nobody says any more.
    edit("en", "We use them to repair errors.", "We use them to find errors.");
    let text = told();
    assert_eq!(text.matches("-- ").count(), 1, "{text}");
    assert!(text.contains("-- collection-diagnostics in `de` (stale"), "{text}");
    // From the text that was written on, changes are looked at as ever.
    generate();
    edit("en", "What Lantern collects", "What we collect about you");
    edit("de", "Was Lantern erhebt", "Was wir über Sie erheben");
    let text = told();
    assert!(text.contains("-- collection in `de` (to review"), "{text}");
}

#[test]
fn confirm_says_that_it_still_holds() {
    let sandbox = recorded();
    change_source(&sandbox);
    for (arguments, wrong) in [
        (["confirm", "privacy", "ru", "contakt"], "did you mean `contact`?"),
        (["confirm", "privacy", "RU", "use"], "write `ru`"),
        (["confirm", "privacy", "ru", ","], "has no message ``"),
        (["confirm", "privacy", "en", "use"], "`en` is the source"),
        (["confirm", "privacy", "de", "use"], "has no locale `de`"),
        (["confirm", "privat", "ru", "use"], "did you mean `privacy`?"),
    ] {
        let ran = sandbox.run(&arguments);
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.stderr.contains(wrong), "{}", ran.stderr);
    }
    let told = ok(sandbox.run(&["confirm", "privacy", "ru", "contact,", "description, title"]));
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
fn what_a_release_showed_is_not_to_review_after_it() {
    let sandbox = recorded();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    // Nobody generates in between: the release itself learns of both changes.
    change_source(&sandbox);
    change_translation(&sandbox);
    let told = sandbox.release("2026-05-01", "2026-06-01", &[]).stdout;
    assert!(told.contains("to review") && told.contains("{+и когда+}"), "{told}");
    let told = status(&sandbox);
    assert!(!told.contains("(to review"), "{told}");
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
