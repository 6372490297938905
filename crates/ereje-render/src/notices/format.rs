//! The files that tell apps about versions, as types.

use std::collections::BTreeMap;

use serde::Serialize;

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
    /// Grows with every version that is released; never falls.
    pub(super) serial: usize,
    /// For each policy the newest version, and others whose notices may still
    /// be on a screen; the newest last.
    pub(super) notices: Vec<Notice>,
    /// What stands on the buttons and links of a card, by language.
    pub(super) words: BTreeMap<String, Words>,
}

/// What stands on the buttons and links of a card.
#[derive(Serialize)]
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
    /// By language.
    pub(super) locales: BTreeMap<String, LocaleNotice>,
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
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "state", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(crate) enum LocaleNotice {
    /// The version has the language.
    Current {
        /// `ltr` or `rtl`.
        direction: &'static str,
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
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CardData {
    pub(super) title: String,
    pub(super) summary: String,
}

/// A change of one clause.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ChangeData {
    /// The clause's id.
    pub(super) clause: String,
    /// `added`, `removed`, `changed` or `moved`.
    pub(super) op: &'static str,
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
#[derive(Clone, Serialize)]
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
    /// As it stands in the index, which an app fetches often: without the texts
    /// of clauses, which the version's own file has.
    pub(super) fn in_brief(&self) -> Notice {
        let mut brief = self.clone();
        for locale in brief.locales.values_mut() {
            if let LocaleNotice::Current { changes, .. } = locale {
                for change in changes {
                    (change.before, change.after) = (None, None);
                }
            }
        }
        brief
    }
}
