//! What can be found, and how what lasts ended.

use super::Difference;
use crate::change::Kind;
use crate::fact::Date;
use crate::locale::Locale;
use crate::profile::Earliest;

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
