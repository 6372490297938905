//! The page that tells on which days each version was in force: what a reader
//! needs who asks for the policy on a day, and what never moves.

use ereje::diagnostic::Diagnostic;
use ereje::fact::Fact;
use ereje::locale::Locale;
use ereje::version::{Release, Standing};
use serde::Serialize;

use super::data::HISTORY_FILE;
use super::gist::Line;
use super::memento::{LINK_FORMAT, TIME_MAP};
use super::{BY_DATE, CHANGES, LinkValues, Pages};
use crate::Output;
use crate::page::whole::Part;
use crate::site::{FrameValues, jekyll_url, relative};

#[derive(Serialize)]
struct ByDateValues<'v> {
    #[serde(flatten)]
    frame: FrameValues<'v>,
    title: String,
    policy_title: String,
    policy_href: Option<String>,
    permalink: String,
    /// How to read the page.
    legend: String,
    versions: Vec<VersionValues<'v>>,
    changes: LinkValues,
    /// The same as data: files beside the page.
    files: Vec<FileValues>,
    relations: String,
}

#[derive(Serialize)]
struct VersionValues<'v> {
    version: String,
    name: String,
    status: String,
    in_force: bool,
    /// From when to when it is in force, or when it was published if it never is; that the
    /// policy ends with it.
    days: String,
    /// Its page; none where the policy has given its languages up.
    read: Option<LinkValues>,
    /// The language of that page, where it is not the one of this page.
    other: Option<OtherLanguage<'v>>,
}

#[derive(Serialize)]
struct OtherLanguage<'v> {
    lang: &'v str,
    dir: &'static str,
    name: &'v str,
}

#[derive(Serialize)]
struct FileValues {
    href: &'static str,
    url: String,
    text: &'static str,
    media_type: &'static str,
}

impl ByDateValues<'_> {
    /// What a page of them has to show.
    fn parts(&self, template: &str) -> Vec<Part<'_>> {
        let hint = "let it show `legend`";
        let legend = Part::said(template, "how to read it".to_owned(), &self.legend, hint);
        let of_versions = self.versions.iter().flat_map(|version| version.parts(template));
        [legend].into_iter().chain(of_versions).collect()
    }
}

impl VersionValues<'_> {
    fn parts(&self, template: &str) -> [Part<'_>; 3] {
        let said = |what: &str, words, hint| {
            Part::said(template, format!("{what} of version {}", self.version), words, hint)
        };
        [
            said("the name", &self.name, "let it show `version.name`"),
            said("the days", &self.days, "let it show `version.days`"),
            said("the status", &self.status, "let it show `version.status`"),
        ]
    }
}

impl Pages<'_> {
    /// Writes the page and the files beside it.
    pub(super) fn by_date(&self, files: &mut Vec<Output>) -> Result<(), Diagnostic> {
        let here = self.at(BY_DATE);
        let releases = self.timeline.history.releases();
        let title = self.phrases.say("versions-by-date", []);
        let zone = self.timeline.history.newest().map(|newest| newest.version.time_zone.clone());
        let zone = Fact::Text(zone.unwrap_or_default());
        let file = |name, text, media_type| FileValues {
            href: name,
            url: format!("/{here}/{name}"),
            text,
            media_type,
        };
        let time_map = self.time_map_url().map(|_| file(TIME_MAP, "Memento", LINK_FORMAT));
        let values = ByDateValues {
            frame: self.frame(BY_DATE, &self.title(), &title)?,
            title,
            policy_title: self.title(),
            policy_href: self.home_href(&here),
            permalink: here.clone(),
            legend: self.phrases.say("find-a-date", [("zone", zone)]),
            versions: releases.iter().rev().map(|one| self.dated(one, &here)).collect(),
            changes: self.link(&here, CHANGES, "history"),
            files: [file(HISTORY_FILE, "JSON", "application/json")]
                .into_iter()
                .chain(time_map)
                .collect(),
            relations: self.page_relations(&here),
        };
        self.fill_both("dates", &here, (&values, &|name| values.parts(name)), files)?;
        self.history_file(files);
        self.time_map(files);
        Ok(())
    }

    fn dated<'r>(&'r self, release: &'r Release, here: &str) -> VersionValues<'r> {
        let version = &release.version;
        let place = self.with.iter().position(|one| std::ptr::eq(*one, release));
        let Line { name, days } =
            place.map_or_else(|| self.make_line(release), |at| self.line(at).clone());
        let readable = self.readable_in(release);
        let read = readable.map(|(_, home)| {
            let page = format!("{home}/{}", version.version);
            LinkValues { href: relative(here, &page), url: jekyll_url(&page), text: name.clone() }
        });
        let other = readable.map(|(locale, _)| locale).filter(|locale| *locale != self.locale);
        VersionValues {
            version: version.version.clone(),
            name,
            status: self.status(release),
            in_force: self.standing(release) == Standing::InForce,
            days,
            read,
            other: other.map(|locale| OtherLanguage {
                lang: locale.tag(),
                dir: locale.direction(),
                name: self.site.name(locale),
            }),
        }
    }

    /// On which days a version is in force, in words.
    pub(super) fn days(&self, release: &Release) -> String {
        let version = &release.version;
        let on = |phrase, day| self.phrases.say(phrase, [("date", Fact::Date(day))]);
        if self.timeline.history.is_replaced(release) {
            return on("version-published", version.published);
        }
        if version.ends {
            return self.phrases.ends(version.effective);
        }
        match self.timeline.history.until(release) {
            None => on("version-effective", version.effective),
            Some(until) => {
                let first = ("first", Fact::Date(version.effective));
                self.phrases.say("version-span", [first, ("last", Fact::Date(until.before()))])
            }
        }
    }

    /// The language that a version is to be read in here, and the policy's
    /// address in it: the language of the page, else the one that binds. `None`
    /// where the policy has given both up.
    pub(super) fn readable_in<'r>(&'r self, release: &'r Release) -> Option<(&'r Locale, &'r str)> {
        if release.texts.contains_key(self.locale) {
            return Some((self.locale, self.home));
        }
        let locale = &release.version.source_locale;
        let is_readable = release.texts.contains_key(locale) && self.manifest.has_pages_in(locale);
        is_readable.then(|| (locale, self.manifest.permalink(locale)))
    }
}
