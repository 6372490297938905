//! # `cyclic-reference`
//!
//! A message or term that contains itself, alone or through others. It has no
//! text at all.
//!
//! ```ftl fails
//! intro = About { -app }.
//! # terms.ftl
//! -app = the { -product }
//! -product = { -app } itself
//! ```
//!
//! ```ftl passes
//! intro = About { -app }.
//! # terms.ftl
//! -app = the { -product }
//! -product = App
//! ```

use super::{Check, Owner, Rule, files, patterns};
use crate::{Report, Subject};
use ereje::catalog::{Reference, references};
use ereje::diagnostic::Level;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule::new("cyclic-reference", Level::Error, Check::Messages(check));

type Node<'s> = (bool, &'s str);

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let mut edges: BTreeMap<Node<'_>, Vec<Node<'_>>> = BTreeMap::new();
    for (owner, pattern) in files(subject).flat_map(patterns) {
        let targets = references(pattern).into_iter().filter_map(|reference| match reference {
            Reference::Term { name, .. } => Some((true, name)),
            Reference::Message { name, .. } => Some((false, name)),
            _ => None,
        });
        edges.entry(node(owner)).or_default().extend(targets);
    }
    for &start in edges.keys() {
        let mut path = vec![start];
        // Each cycle is told once, at its first name.
        if !returns(start, start, &edges, &mut path, &mut BTreeSet::new())
            || path.iter().min() != Some(&start)
        {
            continue;
        }
        let steps: Vec<String> = path.iter().chain([&start]).map(written).collect();
        let message = format!("{} contains itself: {}", steps[0], steps.join(" → "));
        for file in files(subject) {
            let place = match start {
                (true, name) => file.term(name).map(|term| term.id.name),
                (false, name) => file.message(name).map(|message| message.id.name),
            };
            if let Some(place) = place {
                let hint = "write out the words in one of them";
                report.at(file, place, message.clone(), hint);
                break;
            }
        }
    }
}

fn node(owner: Owner<'_>) -> Node<'_> {
    (matches!(owner, Owner::Term(_)), owner.name())
}

fn written((is_term, name): &Node<'_>) -> String {
    format!("`{}{name}`", if *is_term { "-" } else { "" })
}

/// Whether a way leads from `at` back to `start`; leaves it in `path`.
fn returns<'s>(
    at: Node<'s>,
    start: Node<'s>,
    edges: &BTreeMap<Node<'s>, Vec<Node<'s>>>,
    path: &mut Vec<Node<'s>>,
    seen: &mut BTreeSet<Node<'s>>,
) -> bool {
    for &next in edges.get(&at).into_iter().flatten() {
        if next == start {
            return true;
        }
        if seen.insert(next) {
            path.push(next);
            if returns(next, start, edges, path, seen) {
                return true;
            }
            path.pop();
        }
    }
    false
}
