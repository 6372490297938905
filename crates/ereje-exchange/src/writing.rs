//! A text that came back as the pattern of a message. It counts only once it is
//! read back as the same.

use ereje::catalog::{FtlFile, pattern, pieces};

use crate::content::{Bit, Content, WordsOf};

/// So long a line may be, in characters, with what stands before it.
const WIDTH: usize = 100;

/// Signs that begin a block, or mean something to Fluent, at the start of a line.
const BEGINNINGS: &str = "-+*#>=~|[].{}`\\<0123456789";

/// Stands for what is filled in, one for each; no text may have it.
const FIRST_STAND_IN: u32 = 0xF_0000;

/// The pattern that says a text: what stands behind the `=` of a message or
/// attribute, with its line end, its further lines set in by `indent` blanks. `None`
/// where no pattern is read back as this text.
#[must_use]
pub(crate) fn written(
    text: &Content,
    is_line: bool,
    indent: usize,
    words_of: WordsOf<'_>,
) -> Option<String> {
    for escaped in [false, true] {
        let (markdown, filled) = template(text, escaped)?;
        for is_wrapped in [true, false] {
            let lines =
                if is_wrapped { wrapped(&markdown, &filled, indent) } else { markdown.clone() };
            let block = pattern(&lines, indent);
            // Blanks at the start of lines count otherwise where one begins with
            // something that is filled in.
            let inline = format!(" {}", block.trim_start_matches(['\n', ' ']));
            for pattern in [block, inline] {
                let pattern = with_filled(&pattern, &filled);
                let read = read_back(&pattern, is_line, words_of);
                if read.is_some_and(|read| read.is_same(text)) {
                    return Some(pattern);
                }
            }
        }
    }
    None
}

fn read_back(pattern: &str, is_line: bool, words_of: WordsOf<'_>) -> Option<Content> {
    let file = FtlFile::parse("a.ftl", format!("a ={pattern}"));
    if !file.diagnostics().is_empty() {
        return None;
    }
    Content::of(&pieces(file.message("a")?.value.as_ref()?), is_line, words_of)
}

/// The text in Markdown, with one letter for each thing that is filled in.
fn template(text: &Content, escaped: bool) -> Option<(String, Vec<String>)> {
    let (mut out, mut filled) = (String::new(), Vec::new());
    for bit in text.bits(escaped) {
        match bit {
            Bit::Signs(signs) if signs.chars().any(|c| c as u32 >= FIRST_STAND_IN) => return None,
            Bit::Signs(signs) => out.push_str(&signs),
            Bit::Filled(typed) => {
                let number = u32::try_from(filled.len()).ok()?;
                out.push(char::from_u32(FIRST_STAND_IN + number)?);
                filled.push(typed);
            }
        }
    }
    Some((out, filled))
}

fn filled_at(c: char) -> Option<usize> {
    (c as u32).checked_sub(FIRST_STAND_IN).map(|number| number as usize)
}

fn with_filled(pattern: &str, filled: &[String]) -> String {
    let mut out = String::with_capacity(pattern.len() * 2);
    for c in pattern.chars() {
        match filled_at(c).and_then(|at| filled.get(at)) {
            Some(typed) => out.push_str(typed),
            None => out.push(c),
        }
    }
    out
}

/// The text with its long lines cut between words, as people write these files.
fn wrapped(markdown: &str, filled: &[String], indent: usize) -> String {
    let has_blocks = markdown.contains("```") || markdown.lines().any(|line| line.contains('|'));
    let width = |text: &str| -> usize {
        let one = |c: char| {
            let typed = filled_at(c).and_then(|at| filled.get(at));
            typed.map_or(1, |typed| typed.lines().next().unwrap_or_default().chars().count())
        };
        text.chars().map(one).sum()
    };
    if has_blocks || (!markdown.contains('\n') && width(markdown) + indent <= WIDTH - indent) {
        return markdown.to_owned();
    }
    let mut out = String::new();
    for line in markdown.split_inclusive('\n') {
        let depth = line.len() - line.trim_start_matches(' ').len();
        let blanks = " ".repeat(depth + marker(&line[depth..]));
        let mut column = indent;
        for (nth, word) in line.split_inclusive(' ').enumerate() {
            let length = width(word.trim_end());
            let begins = word.chars().next().is_some_and(|c| BEGINNINGS.contains(c));
            let ends_hard = out.ends_with("  ") || word.trim().is_empty();
            if nth > 0 && column + length > WIDTH && !begins && !ends_hard && out.ends_with(' ') {
                out.pop();
                out.push('\n');
                out.push_str(&blanks);
                column = indent + blanks.len();
            }
            out.push_str(word);
            column += width(word);
        }
    }
    // A long text of one line begins on a line of its own.
    if out.contains('\n') || !markdown.contains('\n') { out } else { markdown.to_owned() }
}

/// How long the marker of a list is that begins a line, with its blank.
fn marker(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = digits > 0 && line[digits..].starts_with([')', '.']);
    let is_bullet = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
    match (is_bullet, is_numbered) {
        (true, _) => 2,
        (_, true) => digits + 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pattern of a text that is typed in one line for each of its blocks.
    fn again(typed: &str) -> String {
        let file = FtlFile::parse("a.ftl", format!("a ={typed}\n"));
        assert!(file.diagnostics().is_empty(), "{typed}");
        let words_of = |typed: &str| typed.to_owned();
        let value = file.message("a").and_then(|message| message.value.as_ref()).expect(typed);
        let content = Content::of(&pieces(value), false, &words_of).expect(typed);
        written(&content, false, 4, &words_of).expect(typed)
    }

    #[test]
    fn short_texts_and_what_can_not_be_cut_stay_in_their_line() {
        let kept = "x".repeat(90);
        for typed in [
            "A few words.".to_owned(),
            format!("{kept} x"),
            "個人情報".repeat(40),
            format!("{kept}- 1 2 3 4 5 6 7 8 9 - 10"),
        ] {
            assert_eq!(again(&format!(" {typed}")).trim(), typed);
        }
        let table =
            format!("\n    | a | {} |\n    | - | - |\n    | b | c |\n", "word ".repeat(30).trim());
        assert_eq!(again(table.trim_end()), table);
        assert_eq!(again(&format!(" {kept} 5more")), format!(" {kept} 5more\n"));
        assert_eq!(again(&format!(" {kept} sixsix")), format!("\n    {kept}\n    sixsix\n"));
    }

    #[test]
    fn long_texts_are_cut_between_words_and_set_in_as_their_blocks_are() {
        let words = |count: usize| vec!["word"; count].join(" ");
        let (long, rest) = (words(25), words(6));
        let text = format!(
            "\n    {long}\n\n    - one\n    - {long}\n      - {long}\n    10. {long}\\\n        {long}"
        );
        let expected = format!(
            "\n    {}\n    {rest}\n\n    - one\n    - {}\n      {rest}\n      - {}\n        {rest} word\n    \
             10. {}\n        {rest} word\\\n        {}\n        {rest} word\n",
            words(19),
            words(19),
            words(18),
            words(18),
            words(18),
        );
        assert_eq!(again(&text), expected);
        let choice = format!("{{ $n ->\n        [one] {long}\n       *[other] {long}\n    }}");
        let written = again(&format!(" {long} {choice} {long}"));
        assert!(written.contains(&choice), "{written}");
        let others = written.replace(&choice, "");
        assert!(others.lines().all(|line| line.chars().count() <= WIDTH), "{written}");
    }
}
