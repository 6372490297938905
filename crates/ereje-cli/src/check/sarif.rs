//! Findings as a SARIF log, which code hosts and editors read.
//!
//! Source: OASIS, “Static Analysis Results Interchange Format (SARIF) Version
//! 2.1.0”; the numbers in brackets are its sections.

mod fixes;

use std::collections::HashMap;

use ereje::diagnostic::{Diagnostic, Level, Place};
use ereje_check::handbook::{Entry, entries};
use serde::Serialize;

use super::baseline::Fingerprint;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log as JSON. Paths begin behind `above`.
pub(super) fn log(found: &[Diagnostic], above: &str) -> String {
    let entries = entries();
    let index: HashMap<&str, usize> =
        entries.iter().enumerate().map(|(at, entry)| (entry.name, at)).collect();
    let driver = Driver {
        name: "Ereje",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: entries.iter().map(Rule::of).collect(),
    };
    let run = Run {
        tool: Tool { driver },
        column_kind: "unicodeCodePoints",
        results: found.iter().map(|told| Outcome::of(told, &index, above)).collect(),
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_string(&log).unwrap_or_default()
}

/// What a level is called there (3.27.10).
fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    }
}

#[derive(Serialize)]
struct Log<'l> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'l>; 1],
}

/// One run of the program (3.14).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'l> {
    tool: Tool<'l>,
    column_kind: &'static str,
    results: Vec<Outcome<'l>>,
}

#[derive(Serialize)]
struct Tool<'l> {
    driver: Driver<'l>,
}

/// The program and its rules (3.19).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'l> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule<'l>>,
}

/// A rule (3.49).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'l> {
    id: &'static str,
    short_description: Text<'l>,
    full_description: Text<'l>,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// Words (3.11).
#[derive(Serialize)]
struct Text<'l> {
    text: &'l str,
}

/// Words, plain and with marks (3.12).
#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

impl<'l> Rule<'l> {
    fn of(entry: &'l Entry) -> Rule<'l> {
        let (mut text, mut markdown) = (entry.text.clone(), entry.text.replace('\n', "\n\n"));
        for example in &entry.examples {
            let (heading, words) = (example.heading(), example.shown());
            text.push_str(&format!("\n\n{heading}:\n{words}"));
            markdown.push_str(&format!("\n\n{heading}:\n\n```ftl\n{words}```"));
        }
        Rule {
            id: entry.name,
            short_description: Text { text: entry.summary() },
            full_description: Text { text: &entry.text },
            help: Help { text, markdown },
            default_configuration: Configuration { level: level(entry.level) },
        }
    }
}

/// A finding (3.27).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'l> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Words,
    locations: [Location<'l>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'l>>,
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<fixes::Fix<'l>>,
    properties: Properties<'l>,
}

#[derive(Serialize)]
struct Words {
    text: String,
}

/// What stays the same while lines move (3.27.17).
#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "finding/v1")]
    finding: String,
}

/// What SARIF has no name for.
#[derive(Serialize)]
struct Properties<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<&'l str>,
}

impl<'l> Outcome<'l> {
    fn of(told: &'l Diagnostic, index: &HashMap<&str, usize>, above: &str) -> Outcome<'l> {
        let text = match &told.hint {
            Some(hint) => format!("{}\n{hint}", told.message),
            None => told.message.clone(),
        };
        let clause = told.clause.as_deref().map(|name| Logical { name });
        let place = (told.path.as_str(), told.place.as_ref());
        let related = told.beside.iter().map(|beside| Location {
            id: Some(1),
            message: Some(Text { text: "what it was compared with" }),
            ..Location::of((&beside.path, Some(&beside.place)), above)
        });
        Outcome {
            rule_id: told.rule,
            rule_index: index.get(told.rule).copied(),
            level: level(told.level),
            message: Words { text },
            locations: [Location {
                logical_locations: clause.into_iter().collect(),
                ..Location::of(place, above)
            }],
            related_locations: related.collect(),
            partial_fingerprints: Fingerprints { finding: Fingerprint::of(told).digest() },
            fixes: fixes::of(told, above).into_iter().collect(),
            properties: Properties {
                policy: told.policy.as_deref(),
                locale: told.locale.as_deref(),
                clause: told.clause.as_deref(),
            },
        }
    }
}

/// A place (3.28).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical<'l>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'l>>,
}

/// A clause (3.33).
#[derive(Serialize)]
struct Logical<'l> {
    name: &'l str,
}

/// A place in a file (3.29).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

/// A file (3.4).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

/// A part of a file (3.30).
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_offset: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_length: Option<usize>,
}

impl<'l> Location<'l> {
    fn of((path, place): (&str, Option<&Place>), above: &str) -> Location<'l> {
        let artifact_location = artifact(path, above);
        // What is wrong with a whole file is told at its first line: code hosts show
        // nothing that has none.
        let whole = || Region { start_line: 1, ..Region::default() };
        let region = place.map_or_else(whole, |place| Region {
            start_line: place.line,
            start_column: Some(place.column),
            end_line: place.end().map(|(line, _)| line),
            end_column: place.end().map(|(_, column)| column),
            byte_offset: Some(place.span.start),
            byte_length: Some(place.span.len()),
        });
        let physical_location = Physical { artifact_location, region };
        Location { id: None, physical_location, logical_locations: Vec::new(), message: None }
    }
}

fn artifact(path: &str, above: &str) -> Artifact {
    Artifact { uri: uri(&format!("{above}{path}")), uri_base_id: "%SRCROOT%" }
}

/// A path as a relative reference (RFC 3986, 4.2). With `./` before it, a colon
/// in its first name is no scheme.
fn uri(path: &str) -> String {
    let first = path.split('/').next().unwrap_or_default();
    let mut uri = if first.contains(':') { "./".to_owned() } else { String::new() };
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests;
