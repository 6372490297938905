//! The sentences around the text: names of languages, labels, banners. They
//! come from `locales/<locale>/notice.ftl`.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, FtlFile, UNCOMMENT};
use crate::diagnostic::{Alike, Diagnostic};
use crate::fact::Facts;
use crate::locale::Locale;
use crate::markup::Markup;

/// The messages of `notice.ftl` that every locale must have.
pub const FURNITURE: [&str; 7] = [
    LANGUAGE_NAME,
    "contents",
    "languages",
    "policies",
    "skip-to-text",
    "draft-banner",
    CLAUSE_MISSING,
];

/// What a language is called, in itself.
const LANGUAGE_NAME: &str = "language-name";

/// The one of them that is given a variable, the name of a language.
const CLAUSE_MISSING: &str = "clause-missing";

/// The variables that one of them is given; nothing of other messages.
pub(crate) fn variables(id: &str) -> Option<&'static [&'static str]> {
    let given: &[&str] = if id == CLAUSE_MISSING { &["language"] } else { &[] };
    FURNITURE.contains(&id).then_some(given)
}

/// The furniture of one locale.
#[derive(Clone, Debug)]
pub struct Furniture {
    /// The locale.
    pub locale: Locale,
    texts: BTreeMap<&'static str, String>,
}

/// Stands in `clause-missing` for the language's name; a private-use character,
/// so no translation has it.
const LANGUAGE: &str = "\u{E000}";

impl Furniture {
    /// Reads the furniture of a locale from its `notice.ftl` and `terms.ftl`.
    ///
    /// # Errors
    /// Everything that is missing or can not be shown.
    pub fn read(
        locale: &Locale,
        file: &FtlFile,
        terms: Option<&FtlFile>,
    ) -> Result<Furniture, Vec<Diagnostic>> {
        let (texts, found) = texts(locale, file, terms);
        if found.is_empty() && file.diagnostics().is_empty() {
            return Ok(Furniture { locale: locale.clone(), texts });
        }
        Err(found.into_iter().map(|diagnostic| diagnostic.of_locale(locale.tag())).collect())
    }

    /// What a draft has in a locale whose sentences are not all there: those that are, and
    /// for the others those of the language that it is translated from. It is called by
    /// its tag until it has a name.
    #[must_use]
    pub fn of_draft(
        locale: &Locale,
        (file, terms): (Option<&FtlFile>, Option<&FtlFile>),
        from: &Furniture,
    ) -> Furniture {
        let own = file.map(|file| texts(locale, file, terms).0).unwrap_or_default();
        let mut all = from.texts.clone();
        all.insert(LANGUAGE_NAME, locale.tag().to_owned());
        all.extend(own.into_iter().filter(|(_, text)| !text.is_empty()));
        Furniture { locale: locale.clone(), texts: all }
    }

    /// The text of one of [`FURNITURE`].
    #[must_use]
    pub fn text(&self, id: &str) -> &str {
        self.texts.get(id).map_or("", String::as_str)
    }

    /// The language's name, in itself.
    #[must_use]
    pub fn language_name(&self) -> &str {
        self.text(LANGUAGE_NAME)
    }

    /// The note on a clause that is shown in `language`.
    #[must_use]
    pub fn clause_missing(&self, language: &str) -> String {
        self.text(CLAUSE_MISSING).replace(LANGUAGE, language)
    }
}

/// The sentences that a file has, and what is wrong with the others.
fn texts(
    locale: &Locale,
    file: &FtlFile,
    terms: Option<&FtlFile>,
) -> (BTreeMap<&'static str, String>, Vec<Diagnostic>) {
    let catalog = Catalog::new(locale, file, terms, &Facts::new(), None).with("language", LANGUAGE);
    let mut texts = BTreeMap::new();
    let mut found = Vec::new();
    for id in FURNITURE {
        match catalog.format(id, None) {
            Some(Ok(text)) => {
                let text = Markup::parse_line(&text).text().trim().to_owned();
                if text.is_empty() {
                    let message = format!("`{id}` is empty");
                    found.push(Diagnostic::error("empty-text", file.path(), message));
                }
                texts.insert(id, text);
            }
            Some(Err(errors)) => {
                for error in errors {
                    let message = format!("`{id}` can not be shown: {}", error.what);
                    let part = file.message(id).map_or("", |message| message.id.name);
                    found.push(file.fault("format-error", part, message).of_clause(id));
                }
            }
            None if file.is_broken(id) => {}
            None => found.push(waiting_sentence(file, id).unwrap_or_else(|| {
                let message = format!("`{id}` is missing");
                let hint = format!("add a line `{id} = …`; it stands on the page around the text");
                Diagnostic::error("missing-sentence", file.path(), message).hint(hint)
            })),
        }
    }
    (texts, found)
}

/// That a sentence of `notice.ftl` waits to be translated, if it does.
pub(crate) fn waiting_sentence(file: &FtlFile, id: &str) -> Option<Diagnostic> {
    let waiting = file.waiting(id)?;
    let place = file.place(waiting.start..waiting.start + 2 + id.len());
    let message = format!("`{id}` is not translated yet");
    let told = Diagnostic::error("missing-sentence", file.path(), message).of_clause(id);
    let told = Diagnostic { place: Some(place), ..told };
    Some(told.hint(UNCOMMENT).alike(Alike::Waiting))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_has_the_sentences_of_another_language_until_its_own_are_there() {
        let read = |tag: &str, text: &str| {
            let locale = Locale::parse(tag).expect(tag);
            (locale, FtlFile::parse("notice.ftl", text.to_owned()))
        };
        let english: String =
            FURNITURE.iter().flat_map(|id| [id, " = English ", id, "\n"]).collect();
        let (en, english) = read("en", &english);
        let from = Furniture::read(&en, &english, None).expect("all of it");
        let (locale, file) = read("tlh", "contents = ghItlh\n# languages = Languages\n");
        let found = Furniture::read(&locale, &file, None).expect_err("incomplete");
        let told: Vec<_> =
            found.iter().map(|told| (told.message.as_str(), told.place.is_some())).collect();
        assert_eq!(told.len(), 6);
        assert!(told.contains(&("`languages` is not translated yet", true)), "{told:?}");
        assert!(told.contains(&("`policies` is missing", false)), "{told:?}");
        let draft = Furniture::of_draft(&locale, (Some(&file), None), &from);
        assert_eq!((draft.language_name(), draft.text("contents")), ("tlh", "ghItlh"));
        assert_eq!(draft.text("languages"), "English languages");
    }
}
