//! Facts that a policy has already, in a text of another language: their values as
//! that language writes them, by name.

use std::ops::Range;

use ereje::fact::Fact;
use ereje::formats::{DateStyle, ListStyle, NumberStyle, date, list, money, number};
use ereje::locale::Locale;

use super::stands_alone;
use crate::dates::name as style_name;

/// A pattern with facts by name, and the names of those that it uses. Of numbers,
/// dates, amounts and names only what stands once is taken: of two it could be the
/// other one that is meant.
pub(crate) fn by_name(
    text: &str,
    locale: &Locale,
    facts: &[(String, Fact)],
) -> (String, Vec<(String, Fact)>) {
    let mut places: Vec<(Range<usize>, String)> = Vec::new();
    let mut used = Vec::new();
    for (name, fact) in facts {
        for (written, placeable) in forms(name, fact, locale) {
            let found: Vec<Range<usize>> = text
                .match_indices(written.as_str())
                .map(|(at, _)| at..at + written.len())
                .filter(|span| stands_alone(text, span.start, span.end, fact))
                .filter(|span| is_whole(text, span, fact))
                .filter(|span| places.iter().all(|(taken, _)| apart(taken, span)))
                .collect();
            let is_address = matches!(fact, Fact::Email(_) | Fact::Url(_));
            if found.is_empty() || (found.len() > 1 && !is_address) {
                continue;
            }
            places.extend(found.into_iter().map(|span| (span, placeable.clone())));
            used.push((name.clone(), fact.clone()));
            break;
        }
    }
    places.sort_by_key(|(span, _)| span.start);
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (span, placeable) in places {
        out.push_str(&text[done..span.start]);
        out.push_str(&placeable);
        done = span.end;
    }
    out.push_str(&text[done..]);
    (out, used)
}

fn apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end <= other.start || other.end <= one.start
}

/// How a fact can be written, the longest form first, and the placeable of each.
fn forms(name: &str, fact: &Fact, locale: &Locale) -> Vec<(String, String)> {
    let plain = |written: String| vec![(written, format!("{{ ${name} }}"))];
    match fact {
        Fact::Email(text) | Fact::Url(text) | Fact::Text(text) => plain(text.clone()),
        Fact::Duration(value, _) => {
            plain(number(locale, &value.to_string(), NumberStyle::default()))
        }
        Fact::Count(value) => plain(number(locale, &value.to_string(), NumberStyle::default())),
        Fact::Money(amount, code) => plain(money(locale, amount, code)),
        Fact::List(items) => plain(list(locale, items, ListStyle::And)),
        Fact::Date(day) => [DateStyle::Full, DateStyle::Long, DateStyle::Medium, DateStyle::Short]
            .map(|style| {
                let option = style_name(style);
                let placeable = format!("{{ DATETIME(${name}, dateStyle: \"{option}\") }}");
                (date(locale, *day, style), placeable)
            })
            .into(),
    }
}

/// Whether digits are no part of a longer number.
fn is_whole(text: &str, span: &Range<usize>, fact: &Fact) -> bool {
    if !matches!(fact, Fact::Duration(..) | Fact::Count(_) | Fact::Money(..) | Fact::Date(_)) {
        return true;
    }
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let mut after = text[span.end..].chars();
    let mut before = text[..span.start].chars().rev();
    let is_joined = |sign: Option<char>, beyond: Option<char>| {
        digit(sign) || (sign.is_some_and(|c| ".,:/-\u{a0}\u{202f}'’".contains(c)) && digit(beyond))
    };
    let goes_on = is_joined(after.next(), after.next());
    !goes_on && !is_joined(before.next(), before.next())
}

#[cfg(test)]
mod tests {
    use ereje::fact::{Date, Unit};

    use super::*;

    #[test]
    fn values_are_known_as_their_language_writes_them() {
        let facts = [
            ("term".to_owned(), Fact::Duration(30, Unit::Day)),
            ("mail".to_owned(), Fact::Email("a@b.example".into())),
            ("day".to_owned(), Fact::Date(Date::parse("2026-05-07").expect("a day"))),
            ("price".to_owned(), Fact::Money("9.99".into(), "EUR".into())),
        ];
        let named =
            |tag: &str, text: &str| by_name(text, &Locale::parse(tag).expect(tag), &facts).0;
        assert_eq!(named("ru", "Через 30 дней, a@b.example."), "Через { $term } дней, { $mail }.");
        assert_eq!(
            named("de", "Ab 7. Mai 2026, 9,99\u{a0}EUR."),
            "Ab { DATETIME($day, dateStyle: \"long\") }, { $price }."
        );
        assert_eq!(named("ja", "30日後"), "{ $term }日後", "what stands solid");
        for other in ["1 300 or 130", "30.5", "30 or 30", "xa@b.example"] {
            assert_eq!(named("en", other), other);
        }
    }
}
