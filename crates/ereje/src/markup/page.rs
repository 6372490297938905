//! A whole page of Markdown: its headings and what stands below each, with what
//! a policy's text can not hold in the nearest form that it can.

mod html;
mod reader;

use std::ops::Range;

use pulldown_cmark::{Options, Parser};
use reader::Reader;

use super::Markup;
use super::attributes::set_apart;

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its parts, in reading order: what stands before the first heading, and
    /// each heading with what stands below it.
    pub parts: Vec<Part>,
    /// What was read as something else than it was, by place.
    pub notes: Vec<Note>,
}

/// A heading and what stands below it, up to the next one.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its heading; only the first part can be without.
    pub heading: Option<Heading>,
    /// What stands below.
    pub blocks: Vec<Block>,
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words, in one line.
    pub text: Markup,
    /// The anchor that the page gives it.
    pub id: Option<String>,
    /// Where it stands in the page, in bytes.
    pub span: Range<usize>,
}

/// A paragraph, list, table or the like that stands in no other.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it says.
    pub text: Markup,
    /// The anchor that the page gives it.
    pub id: Option<String>,
    /// Where it stands in the page, in bytes.
    pub span: Range<usize>,
}

/// Something that a policy's text can not hold, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub what: Unheld,
    /// Where it stands in the page, in bytes.
    pub span: Range<usize>,
}

/// What a policy's text can not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unheld {
    /// A tag of HTML of this name; its words are kept.
    Html(String),
    /// A comment of HTML, or what a script says: nothing that readers see.
    Hidden,
    /// A picture; a link with its description stands for it.
    Image,
    /// A footnote; it is kept as a paragraph at the end.
    Footnote,
    /// An attribute list of Kramdown or Python-Markdown.
    Attributes,
    /// A template of Liquid, which is kept as words.
    Template,
    /// The title of a link, which shows under the mouse.
    LinkTitle,
    /// A heading within a list or quotation; it is kept as strong words.
    NestedHeading,
    /// A line break in the cell of a table; it is a blank now.
    BreakInCell,
    /// A mark of direction around words.
    Direction,
}

/// Reads a page without its front matter.
#[must_use]
pub fn read_page(text: &str) -> Page {
    let (masked, lists, templates) = set_apart(text);
    let mut reader = Reader::new(&masked, lists);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&masked, options).into_offset_iter() {
        reader.take(event, range);
    }
    reader.finish(templates)
}

