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

use ereje::catalog::{FtlFile, typed_texts};
use ereje::diagnostic::Level;
use ereje::locale::Locale;

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
        for row in typed_texts(pattern) {
            let Some(word) = doubled(&row, words) else { continue };
            let message = format!("`{word}` is written twice");
            report.at_owner((file, word), owner, message, "delete one of them");
            break;
        }
    }
}

/// The second of two words that are the same, with nothing but space between them.
fn doubled<'t>(row: &[&'t str], words: &[&str]) -> Option<&'t str> {
    let mut before = "";
    // A word at the very end may go on in what is filled in.
    for word in row.iter().flat_map(|line| line.split(char::is_whitespace)) {
        if word.is_empty() {
            continue;
        }
        if word == before && words.contains(&word) {
            return Some(word);
        }
        before = word;
    }
    None
}
