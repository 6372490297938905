//! Addresses in a text: where its links lead, and the URLs and e-mail addresses
//! that are typed as they are.

use ereje::markup::{Event, Tag};

use crate::{Form, Reading};

/// Where a text leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Links {
    /// Where links lead, those to e-mail addresses left out.
    pub(crate) linked: Vec<String>,
    /// URLs that are text and no links.
    pub(crate) bare: Vec<String>,
}

impl Links {
    /// The links of a text. A link to a fact leads to `{$name}`, however it is
    /// written; a fact that stands as text is none.
    pub(crate) fn of(reading: &Reading, form: Form) -> Links {
        if form == Form::Plain {
            return Links { linked: Vec::new(), bare: urls(&reading.written) };
        }
        let markup = reading.markup();
        let mut links = Links::default();
        let mut depth = 0_usize;
        for event in markup.events() {
            match event {
                Event::Open(Tag::Link(link)) => {
                    depth += 1;
                    links.linked.extend(web(markup.link(link)));
                }
                Event::Close(Tag::Link(_)) => depth = depth.saturating_sub(1),
                Event::Text(text) if depth == 0 => {
                    links.bare.extend(urls(text));
                    let typed = linked_facts(text);
                    links.linked.extend(typed.filter(|fact| is_link(&reading.written, fact)));
                }
                _ => {}
            }
        }
        links
    }
}

/// The target of a link unless it is an e-mail address.
fn web(target: &str) -> Option<String> {
    match target.strip_prefix("mailto:") {
        // Whether a fact is an address only its declaration knows.
        Some(fact) if fact.starts_with("{$") => Some(fact.to_owned()),
        Some(_) => None,
        None => Some(target.to_owned()),
    }
}

/// `<{$name}>` becomes a link once the fact is known.
fn linked_facts(text: &str) -> impl Iterator<Item = String> {
    text.split("<{$").skip(1).filter_map(|piece| {
        let (name, _) = piece.split_once("}>")?;
        (!name.contains('}')).then(|| format!("{{${name}}}"))
    })
}

/// Whether `<{$name}>` is typed with these signs, and not with what stands for them
/// (`&lt;`), which readers see as signs.
fn is_link(written: &str, fact: &str) -> bool {
    let typed = format!("<{fact}>");
    written.match_indices(&typed).any(|(at, _)| !written[..at].ends_with('\\'))
}

/// The URLs of a text, in its order.
pub(crate) fn urls(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_url(text, at) {
        let url = url(&text[start..]);
        let host = url.split("://").last().unwrap_or_default();
        if host.contains(['.', '{']) || host.starts_with("localhost") {
            found.push(url.to_owned());
        }
        at = start + url.len().max(1);
    }
    found
}

fn next_url(text: &str, from: usize) -> Option<usize> {
    let begins = |sign: &str| text[from..].find(sign).map(|at| from + at);
    let starts = [begins("https://"), begins("http://"), begins("www.")];
    starts.into_iter().flatten().min()
}

/// The URL that `text` begins with. Words that follow without a space, as in
/// Japanese or behind an apostrophe in Turkish, are no part of it.
fn url(text: &str) -> &str {
    let mut end = text.len();
    let host = text.find("://").map_or(0, |at| at + 3);
    let mut in_host = true;
    for (at, character) in text.char_indices().skip(host) {
        let rest = &text[at..];
        in_host &= !matches!(character, '/' | '?' | '#');
        let is_port = || rest[1..].starts_with(|c: char| c.is_ascii_digit());
        let ends = match character {
            '{' => !rest.starts_with("{$"),
            '}' => !text[..at].contains("{$"),
            ':' => in_host && !is_port(),
            _ => !character.is_ascii_graphic() || "<>\"'`|\\^".contains(character),
        };
        if ends {
            end = at;
            break;
        }
    }
    trimmed(&text[..end])
}

/// Without the signs of the sentence that it stands in.
fn trimmed(mut url: &str) -> &str {
    loop {
        let shorter = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
        let count = |sign| shorter.matches(sign).count();
        let closes_more = (shorter.ends_with(')') && count(')') > count('('))
            || (shorter.ends_with(']') && count(']') > count('['));
        let shorter = if closes_more { &shorter[..shorter.len() - 1] } else { shorter };
        if shorter.len() == url.len() {
            return url;
        }
        url = shorter;
    }
}

