//! What makes a policy wrong, rule by rule.
//!
//! Rules over messages ([`check_messages`]) run before a document is composed,
//! so that a wrong reference is told at its place and not as what Fluent made
//! of it; rules over the composed text ([`check_document`]) run after. Rules over
//! two languages ([`check_texts`]) compare what readers of both see. Rules over
//! one file ([`check_file`]) need to know nothing but its language; with those
//! over references and translations they look at any Fluent file
//! ([`check_fluent`]), and at the sentences around the texts ([`check_furniture`]). Others need all policies: where pages are written
//! ([`check_permalinks`]), which terms are used ([`check_terms`]). One looks at the
//! plan of a policy alone ([`check_profiles`]).
//!
//! Every rule is a file of [`rules`], which says what it finds and why it
//! matters, with an example that fails and one that passes; a test runs both.

mod addresses;
mod characters;
mod comparison;
mod figures;
mod fillers;
mod findings;
mod fluent;
mod furniture;
pub mod handbook;
mod lints;
mod lookalikes;
mod numerals;
mod permalinks;
mod plurals;
mod profiles;
mod prose;
mod references;
pub mod rules;
mod scripts;
mod sentences;
mod sketch;
mod statements;
mod terms;

#[cfg(test)]
mod examples;

pub use comparison::{Comparison, Form, Reading, Side, Text, Texts};
use ereje::catalog::{Catalog, FUNCTIONS, FtlFile};
use ereje::diagnostic::{Alike, Beside, Diagnostic, Level};
use ereje::document::{Document, Failure};
use ereje::fix::Fix;
use ereje::locale::Locale;
use ereje::manifest::{Manifest, PAGE_MESSAGES};
pub use findings::{FINDINGS, Finding, is_fixed, names};
pub use fluent::{Translation, check_fluent, on_their_own};
pub use furniture::{check_furniture, compare_furniture, unasked};
pub use lints::{Judge, check_lints, check_scopes, check_unread};
pub use permalinks::check_permalinks;
pub use plurals::nouns_change;
pub use profiles::check_profiles;
pub use references::{Elsewhere, References, Variables, functions};
use rules::{Check, Owner, RULES, Rule, typed_in};
pub use terms::awaited_terms;

/// What rules look at: one policy in one locale, and its source to compare.
pub struct Subject<'s> {
    /// The plan of the policy.
    pub manifest: &'s Manifest,
    /// The locale's messages.
    pub catalog: &'s Catalog<'s>,
    /// The messages of the source locale; the same ones where this is it.
    pub source: &'s FtlFile,
    /// All policies of the workspace, which texts may link to; `None` where the plan of
    /// one could not be read.
    pub policies: Option<&'s [Manifest]>,
    /// Whether this is work in progress, which may lack clauses.
    pub draft: bool,
    /// Which rules look at it.
    pub wanted: &'s dyn Fn(&Rule) -> bool,
}

impl<'s> Subject<'s> {
    /// The file of the locale's messages.
    #[must_use]
    pub fn file(&self) -> &'s FtlFile {
        self.catalog.file
    }

    /// What its messages may refer to.
    #[must_use]
    pub fn references(&self) -> References<'s> {
        let variables = Variables::Facts(self.catalog);
        References::new(self.catalog.file, self.catalog.terms, variables, Some(&FUNCTIONS))
    }

    /// The ids of the messages that make the page.
    pub fn expected(&self) -> impl Iterator<Item = &'s str> {
        let clauses = self.manifest.clauses.iter().map(|clause| clause.id.as_str());
        PAGE_MESSAGES.into_iter().chain(clauses)
    }
}

/// What texts belong to.
#[derive(Clone, Copy)]
struct About<'a> {
    policy: Option<&'a str>,
    locale: &'a str,
    draft: bool,
}

impl<'s> Subject<'s> {
    fn about(&self) -> About<'s> {
        let (policy, locale) = (self.manifest.id.as_str(), self.catalog.locale.tag());
        About { policy: Some(policy), locale, draft: self.draft }
    }
}

/// So much a rule tells of one message.
const MOST_OF_CLAUSE: usize = 100;

/// So much a rule tells of what is in no message.
const MOST_OF_FILE: usize = 1000;

