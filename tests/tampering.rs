//! A released version that was touched is told by `verify`, with the file and
//! the clause, and nothing is generated from it.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use ereje::locale::Locale;
use ereje::version::{Release, read_release};
use support::{Ran, Sandbox, VERSIONS};

/// A workspace with the versions 1.0, 2.0 and 3.0.
fn after_three() -> Sandbox {
    static MADE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let sandbox = Sandbox::after_one();
        sandbox.release("2026-03-01", "2026-03-01", &[]);
        sandbox.set_days(60);
        sandbox.release("2026-05-01", "2026-06-01", &[]);
        assert_eq!(sandbox.run(&["verify"]).status, 0);
        support::tree(sandbox.path())
    });
    let sandbox = Sandbox::new();
    for (path, bytes) in made {
        sandbox.write(path, bytes);
    }
    sandbox
}

fn at(file: &str) -> String {
    format!("{VERSIONS}/{file}")
}

/// Writes a version anew, as somebody would who knows how it is made.
fn forge(sandbox: &Sandbox, version: &str, change: impl Fn(&mut Release)) {
    let texts: BTreeMap<String, String> = ["version.toml", "en.toml", "ru.toml"]
        .map(|name| (name.to_owned(), sandbox.read(&at(&format!("{version}/{name}")))))
        .into();
    let mut release = read_release(version, &texts).expect("a sound version");
    change(&mut release);
    for (name, text) in release.files() {
        sandbox.write(&at(&format!("{version}/{name}")), text);
    }
}

fn move_folder(sandbox: &Sandbox, from: &str, to: &str) {
    fs::rename(sandbox.at(&at(from)), sandbox.at(&at(to))).expect("renamed");
}

fn copy_folder(sandbox: &Sandbox, from: &str, to: &str) {
    for (name, bytes) in support::tree(&sandbox.at(&at(from))) {
        sandbox.write(&at(&format!("{to}/{name}")), bytes);
    }
}

/// Checks that what was done to the versions of `sandbox` is told, and that no
/// command goes on as if nothing had happened. `told` are pairs of a file and
/// what is said of it.
fn is_told(sandbox: &Sandbox, told: &[(&str, &str)]) {
    let before = support::tree(sandbox.path());
    let ran = sandbox.run(&["verify"]);
    assert_eq!(ran.status, 1, "{told:?}: {}{}", ran.stdout, ran.stderr);
    assert!(!ran.stdout.contains("as released"), "{}", ran.stdout);
    let errors = |ran: &Ran| -> Vec<String> {
        ran.stderr.lines().filter(|line| line.starts_with("error")).map(str::to_owned).collect()
    };
    assert_eq!(errors(&ran).len(), told.len(), "each is told once: {}", ran.stderr);
    for (file, words) in told {
        // The place stands in the line after the message.
        let lines: Vec<&str> = ran.stderr.lines().collect();
        let is_it = |pair: &[&str]| {
            pair[0].starts_with("error") && pair[0].contains(words) && pair[1].contains(file)
        };
        assert!(lines.windows(2).any(is_it), "{file}: “{words}” is not in: {}", ran.stderr);
    }
    for arguments in [
        &["generate"][..],
        &["generate", "--draft"],
        &["release", "privacy", "--effective", "9000-01-01"],
        &["log", "privacy"],
        &["show", "privacy"],
    ] {
        let ran = sandbox.run(arguments);
        assert_eq!(ran.status, 1, "{arguments:?}: {}{}", ran.stdout, ran.stderr);
        // And says nothing of texts that only lack the version.
        let is_it = |line: &String| {
            ["-version]", "broken-chain]", "merge-conflict]", "unreadable-file]"]
                .iter()
                .any(|rule| line.contains(rule))
        };
        assert!(errors(&ran).iter().all(is_it), "{arguments:?}: {}", ran.stderr);
        assert!(!errors(&ran).is_empty(), "{arguments:?}: {}", ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    }
    let own = |path: &String| !path.starts_with("dist/.ereje/");
    let after = support::tree(sandbox.path());
    let after: BTreeMap<_, _> = after.into_iter().filter(|(path, _)| own(path)).collect();
    assert_eq!(after, before.into_iter().filter(|(path, _)| own(path)).collect());
}

#[test]
fn versions_of_two_branches_that_git_merged_are_told_as_such() {
    let both = |text: &str| format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> other\n");
    let sandbox = after_three();
    let files = ["SHA256SUMS", "version.toml", "en.toml"].map(|name| at(&format!("3.0/{name}")));
    let released = files.each_ref().map(|file| sandbox.read(file));
    for (file, text) in files.iter().zip(&released) {
        sandbox.write(file, both(text));
    }
    is_told(&sandbox, &[("3.0/SHA256SUMS", "a merge has left its marks here")]);
    let verify = sandbox.run(&["verify"]).stderr;
    assert!(verify.contains("two branches have released this version"), "{verify}");
    assert!(verify.contains(&format!("`git checkout --ours -- {}`", at("3.0"))), "{verify}");

    // One file of several was put right.
    sandbox.write(&files[0], &released[0]);
    let left = "a merge has left its marks here";
    is_told(&sandbox, &[("3.0/version.toml", left), ("3.0/en.toml", left)]);
}

#[test]
fn a_changed_text_is_told_with_its_clause() {
    let sandbox = after_three();
    sandbox.generate();
    sandbox.edit(&at("2.0/ru.toml"), "Зачем App", "Почему App");
    is_told(&sandbox, &[("versions/2.0/ru.toml:", "the clause `use` is not what was released")]);
    let json = sandbox.run(&["verify", "--format", "json"]);
    let lines: Vec<serde_json::Value> =
        json.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["path"], "policies/privacy/versions/2.0/ru.toml");
    assert!(lines[0]["line"].as_u64().is_some_and(|number| number > 1));
}

