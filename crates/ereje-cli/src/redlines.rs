//! What changed between two documents, for pages, notices and the terminal.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use ereje::catalog::{Catalog, FtlFile};
use ereje::change::{Changes, ClauseChange, Kind, Op};
use ereje::compose::compose;
use ereje::document::Document;
use ereje::fact::Facts;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::markup::Markup;
use ereje::version::{Release, stated_facts};
use ereje_diff::{Reason, Redline, knows, weigh_translation};

use crate::inputs::Inputs;
use crate::plan::{Plan, texts_path};

/// How much a change weighs, and why.
pub(crate) struct Weight {
    pub(crate) kind: Kind,
    /// What tells, by clause, the weightiest first; languages by their tags.
    pub(crate) reasons: Vec<Told>,
    /// Languages that were weighed and whose negations are not known.
    unknown: Vec<Locale>,
}

/// A reason in a language.
pub(crate) struct Told {
    pub(crate) kind: Kind,
    pub(crate) words: String,
    of: Of,
}

/// What a reason is about, in the order in which they are told.
#[derive(Clone, PartialEq, Eq)]
enum Of {
    /// A clause of the source, or a fact.
    Source,
    /// A clause that a translation changed on its own.
    Translation(Locale),
    /// What the page is called in a language, whether it has it, or that it is the source.
    Around(Locale),
}

impl Of {
    /// Where it is told: languages in the order of the policy.
    fn rank(&self, manifest: &Manifest) -> (usize, usize) {
        match self {
            Of::Source => (0, 0),
            Of::Translation(locale) => (1, manifest.rank(locale)),
            Of::Around(locale) => (2, manifest.rank(locale)),
        }
    }
}

impl Weight {
    /// Of a first version, which changes nothing.
    pub(crate) fn first() -> Weight {
        Weight { kind: Kind::Material, reasons: Vec::new(), unknown: Vec::new() }
    }

    /// The same with what makes it material besides its texts.
    pub(crate) fn and_material(mut self, words: &str) -> Weight {
        self.kind = Kind::Material;
        let told = Told { kind: Kind::Material, words: words.to_owned(), of: Of::Source };
        self.reasons.insert(0, told);
        self
    }

    /// The same with languages in the order of the policy, for people.
    pub(crate) fn in_order_of(mut self, manifest: &Manifest) -> Weight {
        self.reasons.sort_by_key(|told| (Reverse(told.kind), told.of.rank(manifest)));
        self.unknown.sort_by_key(|locale| manifest.rank(locale));
        self
    }

    /// Why, in a line.
    pub(crate) fn in_words(&self) -> String {
        let reasons = self.reasons.iter().filter(|reason| reason.kind == self.kind);
        let words: Vec<&str> = reasons.map(|reason| reason.words.as_str()).collect();
        match words.as_slice() {
            [] => "nothing that weighs more changed".to_owned(),
            all if all.len() <= 3 => all.join("; "),
            all => format!("{}; and {} more", all[..3].join("; "), all.len() - 3),
        }
    }

    /// What could not be looked at.
    pub(crate) fn caution(&self) -> Option<String> {
        let names: Vec<String> = self.unknown.iter().map(|locale| format!("`{locale}`")).collect();
        (!names.is_empty()).then(|| {
            format!(
                "negations and words such as “may” and “must” are not known in {}: look for them \
                 yourself",
                names.join(", ")
            )
        })
    }
}

/// A text of a policy in all its languages: a released version, or the texts of
/// a workspace.
pub(crate) struct Side {
    /// Its languages.
    pub(crate) documents: BTreeMap<Locale, Document>,
    /// The language that binds.
    pub(crate) source: Locale,
    facts: Facts,
    /// The facts that some clause states.
    stated: BTreeSet<String>,
    /// Whether something is left out, since it is missing or can not be shown.
    pub(crate) is_partial: bool,
}

impl Side {
    /// A released version.
    pub(crate) fn of_release(release: &Release, manifest: &Manifest) -> Side {
        let locales = release.texts.keys();
        let documents = locales
            .filter_map(|locale| Some((locale.clone(), release.document(locale, manifest)?)));
        let stated = release.version.clauses.iter().flat_map(|clause| clause.facts.clone());
        Side {
            documents: documents.collect(),
            source: release.version.source_locale.clone(),
            facts: release.version.facts.clone(),
            stated: stated.collect(),
            is_partial: false,
        }
    }

