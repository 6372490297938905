//! # `missing-plural-category`
//!
//! A choice by number that lacks a form which the language needs for whole
//! numbers. Russian has one form for 1 and 21, another for 2 to 4, a third for 5
//! to 20; where one is not written, readers see “5 дня”. Which forms a language
//! has is told by Unicode CLDR.
//!
//! A number may stand for a form that is used with that number alone, as `[1]` for
//! `[one]` in English. Where no whole number takes the form `other`, as in Polish,
//! `other` may stand for `many`. Forms for fractions and millions are not asked for,
//! nor a form for one thing in languages whose nouns stay as they are after any
//! number, as Turkish and Kazakh. What a term is given is often no number but a word, so terms
//! are not looked at.
//!
//! ```ftl fails ru
//! contact = Мы храним обращения { $retention ->
//!     [one] { $retention } день
//!    *[other] { $retention } дней
//! }.
//! ```
//!
//! ```ftl fails ar
//! contact = نحتفظ بالبيانات { $retention ->
//!     [one] يومًا واحدًا
//!    *[other] { $retention } يوم
//! }.
//! ```
//!
//! ```ftl fails cs
//! contact = Žádosti uchováváme { $retention ->
//!     [one] { $retention } den
//!    *[other] { $retention } dní
//! }.
//! ```
//!
//! ```ftl fails uk
//! contact = Ми зберігаємо запити { $retention ->
//!     [one] { $retention } день
//!     [many] { $retention } днів
//!    *[other] { $retention } дня
//! }.
//! ```
//!
//! ```ftl fails de
//! contact = Wir speichern Anfragen { $retention ->
//!    *[other] { $retention } Tage
//! }.
//! ```
//!
//! ```ftl fails es
//! contact = { $retention ->
//!    *[other] Marcar las carpetas como leídas
//! }
//! ```
//!
//! ```ftl passes pl
//! contact = Przechowujemy zgłoszenia przez { $retention ->
//!     [one] { $retention } dzień
//!     [few] { $retention } dni
//!    *[other] { $retention } dni
//! }.
//! ```
//!
//! ```ftl passes
//! contact = We keep requests for { $retention ->
//!     [1] one day
//!    *[other] { $retention } days
//! }.
//! ```
//!
//! ```ftl passes kk
//! contact = Өтініштер { $retention ->
//!    *[other] { $retention } күн
//! } сақталады.
//! ```

use ereje::catalog::{FtlFile, selects};
use ereje::diagnostic::Level;
use ereje::locale::Locale;
use ereje::pseudo::Pseudo;

use super::{Check, Owner, Rule, choosing_patterns};
use crate::Report;
use crate::plurals::{is_by_plural, missing};

pub(super) const RULE: Rule =
    Rule::new("missing-plural-category", Level::Error, Check::File(check));

fn check(file: &FtlFile, locale: &Locale, report: &mut Report<'_>) {
    // A pseudo-locale has the forms of the language that it is made of.
    if Pseudo::has(locale) {
        return;
    }
    for (owner, pattern) in choosing_patterns(file) {
        if matches!(owner, Owner::Term(_)) {
            continue;
        }
        for select in selects(pattern).iter().filter(|select| is_by_plural(select)) {
            let Some(variable) = select.variable else { continue };
            let missing = missing(locale, select);
            if missing.is_empty() {
                continue;
            }
            let listed = |written: &dyn Fn(&&str) -> String| {
                missing.iter().map(written).collect::<Vec<_>>().join(", ")
            };
            let names = listed(&|name| format!("`{name}`"));
            let message = format!("the choice by `${variable}` lacks {names}");
            let variants = listed(&|name| format!("`[{name}] …`"));
            let hint = format!("add {variants} with the words that `{locale}` needs there");
            report.at_owner((file, variable), owner, message, &hint);
        }
    }
}
