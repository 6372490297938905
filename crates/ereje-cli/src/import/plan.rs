//! `import --plan`: carries out a plan that somebody has read. All policies in all
//! their languages, or nothing.

mod links;
mod policy;
mod rules;
mod tell;
mod work;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Place, nearest, sort};
use ereje::import_plan::{IMPORT_PLAN_FILE, ImportPlan, PlannedPage, read_import_plan};
use ereje::locale::Locale;

use super::folder::pages;
use crate::arguments::ImportArguments;
use crate::failure::Failure;
use crate::workspace;
use links::Targets;
use work::Work;

/// The plan, and where it and its pages are.
struct Given {
    /// The name that the plan is told by.
    name: String,
    plan: ImportPlan,
    folder: PathBuf,
    /// What its pages say, by their paths in the plan.
    texts: BTreeMap<String, String>,
}

impl Given {
    /// The name that a page is told by.
    fn page(&self, page: &PlannedPage) -> String {
        self.folder.join(&page.file).display().to_string()
    }

    /// An error at a place of the plan.
    fn wrong(&self, place: &Place, message: String, hint: impl Into<String>) -> Diagnostic {
        let mut told = Diagnostic::error("import-plan", self.name.clone(), message).hint(hint);
        told.place = Some(place.clone());
        told
    }
}

