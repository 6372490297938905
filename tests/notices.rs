//! What apps and feed readers get of released versions: the index of notices,
//! the file of each version, the feed.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use support::{POLICY, Sandbox, VERSIONS, tree};

fn json(sandbox: &Sandbox, path: &str) -> Value {
    serde_json::from_str(&sandbox.read(path)).expect("JSON")
}

/// What the index says of each version, after everything is generated.
fn index(sandbox: &Sandbox) -> BTreeMap<String, Value> {
    sandbox.generate();
    let index = json(sandbox, "dist/app/app/notices.json");
    assert_eq!(index["schema"], "ereje-notices/1");
    let notices = index["notices"].as_array().expect("a list").iter();
    notices.map(|one| (one["version"].as_str().expect("a name").to_owned(), one.clone())).collect()
}

/// The files of versions, which never change.
fn files(sandbox: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    sandbox.generate();
    tree(&sandbox.at("dist/app/app/notices"))
}

fn key_of(sandbox: &Sandbox, version: &str) -> String {
    let file = json(sandbox, &format!("dist/app/app/notices/privacy/{version}.json"));
    let key = file["notice"]["ack-key"].as_str().expect("a key");
    assert!(key.starts_with("sha256:") && key.len() == 71, "{key}");
    key.to_owned()
}

#[test]
fn whoever_acknowledged_a_text_is_not_asked_about_it_again() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    // Only the spelling, and only a translation.
    sandbox.edit("locales/en/privacy.ftl", "What { -app } does.", "What { -app } does!");
    assert_eq!(sandbox.run(&["confirm", "privacy", "ru"]).status, 0);
    sandbox.release("2026-03-02", "2026-03-02", &[]);
    sandbox.edit("locales/ru/privacy.ftl", "Что делает { -app }.", "Чем занято { -app }.");
    sandbox.release("2026-03-03", "2026-03-03", &[]);
    // Another text, and the one from before.
    sandbox.set_days(60);
    sandbox.release("2026-04-01", "2026-04-01", &[]);
    sandbox.set_days(30);
    sandbox.release("2026-05-01", "2026-05-01", &[]);
    sandbox.generate();
    let said = |version: &str| {
        let file = json(&sandbox, &format!("dist/app/app/notices/privacy/{version}.json"));
        let word = |key: &str| file["notice"][key].as_str().expect("a word").to_owned();
        (word("severity"), word("action"))
    };
    let pair = |severity: &str, action: &str| (severity.to_owned(), action.to_owned());
    assert_eq!(said("2.0"), pair("material", "inform"));
    assert_eq!(said("2.1"), pair("editorial", "none"));
    assert_eq!(said("2.2"), pair("translation", "inform"));
    assert_eq!(said("4.0"), pair("material", "inform"));
    let keys: Vec<String> =
        ["1.0", "2.0", "2.1", "2.2", "3.0", "4.0"].map(|name| key_of(&sandbox, name)).into();
    assert_eq!([&keys[1], &keys[1], &keys[1]], [&keys[2], &keys[3], &keys[5]]);
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), 3, "1.0, 2.0 and 3.0 differ");
}

