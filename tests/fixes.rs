//! `check --fix`: what can be mended is, and nothing else of a file changes.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::{BTreeMap, HashSet};
use std::fs;

use ereje::catalog::FtlFile;
use ereje::fix::{Edit, Fix, Safety, mend};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::{Ran, Sandbox};

const TEXT: &str = "locales/ru/privacy.ftl";
const SETTINGS: &str = "ereje.toml";

/// A workspace whose translation has a fault of each kind that is mended.
fn spoilt() -> Sandbox {
    let sandbox = Sandbox::new();
    let text = sandbox.read(TEXT);
    let text = text.replace("use =", "use =\n\t* Мы не  продаём данные.\n    * Своё.\n   ");
    sandbox.write(TEXT, format!("\u{feff}{}", text.trim_end()).replace('\n', "\r\n"));
    sandbox
}

fn bytes(sandbox: &Sandbox) -> Vec<u8> {
    fs::read(sandbox.at(TEXT)).expect("a file")
}

fn tells(ran: &Ran, status: i32, words: &[&str]) {
    assert_eq!(ran.status, status, "{}{}", ran.stdout, ran.stderr);
    for words in words {
        assert!(ran.stderr.contains(words), "no “{words}” in {}", ran.stderr);
    }
}

#[test]
fn what_can_not_change_the_meaning_is_mended() {
    let sandbox = spoilt();
    let before = String::from_utf8(bytes(&sandbox)).expect("text");
    let offer = "2 can be mended with `ereje check --fix`";
    tells(&sandbox.run(&["check"]), 1, &["`check --fix` can do so", offer]);
    let ran = sandbox.run(&["check", "--fix"]);
    tells(&ran, 0, &["fixed 3 findings in locales/ru/privacy.ftl"]);
    assert_eq!(ran.stdout, "no errors in 2 texts\n");
    let mended = before
        .trim_start_matches('\u{feff}')
        .replace("\t* Мы не  продаём", "    { \"*\" } Мы не продаём")
        .replace("* Своё", "{ \"*\" } Своё");
    assert_eq!(String::from_utf8(bytes(&sandbox)).expect("text"), mended);
    let ran = sandbox.run(&["check", "--fix"]);
    assert!(ran.status == 0 && !ran.stderr.contains("fixed"), "{}", ran.stderr);
}

#[test]
fn a_guess_is_made_on_demand_alone() {
    let sandbox = Sandbox::new();
    sandbox.edit(TEXT, "$mail", "$maill");
    let before = bytes(&sandbox);
    let offer = "1 can be mended by a guess, with `ereje check --fix=unsafe`";
    tells(&sandbox.run(&["check", "--fix"]), 1, &["error[unknown-variable]", offer]);
    assert_eq!(bytes(&sandbox), before);
    let ran = sandbox.run(&["check", "--fix=unsafe"]);
    tells(&ran, 0, &["fixed 1 finding in locales/ru/privacy.ftl"]);
    assert!(sandbox.read(TEXT).contains("$mail "));
}

#[test]
fn what_nobody_asks_for_is_not_mended() {
    let set = |more: &str| {
        let sandbox = Sandbox::new();
        sandbox.edit(TEXT, "Зачем", "Зачем же мы  так делаем? Зачем");
        let text = sandbox.read(SETTINGS);
        sandbox.write(SETTINGS, format!("{text}\n{more}"));
        sandbox
    };
    let stays = |sandbox: &Sandbox, arguments: &[&str]| {
        let before = bytes(sandbox);
        let ran = sandbox.run(&[&["check", "--fix"], arguments].concat());
        assert!(ran.status == 0 && !ran.stderr.contains("fixed"), "{}", ran.stderr);
        assert_eq!(bytes(sandbox), before);
    };
    stays(&set("[lints]\ndouble-space = \"off\"\n"), &[]);
    let suppressed = "[[suppress]]\nrule = \"double-space\"\nlocale = \"ru\"\nreason = \"so\"\n";
    stays(&set(suppressed), &[]);
    let sandbox = set("");
    stays(&sandbox, &["--rule", "image"]);
    stays(&sandbox, &["--locale", "en"]);
    sandbox.run(&["check", "--write-baseline", "known.json"]);
    stays(&sandbox, &["--baseline", "known.json"]);
    tells(&sandbox.run(&["check", "--fix"]), 0, &["fixed 1 finding in"]);
    assert!(sandbox.read(TEXT).contains("мы так"));
}

