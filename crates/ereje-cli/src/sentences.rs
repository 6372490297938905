//! The sentences around the texts, and the owner's words about versions, beside those
//! of the language that a policy is written in: what was copied to be translated and
//! forgotten, and what states another figure or address, or leaves out a date.

use std::collections::{BTreeMap, BTreeSet};

use ereje::catalog::FtlFile;
use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::phrases::own_notice;
use ereje::pseudo::Pseudo;
use ereje::version::History;
use ereje_check::rules::Rule;
use ereje_check::{Form, Judge, Side, Texts, compare_furniture};

use crate::plan::{Plan, stops};

/// The sentences of all languages.
pub(crate) struct Sentences<'p> {
    manifests: &'p [Manifest],
    notices: &'p BTreeMap<Locale, FtlFile>,
    terms: &'p BTreeMap<Locale, FtlFile>,
    /// What the languages say that others are translated from, read once for all of these.
    sources: BTreeMap<&'p Locale, Texts>,
    /// The messages with words about versions that are released: they are frozen there.
    frozen: BTreeSet<String>,
}

impl<'p> Sentences<'p> {
    /// Those in the `notice.ftl` of each locale, with its `terms.ftl` if it has one.
    pub(crate) fn new(
        manifests: &'p [Manifest],
        histories: &BTreeMap<String, History>,
        notices: &'p BTreeMap<Locale, FtlFile>,
        terms: &'p BTreeMap<Locale, FtlFile>,
    ) -> Sentences<'p> {
        let releases = histories.values().flat_map(History::releases);
        let frozen = releases
            .map(|release| own_notice(&release.version.policy, &release.version.version))
            .collect();
        let sources = BTreeMap::new();
        let mut sentences = Sentences { manifests, notices, terms, sources, frozen };
        let sources = manifests.iter().map(|manifest| &manifest.source_locale);
        let read = |locale| Some((locale, sentences.texts(locale)?));
        sentences.sources = sources.filter_map(read).collect();
        sentences
    }

    /// Those of a plan.
    pub(crate) fn of(plan: &'p Plan) -> Sentences<'p> {
        Sentences::new(&plan.manifests, &plan.histories, &plan.notices, &plan.terms)
    }

    /// What is wrong with the `notice.ftl` of a locale beside that of the source locale of
    /// each policy that it translates, by the rules that are `wanted`.
    pub(crate) fn beside_source(
        &self,
        locale: &Locale,
        wanted: &dyn Fn(&Rule) -> bool,
    ) -> Vec<Diagnostic> {
        let policies = self.manifests.iter().filter(|policy| policy.locales.contains(locale));
        let mut sources: BTreeSet<&Locale> = policies.map(|policy| &policy.source_locale).collect();
        sources.remove(locale);
        let Some(own) = self.texts(locale).filter(|_| !sources.is_empty() && !Pseudo::has(locale))
        else {
            return Vec::new();
        };
        let is_asked = |id: &str| !self.frozen.contains(id);
        let compared = sources.into_iter().filter_map(|source| {
            let from = self.side(source, self.sources.get(source)?)?;
            Some(compare_furniture(from, self.side(locale, &own)?, &is_asked, wanted))
        });
        compared.flatten().collect()
    }

    /// The same by rules that do not stop every command: what those that do find is told
    /// where the plan is read.
    pub(crate) fn weighed(&self, locale: &Locale, judge: &Judge) -> Vec<Diagnostic> {
        self.beside_source(locale, &|rule: &Rule| {
            judge.level(rule, None, locale.tag()).is_some() && !stops(judge, rule, locale)
        })
    }

    /// The messages that are in the words of the source, in the order of the file.
    pub(crate) fn copied(&self, locale: &Locale, judge: &Judge) -> Vec<String> {
        let mut told = self.beside_source(locale, &|rule: &Rule| rule.name == "untranslated");
        judge.apply(&mut told);
        told.sort_by_key(|told| told.place.as_ref().map(|place| place.span.start));
        let mut ids: Vec<String> = told.into_iter().filter_map(|told| told.clause).collect();
        ids.dedup();
        ids
    }

    /// What a language says, if all of it can be read.
    fn texts(&self, locale: &Locale) -> Option<Texts> {
        let file = self.notices.get(locale).filter(|file| file.diagnostics().is_empty())?;
        Some(Texts::of(locale, file, self.terms.get(locale), Form::Markdown))
    }

    fn side<'s>(&'s self, locale: &Locale, texts: &'s Texts) -> Option<Side<'s>> {
        Some(Side { texts, file: self.notices.get(locale)?, terms: self.terms.get(locale) })
    }
}
