//! What the profiles that a policy names ask of its plan: topics that clauses have
//! to be about, and promises that they have to make. It looks at no text, so it is
//! no rule of one language.

use std::ops::Range;

use ereje::diagnostic::{Diagnostic, Level, nearest};
use ereje::manifest::{ClausePlan, Manifest};
use ereje::profile::{Profile, Profiles};

/// Reports profiles that there are none of, and what a policy lacks that a profile
/// asks for. `text` is that of the manifest, for the excerpt; `is_broken` tells
/// of a profile whether its file is there, and what is wrong with it is told already.
#[must_use]
pub fn check_profiles(
    manifest: &Manifest,
    text: &str,
    profiles: &Profiles,
    is_broken: impl Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let tell = |rule, level, message: String, span: &Range<usize>, hint: &str| {
        let told = Diagnostic::error(rule, &manifest.path, message).at(text, span.clone());
        Diagnostic { level, ..told.hint(hint).of_policy(&manifest.id) }
    };
    for (id, span) in &manifest.notice.profiles {
        let Some(profile) = profiles.get(id) else {
            if is_broken(id) {
                continue;
            }
            let message = format!("there is no profile `{id}`");
            let hint = match nearest(id, profiles.keys().map(String::as_str)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("`ereje profiles` lists them; profiles/{id}.toml would add it"),
            };
            found.push(tell("unknown-profile", Level::Error, message, span, &hint));
            continue;
        };
        let topics = lacking(&profile.topics, manifest, |clause| &clause.topics);
        if !topics.is_empty() {
            let message = format!("no clause is about {}, which {}", topics, asked(id, profile));
            let hint = "give the clause that says it that topic in `topics`, or write one";
            found.push(tell("missing-topic", Level::Warning, message, span, hint));
        }
        let promises = lacking(&profile.promises, manifest, |clause| &clause.promises);
        if !promises.is_empty() {
            let message = format!("no clause promises {promises}, which {}", asked(id, profile));
            let hint = "say it in a clause, and give that clause the promise in `promises`";
            found.push(tell("missing-promise", Level::Warning, message, span, hint));
        }
    }
    found
}

fn asked(id: &str, profile: &Profile) -> String {
    format!("the profile `{id}` asks for ({})", profile.citation)
}

/// Those that no clause has, in words; empty where none is lacking.
fn lacking(
    wanted: &[String],
    manifest: &Manifest,
    of: impl Fn(&ClausePlan) -> &Vec<String>,
) -> String {
    let has = |name: &&String| !manifest.clauses.iter().any(|clause| of(clause).contains(name));
    let names: Vec<String> = wanted.iter().filter(has).map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ereje::manifest::read_manifest;
    use ereje::profile::read_profiles;

    fn told(notice: &str) -> Vec<String> {
        let text = format!(
            "product = \"a\"\nslug = \"b\"\nsource-locale = \"en\"\nlocales = [\"en\"]\n\
             [notice]\nprofiles = [{notice}]\n[[clause]]\nid = \"news\"\n\
             topics = [\"changes\", \"collection\"]\npromises = [\"main-page-notice\"]\n"
        );
        let (manifest, wrong) = read_manifest("p", "policy.toml", &text);
        assert_eq!(wrong, []);
        let profiles = read_profiles(&std::collections::BTreeMap::new()).0;
        let found = check_profiles(&manifest.expect("sound"), &text, &profiles, |_| false);
        found
            .into_iter()
            .map(|told| format!("{} {}: {}", told.level.name(), told.rule, told.message))
            .collect()
    }

    #[test]
    fn what_a_profile_asks_for_and_no_clause_has_is_told() {
        assert_eq!(told("\"cn-ecommerce\""), [""; 0]);
        assert_eq!(
            told("\"us-caloppa\""),
            [
                "warning missing-topic: no clause is about `recipients`, which the profile \
                 `us-caloppa` asks for (California Business and Professions Code, § 22575(b))",
                "warning missing-promise: no clause promises `date-at-bottom`, which the profile \
                 `us-caloppa` asks for (California Business and Professions Code, § 22575(b))"
            ]
        );
        assert_eq!(told("\"eu-p2p\""), ["error unknown-profile: there is no profile `eu-p2p`"]);
    }
}
