//! Pages that moved: what stays at the addresses that readers know.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeMap;

use support::links::{dead, links};
use support::records::ok;
use support::{POLICY, Sandbox};

const ON: [&str; 3] = ["generate", "--on", "2026-07-01"];

/// A workspace with two versions and their pages, which are about to move.
fn published() -> Sandbox {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    ok(sandbox.run(&ON));
    sandbox
}

/// Puts a line into policy.toml.
fn plan(sandbox: &Sandbox, line: &str) {
    sandbox.write(POLICY, format!("{line}\n{}", sandbox.read(POLICY)));
}

fn rename(sandbox: &Sandbox) {
    sandbox.edit(POLICY, "slug = \"privacy\"", "slug = \"data\"");
}

/// Makes the pages anew, and gives what was told.
fn told(sandbox: &Sandbox) -> String {
    let ran = sandbox.run(&ON);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stderr
}

/// The line between backticks that a hint wants to be put into policy.toml.
fn line(told: &str) -> &str {
    told.split('`').find(|part| part.starts_with("former-permalinks = ")).expect(told)
}

fn text<'f>(files: &'f BTreeMap<String, Vec<u8>>, path: &str) -> &'f str {
    let bytes = files.get(path).unwrap_or_else(|| panic!("{path} is not there"));
    std::str::from_utf8(bytes).expect("text")
}

#[test]
fn every_address_that_was_given_up_leads_to_the_page_of_today() {
    let sandbox = published();
    let before = sandbox.dist();
    rename(&sandbox);
    let moved = told(&sandbox);
    let line = line(&moved);
    assert_eq!(line, "former-permalinks = [\"app/{locale}/privacy\"]");
    plan(&sandbox, line);
    assert_eq!(told(&sandbox), "");
    let after = sandbox.dist();
    assert_eq!(dead(&after), [""; 0]);
    let folders = ["site/", "jekyll/"];
    let known = before.keys().filter(|path| folders.iter().any(|folder| path.starts_with(folder)));
    for path in known.filter(|path| path.contains("app/") && path.contains("privacy")) {
        let new = path.replacen("/privacy", "/data", 1);
        let (old, new) = (text(&after, path), text(&after, &new));
        if path.ends_with("index.html") {
            let [to] = links(old).filter(|link| link.ends_with(".html")).collect::<Vec<_>>()[..]
            else {
                panic!("{path}: {old}")
            };
            let here = path.strip_suffix("index.html").expect("a folder");
            let up = "../".repeat(here.matches('/').count() - 1);
            let new = path.replacen("/privacy", "/data", 1).replacen("site/", &up, 1);
            assert_eq!(to, new, "{path}");
            assert!(old.contains(&format!("content=\"0; url={to}\"")), "{old}");
        } else if let Some(page) = path.strip_suffix(".md") {
            let page = page.replacen("jekyll/", "", 1);
            // Jekyll serves a page whose name ends like a file's from a folder.
            let end = if page.ends_with(".0") { "/" } else { "" };
            assert!(old.starts_with(&format!("---\npermalink: \"{page}{end}\"\n")), "{old}");
            let to = format!("/{}{end}", page.replacen("/privacy", "/data", 1));
            assert!(old.contains(&format!("url={{{{ '{to}' | relative_url }}}}\"")), "{old}");
        } else if path.ends_with("history.json") {
            assert_eq!(old, new);
        } else {
            // A feed, whose links are seen from where it is.
            let up = |text: &str| text.replace("/privacy/", "/data/").replace("../", "");
            assert_eq!(up(old), up(new), "{path}");
        }
    }
    assert!(sandbox.run(&ON).stdout.starts_with("nothing changed"));
    ok(sandbox.run(&[&ON[..], &["--check"]].concat()));
    ok(sandbox.run(&["generate", "--released", "--on", "2026-07-01"]));
    assert_eq!(sandbox.dist(), after);
    // Another version, and another move.
    sandbox.set_days(90);
    sandbox.release("2026-07-01", "2026-09-01", &[]);
    assert_eq!(told(&sandbox), "");
    assert!(sandbox.at("dist/site/app/en/privacy/3.0/index.html").exists());
    sandbox.edit(POLICY, "slug = \"data\"", "slug = \"personal-data\"");
    let moved = told(&sandbox);
    let hint = "put `\"app/{locale}/data\"` into `former-permalinks` of policy.toml";
    assert!(moved.contains(hint), "{moved}");
    let line = "former-permalinks = [\"app/{locale}/data\", ";
    sandbox.edit(POLICY, "former-permalinks = [", line);
    assert_eq!(told(&sandbox), "");
    let files = sandbox.dist();
    assert_eq!(dead(&files), [""; 0]);
    for old in ["privacy", "data"] {
        let page = text(&files, &format!("site/app/ru/{old}/at/index.html")).to_owned();
        assert!(page.contains("url=../../../../app/ru/personal-data/at/index.html\""), "{page}");
    }
}

#[test]
fn the_page_in_one_language_can_have_moved() {
    let sandbox = published();
    plan(&sandbox, "permalinks = { ru = \"ru/privacy\" }");
    let moved = told(&sandbox);
    let line = line(&moved);
    assert_eq!(line, "former-permalinks = [{ ru = \"app/ru/privacy\" }]");
    plan(&sandbox, line);
    assert_eq!(told(&sandbox), "");
    let files = sandbox.dist();
    let page = text(&files, "site/app/ru/privacy/1.0/index.html");
    assert!(page.contains("url=../../../../ru/privacy/1.0/index.html\""), "{page}");
    let page = text(&files, "site/app/en/privacy/1.0/index.html");
    assert!(!page.contains("http-equiv=\"refresh\""), "{page}");
    assert_eq!(dead(&files), [""; 0]);
}

