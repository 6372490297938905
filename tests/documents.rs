//! What documents say holds: samples of output and of settings, links, options.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use support::{Ran, TempDir, ereje, root, tree};

/// All documents that people read, by their paths.
fn documents() -> Vec<(PathBuf, String)> {
    let mut paths: Vec<PathBuf> =
        ["", "checks", "docs", "docs/decisions", "fuzz", "locales", "templates"]
            .iter()
            .flat_map(|folder| fs::read_dir(root().join(folder)).expect("a folder"))
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
            .collect();
    paths.sort();
    assert!(paths.len() > 15, "{paths:?}");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a document");
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

/// The blocks of a document that begin so, as they stand between their fences.
fn blocks(text: &str, fence: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        let Some(name) = line.trim_start().strip_prefix("```") else { continue };
        let inside = lines.by_ref().take_while(|line| line.trim() != "```");
        let inside: Vec<&str> = inside.map(|line| line.get(indent..).unwrap_or_default()).collect();
        if name.trim() == fence {
            blocks.push(inside.join("\n") + "\n");
        }
    }
    blocks
}

/// The block of the first document that begins with these words.
fn sample(fence: &str, start: &str) -> String {
    let readme = fs::read_to_string(root().join("README.md")).expect("the first document");
    let mut found = blocks(&readme, fence).into_iter().filter(|block| block.starts_with(start));
    found.next().unwrap_or_else(|| panic!("README.md has a block that begins with {start}"))
}

/// The shipped workspace, to do something to it.
struct Copy(TempDir);

impl Copy {
    fn new() -> Copy {
        let copy = Copy(tempfile::tempdir().expect("a folder"));
        for folder in ["policies", "locales"] {
            for (path, bytes) in tree(&root().join(folder)) {
                let path = copy.0.path().join(folder).join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                fs::write(path, bytes).expect("written");
            }
        }
        fs::copy(root().join("ereje.toml"), copy.0.path().join("ereje.toml")).expect("copied");
        copy
    }

    fn change(&self, path: &str, from: &str, to: &str) {
        let path = self.0.path().join(path);
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "{} says {from}", path.display());
        fs::write(path, text.replacen(from, to, 1)).expect("written");
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = ereje();
        Ran::of(command.args(arguments).current_dir(self.0.path()).output().expect("ereje runs"))
    }
}

#[test]
fn a_mistake_is_told_as_the_readme_shows_it() {
    let copy = Copy::new();
    copy.change("locales/ru/kazkey-privacy.ftl", "genitive-plural", "genetive-plural");
    let ran = copy.run(&["generate", "--draft"]);
    assert_eq!(ran.status, 1);
    let shown = sample("", "error[term-argument]");
    assert!(ran.stderr.starts_with(&shown), "{}\nis shown as\n{shown}", ran.stderr);
}

#[test]
fn the_status_is_what_the_readme_shows() {
    let copy = Copy::new();
    let (from, to) = ("    по адресу <{ $support", "    в любое время по адресу <{ $support");
    copy.change("locales/ru/kazkey-privacy.ftl", from, to);
    assert_eq!(copy.run(&["confirm", "kazkey-privacy", "en", "contact"]).status, 0);
    let told = copy.run(&["status"]).stdout;
    let shown = sample("", "kazkey-privacy: version").replace("cargo xtask", "ereje");
    // What is in force hangs on the day.
    let parts = |text: &str| {
        let (first, rest) = text.trim_end().split_once('\n').expect("lines");
        let (_, differs) = first.rsplit_once("; ").expect("what differs");
        (differs.to_owned(), rest.to_owned())
    };
    assert_eq!(parts(&told), parts(&shown));
}

