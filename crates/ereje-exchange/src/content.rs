//! A text as translators elsewhere see it: words, and codes among them that they
//! can move and not break.

use std::ops::Range;

use ereje::catalog::{Piece, in_line};
use ereje::markup::{Paired, Single, Token, escape, tokens, tokens_of_line};

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
        let template = Template::of(pieces);
        let tokens = if is_line { tokens_of_line(&template.text) } else { tokens(&template.text) };
        let mut reader = Reader { template: &template, words_of, items: Vec::new(), filled: 0 };
        for token in tokens {
            reader.take(token)?;
        }
        if reader.filled != template.filled.len() {
            return None;
        }
        Some(Content { items: reader.items }.tidied())
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

/// A text with a letter, or an address between its brackets, in the place of each
/// thing that is filled in.
struct Template<'p> {
    text: String,
    filled: Vec<(Range<usize>, &'p Piece)>,
}

impl<'p> Template<'p> {
    fn of(pieces: &'p [Piece]) -> Template<'p> {
        let mut template = Template { text: String::new(), filled: Vec::new() };
        for piece in pieces {
            let start = template.text.len();
            match piece {
                Piece::Text(text) => {
                    template.text.push_str(text);
                    continue;
                }
                _ if template.text.ends_with('<') => template.text.push_str("x@x.xx"),
                _ => template.text.push('x'),
            }
            template.filled.push((start..template.text.len(), piece));
        }
        template
    }

    fn within(&self, range: &Range<usize>) -> impl Iterator<Item = &(Range<usize>, &'p Piece)> {
        let inside = move |one: &Range<usize>| range.start <= one.start && one.end <= range.end;
        self.filled.iter().filter(move |(one, _)| inside(one))
    }
}

struct Reader<'r> {
    template: &'r Template<'r>,
    words_of: WordsOf<'r>,
    items: Vec<Item>,
    /// How many of the things that are filled in have found their place.
    filled: usize,
}

impl Reader<'_> {
    fn take(&mut self, token: Token) -> Option<()> {
        let item = match token {
            Token::Words { range, text } => {
                if self.template.text[range.clone()] == text {
                    return self.words(&range);
                }
                Item::Text(text)
            }
            Token::Fold { is_shown: false } => return Some(()),
            Token::Fold { is_shown: true } => Item::Text(" ".to_owned()),
            Token::Open(range, kind) => {
                Item::Open(Around { kind, open: self.typed(&range)?, close: Typed::default() })
            }
            Token::Close(range) => {
                let typed = self.typed(&range)?;
                let mut depth = 0;
                let opened = self.items.iter_mut().rev().find_map(|item| match item {
                    Item::Close => {
                        depth += 1;
                        None
                    }
                    Item::Open(around) if depth == 0 => Some(around),
                    Item::Open(_) => {
                        depth -= 1;
                        None
                    }
                    _ => None,
                })?;
                opened.close = typed;
                Item::Close
            }
            Token::Alone(range, kind) => {
                Item::Alone(Code { kind: Kind::Mark(kind), typed: self.typed(&range)? })
            }
            Token::Gap(range) => Item::Alone(Code { kind: Kind::Gap, typed: self.typed(&range)? }),
        };
        self.items.push(item);
        Some(())
    }

    fn words(&mut self, range: &Range<usize>) -> Option<()> {
        let mut at = range.start;
        for (one, piece) in self.template.within(range) {
            self.items.push(Item::Text(self.template.text[at..one.start].to_owned()));
            at = one.end;
            self.filled += 1;
            self.items.push(match piece {
                Piece::Text(_) => return None,
                Piece::Value { variable, typed } => Item::Alone(Code {
                    kind: Kind::Value(variable.clone()),
                    typed: Typed(vec![Bit::Filled(typed.clone())]),
                }),
                Piece::Term { name, typed } => Item::Term(TermForm {
                    name: name.clone(),
                    typed: typed.clone(),
                    words: folded((self.words_of)(typed).trim()),
                }),
                Piece::Choice(choice) => {
                    let mut variants = Vec::new();
                    for variant in &choice.variants {
                        let text = Content::of(&variant.pieces, true, self.words_of)?;
                        let is_plain =
                            |item: &Item| !is_edge(item) && !matches!(item, Item::Choice(_));
                        if !text.items.iter().all(is_plain) {
                            return None;
                        }
                        variants.push((variant.key.clone(), variant.is_default, text));
                    }
                    Item::Choice(Forms {
                        selector: choice.selector.clone(),
                        variable: choice.variable.clone(),
                        is_ordinal: choice.is_ordinal,
                        variants,
                    })
                }
            });
        }
        self.items.push(Item::Text(self.template.text[at..range.end].to_owned()));
        Some(())
    }

    fn typed(&mut self, range: &Range<usize>) -> Option<Typed> {
        let mut bits = Vec::new();
        let mut at = range.start;
        let signs = |from: usize, to: usize, bits: &mut Vec<Bit>| {
            if from < to {
                bits.push(Bit::Signs(self.template.text[from..to].to_owned()));
            }
        };
        for (one, piece) in self.template.within(range) {
            signs(at, one.start, &mut bits);
            at = one.end;
            self.filled += 1;
            match piece {
                Piece::Value { typed, .. } | Piece::Term { typed, .. } => {
                    bits.push(Bit::Filled(typed.clone()));
                }
                Piece::Text(_) | Piece::Choice(_) => return None,
            }
        }
        signs(at, range.end, &mut bits);
        Some(Typed(bits))
    }
}
