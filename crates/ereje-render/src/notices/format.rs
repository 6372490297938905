//! The files that tell apps about versions, as types.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::json;

/// Name and version of the format of the index.
pub(super) const NOTICES_SCHEMA: &str = "ereje-notices/1";

/// Name and version of the format of a version's own file.
pub(super) const NOTICE_SCHEMA: &str = "ereje-notice/1";

/// `app/<product>/notices.json`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) struct NoticesFile {
    /// `ereje-notices/1`.
    pub(super) schema: &'static str,
    /// Grows with every version that is released, and never falls: also versions of
    /// policies that are gone from the product are counted.
    pub(super) serial: usize,
    /// For each policy the newest version, and others whose notices may still
    /// be on a screen; the newest last.
    pub(super) notices: Vec<Notice>,
    /// What stands on the buttons and links of a card, by language.
    pub(super) words: BTreeMap<String, Words>,
    /// Files of this format with one language each, by language; relative to
    /// this one. Where they are named and `notices` is empty, read one of them
    /// instead. In them there are none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) files: BTreeMap<String, String>,
    /// The language to read where there is none that the reader knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
}

/// The most that an index has with all languages in it, in bytes.
const MOST: usize = 20 << 10;

impl NoticesFile {
    /// The index in one language, with those that stand in for it.
    pub(super) fn only(&self, locale: &str) -> NoticesFile {
        let mut kept = vec![locale.to_owned()];
        let notices = self.notices.iter().map(|notice| {
            let instead = match notice.locales.get(locale) {
                Some(LocaleNotice::Fallback { locale }) => Some(locale.clone()),
                Some(LocaleNotice::Current { .. }) => None,
                // It is there for who begins, and has no words.
                None if notice.locales.is_empty() => None,
                // Of a policy that the language has never been in.
                None => Some(notice.authoritative_locale.clone()),
            };
            let locales = notice.locales.iter();
            let wanted =
                locales.filter(|(tag, _)| *tag == locale || Some(*tag) == instead.as_ref());
            let wanted = wanted.map(|(tag, notice)| (tag.clone(), notice.clone())).collect();
            kept.extend(instead);
            notice.in_locales(wanted)
        });
        let notices = notices.collect();
        let words = self.words.iter().filter(|(tag, _)| kept.contains(tag));
        NoticesFile {
            schema: self.schema,
            serial: self.serial,
            notices,
            words: words.map(|(tag, words)| (tag.clone(), words.clone())).collect(),
            files: BTreeMap::new(),
            language: None,
        }
    }

    /// The index itself: with all languages, or, where that would be too much to
    /// fetch at each start of an app, with the names of their files.
    pub(super) fn whole(mut self) -> Vec<u8> {
        let bytes = json::bytes(&self, 32 << 10);
        if bytes.len() <= MOST {
            return bytes;
        }
        self.notices.clear();
        self.words.clear();
        json::bytes(&self, 4 << 10)
    }
}

/// What stands on the buttons and links of a card.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Words {
    /// The button that closes a card, or confirms that it was read.
    pub(super) understood: String,
    /// The button that gives consent.
    pub(super) agree: String,
    /// The button that gives none.
    pub(super) disagree: String,
    /// The link to what changed.
    pub(super) changes: String,
    /// The link to a version before its effective day, where there is nothing to
    /// compare it with.
    pub(super) coming: String,
    /// The same from that day on.
    pub(super) current: String,
}

/// `app/<product>/notices/<policy>/<version>.json`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) struct NoticeFile {
    /// `ereje-notice/1`.
    pub(super) schema: &'static str,
    /// The notice as it was announced: its `status` is always `active` here.
    pub(super) notice: Notice,
}

