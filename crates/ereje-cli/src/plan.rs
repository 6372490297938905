//! What is to be generated: settings, manifests, languages and templates, each
//! read once, with everything that is wrong with them.

pub(crate) mod designs;
mod policies;
mod released;
mod strays;

use std::collections::{BTreeMap, BTreeSet};

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Alike, Diagnostic, Level, nearest};
use ereje::fact::Date;
use ereje::furniture::Furniture;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::phrases::Phrases;
use ereje::profile::Profiles;
use ereje::version::History;
use ereje::workspace::{WORKSPACE_FILE, Workspace, read_workspace};
use ereje_check::rules::Rule;
use ereje_check::{Judge, check_file, check_furniture, check_lints, check_scopes};
use ereje_render::Templates;
use rayon::prelude::*;

use crate::clock;
use crate::inputs::Inputs;
use crate::job::{NOTHING_TRANSLATED, UNCOMMENT};
use crate::sentences::Sentences;

/// Everything that pages have in common.
pub(crate) struct Plan {
    pub(crate) workspace: Workspace,
    /// Each dated by its newest version, if it has one.
    pub(crate) manifests: Vec<Manifest>,
    /// Released versions by policy.
    pub(crate) histories: BTreeMap<String, History>,
    pub(crate) languages: BTreeMap<Locale, Furniture>,
    /// `terms.ftl` of the locales that have one.
    pub(crate) terms: BTreeMap<Locale, FtlFile>,
    /// `notice.ftl` of each locale.
    pub(crate) notices: BTreeMap<Locale, FtlFile>,
    pub(crate) templates: Templates,
    /// What laws and guidelines ask of changes.
    pub(crate) profiles: Profiles,
    /// What becomes of everything that is found.
    pub(crate) judge: Judge,
    /// Whether no `policy.toml` is missing from the manifests.
    is_whole: bool,
}

impl Plan {
    /// The versions of a policy, if it has any.
    pub(crate) fn history(&self, policy: &str) -> Option<&History> {
        self.histories.get(policy).filter(|history| !history.is_empty())
    }

    /// All policies that texts may link to, if they are known.
    pub(crate) fn policies(&self) -> Option<&[Manifest]> {
        self.is_whole.then_some(self.manifests.as_slice())
    }

    /// For a draft: a language whose sentences are not all there has those of the language
    /// that it is translated from in their places. That they are missing is told, and
    /// stops nothing.
    pub(crate) fn complete_for_draft(&mut self, found: &mut [Diagnostic]) {
        const LACKS: [&str; 3] = ["missing-sentence", "missing-file", "empty-file"];
        for (locale, source) in self.manifests.iter().flat_map(|manifest| {
            manifest.locales.iter().map(|locale| (locale, &manifest.source_locale))
        }) {
            let path = format!("locales/{locale}/notice.ftl");
            let mut wrong = found.iter_mut().filter(|told| told.path == path);
            if locale == source
                || wrong.any(|told| told.level == Level::Error && !LACKS.contains(&told.rule))
            {
                continue;
            }
            for told in
                found.iter_mut().filter(|told| told.path == path && LACKS.contains(&told.rule))
            {
                told.level = Level::Warning;
            }
            if let Some(from) =
                self.languages.get(source).filter(|_| !self.languages.contains_key(locale))
            {
                let own = (self.notices.get(locale), self.terms.get(locale));
                let furniture = Furniture::of_draft(locale, own, from);
                self.languages.insert(locale.clone(), furniture);
            }
        }
    }

    /// What kept texts of versions from being read when they were needed.
    pub(crate) fn unread_versions(&self) -> Vec<Diagnostic> {
        let of_policy = |(policy, history): (&String, &History)| {
            let unread = history.unread().into_iter();
            unread.map(|told| told.of_policy(policy)).collect::<Vec<_>>()
        };
        self.histories.iter().flat_map(of_policy).collect()
    }