#[cfg(test)]
mod tests {
    use super::super::{Shown, rendered, shown, write};
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut told = Vec::new();
        for part in read_page(text).parts {
            if let Some(heading) = part.heading {
                let id = heading.id.map(|id| format!(" #{id}")).unwrap_or_default();
                told.push(format!("h{} {}{id}", heading.level, write(&heading.text)));
            }
            for block in part.blocks {
                let id = block.id.map(|id| format!(" #{id}")).unwrap_or_default();
                told.push(format!("{}{id}", write(&block.text)));
            }
        }
        told
    }

    fn notes(text: &str) -> Vec<Unheld> {
        read_page(text).notes.into_iter().map(|note| note.what).collect()
    }

    #[test]
    fn headings_cut_a_page() {
        assert_eq!(
            told(
                "Before.\n{: #start}\n\n# A *b* {#own}\n\nText [x].\n\n- a\n  - b\n\nC\n---\n\n[x]: y 'z'\n"
            ),
            ["Before. #start", "h1 A *b* #own", "Text [x](y).", "- a\n  - b", "h2 C"]
        );
        assert_eq!(told("3.\n\n**A**\n\n-\n\nB"), ["3.", "**A**", "B"]);
        assert_eq!(told("- a\n\n^\n\n- b"), ["- a", "- b"]);
        assert_eq!(told("## A\n{: #b .c}\n\nText"), ["h2 A #b", "Text"]);
        // Words behind marks belong to their heading.
        for words in ["What *we* do", "**A** and [b](c).", "At <d@e.fg>.", "`h` i"] {
            assert_eq!(told(&format!("## {words}\n\nText")), [&format!("h2 {words}"), "Text"]);
        }
        let html = "## A <a href=\"b\">c</a> <b>d</b> e";
        assert_eq!(told(html), ["h2 A [c](b) **d** e"]);
    }

    #[test]
    fn a_line_of_blanks_is_seen_between_words_alone() {
        assert_eq!(told("a  \n\u{a0}\n\n- b  \n  \u{a0}"), ["a", "- b"]);
        assert_eq!(told("<b>a<br>&nbsp;</b>"), ["**a**"]);
        // So is a paragraph of blanks in a list.
        assert_eq!(told("- a\n\n  \u{a0}\n\n  1. b"), ["- a\n\n  1. b"]);
        assert_eq!(told("- \u{a0}\n\n  a"), ["- a"]);
        assert_eq!(told("a<br>&nbsp;<br>b"), ["a\\\n\u{a0}\\\nb"]);
        assert_eq!(told("a  \n\u{a0}b"), ["a\\\n\u{a0}b"]);
    }

    #[test]
    fn html_is_read_as_what_it_means() {
        assert_eq!(
            told("One <b>two</b><br>\nthree <a href=\"x\">four</a> <u>five</u>"),
            ["One **two**\\\nthree [four](x) five"]
        );
        assert_eq!(
            told(
                "<h2 id=\"a\">A &amp; B</h2>\n<p>One <em>two</em>.</p>\n<ul><li>x</li><li>y</li></ul>"
            ),
            ["h2 A & B #a", "One *two*.", "- x\n- y"]
        );
        assert_eq!(told("<div>\n\n*a*\n\n</div>"), ["*a*"]);
        // The end of a line is a blank between words, within a mark or not.
        assert_eq!(
            told("<p>We use\n<a href=\"b\">c</a>\n<b>d </b>and\n<i>\ne</i>, f\n</p>"),
            ["We use [c](b) **d** and *e*, f"]
        );
        // So is a block that stands in a line.
        assert_eq!(told("a<p>b</p>c <u>d</u><q>e</q>"), ["a\\\nb\\\nc de"]);
        assert_eq!(told("<h2>A\n<b>b</b>\n</h2>\n<p>\nc\n</p>"), ["h2 A **b**", "c"]);
        assert_eq!(told("<ul>\n<li>a\n<b>b</b>\n</li>\n</ul>"), ["- a **b**"]);
        // Words between items are shown in a place of their own.
        assert_eq!(told("<ul>a<li>b</li>\n<b>c</b> d</ul>\n\ne"), ["- a\n- b\n- **c** d", "e"]);
        assert_eq!(told("<ol>\n<ul>\n<li>a</li>\n</ul>\n<li>b</li>\n</ol>"), ["1. - a\n2. b"]);
        assert_eq!(told("<div>a\n<img src=\"c\" alt=\"b\">\n<br>\nd</div>"), ["a [b](c)\\\nd"]);
        assert_eq!(told("<a name=\"old\"></a>\n\n## New"), ["h2 New #old"]);
        assert_eq!(notes("<!-- x -->\n\n<u>y</u>"), [Unheld::Hidden, Unheld::Html("u".into())]);
    }

    #[test]
    fn what_can_not_be_held_is_told() {
        assert_eq!(
            told("![a b](c.png) [^1]\n\n[^1]: Note.\n\nEnd."),
            ["[a b](c.png) [1]", "End.", "[1] Note."]
        );
        assert_eq!(
            notes("![a](b)\n\n{{ c }}\n\n> # d\n\n*e*{: .f}"),
            [Unheld::Image, Unheld::Template, Unheld::NestedHeading, Unheld::Attributes]
        );
    }

    /// The words and the headings of Markdown that readers see of what was read.
    fn seen(page: Page) -> Vec<Shown> {
        let parts = page.parts.into_iter().flat_map(|part| {
            let shape = part.heading.iter().map(|h| Shown::Shape(format!("heading {}", h.level)));
            let shape: Vec<Shown> = shape.collect();
            let blocks = part.blocks.into_iter().map(|block| block.text);
            let texts = part.heading.into_iter().map(|heading| heading.text).chain(blocks);
            shape.into_iter().chain(texts.flat_map(|text| shown(&text)).collect::<Vec<_>>())
        });
        parts.filter(is_compared).collect()
    }

    fn is_compared(shown: &Shown) -> bool {
        match shown {
            Shown::Word(_) => true,
            Shown::Shape(name) => name.starts_with("heading"),
            Shown::Link(_) => false,
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(512))]
        #[test]
        fn every_word_of_a_page_is_read_where_it_stands(
            blocks in proptest::collection::vec(
                proptest::sample::select(vec![
                    "One *two* three.", "## Four **five** [six](a) seven", "Eight\n====",
                    "### `nine` ten {#id}", "- a\n- b *c*\n  d\n\n  1. e\n  2. f", "> g\n>\n> - h",
                    "| i | *j* |\n|---|---|\n| k<br>l | `m` |", "```\nn  o\n\np\n```", "***",
                    "<p>We\n<a href=\"b\">use</a>\n<b>it</b></p>", "<ul>\n<li>q\n<i>r</i></li>\n</ul>",
                    "<ul>\nV\n<li>W</li>\n<a href=\"b\">X</a>\n</ul>",
                    "<!-- s\n\nt -->", "u[^1] v", "[^1]: w *x*", "y<p>z</p>A", "B <u>C</u>D<br>E",
                    "<div>\n\nH *I*\n\n</div>", "![J](k.png) L",
                    "<table><tr><td>M</td>\n<td>N</td></tr></table>", "O  \nP\\\nQ", "*R\nS* T",
                    "{: .class}", "Ж <https://a.b> <c@d.ef>.", "個人\n情報",
                    "S  \n\u{a0}", "- W\n\n  \u{a0}\n\n  X", "T  \n\u{a0}\u{a0}U",
                ]),
                1..10,
            )
        ) {
            let text = blocks.join("\n\n");
            let shown = rendered(&text).into_iter().map(|(shown, _)| shown);
            let shown: Vec<Shown> = shown.filter(is_compared).collect();
            proptest::prop_assert_eq!(seen(read_page(&text)), shown, "{}", text);
        }
    }
}
