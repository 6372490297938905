//! Where in Markdown the words are that a reader reads: what is left is
//! structure, code and addresses.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// A paragraph, item or cell of a text that is still Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// From its first character that is shown to its last one.
    pub whole: Range<usize>,
    /// Its words, each piece without any markup in it.
    pub words: Vec<Range<usize>>,
}

/// The prose of `text`, a block at a time. Code, the text of addresses in angle
/// brackets and the names of link definitions are no words.
#[must_use]
pub fn prose(text: &str) -> Vec<Prose> {
    let mut finder = Finder { text, blocks: Vec::new(), open: None, fixed: 0 };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        finder.take(&event, range);
    }
    finder.end_block();
    finder.blocks
}

struct Finder<'t> {
    text: &'t str,
    blocks: Vec<Prose>,
    open: Option<Prose>,
    /// How many structures are open whose text is not to be touched.
    fixed: usize,
}

impl Finder<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong)
            | Event::SoftBreak
            | Event::HardBreak => {}
            Event::Start(Tag::Link { link_type, .. }) => {
                // `[name]` is both the text and the name of the definition.
                let is_words = matches!(link_type, LinkType::Inline | LinkType::Reference);
                if self.fixed > 0 || !is_words {
                    self.fixed += 1;
                    self.extend(range);
                }
            }
            Event::Start(Tag::Image { .. }) => {
                self.fixed += 1;
                self.extend(range);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.fixed = self.fixed.saturating_sub(1),
            Event::Start(Tag::CodeBlock(_)) => {
                self.end_block();
                self.fixed += 1;
            }
            Event::End(TagEnd::CodeBlock) => self.fixed = self.fixed.saturating_sub(1),
            Event::Code(_) if self.fixed == 0 => self.extend(range),
            Event::Text(words) if self.fixed == 0 => self.words(words, range),
            Event::Text(_) | Event::Code(_) => {}
            _ => self.end_block(),
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        self.extend(range.clone());
        // An entity is shown as what it is not.
        let is_itself = self.text.get(range.clone()) == Some(words);
        let Some(block) = self.open.as_mut().filter(|_| is_itself) else { return };
        match block.words.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => block.words.push(range),
        }
    }

    fn extend(&mut self, range: Range<usize>) {
        // The backslash of an escaped character belongs to it.
        let escaped = usize::from(self.text[..range.start].ends_with('\\'));
        let start = range.start - escaped;
        let block = self.open.get_or_insert_with(|| Prose { whole: start..start, words: vec![] });
        block.whole.end = block.whole.end.max(range.end);
    }

    fn end_block(&mut self) {
        self.blocks.extend(self.open.take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, Vec<&str>)> {
        let one = |block: Prose| {
            let words = block.words.into_iter().map(|range| &text[range]).collect();
            (&text[block.whole], words)
        };
        prose(text).into_iter().map(one).collect()
    }

    #[test]
    fn structure_code_and_addresses_are_no_words() {
        assert_eq!(
            words("**One** `two` [three](https://a.b/c) <d@e.fg> &amp; <https://h.i>"),
            [(
                "One** `two` [three](https://a.b/c) <d@e.fg> &amp; <https://h.i>",
                vec!["One", " ", " ", "three", " ", " ", " "]
            )]
        );
        assert_eq!(words("\\*One*"), [("\\*One*", vec!["*One*"])]);
        assert_eq!(words("`a` b `c`"), [("`a` b `c`", vec![" b "])]);
        assert_eq!(words("a ![b `c`](d) e"), [("a ![b `c`](d) e", vec!["a ", " e"])]);
        assert_eq!(words("[![b](c) d](e) f"), [("![b](c) d](e) f", vec![" d", " f"])]);
        assert_eq!(words("see [name]\n\n[name]: /x"), [("see [name]", vec!["see "])]);
    }

    #[test]
    fn there_are_words_behind_code() {
        assert_eq!(words("```\na\n```\n\nb"), [("b", vec!["b"])]);
    }

    #[test]
    fn each_block_is_one() {
        assert_eq!(
            words("a\nb\n\n- c\n- d\n\n| e | f |\n| - | - |\n| g | h |\n\n    code\n"),
            ["a\nb", "c", "d", "e", "f", "g", "h"].map(|block| match block {
                "a\nb" => (block, vec!["a", "b"]),
                one => (one, vec![one]),
            })
        );
    }
}
