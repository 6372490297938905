//! Lengths of time and amounts that a text states: what could be a fact besides
//! addresses, and where in the page it stands.

use std::ops::Range;

use ereje::markup::Markup;

use crate::dates::first;

/// Lengths of time and amounts, each once, with the number
/// of the text that it stands in first.
pub(crate) fn could_be(texts: &[&Markup], language: &str) -> Vec<(String, usize)> {
    let units = UNITS.iter().find(|(tag, _)| *tag == language).map_or(&[][..], |(_, units)| units);
    let mut found: Vec<(String, usize)> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let (text, mut from) = (text.text(), 0);
        // Only words with digits are looked at: few of a text have any.
        while let Some(digit) = first(&text.as_bytes()[from..], |byte| byte.is_ascii_digit()) {
            let before = &text[..from + digit];
            let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
            let rest = text[start..].find(char::is_whitespace);
            from = rest.map_or(text.len(), |length| start + length);
            let told = value(text, start..from, units);
            if let Some(told) = told.filter(|told| found.iter().all(|(known, _)| known != told)) {
                found.push((told, at));
            }
        }
    }
    found
}

/// The value that a word begins, if it does.
fn value(text: &str, place: Range<usize>, units: &[&str]) -> Option<String> {
    let whole = &text[place.clone()];
    let word = whole.trim_matches(PUNCTUATION);
    let digits =
        word.trim_start_matches(|c| SIGNS.contains(&c)).trim_end_matches(|c| SIGNS.contains(&c));
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    if !is_number {
        return None;
    }
    if digits.len() < word.len() {
        return Some(word.to_owned());
    }
    // What a bracket or comma ends goes with no word behind it, and the number of a
    // section with none at all.
    let is_open = whole.ends_with(word)
        && !whole.starts_with('§')
        && !text[..place.start].trim_end().ends_with('§');
    let next = text[place.end..].split_whitespace().next();
    let next = next.filter(|next| is_open && !next.starts_with(PUNCTUATION))?;
    let next = next.trim_end_matches(PUNCTUATION);
    let is_unit = units.contains(&next.to_lowercase().as_str()) || is_currency(next);
    is_unit.then(|| format!("{word} {next}"))
}

/// Where a value stands in a page, whatever sets its words apart there.
pub(crate) fn place_of(value: &str, page: &str) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric();
    let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
    page.match_indices(number).find_map(|(start, _)| {
        let mut before = page[..start].chars().rev();
        let goes_on = match before.next() {
            Some('.' | ',') => before.next().is_some_and(|c| c.is_ascii_digit()),
            before => before.is_some_and(is_part),
        };
        let rest = &page[start + number.len()..];
        let gap = rest.find(is_part).map_or(rest, |end| &rest[..end]);
        // The name of a blank that does not break is no word of the page.
        let blank = if rest.starts_with("&nbsp;") { "&nbsp;" } else { gap };
        let end = match unit {
            "" => start + number.len(),
            unit if rest[blank.len()..].starts_with(unit) => {
                start + number.len() + blank.len() + unit.len()
            }
            _ => return None,
        };
        let is_cut = page[end..].starts_with(is_part);
        (!goes_on && !is_cut).then_some(start..end)
    })
}

/// Signs around a word that are no part of it.
const PUNCTUATION: [char; 12] = ['(', ')', '.', ',', ';', ':', '"', '\'', '«', '»', '“', '”'];

const SIGNS: [char; 8] = ['$', '€', '£', '¥', '₽', '₸', '₴', '₹'];

fn is_currency(word: &str) -> bool {
    ["USD", "EUR", "GBP", "RUB", "KZT", "UAH", "CHF", "JPY", "CNY", "INR", "PLN", "TRY", "BRL"]
        .contains(&word)
}

/// Words for units of time, in the languages that most policies are in: what is a year
/// in one is a preposition in the next.
const UNITS: [(&str, &[&str]); 13] = [
    (
        "en",
        &[
            "minutes", "minute", "hours", "hour", "days", "day", "weeks", "week", "months",
            "month", "years", "year",
        ],
    ),
    (
        "ru",
        &[
            "минут",
            "минуты",
            "часов",
            "часа",
            "час",
            "дней",
            "дня",
            "день",
            "недель",
            "недели",
            "месяцев",
            "месяца",
            "месяц",
            "лет",
            "года",
            "год",
        ],
    ),
    ("uk", &["днів", "дні", "день", "місяців", "місяці", "місяць", "років", "роки", "рік"]),
    ("kk", &["күн", "апта", "ай", "жыл", "сағат"]),
    (
        "de",
        &[
            "tage", "tagen", "tag", "wochen", "monate", "monaten", "monat", "jahre", "jahren",
            "jahr", "stunden",
        ],
    ),
    ("fr", &["jours", "jour", "mois", "ans", "an", "semaines", "heures"]),
    ("es", &["días", "día", "meses", "mes", "años", "año", "semanas", "horas"]),
    ("pt", &["dias", "dia", "meses", "mês", "anos", "ano", "semanas", "horas"]),
    ("it", &["giorni", "giorno", "mesi", "mese", "anni", "anno"]),
    ("nl", &["dagen", "dag", "weken", "maanden", "maand", "jaar"]),
    ("pl", &["dni", "dnia", "miesięcy", "miesiące", "lat", "lata", "rok"]),
    ("tr", &["gün", "ay", "yıl"]),
    ("cs", &["dnů", "dní", "měsíců", "měsíce", "let", "roky"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_fact_is_listed() {
        let text =
            Markup::parse("Within 30 days, at most $150,000 or 9.99 EUR, for 30 days; 5 cats.");
        let found = could_be(&[&Markup::default(), &text], "en");
        let expected = ["30 days", "$150,000", "9.99 EUR"].map(|value| (value.to_owned(), 1));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_and_the_next_word_are_not_always_a_value() {
        for (language, text) in [
            ("en", "As the law says (§ 45), an authority may ask."),
            ("en", "See section 45, days later."),
            ("en", "Under § 30 days are counted."),
            ("fr", "Selon l’article (§ 45), an par an."),
            ("de", "Nach § 45 an die Behörde, ab 14 an jedem Ort."),
        ] {
            assert_eq!(could_be(&[&Markup::parse(text)], language), [], "{text}");
        }
        let french = Markup::parse("Conservées pendant 1 an, puis 3 ans.");
        let found = could_be(&[&french], "fr").into_iter().map(|(value, _)| value);
        assert_eq!(found.collect::<Vec<_>>(), ["1 an", "3 ans"]);
    }

    #[test]
    fn a_value_is_found_where_it_is_typed() {
        for (page, shown) in [
            ("For 30 days.", "30 days"),
            ("At 130 days or 30 daylights or 1.30 days; for **30** days,", "30** days"),
            ("within 30&nbsp;days", "30&nbsp;days"),
            ("within 30\ndays", "30\ndays"),
        ] {
            assert_eq!(place_of("30 days", page).map(|place| &page[place]), Some(shown), "{page}");
        }
        assert_eq!(place_of("30 days", "thirty days"), None);
        assert_eq!(place_of("$150,000", "up to $150,000."), Some(6..14));
    }
}
