//! What a page is called and how old it is: title, description and date.

mod sentence;

use std::ops::Range;

use ereje::Scalar;
use ereje::diagnostic::Diagnostic;
use ereje::fact::Date;
use ereje::formats::DateStyle;
use ereje::markup::{Block, Event, Markup, Page, Part, Tag, read_page, write};

use crate::dates::{Dates, Found, name};
use crate::front_matter::FrontMatter;
use crate::{Wanted, advice, plain};

/// What a page says of its days, in its own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The line with the date.
    pub line: Option<String>,
    /// The day that the page says it is of.
    pub dated: Option<Date>,
    /// Whether that day stands in the front matter, and on no line of the page.
    pub in_front_matter: bool,
    /// The line that says from when on the text holds, where that is another one.
    pub effective_line: Option<String>,
    /// The day that this line names.
    pub effective: Option<Date>,
}

/// What is said of the page as a whole.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) title: Markup,
    pub(crate) description: Markup,
    pub(crate) published: Date,
    /// The pattern of the bottom line.
    pub(crate) last_updated: String,
    /// The name in the front matter that holds the date of the text.
    pub(crate) dated_by: Option<String>,
    pub(crate) days: Days,
}

/// The title of a page as links within the page know it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Top {
    /// Its words.
    pub(crate) words: String,
    /// The anchor that the page itself names.
    pub(crate) id: Option<String>,
    /// Whether it is a heading of the page that is no clause.
    pub(crate) is_heading: bool,
}

/// The head, and the parts that are left for clauses.
pub(crate) struct Heads {
    pub(crate) head: Head,
    pub(crate) top: Top,
    /// Whether the page itself says its date.
    pub(crate) is_dated: bool,
    pub(crate) parts: Vec<Part>,
}

/// Names that front matter gives the day of the text by, the best one first.
const DATES: [&str; 7] = [
    "last_modified_at",
    "last_updated",
    "last-updated",
    "lastmod",
    "updated",
    "effective_date",
    "date",
];

pub(crate) fn of(
    wanted: &Wanted<'_>,
    front: &FrontMatter,
    page: Page,
    told: &mut Vec<Diagnostic>,
) -> Heads {
    let mut parts = page.parts;
    let (title, top) = take_title(front, &mut parts, wanted);
    if top.words.is_empty() {
        let message = format!(
            "the page has no title of its own: the policy is called “{}”, after {}",
            title.text(),
            if headings(&parts).next().is_some() { "its first heading" } else { "its id" }
        );
        let hint =
            "write what readers shall call it as `title` of the texts, or into the front matter";
        told.push(Diagnostic::warning("import-title", wanted.path, message).hint(hint));
    }
    let dates = Dates::new(wanted.locale);
    let line = take_date(&mut parts, &dates);
    let by_front = DATES.iter().find_map(|key| {
        let text = front.text(key)?;
        let date = text.get(..10).and_then(Date::parse)?;
        Some((*key, date))
    });
    let effective = effective(&parts, &dates).unzip();
    let days = Days {
        line: line.as_ref().map(|line| line.block.text.text().trim().to_owned()),
        dated: line.as_ref().map(|line| line.found.date).or(by_front.map(|(_, date)| date)),
        in_front_matter: line.is_none() && by_front.is_some(),
        effective_line: effective.0,
        effective: effective.1,
    };
    let mut dated_by = None;
    let by_sentence = match (&line, by_front) {
        (None, None) => sentence::day(&parts, &dates),
        _ => None,
    };
    let is_dated = line.is_some() || by_front.is_some() || by_sentence.is_some();
    let (published, last_updated) = match (line, by_sentence) {
        (Some(line), _) => {
            let place = front.end + line.block.span.start..front.end + line.block.span.end;
            if !line.is_last {
                let message = "the line with the date moves to the bottom of the page";
                let hint = "nothing to do: every page of Ereje has its date there";
                told.push(
                    advice("import-date", wanted.path, message)
                        .at(wanted.text, place.clone())
                        .hint(hint),
                );
            }
            let (style, is_same) = match line.found.style {
                Some(style) => (style, true),
                None => (DateStyle::Long, false),
            };
            if !is_same {
                let shown = ereje::formats::date(wanted.locale, line.found.date, style);
                let message = format!("the date of the page will be written “{shown}”");
                let hint = "nothing to do: dates are written as CLDR writes them in this language";
                told.push(
                    advice("import-date", wanted.path, message).at(wanted.text, place).hint(hint),
                );
            }
            (line.found.date, pattern(&line, style))
        }
        (None, Some((date, block))) => {
            let place = front.end + block.span.start..front.end + block.span.end;
            let message = format!("the page says its date within a paragraph: it is dated {date}");
            let hint = "take these words out of the clause: the date stands at the bottom";
            told.push(
                Diagnostic::warning("import-date", wanted.path, message)
                    .at(wanted.text, place)
                    .hint(hint),
            );
            (date, format!(" {}\n", wanted.bottom.trim()))
        }
        (None, None) => {
            let (date, what) = match by_front {
                Some((key, date)) => {
                    dated_by = front
                        .values
                        .iter()
                        .any(|(name, value)| {
                            name == key
                                && matches!(value, Scalar::Text(text) | Scalar::Bare(text)
                                    if *text == date.to_string())
                        })
                        .then(|| key.to_owned());
                    (
                        date,
                        format!(
                            "the page has no line with its date: it is taken from `{key}`, {date}"
                        ),
                    )
                }
                None => (
                    wanted.fallback,
                    format!("the page bears no date: it is dated {}", wanted.fallback),
                ),
            };
            let hint = "set `published` in policy.toml if that is another day; the line is added \
                        at the bottom";
            told.push(advice("import-date", wanted.path, what).hint(hint));
            (date, format!(" {}\n", wanted.bottom.trim()))
        }
    };
    let description = match front.text("description").or_else(|| front.text("intro")) {
        Some(text) => plain(text),
        None => plain(&first_sentence(&parts).unwrap_or_else(|| title.text().to_owned())),
    };
    let head = Head { title, description, published, last_updated, dated_by, days };
    Heads { head, top, is_dated, parts }
}

