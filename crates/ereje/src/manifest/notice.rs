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
}

/// Two months: whoever opens an app once a month sees the notice.
pub const DEFAULT_SHOW_DAYS: u16 = 61;

pub(super) fn read_notice(root: &Table<'_>) -> NoticePlan {
    let mut plan = NoticePlan {
        time_zone: "UTC".into(),
        time_zone_span: 0..0,
        show_days: DEFAULT_SHOW_DAYS,
        action: Action::Inform,
    };
    let Some(table) = root.table("notice") else { return plan };
    table.only(&["time-zone", "show-days", "action"]);
    if let Some(zone) = table.text("time-zone") {
        plan.time_zone = zone.to_owned();
        plan.time_zone_span = table.get("time-zone").map_or(0..0, |value| value.span());
    }
    if let Some(days) = table.integer("show-days") {
        match u16::try_from(days).ok().filter(|days| (1..=3660).contains(days)) {
            Some(days) => plan.show_days = days,
            None => {
                let span = table.get("show-days").map_or(0..0, |value| value.span());
                let message = format!("a notice can not be shown for {days} days");
                table.fault("wrong-type", message, span, "write a number of days from 1 to 3660");
            }
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
