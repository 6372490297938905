//! Texts for a terminal: redlines with signs, rows, columns and cards.

use ereje::markup::{Event, Markup, Tag};
use ereje::version::Card;
use ereje_diff::Redline;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How wide the text of a card is.
const CARD: usize = 60;

/// How wide each of two columns is; together with the line between them they
/// fit a terminal of 100.
const COLUMN: usize = 47;

/// What changed from one text in CommonMark to another.
pub(crate) fn changed(old: &str, new: &str) -> Markup {
    Redline::new(&Markup::parse(old), &Markup::parse(new)).markup()
}

/// A redline as lines for a terminal: with signs that need no colour, and with
/// colour where there is one.
pub(crate) fn redline(markup: &Markup, colour: bool) -> String {
    let signs = Signs::new(colour);
    let mut out = String::new();
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut link_start = 0;
    let mut after_marker = false;
    for event in markup.events() {
        match event {
            Event::Text(text) => out.push_str(text),
            Event::Break | Event::Rule => out.push('\n'),
            Event::Open(Tag::Inserted) => out.push_str(&signs.insert),
            Event::Close(Tag::Inserted) => close(&mut out, &signs.inserted),
            Event::Open(Tag::Deleted) => out.push_str(&signs.delete),
            Event::Close(Tag::Deleted) => close(&mut out, &signs.deleted),
            Event::Open(Tag::List { start }) => lists.push(start),
            Event::Close(Tag::List { .. }) => drop(lists.pop()),
            Event::Open(Tag::Item) => {
                line(&mut out);
                out.push_str(&"  ".repeat(lists.len().saturating_sub(1)));
                out.push_str(&marker(&mut lists));
            }
            Event::Open(Tag::Paragraph) if !after_marker => line(&mut out),
            Event::Open(Tag::Row | Tag::HeadRow | Tag::CodeBlock) => line(&mut out),
            Event::Close(Tag::Cell) => out.push_str(" | "),
            Event::Open(Tag::Link(_)) => link_start = out.len(),
            Event::Close(Tag::Link(link)) => {
                signs.lead_to(markup.link(link), link_start, &mut out);
            }
            _ => {}
        }
        after_marker = matches!(event, Event::Open(Tag::Item));
    }
    out.truncate(out.trim_end().len());
    signs.tell_styles(&signs.joined(&out))
}

/// Begins a line, unless one has just begun.
fn line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// What stands before the next item of the innermost list.
fn marker(lists: &mut [Option<u64>]) -> String {
    match lists.last_mut() {
        Some(Some(number)) => {
            let marker = format!("{number}. ");
            *number = number.saturating_add(1);
            marker
        }
        _ => "- ".to_owned(),
    }
}

/// Ends marked words; the space behind them stays outside.
fn close(out: &mut String, sign: &str) {
    let end = out.trim_end().len();
    out.insert_str(end, sign);
}

/// What opens and closes words that were inserted or deleted.
struct Signs {
    insert: String,
    inserted: String,
    delete: String,
    deleted: String,
}

impl Signs {
    fn new(colour: bool) -> Signs {
        let (added, removed, plain) =
            if colour { ("\u{1b}[32m", "\u{1b}[31m", "\u{1b}[0m") } else { ("", "", "") };
        Signs {
            insert: format!("{added}{{+"),
            inserted: format!("+}}{plain}"),
            delete: format!("{removed}[-"),
            deleted: format!("-]{plain}"),
        }
    }

    /// Adds where a link leads, unless its words say so: within the mark, where
    /// all of its words are in one.
    fn lead_to(&self, target: &str, start: usize, out: &mut String) {
        let end = out.trim_end().len();
        let words = out.get(start..end).unwrap_or_default();
        let marks = [(&self.insert, &self.inserted), (&self.delete, &self.deleted)];
        let is_one = |(open, close): &(&String, &String)| {
            words.starts_with(open.as_str())
                && words.find(close.as_str()) == Some(words.len() - close.len())
        };
        let inside = marks.into_iter().find(is_one).map_or(0, |(_, close)| close.len());
        let at = end - inside;
        if !out[..at].ends_with(target.trim_start_matches("mailto:")) {
            out.insert_str(at, &format!(" <{target}>"));
        }
    }

    /// Words of two styles that were added together are one addition.
    fn joined(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (close, open) in [(&self.inserted, &self.insert), (&self.deleted, &self.delete)] {
            text = text.replace(&format!("{close}{open}"), "");
            text = text.replace(&format!("{close} {open}"), " ");
        }
        text
    }

