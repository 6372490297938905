//! Translations behind their source: clauses that changed in the language that binds
//! while the translation stayed as it was.

use std::collections::{BTreeMap, BTreeSet};

use ereje::audit::{End, EndedBy, Finding, Matter, Unjudged, Weight};
use ereje::change::Kind;
use ereje::locale::Locale;
use ereje::version::ClauseText;

use crate::Outcome;
use crate::course::{Change, Course, is_same, present};
use crate::runs::ended_by;

/// Which clauses of a language are behind, version by version.
pub(crate) struct Behind {
    /// Those that are known to be.
    pub(crate) known: Vec<BTreeSet<String>>,
    /// Those that may be ahead, or behind in a way that is not told.
    pub(crate) unsure: Vec<BTreeSet<String>>,
}

/// A clause that is behind.
struct Lag<'c> {
    /// The step that it began with.
    start: usize,
    /// Its id then.
    id: String,
    change: Change,
    /// What the source said before.
    before: &'c ClauseText,
}

/// Looks for them in a language.
pub(crate) fn judge(course: &Course<'_>, locale: &Locale, outcome: &mut Outcome) -> Behind {
    let mut found = Behind { known: Vec::new(), unsure: Vec::new() };
    let mut lags: BTreeMap<String, Lag<'_>> = BTreeMap::new();
    // Clauses that only the translation changed in the step before, where it was not behind.
    let mut ahead: BTreeSet<String> = BTreeSet::new();
    let mut unsure: BTreeSet<String> = BTreeSet::new();
    let mut editorial = 0;
    for (at, step) in course.steps.iter().enumerate() {
        let text = |locale| step.release.texts.get(locale);
        let text_before = |locale| step.before.and_then(|before| before.texts.get(locale));
        let mut open = std::mem::take(&mut lags);
        let (was_ahead, was_unsure) = (std::mem::take(&mut ahead), std::mem::take(&mut unsure));
        for id in step.ids() {
            let known_as = step.id_before(id);
            let now = |locale| present(text(locale), id);
            let before = |locale| present(text_before(locale), known_as);
            let (source, own) = (now(&course.source), now(locale));
            let (old_source, old_own) = (before(&course.source), before(locale));
            let source_changed =
                source.is_some() && old_source.is_some() && !is_same(source, old_source);
            let own_changed = !is_same(own, old_own);
            let lag = open.remove(known_as);
            let was_behind = lag.is_some();
            match lag {
                Some(lag) if !own_changed && !is_same(source, Some(lag.before)) => {
                    lags.insert(id.to_owned(), lag);
                    continue;
                }
                Some(lag) => {
                    outcome.findings.push(ended(course, locale, lag, Some((at, id))));
                    if !own_changed {
                        // The source says again what the translation was made from.
                        continue;
                    }
                }
                None => {}
            }
            if own_changed {
                // What was behind, or in the words of the source, has caught up, and is not
                // ahead of anything.
                let is_other = course.source.language() != locale.language();
                let had_to = was_behind || (is_other && is_same(old_own, old_source));
                if !had_to && !source_changed && old_own.is_some() && own.is_some() {
                    ahead.insert(id.to_owned());
                }
                continue;
            }
            if !source_changed || own.is_none() {
                if was_unsure.contains(known_as) {
                    unsure.insert(id.to_owned());
                }
                continue;
            }
            let change = step.change(&course.source, Some(id));
            let Some(old_source) = old_source else { continue };
            if change.kind < Kind::Clarification {
                editorial += 1;
                unsure.insert(id.to_owned());
            } else if was_ahead.contains(known_as) {
                let version = step.release.version.version.clone();
                let (locale, clause) = (locale.clone(), id.to_owned());
                outcome.unjudged.push(Unjudged::Ahead { locale, clause, version });
                unsure.insert(id.to_owned());
            } else {
                let lag = Lag { start: at, id: id.to_owned(), change, before: old_source };
                lags.insert(id.to_owned(), lag);
            }
        }
        for (id, lag) in open {
            outcome.findings.push(ended(course, locale, lag, Some((at, &id))));
        }
        found.known.push(lags.keys().cloned().collect());
        found.unsure.push(unsure.clone());
    }
    outcome.findings.extend(lags.into_values().map(|lag| ended(course, locale, lag, None)));
    if editorial > 0 {
        let told = Unjudged::Editorial { locale: locale.clone(), changes: editorial };
        outcome.unjudged.push(told);
    }
    found
}

