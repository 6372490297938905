//! `import --history`: the past of pages becomes versions, whole and in order.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;

use support::past::{COLLECT, KEEP, Place, SHARE, git_in, ok, page};
use support::{Ran, ereje, tree};

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
    git_in(place.path(), &["clone", "-q", "--depth", "1", &from, "shallow"]);
    git_in(place.path(), &["clone", "-q", "--bare", &from, "bare.git"]);
    let told = ok(place.import("git:p.md@../shallow", &["--dry-run"]));
    assert!(told.contains("the clone is shallow: its history begins at"), "{told}");
    let told = ok(place.import("git:p.md@../bare.git", &["--dry-run"]));
    assert!(told.contains("2 versions of 2 revisions"), "{told}");
}

#[test]
fn a_folder_of_dated_pages_is_a_past() {
    let place = Place::new();
    let folder = place.path().join("past");
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
fn versions_whose_sentences_do_not_fit_are_counted_as_people_count() {
    let title = "# The privacy policy of everything that our small company has ever made\n";
    let name = |text: String| text.replace("# Privacy policy\n", title);
    let versions = [KEEP.replace("ninety", "thirty"), KEEP.replace("ninety", "ten")].map(|kept| {
        name(page("Last updated: May 1, 2020", &[("Data", COLLECT), ("Keeping", &kept)]))
    });
    let told = |count: usize| {
        let place = Place::new();
        let first =
            name(page("Last updated: May 1, 2020", &[("Data", COLLECT), ("Keeping", KEEP)]));
        place.commit("2020-05-01", "privacy.md", Some(first.as_bytes()));
        for (text, day) in versions.iter().zip(["2021-01-05", "2021-02-05"]).take(count) {
            place.commit(day, "privacy.md", Some(text.as_bytes()));
        }
        place.import("git:privacy.md@../repo", &[]).stderr
    };
    let one =
        "warning[import-history]: version 2021-01-05 has no notice: its sentences are too long";
    assert!(told(1).contains(one), "{}", told(1));
    let two = "2 of the versions have no notice, the first of them 2021-01-05: its sentences";
    assert!(told(2).contains(two), "{}", told(2));
}
