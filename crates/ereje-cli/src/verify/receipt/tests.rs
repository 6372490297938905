//! Reading receipts, and refusing what is none.
#![allow(clippy::disallowed_methods, reason = "the schema is a file of the repository")]

use super::*;

const GOOD: &str = r#"{"schema": "ereje-receipt/1", "policy": "privacy", "version": "2.0",
 "locale": "en", "digest": "sha256:0", "action": "consented", "time": "2026-06-01T00:00:00Z",
 "subject": "ab12", "of-the-app": [1, {"x": null}]}"#;

fn one_line() -> String {
    GOOD.replace('\n', "")
}

fn read(text: &str) -> Vec<Result<Receipt, Diagnostic>> {
    records("r.json", text).iter().map(Record::read).collect()
}

/// To write it anew: `EREJE_UPDATE=1 cargo test -p ereje-cli --lib schema`.
#[test]
fn the_schema_is_that_of_the_type() {
    let schema = schemars::schema_for!(Receipt);
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    let path = format!("{}/../../schemas/app/receipt.json", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("EREJE_UPDATE").is_some() {
        std::fs::write(path, text).expect("written");
    } else {
        let shipped = std::fs::read_to_string(path).expect("schemas/app/receipt.json");
        assert_eq!(shipped, text, "schemas/app/receipt.json is not that of the type");
    }
}

#[test]
fn a_file_has_one_receipt_or_one_a_line() {
    let line = one_line();
    for (text, lines) in [
        (GOOD.to_owned(), vec![1]),
        (format!("\n{GOOD}\n\n"), vec![1]),
        (line.clone(), vec![1]),
        (format!("{line}\n\r\n{line}\r\n"), vec![1, 3]),
        (format!("{line}\n{line}\n{line}"), vec![1, 2, 3]),
    ] {
        let records = records("r.json", &text);
        assert_eq!(records.iter().map(Record::line).collect::<Vec<_>>(), lines, "{text}");
        for record in records {
            let receipt = record.read().expect("a receipt");
            assert_eq!((receipt.version.as_str(), receipt.action), ("2.0", Done::Consented));
            assert_eq!(receipt.ack_key, None);
        }
    }
}

#[test]
fn what_can_not_be_read_is_told_with_its_place() {
    let with = |from: &str, to: &str| GOOD.replace(from, to);
    for (text, words, place) in [
        (String::new(), "the file has no receipt", None),
        (" \n\n".to_owned(), "the file has no receipt", None),
        ("{\"schema\": nul}".to_owned(), "this is no JSON: expected ident", Some((1, 15))),
        (GOOD[..40].to_owned(), "this is no JSON: EOF while parsing", Some((1, 39))),
        (with("en\",", "en\""), "this is no JSON: expected `,` or `}`", Some((2, 17))),
        (format!("[{GOOD}]"), "this is no JSON object", Some((1, 1))),
        (with("schema", "scheme"), "this is no receipt: it names no `schema`", Some((1, 1))),
        (with("receipt/1", "receipt/2"), "the format `ereje-receipt/2` is not known", Some((1, 2))),
        (with("\"time\": ", "\"at\": "), "missing field `time`", Some((1, 1))),
        (with("consented", "agreed"), "unknown variant `agreed`", Some((2, 40))),
        (with("\"2.0\"", "2.0"), "invalid type: floating point `2.0`", Some((1, 65))),
        (with("\"subject\"", "\"version\""), "duplicate field `version`", Some((1, 52))),
    ] {
        let told = read(&text).remove(0).expect_err(&text);
        assert_eq!(told.rule, "broken-receipt");
        assert!(told.message.contains(words), "no “{words}” in {told:?}");
        assert!(told.hint.is_some(), "{told:?}");
        let at = told.place.as_ref().map(|place| (place.line, place.column));
        assert_eq!(at, place, "{text}");
    }
}

#[test]
fn one_broken_line_leaves_the_others() {
    let line = one_line();
    let read = read(&format!("{line}\n{{\"schema\n{line}\nnull\n"));
    let sound: Vec<bool> = read.iter().map(Result::is_ok).collect();
    assert_eq!(sound, [true, false, true, false]);
    let places = read.iter().filter_map(|one| one.as_ref().err()?.place.as_ref());
    assert_eq!(places.map(|place| place.line).collect::<Vec<_>>(), [2, 4]);
}

#[test]
fn nothing_is_shown_but_what_is_wrong() {
    let secret = one_line().replace("ab12", "Anna \\\"A\\\" Kim").replace("consented", "agreed");
    let told = read(&secret).remove(0).expect_err("an unknown action");
    let place = told.place.expect("a place");
    assert_eq!(place.excerpt.trim_start(), "\"action\": \"agreed\"");
    assert_eq!(place.column, secret.find("\"action\"").expect("the field") + 1);
    let fields =
        [("subject", "\"subject\": \"Anna \\\"A\\\" Kim\""), ("of-the-app", "\"of-the-app\"")];
    for (name, shown) in fields {
        assert_eq!(&secret[field(&secret, name).expect(name)], shown);
    }
    assert_eq!(field(&secret, "nothing"), None);
}

#[test]
fn words_of_strangers_are_tamed() {
    let text = one_line().replace("consented", "\\u001b[2J\\u0007yes");
    let told = read(&text).remove(0).expect_err("an unknown action");
    assert!(told.message.contains("`\u{fffd}[2J\u{fffd}yes`"), "{told:?}");
    let text = one_line().replace("consented", &"ж".repeat(100_000));
    let told = read(&text).remove(0).expect_err("an unknown action");
    let place = told.place.expect("a place");
    assert!(told.message.len() < 1000 && place.excerpt.len() < 2000);
    assert_eq!(place.line, 1);
}
