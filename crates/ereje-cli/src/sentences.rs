//! The sentences around the texts, and the owner's words about versions, beside those
//! of the language that a policy is written in: what was copied to be translated and
//! forgotten, and where words about a version state another figure or address.

use std::collections::BTreeSet;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::phrases::own_notice;
use ereje::version::History;
use ereje_check::rules::Rule;
use ereje_check::{Form, Side, Texts, check_texts};

use crate::plan::Plan;

/// What may not differ, or not be the same. How a label is worded otherwise is each
/// language's own matter.
const RULES: [&str; 4] = ["untranslated", "number-mismatch", "email-mismatch", "link-mismatch"];

/// What is wrong with the `notice.ftl` of a locale beside that of the source locale of
/// these policies. Words about versions that are released are frozen, and not looked at.
pub(crate) fn beside_source<'m>(
    plan: &Plan,
    locale: &Locale,
    policies: impl Iterator<Item = &'m Manifest>,
) -> Vec<Diagnostic> {
    let policies = policies.filter(|policy| policy.locales.contains(locale));
    let sources: BTreeSet<&Locale> = policies.map(|policy| &policy.source_locale).collect();
    let wanted = |rule: &Rule| {
        RULES.contains(&rule.name) && plan.judge.level(rule, None, locale.tag()).is_some()
    };
    let side = |of: &Locale| {
        let (file, terms) = (plan.notices.get(of)?, plan.terms.get(of));
        Some((Texts::of(of, file, terms, Form::Markdown), file, terms))
    };
    let Some((own, file, terms)) = side(locale) else { return Vec::new() };
    let own = Side { texts: &own, file, terms };
    let mut found = Vec::new();
    for source in sources.into_iter().filter(|source| *source != locale) {
        let Some((texts, file, terms)) = side(source) else { continue };
        let source = Side { texts: &texts, file, terms };
        found.extend(check_texts(source, own, None, (false, &wanted)));
    }
    let releases = plan.histories.values().flat_map(History::releases);
    let frozen: BTreeSet<String> = releases
        .map(|release| own_notice(&release.version.policy, &release.version.version))
        .collect();
    found.retain(|told| told.clause.as_ref().is_none_or(|clause| !frozen.contains(clause)));
    found
}
