//! `import --history`: the past of pages becomes versions, whole and in order.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::{Ran, ereje, tree};

const COLLECT: &str = "We collect your name and the number of your phone, and nothing else.";
const KEEP: &str = "Records are kept for ninety days and are removed after that time.";
const SHARE: &str = "We share nothing of it with anybody outside of our small company.";

fn page(date: &str, clauses: &[(&str, &str)]) -> String {
    let clauses = clauses.iter().map(|(heading, text)| format!("## {heading}\n\n{text}\n\n"));
    let clauses: String = clauses.collect();
    format!("# Privacy policy\n\n{clauses}{date}\n")
}

/// A repository, and beside it a folder for the workspace.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Place {
        let place = Place(tempfile::tempdir().expect("a folder"));
        fs::create_dir_all(place.repository()).expect("a folder");
        fs::create_dir_all(place.workspace()).expect("a folder");
        place.git(&["init", "-q", "-b", "main"]);
        place
    }

    fn repository(&self) -> PathBuf {
        self.0.path().join("repo")
    }

    fn workspace(&self) -> PathBuf {
        self.0.path().join("w")
    }

    fn git(&self, arguments: &[&str]) -> String {
        git_in(&self.repository(), arguments)
    }

    /// Commits `path` with this text, or without the file.
    fn commit(&self, day: &str, path: &str, bytes: Option<&[u8]>) {
        let file = self.repository().join(path);
        match bytes {
            Some(bytes) => {
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                fs::write(file, bytes).expect("a page");
            }
            None => fs::remove_file(file).expect("a page"),
        }
        self.git(&["add", "-A"]);
        let date = format!("--date={day}T12:00:00Z");
        self.git(&["commit", "-q", "--allow-empty", "-m", "m", &date]);
    }

    fn import(&self, source: &str, more: &[&str]) -> Ran {
        let mut arguments = vec!["import", "--history", source, "--policy", "privacy"];
        arguments.extend(["--locale", "en"]);
        arguments.extend(more);
        self.ereje(&arguments)
    }

    fn ereje(&self, arguments: &[&str]) -> Ran {
        run_in(&self.workspace(), arguments)
    }

    fn read(&self, path: &str) -> String {
        let path = self.workspace().join("policies/privacy").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The names of the versions, in order.
    fn versions(&self) -> Vec<String> {
        let folder = self.workspace().join("policies/privacy/versions");
        let entries = fs::read_dir(folder).expect("versions").filter_map(Result::ok);
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn git_in(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=a", "-c", "user.email=a@example.com"]);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let output = command.args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(ereje().current_dir(folder).args(arguments).output().expect("ereje runs"))
}

fn ok(ran: Ran) -> String {
    assert_eq!(ran.status, 0, "{}\n{}", ran.stdout, ran.stderr);
    ran.stdout
}

#[test]
fn a_repository_becomes_versions() {
    let place = Place::new();
    let first = page("Last updated: May 1, 2020", &[("Data", COLLECT), ("Keeping", KEEP)]);
    place.commit("2020-05-03", "docs/old.md", Some(first.as_bytes()));
    place.git(&["mv", "docs/old.md", "docs/privacy.md"]);
    place.git(&["commit", "-q", "-m", "renamed", "--date=2020-06-01T12:00:00Z"]);
    // Edited and renamed clauses, below a date that stayed.
    let kept = KEEP.replace("ninety", "thirty");
    let second = page(
        "Last updated: May 1, 2020",
        &[("How long", &kept), ("Sharing", SHARE), ("Data", COLLECT)],
    );
    place.commit("2021-01-05", "docs/privacy.md", Some(second.as_bytes()));
    place.commit("2021-02-05", "docs/privacy.md", Some(b"# \xff\xfe"));
    place.commit("2021-03-05", "docs/privacy.md", None);
    place.commit("2021-04-05", "docs/privacy.md", Some(first.as_bytes()));
    let dry = place.import("git:docs/privacy.md@../repo", &["--dry-run"]);
    assert!(dry.stdout.contains("nothing was written"), "{}", dry.stdout);
    assert!(tree(&place.workspace()).is_empty(), "a trial run writes nothing");
    let ran = place.import("git:docs/privacy.md@../repo", &[]);
    assert!(ran.stderr.contains("the page is no UTF-8 (line 1)"), "{}", ran.stderr);
    let told = ok(ran);
    for part in [
        "2020-05-01  the page    first version",
        "2021-01-05  the commit  2",
        "the page is no UTF-8 (line 1)",
        "the page is gone",
        "readers saw the same text",
        "made `privacy` in en: 3 versions of 6 revisions, 2020-05-01 to 2021-04-05",
    ] {
        assert!(told.contains(part), "no {part} in {told}");
    }
    assert_eq!(place.versions(), ["2020-05-01", "2021-01-05", "2021-04-05"]);
    // Ids stay, come back, and mean one thing each.
    let ids = |version: &str| -> Vec<String> {
        let text = place.read(&format!("versions/{version}/version.toml"));
        let ids = text.lines().filter_map(|line| line.strip_prefix("id = ")).map(str::to_owned);
        ids.collect()
    };
    assert_eq!(ids("2020-05-01"), ["\"data\"", "\"keeping\""]);
    assert_eq!(ids("2021-01-05"), ["\"keeping\"", "\"sharing\"", "\"data\""]);
    assert_eq!(ids("2021-04-05"), ["\"data\"", "\"keeping\""]);
    let origin = place.read("history.toml");
    for part in [
        "date-line = \"Last updated: May 1, 2020\"\ndated = 2020-05-01\ndated-by = \"page\"",
        "path = \"docs/old.md\"",
        "committed = 2021-01-05T12:00:00Z\ndated-by = \"commit\"",
        "problem = \"the page is no UTF-8 (line 1)\"",
    ] {
        assert!(origin.contains(part), "no {part} in {origin}");
    }
    // The page as its readers saw it, with its own date.
    let frozen = place.read("versions/2021-01-05/en.toml");
    assert!(frozen.contains("last-updated = \"Last updated: May 1, 2020\""), "{frozen}");
    ok(place.ereje(&["verify"]));
    let log = ok(place.ereje(&["log", "privacy"]));
    assert!(log.contains("Changed: How long (keeping)"), "{log}");
    ok(place.ereje(&["generate", "--locked"]));
    let diff = ok(place.ereje(&["diff", "2020-05-01", "2021-04-05"]));
    assert!(!diff.contains("[-") && !diff.contains("{+"), "{diff}");
    let told = ok(place.import("git:docs/privacy.md@../repo", &[]));
    assert_eq!(told, "nothing to do: `privacy` has this past already\n");
}

#[test]
fn nothing_nags_about_the_past_and_a_release_follows_it() {
    let place = Place::new();
    for (day, text) in [("2020-05-03", KEEP), ("2020-05-03", SHARE), ("2021-05-03", COLLECT)] {
        place.commit(day, "p.md", Some(page("", &[("Data", text)]).as_bytes()));
    }
    ok(place.import("git:p.md@../repo", &[]));
    assert_eq!(place.versions(), ["2020-05-03", "2020-05-03.2", "2021-05-03"]);
    let last = place.read("versions/2021-05-03/version.toml");
    assert!(last.contains("effective = 2021-05-03") && last.contains("show-until = 2021-05-03"));
    assert!(last.contains("action = \"inform\""), "{last}");
    let texts = place.workspace().join("locales/en/privacy.ftl");
    let text = fs::read_to_string(&texts).expect("texts");
    fs::write(&texts, text.replace("nothing else", "your address")).expect("texts");
    let told = ok(place.ereje(&[
        "release",
        "privacy",
        "--effective",
        "2031-01-01",
        "--published",
        "2030-12-01",
    ]));
    assert!(told.contains("released privacy 2030-12-01 in 1 language"), "{told}");
    ok(place.ereje(&["verify"]));
}

#[test]
fn merges_count_as_the_branch_showed_them() {
    let place = Place::new();
    let text = |words: &str| page("", &[("Data", COLLECT), ("Keeping", words)]);
    place.commit("2020-01-01", "p.md", Some(text(KEEP).as_bytes()));
    place.git(&["checkout", "-q", "-b", "side"]);
    place.commit("2020-01-02", "p.md", Some(text("A draft.").as_bytes()));
    place.commit("2020-01-03", "p.md", Some(text(SHARE).as_bytes()));
    place.git(&["checkout", "-q", "main"]);
    place.commit("2020-01-04", "other.md", Some(b"x"));
    place.git(&["merge", "-q", "--no-ff", "-m", "merged", "side"]);
    let told = ok(place.import("git:p.md@../repo", &[]));
    assert!(told.contains("2 versions of 2 revisions"), "{told}");
}

#[test]
fn a_text_that_was_taken_back_on_the_same_day_is_a_change() {
    let place = Place::new();
    let first = page("", &[("Data", COLLECT), ("Keeping", KEEP)]);
    place.commit("2020-05-01", "p.md", Some(first.as_bytes()));
    place.commit("2020-06-01", "p.md", Some(page("", &[("Data", SHARE)]).as_bytes()));
    place.git(&["revert", "--no-edit", "HEAD"]);
    place.git(&["commit", "-q", "--amend", "-m", "r", "--date=2020-06-01T13:00:00Z"]);
    let told = ok(place.import("git:p.md@../repo", &[]));
    assert!(told.contains("2020-06-01    the commit  2"), "{told}");
    assert!(told.contains("2020-06-01.2  the commit  2"), "since the version before: {told}");
    let clauses = |version: &str| {
        let text = place.read(&format!("versions/{version}/en.toml"));
        text.split_once("[[clause]]").map(|(_, clauses)| clauses.to_owned())
    };
    assert_eq!(clauses("2020-05-01"), clauses("2020-06-01.2"));
    ok(place.ereje(&["verify"]));
}

#[test]
fn a_shallow_clone_is_told_and_a_bare_one_works() {
    let place = Place::new();
    for (day, words) in [("2020-01-01", KEEP), ("2020-02-01", SHARE)] {
        place.commit(day, "p.md", Some(page("", &[("Data", words)]).as_bytes()));
    }
    let from = format!("file://{}", place.repository().display());
    git_in(place.0.path(), &["clone", "-q", "--depth", "1", &from, "shallow"]);
    git_in(place.0.path(), &["clone", "-q", "--bare", &from, "bare.git"]);
    let told = ok(place.import("git:p.md@../shallow", &["--dry-run"]));
    assert!(told.contains("the clone is shallow: its history begins at"), "{told}");
    let told = ok(place.import("git:p.md@../bare.git", &["--dry-run"]));
    assert!(told.contains("2 versions of 2 revisions"), "{told}");
}

#[test]
fn a_folder_of_dated_pages_is_a_past() {
    let place = Place::new();
    let folder = place.0.path().join("past");
    fs::create_dir_all(&folder).expect("a folder");
    let pages = [("10-2020-03-01.md", SHARE), ("2-2020-02-01.md", KEEP), ("README.md", "x")];
    for (name, words) in pages {
        fs::write(folder.join(name), page("", &[("Data", words)])).expect("a page");
    }
    let told = ok(place.import("../past", &[]));
    assert!(told.contains("../past/README.md is left out"), "{told}");
    assert!(told.contains("2020-03-01  the file's name"), "{told}");
    assert_eq!(place.versions(), ["2020-02-01", "2020-03-01"]);
    // The same past anew is nothing to do; another one is refused.
    fs::write(folder.join("11-2020-04-01.md"), page("", &[("Data", COLLECT)])).expect("a page");
    let before = tree(&place.workspace());
    let ran = place.import("../past", &[]);
    assert_eq!(ran.status, 2, "{}", ran.stdout);
    assert!(ran.stderr.contains("nothing is overwritten"), "{}", ran.stderr);
    assert_eq!(tree(&place.workspace()), before);
    // What an interrupted run has left is gone on with.
    fs::remove_file(folder.join("11-2020-04-01.md")).expect("a page");
    let plan = place.workspace().join("policies/privacy/policy.toml");
    let text = fs::read_to_string(&plan).expect("a plan");
    fs::remove_file(&plan).expect("a plan");
    ok(place.import("../past", &[]));
    assert_eq!(fs::read_to_string(&plan).expect("a plan"), text);
}

#[test]
fn what_can_not_be_is_told_in_a_sentence() {
    let place = Place::new();
    let refused = |source: &str, message: &str| {
        let ran = place.import(source, &[]);
        assert_eq!(ran.status, 2, "{source}: {}", ran.stdout);
        assert!(ran.stderr.contains(message), "{source}: {}", ran.stderr);
        assert!(tree(&place.workspace()).is_empty(), "{source}");
    };
    refused("git:p.md@../repo", "has no commit on the branch at hand");
    place.commit("2020-01-01", "docs/p.md", Some(b"# A\n\nText.\n"));
    place.commit("2020-01-02", "empty.md", Some(b"\n"));
    refused("git:p.md@../repo", "no commit of ../repo has the page p.md");
    refused("git:docs@../repo", "docs is a folder in the repository");
    refused("git:p.md@../nowhere", "there is no folder ../nowhere");
    refused("git:@../repo", "`git:` names no page");
    refused("git:p.md", "is not in a git repository");
    refused("git:empty.md@../repo", "no text came of git:empty.md@../repo");
    refused("../nowhere", "../nowhere");
    refused("../repo", "there is no page in ../repo whose name has a date");
    refused("git:--help@../repo", "no commit of ../repo has the page --help");
    let ran = place.import("git:docs/p.md@../repo", &["--locales", "kk"]);
    assert!(ran.stderr.contains("the pages of other languages are not known"), "{}", ran.stderr);
    // Another repository in the environment changes nothing.
    let mut command = ereje();
    command.current_dir(place.workspace()).env("GIT_DIR", "/nowhere").args([
        "import",
        "--history",
        "git:docs/p.md@../repo",
        "--policy",
        "p",
        "--locale",
        "en",
    ]);
    ok(Ran::of(command.output().expect("ereje runs")));
}

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
    let told = ok(place.import("git:{locale}.md@../repo", &["--locales", "de"]));
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
