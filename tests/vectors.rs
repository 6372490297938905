//! The vectors that any implementation of `docs/app-integration.md` passes.

#![allow(clippy::disallowed_methods, reason = "the vectors are files of the repository")]

use std::path::Path;

use ereje_notice::{Device, acknowledged, cards, file};
use serde_json::{Value, json};

fn vectors() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let entries = std::fs::read_dir(folder).expect("the folder of the vectors");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut vectors: Vec<(String, Value)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a vector");
            (path.display().to_string(), serde_json::from_str(&text).expect("JSON"))
        })
        .collect();
    vectors.sort_by(|one, other| one.0.cmp(&other.0));
    vectors
}

fn shown(vector: &Value, device: &Value) -> ereje_notice::Shown {
    let languages = vector["languages"].as_array().expect("languages");
    let languages: Vec<&str> = languages.iter().filter_map(Value::as_str).collect();
    let now = vector["now"].as_str().and_then(|now| now.parse().ok()).expect("a time");
    // What is not there can not be read.
    let index = match file(&vector["index"], &languages) {
        Some(path) => &vector["files"][path],
        None => &vector["index"],
    };
    cards(index, device, now, &languages)
}

#[test]
fn all_vectors_pass() {
    let vectors = vectors();
    assert!(vectors.len() >= 60, "{} vectors", vectors.len());
    for (name, vector) in vectors {
        let shown = shown(&vector, &vector["device"]);
        let got = json!({ "cards": shown.cards, "device": shown.device });
        assert_eq!(got, vector["expected"], "{name}: {}", vector["why"]);
    }
}

#[test]
fn what_was_acknowledged_is_not_shown_again() {
    for (name, vector) in vectors() {
        let first = shown(&vector, &vector["device"]);
        let Some(card) = first.cards.first() else { continue };
        let device = acknowledged(first.device.clone(), card);
        // A device that knows nothing would be shown nothing either.
        assert_eq!(device.policies.get(&card.policy), Some(&card.remember), "{name}");
        let others = |known: &Device| {
            let others = known.policies.iter().filter(|(policy, _)| **policy != card.policy);
            (known.serial, others.map(|(policy, _)| policy.clone()).collect::<Vec<_>>())
        };
        assert_eq!(others(&device), others(&first.device), "{name}");
        let second = shown(&vector, &json!(device));
        assert!(second.cards.iter().all(|other| other.policy != card.policy), "{name}");
    }
}