/// A lag that ended with a step, or that lasts.
fn ended(
    course: &Course<'_>,
    locale: &Locale,
    lag: Lag<'_>,
    end: Option<(usize, &str)>,
) -> Finding {
    let end = end.map(|(at, id)| {
        let version = &course.steps[at].release.version;
        let by = ended_by(course, locale, at, id);
        (at, End { version: version.version.clone(), day: version.published, by })
    });
    let began = course.steps[lag.start].release.version.published;
    let is_short = end.as_ref().is_some_and(|(_, end)| end.day == began);
    let weight = if is_short { Weight::Low } else { lag.change.weight };
    let mut proof = vec![(lag.start, &course.source)];
    if let Some((at, _)) = end.as_ref().filter(|(_, end)| end.by == EndedBy::Translation) {
        proof.push((*at, locale));
    }
    let end = end.map(|(_, end)| end);
    let matter = Matter::Behind { kind: lag.change.kind, reasons: lag.change.reasons, end };
    let redlines = proof
        .into_iter()
        .map(|(at, locale)| (course.steps[at].release.version.version.clone(), locale.clone()));
    Finding {
        redlines: redlines.collect(),
        clause: Some(course.name(lag.start, &lag.id)),
        ..course.finding(lag.start, Some(locale), (matter, weight), &[])
    }
}

#[cfg(test)]
mod tests {
    use ereje::audit::Unjudged;

    use crate::samples::{Sample, told, versions};

    #[test]
    fn a_translation_that_catches_up_is_not_taken_for_one_that_is_ahead() {
        let texts = |source, own| [("en", source), ("de", own)];
        let first = [texts("kept 30", "bewahrt 30"), texts("kept 90", "bewahrt 30")];
        let last = [texts("kept 90", "bewahrt 90"), texts("kept 60", "bewahrt 90")];
        let told =
            ["translation-behind High 2.0 de use → 3.0", "translation-behind High 4.0 de use"];
        assert_eq!(versions(&[first, last].concat()), told);
        // So has what stood in the words of its source.
        let first = [texts("We sell your data.", "We sell your data.")];
        let second = [texts("We sell your data.", "Wir verkaufen Daten.")];
        let third = [texts("We sell no data now.", "Wir verkaufen Daten.")];
        let told =
            ["clause-untranslated Medium 1.0 de use → 2.0", "translation-behind Medium 3.0 de use"];
        assert_eq!(versions(&[first, second, third].concat()), told);
        // Kinds of one language have many words in common, and either may be ahead.
        let kin = |source, own| [("en", source), ("en-GB", own)];
        let course = [
            kin("We sell your data.", "We sell your data."),
            kin("We sell your data.", "We flog your data."),
            kin("We trade your data.", "We flog your data."),
        ];
        assert_eq!(versions(&course), [""; 0]);
    }

    #[test]
    fn how_far_a_translation_is_behind_is_told_and_proven() {
        let both = |source, own| [("en", source), ("de", own)];
        let mut sample = Sample::default();
        sample.version("1.0", ("2020-01-01", "2020-01-01"), &both("kept for long", "lange"));
        sample.version("2.0", ("2020-02-01", "2020-02-01"), &both("kept for short", "lange"));
        sample.version("3.0", ("2020-03-01", "2020-03-01"), &both("kept for short", "kurz"));
        let audit = sample.audit();
        assert_eq!(told(&audit), ["translation-behind Medium 2.0 de use → 3.0"]);
        assert_eq!(audit.days(&audit.findings[0]), Some(29));
        let proof = audit.findings[0].redlines.iter();
        let proof = proof.map(|(version, locale)| (version.as_str(), locale.tag()));
        assert_eq!(proof.collect::<Vec<_>>(), [("2.0", "en"), ("3.0", "de")]);
        let behind = audit.editions.iter().map(|edition| edition.pages[1].behind);
        assert_eq!(behind.collect::<Vec<_>>(), [0, 1, 0]);
        assert!(audit.editions.iter().all(|edition| edition.pages[0].behind == 0));
        // What is mended on the same day weighs little.
        sample.releases[2].version.published = sample.releases[1].version.published;
        assert_eq!(told(&sample.audit()), ["translation-behind Low 2.0 de use → 3.0"]);
    }

    #[test]
    fn changes_that_a_translation_need_not_follow_are_counted() {
        let texts = |source| [("en", source), ("de", "lange")];
        let mut sample = Sample::default();
        for (nth, source) in
            ["kept for long", "kept for long!", "kept, for long!"].iter().enumerate()
        {
            let day = format!("2020-0{}-01", nth + 1);
            sample.version(&format!("{}.0", nth + 1), (&day, &day), &texts(source));
        }
        let audit = sample.audit();
        assert_eq!(told(&audit), [""; 0]);
        let locale = audit.locales[1].clone();
        assert!(audit.unjudged.contains(&Unjudged::Editorial { locale, changes: 2 }));
    }
}
