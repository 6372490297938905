//! Which part of a page says in its language what a clause says in another.
//!
//! Both texts are cut into pieces ([`atoms`]): headings, paragraphs, items,
//! tables. What two pieces have in common ([`features`]: addresses, numbers, names,
//! what they are about, and how long they are) is weighed as a cost ([`cost`]), and
//! the best way through both texts is found ([`lattice`]), in which a piece can be
//! missing, be one too many, or be two on the other side. The way goes forward
//! only, so whether parts were exchanged is looked at by itself ([`rivals`]).
//!
//! The **confidence** of a pair is how probable it is by this reckoning that the
//! two belong together: the share of all ways with this pair in the probability of
//! all ways, times the share that is left when exchanges are counted in. That of a
//! clause is the least of its pairs. From [`SURE`] on, and only where the pieces
//! are paired one to one, a clause counts as paired for sure.

pub(crate) mod atoms;
mod concepts;
mod cost;
mod features;
mod lattice;
mod rivals;

use ereje::document::Document;
use ereje::manifest::ClauseKind;

use atoms::{Atom, Kind};
use cost::{Costs, MERGE, NEVER, SKIP, joined};
use features::{Profile, Profiles};
use lattice::{STEPS, Step, best};

/// From this confidence on a pair needs nobody to look at it.
pub const SURE: f64 = 0.99;

/// Below this confidence a pair is accepted only by its name.
pub const LIKELY: f64 = 0.95;

/// Below this confidence there is no pair.
const LEAST: f64 = 0.05;

/// What a clause became.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pair {
    /// 0 to 1.
    pub(crate) confidence: f64,
    /// The number of the page's piece that is its heading.
    pub(crate) heading: Option<usize>,
    /// Those that are its text.
    pub(crate) body: Vec<usize>,
    /// Why somebody has to look at it, besides the confidence.
    pub(crate) doubts: Vec<String>,
}

impl Pair {
    /// Whether the page has nothing for the clause.
    pub(crate) fn is_missing(&self) -> bool {
        self.heading.is_none() && self.body.is_empty()
    }

    /// Whether nobody needs to look at it.
    pub(crate) fn is_sure(&self) -> bool {
        !self.is_missing() && self.doubts.is_empty() && self.confidence >= SURE
    }

    /// The pieces of the page that it has.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = usize> {
        self.heading.iter().chain(&self.body).copied()
    }
}

/// A page by the clauses of a policy.
#[derive(Clone, Debug)]
pub(crate) struct Alignment {
    /// One for each clause.
    pub(crate) pairs: Vec<Pair>,
    /// The pieces of the page that no clause has.
    pub(crate) extra: Vec<usize>,
}

/// Pairs the pieces of a page with the clauses of a policy; nothing where there are
/// too many of them to be compared.
pub(crate) fn align(document: &Document, page: &[Atom]) -> Option<Alignment> {
    let source = atoms::of_document(document);
    let profiles = Profiles::of(&source, page);
    let costs = Costs::new(&profiles);
    let (from, to) = (Side::of(&source, &profiles.source), Side::of(page, &profiles.page));
    let way = best(source.len(), page.len(), |row, column, nth| {
        step(&costs, &from, &to, (row, column, STEPS[nth]))
    })?;
    let texts = rivals::Texts {
        source: (from.atoms, from.profiles),
        page: (to.atoms, to.profiles),
        costs: &costs,
    };
    let sure = rivals::doubts(&texts, &way);
    let steps: Vec<(Step, f64)> =
        way.into_iter().zip(sure).map(|(step, sure)| (step, step.share * sure)).collect();
    Some(by_clause(document, &source, page, &steps))
}

/// One of two texts.
struct Side<'s> {
    atoms: &'s [Atom],
    profiles: &'s [Profile],
    /// Each piece and the next one as one.
    twos: Vec<Profile>,
}

impl<'s> Side<'s> {
    fn of(atoms: &'s [Atom], profiles: &'s [Profile]) -> Side<'s> {
        Side { atoms, profiles, twos: profiles.windows(2).map(joined).collect() }
    }

    fn piece(&self, at: usize) -> (&Atom, &Profile) {
        (&self.atoms[at], &self.profiles[at])
    }

    fn is_text(&self, at: usize) -> bool {
        matches!(self.atoms[at].kind, Kind::Paragraph | Kind::Item(..))
    }
}

fn step(
    costs: &Costs,
    a: &Side<'_>,
    b: &Side<'_>,
    (row, column, (down, right)): (usize, usize, (usize, usize)),
) -> f64 {
    // A way that ends is no way that may go on.
    if row + down > a.atoms.len() || column + right > b.atoms.len() {
        return NEVER;
    }
    match (down, right) {
        (1, 1) => costs.pair(a.piece(row), b.piece(column)),
        (2, 1) if a.is_text(row) && a.is_text(row + 1) && b.is_text(column) => {
            MERGE + costs.contents(&a.twos[row], &b.profiles[column])
        }
        (1, 2) if a.is_text(row) && b.is_text(column) && b.is_text(column + 1) => {
            MERGE + costs.contents(&a.profiles[row], &b.twos[column])
        }
        (2, 1) | (1, 2) => NEVER,
        _ => SKIP,
    }
}

