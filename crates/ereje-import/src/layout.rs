//! A folder of pages as policies in languages: which page is which, by the shapes
//! that people and generators of sites keep such pages in. What is found is a
//! proposal, which a person reads before anything is made of it.
//!
//! - `privacy/ru.md`, `ru/privacy.md`, `privacy.ru.md`, `privacy-ru.md`;
//! - Jekyll: pages with `lang`, `ref` and `permalink` in their front matter;
//! - Hugo: `content/ru/privacy.md`, `content/privacy.ru.md`, `privacy/index.ru.md`;
//! - Docusaurus: `docs/privacy.md` and `i18n/ru/docusaurus-plugin-content-docs/current/privacy.md`.
//!
//! A page without a language in its path is in the one that its words are of, or in
//! the default language of the site.

mod documents;
mod evidence;
mod names;
mod outside;
mod past;
mod places;
mod sheet;
mod site;
mod source;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use ereje::diagnostic::Place;
use ereje::import_plan::{PlannedAccept, PlannedPage, PlannedPolicy};
use ereje::locale::Locale;

use documents::{Document, Placed};
use evidence::Found;
pub use past::Past;
use sheet::Sheet;
pub use site::{SITE_FILES, default_language};
pub use source::Source;

/// A page of the folder.
#[derive(Clone, Copy, Debug)]
pub struct Page<'p> {
    /// Its path below the folder, with `/` between names.
    pub path: &'p str,
    /// What it says.
    pub text: &'p str,
}

/// What is known besides the pages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// What the folder is called.
    pub folder: &'a str,
    /// The source locale, where it was given.
    pub source: Option<&'a Locale>,
    /// The default locale of the workspace that the pages come into.
    pub workspace: Option<&'a Locale>,
    /// The default language of the site, and the file that names it.
    pub site: Option<(&'a Locale, &'a str)>,
}

/// What a folder could become.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// The policies, by their ids.
    pub policies: Vec<PlannedPolicy>,
    /// Pages that stay out, with the reason, by their paths.
    pub left_out: Vec<(String, String)>,
    /// Folders with revisions of one page, which are no pages of today.
    pub pasts: Vec<Past>,
    /// The language that most policies are written in first.
    pub source: Option<Source>,
    /// Addresses that two pages have: the address, and both paths.
    pub clashes: Vec<(String, String, String)>,
}

/// Why the front page of a folder is left out.
const FRONT: &str = "it leads to the pages of its folder";

