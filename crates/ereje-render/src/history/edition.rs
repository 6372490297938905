//! Where a version stands: what its page says about itself and links to.

use std::hash::Hash;

use ereje::fact::{Date, Fact};
use ereje::version::{Release, Standing};
use serde::Serialize;

use super::data::HISTORY_FILE;
use super::feed::{FEED_FILE, FEED_TYPE};
use super::memento::LINK_FORMAT;
use super::{BY_DATE, CHANGES, Pages, redline_path};
use crate::html;
use crate::site::{jekyll_url, relative};

/// What a page says of the version that it shows.
#[derive(Serialize)]
pub(crate) struct EditionValues {
    /// Where the page is, below the policy's address; empty at the address.
    #[serde(skip)]
    pub(crate) suffix: String,
    /// Whether the page is the version's own, and not the policy's address.
    pub(crate) own_page: bool,
    /// Its number.
    pub(crate) version: String,
    /// The first day on which it is in force (ISO 8601).
    pub(crate) effective_day: String,
    /// "Version 2.0", in the language of the page.
    pub(crate) name: String,
    pub(crate) published: String,
    /// From which day it is in force; that it never was, where it was replaced before.
    pub(crate) effective: String,
    /// Whether it was replaced before its day.
    pub(crate) replaced: bool,
    /// Whether it is in force.
    pub(crate) status: String,
    /// Sentences across the top of the page.
    pub(crate) banners: Vec<BannerValues>,
    pub(crate) history: LinkValues,
    /// The page of versions by date.
    pub(crate) by_date: LinkValues,
    /// Elements for the head: how the versions follow each other (RFC 5829, RFC
    /// 7089).
    pub(crate) relations: String,
    /// For apps: SHA-256 of the frozen file with the text.
    #[serde(skip)]
    pub(crate) digest: String,
    /// For apps: what an acknowledgement of the version counts for.
    #[serde(skip)]
    pub(crate) ack_key: String,
}

/// A sentence across the top of a page.
#[derive(Serialize)]
pub(crate) struct BannerValues {
    pub(crate) text: String,
    links: Vec<LinkValues>,
}

/// A link to another page.
#[derive(Clone, Serialize)]
pub(crate) struct LinkValues {
    pub(crate) href: String,
    /// The same from the root of a Jekyll site.
    pub(crate) url: String,
    pub(crate) text: String,
}

/// What the day and other versions decide about the page of a version: all that is
/// said on it besides what the version itself says.
#[derive(Hash)]
pub(super) struct Stand<'p> {
    standing: Standing,
    /// Whether the policy's own address has a page in the language.
    has_home: bool,
    /// Whether that page shows a version that is no longer in force.
    is_given_up: bool,
    /// Whether the version in force has the language.
    has_current: bool,
    /// Whether the policy has ended with it.
    has_ended: bool,
    /// Of the version in force: the next one to come.
    coming: Option<Coming<'p>>,
    /// The versions beside it that have the language.
    before: Option<&'p str>,
    after: Option<&'p str>,
    mementos: Vec<(&'static str, &'p str)>,
}

/// A version to come.
#[derive(Hash)]
struct Coming<'p> {
    version: &'p str,
    effective: Date,
    /// Whether the policy ends with it.
    ends: bool,
    /// Whether it has the language.
    is_readable: bool,
    /// What it changes, where there is such a page.
    redline: Option<String>,
}

