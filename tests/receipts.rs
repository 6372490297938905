//! Receipts: what an app stored of an acknowledgement, and what it proves.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::{Value, json};
use support::{POLICY, Ran, Sandbox, VERSIONS, tree};

/// Versions 1.0 (nothing asked), 2.0 (asks for consent), 3.0 (acknowledgement).
fn workspace() -> Sandbox {
    static MADE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let sandbox = Sandbox::new();
        sandbox.edit(POLICY, "[facts]", "[notice]\ntime-zone = \"Asia/Almaty\"\n\n[facts]");
        sandbox.release("2025-01-10", "2025-02-01", &[]);
        sandbox.set_days(30);
        sandbox.release("2025-05-01", "2025-06-01", &["--action", "consent"]);
        sandbox.set_days(60);
        sandbox.release("2025-08-01", "2025-09-01", &["--action", "acknowledge"]);
        sandbox.generate();
        tree(sandbox.path())
    });
    let sandbox = Sandbox::new();
    for (path, bytes) in made {
        sandbox.write(path, bytes);
    }
    sandbox
}

/// What an app stores that showed a version, with what it takes from its file.
fn receipt(sandbox: &Sandbox, version: &str, locale: &str, action: &str, time: &str) -> Value {
    let file = sandbox.read(&format!("dist/app/app/{locale}/privacy/{version}.json"));
    let file: Value = serde_json::from_str(&file).expect("JSON");
    json!({
        "schema": "ereje-receipt/1", "policy": "privacy", "version": version, "locale": locale,
        "digest": file["digest"], "ack-key": file["ack-key"], "action": action, "time": time,
        "app": "App 4.2 (Android)", "subject": "8f14e45f",
    })
}

fn consent(sandbox: &Sandbox) -> Value {
    receipt(sandbox, "2.0", "en", "consented", "2025-06-10T12:00:00+05:00")
}

fn verify(sandbox: &Sandbox, receipt: &Value) -> Ran {
    sandbox.write("r.json", receipt.to_string());
    sandbox.run(&["verify", "--receipt", "r.json"])
}

/// Checks that a receipt proves nothing, and that one sentence says why.
fn refused(sandbox: &Sandbox, receipt: &Value, words: &str, hint: &str) {
    let ran = verify(sandbox, receipt);
    ran.refused(1, words);
    assert!(ran.stderr.contains("--> r.json:1:"), "{}", ran.stderr);
    assert!(ran.stderr.contains(hint), "no “{hint}” in: {}", ran.stderr);
    assert!(!ran.stdout.contains("r.json"), "{}", ran.stdout);
    assert!(!ran.stderr.contains("8f14e45f"), "whose it is is nobody's business: {}", ran.stderr);
}

fn with(sandbox: &Sandbox, field: &str, value: impl Into<Value>) -> Value {
    let mut receipt = consent(sandbox);
    receipt[field] = value.into();
    receipt
}

#[test]
fn a_receipt_that_holds_says_what_it_proves() {
    let sandbox = workspace();
    for (version, locale, action, time, words) in [
        ("2.0", "en", "consented", "2025-06-10T12:00:00+05:00", "consented to version 2.0 of"),
        ("2.0", "ru", "declined", "2025-06-10T07:00:00Z", "declined version 2.0 of"),
        ("3.0", "ru", "acknowledged", "2025-10-01T00:00:00.5-03:00", "acknowledged version 3.0 of"),
        ("3.0", "en", "consented", "2025-10-01T00:00:00Z", "consented to version 3.0 of"),
        ("1.0", "en", "informed", "2025-03-01T00:00:00Z", "was informed of version 1.0 of"),
    ] {
        let ran = verify(&sandbox, &receipt(&sandbox, version, locale, action, time));
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        let line = format!("r.json:1: the reader {words} privacy in {locale} at {time}\n");
        assert!(ran.stdout.ends_with(&line), "no “{line}” in: {}", ran.stdout);
        assert!(ran.stdout.starts_with("privacy: 3 versions, "), "{}", ran.stdout);
    }
}

#[test]
fn a_receipt_tells_when_its_version_was_not_in_force() {
    let sandbox = workspace();
    for (time, words) in [
        ("2025-05-20T00:00:00Z", ", before it took effect\n"),
        ("2025-05-31T18:59:59Z", ", before it took effect\n"),
        // Midnight in Almaty.
        ("2025-05-31T19:00:00Z", "at 2025-05-31T19:00:00Z\n"),
        ("2025-08-31T18:59:59Z", "at 2025-08-31T18:59:59Z\n"),
        ("2025-08-31T19:00:00Z", ", when it was no longer in force\n"),
    ] {
        let ran = verify(&sandbox, &with(&sandbox, "time", time));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(ran.stdout.ends_with(words), "{}", ran.stdout);
    }
}