#[test]
fn settings_of_the_readme_are_settings() {
    let copy = Copy::new();
    let settings = sample("toml", "[workspace]") + &sample("toml", "[lints]");
    fs::write(copy.0.path().join("ereje.toml"), settings).expect("written");
    let plan = "policies/kazkey-privacy/policy.toml";
    let notice = "[notice]\ntime-zone = \"Asia/Almaty\"\nshow-days = 61\n";
    copy.change(plan, notice, &sample("toml", "[notice]"));
    let facts = sample("toml", "[facts]");
    let own: Vec<&str> = facts.lines().filter(|line| !line.starts_with("support-email")).collect();
    copy.change(plan, "[facts]\n", &(own.join("\n") + "\n"));
    let ran = copy.run(&["check"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    // Nothing but that the shipped policy has no use for them.
    for line in ran.stderr.lines().filter(|line| line.starts_with("warning[")) {
        let known = ["unused-fact", "unused-suppression", "missing-topic", "hard-coded-fact"];
        assert!(known.iter().any(|rule| line.contains(rule)), "{}", ran.stderr);
    }
}

#[test]
fn links_lead_somewhere() {
    let mut wrong = Vec::new();
    for (path, text) in documents() {
        // What stands in backticks is shown, and leads nowhere.
        let shown = without_code(&text);
        let parts = shown.lines().flat_map(|line| line.split('`').step_by(2).chain(["\n"]));
        let prose: String = parts.collect();
        for part in prose.split("](").skip(1) {
            let link = part.split(')').next().unwrap_or_default();
            if link.starts_with("http") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => path.clone(),
                file => path.parent().expect("a folder").join(file),
            };
            let leads = target.exists()
                && (anchor.is_empty()
                    || fs::read_to_string(&target).is_ok_and(|text| has_heading(&text, anchor)));
            if !leads {
                wrong.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn without_code(text: &str) -> String {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        inside ^= is_fence;
        if !inside && !is_fence {
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Whether a document has this anchor, as code hosts make them of headings.
fn has_heading(text: &str, anchor: &str) -> bool {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let mut anchors = headings.map(|line| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.collect::<String>().replace(' ', "-")
    });
    anchors.any(|known| known == anchor)
}

#[test]
fn options_in_documents_are_options() {
    let mut helps: BTreeMap<Vec<&str>, String> = BTreeMap::new();
    let mut wrong = Vec::new();
    let all: Vec<(PathBuf, Vec<String>)> =
        documents().into_iter().map(|(path, text)| (path, commands(&text))).collect();
    for (path, command) in all.iter().flat_map(|(path, all)| all.iter().map(move |one| (path, one)))
    {
        let words: Vec<&str> = command.split_whitespace().collect();
        let name = match words.as_slice() {
            // Those of `cargo xtask` alone, and places where any command could stand.
            [] | ["test" | "docs" | "bench" | "faults" | "…", ..] => continue,
            [one, ..] if one.starts_with('-') || one.starts_with('<') => continue,
            ["check", "explain", ..] | ["notice", "preview", ..] | ["history", "report", ..] => {
                &words[..2]
            }
            _ => &words[..1],
        };
        let help = helps.entry(name.to_vec()).or_insert_with(|| {
            let ran = Ran::of(ereje().args(name).arg("--help").output().expect("ereje runs"));
            if ran.status == 0 { ran.stdout } else { String::new() }
        });
        if help.is_empty() {
            wrong.push(format!("{}: no command in `{command}`", path.display()));
        }
        for word in words.iter().filter(|word| word.len() > 2 && word.starts_with("--")) {
            let option = word.split(['=', ',', '.']).next().unwrap_or(word);
            let follows = [" ", "\n", "[", "="].map(|end| format!("{option}{end}"));
            if !help.is_empty() && !follows.iter().any(|known| help.contains(known)) {
                wrong.push(format!("{}: no {option} in `{command}`", path.display()));
            }
        }
    }
    assert!(helps.len() > 15, "{:?}", helps.keys());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Commands as documents name them, without the program.
fn commands(text: &str) -> Vec<String> {
    let spans = without_code(text).replace('\n', " ");
    let spans = spans.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let fences = ["", "sh", "console", "sh static-host", "sh object-storage"];
    let lines = fences.iter().flat_map(|fence| blocks(text, fence));
    let lines = lines.flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>());
    let of = |line: String| {
        let line = line.trim_start_matches("$ ").split(" #").next().unwrap_or_default().to_owned();
        let rest = line.strip_prefix("ereje ").or_else(|| line.strip_prefix("cargo xtask "))?;
        Some(rest.split(['|', '>', '&']).next().unwrap_or_default().to_owned())
    };
    spans.into_iter().chain(lines).filter_map(of).collect()
}

/// What designers are told of the size of the style sheet.
#[test]
fn the_style_sheet_is_as_small_as_designers_are_told() {
    let folder = root().join("templates");
    let rules = fs::read_to_string(folder.join("README.md")).expect("a document");
    let (_, after) = rules.split_once("`style.css` stays below ").expect("the rule");
    let most: u64 = after.split(' ').next().and_then(|word| word.parse().ok()).expect("a number");
    let size = fs::metadata(Path::new(&folder).join("style.css")).expect("the sheet").len();
    assert!(size < most << 10, "style.css has {size} bytes");
}
