//! Doubt about order: a page whose sections, paragraphs or items stand in another
//! order than the policy has them in. A way through both texts goes forward only,
//! so it can not see that two of them were exchanged; each pair is compared with
//! what would be if it were.

use super::atoms::{Atom, Kind};
use super::cost::{Costs, NEVER, joined};
use super::features::Profile;
use super::lattice::Step;

/// How likely it is, before anything is read, that two things of one kind that stand
/// below one heading were exchanged.
const EXCHANGED: f64 = 0.004;

/// The same of two that stand below different headings.
const EXCHANGED_FAR: f64 = 0.0004;

/// How likely it is that something else stands in the place of a section.
const REPLACED: f64 = 0.04;

/// The same of a paragraph or item in a section that is what it should be.
const REPLACED_WITHIN: f64 = 0.03;

/// So many pairs before and behind are looked at.
const REACH: usize = 24;

/// Both texts, piece by piece.
pub(super) struct Texts<'t> {
    pub(super) source: (&'t [Atom], &'t [Profile]),
    pub(super) page: (&'t [Atom], &'t [Profile]),
    pub(super) costs: &'t Costs,
}

/// How sure each step is that no other takes its place, 0 to 1.
pub(super) fn doubts(texts: &Texts<'_>, way: &[Step]) -> Vec<f64> {
    let mut sure = vec![1.0; way.len()];
    among_pieces(texts, way, &mut sure);
    among_sections(texts, way, &mut sure);
    strangers(texts, way, &mut sure);
    sure
}

fn among_pieces(texts: &Texts<'_>, way: &[Step], sure: &mut [f64]) {
    let source_heads = heads(texts.source.0);
    let page_heads = heads(texts.page.0);
    let pairs: Vec<usize> = (0..way.len())
        .filter(|at| way[*at].source.1 == 1 && way[*at].page.1 == 1)
        .filter(|at| !matches!(texts.source.0[way[*at].source.0].kind, Kind::Heading(_)))
        .collect();
    let mut odds = vec![0.0; way.len()];
    for (nth, at) in pairs.iter().enumerate() {
        for other in pairs[nth + 1..].iter().take(REACH) {
            let (one, two) = (&way[*at], &way[*other]);
            let cost = |source: usize, page: usize| {
                let (a, b) = (texts.source, texts.page);
                texts.costs.pair((&a.0[source], &a.1[source]), (&b.0[page], &b.1[page]))
            };
            let now = (cost(one.source.0, one.page.0), cost(two.source.0, two.page.0));
            let then = (cost(one.source.0, two.page.0), cost(two.source.0, one.page.0));
            if then.0 >= NEVER || then.1 >= NEVER {
                continue;
            }
            let is_near = source_heads[one.source.0] == source_heads[two.source.0]
                || page_heads[one.page.0] == page_heads[two.page.0];
            let before = if is_near { EXCHANGED } else { EXCHANGED_FAR };
            add(&mut odds, (*at, *other), before, now, then);
        }
    }
    for (sure, odds) in sure.iter_mut().zip(odds) {
        *sure *= 1.0 / (1.0 + odds);
    }
}

fn add(
    odds: &mut [f64],
    (at, other): (usize, usize),
    before: f64,
    now: (f64, f64),
    then: (f64, f64),
) {
    let exchange = before * (now.0 + now.1 - then.0 - then.1).min(50.0).exp();
    odds[at] += exchange;
    odds[other] += exchange;
    // One of them moved, and others took its place.
    let moved = |now: f64, then: f64| before * 0.2 * (now - then).min(50.0).exp();
    odds[at] += moved(now.0, then.0).max(moved(now.0, then.1));
    odds[other] += moved(now.1, then.1).max(moved(now.1, then.0));
}

/// A section: its heading's step, and the pieces that it has on each side.
struct Section {
    steps: std::ops::Range<usize>,
    source: Profile,
    page: Profile,
    heads: (usize, usize),
    counts: (usize, usize),
}

