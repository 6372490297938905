//! A text cut into what can be paired: headings, paragraphs, items of lists,
//! tables; and clauses put together again of such pieces.

use std::ops::Range;

use ereje::document::Document;
use ereje::manifest::ClauseKind;
use ereje::markup::{Event, Markup, MarkupBuilder, Part, Tag};

use crate::clauses::Levels;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading of this level.
    Heading(u8),
    Paragraph,
    /// An item of a list: how deep it stands, and the first number of a numbered list.
    Item(u8, Option<u64>),
    /// A table with so many rows and cells.
    Table(usize, usize),
    /// A list that can not be cut, a quotation, code or a line across the page.
    Other(&'static str),
}

/// A piece of a text.
#[derive(Clone, Debug)]
pub(crate) struct Atom {
    pub(crate) kind: Kind,
    pub(crate) text: Markup,
    /// The anchor that it has.
    pub(crate) id: Option<String>,
    /// Of a source, the number of its clause.
    pub(crate) clause: usize,
    /// The block that it was cut from, which pieces of one list share.
    pub(crate) block: usize,
    /// Where it stands in the page.
    pub(crate) span: Range<usize>,
}

/// The pieces of a page, whose text begins at `start`, and its blocks whole.
pub(crate) fn of_page(parts: Vec<Part>, start: usize) -> (Vec<Atom>, Vec<Markup>) {
    let (mut atoms, mut blocks) = (Vec::new(), Vec::new());
    let mut levels = Levels::default();
    let moved = |span: Range<usize>| start + span.start..start + span.end;
    for part in parts {
        if let Some(heading) = part.heading {
            let kind = Kind::Heading(levels.of(heading.level));
            let span = moved(heading.span);
            if !heading.text.is_empty() {
                let block = blocks.len();
                blocks.push(heading.text.clone());
                atoms.push(Atom {
                    kind,
                    text: heading.text,
                    id: heading.id,
                    clause: 0,
                    block,
                    span,
                });
            }
        }
        for block in part.blocks {
            let number = blocks.len();
            let span = moved(block.span);
            for (nth, (kind, text)) in cut(&block.text).into_iter().enumerate() {
                let id = block.id.clone().filter(|_| nth == 0);
                atoms.push(Atom { kind, text, id, clause: 0, block: number, span: span.clone() });
            }
            blocks.push(block.text);
        }
    }
    (atoms, blocks)
}

/// The pieces of a policy in a language that it has, each with the number of its clause.
pub(crate) fn of_document(document: &Document) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut block = 0;
    for (clause, of) in document.clauses.iter().enumerate() {
        let first = atoms.len();
        let mut add = |kind, text, block| {
            atoms.push(Atom { kind, text, id: None, clause, block, span: 0..0 });
        };
        if let Some(heading) = &of.heading {
            add(Kind::Heading(of.level), heading.clone(), block);
            block += 1;
        }
        if of.kind == ClauseKind::Text {
            for (kind, text) in blocks(&of.body).iter().flat_map(cut) {
                add(kind, text, block);
                block += 1;
            }
        } else if !of.body.is_empty() {
            let number = (of.kind == ClauseKind::Numbered).then_some(1);
            add(Kind::Item(of.level, number), of.body.clone(), block);
            block += 1;
        }
        if let Some(atom) = atoms.get_mut(first) {
            atom.id = Some(of.id.clone());
        }
    }
    atoms
}

/// The blocks of a text that stand in no other.
fn blocks(text: &Markup) -> Vec<Markup> {
    let mut found = Vec::new();
    let mut copy = Copy::of(text);
    let mut depth = 0_usize;
    for event in text.events() {
        copy.take(event);
        match event {
            Event::Open(_) => depth += 1,
            Event::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            found.push(copy.finish());
        }
    }
    found
}

