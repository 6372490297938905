//! Findings as workflow commands of GitHub Actions, which shows them beside the
//! lines of a change.
//!
//! Source: “Workflow commands for GitHub Actions” in GitHub's documentation, and
//! for what has to be escaped the program that reads them (`actions/toolkit`).

use ereje::diagnostic::{Diagnostic, Level};

/// A finding as one command, in one line. Its path begins behind `above`.
pub(super) fn command(told: &Diagnostic, above: &str) -> String {
    let name = match told.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "notice",
    };
    let mut properties = vec![("file", format!("{above}{}", told.path))];
    if let Some(place) = &told.place {
        properties.push(("line", place.line.to_string()));
        properties.push(("col", place.column.to_string()));
        match place.end() {
            // Columns of several lines are not known there.
            Some((line, _)) if line > place.line => properties.push(("endLine", line.to_string())),
            Some((_, column)) => properties.push(("endColumn", column.to_string())),
            None => {}
        }
    }
    properties.push(("title", told.rule.to_owned()));
    let properties: Vec<String> =
        properties.iter().map(|(key, value)| format!("{key}={}", property(value))).collect();
    format!("::{name} {}::{}", properties.join(","), data(&words(told)))
}

/// The message, with what to do and with what it was compared.
fn words(told: &Diagnostic) -> String {
    let mut words = told.message.clone();
    if let Some(beside) = &told.beside {
        let (line, column) = (beside.place.line, beside.place.column);
        words.push_str(&format!("\nthe source: {}:{line}:{column}", beside.path));
    }
    if let Some(hint) = &told.hint {
        words.push_str(&format!("\nhelp: {hint}"));
    }
    words
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use ereje::diagnostic::{Beside, Place};

    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        let told = Diagnostic::error("image", "a,b: 100%.ftl", "50% is, as such: so\r\nmuch");
        let told = Diagnostic { level: Level::Advice, ..told.hint("write less") };
        assert_eq!(
            command(&told, "docs/"),
            "::notice file=docs/a%2Cb%3A 100%25.ftl,title=image::\
             50%25 is, as such: so%0D%0Amuch%0Ahelp: write less"
        );
    }

    #[test]
    fn the_place_and_its_source_are_told() {
        let text = "а = б\nвг = де\nж\n";
        let at = text.find("де").expect("in the text");
        let told = Diagnostic::error("image", "x.ftl", "so");
        let beside = Beside { path: "y.ftl".into(), place: Place::new(text, 0..1) };
        assert_eq!(
            command(&told.clone().at(text, at..at + 4).beside(beside), ""),
            "::error file=x.ftl,line=2,col=6,endColumn=8,title=image::so%0Athe source: y.ftl:1:1"
        );
        let lines = Diagnostic { level: Level::Warning, ..told.at(text, at..at + 7) };
        assert_eq!(
            command(&lines, ""),
            "::warning file=x.ftl,line=2,col=6,endLine=3,title=image::so"
        );
    }
}
