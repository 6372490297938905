//! How texts are written for Kramdown.

use ereje::manifest::ClauseKind;
use ereje::markup::MarkupBuilder;

use super::*;
use crate::links::{Clauses, Others};

fn kramdown(text: &str) -> String {
    let mut lines = Lines::default();
    write(&mut lines, &Markup::parse(text), Some("x"), Setting::jekyll(Ways::default()));
    lines.finish()
}

#[test]
fn a_clause_has_its_anchor_on_its_first_block() {
    assert_eq!(kramdown("One\ntwo.\n\n- a\n- b"), "One two.\n{: #x}\n\n- a\n- b\n");
    assert_eq!(kramdown("- a\n    - b\n- c"), "- a\n  - b\n- c\n{: #x}\n");
}

#[test]
fn elements_say_what_their_reader_has_to_be_told() {
    let mut builder = MarkupBuilder::default();
    for (tag, text) in [(Tag::Deleted, "1"), (Tag::Inserted, "2"), (Tag::Code, " dir=\"rtl\"")] {
        builder.open(tag);
        builder.text(text);
        builder.close(tag);
    }
    let markup = builder.finish();
    let told = |setting: Setting<'_>| {
        let mut lines = Lines::default();
        write(&mut lines, &markup, None, setting);
        lines.finish()
    };
    let code = "<code> dir=\"rtl\"</code>\n";
    let jekyll = Setting::jekyll(Ways::default());
    assert_eq!(
        told(jekyll.with_marks(true)),
        format!(
            "<del markdown=\"span\" dir=\"rtl\">1</del><ins markdown=\"span\" dir=\"rtl\">2</ins>{code}"
        )
    );
    assert_eq!(
        told(jekyll.with_marks(false)),
        format!("<del markdown=\"span\">1</del><ins markdown=\"span\">2</ins>{code}")
    );
    assert_eq!(
        told(Setting::other(Ways::default())),
        "<del>1</del><ins>2</ins><code> dir=\\\"rtl\\\"</code>\n"
    );
}

#[test]
fn words_that_stand_for_themselves_are_no_block() {
    let mut builder = MarkupBuilder::default();
    builder.open(Tag::Paragraph);
    builder.open(Tag::Isolate);
    builder.text("A_B Ltd");
    builder.close(Tag::Isolate);
    builder.text(" is here.");
    builder.close(Tag::Paragraph);
    let markup = builder.finish();
    let told = |setting: Setting<'_>| {
        let mut lines = Lines::default();
        write(&mut lines, &markup, None, setting);
        lines.finish()
    };
    // Kramdown has no `bdi` among the elements of a line: at its start it would be a
    // block, with the rest of the words in a paragraph below.
    assert_eq!(
        told(Setting::jekyll(Ways::default())),
        "<span markdown=\"span\" dir=\"auto\">A\\_B Ltd</span> is here.\n"
    );
    assert_eq!(told(Setting::other(Ways::default())), "<bdi>A\\_B Ltd</bdi> is here.\n");
}

#[test]
fn emphasis_stays_emphasis_where_a_word_goes_on_behind_a_change() {
    let redline = |before: &str, [old, new]: [&str; 2], after: &str| {
        let mut builder = MarkupBuilder::default();
        builder.text(before);
        builder.open(Tag::Strong);
        for (tag, text) in [(Tag::Deleted, old), (Tag::Inserted, new)] {
            builder.open(tag);
            builder.text(text);
            builder.close(tag);
        }
        builder.close(Tag::Strong);
        builder.text(after);
        let mut lines = Lines::default();
        write(&mut lines, &builder.finish(), None, Setting::other(Ways::default()));
        lines.finish()
    };
    let both = ["情報", "データ"];
    let elements = "<del>情報</del><ins>データ</ins>";
    // CommonMark has no emphasis between a letter outside and a sign inside.
    assert_eq!(redline("", both, "を得る"), format!("<strong>{elements}</strong>を得る\n"));
    assert_eq!(redline("当社は", both, ""), format!("当社は<strong>{elements}</strong>\n"));
    assert_eq!(redline("a ", both, ", b"), format!("a **{elements}**, b\n"));
    // Beside letters alone asterisks are clear.
    let mut lines = Lines::default();
    let markup = Markup::parse("当社は**個人情報**を得る");
    write(&mut lines, &markup, None, Setting::other(Ways::default()));
    assert_eq!(lines.finish(), "当社は**個人情報**を得る\n");
}

