//! The page that lists all versions and says in words what changed.

use ereje::diagnostic::Diagnostic;
use ereje::fact::{Date, Fact};
use ereje::version::{Release, Standing};
use serde::Serialize;

use super::redline::{heading_of, what};
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
    versions: Vec<VersionValues>,
}

#[derive(Serialize)]
struct VersionValues {
    version: String,
    name: String,
    status: String,
    in_force: bool,
    published: String,
    effective: String,
    published_day: String,
    /// What the notice about it said, or that it is the first.
    summary: String,
    retracted: Option<String>,
    changes: Vec<ChangeValues>,
    read: LinkValues,
    redline: Option<LinkValues>,
}

#[derive(Serialize)]
struct ChangeValues {
    what: String,
    heading: String,
    href: String,
    url: String,
}

impl Pages<'_> {
    pub(super) fn changelog(&self, files: &mut Vec<Output>) -> Result<(), Diagnostic> {
        let here = self.at(CHANGES);
        let versions: Vec<VersionValues> = (self.timeline.history.releases().iter().rev())
            .filter(|release| release.texts.contains_key(self.locale))
            .map(|release| self.version_values(release, &here))
            .collect();
        let title = self.phrases.say("history", []);
        let values = HistoryValues {
            frame: self.frame(CHANGES, &self.title(), &title),
            title,
            policy_title: self.title(),
            policy_href: self.home_href(&here),
            policy_url: format!("/{}", self.home()),
            feed_href: "feed.xml",
            feed_url: format!("/{here}/feed.xml"),
            permalink: here.clone(),
            by_date: self.link(&here, BY_DATE, "versions-by-date"),
            versions,
        };
        self.fill_both("history", &here, &values, files)
    }

    /// The policy's title, in the newest version that has the language.
    pub(super) fn title(&self) -> String {
        let releases = self.timeline.history.releases().iter().rev();
        let title = releases.filter_map(|release| release.texts.get(self.locale)).next();
        title.map_or_else(String::new, |text| {
            ereje::markup::Markup::parse_line(&text.title).text().to_owned()
        })
    }

    fn version_values(&self, release: &Release, here: &str) -> VersionValues {
        let version = &release.version;
        let changes = self.changes_of(release);
        let path = changes.map(|(from, _)| redline_path(from, &version.version));
        let values = changes.iter().flat_map(|(_, changes)| &changes.clauses).map(|change| {
            let to = self.at(path.as_deref().unwrap_or_default());
            ChangeValues {
                what: what(self.phrases, change),
                heading: heading_of(self.phrases, change),
                href: format!("{}#{}", relative(here, &to), change.id),
                url: format!("/{to}#{}", change.id),
            }
        });
        let edition = self.edition(release, &version.version);
        VersionValues {
            name: edition.name,
            status: edition.status,
            in_force: self.standing(release) == Standing::InForce,
            published: edition.published,
            effective: edition.effective,
            published_day: version.published.to_string(),
            summary: self.summary(release, self.timeline.on),
            retracted: self
                .timeline
                .history
                .is_retracted(release)
                .then(|| self.phrases.say("notice-retracted", [])),
            changes: values.collect(),
            read: LinkValues {
                text: self
                    .phrases
                    .say("version-name", [("version", Fact::Text(version.version.clone()))]),
                ..self.link(here, &version.version, "history")
            },
            redline: self.changes_link(release, here),
            version: version.version.clone(),
        }
    }

    /// What a version changes, in the words of its notice on a day.
    pub(super) fn summary(&self, release: &Release, on: Date) -> String {
        let notice = release.texts.get(self.locale).and_then(|text| text.notice.as_ref());
        match notice {
            Some(notice) => self.timeline.history.card(release, notice, on).summary.clone(),
            None if release.version.previous.is_none() => self.phrases.say("first-version", []),
            None => String::new(),
        }
    }
}
