//! Levels and suppressions: checked against the rules that there are, and put to
//! everything that was found.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use ereje::diagnostic::{Diagnostic, Level, Place, nearest};
use ereje::fact::Date;
use ereje::lints::{Lints, Setting, Suppression};
use ereje::workspace::WORKSPACE_FILE;

use crate::Subject;
use crate::findings::{names, weight};
use crate::rules::{RULES, Rule};

/// Rules that keep readers safe: what they find could bring something into a
/// page that nobody wrote, or keep out what somebody did. Who lowers one says why.
const SAFETY: [&str; 11] = [
    "control-character",
    "duplicate-attribute",
    "duplicate-message",
    "empty-text",
    "format-error",
    "leftover-placeholder",
    "missing-clause",
    "raw-html",
    "syntax",
    "unknown-reference",
    "unsafe-link",
];

/// What is wrong with the levels and suppressions themselves.
#[must_use]
pub fn check_lints(lints: &Lints) -> Vec<Diagnostic> {
    let levels = lints
        .levels
        .iter()
        .filter_map(|set| check_name(&set.rule, &set.place).or_else(|| check_reason(set)));
    let suppressions =
        lints.suppressions.iter().filter_map(|one| check_name(&one.rule, &one.place));
    levels.chain(suppressions).collect()
}

fn fault(rule: &'static str, place: &Place, message: String, hint: String) -> Diagnostic {
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

/// Messages of the page that could not be read. That goes without saying while
/// `syntax` is an error; where it was lowered, a page must not lose a clause by it.
#[must_use]
pub fn check_unread(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let file = subject.file();
    if file.diagnostics().is_empty() {
        return Vec::new();
    }
    let unread = subject.expected().filter(|id| file.is_broken(id) && file.message(id).is_none());
    let tell = |id: &str| {
        let message = format!("`{id}` can not be read, and the page would be without it");
        let told = Diagnostic::error("missing-clause", file.path(), message);
        let told = told.hint("mend what `syntax` tells of it").of_policy(&subject.manifest.id);
        told.of_locale(subject.catalog.locale.tag()).of_clause(id)
    };
    unread.map(tell).collect()
}

/// What levels and suppressions make of findings on a day.
#[derive(Debug, Default)]
pub struct Judge {
    levels: BTreeMap<String, Option<Level>>,
    /// Those whose day is not over, and whether anything needed them.
    active: Vec<(Suppression, AtomicBool)>,
    expired: Vec<Suppression>,
    /// The rules that are looked at alone; all where there are none.
    only: Vec<String>,
}

impl Judge {
    /// What `lints` say on this day.
    #[must_use]
    pub fn new(lints: &Lints, day: Date) -> Judge {
        let is_active = |one: &Suppression| one.expires.is_none_or(|expires| day <= expires);
        let (active, expired) = lints.suppressions.iter().cloned().partition(is_active);
        let active: Vec<Suppression> = active;
        let levels = lints.levels.iter().map(|set| (set.rule.clone(), set.level));
        Judge {
            levels: levels.collect(),
            active: active.into_iter().map(|one| (one, AtomicBool::new(false))).collect(),
            expired,
            only: Vec::new(),
        }
    }

    /// Looks at these rules alone. What keeps a text from being read is told all
    /// the same: silence about it would pass for praise.
    pub fn look_only_at(&mut self, rules: &[String]) {
        self.only = rules.to_vec();
    }

    /// How much a rule weighs here; nothing where nobody asks for it.
    #[must_use]
    pub fn level(&self, rule: &Rule) -> Option<Level> {
        if !self.only.is_empty() && !self.only.iter().any(|only| only == rule.name) {
            return None;
        }
        self.levels.get(rule.name).copied().unwrap_or(Some(rule.level))
    }

    /// Gives each finding its level, and drops those that are off or accepted.
    /// Doing so twice is doing it once.
    pub fn apply(&self, found: &mut Vec<Diagnostic>) {
        // Most workspaces say nothing of levels, and then nothing is to be done.
        if self.levels.is_empty() && self.active.is_empty() && self.only.is_empty() {
            return;
        }
        found.retain_mut(|told| self.keeps(told));
    }

    fn keeps(&self, told: &mut Diagnostic) -> bool {
        if !self.asks_for(told) {
            return false;
        }
        let Some((usual, is_fixed)) = weight(told.rule) else { return true };
        // The sentences of notice.ftl stand on every page; without them is none.
        if is_fixed || told.path.ends_with("/notice.ftl") {
            return true;
        }
        // A command that is stricter (`release`, `--locked`) means it.
        if told.level < usual {
            return true;
        }
        if self.accepts(told) {
            return false;
        }
        match self.levels.get(told.rule) {
            Some(None) => false,
            Some(Some(level)) => {
                // One that is milder (a draft) means it too.
                if told.level == usual {
                    told.level = *level;
                }
                true
            }
            None => true,
        }
    }

    fn asks_for(&self, told: &Diagnostic) -> bool {
        let is_rule = || RULES.iter().any(|rule| rule.name == told.rule);
        self.only.is_empty()
            || self.only.iter().any(|only| only == told.rule)
            || (told.level == Level::Error && !is_rule())
    }

    fn accepts(&self, told: &Diagnostic) -> bool {
        let fits = |wanted: &Option<String>, is: &Option<String>| wanted.is_none() || wanted == is;
        let mut accepted = false;
        // All that fit are needed; which one came first is no one's business.
        for (one, is_used) in &self.active {
            if one.rule == told.rule
                && fits(&one.policy, &told.policy)
                && fits(&one.locale, &told.locale)
                && fits(&one.clause, &told.clause)
            {
                is_used.store(true, Ordering::Relaxed);
                accepted = true;
            }
        }
        accepted
    }

    /// What tells of suppressions whose day is over.
    #[must_use]
    pub fn expired(&self) -> Vec<Diagnostic> {
        let tell = |one: &Suppression| {
            let day = one.expires.map(|day| day.to_string()).unwrap_or_default();
            let message = format!("the suppression of `{}` counts no more since {day}", one.rule);
            let hint = "mend what it covered and remove it, or give it a later day".to_owned();
            fault("expired-suppression", &one.place, message, hint)
        };
        self.weighed(self.expired.iter().map(tell))
    }

    /// What tells of suppressions that nothing needed. It means something once
    /// everything was looked at.
    #[must_use]
    pub fn unused(&self) -> Vec<Diagnostic> {
        let unused = self.active.iter().filter(|(_, is_used)| !is_used.load(Ordering::Relaxed));
        let tell = |one: &Suppression| {
            let message = format!("nothing is found that the suppression of `{}` covers", one.rule);
            fault("unused-suppression", &one.place, message, "remove it".to_owned())
        };
        self.weighed(unused.map(|(one, _)| tell(one)))
    }

    fn weighed(&self, told: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
        let as_warning = |told| Diagnostic { level: Level::Warning, ..told };
        let mut told = told.map(as_warning).collect();
        self.apply(&mut told);
        told
    }

    /// How many suppressions count: with the file they stand in, all that the
    /// day decides.
    #[must_use]
    pub fn active(&self) -> usize {
        self.active.len()
    }

    /// The first day that is the last one of a suppression.
    #[must_use]
    pub fn next_expiry(&self) -> Option<Date> {
        self.active.iter().filter_map(|(one, _)| one.expires).min()
    }
}

#[cfg(test)]
mod tests;
