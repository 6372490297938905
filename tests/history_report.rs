//! `history report`: what it finds in versions that were released and in versions
//! that were imported, where it writes, and what it refuses.
#![allow(clippy::disallowed_methods, reason = "tests of files")]

mod support;

use support::{Sandbox, VERSIONS, ereje, root};

const REPORT: [&str; 5] = ["history", "report", "privacy", "--on", "2026-12-31"];

/// A line a finding: kind, weight, version, language and clause.
fn found(sandbox: &Sandbox) -> Vec<String> {
    let ran = sandbox.run(&[&REPORT[..], &["--format", "json"]].concat());
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let data: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let text = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap_or("-").to_owned();
    let one = |one: &serde_json::Value| {
        ["kind", "weight", "version", "locale", "clause"].map(|key| text(one, key)).join(" ")
    };
    data["findings"].as_array().expect("findings").iter().map(one).collect()
}

/// Lets versions be released that `check` would refuse.
fn lax(sandbox: &Sandbox) {
    let off = "number-mismatch = { level = \"off\", reason = \"to be found later\" }\n";
    let settings = sandbox.read("ereje.toml");
    sandbox.write("ereje.toml", format!("{settings}\n[lints]\n{off}"));
}

#[test]
fn sound_versions_have_no_findings() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    assert_eq!(found(&sandbox), [""; 0]);
    let ran = sandbox.run(&REPORT);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let expected = "privacy: 2 versions, 0 high, 0 medium, 0 low; the report is in \
                    privacy-history.html\n";
    assert_eq!(ran.stdout, expected);
    let page = sandbox.read("privacy-history.html");
    assert!(page.contains("Nothing was found"), "{page}");
    assert!(page.contains("names neither a law"), "{page}");
    assert!(!page.contains("<script") && !page.contains("src="));
}

#[test]
fn short_and_missing_notices_are_found() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-03-08", &[]);
    sandbox.set_days(60);
    let lowered = ["--severity", "editorial", "--reason", "it was so before"];
    sandbox.release("2026-05-01", "2026-07-01", &lowered);
    sandbox.set_days(90);
    sandbox.release("2026-08-01", "2026-09-30", &["--action", "none"]);
    sandbox.edit(support::POLICY, "[facts]", "[notice]\ndays = 30\n\n[facts]");
    let expected = [
        "notice-too-short high 2.0 - -",
        "no-notice high 3.0 - -",
        "severity-lowered medium 2.1 - -",
    ];
    assert_eq!(found(&sandbox), expected);
    assert_eq!(sandbox.run(&REPORT).status, 0);
    let page = sandbox.read("privacy-history.html");
    for words in ["7 days. The first day allowed was 2026-03-31", "“it was so before”", "too short"]
    {
        assert!(page.contains(words), "no {words}");
    }
}

#[test]
fn languages_that_fall_behind_or_apart_are_found_and_proven() {
    let sandbox = Sandbox::new();
    lax(&sandbox);
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.edit("locales/en/privacy.ftl", "does it.", "does it for 30 days.");
    assert_eq!(sandbox.run(&["confirm", "privacy", "ru"]).status, 0);
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    assert_eq!(found(&sandbox), ["translation-behind high 2.0 ru use"]);
    let told = sandbox.run(&[&REPORT[..], &["--out", "-"]].concat()).stdout;
    // Counsel is not told that nobody looked, nor to do what was done.
    assert!(told.contains("somebody had confirmed that this translation still holds"), "{told}");
    assert!(!told.contains("or record that it still holds"), "{told}");
    // The translation follows, with another number.
    sandbox.edit("locales/ru/privacy.ftl", "это делает.", "это делает 13 дней.");
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    let expected = ["translation-behind high 2.0 ru use", "facts-differ high 3.0 ru use"];
    assert_eq!(found(&sandbox), expected);
    assert_eq!(sandbox.run(&REPORT).status, 0);
    let page = sandbox.read("privacy-history.html");
    for words in [
        "It ended with version 3.0 of 2026-05-01, when the translation changed: 61 days.",
        "The source says “30”, the translation “13” (number-mismatch).",
        "href=\"#r-2.0-en-use\"",
        "id=\"r-2.0-en-use\"",
        "<ins> for 30 days</ins>",
        "<p lang=\"ru\" dir=\"ltr\">Цели\nЗачем App это делает 13 дней.</p>",
        "class=\"behind\"",
    ] {
        assert!(page.contains(words), "no {words}");
    }
    let ran = sandbox.run(&[&REPORT[..], &["--locale", "en", "--format", "json"]].concat());
    assert!(ran.stdout.contains("\"findings\":[]"), "{}", ran.stdout);
}