#[test]
fn a_notice_says_in_each_language_what_changed() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-05-01", "2026-06-01", &["--action", "acknowledge"]);
    let notice = &index(&sandbox)["2.0"];
    for (key, value) in [
        ("id", "privacy/2.0"),
        ("from", "1.0"),
        ("status", "active"),
        ("severity", "material"),
        ("action", "acknowledge"),
        ("published", "2026-05-01"),
        ("effective", "2026-06-01"),
        ("authoritative-locale", "en"),
    ] {
        assert_eq!(notice[key], value, "{key}");
    }
    assert_eq!(notice["show"], serde_json::json!({ "from": "2026-05-01", "until": "2026-08-01" }));
    let ru = &notice["locales"]["ru"];
    assert_eq!(ru["state"], "current");
    assert_eq!(ru["title"], "Политика конфиденциальности: новое");
    assert_eq!(ru["coming"]["summary"], "С 1 июня 2026 г.: «Цели».");
    assert_eq!(ru["changes"][0]["clause"], "use");
    assert_eq!(ru["changes"][0]["op"], "changed");
    // Texts stand in the version's own file.
    assert_eq!(ru["changes"][0].get("before"), None);
    let own = sandbox.read("dist/app/app/notices/privacy/2.0.json");
    let own: serde_json::Value = serde_json::from_str(&own).expect("JSON");
    let change = &own["notice"]["locales"]["ru"]["changes"][0];
    assert_eq!(change["before"], "Зачем App это делает.");
    assert_eq!(change["after"], "Зачем App это делает (в течение 30 дней).");
    assert_eq!(ru["changes"][0]["url"], "/app/ru/privacy/changes/1.0-2.0/#use");
    assert!(sandbox.at("dist/site/app/ru/privacy/changes/1.0-2.0/index.html").is_file());
    let frozen = sandbox.read(&format!("{VERSIONS}/2.0/ru.toml"));
    let digest = format!("sha256:{}", ereje::digest::sha256(frozen.as_bytes()));
    assert_eq!(ru["digest"], digest);
}

#[test]
fn the_index_holds_what_is_needed_and_old_files_never_change() {
    let sandbox = Sandbox::after_one();
    let mut before = files(&sandbox);
    assert_eq!(before.keys().collect::<Vec<_>>(), ["privacy/1.0.json"]);
    // 2.0 is shown for 61 days: until 30 April, in which 3.0 is published.
    let expected: [(&str, &[&str]); 4] = [
        ("2026-03-01", &["2.0", "1.0"]),
        ("2026-04-30", &["3.0", "2.0"]),
        ("2026-05-01", &["4.0", "3.0"]),
        ("2027-05-01", &["5.0"]),
    ];
    for (at, (day, versions)) in (1..).zip(expected) {
        sandbox.set_days(30 * at);
        sandbox.release(day, day, &[]);
        let notices = index(&sandbox);
        let names: BTreeSet<&str> = notices.keys().map(String::as_str).collect();
        assert_eq!(names, versions.iter().copied().collect(), "{day}");
        assert_eq!(json(&sandbox, "dist/app/app/notices.json")["serial"], at + 1);
        let after = files(&sandbox);
        assert_eq!(after.len(), before.len() + 1);
        for (path, bytes) in &before {
            assert!(after.get(path) == Some(bytes), "{path} changed on {day}");
        }
        before = after;
    }
}

#[test]
fn a_new_language_leaves_the_files_of_old_versions_alone() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    let before = files(&sandbox);
    for (name, bytes) in tree(&sandbox.at("locales/en")) {
        sandbox.write(&format!("locales/en-GB/{name}"), bytes);
    }
    sandbox.edit(POLICY, "[\"en\", \"ru\"]", "[\"en\", \"ru\", \"en-GB\"]");
    sandbox.release("2026-03-10", "2026-03-10", &[]);
    let after = files(&sandbox);
    for (path, bytes) in &before {
        assert!(after.get(path) == Some(bytes), "{path}");
    }
    // The index is of today: it says what to show in the new language instead.
    let notices = index(&sandbox);
    let fallback = serde_json::json!({ "state": "fallback", "locale": "en" });
    assert_eq!(notices["2.0"]["locales"]["en-GB"], fallback);
    assert_eq!(notices["2.1"]["locales"]["en-GB"]["state"], "current");
}

#[test]
fn a_language_that_is_given_up_has_no_links_to_pages_that_are_gone() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    sandbox.edit(POLICY, "[\"en\", \"ru\"]", "[\"en\"]");
    sandbox.release("2026-03-10", "2026-03-10", &[]);
    let notices = index(&sandbox);
    assert!(!sandbox.at("dist/site/app/ru").exists());
    let fallback = serde_json::json!({ "state": "fallback", "locale": "en" });
    assert_eq!(notices["2.0"]["locales"]["ru"], fallback);
    for (path, bytes) in files(&sandbox) {
        let text = String::from_utf8(bytes).expect("text");
        assert!(!text.contains("\"//"), "{path}: {text}");
    }
}

