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

use super::{Check, Rule};
use crate::references::Used;
use crate::{References, Report};
use ereje::catalog::Reference;
use ereje::diagnostic::{Level, only_near, there_are};
use ereje::fix::Fix;

pub(super) const RULE: Rule = Rule::new("unknown-function", Level::Error, Check::References(check));

fn check(known: &References<'_>, report: &mut Report<'_>) {
    let Some(functions) = known.functions else { return };
    let hint = there_are(functions.iter().copied());
    for Used { file, owner, references, .. } in &known.used {
        for reference in references {
            let Reference::Function { name } = reference else { continue };
            if functions.contains(name) {
                continue;
            }
            let message = format!("there is no function `{name}`");
            report.at_owner((file, name), *owner, message, &hint);
            if let Some(meant) = only_near(name, functions.iter().copied()) {
                report.fix(Fix::likely(file.span(name), meant));
            }
        }
    }
}
