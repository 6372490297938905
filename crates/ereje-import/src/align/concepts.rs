//! What policies are about, in the words of many languages: a small dictionary
//! that says which words of two languages may stand for each other.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// By the stem of a word, the number of what it means.
static STEMS: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let lines = include_str!("concepts.txt").lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut stems = HashMap::new();
    for (number, line) in (0..).zip(lines) {
        stems.extend(line.split_whitespace().map(|stem| (stem, number)));
    }
    stems
});

/// The longest stem, in characters.
const MOST: usize = 14;

/// What a text, in small letters, is about.
pub(super) fn of(text: &str) -> BTreeSet<u16> {
    let mut found = BTreeSet::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\u{200c}') {
        let Some(first) = word.chars().next() else { continue };
        let ends: Vec<usize> = word.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        if is_solid(first) || word.chars().any(is_solid) {
            for start in std::iter::once(0).chain(ends.iter().copied()) {
                let after = ends.iter().filter(|end| **end > start).take(MOST);
                found.extend(after.filter_map(|end| STEMS.get(&word[start..*end])));
            }
            continue;
        }
        // Articles and prepositions stand at the front of words in Arabic and Hebrew.
        let most = if matches!(first as u32, 0x5d0..=0x6ff) { 3 } else { 0 };
        let starts = std::iter::once(0).chain(ends.iter().copied().take(most));
        for start in starts {
            let after = ends.iter().filter(|end| **end > start).take(MOST);
            found.extend(after.filter_map(|end| STEMS.get(&word[start..*end])).last());
        }
    }
    found
}

/// Whether words of the script of a letter are not set apart by blanks.
fn is_solid(c: char) -> bool {
    matches!(c as u32, 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3041..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7a3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_about_the_same_in_every_language() {
        let shared = |one: &str, other: &str| {
            of(&one.to_lowercase()).intersection(&of(&other.to_lowercase())).count()
        };
        for (one, other) in [
            ("Cookies and similar technologies", "Файлы cookie и похожие технологии"),
            ("Children", "Балалар"),
            ("How long we keep data", "Срок хранения данных"),
            ("Your rights", "Ihre Rechte"),
            ("Changes to this policy", "本ポリシーの変更"),
            ("Contact us", "اتصل بنا"),
            ("Security", "Қауіпсіздік"),
            ("Payments and refunds", "Zahlungen und Erstattungen"),
        ] {
            assert!(shared(one, other) > 0, "{one} / {other}");
        }
        assert_eq!(shared("Children", "Платежи"), 0);
    }

    #[test]
    fn no_stem_means_two_things() {
        let all = include_str!("concepts.txt").lines().filter(|line| !line.starts_with('#'));
        let mut seen = BTreeSet::new();
        for stem in all.flat_map(str::split_whitespace) {
            assert!(seen.insert(stem), "`{stem}` stands twice");
            assert!(stem.chars().count() <= MOST, "`{stem}` is too long");
        }
    }
}
