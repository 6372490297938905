//! A policy's page as Markdown with front matter, as `import` reads it.

use ereje::Scalar;
use ereje::document::{Clause, Document};
use ereje::manifest::{ClauseKind, Manifest, fill};
use ereje::markup::{Event, Markup, Tag, write};
use ereje::policy_link::PolicyLink;

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
            body.push(write(&elsewhere(&clause.body)));
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
        let mut text = write(&elsewhere(&item.body));
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

/// A text whose links to other policies lead to their pages, which are beside this one.
fn elsewhere(text: &Markup) -> Markup {
    text.clone().with_links(|target| {
        let PolicyLink { policy, clause } = PolicyLink::read(target)?;
        let anchor = clause.map_or_else(String::new, |clause| format!("#{clause}"));
        Some(format!("{policy}.md{anchor}"))
    })
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

#[cfg(test)]
mod tests {
    use ereje::fact::Date;
    use ereje::locale::Locale;
    use ereje::manifest::read_manifest;

    use super::*;

    fn clause(id: &str, kind: ClauseKind, level: u8, heading: &str, body: &str) -> Clause {
        Clause {
            id: id.into(),
            kind,
            level,
            topics: Vec::new(),
            heading: (!heading.is_empty()).then(|| Markup::parse_line(heading)),
            body: Markup::parse(body),
            shown_in: None,
        }
    }

    fn written(front_matter: &str, clauses: Vec<Clause>) -> String {
        let plan = format!(
            "product = \"app\"\nslug = \"privacy\"\nsource-locale = \"ar\"\nlocales = [\"ar\"]\n\
             {front_matter}[[clause]]\nid = \"use\"\n"
        );
        let (manifest, found) = read_manifest("app-privacy", "policy.toml", &plan);
        assert_eq!(found, []);
        let document = Document {
            policy: "app-privacy".into(),
            product: "app".into(),
            locale: Locale::parse("ar").expect("a locale"),
            permalink: "ar/privacy".into(),
            title: Markup::parse_line("The *privacy* \"policy\""),
            description: Markup::parse_line("What we do"),
            published: Date::parse("2026-11-15"),
            last_updated: Markup::parse("**Updated**\non a day"),
            clauses,
            draft: false,
            failures: Vec::new(),
        };
        page(&manifest.expect("a plan"), &document)
    }

    #[test]
    fn a_page_has_the_front_matter_of_its_policy() {
        let usual = "---\ntitle: \"The privacy \\\"policy\\\"\"\ndescription: \"What we do\"\n\
                     permalink: \"ar/privacy\"\n---\n\n**Updated** on a day\n";
        assert_eq!(written("", Vec::new()), usual);
        let own = "[front-matter]\nlayout = \"policy\"\nlang = \"{locale} {direction}\"\n\
                   \"odd key\" = [1, true, \"{policy} of {published}\"]\nurl = \"/{permalink}/\"\n\
                   description = \"{title}: {description}\"\n";
        let expected = "---\nlayout: \"policy\"\nlang: \"ar rtl\"\n\
                        \"odd key\": [1, true, \"app-privacy of 2026-11-15\"]\nurl: \"/ar/privacy/\"\n\
                        description: \"The privacy \\\"policy\\\": What we do\"\n\
                        title: \"The privacy \\\"policy\\\"\"\n---\n\n**Updated** on a day\n";
        assert_eq!(written(own, Vec::new()), expected);
    }

    #[test]
    fn links_to_other_policies_lead_to_their_pages() {
        let text = "[Terms](policy:terms), [law](policy:terms#law), [us](https://example.com)";
        let page = written("", vec![clause("a", ClauseKind::Item, 1, "", text)]);
        let led = "- [Terms](terms.md), [law](terms.md#law), [us](https://example.com)\n";
        assert!(page.contains(led), "{page}");
    }

    #[test]
    fn clauses_that_are_items_are_lists() {
        use ClauseKind::{Item, Numbered, Text};
        let clauses = vec![
            clause("intro", Text, 2, "", "Hello."),
            clause("use", Text, 2, "Use *it*", "We use:"),
            clause("a", Item, 1, "", "One\n\ntwo"),
            clause("b", Numbered, 2, "", "Deep"),
            clause("b2", Numbered, 2, "", "Deep two\n\n- x"),
            clause("c", Item, 1, "Bold", "Three"),
            clause("more", Text, 3, "More", ""),
            clause("d", Item, 1, "", ""),
            clause("e", Text, 2, "", ""),
            clause("f", Numbered, 1, "", "Alone"),
        ];
        let page = written("", clauses);
        let body = page.split_once("---\n\n").expect("front matter").1;
        let expected = "Hello.\n\n## Use *it* {#use}\n\nWe use:\n\n- One\n\n  two\n\n  1. Deep\n\n  \
                        2. Deep two\n\n     - x\n\n- **Bold** Three\n\n### More {#more}\n\n-\n\n\
                        1. Alone\n\n**Updated** on a day\n";
        assert_eq!(body, expected);
    }
}