/// The title: of the front matter, or the one heading above all others, which
/// then is no clause.
fn take_title(front: &FrontMatter, parts: &mut [Part], wanted: &Wanted<'_>) -> (Markup, Top) {
    let given = front.text("title");
    let tops = parts.iter().filter(|part| part.heading.as_ref().is_some_and(|h| h.level == 1));
    let count = tops.count();
    let first = parts.first_mut();
    let top = first.filter(|part| part.heading.as_ref().is_some_and(|h| h.level == 1));
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    let is_same = |part: &&mut Part| {
        let heading = part.heading.as_ref().filter(|heading| heading.id.is_none());
        given.is_none_or(|given| heading.is_some_and(|h| same(h.text.text(), given)))
    };
    let is_title = |part: &&mut Part| is_same(part) && (given.is_some() || count == 1);
    if let Some(heading) = top.filter(is_title).and_then(|part| part.heading.take()) {
        let words = heading.text.text().to_owned();
        let is_marked = heading.text.events().any(|event| !matches!(event, Event::Text(_)));
        let title = match given {
            Some(given) => plain(given),
            None if is_marked => plain(&words),
            None => heading.text,
        };
        return (title, Top { words, id: heading.id, is_heading: true });
    }
    let first = given.or_else(|| headings(parts).next());
    let title = first.map_or_else(|| plain(&wanted.policy.replace(['-', '_'], " ")), plain);
    let words = given.map(str::to_owned).unwrap_or_default();
    (title, Top { words, ..Top::default() })
}

/// The words of headings that have some.
fn headings(parts: &[Part]) -> impl Iterator<Item = &str> {
    let all = parts.iter().filter_map(|part| part.heading.as_ref());
    all.map(|heading| heading.text.text()).filter(|text| !text.trim().is_empty())
}

/// A line with the date of the page.
struct Line {
    block: Block,
    found: Found,
    is_last: bool,
}

/// A line or sentence with a date is short: its words are about the date.
const MOST_WORDS: usize = 14;

/// The date in a short paragraph.
fn dated(block: &Block, dates: &Dates<'_>) -> Option<Found> {
    let mut events = block.text.events();
    let is_paragraph = events.next() == Some(Event::Open(Tag::Paragraph))
        && events.all(|event| {
            !matches!(
                event,
                Event::Open(
                    Tag::Paragraph | Tag::Quote | Tag::List { .. } | Tag::Code | Tag::Link(_)
                )
            )
        });
    let text = block.text.text();
    let is_short = text.split_whitespace().count() <= MOST_WORDS && text.chars().count() <= 120;
    (is_paragraph && is_short).then(|| dates.find(text)).flatten()
}

