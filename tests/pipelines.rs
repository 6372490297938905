//! What editors and pipelines read: it names what is there.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{Ran, ereje};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a line `key = …` says, without brackets and quotation marks.
fn value(text: &str, key: &str) -> String {
    let start = format!("{key} = ");
    let line = text.lines().find_map(|line| line.strip_prefix(&start)).expect(key);
    line.replace(['[', ']', '"'], "")
}

#[test]
fn tools_of_mozilla_find_the_texts_of_this_repository() {
    let text = read(&root().join("l10n.toml"));
    let plan = read(&root().join("policies/kazkey-privacy/policy.toml"));
    let source = value(&plan, "source-locale");
    assert_eq!(value(&text, "reference"), format!("locales/{source}/*.ftl"));
    assert_eq!(value(&text, "l10n"), "locales/{locale}/*.ftl");
    let all = format!("{source}, {}", value(&text, "locales"));
    assert_eq!(all, value(&plan, "locales"), "l10n.toml has every translation");
}

#[test]
fn a_new_workspace_has_the_configuration_of_its_translations() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, locales, expected) in
        [("one", "", ""), ("two", "en,de", "en"), ("more", "de,ar,zh-Hant,de", "ar, zh-Hant")]
    {
        let dir = folder.path().join(name);
        let mut command = ereje();
        command.arg("init").arg(&dir).args(["--source-locale", "de"]);
        if !locales.is_empty() {
            command.args(["--locales", locales]);
        }
        let ran = Ran::of(command.output().expect("ereje runs"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let text = read(&dir.join("l10n.toml"));
        assert_eq!(value(&text, "locales"), expected);
        assert_eq!(value(&text, "reference"), "locales/de/*.ftl");
        assert!(!text.contains('@'), "{text}");
    }
}

#[test]
fn hooks_and_the_action_run_what_there_is() {
    let hooks = read(&root().join(".pre-commit-hooks.yaml"));
    let entries: Vec<&str> =
        hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: ereje ")).collect();
    assert_eq!(entries, ["check", "check --locked"]);
    let action = read(&root().join("action.yml"));
    assert!(action.contains("/crates/ereje-cli\"") && action.contains("/bin/ereje\" check"));
    let mut help = ereje();
    let help = Ran::of(help.args(["check", "--help"]).output().expect("ereje runs")).stdout;
    for option in ["--locked", "--format", "--workspace"] {
        assert!(help.contains(option), "{help}");
    }
}
