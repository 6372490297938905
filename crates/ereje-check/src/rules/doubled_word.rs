//! # `doubled-word`
//!
//! A small word that is written twice: “the the”, “и и”. It is what remains of
//! editing, most often where a line ends with the word and the next begins with it.
//!
//! Only words that a language never doubles are looked at: many languages double
//! words on purpose, and “that that” or “nous nous” can be right.
//!
//! ```ftl fails
//! intro = You agree to the the terms.
//! ```
//!
//! ```ftl fails ru
//! intro =
//!     Мы не передаём данные для
//!     для рекламы.
//! ```
//!
//! ```ftl fails kk
//! intro = Деректер мен есептер туралы туралы ақпарат.
//! ```
//!
//! ```ftl passes
//! intro = We say that that is true. Log in in order to read on; this is for the app the user has.
//! ```
//!
//! ```ftl passes fr
//! intro = Nous nous engageons à ne pas vendre vos données.
//! ```

use ereje::catalog::{FtlFile, each_typed};
use ereje::diagnostic::Level;
use ereje::locale::Locale;
use memchr::memchr;

use super::{Check, Rule, patterns};
use crate::Report;

pub(super) const RULE: Rule = Rule::new("doubled-word", Level::Advice, Check::File(check));

/// By language, words that do not follow themselves in any right sentence.
const WORDS: [(&str, &[&str]); 17] = [
    ("cs", &["nebo", "pro", "při", "jako", "nebyl"]),
    ("da", &["og", "eller", "ikke", "fra"]),
    ("de", &["und", "oder", "für", "wir", "nicht", "ist", "sind", "durch"]),
    ("en", &["the", "an", "of", "and", "or", "to", "our", "your", "with", "from", "we", "are"]),
    ("es", &["el", "los", "las", "de", "del", "y", "en", "para", "por", "con"]),
    ("fr", &["le", "les", "de", "des", "du", "et", "pour", "dans", "avec", "par", "sur"]),
    ("it", &["il", "gli", "di", "del", "della", "e", "per", "con", "nel"]),
    ("kk", &["және", "немесе", "үшін", "туралы", "бойынша", "арқылы", "осы"]),
    ("ky", &["жана", "же", "үчүн", "тууралуу", "боюнча", "аркылуу"]),
    ("nb", &["og", "eller", "ikke", "fra"]),
    ("nl", &["het", "een", "van", "en", "voor", "met", "niet"]),
    ("pl", &["i", "oraz", "lub", "dla", "przez", "nie", "przy"]),
    ("pt", &["o", "os", "de", "do", "da", "e", "em", "para", "por", "com"]),
    ("ru", &["и", "в", "на", "с", "не", "для", "по", "или", "из", "от", "при", "об"]),
    ("sv", &["och", "eller", "att", "inte", "från"]),
    ("tr", &["ve", "veya", "ile", "için"]),
    ("uk", &["і", "й", "в", "на", "з", "не", "для", "або", "від", "при", "про"]),
];

fn check(file: &FtlFile, locale: &Locale, report: &mut Report<'_>) {
    let found = WORDS.iter().find(|(language, _)| *language == locale.language());
    let Some((_, words)) = found else { return };
    for (owner, pattern) in patterns(file) {
        let mut found = None;
        let mut before = "";
        each_typed(pattern, &mut |piece| match piece {
            Some(piece) => found = found.or_else(|| doubled(piece, &mut before, words)),
            // What is filled in stands between.
            None => before = "",
        });
        let Some(word) = found else { continue };
        let message = format!("`{word}` is written twice");
        report.at_owner((file, word), owner, message, "delete one of them");
    }
}

/// The second of two words that are the same, with nothing but space between them; one
/// may stand `before` the piece. A word at the very end may go on in what is filled in.
fn doubled<'t>(piece: &'t str, before: &mut &'t str, words: &[&str]) -> Option<&'t str> {
    let mut is_doubled = |word: &&'t str| {
        let is_same = word == before && words.contains(word);
        *before = if word.is_empty() { *before } else { *word };
        is_same
    };
    let piece = piece.trim();
    if may_have_other_space(piece.as_bytes()) {
        return piece.split(char::is_whitespace).find(is_doubled);
    }
    let mut rest = piece;
    while let Some(end) = memchr(b' ', rest.as_bytes()) {
        let word = &rest[..end];
        if is_doubled(&word) {
            return Some(word);
        }
        rest = &rest[end + 1..];
    }
    is_doubled(&rest).then_some(rest)
}

/// Whether there may be other space than U+0020, by the bytes that such begins with.
fn may_have_other_space(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, &byte| {
        let may_begin_one = (byte == 0xC2) | (byte == 0xE1) | (byte == 0xE2) | (byte == 0xE3);
        found | may_begin_one | (byte < b' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_themselves_across_any_space() {
        let second = |pieces: &[&str]| {
            let mut before = "";
            pieces.iter().any(|piece| doubled(piece, &mut before, &["the", "le"]).is_some())
        };
        for space in [" ", "  ", "\t", "\n    ", "\u{a0}", "\u{202f}", "\u{3000}"] {
            assert!(second(&[&format!("in the{space}the end")]), "{space:?}");
        }
        assert!(second(&["é the\n", "\n", "the end"]) && second(&["the the"]));
        assert!(!second(&["the end the end"]) && !second(&["in in", "thethe"]));
        for other in '\0'..=char::MAX {
            let is_seen = may_have_other_space(other.encode_utf8(&mut [0; 4]).as_bytes());
            assert!(is_seen || !other.is_whitespace() || other == ' ', "{other:?}");
        }
    }
}
