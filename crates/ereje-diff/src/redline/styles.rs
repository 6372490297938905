//! The styles that words stand in, in terms that mean the same in both texts.

use ereje::markup::{Markup, Tag};

use rustc_hash::FxHashMap;

/// A tag with what its number stood for, so that it means the same in another
/// text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Code,
    Isolate,
    Link(String),
}

/// The styles that words of both texts stand in, the outermost first, each with
/// a number. No style is number 0.
#[derive(Clone, Debug)]
pub(super) struct Styles {
    known: Vec<Vec<Style>>,
    numbers: FxHashMap<Vec<Style>, u32>,
}

impl Styles {
    pub(super) fn new() -> Styles {
        Styles { known: vec![Vec::new()], numbers: FxHashMap::default() }
    }

    /// The number of styles, the outermost first.
    pub(super) fn number(&mut self, styles: &[Style]) -> u32 {
        if styles.is_empty() {
            return 0;
        }
        if let Some(number) = self.numbers.get(styles) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.push(styles.to_vec());
        self.numbers.insert(styles.to_vec(), number);
        number
    }

    /// The styles of this number.
    pub(super) fn of(&self, number: u32) -> &[Style] {
        self.known.get(number as usize).map_or(&[], Vec::as_slice)
    }
}

/// Whether a tag is a style, and not a block.
pub(super) fn is_style(tag: Tag) -> bool {
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

/// The style that an inline tag is; nothing for blocks.
pub(super) fn style(markup: &Markup, tag: Tag) -> Option<Style> {
    Some(match tag {
        Tag::Emphasis => Style::Emphasis,
        Tag::Strong => Style::Strong,
        Tag::Code => Style::Code,
        Tag::Link(link) => Style::Link(markup.link(link).to_owned()),
        // A redline is not compared again; its marks are no words.
        Tag::Isolate | Tag::Inserted | Tag::Deleted => Style::Isolate,
        _ => return None,
    })
}
