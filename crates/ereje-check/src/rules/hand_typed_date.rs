//! # `hand-typed-date`
//!
//! A full date typed into a text. It stays behind when the date changes, it is
//! written by hand in every language, and two languages can name two days. A
//! date is a fact: declared once in policy.toml, written out as each language
//! writes dates. The day on which a version was published is `$published`.
//!
//! ```ftl fails
//! intro = This applies from December 12, 2017.
//! ```
//!
//! ```ftl fails
//! intro = This applies from 2017-12-12 on.
//! ```
//!
//! ```ftl passes
//! intro = This applies from { DATETIME($published, dateStyle: "long") }.
//! ```
//!
//! ```ftl passes
//! intro = This applies to App 1.12.17 and to 2017 other apps, see <https://example.com/2017-12-12/>.
//! ```
//!
//! ```ftl fails
//! intro = See the [report of 2017-12-12](https://example.com/reports/).
//! ```
//!
//! ```ftl passes
//! intro = See [our report](https://example.com/reports/2017-12-12/).
//! ```

use std::cell::OnceCell;
use std::ops::Range;

use ereje::catalog::{literal_text, typed_texts};
use ereje::diagnostic::Level;
use ereje::formats::month_words;

use super::{Check, Owner, Rule, patterns, typed_nth};
use crate::figures::next_digit;
use crate::{Report, Subject};

pub(super) const RULE: Rule = Rule::new("hand-typed-date", Level::Error, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let months = OnceCell::new();
    for (owner, pattern) in patterns(subject.file()) {
        let Owner::Message(message) = owner else { continue };
        if !typed_texts(pattern).into_iter().flatten().any(may_have_year) {
            continue;
        }
        let text = literal_text(pattern);
        let months = || months.get_or_init(|| month_words(subject.catalog.locale)).as_slice();
        // A bottom line that shows no other date is told by `undated`.
        let Some(span) = date(&text, &months).filter(|_| message != "last-updated") else {
            continue;
        };
        let found = &text[span.clone()];
        let before = text[..span.start].matches(found).count();
        let place = (subject.file(), typed_nth(subject.file(), message, found, before));
        let what = format!("the date “{}” is typed by hand", found.replace('\n', " "));
        let hint = "declare it in policy.toml, as `law-date = { date = 2016-04-27 }` below \
                    `[facts]`, and write `{ DATETIME($law-date, dateStyle: \"long\") }`";
        report.at_clause(place, message, what, hint);
    }
}

/// Whether four digits follow each other. Most texts have none, and are not
/// looked at further.
fn may_have_year(text: &str) -> bool {
    let mut at = 0;
    while let Some(start) = next_digit(text.as_bytes(), at, |_| false) {
        let rest = &text[start..];
        let others = rest.trim_start_matches(|one| digit(one).is_some());
        let run = &rest[..rest.len() - others.len()];
        if run.chars().count() >= 4 {
            return true;
        }
        // It may be another sign of a script that has digits of its own.
        at = start + run.len().max(rest.chars().next().map_or(1, char::len_utf8));
    }
    false
}

/// A run of digits or of letters.
#[derive(Clone, Copy)]
struct Run<'t> {
    start: usize,
    text: &'t str,
    /// What a run of at most four digits says.
    number: Option<u32>,
}

impl Run<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is_day(&self) -> bool {
        self.number.is_some_and(|number| (1..=31).contains(&number)) && self.digits() <= 2
    }

    fn is_year(&self) -> bool {
        self.number.is_some_and(|number| (1000..3000).contains(&number))
    }

    fn digits(&self) -> usize {
        self.text.chars().count()
    }
}

/// The first full date in a text that its readers see: a day, a month and a year.
fn date<'m>(text: &str, months: &dyn Fn() -> &'m [String]) -> Option<Range<usize>> {
    let runs = runs(text);
    (0..runs.len()).filter(|at| runs[*at].is_year()).find_map(|at| {
        let (from, to) = in_figures(text, &runs, at)
            .or_else(|| in_signs(&runs, at))
            .or_else(|| in_words(text, &runs, at, months()))?;
        Some(from..to).filter(|_| !is_address(text, from))
    })
}

