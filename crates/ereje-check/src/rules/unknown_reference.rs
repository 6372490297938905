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

use super::{Check, Rule, files};
use crate::references::Used;
use crate::{References, Report, Variables};
use ereje::catalog::{FtlFile, Reference};
use ereje::diagnostic::Level;
use ereje::fix::Fix;

pub(super) const RULE: Rule =
    Rule::new("unknown-reference", Level::Error, Check::References(check));

fn check(known: &References<'_>, report: &mut Report<'_>) {
    for Used { file, owner, references, .. } in &known.used {
        for reference in references {
            let Some((name, message, hint)) = unknown(known, reference) else { continue };
            report.at_owner((file, name), *owner, message, &hint);
            if let Some(meant) = only_meant(known, reference) {
                report.fix(Fix::likely(file.span(name), meant));
            }
        }
    }
}

fn unknown<'s>(
    known: &References<'s>,
    reference: &Reference<'s>,
) -> Option<(&'s str, String, String)> {
    match *reference {
        // It is there, but could not be read; that is told already.
        Reference::Term { name, .. } | Reference::Message { name, .. }
            if files(known).any(|file| file.is_broken(name)) =>
        {
            None
        }
        Reference::Term { name, attribute, .. } => {
            let Some(term) = files(known).find_map(|file| file.term(name)) else {
                if known.elsewhere.is_some_and(|other| other.terms.contains(name)) {
                    return None;
                }
                let hint = match (waiting(known, name), known.meant(name, terms(known))) {
                    (Some(file), _) => {
                        format!("take away the `# ` before `-{name}` in {}", file.path())
                    }
                    (None, Some(meant)) => format!("did you mean `-{meant}`?"),
                    (None, None) if known.is_of_policies() => {
                        format!("add `-{name} = …` to terms.ftl of this locale")
                    }
                    (None, None) => format!("add `-{name} = …` to the file"),
                };
                return Some((name, format!("there is no term `-{name}`"), hint));
            };
            let attribute = attribute?;
            let is_known = term.attributes.iter().any(|known| known.id.name == attribute);
            let message = format!("the term `-{name}` has no attribute `.{attribute}`");
            (!is_known).then(|| (attribute, message, "add it to the term".to_owned()))
        }
        Reference::Message { name, attribute } => {
            let Some(found) = files(known).find_map(|file| file.message(name)) else {
                if known.elsewhere.is_some_and(|other| other.messages.contains(name)) {
                    return None;
                }
                let hint = match (variable(known, name), known.meant(name, messages(known))) {
                    (Some(fact), _) => format!("a fact has a dollar sign: `{{ ${fact} }}`"),
                    (None, Some(meant)) => format!("did you mean `{meant}`?"),
                    (None, None) if matches!(known.variables, Variables::Facts(_)) => {
                        "a fact is written `{ $name }`, a term `{ -name }`".to_owned()
                    }
                    (None, None) => {
                        "a variable is written `{ $name }`, a term `{ -name }`".to_owned()
                    }
                };
                return Some((name, format!("there is no message `{name}`"), hint));
            };
            let is_known = match attribute {
                None => found.value.is_some(),
                Some(name) => found.attributes.iter().any(|known| known.id.name == name),
            };
            let message = format!("the message `{name}` has no such text");
            (!is_known).then(|| (name, message, "name one that has".to_owned()))
        }
        _ => None,
    }
}

/// Names of terms, those in other files among them.
fn terms<'s>(known: &References<'s>) -> impl Iterator<Item = &'s str> {
    let elsewhere = known.elsewhere.into_iter().flat_map(|other| &other.terms);
    known.term_names.iter().chain(elsewhere).copied()
}

/// Names of messages, likewise.
fn messages<'s>(known: &References<'s>) -> impl Iterator<Item = &'s str> {
    let elsewhere = known.elsewhere.into_iter().flat_map(|other| &other.messages);
    known.messages.iter().chain(elsewhere).copied()
}

/// The one name that a term or message which does not exist can have meant.
fn only_meant<'s>(known: &References<'s>, reference: &Reference<'s>) -> Option<&'s str> {
    match *reference {
        Reference::Term { name, .. }
            if !known.term_names.contains(&name) && waiting(known, name).is_none() =>
        {
            known.only_meant(name, terms(known))
        }
        Reference::Message { name, .. }
            if !known.messages.contains(&name) && variable(known, name).is_none() =>
        {
            known.only_meant(name, messages(known))
        }
        _ => None,
    }
}

/// The file in which a term of this name stands behind `# `, to be translated.
fn waiting<'k>(known: &'k References<'_>, name: &str) -> Option<&'k FtlFile> {
    let typed = format!("-{name}");
    files(known).find(|file| file.waiting(&typed).is_some())
}

/// The fact of this name.
fn variable<'s>(known: &References<'s>, name: &str) -> Option<&'s str> {
    let Variables::Facts(catalog) = known.variables else { return None };
    catalog.variables().find(|variable| *variable == name)
}
