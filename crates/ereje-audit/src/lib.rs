//! The back-test of a policy: which of its past changes went out without a new date
//! or without a notice, and where its languages said different things.
//!
//! It judges frozen versions, and where these were imported, what is on record of
//! the revisions that they come from. All that it says is proven by those texts; what
//! can not be judged is listed ([`Unjudged`]). How two texts are compared is not its
//! business: whoever asks brings that along ([`Comparisons`]).

mod behind;
mod clauses;
mod course;
mod dates;
mod evidence;
mod facts;
mod notices;
mod runs;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use ereje::audit::{Audit, Difference, Edition, EditionPage, Finding, Imported, Unjudged};
use ereje::audit::{VersionRedline, Weight};
use ereje::change::{Changes, Kind};
use ereje::document::Document;
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::profile::Profiles;
use ereje::version::{ClauseText, History, Release};

use course::Course;
pub use evidence::{PageEvidence, Revision};

/// What is audited.
pub struct Subject<'s> {
    /// The policy.
    pub manifest: &'s Manifest,
    /// Its versions.
    pub history: &'s History,
    /// The revisions that they were imported from, the first one first.
    pub revisions: &'s [Revision],
    /// Whether there may have been earlier revisions, which are not on record.
    pub is_shallow: bool,
    /// What laws and guidelines ask of changes.
    pub profiles: &'s Profiles,
    /// The languages besides the one that binds; all where none is named.
    pub locales: &'s [Locale],
    /// The day up to which open matters are counted.
    pub on: Date,
    /// How texts are compared.
    pub with: Comparisons<'s>,
}

/// How texts are compared.
#[derive(Clone, Copy)]
pub struct Comparisons<'c> {
    /// What changed between two documents of one language.
    pub compare: &'c dyn Fn(&Document, &Document) -> Changes,
    /// How much each change of a language weighs, given what clauses are about.
    pub weigh: &'c dyn Fn(&Changes, &Locale, &Topics<'_>) -> Vec<Weighed>,
    /// Which facts clauses state differently in two languages, the one that binds
    /// first. Both lists hold the same clauses.
    pub facts: &'c Facts,
    /// Whether the negations and modal verbs of a language are known.
    pub knows: &'c dyn Fn(&Locale) -> bool,
}

/// Clauses of a language.
pub type Clauses<'t> = (&'t Locale, &'t [&'t ClauseText]);

/// What two languages state differently.
pub type Facts = dyn Fn(Clauses<'_>, Clauses<'_>) -> Vec<Difference>;

/// What a clause is or was about, by its id.
pub type Topics<'t> = dyn Fn(&str) -> BTreeSet<String> + 't;

/// Why the change of a clause is at least of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The clause.
    pub clause: String,
    /// The kind.
    pub kind: Kind,
    /// How much it weighs that readers were not told.
    pub weight: Weight,
    /// Why, as part of a sentence.
    pub why: String,
}

/// What was found, and what could not be judged.
#[derive(Default)]
pub(crate) struct Outcome {
    findings: Vec<Finding>,
    unjudged: Vec<Unjudged>,
}

/// Audits the versions of a policy; nothing where it has none.
#[must_use]
pub fn audit(subject: &Subject<'_>) -> Option<Audit> {
    let newest = subject.history.newest()?;
    let course = Course::of(subject)?;
    let mut outcome = Outcome::default();
    let sights = dates::judge(&course, &mut outcome);
    notices::judge(&course, &mut outcome);
    let mut stale = Vec::new();
    for locale in course.locales.iter().skip(1) {
        let behind = behind::judge(&course, locale, &mut outcome);
        clauses::judge(&course, locale, &mut outcome);
        facts::judge(&course, locale, &behind, &mut outcome);
        stale.push((locale, behind));
    }
    about_all(&course, &mut outcome);
    let Outcome { mut findings, unjudged } = outcome;
    let place = |finding: &Finding| course.at(&finding.version);
    // What weighs the same is told in the order of time.
    findings.sort_by_key(|finding| (std::cmp::Reverse(finding.weight), place(finding)));
    let editions = course.steps.iter().enumerate().map(|(at, step)| {
        let version = &step.release.version;
        let page = |locale: &Locale| {
            step.release.texts.get(locale)?;
            let behind = stale.iter().find(|(own, _)| *own == locale);
            Some(EditionPage {
                locale: locale.clone(),
                is_changed: step.is_changed(locale),
                line: sights.line(at, locale),
                is_silent: sights.is_silent(at, locale),
                behind: behind.map_or(0, |(_, behind)| behind.known[at].len()),
            })
        };
        Edition {
            version: version.version.clone(),
            published: version.published,
            effective: version.effective,
            severity: version.severity,
            floor: version.floor,
            is_announced: step.is_announced(),
            is_imported: step.is_imported(),
            imported: step.revision.map(|revision| Imported {
                revision: revision.revision.clone(),
                committed: revision.committed.clone(),
                day: revision.day,
            }),
            pages: course.locales.iter().filter_map(page).collect(),
            has_period: step.has_period(),
            earliest: notices::earliest(&course, at),
        }
    });
    let editions = editions.collect();
    let ended = subject.history.ended(subject.on).map(|end| end.version.effective);
    Some(Audit {
        policy: subject.manifest.id.clone(),
        title: newest.source().map_or_else(String::new, |text| course::plain(&text.title)),
        source: course.source.clone(),
        // Nothing is open any more of a policy that does not hold.
        on: ended.unwrap_or(subject.on),
        ended: ended.is_some(),
        time_zone: newest.version.time_zone.clone(),
        editions,
        findings,
        unjudged,
        redlines: redlines(&course),
        locales: course.locales.clone(),
    })
}

