//! Links between the pages of a plan, which become links between its policies.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::rc::Rc;

use ereje::diagnostic::Diagnostic;
use ereje::import_plan::{PlannedPage, PlannedPolicy};
use ereje::manifest::read_manifest;
use ereje::markup::with_targets;
use ereje::policy_link::PolicyLink;
use ereje_import::{Draft, Wanted, crosslinks, navigation_left_out, without_lines_to};

use super::Given;
use super::work::Work;
use crate::import::UNDATED;

/// Which policy each page becomes, by all names that links may have for it.
pub(super) struct Targets<'g> {
    pub(super) given: &'g Given,
    by_name: BTreeMap<String, Target<'g>>,
    /// The same by what a link from the root of a site calls a page there.
    by_address: BTreeMap<String, Target<'g>>,
    /// The clauses of policies that links ask for, by the ids of the policies.
    clauses: RefCell<BTreeMap<&'g str, BTreeSet<String>>>,
    /// Pages whose anchors links ask for, by their files.
    drafts: RefCell<BTreeMap<&'g str, Option<Rc<Draft>>>>,
}

/// A page, and the policy that it becomes.
type Target<'g> = (&'g PlannedPolicy, &'g PlannedPage);

impl<'g> Targets<'g> {
    pub(super) fn of(given: &'g Given) -> Targets<'g> {
        let (mut by_name, mut by_address) = (BTreeMap::new(), BTreeMap::new());
        for policy in &given.plan.policies {
            for page in &policy.pages {
                for name in names(page) {
                    by_name.entry(name).or_insert((policy, page));
                }
                for address in addresses(page) {
                    by_address.entry(address).or_insert((policy, page));
                }
            }
        }
        let (clauses, drafts) = (RefCell::default(), RefCell::default());
        Targets { given, by_name, by_address, clauses, drafts }
    }

    /// A page with its links to others of the plan, without the lines that lead to it in
    /// other languages, which are told.
    pub(super) fn linked(
        &self,
        (own, page): (&PlannedPolicy, &PlannedPage),
        text: &str,
        work: &Work,
        told: &mut Vec<Diagnostic>,
    ) -> String {
        let (plain, left_out) = self.without_switcher((own, page), text);
        let name = self.given.page(page);
        told.extend(left_out.into_iter().map(|span| navigation_left_out(&name, text, span)));
        with_targets(&plain, &|target| self.lead((own, page), target, work)).into_owned()
    }

    /// A page with blanks in place of the lines that lead to it in other languages, and
    /// where they stood.
    pub(super) fn without_switcher(
        &self,
        (own, page): (&PlannedPolicy, &PlannedPage),
        text: &str,
    ) -> (String, Vec<Range<usize>>) {
        without_lines_to(text, &|target| {
            let file = crosslinks::resolve(&page.file, target).map(|(file, _)| file);
            file.and_then(|file| self.by_name.get(&file))
                .is_some_and(|(policy, _)| policy.id == own.id)
        })
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
        let target = *self.by_name.get(&file).or_else(from_root)?;
        let (policy, _) = target;
        // Lines that lead to the page in other languages are known as such.
        if policy.id == own.id {
            let is_here = names(page).contains(&file);
            return anchor.filter(|_| is_here).map(|anchor| format!("#{anchor}"));
        }
        let clause = anchor.and_then(|anchor| self.clause(target, anchor, work));
        Some(PolicyLink { policy: &policy.id, clause: clause.as_deref() }.target())
    }

    /// The clause that an anchor of a page leads to: one of that name, or what the page
    /// has there. On a translation that is cut as its source is, it has the same place.
    fn clause(&self, (policy, page): Target<'g>, anchor: &str, work: &Work) -> Option<String> {
        if self.has_clause(policy, anchor, work) {
            return Some(anchor.to_owned());
        }
        let draft = self.draft((policy, page))?;
        let own = draft.clause_at(anchor)?;
        let source = self.draft((policy, source(policy)?))?;
        if !source.shape().eq(draft.shape()) {
            return None;
        }
        let at = draft.ids().position(|id| id == own)?;
        let id = source.ids().nth(at)?;
        self.has_clause(policy, id, work).then(|| id.to_owned())
    }

    /// Whether a policy has a clause, be it in the workspace or in what its page becomes.
    fn has_clause(&self, policy: &'g PlannedPolicy, clause: &str, work: &Work) -> bool {
        let mut clauses = self.clauses.borrow_mut();
        let ids = clauses.entry(&policy.id).or_insert_with(|| {
            let path = format!("policies/{}/policy.toml", policy.id);
            let manifest = work.text(&path);
            let manifest = manifest.and_then(|text| read_manifest(&policy.id, &path, &text).0);
            if let Some(manifest) = manifest {
                return manifest.clauses.into_iter().map(|clause| clause.id).collect();
            }
            let draft = source(policy).and_then(|page| self.draft((policy, page)));
            draft.iter().flat_map(|draft| draft.ids()).map(str::to_owned).collect()
        });
        ids.contains(clause)
    }

    /// A page as it is read; nothing where it can not be.
    fn draft(&self, (policy, page): Target<'g>) -> Option<Rc<Draft>> {
        let read = || {
            let file = || fs::read_to_string(self.given.folder.join(&page.file)).ok();
            let text = self.given.texts.get(&page.file).cloned().or_else(file)?;
            let wanted = Wanted {
                path: &page.file,
                text: &text,
                policy: &policy.id,
                locale: &page.locale,
                fallback: UNDATED,
                bottom: "",
            };
            Draft::read(&wanted).ok().map(Rc::new)
        };
        self.drafts.borrow_mut().entry(&page.file).or_insert_with(read).clone()
    }
}

/// The page of a policy in the language that binds.
fn source(policy: &PlannedPolicy) -> Option<&PlannedPage> {
    policy.pages.iter().find(|page| page.locale == policy.source_locale)
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
