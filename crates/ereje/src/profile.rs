//! Profiles: what a law or a guideline asks of whoever changes a text, as data. A
//! help to counsel, and no legal advice.

mod asked;

use std::collections::BTreeMap;

pub use asked::{Earliest, asks_for_notice, earliest};

use crate::change::Kind;
use crate::diagnostic::Diagnostic;
use crate::fact::Date;
use crate::manifest::clauses::read_names;
use crate::manifest::{PROMISES, TOPICS, is_segment};
use crate::settings::{Settings, Table};

/// The profiles that are built in, by id.
pub const BUILT_IN: [(&str, &str); 5] = [
    ("br-lgpd", include_str!("../../../profiles/br-lgpd.toml")),
    ("cn-ecommerce", include_str!("../../../profiles/cn-ecommerce.toml")),
    ("eu-gdpr", include_str!("../../../profiles/eu-gdpr.toml")),
    ("eu-p2b", include_str!("../../../profiles/eu-p2b.toml")),
    ("us-caloppa", include_str!("../../../profiles/us-caloppa.toml")),
];

/// The folder of a workspace's own profiles, which go over the built-in ones.
pub const PROFILES_FOLDER: &str = "profiles";

/// Profiles by id.
pub type Profiles = BTreeMap<String, Profile>;

/// What a law or a guideline asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What people call it.
    pub name: String,
    /// Where it is written: the law and its article, or the guideline and its
    /// paragraph.
    pub citation: String,
    /// The address of that text.
    pub source: Option<String>,
    /// The day of the text that was relied on.
    pub text_of: Date,
    /// Which texts it is about.
    pub concerns: String,
    /// What it asks, in sentences.
    pub asks: Vec<String>,
    /// When it does not ask that.
    pub exceptions: Option<String>,
    /// What clauses have to be about.
    pub topics: Vec<String>,
    /// What clauses have to promise.
    pub promises: Vec<String>,
    /// Which kinds of change readers are told of by a notice.
    pub notice_for: Vec<Kind>,
    /// How long before it takes effect they are told.
    pub period: Option<Period>,
}

/// The time between publication and the day on which a change takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// How many days.
    pub days: u16,
    /// Whether all of them are whole: the day of publication does not count, and
    /// the last day is over when the change takes effect. Otherwise the change
    /// takes effect so many days after the day of publication.
    pub full_days: bool,
    /// Whether a period that would end with a Saturday or Sunday ends with the
    /// Monday after.
    pub ends_on_working_day: bool,
}

impl Period {
    /// So many days after the day of publication.
    #[must_use]
    pub fn of_days(days: u16) -> Period {
        Period { days, full_days: false, ends_on_working_day: false }
    }

    /// The first day on which a change may take effect that is published on a
    /// day.
    #[must_use]
    pub fn earliest(self, published: Date) -> Date {
        // The last day of the period is one before a change can take effect.
        let after = |days: i64| published.days_since_1970() + days;
        let mut last = after(i64::from(self.days) - i64::from(!self.full_days));
        // 1970-01-01 was a Thursday.
        while self.ends_on_working_day && matches!((last + 3).rem_euclid(7), 5 | 6) {
            last += 1;
        }
        Date::from_days_since_1970(last + 1)
    }

    /// How long it is, such as "15 full days".
    #[must_use]
    pub fn in_words(self) -> String {
        let full = if self.full_days { "full " } else { "" };
        let s = if self.days == 1 { "" } else { "s" };
        format!("{} {full}day{s}", self.days)
    }
}

const KEYS: [&str; 11] = [
    "name",
    "citation",
    "source",
    "text-of",
    "concerns",
    "asks",
    "exceptions",
    "topics",
    "promises",
    "notice-for",
    "period",
];

/// The built-in profiles, replaced by and together with those in `own`: the
/// text of each by its path, such as `profiles/eu-p2b.toml`.
#[must_use]
pub fn read_profiles(own: &BTreeMap<String, String>) -> (Profiles, Vec<Diagnostic>) {
    let mut texts: BTreeMap<&str, (String, &str)> = BUILT_IN
        .iter()
        .map(|(id, text)| (*id, (format!("{PROFILES_FOLDER}/{id}.toml"), *text)))
        .collect();
    let mut found = Vec::new();
    for (path, text) in own {
        let id = path.rsplit('/').next().and_then(|name| name.strip_suffix(".toml"));
        match id.filter(|id| is_segment(id)) {
            Some(id) => {
                texts.insert(id, (path.clone(), text));
            }
            None => {
                let message = "the name of this file can not be that of a profile";
                let hint = "call it by letters, digits and `-`, with `.toml` behind";
                found.push(Diagnostic::error("unsafe-path", path, message).hint(hint));
            }
        }
    }
    let mut profiles = Profiles::new();
    for (id, (path, text)) in texts {
        let (profile, wrong) = Settings::read(&path, text, |root| read_profile(&root));
        found.extend(wrong);
        profiles.extend(profile.map(|profile| (id.to_owned(), profile)));
    }
    (profiles, found)
}

