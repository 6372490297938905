//! What an audit of a policy's released versions finds: plain data, in terms that
//! both the crate that judges and the one that shows it know.
//!
//! Nothing here is a sentence, so that a report can be in any language.

use crate::change::{Changes, Kind};
use crate::fact::Date;
use crate::locale::Locale;
use crate::profile::Earliest;

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
    /// The day up to which open matters are counted.
    pub on: Date,
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

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Matter {
    /// The text changed and the date on the page did not.
    DateUnchanged {
        /// The line with the date.
        line: Option<String>,
        /// The day, where it was read.
        day: Option<Date>,
        /// The version that bore this date first.
        since: String,
        /// What kind of change it is, by its text.
        kind: Kind,
        /// Why it is of that kind.
        reasons: Vec<String>,
        /// The day on which a revision changed nothing but the date afterwards.
        followed: Option<Date>,
    },
    /// The page bears no date, in these versions in a row.
    DateMissing {
        /// The versions.
        versions: Vec<String>,
    },
    /// The page bears a date that can not be read, in these versions in a row.
    DateMalformed {
        /// The line.
        line: String,
        /// The versions.
        versions: Vec<String>,
    },
    /// The date of the page lies before the one that it bore until then.
    DateBackwards {
        /// The day.
        day: Date,
        /// The day that it bore until then.
        before: Date,
    },
    /// Languages that changed together bear different days.
    DatesDiffer {
        /// The day in each language.
        days: Vec<(Locale, Date)>,
    },
    /// The page took a date that lies before its commit.
    DatedBeforeCommit {
        /// The date on the page.
        day: Date,
        /// The day of the commit.
        committed: Date,
    },
    /// The version takes effect before it was published.
    EffectiveBeforePublished {
        /// The first day on which it is in force.
        effective: Date,
        /// The day that it is of.
        published: Date,
    },
    /// The version takes effect sooner than it had to be announced.
    NoticeTooShort {
        /// The first day on which it might have taken effect, and why.
        earliest: Earliest,
        /// The reason on record.
        reason: Option<String>,
    },
    /// A clause changed in the language that binds, and not in a translation.
    Behind {
        /// What kind of change it was.
        kind: Kind,
        /// Why it is of that kind.
        reasons: Vec<String>,
        /// How it ended.
        end: Option<End>,
    },
    /// Languages that are both current state different facts.
    FactsDiffer {
        /// The facts.
        differences: Vec<Difference>,
        /// The clause in the language that binds.
        source: String,
        /// The clause in the translation.
        own: String,
        /// How it ended.
        end: Option<End>,
    },
    /// A language has a clause that the one that binds dropped, or never had.
    ClauseKept {
        /// Whether the language that binds had it before.
        was_dropped: bool,
        /// What it says.
        own: String,
        /// How it ended.
        end: Option<End>,
    },
    /// A language lacks a clause of the one that binds.
    ClauseMissing {
        /// Whether it had the clause before.
        was_there: bool,
        /// What the clause says in the language that binds.
        source: String,
        /// How it ended.
        end: Option<End>,
    },
    /// A clause stands in a language in the words of another.
    Untranslated {
        /// What it says.
        own: String,
        /// How it ended.
        end: Option<End>,
    },
    /// No notice of a released change was made, or not in a language.
    NoNotice {
        /// What kind of change it was released as.
        kind: Kind,
        /// Who asks for a notice.
        why: Option<String>,
    },
    /// There is no record of notices of changes that were imported.
    NoNoticeOnRecord {
        /// The versions, each with what its texts tell of its kind.
        versions: Vec<(String, Kind)>,
    },
    /// A change was released as less than its texts tell, and without a notice.
    SeverityLowered {
        /// What it was released as.
        severity: Kind,
        /// What the texts tell.
        floor: Kind,
        /// The reason on record.
        reason: Option<String>,
    },
}

/// How a state of things ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// With which version.
    pub version: String,
    /// The day of that version's publication.
    pub day: Date,
    /// By what.
    pub by: EndedBy,
}

/// By what a state of things ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    /// The translation changed.
    Translation,
    /// The language that binds changed.
    Source,
    /// The clause is gone.
    Clause,
    /// The language is gone.
    Language,
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

impl Matter {
    /// The name of its kind in data, and what the report is grouped by.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Matter::DateUnchanged { .. } => "date-unchanged",
            Matter::DateMissing { .. } => "date-missing",
            Matter::DateMalformed { .. } => "date-malformed",
            Matter::DateBackwards { .. } => "date-backwards",
            Matter::DatesDiffer { .. } => "dates-differ",
            Matter::DatedBeforeCommit { .. } => "dated-before-commit",
            Matter::EffectiveBeforePublished { .. } => "effective-before-published",
            Matter::NoticeTooShort { .. } => "notice-too-short",
            Matter::Behind { .. } => "translation-behind",
            Matter::FactsDiffer { .. } => "facts-differ",
            Matter::ClauseKept { .. } => "clause-kept",
            Matter::ClauseMissing { .. } => "clause-missing",
            Matter::Untranslated { .. } => "clause-untranslated",
            Matter::NoNotice { .. } => "no-notice",
            Matter::NoNoticeOnRecord { .. } => "no-notice-on-record",
            Matter::SeverityLowered { .. } => "severity-lowered",
        }
    }

    /// How it ended, of what lasts until something is done.
    #[must_use]
    pub fn end(&self) -> Option<&End> {
        match self {
            Matter::Behind { end, .. }
            | Matter::FactsDiffer { end, .. }
            | Matter::ClauseKept { end, .. }
            | Matter::ClauseMissing { end, .. }
            | Matter::Untranslated { end, .. } => end.as_ref(),
            _ => None,
        }
    }

    /// Whether it lasts until something is done about it.
    #[must_use]
    pub fn lasts(&self) -> bool {
        matches!(
            self,
            Matter::Behind { .. }
                | Matter::FactsDiffer { .. }
                | Matter::ClauseKept { .. }
                | Matter::ClauseMissing { .. }
                | Matter::Untranslated { .. }
        )
    }
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
