//! Notices: how long before, and whether there were any.

use ereje::audit::{Finding, Matter, Unjudged, Weight};
use ereje::change::Kind;
use ereje::profile::{self, Earliest};

use crate::course::Course;
use crate::{Outcome, weight_of};

/// The first day on which a version might have taken effect; nothing of the first one,
/// and where nobody asks for time.
pub(crate) fn earliest(course: &Course<'_>, at: usize) -> Option<Earliest> {
    let step = &course.steps[at];
    step.before?;
    let (version, subject) = (&step.release.version, course.subject);
    let notice = &subject.manifest.notice;
    profile::earliest(version.severity, version.published, notice, subject.profiles)
}

/// Looks at the notices of all versions but the first.
pub(crate) fn judge(course: &Course<'_>, outcome: &mut Outcome) {
    let (mut without_period, mut imported) = (0, Vec::new());
    for (at, step) in course.steps.iter().enumerate().skip(1) {
        let version = &step.release.version;
        if !step.has_period() {
            without_period += 1;
        } else if let Some(earliest) = earliest(course, at)
            && version.effective < earliest.day
        {
            let reason = version.short_notice.clone();
            let weight = match (&reason, step.is_imported()) {
                (Some(_), _) => Weight::Low,
                (None, true) => Weight::Medium,
                (None, false) => Weight::High,
            };
            let matter = Matter::NoticeTooShort { earliest, reason };
            let found = course.finding(at, None, (matter, weight), &course.all());
            outcome.findings.push(found);
        }
        if step.is_imported() {
            // Each is judged from the revision before it: several may be of one day.
            let kind = course.locales.iter().map(|locale| step.change(locale, None).kind).max();
            let kind = kind.filter(|kind| kind.calls_for_notice());
            imported.extend(kind.map(|kind| (version.version.clone(), kind)));
            continue;
        }
        unannounced(course, at, outcome);
    }
    if without_period > 0 {
        outcome.unjudged.push(Unjudged::Periods { versions: without_period });
    }
    if let Some((first, _)) = imported.first() {
        outcome.unjudged.push(Unjudged::Notices { versions: imported.len() });
        let is_material = imported.iter().any(|(_, kind)| *kind == Kind::Material);
        let weight = if is_material { Weight::Medium } else { Weight::Low };
        let at = course.at(first);
        let source = |(version, _): &(String, Kind)| (version.clone(), course.source.clone());
        let redlines = imported.iter().map(source).collect();
        let matter = Matter::NoNoticeOnRecord { versions: imported };
        let told = course.finding(at, None, (matter, weight), &[]);
        outcome.findings.push(Finding { redlines, ..told });
    }
    let notice = &course.subject.manifest.notice;
    if course.steps.len() > 1 && notice.days.is_none() && notice.profiles.is_empty() {
        outcome.unjudged.push(Unjudged::NoProfile);
    }
}

/// A released change without a notice, or with none in a language.
fn unannounced(course: &Course<'_>, at: usize, outcome: &mut Outcome) {
    let step = &course.steps[at];
    let version = &step.release.version;
    let (severity, floor) = (version.severity, version.floor);
    if severity < floor && floor.calls_for_notice() && !step.is_announced() {
        let reason = version.reason.clone();
        let matter = Matter::SeverityLowered { severity, floor, reason };
        // The reason is on record; whether it holds is for counsel to say.
        let weight = if floor == Kind::Material { Weight::Medium } else { Weight::Low };
        outcome.findings.push(course.finding(at, None, (matter, weight), &course.all()));
        return;
    }
    if !severity.calls_for_notice() {
        return;
    }
    let subject = course.subject;
    let notice = &subject.manifest.notice;
    let why = || profile::asks_for_notice(severity, notice, subject.profiles);
    let matter = || Matter::NoNotice { kind: severity, why: why() };
    let weight = weight_of(severity);
    if !step.is_announced() {
        let found = course.finding(at, None, (matter(), weight), &course.all());
        outcome.findings.push(found);
        return;
    }
    for locale in &course.locales {
        let text = step.release.texts.get(locale);
        if text.is_some_and(|text| text.notice.is_none()) {
            let found = course.finding(at, Some(locale), (matter(), weight), &[locale]);
            outcome.findings.push(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use ereje::change::Action;

    use super::*;
    use crate::samples::{Sample, told};

    fn released(effective: &str) -> Sample {
        let mut sample = Sample::default();
        sample.version("1.0", ("2020-01-01", "2020-01-01"), &[("en", "30 days")]);
        sample.version("2.0", ("2020-05-01", effective), &[("en", "90 days")]);
        sample
    }

    #[test]
    fn periods_are_those_of_the_policy_and_its_laws() {
        let mut sample = released("2020-05-10");
        assert_eq!(told(&sample.audit()), [""; 0]);
        assert!(sample.audit().unjudged.contains(&Unjudged::NoProfile));
        sample.plan("days = 30");
        assert_eq!(told(&sample.audit()), ["notice-too-short High 2.0 -"]);
        sample.releases[1].version.short_notice = Some("Article 3(4)".into());
        assert_eq!(told(&sample.audit()), ["notice-too-short Low 2.0 -"]);
        let mut sample = released("2020-05-31");
        sample.plan("days = 30");
        assert_eq!(told(&sample.audit()), [""; 0]);
        sample.plan("profiles = [\"eu-p2b\"]");
        assert_eq!(told(&sample.audit()), [""; 0]);
        let mut sample = released("2020-05-15");
        sample.plan("profiles = [\"eu-p2b\"]");
        assert_eq!(told(&sample.audit()), ["notice-too-short High 2.0 -"]);
    }

    #[test]
    fn changes_without_a_notice_are_found() {
        let mut sample = released("2020-05-10");
        let notices = |sample: &mut Sample| {
            for (_, text) in sample.releases[1].texts.iter_mut() {
                text.notice = None;
            }
        };
        notices(&mut sample);
        assert_eq!(told(&sample.audit()), ["no-notice High 2.0 -"]);
        let version = &mut sample.releases[1].version;
        (version.severity, version.action) = (Kind::Editorial, Action::None);
        version.reason = Some("a slip of the pen".into());
        assert_eq!(told(&sample.audit()), ["severity-lowered Medium 2.0 -"]);
        sample.releases[1].version.floor = Kind::Editorial;
        assert_eq!(told(&sample.audit()), [""; 0]);
    }

    #[test]
    fn a_language_without_the_notice_is_found() {
        let mut sample = Sample::default();
        sample.version("1.0", ("2020-01-01", "2020-01-01"), &[("en", "30"), ("de", "30")]);
        sample.version("2.0", ("2020-05-01", "2020-05-10"), &[("en", "90"), ("de", "90")]);
        assert_eq!(told(&sample.audit()), [""; 0]);
        for (locale, text) in sample.releases[1].texts.iter_mut() {
            if locale.tag() == "de" {
                text.notice = None;
            }
        }
        assert_eq!(told(&sample.audit()), ["no-notice High 2.0 de"]);
    }

    #[test]
    fn of_imported_versions_only_the_record_is_told() {
        let mut sample = Sample::default();
        sample.plan("days = 30");
        sample.revision("2020-05-01", &[("en", "30", Some("1 May"), Some("2020-05-01"))]);
        sample.revision("2020-06-01", &[("en", "90", Some("1 June"), Some("2020-06-01"))]);
        let audit = sample.audit();
        assert_eq!(told(&audit), ["no-notice-on-record Medium 2020-06-01 -"]);
        assert!(audit.unjudged.contains(&Unjudged::Periods { versions: 1 }));
        assert!(!audit.editions[1].has_period);
    }
}
