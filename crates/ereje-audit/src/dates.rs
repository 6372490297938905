//! The dates on pages: unchanged under another text, missing, unreadable, running
//! backwards, different in two languages.

use std::collections::BTreeMap;

use ereje::audit::{Finding, Matter, Weight};
use ereje::fact::Date;
use ereje::locale::Locale;

use crate::Outcome;
use crate::course::{Change, Course, plain};

/// What the pages of all versions said of their day.
pub(crate) struct Sights {
    by_locale: BTreeMap<Locale, Vec<Sight>>,
    silent: Vec<(usize, Locale)>,
}

/// A page at a moment: of a version, or of a revision that changed no text.
struct Sight {
    /// The step of the version.
    at: Option<usize>,
    line: Option<String>,
    /// The day read from the line; not known of what was released here, whose line is
    /// frozen in words.
    day: Option<Date>,
    /// When it was made, by the commit or by the record of the version.
    made: Option<Date>,
    /// The commit's day.
    committed: Option<Date>,
    /// The revision, by its number among the others.
    revision: Option<usize>,
    is_changed: bool,
}

impl Sight {
    fn is_undated(&self) -> bool {
        self.line.is_none() && self.day.is_none()
    }

    /// Whether it bears the date of another one.
    fn is_dated_as(&self, other: &Sight) -> bool {
        match (self.day, other.day) {
            (Some(day), Some(others)) => day == others,
            _ => self.line.is_some() && self.line == other.line,
        }
    }

    /// Whether its date is true although it is that of the one before: both are of
    /// one day.
    fn is_of_that_day(&self, before: &Sight) -> bool {
        match self.day {
            Some(day) => self.made == Some(day),
            None => self.revision.is_none() && self.made == before.made,
        }
    }
}

impl Sights {
    /// The line with the date of a version's page.
    pub(crate) fn line(&self, at: usize, locale: &Locale) -> Option<String> {
        let mut sights = self.by_locale.get(locale)?.iter();
        sights.find(|sight| sight.at == Some(at))?.line.clone()
    }

    /// Whether a page changed under an unchanged date.
    pub(crate) fn is_silent(&self, at: usize, locale: &Locale) -> bool {
        self.silent.iter().any(|(silent, own)| *silent == at && own == locale)
    }
}

/// Looks at the dates of all pages.
pub(crate) fn judge(course: &Course<'_>, outcome: &mut Outcome) -> Sights {
    let mut found = Sights { by_locale: BTreeMap::new(), silent: Vec::new() };
    for locale in &course.locales {
        let sights = sights(course, locale);
        unchanged(course, locale, &sights, &mut found.silent, outcome);
        unreadable(course, locale, &sights, outcome);
        backwards(course, locale, &sights, outcome);
        found.by_locale.insert(locale.clone(), sights);
    }
    differing(course, &found, outcome);
    before_published(course, outcome);
    found
}

/// The pages of a language in their order.
fn sights(course: &Course<'_>, locale: &Locale) -> Vec<Sight> {
    let mut sights = Vec::new();
    for (number, revision) in course.subject.revisions.iter().enumerate() {
        let Some(page) = revision.pages.get(locale) else { continue };
        let named = |version: &str| {
            course.steps.iter().position(|step| step.release.version.version == version)
        };
        let at = revision.version.as_deref().and_then(named);
        let at = at.filter(|at| course.steps[*at].release.texts.contains_key(locale));
        if page.problem.is_some() {
            continue;
        }
        let recorded = at.map(|at| course.steps[at].release.version.published);
        sights.push(Sight {
            at,
            line: page.line.clone(),
            day: page.dated,
            made: revision.day.or(recorded),
            committed: revision.day,
            revision: Some(number),
            is_changed: at.is_some_and(|at| course.steps[at].is_changed(locale)),
        });
    }
    for (at, step) in course.steps.iter().enumerate() {
        let text = step.release.texts.get(locale).filter(|_| step.revision.is_none());
        let Some(text) = text else { continue };
        let line = plain(&text.last_updated);
        sights.push(Sight {
            at: Some(at),
            line: (!line.is_empty()).then_some(line),
            day: None,
            made: Some(step.release.version.published),
            committed: None,
            revision: None,
            is_changed: step.is_changed(locale),
        });
    }
    sights
}

fn unchanged(
    course: &Course<'_>,
    locale: &Locale,
    sights: &[Sight],
    silent: &mut Vec<(usize, Locale)>,
    outcome: &mut Outcome,
) {
    for (nth, sight) in sights.iter().enumerate().skip(1) {
        let before = &sights[nth - 1];
        let Some(at) = sight.at.filter(|_| sight.is_changed) else { continue };
        if !sight.is_dated_as(before) || sight.is_of_that_day(before) {
            continue;
        }
        silent.push((at, locale.clone()));
        let same = sights[..nth].iter().rev().take_while(|other| other.is_dated_as(sight));
        let first = same.filter_map(|other| other.at).last().unwrap_or(at);
        // A revision may bring the new date after the text.
        let after = sights[nth + 1..].iter().take_while(|other| other.at.is_none());
        let late = after.filter(|other| !other.is_undated()).find(|o| !o.is_dated_as(sight));
        let followed = late.and_then(|late| late.made.or(late.day));
        let Change { kind, weight, reasons } = course.steps[at].change(locale, None);
        let matter = Matter::DateUnchanged {
            line: sight.line.clone(),
            day: sight.day,
            since: course.steps[first].release.version.version.clone(),
            kind,
            reasons,
            followed,
        };
        let weight = match (weight, followed) {
            (Weight::High, Some(_)) => Weight::Medium,
            (weight, _) => weight,
        };
        outcome.findings.push(course.finding(at, Some(locale), (matter, weight), &[locale]));
    }
}

