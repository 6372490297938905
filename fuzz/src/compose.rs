//! A policy of any messages and terms: what comes out is built as pages are, and
//! what can not be shown is told.

use std::sync::LazyLock;

use ereje::catalog::{Catalog, FtlFile};
use ereje::document::Document;
use ereje::manifest::{Manifest, read_manifest};
use ereje::markup::{Event, Markup};
use ereje::version::freeze;

use super::{Input, text};

/// The plan that messages are looked for by, with a fact of each kind.
pub(crate) static MANIFEST: LazyLock<Manifest> = LazyLock::new(|| {
    let plan = include_str!("policy.toml");
    let (manifest, found) = read_manifest("privacy", "policy.toml", plan);
    assert_eq!(found, []);
    manifest.expect("a manifest")
});

/// Makes the page of the messages in an input.
pub fn compose(bytes: &[u8]) {
    let text = text(bytes);
    let input = Input::new(&text);
    let file = FtlFile::parse("a.ftl", input.messages.to_owned());
    let terms = FtlFile::parse("terms.ftl", input.terms.to_owned());
    let manifest = &*MANIFEST;
    let catalog =
        Catalog::new(&input.locale, &file, Some(&terms), &manifest.facts, manifest.published);
    let document = ereje::compose::compose(manifest, &catalog);
    let again = ereje::compose::compose(manifest, &catalog);
    assert_eq!(format!("{document:?}"), format!("{again:?}"), "the same twice");
    for failure in &document.failures {
        let is_there = [&file, &terms].iter().any(|file| file.message(&failure.message).is_some());
        assert!(is_there, "{failure:?}");
        assert!(!failure.error.what.is_empty());
    }
    assert_built(&document);
    let frozen = freeze(manifest, &catalog);
    for clause in &document.clauses {
        let text = frozen.clause(&clause.id).expect("what is shown is frozen");
        assert_eq!(Markup::parse(&text.text), clause.body);
    }
}

/// Everything that opens closes, in order, and links lead somewhere.
fn assert_built(document: &Document) {
    let lines = [&document.title, &document.description, &document.last_updated];
    let clauses = document.clauses.iter();
    let parts = clauses.flat_map(|clause| clause.heading.iter().chain([&clause.body]));
    for markup in lines.into_iter().chain(parts) {
        let mut open = Vec::new();
        let mut words = String::new();
        for event in markup.events() {
            match event {
                Event::Open(tag) => open.push(tag),
                Event::Close(tag) => assert_eq!(open.pop(), Some(tag), "{markup:?}"),
                Event::Text(text) => words.push_str(text),
                Event::Break | Event::Rule => {}
            }
        }
        assert!(open.is_empty(), "{markup:?}");
        assert_eq!(words, markup.text(), "{markup:?}");
    }
}
