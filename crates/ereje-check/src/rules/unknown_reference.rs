//! # `unknown-reference`
//!
//! A message or term that does not exist, or has no such attribute.
//!
//! ```ftl fails
//! intro = About { -ap }.
//! # terms.ftl
//! -app = App
//! ```
//!
//! ```ftl fails
//! intro = About { {use} }, { usage }.
//! ```
//!
//! ```ftl passes
//! intro = About { -app }.
//! # terms.ftl
//! -app = App
//! ```

use super::{Check, Owner, Rule, files, patterns};
use crate::{Report, Subject};
use ereje::catalog::{Reference, references};
use ereje::diagnostic::{Level, nearest};

pub(super) const RULE: Rule = Rule::new("unknown-reference", Level::Error, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for file in files(subject) {
        for (owner, pattern) in patterns(file) {
            for reference in references(pattern) {
                let Some((name, message, hint)) = unknown(subject, &reference) else { continue };
                match owner {
                    Owner::Message(clause) => {
                        report.at_clause((file, name), clause, message, &hint);
                    }
                    Owner::Term(_) => report.at(file, name, message, &hint),
                }
            }
        }
    }
}

fn unknown<'s>(
    subject: &Subject<'s>,
    reference: &Reference<'s>,
) -> Option<(&'s str, String, String)> {
    match *reference {
        // It is there, but could not be read; that is told already.
        Reference::Term { name, .. } | Reference::Message { name, .. }
            if files(subject).any(|file| file.is_broken(name)) =>
        {
            None
        }
        Reference::Term { name, attribute, .. } => {
            let Some(term) = files(subject).find_map(|file| file.term(name)) else {
                let known = files(subject).flat_map(|file| file.terms().map(|term| term.id.name));
                let hint = match nearest(name, known) {
                    Some(meant) => format!("did you mean `-{meant}`?"),
                    None => format!("add `-{name} = …` to terms.ftl of this locale"),
                };
                return Some((name, format!("there is no term `-{name}`"), hint));
            };
            let attribute = attribute?;
            let known = term.attributes.iter().any(|known| known.id.name == attribute);
            let message = format!("the term `-{name}` has no attribute `.{attribute}`");
            (!known).then(|| (attribute, message, "add it to the term".to_owned()))
        }
        Reference::Message { name, attribute } => {
            let Some(found) = files(subject).find_map(|file| file.message(name)) else {
                let fact = subject.catalog.variables().find(|variable| *variable == name);
                let known = subject.file().messages().map(|message| message.id.name);
                let hint = match (fact, nearest(name, known)) {
                    (Some(fact), _) => format!("a fact has a dollar sign: `{{ ${fact} }}`"),
                    (None, Some(meant)) => format!("did you mean `{meant}`?"),
                    (None, None) => "a fact is written `{ $name }`, a term `{ -name }`".to_owned(),
                };
                return Some((name, format!("there is no message `{name}`"), hint));
            };
            let known = match attribute {
                None => found.value.is_some(),
                Some(name) => found.attributes.iter().any(|known| known.id.name == name),
            };
            let message = format!("the message `{name}` has no such text");
            (!known).then(|| (name, message, "name one that has".to_owned()))
        }
        _ => None,
    }
}
