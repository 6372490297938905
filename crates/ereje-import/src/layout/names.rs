//! Documents as policies: ids that differ, the source locale of each, and addresses
//! that no two pages share.

use std::collections::{BTreeMap, BTreeSet};

use ereje::diagnostic::Place;
use ereje::import_plan::PlannedPolicy;
use ereje::locale::Locale;
use ereje::manifest::is_policy_name;

use super::documents::Document;
use super::sheet::Sheet;
use super::source::Source;
use super::{Asked, Proposal, planned};
use crate::ids;

/// Folders that sites keep all their pages in.
const ROOTS: [&str; 8] = ["content", "docs", "src", "pages", "_pages", "_docs", "site", "website"];

/// Names that policies can not have, and what they get instead.
const TAKEN: [(&str, &str); 2] = [("terms", "terms-of-use"), ("notice", "legal-notice")];

/// Whether a folder is one that sites keep all their pages in.
pub(super) fn is_root(name: &str) -> bool {
    ROOTS.contains(&name)
}

/// The id of a document that is called so.
pub(super) fn id_of(name: &str) -> String {
    let id = ids::latin_name(name);
    match TAKEN.iter().find(|(taken, _)| *taken == id) {
        Some((_, instead)) => (*instead).to_owned(),
        None if is_policy_name(&id) => id,
        None => "policy".to_owned(),
    }
}

/// Makes policies of documents.
pub(super) fn name(
    sheets: &[Sheet<'_>],
    documents: Vec<Document>,
    source: Option<&Source>,
    asked: &Asked<'_>,
    proposal: &mut Proposal,
) {
    let mut counts: BTreeMap<Locale, usize> = BTreeMap::new();
    for locale in documents.iter().flat_map(|document| document.pages.keys()) {
        *counts.entry(locale.clone()).or_default() += 1;
    }
    let ids = ids(&documents, asked);
    let mut links: BTreeMap<String, &str> = BTreeMap::new();
    for (document, id) in documents.into_iter().zip(ids) {
        let usual = source.map(|source| &source.locale);
        let most = document.pages.keys().max_by_key(|locale| counts[*locale]);
        let own = usual.filter(|usual| document.pages.contains_key(*usual)).or(most);
        let Some(own) = own.cloned() else { continue };
        let mut notes = document.notes;
        let last = document.key.last().map_or(asked.folder, String::as_str);
        if let Some((taken, _)) = TAKEN.iter().find(|(taken, _)| *taken == ids::latin_name(last)) {
            notes.push(format!("`{taken}` is the name of another file in each language."));
        }
        if usual.is_some_and(|usual| *usual != own) {
            notes.push(format!("It is not there in `{}`.", usual.map_or("", |usual| usual.tag())));
        }
        let order = document.pages.iter().filter(|(locale, _)| **locale == own);
        let order = order.chain(document.pages.iter().filter(|(locale, _)| **locale != own));
        let first = document.pages.get(&own).and_then(|at| sheets[*at].permalink());
        let mut pages = Vec::new();
        for (locale, at) in order {
            let sheet = &sheets[*at];
            let has_tag = |link: &str| link.split('/').any(|part| part == locale.tag());
            let said =
                sheet.permalink().or(first.filter(|link| *locale != own && !moves(link, &own)));
            let link = said.map(|link| {
                let is_first = *locale == own || has_tag(link) || Some(link) != first;
                if is_first { link.to_owned() } else { format!("{}/{link}", locale.tag()) }
            });
            if let Some(link) = &link {
                if sheet.permalink() != Some(link) {
                    notes.push(format!(
                        "`{link}` is a proposal for `{locale}`: its page has no address of its own."
                    ));
                }
                if let Some(other) = links.insert(link.to_lowercase(), sheet.path) {
                    let clash = (link.clone(), other.to_owned(), sheet.path.to_owned());
                    proposal.clashes.push(clash);
                }
            }
            pages.push(planned(locale.clone(), sheet.path, link));
        }
        let place = Place::new("", 0..0);
        proposal.policies.push(PlannedPolicy { id, place, source_locale: own, pages, notes });
    }
    proposal.policies.sort_by(|a, b| a.id.cmp(&b.id));
}

/// Whether an address becomes another one for another language by itself.
fn moves(link: &str, own: &Locale) -> bool {
    link.split('/').any(|part| part == own.tag())
}

/// An id for each document: its name, with those of its folders where others are
/// called so too.
fn ids(documents: &[Document], asked: &Asked<'_>) -> Vec<String> {
    let name = |document: &Document, parts: usize| {
        let own: Vec<&str> =
            document.key.iter().map(String::as_str).filter(|part| !is_root(part)).collect();
        let from = own.len().saturating_sub(parts);
        let name = own[from..].join("-");
        let whole = document.key.last().map_or(asked.folder, String::as_str);
        id_of(if name.is_empty() { whole } else { &name })
    };
    let deepest = documents.iter().map(|document| document.key.len()).max().unwrap_or(1).max(1);
    let mut ids: Vec<String> = documents.iter().map(|document| name(document, 1)).collect();
    for parts in 2..=deepest {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for id in &ids {
            *times.entry(id).or_default() += 1;
        }
        let again: Vec<bool> = ids.iter().map(|id| times[id.as_str()] > 1).collect();
        for ((id, document), _) in
            ids.iter_mut().zip(documents).zip(again).filter(|(_, again)| *again)
        {
            *id = name(document, parts);
        }
    }
    let mut taken = BTreeSet::new();
    for id in &mut ids {
        let wanted = id.clone();
        let mut number = 2;
        while !taken.insert(id.to_lowercase()) {
            *id = format!("{wanted}-{number}");
            number += 1;
        }
    }
    ids
}
