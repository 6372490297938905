//! Files that are as bad as can be: an answer in bounded time and memory, and never
//! the end of the program.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use support::{Ran, Sandbox};

const OF_POLICY: &str = "locales/ru/privacy.ftl";
const OF_PROGRAM: &str = "texts/ru/a.ftl";

/// A sound workspace, and the texts of a program, which have `text` as their source.
fn with_source(text: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("texts/en/a.ftl", text);
    sandbox.write(OF_PROGRAM, text);
    sandbox
}

/// What all commands that read texts say, which must not be that they broke down.
fn all(sandbox: &Sandbox) -> [Ran; 3] {
    let fluent = ["check", "--fluent", "texts/en", "texts/ru"];
    [&fluent[..], &["check"], &["generate"]].map(|arguments| {
        let ran = sandbox.run(arguments);
        assert!((0..=2).contains(&ran.status), "{arguments:?}: {} {}", ran.status, ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
        ran
    })
}

/// The same where the translations of both are `text`.
fn all_of(text: &[u8]) -> [Ran; 3] {
    let sandbox = with_source("a = Text { $x }\n");
    sandbox.write(OF_POLICY, text);
    sandbox.write(OF_PROGRAM, text);
    all(&sandbox)
}

#[test]
fn a_hundred_megabytes() {
    let sandbox = with_source("a = Text\n");
    for path in [OF_POLICY, OF_PROGRAM] {
        let file = std::fs::File::create(sandbox.at(path)).expect("a file");
        file.set_len(100 << 20).expect("as long as that");
    }
    for ran in all(&sandbox) {
        assert!(ran.status == 1 && ran.stderr.contains("too large"), "{}", ran.stderr);
    }
}

#[test]
fn bytes_that_are_no_text() {
    for ran in all_of(b"title = T\na = caf\xe9 \xff\nb = x\n") {
        assert!(ran.stderr.contains("the byte 0xE9 is no UTF-8"), "{}", ran.stderr);
    }
    for ran in all_of(b"a = { \"\\u00\xc3\xa9\" }\n") {
        assert!(ran.stderr.contains("a backslash in quotation marks"), "{}", ran.stderr);
    }
    all_of(&[0; 100_000]);
}

/// Messages with an own text in each language are compared with each other.
#[test]
fn many_messages_that_say_other_words() {
    let text = |word: &str| {
        let one = |nth: usize| format!("m{nth} = {word} {{ $x }}\n");
        (0..20_000).map(one).collect::<String>()
    };
    let sandbox = with_source(&text("Text number"));
    sandbox.write(OF_PROGRAM, text("Текст номер"));
    let ran = sandbox.run(&["check", "--fluent", "texts/en", "texts/ru"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("all 20,000 messages"), "{}", ran.stdout);
}

/// Copies of the source were once looked for terms in all messages, each anew.
#[test]
fn many_messages_that_nobody_has_translated() {
    let one = |nth: usize| format!("m{nth} = We collect what you type into the form\n");
    let sandbox = with_source(&(0..5_000).map(one).collect::<String>());
    let fluent = ["check", "--format", "json", "--fluent", "texts/en", "texts/ru"];
    let ran = sandbox.run(&fluent);
    assert_eq!(ran.stdout.lines().count(), 5_000);
}

#[test]
fn choices_in_choices() {
    let nested = (0..50).fold("x".to_owned(), |inner, nth| {
        format!("{{ $v{nth} ->\n [a] y{nth}\n *[b] {inner}\n }}")
    });
    let beside = (0..50).map(|nth| format!("{{ $v{nth} ->\n [a] x\n *[b] y\n }}"));
    for pattern in [nested, beside.collect()] {
        let text = format!("title = T\na = {pattern}\n");
        let sandbox = with_source(&text);
        sandbox.write(OF_POLICY, &text);
        let [program, policy, _] = all(&sandbox);
        assert_eq!(program.status, 0, "{}", program.stderr);
        assert_eq!(policy.status, 1, "{}", policy.stderr);
    }
    all_of(format!("a = {}\n", "{".repeat(100_000)).as_bytes());
}

#[test]
fn many_variants_and_attributes() {
    let variants: String = (0..5_000).map(|nth| format!("    [k{nth}] v\n")).collect();
    let attributes: String = (0..5_000).map(|nth| format!("    .b{nth} = y {{ $z }}\n")).collect();
    for text in
        [format!("a = {{ $x ->\n{variants}   *[other] z\n}}\n"), format!("a = x\n{attributes}")]
    {
        let sandbox = with_source(&text);
        sandbox.write(OF_POLICY, &text);
        assert_eq!(all(&sandbox)[0].status, 0);
    }
}

#[cfg(unix)]
#[test]
fn links_in_circles_and_files_that_the_source_lacks() {
    use std::os::unix::fs::symlink;
    let sandbox = with_source("a = Text\n");
    let link = |to: &str, at: &str| symlink(to, sandbox.at(at)).expect("a link");
    link("..", "texts/ru/around");
    link("b.ftl", "texts/ru/c.ftl");
    link("c.ftl", "texts/ru/b.ftl");
    link("../../../../etc/passwd", "texts/ru/d.ftl");
    link("a.ftl", "texts/ru/e.ftl");
    link("../ru", "locales/ru/around");
    link("privacy.ftl", "locales/ru/other.ftl");
    for nth in 0..100 {
        sandbox.write(&format!("texts/ru/more/{nth}.ftl"), "x = y\n");
    }
    let [program, ..] = all(&sandbox);
    let told = |words: &str| program.stderr.matches(words).count();
    assert_eq!(told("the reference has no file that this one translates"), 101);
    assert_eq!(told("a link that leads to no file"), 2, "{}", program.stderr);
    assert_eq!(told("a link that leads out of the folder"), 1);
}
