//! The texts of a version by language. Those of a version that is known to be as
//! it was released are read when somebody asks for them: of a long history, few
//! are.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use super::VersionText;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;

/// Reads the texts of a language, or says why it can not.
pub(super) type Read = Arc<dyn Fn(&Locale) -> Result<VersionText, Vec<Diagnostic>> + Send + Sync>;

/// The texts of a version by language.
#[derive(Clone, Default)]
pub struct Texts(BTreeMap<Locale, Text>);

#[derive(Clone)]
enum Text {
    There(Arc<VersionText>),
    Later { read: Read, text: Box<OnceLock<Result<VersionText, Vec<Diagnostic>>>> },
}

impl Text {
    fn get_mut(&mut self, locale: &Locale) -> Option<&mut VersionText> {
        match self {
            Text::There(text) => Some(Arc::make_mut(text)),
            Text::Later { read, text } => {
                text.get_or_init(|| read(locale));
                text.get_mut()?.as_mut().ok()
            }
        }
    }
}

impl Texts {
    /// Texts in these languages that `read` can read.
    pub(super) fn later(locales: &[Locale], read: &Read) -> Texts {
        let later = || Text::Later { read: Arc::clone(read), text: Box::default() };
        Texts(locales.iter().map(|locale| (locale.clone(), later())).collect())
    }

    /// The texts in a language; `None` where the version lacks it, or where they
    /// can no longer be read, which [`History::unread`](super::History::unread) tells.
    #[must_use]
    pub fn get(&self, locale: &Locale) -> Option<&VersionText> {
        match self.0.get(locale)? {
            Text::There(text) => Some(text),
            Text::Later { read, text } => text.get_or_init(|| read(locale)).as_ref().ok(),
        }
    }

    /// Adds the texts of a language, or puts them in the place of others.
    pub fn insert(&mut self, locale: Locale, text: VersionText) {
        self.share(locale, Arc::new(text));
    }

    /// The same of texts that others have too: they are copied once they are changed.
    pub fn share(&mut self, locale: Locale, text: Arc<VersionText>) {
        self.0.insert(locale, Text::There(text));
    }

    /// All texts by language, to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&Locale, &mut VersionText)> {
        self.0.iter_mut().filter_map(|(locale, text)| Some((locale, text.get_mut(locale)?)))
    }

    /// The texts in a language, to change them.
    pub fn get_mut(&mut self, locale: &Locale) -> Option<&mut VersionText> {
        self.0.get_mut(locale)?.get_mut(locale)
    }

    /// Whether the version has the language.
    #[must_use]
    pub fn contains_key(&self, locale: &Locale) -> bool {
        self.0.contains_key(locale)
    }

    /// The languages, by their tags.
    pub fn keys(&self) -> impl Iterator<Item = &Locale> {
        self.0.keys()
    }

    /// All texts by language.
    pub fn iter(&self) -> impl Iterator<Item = (&Locale, &VersionText)> {
        self.keys().filter_map(|locale| Some((locale, self.get(locale)?)))
    }

    /// How many languages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What kept texts from being read when they were asked for.
    pub(super) fn unread(&self) -> impl Iterator<Item = &Diagnostic> {
        let wrong = self.0.values().filter_map(|text| match text {
            Text::Later { text, .. } => text.get()?.as_ref().err(),
            Text::There(_) => None,
        });
        wrong.flatten()
    }
}

impl FromIterator<(Locale, VersionText)> for Texts {
    fn from_iter<I: IntoIterator<Item = (Locale, VersionText)>>(texts: I) -> Texts {
        Texts(
            texts.into_iter().map(|(locale, text)| (locale, Text::There(Arc::new(text)))).collect(),
        )
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Texts) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
