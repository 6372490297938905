//! What two languages write in other figures and mean the same, and what one of
//! them writes in words.

use ereje::locale::Locale;

/// A text that figures are compared in, and its language.
#[derive(Clone, Copy)]
pub(crate) struct Wording<'t> {
    pub(crate) text: &'t str,
    pub(crate) locale: &'t Locale,
}

impl Wording<'_> {
    fn is_english(&self) -> bool {
        self.locale.language() == "en"
    }

    /// Whether it says a number beyond twelve in words: “two decades”. Only of
    /// English that is known.
    pub(crate) fn says_number(&self) -> bool {
        const WORDS: [&str; 9] = [
            "hundred", "thousand", "million", "billion", "decade", "century", "dozen", "half",
            "quarter",
        ];
        const TENS: [&str; 8] =
            ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];
        let is_number = |word: &str| {
            let word = word.to_ascii_lowercase();
            let ending = |stem: &&str| word.strip_prefix(*stem);
            let ten = TENS.iter().find_map(ending);
            ten.is_some_and(|end| ["y", "ies", "ieth", "een", "eenth"].contains(&end))
                || ["teen", "teenth"].iter().any(|end| word.ends_with(end))
                || WORDS.contains(&word.trim_end_matches('s').trim_end_matches("th"))
                || word == "centuries"
        };
        self.is_english() && self.text.split(|c: char| !c.is_ascii_alphabetic()).any(is_number)
    }

    /// Whether it names a month.
    fn names_month(&self) -> bool {
        const MONTHS: [&str; 12] =
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let is_month = |word: &str| {
            let first = word.get(..3).unwrap_or_default().to_ascii_lowercase();
            word.starts_with(|c: char| c.is_ascii_uppercase()) && MONTHS.contains(&&*first)
        };
        self.is_english() && self.text.split(|c: char| !c.is_ascii_alphabetic()).any(is_month)
    }

    /// Whether a text in another language may leave out a figure of this one: a
    /// service for 24/7 is one around the clock, and 20 % off is 八折 in Chinese.
    pub(crate) fn may_omit(&self, number: &str, own: Wording<'_>) -> bool {
        let is_always = || ["24", "7", "365"].contains(&number) && self.text.contains("24/7");
        let is_share = || {
            let behind =
                self.text.match_indices(number).map(|(at, _)| &self.text[at + number.len()..]);
            behind
                .map(str::trim_start)
                .any(|rest| rest.starts_with('%') || rest.starts_with("percent"))
        };
        let is_discount = || own.locale.language() == "zh" && own.text.contains('折') && is_share();
        is_always() || is_discount()
    }

    /// Whether a figure of this text and one of another language's mean the same:
    /// a number with noughts around it, a year by its last digits, a year of the Buddhist era, a day with the number
    /// of its month.
    pub(crate) fn agrees(&self, number: &str, own: Wording<'_>, other: &str) -> bool {
        let is_year =
            |year: &str| year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
        let is_short = |year: &str, short: &str| {
            is_year(year) && short.len() == 2 && short.ends_with('0') && year.ends_with(short)
        };
        let is_buddhist = || {
            let since = |year: &str| year.parse::<u32>().unwrap_or_default();
            own.locale.language() == "th" && is_year(number) && since(number) + 543 == since(other)
        };
        let is_day = || {
            let month = other.strip_prefix(number).and_then(|rest| rest.strip_prefix('.'));
            let is_month = month
                .and_then(|month| month.parse().ok())
                .is_some_and(|month: u32| (1..=12).contains(&month));
            is_month && self.names_month()
        };
        // 1.5 and 1.50, Principle 1 and 01.
        let is_equal = || {
            let value = |number: &str| number.parse::<f64>().ok();
            value(number).zip(value(other)).is_some_and(|(one, two)| (one - two).abs() < 1e-9)
        };
        is_equal()
            || is_short(number, other)
            || is_short(other, number)
            || is_buddhist()
            || is_day()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_known_of_english() {
        let english = Locale::parse("en").expect("a locale");
        let says = |text| Wording { text, locale: &english }.says_number();
        for text in ["two decades", "the mid-nineties", "Twenty-five", "its fifteenth", "thousands"]
        {
            assert!(says(text), "{text}");
        }
        for text in ["parties and cities", "a city often", "one", "empty", "the ties"] {
            assert!(!says(text), "{text}");
        }
    }

    #[test]
    fn a_discount_in_chinese_leaves_out_the_share_alone() {
        let [english, chinese] = ["en", "zh"].map(|tag| Locale::parse(tag).expect("a locale"));
        let source = Wording { text: "1 year for 20 % off", locale: &english };
        let own = Wording { text: "1 年期订阅享八折优惠。", locale: &chinese };
        assert!(source.may_omit("20", own) && !source.may_omit("1", own));
    }

    #[test]
    fn one_year_is_written_in_many_ways() {
        let [english, thai] = ["en", "th"].map(|tag| Locale::parse(tag).expect("a locale"));
        let source = Wording { text: "until December 31", locale: &english };
        let own = Wording { text: "", locale: &thai };
        assert!(source.agrees("1990", own, "90") && source.agrees("90", own, "1990"));
        assert!(source.agrees("2017", own, "2560") && !source.agrees("2017", own, "2561"));
        assert!(source.agrees("31", own, "31.12") && !source.agrees("31", own, "31.13"));
        assert!(source.agrees("1.5", own, "1.50") && source.agrees("1", own, "01"));
        assert!(!source.agrees("90", own, "1980"));
    }
}
