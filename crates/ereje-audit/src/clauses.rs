//! Clauses that only one of two languages has.

use std::collections::BTreeMap;

use ereje::audit::{Finding, Matter, Weight};
use ereje::locale::Locale;

use crate::Outcome;
use crate::course::{Course, Step, is_same, present, said};
use crate::runs::{Run, Runs};

/// A clause that a language has in another way than the one that binds.
#[derive(PartialEq)]
enum State {
    Kept { was_dropped: bool, own: String },
    Missing { was_there: bool, source: String },
    Untranslated { own: String },
}

/// So many words make a sentence: fewer may be names, which no language translates.
const WORDS: usize = 4;

/// Looks for them in a language.
pub(crate) fn judge(course: &Course<'_>, locale: &Locale, outcome: &mut Outcome) {
    let mut runs = Runs::new(course, locale);
    for (at, step) in course.steps.iter().enumerate() {
        let state = |id: &str| Some((id.to_owned(), state(course, step, locale, id)?));
        let now: BTreeMap<String, State> = step.ids().filter_map(state).collect();
        runs.step(at, now, |one, other| {
            std::mem::discriminant(one) == std::mem::discriminant(other)
        });
    }
    outcome.findings.extend(runs.all().map(|run| found(course, locale, run)));
}

fn state(course: &Course<'_>, step: &Step<'_>, locale: &Locale, id: &str) -> Option<State> {
    let text = step.release.texts.get(locale)?;
    let source_text = step.release.texts.get(&course.source)?;
    let (source, own) = (present(Some(source_text), id), present(Some(text), id));
    let before = |locale: &Locale| {
        let text = step.before.and_then(|before| before.texts.get(locale));
        present(text, step.id_before(id)).is_some()
    };
    match (source, own) {
        (None, Some(own)) => {
            Some(State::Kept { was_dropped: before(&course.source), own: said(own) })
        }
        (Some(source), None) => {
            Some(State::Missing { was_there: before(locale), source: said(source) })
        }
        (Some(source), Some(own)) => {
            let is_other = course.source.language() != locale.language();
            let words = said(own);
            let is_sentence = words.split_whitespace().count() >= WORDS;
            (is_other && is_sentence && is_same(Some(source), Some(own)))
                .then_some(State::Untranslated { own: words })
        }
        (None, None) => None,
    }
}

fn found(course: &Course<'_>, locale: &Locale, run: Run<State>) -> Finding {
    let end = run.end;
    let (matter, weight) = match run.what {
        State::Kept { was_dropped, own } => {
            (Matter::ClauseKept { was_dropped, own, end }, Weight::High)
        }
        State::Missing { was_there, source } => {
            (Matter::ClauseMissing { was_there, source, end }, Weight::High)
        }
        State::Untranslated { own } => (Matter::Untranslated { own, end }, Weight::Medium),
    };
    let proof = (matter, weight);
    let found = course.finding(run.start, Some(locale), proof, &[&course.source, locale]);
    Finding { clause: Some(course.name(run.start, &run.id)), ..found }
}

#[cfg(test)]
mod tests {
    use ereje::audit::Unjudged;

    use crate::samples::{Sample, told, versions};

    #[test]
    fn a_clause_that_one_language_lacks_is_found() {
        let both = [("en", "We sell nothing."), ("de", "Wir verkaufen nichts.")];
        assert_eq!(versions(&[both, both]), [""; 0]);
        let dropped = [("en", ""), ("de", "Wir verkaufen nichts.")];
        assert_eq!(versions(&[both, dropped]), ["clause-kept High 2.0 de use"]);
        let missing = [("en", "We sell nothing."), ("de", "")];
        assert_eq!(versions(&[missing, missing]), ["clause-missing High 1.0 de use"]);
        assert_eq!(versions(&[missing, both]), ["clause-missing High 1.0 de use → 2.0"]);
        let told = ["clause-missing High 1.0 de use → 2.0", "clause-kept High 2.0 de use"];
        assert_eq!(versions(&[missing, dropped]), told);
    }

    #[test]
    fn the_words_of_the_source_are_no_translation() {
        let same = [("en", "We sell your data."), ("de", "We sell your data.")];
        assert_eq!(versions(&[same]), ["clause-untranslated Medium 1.0 de use"]);
        let names = [("en", "App, Inc."), ("de", "App, Inc.")];
        assert_eq!(versions(&[names]), [""; 0]);
    }

    #[test]
    fn a_language_that_goes_away_is_told_and_judged_no_more() {
        let mut sample = Sample::default();
        let days = ("2020-01-01", "2020-01-01");
        sample.version("1.0", days, &[("en", "We sell nothing."), ("de", "")]);
        sample.version("2.0", days, &[("en", "We sell nothing now.")]);
        let audit = sample.audit();
        assert_eq!(told(&audit), ["clause-missing High 1.0 de use → 2.0"]);
        let gone = |told: &Unjudged| matches!(told, Unjudged::LanguageGone { version, .. } if version == "2.0");
        assert!(audit.unjudged.iter().any(gone));
    }
}