/// The pieces of a block: a list item by item, all else as it is.
fn cut(block: &Markup) -> Vec<(Kind, Markup)> {
    let first = block.events().next();
    let other = |name| vec![(Kind::Other(name), block.clone())];
    match first {
        Some(Event::Open(Tag::List { .. })) => items(block).unwrap_or_else(|| other("list")),
        Some(Event::Open(Tag::Table(_))) => {
            let count = |wanted: fn(Tag) -> bool| {
                block.events().filter(|e| matches!(e, Event::Open(tag) if wanted(*tag))).count()
            };
            let rows = count(|tag| matches!(tag, Tag::Row | Tag::HeadRow));
            vec![(Kind::Table(rows, count(|tag| tag == Tag::Cell)), block.clone())]
        }
        Some(Event::Open(Tag::Quote)) => other("quotation"),
        Some(Event::Open(Tag::CodeBlock)) => other("code"),
        Some(Event::Rule) => other("line"),
        _ => vec![(Kind::Paragraph, block.clone())],
    }
}

/// The items of a list, those within others behind them; none where words stand
/// behind an inner list, since then the order would not be that of reading.
fn items(list: &Markup) -> Option<Vec<(Kind, Markup)>> {
    let mut done: Vec<(Kind, Option<Markup>)> = Vec::new();
    // The lists that are open, and the items with what was read of them.
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut open: Vec<(usize, Option<Copy<'_>>)> = Vec::new();
    for event in list.events() {
        match event {
            Event::Open(Tag::List { start }) => {
                if let Some((at, copy)) = open.last_mut() {
                    done[*at].1 = copy.take().map(|mut copy| paragraph(&copy.finish()));
                }
                lists.push(start);
            }
            Event::Close(Tag::List { .. }) => _ = lists.pop(),
            Event::Open(Tag::Item) => {
                let depth = u8::try_from(lists.len()).ok().filter(|depth| *depth <= 4)?;
                open.push((done.len(), Some(Copy::of(list))));
                done.push((Kind::Item(depth, lists.last().copied().flatten()), None));
            }
            Event::Close(Tag::Item) => {
                let (at, copy) = open.pop()?;
                if let Some(mut copy) = copy {
                    done[at].1 = Some(paragraph(&copy.finish()));
                }
            }
            // Words behind an inner list have no copy to go to.
            event => open.last_mut()?.1.as_mut()?.take(event),
        }
    }
    done.into_iter().map(|(kind, text)| Some((kind, text?))).collect()
}

/// The text of an item as a text by itself: its words in a paragraph.
fn paragraph(text: &Markup) -> Markup {
    let is_bare = |event: Option<Event<'_>>| match event {
        Some(Event::Text(_)) => true,
        Some(Event::Open(tag)) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Code | Tag::Link(_) | Tag::Isolate)
        }
        _ => false,
    };
    if !is_bare(text.events().next()) {
        return text.clone();
    }
    let mut copy = Copy::of(text);
    let mut depth = 0_usize;
    copy.builder.open(Tag::Paragraph);
    let mut is_open = true;
    for event in text.events() {
        let is_inner = is_bare(Some(event)) || matches!(event, Event::Break);
        if is_open && depth == 0 && !is_inner {
            copy.builder.close(Tag::Paragraph);
            is_open = false;
        }
        match event {
            Event::Open(_) => depth += 1,
            Event::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        copy.take(event);
    }
    if is_open {
        copy.builder.close(Tag::Paragraph);
    }
    copy.finish()
}

/// The text of a clause that these pieces of a page make, in their order.
pub(crate) fn joined(atoms: &[&Atom], all: &[Atom], blocks: &[Markup], is_item: bool) -> Markup {
    let mut text = Markup::default();
    let mut at = 0;
    while at < atoms.len() {
        let block = atoms[at].block;
        let count = atoms[at..].iter().take_while(|atom| atom.block == block).count();
        let here = &atoms[at..at + count];
        at += count;
        let is_whole = all.iter().filter(|atom| atom.block == block).count() == count;
        let is_list = matches!(here[0].kind, Kind::Item(..));
        if !is_list || is_item && count == 1 {
            here.iter().for_each(|atom| text.append(&atom.text));
        } else if is_whole {
            text.append(&blocks[block]);
        } else {
            text.append(&list(here));
        }
    }
    text
}

