//! Locale tags (BCP 47, RFC 5646) and the direction of their scripts.

use icu_locale::{LanguageIdentifier, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};

/// A locale in canonical form: language, and where needed script and region.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale {
    tag: String,
    /// How long the primary language is, at the start of the tag.
    language: usize,
    /// Rules ask for it once a text, and finding it out takes longer than most rules.
    script: Option<String>,
    right_to_left: bool,
}

/// Why a tag can not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocaleError {
    /// It is no language tag at all.
    Malformed,
    /// It is written in another form than the canonical one, given here.
    NotCanonical(String),
}

impl Locale {
    /// Reads a tag.
    ///
    /// # Errors
    /// When it is no tag of language, script and region, or not written in the
    /// canonical form (`zh-Hant`, not `zh_hant`).
    pub fn parse(tag: &str) -> Result<Locale, LocaleError> {
        let with_hyphens = tag.replace('_', "-");
        let identifier =
            LanguageIdentifier::try_from_str(&with_hyphens).map_err(|_| LocaleError::Malformed)?;
        // No language has a tag of four letters or more: those are reserved.
        let language = identifier.language;
        if language.as_str().len() > 3 || language.is_unknown() {
            return Err(LocaleError::Malformed);
        }
        let canonical = identifier.to_string();
        if canonical != tag {
            return Err(LocaleError::NotCanonical(canonical));
        }
        let right_to_left = LocaleDirectionality::new_extended().is_right_to_left(&identifier);
        let mut likely = identifier;
        LocaleExpander::new_extended().maximize(&mut likely);
        let script = likely.script.map(|script| script.as_str().to_owned());
        Ok(Locale { tag: canonical, language: language.as_str().len(), script, right_to_left })
    }

    /// The locale that a name means, however it is written: `pt_br`, `ZH-hans`,
    /// `kaz`, `iw`. None where it is no tag, or that of a language of which no script
    /// is known.
    #[must_use]
    pub fn meant(name: &str) -> Option<Locale> {
        let identifier = LanguageIdentifier::try_from_str(&name.replace('_', "-")).ok()?;
        // Reserved words such as `english` are no languages, though they could be tags.
        if identifier.language.as_str().len() > 3 {
            return None;
        }
        let mut locale = icu_locale::Locale::from(identifier);
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        Locale::parse(&locale.id.to_string()).ok().filter(|locale| locale.script().is_some())
    }

    /// The tag, in canonical form.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The primary language, such as `zh` of `zh-Hant`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.tag[..self.language]
    }

    /// The script that it is written in (ISO 15924), such as `Cyrl`: the one it
    /// names, or else the likely one (CLDR). None where no script is likely.
    #[must_use]
    pub fn script(&self) -> Option<&str> {
        self.script.as_deref()
    }

    /// Whether its script runs from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        self.right_to_left
    }

    /// `ltr` or `rtl`, as in HTML's `dir`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_tags_are_taken_and_others_corrected() {
        for tag in ["ru", "kk", "zh-Hant", "pt-BR", "sr-Latn-RS", "es-419"] {
            assert_eq!(Locale::parse(tag).expect(tag).tag(), tag);
        }
        for (typed, meant) in [("zh_hant", "zh-Hant"), ("EN", "en"), ("pt-br", "pt-BR")] {
            assert_eq!(Locale::parse(typed), Err(LocaleError::NotCanonical(meant.into())));
        }
        for junk in ["", "русский", "english", "x", "..", "en--us", "und"] {
            assert_eq!(Locale::parse(junk), Err(LocaleError::Malformed), "{junk}");
        }
    }

    #[test]
    fn a_name_means_a_locale_however_it_is_written() {
        for (name, tag) in [
            ("pt_br", "pt-BR"),
            ("ZH-hans", "zh-Hans"),
            ("kaz", "kk"),
            ("rus", "ru"),
            ("eng", "en"),
            ("iw", "he"),
            ("ru", "ru"),
        ] {
            assert_eq!(Locale::meant(name).expect(name).tag(), tag, "{name}");
        }
        for name in ["", "faq", "english", "docs", "und", "privacy", "2024", "..", "kz"] {
            assert_eq!(Locale::meant(name), None, "{name}");
        }
    }

    #[test]
    fn scripts_are_named_or_likely() {
        for (tag, script) in [
            ("kk", "Cyrl"),
            ("kk-Latn", "Latn"),
            ("pt-BR", "Latn"),
            ("zh-TW", "Hant"),
            ("ja", "Jpan"),
            ("kab", "Latn"),
        ] {
            assert_eq!(Locale::parse(tag).expect(tag).script(), Some(script), "{tag}");
        }
    }

    #[test]
    fn direction_is_the_script_s() {
        for tag in ["ar", "he", "fa", "ur", "az-Arab", "ckb", "dv", "yi"] {
            assert_eq!(Locale::parse(tag).expect(tag).direction(), "rtl", "{tag}");
        }
        for tag in ["ru", "kk", "ja", "th", "pa", "az", "ku"] {
            assert_eq!(Locale::parse(tag).expect(tag).direction(), "ltr", "{tag}");
        }
    }
}
