//! A policy's page as Markdown with front matter, as `import` reads it.

use ereje::Scalar;
use ereje::document::{Clause, Document};
use ereje::manifest::{ClauseKind, Manifest, fill};
use ereje::markup::{Event, Markup, Tag, write};

/// The page of a document: front matter, then each heading with its anchor and its
/// text, and the line with the date.
#[must_use]
pub fn page(manifest: &Manifest, document: &Document) -> String {
    let mut out = front_matter(manifest, document);
    let mut blocks: Vec<String> = Vec::new();
    let mut clauses = document.clauses.iter().peekable();
    while let Some(clause) = clauses.next() {
        let mut body = Vec::new();
        let mut items: Vec<&Clause> = Vec::new();
        if is_item(clause) {
            items.push(clause);
        } else {
            if let Some(heading) = &clause.heading {
                let marks = "#".repeat(usize::from(clause.level.clamp(1, 6)));
                blocks.push(format!("{marks} {} {{#{}}}", line(heading), clause.id));
            }
            body.push(write(&clause.body));
        }
        while let Some(item) = clauses.next_if(|next| is_item(next)) {
            items.push(item);
        }
        body.push(list(&items));
        body.retain(|part| !part.is_empty());
        // Read and written once more, so that a list is set as all lists are.
        let whole = write(&Markup::parse(&body.join("\n\n")));
        blocks.extend((!whole.is_empty()).then_some(whole));
    }
    let last = line(&document.last_updated);
    blocks.extend((!last.is_empty()).then_some(last));
    out.push_str(&blocks.join("\n\n"));
    out.push('\n');
    out
}

fn is_item(clause: &Clause) -> bool {
    matches!(clause.kind, ClauseKind::Item | ClauseKind::Numbered)
}

/// Clauses that are items, as a list: each under the one that it is deeper than.
fn list(items: &[&Clause]) -> String {
    let mut out = String::new();
    // For each depth: how wide its marker is, and the last number.
    let mut above: Vec<(usize, u64)> = Vec::new();
    for item in items {
        let depth = usize::from(item.level.max(1)) - 1;
        above.truncate(depth + 1);
        while above.len() <= depth {
            above.push((2, 0));
        }
        let indent: usize = above[..depth].iter().map(|(width, _)| width).sum();
        let number = above[depth].1 + 1;
        let marker = match item.kind {
            ClauseKind::Numbered => format!("{number}. "),
            _ => "- ".to_owned(),
        };
        above[depth] = (marker.len(), number);
        let mut text = write(&item.body);
        if let Some(heading) = &item.heading {
            text = format!("**{}** {text}", line(heading));
        }
        let mut is_first = true;
        for words in text.lines() {
            if !words.is_empty() {
                out.push_str(&" ".repeat(indent));
                out.push_str(&if is_first { marker.clone() } else { " ".repeat(marker.len()) });
                out.push_str(words);
            }
            out.push('\n');
            is_first = false;
        }
        if is_first {
            out.push_str(&format!("{}{}\n", " ".repeat(indent), marker.trim_end()));
        }
    }
    out
}

/// A heading on its line.
fn line(markup: &Markup) -> String {
    let is_block = |event: Event<'_>| matches!(event, Event::Open(Tag::Paragraph));
    let text = write(markup);
    if markup.events().any(is_block) { text.lines().collect::<Vec<_>>().join(" ") } else { text }
}

fn front_matter(manifest: &Manifest, document: &Document) -> String {
    let published = document.published.map(|day| day.to_string()).unwrap_or_default();
    let value = |name: &str| {
        Some(match name {
            "title" => document.title.text(),
            "description" => document.description.text(),
            "permalink" => &document.permalink,
            "locale" => document.locale.tag(),
            "direction" => document.locale.direction(),
            "published" => &published,
            "policy" => &document.policy,
            _ => return None,
        })
    };
    let mut out = String::from("---\n");
    let mut names: Vec<&str> = Vec::new();
    for (name, item) in &manifest.front_matter {
        names.push(name);
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
        let name = if name.bytes().all(is_plain) { name.clone() } else { quoted(name) };
        out.push_str(&format!("{name}: {}\n", scalar(item, &value)));
    }
    for (name, text) in
        [("title", document.title.text()), ("description", document.description.text())]
    {
        if !names.contains(&name) && !text.is_empty() {
            out.push_str(&format!("{name}: {}\n", quoted(text)));
        }
    }
    out.push_str("---\n\n");
    out
}

fn scalar<'v>(item: &Scalar, value: &impl Fn(&str) -> Option<&'v str>) -> String {
    match item {
        Scalar::Text(text) => quoted(&fill(text, value).unwrap_or_else(|_| text.clone())),
        Scalar::Bare(text) => text.clone(),
        Scalar::List(items) => {
            let items: Vec<String> = items.iter().map(|item| scalar(item, value)).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

/// Text in quotation marks: those of JSON are those of YAML.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
