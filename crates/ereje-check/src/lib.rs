//! What makes a policy wrong, rule by rule.
//!
//! Rules over messages ([`check_messages`]) run before a document is composed,
//! so that a wrong reference is told at its place and not as what Fluent made
//! of it; rules over the composed text ([`check_document`]) run after. A third
//! kind compares what all policies together write ([`check_permalinks`]).
//!
//! Every rule is a file of [`rules`], which says what it finds and why it
//! matters, with an example that fails and one that passes; a test runs both.

mod permalinks;
pub mod rules;

#[cfg(test)]
mod examples;

use ereje::catalog::{Catalog, FtlFile};
use ereje::diagnostic::{Diagnostic, Level};
use ereje::document::{Document, Failure};
use ereje::manifest::{Manifest, PAGE_MESSAGES};
pub use permalinks::check_permalinks;
use rules::{Check, RULES, Rule};

/// What rules look at: one policy in one locale, and its source to compare.
pub struct Subject<'s> {
    /// The plan of the policy.
    pub manifest: &'s Manifest,
    /// The locale's messages.
    pub catalog: &'s Catalog<'s>,
    /// The messages of the source locale; the same ones where this is it.
    pub source: &'s FtlFile,
    /// Whether this is work in progress, which may lack clauses.
    pub draft: bool,
}

impl<'s> Subject<'s> {
    /// The file of the locale's messages.
    #[must_use]
    pub fn file(&self) -> &'s FtlFile {
        self.catalog.file
    }

    /// The ids of the messages that make the page.
    pub fn expected(&self) -> impl Iterator<Item = &'s str> {
        let clauses = self.manifest.clauses.iter().map(|clause| clause.id.as_str());
        PAGE_MESSAGES.into_iter().chain(clauses)
    }
}

/// Collects what a rule finds.
pub struct Report<'r> {
    rule: &'r Rule,
    subject: &'r Subject<'r>,
    found: &'r mut Vec<Diagnostic>,
}

impl Report<'_> {
    /// Reports at `part`, a slice of the text of `file`.
    pub fn at(&mut self, file: &FtlFile, part: &str, message: String, hint: &str) {
        self.push(file.fault(self.rule.name, part, message), None, hint);
    }

    /// The same, of a clause.
    pub fn at_clause(
        &mut self,
        (file, part): (&FtlFile, &str),
        clause: &str,
        message: String,
        hint: &str,
    ) {
        self.push(file.fault(self.rule.name, part, message), Some(clause), hint);
    }

    fn push(&mut self, diagnostic: Diagnostic, clause: Option<&str>, hint: &str) {
        let level = match self.rule.draft_level {
            Some(level) if self.subject.draft => level,
            _ => self.rule.level,
        };
        let mut diagnostic = Diagnostic { level, ..diagnostic }
            .of_policy(&self.subject.manifest.id)
            .of_locale(self.subject.catalog.locale.tag());
        diagnostic.clause = clause.map(str::to_owned);
        if !hint.is_empty() {
            diagnostic.hint = Some(hint.to_owned());
        }
        self.found.push(diagnostic);
    }
}

/// What is wrong with the messages themselves.
#[must_use]
pub fn check_messages(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Messages(check) = rule.check {
            check(subject, &mut Report { rule, subject, found: &mut found });
        }
    }
    found
}

/// What is wrong with the text that readers would see. What only follows from
/// an error in `before` is not told again.
#[must_use]
pub fn check_document(
    subject: &Subject<'_>,
    document: &Document,
    before: &[Diagnostic],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Document(check) = rule.check {
            check(subject, document, &mut Report { rule, subject, found: &mut found });
        }
    }
    let errors = || before.iter().filter(|known| known.level == Level::Error);
    let by_itself = |clause: &Option<String>| {
        let of_function = |failure: &Failure| failure.error.function.is_some();
        let mut failures = document.failures.iter();
        failures.any(|f| Some(&f.message) == clause.as_ref() && of_function(f))
    };
    found.retain(|diagnostic| {
        // What Fluent could not resolve mostly follows from what is told already.
        let follows = diagnostic.rule == "format-error" && !by_itself(&diagnostic.clause);
        let about_values = ["format-error", "leftover-placeholder"].contains(&diagnostic.rule);
        let told = about_values
            && diagnostic.clause.is_some()
            && errors().any(|error| error.clause == diagnostic.clause);
        !(told || (follows && errors().next().is_some()))
    });
    found
}
