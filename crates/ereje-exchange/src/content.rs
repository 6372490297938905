//! A text as translators elsewhere see it: words, and codes among them that they
//! can move and not break.

mod reader;

use ereje::catalog::{Piece, in_line};
use ereje::markup::{Paired, Single, escape};

/// A text, with its codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// In reading order. What opens closes again.
    pub items: Vec<Item>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Words.
    Text(String),
    /// A code that stands for itself.
    Alone(Code),
    /// A code that goes around what follows, up to its [`Item::Close`].
    Open(Around),
    /// Closes what was opened last.
    Close,
    /// A term, by the words of the form that it is in.
    Term(TermForm),
    /// A choice between texts, each of which is translated by itself.
    Choice(Forms),
}

/// What of a message is typed and no words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<Bit>);

/// A part of what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bit {
    /// Markdown.
    Signs(String),
    /// Something that is filled in, with its braces.
    Filled(String),
}

/// A code that stands for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What it is.
    pub kind: Kind,
    /// How it is typed.
    pub typed: Typed,
}

impl Code {
    /// Whether words stand in it that no tool shows to be translated: those of a block of
    /// code.
    pub(crate) fn has_words(&self) -> bool {
        let signs = self.typed.0.iter().map(|bit| match bit {
            Bit::Signs(signs) => signs.as_str(),
            Bit::Filled(_) => "",
        });
        let signs: String = signs.collect();
        signs.contains(char::is_alphabetic) && (signs.contains("```") || signs.contains("~~~"))
    }
}

/// What a code is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What stands between paragraphs, items and cells.
    Gap,
    /// A mark of Markdown.
    Mark(Single),
    /// A value that is filled in; of this fact, where it is one's.
    Value(Option<String>),
}

/// A code that goes around words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// What it is.
    pub kind: Paired,
    /// How its beginning is typed.
    pub open: Typed,
    /// How its end is typed.
    pub close: Typed,
}

/// A term in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermForm {
    /// Without its hyphen.
    pub name: String,
    /// As it is typed, with its braces.
    pub typed: String,
    /// The words that readers see.
    pub words: String,
}

/// A choice between texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// What it chooses by, as it is typed.
    pub selector: String,
    /// The variable among that.
    pub variable: Option<String>,
    /// Whether it chooses by order (first, second).
    pub is_ordinal: bool,
    /// The texts: name, whether it is the default, text.
    pub variants: Vec<(String, bool, Content)>,
}

/// How the words of terms are looked up: what is typed, to words.
pub type WordsOf<'w> = &'w dyn Fn(&str) -> String;

impl Content {
    /// The text that `pieces` are; in a line no list begins. `None` where it can not
    /// be shown in codes: a choice inside a choice or a link's target, or one between
    /// texts of several paragraphs.
    #[must_use]
    pub fn of(pieces: &[Piece], is_line: bool, words_of: WordsOf<'_>) -> Option<Content> {
        let items = reader::read(pieces, is_line, words_of)?;
        Some(Content { items }.tidied())
    }

    /// The same without what makes no difference: words that follow each other are
    /// one, blanks are single ones, and there are none at the edges of blocks.
    #[must_use]
    pub fn tidied(self) -> Content {
        let mut items: Vec<Item> = Vec::new();
        for item in self.items {
            let Item::Text(words) = item else {
                if is_edge(&item) {
                    trim_end(&mut items);
                }
                items.push(item);
                continue;
            };
            if let Some(Item::Text(before)) = items.last_mut() {
                before.push_str(&words);
            } else {
                items.push(Item::Text(words));
            }
        }
        trim_end(&mut items);
        let mut at_edge = true;
        for item in &mut items {
            let Item::Text(words) = item else {
                at_edge = is_edge(item) || (at_edge && matches!(item, Item::Open(_)));
                continue;
            };
            *words = folded(words);
            if at_edge {
                *words = words.trim_start_matches(' ').to_owned();
            }
            at_edge = at_edge && words.is_empty();
        }
        items.retain(|item| !matches!(item, Item::Text(words) if words.is_empty()));
        Content { items }
    }

