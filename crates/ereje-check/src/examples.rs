//! Runs the examples in the documentation of every rule.
//!
//! An example is a fenced block in the rule's file, marked `ftl fails` or `ftl
//! passes`. It is the text of a policy with the clauses `intro`, `use` (with a
//! heading) and `contact` in English; messages that it does not give are filled
//! in. It may also give `changes`, a clause of that topic. A fact is declared where
//! the example speaks of it. A line `# terms.ftl` divides it from the terms. A language behind the mark,
//! as in `ftl fails de`, makes it a translation; what stands behind a line
//! `# source.ftl` is then its source, if it needs one, and only what it gives is
//! looked at. A line `# messages of a program` makes it text that is no Markdown. There is
//! another policy in the workspace, `terms-of-use`, with the same clauses.

use ereje::catalog::{Catalog, FUNCTIONS, FtlFile};
use ereje::compose::compose;
use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::{ClausePlan, Manifest, read_manifest};

use crate::rules::{RULES, Rule};
use crate::{
    Form, References, Side, Subject, Texts, Variables, check_document, check_file, check_fluent,
    check_messages, check_terms, check_texts,
};

const MANIFEST: &str = r#"
product = "app"
slug = "privacy"
source-locale = "en"
locales = ["en", "de"]
published = 2017-12-12

[facts]
support-email = { email = "help@example.com" }
retention = { duration = "30 days" }

[[clause]]
id = "intro"
[[clause]]
id = "use"
[[clause]]
id = "contact"
[[clause]]
id = "changes"
topics = ["changes"]
"#;

const SOURCE: &str = "\
title = Privacy policy
description = Privacy policy of App
last-updated = Last updated on { $published }
intro = What this is about.
use = Why we use what we collect.
    .heading = Use
contact = Write to <{ $support-email }>.
";

/// Nothing is a draft, and every rule looks.
const ALL: (bool, &dyn Fn(&Rule) -> bool) = (false, &|_| true);

/// What the rules find in an example.
fn findings(manifest: &Manifest, example: &Example) -> Vec<Diagnostic> {
    let (text, from) = example.text.split_once("# source.ftl\n").unwrap_or((&example.text, ""));
    let (messages, terms) = text.split_once("# terms.ftl\n").unwrap_or((text, ""));
    let locale = Locale::parse(&example.locale).expect("a locale");
    let terms = FtlFile::parse("terms.ftl", terms.to_owned());
    if example.is_translation {
        let (from, from_terms) = from.split_once("# terms.ftl\n").unwrap_or((from, ""));
        let english = Locale::parse("en").expect("a locale");
        let from_terms = FtlFile::parse("source-terms.ftl", from_terms.to_owned());
        let from = FtlFile::parse("source.ftl", from.to_owned());
        let file = FtlFile::parse("x.ftl", messages.to_owned());
        assert_eq!(file.diagnostics(), [], "an example must be sound Fluent: {text}");
        let is_program = example.text.starts_with("# messages of a program\n");
        let form = if is_program { Form::Plain } else { Form::Markdown };
        let source = Texts::of(&english, &from, Some(&from_terms), form);
        let own = Texts::of(&locale, &file, Some(&terms), form);
        let references = References::new(&file, Some(&terms), Variables::Any, Some(&FUNCTIONS));
        let has_source = example.text.contains("# source.ftl\n");
        let mut found = check_fluent(&references, has_source.then_some(&from), &locale);
        let source = Side { texts: &source, file: &from, terms: Some(&from_terms) };
        let own = Side { texts: &own, file: &file, terms: Some(&terms) };
        found.extend(check_texts(source, own, Some(&manifest.id), ALL));
        found.extend(check_file(&terms, &locale, None, ALL));
        return found;
    }
    let source = FtlFile::parse("source.ftl", SOURCE.to_owned());
    let file = FtlFile::parse("x.ftl", complete(messages));
    assert_eq!(file.diagnostics(), [], "an example must be sound Fluent: {text}");
    // Declared is what the example speaks of, be it in a comment.
    let mut manifest = manifest.clone();
    manifest.facts.retain(|name, _| file.text().contains(&format!("${name}")));
    let is_there =
        |clause: &ClausePlan| clause.id != "changes" || file.message("changes").is_some();
    manifest.clauses.retain(is_there);
    let manifest = &manifest;
    let catalog = Catalog::new(&locale, &file, Some(&terms), &manifest.facts, manifest.published);
    let (draft, wanted) = ALL;
    let mut other = manifest.clone();
    other.id = "terms-of-use".to_owned();
    let policies = [manifest.clone(), other];
    let policies = Some(policies.as_slice());
    let subject = Subject { manifest, catalog: &catalog, source: &source, policies, draft, wanted };
    let mut found = check_file(&file, &locale, Some(&manifest.id), ALL);
    found.extend(check_file(&terms, &locale, None, ALL));
    found.extend(check_terms(&terms, &[&file], &|_| false, &locale));
    found.extend(check_messages(&subject));
    let document = compose(manifest, &catalog);
    found.extend(check_document(&subject, &document, &found));
    found
}

