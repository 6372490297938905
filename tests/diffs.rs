//! What changed between two texts, wherever they come from.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::process::Command;

use support::{Ran, Sandbox};

/// A workspace with version 1.0, and a text that differs from it.
fn changed() -> Sandbox {
    let sandbox = Sandbox::new();
    let release = ["release", "privacy", "--published", "2020-01-01", "--effective", "2020-01-01"];
    ok(sandbox.run(&release));
    sandbox.edit("policies/privacy/policy.toml", "published = 2017-12-12\n", "");
    sandbox.edit(
        "locales/en/privacy.ftl",
        "Why { -app } does it.",
        "Why { -app } does *not* do it.",
    );
    sandbox.edit("locales/ru/privacy.ftl", "Пишите на", "Напишите на");
    sandbox
}

fn ok(ran: Ran) -> String {
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    ran.stdout
}

/// One sentence, and what to do.
fn refused(sandbox: &Sandbox, arguments: &[&str], wrong: &str) {
    let ran = sandbox.run(arguments);
    assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.stdout);
    assert!(ran.stderr.contains(wrong), "{arguments:?}: {}", ran.stderr);
    assert_eq!(ran.stderr.matches("error: ").count(), 1, "{}", ran.stderr);
}

#[test]
fn the_newest_version_is_compared_with_the_texts_of_today() {
    let sandbox = changed();
    let told = ok(sandbox.run(&["diff"]));
    assert!(told.contains("privacy: 1.0 → working"), "{told}");
    assert!(told.contains("-- use (changed)"), "{told}");
    assert!(told.contains("Why App does {+not do+} it."), "{told}");
    assert!(!told.contains('\u{1b}'), "no colour where nobody sees it");
    assert!(!told.contains("a negation"), "{told}");
    let told = ok(sandbox.run(&["diff", "--explain"]));
    assert!(told.contains("material: `use`: a negation changed: “not” was added"), "{told}");
    assert_eq!(ok(sandbox.run(&["diff", "1.0", "working"])), ok(sandbox.run(&["diff"])));
    let told = ok(sandbox.run(&["diff", "1.0", "1.0"]));
    assert!(told.ends_with("nothing changed\n"), "{told}");
}

#[test]
fn a_translation_is_seen_beside_its_source() {
    let sandbox = changed();
    let told = ok(sandbox.run(&["diff", "--locale", "ru", "--explain"]));
    assert!(
        told.contains("-- contact (changed; the source did not change: a correction)"),
        "{told}"
    );
    assert!(told.contains("changed in the source and not here: use"), "{told}");
    assert!(told.contains("translation: `contact`"), "{told}");
    sandbox.edit(
        "locales/ru/privacy.ftl",
        "Зачем { -app } это делает.",
        "Почему { -app } этого *не* делает.",
    );
    let told = ok(sandbox.run(&["diff", "--locale", "ru"]));
    assert!(told.contains("-- use (changed; the source changed too)"), "{told}");
}

#[test]
fn renamed_split_and_moved_clauses_are_called_so() {
    let sandbox = Sandbox::new();
    let long = "We keep what you send for as long as the law asks us to, and delete it after that. \
                Ask us at any time for a copy of everything that we hold about you and your device.";
    sandbox.edit(
        "locales/en/privacy.ftl",
        "intro = What { -app } does.",
        &format!("intro = {long}"),
    );
    let release = ["release", "privacy", "--published", "2020-01-01", "--effective", "2020-01-01"];
    ok(sandbox.run(&release));
    let plan = "policies/privacy/policy.toml";
    sandbox.edit(plan, "published = 2017-12-12\n", "");
    sandbox.edit(
        plan,
        "[[clause]]\nid = \"use\"",
        "[[clause]]\nid = \"copies\"\n\n[[clause]]\nid = \"aim\"",
    );
    let (keep, ask) = long.split_once(". ").expect("two sentences");
    sandbox.edit("locales/en/privacy.ftl", long, &format!("{keep}.\ncopies = {ask}"));
    sandbox.edit("locales/en/privacy.ftl", "\nuse = ", "\naim = ");
    let told = ok(sandbox.run(&["diff"]));
    assert!(told.contains("-- copies (new, split from `intro`)"), "{told}");
    assert!(told.contains("-- aim (renamed, it was `use`)"), "{told}");
    // Who reads the page sees no names of clauses, and no change under this heading.
    for format in ["html", "markdown"] {
        let told = ok(sandbox.run(&["diff", "--format", format]));
        assert!(told.contains("Ask us at any time"), "{told}");
        assert!(!told.contains("Use") && !told.contains("Why App does it."), "{format}: {told}");
    }
}