/// The notice of one version.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Notice {
    /// `<policy>/<version>`.
    pub(super) id: String,
    /// The policy's id.
    pub(super) policy: String,
    /// The version.
    pub(super) version: String,
    /// The version that the changes are told from; none for the first one,
    /// which has no notice.
    pub(super) from: Option<String>,
    /// Versions that this one replaced before they took effect.
    pub(super) supersedes: Vec<String>,
    /// `active`, `superseded` or `retracted`.
    pub(super) status: &'static str,
    /// `material`, `clarification`, `editorial` or `translation`; treat any
    /// other as needing to inform.
    pub(super) severity: &'static str,
    /// `none`, `inform`, `acknowledge` or `consent`; where it is any other,
    /// inform and never assume consent.
    pub(super) action: &'static str,
    /// What the changed clauses are about.
    pub(super) topics: Vec<String>,
    /// The day on which it was announced (ISO 8601).
    pub(super) published: String,
    /// The first day on which it is in force (ISO 8601).
    pub(super) effective: String,
    /// Where days begin: a name of the IANA time zone database.
    pub(super) time_zone: String,
    /// When to show it.
    pub(super) show: Show,
    /// The same for all versions and languages that ask readers about the same
    /// text: whoever acknowledged one has acknowledged all.
    pub(super) ack_key: String,
    /// The language that binds.
    pub(super) authoritative_locale: String,
    /// For each clause a digest of what it means, by id: changes where readers
    /// are told of a change, and only there.
    pub(super) clauses: BTreeMap<String, String>,
    /// By language. None where it is there for readers who begin while another version
    /// is announced: it is the one in force until then.
    pub(super) locales: BTreeMap<String, LocaleNotice>,
    /// Whether the policy ends on the `effective` day: from then on no version of it is in
    /// force. There only where it does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) ends: bool,
}

/// When a notice is shown.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Show {
    /// The first day (ISO 8601).
    pub(super) from: String,
    /// The first day on which it is not shown any more (ISO 8601).
    pub(super) until: String,
}

/// The notice in one language.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "state", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(crate) enum LocaleNotice {
    /// The version has the language.
    Current {
        /// `ltr` or `rtl`.
        direction: Cow<'static, str>,
        /// From the effective day on, at most 60 characters.
        title: String,
        /// From the effective day on, at most 200 characters.
        summary: String,
        /// Before the effective day; none where the version took effect at once.
        coming: Option<CardData>,
        /// What changed, clause by clause.
        changes: Vec<ChangeData>,
        /// Where to read more.
        links: Box<Links>,
        /// SHA-256 of the frozen file with the texts that the reader saw.
        digest: String,
    },
    /// The version lacks the language, or the policy has given it up; show the
    /// notice in another one, as what it is.
    Fallback {
        /// The language to show.
        locale: String,
    },
}

/// The words of a notice.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CardData {
    pub(super) title: String,
    pub(super) summary: String,
}

/// A change of one clause.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ChangeData {
    /// The clause's id.
    pub(super) clause: String,
    /// `added`, `removed`, `changed` or `moved`.
    pub(super) op: Cow<'static, str>,
    /// The heading under which it stands.
    pub(super) heading: Option<String>,
    /// Its text before, as plain text; not where it is new, nor in the index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) before: Option<String>,
    /// Its text now, as plain text; not where it is gone, nor in the index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) after: Option<String>,
    /// Its place on the page that compares the versions.
    pub(super) url: String,
}

/// Pages that a notice links to. Absolute where the site's address is known,
/// else from the root of the site.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Links {
    /// The version's own page, which never changes.
    pub(super) policy: String,
    /// What changed; none for the first version.
    pub(super) redline: Option<String>,
    /// The version before; none for the first.
    pub(super) previous: Option<String>,
}

impl Notice {
    /// The same in these languages.
    fn in_locales(&self, locales: BTreeMap<String, LocaleNotice>) -> Notice {
        Notice {
            id: self.id.clone(),
            policy: self.policy.clone(),
            version: self.version.clone(),
            from: self.from.clone(),
            supersedes: self.supersedes.clone(),
            status: self.status,
            severity: self.severity,
            action: self.action,
            topics: self.topics.clone(),
            published: self.published.clone(),
            effective: self.effective.clone(),
            time_zone: self.time_zone.clone(),
            show: self.show.clone(),
            ack_key: self.ack_key.clone(),
            authoritative_locale: self.authoritative_locale.clone(),
            clauses: self.clauses.clone(),
            locales,
            ends: self.ends,
        }
    }
}

