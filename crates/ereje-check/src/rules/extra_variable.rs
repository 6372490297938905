//! # `extra-variable`
//!
//! A fact that the translation states and its source does not: readers of one
//! language would be told more than what was decided. In the messages of a program
//! it is one that the program does not give, and readers see its bare name. Where
//! another fact is missing at the same time, `missing-variable` tells of both.
//!
//! ```ftl fails ru
//! intro = Мы удаляем данные через { $retention }.
//! # source.ftl
//! intro = We delete data.
//! ```
//!
//! ```ftl fails fr
//! contact = Écrivez à { $support-email }, nous répondons sous { $retention }.
//! # source.ftl
//! contact = Write to { $support-email }.
//! ```
//!
//! ```ftl passes uk
//! intro = Ми видаляємо дані через { $retention ->
//!     [one] { $retention } день
//!     [few] { $retention } дні
//!     [many] { $retention } днів
//!    *[other] { $retention } дня
//! }.
//! # source.ftl
//! intro = We delete data after { $retention } days.
//! ```
//!
//! ```ftl passes de
//! intro = Nach { $retention } Tagen löschen wir alles.
//! # source.ftl
//! intro = We delete all after { $retention ->
//!     [one] a day
//!    *[other] some days
//! }.
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::statements::misstated;
use crate::{Comparison, Report};

pub(super) const RULE: Rule = Rule::new("extra-variable", Level::Error, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let Some(found) = misstated(texts).filter(|found| found.missing.is_empty()) else { return };
    let Some(name) = found.extra.first() else { return };
    let message = format!("the source does not state `${name}`");
    let hint = format!("take `{{ ${name} }}` out, or state it in the source as well");
    report.at_texts(texts, (&format!("${name}"), ""), message, &hint);
}
