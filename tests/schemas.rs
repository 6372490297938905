//! What programs read, before validators: JSON is as its JSON Schema says and has
//! nothing besides, and a SARIF log is one to those who made SARIF.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::path::PathBuf;
use std::process::Command;

use support::{Sandbox, root, tools};

/// Holds files, and the files for apps of workspaces, to their schemas.
fn valid(paths: &[PathBuf]) {
    let mut command = Command::new("node");
    command.arg("schemas.mjs").args(paths).current_dir(root().join("checks"));
    let output = command.output().expect("the tool runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}

fn generated(sandbox: &Sandbox, options: &[&str]) -> PathBuf {
    let ran = sandbox.run(&[&["generate"], options].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    sandbox.at("dist")
}

/// What a command prints, as a file of the sandbox.
fn printed(sandbox: &Sandbox, arguments: &[&str], file: &str) -> PathBuf {
    sandbox.write(file, sandbox.run(arguments).stdout);
    sandbox.at(file)
}

#[test]
fn files_for_apps_are_as_their_schemas_say() {
    if !tools(&["node", "checks/node_modules"]) {
        return;
    }
    let never_released = Sandbox::copy_of(&root().join("tests/cases/orchard/input"));
    let draft = Sandbox::new();
    draft.write("locales/ru/privacy.ftl", "title = Черновик\n");
    // In force, announced, and taken back; with texts in a language that came later.
    let versions = Sandbox::after_one();
    versions.release("2026-03-01", "2026-03-01", &[]);
    versions.set_days(60);
    versions.release("2026-04-01", "2099-05-01", &["--severity", "material"]);
    versions.set_days(30);
    let retract = ["--retracts", "3.0", "--reason", "Nothing changes after all."];
    versions.release("2026-04-02", "2026-04-03", &retract);
    valid(&[
        generated(&never_released, &[]),
        generated(&draft, &["--draft"]),
        generated(&versions, &["--on", "2026-04-10"]),
    ]);
}

#[test]
fn what_commands_write_is_as_its_schema_says() {
    if !tools(&["node", "checks/node_modules"]) {
        return;
    }
    let sandbox = Sandbox::after_one();
    sandbox.edit("locales/en/privacy.ftl", "What { -app } does.", "What { -app } does now.");
    let ran = sandbox.run(&["export", "--format", "json", "--out", "texts"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    valid(&[
        sandbox.at("texts/ru/privacy.json"),
        printed(&sandbox, &["history", "report", "--format", "json"], "report.jsonl"),
    ]);
}

#[test]
fn a_sarif_log_is_one_to_its_makers() {
    if !tools(&["node", "checks/node_modules/@microsoft/sarif-multitool-linux"]) {
        return;
    }
    // A figure that differs, a clause and a file that are not there, a space in a name, and
    // what can be mended.
    let (sandbox, good) = (Sandbox::new(), Sandbox::new());
    sandbox.edit("locales/en/privacy.ftl", "Why { -app } does it", "Kept for  30 days");
    sandbox.edit("locales/ru/privacy.ftl", "Зачем { -app } это делает", "Хранится 13 дней");
    sandbox.edit("locales/ru/privacy.ftl", "intro = Что делает { -app }.\n", "");
    let figures = printed(&sandbox, &["check", "--format", "sarif"], "figures.sarif");
    sandbox.remove("locales/ru/privacy.ftl");
    let without = printed(&sandbox, &["check", "--format", "sarif"], "a file too few.sarif");
    sandbox.write("ereje.toml", "[workspace\n");
    let broken = printed(&sandbox, &["check", "--format", "sarif"], "broken.sarif");
    let sound = printed(&good, &["check", "--format", "sarif"], "sound.sarif");
    valid(&[figures, without, broken, sound]);
}