#[test]
fn a_text_that_was_changed_without_a_trace_is_told_as_soon_as_it_is_read() {
    let sandbox = after_three();
    // A run takes no file for known that is younger than itself.
    let ages: Vec<_> = support::tree(&sandbox.at(&at(""))).into_keys().collect();
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    let set_time = |path: &str| {
        let file = fs::File::options().write(true).open(sandbox.at(path)).expect("a file");
        file.set_modified(old).expect("a time");
    };
    ages.iter().for_each(|file| set_time(&at(file)));
    sandbox.generate();
    let text = at("1.0/en.toml");
    let words = sandbox.read(&text);
    sandbox.write(&text, words.replacen("App", "Apq", 1));
    set_time(&text);
    // Nobody needs it: what was made of it is there.
    sandbox.edit("locales/en/privacy.ftl", "intro = ", "# A note.\nintro = ");
    sandbox.generate();
    assert_eq!(sandbox.run(&["verify"]).status, 1);
    assert_eq!(sandbox.run(&["generate", "--locked"]).status, 1);
    let page = "dist/site/app/en/privacy/1.0/index.html";
    sandbox.remove(page);
    let ran = sandbox.run(&["generate"]);
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains("the file is not what was released"), "{}", ran.stderr);
    assert!(ran.stderr.contains("versions/1.0/en.toml"), "{}", ran.stderr);
    assert!(!sandbox.at(page).exists());
    sandbox.write(&text, words);
    sandbox.generate();
    assert!(sandbox.at(page).exists());
}

#[test]
fn a_changed_clause_is_told_although_the_digests_were_made_to_match() {
    // In the file, so that the digest of the clause tells.
    let sandbox = after_three();
    sandbox.edit(&at("3.0/en.toml"), "Why App", "How App");
    let file = sandbox.read(&at("3.0/en.toml"));
    let sums = sandbox.read(&at("3.0/SHA256SUMS"));
    let line = sums.lines().find(|line| line.ends_with("en.toml")).expect("a line");
    let new = format!("{}  en.toml", ereje::digest::sha256(file.as_bytes()));
    sandbox.write(&at("3.0/SHA256SUMS"), sums.replace(line, &new));
    is_told(&sandbox, &[("versions/3.0/en.toml:", "the clause `use` is not what was released")]);
    // With all digests, so that the link of the next version tells.
    let sandbox = after_three();
    forge(&sandbox, "2.0", |release| {
        let text = release.texts.get_mut(&Locale::parse("en").expect("a locale")).expect("texts");
        text.clauses[1].text = "Nobody knows.".into();
    });
    let words = "`2.0` is not the version that this one follows";
    is_told(&sandbox, &[("versions/3.0/version.toml", words)]);
}

