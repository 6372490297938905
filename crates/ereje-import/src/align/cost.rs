//! How badly two pieces of text fit together, in nats: minus the logarithm of how
//! much likelier they are a text and its translation than any two texts.
//!
//! Lengths are weighed as by W. A. Gale and K. W. Church, “A Program for Aligning
//! Sentences in Bilingual Corpora”, Computational Linguistics 19 (1), 1993: the
//! longer text is, the nearer its translation comes to the usual ratio. Their
//! variance, 6.8 for each character, is of single sentences of one corpus; a share
//! of the length is added, since policies are translated more freely.

use std::cmp::Ordering;

use super::atoms::{Atom, Kind};
use super::features::{Feature, Profile, Profiles};

/// What it costs that a piece has no counterpart.
pub(super) const SKIP: f64 = 7.0;

/// What it costs that two pieces of one side are one of the other.
pub(super) const MERGE: f64 = 5.0;

/// More than any pair costs that can be one.
pub(super) const NEVER: f64 = 1e6;

/// Variance of a length for each character (Gale and Church, 1993).
const VARIANCE: f64 = 6.8;

/// How far a length strays besides, as a share of it.
const STRAY: f64 = 0.15;

/// What the length may cost at the most: a paragraph can be cut short.
const MOST_LENGTH: f64 = 10.0;

/// What one thing in common speaks for at the most.
const MOST_COMMON: f64 = 2.0;

/// Compares pieces of a source with those of a page.
pub(super) struct Costs {
    /// By the number of a feature.
    weights: Vec<Weight>,
    /// How long the page is for each character of the source.
    ratio: f64,
}

/// What a feature says of two pieces, in nats.
struct Weight {
    /// That they are the same, where both have it.
    has: f64,
    /// That they are not, where one of them lacks it.
    lacks: f64,
    /// The same for two clauses that were paired.
    common: f64,
    alone: f64,
}

impl Weight {
    fn of(feature: &Feature, weight: Option<f64>, knows_concepts: bool) -> Weight {
        let (has, lacks) = feature.strength();
        let (has, lacks) = weight.map_or((0.0, 0.0), |weight| (weight * has, weight * lacks));
        // One word in common is chance; an address is not.
        let most = if matches!(feature, Feature::Address(_)) { 6.0 } else { MOST_COMMON };
        // What the other text has nowhere.
        let strange = match feature {
            _ if weight.is_some() => 0.0,
            Feature::Address(_) => 2.0,
            Feature::Number(_) => 1.0,
            Feature::Concept(_) if knows_concepts => 0.4,
            _ => 0.0,
        };
        let is_told = knows_concepts || !matches!(feature, Feature::Concept(_));
        Weight {
            has,
            lacks: if is_told { lacks } else { 0.0 },
            common: has.min(most),
            alone: lacks + strange,
        }
    }
}

impl Costs {
    pub(super) fn new(texts: &Profiles) -> Costs {
        let length = |all: &[Profile]| all.iter().map(|one| one.length).sum::<f64>().max(1.0);
        // Texts that are cut or grown tell less of the language than whole ones.
        let ratio = (length(&texts.page) / length(&texts.source)).clamp(0.3, 3.0);
        let is_concept = |number: &usize| matches!(texts.features[*number].0, Feature::Concept(_));
        let has = |all: &[Profile]| {
            let known = all.iter().filter(|one| one.features.iter().any(is_concept));
            known.count() * 3 >= all.len()
        };
        let knows_concepts = has(&texts.source) && has(&texts.page);
        let weights = texts.features.iter();
        let weights = weights.map(|(feature, weight)| Weight::of(feature, *weight, knows_concepts));
        Costs { weights: weights.collect(), ratio }
    }

    /// What it costs that two pieces are a text and its translation.
    pub(super) fn pair(&self, (a, one): (&Atom, &Profile), (b, other): (&Atom, &Profile)) -> f64 {
        let kinds = kinds(a.kind, b.kind);
        if kinds >= NEVER {
            return NEVER;
        }
        let id = match (&a.id, &b.id) {
            (Some(a), Some(b)) if a == b => -12.0,
            _ => 0.0,
        };
        kinds + id + self.contents(one, other)
    }

