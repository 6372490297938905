//! A text that is still Markdown, cut into its words and what is no words: for
//! those who show it to be translated elsewhere and must not have marks broken.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::escape_start;
use super::reader::is_set_solid;

/// A part of a text in Markdown. Bytes that no token covers are escapes, and the
/// beginnings of lines that only go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// Words; `text` is how they are read, without escapes.
    Words {
        /// Where they stand.
        range: Range<usize>,
        /// How they are read.
        text: String,
    },
    /// A line ends where it has no meaning; `is_shown` where it stands for a blank.
    Fold {
        /// Whether it stands for a blank.
        is_shown: bool,
    },
    /// A structure of words opens.
    Open(Range<usize>, Paired),
    /// The one that was opened last closes.
    Close(Range<usize>),
    /// Something that stands for itself.
    Alone(Range<usize>, Single),
    /// What stands between blocks, or before the first or behind the last one:
    /// markers of lists, blank lines, blocks of code, lines of tables.
    Gap(Range<usize>),
}

/// A structure of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paired {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// A link; what closes it says where it leads.
    Link,
}

/// Something that stands for itself among words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Single {
    /// A piece of code.
    Code,
    /// An address that is its own words.
    Address,
    /// A picture.
    Image,
    /// A tag of HTML.
    Html,
    /// A line ends here on purpose.
    Break,
}

/// The tokens of a text.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut cutter = Cutter { text, out: Vec::new(), at: 0, is_new: true, skip: 0, broke: false };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        cutter.take(&event, range);
    }
    cutter.finish()
}

/// The tokens of a heading or title, at whose start nothing begins a list.
#[must_use]
pub fn tokens_of_line(line: &str) -> Vec<Token> {
    let escaped = escape_start(line);
    if escaped == line {
        return tokens(line);
    }
    let same = line.bytes().zip(escaped.bytes()).take_while(|(a, b)| a == b).count();
    let back = |at: usize| if at > same { at - 1 } else { at };
    let moved = |range: &mut Range<usize>| *range = back(range.start)..back(range.end);
    let mut out = tokens(&escaped);
    for token in &mut out {
        match token {
            Token::Words { range, .. }
            | Token::Open(range, _)
            | Token::Close(range)
            | Token::Alone(range, _)
            | Token::Gap(range) => moved(range),
            Token::Fold { .. } => {}
        }
    }
    out
}

struct Cutter<'t> {
    text: &'t str,
    out: Vec<Token>,
    /// Where the last token ended.
    at: usize,
    /// Whether another block has begun since.
    is_new: bool,
    /// In how many structures we are that are one token.
    skip: usize,
    /// Whether a line has just ended on purpose.
    broke: bool,
}

