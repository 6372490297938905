//! Pages of released versions: which one is shown on which day, and what becomes
//! of a text that is not released.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use support::versions::{afresh, announced, generate, has};
use support::{POLICY, Sandbox};

const PAGE: &str = "dist/site/app/en/privacy/index.html";

fn set_zone(sandbox: &Sandbox, zone: &str) {
    let notice = format!("[notice]\ntime-zone = \"{zone}\"\n\n[facts]");
    sandbox.edit(POLICY, "[facts]", &notice);
}

#[test]
fn a_version_is_announced_before_its_day_and_shown_from_then_on() {
    let sandbox = announced();
    generate(&sandbox, &["--on", "2026-05-31"]);
    assert!(!has(&sandbox, PAGE, "(for 30 days)"));
    assert!(has(&sandbox, PAGE, "Something else holds from June 1, 2026."));
    assert!(has(&sandbox, PAGE, "Read what comes"));
    let coming = "dist/site/app/en/privacy/2.0/index.html";
    assert!(has(&sandbox, coming, "(for 30 days)"));
    assert!(has(&sandbox, coming, "This holds from June 1, 2026."));
    // What lists the text says the day of the one that is shown.
    let published = |day| format!("\"published\":\"{day}\"");
    assert!(has(&sandbox, "dist/app/app/index.json", &published("2026-01-10")));
    let before = sandbox.dist();
    let ran = generate(&sandbox, &["--on", "2026-06-01"]);
    assert!(!ran.stdout.starts_with("wrote 0"), "{}", ran.stdout);
    assert!(has(&sandbox, PAGE, "(for 30 days)"));
    for words in ["Something else holds", "This holds from", "This held once"] {
        assert!(!has(&sandbox, PAGE, words), "{words}");
    }
    assert!(!has(&sandbox, coming, "This holds from"));
    assert!(has(&sandbox, "dist/app/app/index.json", &published("2026-05-01")));
    let past = "dist/site/app/en/privacy/1.0/index.html";
    assert!(has(&sandbox, past, "This held once.") && !has(&sandbox, past, "(for 30 days)"));
    assert_eq!(sandbox.dist(), afresh(&sandbox, "2026-06-01"));
    generate(&sandbox, &["--on", "2026-05-31"]);
    assert_eq!(sandbox.dist(), before);
}

#[test]
fn the_pages_on_a_day_do_not_depend_on_the_days_that_were_generated_before() {
    let sandbox = announced();
    // 2.0 is replaced before its day.
    sandbox.set_days(31);
    sandbox.release("2026-05-10", "2026-05-20", &[]);
    for day in ["2026-02-01", "2026-05-15", "2026-05-20", "2026-06-01"] {
        generate(&sandbox, &["--on", day]);
        let made = afresh(&sandbox, day);
        for (path, bytes) in sandbox.dist() {
            assert!(made.get(&path) == Some(&bytes), "{path} on {day}");
        }
        assert_eq!(generate(&sandbox, &["--on", day, "--check"]).status, 0);
    }
    assert!(has(&sandbox, PAGE, "(for 31 days)"));
}

#[test]
fn show_tells_what_was_in_force_on_a_day() {
    let sandbox = announced();
    let show = |day: &str, locale: &str| {
        sandbox.run(&["show", "privacy", "--at", day, "--locale", locale])
    };
    show("2026-01-31", "en")
        .refused(2, "nothing was in force on 2026-01-31; version 1.0 is in force from 2026-02-01");
    for (day, locale, version, words, is_new) in [
        ("2026-02-01", "en", "version 1.0", "Why App does it", false),
        ("2026-05-31", "ru", "version 1.0", "Зачем App это делает", false),
        ("2026-06-01", "ru", "version 2.0", "(в течение 30 дней)", true),
        ("9999-12-31", "en", "version 2.0", "(for 30 days)", true),
    ] {
        let ran = show(day, locale);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(ran.stderr.starts_with(version) && ran.stdout.contains(words), "{day}");
        assert_eq!(ran.stdout.contains("30"), is_new, "{day}: {}", ran.stdout);
        // Letters of Latin and Cyrillic have a column each.
        let (title, below) = ran.stdout.split_once('\n').expect("a title");
        let line = format!("{}\n", "=".repeat(title.chars().count()));
        assert!(below.starts_with(&line), "{}", ran.stdout);
    }
}

