//! What a page has that a policy's text can not hold, as diagnostics.

use std::collections::BTreeSet;

use ereje::diagnostic::{Diagnostic, Level};
use ereje::markup::{Page, Unheld};

use crate::Wanted;

/// Each thing with its place; of tags and templates each kind once a line.
pub(crate) fn told(wanted: &Wanted<'_>, page: &Page, start: usize) -> Vec<Diagnostic> {
    let mut lines = BTreeSet::new();
    let mut told = Vec::new();
    for note in &page.notes {
        let span = start + note.span.start..start + note.span.end;
        let (rule, level, message, hint) = words(&note.what);
        let line = wanted.text[..span.start].rfind('\n').map_or(0, |end| end + 1);
        if !lines.insert((line, message.clone())) {
            continue;
        }
        let diagnostic = Diagnostic::warning(rule, wanted.path, message);
        told.push(Diagnostic { level, ..diagnostic }.at(wanted.text, span).hint(hint));
    }
    told
}

fn words(what: &Unheld) -> (&'static str, Level, String, &'static str) {
    use Level::{Advice, Warning};
    match what {
        Unheld::Html(name) => (
            "import-html",
            Warning,
            format!("the tag `<{name}>` can not be kept; its words are"),
            "look whether the text still reads as it should",
        ),
        Unheld::Hidden => (
            "import-hidden",
            Advice,
            "a comment or script is left out: readers do not see it".into(),
            "write it as a comment in the .ftl file, behind `# `, if translators need it",
        ),
        Unheld::Image => (
            "import-image",
            Warning,
            "a picture became a link to it, with its description as words".into(),
            "say in words what the picture shows",
        ),
        Unheld::Footnote => (
            "import-footnote",
            Advice,
            "a footnote became a paragraph at the end".into(),
            "say it in the text where it belongs, if it is part of what is agreed",
        ),
        Unheld::Attributes => (
            "import-attributes",
            Advice,
            "an attribute list is left out: only the ids of clauses are kept".into(),
            "put what it asked for into the style sheet or the template of the page",
        ),
        Unheld::Template => (
            "import-template",
            Warning,
            "a template is kept as words, as it is typed".into(),
            "write what it would show, or make it a fact in policy.toml",
        ),
        Unheld::LinkTitle => (
            "import-link-title",
            Advice,
            "the title of a link is left out: many readers never see it".into(),
            "say it in the text, if it matters",
        ),
        Unheld::NestedHeading => (
            "import-heading",
            Warning,
            "a heading in a list or quotation became strong words".into(),
            "set it outside, if it is to begin a clause",
        ),
        Unheld::BreakInCell => (
            "import-line-break",
            Advice,
            "a line break in a table became a blank".into(),
            "look whether the cell still reads as it should",
        ),
        Unheld::Direction => (
            "import-direction",
            Advice,
            "a mark of direction is left out: Ereje sets values apart by itself".into(),
            "look whether the line still reads as it should",
        ),
    }
}
