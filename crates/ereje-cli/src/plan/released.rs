//! `generate --released`: what no version has is left out, whatever state it is in.

use std::collections::BTreeSet;

use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;
use ereje::version::History;

use super::Plan;

impl Plan {
    /// Leaves out policies and languages that were never released, and what is told of
    /// them. Of each other policy the language binds that its newest version says.
    pub(crate) fn keep_released(&mut self, found: &mut Vec<Diagnostic>) {
        let histories = &self.histories;
        if self.manifests.iter().any(|manifest| !histories.contains_key(&manifest.id)) {
            // Versions that are not as they were released tell nothing.
            return;
        }
        let is_out = |policy: &str| histories.get(policy).is_some_and(History::is_empty);
        let releases = || histories.values().flat_map(History::releases);
        let languages: BTreeSet<&Locale> =
            releases().flat_map(|release| release.texts.keys()).collect();
        let tags: BTreeSet<&str> = languages.into_iter().map(Locale::tag).collect();
        found.retain(|told| {
            let of_language = told.locale.as_deref().is_some_and(|tag| !tags.contains(tag));
            !of_language && !policy_of(told).is_some_and(is_out)
        });
        for policy in histories.keys().filter(|policy| is_out(policy)) {
            let path = format!("policies/{policy}/policy.toml");
            let message = "no version of this policy was released: it is left out";
            let hint = format!("release one: `ereje release {policy} --effective DATE`");
            let told = Diagnostic::error("unreleased-text", path, message).hint(hint);
            found.push(Diagnostic { level: Level::Warning, ..told.of_policy(policy) });
        }
        self.manifests.retain(|manifest| !is_out(&manifest.id));
        for manifest in &mut self.manifests {
            let Some(history) = histories.get(&manifest.id) else { continue };
            let has_it = |locale: &Locale| {
                history.releases().iter().any(|release| release.texts.contains_key(locale))
            };
            manifest.locales.retain(has_it);
            if let Some(newest) = history.newest() {
                manifest.source_locale.clone_from(&newest.version.source_locale);
            }
        }
    }
}

/// The policy that something is told of.
fn policy_of(told: &Diagnostic) -> Option<&str> {
    let by_path = || told.path.strip_prefix("policies/")?.split('/').next();
    told.policy.as_deref().or_else(by_path)
}
