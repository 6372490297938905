//! # `unknown-variable`
//!
//! A variable that is no fact of the policy, or that a translation has and its
//! source has not. Fluent would show its name in braces.
//!
//! ```ftl fails
//! intro = Write to { $suport-email }.
//! ```
//!
//! ```ftl passes
//! intro = Write to { $support-email }.
//! ```

use std::collections::BTreeSet;

use super::{Check, Owner, Rule};
use crate::references::{Used, variables_of};
use crate::{References, Report, Variables};
use ereje::catalog::{FtlFile, Reference, each_reference};
use ereje::diagnostic::{Alike, Level, only_near};
use ereje::fix::Fix;

pub(super) const RULE: Rule = Rule::new("unknown-variable", Level::Error, Check::References(check));

fn check(known: &References<'_>, report: &mut Report<'_>) {
    // In a term it is an argument; `term-argument` looks at those.
    let is_of_message = |used: &&Used<'_>| {
        std::ptr::eq(used.file, known.file) && matches!(used.owner, Owner::Message(_))
    };
    let used: Vec<&Used<'_>> = known.used.iter().filter(is_of_message).collect();
    // A message with its attributes.
    for of_message in used.chunk_by(|one, next| one.owner == next.owner) {
        let all = of_message.iter().flat_map(|used| &used.references);
        let variables = all.filter_map(|reference| match reference {
            Reference::Variable { name, .. } => Some(*name),
            _ => None,
        });
        let variables: Vec<&str> = variables.collect();
        let owner = of_message.first().map(|used| used.owner.name());
        if let Some(id) = owner.filter(|_| !variables.is_empty()) {
            check_message(known, id, &variables, report);
        }
    }
}

/// So many variables of a message are compared one by one.
const FEW: usize = 16;

/// Whether a message of the source states these variables itself, as nearly all do.
fn states_all(source: &FtlFile, id: &str, used: &[&str]) -> bool {
    let Some(message) = source.message(id).filter(|_| used.len() <= FEW) else { return false };
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    let mut is_stated = [false; FEW];
    for pattern in message.value.iter().chain(attributes) {
        each_reference(pattern, &mut |reference| {
            let Reference::Variable { name: stated, .. } = reference else { return };
            for (is_stated, name) in is_stated.iter_mut().zip(used) {
                *is_stated |= *name == stated;
            }
        });
    }
    is_stated[..used.len()].iter().all(|is| *is)
}

/// The variable that is no fact: the date.
const PUBLISHED: &str = "published";

/// The one fact that a text does not use, where it uses one name that is no fact: likely
/// a new name for it. Not likely enough to be put there unasked.
fn unused_fact<'s>(
    known: &References<'s>,
    unknown: &str,
    variables: &BTreeSet<&'s str>,
) -> Option<&'s str> {
    if !matches!(known.variables, Variables::Facts(_)) {
        return None;
    }
    let of_file = known.used.iter().filter(|used| std::ptr::eq(used.file, known.file));
    let used: BTreeSet<&str> = of_file
        .flat_map(|used| &used.references)
        .filter_map(|reference| match reference {
            Reference::Variable { name, .. } => Some(*name),
            _ => None,
        })
        .collect();
    let is_only = used.iter().all(|name| *name == unknown || variables.contains(name));
    let mut unused = variables.iter().filter(|name| **name != PUBLISHED && !used.contains(*name));
    let fact = *unused.next().filter(|_| is_only)?;
    unused.next().is_none().then_some(fact)
}

fn check_message(known: &References<'_>, id: &str, used: &[&str], report: &mut Report<'_>) {
    let variables: BTreeSet<&str> = match known.variables {
        Variables::Facts(catalog) => catalog.variables().collect(),
        Variables::Source(source) if states_all(source, id, used) => return,
        Variables::Source(source) => match variables_of(source, id) {
            Some(variables) => variables,
            None => return,
        },
        Variables::Given(of) => match of(id) {
            Some(variables) => variables.into_iter().collect(),
            None => return,
        },
        Variables::Any => return,
    };
    for name in used.iter().filter(|name| !variables.contains(*name)) {
        let message = match known.variables {
            Variables::Facts(_) => format!("`${name}` is no fact of this policy"),
            Variables::Given(_) => format!("`{id}` is not given `${name}`"),
            _ => format!("the source of `{id}` has no variable `${name}`"),
        };
        let list: Vec<String> = variables.iter().map(|name| format!("`${name}`")).collect();
        let otherwise = match (known.variables, list.as_slice()) {
            (Variables::Facts(_), _) => {
                format!("add `{name} = {{ … }}` to `[facts]` of policy.toml")
            }
            (_, []) => "remove it; the program gives this message no variables".to_owned(),
            (_, list) => format!("the program gives {}", list.join(", ")),
        };
        let hint = match known.meant(name, variables.iter().copied()) {
            Some(meant) => format!("did you mean `${meant}`?"),
            None => match unused_fact(known, name, &variables) {
                Some(fact) => format!(
                    "if it was renamed to `${fact}`, which this text does not use, write that; else {otherwise}"
                ),
                None => otherwise,
            },
        };
        report.at_clause((known.file, name), id, message, &hint);
        if matches!(known.variables, Variables::Facts(_)) {
            report.alike(Alike::Name);
        }
        if let Some(meant) = only_near(name, variables.iter().copied()) {
            report.fix(Fix::likely(known.file.span(name), meant));
        }
    }
}
