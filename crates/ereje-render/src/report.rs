//! The audit of a policy's versions, as a page that can be mailed to a lawyer and as
//! data. It is in English, whatever the policy's languages: all of its words are in
//! [`english`] and in the template.

mod chart;
mod data;
mod english;
mod redlines;

use std::collections::BTreeMap;

use ereje::audit::{Audit, Edition, Finding, Weight};
use ereje::diagnostic::Diagnostic;
use ereje::furniture::Furniture;
use ereje::locale::Locale;
use serde::Serialize;

use crate::Templates;
use crate::site::FrameValues;
#[cfg(test)]
pub(crate) use data::ReportFile;
pub use data::{REPORT_SCHEMA, report_data};
use redlines::{RedlineValues, Sections};

/// What every report begins with, so that a new one may take its place.
const MARK: &str = "<!DOCTYPE html>\n<!-- ereje-history-report/1 -->\n";

/// Whether a file is a report that was made before, as a page or as data.
#[must_use]
pub fn is_report(bytes: &[u8]) -> bool {
    let data = format!("{{\"schema\":\"{REPORT_SCHEMA}\"");
    bytes.starts_with(MARK.as_bytes()) || bytes.starts_with(data.as_bytes())
}

#[derive(Serialize)]
struct ReportValues<'v> {
    #[serde(flatten)]
    frame: FrameValues<'v>,
    title: String,
    policy: &'v str,
    policy_title: &'v str,
    policy_lang: &'v str,
    on: String,
    ended: bool,
    first: String,
    last: String,
    version_count: usize,
    languages_covered: Vec<LanguageValues>,
    sources: String,
    counts: Vec<CountValues>,
    total: CountValues,
    unjudged: Vec<String>,
    chart: String,
    editions: Vec<EditionValues>,
    periods: Vec<PeriodValues>,
    findings: Vec<FindingValues>,
    redlines: Vec<RedlineValues>,
}

#[derive(Serialize)]
struct LanguageValues {
    tag: String,
    name: String,
    binds: bool,
}

/// How many findings of a kind there are, by weight.
#[derive(Default, Serialize)]
struct CountValues {
    label: String,
    high: usize,
    medium: usize,
    low: usize,
    total: usize,
}

#[derive(Serialize)]
struct EditionValues {
    version: String,
    id: String,
    published: String,
    effective: String,
    source: String,
    kind: String,
    notice: &'static str,
    pages: Vec<PageValues>,
    findings: Vec<LinkValues>,
    redlines: Vec<LinkValues>,
}

#[derive(Serialize)]
struct PageValues {
    tag: String,
    dir: &'static str,
    state: &'static str,
    line: String,
    behind: usize,
}

#[derive(Serialize)]
struct PeriodValues {
    version: String,
    kind: &'static str,
    published: String,
    effective: String,
    days: String,
    asked: String,
    verdict: &'static str,
}

#[derive(Serialize)]
struct LinkValues {
    href: String,
    text: String,
}

#[derive(Serialize)]
struct FindingValues {
    number: usize,
    id: String,
    weight: &'static str,
    weight_label: &'static str,
    title: String,
    facts: Vec<(&'static str, String)>,
    what: Vec<String>,
    todo: String,
    quotes: Vec<QuoteValues>,
    redlines: Vec<LinkValues>,
}

/// Words of the policy, in their language.
#[derive(Serialize)]
struct QuoteValues {
    label: String,
    lang: String,
    dir: &'static str,
    text: String,
}

/// The audit as a page that needs nothing but itself.
///
/// # Errors
/// What is wrong with a template.
pub fn render_report(
    audit: &Audit,
    languages: &BTreeMap<Locale, Furniture>,
    templates: &Templates,
) -> Result<Vec<u8>, Diagnostic> {
    let sections = Sections::of(audit);
    let title = format!("History of {}", audit.title);
    let ends = |edition: Option<&Edition>| {
        edition.map_or_else(String::new, |one| one.published.to_string())
    };
    let name = |locale: &Locale| {
        let furniture = languages.get(locale);
        furniture.map_or(String::new(), |furniture| furniture.language_name().to_owned())
    };
    let covered = audit.locales.iter().map(|locale| LanguageValues {
        tag: locale.tag().to_owned(),
        name: name(locale),
        binds: *locale == audit.source,
    });
    let values = ReportValues {
        frame: FrameValues::for_owner(&title, templates),
        title,
        policy: &audit.policy,
        policy_title: &audit.title,
        policy_lang: audit.source.tag(),
        on: audit.on.to_string(),
        ended: audit.ended,
        first: ends(audit.editions.first()),
        last: ends(audit.editions.last()),
        version_count: audit.editions.len(),
        languages_covered: covered.collect(),
        sources: english::sources(audit),
        counts: counts(audit),
        total: count("All", audit.findings.iter()),
        unjudged: audit.unjudged.iter().map(english::unjudged).collect(),
        chart: chart::draw(audit),
        editions: audit.editions.iter().map(|one| edition(audit, one, &sections)).collect(),
        periods: audit.editions.iter().skip(1).map(period).collect(),
        findings: findings(audit, &sections),
        redlines: sections.values,
    };
    let page = templates.fill("report.html", &values, 256 << 10)?;
    let page = String::from_utf8_lossy(&page).into_owned();
    let page = page.strip_prefix("<!DOCTYPE html>\n").unwrap_or(&page);
    Ok(format!("{MARK}{page}").into_bytes())
}

/// How a finding is called within the report.
fn anchor(nth: usize) -> String {
    format!("f{}", nth + 1)
}

fn count<'f>(label: &str, findings: impl Iterator<Item = &'f Finding>) -> CountValues {
    let mut counts = CountValues { label: label.to_owned(), ..CountValues::default() };
    for finding in findings {
        counts.total += 1;
        match finding.weight {
            Weight::High => counts.high += 1,
            Weight::Medium => counts.medium += 1,
            Weight::Low => counts.low += 1,
        }
    }
    counts
}

