//! The guide for people who bring a policy: its commands print what it says.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;
use std::path::Path;

use support::{ereje, root, tree};

/// What the guide tells its reader to do.
enum Step<'g> {
    /// A command, the lines that a terminal shows, and the exit status.
    Command { command: &'g str, lines: Vec<&'g str>, status: i32 },
    /// A line of a file that becomes another one.
    Edit { file: &'g str, old: &'g str, new: &'g str },
}

/// The commands in blocks of a console and the edits in those of a diff, in their order.
fn steps(guide: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let (mut block, mut file, mut line_before) = ("", "", "");
    for line in guide.lines() {
        if let Some(name) = line.strip_prefix("```") {
            block = name;
        } else if block == "diff" {
            match (line.strip_prefix("--- "), line.strip_prefix('-'), line.strip_prefix('+')) {
                (Some(name), ..) => file = name,
                (None, Some(old), _) => line_before = old,
                (None, None, Some(new)) => steps.push(Step::Edit { file, old: line_before, new }),
                _ => panic!("no line of a diff: {line}"),
            }
        } else if block == "console" {
            if let Some(command) = line.strip_prefix("$ ereje ") {
                steps.push(Step::Command { command, lines: Vec::new(), status: 0 });
                continue;
            }
            let Some(Step::Command { lines, status, .. }) = steps.last_mut() else {
                panic!("a command comes first: {line}")
            };
            match line.strip_prefix("# exit status ") {
                Some(number) => *status = number.parse().expect("a number"),
                None => lines.push(line),
            }
        }
    }
    steps
}

/// Whether `printed` is what the guide shows: `…` at the end of a line stands for
/// the rest of it, alone for any lines.
fn is_shown(shown: &[&str], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((&"…", rest)) => (0..=printed.len()).any(|from| is_shown(rest, &printed[from..])),
        Some((line, rest)) => printed.split_first().is_some_and(|(first, others)| {
            let is_it = match line.strip_suffix('…') {
                Some(start) => first.starts_with(start),
                None => first == line,
            };
            is_it && is_shown(rest, others)
        }),
    }
}

#[test]
fn the_guide_shows_what_its_commands_print() {
    let guide = fs::read_to_string(root().join("docs/move-your-policy.md")).expect("the guide");
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in tree(&root().join("tests/guides")) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    let steps = steps(&guide);
    let commands = steps.iter().filter(|step| matches!(step, Step::Command { .. }));
    assert!(commands.count() > 20, "the guide has commands");
    for step in steps {
        match step {
            Step::Command { command, lines, status } => {
                let (ended, shown) = in_terminal(command, folder.path());
                let printed: Vec<&str> = shown.lines().collect();
                assert!(is_shown(&lines, &printed), "{command}:\n{shown}");
                assert_eq!(ended, Some(status), "{command}:\n{shown}");
            }
            Step::Edit { file, old, new } => {
                let path = folder.path().join(file);
                let text = fs::read_to_string(&path).expect(file);
                let is_it = |line: &&str| *line == old;
                assert_eq!(text.lines().filter(is_it).count(), 1, "{file} has one line “{old}”");
                fs::write(&path, text.replace(old, new)).expect("written");
            }
        }
    }
}

/// The exit status of a command, and what a terminal shows of it: both streams in the
/// order in which they are written.
fn in_terminal(command: &str, folder: &Path) -> (Option<i32>, String) {
    let screen = tempfile::NamedTempFile::new().expect("a file");
    // Two handles of one open file share their place in it.
    let first = screen.reopen().expect("opened");
    let second = first.try_clone().expect("a second handle");
    let mut ran = ereje();
    ran.args(command.split(' ')).current_dir(folder).stdout(first).stderr(second);
    let status = ran.status().expect("ereje runs");
    (status.code(), fs::read_to_string(screen.path()).expect("UTF-8"))
}

#[test]
fn the_page_of_today_alone_goes_the_same_way() {
    let sandbox = tempfile::tempdir().expect("a folder");
    let page = root().join("tests/guides/old-pages/2025-05-15.md");
    fs::copy(page, sandbox.path().join("page.md")).expect("copied");
    let run = |command: &str| in_terminal(command, sandbox.path());
    let ok = |command: &str| {
        let (status, shown) = run(command);
        assert_eq!(status, Some(0), "{command}:\n{shown}");
        shown
    };
    ok("import page.md --policy privacy --locale en");
    assert!(ok("import page.md --policy privacy --locale en --verify").starts_with("all "));
    let (status, shown) = run("history report");
    assert_eq!(status, Some(2));
    assert!(shown.starts_with("error: no policy of this workspace has a version yet\n"), "{shown}");
    let day = "release privacy --published 2025-10-01 --effective 2025-10-01";
    let asked = "take `published` out of policies/privacy/policy.toml";
    assert!(ok(day).contains(asked));
    let plan = sandbox.path().join("policies/privacy/policy.toml");
    let text = fs::read_to_string(&plan).expect("the plan");
    let undated: Vec<&str> = text.lines().filter(|line| !line.starts_with("published")).collect();
    fs::write(&plan, undated.join("\n")).expect("written");
    ok("verify");
    ok("generate --locked");
}
