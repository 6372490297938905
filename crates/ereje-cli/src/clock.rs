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

/// Seconds since 1970.
pub(crate) fn now_in_seconds() -> i64 {
    i64::try_from(now() / 1_000_000_000).unwrap_or(i64::MAX)
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
    day_of(now_in_seconds(), time_zone)
}

/// The day in a time zone at a moment in seconds since 1970.
pub(crate) fn day_of(moment: i64, time_zone: &str) -> Date {
    let zone = zone(time_zone).unwrap_or(TimeZone::UTC);
    let moment = jiff::Timestamp::from_second(moment).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let day = moment.to_zoned(zone).date();
    Date {
        year: u16::try_from(day.year()).unwrap_or(1),
        month: u8::try_from(day.month()).unwrap_or(1),
        day: u8::try_from(day.day()).unwrap_or(1),
    }
}

/// The moment of a time with its offset, such as `2026-12-24T10:15:00+05:00`
/// (RFC 3339), in seconds since 1970; parts of a second are dropped.
pub(crate) fn moment_of(time: &str) -> Option<i64> {
    let bytes = time.as_bytes();
    // What is parsed below has more forms than RFC 3339 knows.
    let is_long = bytes.len() >= "2026-12-24T10:15:00Z".len();
    let shape = is_long && bytes.is_ascii() && matches!(bytes[10], b'T' | b't' | b' ');
    let shape = shape && bytes[13] == b':' && bytes[16] == b':' && bytes[4] == b'-';
    let zulu = matches!(bytes.last(), Some(b'Z' | b'z'));
    let offset = time.len().checked_sub(6).and_then(|at| time.get(at..));
    let numeric = offset.is_some_and(|offset| {
        offset.starts_with(['+', '-']) && offset.as_bytes().get(3) == Some(&b':')
    });
    if !shape || !(zulu || numeric) {
        return None;
    }
    time.parse().ok().map(jiff::Timestamp::as_second)
}

/// The first moment of a day in a time zone, in nanoseconds since 1970; 0 for
/// days before, and the largest number for days that none can count to.
pub(crate) fn start_of(day: Date, time_zone: &str) -> u64 {
    first_moment(day, time_zone)
        .map_or(u64::MAX, |moment| u64::try_from(moment.as_nanosecond().max(0)).unwrap_or(u64::MAX))
}

/// The same in seconds, negative for days before 1970.
pub(crate) fn seconds_at_start_of(day: Date, time_zone: &str) -> i64 {
    first_moment(day, time_zone).map_or(i64::MAX, jiff::Timestamp::as_second)
}

fn first_moment(day: Date, time_zone: &str) -> Option<jiff::Timestamp> {
    let zone = zone(time_zone).unwrap_or(TimeZone::UTC);
    let (month, of_month) = (day.month.cast_signed(), day.day.cast_signed());
    let date = civil::Date::new(day.year.cast_signed(), month, of_month).ok()?;
    Some(date.to_zoned(zone).ok()?.timestamp())
}

/// The day so many days later; at the most the last day of the year 9999.
pub(crate) fn days_after(day: Date, days: u16) -> Date {
    Date::from_days_since_1970(day.days_since_1970() + i64::from(days))
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
        assert_eq!(seconds_at_start_of(day("2026-11-15"), "UTC"), 1_794_700_800);
        assert_eq!(seconds_at_start_of(day("0001-01-01"), "UTC"), -62_135_596_800);
        // Where clocks go forward at midnight, the day begins at one.
        assert_eq!(seconds_at_start_of(day("2023-03-26"), "Asia/Beirut"), 1_679_781_600);
        for far in ["2600-01-01", "9998-12-31", "9999-12-31"] {
            assert_eq!(start_of(day(far), "Asia/Almaty"), u64::MAX);
        }
        assert!(is_time_zone("Asia/Almaty") && !is_time_zone("Asia/Nowhere"));
    }

    #[test]
    fn times_have_the_form_of_rfc_3339() {
        let moment = 1_782_000_000;
        for time in [
            "2026-06-21T00:00:00Z",
            "2026-06-21t00:00:00z",
            "2026-06-21T05:00:00+05:00",
            "2026-06-20T20:30:00.999-03:30",
        ] {
            assert_eq!(moment_of(time), Some(moment), "{time}");
        }
        for junk in [
            "",
            "2026-06-21",
            "2026-06-21T00:00:00",
            "2026-06-21T00:00Z",
            "2026-06-21T05:00:00+05",
            "2026-06-21T05:00:00+0500",
            "2026-02-30T00:00:00Z",
            "2026-06-21T25:00:00Z",
            "2026-06-21T05:00:00+05:00[Asia/Almaty]",
            "1782000000",
            "२०२६-०६-२१T00:00:00Z",
        ] {
            assert_eq!(moment_of(junk), None, "{junk}");
        }
        assert_eq!(day_of(moment, "UTC"), day("2026-06-21"));
        assert_eq!(day_of(moment, "America/New_York"), day("2026-06-20"));
    }

    #[test]
    fn days_are_counted_over_months_and_leap_days() {
        assert_eq!(days_after(day("2024-02-28"), 1), day("2024-02-29"));
        assert_eq!(days_after(day("2026-11-15"), 61), day("2027-01-15"));
        assert_eq!(days_after(day("9999-12-31"), 3660), day("9999-12-31"));
        assert_eq!(days_after(day("0001-01-01"), 1), day("0001-01-02"));
    }
}
