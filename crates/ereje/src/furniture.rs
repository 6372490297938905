//! The sentences around the text: names of languages, labels, banners. They
//! come from `locales/<locale>/notice.ftl`.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, FtlFile};
use crate::diagnostic::Diagnostic;
use crate::fact::Facts;
use crate::locale::Locale;
use crate::markup::Markup;

/// The messages of `notice.ftl` that every locale must have.
pub const FURNITURE: [&str; 7] = [
    "language-name",
    "contents",
    "languages",
    "policies",
    "skip-to-text",
    "draft-banner",
    CLAUSE_MISSING,
];

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
        let catalog =
            Catalog::new(locale, file, terms, &Facts::new(), None).with("language", LANGUAGE);
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
                None => {
                    let message = format!("`{id}` is missing");
                    let hint =
                        format!("add a line `{id} = …`; it stands on the page around the text");
                    found.push(
                        Diagnostic::error("missing-sentence", file.path(), message).hint(hint),
                    );
                }
            }
        }
        if found.is_empty() && file.diagnostics().is_empty() {
            return Ok(Furniture { locale: locale.clone(), texts });
        }
        Err(found.into_iter().map(|diagnostic| diagnostic.of_locale(locale.tag())).collect())
    }

    /// The text of one of [`FURNITURE`].
    #[must_use]
    pub fn text(&self, id: &str) -> &str {
        self.texts.get(id).map_or("", String::as_str)
    }

    /// The language's name, in itself.
    #[must_use]
    pub fn language_name(&self) -> &str {
        self.text("language-name")
    }

    /// The note on a clause that is shown in `language`.
    #[must_use]
    pub fn clause_missing(&self, language: &str) -> String {
        self.text(CLAUSE_MISSING).replace(LANGUAGE, language)
    }
}
