//! Dates in a text, as people of its language write them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use ereje::digits;
use ereje::fact::Date;
use ereje::formats::{DateStyle, date};
use ereje::locale::Locale;

/// A full date that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) date: Date,
    pub(crate) span: Range<usize>,
    /// The style that writes the same words, if there is one.
    pub(crate) style: Option<DateStyle>,
}

/// What a style is called in `DATETIME`.
pub(crate) fn name(style: DateStyle) -> &'static str {
    match style {
        DateStyle::Short => "short",
        DateStyle::Medium => "medium",
        DateStyle::Long => "long",
        DateStyle::Full => "full",
    }
}

/// Knows how a language writes dates.
pub(crate) struct Dates<'l> {
    locale: &'l Locale,
    /// The words of each month, in small letters.
    months: Arc<Months>,
}

type Months = Vec<Vec<String>>;

const STYLES: [DateStyle; 4] =
    [DateStyle::Full, DateStyle::Long, DateStyle::Medium, DateStyle::Short];

impl<'l> Dates<'l> {
    pub(crate) fn new(locale: &'l Locale) -> Dates<'l> {
        // Two dozen dates tell them, and each page asks.
        static KNOWN: Mutex<BTreeMap<Locale, Arc<Months>>> = Mutex::new(BTreeMap::new());
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.contains_key(locale) {
            known.insert(locale.clone(), Arc::new(Dates::months(locale)));
        }
        Dates { locale, months: known.get(locale).cloned().unwrap_or_default() }
    }

    fn months(locale: &Locale) -> Months {
        let words = |month: u8| -> Vec<String> {
            let day = Date { year: 2017, month, day: 21 };
            let texts = [DateStyle::Long, DateStyle::Medium].map(|style| date(locale, day, style));
            texts.iter().flat_map(|text| letters(text)).collect()
        };
        let months: Vec<Vec<String>> = (1..=12).map(words).collect();
        let always = |word: &String| months.iter().all(|month| month.contains(word));
        let own = months.iter().map(|month| {
            month.iter().filter(|word| !always(word) && word.chars().count() > 1).cloned().collect()
        });
        own.collect()
    }

    /// The first date in a text.
    pub(crate) fn find(&self, text: &str) -> Option<Found> {
        let numbers = numbers(text);
        let year = |at: &usize| numbers[*at].2 == 4 && (1900..2200).contains(&numbers[*at].1);
        (0..numbers.len()).filter(year).find_map(|at| {
            self.in_words(text, &numbers, at).or_else(|| self.in_figures(text, &numbers, at))
        })
    }

    /// A date with the name or sign of its month.
    fn in_words(&self, text: &str, numbers: &[Number], at: usize) -> Option<Found> {
        let year = u16::try_from(numbers[at].1).ok()?;
        let near = |other: &&Number| {
            let gap = if other.0.start < numbers[at].0.start {
                numbers[at].0.start - other.0.end
            } else {
                other.0.start.saturating_sub(numbers[at].0.end)
            };
            gap <= 40 && (1..=31).contains(&other.1) && other.2 <= 2
        };
        let lowered = text.to_lowercase();
        let mut best: Option<Found> = None;
        for day in numbers.iter().filter(near) {
            for month in 1..=12_u8 {
                let words = &self.months[usize::from(month) - 1];
                // In Chinese and the like months have numbers and no names.
                let is_named = words.iter().any(|word| has_word(&lowered, word));
                let is_signed =
                    words.is_empty() && numbers.iter().any(|other| other.1 == u32::from(month));
                if !is_named && !is_signed {
                    continue;
                }
                let Some(day_of) = valid(year, month, day.1) else { continue };
                if let Some(found) = self.exact(text, day_of) {
                    let is_better = best.as_ref().is_none_or(|best| {
                        best.style.is_none() || best.span.len() < found.span.len()
                    });
                    if is_better {
                        best = Some(found);
                    }
                    continue;
                }
                let place = words.iter().find_map(|word| place_of(text, word));
                if best.is_none()
                    && let Some(place) = place
                {
                    let spans = [&numbers[at].0, &day.0, &place];
                    let start = spans.iter().map(|span| span.start).min()?;
                    let end = spans.iter().map(|span| span.end).max()?;
                    let is_one = is_one_date(text, &day.0, &place, &numbers[at].0);
                    if end - start < 60 && !text[start..end].contains('\n') && is_one {
                        let span = start..self.end_with_signs(text, end, day_of);
                        best = Some(Found { date: day_of, span, style: None });
                    }
                }
            }
        }
        best
    }

    /// A date in digits alone.
    fn in_figures(&self, text: &str, numbers: &[Number], at: usize) -> Option<Found> {
        let joined = |a: &Number, b: &Number| {
            let between = text[a.0.end..b.0.start].trim();
            ["-", ".", "/"].contains(&between) && b.0.start - a.0.end <= 3
        };
        let three = |first: usize| -> Option<&[Number]> {
            let three = numbers.get(first..first + 3)?;
            (joined(&three[0], &three[1]) && joined(&three[1], &three[2])).then_some(three)
        };
        let (three, day) = if let Some(three) = three(at) {
            (three, valid(u16::try_from(three[0].1).ok()?, small(three[1].1)?, three[2].1)?)
        } else {
            let three = three(at.checked_sub(2)?)?;
            let year = u16::try_from(three[2].1).ok()?;
            let (a, b) = (three[0].1, three[1].1);
            let month_first = self.writes_month_first();
            let (month, day) = if (month_first && a <= 12) || b > 12 { (a, b) } else { (b, a) };
            (three, valid(year, small(month)?, day)?)
        };
        let span = three[0].0.start..three[2].0.end;
        Some(self.exact(text, day).unwrap_or(Found { date: day, span, style: None }))
    }

    fn exact(&self, text: &str, day: Date) -> Option<Found> {
        let plain = text.replace(['\u{a0}', '\u{202f}'], " ");
        STYLES.into_iter().find_map(|style| {
            let written = date(self.locale, day, style);
            if plain.len() != text.len() {
                // Blanks of another length would shift the place.
                let start = text.find(&written)?;
                return Some(Found {
                    date: day,
                    span: start..start + written.len(),
                    style: Some(style),
                });
            }
            let start = plain.find(&written)?;
            let end = start + written.len();
            let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
            let is_whole =
                !digit(text[..start].chars().next_back()) && !digit(text[end..].chars().next());
            is_whole.then_some(Found { date: day, span: start..end, style: Some(style) })
        })
    }

    /// Where the date ends with what its language puts behind it, such as “г.”.
    fn end_with_signs(&self, text: &str, end: usize, day: Date) -> usize {
        let written = date(self.locale, day, DateStyle::Long);
        let tail = written.rsplit(|c: char| c.is_numeric()).next().unwrap_or_default().trim();
        if tail.is_empty() {
            return end;
        }
        let rest = text[end..].trim_start();
        if rest.starts_with(tail) { text.len() - rest.len() + tail.len() } else { end }
    }

    fn writes_month_first(&self) -> bool {
        let written = date(self.locale, Date { year: 2017, month: 3, day: 21 }, DateStyle::Short);
        let order: Vec<u32> = numbers(&written).iter().map(|number| number.1).collect();
        order.iter().position(|number| *number == 3) < order.iter().position(|number| *number == 21)
            && order.first() == Some(&3)
    }
}

/// Whether a day, the name of a month and a year are one date, and not “June 2021, version 3”
/// or “Version 3 (June 2021)”: no language has the year in between, or more than a blank
/// and a small word between day and month.
fn is_one_date(text: &str, day: &Range<usize>, month: &Range<usize>, year: &Range<usize>) -> bool {
    let outer = day.start.min(month.start)..day.end.max(month.end);
    let between = text.get(day.end.min(month.end)..day.start.max(month.start)).unwrap_or_default();
    let is_apart =
        between.contains([',', ';', ':', '(', ')', '|', '–', '—']) || between.contains(" - ");
    let (before, after) = (&text[..day.start], &text[day.end..]);
    let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let is_part = before.strip_suffix('.').is_some_and(|rest| is_digit(rest.chars().next_back()))
        || after.strip_prefix('.').is_some_and(|rest| is_digit(rest.chars().next()));
    !outer.contains(&year.start) && !is_apart && !is_part
}

/// Where digits stand, what they say, and how many there are.
type Number = (Range<usize>, u32, usize);

fn numbers(text: &str) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let mut next = 0;
    while let Some(at) = first(&text.as_bytes()[next..], |b| b.is_ascii_digit() || !b.is_ascii()) {
        let at = next + at;
        let Some(c) = text[at..].chars().next() else { break };
        let end = at + c.len_utf8();
        next = end;
        let Some(digit) = digit(c) else { continue };
        match found.last_mut() {
            Some((span, value, count)) if span.end == at && *count < 8 => {
                span.end = end;
                *value = *value * 10 + digit;
                *count += 1;
            }
            _ => found.push((at..end, digit, 1)),
        }
    }
    found
}

