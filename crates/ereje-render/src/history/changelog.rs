//! The page that lists all versions and says in words what changed.

use ereje::diagnostic::Diagnostic;
use ereje::fact::Date;
use ereje::version::Standing;
use serde::Serialize;

use super::{BY_DATE, CHANGES, LinkValues, Pages, redline_path};
use crate::Output;
use crate::site::{FrameValues, relative};

#[derive(Serialize)]
struct HistoryValues<'v> {
    #[serde(flatten)]
    frame: FrameValues<'v>,
    title: String,
    policy_title: String,
    policy_href: Option<String>,
    policy_url: String,
    feed_href: &'static str,
    feed_url: String,
    permalink: String,
    by_date: LinkValues,
    versions: Vec<VersionValues<'v>>,
}

#[derive(Serialize)]
struct VersionValues<'v> {
    version: &'v str,
    name: &'v str,
    status: &'v str,
    in_force: bool,
    published: &'v str,
    effective: &'v str,
    published_day: String,
    /// What the notice about it said, or that it is the first.
    summary: String,
    retracted: Option<String>,
    changes: Vec<ChangeValues<'v>>,
    read: LinkValues,
    redline: Option<LinkValues>,
}

#[derive(Serialize)]
struct ChangeValues<'v> {
    what: &'v str,
    heading: &'v str,
    href: String,
    url: String,
}

impl Pages<'_> {
    pub(super) fn changelog(&self, files: &mut Vec<Output>) -> Result<(), Diagnostic> {
        let here = self.at(CHANGES);
        let versions = (0..self.with.len()).rev().map(|at| self.version_values(at, &here));
        let title = self.phrases.say("history", []);
        let values = HistoryValues {
            frame: self.frame(CHANGES, &self.title(), &title)?,
            title,
            policy_title: self.title(),
            policy_href: self.home_href(&here),
            policy_url: format!("/{}", self.home()),
            feed_href: "feed.xml",
            feed_url: format!("/{here}/feed.xml"),
            permalink: here.clone(),
            by_date: self.link(&here, BY_DATE, "versions-by-date"),
            versions: versions.collect(),
        };
        self.fill_both("history", &here, &values, files)
    }

    /// The policy's title, in the newest version that has the language.
    pub(super) fn title(&self) -> String {
        let newest = self.with.last().and_then(|release| release.texts.get(self.locale));
        newest.map_or_else(String::new, |text| {
            ereje::markup::Markup::parse_line(&text.title).text().to_owned()
        })
    }

    fn version_values(&self, at: usize, here: &str) -> VersionValues<'_> {
        let (release, edition) = (self.with[at], &self.editions[at]);
        let version = &release.version;
        let to = self.redline_of(at).unwrap_or_default();
        let redline = relative(here, &to);
        let values = self.gists[at].changes.iter().map(|change| ChangeValues {
            what: &change.what,
            heading: &change.heading,
            href: format!("{redline}#{}", change.id),
            url: format!("/{to}#{}", change.id),
        });
        VersionValues {
            name: &edition.name,
            status: &edition.status,
            in_force: self.standing(release) == Standing::InForce,
            published: &edition.published,
            effective: &edition.effective,
            published_day: version.published.to_string(),
            summary: self.summary(at, self.timeline.on),
            retracted: self
                .timeline
                .history
                .is_retracted(release)
                .then(|| self.phrases.say("notice-retracted", [])),
            changes: values.collect(),
            read: LinkValues {
                text: edition.name.clone(),
                ..self.link(here, &version.version, "history")
            },
            redline: self.changes_link(release, here),
            version: &version.version,
        }
    }

    /// Where the page is that shows what a version changed, where there is one.
    pub(super) fn redline_of(&self, at: usize) -> Option<String> {
        let (from, to) = (&self.with[self.base(at)?].version, &self.with[at].version);
        Some(self.at(&redline_path(&from.version, &to.version)))
    }

    /// What a version changes, in the words of its notice on a day.
    pub(super) fn summary(&self, at: usize, on: Date) -> String {
        let release = self.with[at];
        match self.gists[at].notice() {
            Some(notice) => self.timeline.history.card(release, &notice, on).summary.clone(),
            None if release.version.previous.is_none() => self.phrases.say("first-version", []),
            None => String::new(),
        }
    }
}
