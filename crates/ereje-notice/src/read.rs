//! Notices as they stand in `notices.json`. What is not as the format has it is
//! passed over.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use crate::card::Action;

/// The notice of one version.
pub(crate) struct Notice<'n> {
    pub(crate) policy: &'n str,
    pub(crate) version: &'n str,
    pub(crate) from: Option<&'n str>,
    pub(crate) status: &'n str,
    pub(crate) severity: Option<&'n str>,
    pub(crate) effective: &'n str,
    pub(crate) ack_key: &'n str,
    pub(crate) clauses: BTreeMap<String, String>,
    pub(crate) locales: &'n Map<String, Value>,
    pub(crate) authoritative_locale: Option<&'n str>,
    action: Option<&'n str>,
    time_zone: Option<&'n str>,
    /// The first day on which it is shown, and the first on which it is not.
    show: (&'n str, &'n str),
}

impl<'n> Notice<'n> {
    pub(crate) fn read(value: &'n Value) -> Option<Notice<'n>> {
        let field = |name: &str| text(value.get(name));
        let show = value.get("show")?;
        Some(Notice {
            policy: field("policy")?,
            version: field("version")?,
            from: field("from"),
            status: field("status")?,
            severity: field("severity"),
            effective: day(value.get("effective"))?,
            ack_key: field("ack-key")?,
            clauses: texts(value.get("clauses")?.as_object()?),
            locales: value.get("locales")?.as_object()?,
            authoritative_locale: field("authoritative-locale"),
            action: field("action"),
            time_zone: field("time-zone"),
            show: (day(show.get("from"))?, day(show.get("until"))?),
        })
    }

    /// The day where the policy is in force, UTC where its time zone is not known.
    pub(crate) fn day(&self, now: Timestamp) -> String {
        let zone = self.time_zone.and_then(|name| TimeZone::get(name).ok());
        let date: Date = now.to_zoned(zone.unwrap_or(TimeZone::UTC)).date();
        date.to_string()
    }

    /// Whether it is shown on a day.
    pub(crate) fn is_shown(&self, day: &str) -> bool {
        self.from.is_some() && self.show.0 <= day && day < self.show.1
    }

    /// What it asks of readers, if it has anything to say. What is not known
    /// informs, and never asks for consent.
    pub(crate) fn action(&self) -> Option<Action> {
        let is_known = ["material", "clarification", "editorial", "translation"];
        match self.action {
            Some("none") if self.severity.is_some_and(|one| is_known.contains(&one)) => None,
            Some("acknowledge") => Some(Action::Acknowledge),
            Some("consent") => Some(Action::Consent),
            _ => Some(Action::Inform),
        }
    }
}

/// A text that says something.
pub(crate) fn text(value: Option<&Value>) -> Option<&str> {
    value?.as_str().filter(|text| !text.is_empty())
}

/// The entries that are texts.
pub(crate) fn texts(object: &Map<String, Value>) -> BTreeMap<String, String> {
    let entries = object.iter().filter_map(|(key, value)| Some((key, text(Some(value))?)));
    entries.map(|(key, value)| (key.clone(), value.to_owned())).collect()
}

/// A serial number: an integer that JSON keeps whole everywhere.
pub(crate) fn serial(value: &Value) -> Option<u64> {
    value.as_u64().filter(|serial| *serial < 1 << 53)
}

/// A calendar day (ISO 8601).
fn day(value: Option<&Value>) -> Option<&str> {
    text(value).filter(|day| {
        let of = |(at, byte): (usize, u8)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        day.len() == 10 && day.bytes().enumerate().all(of)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_serial_is_a_number_that_every_reader_of_json_keeps() {
        let largest = (1_u64 << 53) - 1;
        assert_eq!(serial(&json!(largest)), Some(largest));
        for wrong in [json!(largest + 1), json!(-1), json!(1.5), json!("1"), json!(null)] {
            assert_eq!(serial(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_has_four_two_and_two_digits() {
        assert_eq!(day(Some(&json!("2026-11-15"))), Some("2026-11-15"));
        for wrong in ["2026-11-5", "2026-11-150", "15.11.2026", "2026/11/15", "2026-11-1x", ""] {
            assert_eq!(day(Some(&json!(wrong))), None, "{wrong}");
        }
    }
}