/// Pages without a date, and with one that can not be read: versions in a row are one
/// finding.
fn unreadable(course: &Course<'_>, locale: &Locale, sights: &[Sight], outcome: &mut Outcome) {
    let is_wrong =
        |sight: &Sight| sight.day.is_none() && (sight.line.is_none() || sight.revision.is_some());
    let mut run: Vec<usize> = Vec::new();
    let mut line: Option<&String> = None;
    let mut close = |run: &mut Vec<usize>, line: Option<&String>| {
        let Some(first) = run.first().copied() else { return };
        let names = run.drain(..).map(|at| course.steps[at].release.version.version.clone());
        let versions: Vec<String> = names.collect();
        // All that changed under no date is shown.
        let proof = versions.iter().map(|version| (version.clone(), locale.clone())).collect();
        let matter = match line {
            Some(line) => Matter::DateMalformed { line: line.clone(), versions },
            None => Matter::DateMissing { versions },
        };
        let told = course.finding(first, Some(locale), (matter, Weight::Medium), &[]);
        outcome.findings.push(Finding { redlines: proof, ..told });
    };
    for sight in sights {
        let Some(at) = sight.at else { continue };
        if !is_wrong(sight) || sight.line.as_ref() != line {
            close(&mut run, line);
        }
        line = sight.line.as_ref();
        if is_wrong(sight) {
            run.push(at);
        }
    }
    close(&mut run, line);
}

/// Days before the one that the page bore until then, and before the commit that
/// brought them.
fn backwards(course: &Course<'_>, locale: &Locale, sights: &[Sight], outcome: &mut Outcome) {
    let mut known: Option<Date> = None;
    let mut last_step = None;
    for (nth, sight) in sights.iter().enumerate() {
        last_step = sight.at.or(last_step);
        let (Some(day), Some(at)) = (sight.day, last_step) else { continue };
        let is_new = known.is_none_or(|known| known != day);
        if let Some(before) = known.filter(|before| day < *before) {
            let matter = Matter::DateBackwards { day, before };
            let proof = (matter, Weight::High);
            outcome.findings.push(course.finding(at, Some(locale), proof, &[locale]));
        } else if let Some(committed) = sight.committed
            && nth > 0
            && is_new
            // The day may be another one where the page was written.
            && committed.days_since_1970() - day.days_since_1970() > 1
        {
            let proof = (Matter::DatedBeforeCommit { day, committed }, Weight::Low);
            outcome.findings.push(course.finding(at, Some(locale), proof, &[locale]));
        }
        known = Some(day);
    }
}

/// Languages that changed together, each with a new date, and not the same.
fn differing(course: &Course<'_>, found: &Sights, outcome: &mut Outcome) {
    for (at, step) in course.steps.iter().enumerate() {
        let days = course.locales.iter().filter_map(|locale| {
            let sights = found.by_locale.get(locale)?;
            let sight = sights.iter().find(|sight| sight.at == Some(at))?;
            let is_new = step.is_changed(locale) && !found.is_silent(at, locale);
            Some((locale.clone(), sight.day.filter(|_| is_new)?))
        });
        let days: Vec<(Locale, Date)> = days.collect();
        if days.iter().any(|(_, day)| *day != days[0].1) {
            let matter = Matter::DatesDiffer { days };
            let told = course.finding(at, None, (matter, Weight::High), &course.all());
            outcome.findings.push(told);
        }
    }
}

