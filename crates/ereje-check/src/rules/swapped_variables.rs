//! # `swapped-variables`
//!
//! Two variables that stand in the place of each other, around a sign that divides
//! what it stands between: `{ $from } → { $to }`, `{ $file }:{ $line }`, `{ $done }/
//! { $all }`. Where words stand between them, languages order them as they will, so
//! nothing can be said; nor of the parts of a date, which they order as well.
//!
//! ```ftl fails de
//! intro = Umbenannt: { $to } -> { $from }
//! # source.ftl
//! intro = Renamed: { $from } -> { $to }
//! ```
//!
//! ```ftl fails kk
//! # messages of a program
//! intro = { $line }:{ $file }: қате
//! # source.ftl
//! intro = { $file }:{ $line }: error
//! ```
//!
//! ```ftl passes hu
//! intro = { $all } közül { $done }
//! use = { $year }/{ $month }
//! contact = { $site } ({ $name })
//! # source.ftl
//! intro = { $done } of { $all }
//! use = { $month }/{ $year }
//! contact = { $name } ({ $site })
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::{Comparison, Reading, Report};

pub(super) const RULE: Rule = Rule::new("swapped-variables", Level::Error, Check::Texts(check));

/// Signs whose two sides mean something else.
const DIVIDING: [char; 13] = ['/', '-', '–', '→', '>', '<', ':', '=', '×', '*', '+', '~', '.'];

/// What is in the name of a part of a date or a time.
const OF_DATES: [&str; 8] = ["day", "month", "year", "date", "hour", "minute", "second", "time"];

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    for own in texts.own.readings.iter().filter(|own| own.sketch().facts.len() > 1) {
        let has_same = |source: &Reading| source.facts().eq(own.facts());
        if texts.source.readings.iter().any(has_same) {
            continue;
        }
        for source in &texts.source.readings {
            let frames = frames(own);
            let swapped = |frame: &Frame<'_>| {
                let other = Frame { first: frame.second, second: frame.first, ..*frame };
                frames.contains(&other) && is_single(source, frame) && is_single(own, frame)
            };
            if let Some(Frame { first, second, sign }) =
                self::frames(source).into_iter().find(swapped)
            {
                let message =
                    format!("the source states `${first}` before “{sign}”, this text `${second}`");
                let hint = format!(
                    "write `{{ ${first} }}` before “{sign}” and `{{ ${second} }}` behind it"
                );
                let place = (&*format!("${second}"), &*format!("${first}"));
                return report.at_texts(texts, place, message, &hint);
            }
        }
    }
}

/// Two facts with only signs between them.
#[derive(Clone, Copy)]
struct Frame<'t> {
    first: &'t str,
    sign: &'t str,
    second: &'t str,
}

/// In French a space stands before a colon, so spaces do not count.
impl PartialEq for Frame<'_> {
    fn eq(&self, other: &Self) -> bool {
        let signs = |frame: &Self| frame.sign.split_whitespace().collect::<String>();
        self.first == other.first && self.second == other.second && signs(self) == signs(other)
    }
}

fn frames(reading: &Reading) -> Vec<Frame<'_>> {
    let text = &reading.written;
    let pairs = reading.sketch().facts.windows(2);
    let frame =
        |pair: &[std::ops::Range<usize>]| {
            let [a, b] = pair else { return None };
            let sign = text.get(a.end + 1..b.start.checked_sub(2)?)?.trim();
            let (first, second) = (&text[a.clone()], &text[b.clone()]);
            let divides = sign.contains(DIVIDING) && !sign.contains(char::is_alphanumeric);
            (divides && first != second && !is_of_date(first) && !is_of_date(second))
                .then_some(Frame { first, sign, second })
        };
    pairs.filter_map(frame).collect()
}

/// Whether a name, such as `startDay`, says that it is a part of a date or a time.
fn is_of_date(name: &str) -> bool {
    let is_part = |part: &str| OF_DATES.iter().any(|known| part.eq_ignore_ascii_case(known));
    let begins = |c: char| c.is_ascii_uppercase() || !c.is_ascii_alphabetic();
    let mut starts: Vec<usize> = name.match_indices(begins).map(|(at, _)| at).collect();
    starts.push(name.len());
    let mut from = 0;
    starts.into_iter().any(|at| {
        let part = name[from..at].trim_matches(|c: char| !c.is_ascii_alphabetic());
        from = at;
        is_part(part)
    })
}

/// Whether a text states both facts of a frame once.
fn is_single(reading: &Reading, frame: &Frame<'_>) -> bool {
    let count = |name: &str| reading.facts().filter(|stated| *stated == name).count();
    count(frame.first) == 1 && count(frame.second) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_dates_are_known_by_their_names() {
        for name in ["day", "startDay", "month2", "end-date", "birth_year"] {
            assert!(is_of_date(name), "{name}");
        }
        for name in ["days", "daysStart", "sometimes", "update", "file", ""] {
            assert!(!is_of_date(name), "{name}");
        }
    }
}
