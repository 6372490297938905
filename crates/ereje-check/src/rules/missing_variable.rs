//! # `missing-variable`
//!
//! A fact that the source states and the translation does not, in all its forms
//! or in one of them. Readers of one language would not learn the address, the day
//! or the amount. In a form that is chosen by the fact itself, words may say it:
//! “one day” for one, “none” for zero.
//!
//! ```ftl fails kk
//! contact = Сұрақтарыңызды бізге жазыңыз.
//! # source.ftl
//! contact = Send your questions to <{ $support-email }>.
//! ```
//!
//! ```ftl fails ru
//! intro = Данные удаляются через { $retention ->
//!     [one] { $retention } день
//!     [few] { $retention } дня
//!    *[other] много дней
//! }.
//! # source.ftl
//! intro = Data are deleted after { $retention ->
//!     [one] one day
//!    *[other] { $retention } days
//! }.
//! ```
//!
//! ```ftl fails de
//! intro = Wir löschen Daten nach { $support-email }.
//! # source.ftl
//! intro = We delete data after { $retention }.
//! ```
//!
//! ```ftl passes ar
//! intro = نحذف البيانات بعد { $retention ->
//!     [zero] { $retention } يوم
//!     [one] يوم واحد
//!     [two] يومين
//!     [few] { $retention } أيام
//!     [many] { $retention } يومًا
//!    *[other] { $retention } يوم
//! }.
//! # source.ftl
//! intro = We delete data after { $retention } days.
//! ```
//!
//! ```ftl passes kk
//! intro = Деректер { $retention } күннен кейін жойылады, [бізге жазыңыз](mailto:{ $support-email }).
//! # source.ftl
//! intro = Data are deleted after { $retention ->
//!     [one] one day
//!    *[other] { $retention } days
//! }; write to [us](mailto:{ $support-email }).
//! ```

use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::statements::misstated;
use crate::{Comparison, Report};

pub(super) const RULE: Rule = Rule::new("missing-variable", Level::Error, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let Some(found) = misstated(texts) else { return };
    let Some(name) = found.missing.first() else { return };
    let form: Vec<String> =
        found.reading.choices.iter().map(|(_, key)| format!("`{key}`")).collect();
    let message = match found.extra.first() {
        Some(extra) => format!("the source states `${name}`, this text `${extra}`"),
        None if form.is_empty() => format!("the source states `${name}`, this text does not"),
        None => {
            format!(
                "the source states `${name}`, this text does not in its form {}",
                form.join(" and ")
            )
        }
    };
    let hint = match found.extra.first() {
        Some(extra) => format!("write `{{ ${name} }}` for `{{ ${extra} }}`"),
        None => format!("add `{{ ${name} }}`"),
    };
    let own = found.extra.first().map(|extra| format!("${extra}")).unwrap_or_default();
    report.at_texts(texts, (&own, &format!("${name}")), message, &hint);
}
