//! The targets of the fuzzer over their seeds, on any compiler: so they can not rot,
//! and what a fuzzer has found once stays mended.
#![allow(clippy::disallowed_methods, clippy::missing_panics_doc, reason = "tests of files")]

use std::fs;
use std::path::Path;

#[allow(unreachable_pub, reason = "they are a crate of their own there")]
#[path = "../fuzz/src/lib.rs"]
mod targets;

fn over(folder: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(folder);
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("seeds").filter_map(Result::ok) {
        target(&fs::read(entry.path()).expect("a seed"));
        count += 1;
    }
    assert!(count > 3, "{count} seeds in {}", folder.display());
}

#[test]
fn messages() {
    for target in [targets::parse, targets::compose, targets::check, targets::fix] {
        over("messages", target);
    }
}

#[test]
fn texts() {
    for target in [targets::markup, targets::redline] {
        over("texts", target);
    }
}

#[test]
fn settings() {
    over("settings", targets::settings);
}
