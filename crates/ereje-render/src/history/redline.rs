//! The page that compares two versions: changed clauses as one text with marks,
//! and the old text beside the new one.

use ereje::change::{ClauseChange, Op};
use ereje::diagnostic::Diagnostic;
use ereje::fact::Fact;
use ereje::markup::Tag;
use serde::Serialize;

use super::{LinkValues, Pages, redline_path};
use crate::lines::Lines;
use crate::site::{FrameValues, relative};
use crate::{Output, html, kramdown};

#[derive(Serialize)]
struct RedlineValues<'v> {
    #[serde(flatten)]
    frame: FrameValues<'v>,
    title: String,
    policy_title: String,
    policy_href: String,
    policy_url: String,
    permalink: String,
    legend: String,
    sides: String,
    unchanged: String,
    added: String,
    removed: String,
    from: VersionLink,
    to: VersionLink,
    history: LinkValues,
    clauses: Vec<ClauseValues>,
}

#[derive(Serialize)]
struct VersionLink {
    name: String,
    href: String,
    url: String,
    effective: String,
}

#[derive(Serialize)]
struct ClauseValues {
    id: String,
    what: String,
    op: &'static str,
    /// What readers know it by.
    label: String,
    heading: Option<String>,
    html: String,
    /// The text before and after, each alone with its marks.
    before: Option<String>,
    after: Option<String>,
    markdown: String,
    previous: Option<StepValues>,
    next: Option<StepValues>,
}

/// The change before or after.
#[derive(Serialize)]
struct StepValues {
    id: String,
    label: String,
}

impl Pages<'_> {
    pub(super) fn redlines(&self, files: &mut Vec<Output>) -> Result<(), Diagnostic> {
        for (from, to) in self.timeline.pairs() {
            let Some((_, changes)) = self.changes_of(to) else { continue };
            let path = redline_path(&from.version.version, &to.version.version);
            let here = self.at(&path);
            let end = |release: &ereje::version::Release| {
                let edition = self.edition(release, &release.version.version);
                let at = self.at(&release.version.version);
                VersionLink {
                    name: edition.name,
                    href: relative(&here, &at),
                    url: format!("/{at}"),
                    effective: edition.effective,
                }
            };
            let numbers = [
                ("from", Fact::Text(from.version.version.clone())),
                ("to", Fact::Text(to.version.version.clone())),
            ];
            let count = i64::try_from(changes.unchanged).unwrap_or(0);
            let values = RedlineValues {
                frame: self.frame(&path, &self.title()),
                title: self.phrases.say("redline-title", numbers),
                policy_title: self.title(),
                policy_href: relative(&here, self.home()),
                policy_url: format!("/{}", self.home()),
                permalink: here.clone(),
                legend: self.phrases.say("redline-legend", []),
                sides: self.phrases.say("redline-sides", []),
                unchanged: match count {
                    0 => String::new(),
                    _ => self.phrases.say("unchanged-clauses", [("count", Fact::Count(count))]),
                },
                added: self.phrases.say("mark-added", []),
                removed: self.phrases.say("mark-removed", []),
                from: end(from),
                to: end(to),
                history: self.link(&here, super::CHANGES, "history"),
                clauses: self.clause_values(&changes.clauses),
            };
            self.fill_both("redline", &here, &values, files)?;
        }
        Ok(())
    }

    fn clause_values(&self, changes: &[ClauseChange]) -> Vec<ClauseValues> {
        let step = |at: Option<usize>| {
            let change = changes.get(at?)?;
            Some(StepValues { id: change.id.clone(), label: self.heading_of(change) })
        };
        let one = |(at, change): (usize, &ClauseChange)| {
            let side = |hidden: Tag| {
                let mut out = String::new();
                if let Some(heading) = &change.heading {
                    out.push_str("<p class=\"heading\">");
                    html::write_without(&mut out, heading, hidden);
                    out.push_str("</p>");
                }
                html::write_without(&mut out, &change.body, hidden);
                out
            };
            let mut body = String::new();
            html::write(&mut body, &change.body);
            let mut lines = Lines::default();
            kramdown::write(&mut lines, &change.body, None);
            ClauseValues {
                id: change.id.clone(),
                what: self.what(change),
                op: change.op.name(),
                label: self.heading_of(change),
                heading: change.heading.as_ref().map(|heading| {
                    let mut out = String::new();
                    html::write_heading(&mut out, heading);
                    out
                }),
                html: body,
                before: (change.op != Op::Added).then(|| side(Tag::Inserted)),
                after: (change.op != Op::Removed).then(|| side(Tag::Deleted)),
                markdown: lines.finish().trim_end().to_owned(),
                previous: step(at.checked_sub(1)),
                next: step(Some(at + 1)),
            }
        };
        changes.iter().enumerate().map(one).collect()
    }
}
