//! Ids through the revisions of a page: a clause that was edited, moved or
//! renamed keeps the id that it had. What is gone keeps its id too, should it
//! come back, so that no id ever means two things.

mod alike;

use std::collections::{BTreeMap, BTreeSet};

use ereje::fact::Fact;

use crate::Draft;
use crate::clauses::Clause;
use crate::facts::emails_of;
use alike::{Text, pairs};

/// The clauses of one language that there were so far.
#[derive(Debug, Default)]
pub struct Lineage {
    /// Those of the last revision, in page order.
    last: Vec<Text>,
    /// Those that are gone, by id, as they were last.
    gone: BTreeMap<String, Text>,
    /// Names of facts that were ever given out, with the value of the last
    /// revision that had one.
    facts: Vec<(String, Fact)>,
}

/// What became of the clauses of a revision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Clauses that say what they said, and have the id that they had.
    pub same: usize,
    /// Clauses that say something else, and have the id that they had.
    pub edited: usize,
    /// Clauses that came back.
    pub back: usize,
    /// Clauses that are new.
    pub new: usize,
    /// Clauses that are gone.
    pub gone: usize,
}

impl Lineage {
    /// Gives the clauses of the next revision the ids that they had, and its facts
    /// the names.
    pub fn follow(&mut self, draft: &mut Draft) -> Carried {
        let now: Vec<Text> = draft.clauses.iter().map(Text::of).collect();
        let before = pairs(&self.last, &now);
        let mut carried = Carried::default();
        let mut ids: Vec<Option<String>> = vec![None; now.len()];
        for (at, before) in before.iter().enumerate().filter_map(|(at, old)| Some((at, (*old)?))) {
            ids[at] = Some(self.last[before].id.clone());
            let is_same = self.last[before].says_the_same(&now[at]);
            *(if is_same { &mut carried.same } else { &mut carried.edited }) += 1;
        }
        self.bring_back(&now, &mut ids, &mut carried);
        let stay: BTreeSet<&str> = ids.iter().flatten().map(String::as_str).collect();
        let lost: Vec<Text> =
            self.last.iter().filter(|old| !stay.contains(old.id.as_str())).cloned().collect();
        carried.gone = lost.len();
        self.gone.extend(lost.into_iter().map(|old| (old.id.clone(), old)));
        let mut taken: BTreeSet<String> = ids.iter().flatten().cloned().collect();
        taken.extend(self.gone.keys().cloned());
        let ids: Vec<String> = ids
            .into_iter()
            .zip(&now)
            .map(|(id, text)| {
                id.unwrap_or_else(|| {
                    carried.new += 1;
                    free(&mut taken, &text.id)
                })
            })
            .collect();
        self.name_facts(draft, &ids, &now);
        draft.rename(&ids);
        self.last = now.into_iter().zip(ids).map(|(text, id)| Text { id, ..text }).collect();
        carried
    }

    /// What was gone and is there again has the id that it had.
    fn bring_back(&mut self, now: &[Text], ids: &mut [Option<String>], carried: &mut Carried) {
        let open: Vec<usize> = (0..now.len()).filter(|at| ids[*at].is_none()).collect();
        if open.is_empty() || self.gone.is_empty() {
            return;
        }
        let gone: Vec<Text> = self.gone.values().cloned().collect();
        let new: Vec<Text> = open.iter().map(|at| now[*at].clone()).collect();
        for (at, old) in open.into_iter().zip(alike::again(&gone, &new)) {
            let Some(old) = old else { continue };
            let id = gone[old].id.clone();
            self.gone.remove(&id);
            ids[at] = Some(id);
            carried.back += 1;
        }
    }

    /// An address that takes the place of another one in its clause has its name.
    fn name_facts(&mut self, draft: &mut Draft, ids: &[String], now: &[Text]) {
        let now: Vec<(&String, &[String])> =
            ids.iter().zip(now).map(|(id, text)| (id, text.emails.as_slice())).collect();
        let is_there = |email: &String| now.iter().any(|(_, emails)| emails.contains(email));
        let was_there = |email: &str| self.last.iter().any(|old| old.has_email(email));
        let mut replaced: Vec<(String, String)> = Vec::new();
        for (id, emails) in &now {
            let Some(old) = self.last.iter().find(|old| old.id == **id) else { continue };
            let mut new = emails.iter().filter(|email| !was_there(email));
            let mut gone = old.emails.iter().filter(|email| !is_there(email));
            if let (Some(new), None, Some(gone), None) =
                (new.next(), new.next(), gone.next(), gone.next())
                && !replaced.iter().any(|(one, other)| one == gone || other == new)
            {
                replaced.push((gone.clone(), new.clone()));
            }
        }
        for (_, fact) in &mut self.facts {
            let Fact::Email(email) = fact else { continue };
            if let Some((_, new)) = replaced.iter().find(|(gone, _)| gone == email) {
                email.clone_from(new);
            }
        }
        let bodies: Vec<_> = draft.clauses.iter().map(|clause| &clause.body).collect();
        for (name, fact) in crate::facts::proposed(&bodies, &self.facts) {
            match self.facts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = fact,
                None => self.facts.push((name, fact)),
            }
        }
        draft.facts.clone_from(&self.facts);
    }
}

/// An id that nothing had yet.
fn free(taken: &mut BTreeSet<String>, wanted: &str) -> String {
    let mut id = wanted.to_owned();
    let mut nth = 2;
    while !taken.insert(id.clone()) {
        id = format!("{wanted}-{nth}");
        nth += 1;
    }
    id
}

impl Text {
    fn of(clause: &Clause) -> Text {
        let heading = clause.heading.as_ref().map_or("", |heading| heading.text());
        let emails = emails_of(&clause.body).into_iter().map(str::to_owned).collect();
        Text::new(&clause.id, clause.level, heading, clause.body.text(), emails)
    }

    fn has_email(&self, email: &str) -> bool {
        self.emails.iter().any(|known| known == email)
    }
}

#[cfg(test)]
mod tests;
