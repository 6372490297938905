//! Pages of which no policy can be made: `import` says so in a sentence, in time, and
//! writes nothing.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;

use support::pages::{folder, import, run_in};
use support::tree;

#[test]
fn a_page_that_is_as_bad_as_can_be_is_answered_in_time() {
    for (name, text) in [
        ("ends", format!("<div>\n{}\n</div>\n", "<script>".repeat(20_000))),
        ("tags", format!("<div>\n{}\n", "<a".repeat(80_000))),
        ("signs", format!("<div>\n{}\n</div>\n", "&".repeat(160_000))),
        ("brackets", "[".repeat(160_000)),
        ("addresses", (0..8_000).map(|nth| format!("a{nth}@example.com ")).collect()),
        ("lists", "a {: #x}\n\n".repeat(8_000)),
        ("headings", "## A\n\nb\n\n".repeat(8_000)),
        ("dates", "On 1 January 2020. ".repeat(8_000)),
    ] {
        let ran = import(folder().path(), &text, "en", &[]);
        assert!((0..=1).contains(&ran.status), "{name}: {} {}", ran.status, ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{name}: {}", ran.stderr);
    }
}

#[test]
fn bad_pages_are_told_in_a_sentence_and_nothing_is_written() {
    let folder = folder();
    for (page, what) in [
        ("", "the page is empty"),
        ("---\ntitle: x\n---\n", "the page has front matter alone"),
        ("# Privacy\n\n<!-- Soon. -->\n", "the page has a title alone"),
        ("---\ntitle x\n---\ntext\n", "has no name and value"),
        ("---\ntitle: x\n\ntext\n", "the front matter does not end"),
        ("<!DOCTYPE html>\n<html>é</html>", "the page is HTML, not Markdown"),
    ] {
        let ran = import(folder.path(), page, "en", &[]);
        assert_eq!(ran.status, 1, "{page}");
        assert!(
            ran.stderr.contains(what) && ran.stderr.contains("nothing was written"),
            "{}",
            ran.stderr
        );
    }
    // Known by their names, before anything else is asked for.
    for (name, what, todo) in [
        (
            "privacy.docx",
            "a text of a word processor",
            "`pandoc privacy.docx -t commonmark -o privacy.md`",
        ),
        (
            "our policy.odt",
            "a text of a word processor",
            "`pandoc \"our policy.odt\" -t commonmark -o \"our policy.md\"`",
        ),
        ("privacy.doc", "a text of a word processor", "save it as .docx first"),
        ("privacy.pdf", "a PDF", "the text that it was made from"),
        ("de/privacy.PO", "an export to read", "`ereje export --format xliff`"),
        ("privacy.csv", "an export to read", "`ereje export --format xliff`"),
        ("privacy.ftl", "a file of messages", "locales/LOCALE/POLICY.ftl"),
    ] {
        let path = folder.path().join("other").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, b"PK\x03\xff").expect("bytes");
        let ran = run_in(folder.path(), &["import", &format!("other/{name}")]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
        let told =
            format!("error[import-page]: {what}, and no page of Markdown\n--> other/{name}\n");
        assert!(ran.stderr.starts_with(&told) && ran.stderr.contains(todo), "{}", ran.stderr);
    }
    fs::remove_dir_all(folder.path().join("other")).expect("removed");
    fs::write(folder.path().join("page.md"), b"caf\xe9").expect("bytes");
    let arguments = ["import", "page.md", "--policy", "privacy", "--locale", "en"];
    assert!(run_in(folder.path(), &arguments).stderr.contains("no UTF-8"));
    fs::write(folder.path().join("page.md"), vec![b'a'; 20 << 20]).expect("bytes");
    assert!(run_in(folder.path(), &arguments).stderr.contains("more than 4 MB"));
    assert_eq!(tree(folder.path()).len(), 1, "nothing but the page");
}

#[test]
fn a_page_whose_address_another_policy_has_is_refused() {
    let folder = folder();
    let page = |words: &str| format!("---\npermalink: /privacy/\n---\n# {words}\n\n{words}.\n");
    assert_eq!(import(folder.path(), &page("We collect nothing"), "en", &[]).status, 0);
    fs::write(folder.path().join("other.md"), page("We collect a little")).expect("a page");
    let before = tree(folder.path());
    let other = ["import", "other.md", "--policy", "other", "--locale", "en"];
    let ran = run_in(folder.path(), &other);
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(
        ran.stderr.contains("the page `privacy` of `en` is also that of the policy `privacy`"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("help: write another `permalink`"), "{}", ran.stderr);
    assert_eq!(tree(folder.path()), before, "nothing is written");
}
