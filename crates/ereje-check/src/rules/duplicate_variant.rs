//! # `duplicate-variant`
//!
//! A choice that has two variants of one name. Only the first of them is ever
//! shown; what the second says, perhaps the corrected text, no reader sees.
//!
//! ```ftl fails
//! contact = You have { $retention ->
//!     [one] { $retention } day
//!     [one] one day
//!    *[other] { $retention } days
//! } to write to <{ $support-email }>.
//! ```
//!
//! ```ftl fails ru
//! intro = Мы удаляем данные { -user(case: "genitive") }.
//! # terms.ftl
//! -user = { $case ->
//!    *[nominative] Пользователь
//!     [genitive] Пользователя
//!     [genitive] пользователя
//!  }
//! ```
//!
//! ```ftl fails de
//! intro = { $retention ->
//!     [1] Ein Tag
//!     [1.0] 1 Tag
//!    *[other] { $retention } Tage
//! }
//! ```
//!
//! ```ftl passes ru
//! intro = { $retention ->
//!     [one] { $retention } день
//!     [few] { $retention } дня
//!     [many] { $retention } дней
//!    *[other] { $retention } дня
//! } или { $other ->
//!     [1] один день
//!    *[other] больше
//! }
//! ```

use std::collections::HashSet;

use ereje::catalog::{FtlFile, selects};
use ereje::diagnostic::Level;
use ereje::locale::Locale;

use super::{Check, Rule, choosing_patterns};
use crate::Report;

pub(super) const RULE: Rule = Rule::new("duplicate-variant", Level::Error, Check::File(check));

fn check(file: &FtlFile, _: &Locale, report: &mut Report<'_>) {
    for (owner, pattern) in choosing_patterns(file) {
        for select in selects(pattern) {
            let mut before = HashSet::new();
            for key in &select.keys {
                if !before.insert(Key::of(key)) {
                    let message = format!("there are two variants `{key}`");
                    let hint = "keep one of them, or give this one the name that it should have";
                    report.at_owner((file, key), owner, message, hint);
                }
            }
        }
    }
}

/// What chooses a variant. Numbers are the same however they are written.
#[derive(PartialEq, Eq, Hash)]
enum Key<'k> {
    Number(u64),
    Name(&'k str),
}

impl<'k> Key<'k> {
    fn of(key: &'k str) -> Key<'k> {
        let number = key.parse::<f64>().ok().filter(|number| number.is_finite());
        // What is added makes one of both zeros.
        number.map_or(Key::Name(key), |number| Key::Number((number + 0.0).to_bits()))
    }
}