#[test]
fn what_an_import_recorded_is_judged() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-03-01", &["--action", "none"]);
    let page = |locale: &str, line: &str| {
        let line = match line {
            "" => String::new(),
            line => format!("date-line = \"{line}\"\n"),
        };
        format!("[revision.page.{locale}]\npath = \"{locale}.md\"\nchanged = true\n{line}")
    };
    let revision = |version: &str, committed: &str, pages: &str| {
        format!(
            "[[revision]]\nversion = \"{version}\"\nrevision = \"3f2a3f2a3f2a3f2a\"\n\
             committed = {committed}\n{pages}"
        )
    };
    let dated = "dated = 2026-01-10\ndated-by = \"page\"\n";
    let english = page("en", "January 10, 2026") + dated;
    let first = english.clone() + &page("ru", "31 июня 2026 г.");
    let text = "schema = \"ereje-origin/1\"\n".to_owned()
        + &revision("1.0", "2026-01-10T10:00:00Z", &first)
        + &revision("2.0", "2026-03-01T10:00:00Z", &(english + &page("ru", "")));
    sandbox.write("policies/privacy/history.toml", &text);
    let expected = [
        "date-unchanged high 2.0 en -",
        "date-malformed medium 1.0 ru -",
        "date-missing medium 2.0 ru -",
        "no-notice-on-record medium 2.0 - -",
    ];
    assert_eq!(found(&sandbox), expected);
    assert_eq!(sandbox.run(&REPORT).status, 0);
    let check = || sandbox.run(&["check"]).stderr;
    assert!(!check().contains("history.toml"), "{}", check());
    let report = sandbox.read("privacy-history.html");
    assert!(report.contains("<dt>Commit</dt><dd>3f2a3f2a3f2a, 2026-03-01T10:00:00Z</dd>"));
    assert!(report.contains("bear the date 2026-01-10, as since version 1.0"));
    sandbox.write("policies/privacy/history.toml", text.replace("origin/1", "origin/9"));
    sandbox.refuses(&REPORT, 1, "the file is not of the format");
    assert!(check().contains("error[broken-origin]: the file is not of the format"), "{}", check());
    sandbox.write("policies/privacy/history.toml", b"\xff\xfe");
    sandbox.refuses(&REPORT, 1, "the file is in UTF-16");
    assert!(check().contains("error[not-utf8]: the file is in UTF-16"), "{}", check());
}

#[test]
fn only_an_earlier_report_is_written_over() {
    let sandbox = Sandbox::after_one();
    for _ in 0..2 {
        assert_eq!(sandbox.run(&REPORT).status, 0, "a report replaces a report");
    }
    let out = |path: &'static str| [&REPORT[..], &["--out", path]].concat();
    sandbox.write("mine.html", "<!DOCTYPE html>\n<p>mine");
    sandbox.refuses(&out("mine.html"), 2, "is there already and is no report");
    std::fs::create_dir_all(sandbox.at("dist/site")).expect("made");
    sandbox.refuses(&out("dist/site/a.html"), 2, "in the folder that is published");
    sandbox.refuses(&out("dist"), 2, "is a folder");
    sandbox.refuses(&out("nowhere/a.html"), 2, "there is no folder");
    // A policy that is named twice is one.
    let twice = ["history", "report", "privacy", "privacy", "--out", "privacy-history.html"];
    assert_eq!(sandbox.run(&twice).status, 0);
    for _ in 0..2 {
        let ran = sandbox.run(&out("data.json"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(sandbox.read("data.json").starts_with("{\"schema\":\"ereje-history-report/1\""));
    }
}

#[test]
fn what_can_not_be_judged_is_refused_in_a_sentence() {
    let sandbox = Sandbox::new();
    sandbox.refuses(&REPORT, 2, "no version of `privacy` was released yet");
    sandbox.refuses(&["history", "report"], 2, "no policy of this workspace has a version yet");
    sandbox.refuses(&["history", "report", "privasy"], 2, "there is no policy `privasy`");
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.refuses(&[&REPORT[..], &["--locale", "de"]].concat(), 2, "has no locale `de`");
    let file = format!("{VERSIONS}/1.0/en.toml");
    sandbox.edit(&file, "does it.", "sells it.");
    let ran = sandbox.run(&REPORT);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("error[changed-version]"), "{}", ran.stderr);
    assert!(ran.stderr.contains("no report was written"), "{}", ran.stderr);
    assert!(!sandbox.at("privacy-history.html").exists());
}

#[test]
fn the_shipped_policy_is_reported_alike_each_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = || {
        let mut command = ereje();
        command.current_dir(folder.path()).arg("--workspace").arg(root());
        let output = command.args(["history", "report", "--on", "2026-12-31"]).output();
        assert!(output.expect("ereje runs").status.success());
        std::fs::read_to_string(folder.path().join("kazkey-privacy-history.html")).expect("read")
    };
    let page = run();
    assert_eq!(page, run());
    assert!(page.contains("2017-12-12 to 2026-11-23"));
    assert!(!page.contains(&root().display().to_string()));
}

