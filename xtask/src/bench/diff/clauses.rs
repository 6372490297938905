//! A policy in Markdown as clauses: a heading and the text below it make one.

use std::collections::HashMap;

use ereje::document::{Clause, Document};
use ereje::locale::Locale;
use ereje::manifest::ClauseKind;
use ereje::markup::{Event, Markup, Tag};

/// A document with these clauses and nothing else.
pub(super) fn document(locale: &Locale, clauses: Vec<Clause>) -> Document {
    Document {
        policy: "bench".into(),
        product: "bench".into(),
        locale: locale.clone(),
        permalink: String::new(),
        title: Markup::default(),
        description: Markup::default(),
        published: None,
        last_updated: Markup::default(),
        clauses,
        draft: false,
        failures: Vec::new(),
    }
}

/// A clause of paragraphs.
pub(super) fn clause(id: String, level: u8, heading: Option<&str>, text: &str) -> Clause {
    Clause {
        id,
        kind: ClauseKind::Text,
        level,
        topics: Vec::new(),
        heading: heading.map(Markup::parse_line),
        body: Markup::parse(text),
        shown_in: None,
    }
}

/// The clauses of a Markdown file, without the front matter. Their ids are made
/// of their headings.
pub(super) fn split(text: &str) -> Vec<Clause> {
    let mut text = without_front_matter(text);
    let mut ids: HashMap<String, usize> = HashMap::new();
    let mut clauses = Vec::new();
    let mut heading: Option<(u8, &str)> = None;
    loop {
        let end = next_heading(text).unwrap_or(text.len());
        let body = &text[..end];
        if heading.is_some() || !body.trim().is_empty() {
            let (level, words) = heading.map_or((2, None), |(level, words)| (level, Some(words)));
            let slug = slug(words.unwrap_or("start"));
            let same = ids.entry(slug.clone()).and_modify(|count| *count += 1).or_insert(1);
            let id = if *same == 1 { slug } else { format!("{slug}-{same}") };
            clauses.push(clause(id, level, words, body));
        }
        if end == text.len() {
            return clauses;
        }
        let line = text[end..].lines().next().unwrap_or_default();
        let words = line.trim_start_matches('#');
        let level = u8::try_from(line.len() - words.len()).unwrap_or(6);
        heading = Some((level, words.trim().trim_end_matches('#').trim_end()));
        text = &text[end + line.len()..];
    }
}

fn without_front_matter(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("---\n") else { return text };
    rest.split_once("\n---\n").map_or(text, |(_, body)| body)
}

/// Where the next line begins that is a heading: one to six signs `#` and a
/// space, not in a block of code.
fn next_heading(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut in_code = false;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches('#');
        let signs = line.len() - words.len();
        in_code ^= line.starts_with("```");
        if !in_code && (1..=6).contains(&signs) && words.starts_with(' ') {
            return Some(at);
        }
        at += line.len();
    }
    None
}

fn slug(heading: &str) -> String {
    let mut slug = String::new();
    for word in heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_lowercase());
    }
    slug
}

/// The words of a text, a line a block: what a program that knows no markup is
/// given to compare.
pub(super) fn lines(markup: &Markup) -> String {
    let mut lines = String::new();
    let end = |lines: &mut String| {
        if !lines.is_empty() && !lines.ends_with('\n') {
            lines.push('\n');
        }
    };
    for event in markup.events() {
        match event {
            Event::Text(text) => lines.push_str(text),
            Event::Break | Event::Rule => end(&mut lines),
            Event::Open(tag) | Event::Close(tag) if is_block(tag) => end(&mut lines),
            Event::Open(_) | Event::Close(_) => {}
        }
    }
    end(&mut lines);
    lines
}

fn is_block(tag: Tag) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Code | Tag::Link(_) | Tag::Isolate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_begins_a_clause() {
        let text = "---\ntitle: x\n---\nHello.\n\n## Your data ##\n\nWe keep it.\n\n### Your \
                    data\n```\n# no heading\n```\n";
        let clauses = split(text);
        let ids: Vec<&str> = clauses.iter().map(|clause| clause.id.as_str()).collect();
        assert_eq!(ids, ["start", "your-data", "your-data-2"]);
        assert_eq!(clauses[1].heading.as_ref().map(Markup::text), Some("Your data"));
        assert_eq!(clauses[1].body.text(), "We keep it.");
        assert_eq!(clauses[2].level, 3);
    }

    #[test]
    fn a_block_is_a_line() {
        let markup =
            Markup::parse("One *two*.\n\n- three\n- four\n\n| a | b |\n|--|--|\n| c | d |");
        assert_eq!(lines(&markup), "One two.\nthree\nfour\na\nb\nc\nd\n");
    }
}
