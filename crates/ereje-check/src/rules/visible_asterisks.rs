//! # `visible-asterisks`
//!
//! Asterisks that were to make words bold or italic, and that readers see: with a blank
//! between them and the words, or with a sign at the edge of the words and a letter right
//! behind it, as in Chinese, Japanese and other languages that put no space there
//! (CommonMark 0.31, 6.2). A single asterisk, as of a footnote, is none of them, nor is
//! one that is written `\*`, as long as no other one stands in its paragraph.
//!
//! ```ftl fails
//! intro = This is ** important ** to know.
//! ```
//!
//! ```ftl fails
//! intro = 当社は**「アプリ」**を提供します。
//! ```
//!
//! ```ftl fails
//! intro = See *“the app”*s pages.
//! ```
//!
//! ```ftl passes
//! intro = This is **important** for our products*, and **「アプリ」** too, as are `a ** b ** c` and 2 * 3 * 4.
//! ```

use ereje::diagnostic::Level;
use ereje::document::Document;
use ereje::markup::{Event, Markup, Tag};

use super::{Check, Rule, typed};
use crate::{Report, Subject};

pub(super) const RULE: Rule =
    Rule::new("visible-asterisks", Level::Warning, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        if !text.text().contains('*') {
            continue;
        }
        for block in blocks(text) {
            let Some((words, has_blank)) = failed(&block) else { continue };
            let hint = if has_blank {
                "leave no space between the asterisks and the words"
            } else {
                "let the emphasis begin and end with a letter, inside of the sign, or put a space beside it"
            };
            let whole = typed(subject.file(), message, words);
            let part = if whole == words { whole } else { typed(subject.file(), message, "*") };
            let what = format!("readers see the asterisks of `{}`", short(words));
            report.at_clause((subject.file(), part), message, what, hint);
        }
    }
}

/// The words of each paragraph, item and cell, without code.
fn blocks(text: &Markup) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut code = 0_usize;
    for event in text.events() {
        match event {
            Event::Open(Tag::Code | Tag::CodeBlock) => code += 1,
            Event::Close(Tag::Code | Tag::CodeBlock) => code = code.saturating_sub(1),
            Event::Text(words) if code == 0 => {
                if let Some(block) = all.last_mut() {
                    block.push_str(words);
                }
            }
            Event::Open(Tag::Paragraph | Tag::Item | Tag::Cell) => all.push(String::new()),
            _ => {}
        }
    }
    all
}

/// What was to be emphasised in a text and is not, with its asterisks; and whether a
/// blank stands at an edge of it.
fn failed(text: &str) -> Option<(&str, bool)> {
    let runs = runs(text);
    runs.windows(2).find_map(|pair| {
        let &[(start, first), (at, last)] = pair else { return None };
        let inner = text.get(start + first..at)?;
        if first != last || first > 2 || inner.trim().is_empty() {
            return None;
        }
        let before = text[..start].chars().next_back();
        let behind = text[at + last..].chars().next();
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_sign = |c: Option<char>| !is_blank(c) && !is_letter(c);
        let (opens, closes) = (inner.chars().next(), inner.chars().next_back());
        // A single one between blanks multiplies, and one behind a word is of a footnote.
        let has_blank = first == 2 && (is_blank(opens) || is_blank(closes)) && !is_letter(before);
        let cuts = is_sign(opens) && is_letter(before) || is_sign(closes) && is_letter(behind);
        let is_apart = !is_blank(opens) && !is_blank(closes);
        (has_blank || cuts && is_apart).then(|| (&text[start..at + last], has_blank))
    })
}

/// The runs of asterisks in a text: where each stands, and how many they are.
fn runs(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices('*') {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == at => *length += 1,
            _ => runs.push((at, 1)),
        }
    }
    runs
}

/// So many characters of a text are shown.
const SHOWN: usize = 40;

fn short(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::failed;

    #[test]
    fn only_what_was_to_be_emphasised_is_told() {
        for (text, wanted) in [
            ("a ** b ** c", Some("** b **")),
            ("** b** c", Some("** b**")),
            ("「甲」と**「乙」**は", Some("**「乙」**")),
            ("は*（乙）*は", Some("*（乙）*")),
            ("a* and b*", None),
            ("a** and b**", None),
            ("2 * 3 * 4", None),
            ("2*3*4", None),
            ("**** 1234 ****", None),
            ("**", None),
            ("***", None),
            ("no", None),
            ("(*) and (*)", None),
        ] {
            assert_eq!(failed(text).map(|(words, _)| words), wanted, "{text}");
        }
    }
}
