//! Texts that stand in for those of a language that counts otherwise.

use super::{FtlFile, Pattern, selects};
use crate::fix::{Edit, Fix, Safety, mend};
use crate::formats::counted_categories;
use crate::locale::Locale;

/// The text of a file in English, with each form that another language counts by: Czech
/// has one for 2 to 4 that English lacks, and the form of Lithuanian for 1 is that for 21
/// too. Until they are translated, these say what `other` says. Variants stand on one
/// line each.
#[must_use]
pub fn counted_in(locale: &Locale, file: &FtlFile) -> String {
    let counted = counted_categories(locale, false, 1000);
    let lacking: Vec<&str> = counted
        .iter()
        .filter(|(name, only)| *name != "other" && *only != Some(1))
        .map(|(name, _)| *name)
        .collect();
    let mut fixes = Vec::new();
    for select in texts(file).flat_map(selects) {
        let one = select.keys.iter().find(|key| **key == "one");
        let Some(one) = one.filter(|_| select.default == "other" && !select.is_ordinal) else {
            continue;
        };
        let other = file.span(select.default);
        let text = file.text();
        let start = text[..other.start].rfind('\n').map_or(0, |end| end + 1);
        let end = text[other.end..].find('\n').map_or(text.len(), |end| other.end + end + 1);
        let before = text[start..other.start].replace('*', " ");
        let variant = |name: &&str| format!("{before}{name}{}", &text[other.end..end]);
        let variants = lacking.iter().map(variant).collect();
        let edits = vec![
            Edit { span: file.span(one), text: "1".to_owned() },
            Edit { span: start..start, text: variants },
        ];
        fixes.push(Fix { edits, safety: Safety::Safe });
    }
    mend(file.text(), &fixes).text
}

fn texts(file: &FtlFile) -> impl Iterator<Item = &Pattern<'_>> {
    file.messages().flat_map(|message| {
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        message.value.iter().chain(attributes)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_gets_the_forms_that_it_counts_by() {
        let counted = |tag: &str| {
            let ftl = "a = { $count ->\n    [one] one\n   *[other] { $count } all\n } x\nb = y\n";
            let file = FtlFile::parse("a.ftl", ftl.to_owned());
            counted_in(&Locale::parse(tag).expect(tag), &file)
        };
        let told = |variants: &str| {
            format!(
                "a = {{ $count ->\n    [1] one\n{variants}   *[other] {{ $count }} all\n }} x\nb = y\n"
            )
        };
        let form = |name: &str| format!("    [{name}] {{ $count }} all\n");
        assert_eq!(counted("de"), told(""));
        assert_eq!(counted("cs"), told(&form("few")));
        assert_eq!(counted("lt"), told(&[form("one"), form("few")].concat()));
    }
}