#[test]
fn a_notice_can_be_taken_back_and_a_version_replaced_before_its_day() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    let before = files(&sandbox);
    sandbox.set_days(60);
    sandbox.release("2026-03-10", "2026-03-20", &["--retracts", "2.0"]);
    let notices = index(&sandbox);
    assert_eq!(notices["2.0"]["status"], "retracted");
    assert_eq!(notices["3.0"]["status"], "active");
    assert_eq!(notices["3.0"]["supersedes"], serde_json::json!(["2.0"]));
    assert_eq!(notices["3.0"]["from"], "1.0", "nobody was ever bound by 2.0");
    let page = sandbox.read("dist/site/app/ru/privacy/changes/index.html");
    assert!(page.contains("Сказанное о ней взято назад."), "{page}");
    // What was said stays as it was said.
    assert_eq!(files(&sandbox)["privacy/2.0.json"], before["privacy/2.0.json"]);
    sandbox.set_days(90);
    sandbox.release("2026-03-15", "2026-03-20", &[]);
    let notices = index(&sandbox);
    let status = |version: &str| notices[version]["status"].as_str().unwrap_or_default();
    assert_eq!(
        [status("2.0"), status("3.0"), status("4.0")],
        ["retracted", "superseded", "active"]
    );
    assert_eq!(notices["4.0"]["supersedes"], serde_json::json!(["2.0", "3.0"]));
}

#[test]
fn a_notice_names_a_few_headings_and_counts_the_rest() {
    let sandbox = Sandbox::new();
    let change = |path: &str, all: &dyn Fn(usize) -> String| {
        let text = sandbox.read(path);
        let start = text.split("\nmore1 = ").next().unwrap_or(&text).trim_end().to_owned();
        sandbox.write(path, format!("{start}\n{}", (1..=22).map(all).collect::<String>()));
    };
    let plan = sandbox.read(POLICY);
    let more = (1..=22).map(|n| format!("\n[[clause]]\nid = \"more{n}\"\n"));
    sandbox.write(POLICY, format!("{plan}{}", more.collect::<String>()));
    for (locale, heading) in [("en", "Part"), ("ru", "Часть")] {
        let path = format!("locales/{locale}/privacy.ftl");
        change(&path, &|n| format!("more{n} = x\n    .heading = {heading} {n}\n"));
    }
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    for (version, changed, told) in [
        ("1.1", 1, "«Часть 1»."),
        ("1.2", 2, "«Часть 1» и «Часть 2»."),
        ("1.3", 5, "«Часть 1», «Часть 2», «Часть 3», «Часть 4» и «Часть 5»."),
        ("1.4", 11, "«Часть 1», «Часть 2», «Часть 3», «Часть 4» и и ещё 7."),
        ("1.5", 21, "«Часть 1», «Часть 2», «Часть 3», «Часть 4» и и ещё 17."),
    ] {
        for (locale, heading) in [("en", "Part"), ("ru", "Часть")] {
            let path = format!("locales/{locale}/privacy.ftl");
            let before = sandbox.read(&path);
            change(&path, &|n| {
                let start = format!("more{n} = ");
                let old = before.lines().find_map(|line| line.strip_prefix(&start));
                let more = if n <= changed { "y" } else { "" };
                let old = old.unwrap_or_default();
                format!("{start}{old} {more}\n    .heading = {heading} {n}\n")
            });
        }
        sandbox.release("2026-03-01", "2026-03-01", &["--version", version]);
        let frozen = sandbox.read(&format!("{VERSIONS}/{version}/ru.toml"));
        assert!(frozen.contains(told), "{told} is not in {frozen}");
    }
}

