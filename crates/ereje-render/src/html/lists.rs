//! The lists that items make, below the clause that introduces them.

use std::borrow::Cow;

use ereje::document::Clause;
use ereje::markup::{Event, Markup, Tag};

use super::escape;
use crate::outline::{Item, List};

/// The words of an item that has but one paragraph, without its `<p>`; else
/// all blocks as they are. `html` is what [`super::write`] made of it.
fn item<'h>(markup: &Markup, html: &'h str) -> &'h str {
    let is_block = |event: &Event<'_>| {
        matches!(
            event,
            Event::Rule
                | Event::Open(
                    Tag::Paragraph | Tag::Quote | Tag::List { .. } | Tag::CodeBlock | Tag::Table(_)
                )
        )
    };
    let inner = html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    inner.filter(|_| markup.events().filter(is_block).count() == 1).unwrap_or(html)
}

/// How a text that is shown in another language is marked.
pub(crate) struct Missing<'m> {
    pub(crate) page_lang: &'m str,
    pub(crate) page_dir: &'m str,
    pub(crate) note: &'m str,
}

/// The lists below a clause; `html` has the text of each.
pub(crate) fn write_lists<'h>(
    out: &mut String,
    lists: &[List],
    clauses: &[Clause],
    html: &impl Fn(usize) -> Cow<'h, str>,
    missing: &Missing<'_>,
) {
    for list in lists {
        let name = if list.numbered { "ol" } else { "ul" };
        out.push_str(&format!("<{name}>\n"));
        for Item { clause: at, lists } in &list.items {
            let clause = &clauses[*at];
            out.push_str(&format!("<li id=\"{}\"", clause.id));
            if let Some(locale) = &clause.shown_in {
                out.push_str(&format!(
                    " class=\"missing\" lang=\"{}\" dir=\"{}\"><span class=\"note\" lang=\"{}\" dir=\"{}\">",
                    locale.tag(),
                    locale.direction(),
                    missing.page_lang,
                    missing.page_dir
                ));
                escape(out, missing.note);
                out.push_str("</span> ");
            } else {
                out.push('>');
            }
            out.push_str(item(&clause.body, &html(*at)));
            if !lists.is_empty() {
                out.push('\n');
                write_lists(out, lists, clauses, html, missing);
            }
            out.push_str("</li>\n");
        }
        out.push_str(&format!("</{name}>\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Setting, write};
    use super::*;

    #[test]
    fn an_item_of_one_paragraph_is_not_wrapped() {
        let item = |text: &str| {
            let markup = Markup::parse(text);
            let mut out = String::new();
            write(&mut out, &markup, Setting::default());
            super::item(&markup, &out).to_owned()
        };
        assert_eq!(item("**a.** b"), "<strong>a.</strong> b");
        assert_eq!(item("a\n\nb"), "<p>a</p><p>b</p>");
        assert_eq!(item("a\n\n- b"), "<p>a</p><ul><li>b</li></ul>");
    }
}
