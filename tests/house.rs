//! The house rules: a map that is true, files that say what they are.
#![allow(clippy::disallowed_methods, reason = "tests of files")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Rust files of the workspace, relative to its root.
fn sources() -> Vec<String> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> =
        ["crates", "xtask", "tests"].map(|name| root().join(name)).into();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root()).expect("below the root");
                files.push(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files.sort();
    files
}

fn crates() -> Vec<String> {
    let folder = fs::read_dir(root().join("crates")).expect("crates");
    let names = folder.filter_map(Result::ok).map(|entry| entry.file_name());
    let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_file_says_what_it_is() {
    for path in sources() {
        assert!(read(&path).starts_with("//! "), "{path}: open it with `//!` and what it is for");
    }
}

#[test]
fn no_file_is_called_by_what_it_is_not() {
    for path in sources() {
        let stem = Path::new(&path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let banned = ["utils", "util", "common", "helpers", "helper", "errors", "misc"];
        assert!(!banned.contains(&stem.as_str()), "{path}: call it by what it knows");
    }
}

#[test]
fn the_map_names_every_room_and_no_other() {
    let map = read("ARCHITECTURE.md");
    for name in crates().iter().map(String::as_str).chain([
        "xtask",
        "tests",
        "templates",
        "policies",
        "locales",
        "checks",
        "schemas",
        "web",
    ]) {
        assert!(map.contains(&format!("`{name}`")), "ARCHITECTURE.md does not name `{name}`");
    }
    for path in
        sources().iter().filter(|path| path.starts_with("crates/") && !path.contains("/rules/"))
    {
        let (name, file) = path.split_once("/src/").unwrap_or((path, path));
        let room = file.split('/').next().unwrap_or(file).trim_end_matches(".rs");
        // Where a newcomer looks for it: in what is said of its crate.
        let section = map.split(&format!("### `{name}`\n")).nth(1).unwrap_or_default();
        let section = section.split("\n##").next().unwrap_or_default();
        assert!(
            section.contains(&format!("`{room}`")) || ["lib", "main", "tests"].contains(&room),
            "ARCHITECTURE.md does not name `{room}` in what it says of `{name}`"
        );
    }
    let is_path = |word: &&str| {
        word.starts_with("crates/") || word.starts_with("docs/") || word.starts_with("tests/")
    };
    for path in map.split('`').skip(1).step_by(2).filter(is_path) {
        assert!(root().join(path).exists(), "ARCHITECTURE.md names `{path}`, which is not there");
    }
}

#[test]
fn every_dependency_has_a_reason() {
    let map = read("ARCHITECTURE.md");
    let manifest = read("Cargo.toml");
    let list = manifest.split("[workspace.dependencies]").nth(1).expect("dependencies");
    let list = list.split("\n[").next().unwrap_or(list);
    for name in list.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.trim())
    {
        assert!(map.contains(&format!("`{name}`")), "ARCHITECTURE.md gives no reason for `{name}`");
        let mut users: Vec<String> = crates().iter().map(|name| format!("crates/{name}")).collect();
        users.push("xtask".into());
        let uses = |folder: &String| {
            read(&format!("{folder}/Cargo.toml")).contains(&format!("{name}.workspace"))
        };
        assert!(users.iter().any(uses), "nothing uses `{name}`");
    }
}

#[test]
fn the_documentation_of_rules_is_fresh() {
    let fresh = read("docs/rules.md") == ereje_check::handbook::page();
    assert!(fresh, "docs/rules.md is not what the rules say: run `cargo xtask docs`");
}

/// The name that a diagnostic is made under, in what follows its constructor.
fn name_told(rest: &str) -> Option<&str> {
    let (name, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

#[test]
fn everything_that_is_told_is_documented() {
    let mut all = std::collections::BTreeSet::new();
    let makers = ["Diagnostic::error(", "Diagnostic::warning(", "fault("];
    for path in sources().iter().filter(|path| path.contains("/src/")) {
        let text = read(path);
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let told = makers.iter().flat_map(|maker| text.split(maker).skip(1)).filter_map(name_told);
        for name in told.filter(|_| !path.contains("tests")) {
            let known = ereje_check::names().any(|known| known == name);
            assert!(known, "{path} tells `{name}`, which `check explain` does not know");
            all.insert(name.to_owned());
        }
    }
    assert!(all.len() > 30, "how names are told has changed, and this sees but {all:?}");
}

#[test]
fn behaviour_depends_on_the_model_alone() {
    for name in [
        "ereje-audit",
        "ereje-check",
        "ereje-diff",
        "ereje-exchange",
        "ereje-import",
        "ereje-render",
    ] {
        let manifest = read(&format!("crates/{name}/Cargo.toml"));
        for other in crates().iter().filter(|other| *other != name && *other != "ereje") {
            assert!(!manifest.contains(&format!("{other}.workspace")), "{name} depends on {other}");
        }
    }
}

#[test]
fn heavy_dependencies_have_one_home() {
    let homes = [
        ("fluent_bundle::", "crates/ereje/src/catalog/"),
        ("fluent_syntax::", "crates/ereje/src/catalog"),
        ("pulldown_cmark::", "crates/ereje/src/markup"),
        ("icu_datetime::", "crates/ereje/src/formats"),
        ("icu_segmenter::", "crates/ereje-diff/src/words.rs"),
        ("similar::", "crates/ereje-diff/src/redline"),
        ("sha2::", "crates/ereje/src/digest.rs"),
        ("jiff::", "crates/ereje-cli/src/clock.rs"),
        ("quick_xml::", "crates/ereje-exchange/src/xliff/tree.rs"),
        ("tera::", "crates/ereje-render/src/templates.rs"),
        ("clap::", "crates/ereje-cli/src/"),
        ("annotate_snippets::", "crates/ereje-cli/src/report.rs"),
    ];
    // The reference for apps is read by itself.
    let is_product =
        |path: &&String| path.starts_with("crates/") && !path.starts_with("crates/ereje-notice/");
    for path in sources().iter().filter(is_product) {
        let text = read(path);
        for (name, home) in homes {
            let here = text
                .lines()
                .any(|line| line.contains(name) && !line.trim_start().starts_with("//"));
            assert!(!here || path.starts_with(home), "{path} uses {name}, whose home is {home}");
        }
    }
}
