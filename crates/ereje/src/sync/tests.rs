//! Translations that follow their source, fall behind, and catch up.

use super::*;
use crate::manifest::read_manifest;

fn manifest(ids: &[&str]) -> Manifest {
    let mut text =
        "product = \"p\"\nslug = \"s\"\nsource-locale = \"en\"\nlocales = [\"en\", \"kk\"]\n\
                    published = 2017-12-12\n"
            .to_owned();
    for id in ids {
        text.push_str(&format!("[[clause]]\nid = \"{id}\"\n"));
    }
    read_manifest("x", "policy.toml", &text).0.expect("a manifest")
}

fn wording(ids: &[&str], ftl: &str) -> Wording {
    Wording::new(&manifest(ids), &FtlFile::parse("x.ftl", ftl.to_owned()), None)
}

/// The record of a translation that was made from that source.
fn recorded(source: &Wording, own: &Wording) -> Sync {
    Sync::default().standing(source, own, "").record
}

const AB: &[&str] = &["a", "b"];

#[test]
fn a_translation_is_new_then_stale_then_to_review() {
    let (old, new) = (wording(AB, "a = one\nb = two\n"), wording(AB, "a = one more\nb = two\n"));
    let own = wording(AB, "a = бір\nb = екі\n");
    let first = Sync::default().standing(&old, &own, "1.0");
    assert_eq!(first.new, 2);
    assert!(first.states.values().all(|state| *state == State::Current));
    let stale = first.record.standing(&new, &own, "1.0");
    assert_eq!(stale.of(State::Stale).collect::<Vec<_>>(), ["a"]);
    assert_eq!(stale.record, first.record, "what is stale stays as it was recorded");
    let edited = wording(AB, "a = тағы бір\nb = екі\n");
    let caught_up = stale.record.standing(&new, &edited, "1.0");
    assert_eq!(caught_up.of(State::Review).collect::<Vec<_>>(), ["a"]);
    let review = caught_up.record.entries["a"].review.clone().expect("a review");
    assert_eq!(review.source, old.get("a").expect("a").digest);
    assert_eq!(review.translation, own.get("a").expect("a").digest);
    // It stays there until somebody confirms it, or the next version.
    let again = caught_up.record.standing(&new, &edited, "1.0");
    assert_eq!(again.of(State::Review).count(), 1);
    let next = caught_up.record.standing(&new, &edited, "2.0");
    assert_eq!(next.of(State::Review).count(), 0);
    let mut confirmed = caught_up.record;
    confirmed.confirm(["a"], &new, &edited);
    assert_eq!(confirmed.standing(&new, &edited, "1.0").of(State::Review).count(), 0);
}

#[test]
fn a_review_is_compared_with_what_was_first_until_the_next_version() {
    let [one, two, three] =
        ["one", "two", "three"].map(|text| wording(&["a"], &format!("a = {text}\n")));
    let first = recorded(&one, &wording(&["a"], "a = бір\n"));
    let edited = wording(&["a"], "a = екі\n");
    let review = first.standing(&two, &edited, "1.0").record;
    let before = review.entries["a"].review.clone();
    assert!(before.is_some());
    // An edit of the translation alone, and one of the source alone.
    let polished = review.standing(&two, &wording(&["a"], "a = Екі\n"), "1.0");
    assert_eq!(polished.of(State::Review).count(), 1);
    assert_eq!(polished.record.entries["a"].review, before);
    let stale = review.standing(&three, &edited, "1.0");
    assert_eq!(stale.of(State::Stale).count(), 1);
    assert_eq!(stale.record.entries["a"].review, before);
    for (source, state) in [(&two, State::Current), (&three, State::Stale)] {
        let next = review.standing(source, &edited, "2.0");
        assert_eq!(next.of(state).count(), 1);
        assert_eq!(next.record.entries["a"].review, None);
    }
}

#[test]
fn of_two_messages_with_one_translation_the_one_with_the_same_source_was_renamed() {
    for [first, second] in [["one", "two"], ["two", "one"]] {
        let old = wording(AB, &format!("a = {first}\nb = {second}\n"));
        let record = recorded(&old, &wording(AB, "a = x\nb = x\n"));
        let (new, own) = (wording(&["c"], "c = two\n"), wording(&["c"], "c = x\n"));
        let standing = record.standing(&new, &own, "");
        assert_eq!(standing.of(State::Current).collect::<Vec<_>>(), ["c"], "{first}");
    }
}

#[test]
fn a_source_that_goes_back_is_no_longer_ahead() {
    let (old, new) = (wording(AB, "a = one\nb = two\n"), wording(AB, "a = 1\nb = two\n"));
    let own = wording(AB, "a = бір\nb = екі\n");
    let record = recorded(&old, &own).standing(&new, &own, "").record;
    let back = record.standing(&old, &own, "");
    assert!(back.states.values().all(|state| *state == State::Current));
}