    /// The sentences of a locale about versions.
    pub(crate) fn phrases<'p>(&'p self, locale: &'p Locale) -> Option<Phrases<'p>> {
        Some(Phrases::new(locale, self.notices.get(locale)?, self.terms.get(locale)))
    }
}

/// Reads `ereje.toml`.
pub(crate) fn workspace(inputs: &Inputs) -> (Option<Workspace>, Vec<Diagnostic>) {
    match inputs.read(WORKSPACE_FILE) {
        Ok(text) => {
            let (workspace, mut found) = read_workspace(&text);
            found.extend(workspace.iter().flat_map(|workspace| check_lints(&workspace.lints)));
            (workspace, found)
        }
        Err(diagnostic) => (None, vec![diagnostic]),
    }
}

/// Reads everything else. What is wrong goes to `found`; there is no plan where
/// nothing could be made of it. Suppressions count for the day `on`.
pub(crate) fn read(
    workspace: Workspace,
    on: Option<Date>,
    inputs: &mut Inputs,
    found: &mut Vec<Diagnostic>,
) -> Option<Plan> {
    let profiles = policies::profiles(inputs, found);
    let (manifests, histories) = policies::read(inputs, &profiles, found);
    let is_whole = manifests.len() == inputs.folders("policies").len();
    if is_whole {
        found.extend(check_scopes(&workspace.lints, &manifests));
        found.extend(strays::default_locale(&workspace, &manifests));
    }
    check_syntax_of_unplanned(&manifests, inputs, found);
    strays::check((&manifests, &histories), inputs, found);
    let locales: BTreeSet<&Locale> = manifests.iter().flat_map(Manifest::all_locales).collect();
    if !locales.is_empty() && inputs.folders("locales").is_empty() {
        let message = "there is no folder of locales with texts";
        let hint = "make one for each language, such as `locales/en`, with the texts in it";
        found.push(Diagnostic::error("missing-locale", "locales", message).hint(hint));
        return None;
    }
    let inputs = &*inputs;
    let present: Vec<&Locale> = locales
        .into_iter()
        .filter(|locale| {
            let is_there = inputs.has_texts(locale);
            if !is_there && !inputs.closed.contains(&format!("locales/{locale}")) {
                let is_former = !manifests.iter().any(|one| one.locales.contains(locale));
                let hint = if is_former {
                    "bring notice.ftl and terms.ftl of it back from your history: they are the words \
                     around the texts that were released; no others are needed"
                        .to_owned()
                } else if is_translation(&manifests, locale) {
                    let begins = begins(locale);
                    format!("{begins}; or take the locale out of `locales` in policy.toml")
                } else {
                    "make it, with the texts of each policy in it".to_owned()
                };
                let message = format!("there are no texts in the locale `{locale}`");
                let path = format!("locales/{locale}");
                found.push(Diagnostic::error("missing-locale", path, message).hint(hint).of_locale(locale.tag()));
            }
            is_there
        })
        .collect();
    // A workspace is in no time zone; its policies are.
    let judge = Judge::new(&workspace.lints, on.unwrap_or_else(|| clock::today("UTC")));
    let read =
        |locale: &&Locale| language((locale, is_translation(&manifests, locale)), &judge, inputs);
    let read: Vec<_> = present.par_iter().map(read).collect();
    let (mut languages, mut terms) = (BTreeMap::new(), BTreeMap::new());
    let mut notices = BTreeMap::new();
    for (locale, (furniture, term_file, notice_file, wrong)) in present.into_iter().zip(read) {
        found.extend(wrong);
        terms.extend(term_file.map(|file| (locale.clone(), file)));
        notices.extend(notice_file.map(|file| (locale.clone(), file)));
        languages.extend(furniture.map(|furniture| (locale.clone(), furniture)));
    }
    check_phrases((&manifests, &histories), &notices, &terms, found);
    let sentences = Sentences::new(&manifests, &histories, &notices, &terms);
    let told = notices.par_iter().flat_map_iter(|(locale, _)| {
        sentences.beside_source(locale, &|rule: &Rule| stops(&judge, rule, locale))
    });
    found.append(&mut told.collect());
    drop_what_follows(found);
    let templates = designs::templates(&workspace, inputs, found)?;
    judge.apply(found);
    found.extend(judge.expired());
    Some(Plan {
        workspace,
        manifests,
        histories,
        languages,
        terms,
        notices,
        templates,
        profiles,
        judge,
        is_whole,
    })
}