#[test]
fn what_does_not_agree_with_the_versions_proves_nothing() {
    let sandbox = workspace();
    let refused =
        |receipt: &Value, words: &str, hint: &str| refused(&sandbox, receipt, words, hint);
    let with = |field: &str, value: &str| with(&sandbox, field, value);
    refused(&with("policy", "terms"), "a receipt of another policy, `terms`", "privacy");
    refused(
        &with("version", "9.0"),
        "`privacy` has no version `9.0`",
        "it has `1.0`, `2.0`, `3.0`",
    );
    let words = "version 2.0 of `privacy` was not released in `fr`";
    refused(&with("locale", "fr"), words, "it has `en`, `ru`");
    refused(&with("locale", "EN"), "was not released in `EN`", "it has `en`, `ru`");
    let words = "the text that was shown is not that of version 2.0 in `ru`";
    refused(&with("locale", "ru"), words, "the digest is that of version 2.0 in `en`");
    let other = receipt(&sandbox, "3.0", "ru", "informed", "");
    let words = "the text that was shown is not that of version 2.0 in `en`";
    let digest = other["digest"].as_str().expect("a digest");
    refused(&with("digest", digest), words, "the digest is that of version 3.0 in `ru`");
    refused(&with("digest", "sha256:00"), words, "the digest is that of no text of this policy");
    let bare = consent(&sandbox)["digest"].as_str().expect("a digest").replace("sha256:", "");
    refused(&with("digest", &bare), words, "of no text");
    let key = other["ack-key"].as_str().expect("a key");
    refused(&with("ack-key", key), "the `ack-key` is not that of version 2.0", "that is sha256:");
    // Published on 1 May, which began at 19:00 the day before in London.
    let words = "before version 2.0 was published: 2025-04-30T18:59:59Z";
    refused(&with("time", "2025-04-30T18:59:59Z"), words, "2025-05-01 (Asia/Almaty)");
    assert_eq!(verify(&sandbox, &with("time", "2025-04-30T19:00:00Z")).status, 0);
    refused(&with("time", "9998-12-31T00:00:00Z"), "this has not happened yet", "clocks");
    let words = "version 2.0 asks for consent, and the reader only acknowledged it";
    refused(&with("action", "acknowledged"), words, "ask this reader again");
    refused(&with("action", "informed"), "the reader only was informed of it", "ask");
    let informed = receipt(&sandbox, "3.0", "en", "informed", "2025-10-01T00:00:00Z");
    refused(&informed, "version 3.0 asks for an acknowledgement", "ask this reader again");
}

#[test]
fn what_can_not_be_understood_is_told_so() {
    let sandbox = workspace();
    let refused =
        |receipt: &Value, words: &str, hint: &str| refused(&sandbox, receipt, words, hint);
    let with = |field: &str, value: &str| with(&sandbox, field, value);
    refused(&with("action", "agreed"), "unknown variant `agreed`", "app/schema/receipt.json");
    refused(&with("schema", "ereje-receipt/2"), "`ereje-receipt/2` is not known", "receipt/1");
    for time in
        ["yesterday", "2025-06-10", "2025-06-10T12:00:00", "2025-02-30T12:00:00Z", "1749538800"]
    {
        let words = format!("`{time}` is no time with its offset from UTC");
        refused(&with("time", time), &words, "(RFC 3339)");
    }
    let mut without = consent(&sandbox);
    without.as_object_mut().expect("an object").remove("digest");
    refused(&without, "missing field `digest`", "app/schema/receipt.json");
    refused(&json!([1, 2]), "this is no JSON object", "\"schema\": \"ereje-receipt/1\"");
    refused(&json!({"policy": "privacy"}), "it names no `schema`", "ereje-receipt/1");
    sandbox.write("r.json", &consent(&sandbox).to_string()[..60]);
    sandbox.run(&["verify", "--receipt", "r.json"]).refused(1, "this is no JSON: EOF");
    sandbox.write("r.json", "");
    sandbox.run(&["verify", "--receipt", "r.json"]).refused(1, "the file has no receipt");
}

#[test]
fn a_file_that_is_not_there_or_no_text_is_unreadable() {
    let sandbox = workspace();
    let ran = sandbox.run(&["verify", "--receipt", "nothing.json"]);
    ran.refused(2, "can not read nothing.json");
    sandbox.write("r.json", [0xff, 0xfe, 0x00]);
    sandbox.run(&["verify", "--receipt", "r.json"]).refused(2, "can not read r.json");
    sandbox.run(&["verify", "--receipt", "policies"]).refused(2, "can not read policies");
}

