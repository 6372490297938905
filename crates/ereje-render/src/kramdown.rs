//! Markup to Kramdown, as Jekyll reads it: every character that would mean
//! something to Kramdown or to Liquid is written so that it does not.

use std::sync::LazyLock;

use ereje::document::Clause;
use ereje::markup::{Alignment, Event, Markup, Tag};
use memchr::memmem::Finder;

use crate::html;
use crate::lines::Lines;
use crate::outline::List;

/// The text, in blocks. `anchor` becomes the id of the first of them.
pub(crate) fn write(lines: &mut Lines, markup: &Markup, mut anchor: Option<&str>) {
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut emphasis: Vec<&str> = Vec::new();
    let mut code = false;
    let mut block = false;
    let mut columns: &[Alignment] = &[];
    let mut depth = 0_usize;
    // Of each item, whether its words are paragraphs: it is set apart then.
    let mut apart: Vec<bool> = Vec::new();
    let mut before = None;
    for event in markup.events() {
        match event {
            Event::Text(text) if block => {
                let mut escaped = String::new();
                html::escape(&mut escaped, text.trim_end_matches('\n'));
                lines.words().push_str(&for_liquid(&escaped).replace('\n', "&#10;"));
            }
            Event::Text(text) if code => {
                let mut escaped = String::new();
                html::escape(&mut escaped, text);
                lines.words().push_str(&for_liquid(&escaped).replace('|', "&#124;"));
            }
            Event::Text(text) => {
                let starts = lines.starts_line();
                escape(lines.words(), text, starts);
            }
            Event::Break => lines.words().push_str("<br />"),
            Event::Rule => {
                lines.end();
                lines.words().push_str("* * *");
                lines.end();
            }
            Event::Open(tag) => {
                match tag {
                    Tag::Quote => lines.enter("> ", "> "),
                    Tag::List { start } => {
                        if let Some(Event::Close(Tag::List { start: other })) = before
                            && other.is_some() == start.is_some()
                            && lists.is_empty()
                        {
                            // Kramdown would make one list of two; this sign ends the first.
                            lines.apart();
                            lines.words().push('^');
                            lines.end();
                        }
                        if lists.is_empty() || apart.last() == Some(&true) {
                            lines.end();
                        } else {
                            lines.end_tight();
                        }
                        lists.push(start);
                    }
                    Tag::Item => {
                        enter_item(lines, lists.last_mut().and_then(Option::as_mut), "");
                        apart.push(false);
                    }
                    Tag::CodeBlock => {
                        lines.words().push_str("<pre><code>");
                        block = true;
                    }
                    Tag::Table(table) => columns = markup.alignments(table),
                    Tag::HeadRow | Tag::Row => lines.words().push('|'),
                    Tag::Cell => lines.words().push(' '),
                    Tag::Emphasis | Tag::Strong => emphasis.push(open_emphasis(lines, tag)),
                    Tag::Code => {
                        lines.words().push_str("<code>");
                        code = true;
                    }
                    Tag::Isolate => lines.words().push_str("<bdi markdown=\"span\">"),
                    Tag::Inserted => lines.words().push_str("<ins markdown=\"span\">"),
                    Tag::Deleted => lines.words().push_str("<del markdown=\"span\">"),
                    Tag::Link(_) => lines.words().push('['),
                    Tag::Paragraph => {
                        if before == Some(Event::Open(Tag::Item))
                            && let Some(apart) = apart.last_mut()
                        {
                            *apart = true;
                        }
                    }
                }
                depth += 1;
            }
            Event::Close(tag) => {
                depth -= 1;
                match tag {
                    Tag::Paragraph => lines.end(),
                    Tag::Quote => lines.leave(),
                    Tag::CodeBlock => {
                        lines.words().push_str("</code></pre>");
                        lines.end();
                        block = false;
                    }
                    Tag::Item => {
                        lines.leave();
                        if apart.pop() == Some(true) {
                            // Also behind a list inside of it, which ends tight.
                            lines.apart();
                        } else {
                            lines.tighten();
                        }
                    }
                    Tag::List { .. } => {
                        lists.pop();
                        if lists.is_empty() {
                            lines.apart();
                        }
                    }
                    Tag::Cell => lines.words().push_str(" |"),
                    Tag::Row => lines.end_tight(),
                    Tag::HeadRow => {
                        lines.end_tight();
                        lines.words().push('|');
                        for column in columns {
                            lines.words().push_str(rule_of(*column));
                        }
                        lines.end_tight();
                    }
                    Tag::Table(_) => lines.apart(),
                    Tag::Emphasis | Tag::Strong => {
                        lines.words().push_str(close_emphasis(emphasis.pop().unwrap_or("</em>")));
                    }
                    Tag::Code => {
                        lines.words().push_str("</code>");
                        code = false;
                    }
                    Tag::Isolate => lines.words().push_str("</bdi>"),
                    Tag::Inserted => lines.words().push_str("</ins>"),
                    Tag::Deleted => lines.words().push_str("</del>"),
                    Tag::Link(link) => {
                        lines.words().push_str("](");
                        address(lines.words(), markup.link(link));
                        lines.words().push(')');
                    }
                }
                if depth == 0
                    && let Some(id) = anchor.take()
                {
                    lines.attach(&format!("{{: #{id}}}"));
                }
            }
        }
        before = Some(event);
    }
    lines.end();
    lines.apart();
}

