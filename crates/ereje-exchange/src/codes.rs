//! The numbers of codes: a code of the translation has the number of the one of the
//! source that it stands for.

use crate::content::{Around, Code, Content, Item, Kind};
use ereje::markup::Paired;

/// A text whose codes have numbers.
#[derive(Clone, Debug)]
pub struct Numbered {
    /// The text.
    pub content: Content,
    /// For each of its items that is a code, its number; in order.
    pub ids: Vec<usize>,
}

impl Numbered {
    /// The items, each with its number.
    pub fn items(&self) -> impl Iterator<Item = (&Item, Option<usize>)> {
        let mut ids = self.ids.iter();
        let next = move |item| (item, if is_code(item) { ids.next().copied() } else { None });
        self.content.items.iter().map(next)
    }

    /// The code of a number.
    #[must_use]
    pub fn code(&self, id: usize) -> Option<&Item> {
        self.items().find(|(_, number)| *number == Some(id)).map(|(item, _)| item)
    }
}

/// Whether an item has a number.
#[must_use]
pub(crate) fn is_code(item: &Item) -> bool {
    !matches!(item, Item::Text(_) | Item::Close)
}

/// Whether a text without this code would say less, or lead elsewhere. Emphasis and
/// the ends of lines are each language's own; a term may become a pronoun.
#[must_use]
pub(crate) fn is_required(item: &Item) -> bool {
    match item {
        Item::Alone(Code { kind, .. }) => *kind != Kind::Mark(ereje::markup::Single::Break),
        Item::Open(Around { kind, .. }) => *kind == Paired::Link,
        Item::Choice(_) => true,
        Item::Term(_) | Item::Text(_) | Item::Close => false,
    }
}

/// How alike two codes have to be to be one.
type Likeness = fn(&Item, &Item) -> bool;

/// Numbers the codes of a source and its translation.
#[must_use]
pub(crate) fn number(source: Content, target: Option<Content>) -> (Numbered, Option<Numbered>) {
    let count = source.items.iter().filter(|item| is_code(item)).count();
    let source = Numbered { content: source, ids: (1..=count).collect() };
    let target = target.map(|target| {
        let own: Vec<&Item> = target.items.iter().filter(|item| is_code(item)).collect();
        let theirs: Vec<&Item> = source.content.items.iter().filter(|item| is_code(item)).collect();
        let mut ids: Vec<Option<usize>> = vec![None; own.len()];
        for alike in [is_itself as Likeness, stands_for] {
            for at in 0..own.len() {
                if ids[at].is_none() {
                    let free = |nth: &usize| !ids.contains(&Some(nth + 1));
                    let found = (0..count).filter(free).find(|nth| alike(own[at], theirs[*nth]));
                    ids[at] = found.map(|nth| nth + 1);
                }
            }
        }
        let mut next = count;
        let own_number = |id: Option<usize>| {
            id.unwrap_or_else(|| {
                next += 1;
                next
            })
        };
        let ids = ids.into_iter().map(own_number).collect();
        Numbered { content: target, ids }
    });
    (source, target)
}

fn is_itself(one: &Item, other: &Item) -> bool {
    match (one, other) {
        (Item::Term(one), Item::Term(other)) => one.name == other.name,
        (Item::Choice(one), Item::Choice(other)) => one.selector == other.selector,
        _ => one == other,
    }
}

/// A link that leads to the page in another language, a date that is written in
/// another length, a block of code with words of another language.
fn stands_for(one: &Item, other: &Item) -> bool {
    match (one, other) {
        (Item::Open(one), Item::Open(other)) => one.kind == other.kind,
        (Item::Alone(one), Item::Alone(other)) if one.kind == Kind::Gap => {
            other.kind == Kind::Gap && one.has_words() && other.has_words()
        }
        (Item::Alone(one), Item::Alone(other)) => {
            one.kind == other.kind && one.kind != Kind::Value(None)
        }
        _ => false,
    }
}
