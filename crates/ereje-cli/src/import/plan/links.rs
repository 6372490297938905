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
    /// The same by what a link from the root of a site calls a page there.
    by_address: BTreeMap<String, &'g PlannedPolicy>,
    /// The clauses of policies that links ask for, by the ids of the policies.
    clauses: RefCell<BTreeMap<&'g str, BTreeSet<String>>>,
}

impl<'g> Targets<'g> {
    pub(super) fn of(given: &'g Given) -> Targets<'g> {
        let (mut by_name, mut by_address) = (BTreeMap::new(), BTreeMap::new());
        for policy in &given.plan.policies {
            for page in &policy.pages {
                for name in names(page) {
                    by_name.entry(name).or_insert(policy);
                }
                for address in addresses(page) {
                    by_address.entry(address).or_insert(policy);
                }
            }
        }
        Targets { given, by_name, by_address, clauses: RefCell::default() }
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
        let from_root = || self.by_address.get(&file).filter(|_| target.starts_with('/'));
        let policy = *self.by_name.get(&file).or_else(from_root)?;
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

/// Where generators of sites put a page: with the folder of its language at the root, or
/// without it, as that of the language that the site is in.
fn addresses(page: &PlannedPage) -> Vec<String> {
    let tag = page.locale.tag();
    let is_language = |name: &str| name.replace('_', "-").eq_ignore_ascii_case(tag);
    let stem = page.file.rsplit_once('.').map_or(page.file.as_str(), |(stem, _)| stem);
    let (stem, is_named) = match stem.rsplit_once('.') {
        Some((stem, end)) if is_language(end) => (stem, true),
        _ => (stem, false),
    };
    let mut names: Vec<&str> = stem.split('/').collect();
    names.pop_if(|name| ["index", "_index"].contains(name));
    let at = names.iter().position(|name| is_language(name));
    let below = match at {
        Some(at) => &names[at + 1..],
        None if is_named => &names[..],
        None => &[],
    };
    if below.is_empty() {
        return Vec::new();
    }
    let below = below.join("/");
    vec![format!("{tag}/{below}"), below]
}

#[cfg(test)]
mod tests {
    use ereje::diagnostic::Place;
    use ereje::import_plan::PlannedAccept;
    use ereje::locale::Locale;

    use super::*;

    #[test]
    fn a_site_has_pages_with_and_without_their_language() {
        let of = |file: &str, tag: &str| {
            let locale = Locale::parse(tag).expect(tag);
            addresses(&PlannedPage {
                locale,
                file: file.to_owned(),
                permalink: None,
                accept: PlannedAccept::Nothing,
                partial: false,
                place: Place::new("", 0..0),
            })
        };
        assert_eq!(of("content/en/privacy.md", "en"), ["en/privacy", "privacy"]);
        assert_eq!(of("pt_BR/legal/terms/index.md", "pt-BR"), ["pt-BR/legal/terms", "legal/terms"]);
        assert_eq!(of("legal/privacy.de.md", "de"), ["de/legal/privacy", "legal/privacy"]);
        // Its name says it all, or nothing.
        assert_eq!(of("legal/privacy.md", "de"), [""; 0]);
        assert_eq!(of("de/index.md", "de"), [""; 0]);
    }
}
