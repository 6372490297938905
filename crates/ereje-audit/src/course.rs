//! The versions of a policy in their order, each next to the one before.

use std::collections::BTreeMap;

use ereje::audit::{ClauseName, Finding, Matter, Weight};
use ereje::change::{Action, Changes, Kind, Op};
use ereje::locale::Locale;
use ereje::markup::Markup;
use ereje::version::{ClauseText, Release, VersionText};

use crate::{Revision, Subject, Weighed};

/// The versions of a policy.
pub(crate) struct Course<'c> {
    pub(crate) subject: &'c Subject<'c>,
    /// The language that binds, in the newest version.
    pub(crate) source: Locale,
    /// The languages to look at, the one that binds first.
    pub(crate) locales: Vec<Locale>,
    pub(crate) steps: Vec<Step<'c>>,
}

/// A version and the one before it.
pub(crate) struct Step<'c> {
    pub(crate) release: &'c Release,
    pub(crate) before: Option<&'c Release>,
    pub(crate) revision: Option<&'c Revision>,
    /// What changed, in each language that both have.
    pub(crate) changes: BTreeMap<Locale, Changes>,
    /// How much that weighs, clause by clause.
    weighed: BTreeMap<Locale, Vec<Weighed>>,
    /// Clauses that had another id before, with that one.
    renamed: BTreeMap<String, String>,
}

/// How much changed.
pub(crate) struct Change {
    pub(crate) kind: Kind,
    pub(crate) weight: Weight,
    /// Why it is of that kind.
    pub(crate) reasons: Vec<String>,
}

impl<'c> Course<'c> {
    /// Nothing where there are no versions.
    pub(crate) fn of(subject: &'c Subject<'c>) -> Option<Course<'c>> {
        let releases = subject.history.releases();
        let newest = &releases.last()?.version;
        let source = newest.source_locale.clone();
        let mut locales = vec![source.clone()];
        let is_wanted =
            |locale: &&Locale| subject.locales.is_empty() || subject.locales.contains(locale);
        // The newest version knows the order; what it lacks others may have.
        let all = releases.iter().rev().flat_map(|release| &release.version.locales);
        for locale in all.filter(is_wanted) {
            if !locales.contains(locale) {
                locales.push(locale.clone());
            }
        }
        let steps = releases.iter().enumerate().map(|(at, release)| {
            let before = at.checked_sub(1).map(|at| &releases[at]);
            Step::of(subject, &source, &locales, release, before)
        });
        let steps = steps.collect();
        Some(Course { subject, source, locales, steps })
    }

    /// Where a version stands in the order.
    pub(crate) fn at(&self, version: &str) -> usize {
        let is_it = |step: &Step<'_>| step.release.version.version == version;
        self.steps.iter().position(is_it).unwrap_or_default()
    }

    /// All languages, as what may prove a finding.
    pub(crate) fn all(&self) -> Vec<&Locale> {
        self.locales.iter().collect()
    }

    /// A clause, as people know it.
    pub(crate) fn name(&self, at: usize, id: &str) -> ClauseName {
        let texts = &self.steps[at].release.texts;
        let text = texts.get(&self.source);
        let before = text.map_or(&[][..], |text| {
            let at = text.clauses.iter().position(|clause| clause.id == id);
            at.map_or(&[][..], |at| &text.clauses[..=at])
        });
        let heading = before.iter().rev().find_map(|clause| clause.heading.as_deref());
        ClauseName { id: id.to_owned(), heading: heading.map(plain) }
    }

    /// A finding about a language from a version on, proven by the redlines of that
    /// version in these languages.
    pub(crate) fn finding(
        &self,
        at: usize,
        locale: Option<&Locale>,
        (matter, weight): (Matter, Weight),
        proof: &[&Locale],
    ) -> Finding {
        let version = self.steps[at].release.version.version.clone();
        let redlines = proof.iter().map(|locale| (version.clone(), (*locale).clone()));
        Finding {
            matter,
            weight,
            redlines: redlines.collect(),
            version,
            locale: locale.cloned(),
            clause: None,
        }
    }
}

