//! `templates`: what is built in, listed, printed and copied.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;

use support::{Sandbox, root};

#[test]
fn every_template_is_listed_with_what_it_makes_and_whose_it_is() {
    let sandbox = Sandbox::new();
    sandbox.write("templates/style.css", "body { margin: 0 }\n");
    let page = fs::read_to_string(root().join("templates/policy.md.tera")).expect("a template");
    sandbox.write("templates/policy.md.tera", &page);
    let ran = sandbox.run(&["templates"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let line = |name: &str| ran.stdout.lines().find(|line| line.starts_with(name)).expect("a line");
    for entry in fs::read_dir(root().join("templates")).expect("the folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        if name == "README.md" {
            continue;
        }
        let told = line(&name);
        assert!(told.get(38..).is_some_and(|purpose| !purpose.trim().is_empty()), "{told}");
    }
    let whose = |name: &str| line(name)[21..36].trim();
    assert_eq!(whose("policy.html.tera"), "built in");
    assert_eq!((whose("style.css"), whose("policy.md.tera")), ("yours", "yours, the same"));
    assert!(ran.stdout.lines().all(|line| line.chars().count() <= 100), "{}", ran.stdout);
}

#[test]
fn one_is_printed_byte_for_byte_also_where_there_is_no_workspace() {
    let sandbox = Sandbox::new();
    sandbox.remove("ereje.toml");
    for (name, file) in [
        ("policy.html.tera", "policy.html.tera"),
        ("policy.html", "policy.html.tera"),
        ("templates/style.css", "style.css"),
        ("README.md", "README.md"),
    ] {
        let ran = sandbox.run(&["templates", name]);
        let there = fs::read_to_string(root().join("templates").join(file)).expect("a template");
        assert_eq!((ran.status, ran.stdout, ran.stderr), (0, there, String::new()), "{name}");
    }
    let ran = sandbox.run(&["templates", "polcy.html.tera"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("did you mean `policy.html.tera`?"), "{}", ran.stderr);
    let ran = sandbox.run(&["templates", "style.css", "policy.html"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("--copy"), "{}", ran.stderr);
    let ran = sandbox.run(&["templates", "style.css", "--copy"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("there is no ereje.toml here"), "{}", ran.stderr);
}

#[test]
fn copies_change_nothing_and_take_the_place_of_no_file() {
    let sandbox = Sandbox::new();
    let settings = fs::read_to_string(sandbox.at("ereje.toml")).expect("settings");
    sandbox.write("ereje.toml", format!("{settings}\n[outputs]\ntemplates = \"look/pages\"\n"));
    // A folder that is not there yet would stop `generate`, and not this.
    let ran = sandbox.run(&["templates", "policy.html.tera", "style.css", "--copy"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("wrote look/pages/policy.html.tera"), "{}", ran.stdout);
    let copied = fs::read(sandbox.at("look/pages/style.css")).expect("a copy");
    assert_eq!(copied, fs::read(root().join("templates/style.css")).expect("the style sheet"));
    let ran = sandbox.run(&["generate"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);

    sandbox.write("look/pages/style.css", "mine\n");
    let ran = sandbox.run(&["templates", "base.html.tera", "style.css", "--copy"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("look/pages/style.css is there already"), "{}", ran.stderr);
    assert!(ran.stderr.contains("nothing was copied"), "{}", ran.stderr);
    assert!(!sandbox.at("look/pages/base.html.tera").exists());
    assert_eq!(fs::read(sandbox.at("look/pages/style.css")).expect("it"), b"mine\n");
}

#[test]
fn settings_that_can_not_be_read_are_told_and_nothing_is_copied() {
    let sandbox = Sandbox::new();
    sandbox.write("ereje.toml", "[workspace\n");
    let ran = sandbox.run(&["templates", "style.css", "--copy"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("ereje.toml:1"), "{}", ran.stderr);
    assert!(!sandbox.at("templates").exists());
}
