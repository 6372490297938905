//! Two large workspaces of which a little differs: the day of a release.

use std::hint::black_box;
use std::time::Duration;

use ereje::document::{Clause, Document};
use ereje::locale::Locale;
use ereje_diff::compare;
use rayon::prelude::*;

use super::super::locales::{LANGUAGES, Language};
use super::super::random::Random;
use super::super::synthetic::words;
use super::clauses::{clause, document};
use super::{best, timed};

/// Id, heading and text of a clause, as a version holds them.
type Frozen = (String, String, String);

/// Both texts of a document.
struct Page {
    locale: Locale,
    old: Vec<Frozen>,
    new: Vec<Frozen>,
}

/// What it took, on one core.
pub(super) struct Measured {
    /// Reading both workspaces: their CommonMark to documents.
    pub(super) read: Duration,
    /// Comparing each document with the one that it became.
    pub(super) compared: Duration,
    /// Clauses that are not the same.
    pub(super) changed: usize,
}

/// How many languages the documents are in.
pub(super) const LOCALES: usize = 8;

/// Measures so many documents of so many clauses, of which one in fifty differs.
pub(super) fn measure(documents: usize, clauses: usize, runs: usize) -> Measured {
    let languages = LANGUAGES.iter().cycle().take(LOCALES).cycle().take(documents);
    let languages: Vec<(usize, &Language)> = languages.enumerate().collect();
    let pages: Vec<Page> = languages
        .into_par_iter()
        .filter_map(|(nth, language)| page(nth, language, clauses))
        .collect();
    let read = || -> (Vec<Document>, Vec<Document>) {
        let one = |page: &Page, texts: &[Frozen]| {
            let clauses = texts.iter().map(|(id, heading, text)| read(id, heading, text));
            document(&page.locale, clauses.collect())
        };
        (
            pages.iter().map(|page| one(page, &page.old)).collect(),
            pages.iter().map(|page| one(page, &page.new)).collect(),
        )
    };
    let time_to_read = best(runs, || timed(read));
    let (old, new) = read();
    let mut changed = 0;
    let compared = best(runs, || {
        timed(|| {
            let pairs = old.iter().zip(&new);
            let changes = pairs.map(|(old, new)| black_box(compare(old, new)).clauses.len());
            changed = changes.sum();
        })
    });
    Measured { read: time_to_read, compared, changed }
}

fn read(id: &str, heading: &str, text: &str) -> Clause {
    clause(id.to_owned(), 2, Some(heading), text)
}

/// A document before and after.
fn page(nth: usize, language: &Language, clauses: usize) -> Option<Page> {
    let mut random = Random::named(&format!("{}/{nth}", language.tag));
    let mut old = Vec::with_capacity(clauses);
    let mut new = Vec::with_capacity(clauses);
    let mut last = Vec::new();
    for at in 0..clauses {
        let heading = words(language, 3, &mut random);
        let sentences: Vec<String> = (0..5).map(|_| words(language, 12, &mut random)).collect();
        old.push((format!("c{at}"), heading.clone(), text(&sentences)));
        if !random.once_in(50) {
            new.push((format!("c{at}"), heading, text(&sentences)));
            continue;
        }
        match random.below(10) {
            0 => new.push((format!("renamed{at}"), heading, text(&sentences))),
            1 => last.push((format!("c{at}"), heading, text(&sentences))),
            _ => {
                let mut sentences = sentences;
                let which = random.below(sentences.len());
                sentences[which] = words(language, 12, &mut random);
                new.push((format!("c{at}"), heading, text(&sentences)));
            }
        }
    }
    new.extend(last);
    Some(Page { locale: Locale::parse(language.tag).ok()?, old, new })
}

/// Two paragraphs, of which the first has strong words.
fn text(sentences: &[String]) -> String {
    let (first, second) = sentences.split_at(sentences.len() / 2);
    format!("**{}**\n\n{}", first.join(" "), second.join(" "))
}
