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
        _ if is_percent_apart(locale) => format!("{written}\u{a0}%"),
        _ => format!("{written}%"),
    }
}

/// Languages that set a no-break space before the percent sign (CLDR 48, percent
/// format).
const PERCENT_AFTER_SPACE: [&str; 46] = [
    "ab", "bas", "be", "br", "bua", "ca", "ce", "co", "cs", "cv", "da", "de", "dsb", "dua", "dz",
    "es", "fi", "fo", "fr", "gl", "gsw", "hr", "hsb", "ht", "kl", "ksh", "lb", "lt", "mk", "nb",
    "nds", "nn", "no", "oc", "qu", "rn", "ro", "ru", "se", "sk", "sl", "smn", "sv", "tk", "tt",
    "zgh",
];

/// Where that is otherwise in a region than elsewhere in the language.
const PERCENT_OF_REGION: [(&str, bool); 9] = [
    ("de-CH", false),
    ("de-LI", false),
    ("en-AT", true),
    ("en-DE", true),
    ("en-DK", true),
    ("en-FI", true),
    ("en-NO", true),
    ("en-SE", true),
    ("fr-CH", false),
];

/// Languages that set the amount before the currency (CLDR 48, standard currency
/// format).
const AMOUNT_FIRST: [&str; 109] = [
    "agq", "ar", "ars", "asa", "ast", "az", "ba", "bas", "be", "bez", "bg", "bn", "br", "bs",
    "bua", "ca", "ccp", "ce", "ckb", "cs", "cv", "da", "de", "dje", "dsb", "dua", "dyo", "el",
    "eo", "es", "et", "eu", "ewo", "ff", "fi", "fo", "fr", "gl", "gsw", "he", "hr", "hsb", "hu",
    "hy", "is", "it", "ka", "kab", "kea", "khq", "kk", "km", "ksb", "ksf", "ksh", "ku", "ky", "lb",
    "lg", "lij", "ln", "lt", "lu", "luo", "lv", "mk", "my", "nb", "nds", "nmg", "nn", "no", "oc",
    "pl", "pms", "prg", "pt", "rn", "ro", "ru", "rwk", "sah", "sbp", "sc", "sd", "se", "seh",
    "ses", "shi", "sk", "sl", "smn", "sq", "sr", "sv", "szl", "tg", "tk", "tt", "twq", "tzm", "uk",
    "uz", "vec", "vi", "vmw", "xog", "yav", "zgh",
];

/// Where they do not.
const CURRENCY_FIRST: [&str; 15] = [
    "bn-IN", "de-AT", "de-CH", "de-LI", "es-GQ", "it-CH", "kk-Arab", "kk-CN", "ku-IQ", "pt",
    "pt-BR", "sd-Deva", "sd-IN", "uz-AF", "uz-Arab",
];

fn is_percent_apart(locale: &Locale) -> bool {
    let of_region = PERCENT_OF_REGION.iter().find(|(tag, _)| *tag == locale.tag());
    let of_language =
        || PERCENT_AFTER_SPACE.contains(&locale.language()) && !is_american_spanish(locale);
    of_region.map_or_else(of_language, |(_, is_apart)| *is_apart)
}

/// Spanish as in America, which writes both as its neighbours do.
fn is_american_spanish(locale: &Locale) -> bool {
    let elsewhere = ["es", "es-EA", "es-ES", "es-GQ", "es-IC", "es-PH"];
    locale.language() == "es" && !elsewhere.contains(&locale.tag())
}

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
    let amount_first = AMOUNT_FIRST.contains(&locale.language())
        && !CURRENCY_FIRST.contains(&locale.tag())
        && !is_american_spanish(locale);
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
mod tests;
