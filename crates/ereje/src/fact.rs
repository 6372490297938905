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
            "duration" => "a number and a unit such as `\"30 days\"`",
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
mod tests {
    use super::*;
    use crate::manifest::facts::read_facts;
    use crate::settings::Settings;
    use crate::version::fact_value;

    #[test]
    fn only_days_that_exist_are_dates() {
        assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()).as_deref(), Some("2024-02-29"));
        for junk in [
            "2023-02-29",
            "2024-13-01",
            "0000-01-01",
            "24-1-1",
            "2024-01-0١",
            "2024/01-01",
            "2024-01/01",
            "2024-01-011",
            "+024-01-01",
            "",
        ] {
            assert_eq!(Date::parse(junk), None, "{junk}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        let day = |days| Date::from_days_since_1970(days).to_string();
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(17_512), "2017-12-12");
        assert_eq!(day(i64::MIN / 2), "0001-01-01");
        assert_eq!(day(i64::MAX / 2), "9999-12-31");
        for (of, before) in [
            ("2024-03-01", "2024-02-29"),
            ("1900-03-01", "1900-02-28"),
            ("2027-01-01", "2026-12-31"),
            ("1970-01-01", "1969-12-31"),
            ("0001-01-01", "0001-01-01"),
        ] {
            let before_it = Date::parse(of).expect(of).before();
            assert_eq!(before_it.to_string(), before);
        }
        for days in [-719_162, -1, 0, 1, 20_000, 2_932_896] {
            assert_eq!(Date::from_days_since_1970(days).days_since_1970(), days);
        }
    }

    #[test]
    fn addresses_are_told_from_junk() {
        assert!(is_email("kazkey.support@shyngys.com"));
        for junk in [
            "a@b",
            "a b@c.de",
            "@c.de",
            "a@c..de",
            "mailto:a@b.de",
            "a@b@c.de",
            "a.@b.de",
            ".a@b.de",
            "a..b@c.de",
            "a@-b.de",
            "a@b-.de",
            "a@b_c.de",
            "ä@b.de",
        ] {
            assert!(!is_email(junk), "{junk}");
        }
        for address in ["https://example.com/a?b=c#d", "http://пример.рф"] {
            assert!(is_url(address), "{address}");
        }
        for junk in [
            "example.com",
            "https://",
            "https://-a.de",
            "javascript:alert(1)",
            "https://a b",
            "https://a.de/<b>",
            "ftp://a.de",
        ] {
            assert!(!is_url(junk), "{junk}");
        }
    }

    #[test]
    fn durations_and_amounts_are_read_exactly() {
        for (text, number, unit) in [
            ("30 days", 30, Unit::Day),
            ("1 year", 1, Unit::Year),
            ("45 minutes", 45, Unit::Minute),
            ("1 hour", 1, Unit::Hour),
            ("2  weeks", 2, Unit::Week),
            ("6 months", 6, Unit::Month),
        ] {
            assert_eq!(duration(text), Some(Fact::Duration(number, unit)), "{text}");
            assert_eq!(Unit::parse(unit.name()), Some(unit), "{text}");
        }
        for junk in ["a few days", "30", "30 dayss", "30 moons", "-1 days", "+30 days", "1.5 hours"]
        {
            assert_eq!(duration(junk), None, "{junk}");
        }
        for amount in ["9.99", "0", "999999999999999.9999"] {
            let fact = Fact::Money(amount.into(), "EUR".into());
            assert_eq!(money(&format!("{amount} EUR")), Some(fact));
        }
        for junk in [
            "9,99 EUR",
            "EUR 9.99",
            "9.99 eur",
            "9. EUR",
            ".99 EUR",
            "-1 EUR",
            "9.99 EURO",
            "9.99 E1R",
            "9.99",
            "1000000000000000 EUR",
            "9.99999 EUR",
        ] {
            assert_eq!(money(junk), None, "{junk}");
        }
    }

    #[test]
    fn a_fact_has_the_type_that_it_says() {
        let read = |fact: &str| {
            let text = format!("[facts]\na = {{ {fact} }}\n");
            let (facts, found) = Settings::read("x", &text, |root| read_facts(&root));
            assert_eq!(facts.is_empty(), found.len() == 1, "{fact}");
            facts.into_values().next()
        };
        for sound in [
            "email = \"a@b.de\"",
            "url = \"https://a.de\"",
            "date = 2026-11-15",
            "duration = \"30 days\"",
            "money = \"9.99 EUR\"",
            "count = 9007199254740992",
            "count = -9007199254740992",
            "text = \"Example Ltd\"",
            "list = [\"A\", \"B\"]",
        ] {
            let fact = read(sound).expect(sound);
            assert_eq!(fact_value(&fact), format!("{{ {sound} }}"));
        }
        for wrong in [
            "email = \"a\"",
            "url = \"a.de\"",
            "date = \"soon\"",
            "duration = \"a while\"",
            "money = \"much\"",
            "count = 9007199254740993",
            "count = \"3\"",
            "text = \" \"",
            "text = \"a\\nb\"",
            "list = []",
            "list = [\"A\", \"\"]",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