#[test]
fn an_imported_past_is_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: String| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    let english = |date: &str, days: u32| {
        format!("# Privacy\n\nLast updated: {date}\n\n## Data\n\nWe keep data for {days} days.\n")
    };
    let russian = |date: &str, days: u32| {
        format!("# Приватность\n\nОбновлено: {date}\n\n## Данные\n\nДанные хранятся {days} дней.\n")
    };
    write("pages/en/2020-05-01.md", english("May 1, 2020", 30));
    write("pages/ru/2020-05-01.md", russian("1 мая 2020 г.", 30));
    write("pages/en/2020-08-01.md", english("May 1, 2020", 90));
    write("pages/ru/2020-08-01.md", russian("1 мая 2020 г.", 30));
    write("pages/en/2020-09-10.md", english("May 1, 2020", 90));
    write("pages/ru/2020-09-10.md", russian("10 сентября 2020 г.", 60));
    let run = |arguments: &[&str]| {
        let mut command = ereje();
        let output = command.current_dir(folder.path()).args(arguments).output();
        let ran = support::Ran::of(output.expect("ereje runs"));
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
        ran.stdout
    };
    run(&["import", "--history", "pages/{locale}", "--policy", "privacy", "--locale", "en"]);
    let told = run(&REPORT);
    assert!(told.starts_with("privacy: 3 versions, 3 high, "), "{told}");
    let page = std::fs::read_to_string(folder.path().join("privacy-history.html")).expect("read");
    for words in [
        "Text changed under an unchanged date: version 2020-08-01, en",
        "Translation behind its source: version 2020-08-01, ru, “Data”",
        "when the translation changed: 40 days.",
        "The source says “90”, the translation “60” (number-mismatch).",
        "No notice on record",
    ] {
        assert!(page.contains(words), "no {words}");
    }
}

/// The past of a page that changed under its date, imported into a workspace.
fn imported(sandbox: &std::path::Path) -> impl Fn(&[&str]) -> support::Ran {
    let page = |days: u32| {
        format!("# Privacy\n\nLast updated: May 1, 2020\n\n## Data\n\nKept for {days} days.\n")
    };
    std::fs::create_dir_all(sandbox.join("pages")).expect("made");
    std::fs::write(sandbox.join("pages/2020-05-01.md"), page(30)).expect("written");
    std::fs::write(sandbox.join("pages/2020-08-01.md"), page(90)).expect("written");
    let run = move |arguments: &[&str]| {
        let output = ereje().current_dir(sandbox).args(arguments).output();
        support::Ran::of(output.expect("ereje runs"))
    };
    let import = ["import", "--history", "pages", "--policy", "privacy", "--locale", "en"];
    assert_eq!(run(&import).status, 0);
    run
}

#[test]
fn an_imported_past_without_its_origin_is_no_clean_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = imported(folder.path());
    let data = |ran: support::Ran| -> serde_json::Value {
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        serde_json::from_str(&ran.stdout).expect("JSON")
    };
    let json = [&REPORT[..], &["--format", "json"]].concat();
    let known = data(run(&json));
    assert_eq!(known["findings"][0]["kind"], "date-unchanged");
    assert_eq!(known["versions"][1]["imported"], true);
    assert_eq!(known["versions"][1]["revision"], "2020-08-01.md");
    std::fs::remove_file(folder.path().join("policies/privacy/history.toml")).expect("removed");
    let ran = run(&json);
    let told = "warning[lost-origin]: 2 versions from 2020-05-01 on were imported, and nothing is on \
                record of where from";
    assert!(ran.stderr.starts_with(told), "{}", ran.stderr);
    let lost = data(ran);
    let unjudged = lost["unjudged"][0].as_str().expect("a sentence");
    assert!(
        unjudged.contains("in 2 versions, the first 2020-05-01, the last 2020-08-01"),
        "{unjudged}"
    );
    assert!(unjudged.ends_with("none here is no proof."), "{unjudged}");
    assert_eq!(lost["versions"][1]["imported"], true);
    assert_eq!(lost["versions"][1]["announced"], false);
    assert_eq!(lost["versions"][1]["revision"], serde_json::Value::Null);
    assert_eq!(run(&REPORT).status, 0);
    let page = std::fs::read_to_string(folder.path().join("privacy-history.html")).expect("read");
    assert!(page.contains("2 versions imported, of whose origin nothing is on record"));
    assert!(page.contains("<td>imported; no origin on record</td>"));
    assert!(!page.contains("released with Ereje"));
}

#[test]
fn a_report_goes_to_standard_output() {
    let sandbox = Sandbox::after_one();
    let out = [&REPORT[..], &["--out", "-"]].concat();
    let ran = sandbox.run(&out);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("<!DOCTYPE html>"), "{}", ran.stdout);
    assert!(ran.stdout.ends_with("</html>\n"), "{}", ran.stdout);
    let ran = sandbox.run(&[&out[..], &["--format", "json"]].concat());
    assert!(ran.stdout.starts_with("{\"schema\":"), "{}", ran.stdout);
    assert!(!sandbox.at("-").exists());
}

#[test]
fn a_day_before_the_first_version_is_refused() {
    let sandbox = Sandbox::after_one();
    let on = |day: &'static str| ["history", "report", "privacy", "--on", day];
    let told =
        "there was no version of `privacy` on 2026-01-09 yet: the first, 1.0, is of 2026-01-10";
    sandbox.refuses(&on("2026-01-09"), 2, told);
    assert_eq!(sandbox.run(&on("2026-01-10")).status, 0);
}