fn by_clause(
    document: &Document,
    source: &[Atom],
    page: &[Atom],
    steps: &[(Step, f64)],
) -> Alignment {
    let mut pairs: Vec<Pair> =
        document.clauses.iter().map(|_| Pair { confidence: 1.0, ..Pair::default() }).collect();
    // By piece of the page, the clause that it belongs to.
    let mut owners: Vec<Option<usize>> = vec![None; page.len()];
    for (step, confidence) in steps {
        let from = &source[step.source.0..step.source.0 + step.source.1];
        let Some(first) = from.first() else { continue };
        let id = |atom: &Atom| document.clauses[atom.clause].id.as_str();
        let pair = &mut pairs[first.clause];
        if step.page.1 == 0 {
            pair.doubts.push(match first.kind {
                Kind::Heading(_) => "the page has no heading for it".to_owned(),
                _ => "the page lacks a part of it".to_owned(),
            });
            continue;
        }
        pair.confidence = pair.confidence.min(*confidence);
        owners[step.page.0..step.page.0 + step.page.1].fill(Some(first.clause));
        let is_heading = |atom: &Atom| matches!(atom.kind, Kind::Heading(_));
        if is_heading(first) != is_heading(&page[step.page.0]) {
            pair.doubts.push("its heading is no heading on the page, or the reverse".to_owned());
        }
        if step.page.1 == 2 {
            pair.doubts.push("the page says it in two parts".to_owned());
        }
        if let [one, other] = from {
            if one.clause == other.clause {
                pair.doubts.push("the page says two parts of it in one".to_owned());
            } else {
                pair.doubts.push(format!("the page says it in one with `{}`", id(other)));
                let first = id(one).to_owned();
                pairs[other.clause].doubts.push(format!("it may stand in the text of `{first}`"));
            }
        }
    }
    // What fits so badly is no pair: a way that goes forward had no better one.
    for (clause, pair) in pairs.iter_mut().enumerate().filter(|(_, pair)| pair.confidence < LEAST) {
        *pair = Pair { confidence: 1.0, ..Pair::default() };
        owners.iter_mut().filter(|owner| **owner == Some(clause)).for_each(|owner| *owner = None);
    }
    give_away(document, source, page, &mut owners, &mut pairs);
    for (at, owner) in owners.iter().enumerate() {
        let Some(pair) = owner.map(|owner| &mut pairs[owner]) else { continue };
        let is_heading = matches!(page[at].kind, Kind::Heading(_));
        if is_heading && pair.is_missing() {
            pair.heading = Some(at);
        } else {
            pair.body.push(at);
        }
    }
    for pair in &mut pairs {
        pair.doubts.dedup();
    }
    let extra = (0..page.len()).filter(|at| owners[*at].is_none()).collect();
    Alignment { pairs, extra }
}

/// Pieces that nothing was paired with, but that stand in the middle of a clause,
/// or in a section that is one clause, belong to it: not for sure.
fn give_away(
    document: &Document,
    source: &[Atom],
    page: &[Atom],
    owners: &mut [Option<usize>],
    pairs: &mut [Pair],
) {
    let starts_section = |clause: usize| {
        let first = source.iter().find(|atom| atom.clause == clause);
        first.is_some_and(|atom| matches!(atom.kind, Kind::Heading(_)))
    };
    let is_alone = |clause: usize| {
        document.clauses[clause].kind == ClauseKind::Text
            && (starts_section(clause) || clause == 0)
            && (clause + 1 == document.clauses.len() || starts_section(clause + 1))
    };
    let paired = owners.to_vec();
    for at in 0..page.len() {
        if paired[at].is_some() || matches!(page[at].kind, Kind::Heading(_)) {
            continue;
        }
        let before = paired[..at].iter().rev().find_map(|owner| *owner);
        let Some(before) = before.filter(|_| {
            // A heading that no clause has begins something else.
            let since = paired[..at].iter().rposition(Option::is_some).unwrap_or(0);
            !page[since + 1..at].iter().any(|atom| matches!(atom.kind, Kind::Heading(_)))
        }) else {
            continue;
        };
        let after = paired[at..].iter().position(Option::is_some).map(|gap| at + gap);
        let is_within = after.is_some_and(|after| paired[after] == Some(before));
        let is_same_list = {
            let is_text = document.clauses[before].kind == ClauseKind::Text;
            let last = paired[..at].iter().rposition(Option::is_some);
            is_text && last.is_some_and(|last| page[last].block == page[at].block)
        };
        if is_within || is_same_list || is_alone(before) {
            owners[at] = Some(before);
            pairs[before].doubts.push("the page has more parts of it".to_owned());
        }
    }
}

#[cfg(test)]
mod tests;
