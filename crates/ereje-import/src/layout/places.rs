//! Where a language can stand in the path of a page, and what is left of the path
//! without it.

use ereje::locale::Locale;

use super::sheet::{Sheet, is_index};

/// Languages of three letters that sites are written in; other tags of three letters
/// are words: `app`, `doc`, `tos`.
const LONG_TAGS: [&str; 20] = [
    "ast", "bho", "ceb", "chr", "ckb", "cnr", "dsb", "fil", "gsw", "haw", "hsb", "kab", "kok",
    "mai", "nds", "sah", "sat", "tpi", "yue", "zgh",
];

/// Countries that folders are named by although their languages are meant.
const COUNTRIES: [(&str, &str); 8] = [
    ("cn", "zh-Hans"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("jp", "ja"),
    ("kr", "ko"),
    ("kz", "kk"),
    ("ua", "uk"),
];

/// Folders that hold one folder a language and nothing else.
const CONTAINERS: [&str; 10] = [
    "i18n",
    "_i18n",
    "l10n",
    "locale",
    "locales",
    "lang",
    "langs",
    "languages",
    "translations",
    "_translations",
];

/// Where Docusaurus keeps translations, and what of.
const DOCUSAURUS: [(&str, &[&str]); 3] = [
    ("docusaurus-plugin-content-docs", &["docs"]),
    ("docusaurus-plugin-content-pages", &["src", "pages"]),
    ("docusaurus-plugin-content-blog", &["blog"]),
];

/// Where in the path a language stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    /// A folder, counted from the top.
    Folder(usize),
    /// Behind a hyphen or underscore: `privacy-ru.md`.
    Hyphen,
    /// The whole name: `privacy/ru.md`.
    Name,
    /// Behind a point: `privacy.ru.md`.
    Point,
    /// Not in the path: the front matter says it.
    FrontMatter,
}

/// A language that a part of a path may mean.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) locale: Locale,
    pub(super) slot: Slot,
    /// The path with a hole in place of the language: translations share it.
    pub(super) hole: String,
    /// Only languages stand in this place.
    pub(super) is_certain: bool,
    /// The name is that of a country.
    pub(super) is_country: bool,
}

impl Reading {
    /// Whether it names a script or a region too, which no ordinary word does.
    pub(super) fn is_long(&self) -> bool {
        self.locale.tag() != self.locale.language()
    }
}

fn tag(word: &str) -> Option<(Locale, bool)> {
    if let Some((_, tag)) = COUNTRIES.iter().find(|(country, _)| word.eq_ignore_ascii_case(country))
    {
        return Some((Locale::parse(tag).ok()?, true));
    }
    let locale = Locale::meant(word)?;
    let language = locale.language();
    (language.len() == 2 || LONG_TAGS.contains(&language)).then_some((locale, false))
}

/// The end of a name that may be a language, and what stands before it.
fn behind_hyphen(stem: &str) -> Option<(&str, Locale, bool)> {
    let is_sign = |c: char| c == '-' || c == '_';
    let mut cuts: Vec<usize> = stem.rmatch_indices(is_sign).map(|(at, _)| at).take(3).collect();
    // `zh-Hant-TW` before `Hant-TW` before `TW`.
    cuts.reverse();
    cuts.into_iter().filter(|at| *at > 0).find_map(|at| {
        let (locale, is_country) = tag(&stem[at + 1..])?;
        Some((stem[..at].trim_end_matches(is_sign), locale, is_country))
    })
}

/// All languages that the path and the front matter of a page may mean.
pub(super) fn readings(sheet: &Sheet<'_>) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut add = |(locale, is_country): (Locale, bool), slot, hole: String, is_certain| {
        readings.push(Reading { locale, slot, hole, is_certain, is_country });
    };
    let folder = sheet.dirs.join("/");
    for (at, dir) in sheet.dirs.iter().enumerate() {
        let Some(found) = tag(dir) else { continue };
        let is_docusaurus = sheet.dirs.get(at + 1).is_some_and(|next| docusaurus(next).is_some());
        let is_contained = at > 0 && CONTAINERS.contains(&sheet.dirs[at - 1]);
        let mut dirs = sheet.dirs.clone();
        dirs[at] = "{}";
        let hole = format!("{}/{}", dirs.join("/"), sheet.stem);
        add(found, Slot::Folder(at), hole, is_docusaurus || is_contained);
    }
    if let Some(found) = tag(sheet.stem) {
        add(found, Slot::Name, format!("{folder}/{{}}"), false);
    } else if let Some((stem, last)) = sheet.stem.rsplit_once('.') {
        if let Some(found) = tag(last) {
            add(found, Slot::Point, format!("{folder}/{stem}.{{}}"), false);
        }
    } else if let Some((stem, locale, is_country)) = behind_hyphen(sheet.stem) {
        add((locale, is_country), Slot::Hyphen, format!("{folder}/{stem}-{{}}"), false);
    }
    if let Some(said) = &sheet.said {
        add((said.clone(), false), Slot::FrontMatter, String::new(), true);
    }
    readings
}

fn docusaurus(dir: &str) -> Option<Vec<&str>> {
    DOCUSAURUS.iter().find_map(|(name, of)| match dir.strip_prefix(name)? {
        "" => Some(of.to_vec()),
        // A second instance of the plugin has its own folder.
        rest => rest.strip_prefix('-').map(|of| vec![of]),
    })
}

/// What is left of a path without the language that it is in: pages of one document
/// have the same.
pub(super) fn document(sheet: &Sheet<'_>, locale: Option<&Locale>) -> Vec<String> {
    let is_it = |word: &str| {
        locale.is_some_and(|locale| tag(word).is_some_and(|(found, _)| found == *locale))
    };
    let mut parts: Vec<&str> = Vec::new();
    let mut dirs = sheet.dirs.iter().peekable();
    while let Some(dir) = dirs.next() {
        if !is_it(dir) {
            parts.push(dir);
            continue;
        }
        if parts.last().is_some_and(|last| CONTAINERS.contains(last)) {
            parts.pop();
        }
        if let Some(of) = dirs.peek().and_then(|next| docusaurus(next)) {
            parts.extend(of);
            dirs.next();
            dirs.next_if(|next| **next == "current");
        }
    }
    let stem = sheet.stem;
    let rest = match stem.rsplit_once('.') {
        _ if is_it(stem) => "",
        Some((rest, last)) if is_it(last) => rest,
        _ => match behind_hyphen(stem) {
            Some((rest, found, _)) if Some(&found) == locale => rest,
            _ => stem,
        },
    };
    if !rest.is_empty() && !is_index(rest) {
        parts.push(rest);
    }
    parts.into_iter().map(str::to_owned).collect()
}

/// Whether a page is the one that stands for its folder.
pub(super) fn stands_for_its_folder(sheet: &Sheet<'_>) -> bool {
    let stem = sheet.stem.split('.').next().unwrap_or_default();
    let short = behind_hyphen(stem).map_or(stem, |(rest, ..)| rest);
    is_index(stem) || is_index(short)
}
