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
    /// The open styles, and the mark among them.
    inline: Vec<(Inline, Tag)>,
    /// The number of the open styles.
    styles: u32,
    /// The open mark, and whether it is around a value.
    mark: Option<(Tag, bool)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inline {
    Style(Style),
    Mark(Tag),
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
        self.set_styles(token.styles, mark.map(|mark| (mark, token.is_value)));
        match token.what {
            What::Words(..) => self.builder.text(side.text(token)),
            What::Break => self.builder.line_break(),
            What::Rule => {}
        }
    }

    /// Goes to such styles, and into a mark if there is one: the innermost, but for
    /// the isolates of a value. Two values that stand side by side are in the order of the
    /// text then, and not in that of the values.
    fn set_styles(&mut self, styles: u32, mark: Option<(Tag, bool)>) {
        if self.styles == styles && self.mark == mark {
            return;
        }
        let after = self.known.of(styles);
        let goes_on = self.goes_on(after, mark);
        let before_mark = match mark {
            _ if goes_on.is_some() => goes_on.unwrap_or_default(),
            Some((_, true)) => after.len() - self.known.isolates(styles),
            _ => after.len(),
        };
        let mut path: Vec<Inline> = after.iter().copied().map(Inline::Style).collect();
        if let Some((mark, _)) = mark {
            path.insert(before_mark, Inline::Mark(mark));
        }
        let is_same = |((open, _), next): &(&(Inline, Tag), &Inline)| open == *next;
        let mut same = self.inline.iter().zip(&path).take_while(is_same).count();
        if goes_on.is_none() {
            let marked = path[..same].iter().position(|inline| matches!(inline, Inline::Mark(_)));
            same = marked.unwrap_or(same);
        }
        while self.inline.len() > same {
            if let Some((_, tag)) = self.inline.pop() {
                self.builder.close(tag);
            }
        }
        for inline in &path[same..] {
            let tag = match inline {
                Inline::Style(Style::Emphasis) => Tag::Emphasis,
                Inline::Style(Style::Strong) => Tag::Strong,
                Inline::Style(Style::Code) => Tag::Code,
                Inline::Style(Style::Isolate) => Tag::Isolate,
                Inline::Style(Style::Link(link)) => self.builder.link(self.known.target(*link)),
                Inline::Mark(tag) => *tag,
            };
            self.builder.open(tag);
            self.inline.push((*inline, tag));
        }
        let is_value = |(mark, is_value)| (mark, is_value || goes_on.is_some());
        (self.styles, self.mark) = (styles, mark.map(is_value));
    }

    /// Where the mark around a value stands, if it is also one around what follows it.
    fn goes_on(&self, after: &[Style], mark: Option<(Tag, bool)>) -> Option<usize> {
        let open = self.mark.filter(|(_, is_value)| *is_value)?.0;
        let at = self.inline.iter().position(|(inline, _)| *inline == Inline::Mark(open))?;
        let (outer, inner) = after.split_at_checked(at)?;
        let is_open =
            |(style, (inline, _)): (&Style, &(Inline, Tag))| Inline::Style(*style) == *inline;
        let same = mark?.0 == open && outer.iter().zip(&self.inline).all(is_open);
        (same && inner.iter().all(|style| *style == Style::Isolate)).then_some(at)
    }

    pub(super) fn finish(mut self) -> Markup {
        let nothing = Markup::default();
        self.enter(&[], &nothing, &nothing);
        self.builder.finish()
    }
}