fn among_sections(texts: &Texts<'_>, way: &[Step], sure: &mut [f64]) {
    let is_head = |step: &Step| {
        let kind = |atoms: &[Atom], at: (usize, usize)| {
            at.1 == 1 && matches!(atoms[at.0].kind, Kind::Heading(_))
        };
        kind(texts.source.0, step.source) && kind(texts.page.0, step.page)
    };
    let starts: Vec<usize> = (0..way.len()).filter(|at| is_head(&way[*at])).collect();
    let sections: Vec<Section> = starts
        .iter()
        .enumerate()
        .map(|(nth, start)| {
            let end = starts.get(nth + 1).copied().unwrap_or(way.len());
            let steps = start + 1..end;
            let of = |profiles: &[Profile], side: fn(&Step) -> (usize, usize)| {
                let all: Vec<usize> =
                    way[steps.clone()].iter().map(side).flat_map(|(at, n)| at..at + n).collect();
                (joined(all.iter().map(|at| &profiles[*at])), all.len())
            };
            let (source, in_source) = of(texts.source.1, |step| step.source);
            let (page, in_page) = of(texts.page.1, |step| step.page);
            let heads = (way[*start].source.0, way[*start].page.0);
            Section { steps: *start..end, source, page, heads, counts: (in_source, in_page) }
        })
        .collect();
    let cost = |one: &Section, other: &Section| {
        let (a, b) = (texts.source, texts.page);
        let (head, below) = (one.heads.0, other.heads.1);
        let heads = texts.costs.pair((&a.0[head], &a.1[head]), (&b.0[below], &b.1[below]));
        let counts = one.counts.0.abs_diff(other.counts.1).min(4) as f64;
        heads + counts * 1.5 + texts.costs.contents(&one.source, &other.page)
    };
    let mut odds = vec![0.0; sections.len()];
    let own: Vec<f64> = sections.iter().map(|section| cost(section, section)).collect();
    for (nth, one) in sections.iter().enumerate() {
        for (gap, two) in sections[nth + 1..].iter().take(REACH).enumerate() {
            let other = nth + 1 + gap;
            let then = (cost(one, two), cost(two, one));
            add(&mut odds, (nth, other), EXCHANGED, (own[nth], own[other]), then);
        }
    }
    for (section, odds) in sections.iter().zip(odds) {
        for at in section.steps.clone() {
            sure[at] *= 1.0 / (1.0 + odds);
        }
    }
}

/// Doubts what shares nothing with its clause: another text can stand in its place.
fn strangers(texts: &Texts<'_>, way: &[Step], sure: &mut [f64]) {
    let clause = |step: &Step| {
        let atom = texts.source.0.get(step.source.0).filter(|_| step.source.1 > 0);
        atom.map(|atom| atom.clause)
    };
    let mut at = 0;
    while at < way.len() {
        let Some(own) = clause(&way[at]) else {
            at += 1;
            continue;
        };
        let end = (at..way.len()).find(|next| clause(&way[*next]).is_some_and(|c| c != own));
        let steps = &way[at..end.unwrap_or(way.len())];
        let all = |profiles: &[Profile], side: fn(&Step) -> (usize, usize)| {
            let places = steps.iter().map(side).flat_map(|(from, count)| from..from + count);
            joined(places.map(|place| &profiles[place]).collect::<Vec<_>>())
        };
        let source = all(texts.source.1, |step| step.source);
        let page = all(texts.page.1, |step| step.page);
        let is_section = matches!(texts.source.0[steps[0].source.0].kind, Kind::Heading(_));
        let has_id = steps.iter().any(|step| {
            let id = |atoms: &[Atom], (at, n): (usize, usize)| {
                atoms[at..at + n].iter().find_map(|a| a.id.clone())
            };
            let (one, other) = (id(texts.source.0, step.source), id(texts.page.0, step.page));
            one.is_some() && one == other
        });
        let before = if is_section { REPLACED } else { REPLACED_WITHIN };
        let odds = before * (-texts.costs.evidence(&source, &page)).min(50.0).exp();
        if !has_id {
            for sure in &mut sure[at..at + steps.len()] {
                *sure *= 1.0 / (1.0 + odds);
            }
        }
        at += steps.len();
    }
}

/// By piece, the number of the heading that it stands below.
fn heads(atoms: &[Atom]) -> Vec<usize> {
    let mut head = 0;
    let number = |atom: &Atom| {
        head += usize::from(matches!(atom.kind, Kind::Heading(_)));
        head
    };
    atoms.iter().map(number).collect()
}
