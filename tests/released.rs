//! `generate --released`: what readers get is what was released, while texts are in work.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::records::ok;
use support::{POLICY, Sandbox};

const RELEASED: [&str; 4] = ["generate", "--released", "--on", "2026-03-01"];

/// A workspace with version 1.0 in English and Russian.
fn released() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox
}

#[test]
fn texts_that_are_in_work_change_nothing_that_is_published() {
    let sandbox = released();
    ok(sandbox.run(&["generate", "--on", "2026-03-01"]));
    let before = sandbox.dist();
    ok(sandbox.run(&RELEASED));
    assert_eq!(sandbox.dist(), before);
    let record = sandbox.read("locales/ru/privacy.sync.toml");
    // A clause that is not translated, a text that can not be read, languages that were
    // begun, a new policy with a broken plan, and another source.
    sandbox.write(POLICY, sandbox.read(POLICY) + "\n[[clause]]\nid = \"cookies\"\n");
    let english = sandbox.read("locales/en/privacy.ftl");
    sandbox.write("locales/en/privacy.ftl", english + "cookies = App has none.\n");
    sandbox.edit("locales/ru/privacy.ftl", "intro = Что", "intro Что");
    ok(sandbox.run(&["init", "--locales", "kk,lo", "--policy", "privacy"]));
    sandbox.write("locales/kk/terms.ftl", "-app = {\n");
    ok(sandbox.run(&["init", "--policy", "terms-of-use"]));
    sandbox.edit("policies/terms-of-use/policy.toml", "[[clause]]", "[[clause");
    sandbox.edit(POLICY, "source-locale = \"en\"", "source-locale = \"kk\"");
    // Those that were begun stand before one that was released.
    let begun = "[\"en\", \"ru\", \"kk\", \"lo\"]";
    sandbox.edit(POLICY, begun, "[\"kk\", \"lo\", \"en\", \"ru\"]");
    let ran = sandbox.run(&["generate", "--on", "2026-03-01"]);
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    let ran = sandbox.run(&RELEASED);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("warning[").count(), 1, "{}", ran.stderr);
    let told = "warning[unreleased-text]: no version of this policy was released: it is left out";
    assert!(ran.stderr.contains(told) && ran.stderr.contains("terms-of-use"), "{}", ran.stderr);
    assert_eq!(sandbox.dist(), before);
    assert_eq!(sandbox.read("locales/ru/privacy.sync.toml"), record, "texts are not looked at");
    let ran = sandbox.run(&RELEASED);
    assert!(ran.stdout.starts_with("nothing changed"), "{}", ran.stdout);
    ok(sandbox.run(&["generate", "--released", "--check", "--on", "2026-03-01"]));
}

#[test]
fn a_language_that_was_begun_moves_no_page_of_another_one() {
    let sandbox = released();
    let languages = "locales = [\"en\", \"ru\"]";
    for (today, begun) in [
        (languages, "locales = [\"kk\", \"en\", \"ru\"]"),
        (
            "locales = [\"en\"]\nformer-locales = [\"ru\"]",
            "locales = [\"en\", \"kk\"]\nformer-locales = [\"ru\"]",
        ),
    ] {
        let plan = sandbox.read(POLICY);
        sandbox.write(POLICY, plan.replace(languages, today));
        ok(sandbox.run(&RELEASED));
        let before = sandbox.dist();
        assert!(before.contains_key("site/app/ru/privacy/index.html"), "{:?}", before.keys());
        sandbox.write(POLICY, plan.replace(languages, begun));
        ok(sandbox.run(&RELEASED));
        assert_eq!(sandbox.dist().keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
        assert_eq!(sandbox.dist(), before, "{begun}");
        sandbox.write(POLICY, plan);
    }
}

#[test]
fn what_readers_get_is_looked_at_as_ever() {
    let sandbox = released();
    sandbox.edit("locales/ru/notice.ftl", "contents =", "contents");
    let ran = sandbox.run(&RELEASED);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("locales/ru/notice.ftl"), "{}", ran.stderr);
    sandbox.edit("locales/ru/notice.ftl", "contents", "contents =");
    ok(sandbox.run(&RELEASED));
    let text = "policies/privacy/versions/1.0/en.toml";
    sandbox.edit(text, "Why App does it.", "Why App does all of it.");
    let ran = sandbox.run(&RELEASED);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains(text), "{}", ran.stderr);
}

#[test]
fn a_page_without_the_date_that_a_clause_promises_is_refused() {
    let sandbox = Sandbox::new();
    let promise = "id = \"contact\"\npromises = [\"date-at-bottom\"]";
    sandbox.edit(POLICY, "id = \"contact\"", promise);
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    let page = "<!DOCTYPE html><title>App</title>{% for section in sections %}\
                {{ section.heading | safe }}{{ section.html | safe }}{% endfor %}\
                {% for banner in edition.banners %}{{ banner.text }}{% endfor %}";
    sandbox.write("templates/policy.html.tera", page);
    let ran = sandbox.run(&RELEASED);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("error[promise-not-kept]"), "{}", ran.stderr);
}

#[test]
fn without_a_version_there_is_nothing_to_publish() {
    let sandbox = Sandbox::new();
    sandbox.run(&RELEASED).refused(2, "no policy of this workspace was released");
    assert!(!sandbox.at("dist/site").exists());
    for other in ["--draft", "--locked", "--pseudo"] {
        assert_eq!(sandbox.run(&["generate", "--released", other]).status, 2, "{other}");
    }
}
