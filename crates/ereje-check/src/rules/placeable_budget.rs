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
use crate::{References, Report};
use ereje::catalog::{Pattern, Reference, each_reference, placeables};
use ereje::diagnostic::Level;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule::new("placeable-budget", Level::Error, Check::References(check));

/// What Fluent's resolver allows.
const MOST: usize = 100;

fn check(known: &References<'_>, report: &mut Report<'_>) {
    let mut costs = BTreeMap::new();
    for (owner, pattern) in patterns(known.file) {
        // Most texts are words alone.
        if pattern.elements.len() < 2 {
            continue;
        }
        settle(known, pattern, &mut costs);
        let cost = placeables(pattern, &mut |reference| cost(reference, &costs));
        if cost > MOST {
            let message =
                format!("`{}` takes {cost} placeables; Fluent stops at {MOST}", owner.name());
            let place = (known.file, owner.name());
            let hint = "make two messages of it, or write out terms that it uses often";
            report.at_clause(place, owner.name(), message, hint);
        }
    }
}

/// A term or a message, and of it the value or an attribute.
type Target<'s> = (bool, &'s str, Option<&'s str>);

fn target<'s>(reference: &Reference<'s>) -> Option<Target<'s>> {
    match reference {
        Reference::Term { name, attribute, .. } => Some((true, name, *attribute)),
        Reference::Message { name, attribute } => Some((false, name, *attribute)),
        _ => None,
    }
}

fn cost(reference: &Reference<'_>, costs: &BTreeMap<Target<'_>, usize>) -> usize {
    target(reference).and_then(|target| costs.get(&target)).copied().unwrap_or(0)
}

/// Works out the cost of all that `start` refers to, once for each: the deepest
/// first, and not by calls in calls, as a chain of messages has no end. In a cycle
/// what is not known yet costs nothing; it has a rule of its own.
fn settle<'s>(
    known: &References<'s>,
    start: &Pattern<'s>,
    costs: &mut BTreeMap<Target<'s>, usize>,
) {
    let targets = |pattern: &Pattern<'s>, next: &mut Vec<Target<'s>>| {
        each_reference(pattern, &mut |reference| next.extend(target(&reference)));
    };
    let mut open: BTreeSet<Target<'s>> = BTreeSet::new();
    let mut next: Vec<Target<'s>> = Vec::new();
    targets(start, &mut next);
    while let Some(&at) = next.last() {
        let (is_term, name, attribute) = at;
        let pattern = files(known).find_map(|file| pattern(file, is_term, name, attribute));
        let Some(pattern) = pattern.filter(|_| !costs.contains_key(&at)) else {
            next.pop();
            continue;
        };
        let before = next.len();
        if open.insert(at) {
            let mut all = Vec::new();
            targets(pattern, &mut all);
            all.retain(|target| !costs.contains_key(target) && !open.contains(target));
            next.append(&mut all);
        }
        if next.len() == before {
            let total = placeables(pattern, &mut |reference| cost(reference, costs));
            costs.insert(at, total);
            next.pop();
        }
    }
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
