//! Facts: what a policy states in every language alike (addresses, dates,
//! amounts), declared once and typed, used as Fluent variables.

use std::collections::BTreeMap;
use std::fmt;

use crate::settings::Value;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD` (RFC 3339, full-date).
    #[must_use]
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| -> Option<u16> {
            let part = text.get(range)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        if year == 0 {
            return None;
        }
        icu_calendar::Date::try_new_iso(year.into(), month, day).ok()?;
        Some(Date { year, month, day })
    }
}

impl Date {
    /// How many days it is after 1970-01-01.
    #[must_use]
    pub fn days_since_1970(self) -> i64 {
        let epoch = icu_calendar::types::RataDie::new(719_163);
        icu_calendar::Date::try_new_iso(self.year.into(), self.month, self.day)
            .map_or(0, |day| day.to_rata_die() - epoch)
    }

    /// The day before; the first day that there is has none before it.
    #[must_use]
    pub fn before(self) -> Date {
        Date::from_days_since_1970(self.days_since_1970() - 1)
    }

    /// The day so many days after 1970-01-01; the nearest one of the years 1 to
    /// 9999.
    #[must_use]
    pub fn from_days_since_1970(days: i64) -> Date {
        let epoch = icu_calendar::types::RataDie::new(719_163);
        let (first, last) = (-719_162, 2_932_896);
        let day =
            icu_calendar::Date::from_rata_die(epoch + days.clamp(first, last), icu_calendar::Iso);
        Date {
            year: u16::try_from(day.year().extended_year()).unwrap_or(1),
            month: day.month().ordinal,
            day: day.day_of_month().0,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The unit of a duration; the word for it is the translator's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// A day of the calendar.
    Day,
    /// Seven days.
    Week,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
}

impl Unit {
    /// The word for several of them in `policy.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Unit::Minute => "minutes",
            Unit::Hour => "hours",
            Unit::Day => "days",
            Unit::Week => "weeks",
            Unit::Month => "months",
            Unit::Year => "years",
        }
    }

    fn parse(word: &str) -> Option<Unit> {
        Some(match word.strip_suffix('s').unwrap_or(word) {
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return None,
        })
    }
}

/// A fact and its type.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// An e-mail address.
    Email(String),
    /// An absolute `https:` or `http:` address.
    Url(String),
    /// A day.
    Date(Date),
    /// A number of units; in a message it is the number, which a selector can
    /// choose the word for the unit by.
    Duration(u32, Unit),
    /// An amount in decimal digits and an ISO 4217 currency code.
    Money(String, String),
    /// A whole number.
    Count(i64),
    /// A name or other words that are the same in every language.
    Text(String),
    /// Several names; shown as the locale lists things, with `LIST`.
    List(Vec<String>),
}

/// Facts by name.
pub type Facts = BTreeMap<String, Fact>;

/// The types, as they are written in `policy.toml`.
pub const TYPES: [&str; 8] = ["email", "url", "date", "duration", "money", "count", "text", "list"];

impl Fact {
    /// What the type is called in messages for people.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Fact::Email(_) => "an e-mail address",
            Fact::Url(_) => "a URL",
            Fact::Date(_) => "a date",
            Fact::Duration(..) => "a duration",
            Fact::Money(..) => "an amount of money",
            Fact::Count(_) => "a count",
            Fact::Text(_) => "a text",
            Fact::List(_) => "a list",
        }
    }

    /// Reads a fact of the type named `kind`; the error says what is expected.
    pub(crate) fn read(kind: &str, value: &Value<'_>) -> Result<Fact, String> {
        let wanted = match kind {
            "email" => "an address such as `\"help@example.com\"`",
            "url" => "an address such as `\"https://example.com/help\"`",
            "date" => "a day such as `2026-11-15`",
            "duration" => {
                "a number and a unit such as `\"30 days\"`; units are minutes, hours, days, weeks, \
                 months and years"
            }
            "money" => "an amount and an ISO 4217 code such as `\"9.99 EUR\"`",
            "count" => "a whole number such as `3`",
            "text" => "words such as `\"Example Ltd\"`",
            _ => "a list of words such as `[\"Example Ltd\", \"Sample Inc\"]`",
        };
        let wrong = || format!("`{kind}` takes {wanted}");
        let text = || value.text().map(str::trim).filter(|text| one_line(text)).ok_or_else(wrong);
        match kind {
            "email" => text()
                .ok()
                .filter(|text| is_email(text))
                .map(|text| Fact::Email(text.into()))
                .ok_or_else(wrong),
            "url" => text()
                .ok()
                .filter(|text| is_url(text))
                .map(|text| Fact::Url(text.into()))
                .ok_or_else(wrong),
            "date" => value.date().map(Fact::Date).ok_or_else(wrong),
            "duration" => text().ok().and_then(duration).ok_or_else(wrong),
            "money" => text().ok().and_then(money).ok_or_else(wrong),
            "count" => value
                .integer()
                // Fluent counts in 64-bit floats, exact up to 2^53.
                .filter(|count| count.unsigned_abs() <= 1 << 53)
                .map(Fact::Count)
                .ok_or_else(wrong),
            "text" => text().map(|text| Fact::Text(text.into())),
            _ => value
                .texts()
                .filter(|items| !items.is_empty() && items.iter().all(|item| one_line(item)))
                .map(Fact::List)
                .ok_or_else(wrong),
        }
    }
}

fn one_line(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}

/// An address as people write them: RFC 5321 without quoted local parts and the
/// signs that no provider gives out.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let local_ok = !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'+/=?^_~-.".contains(&b));
    let label_ok = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    local_ok && domain.contains('.') && domain.split('.').all(label_ok)
}

/// An absolute address of the web, without signs that have to be encoded.
#[must_use]
pub fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric())
            && !text.chars().any(|c| c.is_whitespace() || "<>\"\\^`{|}".contains(c))
    })
}

fn duration(text: &str) -> Option<Fact> {
    let (number, unit) = text.split_once(char::is_whitespace)?;
    // A sign could be read, too, and is none that a duration has.
    let number = number.bytes().all(|b| b.is_ascii_digit()).then(|| number.parse().ok())??;
    Some(Fact::Duration(number, Unit::parse(unit.trim())?))
}

fn money(text: &str) -> Option<Fact> {
    let (amount, code) = text.split_once(char::is_whitespace)?;
    let code = code.trim();
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let fits = whole.len() <= 15 && fraction.len() <= 4;
    let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    (digits(whole) && digits(fraction) && fits && is_code)
        .then(|| Fact::Money(amount.into(), code.into()))
}

#[cfg(test)]
mod tests;
