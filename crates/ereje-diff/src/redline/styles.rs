//! The styles that words stand in, in terms that mean the same in both texts.

use ereje::markup::{Markup, Tag};

use rustc_hash::FxHashMap;

/// A tag that means the same in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Code,
    Isolate,
    /// [`Styles::target`] tells where to.
    Link(u32),
}

/// The styles that words of both texts stand in, the outermost first, each with
/// a number. No style is number 0.
#[derive(Clone, Debug)]
pub(super) struct Styles<'m> {
    known: Vec<Vec<Style>>,
    /// What a further style in those of a number makes.
    numbers: FxHashMap<(u32, Style), u32>,
    targets: Vec<&'m str>,
    links: FxHashMap<&'m str, u32>,
}

impl<'m> Styles<'m> {
    pub(super) fn new() -> Styles<'m> {
        Styles {
            known: vec![Vec::new()],
            numbers: FxHashMap::default(),
            targets: Vec::new(),
            links: FxHashMap::default(),
        }
    }

    /// The number of the styles that `outer` stands for and of a tag in them; nothing
    /// for blocks.
    pub(super) fn inside(&mut self, outer: u32, markup: &'m Markup, tag: Tag) -> Option<u32> {
        let style = match tag {
            Tag::Emphasis => Style::Emphasis,
            Tag::Strong => Style::Strong,
            Tag::Code => Style::Code,
            Tag::Link(link) => self.link(markup.link(link)),
            // A redline is not compared again; its marks are no words.
            Tag::Isolate | Tag::Inserted | Tag::Deleted => Style::Isolate,
            _ => return None,
        };
        let next = number(self.known.len());
        let number = *self.numbers.entry((outer, style)).or_insert(next);
        if number == next {
            let styles = self.of(outer).iter().copied().chain([style]).collect();
            self.known.push(styles);
        }
        Some(number)
    }

    fn link(&mut self, target: &'m str) -> Style {
        let next = number(self.targets.len());
        let link = *self.links.entry(target).or_insert(next);
        if link == next {
            self.targets.push(target);
        }
        Style::Link(link)
    }

    /// The styles of this number.
    pub(super) fn of(&self, number: u32) -> &[Style] {
        self.known.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// How many isolates are the innermost of these styles.
    pub(super) fn isolates(&self, number: u32) -> usize {
        self.of(number).iter().rev().take_while(|style| **style == Style::Isolate).count()
    }

    /// Where a link leads.
    pub(super) fn target(&self, link: u32) -> &'m str {
        self.targets.get(link as usize).copied().unwrap_or_default()
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether a tag is a style, and not a block.
pub(crate) fn is_style(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Code
            | Tag::Isolate
            | Tag::Link(_)
            | Tag::Inserted
            | Tag::Deleted
    )
}
