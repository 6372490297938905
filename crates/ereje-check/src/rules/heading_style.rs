//! # `heading-style`
//!
//! A heading or title that ends in a full stop or is all in capitals where its
//! source is not: one language would shout, or look unlike the others in contents
//! and links.
//!
//! ```ftl fails de
//! use = Wozu Daten dienen.
//!     .heading = Verwendung.
//! # source.ftl
//! use = What data are for.
//!     .heading = Use
//! ```
//!
//! ```ftl fails ru
//! title = ПОЛИТИКА КОНФИДЕНЦИАЛЬНОСТИ
//! # source.ftl
//! title = Privacy policy
//! ```
//!
//! ```ftl fails ja
//! use = データの用途。
//!     .heading = 利用目的。
//! # source.ftl
//! use = What data are for.
//!     .heading = Use
//! ```
//!
//! ```ftl passes es
//! title = Condiciones de Ejemplo S.L.
//! use = Para qué sirven los datos.
//!     .heading = PCI DSS, etc.
//! # source.ftl
//! title = Terms of Example
//! use = What data are for.
//!     .heading = PCI DSS and others
//! ```

use ereje::compose::HEADING;
use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::prose::{is_usual, words};
use crate::{Comparison, Form, Report};

pub(super) const RULE: Rule = Rule::new("heading-style", Level::Advice, Check::Texts(check));

/// The message that names a page.
const TITLE: &str = "title";

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let own = texts.own;
    let is_policy = texts.to.texts.form == Form::Markdown;
    let is_title = is_policy && own.message == TITLE && own.attribute.is_none();
    let is_heading = own.attribute.as_deref() == Some(HEADING);
    if !is_heading && !is_title {
        return;
    }
    let any_source = |has: fn(&str) -> bool| texts.source.readings.iter().any(|r| has(r.text()));
    let any_own = |has: fn(&str) -> bool| own.readings.iter().any(|r| has(r.text()));
    if any_own(ends_sentence) && !any_source(|text| text.trim_end().ends_with(STOPS)) {
        let message = "this heading ends in a full stop, its source does not".to_owned();
        report.at_texts(texts, ("", ""), message, "take the full stop away");
    } else if any_own(is_capitals) && !any_source(|text| !words(text).iter().any(|w| is_usual(w))) {
        let message = "this heading is all in capitals, its source is not".to_owned();
        report.at_texts(texts, ("", ""), message, "write it as a sentence");
    }
}

const STOPS: [char; 6] = ['.', '。', '．', '।', '։', '۔'];

/// Whether a heading ends in a full stop that ends no abbreviation.
fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end();
    let Some(rest) = text.strip_suffix(STOPS) else { return false };
    let is_ascii = text.ends_with('.');
    // The longest abbreviations, as "Corp.", have four letters.
    let last = rest.rsplit(char::is_whitespace).next().unwrap_or(rest);
    let is_word = !last.contains('.') && last.chars().all(char::is_alphabetic);
    !is_ascii || (is_word && last.chars().count() >= 5)
}

/// Whether a heading has capitals only, and more than names of that kind have.
fn is_capitals(text: &str) -> bool {
    let words = words(text);
    let is_capital = |word: &&str| word.chars().all(|c| !c.is_alphabetic() || c.is_uppercase());
    words.iter().all(is_capital) && words.iter().any(|word| word.chars().count() >= 6)
}
