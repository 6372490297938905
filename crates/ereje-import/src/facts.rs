//! Facts that a text states: addresses that become facts, and what could.

pub(crate) mod known;

use std::collections::BTreeMap;
use std::ops::Range;

use ereje::fact::{Fact, is_email, is_url};
use ereje::markup::{Event, Markup};

/// So many addresses of a kind become facts at the most: a text with more is a list.
const MOST: usize = 100;

/// So often has a URL to stand in a page to become a fact.
const REPEATED: usize = 3;

/// The e-mail addresses that stand in a text, each once.
pub(crate) fn emails_of(text: &Markup) -> Vec<&str> {
    let words = text.events().filter_map(|event| match event {
        Event::Text(words) => Some(words),
        _ => None,
    });
    let mut found: Vec<&str> = Vec::new();
    for email in text.links().iter().map(String::as_str).chain(words).flat_map(emails_in) {
        if !found.contains(&email) {
            found.push(email);
        }
    }
    found
}

/// The addresses that become facts, by name. Those in `known` keep the name that
/// they have there.
pub(crate) fn proposed(texts: &[&Markup], known: &[(String, Fact)]) -> Vec<(String, Fact)> {
    let mut emails: Vec<String> = Vec::new();
    let mut urls: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        for email in emails_of(text) {
            if emails.len() < MOST && !emails.iter().any(|known| known == email) {
                emails.push(email.to_owned());
            }
        }
        let places = text.links().iter().map(String::as_str);
        for url in places.filter(|url| is_url(url) && !url.contains(['{', '}'])) {
            *urls.entry(url.to_owned()).or_default() += 1;
        }
    }
    let mut facts: Vec<(String, Fact)> = Vec::new();
    for email in emails {
        let local = email.split('@').next().unwrap_or_default();
        let wanted = format!("{}-email", plain(local));
        let name = kept(known, &email).unwrap_or_else(|| named(known, &facts, &wanted));
        facts.push((name, Fact::Email(email)));
    }
    for (url, _) in urls.into_iter().filter(|(_, times)| *times >= REPEATED).take(MOST) {
        let wanted = format!("{}-url", name_of_url(&url));
        let name = kept(known, &url).unwrap_or_else(|| named(known, &facts, &wanted));
        facts.push((name, Fact::Url(url)));
    }
    facts
}

/// The text with facts by name, where their values stand by themselves; and the
/// names of those that it uses.
pub(crate) fn by_name(text: &str, facts: &[(String, Fact)]) -> (String, Vec<String>) {
    let mut text = text.to_owned();
    let mut used = Vec::new();
    let mut longest: Vec<&(String, Fact)> = facts.iter().collect();
    longest.sort_by_key(|(_, fact)| std::cmp::Reverse(value(fact).len()));
    for (name, fact) in longest {
        let value = value(fact);
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (at, _) in text.match_indices(value) {
            let end = at + value.len();
            if at < done || !stands_alone(&text, at, end, fact) {
                continue;
            }
            out.push_str(&text[done..at]);
            out.push_str(&format!("{{ ${name} }}"));
            done = end;
        }
        if done > 0 {
            out.push_str(&text[done..]);
            text = out;
            used.push(name.clone());
        }
    }
    (text, used)
}

fn value(fact: &Fact) -> &str {
    match fact {
        Fact::Email(value) | Fact::Url(value) => value,
        _ => "",
    }
}

/// Whether a value stands by itself, and is no part of a longer one.
pub(crate) fn stands_alone(text: &str, start: usize, end: usize, fact: &Fact) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let behind = text[end..].chars().nth(1);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if matches!(fact, Fact::Duration(..) | Fact::Count(_) | Fact::Money(..) | Fact::Date(_)) {
        // Signs of Chinese and the like stand next to numbers.
        let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && (c as u32) < 0xE00);
        return !is_part(before) && !is_part(after);
    }
    let goes_on = match fact {
        Fact::Url(_) => {
            after.is_some_and(|c| "/?#&=-_~%@:+{\\".contains(c))
                || (after == Some('.') && is_letter(behind))
        }
        _ => after.is_some_and(|c| "-_@{".contains(c)) || (after == Some('.') && is_letter(behind)),
    };
    let comes_from = before.is_some_and(|c| "-_.@+%/\\".contains(c));
    !is_letter(before) && !is_letter(after) && !goes_on && !comes_from
}

