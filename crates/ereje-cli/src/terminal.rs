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
    let (added, removed, plain) =
        if colour { ("\u{1b}[32m", "\u{1b}[31m", "\u{1b}[0m") } else { ("", "", "") };
    let mut out = String::new();
    let line = |out: &mut String| {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
    };
    for event in markup.events() {
        match event {
            Event::Text(text) => out.push_str(text),
            Event::Break | Event::Rule => out.push('\n'),
            Event::Open(Tag::Inserted) => out.push_str(&format!("{added}{{+")),
            Event::Close(Tag::Inserted) => close(&mut out, "+}", plain),
            Event::Open(Tag::Deleted) => out.push_str(&format!("{removed}[-")),
            Event::Close(Tag::Deleted) => close(&mut out, "-]", plain),
            Event::Open(Tag::Item) => {
                line(&mut out);
                out.push_str("- ");
            }
            Event::Open(Tag::Paragraph) if !out.ends_with("- ") => line(&mut out),
            Event::Open(Tag::Row | Tag::HeadRow | Tag::CodeBlock) => line(&mut out),
            Event::Close(Tag::Cell) => out.push_str(" | "),
            Event::Close(Tag::Link(link)) => {
                let target = markup.link(link);
                if !out.trim_end().ends_with(target.trim_start_matches("mailto:")) {
                    out.push_str(&format!(" <{target}>"));
                }
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    // Words of two styles that were added together are one addition.
    out.replace(&format!("+}}{plain}{added}{{+"), "").replace(&format!("-]{plain}{removed}[-"), "")
}

/// Ends marked words; the space behind them stays outside.
fn close(out: &mut String, sign: &str, plain: &str) {
    let end = out.trim_end().len();
    let space = out.split_off(end);
    out.push_str(&format!("{sign}{plain}{space}"));
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
}
