//! The links of a page and those of the policy that was made of it.

use std::collections::BTreeSet;

use ereje::diagnostic::Diagnostic;
use ereje::markup::Shown;
use ereje::policy_link::PolicyLink;

use super::Known;
use crate::clauses::encoded;
use crate::{Wanted, advice, crosslinks};

pub(super) fn compare(
    (wanted, start): (&Wanted<'_>, usize),
    page: &[(Shown, usize)],
    made: &[Shown],
    known: Known<'_>,
    told: &mut Vec<Diagnostic>,
) {
    // Within the page ids can have changed; whether such links lead anywhere is
    // for the rules.
    let of_made = made.iter().filter_map(|shown| match shown {
        Shown::Link(target) if !target.starts_with('#') => Some(encoded(target)),
        _ => None,
    });
    let mut left: Vec<String> = of_made.collect();
    let has_anchors =
        made.iter().any(|shown| matches!(shown, Shown::Link(target) if target.starts_with('#')));
    let mut of_page: Vec<(String, Option<String>, usize)> = Vec::new();
    // What is the same, or just what the plan made of it, is no other link’s counterpart.
    for (shown, at) in page {
        let Shown::Link(target) = shown else { continue };
        if target.starts_with('#') || target.is_empty() {
            continue;
        }
        let target = encoded(target);
        let led = (known.led)(&target);
        match left.iter().position(|other| *other == target || led.as_ref() == Some(other)) {
            Some(same) => drop(left.remove(same)),
            None => of_page.push((target, led, start + at)),
        }
    }
    let mut named: BTreeSet<(String, String)> = BTreeSet::new();
    for (target, led, at) in of_page {
        let is_within = led.as_ref().is_some_and(|led| led.starts_with('#'));
        if has_anchors && (is_within || is_of_page(wanted.path, &target)) {
            continue;
        }
        let line = wanted.text[at..].lines().next().unwrap_or_default();
        let place = at..at + line.len();
        match counterpart(&target, led.as_deref(), &left) {
            Some((found, is_sure)) => {
                let link = left.remove(found);
                if !is_sure && named.insert((target.clone(), link.clone())) {
                    let message =
                        format!("where the page leads to {target}, the policy leads to `{link}`");
                    let hint = "nothing to do, if that page became that policy: no plan that is \
                                here tells it";
                    let one = advice("import-difference", wanted.path, message);
                    told.push(one.at(wanted.text, place).hint(hint));
                }
            }
            None => {
                let by_plan =
                    led.map_or_else(String::new, |link| format!(", which the plan made `{link}`"));
                let message = format!("the policy lacks a link of the page, to {target}{by_plan}");
                let one = Diagnostic::error("import-difference", wanted.path, message);
                told.push(one.at(wanted.text, place).hint("put it into the .ftl file"));
            }
        }
    }
    for target in left {
        let message = format!("the page lacks a link of the policy, to {target}");
        let one = Diagnostic::warning("import-difference", wanted.path, message);
        told.push(one.hint("nothing to do, if it was added on purpose"));
    }
}

/// Whether a link leads to an anchor of its own page, by the name of its file.
fn is_of_page(path: &str, target: &str) -> bool {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    matches!(crosslinks::resolve(file, target), Some((led, Some(_))) if led == file)
}

/// Which link of the policy stands for a link of the page to a page beside it, and
/// whether that is sure: by the plan, or by a name.
fn counterpart(target: &str, led: Option<&str>, left: &[String]) -> Option<(usize, bool)> {
    let policy = |link: &String| PolicyLink::read(link).map(|link| link.policy.to_owned());
    let first = |is: &dyn Fn(&str) -> bool| {
        left.iter().position(|link| policy(link).is_some_and(|policy| is(&policy)))
    };
    if let Some(led) = led {
        let to = PolicyLink::read(led)?;
        return first(&|policy| policy == to.policy).map(|found| (found, true));
    }
    if !crosslinks::names_a_file(target) {
        return None;
    }
    let parts = |path: &str| -> BTreeSet<String> {
        let names = path.split(['/', '#']).map(|part| part.split('.').next().unwrap_or_default());
        names.map(|name| name.to_lowercase().replace('_', "-")).collect()
    };
    let names = parts(target);
    if let Some(found) = first(&|policy| names.contains(policy)) {
        return Some((found, true));
    }
    first(&|_| true).map(|found| (found, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_name_its_own_file() {
        assert!(is_of_page("docs/en/terms.md", "terms.md#law"));
        assert!(is_of_page("terms.md", "./terms.md#law"));
        assert!(!is_of_page("docs/terms.md", "../terms.md#law"));
        assert!(!is_of_page("docs/terms.md", "terms.md"));
        assert!(!is_of_page("docs/terms.md", "privacy.md#law"));
    }

    #[test]
    fn a_link_to_a_policy_stands_for_one_to_its_page() {
        let left = ["https://a.de", "policy:cookies", "policy:terms-of-use#law"].map(str::to_owned);
        for (target, led, found) in [
            ("terms.md", Some("policy:terms-of-use"), Some((2, true))),
            ("terms.md", Some("policy:terms"), None),
            ("https://b.de/terms", Some("policy:terms-of-use"), Some((2, true))),
            ("../terms_of_use/", None, Some((2, true))),
            ("cookies.md#a", None, Some((1, true))),
            ("terms.md", None, Some((1, false))),
            ("https://b.de/cookies", None, None),
        ] {
            assert_eq!(counterpart(target, led, &left), found, "{target} {led:?}");
        }
    }
}
