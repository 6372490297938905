//! Facts that a text states: addresses that become facts, and what could.

pub(crate) mod known;
mod values;

use std::collections::BTreeMap;

use ereje::fact::{Fact, is_email, is_url};
use ereje::markup::{Event, Markup};

pub(crate) use values::{could_be, place_of};

/// So many addresses of a kind become facts at the most: a text with more is a list.
const MOST: usize = 100;

/// So often has a URL to stand in a page to become a fact.
const REPEATED: usize = 3;

/// The e-mail addresses that stand in a text, each once.
pub(crate) fn emails_of(text: &Markup) -> Vec<&str> {
    // Most texts have none, which is seen at a glance.
    let events = text.text().contains('@').then(|| text.events()).into_iter().flatten();
    let words = events.filter_map(|event| match event {
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
}