#[test]
fn pages_markdown_and_json_say_the_same() {
    let sandbox = changed();
    let page = ok(sandbox.run(&["diff", "--format", "html"]));
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<ins>"), "{page}");
    assert!(page.contains("1.0 → working") && !page.contains("href=\"\""), "{page}");
    let markdown = ok(sandbox.run(&["diff", "--format", "markdown", "--locale", "en"]));
    assert!(markdown.contains("### Other words: Use\n"), "{markdown}");
    assert!(markdown.contains("<ins>"), "{markdown}");
    let json: serde_json::Value =
        serde_json::from_str(&ok(sandbox.run(&["diff", "--format", "json"]))).expect("JSON");
    let policy = &json["policies"][0];
    assert_eq!(policy["kind"], "material");
    let change = &policy["locales"][0]["changes"][0];
    assert_eq!(change["clause"], "use");
    let side = |without: &str| -> String {
        let pieces = change["text"].as_array().expect("pieces").iter();
        let kept = pieces.filter(|piece| piece["change"] != without);
        kept.filter_map(|piece| piece["text"].as_str()).collect()
    };
    assert_eq!(side("inserted"), "Why App does it.");
    assert_eq!(side("deleted"), "Why App does not do it.");
}

#[test]
fn where_lines_run_to_the_left_so_does_the_arrow() {
    let sandbox = Sandbox::new();
    let of = |arguments: &[&str]| ok(sandbox.run(&[arguments, &["--workspace", "other"]].concat()));
    ok(sandbox.run(&["init", "other", "--locales", "en,ar"]));
    let release = ["release", "privacy", "--published", "2020-01-01", "--effective", "2020-01-01"];
    of(&release);
    let plan = sandbox.read("other/policies/privacy/policy.toml").replace("30 days", "60 days");
    let dated = plan.lines().find(|line| line.starts_with("published")).expect("a date");
    sandbox.write("other/policies/privacy/policy.toml", plan.replace(dated, ""));
    of(&["release", "privacy", "--published", "2020-02-01", "--effective", "2020-03-01"]);
    of(&["generate", "--on", "2020-04-01"]);
    for (language, arrow, wrong) in [("ar", '←', '→'), ("en", '→', '←')] {
        let below = format!("example/{language}/privacy/changes/1.0-2.0");
        let page = sandbox.read(&format!("other/dist/site/{below}/index.html"));
        assert!(page.contains(&format!("1.0 {arrow} 2.0</title>")), "{page}");
        let jekyll = sandbox.read(&format!("other/dist/jekyll/{below}.md"));
        assert!(jekyll.contains(&format!(" {arrow} [")), "{jekyll}");
        assert!(!page.contains(wrong) && !jekyll.contains(wrong), "{page}{jekyll}");
    }
}

#[test]
fn what_can_not_be_compared_is_one_sentence() {
    let sandbox = changed();
    refused(&sandbox, &["diff", "1.1"], "write a version (1.0), `working`, ");
    refused(&sandbox, &["diff", "wroking"], "did you mean `working`?");
    refused(&sandbox, &["diff", "locales"], "is neither a workspace nor a version");
    refused(&sandbox, &["diff", "--policy", "privat"], "did you mean `privacy`?");
    refused(&sandbox, &["diff", "--locale", "de"], "it has `en`, `ru`");
    refused(&sandbox, &["diff", "git:HEAD"], "there is no git repository around");
    let both = ["diff", "--format", "html", "--locale", "en", "--locale", "ru"];
    refused(&sandbox, &both, "choose it with `--locale`");
    refused(&Sandbox::new(), &["diff"], "has no released version");
    let mut no_git = support::ereje();
    no_git.current_dir(sandbox.path()).args(["diff", "git:HEAD"]).env("PATH", sandbox.path());
    let ran = Ran::of(no_git.output().expect("ereje runs"));
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("`git` is not installed"), "{}", ran.stderr);
}

