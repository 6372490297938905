//! A log has what its readers look for.

use ereje::diagnostic::Beside;
use serde_json::Value;

use super::*;

fn read(found: &[Diagnostic]) -> Value {
    serde_json::from_str(&log(found, "docs/")).expect("JSON")
}

#[test]
fn a_finding_has_its_rule_its_place_and_its_source() {
    let (text, source) = ("a = б\nвг = где 13\n", "a = within 30\n");
    let at = text.find("13").expect("in the text");
    let beside = Beside { path: "locales/ru/x.ftl".into(), place: Place::new(source, 11..13) };
    let told = Diagnostic::error("number-mismatch", "locales/kk/é x.ftl", "30 is not 13")
        .at(text, at..at + 2)
        .hint("say 30")
        .of_policy("privacy")
        .of_clause("use")
        .beside(beside);
    let log = read(&[told]);
    let run = &log["runs"][0];
    let result = &run["results"][0];
    let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "number-mismatch");
    assert_eq!(result["ruleId"], "number-mismatch");
    assert_eq!(result["message"]["text"], "30 is not 13\nsay 30");
    let location = &result["locations"][0];
    let physical = &location["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "docs/locales/kk/%C3%A9%20x.ftl");
    let region = &physical["region"];
    let numbers = ["startLine", "startColumn", "endLine", "endColumn", "byteOffset", "byteLength"]
        .map(|key| region[key].as_u64());
    assert_eq!(numbers, [2, 10, 2, 12, at as u64, 2].map(Some));
    assert_eq!(location["logicalLocations"][0]["name"], "use");
    let related = &result["relatedLocations"][0]["physicalLocation"];
    assert_eq!(related["artifactLocation"]["uri"], "docs/locales/ru/x.ftl");
    assert_eq!(related["region"]["startColumn"], 12);
    assert_eq!(result["properties"]["policy"], "privacy");
    assert!(result["properties"].get("locale").is_none());
}

#[test]
fn levels_have_their_names_and_whole_files_are_shown_at_their_first_line() {
    let advice = Diagnostic::error("image", "x.ftl", "so");
    let advice = Diagnostic { level: Level::Advice, ..advice };
    let log = read(&[advice, Diagnostic::warning("image", "x.ftl", "so")]);
    let results = &log["runs"][0]["results"];
    assert_eq!((&results[0]["level"], &results[1]["level"]), (&"note".into(), &"warning".into()));
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(*region, serde_json::json!({"startLine": 1}));
    assert!(results[0].get("relatedLocations").is_none());
}

#[test]
fn what_can_be_mended_says_how() {
    let mut told = Diagnostic::error("decomposed-letters", "x.ftl", "two for one");
    told.fix = Some(Box::new(ereje::fix::Fix::likely(4..7, "é")));
    let log = read(&[told]);
    let fix = &log["runs"][0]["results"][0]["fixes"][0];
    let change = &fix["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "docs/x.ftl");
    let replacement = &change["replacements"][0];
    assert_eq!(replacement["deletedRegion"]["byteOffset"], 4);
    assert_eq!(replacement["deletedRegion"]["byteLength"], 3);
    assert_eq!(replacement["insertedContent"]["text"], "é");
    assert!(fix["description"]["text"].as_str().expect("words").contains("look"), "{fix}");
}

#[test]
fn every_rule_is_described_even_where_nothing_is_found() {
    let log = read(&[]);
    assert_eq!((&log["version"], &log["$schema"]), (&"2.1.0".into(), &SCHEMA.into()));
    let run = &log["runs"][0];
    assert_eq!(run["results"], Value::Array(Vec::new()));
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), ereje_check::names().count());
    for rule in rules {
        for key in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[key]["text"].as_str().is_some_and(|text| !text.is_empty()), "{rule}");
        }
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap_or_default();
        assert!(["error", "warning", "note"].contains(&level), "{rule}");
    }
}

#[test]
fn a_path_is_a_relative_reference() {
    assert_eq!(uri("locales/kk/x.ftl"), "locales/kk/x.ftl");
    assert_eq!(uri("a:b/50% c.ftl"), "./a:b/50%25%20c.ftl");
}
