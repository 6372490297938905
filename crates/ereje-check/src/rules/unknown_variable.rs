//! # `unknown-variable`
//!
//! A variable that is no fact of the policy. Fluent would show its name in braces.
//!
//! ```ftl fails
//! intro = Write to { $suport-email }.
//! ```
//!
//! ```ftl passes
//! intro = Write to { $support-email }.
//! ```

use super::{Check, Owner, Rule, patterns};
use crate::{Report, Subject};
use ereje::catalog::{Reference, references};
use ereje::diagnostic::{Level, nearest, only_near};
use ereje::fix::Fix;

pub(super) const RULE: Rule = Rule::new("unknown-variable", Level::Error, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let file = subject.file();
    for (owner, pattern) in patterns(file) {
        // In a term it is an argument; `term-argument` looks at those.
        let Owner::Message(clause) = owner else { continue };
        for reference in references(pattern) {
            let Reference::Variable { name, .. } = reference else { continue };
            if subject.catalog.variables().any(|known| known == name) {
                continue;
            }
            let hint = match nearest(name, subject.catalog.variables()) {
                Some(meant) => format!("did you mean `${meant}`?"),
                None => format!("add `{name} = {{ … }}` to `[facts]` of policy.toml"),
            };
            let message = format!("`${name}` is no fact of this policy");
            report.at_clause((file, name), clause, message, &hint);
            if let Some(meant) = only_near(name, subject.catalog.variables()) {
                report.fix(Fix::likely(file.span(name), meant));
            }
        }
    }
}
