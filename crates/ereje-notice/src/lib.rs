//! Which notice an app shows: the steps of `docs/app-integration.md`, in Rust.
//!
//! For apps that are written in Rust, and to read beside the steps where another
//! language is used. Nothing is fetched and nothing is stored here: [`cards`]
//! takes what `notices.json` says, what was stored on the device, the time and
//! the reader's languages, and tells what to show and what to store.
//! [`acknowledged`] tells what to store once the reader has seen a card.
//!
//! The web component `web/policy-notice.js` does the same; test vectors in
//! `tests/vectors` prove both.
//!
//! ```
//! use serde_json::json;
//!
//! let index = json!({ "schema": "ereje-notices/1", "serial": 1, "notices": [] });
//! let now = "2026-12-01T09:00:00Z".parse()?;
//! let shown = ereje_notice::cards(&index, &json!(null), now, &["kk", "ru"]);
//! assert!(shown.cards.is_empty());
//! # Ok::<(), jiff::Error>(())
//! ```

mod card;
mod device;
mod language;
mod read;

pub use card::{Action, Card, Change, Links, Phase};
pub use device::{Device, Known};
use jiff::Timestamp;
use serde_json::Value;

/// Name and version of the format that is understood.
pub const SCHEMA: &str = "ereje-notices/1";

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The cards to show: one a policy at the most.
    pub cards: Vec<Card>,
    /// What to store now, whether or not a card is acknowledged.
    pub device: Device,
}

/// 0: the file to read instead of the index, where that is in one file for each
/// language; relative to the index.
#[must_use]
pub fn file<'i>(index: &'i Value, languages: &[&str]) -> Option<&'i str> {
    let files = index.get("files")?.as_object()?;
    let is_known = index.get("schema").and_then(Value::as_str) == Some(SCHEMA);
    let has_notices =
        index.get("notices").and_then(Value::as_array).is_some_and(|all| !all.is_empty());
    if !is_known || has_notices {
        return None;
    }
    let tags: Vec<&str> = files.keys().map(String::as_str).collect();
    let tag = language::best(&tags, languages).or_else(|| read::text(index.get("language")));
    read::text(files.get(tag?))
}

/// The cards to show at a time.
///
/// `index` is what notices.json says; `device` is what was stored last, or
/// anything else on a first start; `languages` are BCP 47 tags, the best first.
/// Whatever is not as the format has it is passed over, and never an error: an
/// app has to start.
#[must_use]
pub fn cards(index: &Value, device: &Value, now: Timestamp, languages: &[&str]) -> Shown {
    let mut shown = Shown { cards: Vec::new(), device: Device::read(device) };
    // 1, 2: a format that is known, and no older copy than the last one.
    let is_known = index.get("schema").and_then(Value::as_str) == Some(SCHEMA);
    let (Some(notices), Some(serial)) = (
        index.get("notices").and_then(Value::as_array),
        index.get("serial").and_then(read::serial),
    ) else {
        return shown;
    };
    if !is_known || serial < shown.device.serial {
        return shown;
    }
    shown.device.serial = serial;
    // 3: notices that can be read and still hold.
    let readable = notices.iter().filter_map(read::Notice::read);
    let active: Vec<read::Notice<'_>> = readable.filter(|one| one.status == "active").collect();
    let mut policies: Vec<&str> = Vec::new();
    for notice in &active {
        if policies.contains(&notice.policy) {
            continue;
        }
        policies.push(notice.policy);
        let all: Vec<&read::Notice<'_>> =
            active.iter().filter(|one| one.policy == notice.policy).collect();
        let newest = all.last().copied().unwrap_or(notice);
        match shown.device.policies.get(notice.policy) {
            Some(known) if known.ack_key != newest.ack_key => {
                shown.cards.extend(card::merged(&all, known, now, languages));
            }
            // 4, 5: who begins with the text in force, or knows the newest, is shown nothing.
            known => {
                let is_in_force = |one: &&&read::Notice<'_>| one.effective <= &*one.day(now);
                let current = all.iter().rev().find(is_in_force).filter(|_| known.is_none());
                let current = Known::of(current.copied().unwrap_or(newest));
                shown.device.policies.insert(notice.policy.to_owned(), current);
            }
        }
    }
    shown
}

/// What to store once a card was acknowledged: what was there, and for the policy of
/// the card what the card says.
#[must_use]
pub fn acknowledged(mut device: Device, card: &Card) -> Device {
    device.policies.insert(card.policy.clone(), card.remember.clone());
    device
}
