//! Whether a page that a template of the workspace's own makes has the words of the
//! policy on it: a slip in a design shall publish no policy without a clause, no version
//! without the sentence that it is not in force, and no history without a day.

use std::borrow::Cow;

use ereje::diagnostic::Diagnostic;
use ereje::markup::words_of_html;

use super::Page;
use crate::html;
use crate::templates::Templates;
use crate::visible::{letters, letters_of_page};

/// Something that a page has to show.
pub(crate) struct Part<'p> {
    what: String,
    words: Cow<'p, str>,
    /// Whether it comes behind the other such parts before it.
    in_order: bool,
    hint: &'static str,
}

impl<'p> Part<'p> {
    /// Something that is markup already, wherever it stands; the hint names what shows it.
    pub(crate) fn made(what: String, words: &'p str, hint: &'static str) -> Part<'p> {
        Part { what, words: words.trim().into(), in_order: false, hint }
    }

    /// A sentence that a template is given as plain text.
    pub(crate) fn said(
        template: &str,
        what: String,
        words: &'p str,
        hint: &'static str,
    ) -> Part<'p> {
        let mut part = Part::made(what, words, hint);
        if template.ends_with(".html") {
            let mut escaped = String::with_capacity(part.words.len());
            html::escape_value(&mut escaped, &part.words);
            part.words = escaped.into();
        } else if template.ends_with(".md") && part.words.contains('<') {
            part.words = part.words.replace('<', "\\<").into();
        }
        part
    }

    /// The text of a section.
    pub(super) fn text(id: &str, words: &'p str) -> Part<'p> {
        Part {
            what: format!("the text of the section `{id}`"),
            words: words.trim().into(),
            in_order: true,
            hint: "let it show the text of each of `sections`, in their order; on an HTML page \
                   `section.html | safe`",
        }
    }

    /// The heading of a section.
    pub(super) fn heading(id: &str, words: &'p str) -> Part<'p> {
        Part {
            what: format!("the heading of the section `{id}`"),
            words: words.trim().into(),
            in_order: false,
            hint: "let it show the heading of each of `sections`; on an HTML page \
                   `section.linked_heading`, or else `section.heading`, both with `| safe`",
        }
    }

    /// All sections at once.
    pub(super) fn body(words: &'p str) -> Part<'p> {
        let (what, hint) = ("the text of the policy".to_owned(), "let it show `body`");
        Part { what, words: words.trim().into(), in_order: true, hint }
    }
}

impl Page<'_> {
    /// The page as it was made, unless it was made by a template of the workspace's own
    /// that leaves out one of `parts`, or a sentence for the top of the page.
    pub(super) fn whole<'v>(
        &self,
        template: &str,
        page: Vec<u8>,
        parts: impl FnOnce() -> Vec<Part<'v>>,
    ) -> Result<Vec<u8>, Diagnostic> {
        whole(self.templates, template, page, || {
            let banners = self.edition.iter().flat_map(|edition| &edition.banners);
            let mut parts = parts();
            parts.extend(banners.map(|banner| Part {
                what: "a sentence for its top, such as that the version is not in force".to_owned(),
                words: banner.text.clone().into(),
                in_order: false,
                hint: "let it show `banner.text` of each of `edition.banners`",
            }));
            if self.document.draft {
                parts.push(Part {
                    what: "that it is a draft".to_owned(),
                    words: self.furniture.text("draft-banner").into(),
                    in_order: false,
                    hint: "let it show `t.draft_banner` where it is a draft",
                });
            }
            parts
        })
    }
}

/// The page as it was made, unless it was made by a template of the workspace's own that
/// leaves out one of `parts`.
pub(crate) fn whole<'v>(
    templates: &Templates,
    template: &str,
    page: Vec<u8>,
    parts: impl FnOnce() -> Vec<Part<'v>>,
) -> Result<Vec<u8>, Diagnostic> {
    let Some(path) = templates.own(template) else { return Ok(page) };
    match lost(&String::from_utf8_lossy(&page), template, &parts()) {
        None => Ok(page),
        Some(part) => {
            let message = format!("the page that it makes does not show {}", part.what);
            Err(Diagnostic::error("template", path, message).hint(part.hint))
        }
    }
}

/// The first part that a page does not show.
fn lost<'p, 'v>(page: &str, template: &str, parts: &'p [Part<'v>]) -> Option<&'p Part<'v>> {
    // Nearly always it is there as it was given.
    if !page.contains("<!--") {
        first_not_in(page, parts, |words| words.into())?;
    }
    if !template.ends_with("html") {
        let page = letters_of_page(template, page);
        // What is markup here has elements, too.
        let form = match template.ends_with("md") {
            true => |words: &str| letters_of_page("md", words).into(),
            false => |words: &str| letters(words).into(),
        };
        return first_not_in(&page, parts, form);
    }
    // What a reader sees of it, whatever elements it stands in now; not its own as words.
    let seen = words_of_html(page);
    let as_words = |part: &&Part<'_>| part.words.contains('<') && seen.contains(&*part.words);
    let seen_of =
        || first_not_in(&letters(&seen), parts, |words| letters(&words_of_html(words)).into());
    parts.iter().find(as_words).or_else(seen_of)
}

fn first_not_in<'p, 'v>(
    page: &str,
    parts: &'p [Part<'v>],
    form: fn(&str) -> Cow<'_, str>,
) -> Option<&'p Part<'v>> {
    let mut at = 0;
    parts.iter().find(|part| {
        let words = form(&part.words);
        if !part.in_order {
            return !page.contains(&*words);
        }
        let found = page[at..].find(&*words);
        at += found.map_or(0, |found| found + words.len());
        found.is_none()
    })
}
