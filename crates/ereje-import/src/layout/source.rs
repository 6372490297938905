//! The language that the policies of a folder are written in first, with the reason.

use std::collections::BTreeMap;

use ereje::locale::Locale;

use super::Asked;
use super::documents::Document;
use super::evidence::Found;
use super::sheet::Sheet;

/// A source locale that is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The language.
    pub locale: Locale,
    /// Why: a sentence, without a full stop.
    pub why: String,
    /// Nothing speaks for it more than for another one.
    pub is_guess: bool,
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Source { locale, why, is_guess } = self;
        match is_guess {
            true => write!(f, "`{locale}` is a guess for the source locale: {why}"),
            false => write!(f, "`{locale}` is the source locale: {why}"),
        }
    }
}

/// The language of pages whose paths say none: that which was asked for or that the
/// site names, else the one that most of them are in.
pub(super) fn usual(sheets: &[Sheet<'_>], found: &[Found], asked: &Asked<'_>) -> Option<Locale> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let unmarked = sheets.iter().zip(found).filter(|(_, found)| matches!(found, Found::Unmarked));
    for language in unmarked.filter_map(|(sheet, _)| sheet.language()) {
        *counts.entry(language).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    let of_words = || most.and_then(|(language, _)| Locale::parse(language).ok());
    let said = asked.site.map(|(locale, _)| locale).or(asked.source);
    said.cloned().or_else(of_words).or_else(|| asked.workspace.cloned())
}

/// Chooses the source locale of all documents together.
pub(super) fn of(found: &[Found], documents: &[Document], asked: &Asked<'_>) -> Option<Source> {
    let mut counts: BTreeMap<&Locale, usize> = BTreeMap::new();
    let mut bare: BTreeMap<&Locale, usize> = BTreeMap::new();
    for document in documents {
        for (locale, at) in &document.pages {
            *counts.entry(locale).or_default() += 1;
            if document.pages.len() > 1 && matches!(found[*at], Found::Unmarked) {
                *bare.entry(locale).or_default() += 1;
            }
        }
    }
    let sure = |locale: &Locale, why: String| {
        Some(Source { locale: locale.clone(), why, is_guess: false })
    };
    if let Some(locale) = asked.source {
        return sure(locale, "--locale names it".to_owned());
    }
    if let Some(locale) = asked.workspace.filter(|locale| counts.contains_key(locale)) {
        return sure(locale, "it is the default-locale in ereje.toml".to_owned());
    }
    if let Some((locale, file)) = asked.site.filter(|(locale, _)| counts.contains_key(locale)) {
        return sure(locale, format!("{file} names it as the default language"));
    }
    if let Some((locale, _)) = bare.into_iter().max_by_key(|(_, count)| *count) {
        let why = "its pages have no language in their names, as those of a default language do";
        return sure(locale, why.to_owned());
    }
    let most = counts.values().copied().max()?;
    let firsts: Vec<&Locale> =
        counts.iter().filter(|(_, count)| **count == most).map(|(locale, _)| *locale).collect();
    let all = documents.len();
    if let [only] = firsts.as_slice() {
        let why = match (counts.len(), all) {
            (1, _) => "all pages are in it".to_owned(),
            (_, all) => format!("{most} of {all} documents are in it, more than in any other"),
        };
        return sure(only, why);
    }
    let english = firsts.iter().find(|locale| locale.language() == "en");
    let locale = (*english.unwrap_or(firsts.first()?)).clone();
    let names: Vec<String> = firsts.iter().map(|locale| format!("`{locale}`")).collect();
    let (last, others) = names.split_last()?;
    let why = format!("{} and {last} have as many documents each", others.join(", "));
    Some(Source { locale, why, is_guess: true })
}