    /// Two versions, one after the other, to be compared with each other and nothing
    /// else: of what is the same in both, only so much is read as that takes.
    pub(crate) fn of_step(old: &Release, new: &Release, manifest: &Manifest) -> (Side, Side) {
        let side = |release: &Release, documents| Side {
            documents,
            stated: release.version.clauses.iter().flat_map(|plan| plan.facts.clone()).collect(),
            source: release.version.source_locale.clone(),
            facts: release.version.facts.clone(),
            is_partial: false,
        };
        let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
        let locales: BTreeSet<&Locale> = old.texts.keys().chain(new.texts.keys()).collect();
        for locale in locales {
            let (was, is) = match old.documents_of_step(new, locale, manifest) {
                Some((was, is)) => (Some(was), Some(is)),
                None => (old.document(locale, manifest), new.document(locale, manifest)),
            };
            before.extend(was.map(|was| (locale.clone(), was)));
            after.extend(is.map(|is| (locale.clone(), is)));
        }
        (side(old, before), side(new, after))
    }

    /// The texts of a workspace, without what can not be shown.
    pub(crate) fn of_texts(manifest: &Manifest, plan: &Plan, inputs: &Inputs) -> Side {
        let mut side = Side {
            documents: BTreeMap::new(),
            source: manifest.source_locale.clone(),
            facts: manifest.facts.clone(),
            stated: BTreeSet::new(),
            is_partial: false,
        };
        for locale in &manifest.locales {
            let path = texts_path(&manifest.id, locale);
            if !inputs.files.contains_key(&path) {
                side.is_partial = true;
                continue;
            }
            let file = FtlFile::parse(&path, inputs.read(&path).unwrap_or_default());
            let terms = plan.terms.get(locale);
            let catalog = Catalog::new(locale, &file, terms, &manifest.facts, manifest.published);
            let document = compose(manifest, &catalog);
            side.is_partial |= !document.failures.is_empty()
                || document.title.is_empty()
                || document.clauses.len() < manifest.clauses.len();
            side.documents.insert(locale.clone(), document);
            if *locale == manifest.source_locale {
                let clauses = manifest.clauses.iter();
                let facts = clauses.flat_map(|plan| stated_facts(manifest, &catalog, &plan.id));
                side.stated = facts.collect();
            }
        }
        side
    }

    fn topics(&self, id: &str) -> impl Iterator<Item = String> {
        let document = self.documents.get(&self.source);
        let clause = document.and_then(|document| document.clause(id));
        clause.into_iter().flat_map(|clause| clause.topics.clone())
    }
}

/// How much one text changes from another: by the language that binds, and by
/// what translations changed on their own.
pub(crate) fn weigh(before: &Side, after: &Side) -> Weight {
    weigh_changes(before, after, &changes(before, after))
}

/// What changed from one text to another, in each language that both have.
pub(crate) fn changes(before: &Side, after: &Side) -> BTreeMap<Locale, Changes> {
    let changed = after.documents.iter().filter_map(|(locale, new)| {
        Some((locale.clone(), compare(before.documents.get(locale)?, new)))
    });
    changed.collect()
}

/// [`weigh`], where what changed is known.
pub(crate) fn weigh_changes(
    before: &Side,
    after: &Side,
    changes: &BTreeMap<Locale, Changes>,
) -> Weight {
    let source = &after.source;
    let changes = |locale: &Locale| changes.get(locale).cloned();
    let topics = |id: &str| before.topics(id).chain(after.topics(id)).collect();
    let of_source = changes(source).unwrap_or_default();
    let mut reasons = told(ereje_diff::weigh(&of_source, source.language(), topics), &Of::Source);
    reasons.extend(changed_facts(before, after));
    let mut unknown = Vec::new();
    if !knows(source.language()) {
        unknown.push(source.clone());
    }
    let in_source: BTreeSet<&str> =
        of_source.clauses.iter().map(|change| change.id.as_str()).collect();
    for locale in after.documents.keys().filter(|locale| *locale != source) {
        let Some(mut own) = changes(locale) else { continue };
        own.clauses.retain(|change| !in_source.contains(change.id.as_str()));
        let language = locale.language();
        if !own.clauses.is_empty() && !knows(language) {
            unknown.push(locale.clone());
        }
        reasons.extend(told(weigh_translation(&own, language), &Of::Translation(locale.clone())));
    }
    reasons.extend(around(before, after));
    reasons.sort_by_key(|reason| Reverse(reason.kind));
    let kind = reasons.first().map_or(Kind::Editorial, |reason| reason.kind);
    Weight { kind, reasons, unknown }
}

