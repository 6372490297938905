//! What the clauses of a page became, for who imports its next revision: most of
//! them say what they said, and are neither written nor read back again.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use ereje::fact::Fact;
use ereje::locale::Locale;
use ereje::markup::Markup;
use ereje::version::{ClauseText, VersionText};

use super::Kept;
use super::back::read_back;
use crate::clauses::Clause;
use crate::heads::Head;

/// A clause as a message.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// The pattern of its text.
    pub(super) text: String,
    /// What the pattern says, where it has one.
    pub(super) shown: Option<String>,
    pub(super) kept: Kept,
    /// The facts that it states.
    pub(super) facts: Vec<(String, Fact)>,
    /// The pattern of its heading.
    pub(super) heading: Option<String>,
    /// What that says, once somebody asked.
    pub(super) title: OnceLock<Option<String>>,
}

impl Written {
    /// The clause as its readers see it, unless it has neither text nor heading.
    pub(super) fn clause(&self, locale: &Locale, id: &str) -> Option<ClauseText> {
        let heading = self.title.get_or_init(|| {
            let shown = read_back(locale, self.heading.as_ref()?, &[], None)?;
            Some(shown.trim().to_owned())
        });
        let heading = heading.clone();
        let text = self.shown.clone().or_else(|| heading.as_ref().map(|_| String::new()))?;
        Some(ClauseText { id: id.to_owned(), heading, text })
    }

    /// The names of the facts that it states, in their order.
    pub(super) fn stated(&self) -> Vec<String> {
        let names: BTreeSet<&String> = self.facts.iter().map(|(name, _)| name).collect();
        names.into_iter().cloned().collect()
    }
}

/// What readers see around the clauses.
pub(super) fn around(
    locale: &Locale,
    head: &Head,
    (title, description): (&str, &str),
    facts: &[(String, Fact)],
) -> VersionText {
    let line = |pattern: &str| {
        let shown = read_back(locale, pattern, facts, Some(head.published));
        shown.map(|text| text.trim().to_owned()).unwrap_or_default()
    };
    let title = line(&super::pattern(title, 4));
    VersionText {
        description: line(description),
        last_updated: line(&head.last_updated),
        name: title.clone(),
        title,
        notice: None,
        clauses: Vec::new(),
    }
}

/// The clauses of the revision that was written last, in one language.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// The facts that the texts were written with.
    facts: Vec<(String, Fact)>,
    clauses: HashMap<String, Arc<Known>>,
}

/// What a clause was, and what it became.
#[derive(Debug)]
struct Known {
    heading: Option<Markup>,
    body: Markup,
    written: Arc<Written>,
}

impl Memory {
    /// Forgets what was written with other facts.
    pub(super) fn expect(&mut self, facts: &[(String, Fact)]) {
        if self.facts != facts {
            self.clauses.clear();
            self.facts = facts.to_vec();
        }
    }

    /// What became of a clause that says the same.
    pub(super) fn of(&self, clause: &Clause) -> Option<Arc<Written>> {
        let known = self.clauses.get(&clause.id)?;
        let is_same = known.body == clause.body && known.heading == clause.heading;
        is_same.then(|| Arc::clone(&known.written))
    }

    pub(super) fn keep(&mut self, clause: &Clause, written: &Arc<Written>) {
        let is_known = |known: &Arc<Known>| Arc::ptr_eq(&known.written, written);
        if !self.clauses.get(&clause.id).is_some_and(is_known) {
            let (heading, body) = (clause.heading.clone(), clause.body.clone());
            let known = Known { heading, body, written: Arc::clone(written) };
            self.clauses.insert(clause.id.clone(), Arc::new(known));
        }
    }
}

#[cfg(test)]
mod tests {
    use ereje::catalog::{Catalog, FtlFile};
    use ereje::fact::Date;
    use ereje::manifest::read_manifest;
    use ereje::version::{freeze, stated_facts};

    use super::*;
    use crate::{Draft, Frozen, Wanted};

    /// Freezes a page both ways, and gives its files.
    fn frozen(tag: &str, text: &str, memory: &mut Memory) -> Frozen {
        let locale = Locale::parse(tag).expect(tag);
        let fallback = Date { year: 2020, month: 1, day: 1 };
        let bottom = " Updated: { DATETIME($published, dateStyle: \"long\") }\n";
        let wanted =
            Wanted { path: "page.md", text, policy: "p", locale: &locale, fallback, bottom };
        let draft = Draft::read(&wanted).expect("a page");
        let frozen = draft.clone().freeze(&wanted, memory).expect("a policy");
        let imported = draft.finish(&wanted).expect("a policy");
        assert_eq!((&frozen.texts(), &frozen.manifest), (&imported.texts, &imported.manifest));
        let manifest = read_manifest("p", "policy.toml", &imported.manifest).0.expect("a plan");
        let file = FtlFile::parse("p.ftl", imported.texts.clone());
        assert_eq!(file.diagnostics(), []);
        let catalog = Catalog::new(&locale, &file, None, &manifest.facts, Some(imported.published));
        assert_eq!(frozen.text, freeze(&manifest, &catalog), "{text}");
        let stated =
            manifest.clauses.iter().map(|plan| stated_facts(&manifest, &catalog, &plan.id));
        assert_eq!(frozen.stated, stated.collect::<Vec<_>>(), "{text}");
        frozen
    }

    #[test]
    fn what_is_written_reads_as_its_files_do() {
        for (tag, text) in [
            ("en", "# A {b} policy\n\nOf May 7, 2020.\n\n## One {c}\n\n## Two\n\nx\n"),
            ("en", "Write to <help@example.com> by May 7, 2020.\n\n## A\n\nSince May 7, 2020.\n"),
            ("en", "## A\n\n- a\n  - [b](c)\n\n*d* {e}\n\n```\n  {f}\n[g]\n```\n\n.h\n"),
            ("en", "## 1. A \\* b\n\n| a | b |\n|---|---|\n| {c} | `d` |\n\n> e\\\n> f\n"),
            ("ar", "# \u{633}\n\n## \u{628}\n\nhelp@example.com \u{628} help@example.com\n"),
            ("ja", "# \u{500b}\u{4eba}\n\n\u{6700}\u{7d42}\n\n2024\u{5e74}5\u{6708}1\u{65e5}\n"),
            ("de", "---\ntitle: T {x}\n---\n\n## 1. Mai 2024\n\nAb 1. Mai 2024 a@b.example.\n"),
        ] {
            frozen(tag, text, &mut Memory::default());
        }
    }

    #[test]
    fn what_is_remembered_changes_nothing() {
        let page = |email: &str, last: &str| {
            format!(
                "# T\n\n## A\n\nWrite to {email} within a week.\n\n## B\n\n{last}\n\n\
                 ## C\n\nOr to {email}, in writing.\n"
            )
        };
        let mut memory = Memory::default();
        for (email, last) in [
            ("a@example.com", "One."),
            ("a@example.com", "Two."),
            // Another fact of the same name: nothing is remembered.
            ("b@example.com", "Two."),
            ("b@example.com", "Two, c@example.com."),
            ("b@example.com", "Two, { b } and *c*."),
        ] {
            let texts = frozen("en", &page(email, last), &mut memory).texts();
            assert_eq!(texts.matches("-email }").count(), 2 + last.matches('@').count());
        }
        assert_eq!(memory.clauses.len(), 3);
    }
}
