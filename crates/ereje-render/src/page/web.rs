//! The page of the HTML site.

use std::borrow::Cow;

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::markup::Markup;
use serde::Serialize;

use super::whole::Part;
use super::{Page, rich};
use crate::history::EditionValues;
use crate::html::{self, Missing};
use crate::outline::Section;
use crate::site::{PageValues, Words, relative, root};

/// With so many headings, a page has a table of contents.
const HEADINGS_FOR_CONTENTS: usize = 5;

#[derive(Serialize)]
struct WebValues<'v> {
    page: PageValues<'v>,
    style: &'v str,
    t: Words<'v>,
    policy: PolicyValues<'v>,
    toc: Vec<TocEntry<'v>>,
    sections: Vec<SectionValues<'v>>,
    last_updated: String,
    languages: String,
    language_count: usize,
    hreflang: &'v str,
    index_href: String,
    edition: Option<&'v EditionValues>,
}

#[derive(Serialize)]
struct PolicyValues<'v> {
    id: &'v str,
    product: &'v str,
    published: Option<String>,
}

#[derive(Serialize)]
struct TocEntry<'v> {
    id: &'v str,
    text: &'v str,
    level: u8,
}

#[derive(Serialize)]
struct SectionValues<'v> {
    id: &'v str,
    /// Without links, as it is a link to its own place.
    heading: Option<String>,
    /// With those that it has.
    linked_heading: Option<String>,
    level: u8,
    lang: Option<&'v str>,
    dir: Option<&'v str>,
    missing: bool,
    note: &'v str,
    html: Cow<'v, str>,
}

impl Page<'_> {
    pub(super) fn web(&self) -> Result<Vec<u8>, Diagnostic> {
        let document = self.document;
        let link = &document.permalink;
        let lang = self.locale().tag();
        let headed = document.clauses.iter().filter_map(|clause| {
            let heading = clause.heading.as_ref()?;
            Some(TocEntry { id: &clause.id, text: heading.text(), level: clause.level })
        });
        let mut toc: Vec<_> = headed.collect();
        if toc.len() < HEADINGS_FOR_CONTENTS {
            toc.clear();
        }
        let values = WebValues {
            page: PageValues {
                lang,
                dir: self.locale().direction(),
                title: document.title.text().into(),
                description: document.description.text().into(),
                canonical: self.site.absolute(link),
                root: root(link),
                draft: document.draft,
            },
            style: self.templates.style(),
            t: Words::of(self.furniture),
            policy: PolicyValues {
                id: &document.policy,
                product: &document.product,
                published: self.published(),
            },
            toc,
            sections: self.sections.iter().map(|section| self.section(section)).collect(),
            last_updated: rich(&document.last_updated, self.links_on_page()),
            languages: self.family.map_or_else(String::new, |family| family.html.on(lang)),
            language_count: self.family.map_or(0, |family| family.html.count()),
            hreflang: self.family.map_or("", |family| &family.hreflang),
            index_href: relative(link, lang),
            edition: self.edition,
        };
        let size = self.length() * 11 / 10 + self.templates.style().len() + (8 << 10);
        let page = self.templates.fill("policy.html", &values, size)?;
        self.whole("policy.html", page, || {
            let mut parts = Vec::new();
            for section in &values.sections {
                let heading = section.linked_heading.as_ref().or(section.heading.as_ref());
                parts.extend(heading.map(|words| Part::heading(section.id, words)));
                parts.push(Part::text(section.id, &section.html));
            }
            parts
        })
    }

    fn section(&self, section: &Section) -> SectionValues<'_> {
        let clause = self.clause(section);
        let shown_in = clause.and_then(|clause| clause.shown_in.as_ref());
        let words = clause.and_then(|clause| clause.heading.as_ref());
        let headed = clause.filter(|_| words.is_some()).map(|clause| clause.id.as_str());
        let html = |at: usize| self.html_on_page(at, headed);
        let mut out = section.clause.map_or(Cow::Borrowed(""), html);
        if !section.lists.is_empty() {
            let out = out.to_mut();
            let missing = Missing {
                page_lang: self.locale().tag(),
                page_dir: self.locale().direction(),
                note: &self.note,
            };
            out.push('\n');
            html::write_lists(out, &section.lists, &self.document.clauses, &html, &missing);
        }
        SectionValues {
            id: self.id(section),
            heading: words.map(heading),
            linked_heading: words
                .filter(|words| !words.links().is_empty())
                .map(|words| rich(words, self.links_on_page())),
            level: clause.map_or(2, |clause| clause.level),
            lang: shown_in.map(Locale::tag),
            dir: shown_in.map(Locale::direction),
            missing: shown_in.is_some(),
            note: if shown_in.is_some() { &self.note } else { "" },
            html: out,
        }
    }
}

fn heading(markup: &Markup) -> String {
    let mut out = String::new();
    html::write_heading(&mut out, markup);
    out
}
