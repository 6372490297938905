//! What stands where in a message, seen as the text of a file: where a person
//! would slip.

use std::ops::Range;

use ereje::catalog::{FtlFile, Message};

/// The messages of a file: each name, and the bytes from it up to the next one.
pub(super) fn bodies(file: &FtlFile) -> Vec<(&str, Range<usize>)> {
    let text = file.text();
    let of = |start: usize| {
        let mut end = start;
        for line in text[start..].split_inclusive('\n') {
            if end > start && !line.starts_with([' ', '\n', '\r', '}']) {
                break;
            }
            end += line.len();
        }
        start..end
    };
    let body = |message: &Message<'_>| of(file.span(message.id.name).start);
    file.messages().map(|message| (message.id.name, body(message))).collect()
}

/// The value and the attributes of a message, by name; that of the value is empty.
pub(super) fn parts(body: &str) -> Vec<(&str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    for line in lines(body) {
        let words = body[line.clone()].trim_start();
        let is_first = line.start == 0;
        let named = words.split_once('=').filter(|_| is_first || words.starts_with('.'));
        let is_name = |name: &str| !name.trim_end().contains(|c: char| c.is_whitespace());
        match named.filter(|(name, _)| is_name(name)) {
            Some((name, value)) => {
                let name = if is_first { "" } else { name.trim_end() };
                let end = line.end;
                found.push((name, end - value.len()..end));
            }
            None => found.iter_mut().for_each(|(_, part)| {
                part.end = if part.end == line.start { line.end } else { part.end };
            }),
        }
    }
    found
}

/// A variable in a text.
pub(super) struct Variable {
    /// From brace to brace.
    pub(super) placeable: Range<usize>,
    pub(super) name: Range<usize>,
    /// Whether nothing else is in the braces.
    pub(super) is_alone: bool,
    /// How many braces are open around its own.
    pub(super) depth: usize,
}

/// The variables of a text, in their order.
pub(super) fn variables(text: &str) -> Vec<Variable> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(dollar) = text[at..].find('$').map(|dollar| at + dollar) {
        let start = dollar + 1;
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let end = start + text[start..].find(|c| !is_name(c)).unwrap_or(text.len() - start);
        let open = text[..dollar].rfind('{').unwrap_or(dollar);
        let close = text[end..].find('}').map_or(end, |close| end + close + 1);
        let is_alone = text[open..dollar].trim() == "{" && text[end..close].trim() == "}";
        let before = &text[..open];
        let depth = before.matches('{').count().saturating_sub(before.matches('}').count());
        // In a text literal or among words it is no variable.
        if text[open..].starts_with('{') && end > start && !text[open..dollar].contains(['"', '}'])
        {
            found.push(Variable { placeable: open..close, name: start..end, is_alone, depth });
        }
        at = end;
    }
    found
}

/// The places at which characters begin that stand in no braces.
pub(super) fn outside_braces(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut depth = 0_usize;
    text.char_indices().filter(move |(_, character)| {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && *character != '}'
    })
}

/// The words outside of braces, and a space for each brace.
pub(super) fn words(text: &str) -> String {
    let mut words = String::new();
    let mut last = 0;
    for (at, character) in outside_braces(text) {
        if at != last {
            words.push(' ');
        }
        words.push(character);
        last = at + character.len_utf8();
    }
    words
}

pub(super) fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let line = |line: &str| {
        let range = at..at + line.len();
        at = range.end;
        range
    };
    text.split_inclusive('\n').map(line).collect()
}

/// A line of words that goes on with the text above.
pub(super) fn continuation(body: &str) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    lines(body).into_iter().enumerate().find_map(|(nth, line)| {
        let words = &body[line.clone()];
        let is_inside = depth > 0;
        depth += words.matches('{').count();
        depth = depth.saturating_sub(words.matches('}').count());
        let begins = words.trim_start().chars().next().is_some_and(char::is_alphabetic);
        (nth > 0 && !is_inside && words.starts_with(' ') && begins).then_some(line)
    })
}

/// The lines that are items of a list.
pub(super) fn items(text: &str) -> Vec<Range<usize>> {
    let is_item = |line: &Range<usize>| {
        let words = text[line.clone()].trim_start();
        let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_numbered = digits.len() < words.len() && digits.starts_with([')', '.']);
        ["- ", "• "].iter().any(|mark| words.starts_with(mark))
            || is_numbered && digits[1..].starts_with(' ')
    };
    lines(text).into_iter().skip(1).filter(is_item).collect()
}

/// A form of a choice that stands on one line.
pub(super) struct Variant<'t> {
    pub(super) line: Range<usize>,
    pub(super) key: &'t str,
    pub(super) is_default: bool,
    pub(super) words: &'t str,
}

/// The choices of a text whose forms stand on a line each.
pub(super) fn choices(text: &str) -> Vec<Vec<Variant<'_>>> {
    let mut found: Vec<Vec<Variant<'_>>> = vec![Vec::new()];
    for line in lines(text) {
        match (variant(text, line), found.last_mut()) {
            (Some(variant), Some(last)) => last.push(variant),
            _ => found.push(Vec::new()),
        }
    }
    found.retain(|forms| forms.iter().any(|form| form.is_default));
    found
}

fn variant(text: &str, line: Range<usize>) -> Option<Variant<'_>> {
    let words = text[line.clone()].trim();
    let is_default = words.starts_with('*');
    let (key, words) =
        words.strip_prefix('*').unwrap_or(words).strip_prefix('[')?.split_once(']')?;
    let is_balanced = words.matches('{').count() == words.matches('}').count();
    is_balanced.then(|| Variant { line, key: key.trim(), is_default, words: words.trim() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_cut_where_its_attributes_begin() {
        let body = "a = x = y\n    more\n    .b = z { $n }\n";
        let parts = parts(body);
        assert_eq!(parts.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["", ".b"]);
        assert_eq!(&body[parts[0].1.clone()], " x = y\n    more\n");
        assert_eq!(&body[parts[1].1.clone()], " z { $n }\n");
    }

    #[test]
    fn a_choice_has_its_forms() {
        let text = " { $n ->\n    [one] a { $n }\n   *[other] b\n }\n c\n";
        let choices = choices(text);
        let keys: Vec<&str> = choices[0].iter().map(|form| form.key).collect();
        assert_eq!((keys, choices.len(), choices[0][1].words), (vec!["one", "other"], 1, "b"));
        assert_eq!(variables(text).iter().map(|found| found.depth).collect::<Vec<_>>(), [0, 1]);
    }
}