    /// Says of words that are the same before and after that only their style
    /// changed, which has no sign in a terminal.
    fn tell_styles(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((_, marked)) = rest.split_once(self.delete.as_str()) {
            let Some((words, after)) = marked.split_once(self.deleted.as_str()) else { break };
            let twin = format!("{}{words}{}", self.insert, self.inserted);
            let behind = after.trim_start_matches(' ').strip_prefix(&twin);
            let end = rest.len() - behind.unwrap_or(after).len();
            out.push_str(&rest[..end]);
            if behind.is_some() {
                out.push_str(" (set otherwise)");
            }
            rest = &rest[end..];
        }
        out + rest
    }
}

/// Text in rows that are at most `width` columns wide, broken between words;
/// a word that is wider (Chinese has no spaces) is broken where the row ends.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let mut row = String::new();
        for word in line.split(' ') {
            if !row.is_empty() {
                if row.width() + 1 + word.width() <= width {
                    row.push(' ');
                } else {
                    rows.push(std::mem::take(&mut row));
                }
            }
            for character in word.chars() {
                if row.width() + character.width().unwrap_or(0) > width {
                    rows.push(std::mem::take(&mut row));
                }
                row.push(character);
            }
        }
        rows.push(row);
    }
    rows
}

/// Two texts side by side, under their headings.
pub(crate) fn columns((left, right): (&str, &str), (a, b): (&str, &str)) -> String {
    let (mut left_rows, mut right_rows) = (vec![left.to_owned()], vec![right.to_owned()]);
    left_rows.extend(wrap(a, COLUMN));
    right_rows.extend(wrap(b, COLUMN));
    let mut out = String::new();
    for at in 0..left_rows.len().max(right_rows.len()) {
        let row = |rows: &[String]| rows.get(at).cloned().unwrap_or_default();
        let (left, right) = (row(&left_rows), row(&right_rows));
        let gap = " ".repeat(COLUMN.saturating_sub(left.width()));
        out.push_str(format!("  {left}{gap} │ {right}").trim_end());
        out.push('\n');
    }
    out
}

/// A notice as a home screen would show it.
pub(crate) fn card(card: &Card) -> String {
    let line = "─".repeat(CARD + 2);
    let mut out = format!("  ┌{line}┐\n");
    for text in [&card.title, &card.summary] {
        for row in wrap(text, CARD) {
            let gap = " ".repeat(CARD.saturating_sub(row.width()));
            out.push_str(&format!("  │ {row}{gap} │\n"));
        }
    }
    out.push_str(&format!("  └{line}┘"));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_wide_as_they_look() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("数据的处理目的", 6), ["数据的", "处理目", "的"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
    }

    #[test]
    fn columns_are_read_across() {
        let text = columns(("source", "kk"), ("one two", "бір екі"));
        let rows: Vec<Vec<&str>> =
            text.lines().map(|row| row.split('│').map(str::trim).collect()).collect();
        assert_eq!(rows, [["source", "kk"], ["one two", "бір екі"]]);
    }

    #[test]
    fn a_redline_is_readable_without_colour() {
        let markup = changed("Keep it for 30 days.", "Keep it for 90 days.");
        assert_eq!(redline(&markup, false), "Keep it for [-30-] {+90+} days.");
    }

    #[test]
    fn links_lists_and_styles_are_told_within_marks() {
        let plain = |old: &str, new: &str| redline(&changed(old, new), false);
        assert_eq!(
            plain("See [the list](https://a.de) of us.", "See [the list](https://b.de) of us."),
            "See [-the list <https://a.de>-]{+the list <https://b.de>+} of us."
        );
        assert_eq!(plain("Ask <a@b.de>.", "Ask <c@d.de>."), "Ask [-a@b.de-]{+c@d.de+}.");
        assert_eq!(
            plain("- one\n- two\n  1. nested\n", "- one\n- two\n  1. nested\n  2. more\n"),
            "- one\n- two\n  1. nested\n  2. {+more+}"
        );
        assert_eq!(
            plain("We **never** sell.", "We never sell."),
            "We [-never-] {+never+} (set otherwise) sell."
        );
        let coloured = redline(&changed("We **never** sell.", "We never sell."), true);
        assert!(coloured.contains("\u{1b}[0m (set otherwise) sell."), "{coloured}");
    }
}