/// Proposes what the pages of a folder become.
#[must_use]
pub fn propose(pages: &[Page<'_>], asked: &Asked<'_>) -> Proposal {
    let mut proposal = Proposal::default();
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    let mut sheets: Vec<Sheet<'_>> = Vec::new();
    let (pasts, pages) = past::apart(pages, asked.folder);
    for page in pages {
        match Sheet::read(page.path, page.text) {
            Ok(sheet) => match outside::why(&sheet) {
                Some(why) => drop(out.insert(page.path.to_owned(), why)),
                None => sheets.push(sheet),
            },
            Err(why) => drop(out.insert(page.path.to_owned(), why)),
        }
    }
    sheets.sort_by_key(|sheet| sheet.path);
    let known: Vec<&Locale> = [asked.source, asked.workspace, asked.site.map(|(locale, _)| locale)]
        .into_iter()
        .flatten()
        .collect();
    let found = evidence::of(&sheets, &known);
    let placed = place(&sheets, &found, asked, &mut out);
    let (mut documents, seconds) = documents::of(&sheets, placed);
    leave_out(&sheets, &mut documents, asked, &mut out);
    for (second, first) in seconds {
        let why = out.get(sheets[first].path).cloned().unwrap_or_else(|| {
            format!("{} is the same document in the same language", sheets[first].path)
        });
        out.insert(sheets[second].path.to_owned(), why);
    }
    let source = source::of(&found, &documents, asked);
    names::name(&sheets, documents, source.as_ref(), asked, &mut proposal);
    proposal.source = source;
    proposal.pasts = pasts;
    for past in &proposal.pasts {
        out.extend(past.places().into_iter().map(|place| (place, past.why())));
    }
    proposal.left_out = out.into_iter().collect();
    proposal
}

/// Gives each page its language and what is left of its path without it.
fn place(
    sheets: &[Sheet<'_>],
    found: &[Found],
    asked: &Asked<'_>,
    out: &mut BTreeMap<String, String>,
) -> Vec<Placed> {
    let usual = source::usual(sheets, found, asked);
    let marked: BTreeSet<&Locale> = found
        .iter()
        .filter_map(|found| if let Found::Marked(locale) = found { Some(locale) } else { None })
        .chain(&usual)
        .collect();
    let mut placed = Vec::new();
    for (nth, (sheet, found)) in sheets.iter().zip(found).enumerate() {
        let (locale, is_marked) = match found {
            Found::Marked(locale) => (locale.clone(), true),
            Found::Misplaced(locale, language) => {
                let what = language.map_or_else(
                    || format!("its text is not in `{locale}`"),
                    |language| format!("its text seems to be in `{language}`"),
                );
                let why = format!("it stands where pages in `{locale}` are, and {what}");
                out.insert(sheet.path.to_owned(), why);
                continue;
            }
            Found::Unmarked => {
                // The tag that other pages have, where there is one: `pt-BR` for `pt`.
                let of = |language: &'static str| {
                    let mut same = marked.iter().filter(|locale| locale.language() == language);
                    let one = same.next().filter(|_| same.next().is_none());
                    one.map(|locale| (*locale).clone()).or_else(|| Locale::parse(language).ok())
                };
                let is_usual = usual.as_ref().filter(|usual| sheet.is_in(usual) == Some(true));
                let locale = is_usual
                    .cloned()
                    .or_else(|| sheet.language().and_then(of))
                    .or_else(|| usual.clone().filter(|usual| sheet.is_in(usual) != Some(false)));
                let Some(locale) = locale else {
                    let is_front = places::stands_for_its_folder(sheet)
                        && sheets.len() > 1
                        && sheet.dirs.iter().all(|dir| names::is_root(dir));
                    let why = match is_front {
                        true => FRONT,
                        false => "nothing says in which language it is",
                    };
                    out.insert(sheet.path.to_owned(), why.to_owned());
                    continue;
                };
                (locale, false)
            }
        };
        let key = places::document(sheet, Some(&locale).filter(|_| is_marked));
        placed.push(Placed { sheet: nth, locale, key, is_marked });
    }
    placed
}

/// Takes out documents that only lead to others, and those that are no policies where
/// many are none: a folder of policies may have some with odd names, and the
/// documentation of a product has a page for everything.
fn leave_out(
    sheets: &[Sheet<'_>],
    documents: &mut Vec<Document>,
    asked: &Asked<'_>,
    out: &mut BTreeMap<String, String>,
) {
    let keys: Vec<Vec<String>> = documents.iter().map(|document| document.key.clone()).collect();
    let mut leave = |document: &Document, why: &str| {
        for at in document.pages.values() {
            out.insert(sheets[*at].path.to_owned(), why.to_owned());
        }
    };
    documents.retain(|document| {
        let mut pages = document.pages.values().map(|at| &sheets[*at]);
        if keys.len() < 2 || !pages.all(places::stands_for_its_folder) {
            return true;
        }
        let is_below =
            |key: &Vec<String>| key.len() > document.key.len() && key.starts_with(&document.key);
        let is_front = document.key.iter().all(|part| names::is_root(part));
        // A policy whose annexes stand in its folder is the page of that folder. The page
        // of the whole has to be called one besides, as sites begin with words of welcome.
        let says_something = document.pages.values().map(|at| &sheets[*at]).any(|sheet| {
            sheet.has_text_of_its_own()
                && (!is_front
                    || !sheet.stem.eq_ignore_ascii_case("readme")
                        && outside::is_policy_word(sheet.title()))
        });
        if !says_something && (is_front || keys.iter().any(is_below)) {
            leave(document, FRONT);
            return false;
        }
        true
    });
    let is_policy = |document: &Document| {
        document.pages.values().any(|at| outside::looks_like_a_policy(&sheets[*at]))
    };
    let policies = documents.iter().filter(|document| is_policy(document)).count();
    let is_of_policies = outside::is_policy_word(asked.folder);
    if policies == 0 || is_of_policies || policies * 3 >= documents.len() * 2 {
        return;
    }
    documents.retain(|document| {
        let is_it = is_policy(document);
        if !is_it {
            leave(document, "neither its name nor its title says that it is a policy");
        }
        is_it
    });
}

/// A page of the plan, taken as it is.
fn planned(locale: Locale, file: &str, permalink: Option<String>) -> PlannedPage {
    PlannedPage {
        locale,
        file: file.to_owned(),
        permalink,
        accept: PlannedAccept::Nothing,
        partial: false,
        place: Place::new("", 0..0),
    }
}
