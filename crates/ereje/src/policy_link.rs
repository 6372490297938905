//! Links from a policy to another one of its workspace: `policy:terms-of-use`, or
//! `policy:terms-of-use#refunds` for a clause of it. They name no address, so one text
//! is right in every language, and wherever the pages move to.

/// What such a link begins with.
const SCHEME: &str = "policy:";

/// Where such a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyLink<'t> {
    /// The id of the policy.
    pub policy: &'t str,
    /// The id of a clause of it; none for the whole page.
    pub clause: Option<&'t str>,
}

impl<'t> PolicyLink<'t> {
    /// Reads the target of a link; `None` where it leads elsewhere.
    #[must_use]
    pub fn read(target: &'t str) -> Option<PolicyLink<'t>> {
        let rest = target.strip_prefix(SCHEME)?;
        let (policy, clause) = match rest.split_once('#') {
            Some((policy, clause)) => (policy, Some(clause)),
            None => (rest, None),
        };
        Some(PolicyLink { policy, clause })
    }

    /// The ids of the policies that a text names in its links, and perhaps some that
    /// only its words name so.
    pub fn all_in(text: &'t str) -> impl Iterator<Item = &'t str> {
        text.split(SCHEME).skip(1).map(|rest| {
            let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
            &rest[..rest.find(|c| !is_id(c)).unwrap_or(rest.len())]
        })
    }

    /// The target as it is typed.
    #[must_use]
    pub fn target(self) -> String {
        let clause = self.clause.map_or_else(String::new, |clause| format!("#{clause}"));
        format!("{SCHEME}{}{clause}", self.policy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policies_that_a_text_links_to_are_found() {
        let text = "[a](policy:terms) and [b](policy:terms-2#x), <policy:c>. Our policy: d";
        let ids: Vec<&str> = PolicyLink::all_in(text).collect();
        assert_eq!(ids, ["terms", "terms-2", "c", ""]);
    }

    #[test]
    fn a_link_names_a_policy_and_perhaps_a_clause() {
        let link = |policy, clause| Some(PolicyLink { policy, clause });
        for (target, wanted) in [
            ("policy:terms", link("terms", None)),
            ("policy:terms#refunds", link("terms", Some("refunds"))),
            ("policy:", link("", None)),
            ("policy:a#", link("a", Some(""))),
            ("policy.html", None),
            ("https://example.com/policy:terms", None),
            ("#use", None),
        ] {
            assert_eq!(PolicyLink::read(target), wanted, "{target}");
            if let Some(link) = wanted {
                assert_eq!(link.target(), target);
            }
        }
    }
}
