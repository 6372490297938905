//! The one kind of message that people see when a text or a setting is wrong.
//!
//! A [`Diagnostic`] carries its own excerpt, so that it can be shown after the
//! file it speaks of has left memory.

mod names;
mod place;

use std::ops::Range;

use crate::fix::Fix;
pub use names::{it_has, nearest, only_near, there_are};
pub use place::{MAX_EXCERPT, Place};

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing is generated while there is one.
    Error,
    /// Worth mending; does not stop anything.
    Warning,
    /// A suggestion.
    Advice,
}

impl Level {
    /// The name used in every output format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Advice => "advice",
        }
    }
}

/// What is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Name of the rule, such as `missing-clause`.
    pub rule: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// The file, relative to the workspace, with `/` between names.
    pub path: String,
    /// Where in the file; `None` when the whole file is meant.
    pub place: Option<Place>,
    /// What is wrong: one sentence, lower case, without a final full stop.
    pub message: String,
    /// What to type or do instead.
    pub hint: Option<String>,
    /// The policy concerned.
    pub policy: Option<String>,
    /// The locale concerned.
    pub locale: Option<String>,
    /// The clause concerned.
    pub clause: Option<String>,
    /// What it was compared with: the source of a translation.
    pub beside: Option<Box<Beside>>,
    /// How it can be mended without a person.
    pub fix: Option<Box<Fix>>,
    /// What people are told once of many such.
    pub alike: Option<Alike>,
}

/// What many diagnostics have in common, so that people can be told them as one.
/// Whoever makes a diagnostic says it: its words may be written otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alike {
    /// One act mends it in all languages; this one has that place among those of the
    /// policy.
    Languages(u16),
    /// A message that a file has not.
    Message,
    /// A message that a file has behind `# `, to be translated.
    Waiting,
    /// A message that has no text.
    Text,
    /// A message whose source has changed since it was translated.
    Stale,
    /// A file that a language has not.
    File,
    /// A name that the plan has not, wherever texts use it: one word mends them all.
    Name,
    /// A form that a term has not. So many bytes at the beginning of what is told
    /// name it; what follows is where it was used. A small number, since every
    /// diagnostic has the room for it.
    Form(u16),
}

impl Alike {
    /// What is so of many languages of a policy, of which this one has that place.
    #[must_use]
    pub fn languages(place: usize) -> Alike {
        Alike::Languages(u16::try_from(place).unwrap_or(u16::MAX))
    }

    /// A form that is named by the first words of what is told.
    #[must_use]
    pub fn form(first_words: &str) -> Alike {
        Alike::Form(u16::try_from(first_words.len()).unwrap_or(u16::MAX))
    }
}

/// A place in another file, which is shown beside what is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The file, relative to the workspace.
    pub path: String,
    /// Where in it.
    pub place: Place,
}

impl Diagnostic {
    /// An error about a whole file.
    pub fn error(rule: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            level: Level::Error,
            path: path.into(),
            place: None,
            message: message.into(),
            hint: None,
            policy: None,
            locale: None,
            clause: None,
            beside: None,
            fix: None,
            alike: None,
        }
    }

    /// A warning about a whole file.
    pub fn warning(
        rule: &'static str,
        path: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Diagnostic { level: Level::Warning, ..Self::error(rule, path, message) }
    }

    /// The same, at `span` of `text`.
    #[must_use]
    pub fn at(mut self, text: &str, span: Range<usize>) -> Self {
        self.place = Some(Place::new(text, span));
        self
    }

    /// The same, with advice on what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same, of a policy.
    #[must_use]
    pub fn of_policy(mut self, policy: &str) -> Self {
        self.policy = Some(policy.to_owned());
        self
    }

    /// The same, of a locale.
    #[must_use]
    pub fn of_locale(mut self, locale: &str) -> Self {
        self.locale = Some(locale.to_owned());
        self
    }

    /// The same, of a clause.
    #[must_use]
    pub fn of_clause(mut self, clause: &str) -> Self {
        self.clause = Some(clause.to_owned());
        self
    }

    /// The same, with what it was compared with.
    #[must_use]
    pub fn beside(mut self, beside: Beside) -> Self {
        self.beside = Some(Box::new(beside));
        self
    }

    /// The same, with a way to mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(Box::new(fix));
        self
    }

    /// The same, as one of many that say so.
    #[must_use]
    pub fn alike(mut self, alike: Alike) -> Self {
        self.alike = Some(alike);
        self
    }

    /// What diagnostics are sorted by: file, then position, then rule.
    fn order(&self) -> impl Ord + '_ {
        (
            &self.path,
            self.place.as_ref().map_or((0, 0), |place| (place.span.start, place.span.end)),
            self.rule,
            &self.message,
            &self.policy,
            &self.locale,
        )
    }
}

/// Sorts by file and position, so that a run always reports in the same order,
/// and drops what was found twice (a shared file is read once a policy).
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    diagnostics.dedup_by(|later, kept| {
        later.path == kept.path
            && later.place == kept.place
            && later.rule == kept.rule
            && later.message == kept.message
    });
}
