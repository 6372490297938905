//! Markup to HTML.

mod lists;
mod redlines;

use std::borrow::Cow;

use ereje::markup::{Alignment, Event, Markup, Tag};

use crate::links::{Led, Ways};
use crate::numbers;
pub(crate) use lists::{Missing, write_lists};
pub(crate) use redlines::{write_portable, write_without};

/// What the place that shows a text decides about how it is written.
#[derive(Clone, Copy, Default)]
pub(crate) struct Setting<'s> {
    pub(crate) links: Ways<'s>,
    /// The clause whose heading on the page (`__id`) names tables.
    pub(crate) headed: Option<&'s str>,
}

/// Text in which no character means anything to HTML.
pub(crate) fn escape(out: &mut String, text: &str) {
    let mut done = 0;
    for at in memchr::memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(&text[done..at]);
        out.push_str(match text.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// The same, for a value in quotation marks.
pub(crate) fn escape_value(out: &mut String, value: &str) {
    let mut escaped = String::new();
    escape(&mut escaped, value);
    out.push_str(&escaped.replace('"', "&quot;"));
}

/// The text as HTML.
pub(crate) fn write(out: &mut String, markup: &Markup, setting: Setting<'_>) {
    write_events(out, markup, markup.events(), setting);
}

fn write_events<'m>(
    out: &mut String,
    markup: &'m Markup,
    events: impl Iterator<Item = Event<'m>>,
    setting: Setting<'m>,
) {
    let mut columns: (&[Alignment], usize, &str) = (&[], 0, "td");
    let mut link: Option<(usize, Cow<'m, str>)> = None;
    for event in events {
        match event {
            Event::Text(text) => {
                let is_call = link.as_ref().is_some_and(|(_, to)| to.starts_with("tel:"));
                words(out, text, is_call);
            }
            Event::Break => out.push_str("<br>"),
            Event::Rule => out.push_str("<hr>"),
            Event::Open(Tag::Table(table)) => {
                columns.0 = markup.alignments(table);
                open_table(out, setting.headed);
            }
            Event::Open(row @ (Tag::HeadRow | Tag::Row)) => {
                columns.1 = 0;
                columns.2 = if row == Tag::HeadRow { "th" } else { "td" };
                out.push_str(if row == Tag::HeadRow { "<thead><tr>" } else { "<tr>" });
            }
            Event::Open(Tag::Cell) => {
                out.push('<');
                out.push_str(columns.2);
                if columns.2 == "th" {
                    out.push_str(" scope=\"col\"");
                }
                match columns.0.get(columns.1) {
                    Some(Alignment::Center) => out.push_str(" style=\"text-align: center\""),
                    Some(Alignment::End) => out.push_str(" style=\"text-align: end\""),
                    Some(Alignment::Start) | None => {}
                }
                out.push('>');
                columns.1 += 1;
            }
            Event::Close(Tag::Cell) => {
                out.push_str("</");
                out.push_str(columns.2);
                out.push('>');
            }
            Event::Open(Tag::Link(at)) => {
                // HTML knows no address that Jekyll has yet to make.
                if let Led::To(to) = setting.links.lead(markup.link(at)) {
                    let start = out.len();
                    open_link(out, &to);
                    link = Some((start, to));
                }
            }
            Event::Close(Tag::Link(_)) => {
                if let Some((start, to)) = link.take() {
                    close_link(out, start, &to);
                }
            }
            Event::Open(tag) => open(out, tag),
            Event::Close(tag) => close(out, tag),
        }
    }
}

/// Words, with telephone numbers in elements of their own.
fn words(out: &mut String, text: &str, is_call: bool) {
    let mut rest = text;
    while let Some((before, number, after)) = numbers::first(rest, is_call) {
        escape(out, before);
        out.push_str("<span class=\"tel\">");
        // Style sheets of others do not know the class.
        escape(out, &number.replace(' ', "\u{a0}"));
        out.push_str("</span>");
        rest = after;
    }
    escape(out, rest);
}

/// A wide table scrolls in a box that the keyboard can reach; what it stops at has a
/// name.
fn open_table(out: &mut String, headed: Option<&str>) {
    out.push_str("<div class=\"table\" tabindex=\"0\" role=\"group\"");
    if let Some(id) = headed {
        out.push_str(" aria-labelledby=\"__");
        out.push_str(id);
        out.push('"');
    }
    out.push_str("><table>");
}

fn open_link(out: &mut String, target: &str) {
    out.push_str("<a href=\"");
    escape_value(out, target);
    out.push_str("\">");
}

/// Ends a link; one that shows its own address is marked, so that paper does
/// not show it twice.
fn close_link(out: &mut String, start: usize, target: &str) {
    let mut shown = String::new();
    escape(&mut shown, target.trim_start_matches("mailto:"));
    if out[start..].ends_with(&format!("\">{shown}")) {
        out.insert_str(start + "<a".len(), " class=\"url\"");
    }
    out.push_str("</a>");
}

fn open(out: &mut String, tag: Tag) {
    match tag {
        Tag::Paragraph => out.push_str("<p>"),
        Tag::Quote => out.push_str("<blockquote>"),
        Tag::List { start: None } => out.push_str("<ul>"),
        Tag::List { start: Some(1) } => out.push_str("<ol>"),
        Tag::List { start: Some(start) } => out.push_str(&format!("<ol start=\"{start}\">")),
        Tag::Item => out.push_str("<li>"),
        Tag::CodeBlock => out.push_str("<pre><code>"),
        Tag::Emphasis => out.push_str("<em>"),
        Tag::Strong => out.push_str("<strong>"),
        Tag::Code => out.push_str("<code>"),
        Tag::Isolate => out.push_str("<bdi>"),
        Tag::Inserted => out.push_str("<ins>"),
        Tag::Deleted => out.push_str("<del>"),
        // Written where their address or columns are known.
        Tag::Link(_) | Tag::Table(_) | Tag::HeadRow | Tag::Row | Tag::Cell => {}
    }
}

fn close(out: &mut String, tag: Tag) {
    out.push_str(match tag {
        Tag::Paragraph => "</p>",
        Tag::Quote => "</blockquote>",
        Tag::List { start: None } => "</ul>",
        Tag::List { start: Some(_) } => "</ol>",
        Tag::Item => "</li>",
        Tag::CodeBlock => "</code></pre>",
        Tag::Emphasis => "</em>",
        Tag::Strong => "</strong>",
        Tag::Code => "</code>",
        Tag::Isolate => "</bdi>",
        Tag::Inserted => "</ins>",
        Tag::Deleted => "</del>",
        Tag::Table(_) => "</tbody></table></div>",
        Tag::HeadRow => "</tr></thead><tbody>",
        Tag::Row => "</tr>",
        Tag::Link(_) | Tag::Cell => "",
    });
}

/// A heading's words: a link to its own place cannot hold other links.
pub(crate) fn write_heading(out: &mut String, markup: &Markup) {
    for event in markup.events() {
        match event {
            Event::Text(text) => escape(out, text),
            Event::Open(Tag::Link(_)) | Event::Close(Tag::Link(_)) => {}
            Event::Open(tag) => open(out, tag),
            Event::Close(tag) => close(out, tag),
            Event::Break => out.push_str("<br>"),
            Event::Rule => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        let mut out = String::new();
        write(&mut out, &Markup::parse(text), Setting::default());
        out
    }

    #[test]
    fn blocks_and_words_become_elements() {
        assert_eq!(
            html("a **b** `c<d>`\n\n3. x\n4. y"),
            "<p>a <strong>b</strong> <code>c&lt;d&gt;</code></p><ol start=\"3\"><li>x</li><li>y</li></ol>"
        );
        assert_eq!(
            html("| a | b |\n|---|--:|\n| 1 | 2 |"),
            "<div class=\"table\" tabindex=\"0\" role=\"group\"><table><thead><tr>\
             <th scope=\"col\">a</th><th scope=\"col\" style=\"text-align: end\">b</th></tr></thead><tbody>\
             <tr><td>1</td><td style=\"text-align: end\">2</td></tr></tbody></table></div>"
        );
    }

    #[test]
    fn a_table_below_a_heading_is_named_by_it() {
        let mut out = String::new();
        let setting = Setting { headed: Some("use"), ..Setting::default() };
        write(&mut out, &Markup::parse("| a |\n|---|\n| `<div role=\"group\">` |"), setting);
        assert!(out.starts_with(
            "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-labelledby=\"__use\"><table>"
        ));
        assert_eq!(out.matches("aria-labelledby").count(), 1);
    }

    #[test]
    fn a_telephone_number_is_kept_together() {
        assert_eq!(
            html("call +7 700 123-45-67 or [8 800 <5>](tel:88005)"),
            "<p>call <span class=\"tel\">+7\u{a0}700\u{a0}123-45-67</span> or \
             <a href=\"tel:88005\">8 800 &lt;5&gt;</a></p>"
        );
    }

    #[test]
    fn nothing_in_an_address_ends_its_attribute() {
        assert_eq!(
            html("[x](https://a.de/?q=\"&gt;&lt;script&gt;&b=1)"),
            "<p><a href=\"https://a.de/?q=&quot;&gt;&lt;script&gt;&amp;b=1\">x</a></p>"
        );
    }

    #[test]
    fn an_address_that_shows_itself_is_marked() {
        assert_eq!(html("<a@b.de>"), "<p><a class=\"url\" href=\"mailto:a@b.de\">a@b.de</a></p>");
        assert_eq!(html("[a](https://b.de)"), "<p><a href=\"https://b.de\">a</a></p>");
    }
}
