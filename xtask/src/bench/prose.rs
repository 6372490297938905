//! Setting tokens in lines of about a hundred columns, with whatever a markup
//! language writes for each.

use super::scripts::Script;
use super::texts::{Piece, Token};

/// Where a line ends, as people who write `.ftl` files by hand end it.
const COLUMNS: usize = 100;

/// How a language of markup writes a part of a sentence.
pub(super) trait Markup {
    fn write(&self, piece: &Piece, out: &mut String);
}

/// Sets tokens in lines. The first continues at `column` of the line that `out`
/// ends with, the others begin with `indent`.
pub(super) fn set(
    tokens: &[Token],
    markup: &impl Markup,
    script: Script,
    (mut column, indent): (usize, &str),
    out: &mut String,
) {
    let mut word = String::new();
    for (at, token) in tokens.iter().enumerate() {
        word.clear();
        markup.write(&token.piece, &mut word);
        word.push_str(token.tail.trim_end());
        let width = width(&word, script);
        // At the start of a line these signs would be Fluent's or a list's.
        let glued = word.starts_with(['*', '[', '.', '}', '<']);
        if at > 0 {
            let behind = tokens[at - 1].tail;
            let space = if behind.ends_with(' ') { " " } else { script.space() };
            if column + space.len() + width > COLUMNS && !glued {
                out.push('\n');
                out.push_str(indent);
                column = indent.len();
            } else {
                out.push_str(space);
                column += space.len();
            }
        }
        match word.rsplit_once('\n') {
            Some((_, last)) => column = last.chars().count(),
            None => column += width,
        }
        out.push_str(&word);
    }
}

fn width(word: &str, script: Script) -> usize {
    word.chars().map(|letter| if letter.is_ascii() { 1 } else { script.width() }).sum()
}
