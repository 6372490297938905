//! The schemas are those of the types, and both are what the readers take.
#![allow(clippy::disallowed_methods, reason = "the schemas are files of the repository")]

use std::path::PathBuf;

use schemars::schema_for;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use toml::de::{DeTable, DeValue};

use super::{PolicyFile, ProfileFile, SyncFile, WorkspaceFile};
use crate::diagnostic::Diagnostic;
use crate::fact::TYPES;
use crate::manifest::{ClauseKind, read_manifest};
use crate::profile::{BUILT_IN, read_profiles};
use crate::sync::Sync;
use crate::workspace::read_workspace;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn schemas() -> [(&'static str, Json); 4] {
    [
        ("ereje.json", schema_for!(WorkspaceFile).to_value()),
        ("policy.json", schema_for!(PolicyFile).to_value()),
        ("sync.json", schema_for!(SyncFile).to_value()),
        ("profile.json", schema_for!(ProfileFile).to_value()),
    ]
}

/// To write them anew: `EREJE_UPDATE=1 cargo test -p ereje schemas`.
#[test]
fn schemas_are_those_of_the_types() {
    for (name, schema) in schemas() {
        let path = root().join("schemas").join(name);
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if std::env::var_os("EREJE_UPDATE").is_some() {
            std::fs::write(path, text).expect("written");
        } else {
            let shipped = std::fs::read_to_string(path).unwrap_or_default();
            assert_eq!(shipped, text, "schemas/{name} is not that of the types");
        }
    }
}

/// The keys that a reader takes where `text` has one that it does not know: it
/// lists them, since none is like it.
fn taken(found: &[Diagnostic]) -> Vec<String> {
    let told = found.iter().find(|told| told.message.starts_with("unknown key `qqqqqqqqqqqq`"));
    let hint = told.and_then(|told| told.hint.clone()).expect("the keys are listed");
    let mut keys: Vec<String> = hint.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    keys.sort();
    keys
}

fn described(schema: &Json, path: &str) -> Vec<String> {
    let place = schema.pointer(path).and_then(Json::as_object).expect(path);
    let mut keys: Vec<String> = place.keys().cloned().collect();
    keys.sort();
    keys
}

#[test]
fn every_key_that_is_read_is_described_and_no_other() {
    let [(_, workspace), (_, policy), (_, sync), (_, profile)] = schemas();
    let unknown = "qqqqqqqqqqqq = 1\n";
    for (table, path) in [
        ("", "/properties"),
        ("[workspace]\n", "/$defs/WorkspaceTable/properties"),
        ("[workspace]\n[lints.a]\n", "/$defs/LintTable/properties"),
        ("[workspace]\n[[levels]]\n", "/$defs/LevelsTable/properties"),
        ("[workspace]\n[[suppress]]\n", "/$defs/SuppressTable/properties"),
        ("[workspace]\n[outputs]\n", "/$defs/OutputsTable/properties"),
        ("[workspace]\n[outputs.html]\n", "/$defs/HtmlTable/properties"),
        ("[workspace]\n[outputs.text]\n", "/$defs/OutputTable/properties"),
    ] {
        let found = read_workspace(&format!("{table}{unknown}")).1;
        assert_eq!(taken(&found), described(&workspace, path), "ereje.toml, {path}");
    }
    for (table, path) in [
        ("", "/properties"),
        ("[notice]\n", "/$defs/NoticeTable/properties"),
        ("[[clause]]\n", "/$defs/ClauseTable/properties"),
    ] {
        let found = read_manifest("a", "policy.toml", &format!("{table}{unknown}")).1;
        assert_eq!(taken(&found), described(&policy, path), "policy.toml, {path}");
    }
    for (table, path) in [("", "/properties"), ("[messages.a]\n", "/$defs/SyncLine/properties")] {
        let found = Sync::parse("a.sync.toml", &format!("{table}{unknown}"));
        let found = found.expect_err("an unknown key");
        assert_eq!(taken(&found), described(&sync, path), "the record, {path}");
    }
    for (table, path) in [("", "/properties"), ("[period]\n", "/$defs/PeriodTable/properties")] {
        let own = [("profiles/a.toml".to_owned(), format!("{table}{unknown}"))];
        let found = read_profiles(&own.into()).1;
        assert_eq!(taken(&found), described(&profile, path), "a profile, {path}");
    }
}

#[test]
fn names_to_choose_from_are_those_that_are_read() {
    let [_, (_, policy), ..] = schemas();
    let kinds = policy.pointer("/$defs/FactTable/oneOf").and_then(Json::as_array).expect("facts");
    let name = |kind: &Json| kind["required"][0].as_str().expect("a name").to_owned();
    assert_eq!(kinds.iter().map(name).collect::<Vec<_>>(), TYPES);
    let kinds = policy.pointer("/$defs/ClauseTable/properties/kind/enum").expect("kinds");
    for kind in kinds.as_array().expect("kinds") {
        assert!(ClauseKind::named(kind.as_str().expect("a name")).is_some());
    }
}

/// A TOML file as the JSON that editors compare with a schema.
fn json(text: &str) -> Json {
    fn value(one: &DeValue<'_>) -> Json {
        match one {
            DeValue::String(text) => json!(text),
            DeValue::Integer(number) => json!(number.as_str().parse::<i64>().expect("a number")),
            DeValue::Boolean(boolean) => json!(boolean),
            DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
            DeValue::Table(table) => object(table),
            other => json!(format!("{other:?}")),
        }
    }
    fn object(table: &DeTable<'_>) -> Json {
        let entries = table.iter();
        entries.map(|(key, one)| (key.get_ref().to_string(), value(one.get_ref()))).collect()
    }
    object(DeTable::parse(text).expect("TOML").get_ref())
}

fn fits<T: DeserializeOwned>(path: &str) {
    let text = std::fs::read_to_string(root().join(path)).expect(path);
    if let Err(error) = serde_json::from_value::<T>(json(&text)) {
        panic!("{path}: {error}");
    }
}

#[test]
fn the_shipped_files_fit() {
    fits::<WorkspaceFile>("ereje.toml");
    fits::<WorkspaceFile>("crates/ereje-cli/starter/ereje.toml");
    fits::<PolicyFile>("policies/kazkey-privacy/policy.toml");
    for (profile, _) in BUILT_IN {
        fits::<ProfileFile>(&format!("profiles/{profile}.toml"));
    }
    for locale in ["kk", "en"] {
        fits::<SyncFile>(&format!("locales/{locale}/kazkey-privacy.sync.toml"));
    }
}
