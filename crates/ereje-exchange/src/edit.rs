//! Texts put into a `.ftl` file by span: everything else in it stays as it is, but for
//! texts of the source that a translation takes the place of where they waited for it.

use std::collections::BTreeMap;
use std::ops::Range;

use ereje::catalog::FtlFile;

use crate::take::Change;
use crate::terms::Terms;
use crate::units::{Texts, Unit};
use crate::writing::written;

/// A file with other texts.
#[derive(Debug, Default)]
pub struct Edited {
    /// The file.
    pub text: String,
    /// The messages that changed or are new, in the order of the page.
    pub messages: Vec<String>,
    /// Messages that are left as they are, and why.
    pub refused: Vec<(String, &'static str)>,
}

/// What a message gets: each text by its attribute, as the pattern behind its `=`.
type Patterns = Vec<(Option<String>, String)>;

/// Puts texts into the translation's file. Messages that are not there take the place of
/// those of the source that wait there behind `# `, or come behind the one that they
/// follow on the page; and only as a whole.
#[must_use]
pub fn edited(texts: &Texts<'_>, units: &[Unit], changes: &[Change]) -> Edited {
    let file = texts.own.0;
    let terms = Terms::new(Some(file), texts.own.1);
    let mut out = Edited::default();
    let mut order: Vec<&str> = Vec::new();
    for unit in units {
        if !order.contains(&unit.message.as_str()) {
            order.push(&unit.message);
        }
    }
    let has_returns = file.text().contains("\r\n");
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    // New messages by where they go.
    let mut new: BTreeMap<usize, String> = BTreeMap::new();
    let mut after = file.text().len();
    let mut has_before = false;
    for id in order {
        let own: Vec<&Change> = changes.iter().filter(|change| change.message == id).collect();
        let spot = file.spot(id);
        let waiting = if spot.is_none() { file.waiting(id) } else { None };
        if let Some(whole) = spot.as_ref().map(|spot| &spot.whole).or(waiting.as_ref()) {
            after = whole.end;
            has_before = true;
        }
        if own.is_empty() {
            continue;
        }
        let mut patterns: Patterns = Vec::new();
        for change in &own {
            let indent = if change.attribute.is_some() { 8 } else { 4 };
            let words_of = |typed: &str| terms.words(typed);
            match written(&change.content, change.is_line(), indent, &words_of) {
                Some(pattern) => patterns.push((change.attribute.clone(), pattern)),
                None => out
                    .refused
                    .push((id.to_owned(), "it can not be written so that it is read again")),
            }
        }
        if patterns.len() < own.len() {
            continue;
        }
        if has_returns {
            for (_, pattern) in &mut patterns {
                *pattern = pattern.replace('\n', "\r\n");
            }
        }
        let end = if has_returns { "\r\n" } else { "\n" };
        match spot {
            Some(spot) => {
                for (attribute, pattern) in patterns {
                    let there = match &attribute {
                        None => Some(&spot.value),
                        Some(name) => {
                            spot.attributes.iter().find(|(one, _)| one == name).map(|(_, at)| at)
                        }
                    };
                    match (there, attribute) {
                        (Some(range), _) => edits.push((range.clone(), pattern)),
                        (None, name) => {
                            let name = name.unwrap_or_default();
                            let at = spot.whole.end;
                            edits.push((
                                at..at,
                                format!("{}    .{name} ={pattern}", line_end(file, at, end)),
                            ));
                        }
                    }
                }
            }
            None => {
                let is_whole = units
                    .iter()
                    .filter(|unit| unit.message == id && unit.variant.is_none())
                    .all(|unit| patterns.iter().any(|(attribute, _)| *attribute == unit.attribute));
                if !is_whole {
                    out.refused.push((id.to_owned(), "its heading or text is not translated"));
                    continue;
                }
                if let Some(range) = waiting {
                    edits.push((range, message(id, &patterns, end)));
                    out.messages.push(id.to_owned());
                    continue;
                }
                let at = if has_before { after } else { file.text().len() };
                let place = new.entry(at).or_insert_with(|| line_end(file, at, end).to_owned());
                if at > 0 || !place.is_empty() {
                    place.push_str(end);
                }
                place.push_str(&message(id, &patterns, end));
            }
        }
        out.messages.push(id.to_owned());
    }
    edits.extend(new.into_iter().map(|(at, text)| (at..at, text)));
    // Attributes of a message come before a message behind it.
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    out.text = replaced(file.text(), &edits);
    out
}

fn line_end(file: &FtlFile, at: usize, end: &'static str) -> &'static str {
    if at == 0 || file.text()[..at].ends_with('\n') { "" } else { end }
}

fn message(id: &str, patterns: &Patterns, end: &str) -> String {
    let value = patterns.iter().find(|(attribute, _)| attribute.is_none());
    let mut out = format!("{id} ={}", value.map_or(end, |(_, pattern)| pattern.as_str()));
    for (attribute, pattern) in patterns {
        if let Some(name) = attribute {
            out.push_str(&format!("    .{name} ={pattern}"));
        }
    }
    out
}

fn replaced(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len() * 2), 0);
    for (range, new) in edits {
        out.push_str(&text[at..range.start]);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}
