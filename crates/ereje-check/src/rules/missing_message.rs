//! # `missing-message`
//!
//! A message that the source has and the translation has not. Until it is there,
//! readers see it in another language. Policies have a stricter rule:
//! `missing-clause`.
//!
//! ```ftl fails de
//! intro = Worum es geht.
//! # source.ftl
//! intro = What this is about.
//! contact = Write to us.
//! ```
//!
//! ```ftl passes de
//! intro = Worum es geht.
//! contact = Schreiben Sie uns.
//! # source.ftl
//! intro = What this is about.
//! contact = Write to us.
//! ```

use super::{Check, Rule};
use crate::{Report, Translation};
use ereje::diagnostic::{Alike, Level};

pub(super) const RULE: Rule =
    Rule::new("missing-message", Level::Warning, Check::Translation(check));

fn check(translation: &Translation<'_>, report: &mut Report<'_>) {
    let own = translation.own.file;
    for message in translation.source.messages() {
        let id = message.id.name;
        let beside = (translation.source, id);
        match own.message(id) {
            None if own.is_broken(id) => {}
            None => {
                let hint = format!("add `{id} = …` in this language");
                report.lacks((own, ""), beside, id, format!("`{id}` is missing"), &hint);
                report.alike(Alike::Message);
            }
            Some(found) if found.value.is_none() && message.value.is_some() => {
                let hint = format!("write the text behind `{id} =`");
                let message = format!("`{id}` has no text");
                report.lacks((own, found.id.name), beside, id, message, &hint);
                report.alike(Alike::Text);
            }
            Some(_) => {}
        }
    }
}