/// The elements of an XML document, as their path and text, in order. Panics
/// where it is not well-formed, as far as the feed makes use of XML.
fn elements(xml: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let body =
        xml.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").expect("a prologue");
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("the end of a tag");
        for (at, _) in part.match_indices('&') {
            let entity = part[at..].split_inclusive(';').next().unwrap_or_default();
            let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#x27;", "&#39;", "&apos;"];
            assert!(known.contains(&entity), "{entity} in {part}");
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().map(|(open, _)| open), Some(name), "{tag} closes another");
        } else {
            let name = tag.split([' ', '/']).next().unwrap_or_default();
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            let path: Vec<&str> = open.iter().map(|(name, _)| *name).chain([name]).collect();
            found.push((path.join("/"), text.to_owned()));
            if !tag.ends_with('/') {
                open.push((name, found.len()));
            }
            continue;
        }
        assert_eq!(text.trim(), "", "text behind {tag}");
    }
    assert!(open.is_empty(), "{open:?} stay open");
    found
}

#[test]
fn the_feed_is_sound_and_its_ids_stay() {
    let sandbox = Sandbox::after_one();
    sandbox.edit("ereje.toml", "\"Small\"", "\"Small & <Sons>\"");
    for locale in ["en", "ru"] {
        sandbox.edit(&format!("locales/{locale}/privacy.ftl"), "title = ", "title = Q\\&A \"1\": ");
    }
    let feed = |path: &str| {
        sandbox.generate();
        let all = elements(&sandbox.read(path));
        let of = |path: &str| -> Vec<String> {
            let found = all.iter().filter(|(at, _)| at == path);
            found.map(|(_, text)| text.clone()).collect()
        };
        for (path, text) in all.iter().filter(|(path, _)| path.ends_with("/updated")) {
            // RFC 3339, as Atom asks for.
            let (day, time) = text.split_at(10);
            assert!(
                ereje::fact::Date::parse(day).is_some() && time == "T00:00:00Z",
                "{path} {text}"
            );
        }
        let mut ids = of("feed/entry/id");
        assert_eq!(of("feed/entry").len(), ids.len());
        assert_eq!(of("feed/entry/updated").len(), ids.len());
        ids.extend(of("feed/id"));
        for id in &ids {
            let hex = id.strip_prefix("urn:uuid:").expect("a UUID");
            let parts: Vec<usize> = hex.split('-').map(str::len).collect();
            assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
            assert!(
                hex.chars().all(|c| c == '-' || c.is_ascii_digit() || ('a'..='f').contains(&c))
            );
        }
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
        let titles = of("feed/entry/title");
        assert!(titles.iter().all(|title| title.contains("№") || title.contains("No.")));
        (ids, of("feed/updated"), of("feed/subtitle"))
    };
    let path = |locale: &str| format!("dist/site/app/{locale}/privacy/changes/feed.xml");
    let (one_en, updated, subtitle) = feed(&path("en"));
    assert_eq!((one_en.len(), updated), (2, vec!["2026-01-10T00:00:00Z".to_owned()]));
    assert_eq!(subtitle, ["Small &amp; &lt;Sons&gt;"]);
    let (one_ru, ..) = feed(&path("ru"));
    assert!(one_en.iter().all(|id| !one_ru.contains(id)), "each language has its own");
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    let (two_en, updated, _) = feed(&path("en"));
    assert_eq!((two_en.len(), updated), (3, vec!["2026-03-01T00:00:00Z".to_owned()]));
    assert_eq!(two_en[1..], one_en, "the new entry stands first");
    assert_eq!(feed(&path("ru")).0[1..], one_ru);
    // A site that moves keeps its ids.
    let settings = sandbox.read("ereje.toml");
    let moved = "\n[outputs.html]\nbase-url = \"https://moved.example\"\n";
    sandbox.write("ereje.toml", format!("{settings}{moved}"));
    assert_eq!(feed(&path("en")).0, two_en);
    let text = sandbox.read(&path("en"));
    assert!(text.contains("href=\"https://moved.example/app/en/privacy/2.0/\""), "{text}");
}

