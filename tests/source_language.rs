//! Another language of a policy becomes the one that the others are made from.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::records::{change_source, change_translation, ok, recorded, status};
use support::{POLICY, Sandbox};

const RECORDS: [&str; 2] = ["locales/ru/privacy.sync.toml", "locales/ru/privacy.memory.toml"];

/// The same files of another language.
fn of(locale: &str) -> [String; 2] {
    RECORDS.map(|path| path.replace("/ru/", &format!("/{locale}/")))
}

fn make_russian_the_source(sandbox: &Sandbox) {
    sandbox.edit(POLICY, "source-locale = \"en\"", "source-locale = \"ru\"");
}

#[test]
fn nothing_is_stale_and_the_next_version_records_which_language_binds() {
    let sandbox = Sandbox::new();
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.generate();
    let [record, memory] = RECORDS.map(|path| sandbox.read(path));
    make_russian_the_source(&sandbox);
    let ran = sandbox.run(&["check", "--locked"]);
    assert!(ran.stderr.contains("outdated-record") && ran.stderr.contains("en/"), "{}", ran.stderr);
    let told = status(&sandbox);
    assert!(told.contains("the source of 1.0 is en") && !told.contains("-- "), "{told}");
    sandbox.generate();
    // What is the source was made from nothing.
    assert!(RECORDS.iter().all(|path| !sandbox.at(path).exists()));
    let digests = |text: &str| {
        let mut all: Vec<String> = text.split('"').map(str::to_owned).collect();
        all.sort();
        all
    };
    let [turned, remembered] = of("en").map(|path| sandbox.read(&path));
    assert_ne!(turned, record);
    assert_eq!(digests(&turned), digests(&record), "{turned}");
    assert_eq!(remembered, memory);
    ok(sandbox.run(&["check", "--locked"]));
    assert!(sandbox.generate().stdout.starts_with("nothing changed"));
    let told = status(&sandbox);
    assert!(!told.contains("-- ") && !told.contains("record"), "{told}");
    // Readers see what they saw.
    let told = ok(sandbox.run(&["diff"]));
    assert!(told.contains("at least editorial"), "{told}");
    assert!(told.contains("editorial: the source language is `ru`, no longer `en`"), "{told}");
    sandbox.release("2026-05-01", "2026-06-01", &[]);
    let version = sandbox.read("policies/privacy/versions/1.1/version.toml");
    assert!(version.contains("source-locale = \"ru\""), "{version}");
    assert!(version.contains("severity = \"editorial\""), "{version}");
    assert!(!status(&sandbox).contains("the source of"));
    sandbox.refuses(&["release", "privacy", "--effective", "2026-07-01"], 2, "nothing has changed");
    // From now on English follows.
    change_translation(&sandbox);
    sandbox.generate();
    let told = status(&sandbox);
    assert!(told.contains("-- use in `en` (stale") && told.contains("{+и когда+}"), "{told}");
}

#[test]
fn its_record_is_kept_until_all_translations_are_known_to_follow_it() {
    let sandbox = recorded();
    ok(sandbox.run(&["init", "--locales", "kk"]));
    sandbox.write("locales/kk/terms.ftl", "-app = App\n");
    sandbox.write(
        "locales/kk/privacy.ftl",
        "title = Құпиялылық саясаты\ndescription = App деректеріңізді қалай өңдейді\n\
         last-updated = **Жаңартылған күні: { DATETIME($published) }**\n\
         intro = { -app } не істейді.\nuse = { -app } мұны не үшін істейді.\n    .heading = Мақсаты\n\
         contact = <{ $mail }> мекенжайына жазыңыз.\n    .heading = Байланыс\n",
    );
    sandbox.generate();
    let before = RECORDS.map(|path| sandbox.read(path));
    make_russian_the_source(&sandbox);
    // Somebody changes both at once, and looks at one language alone first.
    change_translation(&sandbox);
    ok(sandbox.run(&["generate", "--draft", "--locale", "kk"]));
    assert_eq!(RECORDS.map(|path| sandbox.read(path)), before);
    sandbox.write(&of("en")[0], "no record");
    assert_eq!(sandbox.run(&["generate"]).status, 1);
    assert_eq!(RECORDS.map(|path| sandbox.read(path)), before);
    sandbox.remove(&of("en")[0]);
    sandbox.generate();
    assert!(RECORDS.iter().all(|path| !sandbox.at(path).exists()));
    let told = status(&sandbox);
    for locale in ["en", "kk"] {
        let stale = format!("-- use in `{locale}` (stale");
        assert!(told.contains(&stale) && !told.contains("not remembered"), "{told}");
    }
    assert_eq!(told.matches("{+и когда+}").count(), 2, "{told}");
    change_source(&sandbox);
    sandbox.generate();
    assert!(status(&sandbox).contains("-- use in `en` (to review"));
}
