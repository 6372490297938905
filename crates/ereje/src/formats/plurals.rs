//! Plural categories, as the rules of CLDR in ICU4X have them.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use icu_decimal::input::Decimal;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

use super::icu;
use crate::locale::Locale;

/// The plural category of `value`, in decimal digits: `one`, `few` and so on.
#[must_use]
pub fn plural_category(locale: &Locale, value: &str, ordinal: bool) -> &'static str {
    match (rules(locale, ordinal), Decimal::try_from_str(value)) {
        (Some(rules), Ok(decimal)) => category_name(rules.category_for(&decimal)),
        _ => "other",
    }
}

/// The plural categories that a locale has, `other` the last.
#[must_use]
pub fn plural_categories(locale: &Locale, ordinal: bool) -> Vec<&'static str> {
    rules(locale, ordinal)
        .map_or_else(|| vec!["other"], |rules| rules.categories().map(category_name).collect())
}

/// The plural categories that whole numbers up to `most` have, each with the
/// number where it has but one.
#[must_use]
pub fn counted_categories(
    locale: &Locale,
    ordinal: bool,
    most: u32,
) -> Vec<(&'static str, Option<u32>)> {
    // A thousand numbers are asked for, and the same again for each choice.
    type Known = BTreeMap<(Locale, bool, u32), Vec<(&'static str, Option<u32>)>>;
    static KNOWN: Mutex<Known> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let counted = || count_categories(locale, ordinal, most);
    known.entry((locale.clone(), ordinal, most)).or_insert_with(counted).clone()
}

fn count_categories(locale: &Locale, ordinal: bool, most: u32) -> Vec<(&'static str, Option<u32>)> {
    let mut found: Vec<(&'static str, Option<u32>)> = Vec::new();
    let Some(rules) = rules(locale, ordinal) else { return found };
    for number in 0..=most {
        let category = category_name(rules.category_for(number));
        match found.iter_mut().find(|(known, _)| *known == category) {
            Some((_, only)) => *only = None,
            None => found.push((category, Some(number))),
        }
    }
    found
}

fn rules(locale: &Locale, ordinal: bool) -> Option<PluralRules> {
    let rule = if ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal };
    let options = PluralRulesOptions::default().with_type(rule);
    PluralRules::try_new((&icu(locale)).into(), options).ok()
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The names of all plural categories, whatever the locale.
pub const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whether CLDR says which plurals a language has: of one that it does not know it
/// says what it says of Japanese.
#[must_use]
pub fn knows_plurals(locale: &Locale) -> bool {
    plural_categories(locale, false).len() > 1 || ONE_FORM.contains(&locale.language())
}

/// The languages that, as CLDR says, have one form for all numbers.
const ONE_FORM: [&str; 32] = [
    "bm", "bo", "dz", "hnj", "id", "ig", "ii", "ja", "jbo", "jv", "kde", "kea", "km", "ko", "lkt",
    "lo", "ms", "my", "nqo", "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "vi", "wo", "yo",
    "yue", "zh",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn in_locale(tag: &str) -> Locale {
        Locale::parse(tag).expect(tag)
    }

    #[test]
    fn of_some_languages_no_plurals_are_known() {
        let known = |tag| knows_plurals(&in_locale(tag));
        assert!(["ja", "zh-Hant", "kk", "yue", "vi"].into_iter().all(known));
        assert!(!["cak", "trs"].into_iter().any(known));
    }

    #[test]
    fn plural_categories_are_those_of_current_cldr() {
        let cases = [
            ("ar", "103", "few"),
            ("be", "22", "few"),
            ("lt", "23", "few"),
            ("lv", "111", "zero"),
            ("mt", "2", "two"),
            ("fr", "1000000", "many"),
            ("he", "20", "other"),
            ("ru", "21", "one"),
            ("kk", "1", "one"),
        ];
        for (tag, value, category) in cases {
            assert_eq!(plural_category(&in_locale(tag), value, false), category, "{tag} {value}");
        }
        assert_eq!(plural_category(&in_locale("en"), "3", true), "few");
        let categories = |tag| plural_categories(&in_locale(tag), false);
        assert_eq!(categories("kk"), ["one", "other"]);
        assert_eq!(categories("ja"), ["other"]);
        assert_eq!(categories("ru"), ["one", "few", "many", "other"]);
        let counted = |tag| counted_categories(&in_locale(tag), false, 1000);
        assert_eq!(counted("fr"), [("one", None), ("other", None)]);
        assert_eq!(
            counted("ar"),
            [
                ("zero", Some(0)),
                ("one", Some(1)),
                ("two", Some(2)),
                ("few", None),
                ("many", None),
                ("other", None)
            ]
        );
    }
}