/// What changed from each version to the next.
fn redlines(course: &Course<'_>) -> Vec<VersionRedline> {
    let mut redlines = Vec::new();
    for step in &course.steps {
        let Some(before) = step.before else { continue };
        for (locale, changes) in &step.changes {
            let title = step.title_change(locale);
            if title.is_none() && changes.clauses.is_empty() {
                continue;
            }
            redlines.push(VersionRedline {
                from: before.version.version.clone(),
                to: step.release.version.version.clone(),
                locale: locale.clone(),
                title,
                changes: changes.clone(),
            });
        }
    }
    redlines
}

/// What can not be judged of the policy as a whole.
fn about_all(course: &Course<'_>, outcome: &mut Outcome) {
    let unjudged = &mut outcome.unjudged;
    if course.steps.len() == 1 {
        unjudged.push(Unjudged::OneVersion);
    }
    if course.locales.len() == 1 {
        unjudged.push(Unjudged::OneLanguage);
    }
    let is_lost = |step: &&course::Step<'_>| step.is_imported() && step.revision.is_none();
    let lost = course.steps.iter().filter(is_lost);
    let lost: Vec<String> = lost.map(|step| step.release.version.version.clone()).collect();
    if !lost.is_empty() {
        // It hides more than anything else.
        unjudged.insert(0, Unjudged::NoOrigin { versions: lost });
    }
    let revisions = course.subject.revisions;
    let without = revisions.iter().filter(|revision| revision.committed.is_none()).count();
    if without > 0 {
        unjudged.push(Unjudged::NoCommits { revisions: without });
    }
    if course.subject.is_shallow {
        unjudged.push(Unjudged::Shallow);
    }
    for revision in revisions {
        let pages = revision.pages.iter().filter(|(locale, _)| course.locales.contains(locale));
        for page in pages.map(|(_, page)| page) {
            let (revision, path) = (revision.revision.clone(), page.path.clone());
            let told = |why: &String| Unjudged::Unreadable { revision, path, why: why.clone() };
            unjudged.extend(page.problem.as_ref().map(told));
        }
    }
    for step in &course.steps {
        let Some(revision) = step.revision else { continue };
        for (locale, page) in &revision.pages {
            if course.locales.contains(locale) && !step.release.texts.contains_key(locale) {
                unjudged.push(Unjudged::PageLeftOut {
                    version: step.release.version.version.clone(),
                    locale: locale.clone(),
                    path: page.path.clone(),
                });
            }
        }
    }
    for locale in course.locales.iter().skip(1) {
        let has = |step: &&course::Step<'_>| step.release.texts.contains_key(locale);
        let first = course.steps.iter().position(|step| has(&step));
        if let Some(at) = first.filter(|at| *at > 0) {
            unjudged.push(Unjudged::LanguageFrom {
                locale: locale.clone(),
                version: course.steps[at].release.version.version.clone(),
            });
        }
    }
    for step in &course.steps {
        let lacks = |locale: &&Locale| {
            let has = |release: &Release| release.texts.contains_key(locale);
            let has_page = |revision: &Revision| revision.pages.contains_key(*locale);
            step.before.is_some_and(has)
                && !has(step.release)
                && !step.revision.is_some_and(has_page)
        };
        let version = &step.release.version.version;
        let told = |locale: &Locale| Unjudged::LanguageGone {
            locale: locale.clone(),
            version: version.clone(),
        };
        unjudged.extend(course.locales.iter().filter(lacks).map(told));
    }
    let is_unknown = |locale: &&Locale| !(course.subject.with.knows)(locale);
    let unknown: Vec<Locale> = course.locales.iter().filter(is_unknown).cloned().collect();
    if !unknown.is_empty() && course.steps.len() > 1 {
        unjudged.push(Unjudged::Words { locales: unknown });
    }
}

/// How much a change of a kind weighs by itself.
#[must_use]
pub fn weight_of(kind: Kind) -> Weight {
    match kind {
        Kind::Material => Weight::High,
        Kind::Clarification => Weight::Medium,
        Kind::Editorial | Kind::Translation => Weight::Low,
    }
}