#[test]
fn a_corrected_translation_is_current() {
    let source = wording(AB, "a = one\nb = two\n");
    let record = recorded(&source, &wording(AB, "a = бiр\nb = екі\n"));
    let fixed = wording(AB, "a = бір\nb = екі\n");
    let standing = record.standing(&source, &fixed, "");
    assert!(standing.states.values().all(|state| *state == State::Current));
    assert_ne!(standing.record, record);
}

#[test]
fn a_renamed_message_keeps_what_is_known_of_it() {
    let (old, new) =
        (wording(AB, "a = one\nb = two\n"), wording(&["c", "b"], "c = one!\nb = two\n"));
    let record = recorded(&old, &wording(AB, "a = бір\nb = екі\n"));
    let own = wording(&["c", "b"], "c = бір\nb = екі\n");
    let standing = record.standing(&new, &own, "");
    assert_eq!(standing.of(State::Stale).collect::<Vec<_>>(), ["c"], "renamed and changed at once");
    assert_eq!(standing.record.entries.keys().collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(standing.new, 0);
}

#[test]
fn what_is_gone_or_not_translated_has_no_line() {
    let source = wording(AB, "a = one\nb = two\n");
    let record = recorded(&source, &wording(AB, "a = бір\nb = екі\n"));
    let standing = record.standing(&source, &wording(AB, "a = бір\n"), "");
    assert_eq!(standing.of(State::Missing).collect::<Vec<_>>(), ["b"]);
    assert_eq!(standing.record.entries.keys().collect::<Vec<_>>(), ["a"]);
}

#[test]
fn a_record_comes_back_as_it_was_written() {
    let (old, new) = (wording(AB, "a = one\nb = two\n"), wording(AB, "a = 1\nb = two\n"));
    let (own, edited) = (wording(AB, "a = бір\nb = екі\n"), wording(AB, "a = 1\nb = екі\n"));
    let record = recorded(&old, &own).standing(&new, &edited, "1.0").record;
    let text = record.write();
    assert_eq!(Sync::parse("kk.sync.toml", &text), Ok(record.clone()));
    assert!(text.lines().filter(|line| line.contains("source = ")).count() == 2, "{text}");
    let memory =
        Memory::parse(&Memory::default().updated(&recorded(&old, &own), &old, &own).write());
    let memory = memory.updated(&record, &new, &edited);
    let review = record.entries["a"].review.as_ref().expect("a review");
    assert_eq!(memory.get(review.source), Some("one"));
    assert_eq!(memory.get(review.translation), Some("бір"));
    assert_eq!(Memory::parse(&memory.write()), memory);
}

#[test]
fn what_is_not_whole_in_a_memory_is_told_at_its_first_place() {
    let source = wording(AB, "a = one \"1\" \\ x\nb =\n    two\n\n    \u{200E}three\n");
    let memory = Memory::default().updated(&recorded(&source, &source), &source, &source);
    let text = memory.write();
    let spaced = text.replace(" = ", "   =  ") + "\n# end";
    for text in [text.clone(), text.replace('\n', "\r\n"), spaced, text.clone() + &text] {
        assert_eq!(Memory::read("x", &text), (memory.clone(), None), "{text}");
        assert_eq!(Memory::parse(&text), memory);
    }
    assert_eq!(Memory::read("x", ""), (Memory::default(), None));
    let told = |text: &str| {
        let told = Memory::read("x", text).1.expect("a fault");
        (told.rule, told.message, told.place.map(|place| place.line))
    };
    let whole = ("bad-record", "this is no text with its digest".to_owned(), Some(4));
    let cut = &text[..text.len() - 3];
    assert_eq!(told(cut), whole);
    let kept = Memory::read("x", cut).0.write();
    assert!(text.starts_with(&kept) && kept.lines().count() == 3, "the rest is kept: {kept}");
    assert_eq!(told(&text.replace("two", "2").replace("one", "1")).2, Some(3));
    let many = told("\u{0}PNG\nx\n[a]\n");
    assert_eq!(many.1, "this is no text with its digest, nor are 2 other lines");
}

#[test]
fn a_record_is_read_alike_whoever_formatted_it() {
    let source = wording(AB, "a = one\nb = two\n");
    let record = recorded(&source, &wording(AB, "a = x\nb = y\n"));
    let text = record.write();
    let spaced = text.replace(" = { ", "  =  {").replace("\na  =", "\n\"a\" =");
    for text in [text.clone(), text.replace('\n', "\r\n"), spaced, text.clone() + "# end\n"] {
        assert_eq!(Sync::parse("x", &text), Ok(record.clone()), "{text}");
    }
    let line = text.lines().last().expect("a line");
    assert!(Sync::parse("x", &format!("{text}{line}\n")).is_err(), "a message twice");
    assert!(Sync::parse("x", &text.replace("sync/2", "sync/1")).is_err(), "another form");
}

#[test]
fn marks_of_a_merge_are_told_where_they_stand() {
    let source = wording(AB, "a = one\nb = two\n");
    let text = recorded(&source, &wording(AB, "a = x\nb = y\n")).write();
    let (head, lines) = text.split_once("[messages]\n").expect("a table");
    let torn = format!("{head}[messages]\n<<<<<<< HEAD\n{lines}=======\n{lines}>>>>>>> other\n");
    let found = Sync::parse("kk.sync.toml", &torn).expect_err("a conflict");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule, "merge-conflict");
    assert_eq!(found[0].place.as_ref().map(|place| place.line), Some(6));
    let memory =
        Memory::default().updated(&Sync::parse("x", &text).expect("sound"), &source, &source);
    let torn = format!("<<<<<<< HEAD\n{}>>>>>>> other\n", memory.write());
    assert_eq!(Memory::parse(&torn), memory, "a memory is read all the same");
    let (read, told) = Memory::read("kk.memory.toml", &torn);
    let told = told.expect("marks");
    assert_eq!((read, told.rule), (memory, "merge-conflict"));
    for bad in [
        "[messages]\na = { source = \"xyz\" }\n",
        "[messages]\na = 1\n",
        "a = [",
        "schema = \"x/9\"\n",
    ] {
        assert!(Sync::parse("x", bad).is_err(), "{bad}");
    }
}

