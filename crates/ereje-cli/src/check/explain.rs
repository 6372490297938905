//! `check explain`: the documentation of a rule, for a terminal.

use std::process::ExitCode;

use ereje::diagnostic::nearest;
use ereje_check::handbook::{About, Entry, entries};

use crate::failure::Failure;
use crate::report;
use crate::terminal::wrap;

/// How wide a line of text is.
const WIDTH: usize = 80;

/// Tells about a rule; without one, lists them all.
pub(super) fn run(rule: Option<&str>) -> Result<ExitCode, Failure> {
    let entries = entries();
    let colour = report::is_coloured(&std::io::stdout());
    let text = match rule {
        Some(name) => {
            known(name)?;
            let of_name = entries.iter().find(|entry| entry.name == name);
            of_name.map_or_else(String::new, |entry| explanation(entry, colour))
        }
        None => list(&entries, colour),
    };
    report::write(&text);
    Ok(ExitCode::SUCCESS)
}

/// Refuses a rule that there is none of.
pub(super) fn known(name: &str) -> Result<(), Failure> {
    if ereje_check::names().any(|known| known == name) {
        return Ok(());
    }
    let hint = match nearest(name, ereje_check::names()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`ereje check explain` lists all rules".to_owned(),
    };
    Err(Failure::new(format!("there is no rule `{name}`")).hint(hint))
}

/// Words that stand out, where there is colour.
fn strong(words: &str, colour: bool) -> String {
    if colour { format!("\u{1b}[1m{words}\u{1b}[0m") } else { words.to_owned() }
}

fn explanation(entry: &Entry, colour: bool) -> String {
    let mut out = format!("{} ({})\n", strong(entry.name, colour), entry.weight());
    for paragraph in entry.text.lines() {
        out.push('\n');
        for row in wrap(paragraph, WIDTH) {
            out.push_str(&format!("{row}\n"));
        }
    }
    for example in &entry.examples {
        out.push_str(&format!("\n{}:\n\n", strong(&example.heading(), colour)));
        for line in example.shown().lines() {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        }
    }
    out
}

/// All rules by what they are about, each with its first sentence.
fn list(entries: &[Entry], colour: bool) -> String {
    let width = entries.iter().map(|entry| entry.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    let mut part: Option<About> = None;
    for entry in entries {
        if part != Some(entry.about) {
            let gap = if part.is_some() { "\n" } else { "" };
            out.push_str(&format!("{gap}{}\n", strong(entry.about.title(), colour)));
            part = Some(entry.about);
        }
        let head = format!("  {:width$}  {:7}  ", entry.name, entry.level.name());
        let rows = wrap(entry.summary(), 100usize.saturating_sub(head.len()));
        for (at, row) in rows.iter().enumerate() {
            let head = if at == 0 { head.clone() } else { " ".repeat(head.len()) };
            out.push_str(&format!("{head}{row}\n"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_explanation_fits_a_terminal_and_shows_examples() {
        for entry in entries() {
            let text = explanation(&entry, false);
            let words = text.lines().filter(|line| !line.starts_with("    "));
            assert!(words.clone().all(|line| line.chars().count() <= WIDTH), "{text}");
            assert!(text.starts_with(&format!("{} (", entry.name)), "{text}");
            assert_eq!(text.matches("Fails").count() > 0, !entry.examples.is_empty(), "{text}");
        }
    }

    #[test]
    fn the_list_has_a_line_for_each() {
        let list = list(&entries(), false);
        for name in ereje_check::names() {
            let lines = list.lines().filter(|line| line.split_whitespace().next() == Some(name));
            assert_eq!(lines.count(), 1, "{name}");
        }
    }
}