/// A list of some items.
fn list(items: &[&Atom]) -> Markup {
    let mut builder = MarkupBuilder::default();
    let mut open: Vec<(u8, Tag)> = Vec::new();
    for atom in items {
        let Kind::Item(depth, start) = atom.kind else { continue };
        while let Some((above, tag)) = open.last().copied().filter(|(above, _)| *above > depth) {
            debug_assert!(above > depth);
            builder.close(Tag::Item);
            builder.close(tag);
            open.pop();
        }
        if open.last().is_some_and(|(above, _)| *above == depth) {
            builder.close(Tag::Item);
        } else {
            let tag = Tag::List { start };
            builder.open(tag);
            open.push((depth, tag));
        }
        builder.open(Tag::Item);
        let mut copy = Copy { from: &atom.text, builder };
        atom.text.events().for_each(|event| copy.take(event));
        builder = copy.builder;
    }
    while let Some((_, tag)) = open.pop() {
        builder.close(Tag::Item);
        builder.close(tag);
    }
    builder.finish()
}

/// Copies parts of a text.
struct Copy<'m> {
    from: &'m Markup,
    builder: MarkupBuilder,
}

impl<'m> Copy<'m> {
    fn of(from: &'m Markup) -> Copy<'m> {
        Copy { from, builder: MarkupBuilder::default() }
    }

    fn take(&mut self, event: Event<'_>) {
        let builder = &mut self.builder;
        match event {
            Event::Text(words) => builder.text(words),
            Event::Break => builder.line_break(),
            Event::Rule => builder.rule(),
            Event::Open(Tag::Link(link)) => {
                let tag = builder.link(self.from.link(link));
                builder.open(tag);
            }
            Event::Open(Tag::Table(table)) => {
                let tag = builder.table(self.from.alignments(table));
                builder.open(tag);
            }
            Event::Open(tag) => builder.open(tag),
            Event::Close(Tag::Link(_)) => {
                let last = builder.last_link();
                builder.close(last);
            }
            Event::Close(Tag::Table(_)) => {
                let last = builder.last_table();
                builder.close(last);
            }
            Event::Close(tag) => builder.close(tag),
        }
    }

    fn finish(&mut self) -> Markup {
        std::mem::take(&mut self.builder).finish()
    }
}

#[cfg(test)]
mod tests {
    use ereje::markup::{read_page, write};

    use super::*;

    fn page(text: &str) -> (Vec<Atom>, Vec<Markup>) {
        of_page(read_page(text).parts, 0)
    }

    #[test]
    fn a_page_is_cut_and_put_together_again() {
        let text = "# A\n\nb [c](d)\n\n- e\n- f\n  1. g *h*\n  2. i\n- j\n\n| k |\n| --- |\n| l |\n\n> m\n";
        let (atoms, blocks) = page(text);
        let told: Vec<(Kind, &str)> =
            atoms.iter().map(|atom| (atom.kind, atom.text.text())).collect();
        assert_eq!(
            told,
            [
                (Kind::Heading(2), "A"),
                (Kind::Paragraph, "b c"),
                (Kind::Item(1, None), "e"),
                (Kind::Item(1, None), "f"),
                (Kind::Item(2, Some(1)), "g h"),
                (Kind::Item(2, Some(1)), "i"),
                (Kind::Item(1, None), "j"),
                (Kind::Table(2, 2), "kl"),
                (Kind::Other("quotation"), "m"),
            ]
        );
        let of = |atoms: &[&Atom], all: &[Atom], is_item| {
            write(&joined(atoms, all, &blocks, is_item)).trim_end().to_owned()
        };
        let every: Vec<&Atom> = atoms[1..].iter().collect();
        assert_eq!(of(&every, &atoms, false), text.split_once("\n\n").expect("parts").1.trim_end());
        assert_eq!(
            of(&[&atoms[3], &atoms[4]], &atoms, false).replace("\n\n", "\n"),
            "- f\n  1. g *h*"
        );
        assert_eq!(of(&[&atoms[4]], &atoms, true), "g *h*");
    }

    #[test]
    fn a_list_with_words_behind_an_inner_one_stays_whole() {
        let (atoms, _) = page("- a\n  - b\n\n  c\n");
        assert_eq!(atoms.len(), 1);
        assert_eq!(atoms[0].kind, Kind::Other("list"));
    }
}
