//! Characters that editors and keyboards put in the place of Fluent's signs: those that
//! look like one, and those that nobody sees; and names in another alphabet.

use std::ops::Range;

use super::{Cause, mending};
use crate::fix::{Edit, Fix, Safety};
use crate::manifest::is_identifier;

/// What is taken for a sign of Fluent: full-width letters of Chinese and Japanese
/// keyboards, and what word processors make of a hyphen or an arrow.
const LOOKALIKES: [(char, &str); 21] = [
    ('＝', "="),
    ('＄', "$"),
    ('｛', "{"),
    ('｝', "}"),
    ('［', "["),
    ('］', "]"),
    ('＊', "*"),
    ('（', "("),
    ('）', ")"),
    ('：', ":"),
    ('，', ","),
    ('、', ","),
    ('،', ","),
    ('．', "."),
    ('－', "-"),
    ('‐', "-"),
    ('–', "-"),
    ('—', "-"),
    ('−', "-"),
    ('＂', "\""),
    ('→', "->"),
];

/// Why something is not read where a character of these stands at `at`; nothing where
/// another one does.
pub(super) fn cause(source: &str, at: usize, junk: &Range<usize>) -> Option<Cause> {
    let rest = source.get(at..junk.end)?;
    let first = rest.chars().next()?;
    if let Some((_, sign)) = LOOKALIKES.iter().find(|(one, _)| *one == first) {
        let span = at..at + first.len_utf8();
        let fix = mended(source, junk, span.clone(), sign);
        let message = format!("`{first}` is no `{sign}` of Fluent");
        return Some(Cause::new(span, message, format!("write `{sign}` here")).fix(fix));
    }
    let run = |is_one: fn(char) -> bool| {
        let end = rest.find(|c| !is_one(c)).unwrap_or(rest.len());
        (at..at + end, rest[..end].chars().count())
    };
    let named = |what: &str| format!("{what} (U+{:04X}) stands here", first as u32);
    if is_blank(first) {
        let (span, count) = run(is_blank);
        let fix = mended(source, junk, span.clone(), &" ".repeat(count));
        let message = named("a blank that is none of Fluent's");
        return Some(Cause::new(span, message, "write plain spaces instead").fix(fix));
    }
    if is_unseen(first) {
        let (span, _) = run(is_unseen);
        let fix = mended(source, junk, span.clone(), "");
        return Some(Cause::new(span, named("an invisible character"), "delete it").fix(fix));
    }
    None
}

/// The same of an attribute that begins at `start`, whose line is not read as one for what
/// stands between its name and its text.
pub(super) fn behind_name(source: &str, start: usize, junk: &Range<usize>) -> Option<Cause> {
    let rest = source.get(start..junk.end)?.strip_prefix('.')?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = rest.find(|c| !is_part(c)).filter(|end| *end > 0)?;
    let behind = rest[end..].trim_start_matches(|c| c == ' ' || is_blank(c) || is_unseen(c));
    if !behind.starts_with(['=', '＝']) {
        return None;
    }
    let sign = start + 1 + rest.len() - behind.len();
    let strange = source[start + 1 + end..].find(|c| c != ' ')? + start + 1 + end;
    cause(source, strange.min(sign), junk)
}

/// The same of an attribute at `start` whose name somebody has translated: words of another
/// alphabet, with the sign behind them that no text has there.
pub(super) fn translated_name(line: &str, start: usize) -> Option<Cause> {
    let name = line.strip_prefix('.')?.split('=').next()?.trim_end();
    let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let is_name = !name.is_empty() && name.chars().all(is_word) && line.contains('=');
    if !is_name || is_identifier(name) {
        return None;
    }
    let message = format!("`.{name}` is no name that a part of a message can have");
    let hint = "write the name that it has in the source, such as `.heading`: names are not \
                translated";
    Some(Cause::new(start..start + 1 + name.len(), message, hint))
}

