//! # `leftover-note`
//!
//! A note of a translator to oneself that was left in the text: TODO, FIXME, TBD, or
//! filler text, where the source has none. Readers would see it. In Spanish and its
//! relatives TODO means “all”, so there it counts with a colon alone. In policies
//! `leftover-placeholder` tells of it, and of more.
//!
//! ```ftl fails de
//! # messages of a program
//! intro = Wir speichern Daten. FIXME.
//! # source.ftl
//! intro = We keep data.
//! ```
//!
//! ```ftl fails es
//! # messages of a program
//! intro = Guardamos datos. TODO: revisar.
//! # source.ftl
//! intro = We keep data.
//! ```
//!
//! ```ftl passes es
//! # messages of a program
//! intro = Se borrará TODO.
//! use = TODO: una lista
//! # source.ftl
//! intro = All will be deleted.
//! use = TODO: a list
//! ```

use ereje::catalog::{Message, Pattern, typed_texts};
use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::fillers::{fillers, has_any};
use crate::{Report, Translation};

pub(super) const RULE: Rule = Rule::new("leftover-note", Level::Error, Check::Translation(check));

fn check(translation: &Translation<'_>, report: &mut Report<'_>) {
    let file = translation.own.file;
    if !has_any(file.text()) {
        return;
    }
    for (own, source) in translation.messages() {
        let is_of_source = |note: &str| texts(source).any(|text| text.contains(note));
        let found = texts(own).find_map(|text| {
            let mut notes = fillers(text, report.language());
            notes.find(|note| !is_of_source(note))
        });
        if let Some(note) = found {
            let message = format!("`{note}` was left in the text");
            let hint = "put the words in its place that readers should see";
            report.at_clause((file, note), own.id.name, message, hint);
        }
    }
}

/// All that is typed in a message.
fn texts<'m>(message: &'m Message<'_>) -> impl Iterator<Item = &'m str> {
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    let patterns = message.value.iter().chain(attributes);
    patterns.flat_map(|pattern: &Pattern<'_>| typed_texts(pattern).into_iter().flatten())
}
