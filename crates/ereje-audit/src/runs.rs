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