impl<'c> Step<'c> {
    fn of(
        subject: &'c Subject<'c>,
        source: &Locale,
        locales: &[Locale],
        release: &'c Release,
        before: Option<&'c Release>,
    ) -> Step<'c> {
        let is_its = |revision: &&Revision| {
            revision.version.as_deref() == Some(release.version.version.as_str())
        };
        let mut step = Step {
            release,
            before,
            revision: subject.revisions.iter().find(is_its),
            changes: BTreeMap::new(),
            weighed: BTreeMap::new(),
            renamed: BTreeMap::new(),
        };
        let Some(before) = before else { return step };
        let topics = |id: &str| {
            let clauses = before.version.clauses.iter().chain(&release.version.clauses);
            clauses.filter(|clause| clause.id == id).flat_map(|one| one.topics.clone()).collect()
        };
        for locale in locales {
            let old = before.document(locale, subject.manifest);
            let Some((old, new)) = old.zip(release.document(locale, subject.manifest)) else {
                continue;
            };
            let changes = (subject.with.compare)(&old, &new);
            step.weighed.insert(locale.clone(), (subject.with.weigh)(&changes, locale, &topics));
            step.changes.insert(locale.clone(), changes);
        }
        let of_source = step.changes.get(source);
        for change in of_source.iter().flat_map(|changes| &changes.clauses) {
            let is_new = matches!(change.op, Op::Added | Op::Removed);
            if let Some(old) = change.related.first().filter(|_| !is_new) {
                step.renamed.insert(change.id.clone(), old.clone());
            }
        }
        step
    }

    /// What a clause was called in the version before.
    pub(crate) fn id_before<'i>(&'i self, id: &'i str) -> &'i str {
        self.renamed.get(id).map_or(id, String::as_str)
    }

    /// The ids of this version's clauses.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &'c str> {
        self.release.version.clauses.iter().map(|clause| clause.id.as_str())
    }

    /// Whether the text that readers of a language see is not what it was; where the
    /// language is new, it is not.
    pub(crate) fn is_changed(&self, locale: &Locale) -> bool {
        self.changes.get(locale).is_none_or(|changes| !changes.clauses.is_empty())
            || self.title_change(locale).is_some()
    }

    /// The title before and after, where it changed.
    pub(crate) fn title_change(&self, locale: &Locale) -> Option<(String, String)> {
        let title = |release: &Release| Some(plain(&release.texts.get(locale)?.title));
        let (old, new) = (title(self.before?)?, title(self.release)?);
        (old != new).then_some((old, new))
    }

    /// How much changed in a language, or in one clause of it.
    pub(crate) fn change(&self, locale: &Locale, clause: Option<&str>) -> Change {
        let weighed = self.weighed.get(locale).map_or(&[][..], Vec::as_slice);
        let is_its = |one: &&Weighed| clause.is_none_or(|clause| one.clause == clause);
        let own = || weighed.iter().filter(is_its);
        let kind = own().map(|one| one.kind).max().unwrap_or(Kind::Editorial);
        Change {
            kind,
            weight: own().map(|one| one.weight).max().unwrap_or(Weight::Low),
            reasons: own().filter(|one| one.kind == kind).map(|one| one.why.clone()).collect(),
        }
    }

    /// Whether it was imported, also where nothing is on record of its revision.
    pub(crate) fn is_imported(&self) -> bool {
        self.revision.is_some() || self.release.version.is_imported()
    }

    /// Whether readers get a notice of it. What an import wrote was shown to nobody in
    /// its time.
    pub(crate) fn is_announced(&self) -> bool {
        !self.is_imported()
            && self.release.version.action != Action::None
            && self.release.texts.iter().any(|(_, text)| text.notice.is_some())
    }

    /// Whether the days of publication and of effect are both known. A page that was
    /// imported bears one day, which then stands for both.
    pub(crate) fn has_period(&self) -> bool {
        let version = &self.release.version;
        let says_both = |revision: &Revision| {
            let page = revision.pages.get(&version.source_locale);
            page.is_some_and(|page| page.effective.is_some())
        };
        version.effective != version.published
            || !self.is_imported()
            || self.revision.is_some_and(says_both)
    }
}

/// A line of CommonMark as its readers see it.
pub(crate) fn plain(line: &str) -> String {
    Markup::parse_line(line).text().trim().to_owned()
}

/// What a clause says, without what sets it.
pub(crate) fn said(clause: &ClauseText) -> String {
    let heading = clause.heading.as_deref().map(plain).unwrap_or_default();
    let body = Markup::parse(&clause.text);
    let gap = if heading.is_empty() || body.is_empty() { "" } else { "\n" };
    format!("{heading}{gap}{}", body.text().trim())
}

/// The clause of a text, where it says anything: one without words is none.
pub(crate) fn present<'t>(text: Option<&'t VersionText>, id: &str) -> Option<&'t ClauseText> {
    let clause = text?.clause(id)?;
    let has_words = |text: &str| !text.trim().is_empty();
    (has_words(&clause.text) || clause.heading.as_deref().is_some_and(has_words)).then_some(clause)
}

/// Whether two clauses say the same to their readers.
pub(crate) fn is_same(one: Option<&ClauseText>, other: Option<&ClauseText>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
    let text = |one: &str, other: &str| one == other || Markup::parse(one) == Markup::parse(other);
    let heading = |clause: &ClauseText| clause.heading.as_deref().map(Markup::parse_line);
    (one.heading == other.heading || heading(one) == heading(other)) && text(&one.text, &other.text)
}