/// Where the first of some bytes stands: most pieces of a text have none, and are passed
/// over as a whole.
pub(crate) fn first(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    const PIECE: usize = 32;
    let has = |piece: &[u8]| piece.iter().fold(false, |found, byte| found | is(*byte));
    let start = PIECE * bytes.chunks(PIECE).position(has)?;
    Some(start + bytes[start..].iter().position(|byte| is(*byte))?)
}

fn digit(c: char) -> Option<u32> {
    digits::digit(c)?.to_digit(10)
}

fn small(number: u32) -> Option<u8> {
    u8::try_from(number).ok()
}

fn valid(year: u16, month: u8, day: u32) -> Option<Date> {
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

fn letters(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_alphabetic() && !is_mark(c));
    runs.filter(|run| !run.is_empty()).map(str::to_lowercase).collect()
}

/// Vowel signs, which belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x900..=0x903 | 0x93A..=0x94F | 0xE31 | 0xE34..=0xE3A | 0xE47..=0xE4E)
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| is_word_at(text, at, at + word.len()))
}

fn is_word_at(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && (c as u32) < 0xE00);
    !letter(text[..start].chars().next_back()) && !letter(text[end..].chars().next())
}

/// Where a word of small letters stands in a text of any.
fn place_of(text: &str, word: &str) -> Option<Range<usize>> {
    let lowered = text.to_lowercase();
    if lowered.len() != text.len() {
        return None;
    }
    let (at, _) =
        lowered.match_indices(word).find(|(at, _)| is_word_at(&lowered, *at, at + word.len()))?;
    Some(at..at + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(tag: &str, text: &str) -> Option<(String, String, Option<&'static str>)> {
        let locale = Locale::parse(tag).expect(tag);
        let found = Dates::new(&locale).find(text)?;
        Some((found.date.to_string(), text[found.span].to_owned(), found.style.map(name)))
    }

    #[test]
    fn dates_are_found_as_their_language_writes_them() {
        for (tag, text, date, words, style) in [
            ("en", "Last updated: May 7, 2025.", "2025-05-07", "May 7, 2025", Some("long")),
            ("en", "Effective 7 May 2025", "2025-05-07", "7 May 2025", None),
            ("en", "Updated 2025-05-07", "2025-05-07", "2025-05-07", None),
            ("en", "Updated 05/07/2025", "2025-05-07", "05/07/2025", None),
            (
                "ru",
                "Обновлено: 12 декабря 2017 г.",
                "2017-12-12",
                "12 декабря 2017 г.",
                Some("long"),
            ),
            ("ru", "Обновлено 12.11.2017", "2017-11-12", "12.11.2017", Some("short")),
            ("de", "Stand: 1. Mai 2024", "2024-05-01", "1. Mai 2024", Some("long")),
            ("ja", "最終更新日:2024年5月1日", "2024-05-01", "2024年5月1日", Some("long")),
            ("kk", "2017 ж. 12 желтоқсан", "2017-12-12", "2017 ж. 12 желтоқсан", Some("long")),
        ] {
            let expected = Some((date.to_owned(), words.to_owned(), style));
            assert_eq!(found(tag, text), expected, "{tag}: {text}");
        }
        for text in [
            "Section 5 of 2017",
            "Call 2024 10 20",
            "2024-13-40",
            "in May 2025",
            "Orchard Ltd, May 2025, version 1.2",
            "Version 3 (May 2025)",
            "Version 3 – May 2025",
            "Version 1.2 May 2025",
        ] {
            assert_eq!(found("en", text), None, "{text}");
        }
        for (tag, text) in [
            ("en", "the 7th of May, 2025"),
            ("en", "May 7th 2025"),
            ("fr", "1er mai 2025"),
            ("es", "7 de mayo, 2025"),
        ] {
            assert!(found(tag, text).is_some(), "{tag}: {text}");
        }
    }
}
