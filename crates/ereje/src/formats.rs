//! Dates, numbers, amounts, lists and plural categories as a locale writes
//! them. Everything comes from ICU4X (CLDR), but for two small tables of where
//! a percent sign and a currency code stand, which ICU4X does not yet offer.

mod plurals;

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale::Locale as IcuLocale;

use crate::fact::Date;
use crate::locale::Locale;
pub use plurals::{
    PLURAL_CATEGORIES, counted_categories, knows_plurals, plural_categories, plural_category,
};

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// Digits: 12/12/17.
    Short,
    /// Dec 12, 2017.
    Medium,
    /// December 12, 2017.
    Long,
    /// Tuesday, December 12, 2017.
    Full,
}

impl DateStyle {
    /// The style named so in `DATETIME($date, dateStyle: "…")`.
    #[must_use]
    pub fn named(name: &str) -> Option<DateStyle> {
        Some(match name {
            "short" => DateStyle::Short,
            "medium" => DateStyle::Medium,
            "long" => DateStyle::Long,
            "full" => DateStyle::Full,
            _ => return None,
        })
    }
}

/// The words of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStyle {
    /// A, B and C.
    And,
    /// A, B or C.
    Or,
    /// A, B, C.
    Unit,
}

impl ListStyle {
    /// The style named so in `LIST($names, type: "…")`, by ECMA-402.
    #[must_use]
    pub fn named(name: &str) -> Option<ListStyle> {
        Some(match name {
            "conjunction" => ListStyle::And,
            "disjunction" => ListStyle::Or,
            "unit" => ListStyle::Unit,
            _ => return None,
        })
    }
}

fn icu(locale: &Locale) -> IcuLocale {
    IcuLocale::try_from_str(locale.tag()).unwrap_or(IcuLocale::UNKNOWN)
}

/// `date` of the Gregorian calendar, whatever calendar the locale prefers.
///
/// Its spaces are ordinary ones. CLDR has changed which kind of no-break space
/// stands in a date more than once; a policy's date must not change with it, and
/// readers search pages for dates as they type them.
#[must_use]
pub fn date(locale: &Locale, date: Date, style: DateStyle) -> String {
    written_date(locale, date, style).replace(['\u{a0}', '\u{202f}'], " ")
}

fn written_date(locale: &Locale, date: Date, style: DateStyle) -> String {
    let fallback = || date.to_string();
    let icu = icu(locale);
    let (year, month, day) = (i32::from(date.year), date.month, date.day);
    let Ok(day) = icu_calendar::Date::try_new_gregorian(year, month, day) else {
        return fallback();
    };
    let prefs = (&icu).into();
    let plain = match style {
        DateStyle::Short => YMD::short(),
        DateStyle::Medium => YMD::medium(),
        DateStyle::Long => YMD::long(),
        DateStyle::Full => {
            let fields = YMDE::long();
            return FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(prefs, fields)
                .map_or_else(|_| fallback(), |formatter| formatter.format(&day).to_string());
        }
    };
    FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(prefs, plain)
        .map_or_else(|_| fallback(), |formatter| formatter.format(&day).to_string())
}

/// The words that name months in full dates of a language: long and
/// abbreviated. None where months have numbers, as in Chinese.
#[must_use]
pub fn month_words(locale: &Locale) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for style in [DateStyle::Long, DateStyle::Medium] {
        let of_month = |month: u8| -> Vec<String> {
            let text = self::date(locale, Date { year: 2017, month, day: 21 }, style);
            let is_letter = |c: char| !c.is_numeric() && !c.is_ascii_punctuation();
            let runs = text.split(|c: char| c.is_whitespace() || !is_letter(c));
            runs.filter(|run| run.chars().count() > 1).map(str::to_owned).collect()
        };
        let months: Vec<Vec<String>> = (1..=12).map(of_month).collect();
        // What stands in every date is no name of a month.
        let always = |word: &String| months.iter().all(|month| month.contains(word));
        words.extend(months.iter().flatten().filter(|word| !always(word)).cloned());
    }
    words.sort();
    words.dedup();
    words
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberStyle {
    /// Whether thousands are set apart.
    pub grouping: bool,
    /// At least so many digits before the decimal sign.
    pub min_integer: usize,
    /// At least so many after it.
    pub min_fraction: Option<usize>,
    /// At most so many after it; more are rounded, halves to even.
    pub max_fraction: Option<usize>,
    /// Whether it is a share of one, shown in hundredths.
    pub percent: bool,
}

