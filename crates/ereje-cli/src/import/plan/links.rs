//! Links between the pages of a plan, which become links between its policies.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use ereje::import_plan::{PlannedPage, PlannedPolicy};
use ereje::manifest::read_manifest;
use ereje::markup::with_targets;
use ereje::policy_link::PolicyLink;
use ereje_import::crosslinks;

use super::Given;
use super::work::Work;
use crate::import::page;

/// Which policy each page becomes, by all names that links may have for it.
pub(super) struct Targets<'g> {
    pub(super) given: &'g Given,
    by_name: BTreeMap<String, &'g PlannedPolicy>,
    /// The clauses of policies that links ask for, by the ids of the policies.
    clauses: RefCell<BTreeMap<&'g str, BTreeSet<String>>>,
}

impl<'g> Targets<'g> {
    pub(super) fn of(given: &'g Given) -> Targets<'g> {
        let mut by_name = BTreeMap::new();
        for policy in &given.plan.policies {
            for page in &policy.pages {
                for name in names(page) {
                    by_name.entry(name).or_insert(policy);
                }
            }
        }
        Targets { given, by_name, clauses: RefCell::default() }
    }

    /// A page with its links to others of the plan.
    pub(super) fn linked<'t>(
        &self,
        own: &PlannedPolicy,
        page: &PlannedPage,
        text: &'t str,
        work: &Work,
    ) -> Cow<'t, str> {
        with_targets(text, &|target| self.lead((own, page), target, work))
    }

    /// What becomes of a link on a page, where it leads to another page of the plan.
    pub(super) fn lead(
        &self,
        (own, page): (&PlannedPolicy, &PlannedPage),
        target: &str,
        work: &Work,
    ) -> Option<String> {
        let (file, anchor) = crosslinks::resolve(&page.file, target)?;
        let policy = *self.by_name.get(&file)?;
        // Lines that lead to the page in other languages are known as such.
        if policy.id == own.id {
            let is_here = names(page).contains(&file);
            return anchor.filter(|_| is_here).map(|anchor| format!("#{anchor}"));
        }
        let is_there = |clause: &&str| self.has_clause(policy, clause, work);
        let link = PolicyLink { policy: &policy.id, clause: anchor.filter(is_there) };
        Some(link.target())
    }

    /// Whether a policy has a clause, be it in the workspace or in what its page becomes.
    fn has_clause(&self, policy: &'g PlannedPolicy, clause: &str, work: &Work) -> bool {
        let mut clauses = self.clauses.borrow_mut();
        let ids = clauses.entry(&policy.id).or_insert_with(|| {
            let path = format!("policies/{}/policy.toml", policy.id);
            let manifest = work.text(&path).or_else(|| self.manifest(policy, work));
            let manifest = manifest.and_then(|text| read_manifest(&policy.id, &path, &text).0);
            let clauses = manifest.into_iter().flat_map(|manifest| manifest.clauses);
            clauses.map(|clause| clause.id).collect()
        });
        ids.contains(clause)
    }

    /// What the page of a policy in its source locale becomes.
    fn manifest(&self, policy: &PlannedPolicy, work: &Work) -> Option<String> {
        let page = policy.pages.iter().find(|page| page.locale == policy.source_locale)?;
        let text = self.given.texts.get(&page.file)?;
        let name = self.given.page(page);
        let known = |path: &str| work.text(path);
        let made = page::make(&known, (&policy.id, &page.locale), (&name, text)).ok()?;
        let [(_, manifest), _] = made.own;
        Some(manifest)
    }
}

/// What links may call a page: its file, without its ending too, its folder where it is
/// the page of one, the file that a generator makes of it, and its address.
fn names(page: &PlannedPage) -> Vec<String> {
    let stem = page.file.rsplit_once('.').map_or(page.file.as_str(), |(stem, _)| stem);
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let mut names = vec![page.file.clone(), stem.to_owned(), format!("{stem}.html")];
    if ["index", "_index", "README", "readme"].contains(&name) {
        names.push(folder.to_owned());
    }
    let address = page.permalink.iter().map(|link| link.trim_matches('/').to_owned());
    names.extend(address.filter(|link| !link.is_empty()));
    names
}
