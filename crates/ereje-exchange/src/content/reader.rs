//! How a text becomes words and codes: by a copy with a letter in the place of each
//! thing that is filled in, which is read as Markdown.

use std::ops::Range;

use ereje::catalog::Piece;
use ereje::markup::{Token, tokens, tokens_of_line};

use super::{
    Around, Bit, Code, Content, Forms, Item, Kind, TermForm, Typed, WordsOf, folded, is_edge,
};

/// The items of a text; `None` where it can not be shown in codes.
pub(super) fn read(pieces: &[Piece], is_line: bool, words_of: WordsOf<'_>) -> Option<Vec<Item>> {
    let template = Template::of(pieces);
    let tokens = if is_line { tokens_of_line(&template.text) } else { tokens(&template.text) };
    let mut reader = Reader { template: &template, words_of, items: Vec::new(), filled: 0 };
    for token in tokens {
        reader.take(token)?;
    }
    (reader.filled == template.filled.len()).then_some(reader.items)
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