#[test]
fn a_column_that_is_gone_is_one_of_the_table() {
    let mut builder = MarkupBuilder::default();
    let table = builder.table(&[Alignment::End]);
    builder.open(table);
    builder.open(Tag::HeadRow);
    for text in ["a", "b"] {
        builder.open(Tag::Cell);
        builder.text(text);
        builder.close(Tag::Cell);
    }
    builder.close(Tag::HeadRow);
    builder.close(table);
    let mut lines = Lines::default();
    write(&mut lines, &builder.finish(), None, Setting::other(Ways::default()));
    // With another number of columns below it would be no table on GitHub.
    assert_eq!(lines.finish(), "| a | b |\n|--:|---|\n");
}

#[test]
fn other_markdown_looks_into_code_and_has_no_sign_between_lists() {
    let both = |text: &str| {
        [Setting::jekyll(Ways::default()), Setting::other(Ways::default())].map(|setting| {
            let mut lines = Lines::default();
            write(&mut lines, &Markup::parse(text), None, setting);
            lines.finish()
        })
    };
    assert_eq!(
        both("`_*ga*` and ``a`b``"),
        [
            "<code>_*ga*</code> and <code>a`b</code>\n",
            "<code>\\_\\*ga\\*</code> and <code>a&#96;b</code>\n"
        ]
    );
    assert_eq!(both("- a\n\n* b"), ["- a\n\n^\n\n- b\n", "- a\n\n<!-- -->\n\n- b\n"]);
}

#[test]
fn a_telephone_number_is_kept_together() {
    let number = |shown: &str| format!("<span style=\"white-space: nowrap\">{shown}</span>");
    assert_eq!(
        kramdown("+7 700 123-45-67\n\n[8 (800) 55-55](tel:8800)"),
        format!(
            "{}\n{{: #x}}\n\n[{}](tel:8800)\n",
            number("+7\u{a0}700\u{a0}123-45-67"),
            number("8\u{a0}(800)\u{a0}55-55")
        )
    );
}

#[test]
fn jekyll_is_asked_where_the_site_is() {
    let clauses = Clauses { here: &[], others: Others::InSite("/en/privacy/2.0/") };
    let links = Ways { clauses: Some(clauses), ..Ways::default() };
    let mut lines = Lines::default();
    write(&mut lines, &Markup::parse("[a](#use) [b](https://c.de)"), None, Setting::jekyll(links));
    assert_eq!(
        lines.finish(),
        "[a]({{ '/en/privacy/2.0/' | relative_url }}#use) [b](https://c.de)\n"
    );
}

#[test]
fn items_of_paragraphs_stand_apart() {
    let text = "- a\n\n  - b\n  - c\n\n- d\n\n  e";
    assert_eq!(kramdown(text), format!("{text}\n{{: #x}}\n"));
}

#[test]
fn two_lists_stay_two() {
    assert_eq!(kramdown("- a\n\n+ b"), "- a\n{: #x}\n\n^\n\n- b\n");
}

#[test]
fn a_date_at_the_start_begins_no_list() {
    assert_eq!(kramdown("15\\. травня 2024"), "15\\. травня 2024\n{: #x}\n");
    assert_eq!(kramdown("at 15. x 0.50"), "at 15. x 0.50\n{: #x}\n");
}