impl Default for NumberStyle {
    fn default() -> Self {
        NumberStyle {
            grouping: true,
            min_integer: 1,
            min_fraction: None,
            max_fraction: None,
            percent: false,
        }
    }
}

/// The most digits that a style can ask for; more would be a mistake.
pub const MAX_DIGITS: usize = 20;

/// `value`, given in decimal digits with `.`, as the locale writes it.
#[must_use]
pub fn number(locale: &Locale, value: &str, style: NumberStyle) -> String {
    let Ok(mut decimal) = Decimal::try_from_str(value) else {
        return value.to_owned();
    };
    if style.percent {
        decimal.multiply_pow10(2);
    }
    // ECMA-402: three digits after the sign unless told otherwise, none for a share.
    let usual_most = if style.percent { 0 } else { 3 };
    let least = style.min_fraction.unwrap_or(0).min(MAX_DIGITS);
    let most = style.max_fraction.unwrap_or(usual_most.max(least)).min(MAX_DIGITS).max(least);
    decimal.round(-i16::try_from(most).unwrap_or(0));
    decimal.trim_end();
    decimal.absolute.pad_end(-i16::try_from(least).unwrap_or(0));
    decimal.absolute.pad_start(i16::try_from(style.min_integer.min(MAX_DIGITS)).unwrap_or(1));
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy =
        Some(if style.grouping { GroupingStrategy::Auto } else { GroupingStrategy::Never });
    let Ok(formatter) = DecimalFormatter::try_new((&icu(locale)).into(), options) else {
        return value.to_owned();
    };
    let written = formatter.format_to_string(&decimal);
    if !style.percent {
        return written;
    }
    match locale.language() {
        "tr" | "ku" => format!("%{written}"),
        "eu" => format!("%\u{a0}{written}"),
        language if PERCENT_AFTER_SPACE.contains(&language) => format!("{written}\u{a0}%"),
        _ => format!("{written}%"),
    }
}

/// Languages that set a no-break space before the percent sign (CLDR, percent
/// format).
const PERCENT_AFTER_SPACE: [&str; 40] = [
    "ab", "bas", "be", "br", "ca", "ce", "co", "cs", "cv", "da", "de", "dsb", "dz", "es", "fi",
    "fo", "fr", "gl", "gsw", "hsb", "ht", "kl", "ksh", "lb", "lt", "mk", "nb", "nds", "nn", "no",
    "oc", "rm", "rn", "ro", "ru", "se", "sk", "sl", "sv", "tk",
];

/// Languages that set the amount before the currency (CLDR, standard currency
/// format).
const AMOUNT_FIRST: [&str; 56] = [
    "ar", "ast", "az", "be", "bg", "br", "bs", "ca", "cs", "da", "de", "dsb", "el", "es", "et",
    "eu", "fi", "fo", "fr", "gl", "he", "hr", "hsb", "hu", "hy", "is", "it", "ka", "kab", "kk",
    "km", "ku", "ky", "lb", "lt", "lv", "mk", "my", "nb", "nn", "no", "pl", "rm", "ro", "ru", "sc",
    "se", "sk", "sl", "sq", "sr", "sv", "tg", "tk", "uk", "vi",
];

