//! `import --history` of pages in several languages: each version has those that say
//! what its source says, and no clause has the text of another one.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;

use support::past::{COLLECT, KEEP, Place, SHARE, ok, page};

#[test]
fn languages_that_are_cut_alike_are_in_the_versions() {
    let place = Place::new();
    let en = page("Last updated: May 1, 2020", &[("Data", COLLECT), ("Keeping", KEEP)]);
    let de = "# Datenschutz\n\n## Daten\n\nWir erheben Ihren Namen und sonst nichts.\n\n\
              ## Dauer\n\nWir speichern alles neunzig Tage lang.\n\nStand: 1. Mai 2020\n";
    place.commit("2020-05-01", "p/en.md", Some(en.as_bytes()));
    place.commit("2020-06-01", "p/de.md", Some(de.as_bytes()));
    let longer =
        page("Last updated: May 1, 2020", &[("Data", COLLECT), ("Keeping", KEEP), ("More", SHARE)]);
    place.commit("2020-07-01", "p/en.md", Some(longer.as_bytes()));
    let more =
        de.replace("Stand:", "## Mehr\n\nWir geben nichts davon an andere weiter.\n\nStand:");
    place.commit("2020-08-01", "p/de.md", Some(more.as_bytes()));
    let ran = place.import("git:p/{locale}.md@../repo", &[]);
    assert!(ran.stderr.contains("on the page in `de` is not cut into clauses"), "{}", ran.stderr);
    let told = ok(ran);
    assert!(told.contains("made `privacy` in en, de: 4 versions of 4 revisions"), "{told}");
    let has = |version: &str| {
        place.workspace().join(format!("policies/privacy/versions/{version}/de.toml")).exists()
    };
    assert_eq!(
        ["2020-05-01", "2020-06-01", "2020-07-01", "2020-08-01"].map(has),
        [false, true, false, true]
    );
    ok(place.ereje(&["verify"]));
    ok(place.ereje(&["generate", "--locked"]));
    let status = ok(place.ereje(&["status"]));
    assert!(status.contains("✓ de"), "{status}");
}

/// What an import wrote can be generated: words around the versions of a language that
/// ended are there, and what a translation says otherwise is lowered as in the source.
#[test]
fn languages_that_ended_or_differ_stop_no_page() {
    let place = Place::new();
    let first = ("Data", &format!("{COLLECT} Write to help@oak.example.")[..]);
    let date = "Last updated: May 1, 2020";
    let en = page(date, &[first]);
    let longer = page(date, &[first, ("Keeping", KEEP)]);
    let de = "# Datenschutz\n\n## Daten\n\nWir erheben Ihren Namen und die Nummer Ihres Telefons, und \
              sonst nichts. Schreiben Sie an <hilfe@oak.example>.\n\n## Dauer\n\nWir speichern alles \
              neunzig Tage lang.\n\nStand: 1. Mai 2020\n";
    let cs = "# Soukromí\n\n## Údaje\n\nShromažďujeme vaše jméno a číslo telefonu a nic jiného. Pište \
              na <help@oak.example>.\n\nAktualizováno: 1. května 2020\n";
    place.commit("2020-05-01", "p/en.md", Some(en.as_bytes()));
    place.commit("2020-06-01", "p/cs.md", Some(cs.as_bytes()));
    place.commit("2020-07-01", "p/en.md", Some(longer.as_bytes()));
    place.commit("2020-08-01", "p/de.md", Some(de.as_bytes()));
    let told = ok(place.import("git:p/{locale}.md@../repo", &[]));
    assert!(told.contains("made `privacy` in en, de:"), "{told}");
    let manifest = fs::read_to_string(place.workspace().join("policies/privacy/policy.toml"));
    assert!(manifest.expect("a plan").contains("former-locales = [\"cs\"]"));
    ok(place.ereje(&["verify"]));
    ok(place.ereje(&["generate", "--locked"]));
}