impl<'p> Pages<'p> {
    /// What decides about the page of a version, by its place.
    pub(super) fn stand(&self, at: usize) -> Stand<'p> {
        let (history, on) = (self.timeline.history, self.timeline.on);
        let standing = self.standing(self.with[at]);
        let has = |release: &Release| release.texts.contains_key(self.locale);
        let beside = |step: isize| {
            Some(self.with.get(at.checked_add_signed(step)?)?.version.version.as_str())
        };
        let coming = history.coming(on).next().filter(|_| standing == Standing::InForce);
        Stand {
            standing,
            has_home: self.timeline.shown(self.locale).is_some(),
            is_given_up: self.timeline.kept_up(self.locale).is_none(),
            has_current: history.in_force(on).is_some_and(has),
            has_ended: history.ended(on).is_some_and(|end| std::ptr::eq(end, self.with[at])),
            coming: coming.map(|coming| Coming {
                version: &coming.version.version,
                effective: coming.version.effective,
                ends: coming.version.ends,
                is_readable: has(coming),
                redline: self.redline_to(coming),
            }),
            before: beside(-1),
            after: beside(1),
            mementos: self.memento_relations(self.with[at]),
        }
    }

    /// What the page at `suffix` says of the version that it shows, by its place.
    pub(super) fn edition(&self, at: usize, suffix: &str, stand: &Stand<'_>) -> EditionValues {
        let (release, gist) = (self.with[at], self.gist(at));
        let version = &release.version;
        let from = if suffix.is_empty() { self.home().to_owned() } else { self.at(suffix) };
        EditionValues {
            suffix: suffix.to_owned(),
            own_page: !suffix.is_empty(),
            version: version.version.clone(),
            effective_day: version.effective.to_string(),
            name: self.line(at).name.clone(),
            published: gist.published.clone(),
            effective: self.in_force_from(at),
            replaced: stand.standing == Standing::Replaced,
            status: self.phrases.say(stand.standing.phrase(), []),
            banners: self.banners(release, stand, &from, suffix.is_empty()),
            history: self.link(&from, CHANGES, "history"),
            by_date: self.link(&from, BY_DATE, "versions-by-date"),
            relations: self.relations(stand, &from, !suffix.is_empty()),
            digest: self
                .timeline
                .history
                .text_digest(&version.version, self.locale)
                .map_or_else(String::new, |digest| format!("sha256:{digest}")),
            ack_key: gist.ack_key.clone(),
        }
    }

    /// From which day a version is in force, by its place; that it never was, where it
    /// was replaced before that day.
    pub(super) fn in_force_from(&self, at: usize) -> String {
        match self.timeline.history.is_replaced(self.with[at]) {
            true => self.phrases.say(Standing::Replaced.phrase(), []),
            false => self.gist(at).effective.clone(),
        }
    }

    /// Whether a version is in force, in words.
    pub(super) fn status(&self, release: &Release) -> String {
        self.phrases.say(self.standing(release).phrase(), [])
    }

    pub(super) fn standing(&self, release: &Release) -> Standing {
        self.timeline.history.standing(release, self.timeline.on)
    }

    /// A link from the page at `from` to the page `below` the policy's address.
    pub(super) fn link(&self, from: &str, below: &str, label: &str) -> LinkValues {
        let to = if below.is_empty() { self.home().to_owned() } else { self.at(below) };
        LinkValues {
            href: relative(from, &to),
            url: jekyll_url(&to),
            text: self.phrases.say(label, []),
        }
    }

    /// The policy's own address from the page at `from`, where it is there in the
    /// language.
    pub(super) fn home_href(&self, from: &str) -> Option<String> {
        self.timeline.shown(self.locale).map(|_| relative(from, self.home()))
    }

    fn banners(
        &self,
        release: &Release,
        stand: &Stand<'_>,
        from: &str,
        is_home: bool,
    ) -> Vec<BannerValues> {
        let home = || match stand.is_given_up {
            true => self.link_to_current(from),
            false => stand.has_home.then(|| self.link(from, "", "read-current")),
        };
        let on = |day: Date| [("date", Fact::Date(day))];
        let mut links = Vec::new();
        let text = match stand.standing {
            Standing::Past => {
                links.extend(home());
                match stand.has_ended {
                    true => self.phrases.ends(release.version.effective),
                    false => self.phrases.say("past-banner", []),
                }
            }
            Standing::Replaced => {
                links.extend(home());
                self.phrases.say(stand.standing.phrase(), [])
            }
            Standing::Coming => {
                if !is_home && stand.has_current {
                    links.extend(home());
                }
                links.extend(self.changes_link(release, from));
                match release.version.ends {
                    true => self.phrases.ends(release.version.effective),
                    false => self.phrases.say("not-yet-banner", on(release.version.effective)),
                }
            }
            Standing::InForce => {
                let Some(coming) = &stand.coming else { return Vec::new() };
                if coming.is_readable {
                    links.push(self.link(from, coming.version, "read-coming"));
                }
                let redline = coming.redline.as_ref();
                links.extend(redline.map(|path| self.link(from, path, "see-changes")));
                match coming.ends {
                    true => self.phrases.ends(coming.effective),
                    false => self.phrases.say("coming-banner", on(coming.effective)),
                }
            }
        };
        vec![BannerValues { text, links }]
    }

    /// A link from a page in a language that was given up to the version in force, in
    /// the language that binds.
    fn link_to_current(&self, from: &str) -> Option<LinkValues> {
        let current = self.timeline.history.in_force(self.timeline.on)?;
        let binding = &current.version.source_locale;
        let to = self.manifest.has_pages_in(binding).then(|| self.manifest.permalink(binding))?;
        Some(LinkValues {
            href: relative(from, to),
            url: jekyll_url(to),
            text: self.phrases.say("read-current", []),
        })
    }

    /// A link to what a version changes, where there is such a page.
    pub(super) fn changes_link(&self, release: &Release, from: &str) -> Option<LinkValues> {
        self.redline_to(release).map(|path| self.link(from, &path, "see-changes"))
    }

    /// Where the page is that shows what a version changes, below the policy's address,
    /// where there is one.
    fn redline_to(&self, release: &Release) -> Option<String> {
        let base = self.timeline.base(release)?;
        let both = [base, release].iter().all(|one| one.texts.contains_key(self.locale));
        both.then(|| redline_path(&base.version.version, &release.version.version))
    }

    /// Elements for the head of a page that shows a version: the page of the version
    /// itself, or the policy's address.
    fn relations(&self, stand: &Stand<'_>, from: &str, own_page: bool) -> String {
        let mut pages = vec![("version-history", CHANGES)];
        pages.extend(stand.has_home.then_some(("latest-version", "")));
        pages.extend(stand.before.map(|other| ("predecessor-version", other)));
        pages.extend(stand.after.map(|other| ("successor-version", other)));
        if own_page {
            pages.extend(&stand.mementos);
        }
        let mut out = String::new();
        for (relation, below) in pages {
            let to = if below.is_empty() { self.home().to_owned() } else { self.at(below) };
            write_relation(&mut out, relation, "", &self.site.for_engines(from, &to));
        }
        out.push_str(&self.page_relations(from));
        out
    }

    /// Elements for the head of every page about versions: the address that they
    /// are versions of, and their list for programs.
    pub(super) fn page_relations(&self, from: &str) -> String {
        let mut out = String::new();
        if from != self.home() && self.timeline.shown(self.locale).is_some() {
            let original = self.site.for_engines(from, self.home());
            write_relation(&mut out, "original", "", &original);
        }
        if let Some(url) = self.time_map_url() {
            write_relation(&mut out, "timemap", LINK_FORMAT, &url);
        }
        let data = self.site.file(from, &self.at(BY_DATE), HISTORY_FILE);
        write_relation(&mut out, "version-history", "application/json", &data);
        let feed = self.site.file(from, &self.at(CHANGES), FEED_FILE);
        write_relation(&mut out, "alternate", FEED_TYPE, &feed);
        out.truncate(out.trim_end().len());
        out
    }
}

fn write_relation(out: &mut String, relation: &str, media_type: &str, url: &str) {
    out.push_str(&format!("<link rel=\"{relation}\""));
    if !media_type.is_empty() {
        out.push_str(&format!(" type=\"{media_type}\""));
    }
    out.push_str(" href=\"");
    html::escape_value(out, url);
    out.push_str("\">\n");
}