fn before_published(course: &Course<'_>, outcome: &mut Outcome) {
    for (at, step) in course.steps.iter().enumerate() {
        let version = &step.release.version;
        let page = step.revision.and_then(|revision| revision.pages.get(&version.source_locale));
        let said = page.and_then(|page| page.effective.zip(page.dated));
        let (effective, published) = said.unwrap_or((version.effective, version.published));
        if effective < published {
            let matter = Matter::EffectiveBeforePublished { effective, published };
            let proof = (matter, Weight::High);
            outcome.findings.push(course.finding(at, None, proof, &[&course.source]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{self, Sample, day, en};

    /// What is found besides that an import knows of no notices.
    fn told(audit: &ereje::audit::Audit) -> Vec<String> {
        let mut told = samples::told(audit);
        told.retain(|line| !line.starts_with("no-notice-on-record"));
        told
    }

    /// Versions of one language, each with the line with its date, the day read from
    /// it, and the day of its commit.
    fn pages(pages: &[(&str, Option<&str>, Option<&str>, &str)]) -> Sample {
        let mut sample = Sample::default();
        for (text, line, dated, committed) in pages {
            sample.revision(committed, &[("en", text, *line, *dated)]);
        }
        sample
    }

    #[test]
    fn a_text_that_changes_under_its_date_is_found() {
        let old = ("We keep 30 days.", Some("1 May 2020"), Some("2020-05-01"), "2020-05-01");
        let new = ("We keep 90 days.", Some("1 May 2020"), Some("2020-05-01"), "2020-07-01");
        let audit = pages(&[old, new]).audit();
        assert_eq!(told(&audit), ["date-unchanged High 2020-07-01 en"]);
        assert!(audit.editions[1].pages[0].is_silent);
        let dated = (new.0, Some("1 July 2020"), Some("2020-07-01"), "2020-07-01");
        assert_eq!(told(&pages(&[old, dated]).audit()), [""; 0]);
        // Twice on one day, the date is true.
        let same = (new.0, old.1, old.2, "2020-05-01");
        assert_eq!(told(&pages(&[old, same]).audit()), [""; 0]);
    }

    #[test]
    fn a_date_that_follows_later_weighs_less() {
        let old = ("We keep 30 days.", Some("1 May 2020"), Some("2020-05-01"), "2020-05-01");
        let new = ("We keep 90 days.", Some("1 May 2020"), Some("2020-05-01"), "2020-07-01");
        let late = ("We keep 90 days.", Some("3 July 2020"), Some("2020-07-03"), "2020-07-03");
        let audit = pages(&[old, new, late]).audit();
        assert_eq!(told(&audit), ["date-unchanged Medium 2020-07-01 en"]);
        let Matter::DateUnchanged { followed, .. } = &audit.findings[0].matter else { panic!() };
        assert_eq!(*followed, Some(day("2020-07-03")));
    }

    #[test]
    fn missing_and_unreadable_dates_are_one_finding_a_row() {
        let none = |text| (text, None, None, "2020-05-01");
        let odd = |text| (text, Some("the 31st of June"), None, "2020-06-01");
        let audit = pages(&[none("a"), none("b"), odd("c"), odd("c")]).audit();
        assert_eq!(
            told(&audit),
            ["date-missing Medium 2020-05-01 en", "date-malformed Medium 2020-06-01 en"]
        );
        let Matter::DateMissing { versions } = &audit.findings[0].matter else { panic!() };
        assert_eq!(versions.len(), 2);
        let sound = ("a", Some("1 May 2020"), Some("2020-05-01"), "2020-05-01");
        assert_eq!(told(&pages(&[sound]).audit()), [""; 0]);
    }

    #[test]
    fn dates_run_forwards() {
        let page = |text, line, dated| (text, Some(line), Some(dated), "2020-07-01");
        let audit = pages(&[page("a", "2 July", "2020-07-02"), page("b", "2 June", "2020-06-02")]);
        assert_eq!(told(&audit.audit()), ["date-backwards High 2020-07-01.2 en"]);
        let audit = pages(&[page("a", "2 May", "2020-05-02"), page("b", "2 June", "2020-06-02")]);
        assert_eq!(told(&audit.audit()), ["dated-before-commit Low 2020-07-01.2 en"]);
        let audit = pages(&[page("a", "2 May", "2020-05-02"), page("b", "30 June", "2020-06-30")]);
        assert_eq!(told(&audit.audit()), [""; 0], "a day apart may be the time zone");
    }

    #[test]
    fn languages_of_one_change_bear_one_day() {
        let mut sample = Sample::default();
        let english = ("en", "a", Some("1 May"), Some("2020-05-01"));
        sample.revision("2020-05-01", &[english, ("de", "a", Some("1. Mai"), Some("2020-05-01"))]);
        assert_eq!(told(&sample.audit()), [""; 0]);
        let english = ("en", "b", Some("1 July"), Some("2020-07-01"));
        sample.revision("2020-07-01", &[english, ("de", "b", Some("1. Juni"), Some("2020-06-30"))]);
        assert_eq!(told(&sample.audit()), ["dates-differ High 2020-07-01 -"]);
        // One that did not change keeps its day.
        sample.revisions.truncate(1);
        sample.releases.truncate(1);
        let german = ("de", "a", Some("1. Mai"), Some("2020-05-01"));
        sample.revision("2020-07-01", &[("en", "a!", Some("1 July"), Some("2020-07-01")), german]);
        assert_eq!(told(&sample.audit()), [""; 0]);
    }

    #[test]
    fn a_text_takes_effect_after_it_is_published() {
        let mut sample = Sample::default();
        sample.revision("2020-05-01", &[("en", "a", Some("1 May"), Some("2020-05-01"))]);
        let page = sample.revisions[0].pages.get_mut(&en()).expect("a page");
        page.effective = Some(day("2020-06-01"));
        assert_eq!(told(&sample.audit()), [""; 0]);
        let page = sample.revisions[0].pages.get_mut(&en()).expect("a page");
        page.effective = Some(day("2020-04-30"));
        assert_eq!(told(&sample.audit()), ["effective-before-published High 2020-05-01 -"]);
    }
}
