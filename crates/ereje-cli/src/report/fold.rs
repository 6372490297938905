//! What is so in many languages at once, told to people once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ereje::diagnostic::Diagnostic;

/// What one act mends in all languages: a release.
const FOLDED: &str = "unreleased-text";

/// So many languages are named; of more, their number is.
const NAMED: usize = 8;

/// The diagnostics as people are told them: of texts that were not released, one a
/// policy, in the place of the first. Programs are told each.
pub(super) fn fold(diagnostics: &[Diagnostic]) -> Cow<'_, [Diagnostic]> {
    if diagnostics.iter().filter(|told| told.rule == FOLDED).count() < 2 {
        return diagnostics.into();
    }
    let mut kept: Vec<(Diagnostic, Vec<&str>)> = Vec::new();
    // Where the first of each stands.
    let mut places: BTreeMap<_, usize> = BTreeMap::new();
    for told in diagnostics {
        let tag = told.locale.as_deref().unwrap_or_default();
        let one = (told.level, told.policy.as_deref(), told.message.as_str());
        match places.get(&one).filter(|_| told.rule == FOLDED) {
            Some(place) => kept[*place].1.push(tag),
            None => {
                if told.rule == FOLDED {
                    places.insert(one, kept.len());
                }
                kept.push((told.clone(), vec![tag]));
            }
        }
    }
    kept.into_iter().map(of_languages).collect::<Vec<_>>().into()
}

fn of_languages((mut told, tags): (Diagnostic, Vec<&str>)) -> Diagnostic {
    if tags.len() < 2 {
        return told;
    }
    let languages = match tags.len() {
        ..=NAMED => tags.join(", "),
        number => format!("{number} languages"),
    };
    told.message.push_str(&format!(" ({languages})"));
    if let Some(policy) = &told.policy {
        told.path = format!("locales/*/{policy}.ftl");
    }
    told
}

#[cfg(test)]
mod tests {
    use ereje::diagnostic::Level;

    use super::*;

    fn unreleased(policy: &str, locale: &str, level: Level) -> Diagnostic {
        let path = format!("locales/{locale}/{policy}.ftl");
        let told = Diagnostic::error(FOLDED, path, "the text differs from version 1.0");
        Diagnostic { level, ..told }.of_policy(policy).of_locale(locale)
    }

    fn told(diagnostics: &[Diagnostic]) -> Vec<(String, String)> {
        let of = |one: &Diagnostic| (one.path.clone(), one.message.clone());
        fold(diagnostics).iter().map(of).collect()
    }

    #[test]
    fn what_a_release_mends_is_told_once_a_policy() {
        let mut found = vec![
            unreleased("privacy", "en", Level::Advice),
            Diagnostic::warning("image", "locales/en/privacy.ftl", "so"),
            unreleased("terms", "en", Level::Advice),
            unreleased("privacy", "ru", Level::Advice),
        ];
        let differs = "the text differs from version 1.0";
        let line = |path: &str, words: String| (path.to_owned(), words);
        let expected = [
            line("locales/*/privacy.ftl", format!("{differs} (en, ru)")),
            line("locales/en/privacy.ftl", "so".to_owned()),
            line("locales/en/terms.ftl", differs.to_owned()),
        ];
        assert_eq!(told(&found), expected);
        let many = (0..9).map(|at| unreleased("terms", &format!("e{at}"), Level::Advice));
        found.extend(many);
        assert_eq!(told(&found)[2].1, format!("{differs} (10 languages)"));
        // Of other rules nothing is folded.
        let other = [Diagnostic::warning("image", "x.ftl", "so"), found[1].clone()];
        assert_eq!(told(&other).len(), 2);
    }
}