/// Carries out the plan.
pub(super) fn run(
    program: &str,
    workspace: Option<&Path>,
    options: &ImportArguments,
    path: &Path,
) -> Result<ExitCode, Failure> {
    let given = match read(path)? {
        Ok(given) => given,
        Err(told) => return Ok(tell::refused(told, options)),
    };
    let root = match workspace {
        Some(given) => given.to_owned(),
        None => workspace::find(program, None).unwrap_or_else(|_| PathBuf::from(".")),
    };
    let mut work = Work::of(&root);
    let mut told = unplanned(&given);
    let targets = Targets::of(&given);
    let outcomes: Vec<policy::Outcome> = given
        .plan
        .policies
        .iter()
        .map(|planned| policy::carry_out(&targets, planned, &mut work, &mut told))
        .collect();
    if outcomes.iter().all(policy::Outcome::is_whole) {
        told.extend(addresses(&given, &work));
        for (planned, outcome) in given.plan.policies.iter().zip(&outcomes) {
            let locales = outcome.locales(work.is_new);
            rules::apply(&mut work, (&planned.id, &locales), &mut told);
        }
    }
    sort(&mut told);
    let is_whole = outcomes.iter().all(policy::Outcome::is_whole)
        && told.iter().all(|told| !super::is_error(told));
    tell::found(&told, is_whole, options.format);
    let ending = match (is_whole, work.count(), options.dry_run) {
        (false, ..) => tell::Ending::Refused,
        (true, 0, _) => tell::Ending::Nothing,
        (true, _, true) => tell::Ending::DryRun,
        (true, ..) => {
            work.write()?;
            tell::Ending::Written
        }
    };
    tell::outcomes(program, workspace, options, &given, &outcomes, (&ending, work.count()));
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Where the links of a page lead by the plan that it came in by.
pub(super) struct Ways {
    given: Given,
    /// The places of its policy and of the page in the plan.
    at: (usize, usize),
    work: Work,
}

impl Ways {
    /// The page without the lines that lead to it in other languages.
    pub(super) fn without_switcher(&self, text: &str) -> String {
        let own = &self.given.plan.policies[self.at.0];
        Targets::of(&self.given).without_switcher((own, &own.pages[self.at.1]), text).0
    }

    /// Gives `ask` what finds the link to a policy that the plan made of a link of the
    /// page.
    pub(super) fn ask<R>(&self, ask: impl FnOnce(&dyn Fn(&str) -> Option<String>) -> R) -> R {
        let own = &self.given.plan.policies[self.at.0];
        let targets = Targets::of(&self.given);
        ask(&|target| targets.lead((own, &own.pages[self.at.1]), target, &self.work))
    }
}

/// The same of a plan that stands where an import leaves it, here or in the workspace;
/// `None` where no such plan has the page for this policy and language.
pub(super) fn ways(root: &Path, (policy, locale): (&str, &Locale), page: &Path) -> Option<Ways> {
    let page = fs::canonicalize(page).ok()?;
    let names = [PathBuf::from(IMPORT_PLAN_FILE), root.join(IMPORT_PLAN_FILE)];
    names.iter().find_map(|name| {
        let text = fs::read_to_string(name).ok()?;
        let plan = read_import_plan(&name.display().to_string(), &text).0?;
        let folder = name.parent()?.join(&plan.folder);
        let own = plan.policies.iter().position(|own| own.id == policy)?;
        let at = plan.policies[own].pages.iter().position(|planned| {
            planned.locale == *locale
                && fs::canonicalize(folder.join(&planned.file)).is_ok_and(|file| file == page)
        })?;
        let given = Given { name: String::new(), plan, folder, texts: BTreeMap::new() };
        Some(Ways { given, at: (own, at), work: Work::of(root) })
    })
}

/// Reads the plan and all its pages.
fn read(path: &Path) -> Result<Result<Given, Vec<Diagnostic>>, Failure> {
    let name = path.display().to_string();
    if !path.exists() {
        let message = format!("there is no plan {name}");
        return Err(Failure::new(message).hint("make one from a folder of pages: `import FOLDER`"));
    }
    let text = match super::read(path)? {
        Ok(text) => text,
        Err(told) => return Ok(Err(vec![*told])),
    };
    let (plan, found) = read_import_plan(&name, &text);
    let Some(plan) = plan else { return Ok(Err(found)) };
    let folder = path.parent().unwrap_or(Path::new("")).join(&plan.folder);
    // `./docs` as a person would say it.
    let folder: PathBuf = folder.components().collect();
    if !folder.is_dir() {
        let message = format!("the folder {} of the plan is not there", folder.display());
        let at = text.find("folder").unwrap_or(0);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let told = Diagnostic::error("import-plan", name, message).at(&text, at..end);
        return Ok(Err(vec![
            told.hint("name in `folder` where the pages are, seen from the plan"),
        ]));
    }
    let mut given = Given { name, plan, folder, texts: BTreeMap::new() };
    let mut told = Vec::new();
    for page in given.plan.policies.iter().flat_map(|policy| &policy.pages) {
        let place = given.folder.join(&page.file);
        if !place.is_file() {
            let message = format!("there is no page {}", place.display());
            let listed = pages::list(&given.folder).map(|listed| listed.paths).unwrap_or_default();
            let meant = nearest(&page.file, listed.iter().map(String::as_str));
            let hint = match meant {
                Some(meant) => format!("did you mean {meant}?"),
                None => "name a page below `folder`, or take the line away".to_owned(),
            };
            told.push(given.wrong(&page.place, message, hint));
            continue;
        }
        match super::read(&place)? {
            Ok(text) => drop(given.texts.insert(page.file.clone(), text)),
            Err(unread) => told.push(*unread),
        }
    }
    Ok(if told.is_empty() { Ok(given) } else { Err(told) })
}

/// So many pages that the plan does not know are named.
const MOST_NAMED: usize = 5;

/// Pages that came into the folder after the plan was made.
fn unplanned(given: &Given) -> Vec<Diagnostic> {
    let Ok(listed) = pages::list(&given.folder) else { return Vec::new() };
    let out = &given.plan.left_out;
    let is_known = |path: &String| {
        given.texts.contains_key(path)
            || out.iter().any(|(file, _)| {
                file == path || (file.ends_with('/') && path.starts_with(file.as_str()))
            })
    };
    let new: Vec<&str> =
        listed.paths.iter().filter(|path| !is_known(path)).map(String::as_str).collect();
    if new.is_empty() {
        return Vec::new();
    }
    let more = match new.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let named = new[..new.len().min(MOST_NAMED)].join(", ");
    let message = format!("the plan does not say what becomes of {named}{more}");
    let hint = "name them in a policy, or below `[left-out]` with a reason";
    vec![Diagnostic::warning("import-plan", given.name.clone(), message).hint(hint)]
}

/// Pages that would live in one place.
fn addresses(given: &Given, work: &Work) -> Vec<Diagnostic> {
    let found = work.wrong().into_iter();
    let at_plan = |mut told: Diagnostic| {
        let policies = given.plan.policies.iter();
        let mut policy =
            policies.filter(|policy| told.path == format!("policies/{}/policy.toml", policy.id));
        let Some(policy) = policy.next() else { return told };
        let mut pages = policy.pages.iter();
        let page = pages.find(|page| told.locale.as_deref() == Some(page.locale.tag()));
        told.path.clone_from(&given.name);
        told.place = Some(page.map_or(&policy.place, |page| &page.place).clone());
        let hint = "write another `permalink` for one of them: `{ file = …, permalink = \"…\" }`";
        told.hint(hint)
    };
    found.map(at_plan).collect()
}
