//! Names of languages that people write where a tag is meant.

use ereje::catalog::FtlFile;
use ereje::furniture::Furniture;
use ereje::locale::Locale;

use super::STARTERS;

/// What languages with a starter text are called in English.
const ENGLISH: [(&str, &str); 21] = [
    ("arabic", "ar"),
    ("chinese", "zh-Hans"),
    ("chinese", "zh-Hant"),
    ("dutch", "nl"),
    ("english", "en"),
    ("french", "fr"),
    ("german", "de"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("kazakh", "kk"),
    ("korean", "ko"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("thai", "th"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
];

/// The tags of the languages of this name, in English or in the language itself.
pub(super) fn tags(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let english = ENGLISH.iter().filter(|(known, _)| *known == name).map(|(_, tag)| *tag);
    let own = STARTERS.iter().filter(|starter| own_name(starter.locale, starter.notice) == name);
    let tags: Vec<&str> = english.chain(own.map(|starter| starter.locale)).collect();
    (!tags.is_empty()).then(|| format!("`{}`", tags.join("` or `")))
}

/// What a language is called in its starter.
fn own_name(tag: &str, notice: &str) -> String {
    let file = FtlFile::parse("notice.ftl", notice.to_owned());
    let furniture = Locale::parse(tag).ok().map(|tag| Furniture::read(&tag, &file, None));
    let name = furniture.and_then(Result::ok).map(|own| own.language_name().to_lowercase());
    name.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_its_tag() {
        for (name, wanted) in [
            ("German", Some("`de`")),
            ("deutsch", Some("`de`")),
            ("Қазақша", Some("`kk`")),
            ("chinese", Some("`zh-Hans` or `zh-Hant`")),
            ("klingon", None),
            ("", None),
        ] {
            assert_eq!(tags(name).as_deref(), wanted, "{name}");
        }
        let has_name = |tag: &str| ENGLISH.iter().any(|(_, known)| *known == tag);
        assert!(STARTERS.iter().all(|starter| has_name(starter.locale)));
    }
}
