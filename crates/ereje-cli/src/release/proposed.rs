//! The version that the texts of today would make: what a release freezes, before
//! it is known whether it may.

use std::collections::BTreeMap;

use ereje::catalog::Catalog;
use ereje::change::{Action, Kind};
use ereje::diagnostic::{Diagnostic, Level};
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::sync::State;
use ereje::version::{
    History, Previous, Version, VersionClause, VersionText, freeze, stated_facts,
};
use ereje_render::Site;
use rayon::prelude::*;

use super::gate::Gate;
use crate::clock;
use crate::failure::Failure;
use crate::freshness::Change;
use crate::job::{self, Checked, Job};
use crate::sentences::Sentences;

impl Gate<'_> {
    /// The texts of every language, which must be sound and complete.
    pub(super) fn texts(
        &self,
        to_review: &mut Vec<(Locale, Change)>,
        found: &mut Vec<Diagnostic>,
    ) -> Result<BTreeMap<Locale, VersionText>, Failure> {
        let (manifest, plan) = (self.manifest, self.plan);
        let manifests = std::slice::from_ref(manifest);
        let site = Site::new(&plan.workspace, &plan.languages, manifests, |_| Vec::new());
        let source = job::source(manifest, plan, self.inputs, false);
        let sentences = Sentences::of(plan);
        let one = |locale: &Locale| {
            let job = Job::of_texts((manifest, locale), &source, (plan, self.inputs), &site);
            let Checked { file, found: mut wrong, .. } = job.check(Level::Advice)?;
            refuse_copies(&mut wrong);
            let file = file.as_ref().unwrap_or(&source.file);
            let mut open = Vec::new();
            if let Some(fresh) = job.fresh(file)? {
                wrong.extend(fresh.stale(file, Level::Error));
                open = fresh.changes(State::Review, self.inputs);
            }
            let terms = plan.terms.get(locale);
            let catalog = Catalog::new(locale, file, terms, &manifest.facts, manifest.published);
            let Some(phrases) = plan.phrases(locale) else {
                return Err(wrong);
            };
            wrong.extend(phrases.check());
            if self.options.ends {
                wrong.extend(phrases.check_ending());
            }
            let mut beside = sentences.weighed(locale, &plan.judge);
            plan.judge.apply(&mut beside);
            refuse_copies(&mut beside);
            wrong.extend(beside);
            Ok((locale.clone(), freeze(manifest, &catalog), open, wrong))
        };
        let made: Vec<Result<_, Vec<Diagnostic>>> = manifest.locales.par_iter().map(one).collect();
        let mut texts = BTreeMap::new();
        for made in made {
            match made {
                Ok((locale, text, open, told)) => {
                    to_review.extend(open.into_iter().map(|change| (locale.clone(), change)));
                    found.extend(told);
                    texts.insert(locale, text);
                }
                Err(wrong) => found.extend(wrong),
            }
        }
        Ok(texts)
    }

    /// The day of publication.
    pub(super) fn published(&self) -> Date {
        let today = || clock::today(&self.manifest.notice.time_zone);
        self.manifest.published.unwrap_or_else(today)
    }

    /// The version, but for what depends on how much changed.
    pub(super) fn version(&self, history: &History, effective: Date) -> Version {
        let (manifest, options) = (self.manifest, self.options);
        let newest = history.newest();
        let previous = newest.map(|newest| Previous {
            version: newest.version.version.clone(),
            sums: history.sums(&newest.version.version).unwrap_or_default().to_owned(),
        });
        let source = job::source(manifest, self.plan, self.inputs, false);
        let locale = &manifest.source_locale;
        let terms = self.plan.terms.get(locale);
        let catalog = Catalog::new(locale, &source.file, terms, &manifest.facts, None);
        let clauses = manifest.clauses.iter().map(|plan| VersionClause {
            id: plan.id.clone(),
            kind: plan.kind,
            level: plan.level,
            topics: plan.topics.clone(),
            promises: plan.promises.clone(),
            facts: stated_facts(manifest, &catalog, &plan.id),
            meaning: String::new(),
        });
        Version {
            policy: manifest.id.clone(),
            version: options.version.clone().unwrap_or_default(),
            published: self.published(),
            effective,
            time_zone: manifest.notice.time_zone.clone(),
            show_until: clock::days_after(effective, manifest.notice.show_days),
            severity: Kind::Material,
            floor: Kind::Material,
            action: Action::None,
            // A blank is no reason.
            reason: options.reason.clone().filter(|reason| !reason.trim().is_empty()),
            short_notice: options.short_notice.clone().filter(|why| !why.trim().is_empty()),
            retracts: each_once(&options.retracts),
            ends: options.ends,
            topics: Vec::new(),
            source_locale: locale.clone(),
            locales: manifest.locales.clone(),
            previous,
            facts: manifest.facts.clone(),
            clauses: clauses.collect(),
        }
    }
}

/// Names in their order, each once.
fn each_once(names: &[String]) -> Vec<String> {
    let is_first = |(at, name): &(usize, &String)| !names[..*at].contains(name);
    names.iter().enumerate().filter(is_first).map(|(_, name)| name.clone()).collect()
}

/// No language of a version repeats the words of the source. Where both have to be the
/// same, the settings say why.
fn refuse_copies(found: &mut [Diagnostic]) {
    let is_copy =
        |told: &&mut Diagnostic| told.rule == "untranslated" && told.level == Level::Warning;
    for told in found.iter_mut().filter(is_copy) {
        told.level = Level::Error;
        told.hint = Some("translate it; or suppress `untranslated` with a reason".to_owned());
    }
}
