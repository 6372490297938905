//! The sentences about versions: notices, banners, labels of the history. They
//! are messages of `locales/<locale>/notice.ftl`, needed as soon as a policy
//! has a released version.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::catalog::{Catalog, FtlFile};
use crate::diagnostic::Diagnostic;
use crate::fact::{Date, Fact, Facts};
use crate::furniture;
use crate::locale::Locale;
use crate::markup::Markup;

/// The messages about versions, with the variables that each is given.
pub const PHRASES: [(&str, &[&str]); 38] = [
    ("history", &[]),
    ("earlier-changes", &[]),
    ("version-name", &["version"]),
    ("version-published", &["date"]),
    ("version-effective", &["date"]),
    ("versions-by-date", &[]),
    ("find-a-date", &["zone"]),
    ("version-span", &["first", "last"]),
    ("status-in-force", &[]),
    ("status-coming", &[]),
    ("status-past", &[]),
    ("status-replaced", &[]),
    ("first-version", &[]),
    ("notice-retracted", &[]),
    ("coming-banner", &["date"]),
    ("not-yet-banner", &["date"]),
    ("past-banner", &[]),
    ("read-coming", &[]),
    ("read-current", &[]),
    ("see-changes", &[]),
    ("button-understood", &[]),
    ("button-agree", &[]),
    ("button-disagree", &[]),
    ("redline-title", &["from", "to"]),
    ("redline-legend", &[]),
    ("redline-sides", &[]),
    ("mark-added", &[]),
    ("mark-removed", &[]),
    ("change-changed", &[]),
    ("change-added", &[]),
    ("change-removed", &[]),
    ("change-moved", &[]),
    ("unchanged-clauses", &["count"]),
    ("untitled-clause", &[]),
    ("quoted-heading", &["heading"]),
    ("more-clauses", &["count"]),
    (NOTICE, &["policy", "phase", "date", "headings", "count"]),
    ("notice.title", &["policy", "phase", "date", "headings", "count"]),
];

/// The messages that are needed where a version ends its policy, likewise.
pub const ENDING: [(&str, &[&str]); 2] =
    [(END, &["policy", "phase", "date"]), ("policy-ends.title", &["policy", "phase", "date"])];

/// The message with the words about a version that has none of its own.
pub const NOTICE: &str = "notice";

/// The same of a version that ends the policy; it is also what pages say of it.
pub const END: &str = "policy-ends";

/// The owner's own words about a version begin so, with the policy and the version
/// behind it: `notice-privacy-2-0`.
pub const OWN_NOTICE: &str = "notice-";

/// The name of the message with the owner's own words about a version. Names of
/// policies and versions may have points, and those of messages none.
#[must_use]
pub fn own_notice(policy: &str, version: &str) -> String {
    let policy = policy.replace('.', "-");
    let version = version.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    format!("{OWN_NOTICE}{policy}-{}", version.collect::<String>())
}

/// The variables that a message of `notice.ftl` is given; nothing where none of this
/// name is ever said.
#[must_use]
pub fn variables(id: &str) -> Option<Vec<&'static str>> {
    if let Some(given) = furniture::variables(id) {
        return Some(given.to_vec());
    }
    let of = |id: &str| {
        let mut all = PHRASES.iter().chain(&ENDING);
        let found = all.find(|(name, _)| name.split('.').next() == Some(id));
        found.map(|(_, names)| names.to_vec())
    };
    of(id).or_else(|| id.starts_with(OWN_NOTICE).then(|| of(NOTICE))?)
}

/// The most characters that the title of a notice has, in every language, so
/// that it fits on a home screen.
pub const MAX_TITLE: usize = 60;

/// The most characters of its summary.
pub const MAX_SUMMARY: usize = 200;

/// The sentences of one locale about versions.
#[derive(Clone)]
pub struct Phrases<'p> {
    /// The locale.
    pub locale: &'p Locale,
    file: &'p FtlFile,
    catalog: Rc<Catalog<'p>>,
    /// Sentences without variables that were said: labels stand on every page.
    said: Rc<RefCell<BTreeMap<String, String>>>,
}

