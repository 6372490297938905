//! The day of a page that is said within a longer paragraph: the words stay, and the day
//! counts.

use ereje::fact::Date;
use ereje::markup::{Block, Part};

use super::MOST_WORDS;
use crate::dates::Dates;

/// Beginnings of the words by which a sentence says when a text was changed last.
const UPDATED: [&str; 23] = [
    "updated",
    "revised",
    "обновл",
    "измен",
    "оновл",
    "змін",
    "жаңарт",
    "өзгерт",
    "aktualisiert",
    "geändert",
    "mise à jour",
    "modifi",
    "actualiz",
    "aggiorna",
    "atualiza",
    "bijgewerkt",
    "gewijzigd",
    "zaktualizowa",
    "güncelle",
    "更新",
    "改定",
    "업데이트",
    "개정",
];

/// The longest paragraph that is looked at, in bytes.
const MOST_BYTES: usize = 2000;

/// The first day that a sentence gives a page, at the bottom or below the title, and the
/// paragraph that it stands in.
pub(super) fn day<'p>(parts: &'p [Part], dates: &Dates<'_>) -> Option<(Date, &'p Block)> {
    let last = parts.last().into_iter().flat_map(|part| part.blocks.iter().rev().take(2));
    let first = parts.iter().take(2).flat_map(|part| part.blocks.iter().take(3));
    last.chain(first).find_map(|block| Some((in_text(block.text.text(), dates)?, block)))
}

fn in_text(text: &str, dates: &Dates<'_>) -> Option<Date> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let ends = text.match_indices([' ', '\n', '。']).map(|(at, _)| at).chain([text.len()]);
    let mut start = 0;
    for end in ends {
        let sentence = &text[start..end];
        let has_end = sentence.ends_with(['.', '!', '?', ':']) || text[end..].starts_with('。');
        if !has_end && end < text.len() {
            continue;
        }
        let is_short = sentence.split_whitespace().count() <= MOST_WORDS;
        let lowered = sentence.to_lowercase();
        if is_short
            && UPDATED.iter().any(|word| lowered.contains(word))
            && let Some(found) = dates.find(sentence)
        {
            return Some(found.date);
        }
        // As in “17. August”.
        let ends_with_number = sentence.trim_end_matches('.').ends_with(|c: char| c.is_numeric());
        if !ends_with_number {
            start = end;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use ereje::locale::Locale;

    #[test]
    fn the_day_of_a_sentence_is_that_of_the_page_where_it_speaks_of_a_change() {
        let day = |tag: &str, text: &str| {
            let locale = Locale::parse(tag).expect(tag);
            in_text(text, &Dates::new(&locale)).map(|day| day.to_string())
        };
        for (tag, text, expected) in [
            (
                "en",
                "This Privacy Policy was last updated on 2025-08-17. If you have questions about \
                 it, write to us whenever you like to.",
                Some("2025-08-17"),
            ),
            (
                "de",
                "Wir nehmen das ernst. Zuletzt aktualisiert am 17. August 2025. Bei Fragen dazu \
                 schreiben Sie uns bitte jederzeit.",
                Some("2025-08-17"),
            ),
            (
                "ru",
                "Политика обновлена 17 августа 2025 г. Если у вас есть вопросы о ней, пишите нам в \
                 любое время.",
                Some("2025-08-17"),
            ),
            (
                "ja",
                "本ポリシーは2025年8月17日に更新されました。ご質問はこちらまで。",
                Some("2025-08-17"),
            ),
            // It speaks of something else, or of much more.
            ("en", "On May 25, 2018 the GDPR came into force. We have updated our policy.", None),
            (
                "en",
                "We keep what you have updated since May 25, 2018 for as long as the law of your \
                 country asks us to keep it.",
                None,
            ),
            ("en", "We may have updated it.", None),
            ("en", "", None),
        ] {
            assert_eq!(day(tag, text).as_deref(), expected, "{text}");
        }
    }
}
