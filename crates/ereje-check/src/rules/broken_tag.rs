//! # `broken-tag`
//!
//! An element such as `<a>…</a>` in the messages of a program that is not closed,
//! or not opened, or that the source has more or fewer of: the rest of a page turns
//! bold, or a link is lost. Elements that only set words apart, as `<em>`, may be
//! more or fewer, but must be whole. Where elements have names (`data-l10n-name`),
//! the program looks for those of the source. An element that the source itself does
//! not close is told there, once, and its copies are not. In policies `raw-html` tells of
//! all.
//!
//! ```ftl fails de
//! # messages of a program
//! intro = Näheres auf <a>unserer Seite.
//! # source.ftl
//! intro = See <a>our site</a>.
//! ```
//!
//! ```ftl fails ru
//! # messages of a program
//! intro = Подробности на нашем сайте.
//! # source.ftl
//! intro = See <a data-l10n-name="site">our site</a>.
//! ```
//!
//! ```ftl fails fr
//! # messages of a program
//! intro = Voir <a data-l10n-name="sit">notre site</a>.
//! # source.ftl
//! intro = See <a data-l10n-name="site">our site</a>.
//! ```
//!
//! ```ftl passes kk
//! # messages of a program
//! intro = <a>Біздің сайтты</a> қараңыз.
//! use = <strong>Бұл</strong> маңызды.
//! contact = list ПАПКА <ФАЙЛ>
//! # source.ftl
//! intro = See <a>our site</a>.
//! use = This is important.
//! contact = list DIRECTORY <FILE>
//! ```

use std::cmp::Ordering;

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::{Comparison, Form, Reading, Report, Side};

pub(super) const RULE: Rule = Rule::new("broken-tag", Level::Error, Check::Texts(check));

/// Elements that set words apart, and of which a language may need more or fewer.
const OF_WORDS: [&str; 27] = [
    "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "div", "em", "h1", "h2", "h3", "i",
    "ins", "kbd", "mark", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "u", "ul",
];

/// Elements that need no end.
const OPEN: [&str; 8] = ["br", "hr", "img", "input", "li", "p", "wbr", "option"];

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    if texts.to.texts.form != Form::Plain || !texts.source.is_complete {
        return;
    }
    let sources = &texts.source.readings;
    let is_same = |own: &Reading| {
        !own.sketch().may_link && !sources.iter().any(|source| source.sketch().may_link)
            || sources.iter().any(|source| own.sketch().leads_as(source.sketch()))
    };
    for own in texts.own.readings.iter().filter(|own| !is_same(own)) {
        let tags = tags(&own.written);
        let faults = sources.iter().map(|source| fault(&tags, &self::tags(&source.written)));
        // A form that is as one of the source is right.
        let Some(Fault { tag, message, hint }) = faults.min_by_key(Option::is_some).flatten()
        else {
            continue;
        };
        return report.at_texts(texts, (&format!("<{tag}"), &format!("<{tag}")), message, &hint);
    }
}

/// What is wrong with the elements of a source by itself, which translators would copy.
pub(crate) fn check_source(source: Side<'_>, report: &mut Report<'_>) {
    for text in source.texts.iter() {
        let with_any = text.readings.iter().filter(|reading| reading.sketch().may_link);
        let fault =
            with_any.into_iter().find_map(|reading| left_open(&tags(&reading.written), &[]));
        let Some(Fault { tag, message, hint }) = fault else { continue };
        report.at_source((source, text), &format!("<{tag}"), message, &hint);
    }
}

/// What is wrong with the elements of a form.
struct Fault {
    /// What stands behind the bracket of one that it is about.
    tag: String,
    message: String,
    hint: String,
}

/// The elements that are looked at, each once: of a source that does not close one, a
/// translation need not.
fn elements<'t>(own: &[Tag<'t>], source: &[Tag<'t>]) -> impl Iterator<Item = Counts<'t>> {
    let mut names: Vec<&str> = source.iter().chain(own).map(|tag| tag.name).collect();
    names.sort_unstable();
    names.dedup();
    let count = |tags: &[Tag<'_>], name: &str, closes| {
        tags.iter().filter(|tag| tag.name == name && tag.closes == closes).count()
    };
    let all: Vec<Counts<'t>> = names
        .into_iter()
        .filter(|name| !OPEN.contains(name))
        .map(|name| Counts {
            name,
            source: (count(source, name, false), count(source, name, true)),
            own: (count(own, name, false), count(own, name, true)),
        })
        .collect();
    all.into_iter().filter(|Counts { name, source, own }| {
        let is_closed = source.1 > 0 || own.1 > 0;
        source.0 == source.1 && (is_closed || OF_WORDS.contains(name) || *name == "a")
    })
}

/// How often an element is opened and closed.
struct Counts<'t> {
    name: &'t str,
    source: (usize, usize),
    own: (usize, usize),
}

