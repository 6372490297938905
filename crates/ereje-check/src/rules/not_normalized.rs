//! # `not-normalized`
//!
//! A character that is not written as Unicode's form NFC has it: `й` typed as `и`
//! and a breve, `é` as `e` and an accent. It looks the same, but searching the page
//! for the word does not find it, and two texts that look alike are told apart.
//! Such text mostly comes out of PDF files and file names of macOS.
//!
//! Letters that keyboards type as one and NFC takes apart, as the Bengali `য়`, are
//! let be.
//!
//! ```ftl fails ru
//! intro = Вы можете отозвать своё согласие в любой день.
//! ```
//!
//! ```ftl fails fr
//! intro = Vos données sont supprimées après 30 jours.
//! ```
//!
//! ```ftl fails vi
//! intro = Chúng tôi không bán dữ liệu của bạn.
//! ```
//!
//! ```ftl passes bn
//! intro = বারবার য়
//! ```
//!
//! ```ftl passes ru
//! intro = Вы можете отозвать своё согласие в любой день.
//! ```
//!
//! ```ftl passes vi
//! intro = Chúng tôi không bán dữ liệu của bạn.
//! ```

use ereje::catalog::FtlFile;
use ereje::diagnostic::Level;
use ereje::locale::Locale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::{Check, Rule};
use crate::Report;

pub(super) const RULE: Rule = Rule::new("not-normalized", Level::Warning, Check::File(check));

fn check(file: &FtlFile, _: &Locale, report: &mut Report<'_>) {
    let text = file.text();
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return;
    }
    let is_apart = |cluster: &&str| {
        !cluster.nfc().eq(cluster.chars()) && cluster.nfc().count() <= cluster.chars().count()
    };
    let mut found = clusters(text).filter(is_apart);
    let Some(first) = found.next() else { return };
    let composed: String = first.nfc().collect();
    let more = match found.count() {
        0 => String::new(),
        1 => ", and so is one more in this file".to_owned(),
        more => format!(", and so are {more} more in this file"),
    };
    let message = format!("`{first}` is written as {}{more}", code_points(first));
    let hint = format!(
        "type `{composed}` as {}; `uconv -x nfc` does so in the whole file",
        code_points(&composed)
    );
    report.at(file, first, message, &hint);
}

/// Letters with what combines with them.
fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let is_joined = |c: char| !c.is_ascii() && joins(c);
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut characters = rest.char_indices();
        characters.next()?;
        let end = characters.find(|(_, c)| !is_joined(*c)).map_or(rest.len(), |(at, _)| at);
        let (cluster, after) = rest.split_at(end);
        rest = after;
        Some(cluster)
    })
}

/// Whether a character may become one with what stands before it.
fn joins(character: char) -> bool {
    canonical_combining_class(character) != 0
        || is_nfc_quick(std::iter::once(character)) == IsNormalized::Maybe
}

fn code_points(text: &str) -> String {
    let points: Vec<String> = text.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
    points.join(" ")
}
