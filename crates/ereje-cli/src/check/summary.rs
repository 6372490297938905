//! A line a locale, where findings are of several: where there is most to do.

use std::collections::BTreeMap;

use ereje::diagnostic::{Diagnostic, Level};

/// How the locales stand that anything was found in, in the order of those that were
/// looked at; nothing where the count of all says the same.
pub(super) fn lines(found: &[Diagnostic], looked_at: &[&str]) -> Vec<String> {
    let mut of_locale: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for told in found {
        of_locale.entry(told.locale.as_deref().unwrap_or_default()).or_default().push(told);
    }
    of_locale.remove("");
    if looked_at.len() < 2 || of_locale.is_empty() {
        return Vec::new();
    }
    let mut rows: Vec<_> = of_locale.iter().collect();
    // What is found outside of the plans of policies is behind them.
    let place = |locale: &str| looked_at.iter().position(|known| *known == locale);
    rows.sort_by_key(|(locale, _)| place(locale).unwrap_or(usize::MAX));
    let width = of_locale.keys().map(|locale| locale.len()).max().unwrap_or_default();
    let line = |(locale, found): (&&str, &Vec<&Diagnostic>)| {
        format!("  {locale:width$}  {}", in_words(found))
    };
    rows.into_iter().map(line).collect()
}

fn in_words(found: &[&Diagnostic]) -> String {
    let of = |level: Level| found.iter().filter(|told| told.level == level).count();
    let stale = found.iter().filter(|told| told.rule == "stale-translation").count();
    let parts = [
        (of(Level::Error), "error", "errors"),
        (of(Level::Warning), "warning", "warnings"),
        (of(Level::Advice), "advice", "advice"),
    ];
    let parts = parts.into_iter().filter(|(number, ..)| *number > 0);
    let words = parts.map(|(number, one, many)| {
        let name = if number == 1 { one } else { many };
        format!("{number} {name}")
    });
    let mut words = words.collect::<Vec<_>>().join(", ");
    if stale > 0 {
        words.push_str(&format!("; {stale} stale"));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rule: &'static str, level: Level, locale: &str) -> Diagnostic {
        Diagnostic { level, ..Diagnostic::error(rule, "x.ftl", "so").of_locale(locale) }
    }

    #[test]
    fn each_locale_has_a_line_where_there_are_several() {
        let both = ["zh-Hant", "ru", "kk"];
        let found = [
            found("image", Level::Error, "kk"),
            found("stale-translation", Level::Warning, "kk"),
            found("insecure-link", Level::Warning, "kk"),
            found("unreleased-text", Level::Advice, "zh-Hant"),
            Diagnostic::error("undated", "policy.toml", "so"),
        ];
        assert_eq!(
            lines(&found, &both),
            ["  zh-Hant  1 advice", "  kk       1 error, 2 warnings; 1 stale"]
        );
        assert_eq!(lines(&found, &["kk"]), Vec::<String>::new());
        assert_eq!(lines(&[], &both), Vec::<String>::new());
    }
}
