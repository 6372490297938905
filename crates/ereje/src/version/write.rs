//! Frozen files as text. Written once and never again, so what stands here can
//! change without changing any version that exists; but for the list of digests, which
//! is held to its form, since nothing holds a digest of the newest one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Card, ClauseText, SCHEMA, Version, VersionText};
use crate::fact::{Date, Fact};
use crate::locale::Locale;

pub(super) fn version(version: &Version) -> String {
    let mut out = String::new();
    out.push_str(
        "# A released version, written by `ereje release`. It never changes: the digests in\n",
    );
    out.push_str("# SHA256SUMS and the next version would tell.\n");
    line(&mut out, "schema", &quoted(SCHEMA));
    line(&mut out, "policy", &quoted(&version.policy));
    line(&mut out, "version", &quoted(&version.version));
    line(&mut out, "published", &version.published.to_string());
    line(&mut out, "effective", &version.effective.to_string());
    line(&mut out, "time-zone", &quoted(&version.time_zone));
    line(&mut out, "show-until", &version.show_until.to_string());
    line(&mut out, "severity", &quoted(version.severity.name()));
    line(&mut out, "floor", &quoted(version.floor.name()));
    line(&mut out, "action", &quoted(version.action.name()));
    if let Some(reason) = &version.reason {
        line(&mut out, "reason", &quoted(reason));
    }
    if let Some(why) = &version.short_notice {
        line(&mut out, "short-notice", &quoted(why));
    }
    if !version.retracts.is_empty() {
        line(&mut out, "retracts", &list(&version.retracts));
    }
    if version.ends {
        line(&mut out, "ends", "true");
    }
    line(&mut out, "topics", &list(&version.topics));
    line(&mut out, "source-locale", &quoted(version.source_locale.tag()));
    line(&mut out, "locales", &list(version.locales.iter().map(Locale::tag)));
    if let Some(previous) = &version.previous {
        out.push_str("\n[previous]\n");
        line(&mut out, "version", &quoted(&previous.version));
        line(&mut out, "sha256sums", &quoted(&previous.sums));
    }
    if !version.facts.is_empty() {
        out.push_str("\n[facts]\n");
        for (name, fact) in &version.facts {
            line(&mut out, name, &fact_value(fact));
        }
    }
    for clause in &version.clauses {
        out.push_str("\n[[clause]]\n");
        line(&mut out, "id", &quoted(&clause.id));
        line(&mut out, "kind", &quoted(clause.kind.name()));
        line(&mut out, "level", &clause.level.to_string());
        let lists =
            [("topics", &clause.topics), ("promises", &clause.promises), ("facts", &clause.facts)];
        for (name, names) in lists.into_iter().filter(|(_, names)| !names.is_empty()) {
            line(&mut out, name, &list(names));
        }
        line(&mut out, "meaning", &quoted(&clause.meaning));
    }
    out
}

pub(super) fn text(locale: &Locale, text: &VersionText) -> String {
    // With room for the names and the digest of each clause.
    let size = |clause: &ClauseText| {
        clause.text.len() + clause.id.len() + clause.heading.as_ref().map_or(0, String::len) + 160
    };
    let clauses: usize = text.clauses.iter().map(size).sum();
    let mut out = String::with_capacity(clauses + text.description.len() + 1024);
    out.push_str("# The texts of a released version as its readers saw them. Never changed.\n");
    line(&mut out, "locale", &quoted(locale.tag()));
    line(&mut out, "title", &quoted(&text.title));
    line(&mut out, "description", &quoted(&text.description));
    line(&mut out, "last-updated", &quoted(&text.last_updated));
    line(&mut out, "name", &quoted(&text.name));
    if let Some(notice) = &text.notice {
        for (phase, Card { title, summary }) in [("now", &notice.now), ("coming", &notice.coming)] {
            let _ = writeln!(out, "\n[notice.{phase}]");
            line(&mut out, "title", &quoted(title));
            line(&mut out, "summary", &quoted(summary));
        }
    }
    for clause in &text.clauses {
        out.push_str("\n[[clause]]\n");
        line(&mut out, "id", &quoted(&clause.id));
        if let Some(heading) = &clause.heading {
            line(&mut out, "heading", &quoted(heading));
        }
        line(&mut out, "text", &block(&clause.text));
        line(&mut out, "sha256", &quoted(&clause.digest()));
    }
    out
}

/// The digests of files, by name, as `sha256sum` prints them.
pub(super) fn sums(digests: &BTreeMap<String, String>) -> String {
    digests.iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect()
}

fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {value}");
}

fn list<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| quoted(name.as_ref())).collect();
    format!("[{}]", names.join(", "))
}

/// A fact as the value of its name in a table `[facts]`.
#[must_use]
pub fn fact_value(fact: &Fact) -> String {
    let date = |date: &Date| date.to_string();
    let (kind, value) = match fact {
        Fact::Email(address) => ("email", quoted(address)),
        Fact::Url(address) => ("url", quoted(address)),
        Fact::Date(day) => ("date", date(day)),
        Fact::Duration(number, unit) => ("duration", quoted(&format!("{number} {}", unit.name()))),
        Fact::Money(amount, code) => ("money", quoted(&format!("{amount} {code}"))),
        Fact::Count(count) => ("count", count.to_string()),
        Fact::Text(words) => ("text", quoted(words)),
        Fact::List(names) => ("list", list(names)),
    };
    format!("{{ {kind} = {value} }}")
}

/// A basic string of one line (TOML 1.0).
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    escaped(&mut out, text, |out| out.push_str("\\n"));
    out.push('"');
    out
}

/// A basic string over several lines, which people can read.
fn block(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    out.push_str("\"\"\"\n");
    escaped(&mut out, text, |out| out.push('\n'));
    out.push_str("\"\"\"");
    out
}

/// Nearly all of a text stands for itself, and is copied in one piece.
fn escaped(out: &mut String, text: &str, line_end: impl Fn(&mut String)) {
    let mut copied = 0;
    let may_need = |byte: &u8| matches!(byte, 0..0x20 | b'"' | b'\\' | 0x7F | 0xC2 | 0xE2 | 0xEF);
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| may_need(byte)) {
        let Some(character) = text[at..].chars().next().filter(|one| !stands_for_itself(*one))
        else {
            continue;
        };
        out.push_str(&text[copied..at]);
        match character {
            '\n' => line_end(out),
            '\t' => out.push_str("\\t"),
            '"' | '\\' => out.extend(['\\', character]),
            _ => {
                let _ = write!(out, "\\u{:04X}", u32::from(character));
            }
        }
        copied = at + character.len_utf8();
    }
    out.push_str(&text[copied..]);
}

/// What can not be seen is written by its number.
fn stands_for_itself(character: char) -> bool {
    let is_unseen = matches!(
        character,
        '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    );
    !is_unseen && !character.is_control() && !matches!(character, '"' | '\\')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    proptest::proptest! {
        #[test]
        fn any_text_is_read_back(text in "[\\PC\n\t\"\\\\\u{2068}\u{85}\r]{0,80}") {
            for written in [quoted(&text), block(&text)] {
                let file = format!("a = {written}\n");
                let (read, found) =
                    Settings::read("x", &file, |root| root.text("a").map(str::to_owned));
                proptest::prop_assert_eq!(found, []);
                proptest::prop_assert_eq!(read.as_deref(), Some(text.as_str()));
            }
        }
    }
}
