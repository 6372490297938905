//! Which of the languages that there are suits a reader best.

use icu_locale::{Locale, LocaleCanonicalizer, LocaleExpander};
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

/// The tag that fits best: in the same language and script, else in the same language.
pub(crate) fn best<'t>(tags: &[&'t str], languages: &[&str]) -> Option<&'t str> {
    languages.iter().find_map(|wanted| {
        let is_like = |kind| move |tag: &&&str| likely(tag).as_ref() == Some(kind);
        let kind = likely(wanted);
        let like: Vec<&str> =
            kind.iter().flat_map(|kind| tags.iter().filter(is_like(kind))).copied().collect();
        let other = || like.first().copied().or_else(|| lookup(tags, wanted));
        lookup(&like, wanted).or_else(other)
    })
}

/// RFC 4647, section 3.4.
fn lookup<'t>(tags: &[&'t str], wanted: &str) -> Option<&'t str> {
    let ranges = std::iter::successors(Some(wanted), |range| shorter(range));
    ranges
        .take_while(|range| !range.is_empty())
        .find_map(|range| tags.iter().find(|tag| tag.eq_ignore_ascii_case(range)).copied())
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
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    LocaleExpander::new_extended().maximize(&mut locale.id);
    let language = locale.id.language.to_string();
    let language = if language == "nb" { "no".to_owned() } else { language };
    Some((language, locale.id.script?.to_string()))
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
            (&["pt-x-a"], Some("pt-BR")),
        ] {
            assert_eq!(best(&tags, wanted), expected, "{wanted:?}");
        }
    }

    #[test]
    fn the_script_counts_more_than_the_length_of_a_tag() {
        let tags = ["he", "nb", "pt", "pt-PT", "sr", "zh", "zh-TW"];
        for (wanted, expected) in [
            ("zh-Hant-HK", Some("zh-TW")),
            ("zh-CN", Some("zh")),
            ("sr-Latn-RS", Some("sr")),
            ("pt-BR", Some("pt")),
            ("pt-PT", Some("pt-PT")),
            ("iw-IL", Some("he")),
            ("no", Some("nb")),
            ("nn-NO", None),
        ] {
            assert_eq!(best(&tags, &[wanted]), expected, "{wanted}");
        }
    }
}
