//! # `impossible-plural-category`
//!
//! A form of a plural that the language does not have, so that it is never shown:
//! `[many]` in English, `[one]` in Japanese. Often it was copied from another
//! language, and what it says is lost. Where a single number is meant, the number
//! itself chooses: `[1]`.
//!
//! ```ftl fails
//! contact = We keep requests for { $retention ->
//!     [one] { $retention } day
//!     [few] a few days
//!    *[other] { $retention } days
//! }.
//! ```
//!
//! ```ftl fails ja
//! contact = お問い合わせは{ $retention ->
//!     [one] 一日
//!    *[other] { $retention }日
//! }間保存されます。
//! ```
//!
//! ```ftl passes cak
//! contact = { $retention ->
//!     [one] { $retention } q'ij
//!    *[other] { $retention } taq q'ij
//! }
//! ```
//!
//! ```ftl passes ja
//! contact = お問い合わせは{ $retention ->
//!     [1] 一日
//!    *[other] { $retention }日
//! }間保存されます。
//! ```
//!
//! ```ftl passes fr
//! contact = Nous conservons les demandes { $retention ->
//!     [one] { $retention } jour
//!     [many] { $retention } de jours
//!    *[other] { $retention } jours
//! }.
//! ```
//!
//! ```ftl passes
//! intro = { $retention ->
//!     [1] { NUMBER($retention, type: "ordinal") }
//!    *[other] later
//! } { NUMBER($retention, type: "ordinal") ->
//!     [one] st
//!     [two] nd
//!     [few] rd
//!    *[other] th
//! }
//! ```

use std::cell::OnceCell;

use ereje::catalog::{FtlFile, selects};
use ereje::diagnostic::Level;
use ereje::formats::{PLURAL_CATEGORIES, knows_plurals, plural_categories};
use ereje::locale::Locale;

use super::{Check, Owner, Rule, choosing_patterns};
use crate::Report;
use crate::plurals::is_by_plural;

pub(super) const RULE: Rule =
    Rule::new("impossible-plural-category", Level::Warning, Check::File(check));

fn check(file: &FtlFile, locale: &Locale, report: &mut Report<'_>) {
    // Asked for once in a file, and not at all where nothing is chosen.
    let (is_known, cardinals, ordinals) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
    for (owner, pattern) in choosing_patterns(file) {
        // What chooses in a term may be a word of this name.
        if matches!(owner, Owner::Term(_)) {
            continue;
        }
        for select in selects(pattern).iter().filter(|select| is_by_plural(select)) {
            if !*is_known.get_or_init(|| knows_plurals(locale)) {
                return;
            }
            let known = if select.is_ordinal { &ordinals } else { &cardinals };
            let has = known.get_or_init(|| plural_categories(locale, select.is_ordinal));
            for key in select.keys.iter().filter(|key| PLURAL_CATEGORIES.contains(key)) {
                // The default is shown, whatever its name.
                if has.contains(key) || *key == select.default {
                    continue;
                }
                let message = format!("`{locale}` has no plural `{key}`, so this is never shown");
                let hint = match *key {
                    "zero" => "write `[0]` if it is for none, or remove it",
                    "one" => "write `[1]` if it is for one alone, or remove it",
                    "two" => "write `[2]` if it is for two alone, or remove it",
                    _ => "remove it",
                };
                report.at_owner((file, key), owner, message, hint);
            }
        }
    }
}
