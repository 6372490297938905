//! `[notice]` of a manifest: how changes are announced.

use std::ops::Range;

use crate::change::Action;
use crate::diagnostic::nearest;
use crate::settings::{Table, list};

/// How changes of a policy are announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticePlan {
    /// Where days begin: a name of the IANA time zone database.
    pub time_zone: String,
    /// Where that name stands in the manifest.
    pub time_zone_span: Range<usize>,
    /// How many days after a version has taken effect apps stop showing its
    /// notice.
    pub show_days: u16,
    /// What readers are asked for, where a release does not say.
    pub action: Action,
    /// How many days before it takes effect a material change is announced, as
    /// the policy itself has it.
    pub days: Option<u16>,
    /// The profiles that apply, each with its place in the manifest.
    pub profiles: Vec<(String, Range<usize>)>,
}

/// Two months: whoever opens an app once a month sees the notice.
pub const DEFAULT_SHOW_DAYS: u16 = 61;

pub(super) fn read_notice(root: &Table<'_>) -> NoticePlan {
    let mut plan = NoticePlan {
        time_zone: "UTC".into(),
        time_zone_span: 0..0,
        show_days: DEFAULT_SHOW_DAYS,
        action: Action::Inform,
        days: None,
        profiles: Vec::new(),
    };
    let Some(table) = root.table("notice") else { return plan };
    table.only(&["time-zone", "show-days", "action", "days", "profiles"]);
    if let Some(zone) = table.text("time-zone") {
        plan.time_zone = zone.to_owned();
        plan.time_zone_span = table.get("time-zone").map_or(0..0, |value| value.span());
    }
    let shown = |days| format!("a notice can not be shown for {days} days");
    if let Some(days) = read_days(&table, "show-days", 3660, shown) {
        plan.show_days = days;
    }
    let before = |days| format!("a change can not be announced {days} days before");
    plan.days = read_days(&table, "days", 366, before);
    for (id, span) in table.texts("profiles").unwrap_or_default() {
        if plan.profiles.iter().any(|(known, _)| known == id) {
            let message = format!("the profile `{id}` stands here twice");
            table.fault("duplicate-id", message, span, "remove one of them");
        } else {
            plan.profiles.push((id.to_owned(), span));
        }
    }
    if let Some(name) = table.text("action") {
        let names = Action::ALL.map(Action::name);
        match Action::named(name) {
            Some(action) => plan.action = action,
            None => {
                let span = table.get("action").map_or(0..0, |value| value.span());
                let hint = match nearest(name, names) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("known are {}", list(&names)),
                };
                table.fault("unknown-key", format!("`{name}` is no action"), span, &hint);
            }
        }
    }
    plan
}

fn read_days(
    table: &Table<'_>,
    key: &str,
    most: u16,
    fault: impl Fn(i64) -> String,
) -> Option<u16> {
    let days = table.integer(key)?;
    let read = u16::try_from(days).ok().filter(|days| (1..=most).contains(days));
    if read.is_none() {
        let span = table.get(key).map_or(0..0, |value| value.span());
        let hint = format!("write a number of days from 1 to {most}");
        table.fault("wrong-type", fault(days), span, &hint);
    }
    read
}