/// An amount with its ISO 4217 code, which no reader can mistake for another
/// country's sign. The code stands where the locale sets the currency.
#[must_use]
pub fn money(locale: &Locale, amount: &str, code: &str) -> String {
    let digits = amount.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let style = NumberStyle {
        min_fraction: Some(digits),
        max_fraction: Some(digits),
        ..Default::default()
    };
    let written = number(locale, amount, style);
    let american_spanish =
        locale.language() == "es" && !matches!(locale.tag(), "es" | "es-ES" | "es-PY");
    let amount_first =
        locale.tag() == "pt-PT" || (AMOUNT_FIRST.contains(&locale.language()) && !american_spanish);
    if amount_first { format!("{written}\u{a0}{code}") } else { format!("{code}\u{a0}{written}") }
}

/// Names in a row, as the locale lists things.
#[must_use]
pub fn list(locale: &Locale, items: &[String], style: ListStyle) -> String {
    let prefs = (&icu(locale)).into();
    let options = ListFormatterOptions::default().with_length(ListLength::Wide);
    let formatter = match style {
        ListStyle::And => ListFormatter::try_new_and(prefs, options),
        ListStyle::Or => ListFormatter::try_new_or(prefs, options),
        ListStyle::Unit => ListFormatter::try_new_unit(prefs, options),
    };
    formatter
        .map_or_else(|_| items.join(", "), |formatter| formatter.format_to_string(items.iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_locale(tag: &str) -> Locale {
        Locale::parse(tag).expect(tag)
    }

    #[test]
    fn dates_are_gregorian_in_every_locale() {
        let day = Date::parse("2017-12-12").expect("a date");
        let long = |tag| date(&in_locale(tag), day, DateStyle::Long);
        assert_eq!(long("ru"), "12 декабря 2017 г.");
        assert_eq!(long("kk"), "2017 ж. 12 желтоқсан");
        assert_eq!(long("en"), "December 12, 2017");
        assert_eq!(long("ja"), "2017年12月12日");
        assert_eq!(long("de"), "12. Dezember 2017");
        for tag in ["th", "fa", "ar", "ar-SA", "my", "mr"] {
            let text = long(tag);
            let folded: String = text.chars().map(|c| native_digit(c).unwrap_or(c)).collect();
            assert!(folded.contains("2017"), "{tag}: {text}");
        }
    }

    fn native_digit(c: char) -> Option<char> {
        let zeros = ['٠', '۰', '०', '၀', '๐'];
        let value = zeros
            .iter()
            .find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|n| *n < 10))?;
        char::from_digit(value, 10)
    }

    #[test]
    fn every_style_of_a_date_is_a_different_one() {
        let day = Date::parse("2017-12-12").expect("a date");
        let style = |name| date(&in_locale("en"), day, DateStyle::named(name).expect(name));
        assert_eq!(style("short"), "12/12/17");
        assert_eq!(style("medium"), "Dec 12, 2017");
        assert_eq!(style("long"), "December 12, 2017");
        assert_eq!(style("full"), "Tuesday, December 12, 2017");
        assert_eq!(DateStyle::named("longer"), None);
    }

    #[test]
    fn the_months_of_a_language_are_known_by_their_names() {
        let words = |tag| month_words(&in_locale(tag));
        let [en, ru, zh] = ["en", "ru", "zh-Hans"].map(words);
        assert!(
            ["January", "Jan", "May", "December"].iter().all(|one| en.iter().any(|w| w == one))
        );
        assert_eq!(en.len(), 23, "of May there is one: {en:?}");
        assert!(ru.contains(&"января".to_owned()) && !ru.contains(&"г".to_owned()), "{ru:?}");
        assert_eq!(zh, [""; 0]);
    }

    #[test]
    fn numbers_are_grouped_and_rounded_by_locale() {
        let plain = NumberStyle::default();
        assert_eq!(number(&in_locale("en"), "1234567.5", plain), "1,234,567.5");
        assert_eq!(number(&in_locale("de"), "1234567.5", plain), "1.234.567,5");
        assert_eq!(number(&in_locale("ru"), "1234567", plain), "1\u{a0}234\u{a0}567");
        assert_eq!(number(&in_locale("hi"), "1234567", plain), "12,34,567");
        assert_eq!(
            number(&in_locale("en"), "1234", NumberStyle { grouping: false, ..plain }),
            "1234"
        );
        let two = NumberStyle { min_fraction: Some(2), max_fraction: Some(2), ..plain };
        assert_eq!(number(&in_locale("en"), "3", two), "3.00");
        let share = NumberStyle { percent: true, ..plain };
        assert_eq!(number(&in_locale("en"), "0.25", share), "25%");
        assert_eq!(number(&in_locale("ru"), "0.25", share), "25\u{a0}%");
        assert_eq!(number(&in_locale("tr"), "0.25", share), "%25");
        assert_eq!(number(&in_locale("eu"), "0.25", share), "%\u{a0}25");
        // Three digits after the sign, of a share none, unless told otherwise.
        assert_eq!(number(&in_locale("en"), "3.14159", plain), "3.142");
        assert_eq!(number(&in_locale("en"), "0.2549", share), "25%");
        let share = NumberStyle { min_fraction: Some(1), ..share };
        assert_eq!(number(&in_locale("en"), "0.2549", share), "25.5%");
        for (value, style, written) in [
            ("2.5", NumberStyle { max_fraction: Some(0), ..plain }, "2"),
            ("3.5", NumberStyle { max_fraction: Some(0), ..plain }, "4"),
            ("-1234.5", plain, "-1,234.5"),
            ("1.50", plain, "1.5"),
            ("7", NumberStyle { min_integer: 3, ..plain }, "007"),
            ("0.12345", NumberStyle { min_fraction: Some(4), ..plain }, "0.1234"),
            (
                "0.12345",
                NumberStyle { min_fraction: Some(2), max_fraction: Some(1), ..plain },
                "0.12",
            ),
            ("many", plain, "many"),
        ] {
            assert_eq!(number(&in_locale("en"), value, style), written, "{value} {style:?}");
        }
    }

    #[test]
    fn amounts_keep_their_digits_and_name_the_currency() {
        assert_eq!(money(&in_locale("en"), "1299.90", "EUR"), "EUR\u{a0}1,299.90");
        assert_eq!(money(&in_locale("de"), "1299.90", "EUR"), "1.299,90\u{a0}EUR");
        assert_eq!(money(&in_locale("ja"), "500", "JPY"), "JPY\u{a0}500");
        assert_eq!(money(&in_locale("en"), "0.1235", "KWD"), "KWD\u{a0}0.1235");
        for (tag, is_first) in [
            ("es", true),
            ("es-ES", true),
            ("es-MX", false),
            ("pt", false),
            ("pt-BR", false),
            ("pt-PT", true),
            ("kk", true),
        ] {
            let written = money(&in_locale(tag), "5", "EUR");
            let expected = if is_first { "5\u{a0}EUR" } else { "EUR\u{a0}5" };
            assert_eq!(written, expected, "{tag}");
        }
    }

    #[test]
    fn lists_follow_the_locale() {
        let items = ["Acme".to_owned(), "Borel".to_owned(), "Cantor".to_owned()];
        assert_eq!(list(&in_locale("en"), &items, ListStyle::And), "Acme, Borel, and Cantor");
        assert_eq!(list(&in_locale("ru"), &items, ListStyle::And), "Acme, Borel и Cantor");
        assert_eq!(list(&in_locale("de"), &items, ListStyle::Or), "Acme, Borel oder Cantor");
        assert_eq!(list(&in_locale("en"), &items, ListStyle::Unit), "Acme, Borel, Cantor");
        for (name, style) in [
            ("conjunction", Some(ListStyle::And)),
            ("disjunction", Some(ListStyle::Or)),
            ("unit", Some(ListStyle::Unit)),
            ("and", None),
        ] {
            assert_eq!(ListStyle::named(name), style, "{name}");
        }
    }
}
