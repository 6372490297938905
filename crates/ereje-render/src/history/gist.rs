//! What the pages about all versions say of each: few words, which are kept from
//! run to run, so that a new version does not make all texts before it be read
//! and compared again.

use std::hash::{Hash, Hasher};

use ereje::fact::{Date, Fact};
use ereje::version::{Card, NoticeText, Release};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3Default;

use super::redline::{heading_of, what};
use super::{Earlier, Pages, Rendered};

/// What is said of a version in a language.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gist {
    /// "Version 2.0", in the language.
    pub(super) name: String,
    /// When it was published and takes effect, in words.
    pub(super) published: String,
    pub(super) effective: String,
    /// From when to when it is in force, in words.
    pub(super) days: String,
    /// What an acknowledgement of it counts for.
    pub(super) ack_key: String,
    /// Title and summary of its notice, from its day on and before it.
    notice: Option<[(String, String); 2]>,
    pub(super) changes: Vec<GistOfChange>,
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
    pub(super) heading: String,
}

impl Pages<'_> {
    /// What is said of every version, as an earlier run has kept it or as its texts
    /// say.
    pub(super) fn all_gists(&self, made: &mut Rendered, earlier: Earlier<'_>) -> Vec<Gist> {
        let gist = |at: usize| {
            let key = self.gist_key(at);
            let known = (earlier.gist)(key);
            let known = known.and_then(|text| Some((serde_json::from_str(&text).ok()?, text)));
            let (gist, text) = known.unwrap_or_else(|| {
                let gist = self.gist(at);
                let text = serde_json::to_string(&gist).unwrap_or_default();
                (gist, text)
            });
            made.gists.push((key, text));
            gist
        };
        (0..self.with.len()).map(gist).collect()
    }

    /// What is said of a version, where it has the language.
    pub(super) fn gist_of(&self, release: &Release) -> Option<&Gist> {
        let at = self.with.iter().position(|one| std::ptr::eq(*one, release))?;
        self.gists.get(at)
    }

    fn gist(&self, at: usize) -> Gist {
        let text = self.with[at].texts.get(self.locale);
        let changes = self.changes(at).into_iter().flat_map(|changes| &changes.clauses);
        let changes = changes.map(|change| GistOfChange {
            id: change.id.clone(),
            what: what(self.phrases, change),
            heading: heading_of(self.phrases, change),
        });
        let card = |card: &Card| (card.title.clone(), card.summary.clone());
        let notice = text.and_then(|text| text.notice.as_ref());
        let version = &self.with[at].version;
        let on = |phrase, day| self.phrases.say(phrase, [("date", Fact::Date(day))]);
        let number = Fact::Text(version.version.clone());
        Gist {
            name: self.phrases.say("version-name", [("version", number)]),
            published: on("version-published", version.published),
            effective: on("version-effective", version.effective),
            days: self.days(self.with[at]),
            ack_key: format!("sha256:{}", self.with[at].ack_key()),
            notice: notice.map(|notice| [card(&notice.now), card(&notice.coming)]),
            changes: changes.collect(),
        }
    }

    /// A digest of everything that decides about a gist.
    fn gist_key(&self, at: usize) -> u64 {
        let mut hash = Xxh3Default::new();
        (self.settings, "gist", self.manifest.id.as_str(), self.locale.tag()).hash(&mut hash);
        let until = self.timeline.history.until(self.with[at]);
        until.map(Date::days_since_1970).hash(&mut hash);
        self.timeline.history.is_replaced(self.with[at]).hash(&mut hash);
        for at in [Some(at), self.base(at)].into_iter().flatten() {
            // Its digest stands for all files of the version.
            self.timeline.history.sums(&self.with[at].version.version).hash(&mut hash);
        }
        hash.finish()
    }
}