#[test]
fn a_changed_date_is_told() {
    let sandbox = after_three();
    sandbox.edit(&at("2.0/version.toml"), "effective = 2026-03-01", "effective = 2026-03-02");
    is_told(&sandbox, &[("versions/2.0/version.toml", "the file is not what was released")]);
    let sandbox = after_three();
    forge(&sandbox, "1.0", |release| release.version.effective.day = 2);
    let words = "`1.0` is not the version that this one follows";
    is_told(&sandbox, &[("versions/2.0/version.toml", words)]);
    let sandbox = after_three();
    forge(&sandbox, "3.0", |release| release.version.effective.year = 2025);
    let words = "the version takes effect before it is published";
    is_told(&sandbox, &[("versions/3.0/version.toml", words)]);
    let sandbox = after_three();
    forge(&sandbox, "3.0", |release| release.version.published.year = 2025);
    let words = "published on 2025-05-01, before the version that it follows (2026-03-01)";
    is_told(&sandbox, &[("versions/3.0/version.toml", words)]);
}

#[test]
fn missing_and_extra_files_are_told() {
    for (file, words) in [
        ("2.0/ru.toml", "the file is missing"),
        ("2.0/version.toml", "the file is missing"),
        ("2.0/SHA256SUMS", "the digests are missing"),
    ] {
        let sandbox = after_three();
        sandbox.remove(&at(file));
        is_told(&sandbox, &[(file, words)]);
    }
    for (path, told) in [("2.0/kk.toml", "2.0/kk.toml"), ("2.0/old/en.toml", "2.0/old")] {
        let sandbox = after_three();
        sandbox.write(&at(path), "locale = \"kk\"\n");
        is_told(&sandbox, &[(told, "this does not belong to the version")]);
    }
    let sandbox = after_three();
    sandbox.write(&at("notes/todo.txt"), "remember\n");
    is_told(&sandbox, &[("versions/notes", "`notes` can not be the name of a version")]);
    // What systems leave in every folder is no tampering.
    let sandbox = after_three();
    sandbox.write(&at("2.0/.DS_Store"), "x");
    assert_eq!(sandbox.run(&["verify"]).status, 0);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_told_once() {
    let sandbox = after_three();
    sandbox.remove(&at("2.0/ru.toml"));
    std::os::unix::fs::symlink("../1.0/ru.toml", sandbox.at(&at("2.0/ru.toml"))).expect("linked");
    is_told(&sandbox, &[("2.0/ru.toml", "this is a folder or a link, where a file was released")]);
}

#[test]
fn a_file_that_is_no_text_is_told() {
    for bytes in [&b"\xff\xfe\x00"[..], b"", b"= = =", b"schema = \"ereje-version/9\"\n"] {
        for file in ["2.0/version.toml", "2.0/en.toml", "2.0/SHA256SUMS"] {
            let sandbox = after_three();
            sandbox.write(&at(file), bytes);
            is_told(&sandbox, &[("versions/2.0/", "")]);
        }
    }
}

#[test]
fn a_version_that_is_gone_from_the_middle_or_moved_is_told() {
    let sandbox = after_three();
    sandbox.remove(&at("2.0"));
    is_told(&sandbox, &[("versions/3.0/version.toml", "this follows `2.0`, which is not there")]);
    let sandbox = after_three();
    sandbox.remove(&at("1.0"));
    is_told(&sandbox, &[("versions/2.0/version.toml", "this follows `1.0`, which is not there")]);
    let sandbox = after_three();
    move_folder(&sandbox, "2.0", "2.5");
    let words = "this is the version `2.0`, and its folder says `2.5`";
    is_told(&sandbox, &[("versions/2.5/version.toml", words)]);
    let sandbox = after_three();
    copy_folder(&sandbox, "3.0", "4.0");
    let words = "this is the version `3.0`, and its folder says `4.0`";
    is_told(&sandbox, &[("versions/4.0/version.toml", words)]);
}

#[test]
fn versions_that_can_not_be_listed_are_not_taken_for_none() {
    let sandbox = after_three();
    sandbox.generate();
    sandbox.remove(VERSIONS);
    sandbox.write(VERSIONS, "no folder");
    is_told(&sandbox, &[("policies/privacy/versions", "can not be read")]);
    for command in ["verify", "status"] {
        let ran = sandbox.run(&[command]);
        assert_eq!(ran.stderr.matches("can not be read").count(), 1, "{}", ran.stderr);
        assert!(!ran.stdout.contains("no version"), "{}", ran.stdout);
    }
}

#[test]
fn a_version_of_another_policy_is_told() {
    let sandbox = after_three();
    sandbox.write(
        "policies/terms-of-use/policy.toml",
        sandbox.read(support::POLICY).replace("slug = \"privacy\"", "slug = \"terms\""),
    );
    for (name, bytes) in support::tree(&sandbox.at(&at("1.0"))) {
        sandbox.write(&format!("policies/terms-of-use/versions/1.0/{name}"), bytes);
    }
    let ran = sandbox.run(&["verify"]);
    let words = "this is the policy `privacy`, and its folder says `terms-of-use`";
    ran.refused(1, words);
    assert!(ran.stdout.starts_with("privacy: 3 versions"), "{}", ran.stdout);
    assert_eq!(sandbox.run(&["verify", "privacy"]).status, 0);
}

#[test]
fn two_versions_after_the_same_one_are_told() {
    // As a merge of two branches brings them.
    let sandbox = Sandbox::after_one();
    let other = Sandbox::copy_of(sandbox.path());
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    other.release("2026-04-01", "2026-04-01", &["--version", "2.1"]);
    for (path, bytes) in other.versions().into_iter().filter(|(path, _)| path.starts_with("2.1")) {
        sandbox.write(&at(&path), bytes);
    }
    is_told(&sandbox, &[("versions/2.1/version.toml", "`2.0` and `2.1` both follow `1.0`")]);
    sandbox.remove(&at("2.1"));
    assert_eq!(sandbox.run(&["verify"]).status, 0);
}

#[test]
fn what_an_interrupted_release_left_is_told_and_proves_nothing_wrong() {
    let sandbox = after_three();
    sandbox.write(&format!("{VERSIONS}/.4.0.unfinished/ru.toml"), "x");
    let ran = sandbox.run(&["verify"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let told = format!("privacy: {VERSIONS}/.4.0.unfinished is no version");
    assert!(ran.stdout.starts_with("privacy: 3 versions,"), "{}", ran.stdout);
    assert!(ran.stdout.contains(&told), "{}", ran.stdout);
}

#[test]
fn nothing_to_verify_is_not_taken_for_proven() {
    let sandbox = after_three();
    sandbox.remove("policies");
    sandbox.run(&["verify"]).refused(2, "there are no policies here");
}

#[test]
fn a_digest_that_was_kept_tells_whether_the_newest_version_is_there_still() {
    let sandbox = after_three();
    let told = sandbox.run(&["verify"]).stdout;
    let digest = told.trim().rsplit(' ').next().expect("a digest").to_owned();
    assert!(sandbox.run(&["log", "privacy"]).stdout.contains(&format!("sha256 {digest}")));
    let with_name = format!("sha256:{}", digest.to_uppercase());
    for digest in [&digest, &with_name] {
        let ran = sandbox.run(&["verify", "--digest", digest]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(
            ran.stdout.contains("is 3.0; it and the 2 versions before it are"),
            "{}",
            ran.stdout
        );
    }
    sandbox.refuses(&["verify", "--digest", &digest[1..]], 2, "all 64 signs");

    // Without it nobody sees that anything is missing.
    sandbox.remove(&format!("{VERSIONS}/3.0"));
    assert_eq!(sandbox.run(&["verify"]).status, 0);
    sandbox.refuses(&["verify", "--digest", &digest], 1, "no version has the digest");
    let told = sandbox.run(&["verify", "--digest", &digest, "--format", "json"]).stdout;
    assert!(told.contains("\"rule\":\"kept-digest\""), "{told}");
    // A version that was touched is no proof of anything.
    sandbox.edit(&format!("{VERSIONS}/2.0/en.toml"), "days", "weeks");
    let ran = sandbox.run(&["verify", "--digest", &digest]);
    assert!(ran.stderr.contains("mend what is told above first"), "{}", ran.stderr);
}
