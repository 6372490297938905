//! Releasing a version: what the gate refuses, what is shown, and what is
//! written.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::io::Write;
use std::process::Command;

use support::{FIRST, POLICY, Ran, Sandbox, VERSIONS, ereje, tree};

#[test]
fn the_gate_refuses_texts_that_are_wrong_or_not_complete() {
    type Spoil = fn(&Sandbox);
    let cases: [(Spoil, &str); 6] = [
        (|s| s.edit("locales/ru/privacy.ftl", "{ -app } это", "{ -ap } это"), "-ap"),
        (|s| s.edit("locales/en/privacy.ftl", "use = Why", "use = <br> Why"), "HTML"),
        (
            |s| {
                s.edit(
                    "locales/ru/privacy.ftl",
                    "contact = Пишите на <{ $mail }>.\n    .heading = Связь\n",
                    "",
                );
            },
            "contact",
        ),
        (
            |s| {
                let source = "use = Why { -app } does it and what else it may do for you.";
                for file in ["locales/en/privacy.ftl", "locales/ru/privacy.ftl"] {
                    let text = s.read(file);
                    let lines = text.lines();
                    let line = |line: &str| {
                        let is_use = line.starts_with("use = ");
                        (if is_use { source } else { line }).to_owned() + "\n"
                    };
                    s.write(file, lines.map(line).collect::<String>());
                }
            },
            "this text is the same as its source",
        ),
        (|s| s.remove("locales/ru/privacy.ftl"), "the texts of `privacy` are missing"),
        (|s| s.edit("locales/ru/notice.ftl", "past-banner", "#"), "`past-banner` is missing"),
    ];
    for (spoil, words) in cases {
        let sandbox = Sandbox::new();
        spoil(&sandbox);
        let ran = sandbox.refuses(&FIRST, 1, words);
        assert!(ran.stderr.ends_with("nothing was released\n"), "{}", ran.stderr);
        assert!(!sandbox.at(VERSIONS).exists());
    }
}

#[test]
fn the_gate_refuses_dates_that_run_backwards() {
    let release = |published: &'static str, effective: &'static str| {
        ["release", "privacy", "--published", published, "--effective", effective]
    };
    let sandbox = Sandbox::new();
    let early = release("2026-02-01", "2026-01-31");
    sandbox.refuses(&early, 1, "take effect on 2026-01-31, before it is published on 2026-02-01");
    let no_day = release("2026-02-30", "2026-03-01");
    sandbox.refuses(&no_day, 2, "invalid value '2026-02-30'");
    // Published by default today, and that is later.
    let past = ["release", "privacy", "--effective", "2020-01-01"];
    sandbox.refuses(&past, 1, "would take effect on 2020-01-01, before");
    let sandbox = Sandbox::after_one();
    let before = release("2026-01-09", "2026-03-01");
    sandbox.refuses(&before, 1, "published on 2026-01-09, before version 1.0 of 2026-01-10");
    sandbox.release("2026-01-10", "2026-01-10", &[]);
}

#[test]
fn the_gate_refuses_names_and_versions_that_can_not_be() {
    let sandbox = Sandbox::after_one();
    let release = |more: [&'static str; 2]| {
        let days = ["release", "privacy", "--published", "2026-03-01", "--effective", "2026-03-01"];
        [&days[..], &more].concat()
    };
    for (more, words) in [
        (["--version", "1.0"], "there is a version `1.0` already"),
        (["--version", "../../evil"], "`../../evil` can not be the name of a version"),
        (["--version", "next"], "`next` can not be the name of a version"),
        (["--retracts", "0.9"], "there is no version `0.9`"),
        (["--version", "0.9"], "`0.9` comes before `1.0`, which is released"),
    ] {
        sandbox.refuses(&release(more), 1, words);
    }
    let unknown = ["release", "privat", "--effective", "2026-03-01"];
    sandbox.refuses(&unknown, 2, "there is no policy `privat`");
}

