//! A released version of a policy: what its readers saw, in every language,
//! and what makes it a fact that nobody changes afterwards.
//!
//! A version is a folder `policies/<policy>/versions/<version>`:
//!
//! - `version.toml`: dates, kind of change, facts, the plan of the clauses
//!   ([`Version`]);
//! - `<locale>.toml`: the texts of a language ([`VersionText`]), as CommonMark
//!   with facts filled in;
//! - `SHA256SUMS`: digests of the others, for `sha256sum -c`.
//!
//! Each version holds the digest of the one before's `SHA256SUMS`, so that a
//! [`History`] is a chain.

mod chain;
mod freeze;
mod origin;
mod read;
mod standing;
mod step;
mod texts;
mod verbatim;
mod write;

use std::collections::BTreeMap;

pub use chain::{Folder, History, ReadFolder, is_version_name, name_of_day};
pub use freeze::{freeze, stated_facts};
pub use origin::{DatedBy, Moment, ORIGIN_FILE, Origin, Revision, RevisionPage};
pub use read::read_release;
pub use standing::{Standing, base_of};
pub use texts::Texts;
pub(crate) use verbatim::unescaped;
pub use write::{fact_value, quoted};

use crate::change::{Action, Kind};
use crate::digest::sha256;
use crate::document::{Clause, Document};
use crate::fact::{Date, Facts};
use crate::locale::Locale;
use crate::manifest::{ClauseKind, Manifest};
use crate::markup::Markup;

/// The file of a version that says what it is.
pub const VERSION_FILE: &str = "version.toml";

/// The file of digests.
pub const SUMS_FILE: &str = "SHA256SUMS";

/// The name of this format, as it stands in [`VERSION_FILE`].
pub const SCHEMA: &str = "ereje-version/1";

/// What all languages of a version have in common: [`VERSION_FILE`].
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The policy's id.
    pub policy: String,
    /// Its name, such as `2.0`.
    pub version: String,
    /// The day that it was announced on; the day at the bottom of the page.
    pub published: Date,
    /// The first day on which it is in force.
    pub effective: Date,
    /// Where that day begins: a name of the IANA time zone database.
    pub time_zone: String,
    /// The first day on which apps no longer show the notice.
    pub show_until: Date,
    /// What kind of change it is from the version before.
    pub severity: Kind,
    /// The least that the texts allow.
    pub floor: Kind,
    /// What is asked of readers.
    pub action: Action,
    /// Why the severity is what it is, in the owner's words.
    pub reason: Option<String>,
    /// Why it took effect sooner than it had to be announced, in the owner's words.
    pub short_notice: Option<String>,
    /// Versions whose notices were wrong.
    pub retracts: Vec<String>,
    /// Whether the policy ends with it: from its effective day on no version is in force,
    /// until a later one takes effect.
    pub ends: bool,
    /// What the changed clauses are about.
    pub topics: Vec<String>,
    /// The language that binds.
    pub source_locale: Locale,
    /// All languages, in the order they are offered to readers.
    pub locales: Vec<Locale>,
    /// The version before this one.
    pub previous: Option<Previous>,
    /// The facts that the texts state.
    pub facts: Facts,
    /// The clauses, in page order.
    pub clauses: Vec<VersionClause>,
}

impl Version {
    /// Whether an import made it of a page of the past. Its record says so by itself: a
    /// notice about the past is shown on no day, one of a release on one at least
    /// (`show-days` begins with 1).
    #[must_use]
    pub fn is_imported(&self) -> bool {
        // After the last day that there is, nothing can be shown either.
        let is_last = Date::from_days_since_1970(i64::MAX) == self.effective;
        self.show_until <= self.effective && !is_last
    }
}

/// The version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Previous {
    /// Its name.
    pub version: String,
    /// The SHA-256 digest of its [`SUMS_FILE`].
    pub sums: String,
}

/// What all languages of a clause have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionClause {
    /// Its id and anchor.
    pub id: String,
    /// How it is set.
    pub kind: ClauseKind,
    /// The level of its heading, or how deep the item is nested.
    pub level: u8,
    /// What it is about.
    pub topics: Vec<String>,
    /// What it promises.
    pub promises: Vec<String>,
    /// The facts that its text states.
    pub facts: Vec<String>,
    /// The digest of the source text at the last change that readers are told
    /// of by a notice. Other changes leave it alone, so that correcting a comma
    /// asks nobody anything again.
    pub meaning: String,
}

/// The texts of a version in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionText {
    /// The title, as one line of CommonMark.
    pub title: String,
    /// One sentence about the page, likewise.
    pub description: String,
    /// The line with the date, likewise.
    pub last_updated: String,
    /// The name that notices call the policy by.
    pub name: String,
    /// What the notice says, where there is one.
    pub notice: Option<NoticeText>,
    /// The clauses, in page order.
    pub clauses: Vec<ClauseText>,
}

/// The words of a notice, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeText {
    /// From the day that the version is in force.
    pub now: Card,
    /// Before that day.
    pub coming: Card,
}

impl NoticeText {
    /// What is said on a day of a version that takes effect on another.
    #[must_use]
    pub fn on(&self, day: Date, effective: Date) -> &Card {
        if day < effective { &self.coming } else { &self.now }
    }
}

/// What fits on the home screen of an app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// One line.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
}