/// Collects what a rule finds.
pub struct Report<'r> {
    rule: &'r Rule,
    about: About<'r>,
    found: &'r mut Vec<Diagnostic>,
    /// Whether what was reported last is told.
    is_told: bool,
}

impl<'r> Report<'r> {
    fn new(rule: &'r Rule, about: About<'r>, found: &'r mut Vec<Diagnostic>) -> Self {
        Report { rule, about, found, is_told: false }
    }
}

impl Report<'_> {
    /// The locale of what is looked at.
    pub(crate) fn tag(&self) -> &str {
        self.about.locale
    }

    /// The language of what is looked at.
    pub(crate) fn language(&self) -> &str {
        self.tag().split('-').next().unwrap_or_default()
    }

    /// Reports at `part`, a slice of the text of `file`.
    pub fn at(&mut self, file: &FtlFile, part: &str, message: String, hint: &str) {
        if self.is_told_enough(file, None) {
            return;
        }
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
        if self.is_told_enough(file, Some(clause)) {
            return;
        }
        self.push(file.fault(self.rule.name, part, message), Some(clause), hint);
    }

    /// The same, of a message or a term.
    fn at_owner(&mut self, place: (&FtlFile, &str), owner: Owner<'_>, message: String, hint: &str) {
        match owner {
            Owner::Message(clause) => self.at_clause(place, clause, message, hint),
            Owner::Term(_) => self.at(place.0, place.1, message, hint),
        }
    }

    /// Reports of a file that is no text of a language, without a place in it.
    fn of_file(&mut self, path: &str, message: String, hint: &str) {
        self.push(Diagnostic::error(self.rule.name, path, message), None, hint);
    }

    /// Reports of a clause at `part` of its own file, or of the whole file where
    /// that is empty, what the source has at a place of its.
    pub fn lacks(
        &mut self,
        (file, part): (&FtlFile, &str),
        (source, there): (&FtlFile, &str),
        clause: &str,
        message: String,
        hint: &str,
    ) {
        if self.is_told_enough(file, Some(clause)) {
            return;
        }
        let diagnostic = if part.is_empty() {
            Diagnostic::error(self.rule.name, file.path(), message)
        } else {
            file.fault(self.rule.name, part, message)
        };
        let place = source.place(source.span(there));
        let beside = Beside { path: source.path().to_owned(), place };
        self.push(diagnostic.beside(beside), Some(clause), hint);
    }

    /// Whether a rule told so much of one message, or of what is in none, that
    /// more of it would be of no use and take a time without bounds.
    fn is_told_enough(&mut self, file: &FtlFile, clause: Option<&str>) -> bool {
        let most = if clause.is_some() { MOST_OF_CLAUSE } else { MOST_OF_FILE };
        let before = self.found.len().checked_sub(most).and_then(|at| self.found.get(at));
        let is_enough = before.is_some_and(|told| {
            let same_file = told.rule == self.rule.name && told.path == file.path();
            same_file && told.clause.as_deref() == clause
        });
        self.is_told &= !is_enough;
        is_enough
    }

    /// Reports where a translation says `own`, and shows where its source says
    /// `source`. Of either, the whole text is meant where it is not typed there.
    pub fn at_texts(
        &mut self,
        texts: &Comparison<'_>,
        (own, source): (&str, &str),
        message: String,
        hint: &str,
    ) {
        let (own_file, source_file) = (texts.to.file, texts.from.file);
        let own = typed_in(own_file, texts.own, own);
        let source = typed_in(source_file, texts.source, source);
        let diagnostic = own_file.fault(self.rule.name, own, message);
        let place = source_file.place(source_file.span(source));
        let beside = Beside { path: source_file.path().to_owned(), place };
        self.push(diagnostic.beside(beside), Some(&texts.own.message), hint);
    }

    /// Reports a fault in a text of a reference, which stands beside nothing, at what was
    /// typed in it.
    pub(crate) fn at_source(
        &mut self,
        (source, text): (Side<'_>, &comparison::Text),
        typed: &str,
        message: String,
        hint: &str,
    ) {
        let typed = typed_in(source.file, text, typed);
        let diagnostic = source.file.fault(self.rule.name, typed, message);
        self.push(diagnostic, Some(&text.message), hint);
    }

    /// Adds to what was reported last how it can be mended.
    pub fn fix(&mut self, fix: Fix) {
        if let Some(last) = self.found.last_mut().filter(|_| self.is_told) {
            last.fix = Some(Box::new(fix));
        }
    }

    /// Adds to what was reported last as what many such are told.
    pub fn alike(&mut self, alike: Alike) {
        if let Some(last) = self.found.last_mut().filter(|_| self.is_told) {
            last.alike = Some(alike);
        }
    }

    fn push(&mut self, diagnostic: Diagnostic, clause: Option<&str>, hint: &str) {
        let level = match self.rule.draft_level {
            Some(level) if self.about.draft => level,
            _ => self.rule.level,
        };
        let mut diagnostic = Diagnostic { level, ..diagnostic }.of_locale(self.about.locale);
        diagnostic.policy = self.about.policy.map(str::to_owned);
        diagnostic.clause = clause.map(str::to_owned);
        if !hint.is_empty() {
            diagnostic.hint = Some(hint.to_owned());
        }
        self.found.push(diagnostic);
        self.is_told = true;
    }
}