fn runs(text: &str) -> Vec<Run<'_>> {
    let is_letter = |c: char| !c.is_ascii_punctuation() && !c.is_whitespace() && !c.is_control();
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        let of_digits = digit(first).is_some();
        if !of_digits && !is_letter(first) {
            continue;
        }
        let same = |c: char| (digit(c).is_some() == of_digits) && (of_digits || is_letter(c));
        while characters.next_if(|(_, c)| same(*c)).is_some() {}
        let end = characters.peek().map_or(text.len(), |(at, _)| *at);
        let run = &text[start..end];
        let number = (of_digits && run.chars().count() <= 4)
            .then(|| run.chars().filter_map(digit).fold(0, |sum, digit| sum * 10 + digit));
        runs.push(Run { start, text: run, number });
    }
    runs
}

/// The value of a digit, in the scripts that have their own.
fn digit(character: char) -> Option<u32> {
    ereje::digits::digit(character)?.to_digit(10)
}

/// `2017-12-12`, `12.12.2017`, `12/12/2017`.
fn in_figures(text: &str, runs: &[Run<'_>], year: usize) -> Option<(usize, usize)> {
    let between = |a: &Run<'_>, b: &Run<'_>| {
        let sign = &text[a.end()..b.start];
        ["-", ".", "/"].into_iter().find(|known| *known == sign)
    };
    let parts = |first: usize| -> Option<&[Run<'_>]> {
        let parts = runs.get(first..first + 3)?;
        let sign = between(&parts[0], &parts[1])?;
        (between(&parts[1], &parts[2]) == Some(sign)).then_some(parts)
    };
    let last = year.checked_sub(2).and_then(parts).filter(|p| p[0].is_day() && p[1].is_day());
    let first = || parts(year).filter(|parts| parts[1].is_day() && parts[2].is_day());
    last.or_else(first).map(|parts| (parts[0].start, parts[2].end()))
}

/// `2017年12月12日`, `2017년 12월 12일`.
fn in_signs(runs: &[Run<'_>], year: usize) -> Option<(usize, usize)> {
    let [year, sign, month, next, day, ..] = runs.get(year..)? else { return None };
    let is_date = sign.text.starts_with(['年', '년'])
        && month.is_day()
        && next.text.starts_with(['月', '월'])
        && day.is_day();
    is_date.then(|| (year.start, day.end()))
}

/// `December 12, 2017`, `12 декабря 2017`, `2017 ж. 12 желтоқсан`.
fn in_words(
    text: &str,
    runs: &[Run<'_>],
    year: usize,
    months: &[String],
) -> Option<(usize, usize)> {
    let near = |at: usize, reach: usize| at.saturating_sub(reach)..(at + reach + 1).min(runs.len());
    let is_month = |at: &usize| {
        // English “may” is no month; Russian «Мая» is one at the head of a line.
        let word = runs[*at].text;
        let is_word = |month: &String| month == word || *month == word.to_lowercase();
        runs[*at].number.is_none() && months.iter().any(is_word)
    };
    let month = near(year, 3).find(is_month)?;
    let day = near(month, 2).find(|at| *at != year && runs[*at].is_day())?;
    let from = runs[year.min(month).min(day)].start;
    let to = runs[year.max(month).max(day)].end();
    // Not over the end of a sentence or a paragraph, nor over what is filled in.
    let inside = &text[from..to];
    (!inside.contains("\n\n") && !inside.contains('\0')).then_some((from, to))
}

/// Whether a place is part of an address: where a link leads, or a URL or an e-mail
/// address that is typed as it is.
fn is_address(text: &str, at: usize) -> bool {
    let is_end = |c: char| c.is_whitespace() || "<>()[]".contains(c);
    let before = &text[..at];
    let address = before.rsplit(is_end).next().unwrap_or_default();
    let after = text[at..].split(is_end).next().unwrap_or_default();
    let is_typed = address.contains("://") || address.starts_with("www.") || after.contains('@');
    // `[words](target)` and `[name]: target`.
    let leads = |sign: &str| {
        let target = before.rfind(sign).map(|from| before[from + sign.len()..].trim_start());
        target.is_some_and(|target| match target.strip_prefix('<') {
            Some(target) => !target.contains('>'),
            None => !target.contains([' ', '\n']) && is_open(target),
        })
    };
    let line = before.rsplit('\n').next().unwrap_or_default();
    is_typed || leads("](") || (line.trim_start().starts_with('[') && leads("]:"))
}

/// Whether the bracket before a target is still open behind it.
fn is_open(target: &str) -> bool {
    let mut depth = 1_usize;
    target.chars().all(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth > 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ereje::fact::Date;
    use ereje::formats::DateStyle;
    use ereje::locale::Locale;

    fn found(tag: &str, text: &str) -> Option<String> {
        let months = month_words(&Locale::parse(tag).expect(tag));
        date(text, &|| &months).map(|span| text[span].to_owned())
    }

    #[test]
    fn long_dates_of_all_languages_are_found() {
        let tags = "ar de en es fa fr he hi it ja kk ko nl pl pt ru th tr uk zh-Hans zh-Hant sv cs";
        for tag in tags.split(' ') {
            let locale = Locale::parse(tag).expect(tag);
            for month in 1..=12 {
                let day = Date::parse(&format!("2017-{month:02}-21")).expect("a day");
                let text = ereje::formats::date(&locale, day, DateStyle::Long);
                assert!(found(tag, &format!("({text})")).is_some(), "{tag}: {text}");
            }
        }
    }

    #[test]
    fn what_is_no_full_date_is_none() {
        assert_eq!(found("en", "In 2017, 12 people in December agreed; may 3 of 2000 come?"), None);
        assert_eq!(found("en", "Version 10.12.4 of 2017"), None);
        assert_eq!(found("en", "You may choose one of 3000 options in 2018"), None);
        assert_eq!(found("en", "Regulation (EU) 2016/679"), None);
        assert_eq!(found("ru", "в течение 30 дней 2017 года"), None);
    }

    #[test]
    fn a_year_is_found_wherever_it_stands() {
        for before in 0..9 {
            let text = format!("{}2017{}", "x".repeat(before), "y".repeat(9 - before));
            assert!(may_have_year(&text), "{text}");
            assert!(!may_have_year(&text.replace("17", "z1")));
        }
        assert!(may_have_year("قبل ٢٠١٧") && !may_have_year("قبل ٢٠١"));
    }

    #[test]
    fn what_no_reader_sees_is_no_date() {
        for text in [
            "[a](/news/2017-12-12)",
            "[a](../2017-12-12.html \"a report\")",
            "[a](https://example.com/a(b)/2017-12-12/)",
            "[a](<b of 2017-12-12.html>)",
            "[a]: /news/2017-12-12",
            "<https://example.com/2017-12-12/>",
            "www.example.com/2017-12-12",
            "archive-2017-12-12@example.com",
        ] {
            assert_eq!(found("en", text), None, "{text}");
        }
        for text in [
            "[2017-12-12](https://example.com/2016-01-01/)",
            "[a](/2016-01-01/), 2017-12-12",
            "[a] says: 2017-12-12",
            "(2017-12-12)",
        ] {
            assert_eq!(found("en", text).as_deref(), Some("2017-12-12"), "{text}");
        }
    }

    #[test]
    fn only_the_date_is_told() {
        assert_eq!(found("en", "Since 12 March 2020, we").as_deref(), Some("12 March 2020"));
        assert_eq!(found("ru", "с 1.03.2020 г.").as_deref(), Some("1.03.2020"));
        assert_eq!(found("ja", "２０２０年３月１日から").as_deref(), Some("２０２０年３月１"));
    }

    #[test]
    fn a_date_may_stand_behind_any_kind_of_space() {
        assert_eq!(found("ja", "施行日：\u{3000}2020年3月1日").as_deref(), Some("2020年3月1"));
        assert_eq!(found("fr", "le\u{a0}1 mars 2020").as_deref(), Some("1 mars 2020"));
        let address = "siehe\u{2009}www.example.com/2017-12-12";
        assert_eq!(found("de", address), None);
    }
}
