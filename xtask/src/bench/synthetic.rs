//! A workspace of any size, the same on every machine.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use ereje::formats::plural_categories;
use ereje::locale::Locale;
use rayon::prelude::*;

use super::locales::{LANGUAGES, Language};
use super::random::Random;

/// How large the workspace is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    pub(super) locales: usize,
    pub(super) policies: usize,
    pub(super) clauses: usize,
    /// Words a clause, about.
    pub(super) words: usize,
}

impl Size {
    /// Policies times locales.
    pub(super) fn pages(self) -> usize {
        self.locales * self.policies
    }
}

/// Writes the workspace to `root`.
pub(super) fn write(root: &Path, size: Size) -> io::Result<()> {
    let languages = &LANGUAGES[..size.locales.clamp(1, LANGUAGES.len())];
    let put = |path: String, text: String| {
        let path = root.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    };
    put("ereje.toml".into(), "[workspace]\nname = \"Bench\"\ndefault-locale = \"en\"\n".into())?;
    let tags: Vec<String> =
        languages.iter().map(|language| format!("\"{}\"", language.tag)).collect();
    for policy in 0..size.policies {
        put(format!("policies/p{policy}/policy.toml"), manifest(policy, &tags.join(", "), size))?;
    }
    languages.par_iter().try_for_each(|language| {
        let folder = format!("locales/{}", language.tag);
        put(format!("{folder}/terms.ftl"), "-brand = Bench\n".into())?;
        put(format!("{folder}/notice.ftl"), notice(language))?;
        (0..size.policies).try_for_each(|policy| {
            put(format!("{folder}/p{policy}.ftl"), texts(language, policy, size))
        })
    })
}

fn is_item(clause: usize) -> bool {
    clause % 7 == 6
}

fn manifest(policy: usize, tags: &str, size: Size) -> String {
    let mut text = format!(
        "product = \"bench\"\nslug = \"p{policy}\"\nsource-locale = \"en\"\nlocales = [{tags}]\n\
         published = 2026-01-15\n\n[facts]\nmail = {{ email = \"help@example.com\" }}\n\
         keep = {{ duration = \"30 days\" }}\n"
    );
    for clause in 0..size.clauses {
        let kind = if is_item(clause) { "kind = \"item\"\n" } else { "" };
        // Writing to a string does not fail.
        let _ = write!(text, "\n[[clause]]\nid = \"c{clause}\"\n{kind}");
    }
    text
}

fn notice(language: &Language) -> String {
    let mut random = Random::named(language.tag);
    let mut word = || words(language, 1, &mut random);
    format!(
        "language-name = {}\ncontents = {}\nlanguages = {}\npolicies = {}\nskip-to-text = {}\n\
         draft-banner = {}\nclause-missing = {}: {{ $language }}\n",
        language.name,
        word(),
        word(),
        word(),
        word(),
        word(),
        word()
    )
}

fn texts(language: &Language, policy: usize, size: Size) -> String {
    let mut random = Random::named(&format!("{}/p{policy}", language.tag));
    // What is said where is the same in all languages, as in real translations.
    let mut shape = Random::named(&format!("p{policy}"));
    let forms = forms(language);
    let mut text = format!(
        "title = {}\ndescription = {}\nlast-updated = **{} {{ DATETIME($published) }}**\n",
        words(language, 3, &mut random),
        words(language, 8, &mut random),
        words(language, 3, &mut random)
    );
    for clause in 0..size.clauses {
        let both = (&mut shape, &mut random);
        let _ =
            write!(text, "\nc{clause} =\n{}", body(language, &forms, (clause, size.words), both));
        if !is_item(clause) {
            let _ = writeln!(text, "    .heading = {}", words(language, 4, &mut random));
        }
    }
    text
}

/// The forms that a choice by plural needs in a language, besides the default.
fn forms(language: &Language) -> String {
    let categories = Locale::parse(language.tag).map(|locale| plural_categories(&locale, false));
    let categories = categories.unwrap_or_default();
    let needed = categories.iter().filter(|category| **category != "other");
    needed.map(|category| format!("        [{category}] {{ $keep }}\n")).collect()
}

/// The text of a clause: paragraphs with now and then strong words, a link, a
/// term, a fact, a plural or a list.
fn body(
    language: &Language,
    forms: &str,
    (clause, count): (usize, usize),
    (shape, random): (&mut Random, &mut Random),
) -> String {
    let mut text = String::new();
    let mut left = count;
    while left > 0 {
        let length = shape.within(40, 80).min(left);
        left -= length;
        let mut line = words(language, length, random);
        match shape.below(5) {
            // Not at the start of a line, where asterisks would end the message.
            0 => line.push_str(&format!(" x **{}**", words(language, 3, random))),
            1 => line.push_str(" [{ -brand }](https://example.com/a?b=1)."),
            2 => line.push_str(" <{ $mail }>"),
            3 => {
                line.push_str(&format!(" {{ $keep ->\n{forms}       *[other] {{ $keep }}\n    }}"));
            }
            _ => {}
        }
        wrap(&mut text, &line, 96 / language.script.width());
        if left > 0 {
            text.push('\n');
        }
    }
    if clause % 9 == 4 && !is_item(clause) {
        text.push('\n');
        for _ in 0..3 {
            let _ = writeln!(text, "    - {}", words(language, 6, random));
        }
    }
    text
}

/// Breaks a text at spaces into indented lines of about `width` characters;
/// one without spaces stays as it is.
fn wrap(out: &mut String, text: &str, width: usize) {
    let mut line = 0;
    out.push_str("    ");
    for (nth, word) in text.split(' ').enumerate() {
        // A line must not begin with what would end the message.
        if nth > 0 && line > width && !word.starts_with(['*', '[', '.', '-', '}', '>']) {
            out.push_str("\n    ");
            line = 0;
        } else if nth > 0 {
            out.push(' ');
        }
        out.push_str(word);
        line += word.chars().count() + 1;
    }
    out.push('\n');
}

/// So many words, with commas between some and a full stop.
pub(super) fn words(language: &Language, count: usize, random: &mut Random) -> String {
    let script = language.script;
    let syllables: Vec<&str> = script.syllables().split_whitespace().collect();
    let mut text = String::new();
    for nth in 0..count {
        if nth > 0 {
            if random.once_in(12) {
                text.push_str(script.comma());
            }
            text.push_str(script.space());
        }
        for _ in 0..random.within(1, script.longest_word()) {
            text.push_str(syllables[random.below(syllables.len())]);
        }
    }
    text.push_str(script.stop());
    text.trim().to_owned()
}
