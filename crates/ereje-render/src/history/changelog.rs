//! The page that lists versions and says in words what changed; of a long history
//! the newest versions, with pages of older ones below it.

use std::ops::Range;

use ereje::diagnostic::Diagnostic;
use ereje::fact::Date;
use ereje::version::Standing;
use serde::Serialize;

use super::paging::OldPage;
use super::{BY_DATE, CHANGES, Earlier, LinkValues, Pages, Rendered, redline_path};
use crate::Output;
use crate::page::whole::Part;
use crate::site::{FrameValues, jekyll_url, relative};

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
    /// On a page of old versions: the newest page.
    newest: Option<LinkValues>,
    versions: Vec<VersionValues<'v>>,
    earlier: EarlierValues<'v>,
}

/// The versions before those on a page.
#[derive(Serialize)]
struct EarlierValues<'v> {
    /// What they are called.
    text: String,
    /// On a page of old versions: the page before it.
    page: Option<LinkValues>,
    /// On the newest page: all that are not on it, with the places where they are.
    versions: Vec<EarlierVersion<'v>>,
}

#[derive(Serialize)]
struct EarlierVersion<'v> {
    version: &'v str,
    href: String,
    url: String,
}

#[derive(Serialize)]
struct VersionValues<'v> {
    version: &'v str,
    name: &'v str,
    status: String,
    in_force: bool,
    published: &'v str,
    /// Empty where the version never was in force.
    effective: &'v str,
    published_day: String,
    /// What the notice about it said, that it is the first, or that nothing changed.
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

impl HistoryValues<'_> {
    /// What a page of them has to show.
    fn parts(&self, template: &str) -> Vec<Part<'_>> {
        self.versions.iter().flat_map(|version| version.parts(template)).collect()
    }
}

impl VersionValues<'_> {
    fn parts(&self, template: &str) -> Vec<Part<'_>> {
        let said = |what: &str, words, hint| {
            Part::said(template, format!("{what} of version {}", self.version), words, hint)
        };
        let mut parts = vec![
            said("the name", self.name, "let it show `version.name`"),
            said("the status", &self.status, "let it show `version.status`"),
            said("the day of publication", self.published, "let it show `version.published`"),
            said("the first day", self.effective, "let it show `version.effective`"),
            said("the summary", &self.summary, "let it show `version.summary`"),
        ];
        let retracted = self.retracted.iter();
        parts.extend(retracted.map(|words| {
            let hint = "let it show `version.retracted`, where it is there";
            said("that the notice was withdrawn", words, hint)
        }));
        let hint = "let it show `change.heading` of each of `version.changes`";
        let changes = self.changes.iter();
        parts.extend(changes.map(|change| said("a change", change.heading, hint)));
        parts
    }
}

