//! Facts that languages state differently while both are current.

use std::collections::{BTreeMap, BTreeSet};

use ereje::audit::{Difference, Finding, Matter, Weight};
use ereje::locale::Locale;
use ereje::version::ClauseText;

use crate::Outcome;
use crate::behind::Behind;
use crate::course::{Course, present, said};
use crate::runs::Runs;

/// What two languages state differently in a clause.
#[derive(Clone)]
struct State {
    differences: Vec<Difference>,
    source: String,
    own: String,
}

/// Looks for them in a language. Clauses that are known to be behind, or may be, are
/// not compared: that they differ follows from it.
pub(crate) fn judge(course: &Course<'_>, locale: &Locale, behind: &Behind, outcome: &mut Outcome) {
    let mut runs = Runs::new(course, locale);
    // Most clauses say what they said in the version before.
    let mut known: BTreeMap<(String, String), Vec<Difference>> = BTreeMap::new();
    for (at, step) in course.steps.iter().enumerate() {
        let text = |locale| step.release.texts.get(locale);
        let is_current =
            |id: &&str| !behind.known[at].contains(*id) && !behind.unsure[at].contains(*id);
        let pairs: Vec<(&ClauseText, &ClauseText)> = step
            .ids()
            .filter(is_current)
            .filter_map(|id| present(text(&course.source), id).zip(present(text(locale), id)))
            .collect();
        let key = |(source, own): &(&ClauseText, &ClauseText)| (source.digest(), own.digest());
        let is_new = |pair: &&(&ClauseText, &ClauseText)| !known.contains_key(&key(pair));
        let (sources, owns): (Vec<&ClauseText>, Vec<&ClauseText>) =
            pairs.iter().filter(is_new).copied().unzip();
        let found = if sources.is_empty() {
            Vec::new()
        } else {
            (course.subject.with.facts)((&course.source, &sources), (locale, &owns))
        };
        let mut now = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for pair in &pairs {
            let (source, own) = pair;
            let differences = known.entry(key(pair)).or_insert_with(|| {
                found.iter().filter(|one| one.clause == source.id).cloned().collect()
            });
            if differences.is_empty() || !seen.insert(&source.id) {
                continue;
            }
            let differences = differences.clone();
            let state = State { differences, source: said(source), own: said(own) };
            now.insert(source.id.clone(), state);
        }
        let what = |state: &State| state.differences.iter().map(|d| d.what.clone()).collect();
        runs.step(at, now, |one, other| {
            let (one, other): (Vec<String>, Vec<String>) = (what(one), what(other));
            one == other
        });
    }
    for run in runs.all() {
        let State { differences, source, own } = run.what;
        let matter = Matter::FactsDiffer { differences, source, own, end: run.end };
        let proof = (matter, Weight::High);
        let found = course.finding(run.start, Some(locale), proof, &[&course.source, locale]);
        let clause = Some(course.name(run.start, &run.id));
        outcome.findings.push(Finding { clause, ..found });
    }
}

#[cfg(test)]
mod tests {
    use crate::samples::versions;

    #[test]
    fn facts_are_compared_while_both_are_current() {
        let same = [("en", "kept 30"), ("de", "bewahrt 30")];
        assert_eq!(versions(&[same, same]), [""; 0]);
        let other = [("en", "kept 30"), ("de", "bewahrt 13")];
        assert_eq!(versions(&[other, other]), ["facts-differ High 1.0 de use"]);
        assert_eq!(versions(&[other, same]), ["facts-differ High 1.0 de use → 2.0"]);
        // Another difference is another finding.
        let third = [("en", "kept 30"), ("de", "bewahrt 31")];
        let told = ["facts-differ High 1.0 de use → 2.0", "facts-differ High 2.0 de use"];
        assert_eq!(versions(&[other, third, third]), told);
    }

    #[test]
    fn a_clause_that_is_behind_is_told_once() {
        let first = [("en", "kept 30"), ("de", "bewahrt 30")];
        let second = [("en", "kept 90"), ("de", "bewahrt 30")];
        let third = [("en", "kept 90"), ("de", "bewahrt 90")];
        let behind = "translation-behind High 2.0 de use";
        assert_eq!(versions(&[first, second, second]), [behind]);
        assert_eq!(versions(&[first, second, third]), [format!("{behind} → 3.0")]);
        assert_eq!(versions(&[first, second, first]), [format!("{behind} → 3.0")]);
        assert_eq!(versions(&[first, third]), [""; 0]);
    }

    #[test]
    fn what_a_translation_need_not_follow_is_no_finding() {
        let first = [("en", "kept for long"), ("de", "lange")];
        let comma = [("en", "kept for long!"), ("de", "lange")];
        assert_eq!(versions(&[first, comma]), [""; 0]);
        let ahead = [("en", "kept for long"), ("de", "kurz")];
        let after = [("en", "kept for short"), ("de", "kurz")];
        assert_eq!(versions(&[first, ahead, after]), [""; 0]);
    }
}
