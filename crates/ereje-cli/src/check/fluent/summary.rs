//! A line a locale: how a translation stands.

use std::collections::BTreeMap;

use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;

use super::look::{MISSING_FILE, Tally};
use super::project::Project;

/// Tells how each locale stands.
pub(super) fn tell(project: &Project, tallies: &BTreeMap<Locale, Tally>, found: &[Diagnostic]) {
    let rows: Vec<[String; 4]> = rows(project, tallies, found);
    let width = |nth: usize| rows.iter().map(|row| row[nth].chars().count()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    for [locale, errors, warnings, messages] in &rows {
        let [first, second, third] = widths;
        outln!("{locale:first$}  {errors:>second$}  {warnings:>third$}  {messages}");
    }
}

fn rows(
    project: &Project,
    tallies: &BTreeMap<Locale, Tally>,
    found: &[Diagnostic],
) -> Vec<[String; 4]> {
    let mut told: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for diagnostic in found {
        let Some(locale) = &diagnostic.locale else { continue };
        let count = told.entry(locale).or_default();
        match diagnostic.level {
            Level::Error => count.0 += 1,
            // These are counted as messages.
            _ if [MISSING_FILE, "missing-message"].contains(&diagnostic.rule) => {}
            Level::Warning => count.1 += 1,
            Level::Advice => {}
        }
    }
    let row = |locale: &Locale, messages: String| {
        let (errors, warnings) = told.get(locale.tag()).copied().unwrap_or_default();
        [locale.tag().to_owned(), counted(errors, "error"), counted(warnings, "warning"), messages]
    };
    let reference = row(&project.locale, "the reference".to_owned());
    let translations = tallies.iter().map(|(locale, tally)| {
        let all = grouped(tally.messages);
        let messages = match tally.missing {
            0 => format!("all {all} messages"),
            missing => format!("{} of {all} messages missing", grouped(missing)),
        };
        row(locale, messages)
    });
    [reference].into_iter().chain(translations).collect()
}

fn counted(number: usize, name: &str) -> String {
    match number {
        1 => format!("1 {name} "),
        _ => format!("{} {name}s", grouped(number)),
    }
}

/// A number as people read it: `1,203`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(
            [0, 12, 999, 1203, 1_000_000].map(grouped),
            ["0", "12", "999", "1,203", "1,000,000"]
        );
    }
}
