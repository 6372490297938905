//! Levels and suppressions: checked against the rules that there are, and put to
//! everything that was found.

mod settings;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use ereje::diagnostic::{Diagnostic, Level};
use ereje::fact::Date;
use ereje::lints::{Lints, Setting, Suppression};

pub use settings::{check_lints, check_scopes};

use settings::fault;

use crate::Subject;
use crate::findings::weight;
use crate::rules::{Check, RULES, Rule};

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
    /// By rule, from the narrowest to what counts everywhere.
    levels: BTreeMap<String, Vec<Setting>>,
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
        let mut levels: BTreeMap<String, Vec<Setting>> = BTreeMap::new();
        for set in &lints.levels {
            levels.entry(set.rule.clone()).or_default().push(set.clone());
        }
        for settings in levels.values_mut() {
            settings.sort_by_key(|set| std::cmp::Reverse(set.scope.rank()));
        }
        Judge {
            levels,
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

    /// The most that a rule weighs in any clause of a policy in a locale, or in what
    /// policies share there; nothing where nobody asks for it.
    #[must_use]
    pub fn level(&self, rule: &Rule, policy: Option<&str>, locale: &str) -> Option<Level> {
        if !self.only.is_empty() && !self.only.iter().any(|only| only == rule.name) {
            return None;
        }
        let settings = self.levels.get(rule.name).map_or(&[][..], Vec::as_slice);
        let covering = settings.iter().filter(|set| {
            let clause = set.scope.clause.as_ref().map(|clause| clause.name.as_str());
            set.scope.covers(policy, Some(locale), clause)
        });
        // Up to the first one that counts for all clauses, each counts for some.
        let mut most = None;
        for set in covering {
            most = most.into_iter().chain(set.level).min();
            if set.scope.clause.is_none() {
                return most;
            }
        }
        most.into_iter().chain([rule.level]).min()
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
        // The sentences of notice.ftl stand on every page; without them is none. Whether
        // they say what those of another language do is for people to say.
        let is_needed = told.level == Level::Error
            && told.path.ends_with("/notice.ftl")
            && !compares(told.rule);
        if is_fixed || is_needed {
            return true;
        }
        // A command that is stricter (`release`, `--locked`) means it.
        if told.level < usual {
            return true;
        }
        if self.accepts(told) {
            return false;
        }
        match self.setting(told).map(|set| set.level) {
            Some(None) => false,
            Some(Some(level)) => {
                // One that is milder (a draft) means it too.
                if told.level == usual {
                    told.level = level;
                }
                true
            }
            None => true,
        }
    }

    /// The narrowest setting that counts for a finding.
    fn setting(&self, told: &Diagnostic) -> Option<&Setting> {
        let (policy, locale) = (told.policy.as_deref(), told.locale.as_deref());
        let mut settings = self.levels.get(told.rule)?.iter();
        settings.find(|set| set.scope.covers(policy, locale, told.clause.as_deref()))
    }

    fn asks_for(&self, told: &Diagnostic) -> bool {
        let is_rule = || RULES.iter().any(|rule| rule.name == told.rule);
        self.only.is_empty()
            || self.only.iter().any(|only| only == told.rule)
            || (told.level == Level::Error && !is_rule())
    }

    fn accepts(&self, told: &Diagnostic) -> bool {
        let (policy, locale) = (told.policy.as_deref(), told.locale.as_deref());
        let mut accepted = false;
        // All that fit are needed; which one came first is no one's business.
        for (one, is_used) in &self.active {
            if one.rule == told.rule && one.scope.covers(policy, locale, told.clause.as_deref()) {
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

/// Whether a rule compares languages.
fn compares(rule: &str) -> bool {
    RULES.iter().any(|known| known.name == rule && matches!(known.check, Check::Texts(_)))
}

#[cfg(test)]
mod tests;
