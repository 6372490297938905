//! What changed, as sections of the report: those redlines that a finding rests on.

use std::collections::BTreeSet;

use ereje::audit::{Audit, Finding, VersionRedline};
use ereje::change::{ClauseChange, Op};
use serde::Serialize;

use super::LinkValues;
use crate::html;

/// The redlines of a report.
pub(super) struct Sections {
    pub(super) values: Vec<RedlineValues>,
}

/// What changed from a version to the next one in a language.
#[derive(Serialize)]
pub(super) struct RedlineValues {
    id: String,
    from: String,
    to: String,
    lang: String,
    dir: &'static str,
    published: String,
    /// The title before and after, where it changed.
    title: Option<(String, String)>,
    clauses: Vec<ClauseValues>,
    unchanged: usize,
}

#[derive(Serialize)]
struct ClauseValues {
    id: String,
    clause: String,
    what: &'static str,
    /// Where readers find it, where it has no heading of its own.
    under: Option<String>,
    /// Markup.
    heading: Option<String>,
    /// Markup.
    html: String,
}

impl Sections {
    /// Those that a finding names.
    pub(super) fn of(audit: &Audit) -> Sections {
        let named: BTreeSet<_> =
            audit.findings.iter().flat_map(|finding| &finding.redlines).collect();
        let is_named = |redline: &&VersionRedline| {
            named.contains(&(redline.to.clone(), redline.locale.clone()))
        };
        let values = audit.redlines.iter().filter(is_named).map(|redline| {
            let id = id(&redline.to, redline.locale.tag());
            let published = audit.edition(&redline.to).map(|edition| edition.published.to_string());
            RedlineValues {
                from: redline.from.clone(),
                to: redline.to.clone(),
                lang: redline.locale.tag().to_owned(),
                dir: redline.locale.direction(),
                published: published.unwrap_or_default(),
                title: redline.title.clone(),
                clauses: redline.changes.clauses.iter().map(|one| clause(&id, one)).collect(),
                unchanged: redline.changes.unchanged,
                id,
            }
        });
        Sections { values: values.collect() }
    }

    /// Links to what changed with a version.
    pub(super) fn of_version(&self, version: &str) -> Vec<LinkValues> {
        let own = self.values.iter().filter(|section| section.to == version);
        own.map(|section| LinkValues {
            href: format!("#{}", section.id),
            text: section.lang.clone(),
        })
        .collect()
    }

    /// Links to what proves a finding: to the clause, where there is one.
    pub(super) fn of_finding(&self, finding: &Finding) -> Vec<LinkValues> {
        let link = |(version, locale): &(String, ereje::locale::Locale)| {
            let is_it = |s: &&RedlineValues| s.to == *version && s.lang == locale.tag();
            let section = self.values.iter().find(is_it)?;
            let clause = finding.clause.as_ref().and_then(|clause| {
                section.clauses.iter().find(|change| change.clause == clause.id)
            });
            let anchor = clause.map_or(&section.id, |clause| &clause.id);
            let text = format!("{} → {}, {}", section.from, section.to, section.lang);
            Some(LinkValues { href: format!("#{anchor}"), text })
        };
        finding.redlines.iter().filter_map(link).collect()
    }
}

/// Where the redline of a version in a language stands.
fn id(version: &str, lang: &str) -> String {
    format!("r-{version}-{lang}")
}

fn clause(section: &str, change: &ClauseChange) -> ClauseValues {
    let id = format!("{section}-{}", change.id);
    let mut body = String::new();
    html::write_portable(&mut body, &change.body, &id);
    let heading = change.heading.as_ref().map(|heading| {
        let mut out = String::new();
        html::write_heading(&mut out, heading);
        out
    });
    ClauseValues {
        id,
        clause: change.id.clone(),
        what: match (change.op, change.moved) {
            (Op::Added, _) => "new",
            (Op::Removed, _) => "removed",
            (Op::Moved, _) => "moved",
            (Op::Changed, true) => "changed and moved",
            (Op::Changed, false) => "changed",
        },
        under: change.under.clone().filter(|_| heading.is_none()),
        heading,
        html: body,
    }
}