/// The e-mail addresses in a text.
pub(crate) fn emails_in(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = &text[..at];
        let start = before.len() - before.chars().rev().take_while(|c| is_part(*c)).count();
        let after = &text[at + 1..];
        let length = after.chars().take_while(|c| is_part(*c)).count();
        let email = text[start..at + 1 + length].trim_matches(['.', '-', '_']);
        let is_in_url = text[..start].ends_with(['/', ':']) && !text[..start].ends_with("mailto:");
        if is_email(email) && !is_in_url {
            found.push(email);
        }
    }
    found
}

/// The name that a value has already.
fn kept(known: &[(String, Fact)], wanted: &str) -> Option<String> {
    known.iter().find(|(_, fact)| value(fact) == wanted).map(|(name, _)| name.clone())
}

/// A name that no other fact has.
fn named(known: &[(String, Fact)], facts: &[(String, Fact)], wanted: &str) -> String {
    let mut name = wanted.to_owned();
    let mut nth = 2;
    while known.iter().chain(facts).any(|(known, _)| *known == name) {
        name = format!("{wanted}-{nth}");
        nth += 1;
    }
    name
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let out = out.trim_matches('-');
    if out.starts_with(|c: char| c.is_ascii_alphabetic()) {
        out.to_owned()
    } else {
        format!("at-{out}").trim_end_matches('-').to_owned()
    }
}

/// A short name of its host and the last part of its path.
fn name_of_url(url: &str) -> String {
    let address = url.split_once("://").map_or(url, |(_, rest)| rest);
    let mut parts = address.split(['/', '?', '#']).filter(|part| !part.is_empty());
    let host = parts.next().unwrap_or_default().trim_start_matches("www.");
    let last = parts.next_back().unwrap_or_default();
    let words = plain(&format!("{host}-{last}"));
    if words.len() <= 48 {
        return words;
    }
    let end = words[..48].rfind('-').unwrap_or(48);
    words[..end].to_owned()
}

/// What else could be a fact: lengths of time and amounts, each once, with the number
/// of the text that it stands in first.
pub(crate) fn could_be(texts: &[&Markup], language: &str) -> Vec<(String, usize)> {
    let units = UNITS.iter().find(|(tag, _)| *tag == language).map_or(&[][..], |(_, units)| units);
    let mut found: Vec<(String, usize)> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let words: Vec<&str> = text.text().split_whitespace().collect();
        for (nth, whole) in words.iter().enumerate() {
            let word = whole.trim_matches(PUNCTUATION);
            let digits = word
                .trim_start_matches(|c| SIGNS.contains(&c))
                .trim_end_matches(|c| SIGNS.contains(&c));
            let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
                && digits.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
            if !is_number {
                continue;
            }
            let told = if digits.len() < word.len() {
                word.to_owned()
            } else {
                // What a bracket or comma ends goes with no word behind it, and the
                // number of a section with none at all.
                let is_open = whole.ends_with(word)
                    && !whole.starts_with('§')
                    && !nth.checked_sub(1).is_some_and(|before| words[before].ends_with('§'));
                let next =
                    words.get(nth + 1).filter(|next| is_open && !next.starts_with(PUNCTUATION));
                let next = next.map_or("", |next| next.trim_end_matches(PUNCTUATION));
                if !units.contains(&next.to_lowercase().as_str()) && !is_currency(next) {
                    continue;
                }
                format!("{word} {next}")
            };
            if !found.iter().any(|(known, _)| *known == told) {
                found.push((told, at));
            }
        }
    }
    found
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
    fn addresses_become_facts() {
        let text = Markup::parse(
            "Write to <help@a.com> or [us](mailto:help@a.com), not xhelp@a.com.\n\n\
             [a](https://a.com/x) [b](https://a.com/x) [c](https://a.com/x) [d](https://a.com/x/y)",
        );
        let facts = proposed(&[&text], &[]);
        let mut names: Vec<_> = facts.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["a-com-x-url", "help-email", "xhelp-email"]);
        let (written, used) =
            by_name("<help@a.com>, xhelp@a.com, (https://a.com/x) (https://a.com/x/y)", &facts);
        assert_eq!(
            written,
            "<{ $help-email }>, { $xhelp-email }, ({ $a-com-x-url }) (https://a.com/x/y)"
        );
        assert_eq!(used.len(), 3);
    }

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
