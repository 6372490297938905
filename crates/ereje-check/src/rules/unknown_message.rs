//! # `unknown-message`
//!
//! A message that no clause of the policy is called by and no other message uses.
//! It is on no page: its name may be misspelt, or its clause be gone.
//!
//! ```ftl fails
//! contcat = Write to us.
//! ```
//!
//! ```ftl passes
//! contact = Write to { us }.
//! us = us
//! ```

use std::collections::HashSet;

use super::{Check, Rule, files};
use crate::references::messages_used;
use crate::{Report, Subject};
use ereje::diagnostic::{Level, nearest};
use ereje::manifest::OPTIONAL_MESSAGES;

pub(super) const RULE: Rule = Rule::new("unknown-message", Level::Warning, Check::Messages(check));

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let expected: HashSet<&str> = subject.expected().chain(OPTIONAL_MESSAGES).collect();
    let ids = subject.file().messages().map(|message| message.id.name);
    let mut strangers: Vec<&str> = ids.filter(|id| !expected.contains(id)).collect();
    if strangers.is_empty() {
        return;
    }
    let used = messages_used(files(&subject.references()));
    strangers.retain(|id| !used.contains(id));
    let missing = subject.expected().filter(|id| subject.file().message(id).is_none());
    let missing: Vec<&str> = missing.collect();
    for &id in &strangers {
        let hint = match (nearest(id, missing.iter().copied()), missing.as_slice()) {
            (Some(meant), _) => format!("did you mean `{meant}`?"),
            // To remove it would lose the text of a clause that was renamed in the plan.
            (None, [lacking]) if strangers.len() == 1 => {
                format!(
                    "if it is the text of `{lacking}`, call it so; else remove it, or add a clause of this id"
                )
            }
            _ => "remove it, or add a clause of this id to policy.toml".to_owned(),
        };
        report.at(subject.file(), id, format!("`{id}` is on no page of this policy"), &hint);
    }
}
