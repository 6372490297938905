//! `generate --draft`: work in progress is shown as what it is.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::Sandbox;

#[test]
fn what_is_missing_is_shown_in_the_source_language_and_marked() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "locales/ru/privacy.ftl",
        "use = Зачем { -app } это делает.\n    .heading = Цели\n",
        "",
    );
    assert_eq!(sandbox.run(&["generate"]).status, 1);
    let ran = sandbox.run(&["generate", "--draft"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("warning[missing-clause]"), "{}", ran.stderr);
    let page = sandbox.read("dist/site/app/ru/privacy/index.html");
    assert!(
        page.contains("<section id=\"use\" class=\"missing\" lang=\"en\" dir=\"ltr\">"),
        "{page}"
    );
    assert!(page.contains("Ещё не переведено; язык текста: English"), "{page}");
    for path in [
        "site/app/ru/privacy/index.html",
        "site/app/en/privacy/index.html",
        "site/index.html",
        "jekyll/app/ru/privacy.md",
        "text/app/ru/privacy.txt",
    ] {
        let page = sandbox.read(&format!("dist/{path}"));
        let banner =
            if page.contains("not in force") { "not in force" } else { "не действует" };
        assert!(page.contains(banner), "{path} is not marked: {page}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&sandbox.read("dist/app/app/ru/privacy.json")).expect("JSON");
    assert_eq!(json["draft"], true);
    assert_eq!(json["clauses"][1]["locale"], "en");
}

#[test]
fn a_whole_locale_may_be_to_do() {
    let sandbox = Sandbox::new();
    sandbox.remove("locales/ru/privacy.ftl");
    let ran = sandbox.run(&["generate", "--draft"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(sandbox.read("dist/text/app/ru/privacy.txt").contains("What App does."));
}

#[test]
fn broken_and_unsafe_texts_stay_errors() {
    for (from, to) in [
        ("intro = Что", "intro = Что\n    * "),
        ("Что делает", "Что <b>делает</b>"),
        ("<{ $mail }>", "[x](data:x)"),
    ] {
        let sandbox = Sandbox::new();
        sandbox.edit("locales/ru/privacy.ftl", from, to);
        assert_eq!(sandbox.run(&["generate", "--draft"]).status, 1, "{to}");
        assert!(!sandbox.at("dist/site").exists());
    }
}

#[test]
fn a_draft_gives_way_to_the_finished_text() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let finished = sandbox.dist();
    assert_eq!(sandbox.run(&["generate", "--draft"]).status, 0);
    assert_ne!(sandbox.dist(), finished);
    sandbox.generate();
    assert_eq!(sandbox.dist(), finished);
}
