//! Whole workspaces and what is made of them: `cases/<name>/input` is a
//! workspace, `cases/<name>/expected` what `ereje generate` prints and writes.
//! `EREJE_UPDATE=1 cargo test --test cases` writes what is expected anew.
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use support::{Sandbox, tree};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    cases.sort();
    cases
}

/// What a case should print and write, and what it did.
fn run(case: &Path) -> BTreeMap<String, Vec<u8>> {
    let sandbox = Sandbox::copy_of(&case.join("input"));
    let arguments = fs::read_to_string(case.join("arguments")).unwrap_or("generate".into());
    let arguments: Vec<&str> = arguments.split_whitespace().collect();
    let ran = sandbox.run(&arguments);
    let mut made: BTreeMap<String, Vec<u8>> =
        sandbox.dist().into_iter().map(|(path, bytes)| (format!("dist/{path}"), bytes)).collect();
    let told = |text: &str| text.replace(&sandbox.path().display().to_string(), "<workspace>");
    made.insert("status".into(), format!("{}\n", ran.status).into());
    made.insert("stdout".into(), told(&ran.stdout).into());
    made.insert("stderr".into(), told(&ran.stderr).into());
    for (path, text) in shipped() {
        // What is written out as it is has its file already.
        for (_, bytes) in made.iter_mut().filter(|(_, bytes)| **bytes == text) {
            *bytes = format!("as {path}\n").into();
        }
    }
    if let Some(css) = style() {
        // The style sheet has its own file; pages would repeat it in each golden.
        for (_, bytes) in made.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
            *bytes = String::from_utf8_lossy(bytes).replace(&css, "/* style.css */").into();
        }
    }
    made
}

/// Files of the repository that `generate` writes out as they are.
fn shipped() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = ["web", "schemas"].into_iter().flat_map(|folder| {
        let files = tree(&root.join(folder)).into_iter();
        files.map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
    });
    files.collect()
}

fn style() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates/style.css");
    fs::read_to_string(path).ok().map(|css| css.trim().to_owned())
}

#[test]
fn every_case_comes_out_as_expected() {
    let update = std::env::var_os("EREJE_UPDATE").is_some();
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(!cases.is_empty());
    for case in cases {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let made = run(&case);
        let folder = case.join("expected");
        if update {
            let _ = fs::remove_dir_all(&folder);
            for (path, bytes) in &made {
                let path = folder.join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                fs::write(path, bytes).expect("written");
            }
            continue;
        }
        let expected = tree(&folder);
        for path in made.keys().chain(expected.keys()).collect::<std::collections::BTreeSet<_>>() {
            match (made.get(path), expected.get(path)) {
                (Some(made), Some(expected)) if made == expected => {}
                (Some(made), Some(expected)) => wrong
                    .push(format!("{name}: {path} differs\n{}", first_difference(expected, made))),
                (Some(_), None) => wrong.push(format!("{name}: {path} is not expected")),
                (None, _) => wrong.push(format!("{name}: {path} was not produced")),
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n\nif this is right: EREJE_UPDATE=1 cargo test --test cases",
        wrong.join("\n")
    );
}

/// Some characters around the first place where two texts differ.
fn first_difference(expected: &[u8], made: &[u8]) -> String {
    let (expected, made) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(made));
    let same = expected.chars().zip(made.chars()).take_while(|(a, b)| a == b).count();
    let around =
        |text: &str| text.chars().skip(same.saturating_sub(60)).take(120).collect::<String>();
    format!("  expected: …{}\n  made:     …{}", around(&expected), around(&made))
}

#[test]
fn no_case_depends_on_time_zone_or_system_locale() {
    for case in cases() {
        let sandbox = Sandbox::copy_of(&case.join("input"));
        let made = |zone: &str, locale: &str, out: &str| {
            let mut command = support::ereje();
            command.current_dir(sandbox.path()).args(["generate", "--out", out]);
            command.env("TZ", zone).env("LC_ALL", locale).env("LANG", locale);
            command.output().expect("ereje runs");
            let own = |path: &String| path.starts_with(".ereje/");
            tree(&sandbox.at(out))
                .into_iter()
                .filter(|(path, _)| !own(path))
                .collect::<BTreeMap<_, _>>()
        };
        assert_eq!(
            made("Pacific/Kiritimati", "tr_TR.UTF-8", "a"),
            made("America/Anchorage", "C", "b")
        );
    }
}
