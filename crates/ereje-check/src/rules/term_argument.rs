//! # `term-argument`
//!
//! A term that is not given what it needs, or given what it does not know. A term
//! sees only the arguments that are written behind it, not the facts of the policy;
//! and where an argument's name or value is misspelt, Fluent takes the default
//! variant and says nothing, which puts the wrong case into the sentence.
//!
//! ```ftl fails
//! intro = Write to { -support }.
//! # terms.ftl
//! -support = us at { $support-email }
//! ```
//!
//! ```ftl fails
//! intro = About the rights of { -user(case: "genitiv") }.
//! # terms.ftl
//! -user = { $case ->
//!    *[nominative] the User
//!     [genitive] the User's
//!  }
//! ```
//!
//! ```ftl fails
//! intro = About the rights of { -user(cas: "genitive") }.
//! # terms.ftl
//! -user = { $case ->
//!    *[nominative] the User
//!     [genitive] the User's
//!  }
//! ```
//!
//! ```ftl passes
//! intro = About the rights of { -user(case: "genitive") } and { -user }.
//! # terms.ftl
//! -user = { $case ->
//!    *[nominative] the User
//!     [genitive] the User's
//!  }
//! ```

use super::{Check, Owner, Rule, files};
use crate::references::Used;
use crate::{References, Report};
use ereje::catalog::{FtlFile, Reference, Term, references, variants};
use ereje::diagnostic::{Level, nearest, only_near};
use ereje::fix::Fix;

pub(super) const RULE: Rule = Rule::new("term-argument", Level::Error, Check::References(check));

fn check(known: &References<'_>, report: &mut Report<'_>) {
    for Used { file, owner, references, .. } in &known.used {
        for reference in references {
            if let Reference::Term { name, arguments, .. } = reference
                && let Some(term) = files(known).find_map(|file| file.term(name))
            {
                check_call(file, *owner, (name, term), arguments, report);
            }
        }
    }
}

fn check_call(
    file: &FtlFile,
    owner: Owner<'_>,
    (name, term): (&str, &Term<'_>),
    arguments: &[(&str, Option<&str>)],
    report: &mut Report<'_>,
) {
    let mut tell = |part: &str, message: String, hint: &str, meant: Option<&str>| {
        report.at_owner((file, part), owner, message, hint);
        if let Some(meant) = meant {
            report.fix(Fix::likely(file.span(part), meant));
        }
    };
    let attributes = term.attributes.iter().map(|attribute| &attribute.value);
    let read: Vec<(&str, bool)> = [&term.value]
        .into_iter()
        .chain(attributes)
        .flat_map(references)
        .filter_map(|reference| match reference {
            Reference::Variable { name, shown } => Some((name, shown)),
            _ => None,
        })
        .collect();
    for (variable, _) in read.iter().filter(|(_, shown)| *shown) {
        if !arguments.iter().any(|(given, _)| given == variable) {
            let message = format!("`-{name}` shows `${variable}`, but a term does not see it");
            let hint = format!("write `{{ ${variable} }}` in the message instead of the term");
            tell(name, message, &hint, None);
        }
    }
    for (given, value) in arguments {
        if !read.iter().any(|(variable, _)| variable == given) {
            let names = || read.iter().map(|(variable, _)| *variable);
            let hint = match nearest(given, names()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("remove it; `-{name}` has no argument of this name"),
            };
            let message = format!("`-{name}` does not know the argument `{given}`");
            tell(given, message, &hint, only_near(given, names()));
        } else if let Some(value) = value {
            let choices: Vec<&str> = variants(&term.value)
                .into_iter()
                .filter(|(selector, _)| selector == given)
                .flat_map(|(_, names)| names)
                .collect();
            if !choices.is_empty() && !choices.contains(value) {
                let hint = match nearest(value, choices.iter().copied()) {
                    Some(meant) => format!("did you mean `\"{meant}\"`?"),
                    None => format!("`-{name}` has {}", choices.join(", ")),
                };
                let meant = only_near(value, choices.iter().copied());
                tell(value, format!("`-{name}` has no variant `{value}`"), &hint, meant);
            }
        }
    }
}
