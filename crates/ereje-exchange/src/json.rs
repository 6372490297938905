//! Texts as JSON, for programs.

use serde::Serialize;

use crate::rows::Row;
use crate::units::Texts;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Exchange<'e> {
    schema: &'static str,
    policy: &'e str,
    source_locale: &'e str,
    locale: &'e str,
    direction: &'static str,
    texts: Vec<Entry<'e>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Entry<'e> {
    clause: &'e str,
    part: &'e str,
    source: &'e str,
    target: Option<&'e str>,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_before: Option<&'e str>,
}

/// The rows as an object with `texts` in the order of the page.
#[must_use]
pub fn json(texts: &Texts<'_>, rows: &[Row]) -> String {
    let entries = rows.iter().map(|row| Entry {
        clause: &row.message,
        part: &row.part,
        source: &row.source,
        target: Some(row.target.as_str()).filter(|target| !target.is_empty()),
        state: row.state_name(),
        source_before: row.before.as_deref(),
    });
    let whole = Exchange {
        schema: "ereje-texts/1",
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
