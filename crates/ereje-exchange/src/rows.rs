//! Texts as rows, for formats that have no codes: terms are written out, facts stand
//! by their names, as `status` shows them.

use ereje::catalog::canonical_text;
use ereje::sync::State;

use crate::units::{Texts, part, units};

/// A text with its translation.
#[derive(Clone, Debug)]
pub struct Row {
    /// The message: a clause, or `title` and the like.
    pub message: String,
    /// `heading`, `text`, or the name of another attribute.
    pub part: String,
    /// The source.
    pub source: String,
    /// The translation; empty where there is none.
    pub target: String,
    /// How the translation stands to the source.
    pub state: State,
    /// What the source was when a text was translated that is stale or to review, where
    /// that is known.
    pub before: Option<String>,
    /// What the source's file says about it.
    pub comment: Option<String>,
}

impl Row {
    /// The name of its state.
    #[must_use]
    pub fn state_name(&self) -> &'static str {
        match self.state {
            State::Missing => "missing",
            State::Stale => "stale",
            State::Review => "to-review",
            State::Current => "current",
        }
    }

    /// What tells it from all others of the policy.
    #[must_use]
    pub fn id(&self) -> String {
        match self.part.as_str() {
            "text" => self.message.clone(),
            part => format!("{}.{part}", self.message),
        }
    }
}

/// The rows of a policy in the order of the page. `before` tells what the source of a
/// message was, its heading first.
#[must_use]
pub fn rows(texts: &Texts<'_>, before: &dyn Fn(&str) -> Option<String>) -> Vec<Row> {
    let said = |(file, terms), id: &str, attribute: Option<&str>| {
        part(file, id, attribute).map(|pattern| canonical_text(pattern, file, terms))
    };
    let all = units(texts);
    let whole = all.into_iter().filter(|unit| unit.variant.is_none());
    whole
        .map(|unit| {
            let attribute = unit.attribute.as_deref();
            let before = before(&unit.message).filter(|_| unit.state.is_open());
            Row {
                source: said(texts.source, &unit.message, attribute).unwrap_or_default(),
                target: said(texts.own, &unit.message, attribute).unwrap_or_default(),
                before: before.and_then(|text| part_of(&text, attribute)),
                part: unit.attribute.clone().unwrap_or_else(|| "text".to_owned()),
                comment: texts.source.0.comment(&unit.message),
                state: unit.state,
                message: unit.message,
            }
        })
        .collect()
}

/// The heading or the text of a message that is written as one.
fn part_of(text: &str, attribute: Option<&str>) -> Option<String> {
    let heading = text.strip_prefix("# ");
    let (heading, rest) = match heading.map(|text| text.split_once("\n\n").unwrap_or((text, ""))) {
        Some((heading, rest)) => (Some(heading), rest),
        None => (None, text),
    };
    match attribute {
        None => Some(rest.to_owned()),
        Some("heading") => heading.map(str::to_owned),
        Some(_) => None,
    }
}
