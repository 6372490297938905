//! How badly two pieces of text fit together, in nats: minus the logarithm of how
//! much likelier they are a text and its translation than any two texts.
//!
//! Lengths are weighed as by W. A. Gale and K. W. Church, “A Program for Aligning
//! Sentences in Bilingual Corpora”, Computational Linguistics 19 (1), 1993: the
//! longer text is, the nearer its translation comes to the usual ratio. Their
//! variance, 6.8 for each character, is of single sentences of one corpus; a share
//! of the length is added, since policies are translated more freely.

use std::collections::HashMap;

use super::atoms::{Atom, Kind};
use super::features::{Feature, Profile};

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
    weights: HashMap<Feature, f64>,
    /// How long the page is for each character of the source.
    ratio: f64,
    knows_concepts: bool,
}

impl Costs {
    pub(super) fn new(source: &[Profile], page: &[Profile]) -> Costs {
        let length = |all: &[Profile]| all.iter().map(|one| one.length).sum::<f64>().max(1.0);
        // Texts that are cut or grown tell less of the language than whole ones.
        let ratio = (length(page) / length(source)).clamp(0.3, 3.0);
        let has = |all: &[Profile]| {
            let known =
                |one: &&Profile| one.features.iter().any(|f| matches!(f, Feature::Concept(_)));
            all.iter().filter(known).count() * 3 >= all.len()
        };
        let knows_concepts = has(source) && has(page);
        Costs { weights: super::features::weights(source, page), ratio, knows_concepts }
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
        let weight = |feature: &Feature| self.weights.get(feature).copied().unwrap_or(0.0);
        let mut sum = 0.0;
        for feature in &one.features {
            let weight = weight(feature);
            let (has, lacks) = feature.strength();
            if other.features.contains(feature) {
                sum += weight * has;
            } else if self.knows_concepts || !matches!(feature, Feature::Concept(_)) {
                sum -= weight * lacks;
            }
        }
        for feature in other.features.difference(&one.features) {
            if self.knows_concepts || !matches!(feature, Feature::Concept(_)) {
                sum -= weight(feature) * feature.strength().1;
            }
        }
        sum.clamp(-8.0, 14.0)
    }
}

impl Costs {
    /// How much speaks for two clauses saying the same, in nats: what they share
    /// less what only one of them has, be it nowhere on the other side.
    pub(super) fn evidence(&self, one: &Profile, other: &Profile) -> f64 {
        let alone = |feature: &&Feature| match feature {
            Feature::Address(_) => 2.0,
            Feature::Number(_) => 1.0,
            Feature::Concept(_) if self.knows_concepts => 0.4,
            _ => 0.0,
        };
        let is_strange = |feature: &&Feature| !self.weights.contains_key(*feature);
        let strange: f64 = one
            .features
            .symmetric_difference(&other.features)
            .filter(is_strange)
            .map(|feature| alone(&feature))
            .sum();
        let lacking = |feature: &Feature| match self.weights.get(feature) {
            Some(weight) => weight * feature.strength().1,
            None => 0.0,
        };
        let lacks: f64 = one.features.symmetric_difference(&other.features).map(lacking).sum();
        // One word in common is chance; an address is not.
        let common = |feature: &Feature| {
            let most = if matches!(feature, Feature::Address(_)) { 6.0 } else { MOST_COMMON };
            self.weights.get(feature).map_or(0.0, |weight| weight * feature.strength().0).min(most)
        };
        let shares: f64 = one.features.intersection(&other.features).map(common).sum();
        shares - lacks - strange
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
        all.features.extend(profile.features.iter().cloned());
        all.length += profile.length;
        all.links += profile.links;
        all.ends_with_colon = profile.ends_with_colon;
        if nth == 0 {
            all.begins_strong = profile.begins_strong;
        }
    }
    all
}