impl<'p> Phrases<'p> {
    /// The sentences in a locale's `notice.ftl`, with its `terms.ftl`.
    #[must_use]
    pub fn new(locale: &'p Locale, file: &'p FtlFile, terms: Option<&'p FtlFile>) -> Phrases<'p> {
        let catalog = Rc::new(Catalog::new(locale, file, terms, &Facts::new(), None));
        Phrases { locale, file, catalog, said: Rc::default() }
    }

    /// A sentence as plain text; empty where there is none, which
    /// [`Phrases::check`] tells.
    #[must_use]
    pub fn say<const N: usize>(&self, id: &str, values: [(&str, Fact); N]) -> String {
        let values = values.map(|(name, value)| (name.to_owned(), value));
        let say =
            || self.try_say(id, &Facts::from(values)).and_then(Result::ok).unwrap_or_default();
        if N > 0 {
            return say();
        }
        if let Some(said) = self.said.borrow().get(id) {
            return said.clone();
        }
        let said = say();
        self.said.borrow_mut().insert(id.to_owned(), said.clone());
        said
    }

    /// A sentence as plain text, or why it can not be said; `None` where there
    /// is no such message. `message.attribute` names an attribute.
    #[must_use]
    pub fn try_say(&self, id: &str, values: &Facts) -> Option<Result<String, Vec<String>>> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, a)| (id, Some(a)));
        let said = self.catalog.format_with(id, attribute, values)?;
        Some(match said {
            Ok(text) => Ok(Markup::parse_line(&text).text().trim().to_owned()),
            Err(errors) => Err(errors.into_iter().map(|error| error.what).collect()),
        })
    }

    /// What is said of a version that ends the policy.
    #[must_use]
    pub fn ends(&self, on: Date) -> String {
        self.say(END, [("date", Fact::Date(on))])
    }

    /// Every sentence that is missing, empty or can not be said.
    #[must_use]
    pub fn check(&self) -> Vec<Diagnostic> {
        self.check_all(&PHRASES, "policies with released versions need it")
    }

    /// The same of those that are needed where a version ends its policy.
    #[must_use]
    pub fn check_ending(&self) -> Vec<Diagnostic> {
        self.check_all(&ENDING, "a policy that ends needs it")
    }

    fn check_all(&self, all: &[(&str, &[&str])], why: &str) -> Vec<Diagnostic> {
        let missing = all.iter().filter_map(|(id, names)| self.check_one(id, names, why));
        missing.map(|diagnostic| diagnostic.of_locale(self.locale.tag())).collect()
    }

    fn check_one(&self, id: &str, names: &[&str], why: &str) -> Option<Diagnostic> {
        let (message, _) = id.split_once('.').unwrap_or((id, ""));
        if self.file.is_broken(message) {
            return None;
        }
        let part = self.file.message(message).map_or("", |message| message.id.name);
        let fault = |rule, what: String| Some(self.file.fault(rule, part, what).of_clause(message));
        let values: Facts = names.iter().map(|name| ((*name).to_owned(), sample(name))).collect();
        match self.try_say(id, &values) {
            Some(Ok(text)) if text.is_empty() => fault("empty-text", format!("`{id}` is empty")),
            Some(Ok(_)) => None,
            Some(Err(why)) => {
                fault("format-error", format!("`{id}` can not be shown: {}", why.join("; ")))
            }
            // Of a message that waits it tells once, whatever attributes it has.
            None if part.is_empty() && self.file.waiting(message).is_some() => {
                (message == id).then(|| furniture::waiting_sentence(self.file, id)).flatten()
            }
            None => {
                let variables = match names {
                    [] => String::new(),
                    names => {
                        let names: Vec<_> = names.iter().map(|name| format!("${name}")).collect();
                        format!(", with {}", names.join(", "))
                    }
                };
                let hint = format!("add a line `{id} = …`{variables}; {why}");
                let missing = fault("missing-sentence", format!("`{id}` is missing"));
                missing.map(|missing| missing.hint(hint))
            }
        }
    }
}

/// A value that a variable may have.
fn sample(name: &str) -> Fact {
    match name {
        "date" | "first" | "last" => Fact::Date(Date { year: 2026, month: 11, day: 15 }),
        "count" => Fact::Count(2),
        "headings" => Fact::List(vec!["1".into(), "2".into()]),
        "phase" => Fact::Text("now".into()),
        _ => Fact::Text("1".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_with_its_variables() {
        let locale = Locale::parse("en").expect("a locale");
        let ftl = "history = Changes\nversion-name = Version { $version }\nstatus-past =\n";
        let file = FtlFile::parse("notice.ftl", ftl.to_owned());
        let phrases = Phrases::new(&locale, &file, None);
        assert_eq!(
            phrases.say("version-name", [("version", Fact::Text("1.0".into()))]),
            "Version 1.0"
        );
        let found = phrases.check();
        assert!(found.iter().any(|d| d.message == "`version-published` is missing"
            && d.hint.as_deref().is_some_and(|hint| hint.contains("$date"))));
        assert!(!found.iter().any(|d| d.message.contains("`history`")));
    }

    #[test]
    fn words_about_a_version_have_a_name_that_fluent_knows() {
        for (policy, version, wanted) in [
            ("privacy", "2.0", "notice-privacy-2-0"),
            ("terms_of-use", "2027-03-01", "notice-terms_of-use-2027-03-01"),
            ("privacy.v2", "1.0b", "notice-privacy-v2-1-0b"),
        ] {
            let id = own_notice(policy, version);
            assert_eq!(id, wanted);
            let file = FtlFile::parse("notice.ftl", format!("{id} = Words\n"));
            assert!(file.message(&id).is_some(), "{id}");
        }
    }
}
