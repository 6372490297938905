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

use std::sync::LazyLock;

use ereje::catalog::{Message, Pattern, typed_texts};
use ereje::diagnostic::Level;
use memchr::memmem::Finder;

use super::{Check, Rule};
use crate::{Report, Translation};

pub(super) const RULE: Rule = Rule::new("leftover-note", Level::Error, Check::Translation(check));

const NOTES: [&str; 5] = ["TODO", "FIXME", "TBD", "lorem ipsum", "Lorem ipsum"];

/// Languages in which TODO is a word.
const SPANISH: [&str; 7] = ["an", "ast", "es", "ext", "gl", "pt", "scn"];

/// Searching goes through every file; these are made once.
static FINDERS: LazyLock<[Finder<'static>; 5]> = LazyLock::new(|| NOTES.map(Finder::new));

fn check(translation: &Translation<'_>, report: &mut Report<'_>) {
    let file = translation.own.file;
    let has_any = |finder: &Finder<'_>| finder.find(file.text().as_bytes()).is_some();
    if !FINDERS.iter().any(has_any) {
        return;
    }
    let is_spanish = SPANISH.contains(&report.language());
    for (own, source) in translation.messages() {
        let said = |text: &str, note| {
            text.match_indices(note)
                .map(|(at, _)| at)
                .find(|at| is_note(text, *at, note, is_spanish))
        };
        let found = texts(own).find_map(|text| {
            let (note, at) = NOTES.iter().find_map(|note| Some((*note, said(text, note)?)))?;
            let is_of_source = texts(source).any(|text| text.contains(note));
            (!is_of_source).then(|| &text[at..at + note.len()])
        });
        if let Some(note) = found {
            let message = format!("`{note}` was left in the text");
            let hint = "put the words in its place that readers should see";
            report.at_clause((file, note), own.id.name, message, hint);
        }
    }
}

/// Whether a note stands in `text` at `at`, and not a part of a word.
fn is_note(text: &str, at: usize, note: &str, is_spanish: bool) -> bool {
    let rest = &text[at + note.len()..];
    let is_word =
        !text[..at].ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric);
    is_word && (note != "TODO" || !is_spanish || rest.starts_with(':'))
}

/// All that is typed in a message.
fn texts<'m>(message: &'m Message<'_>) -> impl Iterator<Item = &'m str> {
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    let patterns = message.value.iter().chain(attributes);
    patterns.flat_map(|pattern: &Pattern<'_>| typed_texts(pattern).into_iter().flatten())
}