/// Beginnings of the words by which a line says from when on a text holds.
const EFFECTIVE: [&str; 20] = [
    "effective",
    "in force",
    "takes effect",
    "вступ",
    "в силе",
    "действ",
    "күш",
    "чинн",
    "in kraft",
    "gilt ab",
    "vigueur",
    "vigor",
    "obowiąz",
    "yürürlü",
    "geldig",
    "生效",
    "施行",
    "発効",
    "시행",
    "효력",
];

/// A second line with a date, at the bottom or below the title, that says from
/// when on the text holds.
fn effective(parts: &[Part], dates: &Dates<'_>) -> Option<(String, Date)> {
    let first = parts.iter().take(2).flat_map(|part| part.blocks.iter().take(3));
    let last = parts.last().into_iter().flat_map(|part| part.blocks.iter().rev().take(2));
    first.chain(last).find_map(|block| {
        let text = block.text.text();
        let lowered = text.to_lowercase();
        let found = dated(block, dates)?;
        EFFECTIVE
            .iter()
            .any(|word| lowered.contains(word))
            .then(|| (text.trim().to_owned(), found.date))
    })
}

fn take_date(parts: &mut Vec<Part>, dates: &Dates<'_>) -> Option<Line> {
    let dated = |block: &Block| dated(block, dates);
    // The last paragraph, or the one before a line across the page.
    if let Some(part) = parts.iter_mut().rev().find(|part| !part.blocks.is_empty()) {
        let is_note = |block: &Block| block.text.text().starts_with('[');
        let last = part.blocks.iter().rposition(|block| !is_note(block));
        if let Some(at) = last
            && let Some(found) = dated(&part.blocks[at])
        {
            let block = part.blocks.remove(at);
            return Some(Line { block, found, is_last: true });
        }
    }
    // Just below the title or the first heading.
    for part in parts.iter_mut().take(2) {
        for at in 0..part.blocks.len().min(3) {
            if let Some(found) = dated(&part.blocks[at]) {
                let block = part.blocks.remove(at);
                parts.retain(|part| part.heading.is_some() || !part.blocks.is_empty());
                return Some(Line { block, found, is_last: false });
            }
        }
    }
    None
}

/// Where the line with the date stands in a page without its front matter, and the day
/// that it names.
pub(crate) fn date_line(page: &str, dates: &Dates<'_>) -> Option<(Range<usize>, Date)> {
    let line = take_date(&mut read_page(page).parts, dates)?;
    Some((line.block.span, line.found.date))
}

/// The line with the date by name.
fn pattern(line: &Line, style: DateStyle) -> String {
    let text = line.block.text.text();
    let typed = &text[line.found.span.clone()];
    let by_name = format!("{{ DATETIME($published, dateStyle: \"{}\") }}", name(style));
    let written = write(&line.block.text);
    let flat = written.replace("\\\n", " ").replace('\n', " ");
    // Where signs stand within the date, the line is written without them.
    let (flat, typed) = if flat.contains(typed) {
        (flat, typed.to_owned())
    } else {
        (write(&plain(text)), typed.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    match flat.find(&typed) {
        Some(at) => {
            let (before, after) = (&flat[..at], &flat[at + typed.len()..]);
            let inline = |text: &str| {
                let pattern = ereje::catalog::pattern(&format!("x{text}x"), 4);
                pattern.trim_matches(['\n', ' ']).trim_matches('x').to_owned()
            };
            format!(" {}{by_name}{}\n", inline(before), inline(after))
        }
        None => format!(" {by_name}\n"),
    }
}

/// The first sentence of the first paragraph.
fn first_sentence(parts: &[Part]) -> Option<String> {
    let blocks = parts.iter().flat_map(|part| &part.blocks);
    let paragraph = blocks.map(|block| &block.text).find(|text| {
        text.events().next() == Some(Event::Open(Tag::Paragraph)) && !text.is_empty()
    })?;
    let text = paragraph.text().trim();
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let is_end = "。！？".contains(c)
            || (".!?؟।".contains(c) && (after.is_empty() || after.starts_with(' ')));
        if is_end && at > 20 {
            end = at + c.len_utf8();
            break;
        }
    }
    let sentence = &text[..end];
    if sentence.chars().count() <= 200 {
        return Some(sentence.to_owned());
    }
    let cut: String = sentence.chars().take(180).collect();
    let cut = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    Some(format!("{} …", cut.trim_end_matches([',', ';', ':'])))
}