/// An element that is not closed, or not opened.
fn left_open(own: &[Tag<'_>], source: &[Tag<'_>]) -> Option<Fault> {
    elements(own, source).find_map(|Counts { name, own: (opened, closed), .. }| {
        let fault = |tag: String, message, hint| Some(Fault { tag, message, hint });
        match opened.cmp(&closed) {
            Ordering::Greater => fault(
                name.to_owned(),
                format!("`<{name}>` is not closed"),
                format!("write `</{name}>` behind it"),
            ),
            Ordering::Less => fault(
                format!("/{name}"),
                format!("`</{name}>` closes nothing"),
                format!("write `<{name}>` before it"),
            ),
            Ordering::Equal => None,
        }
    })
}

/// An element that the source has more or fewer of.
fn miscounted(own: &[Tag<'_>], source: &[Tag<'_>]) -> Option<Fault> {
    let differs =
        |counts: &Counts<'_>| counts.own.0 != counts.source.0 && !OF_WORDS.contains(&counts.name);
    let Counts { name, source: (from, _), own: (to, _) } = elements(own, source).find(differs)?;
    Some(Fault {
        tag: name.to_owned(),
        message: format!("the source has {from} of `<{name}>`, this text {to}"),
        hint: "keep each element of the source".to_owned(),
    })
}

fn fault(own: &[Tag<'_>], source: &[Tag<'_>]) -> Option<Fault> {
    if let Some(fault) = left_open(own, source).or_else(|| miscounted(own, source)) {
        return Some(fault);
    }
    let known = |tag: &&Tag<'_>| source.iter().any(|other| other.named == tag.named);
    let other = own.iter().filter(|tag| tag.named.is_some()).find(|tag| !known(tag))?;
    let name = other.named.unwrap_or_default();
    let wanted = source.iter().find_map(|tag| tag.named).unwrap_or_default();
    Some(Fault {
        tag: other.name.to_owned(),
        message: format!("the source has no element of the name “{name}”"),
        hint: format!("write the name as it is in the source, such as “{wanted}”"),
    })
}

/// One end of an element.
struct Tag<'t> {
    name: &'t str,
    closes: bool,
    /// Its `data-l10n-name`.
    named: Option<&'t str>,
}

/// The ends of elements in a text; those that are both at once, as `<br/>`, are
/// none.
fn tags(text: &str) -> Vec<Tag<'_>> {
    let of = |at: usize| {
        let rest = &text[at + 1..];
        let inside = &rest[..rest.find(['>', '<'])?];
        let is_whole = rest[inside.len()..].starts_with('>') && !inside.ends_with('/');
        let (closes, inside) = match inside.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, inside),
        };
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let end = inside.find(|c| !is_name(c)).unwrap_or(inside.len());
        let (name, rest) = inside.split_at(end);
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && (rest.is_empty() || rest.starts_with(char::is_whitespace));
        let named = rest.split_once("data-l10n-name=").and_then(|(_, value)| {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| "\"'".contains(*c))?;
            value[1..].split(quote).next()
        });
        (is_whole && is_tag).then_some(Tag { name, closes, named })
    };
    memchr::memchr_iter(b'<', text.as_bytes()).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str, own: &str) -> Option<String> {
        fault(&tags(own), &tags(source)).map(|fault| fault.message)
    }

    #[test]
    fn only_elements_are_looked_at() {
        for same in ["x", "<b>x</b>", "a < b > c", "<FILE>", "<br>", "<img src=\"a\"/>"] {
            assert_eq!(told("x", same), None, "{same}");
        }
        for broken in ["<b>x", "x</b>", "<b>x<b>", "<a>x", "<a>x</a>"] {
            assert!(told("x", broken).is_some(), "{broken}");
        }
        assert_eq!(told("<link1>x</link1>", "<link1>y</link1>"), None);
        assert!(told("<link1>x</link1>", "<link2>y</link2>").is_some());
        assert_eq!(told("<b>x", "<b>y"), None, "the source is the author's own");
    }
}