/// What two URLs have in common that lead to one page in two languages: without
/// `locales` as a part of the host, a folder or a value, as in `/de/privacy`. Of a wiki
/// in a language the articles are left out: they are called by its words.
pub(crate) fn page(url: &str, locales: &[&str]) -> String {
    let is_locale = |part: &str| {
        let part = part.replace('_', "-");
        locales.iter().any(|locale| locale.eq_ignore_ascii_case(&part))
    };
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let (rest, anchor) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut folders = rest.split('/');
    let host = folders.next().unwrap_or_default().to_lowercase();
    let (host, is_of_locale) = match host.split_once('.') {
        Some((first, others)) if is_locale(first) && others.contains('.') => {
            (others.to_owned(), true)
        }
        _ => (host, false),
    };
    let mut folders: Vec<&str> =
        folders.filter(|part| !part.is_empty() && !is_locale(part)).collect();
    if is_of_locale && folders.first() == Some(&"wiki") {
        folders.truncate(1);
    }
    let values =
        query.split('&').filter(|pair| !pair.split('=').next_back().is_some_and(is_locale));
    let query: Vec<&str> = values.filter(|pair| !pair.is_empty()).collect();
    let scheme = scheme.to_lowercase();
    format!("{scheme}://{host}/{}?{}#{anchor}", folders.join("/"), query.join("&"))
}

/// The e-mail addresses of a text, each once, in lower case and in order of the
/// alphabet.
pub(crate) fn emails(text: &str) -> Vec<String> {
    let mut found: Vec<String> =
        memchr::memchr_iter(b'@', text.as_bytes()).filter_map(|at| email(text, at)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether an e-mail address is one to show what such look like, as translators
/// write in their own words: `yourname@example.com`.
pub(crate) fn is_example(address: &str) -> bool {
    const WORDS: [&str; 8] =
        ["example", "your", "yourname", "yourdomain", "customdomain", "domain", "user", "username"];
    let mut parts = address.split(['@', '.', '-', '_', '+']);
    parts.any(|part| WORDS.contains(&part))
}

/// The e-mail address around the sign at `at`.
fn email(text: &str, at: usize) -> Option<String> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let before = text[..at].trim_end_matches(is_local).len();
    let name = text[before..at].trim_start_matches(['.', '-']);
    let after = &text[at + 1..];
    let is_host = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    let end = after.find(|c| !is_host(c)).unwrap_or(after.len());
    let host = after[..end].trim_end_matches(['.', '-']);
    let (domain, top) = host.rsplit_once('.')?;
    // An ending of the language may hang on it, as in `a@b.com-on`.
    let letters = top.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(top.len());
    let top = if top.starts_with("xn--") { top } else { &top[..letters] };
    let is_address = !name.is_empty() && !domain.is_empty() && top.len() >= 2;
    is_address.then(|| format!("{name}@{domain}.{top}").to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_end_where_the_sentence_goes_on() {
        for (text, expected) in [
            ("See https://example.com/a.", "https://example.com/a"),
            ("(https://example.com/a_(b))", "https://example.com/a_(b)"),
            ("https://example.comをご覧ください", "https://example.com"),
            ("https://example.com'a bakın", "https://example.com"),
            ("osoitteeseen https://example.com:iin", "https://example.com"),
            ("https://example.com:8080/x, y", "https://example.com:8080/x"),
            ("«https://example.com/{$id}»", "https://example.com/{$id}"),
            ("at www.example.com!", "www.example.com"),
        ] {
            assert_eq!(urls(text), [expected], "{text}");
        }
        assert!(urls("file:// and http://.").is_empty());
    }

    #[test]
    fn one_page_in_two_languages_is_one() {
        let same = |a: &str, b: &str| page(a, &["en", "de"]) == page(b, &["en", "de"]);
        assert!(same(
            "https://en.wikipedia.org/wiki/Hash",
            "https://de.wikipedia.org/wiki/Streuwert"
        ));
        assert!(!same("https://en.example.com/a", "https://de.example.com/b"));
        assert!(!same("https://example.com/wiki/a", "https://example.com/wiki/b"));
        assert!(same("https://example.com/en/privacy", "https://example.com/de/privacy"));
        assert!(same("https://en.example.org/a", "https://de.example.org/a"));
        assert!(same("https://example.com/a?hl=en", "https://Example.com/a/?hl=de"));
        assert!(!same("https://example.com/a#b", "https://example.com/a#c"));
        assert!(!same("https://example.com/a", "https://example.org/a"));
        assert!(!same("#use", "#contact"));
    }

    #[test]
    fn addresses_are_found_among_words() {
        assert_eq!(emails("連絡先help@example.comまで"), ["help@example.com"]);
        assert_eq!(emails("A.B+c@Example.co.uk, x@y.com-ra."), ["a.b+c@example.co.uk", "x@y.com"]);
        assert!(is_example("your.name@mail.org") && !is_example("help@mail.org"));
        assert!(emails("{$user}@example.com a@b @c.de root@localhost").is_empty());
    }
}
