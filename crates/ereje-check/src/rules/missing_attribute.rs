//! # `missing-attribute`
//!
//! A message without an attribute that it has in the source. Programs ask for a
//! message and its attributes at once, so that a label without its tooltip or key
//! is shown, not the one of the source.
//!
//! ```ftl fails de
//! save = Speichern
//! # source.ftl
//! save = Save
//!     .title = Save the file
//! ```
//!
//! ```ftl passes de
//! save = Speichern
//!     .title = Datei speichern
//! # source.ftl
//! save = Save
//!     .title = Save the file
//! ```

use super::{Check, Rule};
use crate::{Report, Translation};
use ereje::diagnostic::Level;

pub(super) const RULE: Rule =
    Rule::new("missing-attribute", Level::Error, Check::Translation(check));

fn check(translation: &Translation<'_>, report: &mut Report<'_>) {
    for (own, source) in translation.messages() {
        let has = super::attributes(own);
        for attribute in &source.attributes {
            let (id, name) = (source.id.name, attribute.id.name);
            if !has.contains(name) {
                let message = format!("`{id}` has no attribute `.{name}`");
                let hint = format!("below `{id}`, add `    .{name} = …` in this language");
                let place = (translation.own.file, own.id.name);
                report.lacks(place, (translation.source, name), id, message, &hint);
            }
        }
    }
}
