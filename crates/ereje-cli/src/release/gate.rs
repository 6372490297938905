//! Everything that has to hold before a version is released, and the version
//! as it would be.

use std::collections::{BTreeMap, BTreeSet};

use ereje::change::{Action, Changes, Kind};
use ereje::diagnostic::{Diagnostic, Level};
use ereje::document::Document;
use ereje::fact::{Date, Facts};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::markup::Markup;
use ereje::phrases::{Phrases, own_notice};
use ereje::profile::Earliest;
use ereje::version::{
    ClauseText, History, Release, Version, VersionClause, VersionText, is_version_name, name_of_day,
};
use ereje_render::CHANGES;

use super::again::{meanings_of_another_day, said_again};
use super::card::Notice;
use super::earlier;
use super::ending::weight_with_end;
use crate::arguments::{Effective, ReleaseArguments};
use crate::failure::Failure;
use crate::freshness::Change;
use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::redlines::{self, Side, Weight};

/// What has to hold, for one policy.
pub(super) struct Gate<'g> {
    pub(super) manifest: &'g Manifest,
    pub(super) plan: &'g Plan,
    pub(super) inputs: &'g Inputs,
    pub(super) options: &'g ReleaseArguments,
}

/// A version as it would be released.
pub(super) struct Proposal {
    pub(super) release: Release,
    /// What changes, by language; nothing for the first version.
    pub(super) changes: BTreeMap<Locale, Changes>,
    /// What changes of what the page is called, by language, with the messages' names.
    pub(super) pages: BTreeMap<Locale, Vec<(&'static str, Markup)>>,
    /// Why the kind of change is at least what it is.
    pub(super) weight: Weight,
    /// Before which day it may not take effect.
    pub(super) earliest: Option<Earliest>,
    /// What it does to versions before it, and to which, in words.
    pub(super) effects: Vec<(&'static str, String)>,
    /// Translations that were changed after their source, and not confirmed.
    pub(super) to_review: Vec<(Locale, Change)>,
}

impl Gate<'_> {
    /// Looks at everything. What is wrong goes to `found`; there is a proposal
    /// where the texts are sound enough to show one.
    pub(super) fn pass(&self, found: &mut Vec<Diagnostic>) -> Result<Option<Proposal>, Failure> {
        let mut to_review = Vec::new();
        let texts = self.texts(&mut to_review, found)?;
        if found.iter().any(|diagnostic| diagnostic.level == Level::Error) {
            return Ok(None);
        }
        let asked = self.options.effective;
        let mut day = match asked {
            Effective::On(day) => day,
            Effective::Earliest => self.published(),
        };
        // What changes, and so how soon it may, depends on which version is in force
        // until that day.
        loop {
            let mut wrong = Vec::new();
            let proposal = self.propose(day, texts.clone(), &mut wrong)?;
            let earliest = proposal.earliest.as_ref().map(|earliest| earliest.day);
            match earliest.filter(|earliest| asked == Effective::Earliest && *earliest > day) {
                Some(later) => day = later,
                None => {
                    found.extend(wrong);
                    return Ok(Some(Proposal { to_review, ..proposal }));
                }
            }
        }
    }

    /// The version of these texts, if it took effect on a day.
    fn propose(
        &self,
        effective: Date,
        texts: BTreeMap<Locale, VersionText>,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Proposal, Failure> {
        let empty = History::default();
        let history = self.plan.history(&self.manifest.id).unwrap_or(&empty);
        let newest = history.newest();
        let mut release = Release {
            version: self.version(history, effective),
            texts: texts.into_iter().collect(),
        };
        self.check_can_end(&release.version, history)?;
        let announced = newest.filter(|newest| {
            newest.version.ends == release.version.ends && says_the_same(&release, newest)
        });
        if let Some(newest) = announced {
            self.check_is_postponed(&release.version, &newest.version)?;
        }
        self.check_names(history, found);
        self.check_retracts(&release.version, history, found);
        // Readers are told what changes from the version that they know. Where one
        // was announced that they are not bound by yet, it is not the newest.
        let base = history.base(&release.version);
        let weigh = |from| self.weigh(from, &release);
        let weight = base.map_or_else(Weight::first, weigh);
        let weight = weight_with_end(weight, &release.version, newest.map(|one| &one.version));
        let step = newest.map_or(Kind::Material, |newest| weigh(newest).kind);
        let changes = |from| self.changes(from, &release);
        let (of_step, changes) =
            (newest.map_or_else(BTreeMap::new, changes), base.map_or_else(BTreeMap::new, changes));
        self.settle(&mut release.version, (newest, announced), &weight, found);
        self.check_still_asks(&release, history, found);
        self.check_dates(&release.version, newest, found);
        self.check_is_announced(&release.version, base, found);
        match announced {
            Some(announced) => {
                meanings_of_another_day(&mut release, &announced.version, &changes);
            }
            None => {
                let told = self.options.severity.unwrap_or(step).calls_for_notice()
                    || release.version.ends;
                meanings(&mut release, newest, &of_step, told);
            }
        }
        release.version.topics = topics(&release.version, base, &changes);
        if newest.is_some() && release.version.action != Action::None {
            let plan = self.plan;
            let phrases = |locale: &Locale| {
                Some(Phrases::new(
                    plan.notices.get_key_value(locale)?.0,
                    plan.notices.get(locale)?,
                    plan.terms.get(locale),
                ))
            };
            write_notices(&mut release, &changes, phrases, found);
            self.check_words(&release.version, (history, announced), found);
            self.check_words_of_return(&release.version, base, found);
        }
        let earliest = self.earliest(&release.version, newest.is_none());
        let pages = base.map_or_else(BTreeMap::new, |base| self.pages(base, &release));
        let effects = earlier::effects(history, &release.version);
        let to_review = Vec::new();
        Ok(Proposal { release, changes, pages, weight, earliest, effects, to_review })
    }

    pub(super) fn fault(&self, rule: &'static str, message: String, hint: &str) -> Diagnostic {
        let fault = Diagnostic::error(rule, &self.manifest.path, message);
        fault.hint(hint).of_policy(&self.manifest.id)
    }

    fn check_names(&self, history: &History, found: &mut Vec<Diagnostic>) {
        if let Some(name) = &self.options.version {
            if !is_version_name(name) || name == CHANGES {
                let message = format!("`{name}` can not be the name of a version");
                let hint =
                    "begin with a digit, such as `2.0`; letters, `-`, `_` and `.` may follow";
                found.push(self.fault("bad-version", message, hint));
            }
            if history.get(name).is_some() {
                let message = format!("there is a version `{name}` already");
                found.push(self.fault("bad-version", message, "choose the next number"));
            } else if let Some(newest) = history.newest().map(|newest| &newest.version.version)
                && numbers(name).zip(numbers(newest)).is_some_and(|(new, old)| new < old)
            {
                // Readers take the higher number for the later text.
                let message = format!("`{name}` comes before `{newest}`, which is released");
                found.push(self.fault("bad-version", message, "choose a higher number"));
            }
        }
    }

    /// What changes in each language that the newest version has.
    fn changes(&self, newest: &Release, release: &Release) -> BTreeMap<Locale, Changes> {
        self.compared(newest, release, redlines::compare)
    }

    /// What changes of what the page is called, likewise.
    fn pages(
        &self,
        newest: &Release,
        release: &Release,
    ) -> BTreeMap<Locale, Vec<(&'static str, Markup)>> {
        self.compared(newest, release, redlines::page)
    }

    fn compared<T>(
        &self,
        newest: &Release,
        release: &Release,
        compare: impl Fn(&Document, &Document) -> T,
    ) -> BTreeMap<Locale, T> {
        let compared = release.texts.keys().filter_map(|locale| {
            let old = newest.document(locale, self.manifest)?;
            let new = release.document(locale, self.manifest)?;
            Some((locale.clone(), compare(&old, &new)))
        });
        compared.collect()
    }

    fn weigh(&self, newest: &Release, release: &Release) -> Weight {
        let side = |release| Side::of_release(release, self.manifest);
        redlines::weigh(&side(newest), &side(release)).in_order_of(self.manifest)
    }

    /// Severity, action and name, from how much changed and what was asked for, and from
    /// what was said of the same text where that is `announced` for another day.
    fn settle(
        &self,
        version: &mut Version,
        (newest, announced): (Option<&Release>, Option<&Release>),
        weight: &Weight,
        found: &mut Vec<Diagnostic>,
    ) {
        version.floor = weight.kind;
        let announced = announced.map(|announced| &announced.version);
        let said = announced.and_then(|announced| said_again(version, announced));
        version.severity = self.options.severity.or(said).unwrap_or(weight.kind);
        if version.severity < version.floor && version.reason.is_none() {
            let message = format!(
                "the change is at least {}, not {}: {}",
                version.floor.name(),
                version.severity.name(),
                weight.in_words()
            );
            let hint = "give your reason with `--reason`; it is recorded in the version";
            found.push(self.fault("unexplained-release", message, hint));
        }
        let usual = usual_action(version.severity, newest.is_none(), self.manifest);
        let usual = self.action_at_end(version, usual, found);
        let asked = announced.map(|announced| announced.action);
        version.action = self.options.action.or(asked).unwrap_or(usual);
        if version.version.is_empty() {
            let step = if announced.is_some() { Kind::Editorial } else { version.severity };
            version.version = self.next_name(version, newest, step);
        }
    }

    /// The name that follows the newest one: by day where that is named by its day.
    fn next_name(&self, version: &Version, newest: Option<&Release>, step: Kind) -> String {
        let Some(newest) = newest else { return "1.0".into() };
        let name = &newest.version.version;
        if name.get(..10).and_then(Date::parse).is_some() {
            let history = self.plan.history(&self.manifest.id);
            let is_taken = |name: &str| history.is_some_and(|known| known.get(name).is_some());
            return name_of_day(version.published, is_taken);
        }
        next_number(name, step)
    }
}

/// Whether readers of all languages see the same in both, and the same language binds.
pub(crate) fn says_the_same(release: &Release, newest: &Release) -> bool {
    let plan = |clause: &VersionClause| (clause.id.clone(), clause.kind, clause.level);
    release.version.source_locale == newest.version.source_locale
        && release.version.locales.len() == newest.version.locales.len()
        && release.texts.iter().all(|(locale, text)| {
            newest.texts.get(locale).is_some_and(|before| before.says_the_same(text))
        })
        && release.version.clauses.iter().map(plan).eq(newest.version.clauses.iter().map(plan))
}

/// What is asked of readers where nobody says otherwise.
pub(crate) fn usual_action(kind: Kind, is_first: bool, manifest: &Manifest) -> Action {
    match kind {
        _ if is_first => Action::None,
        kind if kind.calls_for_notice() => manifest.notice.action,
        Kind::Translation => Action::Inform,
        _ => Action::None,
    }
}

/// Writes the notices of a version in each language that there are sentences in, and
/// that has something to tell of.
pub(crate) fn write_notices<'p>(
    release: &mut Release,
    changes: &BTreeMap<Locale, Changes>,
    phrases: impl Fn(&Locale) -> Option<Phrases<'p>>,
    found: &mut Vec<Diagnostic>,
) {
    let none = Changes::default();
    let of_source = changes.get(&release.version.source_locale).unwrap_or(&none);
    for (locale, text) in release.texts.iter_mut() {
        let Some(phrases) = phrases(locale) else { continue };
        let own = changes.get(locale).filter(|own| !own.clauses.is_empty());
        let (policy, version) = (&release.version.policy, &release.version.version);
        let has_words = || phrases.try_say(&own_notice(policy, version), &Facts::new()).is_some();
        // A correction is told of in the languages that it was made in.
        let is_of_texts = release.version.severity == Kind::Translation && !release.version.ends;
        if is_of_texts && own.is_none() && !has_words() {
            continue;
        }
        // A translation that still holds, or is new, tells of what the source changed.
        let in_source;
        let changes = match own {
            Some(own) => own,
            None => {
                in_source = under_headings_of(of_source, text);
                &in_source
            }
        };
        let notice = Notice {
            policy,
            version,
            effective: release.version.effective,
            ends: release.version.ends,
            name: &text.name,
            changes,
            phrases,
        };
        let (cards, wrong) = notice.cards();
        found.extend(wrong);
        text.notice = Some(cards);
    }
}

/// The changes of the source under the headings that a translation has.
fn under_headings_of(of_source: &Changes, text: &VersionText) -> Changes {
    let mut changes = of_source.clone();
    // What is gone never stood under a heading in a language that is new.
    changes.clauses.retain(|change| text.clause(&change.id).is_some());
    for change in &mut changes.clauses {
        let at = text.clauses.iter().position(|clause| clause.id == change.id);
        let before = at.map_or(&[][..], |at| &text.clauses[..=at]);
        let heading = before.iter().rev().find_map(|clause| clause.heading.as_deref());
        change.under = heading.map(|heading| Markup::parse_line(heading).text().to_owned());
    }
    changes
}

/// The numbers that a version's name is made of; nothing for another name.
fn numbers(name: &str) -> Option<Vec<u64>> {
    name.split('.').map(|part| part.parse().ok()).collect()
}

/// The number after the newest: a whole step where something else holds, a
/// small one otherwise.
fn next_number(newest: &str, step: Kind) -> String {
    let (major, minor) = newest.split_once('.').unwrap_or((newest, "0"));
    match (major.parse::<u32>(), minor.parse::<u32>()) {
        (Ok(major), _) if step == Kind::Material => format!("{}.0", major.saturating_add(1)),
        (Ok(major), Ok(minor)) => format!("{major}.{}", minor.saturating_add(1)),
        // A name that is no number is followed by itself and one more.
        _ => format!("{newest}.1"),
    }
}

/// Sets the meaning of every clause: a new one where readers are told of a
/// change since the newest version, the one from before otherwise.
pub(crate) fn meanings(
    release: &mut Release,
    newest: Option<&Release>,
    changes: &BTreeMap<Locale, Changes>,
    told: bool,
) {
    let Release { version, texts } = release;
    let source = texts.get(&version.source_locale);
    let changed = changes.get(&version.source_locale);
    for clause in &mut version.clauses {
        let digest = || source.and_then(|text| text.clause(&clause.id)).map(ClauseText::digest);
        let change = changed
            .and_then(|changes| changes.clauses.iter().find(|change| change.id == clause.id));
        let before = newest.and_then(|newest| {
            let id = change.and_then(|change| change.related.first()).unwrap_or(&clause.id);
            newest.version.clauses.iter().find(|before| before.id == *id)
        });
        clause.meaning = match before {
            Some(before) if change.is_none() || !told => before.meaning.clone(),
            _ => digest().unwrap_or_default(),
        };
    }
}

/// What the clauses are about that readers see changed, in a stable order.
pub(crate) fn topics(
    version: &Version,
    newest: Option<&Release>,
    changes: &BTreeMap<Locale, Changes>,
) -> Vec<String> {
    let changed = changes.values().flat_map(|changes| &changes.clauses);
    let changed = changed.filter(|change| change.is_seen());
    let ids: BTreeSet<&str> = changed.map(|change| change.id.as_str()).collect();
    let before = newest.iter().flat_map(|newest| &newest.version.clauses);
    let clauses = version.clauses.iter().chain(before);
    let topics = clauses.filter(|clause| ids.contains(clause.id.as_str()));
    let topics: BTreeSet<String> = topics.flat_map(|clause| clause.topics.clone()).collect();
    topics.into_iter().collect()
}
