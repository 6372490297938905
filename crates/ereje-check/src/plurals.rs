//! Choices by plural: which selectors are meant so, and which forms a language
//! needs for whole numbers.

use ereje::catalog::Select;
use ereje::formats::{PLURAL_CATEGORIES, counted_categories, plural_category};
use ereje::locale::Locale;

/// Whether every variant is a plural category or a number, and one is a category.
/// Where `other` stands beside numbers alone, the text may speak of no count at all:
/// “none” and “some”, “one” and “more”. So it does unless it shows the number. Where it
/// stands alone, there would be nothing to choose.
pub(crate) fn is_by_plural(select: &Select<'_>) -> bool {
    let is_category = |key: &str| PLURAL_CATEGORIES.contains(&key);
    let mut categories = select.keys.iter().filter(|key| is_category(key));
    let by_count = select.keys.iter().all(|key| is_category(key) || is_number(key));
    let is_alone = select.keys.len() == 1;
    by_count && (categories.any(|key| *key != "other") || select.is_shown || is_alone)
}

/// Whether every variant is a plural category or a number.
pub(crate) fn is_by_count<'k>(mut keys: impl Iterator<Item = &'k str>) -> bool {
    keys.all(|key| PLURAL_CATEGORIES.contains(&key) || is_number(key))
}

fn is_number(key: &str) -> bool {
    key.parse::<f64>().is_ok_and(f64::is_finite)
}

/// The categories of whole numbers that a choice leaves to another variant.
pub(crate) fn missing(locale: &Locale, select: &Select<'_>) -> Vec<&'static str> {
    // Beyond a thousand no language has a category that it has not before, but
    // for a million of something.
    let counted = counted_categories(locale, select.is_ordinal, 1000);
    let has_number = |number: u32| {
        let wanted = f64::from(number);
        select.keys.iter().any(|key| key.parse::<f64>().is_ok_and(|n| (n - wanted).abs() < 0.5))
    };
    let is_one =
        |number: u32| plural_category(locale, &number.to_string(), select.is_ordinal) == "one";
    // Nothing of something is said in the words of `other` where there is no form
    // for it, and two of something can be in Hebrew.
    let may_lack = |category: &str, only: Option<u32>| {
        // For 0 French has the form for 1, where `[1]` is for both.
        let is_one = category == "one" && has_number(1) && !is_one(21);
        let is_spared =
            is_one || only == Some(0) || (category == "two" && locale.language() == "he");
        is_spared || select.keys.contains(&category) || only.is_some_and(has_number)
    };
    let fractions_alone = counted.iter().all(|(category, _)| *category != "other");
    let mut missing: Vec<&str> = counted
        .iter()
        .filter(|(category, only)| *category != "other" && !may_lack(category, *only))
        .map(|(category, _)| *category)
        .collect();
    if !select.is_ordinal && !nouns_change(locale) {
        missing.retain(|category| *category != "one");
    }
    // No whole number is `other` in Russian or Polish: there it is where people
    // write the form for many, and no other one.
    if fractions_alone && missing == ["many"] && select.keys.contains(&"other") {
        missing.clear();
    }
    missing
}

/// Whether nouns change after a number in a language, so that each of its plural
/// categories needs a form of its own.
#[must_use]
pub fn nouns_change(locale: &Locale) -> bool {
    !NOUN_STAYS.contains(&locale.language())
}

/// Languages whose nouns stay as they are after any number, so that one form
/// serves all, though CLDR has a category for 1.
const NOUN_STAYS: [&str; 23] = [
    "az", "ba", "bn", "ckb", "cv", "fa", "hu", "hy", "ka", "kk", "ku", "ky", "mn", "os", "tg",
    "tk", "tr", "tt", "ug", "ur", "uz", "eu", "vi",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn lacking(tag: &str, keys: &[&'static str]) -> Vec<&'static str> {
        let locale = Locale::parse(tag).expect(tag);
        let default = keys.last().expect("a variant");
        let keys = keys.to_vec();
        let variable = Some("n");
        missing(&locale, &Select { variable, is_ordinal: false, keys, default, is_shown: true })
    }

    #[test]
    fn a_choice_may_speak_of_no_count() {
        let is_by_plural = |keys: &[&'static str], is_shown| {
            let (keys, variable) = (keys.to_vec(), Some("n"));
            is_by_plural(&Select { variable, is_ordinal: false, keys, default: "other", is_shown })
        };
        assert!(!is_by_plural(&["0", "other"], false) && is_by_plural(&["0", "other"], true));
        assert!(is_by_plural(&["one", "other"], false) && is_by_plural(&["other"], false));
        assert!(!is_by_plural(&["macos", "other"], true) && !is_by_plural(&["0", "1"], false));
    }

    #[test]
    fn what_a_language_needs_depends_on_it() {
        assert_eq!(lacking("ru", &["one", "other"]), ["many", "few"]);
        assert_eq!(lacking("ru", &["one", "few", "other"]), [""; 0]);
        assert_eq!(lacking("ru", &["other"]), ["many", "one", "few"]);
        assert_eq!(lacking("ru", &["one", "many", "other"]), ["few"]);
        assert_eq!(lacking("pl", &["few", "many", "other"]), ["one"]);
        assert_eq!(lacking("de", &["other"]), ["one"]);
        assert_eq!(lacking("ru", &["1", "few", "many", "other"]), ["one"]);
        assert_eq!(lacking("ru", &["1", "few", "many"]), ["one"]);
        assert_eq!(lacking("en", &["1", "other"]), [""; 0]);
        assert_eq!(lacking("fr", &["one", "other"]), [""; 0], "a million is not expected");
        assert_eq!(lacking("fr", &["1", "other"]), [""; 0]);
        assert_eq!(lacking("kk", &["other"]), [""; 0]);
        assert_eq!(lacking("ar", &["0", "1", "2", "few", "many", "other"]), [""; 0]);
        assert_eq!(lacking("ar", &["one", "other"]), ["two", "few", "many"]);
        assert_eq!(lacking("he", &["one", "other"]), [""; 0]);
        assert_eq!(lacking("sl", &["one", "other"]), ["two", "few"]);
        assert_eq!(lacking("ja", &["other"]), [""; 0]);
        assert_eq!(lacking("cs", &["one", "few", "other"]), [""; 0]);
    }
}
