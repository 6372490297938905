//! Markup to Kramdown, as Jekyll reads it: every character that would mean
//! something to Kramdown or to Liquid is written so that it does not.

mod escape;
mod spans;
#[cfg(test)]
mod tests;

use ereje::document::Clause;
use ereje::markup::{Alignment, Event, Markup, Tag};

use crate::html;
use crate::lines::Lines;
use crate::links::{Led, Ways};
use crate::numbers;
use crate::outline::List;
use escape::for_liquid;
use spans::{close_emphasis, close_link, is_among_letters, open_emphasis, open_link};

pub(crate) use escape::escape;

/// What the place that shows a text decides about how it is written.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s> {
    pub(crate) links: Ways<'s>,
    /// Attributes of elements around words: Kramdown has to be told to look into them.
    spans: &'static str,
    /// What elements of a redline have besides.
    marks: &'static str,
    /// The element around words with a direction of their own, and what it has besides.
    /// For Kramdown a line that begins with `bdi` is a block.
    isolate: (&'static str, &'static str),
    /// Whether this is for Kramdown: blocks can have attributes, and telephone numbers
    /// are kept in one line.
    is_kramdown: bool,
}

impl<'s> Setting<'s> {
    /// A text on a Jekyll site.
    pub(crate) fn jekyll(links: Ways<'s>) -> Setting<'s> {
        let isolate = ("span", " dir=\"auto\"");
        Setting { links, spans: " markdown=\"span\"", marks: "", isolate, is_kramdown: true }
    }

    /// A text for other Markdown, which looks into elements by itself.
    pub(crate) fn other(links: Ways<'s>) -> Setting<'s> {
        Setting { links, spans: "", marks: "", isolate: ("bdi", ""), is_kramdown: false }
    }

    /// The same in a redline from right to left: two figures side by side would be one
    /// else, with the new one first.
    pub(crate) fn with_marks(self, is_right_to_left: bool) -> Setting<'s> {
        Setting { marks: if is_right_to_left { " dir=\"rtl\"" } else { "" }, ..self }
    }

    /// What stands between two lists, and no reader sees.
    fn end_of_list(self) -> &'static str {
        if self.is_kramdown { "^" } else { "<!-- -->" }
    }

    fn open(self, out: &mut String, name: &str, marks: &str) {
        out.push('<');
        out.push_str(name);
        out.push_str(self.spans);
        out.push_str(marks);
        out.push('>');
    }
}

