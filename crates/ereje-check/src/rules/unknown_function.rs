//! # `unknown-function`
//!
//! A function that does not exist.
//!
//! ```ftl fails
//! intro = Since { DATE($published) }.
//! ```
//!
//! ```ftl passes
//! intro = Since { DATETIME($published) }.
//! ```

use super::{Check, Owner, Rule, files, patterns};
use crate::{Report, Subject};
use ereje::catalog::{FUNCTIONS, Reference, references};
use ereje::diagnostic::Level;

pub(super) const RULE: Rule = Rule::new("unknown-function", Level::Error, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for file in files(subject) {
        for (owner, pattern) in patterns(file) {
            for reference in references(pattern) {
                let Reference::Function { name } = reference else { continue };
                if FUNCTIONS.contains(&name) {
                    continue;
                }
                let message = format!("there is no function `{name}`");
                let hint = "there are `DATETIME`, `LIST` and `NUMBER`";
                match owner {
                    Owner::Message(clause) => report.at_clause((file, name), clause, message, hint),
                    Owner::Term(_) => report.at(file, name, message, hint),
                }
            }
        }
    }
}
