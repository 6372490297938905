//! `permalinks` of a manifest: pages that live elsewhere than those of the other
//! languages.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{read_manifest, with_locales};
use crate::locale::Locale;
use crate::settings::{Settings, Table};
use crate::version::quoted;

/// The addresses of pages that are not where those of other languages are: by
/// locale, the pattern and its place.
pub(super) fn read_permalinks<'r, 'l>(
    root: &Table<'r>,
    locales: &(impl Iterator<Item = &'l Locale> + Clone),
) -> Vec<(&'r str, &'r str, Range<usize>)> {
    let mut own = Vec::new();
    let Some(table) = root.table("permalinks") else { return own };
    for (tag, span, value) in table.entries() {
        if !locales.clone().any(|locale| locale.tag() == tag) {
            let message =
                format!("`permalinks` has an address for `{tag}`, which is no locale here");
            table.fault("unknown-key", message, span, "add it to `locales`, or take the line away");
        } else if let Some(pattern) = value.text() {
            own.push((tag, pattern, value.span()));
        } else {
            let message = format!("the address of `{tag}` must be text in quotation marks");
            table.fault("wrong-type", message, value.span(), "");
        }
    }
    own
}

/// The text of the policy.toml of `policy` with more locales, each with a page of its
/// own: `{locale}/` and the address of the page whose place it would have taken.
#[must_use]
pub fn with_languages(policy: &str, text: &str, more: &[&str]) -> String {
    let mut with = with_locales(text, more);
    let (Some(manifest), _) = read_manifest(policy, "", &with) else { return with };
    let is_new = |locale: &Locale| more.contains(&locale.tag());
    let there = manifest.pages().filter(|(locale, _)| !is_new(locale));
    let mut taken: BTreeSet<String> = there.map(|(_, page)| page.to_lowercase()).collect();
    for (locale, page) in manifest.pages().filter(|(locale, _)| is_new(locale)) {
        if !taken.insert(page.to_lowercase()) {
            let own = format!("{locale}/{page}");
            with = with_permalink(&with, locale.tag(), &own);
            taken.insert(own.to_lowercase());
        }
    }
    with
}

/// The text of a policy.toml in which the page of a locale has an address of its
/// own; as it is, where there is no place for it.
#[must_use]
pub fn with_permalink(text: &str, locale: &str, permalink: &str) -> String {
    let entry = format!("{locale} = {}", quoted(permalink));
    let ((table, last, line), _) = Settings::read("", text, |root| {
        let table = root.get("permalinks").map(|value| value.span());
        let entries = root.table("permalinks");
        let last =
            entries.and_then(|table| table.entries().map(|(.., value)| value.span().end).max());
        let line = ["permalink", "locales"].iter().find_map(|key| root.get(key));
        (table, last, line.map(|value| value.span().end))
    });
    let behind = |at: usize| line_end(text, at);
    // In braces, in a table of its own, line by line, or none of them so far: what is
    // read as it was meant.
    let places = match (table, last, line) {
        (Some(_), Some(last), _) => vec![
            (last, format!(", {entry}")),
            (behind(last), format!("\npermalinks.{entry}")),
            (behind(last), format!("\n{entry}")),
        ],
        (Some(table), None, _) => vec![
            (table.start + 1, format!(" {entry} ")),
            (behind(table.start), format!("\n{entry}")),
        ],
        (None, _, Some(line)) => vec![(behind(line), format!("\npermalinks = {{ {entry} }}"))],
        (None, _, None) => Vec::new(),
    };
    let edited = places.into_iter().filter_map(|(at, new)| {
        let (before, after) = text.split_at_checked(at)?;
        Some(format!("{before}{new}{after}"))
    });
    edited.into_iter().find(|text| has(text, locale, permalink)).unwrap_or_else(|| text.to_owned())
}

/// Whether the text is whole, and the page of a locale has this address in it.
fn has(text: &str, locale: &str, permalink: &str) -> bool {
    let (own, found) = Settings::read("", text, |root| {
        let value = root.table("permalinks").and_then(|table| table.get(locale));
        value.is_some_and(|value| value.text() == Some(permalink))
    });
    own && found.is_empty()
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |end| from + end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::read_manifest;

    const TEXT: &str = "product = \"p\"\nslug = \"s\"\nsource-locale = \"en\"\nlocales = [\"en\", \"kk\", \"ru\"]\n\
                        permalink = \"privacy\" # ours\n[[clause]]\nid = \"a\"\n";

    #[test]
    fn a_page_can_live_elsewhere() {
        let one = with_permalink(TEXT, "kk", "kk/privacy");
        assert!(one.contains("# ours\npermalinks = { kk = \"kk/privacy\" }\n[[clause]]"), "{one}");
        let two = with_permalink(&one, "ru", "ru/{slug}");
        let (manifest, found) = read_manifest("x", "policy.toml", &two);
        assert_eq!(found, []);
        let manifest = manifest.expect("a manifest");
        let pages: Vec<&str> = manifest.pages().map(|(_, page)| page).collect();
        assert_eq!(pages, ["privacy", "kk/privacy", "ru/s"]);
        let table = format!("{TEXT}\n[permalinks]\nkk = \"a\"\n");
        let with_table = with_permalink(&table, "ru", "b");
        assert!(with_table.ends_with("kk = \"a\"\nru = \"b\"\n"), "{with_table}");
    }

    #[test]
    fn an_address_stands_as_those_do_that_are_there() {
        for (there, expected) in [
            (
                "permalinks.kk = \"a\" # ours\n",
                "permalinks.kk = \"a\" # ours\npermalinks.ru = \"b\"\n",
            ),
            ("permalinks = {}\n", "permalinks = { ru = \"b\" }\n"),
            ("permalinks = { kk = \"a\" }\n", "permalinks = { kk = \"a\", ru = \"b\" }\n"),
            (
                "permalinks = { kk = \"a\" } # ours\n",
                "permalinks = { kk = \"a\", ru = \"b\" } # ours\n",
            ),
            ("[permalinks]\n", "[permalinks]\nru = \"b\"\n"),
            ("[permalinks] # ours\n\n", "[permalinks] # ours\nru = \"b\"\n\n"),
            ("[permalinks]\nkk = \"a\" # ours", "[permalinks]\nkk = \"a\" # ours\nru = \"b\""),
            // What says something else of it already, or is broken, stays.
            ("permalinks = 3\n", "permalinks = 3\n"),
            ("permalinks.ru = \"a\"\n", "permalinks.ru = \"a\"\n"),
            ("permalinks = {\n", "permalinks = {\n"),
        ] {
            assert_eq!(with_permalink(there, "ru", "b"), expected, "{there}");
        }
        assert_eq!(with_permalink("", "ru", "b"), "");
        let quoted = with_permalink("locales = [\"en\"]", "zh-Hant", "a");
        assert_eq!(quoted, "locales = [\"en\"]\npermalinks = { zh-Hant = \"a\" }");
    }

    #[test]
    fn an_address_of_no_locale_is_told() {
        let text = TEXT.replace("# ours", "\npermalinks = { de = \"de\", ru = 1 }");
        let (_, found) = read_manifest("x", "policy.toml", &text);
        let told: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "`permalinks` has an address for `de`, which is no locale here",
                "the address of `ru` must be text in quotation marks"
            ]
        );
    }
}
