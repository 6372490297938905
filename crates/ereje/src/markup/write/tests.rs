//! Texts that are written and read again: those that people write, and any.

use super::super::MarkupBuilder;
use super::*;

fn again(text: &str) -> String {
    let markup = Markup::parse(text);
    let written = write(&markup);
    assert_eq!(Markup::parse(&written), markup, "{text}\n---\n{written}");
    written
}

/// What it consists of, where a fence ends its last line in any case.
fn told(markup: &Markup) -> Vec<String> {
    let mut told = Vec::new();
    for event in markup.events() {
        match event {
            Event::Close(Tag::CodeBlock) => {
                let line = told.pop().filter(|line: &String| !line.ends_with("CodeBlock)"));
                told.push(line.unwrap_or_default().trim_end().to_owned());
            }
            Event::Text(text) => told.push(text.to_owned()),
            Event::Open(Tag::Link(link)) => told.push(markup.link(link).to_owned()),
            event => told.push(format!("{event:?}")),
        }
    }
    told
}

#[test]
fn what_people_write_is_written_as_they_write_it() {
    for text in [
        "One **two** *three* `four` [five](https://example.com/a_b).",
        "- a\n- b\n  1. c\n  2. d\n- e",
        "1. One.\n\n   More.\n\n2. Two.",
        "> Quoted.\n>\n> - a\n> - b",
        "| A | B |\n| --- | --: |\n| x | 1 |\n| y \\| z | 2 |",
        "```\nlet a = 1;\n\n  b\n```",
        "<https://example.com> and <a@example.com>",
        "One\\\ntwo \u{2068}9 EUR\u{2069}",
        "privacy[at]example[dot]com, and 5 < 6",
        "a\n\n***\n\nb",
        "> a\n\nb\n\n```\nc\n```\n\nd\n\n| e |\n| --- |\n| f |\n\ng",
    ] {
        assert_eq!(again(text), text);
    }
}

#[test]
fn signs_that_mean_something_are_escaped() {
    for text in [
        "1\\. May",
        "\\- no item",
        "\\# no heading",
        "\\[a](b) \\![c](d)",
        "!\\[x]: y",
        "\\[x]: y",
        "[\\[1\\]](#note) [\\[- \\](](2) [**[**a](b)",
        "&amp;copy; \\&copy;",
        "a\\\n\\=== ",
        "x | y\\\n\\--|--",
        "&#32;a&#32;",
        "a&#10;b",
        "[&#32;a](<b c>) [](<>)",
        "*a **b*** **c *d*** *e*__f__",
        "``a`b`` `` ` `` `  `",
        "- a\n\n+ b\n\n- c",
        "- \n- a",
        "- > q\n\n  ```\n  c\n  ```",
        "- a\n  > q\n  - b",
        "- >\n\n  >",
        "[a  \n](b) c",
        "- > a\n\n  > b\n- > c",
        "| `a\\|b` | [x](y\\|z) |\n|---|---|\n| | |",
        "| [a\\|b](</c\\|d e>) |\n|---|\n| <https://f.gh/\\|i> **j\\|*k*** [`l\\|m`](n) |",
    ] {
        again(text);
    }
}

/// Words, a link and code among them.
fn line(before: &str, (words, target): (&str, &str), code: &str, in_cell: bool) -> Markup {
    let mut builder = MarkupBuilder::default();
    let table = in_cell.then(|| builder.table(&[Alignment::Start]));
    let around = match table {
        Some(table) => vec![table, Tag::HeadRow, Tag::Cell],
        None => vec![Tag::Paragraph],
    };
    around.iter().for_each(|tag| builder.open(*tag));
    builder.text(before);
    let link = builder.link(target);
    builder.open(link);
    builder.text(words);
    builder.close(link);
    builder.text(" ");
    builder.open(Tag::Code);
    builder.text(code);
    builder.close(Tag::Code);
    builder.text(".");
    around.iter().rev().for_each(|tag| builder.close(*tag));
    builder.finish()
}

#[test]
fn words_addresses_and_code_stand_for_themselves() {
    for words in [
        "_a_ b_c",
        "a\\_b\\",
        "a<b> <",
        "&copy; & &#65;",
        "a!",
        "+ a",
        "10. a",
        "[a](b)",
        "http://a b",
        "x:a",
        "a@b",
        "`a",
        "a|b",
        "~~~",
        "*",
    ] {
        for target in [
            "",
            "/a(b",
            "/a)b(",
            "/a\\(b\\",
            "/<a>",
            "/&copy;a&b=c&#65;",
            "<a> b)",
            "/a|b",
            "http://a b",
            "x:a",
            "mailto:a@b",
        ] {
            for code in ["a", "`a", "a``b`", " a ", "|"] {
                for in_cell in [false, true] {
                    let markup = line(words, (words, target), code, in_cell);
                    let written = write(&markup);
                    assert_eq!(Markup::parse(&written), markup, "{written}");
                }
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(1024))]
    #[test]
    fn text_that_was_read_is_written_so_that_it_is_read_again(
        blocks in proptest::collection::vec(
            proptest::sample::select(vec![
                "One two.", "a *b* c", "**d** e", "`f|g`", "[h](i)", "<https://j.kl>",
                "- ", "1. ", "2) ", "> ", "  ", "    ", "\n", "\n\n", "```\n", "| a | b |\n",
                "|---|---|\n", "\\\n", "&amp;", "&#32;", "\\*", "# ", "---\n", "ж", "個",
                "&lt;b&gt;", "{", "}", "!", "[", "](", ")", ":", "'",
            ]),
            1..24,
        )
    ) {
        let text = blocks.concat();
        let markup = Markup::parse(&text);
        if !markup.problems().is_empty() {
            return Ok(());
        }
        let written = write(&markup);
        let again = Markup::parse(&written);
        proptest::prop_assert_eq!(told(&again), told(&markup), "{:?}\n{}", text, written);
    }
}
