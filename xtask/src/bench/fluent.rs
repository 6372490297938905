//! The synthetic workspace as Ereje reads it: `ereje.toml`, `policy.toml` and
//! the `.ftl` files of each language.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::locales::Language;
use super::prose::{Markup, set};
use super::texts::{Author, Block, Clause, Piece, Shape, Size, Vocabulary, shapes};
use super::{Outcome, at, each_on_all_cores};

/// How a fact or a term is shown in a message.
struct Ftl;

impl Markup for Ftl {
    fn write(&self, piece: &Piece, out: &mut String) {
        // Writing to a string does not fail.
        let _ = match piece {
            Piece::Word(word) => write!(out, "{word}"),
            Piece::Bold(words) => write!(out, "**{words}**"),
            Piece::Link(words, target) => write!(out, "[{words}]({target})"),
            Piece::Brand => write!(out, "{{ -brand }}"),
            Piece::Users => write!(out, "{{ -user(form: \"plural\") }}"),
            Piece::Email => write!(out, "<{{ $support-email }}>"),
            Piece::Effective => {
                write!(out, "{{ DATETIME($effective, dateStyle: \"medium\") }}")
            }
            Piece::Retention(one, other) => write!(
                out,
                "{{ $retention ->\n        [one] {{ $retention }} {one}\n       \
                 *[other] {{ $retention }} {other}\n    }}"
            ),
        };
    }
}

/// The id of a policy by number.
pub(super) fn policy(number: usize) -> String {
    format!("policy-{:02}", number + 1)
}

/// Writes a workspace.
pub(super) fn write_workspace(
    root: &Path,
    size: Size,
    languages: &'static [Language],
) -> Outcome<()> {
    let write = |path: &str, text: String| {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        fs::write(&path, text).map_err(at(&path))
    };
    let settings = "[workspace]\nname = \"Benchmark\"\ndefault-locale = \"en\"\n";
    write("ereje.toml", settings.to_owned())?;
    let shapes = shapes(size.clauses);
    for number in 0..size.policies {
        let path = format!("policies/{}/policy.toml", policy(number));
        write(&path, manifest(&policy(number), &shapes, languages))?;
    }
    each_on_all_cores(languages, |language| {
        let vocabulary = Vocabulary::of(language);
        let folder = format!("locales/{}", language.tag);
        write(&format!("{folder}/terms.ftl"), terms(&vocabulary))?;
        write(&format!("{folder}/notice.ftl"), notice(&vocabulary))?;
        for number in 0..size.policies {
            let text = messages(&vocabulary, number, size, &shapes);
            write(&format!("{folder}/{}.ftl", policy(number)), text)?;
        }
        Ok(())
    })
}

fn manifest(id: &str, shapes: &[Shape], languages: &[Language]) -> String {
    let tags: Vec<String> =
        languages.iter().map(|language| format!("\"{}\"", language.tag)).collect();
    let mut text = format!(
        "product = \"bench\"\nslug = \"{id}\"\nsource-locale = \"en\"\nlocales = [{}]\n\
         published = 2026-11-15\n\n[facts]\n\
         support-email = {{ email = \"support@example.com\" }}\n\
         retention = {{ duration = \"30 days\" }}\neffective = {{ date = 2026-12-01 }}\n",
        tags.join(", ")
    );
    for shape in shapes {
        let _ = write!(text, "\n[[clause]]\nid = \"{}\"\n", shape.id);
        if shape.item {
            text.push_str("kind = \"item\"\n");
        } else if shape.level != 2 {
            let _ = writeln!(text, "level = {}", shape.level);
        }
    }
    text
}

fn terms(vocabulary: &Vocabulary) -> String {
    format!(
        "-brand = Ereje\n\n-user =\n    {{ $form ->\n       *[singular] {}\n        [plural] {}\n    \
         }}\n",
        vocabulary.fixed(0),
        vocabulary.fixed(1)
    )
}

fn notice(vocabulary: &Vocabulary) -> String {
    let mut text = format!("language-name = {}\n", vocabulary.language.name);
    let labels =
        ["contents", "languages", "policies", "skip-to-text", "draft-banner", "clause-missing"];
    for (at, label) in labels.into_iter().enumerate() {
        let _ = write!(text, "\n{label} = {}\n", vocabulary.phrase(10 * at + 10, at + 1));
    }
    text
}

fn messages(vocabulary: &Vocabulary, number: usize, size: Size, shapes: &[Shape]) -> String {
    let id = policy(number);
    let mut author = Author::new(vocabulary, &id, size);
    let mut text = format!(
        "title = {} {}\n\ndescription = {{ -brand }}: {}\n\nlast-updated = **{}: \
         {{ DATETIME($published, dateStyle: \"long\") }}**\n",
        vocabulary.phrase(100 + 3 * number, 3),
        number + 1,
        vocabulary.phrase(200 + 8 * number, 8),
        vocabulary.phrase(300, 2)
    );
    for shape in shapes {
        let _ = write!(text, "\n{} =", shape.id);
        message(vocabulary, &author.clause(shape), shape, &mut text);
    }
    text
}

fn message(vocabulary: &Vocabulary, clause: &Clause, shape: &Shape, text: &mut String) {
    let script = vocabulary.script();
    let mut blocks = clause.blocks.iter();
    if shape.item && let Some(Block::Paragraph(tokens)) = blocks.next() {
        // Its lead-in is bold, and a line must not begin with an asterisk.
        text.push(' ');
        set(tokens, &Ftl, script, (shape.id.len() + 3, "    "), text);
        text.push('\n');
    }
    for (at, block) in blocks.enumerate() {
        text.push('\n');
        match block {
            Block::Paragraph(tokens) => {
                text.push_str("    ");
                set(tokens, &Ftl, script, (4, "    "), text);
                text.push('\n');
            }
            Block::List(items) => {
                for tokens in items {
                    text.push_str("    - ");
                    set(tokens, &Ftl, script, (6, "      "), text);
                    text.push('\n');
                }
            }
        }
        let _ = at;
    }
    if let Some(heading) = &clause.heading {
        let _ = writeln!(text, "    .heading = {heading}");
    }
}
