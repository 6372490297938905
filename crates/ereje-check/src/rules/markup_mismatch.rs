//! # `markup-mismatch`
//!
//! Lists, items, tables, quotations or emphasis of which the translation has more
//! or less than the source. A lost item is a lost sentence; words that the source
//! emphasises, a law may require to be conspicuous. In the messages of programs,
//! which are no Markdown, lines are counted that begin as items do; these may be
//! more than in the source.
//!
//! ```ftl fails de
//! intro =
//!     Wir erheben:
//!
//!     - Gerätetyp
//!     - Sprache
//! # source.ftl
//! intro =
//!     We collect:
//!
//!     - type of device
//!     - language
//!     - version
//! ```
//!
//! ```ftl fails ru
//! intro = Мы не передаём данные третьим лицам.
//! # source.ftl
//! intro = We **never** pass data on to others.
//! ```
//!
//! ```ftl fails fr
//! # messages of a program
//! intro =
//!     On peut :
//!     - ouvrir
//! # source.ftl
//! intro =
//!     You can:
//!     - open
//!     - close
//! ```
//!
//! ```ftl passes kk
//! intro = **Біз** мыналарды жинаймыз:
//!
//!     - құрылғы түрі;
//!     - тіл.
//! # source.ftl
//! intro =
//!     _We_ collect:
//!
//!     + type of device
//!     + language
//! ```

use ereje::diagnostic::Level;
use ereje::markup::{Event, Tag};

use super::{Check, Rule};
use crate::{Comparison, Form, Reading, Report};

pub(super) const RULE: Rule = Rule::new("markup-mismatch", Level::Warning, Check::Texts(check));

/// What is counted, in the order of [`shape`].
const NAMES: [(&str, &str); 7] = [
    ("list", "lists"),
    ("list item", "list items"),
    ("table", "tables"),
    ("row", "rows"),
    ("cell", "cells"),
    ("quotation", "quotations"),
    ("piece of emphasis", "pieces of emphasis"),
];

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    if texts.to.texts.form == Form::Plain {
        return check_items(texts, report);
    }
    let Some((_, own, expected)) = texts.odd(shape) else { return };
    let differences = |source: &[usize; 7]| (0..7).filter(|at| source[*at] != own[*at]).count();
    let Some(source) = expected.iter().min_by_key(|source| differences(source)) else { return };
    let Some(at) = (0..7).find(|at| source[*at] != own[*at]) else { return };
    let said = |count: usize| match (count, NAMES[at]) {
        (0, (_, many)) => format!("no {many}"),
        (1, (one, _)) => format!("1 {one}"),
        (count, (_, many)) => format!("{count} {many}"),
    };
    let message = format!("the source has {}, this text {}", said(source[at]), said(own[at]));
    report.at_texts(texts, ("", ""), message, "give the text the structure of its source");
}

/// Tells of items that the messages of a program have fewer of. Where none is left,
/// it is a list no more.
fn check_items(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let is_list = |written: &str| memchr::memchr(b'\n', written.as_bytes()).is_some();
    let mut sources = texts.source.readings.iter();
    if !sources.any(|source| is_list(&source.written)) || !texts.source.is_complete {
        return;
    }
    let count = |reading: &Reading| reading.written.lines().filter(|line| is_item(line)).count();
    let Some(fewest) = texts.source.readings.iter().map(count).min() else { return };
    let own = texts.own.readings.iter().map(count).min().unwrap_or_default();
    if own == 0 || own >= fewest {
        return;
    }
    let s = if own == 1 { "" } else { "s" };
    let message = format!("the source has {fewest} list items, this text {own} list item{s}");
    report.at_texts(texts, ("", ""), message, "give the text the items of its source");
}

/// Whether a line of a text that is no Markdown begins as the item of a list.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if number.len() < line.len() {
        number.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '•', '–', '—', '·'])
    };
    rest.is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// How much of each structure there is. Strong emphasis counts as emphasis: what
/// stands out in one script by slant does so in another by weight.
fn shape(reading: &Reading) -> [usize; 7] {
    let mut shape = [0; 7];
    for event in reading.markup().events() {
        let at = match event {
            Event::Open(Tag::List { .. }) => 0,
            Event::Open(Tag::Item) => 1,
            Event::Open(Tag::Table(_)) => 2,
            Event::Open(Tag::Row | Tag::HeadRow) => 3,
            Event::Open(Tag::Cell) => 4,
            Event::Open(Tag::Quote) => 5,
            Event::Open(Tag::Emphasis | Tag::Strong) => 6,
            _ => continue,
        };
        shape[at] += 1;
    }
    shape
}
