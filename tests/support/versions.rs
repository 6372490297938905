//! A policy with versions, and what is made of it.

use std::collections::BTreeMap;

use super::{Ran, Sandbox, tree};

/// A workspace with version 1.0, and with 2.0 that takes effect on 1 June.
pub(crate) fn announced() -> Sandbox {
    let sandbox = Sandbox::after_one();
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    sandbox
}

pub(crate) fn generate(sandbox: &Sandbox, more: &[&str]) -> Ran {
    let ran = sandbox.run(&[&["generate"], more].concat());
    assert_eq!(ran.status, 0, "{more:?}: {}{}", ran.stdout, ran.stderr);
    ran
}

pub(crate) fn has(sandbox: &Sandbox, path: &str, words: &str) -> bool {
    sandbox.read(path).contains(words)
}

/// What a run into an empty folder makes.
pub(crate) fn afresh(sandbox: &Sandbox, day: &str) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().expect("a folder");
    generate(sandbox, &["--on", day, "--out", &out.path().to_string_lossy()]);
    let own = |path: &String| path.starts_with(".ereje/");
    tree(out.path()).into_iter().filter(|(path, _)| !own(path)).collect()
}