#[test]
fn no_sign_means_anything_to_kramdown_or_liquid() {
    assert_eq!(
        kramdown("{{ a }} {% b %} \"c\" it's d -- e ... f | g ~h~ &copy;"),
        "&#123;&#123; a &#125;&#125; &#123;% b %&#125; \\\"c\\\" it\\'s d -&#45; e .&#46;&#46; f \\| g &#126;h&#126; ©\n{: #x}\n"
    );
    assert_eq!(kramdown("`a{{b}}`"), "<code>a&#123;&#123;b&#125;&#125;</code>\n{: #x}\n");
}

#[test]
fn a_list_begins_with_its_number() {
    assert_eq!(kramdown("3. a\n4. b"), "3. a\n4. b\n{: #x start=\"3\"}\n");
    assert_eq!(kramdown("a\n\n0. b\n\nc"), "a\n{: #x}\n\n0. b\n{: start=\"0\"}\n\nc\n");
    assert_eq!(
        kramdown("- a\n\n  7. b\n  8. c\n- d"),
        "- a\n\n  7. b\n  8. c\n  {: start=\"7\"}\n\n- d\n{: #x}\n"
    );
    assert_eq!(kramdown("1. a\n2. b"), "1. a\n2. b\n{: #x}\n");
    // Other Markdown counts by itself.
    let mut lines = Lines::default();
    write(&mut lines, &Markup::parse("3. a\n4. b"), None, Setting::other(Ways::default()));
    assert_eq!(lines.finish(), "3. a\n4. b\n");
}

#[test]
fn what_follows_a_list_is_no_part_of_its_last_item() {
    for (text, written) in [
        ("- - a\n\n  b", "- - a\n\n  b\n{: #x}\n"),
        ("- - a\n\n  > b", "- - a\n\n  > b\n{: #x}\n"),
        ("- - a\n\n  1. b", "- - a\n\n  ^\n  1. b\n{: #x}\n"),
        ("- > - a\n\n  b", "- > - a\n\n  b\n{: #x}\n"),
        ("> a\n\n- - b", "> a\n{: #x}\n\n- - b\n"),
        ("- a\n\n1. b", "- a\n{: #x}\n\n1. b\n"),
    ] {
        assert_eq!(kramdown(text), written, "{text}");
    }
}

#[test]
fn a_block_in_an_item_is_no_part_of_its_words() {
    for (text, written) in [
        ("- a\n  > b\n- c", "- a\n\n  > b\n- c\n{: #x}\n"),
        ("- a\n\n  ***\n- c", "- a\n\n  ^\n  * * *\n\n- c\n{: #x}\n"),
        ("- a\n  ```\n  b\n  ```\n- c", "- a\n\n  <pre><code>b</code></pre>\n- c\n{: #x}\n"),
    ] {
        assert_eq!(kramdown(text), written, "{text}");
    }
}

#[test]
fn emphasis_ends_where_it_did() {
    for (text, written) in [
        ("*a* **b** ***c***", "*a* **b** *<strong>c</strong>*"),
        ("**a*b***", "**a*b***"),
        ("*a **b** c*", "*a **b** c*"),
        ("*a _b_ c*", "*a <em>b</em> c*"),
        ("__a **b** c__", "**a <strong>b</strong> c**"),
        ("*a*__b__", "*a*<strong>b</strong>"),
    ] {
        assert_eq!(kramdown(text), format!("{written}\n{{: #x}}\n"), "{text}");
    }
}

#[test]
fn a_link_is_no_footnote_no_picture_and_no_definition() {
    for (text, written) in [
        ("[^ a](/b) ^", "[&#94; a](/b) ^"),
        ("\\^", "&#94;"),
        ("Now\\![a](/b) a!", "Now&#33;[a](/b) a!"),
        ("[a [b]: c](/d)", "[a \\[b\\]&#58; c](/d)"),
        ("[a](</b (c)|{{d}}>)", "[a](</b%20(c)%7C%7B%7Bd%7D%7D>)"),
    ] {
        assert_eq!(kramdown(text), format!("{written}\n{{: #x}}\n"), "{text}");
    }
}

