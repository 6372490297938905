//! How what was found can be mended (SARIF 2.1.0, 3.55): by bytes, as edits are.

use ereje::diagnostic::Diagnostic;
use ereje::fix::{Fix as Mending, Safety};
use serde::Serialize;

use super::{Artifact, Text, artifact};

/// What to change in a file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fix<'l> {
    description: Text<'l>,
    artifact_changes: [Change<'l>; 1],
}

/// The changes of one file (3.56).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'l> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'l>>,
}

/// Bytes and what takes their place (3.57).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'l> {
    deleted_region: Bytes,
    inserted_content: Text<'l>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bytes {
    byte_offset: usize,
    byte_length: usize,
}

/// The way to mend it, if there is one.
pub(super) fn of<'l>(told: &'l Diagnostic, above: &str) -> Option<Fix<'l>> {
    let Mending { edits, safety } = told.fix.as_deref()?;
    let text = match safety {
        Safety::Safe => "Mend it; the text means the same",
        Safety::Unsafe => "Mend it as it was probably meant, and look at the result",
    };
    let replacements = edits.iter().map(|edit| Replacement {
        deleted_region: Bytes { byte_offset: edit.span.start, byte_length: edit.span.len() },
        inserted_content: Text { text: &edit.text },
    });
    let artifact_location = artifact(&told.path, above);
    let change = Change { artifact_location, replacements: replacements.collect() };
    Some(Fix { description: Text { text }, artifact_changes: [change] })
}
