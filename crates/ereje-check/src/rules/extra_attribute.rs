//! # `extra-attribute`
//!
//! An attribute that the message does not have in the source: no program asks for
//! it. Its name may be misspelt, or a line of the text happen to begin with a full
//! stop.
//!
//! ```ftl fails de
//! save = Speichern
//!     .title = Datei speichern
//! # source.ftl
//! save = Save
//! ```
//!
//! ```ftl passes de
//! save = Speichern
//! # source.ftl
//! save = Save
//! ```

use super::{Check, Rule};
use crate::{Report, Translation};
use ereje::diagnostic::Level;

pub(super) const RULE: Rule =
    Rule::new("extra-attribute", Level::Warning, Check::Translation(check));

fn check(translation: &Translation<'_>, report: &mut Report<'_>) {
    for (own, source) in translation.messages() {
        let known = super::attributes(source);
        for attribute in &own.attributes {
            let (id, name) = (own.id.name, attribute.id.name);
            if known.contains(name) {
                continue;
            }
            let hint = match translation.own.meant(name, known.iter().copied()) {
                Some(meant) => format!("did you mean `.{meant}`?"),
                None => "remove it; if it belongs to the text, write `{ \".\" }` for the full stop"
                    .to_owned(),
            };
            let message = format!("the source of `{id}` has no attribute `.{name}`");
            report.at_clause((translation.own.file, name), id, message, &hint);
        }
    }
}