/// Whether a language is one that a policy is translated into today.
fn is_translation(manifests: &[Manifest], locale: &Locale) -> bool {
    let translates = |one: &Manifest| one.locales.contains(locale) && one.source_locale != *locale;
    manifests.iter().any(translates)
}

/// How a language gets files that it has not.
fn begins(locale: &Locale) -> String {
    format!("`ereje init --locales {locale}` begins it, with what there is to translate")
}

/// Of a policy whose plan can not be read, the texts can still be looked at by
/// themselves.
fn check_syntax_of_unplanned(
    manifests: &[Manifest],
    inputs: &mut Inputs,
    found: &mut Vec<Diagnostic>,
) {
    let policies = inputs.folders("policies");
    let is_planned = |id: &String| manifests.iter().any(|manifest| manifest.id == *id);
    for id in policies.iter().filter(|id| !is_planned(id)) {
        let end = format!("/{id}.ftl");
        let is_text = |path: &&String| path.starts_with("locales/") && path.ends_with(&end);
        for path in inputs.files.keys().filter(is_text) {
            match inputs.read(path) {
                Ok(text) => found.extend_from_slice(FtlFile::parse(path, text).diagnostics()),
                Err(diagnostic) => found.push(diagnostic),
            }
        }
    }
}

/// Whether what a rule finds in the texts that policies share may be an error.
pub(crate) fn stops(judge: &Judge, rule: &Rule, locale: &Locale) -> bool {
    rule.level == Level::Error
        || judge.level(rule, None, locale.tag()).is_some_and(|level| level == Level::Error)
}

type Language = (Option<Furniture>, Option<FtlFile>, Option<FtlFile>, Vec<Diagnostic>);

/// What is wrong by rules that may be an error there stops every command, as it does
/// in a text.
fn language((locale, is_translation): (&Locale, bool), judge: &Judge, inputs: &Inputs) -> Language {
    let mut found = Vec::new();
    let wanted = |rule: &Rule| stops(judge, rule, locale);
    let terms_path = format!("locales/{locale}/terms.ftl");
    let terms = inputs.files.contains_key(&terms_path).then(|| inputs.read(&terms_path));
    let terms = match terms {
        Some(Ok(text)) => {
            let file = FtlFile::parse(terms_path, text);
            let wrong = file.diagnostics().iter().cloned();
            found.extend(wrong.map(|diagnostic| diagnostic.of_locale(locale.tag())));
            found.extend(check_file(&file, locale, None, (false, &wanted)));
            Some(file)
        }
        Some(Err(diagnostic)) => {
            found.push(diagnostic.of_locale(locale.tag()));
            None
        }
        None => None,
    };
    let path = format!("locales/{locale}/notice.ftl");
    if !inputs.files.contains_key(&path) {
        let message = "the sentences around the text are missing";
        let hint = match is_translation {
            true => begins(locale),
            false => {
                "copy notice.ftl from the folder of another language and translate it".to_owned()
            }
        };
        let missing = Diagnostic::error("missing-file", path, message).hint(hint);
        found.push(missing.of_locale(locale.tag()).alike(Alike::File));
        return (None, terms, None, found);
    }
    let (furniture, notices) = match inputs.read(&path) {
        Ok(text) => {
            let file = FtlFile::parse(path, text);
            if file.diagnostics().is_empty()
                && file.waiting("contents").is_some()
                && file.messages().next().is_none()
            {
                let empty = Diagnostic::error("empty-file", file.path(), NOTHING_TRANSLATED);
                found.push(empty.hint(UNCOMMENT).of_locale(locale.tag()));
                return (None, terms, None, found);
            }
            found.extend(file.diagnostics().iter().map(|d| d.clone().of_locale(locale.tag())));
            found.extend(check_furniture(&file, terms.as_ref(), locale, &wanted));
            let furniture = Furniture::read(locale, &file, terms.as_ref());
            (furniture.map_err(|wrong| found.extend(wrong)).ok(), Some(file))
        }
        Err(diagnostic) => {
            found.push(diagnostic.of_locale(locale.tag()));
            (None, None)
        }
    };
    (furniture, terms, notices, found)
}

