//! Templates of a workspace's own: what a slip in one may not do.
#![allow(clippy::disallowed_methods, reason = "tests of files and programs")]

mod support;

use std::fs;

use support::{Sandbox, root};

/// A workspace whose templates are the built-in ones, changed in such places.
fn designed(changes: &[(&str, &str, &str)]) -> Sandbox {
    let sandbox = Sandbox::new();
    for (name, from, to) in changes {
        let text = fs::read_to_string(root().join("templates").join(name)).expect(name);
        assert!(text.contains(from), "{name} has no {from}");
        sandbox.write(&format!("templates/{name}"), text.replace(from, to));
    }
    sandbox
}

/// A run that is refused with one error, which says so.
fn refused(sandbox: &Sandbox, arguments: &[&str], words: &[&str]) {
    let ran = sandbox.run(arguments);
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert_eq!(ran.stderr.matches("error[").count(), 1, "{}", ran.stderr);
    for words in words {
        assert!(ran.stderr.contains(words), "no “{words}” in {}", ran.stderr);
    }
    assert!(!sandbox.at("dist/site").exists(), "nothing is written");
}

#[test]
fn a_page_without_a_text_or_a_heading_is_refused() {
    const PAGE: &str = "policy.html.tera";
    let text = "{{ section.html | safe }}";
    let html = ["error[template]", "templates/policy.html.tera", "the text of the section `intro`"];
    for to in ["", "<!-- {{ section.html | safe }} -->", "{{ section.html }}"] {
        refused(&designed(&[(PAGE, text, to)]), &["generate"], &html);
    }
    let block = designed(&[(PAGE, "{% block main %}", "{% block mian %}")]);
    refused(&block, &["generate"], &html[..2]);
    let heading = designed(&[(PAGE, "{{ section.heading | safe }}", "")]);
    refused(
        &heading,
        &["generate"],
        &["the heading of the section `use`", "section.linked_heading"],
    );
    let order = designed(&[(
        PAGE,
        "{%- for section in sections %}",
        "{%- for section in sections | reverse %}",
    )]);
    refused(&order, &["generate"], &["the text of the section"]);
    let plain = designed(&[("policy.txt.tera", "{{ section.text }}", "")]);
    refused(
        &plain,
        &["generate"],
        &["templates/policy.txt.tera", "the text of the section `intro`"],
    );
    let jekyll = designed(&[("policy.md.tera", "{{ body }}", "")]);
    refused(
        &jekyll,
        &["generate"],
        &["templates/policy.md.tera", "the text of the policy", "`body`"],
    );
}

