//! Reading back what was written, and whether it is the same.

use ereje::catalog::{Catalog, FtlFile, literal_text};
use ereje::fact::{Date, Fact, Facts};
use ereje::locale::Locale;
use ereje::markup::{Event, Markup, Tag};

/// What a pattern says in a language, with these facts and the day of the page.
pub(super) fn read_back(
    locale: &Locale,
    pattern: &str,
    facts: &[(String, Fact)],
    published: Option<Date>,
) -> Option<String> {
    let file = FtlFile::parse("a.ftl", format!("a ={pattern}"));
    if !file.diagnostics().is_empty() {
        return None;
    }
    // Where nothing is filled in, the text is what is typed; no page has a NUL.
    let typed = literal_text(file.message("a")?.value.as_ref()?);
    if !typed.contains('\0') {
        return Some(typed);
    }
    let facts: Facts = facts.iter().cloned().collect();
    Catalog::new(locale, &file, None, &facts, published).format("a", None)?.ok()
}

/// Whether two texts are the same but for how values are set apart, and for the
/// last line end of code.
pub(super) fn is_same(one: &Markup, other: &Markup) -> bool {
    one == other || flat(one) == flat(other)
}

fn flat(markup: &Markup) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let mut words = false;
    for event in markup.events() {
        let (text, is_words) = match event {
            Event::Open(Tag::Isolate) | Event::Close(Tag::Isolate) => continue,
            Event::Text(text) => (text.to_owned(), true),
            Event::Open(Tag::Link(link)) => (format!("link {}", markup.link(link)), false),
            Event::Close(Tag::Link(_)) => ("end of link".to_owned(), false),
            event => (format!("{event:?}"), false),
        };
        match told.last_mut() {
            Some(last) if is_words && words => last.push_str(&text),
            Some(last) if event == Event::Close(Tag::CodeBlock) && words => {
                last.truncate(last.trim_end().len());
            }
            _ => told.push(text),
        }
        words = is_words;
    }
    told
}
