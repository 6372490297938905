//! What the pages about all versions say of each: few words, which are kept from
//! run to run, so that a new version does not make all texts before it be read
//! and compared again. Of versions on pages that stay, only what the page of versions
//! by date says.

use std::hash::{Hash, Hasher};

use ereje::fact::{Date, Fact};
use ereje::version::{Card, NoticeText, Release};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3Default;

use super::feed::MOST_ENTRIES;
use super::redline::what;
use super::{Pages, Rendered};
use crate::json;

/// What is said of every version in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// "Version 2.0", in the language.
    pub(super) name: String,
    /// From when to when it is in force, in words.
    pub(super) days: String,
}

/// What is said besides where it is told what it changed.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gist {
    /// When it was published and takes effect, in words; that the policy ends, where it
    /// does.
    pub(super) published: String,
    pub(super) effective: String,
    /// What an acknowledgement of it counts for.
    pub(super) ack_key: String,
    /// Title and summary of its notice, from its day on and before it.
    notice: Option<[(String, String); 2]>,
    pub(super) changes: Vec<GistOfChange>,
    /// How many clauses are the same, where all are.
    pub(super) unchanged: String,
}

impl Gist {
    /// The words of its notice.
    pub(super) fn notice(&self) -> Option<NoticeText> {
        let card = |(title, summary): &(String, String)| Card {
            title: title.clone(),
            summary: summary.clone(),
        };
        let [now, coming] = self.notice.as_ref()?;
        Some(NoticeText { now: card(now), coming: card(coming) })
    }
}

/// What happened to a clause.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct GistOfChange {
    pub(super) id: String,
    pub(super) what: String,
    pub(super) name: String,
}

impl Pages<'_> {
    /// What is said of a version, by its place among those that have the language.
    pub(super) fn line(&self, at: usize) -> &Line {
        let make =
            || self.known(self.line_key(at)).unwrap_or_else(|| self.make_line(self.with[at]));
        self.read[at].line.get_or_init(make)
    }

    /// What is said of it besides.
    pub(super) fn gist(&self, at: usize) -> &Gist {
        let make = || self.known(self.gist_key(at)).unwrap_or_else(|| self.make_gist(at));
        self.read[at].gist.get_or_init(make)
    }

    /// What an earlier run has kept.
    fn known<T: DeserializeOwned>(&self, key: u64) -> Option<T> {
        serde_json::from_str(self.earlier.gists.get(&key)?).ok()
    }

    /// Keeps what the next run will say again.
    pub(super) fn keep_gists(&self, made: &mut Rendered) {
        let all = self.with.len();
        let newest = self.newest_page().start.min(all.saturating_sub(MOST_ENTRIES));
        let lines = (0..all).map(|at| (self.line_key(at), json::text(self.line(at))));
        let gists = (newest..all).map(|at| (self.gist_key(at), json::text(self.gist(at))));
        made.gists.extend(lines.chain(gists));
    }

    pub(super) fn make_line(&self, release: &Release) -> Line {
        let number = Fact::Text(release.version.version.clone());
        let name = self.phrases.say("version-name", [("version", number)]);
        Line { name, days: self.days(release) }
    }

    fn make_gist(&self, at: usize) -> Gist {
        let text = self.with[at].texts.get(self.locale);
        let compared = self.changes(at);
        let same = compared.filter(|compared| compared.clauses.is_empty());
        let changes = compared.into_iter().flat_map(|compared| &compared.clauses);
        let changes = changes.map(|change| GistOfChange {
            id: change.id.clone(),
            what: what(self.phrases, change),
            name: change.name(self.phrases),
        });
        let card = |card: &Card| (card.title.clone(), card.summary.clone());
        let notice = text.and_then(|text| text.notice.as_ref());
        let version = &self.with[at].version;
        let on = |phrase, day| self.phrases.say(phrase, [("date", Fact::Date(day))]);
        Gist {
            published: on("version-published", version.published),
            effective: match version.ends {
                true => self.phrases.ends(version.effective),
                false => on("version-effective", version.effective),
            },
            ack_key: format!("sha256:{}", self.with[at].ack_key()),
            notice: notice.map(|notice| [card(&notice.now), card(&notice.coming)]),
            changes: changes.collect(),
            unchanged: same.map_or_else(String::new, |same| same.unchanged_in_words(self.phrases)),
        }
    }

    /// A digest of everything that decides about a version's line.
    fn line_key(&self, at: usize) -> u64 {
        let mut hash = Xxh3Default::new();
        (self.gist_key(at), "line").hash(&mut hash);
        let until = self.timeline.history.until(self.with[at]);
        until.map(Date::days_since_1970).hash(&mut hash);
        self.timeline.history.is_replaced(self.with[at]).hash(&mut hash);
        hash.finish()
    }

    /// A digest of everything that decides about its gist.
    pub(super) fn gist_key(&self, at: usize) -> u64 {
        let make = || {
            let mut hash = Xxh3Default::new();
            let (policy, locale) = (self.manifest.id.as_str(), self.locale.tag());
            (self.earlier.settings, "gist", policy, locale).hash(&mut hash);
            for at in [Some(at), self.bases[at]].into_iter().flatten() {
                // Its digest stands for all files of the version.
                self.timeline.history.sums(&self.with[at].version.version).hash(&mut hash);
            }
            hash.finish()
        };
        *self.read[at].key.get_or_init(make)
    }
}
