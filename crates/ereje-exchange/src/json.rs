//! Texts as JSON, for programs.

use serde::Serialize;

use crate::rows::Row;
use crate::units::Texts;

/// Name and version of the format.
const TEXTS_SCHEMA: &str = "ereje-texts/1";

/// What `ereje export --format json` writes: the texts of a policy in the language that
/// binds and in a translation. Terms are written out, facts stand by their names, as
/// `{$name}`, and choices as `{{$n} → one: …; other: …;}`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct TextsFile<'e> {
    /// `ereje-texts/1`.
    schema: &'static str,
    /// The policy's id.
    policy: &'e str,
    /// The language of the source, which binds (BCP 47).
    source_locale: &'e str,
    /// The language of the translation (BCP 47).
    locale: &'e str,
    /// How the translation is read: `ltr` or `rtl`.
    direction: &'static str,
    /// All texts, in the order of the page; a heading comes before its text.
    texts: Vec<TextData<'e>>,
}

/// A text and its translation.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
struct TextData<'e> {
    /// The clause, or `title`, `description` and the like.
    clause: &'e str,
    /// `text`, `heading`, or the name of another attribute of the message.
    part: &'e str,
    /// The source, as CommonMark.
    source: &'e str,
    /// The translation, as CommonMark; null where there is none.
    target: Option<&'e str>,
    /// `missing`, `stale` (the source changed afterwards), `to-review` (both changed) or
    /// `current`.
    state: &'static str,
    /// What the source was when a text was translated that is stale or to review, where
    /// that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    source_before: Option<&'e str>,
}

/// The rows as an object with `texts` in the order of the page.
#[must_use]
pub fn json(texts: &Texts<'_>, rows: &[Row]) -> String {
    let entries = rows.iter().map(|row| TextData {
        clause: &row.message,
        part: &row.part,
        source: &row.source,
        target: Some(row.target.as_str()).filter(|target| !target.is_empty()),
        state: row.state_name(),
        source_before: row.before.as_deref(),
    });
    let whole = TextsFile {
        schema: TEXTS_SCHEMA,
        policy: &texts.manifest.id,
        source_locale: texts.manifest.source_locale.tag(),
        locale: texts.locale.tag(),
        direction: texts.locale.direction(),
        texts: entries.collect(),
    };
    let mut out = serde_json::to_string_pretty(&whole).unwrap_or_default();
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "the schema is a file of the repository")]

    use super::*;

    /// To write it anew: `EREJE_UPDATE=1 cargo test -p ereje-exchange schema`.
    #[test]
    fn the_schema_is_that_of_the_types() {
        let schema = schemars::schema_for!(TextsFile<'_>);
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/texts.json");
        if std::env::var_os("EREJE_UPDATE").is_some() {
            std::fs::write(path, &text).expect("written");
        }
        let shipped = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(shipped, text, "schemas/texts.json is not that of the types");
    }
}
