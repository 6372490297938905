//! All rules over any messages, terms and source, as a policy and as a program's.

use ereje::catalog::{Catalog, FUNCTIONS, FtlFile};
use ereje::compose::compose;
use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;
use ereje_check::{
    Elsewhere, Form, References, Side, Subject, Texts, Variables, check_document, check_file,
    check_fluent, check_messages, check_terms, check_texts, check_unread, on_their_own,
};

use super::compose::MANIFEST;
use super::{Input, assert_sound, text};

/// Runs all rules.
pub fn check(bytes: &[u8]) {
    let text = text(bytes);
    let input = Input::new(&text);
    let files = Files {
        own: FtlFile::parse("a.ftl", input.messages.to_owned()),
        terms: FtlFile::parse("terms.ftl", input.terms.to_owned()),
        source: FtlFile::parse("source.ftl", input.source.to_owned()),
        locale: input.locale,
    };
    let found = [files.of_program(), files.of_policy(), files.compared()].concat();
    for told in &found {
        let (file, typed) = match told.path.as_str() {
            "a.ftl" => (&files.own, input.messages),
            "terms.ftl" => (&files.terms, input.terms),
            "source.ftl" => (&files.source, input.source),
            _ => continue,
        };
        assert_sound(told, typed, file.text());
        if let Some(beside) = &told.beside {
            let is_there = [&files.own, &files.source].into_iter().any(|file| {
                file.path() == beside.path && file.text().get(beside.place.span.clone()).is_some()
            });
            assert!(is_there, "{told:?}");
        }
    }
    let again = [files.of_program(), files.of_policy(), files.compared()].concat();
    assert_eq!(found, again, "the same twice");
    files.assert_like_itself();
}

struct Files {
    own: FtlFile,
    terms: FtlFile,
    source: FtlFile,
    locale: Locale,
}

impl Files {
    /// As `check --fluent` does.
    fn of_program(&self) -> Vec<Diagnostic> {
        let elsewhere = Elsewhere::used_by(&self.source);
        let variables = Variables::Source(&self.source);
        let mut references = References::new(&self.own, None, variables, Some(&["NUMBER"]));
        references.elsewhere = Some(&elsewhere);
        let mut found = check_fluent(&references, Some(&self.source), &self.locale);
        let told = self.beside(Form::Plain);
        found.extend(on_their_own(told, &found));
        found
    }

    /// As `check` does.
    fn of_policy(&self) -> Vec<Diagnostic> {
        let manifest = &*MANIFEST;
        let (own, terms) = (&self.own, Some(&self.terms));
        let catalog = Catalog::new(&self.locale, own, terms, &manifest.facts, manifest.published);
        let subject = Subject {
            manifest,
            catalog: &catalog,
            source: &self.source,
            policies: Some(std::slice::from_ref(manifest)),
            draft: false,
            wanted: &|_| true,
        };
        let mut found = own.diagnostics().to_vec();
        found.extend(check_file(own, &self.locale, None, (false, &|_| true)));
        found.extend(check_terms(&self.terms, &[own], &|_| false, &self.locale));
        found.extend(check_messages(&subject));
        let document = compose(manifest, &catalog);
        found.extend(check_document(&subject, &document, &found));
        found.extend(check_unread(&subject));
        let references = References::new(own, terms, Variables::Facts(&catalog), Some(&FUNCTIONS));
        found.extend(check_fluent(&references, Some(&self.source), &self.locale));
        found
    }

    fn compared(&self) -> Vec<Diagnostic> {
        self.beside(Form::Markdown)
    }

    fn beside(&self, form: Form) -> Vec<Diagnostic> {
        let english = Locale::parse("en").expect("a locale");
        let source = Texts::of(&english, &self.source, None, form);
        let own = Texts::of(&self.locale, &self.own, Some(&self.terms), form);
        let source = Side { texts: &source, file: &self.source, terms: None };
        let own = Side { texts: &own, file: &self.own, terms: Some(&self.terms) };
        check_texts(source, own, None, (false, &|_| true))
    }

    /// A text says what itself says.
    fn assert_like_itself(&self) {
        let texts = Texts::of(&self.locale, &self.own, Some(&self.terms), Form::Markdown);
        let side = || Side { texts: &texts, file: &self.own, terms: Some(&self.terms) };
        let found = check_texts(side(), side(), None, (false, &|_| true));
        let wrong = found.iter().find(|told| told.level == Level::Error);
        assert_eq!(wrong, None, "a text differs from itself: {:?}", self.own.text());
    }
}
