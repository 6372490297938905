//! What an audit of a policy's released versions finds: plain data, in terms that
//! both the crate that judges and the one that shows it know.
//!
//! Nothing here is a sentence, so that a report can be in any language.

mod matter;

use crate::change::{Changes, Kind};
use crate::fact::Date;
use crate::locale::Locale;
use crate::profile::Earliest;

pub use matter::{End, EndedBy, Matter};

/// An audit of a policy.
#[derive(Clone, Debug)]
pub struct Audit {
    /// The policy's id.
    pub policy: String,
    /// Its title in the newest version, in the language that binds.
    pub title: String,
    /// The language that binds, in the newest version.
    pub source: Locale,
    /// The languages that were looked at, the one that binds first.
    pub locales: Vec<Locale>,
    /// The day up to which open matters are counted: that on which the policy ended, where
    /// it has.
    pub on: Date,
    /// Whether it has ended by then.
    pub ended: bool,
    /// Where days begin: a name of the IANA time zone database.
    pub time_zone: String,
    /// All versions, the first one first.
    pub editions: Vec<Edition>,
    /// What was found: the weightiest first, then in the order of time.
    pub findings: Vec<Finding>,
    /// What could not be judged.
    pub unjudged: Vec<Unjudged>,
    /// What changed from each version to the next, where something did.
    pub redlines: Vec<VersionRedline>,
}

/// A version in the course of time.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its name.
    pub version: String,
    /// The day of publication on record.
    pub published: Date,
    /// The first day on which it is in force, on record.
    pub effective: Date,
    /// What kind of change it was released as.
    pub severity: Kind,
    /// The least kind that its texts allow.
    pub floor: Kind,
    /// Whether it has a notice for its readers.
    pub is_announced: bool,
    /// Whether it was imported; if not, it was released.
    pub is_imported: bool,
    /// The revision that it was imported from; `None` if it was released, and if
    /// nothing is on record of where it comes from ([`Unjudged::NoOrigin`]).
    pub imported: Option<Imported>,
    /// Its languages.
    pub pages: Vec<EditionPage>,
    /// Whether the days of publication and of effect are both known of it: of a page
    /// that bore one day they are not.
    pub has_period: bool,
    /// The first day on which it might have taken effect, where a law or the policy
    /// asks for time.
    pub earliest: Option<Earliest>,
}

/// The revision that a version was imported from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The commit's id, or the name of a file or folder.
    pub revision: String,
    /// When it was committed, as it stands on record (RFC 3339, UTC).
    pub committed: Option<String>,
    /// The day of that, in the policy's time zone.
    pub day: Option<Date>,
}

/// A language of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionPage {
    /// The language.
    pub locale: Locale,
    /// Whether its text differs from the version before; a language that is new
    /// differs.
    pub is_changed: bool,
    /// The line with the date, as its readers saw it.
    pub line: Option<String>,
    /// Whether its text changed under a date that did not.
    pub is_silent: bool,
    /// How many of its clauses were behind the language that binds.
    pub behind: usize,
}

/// What changed from a version to the next one in a language.
#[derive(Clone, Debug)]
pub struct VersionRedline {
    /// The version before.
    pub from: String,
    /// The version after.
    pub to: String,
    /// The language.
    pub locale: Locale,
    /// The title before and after, where it changed.
    pub title: Option<(String, String)>,
    /// What changed in the clauses.
    pub changes: Changes,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Good to know; nothing may follow from it.
    Low,
    /// To be looked at.
    Medium,
    /// Readers may have been misled, or a duty not been kept.
    High,
}

/// A finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What was found.
    pub matter: Matter,
    /// How much it weighs.
    pub weight: Weight,
    /// The version that it begins with.
    pub version: String,
    /// The language that it is about, where it is about one.
    pub locale: Option<Locale>,
    /// The clause that it is about, where it is about one.
    pub clause: Option<ClauseName>,
    /// The redlines that prove it: versions that something changed to, and the
    /// languages.
    pub redlines: Vec<(String, Locale)>,
}

/// A clause, as people know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseName {
    /// Its id.
    pub id: String,
    /// The heading under which readers of the language that binds find it.
    pub heading: Option<String>,
}

/// A fact that two languages state differently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The clause.
    pub clause: String,
    /// The rule that tells, by the name that `check explain` knows.
    pub rule: String,
    /// What differs, as part of a sentence.
    pub what: String,
}

/// What could not be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unjudged {
    /// There is one version, and nothing to compare it with.
    OneVersion,
    /// There is one language, and nothing to compare it with.
    OneLanguage,
    /// Notice periods of imported versions, whose pages bore one day.
    Periods {
        /// How many versions.
        versions: usize,
    },
    /// Of imported versions, whether readers were told by other means.
    Notices {
        /// How many versions.
        versions: usize,
    },
    /// No law and no number of days is named to compare notice periods with.
    NoProfile,
    /// A page that there was in a revision has no text in its version.
    PageLeftOut {
        /// The version.
        version: String,
        /// The language.
        locale: Locale,
        /// Where the page is.
        path: String,
    },
    /// A language comes later than the first version.
    LanguageFrom {
        /// The language.
        locale: Locale,
        /// Its first version.
        version: String,
    },
    /// A language that the version before had is not in a version.
    LanguageGone {
        /// The language.
        locale: Locale,
        /// The version.
        version: String,
    },
    /// Changes of spelling or markup alone, which translations need not follow.
    Editorial {
        /// The language.
        locale: Locale,
        /// How many changes of clauses.
        changes: usize,
    },
    /// A translation that changed one version before its source: it may have been
    /// ahead.
    Ahead {
        /// The language.
        locale: Locale,
        /// The clause.
        clause: String,
        /// The version in which the source changed.
        version: String,
    },
    /// Languages whose negations and modal verbs are not known, so that the kind of a
    /// change may be more than told.
    Words {
        /// The languages.
        locales: Vec<Locale>,
    },
    /// What the pages of imported versions said of their days, and when these were
    /// committed: nothing is on record of the revisions that they come from.
    NoOrigin {
        /// The versions.
        versions: Vec<String>,
    },
    /// Revisions before the first version may be missing.
    Shallow,
    /// A page that could not be read in a revision.
    Unreadable {
        /// The revision.
        revision: String,
        /// Where the page is.
        path: String,
        /// Why.
        why: String,
    },
    /// Revisions that come from files, of which no commit tells when they were made.
    NoCommits {
        /// How many.
        revisions: usize,
    },
}

impl Audit {
    /// The imported versions of whose revisions nothing is on record.
    #[must_use]
    pub fn without_origin(&self) -> &[String] {
        let versions = self.unjudged.iter().find_map(|unjudged| match unjudged {
            Unjudged::NoOrigin { versions } => Some(versions.as_slice()),
            _ => None,
        });
        versions.unwrap_or_default()
    }

    /// The version of this name.
    #[must_use]
    pub fn edition(&self, version: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.version == version)
    }

    /// How many days a finding that lasts has lasted, from the publication of the
    /// version that it begins with: until its end, or the day of the audit.
    #[must_use]
    pub fn days(&self, finding: &Finding) -> Option<i64> {
        let from = self.edition(&finding.version)?.published;
        let until = finding.matter.end().map_or(self.on, |end| end.day);
        let days = until.days_since_1970() - from.days_since_1970();
        finding.matter.lasts().then_some(days.max(0))
    }
}