#[test]
fn a_file_that_can_not_be_mended_stays_whole() {
    let sandbox = spoilt();
    let before = bytes(&sandbox);
    let set = |readonly| {
        let mut permissions = fs::metadata(sandbox.at(TEXT)).expect("a file").permissions();
        permissions.set_readonly(readonly);
        fs::set_permissions(sandbox.at(TEXT), permissions).expect("set");
    };
    set(true);
    let ran = sandbox.run(&["check", "--fix"]);
    tells(&ran, 1, &["not mended: locales/ru/privacy.ftl is read-only; give yourself"]);
    assert_eq!(bytes(&sandbox), before);
    set(false);
    #[cfg(unix)]
    {
        fs::rename(sandbox.at(TEXT), sandbox.at("elsewhere.ftl")).expect("moved");
        std::os::unix::fs::symlink("../../elsewhere.ftl", sandbox.at(TEXT)).expect("a link");
        let ran = sandbox.run(&["check", "--fix"]);
        tells(&ran, 1, &["not mended: locales/ru/privacy.ftl is reached by a symbolic link"]);
        assert!(fs::symlink_metadata(sandbox.at(TEXT)).expect("a link").is_symlink());
        assert_eq!(bytes(&sandbox), before);
        sandbox.remove(TEXT);
    }
    let latin = [&before[..], b"\xe9"].concat();
    sandbox.write(TEXT, &latin);
    tells(&sandbox.run(&["check", "--fix"]), 1, &["the byte 0xE9 is no UTF-8"]);
    assert_eq!(bytes(&sandbox), latin);
}

#[cfg(unix)]
#[test]
fn the_permissions_of_a_file_stay() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = spoilt();
    fs::set_permissions(sandbox.at(TEXT), fs::Permissions::from_mode(0o640)).expect("set");
    tells(&sandbox.run(&["check", "--fix"]), 0, &["fixed"]);
    let mode = fs::metadata(sandbox.at(TEXT)).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let folder = fs::read_dir(sandbox.at("locales/ru")).expect("a folder");
    let mut names = folder.map(|entry| entry.expect("an entry").file_name());
    assert!(names.all(|name| !name.to_string_lossy().starts_with('.')), "nothing is left over");
}

/// Lines of files as people type them, right and wrong.
const LINES: [&str; 26] = [
    "a = one two",
    "b =",
    "c = { $x } of { $misspelt }",
    "-d = term",
    "e = { $n ->",
    "    [one] { $n } day  left",
    "   *[other] two words  and more",
    "    [other] none",
    "\t[one] tab",
    "\t*[other] tab",
    "  }",
    "}",
    "    We never  sell the data.",
    "    - item",
    "\t\t- deeper",
    "    * star with { $x }",
    "\t* star behind a tab",
    "    [link](https://example.com/cafe\u{301})",
    "    ... and so on",
    "    .attribute = re\u{301}sume\u{301}  to be sent",
    "    .broken attribute",
    "    `code  cafe\u{301}` and cafe\u{301} {\"\\u004e\u{301}\"} =\u{338}",
    "not indented at all",
    "# A comment  with cafe\u{301}",
    "    { open",
    "",
];

fn file_of_lines() -> impl Strategy<Value = String> {
    let lines = proptest::collection::vec((0..LINES.len(), prop::bool::ANY), 1..14);
    (lines, prop::bool::ANY, prop::bool::ANY, 0..3_u8).prop_map(|(lines, bom, last, ends)| {
        let mut text = if bom { "\u{feff}".to_owned() } else { String::new() };
        for (nth, (line, end)) in lines.iter().enumerate() {
            text.push_str(LINES[*line]);
            let is_last = nth + 1 == lines.len();
            if !is_last || last {
                text.push_str(if ends == 0 || (ends == 1 && *end) { "\r\n" } else { "\n" });
            }
        }
        text
    })
}

/// What is read of a file.
fn names(text: &str) -> HashSet<String> {
    let file = FtlFile::parse("x.ftl", text.to_owned());
    let terms = file.terms().map(|term| format!("-{}", term.id.name));
    file.messages().map(|message| message.id.name.to_owned()).chain(terms).collect()
}

/// A project of files that translate `c = { $x }`.
struct Project<'t> {
    sandbox: Sandbox,
    level: &'t str,
    texts: &'t [String],
}