/// The words of one line, in the block that is begun.
pub(crate) fn write_words(lines: &mut Lines, markup: &Markup) {
    lines.begin();
    let mut inner = Lines::default();
    write(&mut inner, markup, None);
    lines.words().push_str(inner.finish().trim_end());
}

/// One line, as a block of its own.
pub(crate) fn write_line(lines: &mut Lines, markup: &Markup) {
    write_words(lines, markup);
    lines.end();
}

fn rule_of(column: Alignment) -> &'static str {
    match column {
        Alignment::Center => ":-:|",
        Alignment::End => "--:|",
        Alignment::Start => "---|",
    }
}

fn enter_item(lines: &mut Lines, number: Option<&mut u64>, attributes: &str) {
    let marker = match number {
        Some(number) => {
            *number += 1;
            format!("{}. ", *number - 1)
        }
        _ => "- ".to_owned(),
    };
    lines.enter(format!("{marker}{attributes}"), " ".repeat(marker.len()));
}

/// Asterisks where they can not run into others, and else the element.
fn open_emphasis(lines: &mut Lines, tag: Tag) -> &'static str {
    let (sign, element) = match tag {
        Tag::Strong => ("**", "<strong>"),
        _ => ("*", "<em>"),
    };
    let out = lines.words();
    let sign = if out.ends_with('*') { element } else { sign };
    out.push_str(sign);
    sign
}

fn close_emphasis(opened: &str) -> &'static str {
    match opened {
        "**" => "**",
        "*" => "*",
        "<strong>" => "</strong>",
        _ => "</em>",
    }
}

/// The lists below a clause. `note` goes before items in another language.
pub(crate) fn write_lists(lines: &mut Lines, lists: &[List], clauses: &[Clause], note: &str) {
    for (nth, list) in lists.iter().enumerate() {
        if nth > 0 {
            // Kramdown would make one list of two; this sign ends the first.
            lines.words().push('^');
            lines.end();
        }
        let mut number = list.numbered.then_some(1);
        for item in &list.items {
            enter_item(lines, number.as_mut(), &format!("{{: #{}}} ", clauses[item.clause].id));
            if clauses[item.clause].shown_in.is_some() {
                let mut escaped = String::new();
                escape(&mut escaped, note, false);
                lines.words().push_str(&format!("*{escaped}* "));
            }
            write(lines, &clauses[item.clause].body, None);
            lines.tighten();
            write_lists(lines, &item.lists, clauses, note);
            lines.leave();
            lines.tighten();
        }
        lines.apart();
    }
}

/// Words that stand for themselves.
pub(crate) fn escape(out: &mut String, text: &str, starts_line: bool) {
    let bytes = text.as_bytes();
    let mut done = if starts_line { escape_start(out, bytes) } else { 0 };
    if !needs_escape(&bytes[done..]) {
        return out.push_str(&text[done..]);
    }
    let mut at = done;
    while let Some(next) = bytes[at..].iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        at += next + 1;
        let Some(written) = escaped(bytes, at - 1) else { continue };
        out.push_str(&text[done..at - 1]);
        out.push_str(written);
        done = at;
    }
    out.push_str(&text[done..]);
}

