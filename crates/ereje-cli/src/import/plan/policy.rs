//! One policy of a plan: its page in the source locale, then all further ones.

use ereje::diagnostic::{Diagnostic, Level};
use ereje::import_plan::{PlannedAccept, PlannedPage, PlannedPolicy};
use ereje::locale::Locale;
use ereje::manifest::{Manifest, read_manifest, with_permalink};
use ereje_import::{Accept, Asks};

use super::links::Targets;
use super::work::Work;
use crate::import::{language, page};
use crate::workspace::read_held;

/// What would come of a page.
pub(super) enum Became {
    /// It is new, and this is in it.
    New(String),
    /// The workspace says the same already.
    Same,
    /// It waits for a person, who may write this line into the plan.
    Waits(String, String),
    /// Nothing: what is wrong is told.
    Nothing(&'static str),
}

/// What would come of a policy.
pub(super) struct Outcome {
    /// Its pages, in the order of their languages.
    pub(super) pages: Vec<(Locale, Became)>,
}

impl Outcome {
    pub(super) fn is_whole(&self) -> bool {
        let is_there = |became: &Became| matches!(became, Became::New(_) | Became::Same);
        self.pages.iter().all(|(_, became)| is_there(became))
    }

    /// Languages that come to it; all, where that is asked.
    pub(super) fn locales(&self, is_all: bool) -> Vec<Locale> {
        let is_new = |became: &Became| is_all || matches!(became, Became::New(_));
        let new = self.pages.iter().filter(|(_, became)| is_new(became));
        new.map(|(locale, _)| locale.clone()).collect()
    }
}

/// Puts the policy into the workspace.
pub(super) fn carry_out(
    targets: &Targets<'_>,
    planned: &PlannedPolicy,
    work: &mut Work,
    told: &mut Vec<Diagnostic>,
) -> Outcome {
    let mut pages: Vec<(Locale, Became)> = Vec::new();
    let source = planned.pages.iter().find(|page| page.locale == planned.source_locale);
    let is_begun = begin(targets, planned, source, work, told).map(|became| {
        pages.extend(source.map(|page| (page.locale.clone(), became)));
    });
    for page in &planned.pages {
        if page.locale == planned.source_locale {
            continue;
        }
        let became = match is_begun {
            Some(()) => join(targets, planned, page, work, told),
            None => Became::Nothing("not looked at"),
        };
        pages.push((page.locale.clone(), became));
    }
    if is_begun.is_none()
        && let Some(page) = source
    {
        pages.insert(0, (page.locale.clone(), Became::Nothing("it can not be taken")));
    }
    Outcome { pages }
}

/// Makes the policy of its page in the source locale, where it is not there yet;
/// nothing where it can not be made.
fn begin(
    targets: &Targets<'_>,
    planned: &PlannedPolicy,
    source: Option<&PlannedPage>,
    work: &mut Work,
    told: &mut Vec<Diagnostic>,
) -> Option<Became> {
    let (given, id) = (targets.given, &planned.id);
    let there = manifest(work, id);
    if let Some(other) = there.as_ref().map(|there| &there.source_locale)
        && *other != planned.source_locale
    {
        let message =
            format!("`{id}` is in the workspace already, with the source locale `{other}`");
        let hint = format!("write `source-locale = \"{other}\"` for it, or give it another id");
        told.push(given.wrong(&planned.place, message, hint));
        return None;
    }
    let Some(page) = source else {
        if there.is_some() {
            return Some(Became::Same);
        }
        let tag = &planned.source_locale;
        let message = format!("`{id}` has no page in its source locale `{tag}`");
        let hint = format!("add a line `{tag} = …`, or write the locale of another page of it");
        told.push(given.wrong(&planned.place, message, hint));
        return None;
    };
    let (name, text) = (given.page(page), given.texts.get(&page.file)?);
    // Of a plan that a program proposed, nobody has typed the language.
    if let Some(what) = ereje_import::is_foreign(text, &page.locale) {
        let message = format!("most of {name} is not in `{}`: {what}", page.locale);
        let hint = "name the page of that language, or write the one that it is in";
        told.push(given.wrong(&page.place, message, hint));
        return None;
    }
    let text = targets.linked((planned, page), text, work, told);
    let known = |path: &str| work.text(path);
    let made = match page::make(&known, (id, &page.locale), (&name, &text)) {
        Ok(made) => made,
        Err(diagnostic) => {
            told.push(*diagnostic);
            return None;
        }
    };
    let [(manifest_path, mut manifest), texts] = made.own;
    if let Some(link) = &page.permalink
        && let Some(plan) = read_manifest(id, &manifest_path, &manifest).0
        && plan.permalink(&page.locale) != link
    {
        manifest = with_permalink(&manifest, page.locale.tag(), link);
    }
    if there.is_some() && work.text(&texts.0).as_deref() == Some(texts.1.as_str()) {
        // What an interrupted run has not made yet may be around it.
        surround(id, &page.locale, work, told);
        return Some(Became::Same);
    }
    let texts = work.add(texts);
    let taken = texts.or_else(|| work.add((manifest_path, manifest)));
    if let Some(path) = taken {
        let message =
            format!("{path} is there already with other text, and nothing is overwritten");
        let hint = "give the policy another id, take its line away, or move the file away";
        told.push(given.wrong(&page.place, message, hint));
        return None;
    }
    told.extend(made.told);
    surround(id, &page.locale, work, told);
    let counted = |number: usize, what: &str| {
        format!("{number} {what}{}", if number == 1 { "" } else { "s" })
    };
    Some(Became::New(format!(
        "{}, {}, dated {}",
        counted(made.clauses, "clause"),
        counted(made.facts, "fact"),
        made.published
    )))
}

/// Puts in what a policy in a language needs around it.
fn surround(id: &str, locale: &Locale, work: &mut Work, told: &mut Vec<Diagnostic>) {
    let is_there = |path: &str| work.is_there(path);
    let is_first = !work.is_there(ereje::workspace::WORKSPACE_FILE);
    for file in page::around(&is_there, id, locale, is_first, told) {
        work.add(file);
    }
}

fn manifest(work: &Work, id: &str) -> Option<Manifest> {
    let path = format!("policies/{id}/policy.toml");
    read_manifest(id, &path, &work.text(&path)?).0
}

/// Joins a page as a further language.
fn join(
    targets: &Targets<'_>,
    planned: &PlannedPolicy,
    page: &PlannedPage,
    work: &mut Work,
    told: &mut Vec<Diagnostic>,
) -> Became {
    const WRONG: Became = Became::Nothing("it can not be taken");
    let (given, id) = (targets.given, &planned.id);
    let name = given.page(page);
    let Some(text) = given.texts.get(&page.file) else { return WRONG };
    let text = targets.linked((planned, page), text, work, told);
    let choice = language::Choice {
        accept: match &page.accept {
            PlannedAccept::Nothing => Accept::Nothing,
            PlannedAccept::Likely => Accept::Likely,
            PlannedAccept::Clauses(ids) => Accept::Clauses(ids.clone()),
        },
        partial: page.partial,
        permalink: page.permalink.clone(),
        asks: Asks::Plan,
    };
    let wanted = (id.as_str(), &page.locale, name.as_str(), text.as_str());
    let read = read_held(&work.held_for(id));
    let is_there = |path: &str| work.is_there(path);
    let joined = match language::prepare(read, &is_there, wanted, &choice, told) {
        Ok(language::Outcome::Joined(joined)) => *joined,
        Ok(_) => return WRONG,
        Err(failure) => {
            let hint = failure.hint.unwrap_or_default();
            told.push(given.wrong(&page.place, failure.message, hint));
            return WRONG;
        }
    };
    let (path, before, after) = &joined.manifest;
    let is_known = |(path, text): &(String, String)| work.text(path).as_ref() == Some(text);
    if before == after && joined.files.first().is_some_and(is_known) {
        return Became::Same;
    }
    let line = language::counted(id, &page.locale, &joined);
    let line = line.split_once(": ").map_or(line.as_str(), |(_, rest)| rest).to_owned();
    let translation = joined.translation;
    if !translation.is_whole() && !page.partial {
        let is_doubt =
            |told: &&Diagnostic| told.rule == "import-doubtful" && told.level == Level::Error;
        let doubts =
            translation.told.iter().filter(is_doubt).filter_map(|told| told.clause.clone());
        let mut ids: Vec<String> = doubts.collect();
        let accept = match &page.accept {
            PlannedAccept::Likely => PlannedAccept::Likely,
            PlannedAccept::Clauses(known) => {
                ids.splice(..0, known.iter().cloned());
                PlannedAccept::Clauses(ids)
            }
            PlannedAccept::Nothing if ids.is_empty() => PlannedAccept::Nothing,
            PlannedAccept::Nothing => PlannedAccept::Clauses(ids),
        };
        let partial = translation.missing + translation.extra > 0;
        let taken = PlannedPage { accept, partial, ..page.clone() };
        told.extend(translation.told);
        return Became::Waits(line, taken.line());
    }
    let taken = joined.files.into_iter().find_map(|file| work.add(file));
    if let Some(path) = taken {
        let message =
            format!("{path} is there already with other text, and nothing is overwritten");
        let hint = "take the line away, or look at the difference by `import --verify`";
        told.push(given.wrong(&page.place, message, hint));
        return WRONG;
    }
    if before != after {
        work.change(path, after.clone());
    }
    told.extend(translation.told);
    Became::New(line)
}