#[test]
fn folders_can_be_compared() {
    let (one, other) = (changed(), Sandbox::new());
    let there = other.path().display().to_string();
    let told = ok(one.run(&["diff", &there]));
    assert!(
        told.contains(&format!("privacy: {there} → working")) && told.contains("-- use"),
        "{told}"
    );
    let told = ok(one.run(&["diff", "policies/privacy/versions/1.0", "1.0"]));
    assert!(told.ends_with("nothing changed\n"), "{told}");
}

fn git(folder: &std::path::Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=t", "-c", "user.email=t@example.com"]);
    command.args(["-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"]);
    let output = command.args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn commits_can_be_compared() {
    let sandbox = Sandbox::new();
    let commit = |message: &str| {
        git(sandbox.path(), &["add", "-A"]);
        git(sandbox.path(), &["commit", "-qm", message]);
    };
    git(sandbox.path(), &["init", "-q"]);
    commit("first");
    sandbox.edit("locales/en/privacy.ftl", "Why { -app }", "Why and when { -app }");
    commit("second");
    let told = ok(sandbox.run(&["diff", "git:HEAD~1"]));
    assert!(told.contains("git:HEAD~1 → working") && told.contains("{+and when+}"), "{told}");
    let told = ok(sandbox.run(&["diff", "git:HEAD"]));
    assert!(told.ends_with("nothing changed\n"), "{told}");
    let told = ok(sandbox.run(&["diff", "git:HEAD", "git:HEAD~1"]));
    assert!(told.contains("[-and when-]"), "{told}");
    // What a commit lacks is no mistake of today, and `check` has nothing to tell of it.
    let whole = sandbox.read("locales/en/privacy.ftl");
    sandbox.write("locales/en/privacy.ftl", "title = Privacy policy\n");
    commit("torn");
    sandbox.write("locales/en/privacy.ftl", whole);
    let told = sandbox.run(&["diff", "git:HEAD"]).stderr;
    let lacks = "warning: `git:HEAD` lacks what is missing or can not be shown in that commit";
    assert!(told.starts_with(lacks) && !told.contains("check"), "{told}");
    commit("whole");
    refused(&sandbox, &["diff", "git:HEAD~7"], "git knows no commit `HEAD~7` here");
    refused(&sandbox, &["diff", "git:--help"], "git knows no commit `--help` here");
    // A clone that has the last commit alone.
    let clones = tempfile::tempdir().expect("a folder");
    let from = format!("file://{}", sandbox.path().display());
    git(clones.path(), &["clone", "-q", "--depth", "1", &from, "shallow"]);
    let mut command = support::ereje();
    command.current_dir(clones.path().join("shallow")).args(["diff", "git:HEAD~1"]);
    let ran = Ran::of(command.output().expect("ereje runs"));
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("this clone is shallow"), "{}", ran.stderr);
    // A workspace in a folder of the repository; and a commit without one.
    git(sandbox.path(), &["checkout", "-q", "--orphan", "moved"]);
    std::fs::create_dir(sandbox.at("sub")).expect("made");
    for part in ["ereje.toml", "policies", "locales"] {
        std::fs::rename(sandbox.at(part), sandbox.at("sub").join(part)).expect("moved");
    }
    commit("moved");
    let mut command = support::ereje();
    command.current_dir(sandbox.at("sub")).args(["diff", "git:HEAD"]);
    assert!(ok(Ran::of(command.output().expect("ereje runs"))).ends_with("nothing changed\n"));
    let mut command = support::ereje();
    command.current_dir(sandbox.at("sub")).args(["diff", "git:main"]);
    let ran = Ran::of(command.output().expect("ereje runs"));
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("there was no workspace here in `main`"), "{}", ran.stderr);
    // A folder that belongs to a bare repository.
    git(clones.path(), &["clone", "-q", "--bare", &from, "bare"]);
    let mut command = support::ereje();
    command.arg("--workspace").arg(sandbox.at("sub")).args(["diff", "git:HEAD"]);
    command.env("GIT_DIR", clones.path().join("bare"));
    let ran = Ran::of(command.output().expect("ereje runs"));
    assert_eq!(ran.status, 2, "{}", ran.stdout);
    assert_eq!(ran.stderr.matches("error: ").count(), 1, "{}", ran.stderr);
}

