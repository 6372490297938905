//! # `broken-policy-link`
//!
//! A link to another policy of the workspace, or to a clause of one, that is not
//! there. Such a link names the policy by its id, which is the name of its folder in
//! `policies`: it leads to the page in the reader's language, or in the language that
//! binds where the policy is not in that one.
//!
//! ```ftl fails
//! intro = See our [terms of use](policy:terms-of-us).
//! ```
//!
//! ```ftl fails
//! intro = See [how to reach us](policy:terms-of-use#contacts).
//! ```
//!
//! ```ftl passes
//! intro = See our [terms of use](policy:terms-of-use), and there [how to reach us](policy:terms-of-use#contact).
//! ```

use ereje::diagnostic::{Level, nearest};
use ereje::document::Document;
use ereje::manifest::Manifest;
use ereje::policy_link::PolicyLink;

use super::{Check, Rule, typed};
use crate::{Report, Subject};

pub(super) const RULE: Rule = Rule::new("broken-policy-link", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    let Some(policies) = subject.policies else { return };
    for (message, text) in document.texts() {
        for link in text.links() {
            let Some((what, hint)) = PolicyLink::read(link).and_then(|to| fault(to, policies))
            else {
                continue;
            };
            let place = (subject.file(), typed(subject.file(), message, link));
            report.at_clause(place, message, what, &hint);
        }
    }
}

/// What is wrong with a link, and what to type.
fn fault(link: PolicyLink<'_>, policies: &[Manifest]) -> Option<(String, String)> {
    let ids = || policies.iter().map(|manifest| manifest.id.as_str());
    let meant = |meant: PolicyLink<'_>| format!("did you mean `{}`?", meant.target());
    let Some(manifest) = policies.iter().find(|manifest| manifest.id == link.policy) else {
        let hint = match nearest(link.policy, ids()) {
            Some(policy) => meant(PolicyLink { policy, ..link }),
            None => format!(
                "the policies of this workspace are {}",
                ids().collect::<Vec<_>>().join(", ")
            ),
        };
        return Some((format!("no policy is called `{}`", link.policy), hint));
    };
    let id = link.clause?;
    let clauses = || manifest.clauses.iter().map(|clause| clause.id.as_str());
    if clauses().any(|clause| clause == id) {
        return None;
    }
    let hint = match nearest(id, clauses()) {
        Some(clause) => meant(PolicyLink { clause: Some(clause), ..link }),
        None => format!("link to the id of a clause, as it stands in {}", manifest.path),
    };
    Some((format!("`{}` has no clause that is called `{id}`", manifest.id), hint))
}
