//! `generate --pseudo`: pages for designers, and nothing of them among real ones.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{Sandbox, tree};

#[test]
fn pseudo_locales_are_pages_beside_the_others_in_a_folder_of_their_own() {
    let sandbox = Sandbox::new();
    sandbox.generate();
    let before = tree(sandbox.path());
    let ran = sandbox.run(&["generate", "--pseudo"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(ran.stderr, "", "nothing to tell");
    assert!(ran.stdout.contains("in 4 languages") && ran.stdout.contains("dist-pseudo/site"));
    let page = sandbox.read("dist-pseudo/site/app/en-XA/privacy/index.html");
    for part in [
        "lang=\"en-XA\"",
        "⟦Þŕííṽááçýý þóóļííçýý⟧",
        "⟦Ŵŕííţéé ţóó <a class=\"url\" href=\"mailto:help@example.com\">help@example.com</a>.⟧",
        "href=\"../../../app/ru/privacy/index.html\"",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
    let page = sandbox.read("dist-pseudo/site/app/ar-XB/privacy/index.html");
    assert!(page.contains("lang=\"ar-XB\" dir=\"rtl\""), "{page}");
    assert!(page.contains("help@example.com</a>"), "{page}");
    let json = sandbox.read("dist-pseudo/app/app/en-XA/privacy.json");
    assert!(json.replace(": ", ":").contains("\"draft\":true"), "{json}");
    let mut after = tree(sandbox.path());
    after.retain(|path, _| !path.starts_with("dist-pseudo/"));
    assert_eq!(after, before, "texts and pages stay as they were");
    let again = sandbox.run(&["generate", "--pseudo"]);
    assert!(again.stdout.starts_with("nothing changed"), "{}", again.stdout);
}

#[test]
fn a_change_of_the_source_is_seen() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["generate", "--pseudo"]).status, 0);
    sandbox.edit("locales/en/privacy.ftl", "Why", "Who");
    assert_eq!(sandbox.run(&["generate", "--pseudo"]).status, 0);
    let page = sandbox.read("dist-pseudo/text/app/en-XA/privacy.txt");
    assert!(page.contains("Ŵĥóó"), "{page}");
}

#[test]
fn versions_are_no_hindrance_and_today_s_text_is_shown() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.edit("locales/en/privacy.ftl", "Why", "Who");
    let ran = sandbox.run(&["generate", "--pseudo", "--out", "look"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(sandbox.read("look/text/app/en-XA/privacy.txt").contains("Ŵĥóó"));
}

#[test]
fn what_is_wrong_is_told_once_and_where_it_was_typed() {
    let sandbox = Sandbox::new();
    sandbox.edit("locales/en/privacy.ftl", "Why { -app }", "Why { -ap }");
    let ran = sandbox.run(&["generate", "--pseudo"]);
    ran.refused(1, "-ap");
    assert!(ran.stderr.contains("--> locales/en/privacy.ftl"), "{}", ran.stderr);
}

#[test]
fn they_are_never_written_among_real_pages() {
    let sandbox = Sandbox::new();
    sandbox.refuses(
        &["generate", "--pseudo", "--out", "dist"],
        2,
        "is for the pages that are published",
    );
    assert_eq!(sandbox.run(&["generate", "--pseudo", "--locked"]).status, 2);
    sandbox.generate();
    assert!(!sandbox.dist().keys().any(|path| path.contains("-XA") || path.contains("-XB")));
}
