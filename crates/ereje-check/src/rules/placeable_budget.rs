//! # `placeable-budget`
//!
//! A message that takes more than 100 placeables to resolve, those of its terms
//! included. Fluent stops there and shows the rest of the text cut off, which is
//! also its guard against terms that multiply each other.
//!
//! ```ftl fails
//! intro = { -hundred }{ -x }
//! # terms.ftl
//! -x = x
//! -ten = { -x }{ -x }{ -x }{ -x }{ -x }{ -x }{ -x }{ -x }{ -x }{ -x }
//! -hundred = { -ten }{ -ten }{ -ten }{ -ten }{ -ten }{ -ten }{ -ten }{ -ten }{ -ten }{ -ten }
//! ```
//!
//! ```ftl passes
//! intro = { -ten }{ -ten }
//! # terms.ftl
//! -x = x
//! -ten = { -x }{ -x }{ -x }{ -x }{ -x }{ -x }{ -x }{ -x }{ -x }{ -x }
//! ```

use super::{Check, Rule, files, patterns};
use crate::{Report, Subject};
use ereje::catalog::{Pattern, Reference, placeables};
use ereje::diagnostic::Level;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule::new("placeable-budget", Level::Error, Check::Messages(check));

/// What Fluent's resolver allows.
const MOST: usize = 100;

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let mut costs = BTreeMap::new();
    for (owner, pattern) in patterns(subject.file()) {
        // Most texts are words alone.
        if pattern.elements.len() < 2 {
            continue;
        }
        let cost = placeables(pattern, &mut |reference| cost(subject, reference, &mut costs));
        if cost > MOST {
            let message =
                format!("`{}` takes {cost} placeables; Fluent stops at {MOST}", owner.name());
            let place = (subject.file(), owner.name());
            let hint = "make two clauses of it, or write out terms that it uses often";
            report.at_clause(place, owner.name(), message, hint);
        }
    }
}

/// The cost of what is referred to, worked out once for each.
fn cost(
    subject: &Subject<'_>,
    reference: &Reference<'_>,
    costs: &mut BTreeMap<(bool, String, Option<String>), usize>,
) -> usize {
    let (is_term, name, attribute) = match reference {
        Reference::Term { name, attribute, .. } => (true, *name, *attribute),
        Reference::Message { name, attribute } => (false, *name, *attribute),
        _ => return 0,
    };
    let key = (is_term, name.to_owned(), attribute.map(str::to_owned));
    if let Some(known) = costs.get(&key) {
        return *known;
    }
    // Until it is known; a cycle has a rule of its own.
    costs.insert(key.clone(), 0);
    let total = files(subject)
        .find_map(|file| pattern(file, is_term, name, attribute))
        .map_or(0, |pattern| placeables(pattern, &mut |inner| cost(subject, inner, costs)));
    costs.insert(key, total);
    total
}

fn pattern<'s>(
    file: &'s ereje::catalog::FtlFile,
    is_term: bool,
    name: &str,
    attribute: Option<&str>,
) -> Option<&'s Pattern<'s>> {
    let (value, attributes) = if is_term {
        let term = file.term(name)?;
        (Some(&term.value), &term.attributes)
    } else {
        let message = file.message(name)?;
        (message.value.as_ref(), &message.attributes)
    };
    match attribute {
        None => value,
        Some(name) => attributes.iter().find(|a| a.id.name == name).map(|a| &a.value),
    }
}
