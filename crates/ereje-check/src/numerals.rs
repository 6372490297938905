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
    /// service for 24/7 is one around the clock, what is 100 % so is wholly so, 20 %
    /// off is 八折 in Chinese, and centuries have words or Roman numerals.
    pub(crate) fn may_omit(&self, number: &str, own: Wording<'_>) -> bool {
        let is_always = || {
            let has = [self.text, own.text].iter().any(|text| text.contains("24/7"));
            has && ["24", "7", "365"].contains(&number)
        };
        let is_share = || {
            let behind =
                self.text.match_indices(number).map(|(at, _)| &self.text[at + number.len()..]);
            behind
                .map(str::trim_start)
                .any(|rest| rest.starts_with('%') || rest.starts_with("percent"))
        };
        let is_discount = || own.locale.language() == "zh" && own.text.contains('折') && is_share();
        let is_whole = || number == "100" && is_share();
        let is_century = || {
            self.is_english()
                && self.behind(number).any(|rest| {
                    let rest = ["st", "nd", "rd", "th"].iter().find_map(|th| rest.strip_prefix(th));
                    rest.is_some_and(|rest| {
                        rest.trim_start_matches([' ', '-']).starts_with("centur")
                    })
                })
        };
        is_always() || is_whole() || is_discount() || is_century() || own.says_roman(number)
    }

    /// What stands behind a number, wherever it is written.
    fn behind<'a>(&'a self, number: &'a str) -> impl Iterator<Item = &'a str> {
        let is_alone = |at: &usize| !self.text[..*at].ends_with(|c: char| c.is_ascii_digit());
        let found = self.text.match_indices(number).map(|(at, _)| at).filter(is_alone);
        found.map(move |at| &self.text[at + number.len()..])
    }

    /// Whether it writes a number beyond twelve as the Romans did: XXI, with or without
    /// letters behind, as in XXIe. One letter alone is a letter.
    fn says_roman(&self, number: &str) -> bool {
        const SIGNS: [(u32, &str); 9] = [
            (100, "C"),
            (90, "XC"),
            (50, "L"),
            (40, "XL"),
            (10, "X"),
            (9, "IX"),
            (5, "V"),
            (4, "IV"),
            (1, "I"),
        ];
        let Some(mut left) = number.parse::<u32>().ok().filter(|left| (13..400).contains(left))
        else {
            return false;
        };
        let mut roman = String::new();
        for (value, sign) in SIGNS {
            while left >= value {
                roman.push_str(sign);
                left -= value;
            }
        }
        let is_it = |word: &str| {
            let rest = word.strip_prefix(roman.as_str());
            rest.is_some_and(|rest| roman.len() > 1 && !rest.starts_with(|c| "IVXLC".contains(c)))
        };
        self.text.split(|c: char| !c.is_alphanumeric()).any(is_it)
    }

    /// A number with the noughts that the word behind it stands for: 2 million.
    fn scaled(&self, number: &str) -> Vec<f64> {
        const NOUGHTS: [(&str, i32); 27] = [
            ("mrd", 9),
            ("mld", 9),
            ("milliard", 9),
            ("miljard", 9),
            ("miliard", 9),
            ("milyar", 9),
            ("миллиард", 9),
            ("мільярд", 9),
            ("млрд", 9),
            ("mill", 6),
            ("milj", 6),
            ("mili", 6),
            ("milh", 6),
            ("mily", 6),
            ("миллион", 6),
            ("мільйон", 6),
            ("млн", 6),
            ("thousand", 3),
            ("тысяч", 3),
            ("тыс", 3),
            ("тисяч", 3),
            ("тис", 3),
            ("tys", 3),
            ("tis", 3),
            ("tausend", 3),
            ("duizend", 3),
            ("tusen", 3),
        ];
        const THOUSANDS: [&str; 5] = ["mil", "mila", "mille", "bin", "tsd"];
        let Ok(value) = number.parse::<f64>() else { return Vec::new() };
        let scale = |rest: &str| -> Vec<f64> {
            let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
            match rest.chars().next() {
                Some('k' | 'K') if ends(&rest[1..]) => return vec![1000.0, 1024.0],
                Some('M') if ends(&rest[1..]) => return vec![1e6],
                _ => {}
            }
            let rest = rest.trim_start_matches([' ', '-', '\u{a0}', '\u{202f}']);
            let word: String = rest.chars().take_while(|c| c.is_alphabetic()).take(10).collect();
            let word = word.to_lowercase();
            if THOUSANDS.contains(&&*word) {
                return vec![1000.0];
            }
            // A billion is another number in other languages.
            let english = [("billion", 9), ("bn", 9), ("trillion", 12)];
            let known = english.iter().filter(|_| self.is_english()).chain(&NOUGHTS);
            let found = known.into_iter().find(|(start, _)| word.starts_with(start));
            found.map(|(_, noughts)| 10_f64.powi(*noughts)).into_iter().collect()
        };
        // As it is written: with a comma in half of the languages.
        let typed = [number.to_owned(), number.replace('.', ",")];
        let found = typed.iter().flat_map(|typed| self.behind(typed)).flat_map(scale);
        found.map(|scale| value * scale).collect()
    }

    /// The hour of a time by the clock of twelve hours, by that of 24: 5 of “5:30 p.m.”
    fn hour(&self, number: &str) -> Option<u32> {
        let hour: u32 = number.parse().ok().filter(|hour| (1..=12).contains(hour))?;
        let mark = |rest: &str| {
            let minutes = rest.strip_prefix([':', '.']).and_then(|rest| rest.get(2..));
            let rest = minutes.unwrap_or(rest).trim_start();
            let mark: String = rest.chars().filter(|c| *c != '.').take(2).collect();
            let mark = mark.to_ascii_lowercase();
            let is_it = mark == "am" || mark == "pm";
            is_it.then(|| mark == "pm")
        };
        let is_afternoon = self.is_english().then(|| self.behind(number).find_map(mark))??;
        Some(hour % 12 + if is_afternoon { 12 } else { 0 })
    }

    /// Whether a figure of this text and one of another language's mean the same:
    /// a number with noughts around it or in words, an hour by either clock, a year by
    /// its last digits, a year of the Buddhist era, a day with the number of its month.
    pub(crate) fn agrees(&self, number: &str, own: Wording<'_>, other: &str) -> bool {
        let is_year =
            |year: &str| year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
        // The 90s, and ’99.
        let is_cut = |short: &str| {
            let cut = ["'", "’"].map(|sign| format!("{sign}{short}"));
            cut.iter().any(|cut| self.text.contains(cut) || own.text.contains(cut))
        };
        let is_short = |year: &str, short: &str| {
            is_year(year)
                && short.len() == 2
                && year.ends_with(short)
                && (short.ends_with('0') || is_cut(short))
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
        let is_scaled = || {
            let is = |scaled: Vec<f64>, number: &str| {
                let number = number.parse::<f64>().unwrap_or(f64::NAN);
                scaled.into_iter().any(|scaled| (scaled - number).abs() <= scaled * 1e-9)
            };
            let both = || {
                let others = own.scaled(other);
                let same = |one: &f64| others.iter().any(|two| (one - two).abs() <= one * 1e-9);
                self.scaled(number).iter().any(same)
            };
            is(self.scaled(number), other) || is(own.scaled(other), number) || both()
        };
        let is_hour = || {
            let is = |hour: Option<u32>, other: &str| {
                let other = other.strip_suffix(".00").unwrap_or(other).parse::<u32>().ok();
                hour.zip(other).is_some_and(|(hour, other)| hour == other % 24)
            };
            is(self.hour(number), other) || is(own.hour(other), number)
        };
        is_equal()
            || is_scaled()
            || is_hour()
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
    fn numbers_are_in_words_digits_or_roman_numerals() {
        let [english, russian] = ["en", "ru"].map(|tag| Locale::parse(tag).expect("a locale"));
        let wording = |text, locale| Wording { text, locale };
        let source =
            wording("over 1.5 billion, 2 million, 64K, 21st century, 100 % free", &english);
        let own = wording("XXI век", &russian);
        assert!(source.agrees("2", own, "2000000") && !source.agrees("2", own, "20000000"));
        assert!(source.agrees("1.5", own, "1500000000") && source.agrees("64", own, "65536"));
        assert!(!source.agrees("21", own, "21000000") && source.may_omit("100", own));
        let russian_source = wording("более 1,5 млрд, 2 тыс.", &russian);
        assert!(russian_source.agrees("1.5", source, "1500000000"));
        assert!(russian_source.agrees("2", source, "2000"));
        let spanish = wording("más de 10 mil, 2 millones", &russian);
        let english_bn = wording("US$ 2.5 bn", &english);
        assert!(english_bn.agrees("2.5", wording("2500 millones", &russian), "2500"));
        assert!(spanish.agrees("10", source, "10000") && spanish.agrees("2", source, "2000000"));
        let always = wording("24/7", &english);
        assert!(wording("24 ore su 24", &russian).may_omit("24", always));
        assert!(source.may_omit("21", wording("двадцать первый век", &russian)));
        let article = wording("Article 16", &english);
        assert!(article.may_omit("16", wording("статья XVI", &russian)));
        assert!(!article.may_omit("16", wording("статья XVII", &russian)));
        assert!(!wording("-C 1 -L 50", &english).may_omit("50", wording("-C -L", &russian)));
        assert!(!wording("exit 1", &english).may_omit("1", wording("I", &russian)));
    }

    #[test]
    fn hours_are_of_either_clock() {
        let [english, german] = ["en", "de"].map(|tag| Locale::parse(tag).expect("a locale"));
        let own = Wording { text: "9 bis 17.30 Uhr, 0 Uhr", locale: &german };
        for text in ["9 AM to 5:30 PM, 12 a.m.", "9 a.m.–5:30pm, 12:00 am"] {
            let source = Wording { text, locale: &english };
            assert!(source.agrees("5", own, "17") && source.agrees("12", own, "0"), "{text}");
            assert!(source.agrees("5", own, "17.00") && !source.agrees("5", own, "17.10"));
            assert!(!source.agrees("9", own, "21") && !source.agrees("5", own, "16"), "{text}");
            assert!(own.agrees("17", source, "5"), "{text}");
        }
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
        assert!(!source.agrees("90", own, "1980") && !source.agrees("99", own, "1999"));
        let cut = Wording { text: "since ’99", locale: &english };
        assert!(cut.agrees("99", own, "1999"));
    }
}
