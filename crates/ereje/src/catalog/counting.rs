//! Texts that stand in for those of a language that counts otherwise.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{FtlFile, Pattern, Select, selects};
use crate::fix::{Edit, Fix, Safety, mend};
use crate::formats::{
    PLURAL_CATEGORIES, counted_categories, knows_plurals, plural_categories, plural_category,
};
use crate::locale::Locale;

/// What takes every number that no other variant does.
const OTHER: &str = "other";

/// The text of a file with the forms that another language counts by: Czech has one for 2
/// to 4 that English lacks, Japanese has one alone, and the form of Lithuanian for 1 is
/// that for 21 too. Until they are translated, new ones say what the default says. As it
/// is, where it is not known how the language counts.
#[must_use]
pub fn counted_in(locale: &Locale, file: &FtlFile) -> String {
    counted(locale, file, false)
}

/// The same for a text that readers see until it is translated: where the language has
/// no form for 1, what the text says of 1 still stands.
#[must_use]
pub fn standing_in(locale: &Locale, file: &FtlFile) -> String {
    counted(locale, file, true)
}

fn counted(locale: &Locale, file: &FtlFile, is_seen: bool) -> String {
    if !knows_plurals(locale) {
        return file.text().to_owned();
    }
    let messages = file.messages().flat_map(|message| {
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        message.value.iter().chain(attributes)
    });
    let patterns: Vec<&Pattern<'_>> =
        messages.chain(file.terms().map(|term| &term.value)).collect();
    // Of a choice inside another one the outer one comes first, and the inner one stays.
    let selects = patterns.into_iter().flat_map(selects);
    let fixes: Vec<Fix> =
        selects.filter_map(|select| in_forms(locale, file, &select, is_seen)).collect();
    let counted = mend(file.text(), &fixes).text;
    let read = FtlFile::parse(file.path(), counted.clone());
    let is_read = read.diagnostics().len() <= file.diagnostics().len();
    if is_read { counted } else { file.text().to_owned() }
}

/// A choice in the forms of a language, if it has others.
fn in_forms(locale: &Locale, file: &FtlFile, select: &Select<'_>, is_seen: bool) -> Option<Fix> {
    let is_category = |key: &str| PLURAL_CATEGORIES.contains(&key);
    let is_by_count = |key: &&str| is_category(key) || key.parse::<f64>().is_ok();
    if !select.keys.iter().all(is_by_count)
        || !(select.is_shown || select.keys.iter().any(|key| is_category(key) && *key != OTHER))
    {
        return None;
    }
    let wanted = forms(locale, select.is_ordinal);
    // What another language has for the rest may have no such name in this one.
    let renames_default = !wanted.contains(&select.default);
    if renames_default && select.keys.contains(&OTHER) {
        return None;
    }
    let text = file.text();
    let lines = lines_of(file, select);
    let of = |key: &str| select.keys.iter().position(|known| *known == key);
    let default = of(select.default)?;
    let variant = |key: &str| {
        let whole = &text[lines[default].clone()];
        let name = file.span(select.keys[default]);
        let (before, behind) = (name.start - lines[default].start, name.end - lines[default].start);
        format!("{}{key}{}", whole[..before].replace('*', " "), &whole[behind..])
    };
    // The words for 1 in a language that says those of its form for 21, too.
    let one = of("one").filter(|at| {
        let words = &text[lines[*at].clone()];
        let shows = select.variable.is_some_and(|name| words.contains(&format!("${name}")));
        !shows && !select.is_ordinal && plural_category(locale, "21", false) == "one"
    });
    let rank = |key: &str| PLURAL_CATEGORIES.iter().position(|known| *known == key);
    let mut put: BTreeMap<usize, String> = BTreeMap::new();
    for key in &wanted {
        let is_there = of(key).is_some_and(|at| Some(at) != one);
        if is_there || (renames_default && *key == OTHER) {
            continue;
        }
        let later = select.keys.iter().position(|known| rank(known) > rank(key));
        let next = later.unwrap_or(default);
        put.entry(lines[next].start).or_default().push_str(&variant(key));
    }
    let mut edits = Vec::new();
    for (at, key) in select.keys.iter().enumerate() {
        let new = put.remove(&lines[at].start);
        let is_lacking = is_category(key) && at != default && !wanted.contains(key);
        let stays = is_seen && *key == "one" && !select.is_ordinal;
        if is_lacking && !stays {
            edits.push(Edit { span: lines[at].clone(), text: new.unwrap_or_default() });
            continue;
        }
        edits.extend(new.map(|text| Edit { span: lines[at].start..lines[at].start, text }));
        let name = match () {
            () if Some(at) == one || is_lacking => "1",
            () if at == default && renames_default => OTHER,
            () => continue,
        };
        edits.push(Edit { span: file.span(key), text: name.to_owned() });
    }
    (!edits.is_empty()).then_some(Fix { edits, safety: Safety::Safe })
}