fn read_profile(root: &Table<'_>) -> Option<Profile> {
    root.only(&KEYS);
    let words = |key, example| root.required(key, example).map(str::to_owned);
    let (name, citation) = (
        words("name", "\"Privacy notices (Utopia)\""),
        words("citation", "\"Privacy Act of Utopia, § 12\""),
    );
    let concerns = words("concerns", "\"privacy policies of shops\"");
    if root.get("text-of").is_none() {
        let hint = "add `text-of = 2026-11-15`, the day of the text that you rely on";
        root.fault("missing-key", "`text-of` is missing".into(), 0..0, hint);
    }
    let text_of = root.date("text-of");
    let sentences = root.texts("asks").unwrap_or_default();
    let asks: Vec<String> = sentences.into_iter().map(|(text, _)| text.to_owned()).collect();
    if asks.is_empty() {
        let hint = "add `asks = [\"…\"]`, one sentence for each thing that is asked";
        let span = root.get("asks").map_or(0..0, |value| value.span());
        root.fault("missing-key", "the profile asks nothing".into(), span, hint);
    }
    let kinds = Kind::ALL.map(Kind::name);
    let notice_for = read_names(root, "notice-for", &kinds);
    let period = root.table("period").and_then(|table| read_period(&table));
    Some(Profile {
        name: name?,
        citation: citation?,
        source: root.text("source").map(str::to_owned),
        text_of: text_of?,
        concerns: concerns?,
        asks,
        exceptions: root.text("exceptions").map(str::to_owned),
        topics: read_names(root, "topics", &TOPICS),
        promises: read_names(root, "promises", &PROMISES),
        notice_for: notice_for.iter().filter_map(|name| Kind::named(name)).collect(),
        period,
    })
}

fn read_period(table: &Table<'_>) -> Option<Period> {
    table.only(&["days", "full-days", "ends-on-working-day"]);
    let Some(value) = table.get("days") else {
        let hint = "add `days = 15`";
        table.fault("missing-key", "`days` is missing in `[period]`".into(), table.span(), hint);
        return None;
    };
    let days = table.integer("days")?;
    let Some(days) = u16::try_from(days).ok().filter(|days| (1..=366).contains(days)) else {
        let message = format!("a change can not be announced {days} days before");
        table.fault("wrong-type", message, value.span(), "write a number of days from 1 to 366");
        return None;
    };
    Some(Period {
        days,
        full_days: table.boolean("full-days").unwrap_or_default(),
        ends_on_working_day: table.boolean("ends-on-working-day").unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn periods_are_counted_as_their_laws_do() {
        let earliest = |period: Period, day_of: &str| period.earliest(day(day_of)).to_string();
        assert_eq!(earliest(Period::of_days(7), "2026-11-01"), "2026-11-08");
        let full = Period { full_days: true, ..Period::of_days(15) };
        assert_eq!(earliest(full, "2026-11-01"), "2026-11-17", "the 16th has to be over");
        let european = Period { ends_on_working_day: true, ..full };
        // 2026-11-16 is a Monday, 2026-11-20 a Friday.
        assert_eq!(earliest(european, "2026-11-01"), "2026-11-17");
        assert_eq!(earliest(european, "2026-11-05"), "2026-11-21");
        for saturday_or_sunday in ["2026-11-06", "2026-11-07", "2026-11-08"] {
            assert_eq!(earliest(european, saturday_or_sunday), "2026-11-24", "after the Monday");
        }
        assert_eq!(earliest(full, "1969-12-30"), "1970-01-15");
    }

    #[test]
    fn every_built_in_profile_is_sound_and_cites_its_law() {
        let (profiles, found) = read_profiles(&BTreeMap::new());
        assert_eq!(found, []);
        assert_eq!(profiles.len(), BUILT_IN.len());
        for (id, text) in BUILT_IN {
            assert!(text.contains("no legal advice"), "{id}");
            let profile = &profiles[id];
            assert!(profile.citation.contains(char::is_numeric), "{id}");
            assert!(profile.source.as_ref().is_some_and(|url| url.starts_with("http")), "{id}");
            assert!(profile.period.is_none() || !profile.notice_for.is_empty(), "{id}");
        }
    }

    #[test]
    fn a_workspace_adds_and_replaces_profiles_and_is_told_what_is_wrong_with_them() {
        let own = |text: &str| {
            let files = [("profiles/utopia.toml".to_owned(), text.to_owned())];
            let (profiles, found) = read_profiles(&files.into());
            let told: Vec<String> = found.into_iter().map(|told| told.message).collect();
            (profiles.get("utopia").cloned(), told)
        };
        let sound = "name = \"Utopia\"\ncitation = \"Act 1\"\ntext-of = 2020-01-01\n\
                     concerns = \"shops\"\nasks = [\"a notice\"]\n[period]\ndays = 30\n";
        let (profile, told) = own(sound);
        assert_eq!(told, [""; 0]);
        assert_eq!(profile.expect("sound").period, Some(Period::of_days(30)));
        let (profile, told) = own(&sound.replace("text-of", "text-off"));
        assert_eq!(profile, None);
        assert_eq!(told, ["unknown key `text-off`", "`text-of` is missing"]);
        let (_, told) = own(&sound.replace("= 30", "= 0"));
        assert_eq!(told, ["a change can not be announced 0 days before"]);
        let (_, told) = own(&sound.replace("[period]", "topics = [\"right\"]\n[period]"));
        assert_eq!(told, ["`right` is not known in `topics`"]);
        let replaced = [("profiles/eu-p2b.toml".to_owned(), sound.to_owned())];
        assert_eq!(read_profiles(&replaced.into()).0["eu-p2b"].name, "Utopia");
    }
}
