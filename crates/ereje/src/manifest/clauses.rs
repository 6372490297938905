//! `[[clause]]` of a manifest.

use std::collections::BTreeSet;

use super::{
    ClauseKind, ClausePlan, OPTIONAL_MESSAGES, PAGE_MESSAGES, PROMISES, TOPICS, is_identifier,
};
use crate::diagnostic::nearest;
use crate::settings::{Table, list};

pub(super) fn read_clauses(root: &Table<'_>) -> Vec<ClausePlan> {
    let mut clauses: Vec<ClausePlan> = Vec::new();
    let mut seen = BTreeSet::new();
    let (mut heading, mut depth) = (1, 0);
    for table in root.tables("clause") {
        table.only(&["id", "level", "kind", "topics", "promises"]);
        let id = table.required("id", "\"intro\"");
        let span = table.get("id").map_or(table.span(), |value| value.span());
        if let Some((message, hint)) = id.and_then(bad_clause_id) {
            table.fault("bad-clause-id", message, span.clone(), hint);
        } else if let Some(id) = id.filter(|id| !seen.insert(*id)) {
            let hint = "give one of them another id";
            let message = format!("two clauses have the id `{id}`");
            table.fault("duplicate-id", message, span.clone(), hint);
        }
        let known = read_kind(&table);
        let kind = known.unwrap_or(ClauseKind::Text);
        let (least, most, usual) = if kind == ClauseKind::Text { (2, 6, 2) } else { (1, 4, 1) };
        let asked = table.integer("level").unwrap_or(usual);
        let level_span = table.get("level").map_or(span.clone(), |value| value.span());
        let level = u8::try_from(asked.clamp(least, most)).unwrap_or(2);
        let above = if kind == ClauseKind::Text { &mut heading } else { &mut depth };
        if known.is_none() {
            // An item, perhaps: what follows may stand below it.
            depth = 4;
        } else {
            if i64::from(level) != asked {
                let what = if kind == ClauseKind::Text { "a heading" } else { "an item" };
                let message = format!("the level of {what} is {least} to {most}");
                table.fault("bad-level", message, level_span, "");
            } else if level > *above + 1 {
                let message = format!("level {level} does not follow level {above}");
                table.fault("bad-level", message, level_span, &format!("use {} here", *above + 1));
            }
            *above = level;
            if kind == ClauseKind::Text {
                depth = 0;
            }
        }
        let (topics, promises) =
            (read_names(&table, "topics", &TOPICS), read_names(&table, "promises", &PROMISES));
        let Some(id) = id.map(str::to_owned) else { continue };
        clauses.push(ClausePlan { id, kind, level, topics, promises, span });
    }
    if root.get("clause").is_none() {
        let hint = "add one: `[[clause]]` and below it `id = \"intro\"`";
        root.fault("missing-key", "the policy has no clauses".into(), 0..0, hint);
    }
    clauses
}

fn bad_clause_id(id: &str) -> Option<(String, &'static str)> {
    if PAGE_MESSAGES.contains(&id) || OPTIONAL_MESSAGES.contains(&id) {
        return Some((format!("`{id}` is kept for the page itself"), "choose another id"));
    }
    (!is_identifier(id)).then(|| {
        let hint = "use letters, digits, `-` and `_`, a letter first";
        (format!("`{id}` can not be the id of a clause"), hint)
    })
}

/// The kind of a clause; nothing where its name is none.
fn read_kind(table: &Table<'_>) -> Option<ClauseKind> {
    let name = table.text("kind").unwrap_or(ClauseKind::Text.name());
    let kind = ClauseKind::named(name);
    if kind.is_none() {
        let span = table.get("kind").map_or(0..0, |value| value.span());
        let hint = "use `item` for a list with bullets, `numbered` for one with numbers";
        table.fault("unknown-key", format!("`{name}` is no kind of clause"), span, hint);
    }
    kind
}

/// The names in a list, each of them a known one.
pub(crate) fn read_names(table: &Table<'_>, key: &str, known: &[&str]) -> Vec<String> {
    let mut names = Vec::new();
    for (name, span) in table.texts(key).unwrap_or_default() {
        if known.contains(&name) {
            names.push(name.to_owned());
            continue;
        }
        let hint = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("known are {}", list(known)),
        };
        table.fault("unknown-key", format!("`{name}` is not known in `{key}`"), span, &hint);
    }
    names
}
