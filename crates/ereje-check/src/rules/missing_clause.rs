//! # `missing-clause`
//!
//! A message that makes the page and is not in the file of this locale. In a
//! draft its place is taken by the source text, marked as missing. A heading above
//! other clauses needs no text of its own, where the source has none either. What is
//! still a comment, as `ereje init --locales` begins a language, is not there yet.
//!
//! ```ftl fails
//! # without contact
//! ```
//!
//! ```ftl fails
//! # without contact
//! # How readers reach us.
//! # contact = Write to us.
//! ```
//!
//! ```ftl passes
//! contact = Write to us.
//! ```

use super::{Check, Rule};
use crate::{Report, Subject};
use ereje::catalog::{FtlFile, Message, UNCOMMENT};
use ereje::compose::HEADING;
use ereje::diagnostic::{Alike, Level};

pub(super) const RULE: Rule = Rule {
    draft_level: Some(Level::Warning),
    ..Rule::new("missing-clause", Level::Error, Check::Messages(check))
};

/// What to do with a message of the source that is behind `# `.
const BRING_BACK: &str =
    "take away the `# ` before its lines, or take what is not to be said out of policy.toml";

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for id in subject.expected() {
        match subject.file().message(id) {
            Some(found) if found.value.is_some() => {}
            Some(found) if is_heading(found) && source_has_no_text(subject, id) => {}
            Some(found) => {
                let place = (subject.file(), found.id.name);
                let hint = format!("write the text behind `{id} =`");
                report.at_clause(place, id, format!("`{id}` has no text"), &hint);
                report.alike(Alike::Text);
            }
            None if subject.file().is_broken(id) => {}
            None => {
                let waiting = waiting(subject, id);
                // The source waits for nobody: there it was taken out of the text.
                let is_source = source_of(subject, id).is_none();
                let message = match waiting {
                    Some(_) if is_source => format!("`{id}` is commented out"),
                    Some(_) => format!("`{id}` is not translated yet"),
                    None => format!("`{id}` is missing"),
                };
                let (part, hint) = match (waiting, before(subject, id)) {
                    (Some(part), _) if is_source => (part, BRING_BACK.to_owned()),
                    (Some(part), _) => (part, UNCOMMENT.to_owned()),
                    (None, Some(name)) => {
                        (name, format!("below `{name}`, add `{id} = …` in this language"))
                    }
                    (None, None) => ("", format!("add `{id} = …` in this language")),
                };
                let place = (subject.file(), part);
                match source_of(subject, id) {
                    Some(beside) => report.lacks(place, beside, id, message, &hint),
                    None => report.at_clause(place, id, message, &hint),
                }
                let waits = waiting.is_some() && !is_source;
                report.alike(if waits { Alike::Waiting } else { Alike::Message });
            }
        }
    }
}

/// The name of a message that the file has behind `# `, as a language begins.
fn waiting<'s>(subject: &Subject<'s>, id: &str) -> Option<&'s str> {
    let (file, range) = (subject.file(), subject.file().waiting(id)?);
    let name = file.text()[range.clone()].find(id)? + range.start;
    file.text().get(name..name + id.len())
}

/// What there is to translate, and where it stands.
fn source_of<'s>(subject: &Subject<'s>, id: &str) -> Option<(&'s FtlFile, &'s str)> {
    let message = subject.source.message(id)?;
    (subject.source.path() != subject.file().path()).then_some((subject.source, message.id.name))
}

/// Whether a message is a heading alone, above clauses with texts.
fn is_heading(message: &Message<'_>) -> bool {
    message.attributes.iter().any(|attribute| attribute.id.name == HEADING)
}

/// Whether there is nothing to translate but the heading.
fn source_has_no_text(subject: &Subject<'_>, id: &str) -> bool {
    subject.source.message(id).is_some_and(|message| message.value.is_none())
}

/// The message of the page before this one that is there.
fn before<'s>(subject: &Subject<'s>, id: &str) -> Option<&'s str> {
    let names = subject.expected().take_while(|expected| *expected != id);
    names.filter_map(|name| Some(subject.file().message(name)?.id.name)).last()
}
