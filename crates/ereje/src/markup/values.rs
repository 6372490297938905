//! Values among words. CommonMark has no emphasis between a letter outside and a sign
//! inside, so that `**{ $company }**は` would be emphasis or asterisks, as the company
//! is called. It is emphasis as it is typed: a value counts as a letter.

use super::{Event, Markup, Tag};

/// Before and behind a value that may have to be set apart. Neither is a character:
/// no text has them.
const START: char = '\u{FDD0}';
const END: char = '\u{FDD1}';

/// A value between marks, for [`settled`] to find; `None` where it begins and ends as
/// a word does, and needs none.
pub(crate) fn marked(value: &str) -> Option<String> {
    let is_sign = |c: char| !c.is_alphanumeric();
    let needs_marks = value.starts_with(is_sign) || value.ends_with(is_sign);
    needs_marks.then(|| format!("{START}{value}{END}"))
}

/// A text without those marks. A value next to asterisks is isolated, where the
/// emphasis would be another one without.
pub(crate) fn settled(text: String) -> String {
    if marks(&text).next().is_none() {
        return text;
    }
    let plain = without_marks(&text);
    if !text.contains("*\u{FDD0}") && !text.contains("\u{FDD1}*") {
        return plain;
    }
    let apart = apart(&text);
    if is_read_alike(&plain, &apart) { plain } else { apart }
}

/// Where those marks stand. All texts are looked through, in scripts whose letters have
/// the bytes of one of them, too: two bytes that both begin with are rarer.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    let found = memchr::memmem::find_iter(text.as_bytes(), b"\xef\xb7");
    found.filter(|at| text[*at..].starts_with([START, END]))
}

fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for at in marks(text) {
        out.push_str(&text[done..at]);
        done = at + START.len_utf8();
    }
    out.push_str(&text[done..]);
    out
}

/// The text with isolation marks, which are neither sign nor blank, around values next
/// to asterisks.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Where the values begin that are not over, each with whether asterisks stand there.
    let mut open = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find([START, END]) {
        out.push_str(&rest[..at]);
        let is_start = rest[at..].starts_with(START);
        rest = &rest[at + START.len_utf8()..];
        if is_start {
            open.push((out.len(), out.ends_with('*')));
        } else if let Some((start, is_behind)) = open.pop()
            && (is_behind || rest.starts_with('*'))
        {
            out.insert(start, '\u{2068}');
            out.push('\u{2069}');
        }
    }
    out.push_str(rest);
    out
}

/// Whether two texts say the same, isolated or not.
fn is_read_alike(one: &str, other: &str) -> bool {
    let is_isolate =
        |event: &Event<'_>| matches!(event, Event::Open(Tag::Isolate) | Event::Close(Tag::Isolate));
    let [one, other] = [one, other].map(Markup::parse);
    let told = |markup: &Markup| {
        let mut words = 0;
        let mut told = Vec::new();
        for event in markup.events().filter(|event| !is_isolate(event)) {
            match event {
                Event::Text(text) => words += text.len(),
                Event::Open(tag) => told.push((words, Some(tag))),
                _ => told.push((words, None)),
            }
        }
        told
    };
    one.text() == other.text() && told(&one) == told(&other)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with a value in the place of each `$`.
    fn filled(text: &str, value: &str) -> String {
        let value = marked(value).unwrap_or_else(|| value.to_owned());
        settled(text.replace('$', &value))
    }

    /// What is emphasised in a text.
    fn emphasis(text: &str) -> Vec<String> {
        let markup = Markup::parse(text);
        let mut found: Vec<String> = Vec::new();
        let mut depth = 0;
        for event in markup.events() {
            match event {
                Event::Open(Tag::Emphasis | Tag::Strong) => {
                    depth += 1;
                    found.push(String::new());
                }
                Event::Close(Tag::Emphasis | Tag::Strong) => depth -= 1,
                Event::Text(text) if depth > 0 => {
                    found.last_mut().expect("one is open").push_str(text);
                }
                _ => {}
            }
        }
        found
    }

    #[test]
    fn emphasis_hangs_on_no_value() {
        for text in [
            "**$**は",
            "当社は**$**、",
            "当社は*$*は",
            "**$**と**$**は",
            "**$**は**$**",
            "***$***は",
            "x**$ Ltd**y",
            "**$**$",
            "**甲**$",
            "$*甲*乙",
            "(*$*)",
            "*$* and **$**.",
            "| **$**は |\n|---|\n| x*$*y |",
        ] {
            let expected = emphasis(&filled(text, "Q"));
            assert!(!expected.is_empty(), "{text}");
            for value in ["「Q」", "(Q)", "Q.", "\\*Q", "-Q", "Q\\|"] {
                let text = filled(text, value);
                let read = value.replace('\\', "");
                let expected: Vec<String> =
                    expected.iter().map(|words| words.replace('Q', &read)).collect();
                assert_eq!(emphasis(&text), expected, "{text}");
                assert!(!text.contains([START, END]), "{text}");
            }
        }
    }

    #[test]
    fn a_value_is_set_apart_only_where_it_has_to_be() {
        assert_eq!(filled("**$**は", "「Q」"), "**\u{2068}「Q」\u{2069}**は");
        assert_eq!(filled("**$**は", "Q"), "**Q**は");
        // Letters that begin as the marks do.
        assert_eq!(filled("ﷲ $ ﷺ", "ﷲ."), "ﷲ ﷲ. ﷺ");
        assert_eq!(filled("**$** does, *$*.", "(Q)"), "**(Q)** does, *(Q)*.");
        assert_eq!(filled("[**$**]($), $は", "/q/"), "[**/q/**](/q/), /q/は");
    }
}
