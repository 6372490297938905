//! Any Fluent file is told what is wrong with it, in a time that grows as it does.

use super::*;
use crate::{Elsewhere, Form, Side, Texts, Variables, check_texts};

/// The rules that a translation breaks, each with the message it is told of.
fn told(source: &str, own: &str) -> Vec<(&'static str, String)> {
    let source = FtlFile::parse("en.ftl", source.to_owned());
    let own = FtlFile::parse("fr.ftl", own.to_owned());
    let found = found(&source, &own);
    found.into_iter().map(|told| (told.rule, told.clause.unwrap_or_default())).collect()
}

fn found(source: &FtlFile, own: &FtlFile) -> Vec<Diagnostic> {
    let locale = Locale::parse("fr").expect("a locale");
    let mut references = References::new(own, None, Variables::Source(source), Some(&["NUMBER"]));
    let elsewhere = Elsewhere::used_by(source);
    references.elsewhere = Some(&elsewhere);
    let mut found = check_fluent(&references, Some(source), &locale);
    let english = Locale::parse("en").expect("a locale");
    let (from, to) = (
        Texts::of(&english, source, None, Form::Plain),
        Texts::of(&locale, own, None, Form::Plain),
    );
    let sides = (
        Side { texts: &from, file: source, terms: None },
        Side { texts: &to, file: own, terms: None },
    );
    let texts = check_texts(sides.0, sides.1, None, (false, &|_| true));
    found.extend(on_their_own(texts, &found));
    found
}

#[test]
fn a_sound_translation_has_no_findings() {
    let source = "a = { -brand } has { NUMBER($n) } files\n    .title = Hi { $name }\n";
    assert_eq!(told(source, "a = { NUMBER($n) } : { -brand }\n    .title = Salut { $name }\n"), []);
}

#[test]
fn variables_are_those_of_the_same_message() {
    let source = "a = { $count }\nb = { $name } { a }\n";
    assert_eq!(
        told(source, "a = { $cuont }\nb = { $count }, { $name }\n"),
        [("unknown-variable", "a".to_owned())]
    );
}

#[test]
fn functions_and_names_that_nobody_has_are_told() {
    let rules = told("a = x\n", "a = { DATE($x) } { -y } { z }\n");
    let rules: Vec<_> = rules.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(
        rules,
        ["unknown-function", "unknown-reference", "unknown-reference", "unknown-variable"]
    );
}

#[test]
fn a_name_may_be_a_slip_in_one_of_another_file() {
    let source = FtlFile::parse("en.ftl", "a = { -brand } { common-hello }\n".to_owned());
    let own = FtlFile::parse("fr.ftl", "a = { -brnd } { comon-hello }\n".to_owned());
    let elsewhere = Elsewhere::used_by(&source);
    let mut references = References::new(&own, None, Variables::Source(&source), None);
    references.elsewhere = Some(&elsewhere);
    let found = check_fluent(&references, Some(&source), &Locale::parse("fr").expect("a locale"));
    let hints: Vec<_> = found.iter().filter_map(|told| told.hint.as_deref()).collect();
    assert_eq!(hints[..2], ["did you mean `-brand`?", "did you mean `common-hello`?"]);
    let fixes = found.iter().filter_map(|told| told.fix.as_deref());
    let texts: Vec<_> = fixes.map(|fix| fix.edits[0].text.as_str()).collect();
    assert_eq!(texts, ["brand", "common-hello"]);
}

#[test]
fn what_a_message_of_a_file_breaks_is_told_of_it() {
    assert_eq!(told("a = x\n", "a = x\na = y\n"), [("duplicate-message", "a".to_owned())]);
    assert_eq!(told("a = x\n", "a = x\u{200b}\n"), [("control-character", "a".to_owned())]);
    assert_eq!(told("a = x\n", "a = { a }\n"), [("cyclic-reference", "a".to_owned())]);
    let attributes = |title, label| format!("a =\n    .title = {title}\n    .label = {label}\n");
    let repeated = attributes("{ a.label }", "x");
    assert_eq!(told(&repeated, &repeated), []);
    let cycle = attributes("{ a.label }", "{ a.title }");
    assert_eq!(told(&repeated, &cycle), [("cyclic-reference", "a".to_owned())]);
    let wide = |name, width| format!("a =\n    .{name} = width: {width}em\n");
    assert_eq!(told(&wide("style", "15.4"), &wide("style", "16")), []);
    let found = told(&wide("label", "15.4"), &wide("label", "16"));
    assert_eq!(found, [("number-mismatch", "a".to_owned())]);
}

/// A file of many messages; `line` makes each of its number.
fn many(line: impl Fn(usize) -> String) -> String {
    (0..MANY).map(line).collect()
}

/// As many as a test without optimisation does in seconds where nothing is
/// quadratic, and not in minutes where something is.
const MANY: usize = 5_000;

#[test]
fn large_files_take_bounded_time() {
    let plain = many(|n| format!("message-{n} = text {n}\n"));
    let source = FtlFile::parse("en.ftl", plain.clone());
    let wrong = [
        many(|n| format!("massege-{n} = {{ mesage-{n} }} {{ -term-{n} }}\n")),
        many(|n| format!("-term-{n} = {{ message-{n} }}\n")),
        many(|n| format!("message-{n} = text {} {{ $variable{n} }}\n", n + 1)),
        many(|n| format!("message-{n} = {{ message-{} }}\n", (n + 1) % MANY)),
        many(|n| format!("message-{n} = {{ message-{} }}{{ message-{} }}\n", n + 1, n / 2)),
        many(|_| "message = text\n".to_owned()),
        many(|n| format!("message-{n} = {{ \n")),
        format!("a = x\n{}", many(|n| format!("    .attribute-{n} = x\n"))),
        format!("a = x\n{}", many(|_| "    .attribute = x\n".to_owned())),
        format!("message-1 = {}\n", many(|n| format!("{{ $x{n} }}"))),
        format!("message-1 = {}\n", "\u{200b}".repeat(MANY)),
        String::new(),
    ];
    for text in wrong {
        let own = FtlFile::parse("fr.ftl", text);
        let found = found(&source, &own);
        assert!(!found.is_empty());
    }
}
