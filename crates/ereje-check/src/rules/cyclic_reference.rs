//! # `cyclic-reference`
//!
//! A message or term that contains itself, alone or through others. It has no
//! text at all. An attribute may repeat another one of its message.
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

use super::{Check, Owner, Rule, files};
use crate::references::Used;
use crate::{References, Report};
use ereje::catalog::Reference;
use ereje::diagnostic::Level;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(super) const RULE: Rule = Rule::new("cyclic-reference", Level::Error, Check::References(check));

/// Whether it is a term, its name, and the attribute that is meant.
type Node<'s> = (bool, &'s str, Option<&'s str>);
/// What each contains.
type Edges<'s> = BTreeMap<Node<'s>, Vec<Node<'s>>>;

/// So many steps of a cycle are told.
const MOST_STEPS: usize = 20;

fn check(known: &References<'_>, report: &mut Report<'_>) {
    // Most messages contain terms alone, which contain nothing.
    if !may_lead_back(known) {
        return;
    }
    let mut edges: Edges<'_> = BTreeMap::new();
    for used in &known.used {
        let targets = used.references.iter().filter_map(|reference| match reference {
            Reference::Term { name, attribute, .. } => Some((true, *name, *attribute)),
            Reference::Message { name, attribute } => Some((false, *name, *attribute)),
            _ => None,
        });
        // What contains nothing is on no way back, and most texts contain nothing.
        for target in targets {
            edges.entry(node(used)).or_default().push(target);
        }
    }
    for knot in knots(&edges) {
        let Some(path) = way_back(&knot, &edges) else { continue };
        let start = path[0];
        let mut steps: Vec<String> = path.iter().take(MOST_STEPS).map(written).collect();
        if path.len() > MOST_STEPS {
            steps.push("…".to_owned());
        }
        steps.push(written(&start));
        let message = format!("{} contains itself: {}", steps[0], steps.join(" → "));
        for file in files(known) {
            let place = match start {
                (true, name, _) => file.term(name).map(|term| term.id.name),
                (false, name, _) => file.message(name).map(|message| message.id.name),
            };
            if let Some(place) = place {
                let hint = "write out the words in one of them";
                report.at(file, place, message.clone(), hint);
                break;
            }
        }
    }
}

/// Whether a message contains a message, or a term anything.
fn may_lead_back(known: &References<'_>) -> bool {
    known.used.iter().any(|used| {
        used.references.iter().any(|reference| match reference {
            Reference::Term { .. } => matches!(used.owner, Owner::Term(_)),
            Reference::Message { .. } => true,
            _ => false,
        })
    })
}

fn node<'s>(used: &Used<'s>) -> Node<'s> {
    (matches!(used.owner, Owner::Term(_)), used.owner.name(), used.attribute)
}

fn written((is_term, name, attribute): &Node<'_>) -> String {
    let attribute = attribute.map(|attribute| format!(".{attribute}"));
    format!("`{}{name}{}`", if *is_term { "-" } else { "" }, attribute.unwrap_or_default())
}

/// What contains each other: in each knot a way leads from everything to
/// everything. They are Tarjan's strongly connected components, found without
/// calls in calls, as a chain of messages has no end. One message is a knot only if
/// it contains itself.
fn knots<'s>(edges: &Edges<'s>) -> Vec<BTreeSet<Node<'s>>> {
    let mut knots = Vec::new();
    // When each was met first, and the earliest one that it leads back to.
    let mut met: BTreeMap<Node<'s>, (usize, usize)> = BTreeMap::new();
    let mut open: Vec<Node<'s>> = Vec::new();
    let mut is_open: BTreeSet<Node<'s>> = BTreeSet::new();
    for &start in edges.keys() {
        let mut calls: Vec<(Node<'s>, usize)> = Vec::new();
        if !met.contains_key(&start) {
            calls.push((start, 0));
        }
        while let Some((at, nth)) = calls.pop() {
            if nth == 0 {
                met.insert(at, (met.len(), met.len()));
                open.push(at);
                is_open.insert(at);
            }
            let next = edges.get(&at).and_then(|targets| targets.get(nth));
            if let Some(&next) = next {
                calls.push((at, nth + 1));
                match met.get(&next) {
                    None => calls.push((next, 0)),
                    Some(&(first, _)) if is_open.contains(&next) => lead_back(&mut met, at, first),
                    Some(_) => {}
                }
                continue;
            }
            let (first, earliest) = met.get(&at).copied().unwrap_or_default();
            if let Some((before, _)) = calls.last() {
                lead_back(&mut met, *before, earliest);
            }
            if first == earliest {
                let from = open.iter().rposition(|node| *node == at).unwrap_or(0);
                let knot: BTreeSet<_> = open.drain(from..).collect();
                for node in &knot {
                    is_open.remove(node);
                }
                let contains_itself = edges.get(&at).is_some_and(|targets| targets.contains(&at));
                if knot.len() > 1 || contains_itself {
                    knots.push(knot);
                }
            }
        }
    }
    knots.sort();
    knots
}

/// Notes that a way leads from `at` to what was met as early as `to`.
fn lead_back<'s>(met: &mut BTreeMap<Node<'s>, (usize, usize)>, at: Node<'s>, to: usize) {
    if let Some((_, earliest)) = met.get_mut(&at) {
        *earliest = (*earliest).min(to);
    }
}

/// The shortest way from the first of a knot back to it.
fn way_back<'s>(knot: &BTreeSet<Node<'s>>, edges: &Edges<'s>) -> Option<Vec<Node<'s>>> {
    let start = *knot.first()?;
    let mut from: BTreeMap<Node<'s>, Node<'s>> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        for &target in edges.get(&at).into_iter().flatten().filter(|to| knot.contains(*to)) {
            if target == start {
                let mut path = vec![at];
                while let Some(before) = path.last().and_then(|node| from.get(node)) {
                    path.push(*before);
                }
                path.reverse();
                return Some(path);
            }
            from.entry(target).or_insert_with(|| {
                next.push_back(target);
                at
            });
        }
    }
    None
}
