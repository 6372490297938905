//! # `paragraph-mismatch`
//!
//! More or fewer paragraphs than the source has. Often a paragraph was added to
//! the source and not to the translation; and where two languages are read side by
//! side, or a paragraph is quoted by its number, paragraphs must be the same.
//! Items of lists are told by `markup-mismatch`.
//!
//! ```ftl fails kk
//! intro = Біз деректерді сақтаймыз.
//! # source.ftl
//! intro =
//!     We keep data.
//!
//!     You may ask us to delete them.
//! ```
//!
//! ```ftl fails fr
//! intro =
//!     Nous conservons des données.
//!
//!     Vous pouvez les faire effacer.
//! # source.ftl
//! intro =
//!     We keep data.
//!     You may ask us to delete them.
//! ```
//!
//! ```ftl passes ru
//! intro =
//!     Мы храним данные.
//!     Только нужные.
//!
//!     Их можно удалить.
//! # source.ftl
//! intro =
//!     We keep data, only what is needed.
//!
//!     You may ask us to delete them.
//! ```

use ereje::diagnostic::Level;
use ereje::markup::{Event, Tag};

use super::{Check, Rule};
use crate::{Comparison, Form, Reading, Report};

pub(super) const RULE: Rule = Rule::new("paragraph-mismatch", Level::Warning, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    // Without an empty line there is one paragraph.
    if texts.to.texts.form != Form::Markdown || !texts.any(|written| written.contains("\n\n")) {
        return;
    }
    let Some((_, own, expected)) = texts.odd(paragraphs) else { return };
    let nearest = expected.into_iter().min_by_key(|expected| expected.abs_diff(own));
    let Some(source) = nearest else { return };
    let said = |count: usize| match count {
        0 => "no paragraph".to_owned(),
        1 => "1 paragraph".to_owned(),
        count => format!("{count} paragraphs"),
    };
    let message = format!("the source has {}, this text {}", said(source), said(own));
    let hint = "divide the text as its source is, with an empty line between paragraphs";
    report.at_texts(texts, ("", ""), message, hint);
}

/// The paragraphs that are no part of a list or quotation.
fn paragraphs(reading: &Reading) -> usize {
    let (mut depth, mut count) = (0_usize, 0);
    for event in reading.markup().events() {
        match event {
            Event::Open(Tag::Item | Tag::Quote) => depth += 1,
            Event::Close(Tag::Item | Tag::Quote) => depth = depth.saturating_sub(1),
            Event::Open(Tag::Paragraph) if depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}