/// Many projects write `pt_BR` in their paths, and no language may be passed over.
#[test]
fn a_language_that_is_written_otherwise_in_the_path_is_found() {
    let first = ("Dados", "Perguntamos o seu nome e o número do seu telefone.");
    for (source, more) in [
        ("git:p/{locale}.md@../repo", &[][..]),
        ("git:p/{locale}.md@../repo", &["--locales", "pt-BR"]),
        ("../repo/{locale}", &[]),
        ("../repo/{locale}", &["--locales", "pt-BR"]),
    ] {
        let place = Place::new();
        for (locale, text) in
            [("en", page("", &[("Data", COLLECT)])), ("pt_BR", page("", &[first]))]
        {
            place.commit("2020-05-01", &format!("p/{locale}.md"), Some(text.as_bytes()));
            place.commit("2020-05-01", &format!("{locale}/2020-05-01.md"), Some(text.as_bytes()));
        }
        place.commit("2020-05-02", "p/README.md", Some(b"# Pages"));
        let told = ok(place.import(source, more));
        assert!(told.contains("made `privacy` in en, pt-BR:"), "{source} {more:?}: {told}");
        ok(place.ereje(&["verify"]));
    }
}

#[test]
fn a_translation_is_not_taken_for_another_clause() {
    let place = Place::new();
    let en = |first: (&str, &str), second: (&str, &str)| page("", &[first, second]);
    let (data, keep) = (("Data", COLLECT), ("Keeping", KEEP));
    let (daten, dauer) = (
        ("Daten", "Wir erheben Ihren Namen und die Nummer Ihres Telefons."),
        ("Dauer", "Wir speichern alles neunzig Tage lang und nicht länger."),
    );
    place.commit("2020-01-01", "en.md", Some(en(data, keep).as_bytes()));
    place.commit("2020-01-02", "de.md", Some(en(daten, dauer).as_bytes()));
    // The source has its clauses in another order, and the translation follows later.
    place.commit("2020-02-01", "en.md", Some(en(keep, data).as_bytes()));
    place.commit("2020-03-01", "de.md", Some(en(dauer, daten).as_bytes()));
    let told = ok(place.import("git:{locale}.md@../repo", &["--locales", " de"]));
    assert!(told.contains("4 versions of 4 revisions"), "{told}");
    let has = |version: &str| {
        place.workspace().join(format!("policies/privacy/versions/{version}/de.toml")).exists()
    };
    assert_eq!(["2020-01-02", "2020-02-01", "2020-03-01"].map(has), [true, false, true]);
    let last = place.read("versions/2020-03-01/de.toml");
    let keeping = last.split("[[clause]]").find(|part| part.contains("id = \"keeping\""));
    assert!(keeping.is_some_and(|clause| clause.contains("neunzig Tage")), "{last}");
    ok(place.ereje(&["verify"]));
}

#[test]
fn a_translation_that_is_cut_otherwise_is_paired_by_what_it_says() {
    let place = Place::new();
    let en = page(
        "Last updated: May 1, 2020",
        &[
            ("Data", "We ask for your name. Write to data@example.com if it is wrong."),
            (
                "Keeping",
                "Records are kept for 90 days, and receipts of more than 250 EUR for 7 years.",
            ),
            (
                "Rights",
                "You can object within 14 days by a form of 2 pages at https://example.com/no.",
            ),
        ],
    );
    // Its headings are on other levels: by their places nothing would fit.
    let de = "# Datenschutz\n\n## Daten\n\nWir fragen nach Ihrem Namen. Ist er falsch, schreiben Sie \
              an data@example.com.\n\n### Dauer\n\nAufzeichnungen bleiben 90 Tage, Belege über mehr \
              als 250 EUR 7 Jahre.\n\n## Rechte\n\nSie können binnen 14 Tagen widersprechen, auf einem \
              Blatt von 2 Seiten unter https://example.com/no.\n\nStand: 1. Mai 2020\n";
    place.commit("2020-05-01", "p/en.md", Some(en.as_bytes()));
    place.commit("2020-06-01", "p/de.md", Some(de.as_bytes()));
    // The source changes; what the translation says still fits.
    let later = en.replace("your name", "your full name");
    place.commit("2020-07-01", "p/en.md", Some(later.as_bytes()));
    // The translation loses a clause, and has it again.
    let (before, after) = de.split_once("### Dauer").expect("a clause");
    let less = format!("{before}{}", &after[after.find("## Rechte").expect("a clause")..]);
    place.commit("2020-08-01", "p/de.md", Some(less.as_bytes()));
    place.commit("2020-09-01", "p/de.md", Some(de.as_bytes()));
    let ran = place.import("git:p/{locale}.md@../repo", &[]);
    assert!(
        ran.stderr.contains("is not cut into clauses as the source is (1 clause is missing"),
        "{}",
        ran.stderr
    );
    let told = ok(ran);
    assert!(told.contains("made `privacy` in en, de: 5 versions of 5 revisions"), "{told}");
    let has = |version: &str| {
        place.workspace().join(format!("policies/privacy/versions/{version}/de.toml")).exists()
    };
    let days = ["2020-05-01", "2020-06-01", "2020-07-01", "2020-08-01", "2020-09-01"];
    assert_eq!(days.map(has), [false, true, true, false, true]);
    let last = place.read("versions/2020-09-01/de.toml");
    let ids: Vec<&str> = last.lines().filter_map(|line| line.strip_prefix("id = ")).collect();
    assert_eq!(ids, ["\"data\"", "\"keeping\"", "\"rights\""], "{last}");
    let texts =
        fs::read_to_string(place.workspace().join("locales/de/privacy.ftl")).expect("texts");
    assert!(texts.contains("{ $data-email }"), "facts have their names: {texts}");
    ok(place.ereje(&["verify"]));
    ok(place.ereje(&["generate", "--locked"]));
    assert!(ok(place.ereje(&["status"])).contains("✓ de"));
}