/// The fix, where it is one. What was meant is likely, and no more.
fn mended(source: &str, junk: &Range<usize>, span: Range<usize>, text: &str) -> Option<Fix> {
    let edits = vec![Edit { span, text: text.to_owned() }];
    mending::proven(source, junk, Fix { edits, safety: Safety::Unsafe })
}

/// Blanks that are no plain ones.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// What has no width: marks of direction, joiners, hyphens for the end of a line.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use crate::catalog::FtlFile;
    use crate::fix::mend;

    /// What is told first of a file, and the file as it is mended.
    fn told(text: &str) -> (String, String) {
        let file = FtlFile::parse("x.ftl", text.to_owned());
        let fault = file.diagnostics().first().expect("a fault");
        let place = fault.place.as_ref().expect("a place");
        let mended = fault.fix.as_ref().map(|fix| mend(text, [&**fix]).text);
        let told = format!("{}:{} {}", place.line, place.column, fault.message);
        (told, mended.unwrap_or_default())
    }

    #[test]
    fn signs_of_other_keyboards_are_named() {
        for (text, told_first, mended) in [
            ("a ＝ b\n", "1:3 `＝` is no `=` of Fluent", "a = b\n"),
            ("a = { ＄b }\n", "1:7 `＄` is no `$` of Fluent", "a = { $b }\n"),
            ("a = { $b ｝\nc = d\n", "1:10 `｝` is no `}` of Fluent", "a = { $b }\nc = d\n"),
            ("a = { –b }\n", "1:7 `–` is no `-` of Fluent", "a = { -b }\n"),
            (
                "a = { $b →\n   *[other] c\n }\n",
                "1:10 `→` is no `->` of Fluent",
                "a = { $b ->\n   *[other] c\n }\n",
            ),
            (
                "a = b\n    .heading ＝ c\n",
                "2:14 `＝` is no `=` of Fluent",
                "a = b\n    .heading = c\n",
            ),
        ] {
            assert_eq!(told(text), (told_first.to_owned(), mended.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_nobody_sees_is_named() {
        let blank = "a blank that is none of Fluent's (U+00A0) stands here";
        for (text, told_first, mended) in [
            ("a\u{a0}= b\n", format!("1:2 {blank}"), "a = b\n"),
            (
                "a = b\n\u{a0}\u{a0}\u{a0}\u{a0}.heading = c\n",
                format!("2:1 {blank}"),
                "a = b\n    .heading = c\n",
            ),
            (
                "a = { \u{200f}$b }\n",
                "1:7 an invisible character (U+200F) stands here".to_owned(),
                "a = { $b }\n",
            ),
            (
                "\u{200f}\u{200e}a = b\n",
                "1:1 an invisible character (U+200F) stands here".to_owned(),
                "a = b\n",
            ),
        ] {
            assert_eq!(told(text), (told_first, mended.to_owned()), "{text}");
        }
        for text in ["a ＝ b\n", "\u{200f}a = b\n"] {
            assert!(FtlFile::parse("x.ftl", text.to_owned()).is_broken("a"), "no other message");
        }
        // In words all of them are at home.
        let file = FtlFile::parse("x.ftl", "a = b\u{a0}＝ → \u{200f}c\n".to_owned());
        assert!(file.diagnostics().is_empty());
    }

    #[test]
    fn a_name_that_was_translated_is_no_text() {
        let text = "a = one\n    .überschrift = two\n";
        let file = FtlFile::parse("x.ftl", text.to_owned());
        let message = "2:5 `.überschrift` is no name that a part of a message can have";
        assert_eq!(told(text), (message.to_owned(), String::new()));
        let hint = file.diagnostics()[0].hint.as_deref().expect("a hint");
        assert!(hint.contains("`.heading`"), "{hint}");
        assert!(file.diagnostics().iter().all(|found| found.fix.is_none()));
    }
}
