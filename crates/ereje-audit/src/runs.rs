//! States of things that last over versions: when each began and how it ended.

use std::collections::BTreeMap;

use ereje::audit::{End, EndedBy};
use ereje::locale::Locale;

use crate::course::{Course, is_same, present};

/// A state of a clause in a language.
pub(crate) struct Run<T> {
    /// The step that it began with.
    pub(crate) start: usize,
    /// The clause, by its id then.
    pub(crate) id: String,
    pub(crate) what: T,
    /// How it ended; `None` where it lasts.
    pub(crate) end: Option<End>,
}

/// States of the clauses of a language, over all versions.
pub(crate) struct Runs<'r, 'c, T> {
    course: &'r Course<'c>,
    locale: &'r Locale,
    /// By today's id.
    open: BTreeMap<String, Run<T>>,
    closed: Vec<Run<T>>,
}

impl<'r, 'c, T> Runs<'r, 'c, T> {
    pub(crate) fn new(course: &'r Course<'c>, locale: &'r Locale) -> Runs<'r, 'c, T> {
        Runs { course, locale, open: BTreeMap::new(), closed: Vec::new() }
    }

    /// Goes on to a step, with the states that there are now. A state goes on where
    /// it is the same one, and the first of both is kept.
    pub(crate) fn step(
        &mut self,
        at: usize,
        mut now: BTreeMap<String, T>,
        is_same: impl Fn(&T, &T) -> bool,
    ) {
        let step = &self.course.steps[at];
        let mut before = std::mem::take(&mut self.open);
        for id in step.ids() {
            let (run, state) = (before.remove(step.id_before(id)), now.remove(id));
            let run = match (run, state) {
                (Some(run), Some(state)) if is_same(&run.what, &state) => Some(run),
                (run, state) => {
                    self.close(at, id, run);
                    state.map(|what| Run { start: at, id: id.to_owned(), what, end: None })
                }
            };
            self.open.extend(run.map(|run| (id.to_owned(), run)));
        }
        for (id, run) in before {
            self.close(at, &id, Some(run));
        }
    }

    fn close(&mut self, at: usize, id: &str, run: Option<Run<T>>) {
        let Some(mut run) = run else { return };
        let version = &self.course.steps[at].release.version;
        let by = ended_by(self.course, self.locale, at, id);
        run.end = Some(End { version: version.version.clone(), day: version.published, by });
        self.closed.push(run);
    }

    /// All of them.
    pub(crate) fn all(self) -> impl Iterator<Item = Run<T>> {
        self.closed.into_iter().chain(self.open.into_values())
    }
}

/// What happened to a clause in a step, so that its state is another one.
pub(crate) fn ended_by(course: &Course<'_>, locale: &Locale, at: usize, id: &str) -> EndedBy {
    let step = &course.steps[at];
    let Some(own) = step.release.texts.get(locale) else { return EndedBy::Language };
    if step.ids().all(|known| known != id) {
        return EndedBy::Clause;
    }
    let before = step.before.and_then(|before| before.texts.get(locale));
    if is_same(present(Some(own), id), present(before, step.id_before(id))) {
        EndedBy::Source
    } else {
        EndedBy::Translation
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::Sample;

    /// What ended the difference of a first version in a second one, with these texts.
    fn ended(texts: &[(&str, &str)], change: impl Fn(&mut Sample)) -> Option<(String, EndedBy)> {
        let mut sample = Sample::default();
        let other = [("en", "We care."), ("de", "Wir sorgen.")];
        let first = [("en", "kept 30"), ("de", "bewahrt 13")];
        sample.version("1.0", ("2020-01-01", "2020-01-01"), &first);
        sample.clause("start", "", &other);
        sample.version("2.0", ("2020-02-01", "2020-02-01"), texts);
        sample.clause("start", "", &other[..texts.len()]);
        change(&mut sample);
        let audit = sample.audit();
        let end = audit.findings.iter().find(|one| one.matter.name() == "facts-differ");
        let end = end.expect("a finding").matter.end()?;
        Some((end.version.clone(), end.by))
    }

    #[test]
    fn what_ended_a_state_is_told() {
        let by = |by| Some(("2.0".to_owned(), by));
        let as_is = |_: &mut Sample| ();
        let (source, own) = (("en", "kept 30"), ("de", "bewahrt 13"));
        assert_eq!(ended(&[source, own], as_is), None);
        assert_eq!(ended(&[source, ("de", "bewahrt 30")], as_is), by(EndedBy::Translation));
        assert_eq!(ended(&[("en", "kept 13"), own], as_is), by(EndedBy::Source));
        assert_eq!(ended(&[source], as_is), by(EndedBy::Language));
        let without = |sample: &mut Sample| {
            let release = &mut sample.releases[1];
            release.version.clauses.pop();
            release.texts.iter_mut().for_each(|(_, text)| drop(text.clauses.pop()));
        };
        assert_eq!(ended(&[source, own], without), by(EndedBy::Clause));
    }
}
