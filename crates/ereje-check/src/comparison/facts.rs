//! Facts in a text that is compared, where they stand by their names: `{$name}`.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

/// Every text of every language is searched for facts: many bytes at a time.
static FACT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("{$"));

/// A text in pieces, each but the first behind the `{$` of a fact.
fn at_facts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some(at) = FACT.find(text.as_bytes()) else { return Some(text) };
        rest = Some(&text[at + 2..]);
        Some(&text[..at])
    })
}

/// A text without its facts, piece by piece.
pub(crate) fn between_facts(text: &str) -> impl Iterator<Item = &str> {
    at_facts(text).enumerate().map(|(nth, piece)| match piece.split_once('}') {
        Some((_, after)) if nth > 0 => after,
        _ => piece,
    })
}

/// A text whose facts next to asterisks are words to Markdown, as they are where they
/// are filled in. It would read braces as signs.
pub(super) fn as_words(text: &str) -> Cow<'_, str> {
    if !(text.contains("*{$") || text.contains("}*")) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (nth, piece) in at_facts(text).enumerate() {
        match piece.split_once('}') {
            Some((name, after)) if nth > 0 => {
                out.push_str(&format!("\u{2068}{{${name}}}\u{2069}{after}"));
            }
            _ if nth > 0 => out.push_str(&format!("{{${piece}")),
            _ => out.push_str(piece),
        }
    }
    Cow::Owned(out)
}
