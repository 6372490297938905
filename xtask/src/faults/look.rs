//! Looking at one file of a translation as `check` does.

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::compose;
use ereje::diagnostic::Diagnostic;
use ereje::manifest::Manifest;
use ereje::sync::{State, Sync, Wording};
use ereje_check::{
    Elsewhere, References, Side, Subject, Texts, Variables, check_document, check_file,
    check_fluent, check_messages, check_texts, functions, on_their_own,
};

use super::corpus::Pair;

/// What Fluent itself has in every program.
const BUILT_IN: [&str; 2] = ["DATETIME", "NUMBER"];

/// The source of a translation, read once.
pub(super) struct Source<'p> {
    pair: &'p Pair,
    pub(super) file: FtlFile,
    terms: FtlFile,
    texts: Texts,
}

impl<'p> Source<'p> {
    pub(super) fn of(pair: &'p Pair) -> Source<'p> {
        let file = FtlFile::parse("source.ftl", pair.source.clone());
        let terms = FtlFile::parse("source-terms.ftl", pair.source_terms.clone());
        let texts = Texts::of(&pair.source_locale, &file, Some(&terms), pair.form);
        Source { pair, file, terms, texts }
    }

    /// Everything that is told of a translation.
    pub(super) fn findings(&self, text: &str) -> Vec<Diagnostic> {
        let pair = self.pair;
        let terms = FtlFile::parse("terms.ftl", pair.terms.clone());
        let file = FtlFile::parse("translation.ftl", text.to_owned());
        let own = Texts::of(&pair.locale, &file, Some(&terms), pair.form);
        let from = Side { texts: &self.texts, file: &self.file, terms: Some(&self.terms) };
        let to = Side { texts: &own, file: &file, terms: Some(&terms) };
        let all = (false, &|_: &_| true);
        let Some(manifest) = &pair.manifest else {
            let elsewhere = Elsewhere::used_by(&self.file);
            let functions: Vec<&str> = BUILT_IN.into_iter().chain(functions(&self.file)).collect();
            let variables = Variables::Source(&self.file);
            let mut references = References::new(&file, None, variables, Some(&functions));
            references.elsewhere = Some(&elsewhere);
            let mut found = check_fluent(&references, Some(&self.file), &pair.locale);
            let told = check_texts(from, to, None, (all.0, &all.1));
            found.extend(on_their_own(told, &found));
            return found;
        };
        let mut found = file.diagnostics().to_vec();
        found.extend(check_file(&file, &pair.locale, None, (all.0, &all.1)));
        found.extend(self.of_policy(manifest, &file, &terms));
        found.extend(check_texts(from, to, None, (all.0, &all.1)));
        found
    }

    /// What is told of a policy's text by itself.
    fn of_policy(&self, manifest: &Manifest, file: &FtlFile, terms: &FtlFile) -> Vec<Diagnostic> {
        let locale = &self.pair.locale;
        let catalog = Catalog::new(locale, file, Some(terms), &manifest.facts, manifest.published);
        let (source, wanted) = (&self.file, &|_: &_| true);
        let policies = None;
        let subject =
            Subject { manifest, catalog: &catalog, source, policies, draft: false, wanted };
        let mut found = check_messages(&subject);
        found.extend(check_document(&subject, &compose(manifest, &catalog), &found));
        found
    }

    /// Whether the record of a policy's translation tells that its source has gone
    /// on to another text since.
    pub(super) fn is_stale(&self, manifest: &Manifest, message: &str, since: &str) -> bool {
        let own = FtlFile::parse("translation.ftl", self.pair.text.clone());
        let own = Wording::new(manifest, &own, None);
        let before = Wording::new(manifest, &self.file, None);
        let since = FtlFile::parse("source.ftl", since.to_owned());
        let record = Sync::default().standing(&before, &own, "").record;
        let standing = record.standing(&Wording::new(manifest, &since, None), &own, "");
        standing.of(State::Stale).any(|stale| stale == message)
    }
}
