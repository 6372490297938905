//! Pseudo-locales: made from the texts of a real language by changing letters
//! alone, so that a designer sees what a layout does with longer texts, other
//! letters and the other direction before there is a translation.

use std::ops::Range;

use crate::catalog::{FtlFile, Place, Rewritten, rewrite};
use crate::locale::Locale;
use crate::markup::{Markup, prose};

/// A pseudo-locale. Their tags are those of CLDR, where `XA` and `XB` are the
/// regions of pseudo-locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// `en-XA`: Latin letters with accents, and a third more of them.
    Accented,
    /// `ar-XB`: letters of a script that runs from right to left.
    RightToLeft,
}

impl Pseudo {
    /// All of them.
    pub const ALL: [Pseudo; 2] = [Pseudo::Accented, Pseudo::RightToLeft];

    /// The tag of its locale.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Pseudo::Accented => "en-XA",
            Pseudo::RightToLeft => "ar-XB",
        }
    }

    /// Whether a locale is one of them.
    #[must_use]
    pub fn has(locale: &Locale) -> bool {
        Pseudo::ALL.iter().any(|pseudo| pseudo.tag() == locale.tag())
    }

    /// The texts of a file as they are in the pseudo-locale. Markup, code,
    /// addresses and everything that is filled in stay as they are; so do the
    /// lines.
    #[must_use]
    pub fn file(self, file: &FtlFile) -> String {
        rewrite(file, &|text, place| self.text(text, place))
    }

    /// What changes in a text that is Markdown.
    fn text(self, text: &str, place: Place) -> Rewritten {
        let bracketed = self.with_brackets(text, place == Place::Message);
        // Beside a bracket a star may cease to be emphasis, or a bar become a table.
        let is_sound =
            Markup::parse(&applied(text, &bracketed)).is_built_like(&Markup::parse(text));
        if is_sound { bracketed } else { self.with_brackets(text, false) }
    }

    fn with_brackets(self, text: &str, are_wanted: bool) -> Rewritten {
        let mut changed = Rewritten::default();
        for block in prose(text) {
            let (start, end) = (block.whole.start, block.whole.end);
            changed.edits.extend(are_wanted.then(|| (start..start, OPENING.into())));
            for word in block.words.into_iter().flat_map(|range| words(text, range)) {
                for run in letters(text, word.clone()) {
                    let new = self.letters(&text[run.clone()]);
                    changed.edits.push((run, new));
                }
                changed.open.push(word);
            }
            changed.edits.extend(are_wanted.then(|| (end..end, CLOSING.into())));
        }
        changed
    }

    /// A run of letters in the pseudo-locale.
    fn letters(self, run: &str) -> String {
        let mut out = String::new();
        for (nth, c) in run.chars().enumerate() {
            let small = c.to_lowercase().next().unwrap_or(c);
            let (at, is_foreign) = match FROM.chars().position(|from| from == small) {
                Some(at) => (at, false),
                None => (c as usize % 26, true),
            };
            // Words of scripts without spaces would be as long as a sentence.
            if is_foreign && nth > 0 && nth % 6 == 0 {
                out.push(' ');
            }
            match self {
                Pseudo::RightToLeft => out.extend(RIGHT_TO_LEFT.chars().nth(at)),
                Pseudo::Accented => {
                    let accented = ACCENTED.chars().nth(at).unwrap_or(c);
                    let is_long = if is_foreign { nth % 4 == 0 } else { LONG.contains(accented) };
                    let is_capital = c.is_uppercase();
                    let upper = accented.to_uppercase().next().unwrap_or(accented);
                    out.push(if is_capital { upper } else { accented });
                    out.extend(is_long.then_some(accented));
                }
            }
        }
        out
    }
}

/// Around each block, so that one sees where a text was cut off. No Markdown
/// and no Fluent reads anything in them.
const OPENING: &str = "⟦";
const CLOSING: &str = "⟧";

/// The letters that have a counterpart; below them those of the pseudo-locales.
/// Other letters are given one of the first 26.
const FROM: &str = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєґў";
const ACCENTED: &str = "áƀçđéƒǧĥíĵķļɱñóþɋŕšţúṽŵẋýžáƀṽǧđéëžźíĵķļɱñóþŕšţúƒĥçčşŝĭýĩêûâäġǩŋöŭüħìïèģŭ";
const RIGHT_TO_LEFT: &str =
    "ابثدعفغهيجكلمنوپقرستؤڤظخئزابڤغدعىژزيجكلمنوپرستؤفهثچشصطيضعؤاآغقنوؤؤهيىعغؤ";

/// Vowels are written twice: that makes a text about a third longer.
const LONG: &str = "áéíóúêûâäöüìïèŭëý";

/// A text with its changes.
fn applied(text: &str, changes: &Rewritten) -> String {
    let (mut out, mut done) = (String::new(), 0);
    for (range, new) in &changes.edits {
        out.push_str(&text[done..range.start]);
        out.push_str(new);
        done = range.end;
    }
    out + &text[done..]
}

/// The words of a piece of text, but for addresses and the like, which stand
/// for themselves.
fn words(text: &str, piece: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let all = text[piece.clone()].split_inclusive(char::is_whitespace);
    let mut at = piece.start;
    all.map(move |word| {
        let start = at;
        at += word.len();
        (word, start..at)
    })
    .filter(|(word, _)| !is_address(word.trim_end()))
    .map(|(_, range)| range)
}

/// An e-mail address, a URL, a host's or a file's name, or what becomes one
/// when it is filled in.
fn is_address(word: &str) -> bool {
    let bytes = word.as_bytes();
    let has_inner_dot = bytes.windows(3).any(|three| {
        three[1] == b'.' && three[0].is_ascii_alphanumeric() && three[2].is_ascii_alphanumeric()
    });
    has_inner_dot
        || word.contains("://")
        || word.contains('@')
        || (word.starts_with('<') && word.contains('>'))
}

/// The runs of letters in a word.
fn letters(text: &str, word: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let whole = &text[word.clone()];
    let runs = whole.split(|c: char| !c.is_alphabetic()).filter(|run| !run.is_empty());
    runs.map(move |run| {
        let start = word.start + (run.as_ptr() as usize - whole.as_ptr() as usize);
        start..start + run.len()
    })
}

#[cfg(test)]
mod tests;