#[test]
fn translations_of_one_text_are_current_when_one_of_them_becomes_the_source() {
    let ru = wording(AB, "a = раз\nb = два\n");
    let en = wording(AB, "a = one\nb = two\n");
    let kk = wording(AB, "a = бір\nb = екі\n");
    let [of_en, of_kk] = [recorded(&ru, &en), recorded(&ru, &kk)];
    for (known, own) in [(Some(&of_kk), &kk), (None, &ru)] {
        let handed = Sync::handed_over(known, &of_en, &en, own);
        assert_eq!(handed, recorded(&en, own));
        // Once more is the same, also when the source has changed since.
        let changed = wording(AB, "a = one more\nb = two\n");
        assert_eq!(Sync::handed_over(Some(&handed), &of_en, &changed, own), handed);
        let stale = handed.standing(&changed, own, "");
        assert_eq!(stale.of(State::Stale).collect::<Vec<_>>(), ["a"]);
        let followed = recorded(&changed, own);
        assert_eq!(Sync::handed_over(Some(&followed), &of_en, &changed, own), followed);
    }
}

#[test]
fn what_was_stale_stays_so_when_another_language_becomes_the_source() {
    let [old, new] = ["раз", "раз и два"].map(|text| wording(&["a"], &format!("a = {text}\n")));
    let [first, second] =
        ["one", "one and two"].map(|text| wording(&["a"], &format!("a = {text}\n")));
    let kk = wording(&["a"], "a = бір\n");
    let of_kk = recorded(&old, &kk);
    let state = |of_en: &Sync, source: &Wording| {
        let handed = Sync::handed_over(Some(&of_kk), of_en, source, &kk);
        let standing = handed.standing(source, &kk, "");
        (standing.states["a"], standing.record.entries["a"].source)
    };
    // English followed a change that Kazakh did not.
    let followed = recorded(&old, &first).standing(&new, &second, "").record;
    assert!(followed.entries["a"].review.is_some());
    let before = first.get("a").expect("a text").digest;
    assert_eq!(state(&followed, &second), (State::Stale, before));
    // Likewise, and nobody knows any more from what.
    assert_eq!(state(&recorded(&new, &second), &second), (State::Stale, TextDigest::of("")));
    // Kazakh followed a change that English did not.
    let of_kk = recorded(&new, &kk);
    let handed = Sync::handed_over(Some(&of_kk), &recorded(&old, &first), &first, &kk);
    assert_eq!(handed.standing(&first, &kk, "").states["a"], State::Stale);
    // And the language that was the source says more than the new one.
    for (text, state) in [(&old, State::Current), (&new, State::Stale)] {
        let back = Sync::handed_over(None, &recorded(&old, &first), &first, text);
        assert_eq!(back.standing(&first, text, "").states["a"], state);
    }
}

#[test]
fn a_review_goes_on_when_another_language_becomes_the_source() {
    let [old, new] = ["раз", "раз и два"].map(|text| wording(&["a"], &format!("a = {text}\n")));
    let [bir, eki] = ["бір", "бір, екі"].map(|text| wording(&["a"], &format!("a = {text}\n")));
    let en = wording(&["a"], "a = one and two\n");
    let of_kk = recorded(&old, &bir).standing(&new, &eki, "1.0").record;
    let handed = Sync::handed_over(Some(&of_kk), &recorded(&new, &en), &en, &eki);
    let standing = handed.standing(&en, &eki, "1.0");
    assert_eq!(standing.states["a"], State::Review);
    let review = standing.record.entries["a"].review.clone().expect("a review");
    let digest = |wording: &Wording| wording.get("a").expect("a text").digest;
    assert_eq!((review.source, review.translation), (digest(&en), digest(&bir)));
}