    /// The same of several pieces on one side, without what kind they are of.
    pub(super) fn contents(&self, one: &Profile, other: &Profile) -> f64 {
        let differs = |a: bool, b: bool| if a == b { 0.0 } else { 1.0 };
        let links = one.links.abs_diff(other.links).min(3) as f64 * 0.7;
        self.lengths(one.length, other.length) - self.shared(one, other)
            + differs(one.ends_with_colon, other.ends_with_colon)
            + differs(one.begins_strong, other.begins_strong)
            + links
    }

    fn lengths(&self, one: f64, other: f64) -> f64 {
        let expected = one * self.ratio;
        let mean = (expected + other) / 2.0;
        let variance = VARIANCE * mean + (STRAY * mean).powi(2);
        let square = (other - expected).powi(2) / variance;
        // The logarithm of a normal distribution's tails, near enough.
        (square / 2.0).min(MOST_LENGTH)
    }

    fn shared(&self, one: &Profile, other: &Profile) -> f64 {
        let mut sum = 0.0;
        self.each(one, other, |weight, in_both| {
            sum += if in_both { weight.has } else { -weight.lacks };
        });
        sum.clamp(-8.0, 14.0)
    }

    /// How much speaks for two clauses saying the same, in nats: what they share
    /// less what only one of them has, be it nowhere on the other side.
    pub(super) fn evidence(&self, one: &Profile, other: &Profile) -> f64 {
        let mut sum = 0.0;
        self.each(one, other, |weight, in_both| {
            sum += if in_both { weight.common } else { -weight.alone };
        });
        sum
    }

    /// Tells each feature that either has, and whether both do.
    fn each(&self, one: &Profile, other: &Profile, mut tell: impl FnMut(&Weight, bool)) {
        let (mut one, mut other) = (one.features.as_slice(), other.features.as_slice());
        while let ([a, rest_of_one @ ..], [b, rest_of_other @ ..]) = (one, other) {
            let order = a.cmp(b);
            tell(&self.weights[*a.min(b)], order == Ordering::Equal);
            if order != Ordering::Greater {
                one = rest_of_one;
            }
            if order != Ordering::Less {
                other = rest_of_other;
            }
        }
        one.iter().chain(other).for_each(|number| tell(&self.weights[*number], false));
    }
}

/// What it costs that pieces are of different kinds.
fn kinds(one: Kind, other: Kind) -> f64 {
    match (one, other) {
        (Kind::Heading(a), Kind::Heading(b)) => f64::from(a.abs_diff(b)) * 1.5 - 1.0,
        (Kind::Paragraph, Kind::Paragraph) => 0.0,
        (Kind::Item(a, m), Kind::Item(b, n)) => {
            let numbered = if m.is_some() == n.is_some() { 0.0 } else { 1.0 };
            f64::from(a.abs_diff(b)) * 2.0 + numbered - 0.5
        }
        (Kind::Table(a, b), Kind::Table(c, d)) => {
            (a.abs_diff(c) + b.abs_diff(d)).min(6) as f64 - 4.0
        }
        (Kind::Other(a), Kind::Other(b)) if a == b => -2.0,
        (Kind::Paragraph, Kind::Item(..)) | (Kind::Item(..), Kind::Paragraph) => 4.0,
        (Kind::Paragraph, Kind::Other("quotation"))
        | (Kind::Other("quotation"), Kind::Paragraph) => 4.0,
        (Kind::Heading(_), Kind::Paragraph) | (Kind::Paragraph, Kind::Heading(_)) => 6.0,
        _ => NEVER,
    }
}

/// Several pieces as one.
pub(super) fn joined<'p>(profiles: impl IntoIterator<Item = &'p Profile>) -> Profile {
    let mut all = Profile::default();
    for (nth, profile) in profiles.into_iter().enumerate() {
        all.features.extend_from_slice(&profile.features);
        all.length += profile.length;
        all.links += profile.links;
        all.ends_with_colon = profile.ends_with_colon;
        if nth == 0 {
            all.begins_strong = profile.begins_strong;
        }
    }
    all.features.sort_unstable();
    all.features.dedup();
    all
}