impl LocaleNotice {
    /// As it stands in the index, which an app fetches often: without the texts
    /// of clauses, which the version's own file has.
    pub(super) fn in_brief(&self) -> LocaleNotice {
        let mut brief = self.clone();
        if let LocaleNotice::Current { changes, .. } = &mut brief {
            for change in changes {
                (change.before, change.after) = (None, None);
            }
        }
        brief
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn current(locale: &str) -> LocaleNotice {
        LocaleNotice::Current {
            direction: "ltr".into(),
            title: format!("A title in {locale}"),
            summary: "What changed. ".repeat(10),
            coming: None,
            changes: Vec::new(),
            links: Box::new(Links { policy: "/p/".into(), redline: None, previous: None }),
            digest: format!("sha256:{}", "0".repeat(64)),
        }
    }

    /// An index in so many languages, the last of which the notice lacks.
    fn index(languages: usize) -> NoticesFile {
        let tags: Vec<String> = (0..languages).map(|nth| format!("l{nth:02}")).collect();
        let mut locales: BTreeMap<String, LocaleNotice> =
            tags.iter().map(|tag| (tag.clone(), current(tag))).collect();
        let lacking = tags.last().cloned().unwrap_or_default();
        locales.insert(lacking, LocaleNotice::Fallback { locale: "l00".into() });
        let word = || "word".to_owned();
        let words = || Words {
            understood: word(),
            agree: word(),
            disagree: word(),
            changes: word(),
            coming: word(),
            current: word(),
        };
        let notice = Notice {
            id: "p/2.0".into(),
            policy: "p".into(),
            version: "2.0".into(),
            from: Some("1.0".into()),
            supersedes: Vec::new(),
            status: "active",
            severity: "material",
            action: "inform",
            topics: Vec::new(),
            published: "2026-01-01".into(),
            effective: "2026-01-01".into(),
            time_zone: "UTC".into(),
            show: Show { from: "2026-01-01".into(), until: "2026-03-01".into() },
            ack_key: "sha256:0".into(),
            authoritative_locale: "l00".into(),
            clauses: BTreeMap::new(),
            locales,
            ends: false,
        };
        NoticesFile {
            schema: NOTICES_SCHEMA,
            serial: 2,
            notices: vec![notice],
            words: tags.iter().map(|tag| (tag.clone(), words())).collect(),
            files: tags.iter().map(|tag| (tag.clone(), format!("{tag}/notices.json"))).collect(),
            language: Some("l00".into()),
        }
    }

    #[test]
    fn an_index_is_cut_by_language_where_it_would_be_large() {
        let read =
            |bytes: &[u8]| -> serde_json::Value { serde_json::from_slice(bytes).expect("JSON") };
        let whole = read(&index(3).whole());
        assert_eq!(whole["notices"].as_array().map(Vec::len), Some(1));
        assert_eq!(whole["words"].as_object().map(serde_json::Map::len), Some(3));
        let bytes = index(90).whole();
        assert!(bytes.len() < MOST / 2, "{}", bytes.len());
        let cut = read(&bytes);
        assert_eq!(cut["notices"].as_array().map(Vec::len), Some(0));
        assert_eq!(cut["files"]["l07"], "l07/notices.json");
        assert_eq!((&cut["serial"], &cut["language"]), (&2.into(), &"l00".into()));
    }

    #[test]
    fn a_file_of_one_language_has_the_one_that_stands_in_for_it() {
        let tags = |file: &NoticesFile| -> Vec<String> {
            let notice = file.notices.first().expect("a notice");
            notice.locales.keys().cloned().collect()
        };
        let all = index(4);
        assert_eq!(tags(&all.only("l01")), ["l01"]);
        let lacking = all.only("l03");
        assert_eq!(tags(&lacking), ["l00", "l03"]);
        assert_eq!(lacking.words.keys().collect::<Vec<_>>(), ["l00", "l03"]);
        assert_eq!(tags(&all.only("xx")), ["l00"], "a policy that never had the language");
        assert!(lacking.files.is_empty() && lacking.serial == 2);
    }
}
