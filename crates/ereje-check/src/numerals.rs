//! What two languages write in other figures and mean the same, and what one of
//! them writes in words.

mod glosses;
mod scale;
mod signs;

use ereje::locale::Locale;
use ereje::vocabulary::says_number;

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

    /// Whether it may say any number, with a word for an amount or a time that other
    /// languages count: “two decades”. Only of English that is known.
    pub(crate) fn counts_otherwise(&self) -> bool {
        const WORDS: [&str; 10] = [
            "decade",
            "decades",
            "century",
            "centuries",
            "dozen",
            "dozens",
            "half",
            "halves",
            "quarter",
            "quarters",
        ];
        let is_one = |word: &str| WORDS.contains(&word.to_ascii_lowercase().as_str());
        self.is_english() && self.text.split(|c: char| !c.is_ascii_alphabetic()).any(is_one)
    }

    /// Whether it says a number beyond twelve in words, as far as its language is known,
    /// and not only beside the same one in figures.
    fn says(&self, number: f64) -> bool {
        if number < 12.5 {
            return false;
        }
        let text = glosses::without(self.text);
        match self.locale.language() {
            "zh" | "ja" | "ko" => signs::says(&text, number),
            language => says_number(language, &text.to_lowercase(), number),
        }
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
    /// off is 八折 in Chinese, centuries have words or Roman numerals, and any number
    /// can be said in words.
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
        let is_turn = || self.names_century(number).is_some();
        let in_words = || {
            let value = number.parse::<f64>().ok();
            value.into_iter().chain(self.scaled(number)).any(|value| own.says(value))
        };
        is_always()
            || is_whole()
            || is_discount()
            || is_century()
            || is_turn()
            || own.says_roman(number)
            || in_words()
    }

    /// The century that begins with the years of a number: 21 of “the 2000s”. 300s are
    /// seconds.
    fn names_century(&self, number: &str) -> Option<u32> {
        let is_years = |rest: &str| {
            let behind = ["s", "’s", "'s"].iter().find_map(|end| rest.strip_prefix(end));
            behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
        };
        let hundreds: u32 = number.strip_suffix("00")?.parse().ok()?;
        let is_century = (10..=20).contains(&hundreds) && self.is_english();
        (is_century && self.behind(number).any(is_years)).then_some(hundreds + 1)
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
    /// its last digits, a year of the Buddhist era, a century by its first years, a day
    /// with the number of its month.
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
        let is_century = || {
            let is = |century: Option<u32>, other: &str| century == other.parse().ok();
            let (one, two) = (self.names_century(number), own.names_century(other));
            one.is_some() && is(one, other) || two.is_some() && is(two, number)
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
            || is_century()
            || is_day()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_say_a_number_in_words() {
        let wording = |(locale, text): (&'static Locale, &'static str)| Wording { text, locale };
        let locale =
            |tag| -> &'static Locale { Box::leak(Box::new(Locale::parse(tag).expect("a locale"))) };
        let english = locale("en");
        for (source, number, tag, own) in [
            ("20 years", "20", "fr", "les vingt années suivantes"),
            ("its 15th anniversary", "15", "it", "il suo quindicesimo anniversario"),
            ("within 30 days", "30", "ru", "в течение тридцати дней"),
            ("within 30 days", "30", "kk", "отыз күн ішінде"),
            ("100 million times", "100", "zh", "被下载了超过一亿次"),
            ("1,000,000 cards", "1000000", "zh", "一百万张"),
            ("4,000 ads", "4000", "pl", "cztery tysiące reklam"),
            ("the early 2000s", "2000", "hi", "नई सदी के शुरूआती वर्षों तक"),
        ] {
            let source = wording((english, source));
            assert!(source.may_omit(number, wording((locale(tag), own))), "{own}");
        }
        for (source, number, tag, own) in [
            ("within 30 days", "30", "ru", "в течение двадцати дней"),
            ("within 30 days", "30", "ru", "мы храним их"),
            ("within 30 days", "30", "ja", "二十日以内に"),
            ("in 2000", "2000", "de", "im Jahr"),
            ("after 300s", "300", "de", "danach"),
            ("10,000 people", "10000", "ja", "300 万人"),
            ("10,000 people", "10000", "ko", "회원만"),
        ] {
            let source = wording((english, source));
            assert!(!source.may_omit(number, wording((locale(tag), own))), "{own}");
        }
        let counts = |text| wording((english, text)).counts_otherwise();
        assert!(counts("Two decades") && !counts("two days"));
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
        assert!(!source.agrees("100", wording("10 करोड़ से ज़्यादा बार", &russian), "10"));
        let millions = wording("over 100 million times, 4,000 ads", &english);
        assert!(millions.agrees("100", wording("10 करोड़ से ज़्यादा बार", &russian), "10"));
        assert!(millions.agrees("4000", wording("4 mijë reklama", &russian), "4"));
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
        let decade = Wording { text: "in the early 2000s", locale: &english };
        assert!(decade.agrees("2000", own, "21") && own.agrees("21", decade, "2000"));
        assert!(!decade.agrees("2000", own, "20") && !source.agrees("2000", own, "21"));
        let cut = Wording { text: "since ’99", locale: &english };
        assert!(cut.agrees("99", own, "1999"));
    }
}