/// Languages of policies with versions need the sentences about versions.
fn check_phrases(
    (manifests, histories): (&[Manifest], &policies::Histories),
    notices: &BTreeMap<Locale, FtlFile>,
    terms: &BTreeMap<Locale, FtlFile>,
    found: &mut Vec<Diagnostic>,
) {
    let has_versions = |manifest: &&Manifest| {
        histories.get(&manifest.id).is_some_and(|history| !history.is_empty())
    };
    let released = manifests.iter().filter(has_versions);
    let locales: BTreeSet<&Locale> = released.flat_map(Manifest::all_locales).collect();
    let has_end = |manifest: &&Manifest| {
        let releases = histories.get(&manifest.id).map(History::releases);
        releases.into_iter().flatten().any(|release| release.version.ends)
    };
    let ending = manifests.iter().filter(has_end);
    let ending: BTreeSet<&Locale> = ending.flat_map(Manifest::all_locales).collect();
    // Each says every sentence there is.
    let of_locale = |locale: &Locale| {
        let phrases = notices.get(locale).map(|file| Phrases::new(locale, file, terms.get(locale)));
        phrases.map_or_else(Vec::new, |phrases| {
            let mut wrong = phrases.check();
            if ending.contains(locale) {
                wrong.extend(phrases.check_ending());
            }
            wrong
        })
    };
    let all: Vec<_> = locales.into_par_iter().map(of_locale).collect();
    found.extend(all.into_iter().flatten());
}

/// What keeps a sentence from being said is told where it stands; that it can not be
/// said only follows from that.
fn drop_what_follows(found: &mut Vec<Diagnostic>) {
    const FOLLOWS: &str = "format-error";
    let causes = found.iter().filter(|told| told.rule != FOLLOWS && told.level == Level::Error);
    let causes: BTreeSet<_> =
        causes.filter_map(|told| Some((told.path.clone(), told.clause.clone()?))).collect();
    found.retain(|told| {
        let clause = told.clause.as_ref().filter(|_| told.rule == FOLLOWS);
        !clause.is_some_and(|clause| causes.contains(&(told.path.clone(), clause.clone())))
    });
}

/// The path of a policy's texts in a locale.
pub(crate) fn texts_path(policy: &str, locale: &Locale) -> String {
    format!("locales/{locale}/{policy}.ftl")
}

/// A file of texts that is not there, with the one that may be meant.
pub(crate) fn missing_texts(manifest: &Manifest, locale: &Locale, inputs: &Inputs) -> Diagnostic {
    let (policy, is_source) = (manifest.id.as_str(), manifest.source_locale == *locale);
    let path = texts_path(policy, locale);
    let folder = format!("locales/{locale}/");
    let beside = inputs.files.keys().filter_map(|path| path.strip_prefix(&folder));
    let hint = match nearest(&format!("{policy}.ftl"), beside) {
        Some(name) => format!("is it `{name}`? call it `{policy}.ftl`"),
        None if is_source => {
            "write it: one message for each clause of policy.toml, as `name = text`".to_owned()
        }
        None => begins(locale),
    };
    Diagnostic::error("missing-file", path, format!("the texts of `{policy}` are missing"))
        .hint(hint)
        .of_policy(policy)
        .of_locale(locale.tag())
        .alike(Alike::File)
}
