//! Which of the languages that there are suits a reader best.

use icu_locale::{Locale, LocaleExpander};
use serde_json::Value;

use crate::read::{Notice, text};

/// A notice in one language.
pub(crate) struct Text<'n> {
    pub(crate) language: &'n str,
    pub(crate) entry: &'n Value,
    /// Its changes that name a clause.
    pub(crate) changes: Vec<&'n Value>,
}

/// 9: the reader's language, or the one that stands for it.
pub(crate) fn in_language<'n>(notice: &Notice<'n>, languages: &[&str]) -> Option<Text<'n>> {
    let is_current = |entry: &Value| {
        text(entry.get("state")) == Some("current") && text(entry.get("title")).is_some()
    };
    let current: Vec<&str> = notice
        .locales
        .iter()
        .filter(|(_, entry)| is_current(entry))
        .map(|(tag, _)| tag.as_str())
        .collect();
    let all: Vec<&str> = notice.locales.keys().map(String::as_str).collect();
    let instead = || {
        let entry = notice.locales.get(best(&all, languages)?)?;
        text(entry.get("locale"))
    };
    let candidates = [best(&current, languages), instead(), notice.authoritative_locale];
    let language = candidates.into_iter().flatten().find(|tag| current.contains(tag))?;
    let (language, entry) = notice.locales.get_key_value(language)?;
    let changes = entry.get("changes").and_then(Value::as_array);
    let changes = changes.into_iter().flatten().filter(|one| text(one.get("clause")).is_some());
    Some(Text { language, entry, changes: changes.collect() })
}

/// The tag that fits best: lookup as in RFC 4647, then the same language in the
/// same script.
pub(crate) fn best<'t>(tags: &[&'t str], languages: &[&str]) -> Option<&'t str> {
    languages.iter().find_map(|wanted| {
        let same = |range: &str| tags.iter().find(|tag| tag.eq_ignore_ascii_case(range)).copied();
        let mut range = Some(*wanted);
        while let Some(one) = range.filter(|range| !range.is_empty()) {
            if let Some(found) = same(one) {
                return Some(found);
            }
            range = shorter(one);
        }
        let likely_wanted = likely(wanted)?;
        tags.iter().find(|tag| likely(tag).as_ref() == Some(&likely_wanted)).copied()
    })
}

/// A range without its last subtag, nor a single letter before it.
fn shorter(range: &str) -> Option<&str> {
    let (rest, _) = range.rsplit_once('-')?;
    match rest.rsplit_once('-') {
        Some((shorter, single)) if single.len() == 1 => Some(shorter),
        _ => Some(rest),
    }
}

/// The language and the script that a tag most likely means.
fn likely(tag: &str) -> Option<(String, String)> {
    let mut locale: Locale = tag.parse().ok()?;
    LocaleExpander::new_extended().maximize(&mut locale.id);
    Some((locale.id.language.to_string(), locale.id.script?.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_cut_as_in_rfc_4647() {
        assert_eq!(shorter("zh-Hant-CN-x-private1"), Some("zh-Hant-CN"));
        assert_eq!(shorter("zh-Hant-x-a"), Some("zh-Hant"));
        assert_eq!(shorter("zh-Hant-CN"), Some("zh-Hant"));
        assert_eq!(shorter("zh-Hant"), Some("zh"));
        assert_eq!(shorter("zh"), None);
    }

    #[test]
    fn the_best_language_is_that_of_the_reader() {
        let tags = ["en", "kk", "pt-BR", "ru", "zh-Hant"];
        for (wanted, expected) in [
            (&["kk-Cyrl-KZ"] as &[&str], Some("kk")),
            (&["zh-TW"], Some("zh-Hant")),
            (&["zh-CN"], None),
            (&["pt"], Some("pt-BR")),
            (&["de", "RU-kz"], Some("ru")),
            (&["", "?", "en"], Some("en")),
        ] {
            assert_eq!(best(&tags, wanted), expected, "{wanted:?}");
        }
    }
}
