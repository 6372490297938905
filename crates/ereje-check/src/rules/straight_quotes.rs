//! # `straight-quotes`
//!
//! The quotation mark of typewriters, `"`, where the language has marks of its own:
//! «…» in Russian and Kazakh, „…“ in German, 「…」 in Japanese. In a legal text the
//! marks say which words are defined; they should look the same in all of it.
//!
//! Marks are those of Unicode CLDR. What seems to be code is let be: attributes,
//! titles of links, small Latin words (“xx”), values that a program fills in. So are
//! Hebrew texts, where the straight mark is part of words.
//!
//! ```ftl fails ru
//! intro = Каждое лицо (далее — "Пользователь") принимает эти условия.
//! ```
//!
//! ```ftl fails kk
//! intro = Әр адам (бұдан әрі – "{ -user }") осы шарттарды қабылдайды.
//! # terms.ftl
//! -user = Пайдаланушы
//! ```
//!
//! ```ftl fails
//! intro = Each person (a "User") accepts these terms.
//! ```
//!
//! ```ftl passes de
//! intro = Jede Person („Nutzer“) sieht 5" oder `"x"`, auch "xx" und "yy",
//!     auch [hier](https://example.com "Titel").
//! ```
//!
//! ```ftl passes he
//! intro = דו"ח על "משתמש" אחד.
//! ```

use ereje::catalog::{FtlFile, typed_texts};
use ereje::diagnostic::Level;
use ereje::locale::Locale;
use memchr::memchr_iter;

use super::{Check, Rule, patterns};
use crate::Report;

pub(super) const RULE: Rule = Rule::new("straight-quotes", Level::Advice, Check::File(check));

fn check(file: &FtlFile, locale: &Locale, report: &mut Report<'_>) {
    let Some((open, close)) = marks(locale) else { return };
    if memchr_iter(b'"', file.text().as_bytes()).next().is_none() {
        return;
    }
    for (owner, pattern) in patterns(file) {
        let rows = typed_texts(pattern);
        let lines = || rows.iter().flatten().copied();
        // One alone is a mark of inches, or spoken of.
        if lines().flat_map(|line| memchr_iter(b'"', line.as_bytes())).nth(1).is_none() {
            continue;
        }
        let Some(quote) = lines().find_map(|line| opening(file, line)) else { continue };
        let message = format!("`{locale}` has quotation marks of its own");
        let hint = format!("write `{open}` before the words and `{close}` behind them");
        report.at_owner((file, quote), owner, message, &hint);
    }
}

/// A straight mark that opens a quotation of words.
fn opening<'f>(file: &'f FtlFile, line: &'f str) -> Option<&'f str> {
    if line.contains(['`', '=', '\\', '<']) || line.contains("](") {
        return None;
    }
    memchr_iter(b'"', line.as_bytes()).find_map(|at| {
        let quoted = &line[at + 1..];
        // Behind something filled in, a mark closes.
        let before = file.text()[..file.span(line).start + at].chars().next_back();
        let opens = before.is_none_or(|c| c.is_whitespace() || c == '(');
        let has_words = if quoted.is_empty() {
            // What follows is filled in: a term is words, a value may be anything.
            let after = file.text()[file.span(line).end..].strip_prefix('{');
            after.is_some_and(|after| after.trim_start().starts_with('-'))
        } else {
            let words = quoted.split('"').next().unwrap_or(quoted);
            words.starts_with(char::is_uppercase)
                || words.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
                || words.split(' ').nth(2).is_some() && words.starts_with(char::is_alphabetic)
        };
        (opens && has_words).then(|| &line[at..=at])
    })
}

/// The marks around a quotation: CLDR 48, `delimiters`, for languages of which it
/// has no other marks in wide use.
fn marks(locale: &Locale) -> Option<(char, char)> {
    Some(match (locale.language(), locale.tag()) {
        (_, "pt-PT") => ('«', '»'),
        ("zh", tag) if tag.contains("Hant") || tag.contains("-TW") => ('「', '」'),
        ("am" | "be" | "ca" | "el" | "es" | "eu" | "fa" | "fr" | "hy" | "it" | "kk" | "ky", _)
        | ("nb" | "nn" | "no" | "ru" | "uk", _) => ('«', '»'),
        ("bg" | "cs" | "de" | "et" | "hr" | "is" | "ka" | "lt" | "mk" | "sk" | "sl", _) => {
            ('„', '“')
        }
        ("bs" | "hu" | "pl" | "ro" | "sr", _) => ('„', '”'),
        ("fi" | "sv", _) => ('”', '”'),
        ("ja", _) => ('「', '」'),
        ("nl", _) => ('‘', '’'),
        ("af" | "az" | "bn" | "da" | "en" | "gl" | "hi" | "id" | "ko" | "lv" | "mn" | "mr", _)
        | ("ms" | "ne" | "pt" | "sq" | "sw" | "ta" | "tg" | "th" | "tk" | "tr" | "tt", _)
        | ("uz" | "vi" | "zh", _) => ('“', '”'),
        _ => return None,
    })
}
