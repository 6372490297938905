//! The guide for people who bring a policy: its commands print what it says.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;

use support::{Ran, ereje, root, tree};

/// A command of the guide, and the lines that it prints.
struct Step<'g> {
    command: &'g str,
    lines: Vec<&'g str>,
}

/// The commands in blocks of a console, in their order.
fn steps(guide: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut inside = false;
    for line in guide.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside {
            match line.strip_prefix("$ ereje ") {
                Some(command) => steps.push(Step { command, lines: Vec::new() }),
                None => steps.last_mut().expect("a command comes first").lines.push(line),
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
    assert!(steps.len() > 8, "the guide has commands");
    for Step { command, lines } in steps {
        let output = ereje().args(command.split(' ')).current_dir(folder.path()).output();
        let ran = Ran::of(output.expect("ereje runs"));
        // What a terminal shows: what is told comes before the result, or after it
        // where nothing was done.
        let all = [
            format!("{}{}", ran.stderr, ran.stdout),
            format!("{}{}", ran.stdout, ran.stderr),
            between(&ran),
        ];
        let is_as_shown = all.iter().any(|all| {
            let printed: Vec<&str> = all.lines().collect();
            is_shown(&lines, &printed)
        });
        assert!(is_as_shown, "{command}:\n{}{}", ran.stdout, ran.stderr);
    }
}

/// The result before the last line of what is told.
fn between(ran: &Ran) -> String {
    let told: Vec<&str> = ran.stderr.lines().collect();
    let Some((last, before)) = told.split_last() else { return ran.stdout.clone() };
    format!("{}\n{}{last}\n", before.join("\n"), ran.stdout)
}
