//! A policy in one language, as its reader sees it. Nothing from here on knows
//! Fluent.

use crate::catalog::FormatError;
use crate::fact::Date;
use crate::locale::Locale;
use crate::manifest::ClauseKind;
use crate::markup::Markup;

/// A policy in one language.
#[derive(Clone, Debug)]
pub struct Document {
    /// The policy's id.
    pub policy: String,
    /// The product it belongs to.
    pub product: String,
    /// The language of it all, but for clauses that say otherwise.
    pub locale: Locale,
    /// Where its page lives, without a leading slash.
    pub permalink: String,
    /// The title.
    pub title: Markup,
    /// One sentence for search engines.
    pub description: Markup,
    /// The day that the text bears.
    pub published: Option<Date>,
    /// The line with that day.
    pub last_updated: Markup,
    /// The clauses, in page order.
    pub clauses: Vec<Clause>,
    /// Whether this is work in progress.
    pub draft: bool,
    /// Messages that could not be shown.
    pub failures: Vec<Failure>,
}

/// A clause in one language.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its id and anchor.
    pub id: String,
    /// How it is set.
    pub kind: ClauseKind,
    /// The level of its heading, or how deep the item is nested.
    pub level: u8,
    /// What it is about.
    pub topics: Vec<String>,
    /// Its heading.
    pub heading: Option<Markup>,
    /// Its text.
    pub body: Markup,
    /// The language it is shown in, where a draft has no translation yet.
    pub shown_in: Option<Locale>,
}

/// A message that could not be shown.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The message.
    pub message: String,
    /// Its attribute, if that failed.
    pub attribute: Option<&'static str>,
    /// Why.
    pub error: FormatError,
}

impl Document {
    /// The clause of this id.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// Every text of the document with the message it comes from.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &Markup)> {
        let page = [
            ("title", &self.title),
            ("description", &self.description),
            ("last-updated", &self.last_updated),
        ];
        let clauses = self.clauses.iter().filter(|clause| clause.shown_in.is_none());
        page.into_iter().chain(clauses.flat_map(|clause| {
            let heading = clause.heading.iter();
            heading.chain([&clause.body]).map(|text| (clause.id.as_str(), text))
        }))
    }
}