impl Cutter<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => {
                self.skip += 1;
                self.is_new = true;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image) => {
                self.skip = self.skip.saturating_sub(1);
            }
            Event::End(TagEnd::Link) if self.skip > 0 => self.skip -= 1,
            Event::Start(Tag::Link { .. }) if self.skip > 0 => self.skip += 1,
            Event::Start(Tag::Image { .. }) => {
                if self.skip == 0 {
                    self.alone(range, Single::Image);
                }
                self.skip += 1;
            }
            _ if self.skip > 0 => {}
            Event::Start(Tag::Emphasis) => self.open(range.start, 1, Paired::Emphasis),
            Event::Start(Tag::Strong) => self.open(range.start, 2, Paired::Strong),
            Event::End(TagEnd::Emphasis) => self.close(range.end - 1..range.end),
            Event::End(TagEnd::Strong) => self.close(range.end - 2..range.end),
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.alone(range, Single::Address);
                self.skip += 1;
            }
            Event::Start(Tag::Link { .. }) => self.open(range.start, 1, Paired::Link),
            Event::End(TagEnd::Link) => self.close(self.at.min(range.end)..range.end),
            Event::Code(_) => self.alone(range, Single::Code),
            Event::InlineHtml(_) => self.alone(range, Single::Html),
            Event::Text(words) => {
                self.reach(range.start, true);
                self.at = range.end;
                self.out.push(Token::Words { range, text: words.to_string() });
            }
            Event::SoftBreak => self.fold(range),
            Event::HardBreak => {
                self.alone(range, Single::Break);
                self.broke = true;
            }
            _ => self.is_new = true,
        }
    }

    fn open(&mut self, start: usize, length: usize, kind: Paired) {
        self.reach(start, false);
        self.out.push(Token::Open(start..start + length, kind));
        self.at = start + length;
    }

    fn close(&mut self, range: Range<usize>) {
        self.reach(range.start, false);
        self.at = range.end;
        self.out.push(Token::Close(range));
    }

    fn alone(&mut self, range: Range<usize>, kind: Single) {
        self.reach(range.start, false);
        self.at = range.end;
        self.out.push(Token::Alone(range, kind));
    }

    fn fold(&mut self, range: Range<usize>) {
        let before = self.text[..range.start].chars().rev().find(|c| !"*_`".contains(*c));
        let after = self.text[range.end..].chars().find(|c| !" *_[`>".contains(*c));
        let is_solid = before.is_some_and(is_set_solid) && after.is_some_and(is_set_solid);
        self.at = range.end;
        self.out.push(Token::Fold { is_shown: !is_solid });
    }

    /// Goes on to a token at `start`; what lies before it is a gap, belongs to the
    /// end of a line, or means nothing.
    fn reach(&mut self, start: usize, is_words: bool) {
        let escapes = is_words && start > self.at && self.text[..start].ends_with('\\');
        let end = start - usize::from(escapes);
        if self.is_new {
            if end > self.at {
                self.out.push(Token::Gap(self.at..end));
            }
        } else if self.broke
            && let Some(Token::Alone(range, _)) = self.out.last_mut()
        {
            range.end = end;
        }
        self.at = start;
        self.is_new = false;
        self.broke = false;
    }

    fn finish(mut self) -> Vec<Token> {
        let rest = &self.text[self.at..];
        if !rest.trim().is_empty() {
            self.out.push(Token::Gap(self.at..self.at + rest.trim_end().len()));
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let one = |token: &Token| match token {
            Token::Words { text, .. } => text.clone(),
            Token::Fold { is_shown } => (if *is_shown { "_" } else { "" }).to_owned(),
            Token::Open(range, _) => format!("⟨{}⟩", &text[range.clone()]),
            Token::Close(range) => format!("⟨/{}⟩", &text[range.clone()]),
            Token::Alone(range, _) => format!("‹{}›", &text[range.clone()]),
            Token::Gap(range) => format!("«{}»", &text[range.clone()]),
        };
        tokens(text).iter().map(one).collect::<String>().replace('\n', "⏎")
    }

    #[test]
    fn marks_are_no_words() {
        assert_eq!(
            told("a **b *c*** `d` [e f](/g \"h\") <i@j.kl> &amp; \\*m\\\n  n\no"),
            "a ⟨**⟩b ⟨*⟩c⟨/*⟩⟨/**⟩ ‹`d`› ⟨[⟩e f⟨/](/g \"h\")⟩ ‹<i@j.kl>› & *m‹\\⏎  ›n_o"
        );
        assert_eq!(told("![a [b](c) d](e) f<b>g</b>"), "‹![a [b](c) d](e)› f‹<b>›g‹</b>›");
        assert_eq!(told("甲は\n乙 x\ny\n丙"), "甲は乙 x_y_丙");
    }

    #[test]
    fn gaps_are_between_blocks() {
        assert_eq!(told("a\n\n- b\n  c\n  1. d\n\n> e\n> f"), "a«⏎⏎- »b_c«⏎  1. »d«⏎⏎> »e_f");
        assert_eq!(
            told("| a | b |\n|---|---|\n| c | d |"),
            "«| »a« | »b« |⏎|---|---|⏎| »c« | »d« |»"
        );
        assert_eq!(
            told("a\n\n```\n- b\n```\n\nc\n\n---\n\n[d]\n\n[d]: /e"),
            "a«⏎⏎```⏎- b⏎```⏎⏎»c«⏎⏎---⏎⏎»⟨[⟩d⟨/]⟩«⏎⏎[d]: /e»"
        );
        assert_eq!(told("- \\- a"), "«- »- a");
    }

    #[test]
    fn a_line_begins_no_list() {
        let line = "1. Scope of *this*";
        let first = tokens_of_line(line).into_iter().next();
        assert!(!matches!(first, Some(Token::Gap(_))), "{first:?}");
        let open = tokens_of_line(line).into_iter().find_map(|token| match token {
            Token::Open(range, _) => Some(range),
            _ => None,
        });
        assert_eq!(open, Some(12..13));
        for line in ["1. Scope", "12) Scope", "- Scope", "# Scope", "=Scope", "Scope"] {
            let words = tokens_of_line(line).into_iter().map(|token| match token {
                Token::Words { range, text } if line[range.clone()] == text => text,
                token => panic!("{line}: {token:?}"),
            });
            assert_eq!(words.collect::<String>(), line);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut_in_order(text in "[-*_a-zа-я \\[\\]()<>`|#\\\\&;.0-9\n]{0,60}") {
            let mut at = 0;
            for token in tokens(&text) {
                let (Token::Words { range, .. } | Token::Open(range, _) | Token::Close(range)
                    | Token::Alone(range, _) | Token::Gap(range)) = token else { continue };
                proptest::prop_assert!(at <= range.start && range.start <= range.end, "{:?}", text);
                proptest::prop_assert!(text.get(range.clone()).is_some());
                at = range.end;
            }
        }
    }
}
