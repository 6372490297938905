//! Markup to plain text: a line a paragraph, so that whoever shows it can wrap
//! it; addresses behind the words that link to them.

use ereje::document::Clause;
use ereje::markup::{Event, Markup, Tag};

use crate::lines::Lines;
use crate::links::{Led, Ways};
use crate::outline::List;

/// A text as a whole, without a final line end.
pub(crate) fn whole(markup: &Markup, links: Ways<'_>) -> String {
    let mut lines = Lines::with_capacity(markup.text().len() + 64);
    write(&mut lines, markup, links);
    let mut text = lines.finish();
    text.truncate(text.trim_end().len());
    text
}

/// The text of one line, such as a heading.
pub(crate) fn line(markup: &Markup, links: Ways<'_>) -> String {
    let mut lines = Lines::default();
    write(&mut lines, markup, links);
    lines.finish().trim_end().to_owned()
}

/// The text, in blocks.
pub(crate) fn write(lines: &mut Lines, markup: &Markup, links: Ways<'_>) {
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut link_start = 0;
    for event in markup.events() {
        match event {
            Event::Text(text) => {
                let mut parts = text.split('\n');
                lines.words().push_str(parts.next().unwrap_or_default());
                for part in parts.filter(|part| !part.is_empty()) {
                    lines.line();
                    lines.words().push_str(part);
                }
            }
            Event::Break => lines.line(),
            Event::Rule => {
                lines.end();
                lines.words().push_str("* * *");
                lines.end();
            }
            Event::Open(tag) => match tag {
                Tag::Quote => lines.enter("> ", "> "),
                Tag::List { start } => {
                    if lists.is_empty() {
                        lines.end();
                    } else {
                        lines.end_tight();
                    }
                    lists.push(start);
                }
                Tag::Item => match lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}. ");
                        lines.enter(marker.clone(), " ".repeat(marker.len()));
                        *number += 1;
                    }
                    _ => lines.enter("- ", "  "),
                },
                Tag::CodeBlock => lines.enter("    ", "    "),
                Tag::Table(_) => lines.end(),
                Tag::Link(_) => link_start = lines.words().len(),
                // What elements do in HTML, marks do in plain text (UAX #9).
                Tag::Isolate => lines.words().push('\u{2068}'),
                Tag::Inserted => lines.words().push_str("{+"),
                Tag::Deleted => lines.words().push_str("[-"),
                _ => {}
            },
            Event::Close(tag) => match tag {
                Tag::Paragraph => lines.end(),
                Tag::Table(_) => lines.apart(),
                Tag::Isolate => lines.words().push('\u{2069}'),
                Tag::Inserted => lines.words().push_str("+}"),
                Tag::Deleted => lines.words().push_str("-]"),
                Tag::Quote | Tag::CodeBlock => lines.leave(),
                Tag::Item => {
                    lines.leave();
                    lines.end_tight();
                }
                Tag::List { .. } => {
                    lists.pop();
                    lines.end();
                    if lists.is_empty() {
                        lines.apart();
                    }
                }
                Tag::Cell => lines.words().push_str(" | "),
                Tag::HeadRow | Tag::Row => {
                    let kept = lines.words().trim_end_matches(" | ").len();
                    lines.words().truncate(kept);
                    lines.end_tight();
                }
                Tag::Link(link) => {
                    if let Led::To(to) = links.lead(markup.link(link)) {
                        close_link(lines, link_start, &to);
                    }
                }
                _ => {}
            },
        }
    }
    lines.end();
    lines.apart();
}

fn close_link(lines: &mut Lines, start: usize, target: &str) {
    let out = lines.words();
    let shown = target.strip_prefix("mailto:").or(target.strip_prefix("tel:")).unwrap_or(target);
    let words = out[start.min(out.len())..].trim_matches(['\u{2068}', '\u{2069}']);
    let is_number = target.starts_with("tel:") && digits(words) == digits(shown);
    if !target.starts_with('#') && words != shown && words != target && !is_number {
        out.push_str(" (");
        out.push_str(shown);
        out.push(')');
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// The lists below a clause. `note` goes before items in another language.
pub(crate) fn write_lists(
    lines: &mut Lines,
    lists: &[List],
    clauses: &[Clause],
    (note, links): (&str, Ways<'_>),
) {
    for list in lists {
        for (nth, item) in list.items.iter().enumerate() {
            let marker = if list.numbered { format!("{}. ", nth + 1) } else { "- ".into() };
            lines.enter(marker.clone(), " ".repeat(marker.len()));
            if clauses[item.clause].shown_in.is_some() {
                lines.words().push_str(&format!("({note}) "));
            }
            write(lines, &clauses[item.clause].body, links);
            lines.tighten();
            write_lists(lines, &item.lists, clauses, (note, links));
            lines.leave();
            lines.tighten();
        }
        lines.apart();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        let mut lines = Lines::default();
        write(&mut lines, &Markup::parse(text), Ways::default());
        lines.finish()
    }

    #[test]
    fn structure_stays_readable() {
        assert_eq!(
            plain("One **two**\nthree.\n\n- a\n- b\n    1. c\n    2. d\n\n> q\n>\n> r\n\nend"),
            "One two three.\n\n- a\n- b\n  1. c\n  2. d\n\n> q\n>\n> r\n\nend\n"
        );
        assert_eq!(plain("| a | b |\n|---|---|\n| 1 | 2 |"), "a | b\n1 | 2\n");
        assert_eq!(plain("| a |\n|---|\n| 1 |\n\nb"), "a\n1\n\nb\n");
        assert_eq!(plain("a\n\n```\nx\n  y\n```"), "a\n\n    x\n      y\n");
    }

    #[test]
    fn a_block_in_an_item_is_no_part_of_its_words() {
        assert_eq!(plain("- a\n  > b\n- c"), "- a\n\n  > b\n- c\n");
        assert_eq!(plain("- a\n  ```\n  b\n  ```\n- c"), "- a\n\n      b\n- c\n");
    }

    #[test]
    fn addresses_stand_behind_their_words() {
        assert_eq!(
            plain("[us](mailto:a@b.de), <a@b.de>, <https://c.de>, [it](#x), [+7 1](tel:+71)"),
            "us (a@b.de), a@b.de, https://c.de, it, +7 1\n"
        );
    }
}
