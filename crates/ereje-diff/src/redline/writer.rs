//! A redline's words to a text: opens and closes blocks and styles so that each
//! word stands in its own.

use ereje::markup::{Markup, MarkupBuilder, Tag};

use super::leaf::{Block, Side, Token, What};
use super::styles::{Style, Styles};

pub(super) struct Writer<'s> {
    known: &'s Styles<'s>,
    builder: MarkupBuilder,
    /// The open blocks: their numbers, and their tags in the text being made.
    blocks: Vec<Block>,
    inline: Vec<Tag>,
    /// The number of the open styles.
    styles: u32,
    mark: Option<Tag>,
}

impl<'s> Writer<'s> {
    pub(super) fn new(known: &'s Styles<'s>) -> Writer<'s> {
        Writer {
            known,
            builder: MarkupBuilder::default(),
            blocks: Vec::new(),
            inline: Vec::new(),
            styles: 0,
            mark: None,
        }
    }

    /// Goes to the blocks of `path`, which may be those of either text.
    pub(super) fn enter(&mut self, path: &[Block], old: &Markup, new: &Markup) {
        self.set_styles(0, None);
        let same = self.blocks.iter().zip(path).take_while(|(a, b)| a.number == b.number).count();
        while self.blocks.len() > same {
            if let Some(block) = self.blocks.pop() {
                self.builder.close(block.tag);
            }
        }
        for block in &path[same..] {
            let tag = match block.tag {
                Tag::Table(table) => {
                    let source = if block.is_old { old } else { new };
                    self.builder.table(source.alignments(table))
                }
                tag => tag,
            };
            self.builder.open(tag);
            self.blocks.push(Block { tag, ..*block });
        }
    }

    /// Writes words of a text; `mark` tells that they were inserted or deleted.
    pub(super) fn write(&mut self, side: &Side<'_>, token: &Token, mark: Option<Tag>) {
        if matches!(token.what, What::Rule) {
            self.set_styles(0, None);
            return self.builder.rule();
        }
        self.set_styles(token.styles, mark);
        match token.what {
            What::Words(..) => self.builder.text(side.text(token)),
            What::Break => self.builder.line_break(),
            What::Rule => {}
        }
    }

    fn set_styles(&mut self, styles: u32, mark: Option<Tag>) {
        if self.styles == styles && self.mark == mark {
            return;
        }
        if let Some(mark) = self.mark.take() {
            self.builder.close(mark);
        }
        let (before, after) = (self.known.of(self.styles), self.known.of(styles));
        let same = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        while self.inline.len() > same {
            if let Some(tag) = self.inline.pop() {
                self.builder.close(tag);
            }
        }
        for style in &after[same..] {
            let tag = match style {
                Style::Emphasis => Tag::Emphasis,
                Style::Strong => Tag::Strong,
                Style::Code => Tag::Code,
                Style::Isolate => Tag::Isolate,
                Style::Link(link) => self.builder.link(self.known.target(*link)),
            };
            self.builder.open(tag);
            self.inline.push(tag);
        }
        self.styles = styles;
        if let Some(mark) = mark {
            self.builder.open(mark);
        }
        self.mark = mark;
    }

    pub(super) fn finish(mut self) -> Markup {
        let nothing = Markup::default();
        self.enter(&[], &nothing, &nothing);
        self.builder.finish()
    }
}
