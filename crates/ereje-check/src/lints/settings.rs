//! What is wrong with levels and suppressions themselves.

use std::collections::BTreeSet;

use ereje::diagnostic::{Diagnostic, Level, Place, nearest, there_are};
use ereje::lints::{Lints, Named, Scope, Setting};
use ereje::locale::Locale;
use ereje::manifest::{Manifest, PAGE_MESSAGES};
use ereje::workspace::WORKSPACE_FILE;

use crate::findings::{names, weight};

/// Rules that keep readers safe: who lowers one says why. While one is silent, a
/// page may have in it what nobody wrote (HTML, what Fluent could not fill in, the
/// wrong variant of a term), lack what somebody did (a clause, a part that is not
/// read, the second of two variants, what lies beyond Fluent's bound), or lead and
/// look elsewhere than it says (unsafe and malformed links, letters and signs that
/// pass for others).
///
/// What compares languages is not among them: whether a difference is a mistake
/// is for people to say, and `[lints]` is where they do. Nor is what only reads
/// badly.
pub(super) const SAFETY: [&str; 22] = [
    "broken-anchor",
    "broken-policy-link",
    "control-character",
    "cyclic-reference",
    "duplicate-attribute",
    "duplicate-message",
    "duplicate-variant",
    "empty-text",
    "format-error",
    "leftover-placeholder",
    "malformed-link",
    "missing-clause",
    "mixed-script",
    "placeable-budget",
    "raw-html",
    "syntax",
    "term-argument",
    "unknown-attribute",
    "unknown-function",
    "unknown-reference",
    "unknown-variable",
    "unsafe-link",
];

/// What is wrong with the levels and suppressions, as far as rules tell.
#[must_use]
pub fn check_lints(lints: &Lints) -> Vec<Diagnostic> {
    let levels = lints.levels.iter().enumerate().filter_map(|(nth, set)| {
        let wrong = check_name(&set.rule, &set.place).or_else(|| check_reason(set));
        wrong.or_else(|| check_double(set, &lints.levels[..nth]))
    });
    let suppressions =
        lints.suppressions.iter().filter_map(|one| check_name(&one.rule, &one.place));
    levels.chain(suppressions).collect()
}

pub(super) fn fault(
    rule: &'static str,
    place: &Place,
    message: String,
    hint: String,
) -> Diagnostic {
    let told = Diagnostic::error(rule, WORKSPACE_FILE, message).hint(hint);
    Diagnostic { place: Some(place.clone()), ..told }
}

fn check_name(name: &str, place: &Place) -> Option<Diagnostic> {
    match weight(name) {
        None => {
            let hint = match nearest(name, names()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "`ereje check explain` lists the rules".to_owned(),
            };
            Some(fault("unknown-rule", place, format!("there is no rule `{name}`"), hint))
        }
        Some((_, true)) => {
            let message = format!(
                "`{name}` always weighs the same: nothing can be made or proved without it"
            );
            Some(fault("fixed-rule", place, message, "remove it here".to_owned()))
        }
        Some(_) => None,
    }
}

fn check_reason(set: &Setting) -> Option<Diagnostic> {
    let (usual, _) = weight(&set.rule)?;
    let is_lower = set.level.is_none_or(|level| level > usual);
    if !is_lower || set.reason.is_some() || !SAFETY.contains(&set.rule.as_str()) {
        return None;
    }
    let level = set.level.map_or("off", Level::name);
    let message = format!("`{}` keeps readers safe, and nothing says why it is lowered", set.rule);
    let hint = format!("write `{} = {{ level = \"{level}\", reason = \"…\" }}`", set.rule);
    Some(fault("missing-reason", &set.place, message, hint))
}

/// Of two settings for the same part, none is narrower.
fn check_double(set: &Setting, before: &[Setting]) -> Option<Diagnostic> {
    let is_same = |other: &&Setting| other.rule == set.rule && other.scope.is_same(&set.scope);
    let other = before.iter().find(is_same)?;
    let message = format!("`{}` has a level for the same part already", set.rule);
    let hint = format!("keep one of them; the other is in line {}", other.place.line);
    Some(fault("duplicate-level", &set.place, message, hint))
}

/// What is wrong with the policies, locales and clauses that levels and
/// suppressions name, where all policies can be read.
#[must_use]
pub fn check_scopes(lints: &Lints, manifests: &[Manifest]) -> Vec<Diagnostic> {
    let levels = lints.levels.iter().map(|set| (set.rule.as_str(), &set.scope));
    let suppressions = lints.suppressions.iter().map(|one| (one.rule.as_str(), &one.scope));
    let mut wrong: Vec<Diagnostic> = levels
        .chain(suppressions)
        .flat_map(|(rule, scope)| of_scope(rule, scope, manifests))
        .collect();
    // A part is named once for all rules that are set for it.
    ereje::diagnostic::sort(&mut wrong);
    wrong
}

fn of_scope(rule: &str, scope: &Scope, manifests: &[Manifest]) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    let mut check = |what: &str, named: &Option<Named>, known: BTreeSet<&str>| {
        let Some(Named { name, place }) =
            named.as_ref().filter(|n| !known.contains(n.name.as_str()))
        else {
            return;
        };
        let hint = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => there_are(known),
        };
        wrong.push(fault("unknown-scope", place, format!("there is no {what} `{name}`"), hint));
    };
    check("policy", &scope.policy, manifests.iter().map(|manifest| manifest.id.as_str()).collect());
    let policy = scope.policy.as_ref().map(|policy| policy.name.as_str());
    let of_policy = |manifest: &&Manifest| policy.is_none_or(|policy| policy == manifest.id);
    let manifests: Vec<&Manifest> = manifests.iter().filter(of_policy).collect();
    if manifests.is_empty() {
        // That there is no such policy is told.
        return wrong;
    }
    let locales = manifests.iter().flat_map(|manifest| &manifest.locales).map(Locale::tag);
    check("locale", &scope.locale, locales.collect());
    // What is said of messages that belong to no clause names them.
    if rule != "unknown-message" {
        let clauses = manifests.iter().flat_map(|manifest| &manifest.clauses);
        let clauses = clauses.map(|clause| clause.id.as_str()).chain(PAGE_MESSAGES);
        check("clause", &scope.clause, clauses.collect());
    }
    wrong
}