#[test]
fn what_changed_around_the_clauses_is_told() {
    let sandbox = changed();
    let names = ["locales/en/privacy.ftl", "locales/ru/privacy.ftl"];
    for path in names {
        let text = sandbox.read(path);
        let title = text.lines().find(|line| line.starts_with("title = ")).expect("a title");
        sandbox.write(path, text.replace(title, "title = Another name"));
    }
    let told = ok(sandbox.run(&["diff", "--locale", "ru"]));
    assert!(told.contains("-- title (changed)\n[-") && told.contains("{+Another name+}"), "{told}");
    let json = ok(sandbox.run(&["diff", "--format", "json"]));
    assert!(json.contains(r#""page":[{"message":"title""#), "{json}");
    let markdown = ok(sandbox.run(&["diff", "--format", "markdown"]));
    assert!(markdown.contains("### title\n"), "{markdown}");

    // Of a change that is in no clause, the kind alone would say nothing.
    let sandbox = Sandbox::new();
    let release = ["release", "privacy", "--published", "2020-01-01", "--effective", "2020-01-01"];
    ok(sandbox.run(&release));
    sandbox.edit(support::POLICY, "published = 2017-12-12\n", "");
    sandbox.edit(support::POLICY, "\"ru\"", "\"de\"");
    let told = ok(sandbox.run(&["diff"]));
    assert!(told.contains("editorial: `ru` is gone"), "{told}");
}

#[test]
fn a_text_without_a_name_is_refused() {
    let sandbox = changed();
    refused(&sandbox, &["diff", ""], "a text to compare has an empty name");
    refused(&sandbox, &["diff", "git:"], "`git:` names no commit");
    let hint =
        "`privacy` is a policy, not one of its texts\n  help: choose it with `--policy privacy`";
    refused(&sandbox, &["diff", "privacy"], hint);
}

#[test]
fn each_side_says_which_text_it_is() {
    let sandbox = changed();
    let page = ok(sandbox.run(&["diff", "--format", "html"]));
    let (_, sides) = page.split_once("id=\"_sides\"").expect("two sides");
    let names: Vec<&str> = sides.split("<p class=\"what\">").skip(1).collect();
    assert!(names.len() >= 2 && names.len().is_multiple_of(2), "{sides}");
    for (at, name) in names.into_iter().enumerate() {
        let text = if at % 2 == 0 { "1.0" } else { "working" };
        assert!(name.starts_with(text), "{name}");
    }
}

#[test]
fn what_can_not_be_read_is_not_told_as_removed_without_a_word() {
    let warning = "warning: this workspace lacks what is missing or can not be shown";
    let sandbox = changed();
    assert!(!sandbox.run(&["diff"]).stderr.contains("warning"));
    for text in ["", "title = { -nothing }\n"] {
        sandbox.write("locales/ru/privacy.ftl", text);
        let told = sandbox.run(&["diff", "--locale", "ru"]).stderr;
        assert_eq!(told.matches(warning).count(), 1, "{told}");
    }
    sandbox.write("locales/ru/privacy.ftl", b"title = \xff\n");
    assert!(sandbox.run(&["diff"]).stderr.contains(warning));
    assert!(sandbox.run(&["diff"]).stderr.contains("`ereje check` lists it"));
    sandbox.remove("locales/ru");
    let html = ["diff", "--locale", "ru", "--format", "html"];
    refused(&sandbox, &html, "1.0 and working have no such language in common");
    sandbox.write(support::POLICY, "");
    refused(&sandbox, &["diff"], "no policy of this workspace can be read");
}