/// What is wrong between the texts of a translation and those of its source,
/// by the rules that are `wanted`.
#[must_use]
pub fn check_texts(
    source: Side<'_>,
    own: Side<'_>,
    policy: Option<&str>,
    (draft, wanted): (bool, &dyn Fn(&Rule) -> bool),
) -> Vec<Diagnostic> {
    let about = About { policy, locale: own.texts.locale.tag(), draft };
    let mut found = Vec::new();
    let checks = RULES.iter().filter(|rule| wanted(rule)).filter_map(|rule| match rule.check {
        Check::Texts(check) => Some((rule, check)),
        _ => None,
    });
    let checks: Vec<_> = checks.collect();
    for comparison in Comparison::of(source, own) {
        for (rule, check) in &checks {
            check(&comparison, &mut Report::new(rule, about, &mut found));
        }
    }
    found
}

/// What is wrong with the texts of a reference by themselves, which a translation would
/// only repeat. Of policies all is told by other means.
#[must_use]
pub fn check_source(source: Side<'_>) -> Vec<Diagnostic> {
    let about = About { policy: None, locale: source.texts.locale.tag(), draft: false };
    let mut found = Vec::new();
    rules::check_source(source, about, &mut found);
    found
}

/// What is wrong with the messages and terms of a file by themselves, by the
/// rules that are `wanted`.
#[must_use]
pub fn check_file(
    file: &FtlFile,
    locale: &Locale,
    policy: Option<&str>,
    (draft, wanted): (bool, &dyn Fn(&Rule) -> bool),
) -> Vec<Diagnostic> {
    let about = About { policy, locale: locale.tag(), draft };
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| wanted(rule)) {
        if let Check::File(check) = rule.check {
            check(file, locale, &mut Report::new(rule, about, &mut found));
        }
    }
    found
}

/// What is wrong with the terms of a locale, given all files that can use them, and
/// which terms will be used once all is translated ([`awaited_terms`]).
#[must_use]
pub fn check_terms(
    terms: &FtlFile,
    texts: &[&FtlFile],
    is_awaited: &dyn Fn(&str) -> bool,
    locale: &Locale,
) -> Vec<Diagnostic> {
    let about = About { policy: None, locale: locale.tag(), draft: false };
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Terms(check) = rule.check {
            check(terms, texts, is_awaited, &mut Report::new(rule, about, &mut found));
        }
    }
    found
}

/// What is wrong with the messages themselves.
#[must_use]
pub fn check_messages(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let references = subject.references();
    for rule in RULES.iter().filter(|rule| (subject.wanted)(rule)) {
        let mut report = Report::new(rule, subject.about(), &mut found);
        match rule.check {
            Check::Messages(check) => check(subject, &mut report),
            Check::References(check) => check(&references, &mut report),
            _ => {}
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
    for rule in RULES.iter().filter(|rule| (subject.wanted)(rule)) {
        if let Check::Document(check) = rule.check {
            let mut report = Report::new(rule, subject.about(), &mut found);
            check(subject, document, &mut report);
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
