//! The audit as data, for programs.

use ereje::audit::{Audit, Edition, EditionPage, End, EndedBy, Finding};
use serde::Serialize;

use super::english;
use crate::json;

/// Name and version of the format.
pub const REPORT_SCHEMA: &str = "ereje-history-report/1";

/// What `ereje history report --format json` writes: the audit of a policy's
/// versions. Days are ISO 8601.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) struct ReportFile<'a> {
    /// `ereje-history-report/1`.
    schema: &'static str,
    /// The policy's id.
    policy: &'a str,
    /// Its title in the newest version, in the language that binds.
    title: &'a str,
    /// The language that binds (BCP 47).
    source_locale: &'a str,
    /// The languages that were looked at, the one that binds first.
    locales: Vec<&'a str>,
    /// The day up to which open matters are counted.
    on: String,
    /// Whether the policy has ended on that day; there only where it has.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ended: bool,
    /// Where days begin: a name of the IANA time zone database.
    time_zone: &'a str,
    /// All versions, the first one first.
    versions: Vec<VersionData<'a>>,
    /// What was found, the weightiest first.
    findings: Vec<FindingData<'a>>,
    /// What could not be judged, and why, in English.
    unjudged: Vec<String>,
}

/// A version.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct VersionData<'a> {
    /// Its name.
    version: &'a str,
    /// The day of publication on record.
    published: String,
    /// The first day on which it is in force, on record.
    effective: String,
    /// Whether both days are known: of an imported page that bore one day they are not.
    period_known: bool,
    /// The days between both, where they are known.
    notice_days: Option<i64>,
    /// The first day on which it might have taken effect, where a law or the policy
    /// asks for time.
    earliest: Option<String>,
    /// What kind of change it was released as.
    severity: &'static str,
    /// The least kind that its texts allow.
    floor: &'static str,
    /// Whether there is a notice of it on record.
    announced: bool,
    /// Whether it was imported; if not, it was released.
    imported: bool,
    /// The commit or file that it was imported from; nothing of a release, and where
    /// nothing is on record of the origin.
    revision: Option<&'a str>,
    /// When that was committed (RFC 3339, UTC).
    committed: Option<&'a str>,
    /// Its languages.
    pages: Vec<PageData<'a>>,
}

/// A language of a version.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct PageData<'a> {
    /// The language (BCP 47).
    locale: &'a str,
    /// Whether its text differs from the version before.
    changed: bool,
    /// The line with the date, as its readers saw it.
    date_line: Option<&'a str>,
    /// Whether its text changed under a date that did not.
    date_unchanged: bool,
    /// How many of its clauses were behind the language that binds.
    behind: usize,
}

/// A finding.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct FindingData<'a> {
    /// Its number in the report.
    number: usize,
    /// What kind of finding it is, such as `date-unchanged`.
    kind: &'static str,
    /// `high`, `medium` or `low`.
    weight: &'static str,
    /// The version that it begins with.
    version: &'a str,
    /// The language that it is about.
    locale: Option<&'a str>,
    /// The clause that it is about.
    clause: Option<&'a str>,
    /// The heading under which that stands in the language that binds.
    heading: Option<&'a str>,
    /// What was found, in a line of English.
    title: String,
    /// The same at length.
    text: String,
    /// What to do, in English.
    advice: String,
    /// How long it lasted, or has lasted, in days.
    days: Option<i64>,
    /// How it ended; nothing where it lasts.
    end: Option<EndData<'a>>,
}

/// How a finding ended.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct EndData<'a> {
    /// With which version.
    version: &'a str,
    /// The day of that version's publication.
    day: String,
    /// What changed: `translation`, `source`, `clause` (it is gone) or `language` (it
    /// is gone).
    by: &'static str,
}

/// The audit as one line of JSON.
#[must_use]
pub fn report_data(audit: &Audit) -> String {
    let file = ReportFile {
        schema: REPORT_SCHEMA,
        policy: &audit.policy,
        title: &audit.title,
        source_locale: audit.source.tag(),
        locales: audit.locales.iter().map(ereje::locale::Locale::tag).collect(),
        on: audit.on.to_string(),
        ended: audit.ended,
        time_zone: &audit.time_zone,
        versions: audit.editions.iter().map(version).collect(),
        findings: audit.findings.iter().enumerate().map(|one| finding(audit, one)).collect(),
        unjudged: audit.unjudged.iter().map(english::unjudged).collect(),
    };
    json::text(&file)
}

fn version(edition: &Edition) -> VersionData<'_> {
    let days = edition.effective.days_since_1970() - edition.published.days_since_1970();
    let imported = edition.imported.as_ref();
    VersionData {
        version: &edition.version,
        published: edition.published.to_string(),
        effective: edition.effective.to_string(),
        period_known: edition.has_period,
        notice_days: edition.has_period.then_some(days),
        earliest: edition.earliest.as_ref().map(|earliest| earliest.day.to_string()),
        severity: edition.severity.name(),
        floor: edition.floor.name(),
        announced: edition.is_announced,
        imported: edition.is_imported,
        revision: imported.map(|imported| imported.revision.as_str()),
        committed: imported.and_then(|imported| imported.committed.as_deref()),
        pages: edition.pages.iter().map(page).collect(),
    }
}

fn page(page: &EditionPage) -> PageData<'_> {
    PageData {
        locale: page.locale.tag(),
        changed: page.is_changed,
        date_line: page.line.as_deref(),
        date_unchanged: page.is_silent,
        behind: page.behind,
    }
}

fn finding<'a>(audit: &'a Audit, (nth, finding): (usize, &'a Finding)) -> FindingData<'a> {
    let words = english::words(audit, finding);
    let clause = finding.clause.as_ref();
    FindingData {
        number: nth + 1,
        kind: finding.matter.name(),
        weight: english::weight_name(finding.weight),
        version: &finding.version,
        locale: finding.locale.as_ref().map(ereje::locale::Locale::tag),
        clause: clause.map(|clause| clause.id.as_str()),
        heading: clause.and_then(|clause| clause.heading.as_deref()),
        title: words.title,
        text: words.what.join(" "),
        advice: words.todo,
        days: audit.days(finding),
        end: finding.matter.end().map(end),
    }
}

fn end(end: &End) -> EndData<'_> {
    EndData {
        version: &end.version,
        day: end.day.to_string(),
        by: match end.by {
            EndedBy::Translation => "translation",
            EndedBy::Source => "source",
            EndedBy::Clause => "clause",
            EndedBy::Language => "language",
        },
    }
}
