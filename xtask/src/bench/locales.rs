//! A hundred languages as they are published in: tag, own name, script.

use super::scripts::Script::{self, *};

/// A language of the synthetic workspace.
pub(super) struct Language {
    /// BCP 47, in canonical form.
    pub(super) tag: &'static str,
    /// Its name in itself, for the language switcher.
    pub(super) name: &'static str,
    pub(super) script: Script,
}

const fn of(tag: &'static str, name: &'static str, script: Script) -> Language {
    Language { tag, name, script }
}

/// The source language first; then so mixed that the first few already have
/// many scripts.
pub(super) const LANGUAGES: [Language; 100] = [
    of("en", "English", Latin),
    of("ru", "Русский", Cyrillic),
    of("ar", "العربية", Arabic),
    of("ja", "日本語", Kana),
    of("hi", "हिन्दी", Devanagari),
    of("th", "ไทย", Thai),
    of("de", "Deutsch", Latin),
    of("zh-Hant", "繁體中文", Han),
    of("el", "Ελληνικά", Greek),
    of("ko", "한국어", Hangul),
    of("fr", "Français", Latin),
    of("kk", "Қазақ тілі", Cyrillic),
    of("he", "עברית", Hebrew),
    of("zh-Hans", "简体中文", Han),
    of("bn", "বাংলা", Bengali),
    of("ka", "ქართული", Georgian),
    of("es", "Español", Latin),
    of("uk", "Українська", Cyrillic),
    of("fa", "فارسی", Arabic),
    of("hy", "Հայերեն", Armenian),
    of("es-419", "Español (Latinoamérica)", Latin),
    of("pt-BR", "Português (Brasil)", Latin),
    of("pt-PT", "Português (Portugal)", Latin),
    of("it", "Italiano", Latin),
    of("nl", "Nederlands", Latin),
    of("pl", "Polski", Latin),
    of("tr", "Türkçe", Latin),
    of("vi", "Tiếng Việt", Latin),
    of("id", "Indonesia", Latin),
    of("ms", "Melayu", Latin),
    of("fil", "Filipino", Latin),
    of("cs", "Čeština", Latin),
    of("sk", "Slovenčina", Latin),
    of("hu", "Magyar", Latin),
    of("ro", "Română", Latin),
    of("bg", "Български", Cyrillic),
    of("sr", "Српски", Cyrillic),
    of("sr-Latn", "Srpski", Latin),
    of("hr", "Hrvatski", Latin),
    of("bs", "Bosanski", Latin),
    of("sl", "Slovenščina", Latin),
    of("mk", "Македонски", Cyrillic),
    of("sq", "Shqip", Latin),
    of("be", "Беларуская", Cyrillic),
    of("lt", "Lietuvių", Latin),
    of("lv", "Latviešu", Latin),
    of("et", "Eesti", Latin),
    of("fi", "Suomi", Latin),
    of("sv", "Svenska", Latin),
    of("nb", "Norsk bokmål", Latin),
    of("nn", "Norsk nynorsk", Latin),
    of("da", "Dansk", Latin),
    of("is", "Íslenska", Latin),
    of("fo", "Føroyskt", Latin),
    of("ga", "Gaeilge", Latin),
    of("gd", "Gàidhlig", Latin),
    of("cy", "Cymraeg", Latin),
    of("br", "Brezhoneg", Latin),
    of("ca", "Català", Latin),
    of("gl", "Galego", Latin),
    of("eu", "Euskara", Latin),
    of("mt", "Malti", Latin),
    of("lb", "Lëtzebuergesch", Latin),
    of("rm", "Rumantsch", Latin),
    of("de-AT", "Österreichisches Deutsch", Latin),
    of("en-GB", "British English", Latin),
    of("fr-CA", "Français canadien", Latin),
    of("es-MX", "Español de México", Latin),
    of("af", "Afrikaans", Latin),
    of("sw", "Kiswahili", Latin),
    of("zu", "isiZulu", Latin),
    of("xh", "isiXhosa", Latin),
    of("yo", "Èdè Yorùbá", Latin),
    of("ig", "Igbo", Latin),
    of("ha", "Hausa", Latin),
    of("so", "Soomaali", Latin),
    of("rw", "Ikinyarwanda", Latin),
    of("am", "አማርኛ", Ethiopic),
    of("ti", "ትግርኛ", Ethiopic),
    of("ur", "اردو", Arabic),
    of("ps", "پښتو", Arabic),
    of("ckb", "کوردیی ناوەندی", Arabic),
    of("ug", "ئۇيغۇرچە", Arabic),
    of("az", "Azərbaycan", Latin),
    of("uz", "O‘zbek", Latin),
    of("tk", "Türkmen dili", Latin),
    of("ky", "Кыргызча", Cyrillic),
    of("tg", "Тоҷикӣ", Cyrillic),
    of("tt", "Татар", Cyrillic),
    of("mn", "Монгол", Cyrillic),
    of("mr", "मराठी", Devanagari),
    of("ne", "नेपाली", Devanagari),
    of("pa", "ਪੰਜਾਬੀ", Gurmukhi),
    of("gu", "ગુજરાતી", Gujarati),
    of("ta", "தமிழ்", Tamil),
    of("te", "తెలుగు", Telugu),
    of("kn", "ಕನ್ನಡ", Kannada),
    of("ml", "മലയാളം", Malayalam),
    of("km", "ខ្មែរ", Khmer),
    of("zh-Hant-HK", "繁體中文（香港）", Han),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ereje::locale::Locale;

    use super::*;

    #[test]
    fn all_tags_are_canonical_and_different() {
        let tags: BTreeSet<&str> = LANGUAGES.iter().map(|language| language.tag).collect();
        assert_eq!(tags.len(), LANGUAGES.len());
        for tag in tags {
            assert_eq!(Locale::parse(tag).expect(tag).tag(), tag);
        }
    }
}