/// Adds the messages of [`SOURCE`] that an example neither gives nor drops
/// (`# without NAME`).
fn complete(example: &str) -> String {
    let mut text = example.to_owned();
    let names: Vec<&str> =
        SOURCE.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name).collect();
    for (nth, name) in names.iter().enumerate().filter(|(_, name)| !name.starts_with(' ')) {
        let given = example.lines().any(|line| {
            line.split_once(" =").is_some_and(|(id, _)| id == *name)
                || line == format!("# without {name}")
        });
        if given {
            continue;
        }
        let start = SOURCE.find(&format!("{name} = ")).expect("a message");
        let end = names[nth + 1..]
            .iter()
            .find(|next| !next.starts_with(' '))
            .and_then(|next| SOURCE.find(&format!("\n{next} = ")))
            .map_or(SOURCE.len(), |at| at + 1);
        text.push_str(&SOURCE[start..end]);
    }
    text
}

/// A block of a rule's documentation.
struct Example {
    text: String,
    locale: String,
    is_translation: bool,
}

/// The blocks of a rule's documentation with this mark.
fn blocks(docs: &str, mark: &str) -> Vec<Example> {
    let lines = docs.lines().map_while(|line| line.strip_prefix("//!"));
    let mut blocks = Vec::new();
    let mut open: Option<Example> = None;
    for line in lines {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match &mut open {
            None => {
                let marked = line.strip_prefix(&format!("```ftl {mark}"));
                open = marked.map(|locale| Example {
                    text: String::new(),
                    locale: if locale.is_empty() { "en".into() } else { locale.trim().into() },
                    is_translation: !locale.is_empty(),
                });
            }
            Some(_) if line == "```" => blocks.extend(open.take()),
            Some(block) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
        }
    }
    blocks
}

#[test]
fn every_rule_does_what_its_documentation_says() {
    let (manifest, found) = read_manifest("privacy", "policy.toml", MANIFEST);
    assert_eq!(found, []);
    let manifest = manifest.expect("a manifest");
    let nothing = Example { text: String::new(), locale: "en".into(), is_translation: false };
    assert_eq!(findings(&manifest, &nothing), [], "the source itself is sound");
    for rule in RULES {
        let (fails, passes) = (blocks(rule.docs, "fails"), blocks(rule.docs, "passes"));
        assert!(!fails.is_empty() && !passes.is_empty(), "{} has no examples", rule.name);
        for example in fails {
            let found = findings(&manifest, &example);
            let hit = found.iter().find(|d| d.rule == rule.name);
            let hit =
                hit.unwrap_or_else(|| panic!("{} misses {}: {found:#?}", rule.name, example.text));
            assert_eq!(hit.level, rule.level, "{}", rule.name);
            assert!(hit.hint.is_some(), "{} gives no hint", rule.name);
            let others: Vec<_> = found.iter().filter(|d| d.rule != rule.name).collect();
            assert!(others.is_empty(), "{} is told beside others: {others:#?}", rule.name);
        }
        for example in passes {
            assert_eq!(
                findings(&manifest, &example),
                [],
                "{} finds fault in\n{}",
                rule.name,
                example.text
            );
        }
    }
}

#[test]
fn rules_are_in_order_and_named_after_their_files() {
    assert!(RULES.is_sorted_by_key(|rule| rule.name));
    for rule in RULES {
        assert!(rule.docs.starts_with(&format!("//! # `{}`", rule.name)), "{}", rule.name);
    }
}
