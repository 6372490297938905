//! Files of a version that do not stand as they were written: each is the same version,
//! or it is told what is wrong with it.

use super::*;
use crate::digest::sha256;
use crate::fact::Fact;
use crate::version::ClauseText;
use crate::version::chain::tests::release_of;

const TEXT_FILE: &str = "en.toml";

/// A version that uses every key, and its files in another form than the program's own.
fn written_otherwise() -> (Release, BTreeMap<String, String>) {
    let (locale, mut release) = release_of("One.");
    let version = &mut release.version;
    version.previous = Some(Previous { version: "0.9".into(), sums: sha256(b"0.9") });
    version.retracts = vec!["0.9".into()];
    version.ends = true;
    version.clauses[0].promises = vec!["date-at-bottom".into()];
    version.facts = [("mail".to_owned(), Fact::Email("a@b.de".into()))].into();
    let text = release.texts.get_mut(&locale).expect("a text");
    let card = |title: &str| Card { title: title.into(), summary: format!("{title} it is") };
    text.description = "About this".into();
    text.notice = Some(NoticeText { now: card("Now"), coming: card("Coming") });
    text.clauses[0] =
        ClauseText { id: "contact".into(), heading: Some("Contact".into()), text: "One.".into() };
    let mut files = release.files();
    for file in files.values_mut() {
        *file = file.replace("= \"\"\"\n", "= \"").replace("\"\"\"", "\"");
        file.push_str("# The end.\n");
    }
    (release, files)
}

#[test]
fn files_in_another_form_are_the_same_version() {
    let (release, files) = written_otherwise();
    assert_eq!(read_release("x", &files), Ok(release));
}

/// What a line without its value, or without anything, would make of a version.
#[test]
fn every_line_of_a_version_says_something() {
    // Without these a version may be.
    let optional = [
        "reason",
        "short-notice",
        "retracts",
        "ends",
        "topics",
        "description",
        "mail",
        "promises",
        "facts",
        "heading",
    ];
    let (release, files) = written_otherwise();
    for name in [VERSION_FILE, TEXT_FILE] {
        let lines: Vec<&str> = files[name].lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some((key, _)) = line.split_once(" = ") else { continue };
            for other in [String::new(), format!("{key} = -7.5"), format!("{key} = \"?\"")] {
                let mut touched = lines.clone();
                touched[at] = &other;
                let mut files = files.clone();
                files.insert(name.into(), touched.join("\n"));
                match read_release("x", &files) {
                    Err(found) => assert!(!found.is_empty(), "{name} {line} -> {other}"),
                    Ok(read) => {
                        assert_ne!(read, release, "{name} {line} -> {other}");
                        assert_eq!(read.texts.len(), 1, "{name} {line} -> {other}");
                        let is_words = other.ends_with("\"?\"");
                        assert!(is_words || optional.contains(&key), "{name} {line} -> {other}");
                    }
                }
            }
        }
    }
}

#[test]
fn parts_that_are_missing_are_told() {
    let (_, files) = written_otherwise();
    for (name, part, instead, told) in [
        (VERSION_FILE, "level = 2", "level = 7", "`7` is no `level` that a clause can have"),
        (VERSION_FILE, "level = 2", "level = 0", "`0` is no `level` that a clause can have"),
        (VERSION_FILE, "[[clause]]", "[clause]", "`clause` must be written as `[[clause]]`"),
        (TEXT_FILE, "[notice.coming]", "[notice.now.more]", "`coming` is missing in `[notice]`"),
        (TEXT_FILE, "One.", "Two.", "the clause `contact` is not what was released"),
        (TEXT_FILE, "\"contact\"", "\"terms\"", "the clauses are not those of version.toml"),
        (TEXT_FILE, "\"en\"", "\"kk\"", "the file is not in the language of its name, `en`"),
    ] {
        let mut files = files.clone();
        let touched = files[name].replacen(part, instead, 1);
        assert_ne!(touched, files[name], "{part}");
        files.insert(name.into(), touched);
        let found = read_release("x", &files).expect_err(instead);
        assert!(found.iter().any(|one| one.message.starts_with(told)), "{found:?}");
    }
    for name in [VERSION_FILE, TEXT_FILE] {
        let mut files = files.clone();
        files.remove(name);
        assert_eq!(read_release("x", &files).expect_err(name).len(), 1);
    }
}