#[test]
fn log_tells_where_each_version_stands() {
    let sandbox = announced();
    sandbox.set_days(60);
    sandbox.release("2026-05-02", "9999-01-01", &["--retracts", "2.0"]);
    let ran = sandbox.run(&["log", "privacy"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let parts: Vec<&str> = ran.stdout.split("\n\n").collect();
    for (part, version, status) in [
        (parts[0], "No. 3.0", "(Still to come)"),
        (parts[1], "No. 2.0", "(Never held)"),
        (parts[2], "No. 1.0", "(Holds now)"),
    ] {
        let first = part.lines().next().unwrap_or_default();
        assert!(first.starts_with(version) && first.ends_with(status), "{part}");
        let is_taken_back = part.contains("\n  What was said of it was taken back.\n");
        assert_eq!(is_taken_back, version == "No. 2.0", "{part}");
    }
    // It was replaced before its day, so that day never came.
    assert!(parts[1].contains("From June 1, 2026:"), "{}", parts[1]);
    assert!(!parts[1].contains("Holds from"), "{}", parts[1]);
    assert!(parts[0].contains("Holds from") && parts[2].contains("Holds from"));
    generate(&sandbox, &["--on", "2026-07-01"]);
    let page = "dist/site/app/en/privacy/2.0/index.html";
    assert!(has(&sandbox, page, "<p class=\"banner\">Never held"));
    assert!(!has(&sandbox, page, "This held once."));
    let changes = "dist/site/app/en/privacy/changes/index.html";
    assert!(has(&sandbox, changes, ">Never held</span>"));
    // No page says that it holds from a day on.
    for path in [
        page,
        "dist/text/app/en/privacy/2.0.txt",
        "dist/jekyll/app/en/privacy/2.0.md",
        "dist/site/app/en/privacy/changes/1.0-2.0/index.html",
        "dist/jekyll/app/en/privacy/changes/1.0-2.0.md",
        changes,
        "dist/jekyll/app/en/privacy/changes.md",
    ] {
        assert!(!has(&sandbox, path, "Holds from: June 1, 2026"), "{path}");
        assert!(has(&sandbox, path, "Never held"), "{path}");
    }
    assert!(!has(&sandbox, page, "dcterms.valid"));
}

/// The day it is now, so many hours ahead of UTC.
fn today(hours: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    let days = (i64::try_from(now.as_secs()).expect("soon") + hours * 3600).div_euclid(86_400);
    ereje::fact::Date::from_days_since_1970(days).to_string()
}

#[test]
fn a_day_begins_where_the_policy_is() {
    // Always a day apart, so one of them is in tomorrow.
    let day = today(14);
    for (zone, is_there) in [("Pacific/Kiritimati", true), ("Pacific/Pago_Pago", false)] {
        let sandbox = Sandbox::new();
        set_zone(&sandbox, zone);
        sandbox.release("2020-01-01", "2020-01-01", &[]);
        sandbox.set_days(30);
        sandbox.release("2020-01-01", &day, &[]);
        generate(&sandbox, &[]);
        assert_eq!(has(&sandbox, PAGE, "(for 30 days)"), is_there, "{zone} on {day}");
        assert_eq!(has(&sandbox, PAGE, "Something else holds"), !is_there, "{zone} on {day}");
        let shown = sandbox.run(&["show", "privacy"]).stdout;
        assert_eq!(shown.contains("(for 30 days)"), is_there, "{zone} on {day}");
    }
}

#[test]
fn the_record_knows_when_pages_change_by_themselves() {
    let record = "dist/.ereje/record";
    let sandbox = Sandbox::new();
    set_zone(&sandbox, "Asia/Almaty");
    sandbox.release("2020-01-01", "2020-01-01", &[]);
    sandbox.set_days(30);
    sandbox.release("2020-01-01", "2100-01-01", &[]);
    generate(&sandbox, &[]);
    assert!(generate(&sandbox, &[]).stdout.starts_with("nothing changed"));
    // Midnight in Almaty, five hours before midnight in London.
    let midnight = Duration::from_secs(4_102_444_800 - 5 * 3600).as_nanos();
    let text = sandbox.read(record);
    let settings = text.lines().nth(1).expect("a second line").to_owned();
    assert!(settings.ends_with(&format!("\t{midnight}")), "{settings}");
    // Once the moment has come, a run looks at everything again.
    let come = settings.replace(&midnight.to_string(), "1");
    sandbox.write(record, text.replace(&settings, &come));
    let ran = generate(&sandbox, &[]);
    assert!(ran.stdout.starts_with("wrote 0 files"), "{}", ran.stdout);
    assert_eq!(sandbox.read(record).lines().nth(1), Some(settings.as_str()));
}

#[test]
fn the_first_and_the_last_day_are_days_like_others() {
    let sandbox = Sandbox::new();
    sandbox.release("0001-01-01", "0001-01-01", &[]);
    sandbox.set_days(30);
    sandbox.release("2028-02-29", "2028-02-29", &[]);
    sandbox.set_days(60);
    sandbox.release("9998-12-31", "9999-12-31", &[]);
    assert_eq!(sandbox.run(&["verify"]).status, 0);
    let version = sandbox.read("policies/privacy/versions/3.0/version.toml");
    assert!(version.contains("\nshow-until = 9999-12-31\n"), "{version}");
    for (day, days) in [
        ("0001-01-01", "Why App does it."),
        ("2028-02-28", "Why App does it."),
        ("2028-02-29", "(for 30 days)"),
        ("9999-12-30", "(for 30 days)"),
        ("9999-12-31", "(for 60 days)"),
    ] {
        generate(&sandbox, &["--on", day]);
        assert!(has(&sandbox, "dist/text/app/en/privacy.txt", days), "{day}");
    }
    assert!(has(&sandbox, "dist/site/app/en/privacy/2.0/index.html", "February 29, 2028"));
    for day in ["0000-12-31", "2027-02-29", "10000-01-01", "9999-12-32", "today", ""] {
        let release = ["release", "privacy", "--effective", day];
        sandbox.refuses(&release, 2, "invalid value");
        sandbox.refuses(&["generate", "--on", day], 2, "invalid value");
    }
}

#[test]
fn a_version_far_ahead_does_not_keep_runs_busy() {
    let sandbox = Sandbox::after_one();
    // Later than a number of 64 bits can count nanoseconds.
    sandbox.release("2026-05-01", "2600-01-01", &[]);
    generate(&sandbox, &[]);
    assert!(generate(&sandbox, &[]).stdout.starts_with("nothing changed"));
}

#[test]
fn a_text_that_is_not_released_is_no_page() {
    let sandbox = Sandbox::new();
    let locked = sandbox.run(&["generate", "--locked"]);
    assert_eq!(locked.status, 1);
    let told = "error[unreleased-text]: no version of this policy was released";
    assert_eq!(locked.stderr.matches(told).count(), 1, "{}", locked.stderr);
    assert!(locked.stderr.contains(&format!("{told} (en, ru)\n")), "{}", locked.stderr);
    assert!(locked.stderr.contains("\n2 errors\n"), "{}", locked.stderr);
    let hint = "`ereje release privacy --effective DATE`";
    assert!(locked.stderr.contains(hint), "{}", locked.stderr);
    assert!(sandbox.dist().is_empty());
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    generate(&sandbox, &["--locked", "--on", "2026-03-01"]);
    generate(&sandbox, &["--on", "2026-03-01"]);
    let released = sandbox.dist();
    sandbox.set_days(30);
    let ran = generate(&sandbox, &["--on", "2026-03-01"]);
    // One release mends it in all languages, so people are told once, and programs of each.
    let differs = "[unreleased-text]: the text differs from version 1.0 (en, ru)\n";
    assert!(ran.stderr.contains("locales/*/privacy.ftl"), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches(&format!("note{differs}")).count(), 1, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("unreleased-text").count(), 1, "{}", ran.stderr);
    let again = generate(&sandbox, &["--on", "2026-03-01"]);
    let still = "1 note from before still stands; `--format json` lists it\n";
    assert_eq!(again.stderr, still);
    let listed = generate(&sandbox, &["--on", "2026-03-01", "--format", "json"]);
    for locale in ["en", "ru"] {
        let path = format!("\"path\":\"locales/{locale}/privacy.ftl\"");
        assert_eq!(listed.stdout.matches(&path).count(), 1, "{}", listed.stdout);
    }
    assert_eq!(sandbox.dist(), released);
    let locked = sandbox.run(&["generate", "--locked", "--on", "2026-03-01"]);
    assert_eq!(locked.status, 1);
    assert_eq!(locked.stderr.matches(&format!("error{differs}")).count(), 1, "{}", locked.stderr);
    assert!(locked.stderr.contains("\n2 errors\n"), "{}", locked.stderr);
    assert_eq!(sandbox.dist(), released);
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    generate(&sandbox, &["--locked", "--on", "2026-03-01"]);
    assert!(has(&sandbox, PAGE, "(for 30 days)"));
}

#[test]
fn a_draft_shows_the_text_of_today_and_announces_nothing() {
    let sandbox = Sandbox::after_one();
    generate(&sandbox, &["--on", "2026-03-01"]);
    let released = sandbox.dist();
    generate(&sandbox, &["--draft"]);
    for (locale, banner, words) in [
        ("en", "This is a draft and not in force.", "(for 30 days)"),
        ("ru", "Это черновик, он не действует.", "(в течение 30 дней)"),
    ] {
        for path in [
            format!("dist/site/app/{locale}/privacy/index.html"),
            format!("dist/jekyll/app/{locale}/privacy.md"),
            format!("dist/text/app/{locale}/privacy.txt"),
        ] {
            assert!(has(&sandbox, &path, banner) && has(&sandbox, &path, words), "{path}");
        }
    }
    let left = sandbox.dist().into_keys();
    let left: Vec<String> =
        left.filter(|path| path.contains("notices") || path.contains("1.0")).collect();
    assert_eq!(left, ["app/schema/notices.json"]);
    generate(&sandbox, &["--on", "2026-03-01"]);
    assert_eq!(sandbox.dist(), released);
}

/// The title of a page, as a tab shows it.
fn tab(html: &str) -> &str {
    html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default()
}

#[test]
fn every_page_says_which_it_is_and_of_which_day() {
    let sandbox = announced();
    generate(&sandbox, &["--on", "2026-05-31"]);
    let mut tabs: Vec<String> = Vec::new();
    for (below, words) in [
        ("", ""),
        ("1.0/", " · No. 1.0"),
        ("2.0/", " · No. 2.0"),
        ("changes/", " · Versions"),
        ("changes/1.0-2.0/", " · 1.0 → 2.0"),
    ] {
        let page = sandbox.read(&format!("dist/site/app/en/privacy/{below}index.html"));
        assert_eq!(tab(&page), format!("Privacy policy{words}"), "{below}");
        tabs.push(tab(&page).to_owned());
        let jekyll = format!("dist/jekyll/app/en/privacy/{below}");
        assert!(has(&sandbox, &format!("{}.md", jekyll.trim_end_matches('/')), "lang=\"en\""));
    }
    tabs.dedup();
    assert_eq!(tabs.len(), 5);
    // DCMI: issued is the day of publication, valid the day from which it holds.
    let coming = sandbox.read("dist/site/app/en/privacy/2.0/index.html");
    for (name, day) in [("issued", "2026-05-01"), ("valid", "2026-06-01")] {
        let meta = format!("<meta name=\"dcterms.{name}\" content=\"{day}\">");
        assert!(coming.contains(&meta), "no {meta}");
    }
    // Whoever reads the list of changes can subscribe to it.
    assert!(has(&sandbox, "dist/site/app/en/privacy/changes/index.html", "<a href=\"feed.xml\""));
    let feed = "'/app/en/privacy/changes/feed.xml' | relative_url";
    assert!(has(&sandbox, "dist/jekyll/app/en/privacy/changes.md", feed));
}