/// A quick look, many bytes at once, that spares most texts the slow one.
fn needs_escape(bytes: &[u8]) -> bool {
    const RARE: [[u8; 3]; 6] = [*b"\\*_", *b"`[]", *b"|\"'", *b"$<>", *b"&{}", *b"~~~"];
    static JOINED: LazyLock<[Finder<'static>; 2]> =
        LazyLock::new(|| [Finder::new("--"), Finder::new("..")]);
    RARE.iter().any(|[a, b, c]| memchr::memchr3(*a, *b, *c, bytes).is_some())
        || JOINED.iter().any(|finder| finder.find(bytes).is_some())
}

/// Bytes that [`escaped`] has something for.
static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let signs = b"\\*_`[]|\"'$<>&{}~-.";
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

/// What is written for a byte that would mean something.
fn escaped(bytes: &[u8], at: usize) -> Option<&'static str> {
    let follows_itself = at > 0 && bytes[at - 1] == bytes[at];
    Some(match bytes[at] {
        b'\\' => "\\\\",
        b'*' => "\\*",
        b'_' => "\\_",
        b'`' => "\\`",
        b'[' => "\\[",
        b']' => "\\]",
        b'|' => "\\|",
        b'"' => "\\\"",
        b'\'' => "\\'",
        b'$' => "\\$",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'&' => "&amp;",
        // Entities, since `{%` would still be Liquid behind a backslash, and
        // Kramdown knows no escape for the others.
        b'{' => "&#123;",
        b'}' => "&#125;",
        b'~' => "&#126;",
        // Dashes and dots that Kramdown would join.
        b'-' if follows_itself => "&#45;",
        b'.' if follows_itself => "&#46;",
        _ => return None,
    })
}

/// What would begin a heading, a list, a definition or the end of a block at
/// the start of a line. Gives how many bytes it has written.
fn escape_start(out: &mut String, bytes: &[u8]) -> usize {
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    match bytes.get(digits) {
        Some(b'.') if digits > 0 => {
            out.extend(bytes[..digits].iter().map(|b| char::from(*b)));
            out.push_str("\\.");
            digits + 1
        }
        Some(c @ (b'#' | b'-' | b'+' | b'=' | b':' | b'^')) if digits == 0 => {
            out.push_str(&format!("&#{c};"));
            1
        }
        _ => 0,
    }
}

/// The target of a link, percent-encoded where Kramdown or Liquid would trip.
fn address(out: &mut String, target: &str) {
    for c in target.chars() {
        match c {
            '(' | ')' | '<' | '>' | '"' | '\'' | '{' | '}' | '|' | '\\' | '`' | ' ' | '*' => {
                out.push_str(&format!("%{:02X}", c as u32));
            }
            _ => out.push(c),
        }
    }
}

/// Braces as entities: inside HTML Kramdown leaves them, Liquid would not.
fn for_liquid(html: &str) -> String {
    html.replace('{', "&#123;").replace('}', "&#125;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kramdown(text: &str) -> String {
        let mut lines = Lines::default();
        write(&mut lines, &Markup::parse(text), Some("x"));
        lines.finish()
    }

    #[test]
    fn a_clause_has_its_anchor_on_its_first_block() {
        assert_eq!(kramdown("One\ntwo.\n\n- a\n- b"), "One two.\n{: #x}\n\n- a\n- b\n");
        assert_eq!(kramdown("- a\n    - b\n- c"), "- a\n  - b\n- c\n{: #x}\n");
    }

    #[test]
    fn items_of_paragraphs_stand_apart() {
        let text = "- a\n\n  - b\n  - c\n\n- d\n\n  e";
        assert_eq!(kramdown(text), format!("{text}\n{{: #x}}\n"));
    }

    #[test]
    fn two_lists_stay_two() {
        assert_eq!(kramdown("- a\n\n+ b"), "- a\n{: #x}\n\n^\n\n- b\n");
    }

    #[test]
    fn a_date_at_the_start_begins_no_list() {
        assert_eq!(kramdown("15\\. травня 2024"), "15\\. травня 2024\n{: #x}\n");
        assert_eq!(kramdown("at 15. x 0.50"), "at 15. x 0.50\n{: #x}\n");
    }

    #[test]
    fn no_sign_means_anything_to_kramdown_or_liquid() {
        assert_eq!(
            kramdown("{{ a }} {% b %} \"c\" it's d -- e ... f | g ~h~ &copy;"),
            "&#123;&#123; a &#125;&#125; &#123;% b %&#125; \\\"c\\\" it\\'s d -&#45; e .&#46;&#46; f \\| g &#126;h&#126; ©\n{: #x}\n"
        );
        assert_eq!(kramdown("`a{{b}}`"), "<code>a&#123;&#123;b&#125;&#125;</code>\n{: #x}\n");
    }
}
