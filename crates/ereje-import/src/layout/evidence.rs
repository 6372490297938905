//! Which of the languages that a path may mean is meant. A folder called `it` or
//! `no`, a page called `is.md` is in a language only where something else says so
//! too: its front matter, its words, or the same page in another language beside it.

use std::collections::{BTreeMap, BTreeSet};

use ereje::locale::Locale;
use ereje::vocabulary::LANGUAGES;

use super::places::{Reading, Slot, document, readings};
use super::sheet::Sheet;

/// Languages that many sites are written in, beside those whose words are known.
const COMMON: [&str; 15] =
    ["ar", "bg", "el", "fa", "he", "hi", "hu", "id", "ja", "ko", "no", "ro", "th", "vi", "zh"];

/// What was found out of a page.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// It is in this language, and its path or front matter says so.
    Marked(Locale),
    /// Nothing says in which language it is.
    Unmarked,
    /// It stands where pages in this language do, and is in another one.
    Misplaced(Locale, Option<&'static str>),
}

/// A candidate, and what the text says of it.
struct Candidate {
    reading: Reading,
    /// Whether the text is in that language; nothing where it does not tell.
    fits: Option<bool>,
}

/// Finds the language of each page; `known` are languages that there are for sure.
pub(super) fn of(sheets: &[Sheet<'_>], known: &[&Locale]) -> Vec<Found> {
    let candidates: Vec<Vec<Candidate>> = sheets
        .iter()
        .map(|sheet| {
            let of = |reading: Reading| Candidate { fits: sheet.is_in(&reading.locale), reading };
            readings(sheet).into_iter().map(of).collect()
        })
        .collect();
    let mut holes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for candidate in candidates.iter().flatten().filter(|candidate| candidate.may_be()) {
        holes.entry(&candidate.reading.hole).or_default().insert(candidate.reading.locale.tag());
    }
    let bare: BTreeSet<Vec<String>> = sheets.iter().map(|sheet| document(sheet, None)).collect();
    let is_sure = |sheet: &Sheet<'_>, candidate: &Candidate| {
        let reading = &candidate.reading;
        if reading.is_certain {
            // A page that was not translated yet is a copy in the folder of a language.
            return reading.slot == Slot::FrontMatter || candidate.fits != Some(false);
        }
        if !candidate.may_be() || candidate.fits == Some(true) {
            return candidate.may_be();
        }
        let is_own = is_common(&reading.locale);
        let others = holes.get(reading.hole.as_str());
        let is_beside = others.is_some_and(|others| {
            let is_other = |tag: &&&str| **tag != reading.locale.tag();
            let is_meant = |tag: &str| is_own || Locale::parse(tag).is_ok_and(|l| is_common(&l));
            others.iter().filter(is_other).any(|tag| is_meant(tag))
        });
        let is_translation = || bare.contains(&document(sheet, Some(&reading.locale)));
        is_beside
            || (reading.is_long() && reading.slot != Slot::Hyphen)
            || ((is_own || reading.slot == Slot::Point) && is_translation())
    };
    let mut sure: Vec<Vec<bool>> = sheets
        .iter()
        .zip(&candidates)
        .map(|(sheet, of)| of.iter().map(|candidate| is_sure(sheet, candidate)).collect())
        .collect();
    // A language that other pages are in for sure needs no more evidence.
    let mut languages: BTreeSet<&Locale> = known.iter().copied().collect();
    let mut places: BTreeSet<String> = BTreeSet::new();
    for (sheet, (of, sure)) in sheets.iter().zip(candidates.iter().zip(&sure)) {
        for (candidate, _) in of.iter().zip(sure).filter(|(_, sure)| **sure) {
            languages.insert(&candidate.reading.locale);
            places.insert(place(sheet, &candidate.reading));
        }
    }
    for (of, sure) in candidates.iter().zip(&mut sure) {
        for (candidate, sure) in of.iter().zip(sure) {
            *sure |= candidate.may_be() && languages.contains(&candidate.reading.locale);
        }
    }
    let decide = |((sheet, of), sure): ((&Sheet<'_>, &Vec<Candidate>), &Vec<bool>)| {
        let sure = of.iter().zip(sure).filter(|(_, sure)| **sure).map(|(candidate, _)| candidate);
        let best = sure.max_by_key(|candidate| candidate.weight());
        if let Some(best) = best {
            return Found::Marked(best.reading.locale.clone());
        }
        let is_of_others = |candidate: &&Candidate| {
            candidate.fits == Some(false)
                && (candidate.reading.is_certain
                    || places.contains(&place(sheet, &candidate.reading)))
        };
        match of.iter().find(is_of_others) {
            Some(other) => Found::Misplaced(other.reading.locale.clone(), sheet.language()),
            None => Found::Unmarked,
        }
    };
    sheets.iter().zip(&candidates).zip(&sure).map(decide).collect()
}

impl Candidate {
    /// Whether the page can be in that language at all.
    fn may_be(&self) -> bool {
        self.fits != Some(false) && (!self.reading.is_country || self.fits == Some(true))
    }

    /// Which of several counts: what the front matter says, then what the words say,
    /// then what stands nearest to the page.
    fn weight(&self) -> (bool, bool, bool, Slot) {
        let slot = self.reading.slot;
        (slot == Slot::FrontMatter, self.reading.is_certain, self.fits == Some(true), slot)
    }
}

fn is_common(locale: &Locale) -> bool {
    let language = locale.language();
    COMMON.contains(&language) || LANGUAGES.contains(&language)
}

/// Where pages in a language stand: a folder, or the way in which names end.
fn place(sheet: &Sheet<'_>, reading: &Reading) -> String {
    match reading.slot {
        Slot::Folder(at) => sheet.dirs[..=at].join("/"),
        slot => format!("{slot:?} {}", reading.locale),
    }
}