#[test]
fn a_design_that_changes_elements_and_no_words_is_taken() {
    let sandbox = designed(&[(
        "policy.html.tera",
        "{{ section.html | safe }}",
        "<!-- ours -->{{ section.html | replace(from=\"<p>\", to=\"<p class=x>\") | safe }}",
    )]);
    let ran = sandbox.run(&["generate"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(sandbox.read("dist/site/app/en/privacy/index.html").contains("<p class=x>"));
}

#[test]
fn a_page_without_the_sentence_at_its_top_is_refused() {
    let banner = "<p class=\"banner\">{{ banner.text }}";
    let sandbox = designed(&[("policy.html.tera", banner, "<p class=\"banner\">")]);
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    let before = ["generate", "--on", "2026-01-11"];
    let words = ["templates/policy.html.tera", "not in force", "edition.banners"];
    refused(&sandbox, &before, &words);
    let draft = designed(&[("base.html.tera", "{{ t.draft_banner }}", "")]);
    refused(&draft, &["generate", "--draft"], &["templates/base.html.tera", "that it is a draft"]);
}

/// A copy of a frame from before it had a place for what built-in templates show now.
#[test]
fn pages_about_versions_that_leave_out_what_they_are_for_are_refused() {
    for (name, from, told) in [
        ("history.html.tera", "{{ version.status }}", "the status of version"),
        ("history.html.tera", "{{ version.summary }}", "the summary of version"),
        (
            "history.html.tera",
            "<strong>{{ version.retracted }}</strong>",
            "was withdrawn of version",
        ),
        ("history.md.tera", "{{ version.effective | kramdown }}", "the first day of version"),
        (
            "history.md.tera",
            "{{ version.published | kramdown }}",
            "the day of publication of version",
        ),
        ("dates.html.tera", "{{ version.days }}", "the days of version"),
        ("dates.html.tera", "{{ legend }}", "how to read it"),
        ("dates.md.tera", "{{ version.status | kramdown }}", "the status of version"),
        ("redline.html.tera", "{{ clause.html | safe }}", "the change of `use`"),
        ("redline.html.tera", "{{ to.effective }}", "from when No. 2.0 is in force"),
        ("redline.md.tera", "{{ clause.markdown }}", "the change of `use`"),
        ("redline.md.tera", "{{ unchanged | kramdown }}", "how many clauses are the same"),
    ] {
        let sandbox = designed(&[(name, from, "")]);
        sandbox.release("2026-01-10", "2026-02-01", &[]);
        sandbox.set_days(30);
        sandbox.release("2026-03-01", "2026-03-01", &[]);
        sandbox.set_days(31);
        sandbox.release("2026-03-02", "2026-03-02", &["--retracts", "2.0"]);
        let on = ["generate", "--on", "2026-07-01", "--locale", "en"];
        refused(&sandbox, &on, &["error[template]", &format!("templates/{name}"), told]);
    }
    // Other elements and another order are a design.
    let changes = [
        (
            "history.html.tera",
            "{%- for version in versions %}",
            "{%- for version in versions | reverse %}",
        ),
        (
            "dates.html.tera",
            "<p class=\"days\">{{ version.days }}</p>",
            "<p><b>{{ version.days }}</b></p>",
        ),
        (
            "redline.html.tera",
            "{{ clause.html | safe }}",
            "<div class=x>{{ clause.html | safe }}</div>",
        ),
        ("redline.md.tera", "{{ clause.markdown }}", "{{ clause.markdown }}\n\nMore."),
    ];
    let sandbox = designed(&changes);
    sandbox.release("2026-01-10", "2026-02-01", &[]);
    sandbox.set_days(30);
    sandbox.release("2026-03-01", "2026-03-01", &[]);
    let ran = sandbox.run(&["generate", "--on", "2026-07-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
}

#[test]
fn a_frame_without_a_block_is_told_what_to_add() {
    let block = "{%- block banners %}{% endblock banners %}";
    let words = [
        "the block `banners`, which built-in templates fill in, has no place here",
        "templates/base.html.tera",
        "add `{% block banners %}{% endblock banners %}` where the built-in base.html.tera has it",
    ];
    refused(&designed(&[("base.html.tera", block, "")]), &["generate"], &words);
}

#[test]
fn a_file_that_makes_nothing_is_told_with_what_it_may_be() {
    for (name, hint) in [
        ("styles.css", "is it `style.css`? call it so"),
        ("policy.html", "is it `policy.html.tera`? call it so"),
        ("polciy.html.tera", "is it `policy.html.tera`? call it so"),
        ("signature.html.tera", "`ereje templates` lists those there are; or remove it"),
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(&format!("templates/{name}"), "<p>A</p>");
        let ran = sandbox.run(&["generate"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        for words in ["warning[orphan-file]", &format!("templates/{name}"), hint] {
            assert!(ran.stderr.contains(words), "no “{words}” in {}", ran.stderr);
        }
    }
    // One that another includes is none of these, nor is what is no template at all.
    let included = designed(&[("policy.html.tera", "<h1>", "{% include \"mark.html\" %}<h1>")]);
    included.write("templates/mark.html.tera", "<p>A</p>");
    included.write("templates/README.md", "# Ours");
    let ran = included.run(&["generate"]);
    assert!(ran.status == 0 && ran.stderr.is_empty(), "{}", ran.stderr);
}

#[test]
fn a_folder_of_templates_that_is_named_and_not_there_is_an_error() {
    let sandbox = Sandbox::new();
    let settings = sandbox.read("ereje.toml");
    sandbox.write("ereje.toml", format!("{settings}\n[outputs]\ntemplates = \"desing\"\n"));
    refused(&sandbox, &["generate"], &["error[missing-file]", "`desing`", "ereje.toml"]);
    sandbox.write("desing/style.css", "p { color: red }");
    assert_eq!(sandbox.run(&["generate"]).status, 0);
}
