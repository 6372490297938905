//! # `double-space`
//!
//! Two spaces between two words of a sentence. Web pages show one, plain text and
//! apps show both, and each redline that touches the place shows a change.
//!
//! Spaces behind the end of a sentence, which some typists double on purpose, and
//! those that set text in columns are let be.
//!
//! ```ftl fails
//! intro = We never sell  your data.
//! ```
//!
//! ```ftl fails kk
//! intro =
//!     Біз ешқашан
//!     деректерді,  хабарламаларды сатпаймыз.
//! ```
//!
//! ```ftl passes
//! intro =
//!     First sentence.  Second sentence.
//!         deeper     text
//! ```
//!
//! ```ftl passes de
//! intro =
//!     -v, --verbose  mehr ausgeben
//!     | Zweck   | Dauer  |
//! ```
//!
//! ```ftl passes fr
//! intro =
//!     Tapez ceci :
//!
//!         { "rm" } tout ceci  et cela
//! ```

use ereje::catalog::{FtlFile, typed_texts, types_any};
use ereje::diagnostic::Level;
use ereje::fix::{Edit, Fix, Safety};
use ereje::locale::Locale;

use super::{Check, Rule, patterns};
use crate::Report;

pub(super) const RULE: Rule = Rule::new("double-space", Level::Advice, Check::File(check));

fn check(file: &FtlFile, _: &Locale, report: &mut Report<'_>) {
    for (owner, pattern) in patterns(file) {
        if !types_any(pattern, has_two) {
            continue;
        }
        let rows = typed_texts(pattern);
        let lines = || rows.iter().flatten().flat_map(|text| text.lines());
        let is_code = |gap: &&str| is_in_block(file.text(), file.span(gap).start);
        let gaps: Vec<&str> = lines().filter_map(doubled).filter(|gap| !is_code(gap)).collect();
        let Some(found) = gaps.first() else { continue };
        let message = "there are two spaces between two words".to_owned();
        report.at_owner((file, found), owner, message, "type one space");
        // Code that goes on over several lines has its spaces for a reason.
        let has_code = |line: &str| line.matches('`').count() % 2 == 1 || line.contains("<pre");
        if !lines().any(has_code) {
            let edit = |gap: &&str| Edit { span: file.span(gap), text: " ".into() };
            let edits = gaps.iter().map(edit).collect();
            report.fix(Fix { edits, safety: Safety::Safe });
        }
    }
}

/// Whether a space follows another one: every text is asked this, many bytes at a time.
fn has_two(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = bytes.get(1..).unwrap_or_default();
    bytes
        .iter()
        .zip(next)
        .fold(false, |found, (one, next)| found | ((*one == b' ') & (*next == b' ')))
}

/// Whether a line stands behind an empty one and as deep as Markdown has code.
fn is_in_block(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let indent = text[start..at].len() - text[start..at].trim_start_matches(' ').len();
    let above = text[..start].lines().next_back().unwrap_or_default();
    indent >= 6 && above.trim().is_empty()
}

/// Two spaces between words of a line, which is a sentence and no row of a table.
fn doubled(line: &str) -> Option<&str> {
    if !line.contains("  ") || line.contains(['|', '`', '\t']) {
        return None;
    }
    let mut gaps = line.match_indices("  ").filter(|(at, _)| {
        let before = line[..*at].chars().next_back();
        let after = line[at + 2..].chars().next();
        before.is_some_and(|c| c.is_alphanumeric() || c == ',')
            && after.is_some_and(char::is_alphanumeric)
    });
    let (at, gap) = gaps.next()?;
    // Columns have wider gaps or several of them, and begin with signs or one word.
    let is_sentence = line[..at].split_whitespace().all(|word| !word.starts_with(['-', '%', '\\']))
        && (line[..at].ends_with(',') || line[..at].split_whitespace().nth(1).is_some());
    (is_sentence && gaps.next().is_none() && !line.contains("   ")).then_some(gap)
}
