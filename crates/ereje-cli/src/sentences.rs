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
use ereje_check::{Form, Side, Texts, compare_furniture};

use crate::plan::{Plan, stops};

/// What is read of all languages.
pub(crate) struct Sentences<'p> {
    pub(crate) manifests: &'p [Manifest],
    pub(crate) histories: &'p BTreeMap<String, History>,
    /// `notice.ftl` of each locale.
    pub(crate) notices: &'p BTreeMap<Locale, FtlFile>,
    /// `terms.ftl` of those that have one.
    pub(crate) terms: &'p BTreeMap<Locale, FtlFile>,
}

/// What is wrong with the `notice.ftl` of a locale beside that of its sources, and does
/// not stop every command: that is told where the plan is read.
pub(crate) fn beside_source(plan: &Plan, locale: &Locale) -> Vec<Diagnostic> {
    let Plan { manifests, histories, notices, terms, judge, .. } = plan;
    let wanted = |rule: &Rule| {
        judge.level(rule, None, locale.tag()).is_some() && !stops(judge, rule, locale)
    };
    Sentences { manifests, histories, notices, terms }.beside_source(locale, &wanted)
}

impl Sentences<'_> {
    /// What is wrong with the `notice.ftl` of a locale beside that of the source locale of
    /// each policy that it translates, by the rules that are `wanted`. Words about versions
    /// that are released are frozen, and not looked at.
    pub(crate) fn beside_source(
        &self,
        locale: &Locale,
        wanted: &dyn Fn(&Rule) -> bool,
    ) -> Vec<Diagnostic> {
        let policies = self.manifests.iter().filter(|policy| policy.locales.contains(locale));
        let mut sources: BTreeSet<&Locale> = policies.map(|policy| &policy.source_locale).collect();
        sources.remove(locale);
        let Some((own, file, terms)) = self.side(locale).filter(|_| !Pseudo::has(locale)) else {
            return Vec::new();
        };
        let own = Side { texts: &own, file, terms };
        let frozen = self.frozen();
        let is_asked = |id: &str| !frozen.contains(id);
        let sides = sources.into_iter().filter_map(|source| self.side(source));
        let compared = sides.flat_map(|(texts, file, terms)| {
            compare_furniture(Side { texts: &texts, file, terms }, own, &is_asked, wanted)
        });
        compared.collect()
    }

    /// What a language says, if all of it can be read.
    fn side(&self, locale: &Locale) -> Option<(Texts, &FtlFile, Option<&FtlFile>)> {
        let file = self.notices.get(locale).filter(|file| file.diagnostics().is_empty())?;
        let terms = self.terms.get(locale);
        Some((Texts::of(locale, file, terms, Form::Markdown), file, terms))
    }

    fn frozen(&self) -> BTreeSet<String> {
        let releases = self.histories.values().flat_map(History::releases);
        releases
            .map(|release| own_notice(&release.version.policy, &release.version.version))
            .collect()
    }
}