fn told(reasons: Vec<Reason>, of: &Of) -> Vec<Told> {
    let place = match of {
        Of::Translation(locale) => format!(" in `{locale}`"),
        _ => String::new(),
    };
    let tell = |reason: Reason| {
        let words = format!("{}{place}", reason.in_words());
        Told { kind: reason.kind, words, of: of.clone() }
    };
    reasons.into_iter().map(tell).collect()
}

/// What changed around the clauses: what the page is called, its languages, and which of
/// them is the source.
fn around(before: &Side, after: &Side) -> Vec<Told> {
    let mut words = Vec::new();
    if before.source != after.source {
        let (was, is) = (&before.source, &after.source);
        words.push((is, format!("the source language is `{is}`, no longer `{was}`")));
    }
    for (locale, document) in &after.documents {
        match before.documents.get(locale) {
            None => words.push((locale, format!("`{locale}` is new"))),
            Some(old) => {
                let names = page(old, document).into_iter().map(|(name, _)| name);
                let told = names.map(|name| format!("the {name} changed in `{locale}`"));
                words.extend(told.map(|told| (locale, told)));
            }
        }
    }
    let gone = before.documents.keys().filter(|locale| !after.documents.contains_key(*locale));
    words.extend(gone.map(|locale| (locale, format!("`{locale}` is gone"))));
    let tell = |(locale, words): (&Locale, String)| Told {
        kind: Kind::Editorial,
        words,
        of: Of::Around(locale.clone()),
    };
    words.into_iter().map(tell).collect()
}

/// Redlines of what a page is called where that changed, with the names of the
/// messages.
pub(crate) fn page(old: &Document, new: &Document) -> Vec<(&'static str, Markup)> {
    let both =
        [("title", &old.title, &new.title), ("description", &old.description, &new.description)];
    let changed = both.into_iter().filter(|(_, old, new)| old != new);
    changed.map(|(name, old, new)| (name, Redline::new(old, new).markup())).collect()
}

/// Facts that are not what they were, where a clause states them.
fn changed_facts(before: &Side, after: &Side) -> Vec<Told> {
    let changed = after.facts.iter().filter(|(name, fact)| {
        after.stated.contains(*name) && before.facts.get(*name).is_some_and(|old| old != *fact)
    });
    let tell = |name: &String| Told {
        kind: Kind::Material,
        words: format!("the fact `{name}` changed"),
        of: Of::Source,
    };
    changed.map(|(name, _)| tell(name)).collect()
}

/// Compares two documents of one language.
pub(crate) fn compare(old: &Document, new: &Document) -> Changes {
    ereje_diff::compare(old, new)
}

/// What happened to a clause, with the other clauses that it has to do with: for
/// people who know clauses by their ids.
pub(crate) fn what(change: &ClauseChange) -> String {
    let related = change.related.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let before = if related.is_empty() { String::new() } else { format!(", it was {related}") };
    match (change.op, related.is_empty()) {
        (Op::Added, true) => "new".to_owned(),
        (Op::Added, false) => format!("new, split from {related}"),
        (Op::Removed, true) => "removed".to_owned(),
        (Op::Removed, false) => format!("removed, its words are in {related} now"),
        (Op::Moved, _) => "moved".to_owned(),
        (Op::Changed, is_alone) => {
            let how = match (change.has_same_text(), is_alone) {
                (false, _) => "changed",
                (true, false) => "renamed",
                (true, true) => "set otherwise",
            };
            let moved = if change.moved { " and moved" } else { "" };
            format!("{how}{moved}{before}")
        }
    }
}

/// The message that says what happened to a clause.
pub(crate) fn phrase(op: Op) -> &'static str {
    match op {
        Op::Added => "change-added",
        Op::Removed => "change-removed",
        Op::Changed => "change-changed",
        Op::Moved => "change-moved",
    }
}

#[cfg(test)]
mod tests;
