//! # `orphan-message`
//!
//! A message that the source does not have, nor any message of the file use: its
//! name is misspelt, or the program does not show it any more.
//!
//! ```ftl fails de
//! contcat = Schreiben Sie uns.
//! contact = Schreiben Sie uns.
//! # source.ftl
//! contact = Write to us.
//! ```
//!
//! ```ftl passes de
//! contact = Schreiben Sie { us }.
//! us = uns
//! # source.ftl
//! contact = Write to us.
//! ```

use std::collections::HashSet;

use super::{Check, Rule, patterns};
use crate::{Report, Translation};
use ereje::catalog::{Reference, references};
use ereje::diagnostic::Level;

pub(super) const RULE: Rule =
    Rule::new("orphan-message", Level::Warning, Check::Translation(check));

fn check(translation: &Translation<'_>, report: &mut Report<'_>) {
    let (own, source) = (translation.own.file, translation.source);
    if translation.messages().len() == translation.own.messages.len() {
        return;
    }
    let ids = own.messages().map(|message| message.id.name);
    let is_known = |id: &str| source.message(id).is_some() || source.is_broken(id);
    let mut strangers: Vec<&str> = ids.filter(|id| !is_known(id)).collect();
    if strangers.is_empty() {
        return;
    }
    let used = patterns(own).flat_map(|(_, pattern)| references(pattern));
    let used: HashSet<&str> = used
        .filter_map(|reference| match reference {
            Reference::Message { name, .. } => Some(name),
            _ => None,
        })
        .collect();
    strangers.retain(|id| !used.contains(id));
    let ids = source.messages().map(|message| message.id.name);
    let missing: Vec<&str> = ids.filter(|id| own.message(id).is_none()).collect();
    for id in strangers {
        let hint = match translation.own.meant(id, missing.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "remove it; nothing shows it".to_owned(),
        };
        report.at_clause((own, id), id, format!("the source has no message `{id}`"), &hint);
    }
}