#[test]
fn a_kind_below_what_the_texts_tell_needs_a_reason() {
    let sandbox = Sandbox::after_one();
    let days = ["release", "privacy", "--published", "2026-03-01", "--effective", "2026-03-01"];
    let below = [&days[..], &["--severity", "editorial"]].concat();
    let words = "the change is at least material, not editorial: `use`: figures changed";
    sandbox.refuses(&below, 1, words);
    sandbox.refuses(&[&below[..], &["--reason", " "]].concat(), 1, words);
    let because = ["--severity", "editorial", "--reason", "the figure was \"always\" meant"];
    sandbox.release("2026-03-01", "2026-03-01", &because);
    let version = sandbox.read(&format!("{VERSIONS}/1.1/version.toml"));
    for line in [
        "severity = \"editorial\"",
        "floor = \"material\"",
        "action = \"none\"",
        "reason = \"the figure was \\\"always\\\" meant\"",
    ] {
        assert!(version.lines().any(|one| one == line), "{line} is not in {version}");
    }
    assert_eq!(sandbox.run(&["verify"]).status, 0);
}

#[test]
fn own_words_about_a_version_are_not_lost() {
    let sandbox = Sandbox::after_one();
    let days = ["release", "privacy", "--published", "2026-03-01", "--effective", "2026-03-01"];
    let notice = sandbox.read("locales/ru/notice.ftl");
    let own = |id: &str| {
        sandbox.write("locales/ru/notice.ftl", format!("{notice}\n{id} = Мы пишем об этом.\n"));
    };
    own("notice-privacy-2");
    let ran = sandbox.refuses(&days, 1, "`notice-privacy-2` is about no version");
    assert!(ran.stderr.contains("call it `notice-privacy-2-0`"), "{}", ran.stderr);
    // What was said of the version before stays where it is.
    own("notice-privacy-1-0");
    let ran = sandbox.run(&[&days[..], &["--dry-run"]].concat());
    assert!(ran.status == 0 && !ran.stderr.contains("words"), "{}", ran.stderr);
    own("notice-privacy-2-0");
    let ran = sandbox.run(&[&days[..], &["--dry-run"]].concat());
    assert!(ran.status == 0 && ran.stdout.contains("Мы пишем об этом."), "{}", ran.stdout);
    assert!(
        ran.stderr.contains("the notice has your own words in ru, and other ones in en"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_notice_that_does_not_fit_is_refused_until_it_does() {
    let sandbox = Sandbox::after_one();
    let days = ["release", "privacy", "--published", "2026-03-01", "--effective", "2026-03-01"];
    let own = |text: &str| {
        let notice = sandbox.read("locales/ru/notice.ftl");
        let first = notice.split("\nnotice-privacy-2-0 =").next().unwrap_or(&notice).to_owned();
        sandbox.write("locales/ru/notice.ftl", format!("{first}\nnotice-privacy-2-0 = {text}\n"));
    };
    own(&"ы".repeat(201));
    let ran = sandbox.refuses(&days, 1, "has 201 characters, where 200 fit");
    assert!(ran.stderr.contains("locales/ru/notice.ftl"), "{}", ran.stderr);
    assert!(ran.stderr.contains("help: shorten `notice-privacy-2-0`\n"), "{}", ran.stderr);
    own(&"ы".repeat(200));
    // Now the title alone is too long; a short one for notices mends it.
    let title = "Политика конфиденциальности и ещё очень многое другое, о чём речь";
    sandbox.edit(
        "locales/ru/privacy.ftl",
        "title = Политика конфиденциальности",
        &format!("title = {title}"),
    );
    let ran = sandbox.run(&days);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("where 60 fit"), "{}", ran.stderr);
    assert!(ran.stderr.contains("help: write `short-title = …`"), "{}", ran.stderr);
    let text = sandbox.read("locales/ru/privacy.ftl");
    sandbox.write("locales/ru/privacy.ftl", format!("{text}short-title = Политика\n"));
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    let frozen = sandbox.read(&format!("{VERSIONS}/2.0/ru.toml"));
    assert!(frozen.contains("title = \"Политика: новое\""), "{frozen}");
    assert!(frozen.contains(&format!("summary = \"{}\"", "ы".repeat(200))), "{frozen}");
}

#[test]
fn nothing_is_released_where_nothing_changed() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    let again = ["release", "privacy", "--published", "2026-03-01", "--effective", "2026-03-01"];
    let words = "nothing has changed since version 1.0: there is nothing to release";
    sandbox.refuses(&again, 2, words);
    sandbox.refuses(&[&again[..], &["--dry-run"]].concat(), 2, words);
    // Neither does a comment or a term that makes the same text.
    sandbox.edit("locales/en/terms.ftl", "-app = App", "# The app.\n-app = { \"App\" }");
    sandbox.refuses(&again, 2, words);
}

#[test]
fn a_dry_run_of_a_first_version_has_no_empty_languages() {
    let sandbox = Sandbox::new();
    let days = ["--published", "2026-01-10", "--effective", "2026-02-01", "--dry-run"];
    let ran = sandbox.run(&[&["release", "privacy"][..], &days].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("privacy 1.0"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("== "), "{}", ran.stdout);
}

#[test]
fn a_dry_run_shows_everything_and_changes_nothing() {
    let sandbox = Sandbox::after_one();
    let days = ["release", "privacy", "--published", "2026-03-01", "--effective", "2026-03-15"];
    let dry = [&days[..], &["--dry-run"]].concat();
    let before = (tree(sandbox.path()), sandbox.entries());
    let ran = sandbox.run(&dry);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!((tree(sandbox.path()), sandbox.entries()), before);
    for words in [
        "privacy 2.0",
        "at least      material: `use`: figures changed",
        "{+ (for 30 days)+}",
        "{+ (в течение 30 дней)+}",
        "│ From March 15, 2026: “Use”.",
        "│ Since March 15, 2026: “Use”.",
        "│ Политика конфиденциальности: скоро",
        "│ С 15 марта 2026 г. иначе: «Цели».",
        "nothing was changed",
    ] {
        assert!(ran.stdout.contains(words), "no “{words}” in {}", ran.stdout);
    }
    // What the page is called is shown with its clauses.
    sandbox.edit("locales/ru/privacy.ftl", "title = ", "title = Наша ");
    let ran = sandbox.run(&dry);
    assert!(ran.stdout.contains("\n-- title (changed)\n{+Наша+} "), "{}", ran.stdout);
    sandbox.edit("locales/ru/privacy.ftl", "title = Наша ", "title = ");
    // Of a language whose text stays, that is said.
    sandbox.edit("locales/ru/privacy.ftl", " (в течение 30 дней)", "");
    sandbox.edit("locales/en/privacy.ftl", " (for 30 days)", " (for a month)");
    assert_eq!(sandbox.run(&["confirm", "privacy", "ru"]).status, 0);
    let ran = sandbox.run(&[&dry[..], &["--severity", "material", "--reason", "asked"]].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("(ru)\n\nno clause changes\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("\n  reason        asked\n"), "{}", ran.stdout);
    sandbox.edit("locales/en/privacy.ftl", " (for a month)", " (for 30 days)");
    sandbox.edit("locales/ru/privacy.ftl", " это делает", " это делает (в течение 30 дней)");
    let before = (tree(sandbox.path()), sandbox.entries());
    // What can not be released is shown all the same.
    let ran = sandbox.run(&[&dry[..], &["--severity", "editorial"]].concat());
    ran.refused(1, "the change is at least material");
    assert!(ran.stdout.contains("{+ (for 30 days)+}"), "{}", ran.stdout);
    assert_eq!((tree(sandbox.path()), sandbox.entries()), before);
}

#[test]
fn a_version_is_its_files_and_nothing_else() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    let files = ["SHA256SUMS", "en.toml", "ru.toml", "version.toml"];
    let expected = ["1.0", "2.0"].iter().flat_map(|v| files.map(|file| format!("{v}/{file}")));
    assert_eq!(sandbox.versions().into_keys().collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    let ran = sandbox.run(&["verify"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.starts_with("privacy: 2 versions, 6 files, as released;"), "{}", ran.stdout);
    for version in ["1.0", "2.0"] {
        let mut sums = Command::new("sha256sum");
        sums.args(["-c", "SHA256SUMS"]).current_dir(sandbox.at(VERSIONS).join(version));
        let Ok(output) = sums.output() else {
            // Not by a macro: the test runner would keep it to itself.
            let _ = writeln!(std::io::stderr(), "\nSKIPPED: sha256sum is not installed");
            return;
        };
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{told}");
        assert_eq!(told.lines().filter(|line| line.ends_with(": OK")).count(), 3, "{told}");
    }
}

#[test]
fn another_machine_releases_the_same_bytes() {
    let made = |zone: &str, locale: &str| {
        let sandbox = Sandbox::new();
        for days in ["2026-01-10", "2026-03-01"] {
            let mut command = ereje();
            command.args(["release", "privacy", "--published", days, "--effective", "2026-04-01"]);
            command.arg("--workspace").arg(sandbox.path());
            command.env("TZ", zone).env("LC_ALL", locale).env("LANG", locale);
            let ran = Ran::of(command.output().expect("ereje runs"));
            assert_eq!(ran.status, 0, "{}", ran.stderr);
            sandbox.edit(
                POLICY,
                if days == "2026-01-10" { "published = 2017-12-12\n" } else { "\n" },
                "\n",
            );
            sandbox.set_days(30);
        }
        sandbox.versions()
    };
    let here = made("Pacific/Kiritimati", "tr_TR.UTF-8");
    assert_eq!(here.len(), 8);
    assert_eq!(here, made("America/Anchorage", "C"));
}

#[test]
fn a_correction_before_its_day_does_not_silence_what_was_announced() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    sandbox.edit("locales/en/privacy.ftl", "What { -app } does.", "What { -app } does!");
    assert_eq!(sandbox.run(&["confirm", "privacy", "ru"]).status, 0);
    sandbox.release("2026-05-10", "2026-06-01", &[]);
    // Readers know 1.0, from which more changes than a sign.
    let version = sandbox.read(&format!("{VERSIONS}/3.0/version.toml"));
    for line in ["severity = \"material\"", "floor = \"material\"", "action = \"inform\""] {
        assert!(version.lines().any(|one| one == line), "{line} is not in {version}");
    }
    for (locale, words) in [("en", "the first words and “Use”"), ("ru", "«Цели»")] {
        let text = sandbox.read(&format!("{VERSIONS}/3.0/{locale}.toml"));
        assert!(text.contains(words), "{words} is not in {text}");
    }
    // Whoever has acknowledged it already is not asked again because of a sign.
    let meanings = |version: &str| -> Vec<String> {
        let text = sandbox.read(&format!("{VERSIONS}/{version}/version.toml"));
        text.lines().filter(|line| line.starts_with("meaning")).map(str::to_owned).collect()
    };
    assert_eq!(meanings("2.0").len(), 3);
    assert_eq!(meanings("3.0"), meanings("2.0"));
    // Taken back before its day, nothing changes for anybody.
    sandbox.edit("locales/en/privacy.ftl", "What { -app } does!", "What { -app } does.");
    sandbox.edit("locales/en/privacy.ftl", " (for 30 days)", "");
    sandbox.edit("locales/ru/privacy.ftl", " (в течение 30 дней)", "");
    assert_eq!(sandbox.run(&["confirm", "privacy", "ru"]).status, 0);
    sandbox.release("2026-05-20", "2026-06-01", &[]);
    let version = sandbox.read(&format!("{VERSIONS}/3.1/version.toml"));
    assert!(
        version.contains("severity = \"editorial\"\n") && version.contains("action = \"none\"")
    );
    assert_eq!(meanings("3.1"), meanings("1.0"));
}

#[test]
fn a_new_language_is_not_told_of_changes_where_there_are_none() {
    let sandbox = Sandbox::new();
    sandbox.edit(POLICY, "[\"en\", \"ru\"]", "[\"en\"]");
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.edit(POLICY, "[\"en\"]", "[\"en\", \"ru\"]");
    sandbox.edit(POLICY, "[[clause]]\nid = \"use\"\n\n", "");
    let en = "use = Why { -app } does it.\n    .heading = Use\n";
    let ru = "use = Зачем { -app } это делает.\n    .heading = Цели\n";
    sandbox.edit("locales/en/privacy.ftl", en, "");
    sandbox.edit("locales/ru/privacy.ftl", ru, "");
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    let told = |locale: &str| sandbox.read(&format!("{VERSIONS}/1.1/{locale}.toml"));
    assert!(told("en").contains("Since March 1, 2026: “Use”."), "{}", told("en"));
    // The clause never had a name in the new language; no other one changed.
    let words = "С 1 марта 2026 г. иначе: Политика конфиденциальности.";
    assert!(told("ru").contains(words), "{}", told("ru"));
}

#[test]
fn people_are_told_languages_in_the_order_of_the_policy() {
    let sandbox = Sandbox::after_one();
    sandbox.edit(POLICY, "[\"en\", \"ru\"]", "[\"ru\", \"en\"]");
    let days = ["--published", "2026-05-01", "--effective", "2026-06-01"];
    let preview = ["notice", "preview", "privacy", "--effective", "2026-06-01"];
    let preview = [&preview[..], &days[..2]].concat();
    let markdown = ["diff", "--format", "markdown", "--locale", "en", "--locale", "ru"];
    for command in [
        [&["release", "privacy", "--dry-run"], &days[..]].concat(),
        preview,
        vec!["diff", "--locale", "en", "--locale", "ru"],
        markdown.to_vec(),
    ] {
        let told = sandbox.run(&command).stdout;
        let at = |name: &str| told.find(&format!("({name})")).expect("the language is told");
        assert!(at("ru") < at("en"), "{command:?}: {told}");
    }
    for path in ["locales/en/privacy.ftl", "locales/ru/privacy.ftl"] {
        let text = sandbox.read(path);
        sandbox.write(path, text.replacen("title = ", "title = § ", 1));
    }
    let reasons = |options: &[&str]| {
        let told = sandbox.run(&[&["diff", "--explain"], options].concat()).stdout;
        let at = |tag| told.find(&format!("the title changed in `{tag}`")).expect("a reason");
        at("en").cmp(&at("ru"))
    };
    assert!(reasons(&[]).is_gt() && reasons(&["--format", "markdown"]).is_gt());
    assert!(reasons(&["--format", "json"]).is_lt());
    let told = sandbox.generate().stderr;
    assert!(told.contains("differs from version 1.0 (ru, en)\n"), "{told}");
    sandbox.run(&[&["release", "privacy"], &days[..]].concat());
    sandbox.edit(POLICY, "[\"ru\", \"en\"]", "[\"en\", \"ru\"]");
    let told = sandbox.run(&["notice", "preview", "privacy"]).stdout;
    assert!(told.find("(en)") < told.find("(ru)"), "the order of today: {told}");
    sandbox.edit(POLICY, "[\"en\", \"ru\"]", "[\"ru\", \"en\"]");
    // Programs have an order that does not depend on a setting.
    let json = ["diff", "--format", "json", "--locale", "en", "--locale", "ru", "1.0"];
    let told = sandbox.run(&json).stdout;
    assert!(told.find("\"locale\":\"en\"") < told.find("\"locale\":\"ru\""), "{told}");
    sandbox.edit("locales/en/privacy.ftl", "contact = ", "contact = <b>x</b>");
    sandbox.edit("locales/ru/privacy.ftl", "contact = ", "contact = <b>x</b>");
    let told = sandbox.run(&["check"]).stderr;
    let (_, lines) = told.split_once("errors\n").expect("a count");
    assert!(lines.find("  ru ") < lines.find("  en "), "{told}");
}