#[test]
fn a_link_leads_to_the_address_that_was_typed() {
    for target in ["https://example.com/Terms_(law)", "/a)b(", "/d'accord", "/a*b*", "#a(b"] {
        let written = kramdown(&format!("[a](<{target}>)"));
        let links = Markup::parse(&written).links().to_vec();
        assert_eq!(links, [target], "{written}");
    }
    // In quotes of Liquid an apostrophe would end the address.
    let clauses = Clauses { here: &[], others: Others::InSite("/d'app/(2)/") };
    let links = Ways { clauses: Some(clauses), ..Ways::default() };
    let mut lines = Lines::default();
    write(&mut lines, &Markup::parse("[a](#use)"), None, Setting::jekyll(links));
    assert_eq!(lines.finish(), "[a](<{{ '/d%27app/(2)/' | relative_url }}#use>)\n");
}

#[test]
fn tables_and_code_are_written_as_they_are_read() {
    assert_eq!(
        kramdown("| a | b\\|\\` \\` |c\\\\ |\n|:-:|--:|---|\n| `d\\|e` | f |"),
        "| a | b\\|&#96; &#96; | c&#92; |\n|:-:|--:|---|\n| <code>d&#124;e</code> | f |  |\n{: #x}\n"
    );
    // A row of signs alone is a row.
    assert_eq!(
        kramdown("| a | b |\n|---|---|\n| - | = |\n| -- | 1. |"),
        "| a | b |\n|---|---|\n| &#45; | &#61; |\n| &#45;- | 1. |\n{: #x}\n"
    );
    assert_eq!(
        kramdown("```\na {{b}} <c>\n\n  | d\n```"),
        "<pre><code>a &#123;&#123;b&#125;&#125; &lt;c&gt;&#10;&#10;  | d</code></pre>\n{: #x}\n"
    );
    assert_eq!(kramdown("a\\\nb\n\n***"), "a<br />b\n{: #x}\n\n* * *\n");
}

#[test]
fn no_sign_cuts_a_cell() {
    let row = |cells: &str| cells.replace('/', "\\|");
    let table = row("| [a/b](c/d) | **e/f** |\n|---|---|\n| `g/h` | *[i/`j/k`](l/m)* |");
    let cells = |text: &str| {
        let markup = Markup::parse(text);
        let cells = markup.events().filter(|event| *event == Event::Open(Tag::Cell)).count();
        (cells, markup.text().to_owned())
    };
    for setting in [Setting::jekyll(Ways::default()), Setting::other(Ways::default())] {
        let mut lines = Lines::default();
        write(&mut lines, &Markup::parse(&table), None, setting);
        assert_eq!(cells(&lines.finish()), (4, "a|be|fg|hi|j|k".to_owned()));
    }
}

#[test]
fn lists_of_clauses_are_not_joined_with_those_of_texts() {
    let clause = |id: &str, kind, level, text: &str| Clause {
        id: id.into(),
        kind,
        level,
        topics: Vec::new(),
        heading: None,
        body: Markup::parse(text),
        shown_in: None,
    };
    let clauses = [
        clause("use", ClauseKind::Text, 2, "We use:\n\n1. a\n2. b"),
        clause("one", ClauseKind::Numbered, 1, "One:\n\n- c"),
        clause("deep", ClauseKind::Item, 2, "d"),
        clause("two", ClauseKind::Numbered, 1, "Two"),
    ];
    let written = |above: Option<&Clause>| {
        let sections = crate::outline::sections(&clauses);
        let mut lines = Lines::default();
        let how = ("", Setting::jekyll(Ways::default()));
        write_lists(&mut lines, &sections[0].lists, (&clauses, above), how);
        lines.finish()
    };
    let lists = "1. {: #one} One:\n\n   - c\n   ^\n\n   - {: #deep} d\n2. {: #two} Two\n";
    assert_eq!(written(Some(&clauses[0])), format!("^\n\n{lists}"));
    assert_eq!(written(Some(&clauses[3])), lists);
    assert_eq!(written(None), lists);
}
