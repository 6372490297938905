//! Pages of one document in several languages, found by their paths, by what their
//! front matter shares, by their addresses, and by their names.

use std::collections::{BTreeMap, BTreeSet};

use ereje::locale::Locale;

use super::sheet::Sheet;

/// A document: its pages by language, as numbers of sheets.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// Its path without languages.
    pub(super) key: Vec<String>,
    pub(super) pages: BTreeMap<Locale, usize>,
    /// How pages came together, where their paths alone do not say so.
    pub(super) notes: Vec<String>,
}

impl Document {
    /// The last part of its path, in lower case.
    fn name(&self) -> Option<String> {
        self.key.last().map(|name| name.to_lowercase())
    }

    fn is_apart_from(&self, other: &Document) -> bool {
        self.pages.keys().all(|locale| !other.pages.contains_key(locale))
    }
}

/// A page with its language and what is left of its path.
pub(super) struct Placed {
    pub(super) sheet: usize,
    pub(super) locale: Locale,
    pub(super) key: Vec<String>,
    /// Whether its path or front matter says its language.
    pub(super) is_marked: bool,
}

/// Puts pages together; gives those that are second ones, with the number of the first.
pub(super) fn of(
    sheets: &[Sheet<'_>],
    mut placed: Vec<Placed>,
) -> (Vec<Document>, Vec<(usize, usize)>) {
    // What says its language comes before what does not.
    placed.sort_by_key(|page| (!page.is_marked, page.sheet));
    let mut by_key: BTreeMap<Vec<String>, Document> = BTreeMap::new();
    let mut seconds = Vec::new();
    for page in placed {
        let lower: Vec<String> = page.key.iter().map(|part| part.to_lowercase()).collect();
        let document = by_key.entry(lower).or_insert_with(|| Document {
            key: page.key.clone(),
            pages: BTreeMap::new(),
            notes: Vec::new(),
        });
        match document.pages.get(&page.locale) {
            Some(first) => seconds.push((page.sheet, *first)),
            None => {
                document.pages.insert(page.locale, page.sheet);
            }
        }
    }
    let mut documents: Vec<Document> = by_key.into_values().collect();
    join(&mut documents, "their front matter names the same document", |document| {
        document.pages.values().filter_map(|at| sheets[*at].shared()).collect()
    });
    join(&mut documents, "they have the same address but for the language", |document| {
        let links = document.pages.iter().filter_map(|(locale, at)| {
            let parts = sheets[*at].permalink()?.split('/');
            let is_other = |part: &&str| Locale::meant(part).as_ref() != Some(locale);
            let parts: Vec<&str> = parts.filter(is_other).collect();
            Some(parts.join("/").to_lowercase()).filter(|link| !link.is_empty())
        });
        links.collect()
    });
    join(&mut documents, "they have the same name in different folders", |document| {
        document.name().into_iter().collect()
    });
    lone(&mut documents);
    (documents, seconds)
}

/// Brings documents together that share something and no language.
fn join(documents: &mut Vec<Document>, why: &str, shared: impl Fn(&Document) -> BTreeSet<String>) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, document) in documents.iter().enumerate() {
        for shared in shared(document) {
            groups.entry(shared).or_default().push(at);
        }
    }
    let mut gone = BTreeSet::new();
    for group in groups.into_values() {
        let group: Vec<usize> = group.into_iter().filter(|at| !gone.contains(at)).collect();
        let is_apart = |(nth, at): (usize, &usize)| {
            group[nth + 1..].iter().all(|other| documents[*at].is_apart_from(&documents[*other]))
        };
        // Where two are in one language, nobody knows whose the others are.
        let [first, others @ ..] = group.as_slice() else { continue };
        if others.is_empty() || !group.iter().enumerate().all(is_apart) {
            continue;
        }
        for other in others {
            let pages = std::mem::take(&mut documents[*other].pages);
            documents[*first].pages.extend(pages);
            gone.insert(*other);
        }
        documents[*first].notes.push(format!("Its pages were brought together because {why}."));
    }
    documents.retain(|document| !document.pages.is_empty());
}

/// One document a language, and each in another one: the same under other names.
fn lone(documents: &mut Vec<Document>) {
    let languages: BTreeSet<&Locale> =
        documents.iter().flat_map(|document| document.pages.keys()).collect();
    let is_lone = documents.iter().all(|document| document.pages.len() == 1);
    if documents.len() < 2 || !is_lone || languages.len() != documents.len() {
        return;
    }
    let mut all = documents.split_off(1);
    for other in &mut all {
        documents[0].pages.append(&mut other.pages);
    }
    documents[0].notes.push(
        "Its pages were brought together because there is one in each language. Look whether it is \
         the same document."
            .to_owned(),
    );
}
