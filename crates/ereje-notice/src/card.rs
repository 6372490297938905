//! A notice as it is shown: one card for all versions that were not
//! acknowledged.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use crate::Known;
use crate::language::{Text, in_language};
use crate::read::{Notice, text};

/// What to show about a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Card {
    /// The policy's id.
    pub policy: String,
    /// The version whose words are shown.
    pub version: String,
    /// All versions that the card stands for, the newest last.
    pub versions: Vec<String>,
    /// Whether the version is in force yet.
    pub phase: Phase,
    /// What is asked of the reader.
    pub action: Action,
    /// The first day on which the version is in force (ISO 8601).
    pub effective: String,
    /// The language of the words, BCP 47.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// One line.
    pub title: String,
    /// A sentence or two; may be empty.
    pub summary: String,
    /// What changed since the text that the reader knows.
    pub changes: Vec<Change>,
    /// Where to read more.
    pub links: Links,
    /// What to store for the policy once the reader has acknowledged the card.
    pub remember: Known,
}

/// Whether a version is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before its effective day.
    Coming,
    /// From that day on.
    Now,
}

/// What a notice asks, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// To be shown once.
    Inform,
    /// To be confirmed as read.
    Acknowledge,
    /// To be agreed to. Closing a card is no consent.
    Consent,
}

/// A clause that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// The clause's id.
    pub clause: String,
    /// `added`, `removed`, `changed` or `moved`.
    pub op: String,
    /// The heading under which it stands.
    pub heading: Option<String>,
    /// Its place on the page that compares the versions.
    pub url: Option<String>,
}

/// Pages to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Links {
    /// The version.
    pub policy: Option<String>,
    /// What changed.
    pub redline: Option<String>,
}

/// A notice that waits to be shown.
struct Waiting<'n> {
    notice: &'n Notice<'n>,
    text: Text<'n>,
    action: Action,
    day: String,
}

/// One card for all notices that were not acknowledged.
pub(crate) fn merged(
    all: &[&Notice<'_>],
    known: &Known,
    now: Timestamp,
    languages: &[&str],
) -> Option<Card> {
    // 6: those behind the one that is known.
    let last = all.iter().rposition(|one| one.ack_key == known.ack_key);
    let unknown = &all[last.map_or(0, |last| last + 1)..];
    let waiting = unknown.iter().filter_map(|notice| {
        // 7, 8: those that are shown today, and that inform.
        let day = notice.day(now);
        let action = notice.action().filter(|_| notice.is_shown(&day))?;
        // 10: a translation concerns those who read it.
        let text = in_language(notice, languages)?;
        let concerns = notice.severity != Some("translation") || !text.changes.is_empty();
        concerns.then_some(Waiting { notice, text, action, day })
    });
    let waiting: Vec<Waiting<'_>> = waiting.collect();
    let Waiting { notice, text: Text { language, entry, .. }, day, .. } = waiting.last()?;
    // 11: the words of the day.
    let phase = if day.as_str() < notice.effective { Phase::Coming } else { Phase::Now };
    let coming = entry.get("coming").filter(|coming| text(coming.get("title")).is_some());
    let words = coming.filter(|_| phase == Phase::Coming).unwrap_or(entry);
    let word = |name: &str| text(words.get(name)).unwrap_or_default().to_owned();
    let link = |name: &str| safe(entry.get("links").and_then(|links| links.get(name)));
    Some(Card {
        policy: notice.policy.to_owned(),
        version: notice.version.to_owned(),
        versions: waiting.iter().map(|one| one.notice.version.to_owned()).collect(),
        phase,
        action: waiting.iter().map(|one| one.action).max().unwrap_or(Action::Inform),
        effective: notice.effective.to_owned(),
        language: (*language).to_owned(),
        direction: if text(entry.get("direction")) == Some("rtl") { "rtl" } else { "ltr" },
        title: word("title"),
        summary: word("summary"),
        changes: changes(&waiting, known),
        links: Links { policy: link("policy"), redline: link("redline") },
        remember: Known::of(notice),
    })
}

/// 12: what changed since the text that is known.
fn changes(waiting: &[Waiting<'_>], known: &Known) -> Vec<Change> {
    let Some(newest) = waiting.last() else { return Vec::new() };
    let view = |change: Option<&Value>, clause: &str, op: &str| Change {
        clause: clause.to_owned(),
        op: op.to_owned(),
        heading: change.and_then(|one| text(one.get("heading"))).map(str::to_owned),
        url: safe(change.and_then(|one| one.get("url"))),
    };
    let id = |change: &'_ Value| text(change.get("clause")).unwrap_or_default().to_owned();
    if waiting.len() == 1 && Some(known.version.as_str()) == newest.notice.from {
        let own = newest.text.changes.iter();
        return own
            .map(|one| view(Some(one), &id(one), text(one.get("op")).unwrap_or("changed")))
            .collect();
    }
    let told: Vec<&Value> =
        waiting.iter().flat_map(|one| one.text.changes.iter().copied()).collect();
    let mut ids: Vec<String> = Vec::new();
    let now = &newest.notice.clauses;
    let all = told.iter().map(|one| id(one));
    for clause in all.chain(now.keys().cloned()).chain(known.clauses.keys().cloned()) {
        if !ids.contains(&clause) {
            ids.push(clause);
        }
    }
    ids.retain(|clause| known.clauses.get(clause) != now.get(clause));
    let change = |clause: &String| {
        let op = match (known.clauses.contains_key(clause), now.contains_key(clause)) {
            (false, _) => "added",
            (_, false) => "removed",
            _ => "changed",
        };
        let last = told.iter().rev().find(|one| id(one) == *clause).copied();
        view(last, clause, op)
    };
    ids.iter().map(change).collect()
}

/// 13: an address that leads to a page and runs nothing.
fn safe(url: Option<&Value>) -> Option<String> {
    let url = text(url)?;
    let end = url.find([':', '/', '?', '#']);
    let scheme = end.filter(|end| url[*end..].starts_with(':')).map(|end| &url[..end]);
    let is_safe = scheme.is_none_or(|scheme| {
        ["http", "https"].iter().any(|safe| safe.eq_ignore_ascii_case(scheme))
    });
    is_safe.then(|| url.to_owned())
}
