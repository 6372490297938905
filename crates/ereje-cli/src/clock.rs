//! What day it is, and where. The only place that asks.

use std::time::{SystemTime, UNIX_EPOCH};

use ereje::fact::Date;
use jiff::civil;
use jiff::tz::TimeZone;

/// Nanoseconds since 1970.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
}

/// A time zone of the IANA database by its name; `None` if there is none such.
/// The database is built in, so that it is the same on every machine.
fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// Whether a time zone has this name.
pub(crate) fn is_time_zone(name: &str) -> bool {
    zone(name).is_some()
}

/// The day it is now in a time zone.
pub(crate) fn today(time_zone: &str) -> Date {
    let zone = zone(time_zone).unwrap_or(TimeZone::UTC);
    let now = i128::from(now());
    let moment = jiff::Timestamp::from_nanosecond(now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let day = moment.to_zoned(zone).date();
    Date {
        year: u16::try_from(day.year()).unwrap_or(1),
        month: u8::try_from(day.month()).unwrap_or(1),
        day: u8::try_from(day.day()).unwrap_or(1),
    }
}

/// The first moment of a day in a time zone, in nanoseconds since 1970; 0 for
/// days before, and the largest number for days that none can count to.
pub(crate) fn start_of(day: Date, time_zone: &str) -> u64 {
    let zone = zone(time_zone).unwrap_or(TimeZone::UTC);
    let (month, of_month) = (day.month.cast_signed(), day.day.cast_signed());
    civil::Date::new(day.year.cast_signed(), month, of_month)
        .and_then(|date| date.to_zoned(zone))
        .map_or(u64::MAX, |start| {
            let moment = start.timestamp().as_nanosecond().max(0);
            u64::try_from(moment).unwrap_or(u64::MAX)
        })
}

/// The day so many days later; at the most the last day of the year 9999.
pub(crate) fn days_after(day: Date, days: u16) -> Date {
    let epoch = civil::Date::constant(1970, 1, 1);
    let (month, of_month) = (day.month.cast_signed(), day.day.cast_signed());
    let date = civil::Date::new(day.year.cast_signed(), month, of_month).unwrap_or(epoch);
    let since = date.since(epoch).map_or(0, |span| i64::from(span.get_days()));
    Date::from_days_since_1970(since + i64::from(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn a_day_begins_where_the_policy_says() {
        let second = 1_000_000_000;
        assert_eq!(start_of(day("2026-11-15"), "UTC"), 1_794_700_800 * second);
        // Almaty is five hours ahead since March 2024.
        assert_eq!(start_of(day("2026-11-15"), "Asia/Almaty"), (1_794_700_800 - 5 * 3600) * second);
        assert_eq!(start_of(day("0001-01-01"), "Asia/Almaty"), 0);
        for far in ["2600-01-01", "9998-12-31", "9999-12-31"] {
            assert_eq!(start_of(day(far), "Asia/Almaty"), u64::MAX);
        }
        assert!(is_time_zone("Asia/Almaty") && !is_time_zone("Asia/Nowhere"));
    }

    #[test]
    fn days_are_counted_over_months_and_leap_days() {
        assert_eq!(days_after(day("2024-02-28"), 1), day("2024-02-29"));
        assert_eq!(days_after(day("2026-11-15"), 61), day("2027-01-15"));
        assert_eq!(days_after(day("9999-12-31"), 3660), day("9999-12-31"));
        assert_eq!(days_after(day("0001-01-01"), 1), day("0001-01-02"));
    }
}