/// A clause in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseText {
    /// Its id.
    pub id: String,
    /// Its heading, as one line of CommonMark.
    pub heading: Option<String>,
    /// Its text, as CommonMark.
    pub text: String,
}

impl ClauseText {
    /// The SHA-256 digest of the heading (empty where there is none), a line
    /// feed, and the text.
    #[must_use]
    pub fn digest(&self) -> String {
        let heading = self.heading.as_deref().unwrap_or_default();
        sha256(format!("{heading}\n{}", self.text).as_bytes())
    }
}

impl VersionText {
    /// The clause of this id.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&ClauseText> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// Whether readers see the same in the other, whatever day it bears. Where
    /// its lines end in the file does not matter.
    #[must_use]
    pub fn says_the_same(&self, other: &VersionText) -> bool {
        let line = |a: &str, b: &str| a == b || Markup::parse_line(a) == Markup::parse_line(b);
        let text = |a: &str, b: &str| a == b || Markup::parse(a) == Markup::parse(b);
        let heading = |a: &Option<String>, b: &Option<String>| match (a, b) {
            (Some(a), Some(b)) => line(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let clause = |(a, b): (&ClauseText, &ClauseText)| {
            a.id == b.id && heading(&a.heading, &b.heading) && text(&a.text, &b.text)
        };
        line(&self.title, &other.title)
            && line(&self.description, &other.description)
            && self.clauses.len() == other.clauses.len()
            && self.clauses.iter().zip(&other.clauses).all(clause)
    }
}

/// The texts of a version as they are frozen: names of files, what they say, and its
/// digest.
#[derive(Clone, Debug)]
pub struct FrozenTexts(Vec<(String, String, String)>);

/// A version with all its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// What its languages have in common.
    pub version: Version,
    /// Its texts by language.
    pub texts: Texts,
}

impl Release {
    /// Its files by name, as they are frozen: the same bytes, whatever the
    /// machine.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, String> {
        let (files, _) = self.files_with(self.frozen_texts());
        files
    }

    /// Its texts as they are frozen, each with its digest. Nothing of the version's own
    /// stands in them.
    #[must_use]
    pub fn frozen_texts(&self) -> FrozenTexts {
        let texts = self.texts.iter().map(|(locale, text)| {
            let text = write::text(locale, text);
            let digest = sha256(text.as_bytes());
            (format!("{locale}.toml"), text, digest)
        });
        FrozenTexts(texts.collect())
    }

    /// The files by name, and the digests of all but [`SUMS_FILE`].
    fn files_with(
        &self,
        texts: FrozenTexts,
    ) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
        let version = write::version(&self.version);
        let digest = sha256(version.as_bytes());
        let mut files = BTreeMap::from([(VERSION_FILE.to_owned(), version)]);
        let mut digests = BTreeMap::from([(VERSION_FILE.to_owned(), digest)]);
        for (name, text, digest) in texts.0 {
            files.insert(name.clone(), text);
            digests.insert(name, digest);
        }
        files.insert(SUMS_FILE.to_owned(), write::sums(&digests));
        (files, digests)
    }

    /// The texts of the language that binds.
    #[must_use]
    pub fn source(&self) -> Option<&VersionText> {
        self.texts.get(&self.version.source_locale)
    }

    /// The page that its readers see in `locale`, at the address that the
    /// policy has today; `None` where the version lacks the language.
    #[must_use]
    pub fn document(&self, locale: &Locale, manifest: &Manifest) -> Option<Document> {
        self.document_with(locale, manifest, |clause| Markup::parse(&clause.text))
    }

    fn document_with<'r>(
        &'r self,
        locale: &Locale,
        manifest: &Manifest,
        mut body: impl FnMut(&'r ClauseText) -> Markup,
    ) -> Option<Document> {
        let text = self.texts.get(locale)?;
        let version = &self.version;
        let clauses = version.clauses.iter().zip(&text.clauses).map(|(plan, clause)| Clause {
            id: plan.id.clone(),
            kind: plan.kind,
            level: plan.level,
            topics: plan.topics.clone(),
            heading: clause.heading.as_deref().map(Markup::parse_line),
            body: body(clause),
            shown_in: None,
        });
        Some(Document {
            policy: version.policy.clone(),
            product: manifest.product.clone(),
            locale: locale.clone(),
            permalink: manifest.permalink(locale).to_owned(),
            title: Markup::parse_line(&text.title),
            description: Markup::parse_line(&text.description),
            published: Some(version.published),
            last_updated: Markup::parse_line(&text.last_updated),
            clauses: clauses.collect(),
            draft: false,
            failures: Vec::new(),
        })
    }

    /// What identifies the text that readers are asked about: the policy and
    /// the meaning of its clauses. No language, no date, no comma is in it, so
    /// that nobody is asked twice about the same. (Where a version takes effect sooner
    /// than was announced, the day is in the meaning of what changes. And that the policy
    /// ends is told whatever its text, and told again for another day.)
    #[must_use]
    pub fn ack_key(&self) -> String {
        let mut meanings: Vec<&str> =
            self.version.clauses.iter().map(|clause| clause.meaning.as_str()).collect();
        meanings.sort_unstable();
        let mut asked = format!("{}\n{}\n", self.version.policy, meanings.join("\n"));
        if self.version.ends {
            asked.push_str(&format!("ends {}\n", self.version.effective));
        }
        sha256(asked.as_bytes())
    }
}

#[cfg(test)]
mod tests;
