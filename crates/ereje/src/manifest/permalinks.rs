//! `permalinks` of a manifest: pages that live elsewhere than those of the other
//! languages.

use std::ops::Range;

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

/// The text of a policy.toml in which the page of a locale has an address of its
/// own; as it is, where there is no place for it.
#[must_use]
pub fn with_permalink(text: &str, locale: &str, permalink: &str) -> String {
    let entry = format!("{locale} = {}", quoted(permalink));
    let ((last, before), _) = Settings::read("", text, |root| {
        let last = root
            .table("permalinks")
            .and_then(|table| table.entries().map(|(.., value)| value.span().end).max());
        let line = ["permalink", "locales"].iter().find_map(|key| root.get(key));
        (last, line.map(|value| value.span().end))
    });
    let is_inline = text.lines().any(|line| {
        line.trim_start()
            .strip_prefix("permalinks")
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    });
    let (at, entry) = match (last, before) {
        (Some(at), _) if is_inline => (at, format!(", {entry}")),
        (Some(at), _) => (line_end(text, at), format!("\n{entry}")),
        (None, Some(at)) => (line_end(text, at), format!("\npermalinks = {{ {entry} }}")),
        (None, None) => return text.to_owned(),
    };
    match text.split_at_checked(at) {
        Some((before, after)) => format!("{before}{entry}{after}"),
        None => text.to_owned(),
    }
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