impl<'t> Project<'t> {
    fn new(texts: &'t [String], level: &'t str) -> Project<'t> {
        let project = Project { sandbox: Sandbox::new(), level, texts };
        for nth in 0..texts.len() {
            project.sandbox.write(&format!("en/{nth}.ftl"), "c = { $x }\n");
        }
        project.set(texts);
        project
    }

    fn set(&self, texts: &[String]) {
        for (nth, text) in texts.iter().enumerate() {
            self.sandbox.write(&format!("fr/{nth}.ftl"), text);
        }
    }

    fn read(&self) -> Vec<String> {
        (0..self.texts.len()).map(|nth| self.sandbox.read(&format!("fr/{nth}.ftl"))).collect()
    }

    fn check(&self, argument: &str) -> Ran {
        let ran = self.sandbox.run(&["check", "--fluent", "en", "fr", argument]);
        assert!(ran.status < 2 && !ran.stderr.contains("thread '"), "{}", ran.stderr);
        ran
    }

    /// The fixes that are told of each file.
    fn told(&self) -> BTreeMap<usize, Vec<Fix>> {
        let mut fixes: BTreeMap<usize, Vec<Fix>> = BTreeMap::new();
        for line in self.check("--format=json").stdout.lines() {
            let told: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let safety = told["fix"]["safety"].as_str();
            if safety.is_none_or(|safety| self.level == "safe" && safety != "safe") {
                continue;
            }
            let number = |number: &serde_json::Value| {
                usize::try_from(number.as_u64().expect("a number")).expect("a small one")
            };
            let edits = told["fix"]["edits"].as_array().expect("edits").iter();
            let edits = edits.map(|edit| Edit {
                span: number(&edit["start"])..number(&edit["end"]),
                text: edit["text"].as_str().expect("a text").to_owned(),
            });
            let fix = Fix { edits: edits.collect(), safety: Safety::Safe };
            let path = told["path"].as_str().expect("a path");
            let nth = path.trim_start_matches("fr/").trim_end_matches(".ftl");
            fixes.entry(nth.parse().expect("a number")).or_default().push(fix);
        }
        fixes
    }

    /// Makes the edits that are told, again and again, until none is.
    fn follow(&self) -> Vec<String> {
        self.set(self.texts);
        let mut texts = self.texts.to_vec();
        for _ in 0..50 {
            let before = texts.clone();
            for (nth, fixes) in self.told() {
                let after = mend(&texts[nth], &fixes).text;
                is_made_of(&texts[nth], &after, &fixes);
                texts[nth] = after;
            }
            if texts == before {
                return texts;
            }
            self.set(&texts);
        }
        panic!("there is always more to mend");
    }
}

/// Checks that `after` is `before` with some of these edits, and nothing else.
fn is_made_of(before: &str, after: &str, fixes: &[Fix]) {
    let mut edits: Vec<&Edit> = fixes.iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    // Every way to take or leave the next edit, as places in both texts.
    let mut ways: HashSet<(usize, usize)> = HashSet::from([(0, 0)]);
    for edit in edits {
        for (old, new) in ways.clone() {
            let Some(kept) = edit.span.start.checked_sub(old) else { continue };
            let rest = after.get(new..).unwrap_or_default();
            let Some(rest) = rest.strip_prefix(&before[old..edit.span.start]) else { continue };
            if rest.starts_with(&edit.text) {
                ways.insert((edit.span.end, new + kept + edit.text.len()));
            }
        }
    }
    let is_made = ways.into_iter().any(|(old, new)| after.get(new..) == Some(&before[old..]));
    assert!(is_made, "{before:?} became {after:?} by {fixes:?}");
}

fn only_told_edits_are_made(texts: &[String], level: &str) {
    let project = Project::new(texts, level);
    let fix = if level == "safe" { "--fix" } else { "--fix=unsafe" };
    let ran = project.check(fix);
    let after = project.read();
    project.check(fix);
    assert_eq!(project.read(), after, "a second time nothing is left to mend");
    let followed = project.follow();
    let ends = |text: &str| text.split('\n').map(|line| line.ends_with('\r')).collect::<Vec<_>>();
    for (nth, (before, now)) in texts.iter().zip(&after).enumerate() {
        assert_eq!(ends(before), ends(now), "line ends: {before:?} {now:?}");
        assert!(names(before).is_subset(&names(now)), "a message is lost: {before:?} {now:?}");
        // Some of what is told would lose a message that follows, and is not done.
        if !ran.stderr.contains(&format!("not mended: fr/{nth}.ftl")) {
            assert_eq!(*now, followed[nth], "{before:?}");
        }
    }
}

#[test]
fn outside_the_told_edits_files_stay_the_same() {
    let files = proptest::collection::vec(file_of_lines(), 80);
    for level in ["safe", "unsafe"] {
        let mut runner = TestRunner::new(Config { cases: 3, ..Config::default() });
        let test = |texts: Vec<String>| {
            only_told_edits_are_made(&texts, level);
            Ok(())
        };
        runner.run(&files, test).expect("the property holds");
    }
}
