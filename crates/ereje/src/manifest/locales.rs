//! The locales of a policy: those of today and those before.

use std::ops::Range;

use crate::locale::Locale;
use crate::settings::{Settings, Table};
use crate::workspace::read_locale;

/// The text of a policy.toml, or of an l10n.toml, with more locales in its list; as it
/// is, where it has no list to add them to. What was a former locale is none any more.
#[must_use]
pub fn with_locales(text: &str, more: &[&str]) -> String {
    let (list, start) = listed(text, "locales");
    let new = more.iter().filter(|tag| list.iter().all(|(known, _)| known != *tag));
    let new: Vec<String> = new.map(|tag| format!("\"{tag}\"")).collect();
    if new.is_empty() {
        return text.to_owned();
    }
    let new = new.join(", ");
    // Behind the last one, or behind the bracket of an empty list.
    let (at, new) = match (list.last(), start) {
        (Some((_, span)), _) => (span.end, format!(", {new}")),
        (None, Some(start)) if text[start..].starts_with('[') => (start + 1, new),
        _ => return text.to_owned(),
    };
    let Some((before, after)) = text.split_at_checked(at) else { return text.to_owned() };
    more.iter().fold(format!("{before}{new}{after}"), |text, tag| without_former(text, tag))
}

/// The text of a policy.toml in which a locale is none of the former ones.
fn without_former(text: String, tag: &str) -> String {
    let (list, _) = listed(&text, "former-locales");
    let Some(at) = list.iter().position(|(known, _)| known == tag) else { return text };
    let span = |at: usize| list.get(at).map(|(_, span)| span.clone());
    let own = list[at].1.clone();
    // With the comma before it, or else with the one behind it.
    let gone = match (at.checked_sub(1).and_then(span), span(at + 1)) {
        (Some(before), _) => before.end..own.end,
        (None, Some(next)) => own.start..next.start,
        (None, None) => own,
    };
    match (text.get(..gone.start), text.get(gone.end..)) {
        (Some(before), Some(after)) => format!("{before}{after}"),
        _ => text,
    }
}

/// The tags of a list with their places, and where its value begins.
fn listed(text: &str, key: &str) -> (Vec<(String, Range<usize>)>, Option<usize>) {
    let (listed, _) = Settings::read("", text, |root| {
        let list = root.texts(key).unwrap_or_default();
        let start = root.get(key).map(|value| value.span().start);
        (list.into_iter().map(|(tag, span)| (tag.to_owned(), span)).collect(), start)
    });
    listed
}

pub(super) fn read_locales(root: &Table<'_>, source: Option<&Locale>) -> Vec<Locale> {
    let mut locales = Vec::new();
    let Some(tags) = root.texts("locales") else {
        if root.get("locales").is_none() {
            let hint = "add `locales = [\"en\"]`, the source locale first";
            root.fault("missing-key", "`locales` is missing".into(), 0..0, hint);
        }
        return locales;
    };
    for (tag, span) in tags {
        let Some(locale) = read_locale(root, tag, span.clone()) else {
            continue;
        };
        if locales.contains(&locale) {
            let hint = "remove one of them";
            root.fault("duplicate-id", format!("the locale `{tag}` stands here twice"), span, hint);
        } else {
            locales.push(locale);
        }
    }
    if let Some(source) = source
        && !locales.contains(source)
    {
        let span = root.get("locales").map_or(0..0, |value| value.span());
        let message = format!("`locales` lacks the source locale `{source}`");
        root.fault("locale-tag", message, span, &format!("add `\"{source}\"`"));
    }
    locales
}

pub(super) fn read_former_locales(root: &Table<'_>, locales: &[Locale]) -> Vec<Locale> {
    let mut former = Vec::new();
    for (tag, span) in root.texts("former-locales").unwrap_or_default() {
        let Some(locale) = read_locale(root, tag, span.clone()) else { continue };
        if locales.contains(&locale) || former.contains(&locale) {
            let message = format!("the locale `{tag}` stands here twice");
            root.fault("duplicate-id", message, span, "remove one of them");
        } else {
            former.push(locale);
        }
    }
    former
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_comes_back_is_no_former_one() {
        for (former, left) in [
            ("[\"de\"]", "[]"),
            ("[\"de\", \"fr\"]", "[\"fr\"]"),
            ("[\"it\", \"de\"] # given up", "[\"it\"] # given up"),
            ("[\n    \"it\",\n    \"de\",\n    \"fr\",\n]", "[\n    \"it\",\n    \"fr\",\n]"),
        ] {
            let text = |locales: &str, former: &str| {
                format!("locales = [{locales}]\nformer-locales = {former}\nslug = \"x\"\n")
            };
            let with = with_locales(&text("\"en\"", former), &["sv", "de"]);
            assert_eq!(with, text("\"en\", \"sv\", \"de\"", left));
        }
        // One that is there is left to whoever wrote it.
        let twice = "locales = [\"de\"]\nformer-locales = [\"de\"]\n";
        assert_eq!(with_locales(twice, &["de"]), twice);
    }
}
