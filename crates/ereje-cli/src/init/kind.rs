//! What a new policy begins with, by its name: only a privacy policy says what is done
//! with information about people.

use std::borrow::Cow;

use super::{MANIFEST, Starter};

/// What policies are called that are about privacy, or a part of such a name.
const PRIVACY: [&str; 8] = [
    "privacy",
    "datenschutz",
    "data-protection",
    "gdpr",
    "privacidad",
    "privacidade",
    "confidentialite",
    "konfidencialnost",
];

/// What terms of use are called, or a part of such a name. Those of a sale or of payments
/// are others, and so is an agreement about data.
const TERMS: [&str; 4] =
    ["terms-of-use", "terms-of-service", "terms-and-conditions", "nutzungsbedingungen"];

/// The same, as the last word of a name.
const SHORT_TERMS: [&str; 3] = ["tos", "tou", "eula"];

/// The clauses that only a privacy policy has.
const OF_PRIVACY: [&str; 4] =
    ["collection", "collection-account", "collection-diagnostics", "retention"];

/// The line of a text with what the page is called.
const TITLE: &str = "\ntitle = ";

/// Whether a policy of this name is about privacy.
fn is_privacy(policy: &str) -> bool {
    let policy = policy.to_ascii_lowercase();
    PRIVACY.iter().any(|name| policy.contains(name))
}

/// Whether the title of a policy of this name is known in all languages.
pub(super) fn has_title(policy: &str) -> bool {
    let name = policy.to_ascii_lowercase().replace('_', "-");
    let last = name.rsplit('-').next().unwrap_or_default();
    is_privacy(policy)
        || SHORT_TERMS.contains(&last)
        || TERMS.iter().any(|terms| name.contains(terms))
}

/// The text that a policy begins with. A title that is not known is made of the name; as
/// that is no translation, it waits for one behind `# ` in all languages but the source.
pub(super) fn text(starter: &Starter, policy: &str, is_source: bool) -> Cow<'static, str> {
    if is_privacy(policy) {
        return Cow::Borrowed(starter.policy);
    }
    match starter.page.split_once(TITLE).filter(|_| !has_title(policy)) {
        Some((before, rest)) => {
            let (_, after) = rest.split_once('\n').unwrap_or(("", ""));
            let sign = if is_source { "" } else { "# " };
            Cow::Owned(format!("{before}\n{sign}title = {}\n{after}", title(policy)))
        }
        None => Cow::Borrowed(starter.page),
    }
}

/// The plan of a policy with the clauses and facts of its text.
pub(super) fn manifest(policy: &str) -> String {
    if is_privacy(policy) {
        return MANIFEST.to_owned();
    }
    let is_of_privacy =
        |block: &&str| OF_PRIVACY.iter().any(|id| block.contains(&format!("\nid = \"{id}\"\n")));
    let blocks: Vec<&str> = MANIFEST.split("\n\n").filter(|block| !is_of_privacy(block)).collect();
    let lines = blocks.join("\n\n");
    let lines = lines.split_inclusive('\n').filter(|line| !line.starts_with("retention = "));
    let plan: String = lines.collect();
    plan.replace("id = \"intro\"\ntopics = [\"controller\"]", "id = \"intro\"")
        .replace("\"privacy@example.com\"", "\"contact@example.com\"")
}

/// A name as words: `refund-policy` is “Refund policy”.
fn title(policy: &str) -> String {
    let words = policy.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::super::STARTERS;
    use super::*;
    use ereje::catalog::FtlFile;
    use ereje::manifest::{PAGE_MESSAGES, read_manifest};

    #[test]
    fn a_text_is_of_what_its_policy_is_called() {
        let of = |policy: &str| {
            let english = STARTERS.iter().find(|starter| starter.locale == "en").expect("English");
            let text = text(english, policy, true);
            let (_, rest) = text.split_once(TITLE).expect("a title");
            rest.lines().next().unwrap_or_default().to_owned()
        };
        for (policy, title) in [
            ("privacy", "Privacy policy"),
            ("kazkey-privacy", "Privacy policy"),
            ("datenschutzerklaerung", "Privacy policy"),
            ("terms-of-use", "Terms of use"),
            ("app_tos", "Terms of use"),
            ("orchard-terms_of_service", "Terms of use"),
            ("terms-of-sale", "Terms of sale"),
            ("data-processing-agreement", "Data processing agreement"),
            ("refund-policy", "Refund policy"),
            ("cookies", "Cookies"),
        ] {
            assert_eq!(of(policy), title, "{policy}");
        }
    }

    #[test]
    fn the_plan_has_the_clauses_of_the_text_in_every_language() {
        for policy in ["privacy", "terms-of-use", "cookies"] {
            let plan = manifest(policy)
                .replace("@POLICY@", policy)
                .replace("@SOURCE@", "en")
                .replace("@LOCALES@", "\"en\"")
                .replace("@DATE@", "2026-01-01");
            let (read, found) = read_manifest(policy, "policy.toml", &plan);
            assert_eq!(found, [], "{plan}");
            let clauses = read.expect("a plan").clauses;
            let ids = clauses.iter().map(|clause| clause.id.as_str()).chain(PAGE_MESSAGES);
            let mut ids: Vec<&str> = ids.chain(["last-updated"]).collect();
            ids.sort_unstable();
            ids.dedup();
            for starter in STARTERS {
                let file = FtlFile::parse("a.ftl", text(starter, policy, true).into_owned());
                let mut own: Vec<&str> = file.messages().map(|message| message.id.name).collect();
                own.sort_unstable();
                assert_eq!(own, ids, "{} in {policy}", starter.locale);
            }
        }
    }
}
