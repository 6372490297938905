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

use ereje::catalog::{FtlFile, each_typed};
use ereje::diagnostic::Level;
use ereje::fix::{Edit, Fix, Safety};
use ereje::locale::Locale;

use super::{Check, Rule, patterns};
use crate::Report;
use crate::characters::Table;
use crate::lookalikes::{Script, may_mix, strangers};

pub(super) const RULE: Rule = Rule::new("mixed-script", Level::Error, Check::File(check));

fn check(file: &FtlFile, locale: &Locale, report: &mut Report<'_>) {
    let text = file.text();
    // Without letters of two scripts in one word there is nothing to look at.
    if !may_mix(text) {
        return;
    }
    for (owner, pattern) in patterns(file) {
        each_typed(pattern, &mut |piece| {
            for word in piece.filter(|piece| may_mix(piece)).into_iter().flat_map(words) {
                let Some((strangers, script)) = strangers(word, locale) else { continue };
                let Some(&(letter, meant)) = strangers.first() else { continue };
                let Some(other) = Script::of(meant) else { continue };
                let message = format!("`{letter}` in `{word}` is a {script} letter");
                let hint = format!("type the {other} letter `{meant}` (U+{:04X})", meant as u32);
                report.at_owner((file, letter), owner, message, &hint);
                let edit = |(letter, meant): &(&str, char)| Edit {
                    span: file.span(letter),
                    text: meant.to_string(),
                };
                let edits = strangers.iter().map(edit).collect();
                report.fix(Fix { edits, safety: Safety::Unsafe });
            }
        });
    }
}

/// Words that may have letters of two scripts.
fn words(piece: &str) -> impl Iterator<Item = &str> {
    let words = piece.split(|c| ALPHABETIC.get(c) == 0);
    words.filter(|word| may_mix(word))
}

static ALPHABETIC: Table = Table::new(|c| u8::from(c.is_alphabetic()));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{References, Variables, check_fluent};
    use ereje::fix::mend;

    #[test]
    fn a_word_is_mended_as_a_whole() {
        let text = "a = дaннoe, слово\n";
        let file = FtlFile::parse("a.ftl", text.to_owned());
        let locale = Locale::parse("ru").expect("a locale");
        let references = References::new(&file, None, Variables::Any, None);
        let found = check_fluent(&references, None, &locale);
        let fixes: Vec<_> = found.iter().filter_map(|told| told.fix.as_deref()).collect();
        assert_eq!((found.len(), fixes.len()), (1, 1));
        assert_eq!(mend(text, fixes).text, "a = данное, слово\n");
    }
}
