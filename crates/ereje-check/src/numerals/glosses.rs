//! Numbers in words that only repeat a figure beside them, as contracts do: “30
//! (thirty) days”, “five hundred dollars ($500)”. They say that figure and no other.

use std::borrow::Cow;

use ereje::digits::digit;

/// In how many words before a bracket what it repeats stands.
const NEAR: usize = 4;

/// The text without numbers in words that repeat a figure.
pub(super) fn without(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find(['(', '（']) {
        let (before, group) = rest.split_at(open);
        let Some(end) = group.find([')', '）']) else { break };
        // With what opens it; what closes it stays, so that words are apart.
        let inside = &group[..end];
        let near = near(before);
        if !has_figure(inside) && has_figure(&before[near..]) {
            out.push_str(before);
            out.push(' ');
        } else if has_figure(inside) && !has_figure(&before[near..]) {
            out.push_str(&before[..near]);
            out.push(' ');
            out.push_str(inside);
        } else {
            out.push_str(before);
            out.push_str(inside);
        }
        rest = &group[end..];
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Where the last few words of a text begin that no other sentence or part of one
/// stands between.
fn near(text: &str) -> usize {
    let part = text.rfind([',', ';', ':', '!', '?', ')', '）', '。', '、', '，']);
    let part = part.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    // A full stop ends a sentence, and stands in figures.
    let part = text[part..].rfind(". ").map_or(part, |at| part + at + 2);
    let words = text[part..].char_indices().rev().filter(|(_, c)| c.is_whitespace());
    let starts = words.map(|(at, space)| part + at + space.len_utf8());
    starts.filter(|start| !text[*start..].trim().is_empty()).nth(NEAR - 1).unwrap_or(part)
}

fn has_figure(text: &str) -> bool {
    text.chars().any(|c| digit(c).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_repeat_a_figure_are_passed_over() {
        for (text, left) in [
            ("not exceed $500 (five hundred dollars).", "not exceed $500  )."),
            ("You have 30 (thirty) days.", "You have 30  ) days."),
            ("within thirty (30) days", " (30) days"),
            ("We keep them, for twenty-five days (25)", "We keep them, (25)"),
            ("30（三十）日以内", "30 ）日以内"),
        ] {
            assert_eq!(without(text), left);
        }
    }

    #[test]
    fn words_that_repeat_none_stay() {
        for text in [
            "thirty days (or less)",
            "no brackets, thirty days",
            "open ( thirty",
            "After 30 days. We ask thirty people (of ours)",
        ] {
            assert!(without(text).contains("thirty"), "{text}");
        }
        assert_eq!(without("a (b) c"), "a (b) c");
    }
}