#[test]
fn a_correction_is_told_in_its_own_language_alone() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.edit("locales/ru/privacy.ftl", "Что делает { -app }.", "Чем занято { -app }.");
    let told = sandbox.release("2026-03-01", "2026-03-01", &["--dry-run"]).stdout;
    assert!(told.contains("kind          translation"), "{told}");
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    let notice = &index(&sandbox)["1.1"];
    let summary = |locale: &str| notice["locales"][locale]["summary"].as_str();
    assert_eq!(summary("ru"), Some("С 1 марта 2026 г. иначе: первые слова."));
    assert_eq!(summary("en"), Some(""));
    let log = |locale| sandbox.run(&["log", "privacy", "--locale", locale]).stdout;
    assert!(log("ru").contains("С 1 марта 2026 г. иначе: первые слова."), "{}", log("ru"));
    assert!(log("en").contains("The same: 3") && !log("en").contains("Since"), "{}", log("en"));
    let feed = sandbox.read("dist/site/app/en/privacy/changes/feed.xml");
    assert!(feed.contains("The same: 3") && !feed.contains("Since"), "{feed}");
    let preview = sandbox.run(&["notice", "preview", "privacy"]).stdout;
    assert!(preview.contains("English (en)\n  no notice\n"), "{preview}");
}

#[test]
fn a_preview_shows_what_apps_show() {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-04-01", &[]);
    sandbox.set_days(60);
    sandbox.release("2026-03-10", "2026-03-20", &[]);
    sandbox.set_days(90);
    sandbox.release("2026-03-25", "2026-05-01", &["--retracts", "3.0"]);
    let preview = |version: &str| {
        sandbox
            .run(&["notice", "preview", "privacy", "--version", version, "--locale", "en"])
            .stdout
    };
    let (replaced, taken_back) = (preview("2.0"), preview("3.0"));
    let never =
        "privacy 2.0: inform\n  the version was replaced before its day: apps show it no more\n";
    assert!(replaced.starts_with(never), "{replaced}");
    assert!(replaced.contains("to the day before 2026-04-01"), "{replaced}");
    assert!(!replaced.contains("from 2026-04-01"), "that day never came: {replaced}");
    assert!(taken_back.contains("\n  it was taken back: apps show it no more\n"), "{taken_back}");
    assert!(taken_back.contains("from 2026-03-20"), "it was shown until then: {taken_back}");
    assert!(!preview("4.0").contains("no more"));
    // A language that is newer than the version.
    sandbox.edit(POLICY, "[\"en\", \"ru\"]", "[\"en\", \"ru\", \"de\"]");
    for file in ["privacy.ftl", "notice.ftl", "terms.ftl"] {
        let text = sandbox.read(&format!("locales/en/{file}"));
        sandbox.write(&format!("locales/de/{file}"), text);
    }
    let told = sandbox.run(&["notice", "preview", "privacy", "--locale", "de"]).stdout;
    assert!(told.contains("(de)\n  no text of this version: apps show the notice in en"), "{told}");
}

#[test]
fn a_translation_that_still_holds_tells_of_the_change_by_its_own_heading() {
    let sandbox = Sandbox::new();
    sandbox.edit(POLICY, "id = \"use\"", "id = \"use\"\ntopics = [\"contact\"]");
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.edit("locales/en/privacy.ftl", "does it.", "must do it.");
    sandbox.run(&["confirm", "privacy", "ru", "use"]);
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    let told = sandbox.read(&format!("{VERSIONS}/2.0/ru.toml"));
    assert!(told.contains("С 1 марта 2026 г. иначе: «Цели»."), "{told}");
    let version = sandbox.read(&format!("{VERSIONS}/2.0/version.toml"));
    let head = version.split("[[clause]]").next().unwrap_or_default();
    assert!(head.contains("\ntopics = [\"contact\"]\n"), "what changed is about that: {head}");
}