/// The text, in blocks. `anchor` becomes the id of the first of them.
pub(crate) fn write(
    lines: &mut Lines,
    markup: &Markup,
    mut anchor: Option<&str>,
    setting: Setting<'_>,
) {
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut emphasis: Vec<&str> = Vec::new();
    let mut code = false;
    let mut block = false;
    let mut columns: &[Alignment] = &[];
    let mut cells = 0;
    let mut link = None;
    let mut depth = 0_usize;
    // Of each item, whether its words are paragraphs: it is set apart then.
    let mut apart: Vec<bool> = Vec::new();
    let mut before = None;
    // Other Markdown reads asterisks by what is on both sides of them.
    let ahead = if setting.is_kramdown { Vec::new() } else { markup.events().collect() };
    for (at, event) in markup.events().enumerate() {
        match event {
            Event::Text(text) if block => {
                let mut escaped = String::new();
                html::escape(&mut escaped, text.trim_end_matches('\n'));
                lines.words().push_str(&for_liquid(&escaped).replace('\n', "&#10;"));
            }
            // Other Markdown reads what stands in an element.
            Event::Text(text) if code && !setting.is_kramdown => {
                escape(lines.words(), text, false);
            }
            Event::Text(text) if code => {
                let mut escaped = String::new();
                html::escape(&mut escaped, text);
                lines.words().push_str(&for_liquid(&escaped).replace('|', "&#124;"));
            }
            Event::Text(text) => {
                let in_cell = before == Some(Event::Open(Tag::Cell));
                words(lines, text, setting, (link.as_ref(), in_cell));
            }
            Event::Break => lines.words().push_str("<br />"),
            Event::Rule => {
                lines.end();
                if !lists.is_empty() && before != Some(Event::Open(Tag::Item)) {
                    // It would end the list.
                    lines.words().push_str(setting.end_of_list());
                    lines.end_tight();
                }
                lines.words().push_str("* * *");
                lines.end();
            }
            Event::Open(tag) => {
                match before {
                    Some(Event::Close(Tag::List { start })) => {
                        end_list(lines, start, tag, (lists.is_empty(), setting));
                    }
                    // A list may be the last in it.
                    Some(Event::Close(Tag::Quote)) => lines.apart(),
                    _ => {}
                }
                match tag {
                    Tag::Quote => lines.enter("> ", "> "),
                    Tag::List { start } => {
                        if lists.is_empty() || apart.last() == Some(&true) {
                            lines.end();
                        } else if before != Some(Event::Open(Tag::Item)) {
                            lines.end_tight();
                        }
                        lists.push(start);
                    }
                    Tag::Item => {
                        enter_item(lines, lists.last_mut().and_then(Option::as_mut), "");
                        apart.push(false);
                    }
                    Tag::CodeBlock => {
                        lines.end();
                        lines.words().push_str("<pre><code>");
                        block = true;
                    }
                    Tag::Table(table) => {
                        lines.end();
                        columns = markup.alignments(table);
                    }
                    Tag::HeadRow | Tag::Row => {
                        lines.words().push('|');
                        cells = 0;
                    }
                    Tag::Cell => {
                        lines.words().push(' ');
                        cells += 1;
                    }
                    Tag::Emphasis | Tag::Strong => {
                        let among_letters = is_among_letters(&ahead, at, lines.words());
                        let opened = open_emphasis(lines, tag, &emphasis, among_letters);
                        emphasis.push(opened);
                    }
                    Tag::Code => {
                        lines.words().push_str("<code>");
                        code = true;
                    }
                    Tag::Isolate => {
                        let (name, marks) = setting.isolate;
                        setting.open(lines.words(), name, marks);
                    }
                    Tag::Inserted => setting.open(lines.words(), "ins", setting.marks),
                    Tag::Deleted => setting.open(lines.words(), "del", setting.marks),
                    Tag::Link(at) => {
                        let led = setting.links.lead(markup.link(at));
                        if led != Led::Nowhere {
                            open_link(lines.words());
                            link = Some(led);
                        }
                    }
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
                        // In a redline a column that is gone has cells, too.
                        let gone = cells.max(columns.len()) - columns.len();
                        let gone = std::iter::repeat_n(&Alignment::Start, gone);
                        for column in columns.iter().chain(gone) {
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
                    Tag::Isolate => {
                        lines.words().push_str(&format!("</{}>", setting.isolate.0));
                    }
                    Tag::Inserted => lines.words().push_str("</ins>"),
                    Tag::Deleted => lines.words().push_str("</del>"),
                    Tag::Link(_) => {
                        if let Some(led) = link.take() {
                            close_link(lines.words(), &led);
                        }
                    }
                }
                let mut attributes = String::new();
                if depth == 0
                    && let Some(id) = anchor.take()
                {
                    attributes.push_str(&format!(" #{id}"));
                }
                if let Tag::List { start: Some(start) } = tag
                    && setting.is_kramdown
                    && start != 1
                {
                    // Kramdown counts from one, whatever number stands before an item.
                    attributes.push_str(&format!(" start=\"{start}\""));
                }
                if !attributes.is_empty() {
                    lines.attach(&format!("{{:{attributes}}}"));
                }
            }
        }
        before = Some(event);
    }
    lines.end();
    lines.apart();
}

/// Ends a list before the block that opens behind it: on the next line that would
/// belong to the last item.
fn end_list(
    lines: &mut Lines,
    start: Option<u64>,
    next: Tag,
    (is_outer, setting): (bool, Setting<'_>),
) {
    lines.apart();
    let Tag::List { start: other } = next else { return };
    if !is_outer || other.is_some() == start.is_some() {
        // It would be one list of two; this sign ends the first.
        lines.words().push_str(setting.end_of_list());
        lines.end();
    }
}

/// Words that stand for themselves, with telephone numbers in elements of their own.
fn words(
    lines: &mut Lines,
    text: &str,
    setting: Setting<'_>,
    (link, in_cell): (Option<&Led<'_>>, bool),
) {
    let mut rest = text;
    if !lines.starts_line()
        && let Some(after) = text.strip_prefix('^').filter(|_| lines.words().ends_with('['))
    {
        // It would be a footnote and no link.
        lines.words().push_str("&#94;");
        rest = after;
    }
    let is_call = matches!(link, Some(Led::To(to)) if to.starts_with("tel:"));
    while setting.is_kramdown
        && let Some((before, number, after)) = numbers::first(rest, is_call)
    {
        let starts = lines.starts_line();
        escape(lines.words(), before, starts);
        // A theme knows no class of ours.
        lines.words().push_str("<span style=\"white-space: nowrap\">");
        escape(lines.words(), &number.replace(' ', "\u{a0}"), false);
        lines.words().push_str("</span>");
        rest = after;
    }
    // A row of such signs alone would be a line between rows.
    let is_rule = in_cell && rest.starts_with(['-', '=']);
    let starts = lines.starts_line() || is_rule;
    escape(lines.words(), rest, starts);
}

/// The words of one line, in the block that is begun.
pub(crate) fn write_words(lines: &mut Lines, markup: &Markup, setting: Setting<'_>) {
    lines.begin();
    let mut inner = Lines::default();
    write(&mut inner, markup, None, setting);
    lines.words().push_str(inner.finish().trim_end());
}

/// One line, as a block of its own.
pub(crate) fn write_line(lines: &mut Lines, markup: &Markup, setting: Setting<'_>) {
    write_words(lines, markup, setting);
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

/// The lists below a clause, of which the text stands `above` them. `note` goes before
/// items in another language.
pub(crate) fn write_lists(
    lines: &mut Lines,
    lists: &[List],
    (clauses, above): (&[Clause], Option<&Clause>),
    (note, setting): (&str, Setting<'_>),
) {
    let last = above.and_then(|clause| clause.body.events().last());
    let mut follows_list = matches!(last, Some(Event::Close(Tag::List { .. })));
    for list in lists {
        if std::mem::replace(&mut follows_list, true) {
            // It would be one list of two; this sign ends the first.
            lines.words().push_str(setting.end_of_list());
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
            write(lines, &clauses[item.clause].body, None, setting);
            lines.tighten();
            let of_item = (clauses, Some(&clauses[item.clause]));
            write_lists(lines, &item.lists, of_item, (note, setting));
            lines.leave();
            lines.tighten();
        }
        lines.apart();
    }
}