/// As tools on Windows write files, and as two of them are joined.
#[test]
fn a_mark_of_the_encoding_is_no_part_of_a_receipt() {
    let sandbox = workspace();
    let one = consent(&sandbox).to_string();
    for text in [
        format!("\u{feff}{one}\r\n"),
        format!("\u{feff}{one}\r\n\u{feff}{one}\r\n"),
        format!("\u{feff}{:#}", consent(&sandbox)),
    ] {
        sandbox.write("r.json", &text);
        let ran = sandbox.run(&["verify", "--receipt", "r.json"]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{text}");
        let proved = ran.stdout.matches("the reader consented to").count();
        assert_eq!(proved, text.matches("ack-key").count(), "{}", ran.stdout);
    }
    let wide: Vec<u8> =
        format!("\u{feff}{one}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    sandbox.write("r.json", wide);
    let ran = sandbox.refuses(&["verify", "--receipt", "r.json"], 2, "can not read r.json");
    assert!(ran.stderr.contains("save it as UTF-8"), "{}", ran.stderr);
}

#[test]
fn a_file_of_receipts_needs_its_option() {
    let sandbox = workspace();
    sandbox.write("a.jsonl", consent(&sandbox).to_string());
    sandbox.write("b.jsonl", consent(&sandbox).to_string());
    let files = ["verify", "--receipt", "a.jsonl", "b.jsonl"];
    let ran = sandbox.refuses(&files, 2, "there is no policy `b.jsonl`");
    assert!(ran.stderr.contains("`--receipt` before each file"), "{}", ran.stderr);
}

#[test]
fn many_receipts_are_looked_at_line_by_line_and_file_by_file() {
    let sandbox = workspace();
    let good = consent(&sandbox);
    let weak = with(&sandbox, "action", "informed");
    sandbox.write("a.jsonl", format!("{good}\n{weak}\n\n{good}\r\nnull\n"));
    let pretty = serde_json::to_string_pretty(&good).expect("JSON");
    sandbox.write("folder/b.json", pretty);
    let files = ["verify", "privacy", "--receipt", "a.jsonl", "--receipt", "folder/b.json"];
    let ran = sandbox.run(&files);
    assert_eq!(ran.status, 1);
    let said: Vec<&str> = ran.stdout.lines().skip(1).collect();
    let starts = ["a.jsonl:1: the reader", "a.jsonl:4: the reader", "folder/b.json:1: the reader"];
    assert_eq!(said.len(), starts.len(), "{said:?}");
    assert!(said.iter().zip(starts).all(|(line, start)| line.starts_with(start)), "{said:?}");
    for place in ["--> a.jsonl:2:", "--> a.jsonl:5:"] {
        assert!(ran.stderr.contains(place), "{}", ran.stderr);
    }
    let ran = sandbox.run(&[&files[..], &["--format", "json"]].concat());
    let told: Vec<Value> =
        ran.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let told: Vec<Value> = told.iter().map(|one| json!([one["rule"], one["line"]])).collect();
    assert_eq!(told, [json!(["receipt-mismatch", 2]), json!(["broken-receipt", 5])]);
}

#[test]
fn nothing_is_proved_by_versions_that_were_touched() {
    let sandbox = workspace();
    sandbox.edit(&format!("{VERSIONS}/2.0/en.toml"), "30 days", "90 days");
    let ran = verify(&sandbox, &consent(&sandbox));
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("error[changed-version]"), "{}", ran.stderr);
    let words = "nothing can be proved by versions of `privacy` that were changed";
    assert!(ran.stderr.contains(words), "{}", ran.stderr);
    assert!(!ran.stdout.contains("r.json"), "{}", ran.stdout);
}

#[test]
fn a_receipt_of_a_policy_that_was_not_asked_for_is_of_another_one() {
    let sandbox = workspace();
    for (path, bytes) in tree(&sandbox.at("policies/privacy")) {
        if !path.starts_with("versions/") {
            sandbox.write(&format!("policies/terms/{path}"), bytes);
        }
    }
    sandbox.write("r.json", consent(&sandbox).to_string());
    assert_eq!(sandbox.run(&["verify", "--receipt", "r.json"]).status, 0);
    let ran = sandbox.run(&["verify", "terms", "--receipt", "r.json"]);
    ran.refused(1, "this is a receipt of another policy, `privacy`");
    assert!(ran.stderr.contains("looked for: `terms`"), "{}", ran.stderr);
    let of_terms = with(&sandbox, "policy", "terms");
    refused(&sandbox, &of_terms, "`terms` has no version `2.0`", "no version of it was released");
}

/// The example in `docs/receipts.md` is one that the program reads.
#[test]
fn the_example_of_the_documentation_is_a_receipt() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::fs::read_to_string(root.join("docs/receipts.md")).expect("the page");
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let example: Value = serde_json::from_str(example.expect("an example")).expect("JSON");
    let sandbox = Sandbox::copy_of(&root.join("policies"));
    for (path, bytes) in tree(sandbox.path()) {
        sandbox.write(&format!("policies/{path}"), bytes);
    }
    sandbox.write("ereje.toml", "[workspace]\nname = \"KazKey\"\ndefault-locale = \"ru\"\n");
    let ran = verify(&sandbox, &example);
    // Its time may not have come where this runs.
    let is_good = ran.status == 0 || ran.stderr.contains("this has not happened yet");
    assert!(is_good, "{}", ran.stderr);
}
