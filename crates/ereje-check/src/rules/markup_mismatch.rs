//! # `markup-mismatch`
//!
//! Lists, items, tables, quotations or emphasis of which the translation has more
//! or less than the source. A lost item is a lost sentence; words that the source
//! emphasises, a law may require to be conspicuous.
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
    ("emphasis", "pieces of emphasis"),
];

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    if texts.to.texts.form != Form::Markdown {
        return;
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
