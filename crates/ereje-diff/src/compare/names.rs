//! What tells changed clauses apart that stand under one heading: a lead-in, or
//! their first words.

use ereje::change::ClauseChange;
use ereje::document::Clause;
use ereje::markup::{Event, Markup, Tag};
use rustc_hash::FxHashMap;
use unicode_width::UnicodeWidthChar;

use crate::words::{bare, each_word, is_unspaced};

/// How wide the words of a name are at most, in columns of a terminal, which fits a
/// page as well: as many as it takes to tell clauses apart.
const WIDTHS: [usize; 3] = [60, 120, 240];

/// Gives each change the words without which another one would have the same name.
/// `clauses` has for each change its clause: as it is, or, where it is gone, as it was.
pub(super) fn tell_apart(changes: &mut [ClauseChange], clauses: &[&Clause]) {
    // What has a heading of its own is known by that.
    let mut steps: Vec<usize> =
        clauses.iter().map(|clause| usize::from(clause.heading.is_none())).collect();
    for (at, change) in changes.iter_mut().enumerate() {
        change.words = words(clauses[at], steps[at]);
    }
    for _ in WIDTHS {
        let alike = alike(changes);
        if alike.is_empty() {
            return;
        }
        for at in alike.into_iter().flatten() {
            steps[at] += 1;
            changes[at].words = words(clauses[at], steps[at]);
        }
    }
    // The same words, or a long text before the first other one.
    for alike in alike(changes) {
        for (nth, at) in alike.into_iter().enumerate() {
            let words = changes[at].words.take();
            let words = words.map_or_else(String::new, |words| format!("{words} "));
            changes[at].words = Some(format!("{words}({})", nth + 1));
        }
    }
}

/// The changes of which others have the same name.
fn alike(changes: &[ClauseChange]) -> Vec<Vec<usize>> {
    let mut found: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    for (at, change) in changes.iter().enumerate() {
        found.entry((&change.under, &change.words)).or_default().push(at);
    }
    let mut alike: Vec<Vec<usize>> = found.into_values().filter(|all| all.len() > 1).collect();
    alike.sort();
    alike
}

fn words(clause: &Clause, step: usize) -> Option<String> {
    let width = *WIDTHS.get(step.checked_sub(1)?).unwrap_or(&WIDTHS[2]);
    let (text, lead_in) = beginning(&clause.body);
    let lead_in = text[..lead_in].trim_end();
    let words = match lead_in {
        "" => shortened(&text, width),
        _ if step > 1 => shortened(&text, width),
        _ => shortened(lead_in, width),
    };
    (!words.is_empty()).then_some(words)
}

/// The first paragraph, cell or line of code of a text, and how much of it is set in
/// bold at its beginning.
fn beginning(markup: &Markup) -> (String, usize) {
    let (mut text, mut lead_in) = (String::new(), 0);
    let mut is_first = true;
    for event in markup.events() {
        match event {
            Event::Text(words) => text.push_str(words),
            Event::Break => text.push(' '),
            Event::Close(Tag::Strong) if is_first => lead_in = text.len(),
            Event::Close(Tag::Paragraph | Tag::Cell | Tag::CodeBlock | Tag::Item)
                if !text.trim().is_empty() =>
            {
                break;
            }
            Event::Open(Tag::Strong) => is_first = text.trim().is_empty(),
            _ => {}
        }
    }
    (text, lead_in)
}

/// A text that is no wider, cut between two words.
fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_cut_off = |end: usize| end < text.len();
    let (mut fits, mut width) = (text.len(), 0);
    for (at, character) in text.char_indices() {
        width += character.width().unwrap_or_default();
        if width > most {
            fits = at;
            break;
        }
    }
    if !is_cut_off(fits) {
        return text.trim_end_matches(is_end).to_owned();
    }
    // A few more, so that the last word that fits is seen whole.
    let more = text[fits..].char_indices().nth(40).map_or(text.len(), |(at, _)| fits + at);
    let mut end = 0;
    each_word(&text[..more], |word| {
        let bare = bare(&text[word.clone()]);
        let last = word.start + bare.len();
        // No space is needed between words of Chinese, Japanese or Thai.
        let is_whole = last < word.end || bare.chars().any(is_unspaced);
        if last <= fits && is_whole {
            end = last;
        }
    });
    // One word alone may be wider, such as an address.
    let end = if end == 0 { fits } else { end };
    let opens = |character| matches!(character, '(' | '[' | '“' | '„' | '«' | '「' | '『' | '（');
    let words = text[..end].trim_end_matches(|c: char| is_end(c) || opens(c) || c == ' ');
    format!("{words}…")
}

/// Marks that end a sentence, or a part of one, and say nothing behind a name.
fn is_end(character: char) -> bool {
    matches!(
        character,
        '.' | ','
            | ';'
            | ':'
            | '–'
            | '—'
            | '،'
            | '؛'
            | '۔'
            | '।'
            | '։'
            | '。'
            | '、'
            | '．'
            | '，'
            | '；'
            | '：'
            | '…'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_between_words_in_every_script() {
        assert_eq!(shortened("To mend errors.", 60), "To mend errors");
        assert_eq!(
            shortened("We keep, for as long as\nit takes: all", 24),
            "We keep, for as long as…"
        );
        assert_eq!(shortened("We keep, for as long as it takes", 9), "We keep…");
        assert_eq!(shortened("一、我们使用您提供的资料来改进服务。", 12), "一、我们使用…");
        assert_eq!(shortened("เราใช้ข้อมูลของคุณเพื่อปรับปรุงบริการ", 13), "เราใช้ข้อมูลของ…");
        // Letters between those of Han and Hangul in Unicode, and not wide.
        assert_eq!(shortened("ꯑꯩꯈꯣꯌ ꯏꯟꯐꯣꯔꯃꯦꯁꯟ", 15), "ꯑꯩꯈꯣꯌ ꯏꯟꯐꯣꯔꯃꯦꯁꯟ");
        assert_eq!(shortened("نستخدم معلوماتك، لتحسين الخدمة", 17), "نستخدم معلوماتك…");
        assert_eq!(shortened("https://example.com/a/long/address", 12), "https://exam…");
        assert_eq!(shortened("", 12), "");
    }

    #[test]
    fn a_lead_in_is_what_is_bold_at_the_beginning() {
        let lead_in = |text: &str| {
            let (text, end) = beginning(&Markup::parse(text));
            text[..end].to_owned()
        };
        assert_eq!(lead_in("**To mend errors.** Crash reports help."), "To mend errors.");
        assert_eq!(lead_in("We do **not** sell."), "");
        assert_eq!(lead_in("Text.\n\n**More.**"), "");
        assert_eq!(lead_in("- **One:** two"), "One:");
    }
}