    /// Whether both say the same with the same codes. Terms are the same where
    /// their words are.
    #[must_use]
    pub fn is_same(&self, other: &Content) -> bool {
        let same = |(one, other): (&Item, &Item)| match (one, other) {
            (Item::Term(one), Item::Term(other)) => {
                one.name == other.name && one.words == other.words
            }
            (Item::Choice(one), Item::Choice(other)) => {
                let texts = one.variants.iter().zip(&other.variants);
                one.selector == other.selector
                    && one.variants.len() == other.variants.len()
                    && texts.into_iter().all(|(one, other)| {
                        (&one.0, one.1) == (&other.0, other.1) && one.2.is_same(&other.2)
                    })
            }
            (one, other) => one == other,
        };
        self.items.len() == other.items.len() && self.items.iter().zip(&other.items).all(same)
    }

    /// Its words, without codes but with those of terms.
    #[must_use]
    pub fn words(&self) -> String {
        let words = self.items.iter().map(|item| match item {
            Item::Text(words) => words.as_str(),
            Item::Term(term) => term.words.as_str(),
            Item::Alone(Code { kind: Kind::Gap | Kind::Mark(Single::Break), .. }) => " ",
            _ => "",
        });
        words.collect()
    }

    /// Whether there is nothing to translate in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The text as it is typed in a line of a message; what reads as marks by
    /// accident is escaped where `escaped`.
    #[must_use]
    pub fn in_line(&self, escaped: bool) -> String {
        let mut out = String::new();
        for bit in self.bits(escaped) {
            match bit {
                Bit::Signs(signs) => out.push_str(&in_line(&signs)),
                Bit::Filled(typed) => out.push_str(&typed),
            }
        }
        out.trim().to_owned()
    }

    /// The text in Markdown, with what is filled in as it is typed.
    #[must_use]
    pub fn bits(&self, escaped: bool) -> Vec<Bit> {
        let mut out = Vec::new();
        let mut open: Vec<&Typed> = Vec::new();
        for item in &self.items {
            match item {
                Item::Text(words) if escaped => out.push(Bit::Signs(escape(words))),
                Item::Text(words) => out.push(Bit::Signs(words.clone())),
                Item::Alone(code) => out.extend_from_slice(&code.typed.0),
                Item::Open(around) => {
                    out.extend_from_slice(&around.open.0);
                    open.push(&around.close);
                }
                Item::Close => out.extend(open.pop().into_iter().flat_map(|typed| typed.0.clone())),
                Item::Term(term) => out.push(Bit::Filled(term.typed.clone())),
                Item::Choice(forms) => out.push(Bit::Filled(forms.typed(escaped))),
            }
        }
        out
    }
}

impl Forms {
    fn typed(&self, escaped: bool) -> String {
        let variants = self.variants.iter();
        let lines = variants.map(|(key, is_default, text)| {
            let line = text.in_line(escaped);
            let line = if line.is_empty() { "{ \"\" }".to_owned() } else { line };
            (key.as_str(), *is_default, line)
        });
        ereje::catalog::choice_typed(&self.selector, lines, 4)
    }
}

impl Typed {
    /// As one text, for people to see.
    #[must_use]
    pub fn shown(&self) -> String {
        let part = |bit: &Bit| match bit {
            Bit::Signs(text) | Bit::Filled(text) => text.clone(),
        };
        self.0.iter().map(part).collect()
    }
}

/// Whether blanks beside it make no difference.
fn is_edge(item: &Item) -> bool {
    matches!(item, Item::Alone(Code { kind: Kind::Gap | Kind::Mark(Single::Break), .. }))
}

fn trim_end(items: &mut Vec<Item>) {
    if let Some(Item::Text(words)) = items.last_mut() {
        words.truncate(words.trim_end_matches([' ', '\n', '\t', '\r']).len());
        if words.is_empty() {
            items.pop();
        }
    }
}

/// The text with single blanks. Those that are no plain ones stay.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\n' | '\t' | '\r' if out.ends_with(' ') => {}
            ' ' | '\n' | '\t' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
