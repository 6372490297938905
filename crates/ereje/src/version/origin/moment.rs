//! When a revision was committed, to the second.

use std::fmt;

use crate::fact::Date;

/// A second of Coordinated Universal Time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The second of that day, 0 to 86399.
    pub second: u32,
}

const DAY: i64 = 86_400;

impl Moment {
    /// The moment so many seconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn from_seconds_since_1970(seconds: i64) -> Moment {
        let second = u32::try_from(seconds.rem_euclid(DAY)).unwrap_or(0);
        Moment { date: Date::from_days_since_1970(seconds.div_euclid(DAY)), second }
    }

    /// Reads `YYYY-MM-DDTHH:MM:SSZ` (RFC 3339).
    #[must_use]
    pub fn parse(text: &str) -> Option<Moment> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let parts: Vec<&str> = time.split(':').collect();
        let [hour, minute, second] = parts.as_slice() else { return None };
        let number = |part: &str, most: u32| -> Option<u32> {
            let is_plain = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            part.parse().ok().filter(|number| is_plain && *number <= most)
        };
        let second = number(hour, 23)? * 3600 + number(minute, 59)? * 60 + number(second, 59)?;
        Some(Moment { date: Date::parse(date)?, second })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (minutes, second) = (self.second / 60, self.second % 60);
        write!(f, "{}T{:02}:{:02}:{second:02}Z", self.date, minutes / 60, minutes % 60)
    }
}
