//! `[facts]` of a manifest.

use super::is_identifier;
use crate::diagnostic::nearest;
use crate::fact::{Fact, Facts, TYPES};
use crate::settings::{Table, list};

pub(crate) fn read_facts(root: &Table<'_>) -> Facts {
    let mut facts = Facts::new();
    let Some(table) = root.table("facts") else {
        return facts;
    };
    for (name, key_span, value) in table.entries() {
        if !is_identifier(name) || name == "published" {
            let (what, hint) = if name == "published" {
                ("is the date of the version, which Ereje knows", "choose another name")
            } else {
                (
                    "can not be a variable in Fluent",
                    "use letters, digits, `-` and `_`, a letter first",
                )
            };
            table.fault("bad-fact", format!("`{name}` {what}"), key_span, hint);
            continue;
        }
        let shape = "write `{ TYPE = VALUE }` with one of the types ";
        let shape = format!("{shape}{}", list(&TYPES));
        match value.pairs().as_deref() {
            Some([(kind, kind_span, value)]) if !TYPES.contains(kind) => {
                let hint = match nearest(kind, TYPES) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => shape,
                };
                table.fault(
                    "bad-fact",
                    format!("`{kind}` is no type of fact"),
                    kind_span.clone(),
                    &hint,
                );
                let _ = value;
            }
            Some([(kind, _, value)]) => match Fact::read(kind, value) {
                Ok(fact) => {
                    facts.insert(name.into(), fact);
                }
                Err(wanted) => {
                    let message = format!("the fact `{name}` is not what its type says");
                    table.fault("bad-fact", message, value.span(), &wanted);
                }
            },
            _ => table.fault(
                "bad-fact",
                format!("the fact `{name}` needs a type"),
                value.span(),
                &shape,
            ),
        }
    }
    facts
}