/// Kinds of findings, in the order of their weightiest one.
fn counts(audit: &Audit) -> Vec<CountValues> {
    let mut names: Vec<&str> = Vec::new();
    for finding in &audit.findings {
        let name = finding.matter.name();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let of_kind = |name: &&str| {
        let own = || audit.findings.iter().filter(|one| one.matter.name() == *name);
        let first = own().next()?;
        Some(count(english::label(&first.matter), own()))
    };
    names.iter().filter_map(of_kind).collect()
}

fn edition(audit: &Audit, edition: &Edition, sections: &Sections) -> EditionValues {
    let page = |page: &ereje::audit::EditionPage| PageValues {
        tag: page.locale.tag().to_owned(),
        dir: page.locale.direction(),
        state: match (page.is_changed, page.is_silent) {
            (_, true) => "changed, date unchanged",
            (true, _) => "changed",
            (false, _) => "as before",
        },
        line: page.line.clone().unwrap_or_default(),
        behind: page.behind,
    };
    let own = |(_, finding): &(usize, &Finding)| finding.version == edition.version;
    let findings = audit.findings.iter().enumerate().filter(own);
    EditionValues {
        version: edition.version.clone(),
        id: format!("v-{}", edition.version),
        published: edition.published.to_string(),
        effective: edition.effective.to_string(),
        source: english::source(edition),
        kind: english::kind(edition),
        notice: if edition.is_announced { "with a notice" } else { "no notice on record" },
        pages: edition.pages.iter().map(page).collect(),
        findings: findings
            .map(|(nth, _)| LinkValues {
                href: format!("#{}", anchor(nth)),
                text: (nth + 1).to_string(),
            })
            .collect(),
        redlines: sections.of_version(&edition.version),
    }
}

fn period(edition: &Edition) -> PeriodValues {
    let days = edition.effective.days_since_1970() - edition.published.days_since_1970();
    let asked = edition.earliest.as_ref();
    let verdict = match asked {
        _ if !edition.has_period => "not known: the page bore one day",
        None => "nothing to compare with",
        Some(earliest) if edition.effective < earliest.day => "too short",
        Some(_) => "long enough",
    };
    let known = |text: String| if edition.has_period { text } else { "–".to_owned() };
    PeriodValues {
        version: edition.version.clone(),
        kind: edition.severity.name(),
        published: edition.published.to_string(),
        effective: known(edition.effective.to_string()),
        days: known(days.to_string()),
        asked: asked.map_or_else(
            || "–".to_owned(),
            |asked| {
                known(format!(
                    "{} at the earliest: {}",
                    asked.day,
                    english::without_marks(&asked.why)
                ))
            },
        ),
        verdict,
    }
}

fn findings(audit: &Audit, sections: &Sections) -> Vec<FindingValues> {
    let one = |(nth, finding): (usize, &Finding)| {
        let words = english::words(audit, finding);
        FindingValues {
            number: nth + 1,
            id: anchor(nth),
            weight: english::weight_name(finding.weight),
            weight_label: english::weight(finding.weight),
            title: words.title,
            facts: words.facts,
            what: words.what,
            todo: words.todo,
            quotes: words
                .quotes
                .into_iter()
                .map(|(label, locale, text)| QuoteValues {
                    label,
                    lang: locale.tag().to_owned(),
                    dir: locale.direction(),
                    text,
                })
                .collect(),
            redlines: sections.of_finding(finding),
        }
    };
    audit.findings.iter().enumerate().map(one).collect()
}
