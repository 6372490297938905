//! # `mixed-script`
//!
//! A letter of another script inside a word, which looks like the letter that is
//! meant: a Latin `c` in “cогласие”, a Latin `i` in the Kazakh “тiл”. Nobody sees
//! it; but the word is not found by searching, screen readers spell it out, and a
//! comparison with the text of a law says that it differs.
//!
//! A Latin name with a Cyrillic ending, such as “iPhone-ның” or “KazKeyді”, is no
//! such word.
//!
//! ```ftl fails ru
//! intro = Мы запрашиваем ваше cогласие.
//! ```
//!
//! ```ftl fails kk
//! intro = Бiз деректердi сатпаймыз.
//! ```
//!
//! ```ftl fails kk
//! intro = Қаhарман туралы ақпарат.
//! ```
//!
//! ```ftl fails
//! intro = We never sell your dаta.
//! ```
//!
//! ```ftl fails el
//! intro = Δεν πουλάμε τα δεδoμένα σας.
//! ```
//!
//! ```ftl passes kk
//! intro = KazKey-дің, iPhone’ның және PDFтің деректері; е-mail жоқ, Wi-Fiдан да.
//! ```
//!
//! ```ftl passes uk
//! intro = Ми не продаємо дані, і не передаємо їх через HTTPS чи VPN-сервіси.
//! ```
//!
//! ```ftl passes
//! intro = The letters а and о are Cyrillic, 10 μm is a length, 5 kΩ a resistance.
//! ```

use ereje::catalog::{FtlFile, typed_texts};
use ereje::diagnostic::Level;
use ereje::fix::Fix;
use ereje::locale::Locale;

use super::{Check, Rule, patterns};
use crate::Report;
use crate::lookalikes::{Script, may_mix, stranger};

pub(super) const RULE: Rule = Rule::new("mixed-script", Level::Error, Check::File(check));

fn check(file: &FtlFile, locale: &Locale, report: &mut Report<'_>) {
    let text = file.text();
    // Without letters of two scripts in one word there is nothing to look at.
    if !may_mix(text) {
        return;
    }
    for (owner, pattern) in patterns(file) {
        for piece in typed_texts(pattern).into_iter().flatten().filter(|piece| may_mix(piece)) {
            for word in piece.split(|c: char| !c.is_alphabetic()).filter(|word| may_mix(word)) {
                let Some((letter, meant, script)) = stranger(word, locale) else { continue };
                let Some(other) = Script::of(meant) else { continue };
                let message = format!("`{letter}` in `{word}` is a {script} letter");
                let hint = format!("type the {other} letter `{meant}` (U+{:04X})", meant as u32);
                report.at_owner((file, letter), owner, message, &hint);
                report.fix(Fix::likely(file.span(letter), meant));
            }
        }
    }
}