/// The page of a language lives where it lived, as it does where one joins a policy.
#[test]
fn each_language_of_a_past_keeps_its_address() {
    let place = Place::new();
    let at = |link: &str, page: &str| format!("---\npermalink: {link}\n---\n\n{page}");
    let en = page("Last updated: May 1, 2020", &[("Data", COLLECT)]);
    let de = "# Datenschutz\n\n## Daten\n\nWir erheben Ihren Namen und die Nummer Ihres Telefons, und \
              sonst nichts.\n\nStand: 1. Mai 2020\n";
    let cs = "# Soukromí\n\n## Údaje\n\nShromažďujeme vaše jméno a číslo telefonu a nic jiného.\n\n\
              Aktualizováno: 1. května 2020\n";
    place.commit("2020-05-01", "p/en.md", Some(at("/privacy/", &en).as_bytes()));
    place.commit("2020-06-01", "p/de.md", Some(at("/de/datenschutz/", de).as_bytes()));
    // This one says nothing of its address, which can not be that of the source.
    place.commit("2020-06-02", "p/cs.md", Some(cs.as_bytes()));
    ok(place.import("git:p/{locale}.md@../repo", &[]));
    let plan = place.read("policy.toml");
    let addresses = "permalinks = { cs = \"cs/privacy\", de = \"de/datenschutz\" }\n";
    assert!(plan.contains(addresses), "{plan}");
    ok(place.ereje(&["generate", "--locked"]));
}

/// One that ended, too: its versions stay where its page was.
#[test]
fn a_language_that_ended_keeps_its_address() {
    let place = Place::new();
    let at = |link: &str, page: &str| format!("---\npermalink: {link}\n---\n\n{page}");
    let first = page("Last updated: May 1, 2020", &[("Data", COLLECT)]);
    let longer = page("Last updated: May 1, 2020", &[("Data", COLLECT), ("Keeping", KEEP)]);
    let de = "# Datenschutz\n\n## Daten\n\nWir erheben Ihren Namen und die Nummer Ihres Telefons, und \
              sonst nichts.\n\nStand: 1. Mai 2020\n";
    place.commit("2020-05-01", "p/en.md", Some(at("/privacy/", &first).as_bytes()));
    place.commit("2020-06-01", "p/de.md", Some(at("/datenschutz/", de).as_bytes()));
    place.commit("2020-07-01", "p/en.md", Some(at("/privacy/", &longer).as_bytes()));
    ok(place.import("git:p/{locale}.md@../repo", &[]));
    let plan = place.read("policy.toml");
    assert!(plan.contains("former-locales = [\"de\"]\n"), "{plan}");
    assert!(plan.contains("permalinks = { de = \"datenschutz\" }\n"), "{plan}");
    ok(place.ereje(&["generate", "--locked"]));
}