/// The forms that whole numbers have in a language, and the one for all others.
fn forms(locale: &Locale, is_ordinal: bool) -> Vec<&'static str> {
    let counted = counted_categories(locale, is_ordinal, 1000);
    let all = plural_categories(locale, is_ordinal).into_iter();
    all.filter(|key| *key == OTHER || counted.iter().any(|(known, _)| known == key)).collect()
}

/// The lines of each variant of a choice.
fn lines_of(file: &FtlFile, select: &Select<'_>) -> Vec<Range<usize>> {
    let text = file.text();
    let line_of = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let starts: Vec<usize> = select.keys.iter().map(|key| line_of(file.span(key).start)).collect();
    let last = select.keys.last().map_or(0, |key| file.span(key).end);
    let ends = starts.iter().skip(1).copied().chain([line_of(closing_brace(text, last))]);
    starts.iter().zip(ends).map(|(start, end)| *start..end).collect()
}

/// Where the brace stands that closes the choice whose last variant goes on at `from`.
fn closing_brace(text: &str, from: usize) -> usize {
    let (mut depth, mut at) = (0_usize, from);
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return at,
            b'}' => depth -= 1,
            // Braces within quotation marks are words.
            b'"' if depth > 0 => {
                let line = text[at + 1..].lines().next().unwrap_or_default();
                at += line.find('"').map_or(0, |end| end + 1);
            }
            _ => {}
        }
        at += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(tag: &str, ftl: &str) -> String {
        made(tag, ftl, counted_in)
    }

    fn made(tag: &str, ftl: &str, make: fn(&Locale, &FtlFile) -> String) -> String {
        let file = FtlFile::parse("a.ftl", ftl.to_owned());
        assert_eq!(file.diagnostics(), [], "{ftl}");
        let counted = make(&Locale::parse(tag).expect(tag), &file);
        assert_eq!(FtlFile::parse("a.ftl", counted.clone()).diagnostics(), [], "{counted}");
        counted
    }

    #[test]
    fn a_language_gets_the_forms_that_it_counts_by() {
        let told = |variants: &str| {
            format!("a = {{ $count ->\n{variants}   *[other] {{ $count }} all\n }} x\nb = y\n")
        };
        let form = |name: &str| format!("    [{name}] {{ $count }} all\n");
        let [one, exactly_one] = ["one", "1"].map(|name| format!("    [{name}] one\n"));
        let english = told(&one);
        for (tag, variants) in [
            ("de", one.clone()),
            ("tlh", one.clone()),
            ("cs", [one.clone(), form("few")].concat()),
            ("ja", String::new()),
            ("lt", [exactly_one.clone(), form("one"), form("few")].concat()),
            ("ar", [form("zero"), one, form("two"), form("few"), form("many")].concat()),
        ] {
            assert_eq!(counted(tag, &english), told(&variants), "{tag}");
        }
        // Who sees the English words sees English.
        assert_eq!(made("ja", &english, standing_in), told(&exactly_one));
        assert_eq!(made("de", &english, standing_in), english);
    }

    #[test]
    fn forms_that_a_language_has_not_go_away() {
        let russian = "-t = { $n ->\n    [one] a\n   *[other] b\n}\na = Через { $n ->\n        [0] сразу\n        \
                       [one] { $n } день\n        [few]\n            { $n } дня\n        [many] { $n } дней\n       \
                       *[other] { $n } дня { \"}\" } \"\n    }.\n    .heading = X\n";
        let german = counted("de", russian);
        assert!(
            german.contains("[0] сразу\n        [one] { $n } день\n       *[other] { $n } дня {")
        );
        assert!(!german.contains("few") && !german.contains("many"), "{german}");
        assert!(german.ends_with("    }.\n    .heading = X\n"), "{german}");
        assert_eq!(counted("uk", russian).matches("[few]").count(), 2);
        // What is no choice by number stays, and so does one that another language's rest names.
        let other = "a = { $n ->\n    [yes] a\n   *[other] b\n}\nb = { $n ->\n    [one] a\n   *[many] b\n}\n";
        assert_eq!(counted("de", other), other.replace("*[many]", "*[other]"));
        let none = "a = { $n ->\n    [0] none\n   *[other] some\n}\n";
        assert_eq!(counted("ru", none), none);
        let inner = "a = { $n ->\n    [one] { $m ->\n        [one] a\n       *[other] b\n    }\n   *[other] { $n } c\n}\n";
        assert_eq!(counted("ja", inner), "a = { $n ->\n   *[other] { $n } c\n}\n");
    }
}
