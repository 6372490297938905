//! The locales of a policy: those of today and those before.

use crate::locale::Locale;
use crate::settings::{Settings, Table};
use crate::workspace::read_locale;

/// The text of a policy.toml, or of an l10n.toml, with more locales in its list; as it
/// is, where it has no list to add them to.
#[must_use]
pub fn with_locales(text: &str, more: &[&str]) -> String {
    let ((list, start), _) = Settings::read("", text, |root| {
        let list = root.texts("locales").unwrap_or_default();
        let start = root.get("locales").map(|value| value.span().start);
        (list.into_iter().map(|(tag, span)| (tag.to_owned(), span)).collect::<Vec<_>>(), start)
    });
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
    match text.split_at_checked(at) {
        Some((before, after)) => format!("{before}{new}{after}"),
        None => text.to_owned(),
    }
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