#[test]
fn a_policy_without_versions_leads_on_from_its_own_address() {
    let sandbox = Sandbox::new();
    plan(&sandbox, "former-permalinks = [\"legal\"]");
    sandbox.edit("locales/en/privacy.ftl", "title = ", "title = A & {\"{{\"} ");
    ok(sandbox.run(&["generate"]));
    let files = sandbox.dist();
    // The language that binds.
    let page = text(&files, "site/legal/index.html");
    assert!(page.contains("url=../app/en/privacy/index.html\""), "{page}");
    assert!(page.contains("<title>A &amp; &#123;&#123; "), "{page}");
    let page = text(&files, "jekyll/legal.md");
    assert_eq!(page.matches("{{").count(), 2, "{page}");
    assert_eq!(dead(&files), [""; 0]);
    let stubs = files.keys().filter(|path| path.contains("/legal"));
    assert_eq!(stubs.collect::<Vec<_>>(), ["jekyll/legal.md", "site/legal/index.html"]);
}

#[test]
fn a_page_that_was_a_file_leads_on() {
    let sandbox = published();
    plan(&sandbox, "former-permalinks = [\"privacy.html\", \"legal/{locale}.html\"]");
    assert_eq!(told(&sandbox), "");
    let files = sandbox.dist();
    for (path, to) in [
        ("site/privacy.html", "content=\"0; url=./app/en/privacy/index.html\""),
        ("site/legal/ru.html", "content=\"0; url=../app/ru/privacy/index.html\""),
        ("jekyll/privacy.html.md", "permalink: \"/privacy.html\"\n"),
        ("jekyll/legal/en.html.md", "permalink: \"/legal/en.html\"\n"),
    ] {
        assert!(text(&files, path).contains(to), "{}", text(&files, path));
    }
    assert_eq!(dead(&files), [""; 0]);
    assert_eq!(files.keys().filter(|path| path.contains(".html/")).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn one_page_stands_at_an_address() {
    for (former, told) in [
        (
            "[\"app/ru/privacy\"]",
            "the former address `app/ru/privacy` of `en` is that of its page in `ru`",
        ),
        (
            "[\"app/en/privacy\"]",
            "the page in `en` has the former address `app/en/privacy` already",
        ),
        ("[\"legal\", \"Legal\"]", "the page in `en` has the former address `Legal` already"),
        ("[\"en\"]", "the former address `en` is the index of that language"),
        (
            "[\"legal\", { ru = \"legal\" }]",
            "the former address `legal` of `ru` is that of its page in `en`",
        ),
    ] {
        let sandbox = Sandbox::new();
        plan(&sandbox, &format!("former-permalinks = {former}"));
        for command in ["check", "generate"] {
            let ran = sandbox.run(&[command]);
            assert_eq!(ran.status, 1, "{former}: {}", ran.stdout);
            assert!(
                ran.stderr.contains(&format!("error[duplicate-permalink]: {told}")),
                "{}",
                ran.stderr
            );
        }
    }
}

#[test]
fn an_import_keeps_the_addresses_that_a_page_had_before() {
    let sandbox = Sandbox::new();
    let english = page_of(
        "permalink: /rules/\nredirect_from:\n  - /rules.html\n  - /rules/\n  - /legal/rules\nlayout: page\n",
        "Rules\n\nWe keep our rules short and clear.\n\n## Law\n\nThe law of Kazakhstan holds.",
    );
    sandbox.write("old/rules.md", english);
    ok(sandbox.run(&["import", "old/rules.md", "--policy", "rules", "--locale", "en"]));
    let made = sandbox.read("policies/rules/policy.toml");
    assert!(made.contains("\nformer-permalinks = [\"rules.html\", \"legal/rules\"]\n"), "{made}");
    assert!(made.contains("layout = \"page\"\n") && !made.contains("redirect_from"), "{made}");
    let russian = page_of(
        "aliases: /ru/legal\n",
        "Правила\n\nНаши правила коротки и ясны.\n\n## Право\n\nПрименяется право Казахстана.",
    );
    sandbox.write("old/rules.ru.md", russian);
    let ran = sandbox.run(&[
        "import",
        "old/rules.ru.md",
        "--policy",
        "rules",
        "--locale",
        "ru",
        "--accept",
        "intro",
        "--accept",
        "law",
    ]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let hint = "put { ru = \"ru/legal\" } into `former-permalinks` in policy.toml";
    assert!(ran.stderr.contains("`aliases` of the front matter is left out\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    ok(sandbox.run(&["generate"]));
    let files = sandbox.dist();
    let page = text(&files, "site/rules.html");
    assert!(page.contains("url=./rules/index.html\""), "{page}");
    assert_eq!(dead(&files), [""; 0]);
    // What is no address of this site stays the business of its generator.
    let other = page_of("redirect_from: [\"https://example.com/old\"]\n", "Other\n\nThis is ours.");
    sandbox.write("old/other.md", other);
    ok(sandbox.run(&["import", "old/other.md", "--policy", "other", "--locale", "en"]));
    let made = sandbox.read("policies/other/policy.toml");
    assert!(made.contains("redirect_from = [\"https://example.com/old\"]\n"), "{made}");
}

fn page_of(front: &str, text: &str) -> String {
    format!("---\n{front}---\n\n# {text}\n")
}
