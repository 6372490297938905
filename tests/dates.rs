//! The policy on a day: the page of versions by date, its data, and the links
//! that lead from version to version.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use support::{POLICY, Sandbox, tree};

const HOME: &str = "dist/site/app/en/privacy";

/// Versions of which 2.0 is replaced before its day, and 4.0 is to come on the
/// day that pages are made for.
fn after_four() -> Sandbox {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-03-01", "2026-05-01", &[]);
    sandbox.set_days(31);
    sandbox.release("2026-03-10", "2026-04-20", &[]);
    sandbox.set_days(32);
    sandbox.release("2026-06-01", "2026-07-01", &["--action", "consent"]);
    sandbox
}

fn with_address(sandbox: &Sandbox) {
    let text = sandbox.read("ereje.toml");
    sandbox.write("ereje.toml", text + "\n[outputs.html]\nbase-url = \"https://a.example/p\"\n");
}

fn set_locales(sandbox: &Sandbox, from: &str, to: &str) {
    sandbox.edit(POLICY, &format!("locales = {from}"), &format!("locales = {to}"));
}

fn generate(sandbox: &Sandbox, day: &str) {
    let ran = sandbox.run(&["generate", "--on", day]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
}

fn history(sandbox: &Sandbox, home: &str) -> Value {
    serde_json::from_str(&sandbox.read(&format!("{home}/at/history.json"))).expect("JSON")
}

/// What the page says of each version: the link, and the text of its section.
fn sections(page: &str) -> BTreeMap<String, (Option<String>, String)> {
    let sections = page.split("<section id=\"v").skip(1).map(|section| {
        let section = section.split("</section>").next().expect("an end");
        let (version, rest) = section.split_once('"').expect("a name");
        let link = rest.split_once("<a href=\"").and_then(|(_, rest)| rest.split_once('"'));
        let mut text = String::new();
        for (nth, part) in rest.split(['<', '>']).enumerate() {
            // It begins inside of a tag.
            text.push_str(if nth % 2 == 1 { part } else { " " });
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (version.to_owned(), (link.map(|(link, _)| link.to_owned()), text))
    });
    sections.collect()
}

fn texts(sandbox: &Sandbox, home: &str) -> Vec<String> {
    let page = sandbox.read(&format!("{home}/at/index.html"));
    let sections = sections(&page);
    assert_eq!(page.matches("<section").count(), sections.len());
    sections.into_values().map(|(_, text)| text).collect()
}

#[test]
fn every_version_has_its_days() {
    let sandbox = after_four();
    let said = |day: &str| {
        generate(&sandbox, day);
        texts(&sandbox, HOME)
    };
    let first = "No. 1.0 Held once Holds from February 1, 2026 to April 19, 2026";
    let replaced = "No. 2.0 Never held Announced: March 1, 2026";
    assert_eq!(
        said("2026-06-30"),
        [
            first,
            replaced,
            "No. 3.0 Holds now Holds from April 20, 2026 to June 30, 2026",
            "No. 4.0 Still to come Holds from: July 1, 2026",
        ]
    );
    let later = said("2026-07-01");
    assert_eq!(later[..2], [first, replaced]);
    assert_eq!(later[2], "No. 3.0 Held once Holds from April 20, 2026 to June 30, 2026");
    assert_eq!(later[3], "No. 4.0 Holds now Holds from: July 1, 2026");
    let russian = texts(&sandbox, "dist/site/app/ru/privacy");
    assert!(
        russian[0].contains("Действует с 1 февраля 2026 г. по 19 апреля 2026 г."),
        "{russian:?}"
    );
    let page = sandbox.read(&format!("{HOME}/at/index.html"));
    assert!(page.contains("<h1>Day by day</h1>") && page.contains("Look for the day (UTC)."));
    assert!(page.contains("hreflang=\"ru\"") && !page.contains("<script"));
    // What leads there.
    for (from, href) in [
        ("index.html", "../../../app/en/privacy/at/index.html"),
        ("2.0/index.html", "../../../../app/en/privacy/at/index.html"),
        ("changes/index.html", "../../../../app/en/privacy/at/index.html"),
    ] {
        let link = format!("<a href=\"{href}\">Day by day</a>");
        assert!(sandbox.read(&format!("{HOME}/{from}")).contains(&link), "{from}");
    }
    assert!(sandbox.read("dist/jekyll/app/en/privacy/at.md").contains("## [No. 3.0]("));
}

#[test]
fn the_data_says_what_was_in_force_on_every_day() {
    let sandbox = after_four();
    generate(&sandbox, "2026-06-30");
    let file = history(&sandbox, HOME);
    assert_eq!(file["schema"], "ereje-history/1");
    assert_eq!(file["links"]["policy"], "/app/en/privacy/");
    assert_eq!(file["links"]["timemap"], Value::Null, "it would need the site's address");
    let versions = file["versions"].as_array().expect("a list");
    let spans: Vec<Value> = versions
        .iter()
        .map(|one| json!([one["version"], one["status"], one["effective"], one["until"]]))
        .collect();
    assert_eq!(
        spans,
        [
            json!(["1.0", "past", "2026-02-01", "2026-04-20"]),
            json!(["2.0", "replaced", "2026-05-01", null]),
            json!(["3.0", "in-force", "2026-04-20", "2026-07-01"]),
            json!(["4.0", "coming", "2026-07-01", null]),
        ]
    );
    assert_eq!(versions[3]["action"], "consent");
    assert_eq!(versions[2]["text"]["url"], "/app/en/privacy/3.0/");
    assert_eq!(versions[2]["text"]["redline"], "/app/en/privacy/changes/1.0-3.0/");
    assert_eq!(versions[0]["text"]["redline"], Value::Null);
    // The digests are those of the files in the repository, and those that apps get.
    let digest =
        |path: &str| format!("sha256:{}", ereje::digest::sha256(sandbox.read(path).as_bytes()));
    let folder = "policies/privacy/versions/3.0";
    assert_eq!(versions[2]["digest"], digest(&format!("{folder}/SHA256SUMS")));
    assert_eq!(versions[2]["text"]["digest"], digest(&format!("{folder}/en.toml")));
    let policy = sandbox.read("dist/app/app/en/privacy.json");
    let policy: Value = serde_json::from_str(&policy).expect("JSON");
    assert_eq!(policy["digest"], versions[2]["text"]["digest"]);
    let notice = sandbox.read("dist/app/app/notices/privacy/3.0.json");
    let notice: Value = serde_json::from_str(&notice).expect("JSON");
    assert_eq!(notice["notice"]["ack-key"], policy["ack-key"]);
    // Everywhere the same.
    let text = sandbox.read(&format!("{HOME}/at/history.json"));
    assert_eq!(sandbox.read("dist/app/app/en/privacy/history.json"), text);
    assert_eq!(sandbox.read("dist/jekyll/app/en/privacy/at/history.json"), text);
}

#[test]
fn a_language_that_came_later_shows_versions_in_the_one_that_binds() {
    let sandbox = Sandbox::new();
    set_locales(&sandbox, "[\"en\", \"ru\"]", "[\"en\"]");
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    generate(&sandbox, "2026-02-01");
    set_locales(&sandbox, "[\"en\"]", "[\"en\", \"ru\"]");
    generate(&sandbox, "2026-02-02");
    let russian = "dist/site/app/ru/privacy";
    assert!(!sandbox.at(russian).exists(), "no version has the language yet");
    sandbox.set_days(30);
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    with_address(&sandbox);
    generate(&sandbox, "2026-06-01");
    let page = sections(&sandbox.read(&format!("{russian}/at/index.html")));
    let english = "../../../../app/en/privacy/1.0/index.html";
    assert_eq!(page["1.0"].0.as_deref(), Some(english));
    assert!(page["1.0"].1.starts_with("№ 1.0 English "), "{page:?}");
    assert_eq!(page["2.0"].0.as_deref(), Some("../../../../app/ru/privacy/2.0/index.html"));
    let file = history(&sandbox, russian);
    assert_eq!(file["versions"][0]["text"]["locale"], "en");
    assert_eq!(file["versions"][0]["text"]["url"], "https://a.example/p/app/en/privacy/1.0/");
    assert_eq!(file["versions"][1]["text"]["redline"], Value::Null);
    // What the address never showed is no state of it.
    let map = sandbox.read(&format!("{russian}/at/timemap.link"));
    assert_eq!(map.matches("memento\"").count(), 1, "{map}");
    assert!(map.contains("ru/privacy/2.0/>;rel=\"first last memento\""), "{map}");
}

#[test]
fn a_language_that_was_given_up_leaves_the_lists_of_the_others_whole() {
    let sandbox = after_four();
    set_locales(&sandbox, "[\"en\", \"ru\"]", "[\"en\"]");
    generate(&sandbox, "2026-07-01");
    assert!(!sandbox.at("dist/site/app/ru").exists());
    assert_eq!(texts(&sandbox, HOME).len(), 4);
    assert_eq!(history(&sandbox, HOME)["versions"][0]["locales"], json!(["en", "ru"]));
}

#[test]
fn what_was_released_in_a_former_language_stays() {
    let sandbox = after_four();
    let pages = |sandbox: &Sandbox| -> Vec<String> {
        sandbox.dist().into_keys().filter(|path| path.contains("/ru/")).collect()
    };
    generate(&sandbox, "2026-07-01");
    let before = pages(&sandbox);
    set_locales(&sandbox, "[\"en\", \"ru\"]", "[\"en\"]\nformer-locales = [\"ru\"]");
    sandbox.remove("locales/ru/privacy.ftl");
    generate(&sandbox, "2026-07-01");
    assert_eq!(pages(&sandbox), before, "the version in force is still in that language");
    let again = sandbox.run(&["generate", "--on", "2026-07-01"]);
    assert!(again.stdout.contains("nothing changed"), "{}", again.stdout);
    // A new version is not in it: the address says so, and all versions stay.
    sandbox.edit("locales/en/privacy.ftl", "(for 32 days)", "(for 33 days)");
    sandbox.release("2026-08-01", "2026-09-01", &[]);
    generate(&sandbox, "2026-09-01");
    let after = pages(&sandbox);
    let russian = |path: &str| format!("site/app/ru/privacy/{path}index.html");
    for path in ["", "1.0/", "4.0/", "at/", "changes/", "changes/3.0-4.0/"] {
        assert!(after.contains(&russian(path)), "{path}: {after:?}");
    }
    // Who has bookmarked it, or gets it from a host that keeps old files, is not told that
    // it holds, and finds what does.
    let current = "<a href=\"../../../app/en/privacy/index.html\">Что действует</a>";
    let banner = format!("<p class=\"banner\">Это действовало раньше. {current}");
    let page = sandbox.read(&format!("dist/{}", russian("")));
    assert!(page.contains(&banner), "{page}");
    assert!(page.contains("(в течение 32 дней)") && page.contains("rel=\"version-history\""));
    let old = sandbox.read(&format!("dist/{}", russian("4.0/")));
    assert!(old.contains(&current.replace("../app/", "../../app/")), "{old}");
    let listed = sandbox.read("dist/site/ru/index.html");
    assert!(listed.contains("href=\"../app/ru/privacy/index.html\""), "{listed}");
    // It is no other language of the version in force, for readers or for apps.
    let current = sandbox.read("dist/site/app/en/privacy/index.html");
    assert!(!current.contains("/ru/privacy/"), "{current}");
    assert!(!sandbox.at("dist/app/app/ru/privacy.json").exists());
    assert!(!sandbox.read("dist/app/app/index.json").contains("\"ru\""));
    let home = "dist/site/app/ru/privacy";
    assert_eq!(texts(&sandbox, home).len(), 5, "the new version is in the list");
    assert_eq!(history(&sandbox, home)["versions"][4]["text"]["locale"], "en");
    assert_eq!(sandbox.run(&["generate", "--locked", "--on", "2026-09-01"]).status, 0);
    // Whoever asks what it said is told.
    for (arguments, words) in [
        (&["show", "privacy", "--at", "2026-07-01"][..], "(в течение 32 дней)"),
        (&["log", "privacy"], "4.0"),
        (&["diff", "3.0", "4.0"], "== "),
        (&["notice", "preview", "privacy", "--version", "4.0"], "(ru)"),
    ] {
        let ran = sandbox.run(&[arguments, &["--locale", "ru"]].concat());
        assert_eq!(ran.status, 0, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stdout.contains(words), "{arguments:?}: {}", ran.stdout);
    }
    // The words around its texts are still needed.
    sandbox.remove("locales/ru");
    let ran = sandbox.run(&["generate", "--on", "2026-09-01"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("bring notice.ftl and terms.ftl of it back"), "{}", ran.stderr);
}

#[test]
fn a_language_that_is_forgotten_is_told() {
    let sandbox = after_four();
    set_locales(&sandbox, "[\"en\", \"ru\"]", "[\"en\"]");
    // Whoever generates, too: pages of versions go.
    for command in ["check", "generate"] {
        let ran = sandbox.run(&[command]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let told = "warning[lost-locale]: versions were released in `ru`, which has no pages";
        assert!(ran.stderr.contains(told), "{command}: {}", ran.stderr);
        assert!(ran.stderr.contains("write `former-locales = [\"ru\"]`"), "{}", ran.stderr);
    }
    let again = sandbox.run(&["generate"]);
    assert!(again.stderr.contains("1 warning from before still stands"), "{}", again.stderr);
    // Who asks for what was released in it is told how to.
    for asked in [&["log", "privacy"][..], &["show", "privacy"], &["diff", "1.0", "2.0"]] {
        let ran = sandbox.run(&[asked, &["--locale", "ru"]].concat());
        ran.refused(2, "`privacy` has no locale `ru`");
        let hint = "versions were released in it: name it in `former-locales` of policies/privacy";
        assert!(ran.stderr.contains(hint), "{asked:?}: {}", ran.stderr);
    }
    set_locales(&sandbox, "[\"en\"]", "[\"en\"]\nformer-locales = [\"kk\"]");
    let told = sandbox.run(&["check"]).stderr;
    assert!(told.contains("write `former-locales = [\"kk\", \"ru\"]` below `locales`"), "{told}");
    set_locales(&sandbox, "[\"kk\"]", "[\"ru\", \"en\"]");
    sandbox.run(&["check"]).refused(1, "the locale `en` stands here twice");
}

#[test]
fn versions_without_a_language_that_is_left_have_no_link() {
    let sandbox = Sandbox::new();
    set_locales(&sandbox, "[\"en\", \"ru\"]", "[\"en\"]");
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    set_locales(&sandbox, "[\"en\"]", "[\"ru\"]");
    sandbox.edit(POLICY, "source-locale = \"en\"", "source-locale = \"ru\"");
    sandbox.edit("ereje.toml", "default-locale = \"en\"", "default-locale = \"ru\"");
    sandbox.set_days(30);
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    generate(&sandbox, "2026-06-01");
    let russian = "dist/site/app/ru/privacy";
    let page = sections(&sandbox.read(&format!("{russian}/at/index.html")));
    assert_eq!(page["1.0"], (None, page["1.0"].1.clone()));
    assert!(page["1.0"].1.starts_with("№ 1.0 "), "{page:?}");
    assert_eq!(history(&sandbox, russian)["versions"][0]["text"], Value::Null);
}

#[test]
fn programs_find_the_version_of_a_moment() {
    let sandbox = after_four();
    sandbox.edit(POLICY, "[facts]", "[notice]\ntime-zone = \"Asia/Almaty\"\n\n[facts]");
    sandbox.set_days(33);
    sandbox.release("2026-08-01", "2026-09-01", &[]);
    with_address(&sandbox);
    generate(&sandbox, "2026-09-01");
    let site = "https://a.example/p/app/en/privacy";
    let map = sandbox.read(&format!("{HOME}/at/timemap.link"));
    let expected = [
        format!("<{site}/>;rel=\"original\",\n"),
        format!("<{site}/at/timemap.link>;rel=\"self\";type=\"application/link-format\";"),
        "from=\"Sun, 01 Feb 2026 00:00:00 GMT\";until=\"Mon, 31 Aug 2026 19:00:00 GMT\",\n".into(),
        format!(
            "<{site}/1.0/>;rel=\"first memento\";datetime=\"Sun, 01 Feb 2026 00:00:00 GMT\",\n"
        ),
        format!("<{site}/3.0/>;rel=\"memento\";datetime=\"Mon, 20 Apr 2026 00:00:00 GMT\",\n"),
        format!("<{site}/4.0/>;rel=\"memento\";datetime=\"Wed, 01 Jul 2026 00:00:00 GMT\",\n"),
        // Midnight where the policy is by then.
        format!("<{site}/5.0/>;rel=\"last memento\";datetime=\"Mon, 31 Aug 2026 19:00:00 GMT\"\n"),
    ];
    assert_eq!(map, expected.concat());
    let relations = |page: &str| -> Vec<String> {
        let page = sandbox.read(&format!("{HOME}/{page}"));
        let links = page.lines().filter_map(|line| line.strip_prefix("<link rel=\""));
        let ours = links
            .filter(|link| !link.starts_with("alternate\" hreflang") && !link.starts_with("icon"));
        ours.map(|link| link.replace(site, "").trim_end_matches('>').replace("\" href=\"", " "))
            .collect()
    };
    let data = "version-history\" type=\"application/json /at/history.json\"";
    let feed = "alternate\" type=\"application/atom+xml /changes/feed.xml\"";
    let map = "timemap\" type=\"application/link-format /at/timemap.link\"";
    assert_eq!(
        relations("3.0/index.html"),
        [
            "version-history /changes/\"",
            "latest-version /\"",
            "predecessor-version /2.0/\"",
            "successor-version /4.0/\"",
            "first memento /1.0/\"",
            "prev memento /1.0/\"",
            "next memento /4.0/\"",
            "original /\"",
            map,
            data,
            feed,
            "canonical /3.0/\"",
        ]
    );
    let replaced = relations("2.0/index.html");
    assert!(!replaced.iter().any(|one| one.contains("memento")), "{replaced:?}");
    assert!(relations("index.html").contains(&map.to_owned()));
    assert!(!relations("index.html").iter().any(|one| one.starts_with("original")));
    assert_eq!(relations("at/index.html")[..3], ["original /\"", map, data]);
    assert!(relations("index.html").contains(&feed.to_owned()));
}

#[test]
fn a_policy_without_versions_has_no_days() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let is_of_days = |path: &String| path.contains("/at/") || path.contains("privacy/history.json");
    assert!(!tree(&sandbox.at("dist")).keys().any(is_of_days));
}

#[test]
fn what_was_linked_to_stays_where_it_is() {
    let sandbox = after_four();
    generate(&sandbox, "2026-07-01");
    let before: Vec<String> = sandbox.dist().into_keys().collect();
    let anchors =
        |page: &str| -> Vec<String> { sections(&sandbox.read(page)).into_keys().collect() };
    let page = format!("{HOME}/at/index.html");
    let known = anchors(&page);
    sandbox.set_days(33);
    sandbox.release("2026-08-01", "2026-09-01", &[]);
    generate(&sandbox, "2027-01-01");
    let after = sandbox.dist();
    for path in before {
        assert!(after.contains_key(&path), "{path} is gone");
    }
    assert_eq!(anchors(&page)[..known.len()], known[..]);
}