impl Pages<'_> {
    /// Writes the newest page, and those of old versions that are not there.
    pub(super) fn changelog(
        &self,
        made: &mut Rendered,
        earlier: Earlier<'_>,
    ) -> Result<(), Diagnostic> {
        for (number, page) in self.old.iter().enumerate() {
            let before = number.checked_sub(1).map(|before| &self.old[before]);
            let part = self.old_part(page, before);
            made.part(part, earlier, || self.old_page(page, before))?;
        }
        self.newest_changes(&mut made.outputs)
    }

    /// The versions on the newest page.
    pub(super) fn newest_page(&self) -> Range<usize> {
        self.old.last().map_or(0, |page| page.versions.end)..self.with.len()
    }

    /// A digest of what decides about a page of old versions.
    fn old_part(&self, page: &OldPage, before: Option<&OldPage>) -> u64 {
        let history = self.timeline.history;
        let state = |at: usize| (self.standing(self.with[at]), history.is_retracted(self.with[at]));
        let states: Vec<_> = page.versions.clone().map(state).collect();
        let before = before.map(|before| before.suffix.as_str());
        let has_home = self.timeline.shown(self.locale).is_some();
        let said = (self.title(), has_home, before, states);
        self.part(&self.with[page.versions.clone()], &page.suffix, &said)
    }

    fn old_page(
        &self,
        page: &OldPage,
        before: Option<&OldPage>,
    ) -> Result<Vec<Output>, Diagnostic> {
        let here = self.at(&page.suffix);
        let [first, last] = [page.versions.start, page.versions.end - 1];
        let names = format!("{} – {}", self.line(first).name, self.line(last).name);
        let title = format!("{}: {names}", self.phrases.say("history", []));
        let mut files = Vec::new();
        let values = HistoryValues {
            feed_href: "../feed.xml",
            newest: Some(self.link(&here, CHANGES, "history")),
            earlier: EarlierValues {
                page: before.map(|before| self.link(&here, &before.suffix, "earlier-changes")),
                ..self.no_earlier()
            },
            ..self.history_values(&page.suffix, page.versions.clone(), title)?
        };
        self.fill_both("history", &here, (&values, &|name| values.parts(name)), &mut files)?;
        Ok(files)
    }

    fn newest_changes(&self, files: &mut Vec<Output>) -> Result<(), Diagnostic> {
        let here = self.at(CHANGES);
        let earlier = |page: &OldPage| {
            let to = self.at(&page.suffix);
            let href = relative(&here, &to);
            let version = |at: usize| {
                let version = self.with[at].version.version.as_str();
                let mark = version.replace('.', "-");
                let (href, url) =
                    (format!("{href}#v{version}"), format!("{}#v{mark}", jekyll_url(&to)));
                EarlierVersion { version, href, url }
            };
            page.versions.clone().rev().map(version).collect::<Vec<_>>()
        };
        let title = self.phrases.say("history", []);
        let values = HistoryValues {
            earlier: EarlierValues {
                versions: self.old.iter().rev().flat_map(earlier).collect(),
                ..self.no_earlier()
            },
            ..self.history_values(CHANGES, self.newest_page(), title)?
        };
        self.fill_both("history", &here, (&values, &|name| values.parts(name)), files)
    }

    fn no_earlier(&self) -> EarlierValues<'_> {
        let text = self.phrases.say("earlier-changes", []);
        EarlierValues { text, page: None, versions: Vec::new() }
    }

    /// What the page at `suffix` shows of these versions.
    fn history_values(
        &self,
        suffix: &str,
        versions: Range<usize>,
        title: String,
    ) -> Result<HistoryValues<'_>, Diagnostic> {
        let here = self.at(suffix);
        Ok(HistoryValues {
            frame: self.frame(suffix, &self.title(), &title)?,
            title,
            policy_title: self.title(),
            policy_href: self.home_href(&here),
            policy_url: jekyll_url(self.home()),
            feed_href: "feed.xml",
            feed_url: format!("/{}/feed.xml", self.at(CHANGES)),
            permalink: here.clone(),
            by_date: self.link(&here, BY_DATE, "versions-by-date"),
            newest: None,
            versions: versions.rev().map(|at| self.version_values(at, &here)).collect(),
            earlier: self.no_earlier(),
        })
    }

    /// The policy's title, in the newest version that has the language.
    pub(super) fn title(&self) -> String {
        let newest = self.with.last().and_then(|release| release.texts.get(self.locale));
        newest.map_or_else(String::new, |text| {
            ereje::markup::Markup::parse_line(&text.title).text().to_owned()
        })
    }

    fn version_values(&self, at: usize, here: &str) -> VersionValues<'_> {
        let (release, gist) = (self.with[at], self.gist(at));
        let name = &self.line(at).name;
        let version = &release.version;
        let summary = self.summary(at, self.timeline.on);
        // Of one that was replaced that day never came; that the policy ends is said once.
        let is_said = self.timeline.history.is_replaced(release) || gist.effective == summary;
        let to = self.redline_of(at).unwrap_or_default();
        let redline = relative(here, &to);
        let values = gist.changes.iter().map(|change| ChangeValues {
            what: &change.what,
            heading: &change.name,
            href: format!("{redline}#{}", change.id),
            url: format!("{}#{}", jekyll_url(&to), change.id),
        });
        VersionValues {
            name,
            status: self.status(release),
            in_force: self.standing(release) == Standing::InForce,
            published: &gist.published,
            effective: if is_said { "" } else { &gist.effective },
            published_day: version.published.to_string(),
            summary,
            retracted: self
                .timeline
                .history
                .is_retracted(release)
                .then(|| self.phrases.say("notice-retracted", [])),
            changes: values.collect(),
            read: LinkValues { text: name.clone(), ..self.link(here, &version.version, "history") },
            redline: self.changes_link(release, here),
            version: &version.version,
        }
    }

    /// Where the page is that shows what a version changed, where there is one.
    pub(super) fn redline_of(&self, at: usize) -> Option<String> {
        let (from, to) = (&self.with[self.bases[at]?].version, &self.with[at].version);
        Some(self.at(&redline_path(&from.version, &to.version)))
    }

    /// What a version changes, in the words of its notice on a day; that it changes
    /// nothing, where readers would see nothing.
    pub(super) fn summary(&self, at: usize, on: Date) -> String {
        let release = self.with[at];
        match self.gist(at).notice() {
            Some(notice) => self.timeline.history.card(release, &notice, on).summary.clone(),
            None if release.version.previous.is_none() => self.phrases.say("first-version", []),
            None => self.gist(at).unchanged.clone(),
        }
    }
}
