//! One policy in one language, in all its outputs.

mod data;
mod jekyll;
mod text;
mod web;
pub(crate) mod whole;

use std::borrow::Cow;

use ereje::diagnostic::Diagnostic;
use ereje::document::{Clause, Document};
use ereje::furniture::Furniture;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::markup::Markup;
use ereje::workspace::Outputs;

pub(crate) use jekyll::{FrontMatter, served};

use crate::history::EditionValues;
use crate::html::Setting;
use crate::links::{Policies, Ways, hangs_on_page};
use crate::moved::Moved;
use crate::outline::{Section, sections};
use crate::site::{Family, Site, depth};
use crate::{Output, Templates, html, json, plain};

/// Everything that is made of one document of a policy without versions.
///
/// # Errors
/// What is wrong with a template.
pub fn render_policy(
    document: &Document,
    manifest: &Manifest,
    site: &Site<'_>,
    templates: &Templates,
) -> Result<Vec<Output>, Diagnostic> {
    let mut files = render_page(document, manifest, site, templates, None)?;
    let title = document.title.text();
    let moved = Moved { manifest, locale: &document.locale, title };
    for from in moved.addresses() {
        files.extend(moved.pages(from, "", (site, templates))?);
    }
    Ok(files)
}

/// A document as plain text.
///
/// # Errors
/// What is wrong with the template.
pub fn render_text(
    document: &Document,
    manifest: &Manifest,
    site: &Site<'_>,
    templates: &Templates,
) -> Result<String, Diagnostic> {
    let Some(furniture) = site.languages.get(&document.locale) else { return Ok(String::new()) };
    let page = Page::new(document, (manifest, None), site, furniture, templates)?;
    page.text().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Everything that is made of one document.
pub(crate) fn render_page(
    document: &Document,
    manifest: &Manifest,
    site: &Site<'_>,
    templates: &Templates,
    edition: Option<&EditionValues>,
) -> Result<Vec<Output>, Diagnostic> {
    let Some(furniture) = site.languages.get(&document.locale) else { return Ok(Vec::new()) };
    let page = Page::new(document, (manifest, edition), site, furniture, templates)?;
    let outputs = &site.workspace.outputs;
    let mut files = Vec::new();
    let link = &document.permalink;
    if let Some(path) = html_path(link, outputs) {
        files.push(Output { path, bytes: page.web()? });
    }
    if let Some(path) = jekyll_path(link, outputs) {
        files.push(Output { path, bytes: page.jekyll()? });
    }
    if let Some(path) = text_path(link, outputs) {
        files.push(Output { path, bytes: page.text()? });
    }
    if let Some(folder) = &outputs.json {
        let path = format!("{folder}/{}", json::path_of(document, edition));
        files.push(Output { path, bytes: page.data() });
    }
    Ok(files)
}

pub(crate) fn html_path(link: &str, outputs: &Outputs) -> Option<String> {
    outputs.html.as_ref().map(|folder| format!("{folder}/{link}/index.html"))
}

pub(crate) fn jekyll_path(link: &str, outputs: &Outputs) -> Option<String> {
    outputs.jekyll.as_ref().map(|folder| format!("{folder}/{link}.md"))
}

fn text_path(link: &str, outputs: &Outputs) -> Option<String> {
    outputs.text.as_ref().map(|folder| format!("{folder}/{link}.txt"))
}

/// The files that people read at an address, in the forms that are made.
pub fn page_paths(link: &str, outputs: &Outputs) -> impl Iterator<Item = String> {
    let paths = [html_path(link, outputs), jekyll_path(link, outputs), text_path(link, outputs)];
    paths.into_iter().flatten()
}

/// A document and what its outputs share.
struct Page<'p> {
    document: &'p Document,
    manifest: &'p Manifest,
    site: &'p Site<'p>,
    furniture: &'p Furniture,
    templates: &'p Templates,
    sections: Vec<Section>,
    /// The text of each clause for apps, as HTML and as plain text.
    html: Vec<String>,
    plain: Vec<String>,
    /// The way from here to the policy's own page on the HTML site.
    back: String,
    /// Where the policy's own page is served.
    served: String,
    family: Option<&'p Family>,
    /// The version that it is, if there are versions.
    edition: Option<&'p EditionValues>,
    /// Note on clauses that are shown in another language.
    note: String,
}

impl<'p> Page<'p> {
    fn new(
        document: &'p Document,
        (manifest, edition): (&'p Manifest, Option<&'p EditionValues>),
        site: &'p Site<'p>,
        furniture: &'p Furniture,
        templates: &'p Templates,
    ) -> Result<Page<'p>, Diagnostic> {
        let suffix = edition.map_or("", |edition| edition.suffix.as_str());
        let clauses = &document.clauses;
        let other = clauses.iter().find_map(|clause| clause.shown_in.as_ref());
        let served = site.served(manifest, &document.locale);
        let policies = Policies::new(site, manifest, &document.locale);
        let links = Ways::in_file(site.origin(&served)).with(policies);
        Ok(Page {
            document,
            manifest,
            site,
            furniture,
            templates,
            sections: sections(clauses),
            html: clauses.iter().map(|clause| rich(&clause.body, links)).collect(),
            family: site.family(manifest, suffix, &document.permalink, templates)?,
            edition,
            back: if suffix.is_empty() { String::new() } else { "../".repeat(depth(suffix)) },
            plain: clauses.iter().map(|clause| plain::whole(&clause.body, links)).collect(),
            note: other
                .map_or_else(String::new, |other| furniture.clause_missing(site.name(other))),
            served,
        })
    }

    fn clause(&self, section: &Section) -> Option<&'p Clause> {
        section.clause.map(|at| &self.document.clauses[at])
    }

    /// The anchor of a section.
    fn id(&self, section: &Section) -> &'p str {
        self.clause(section).map_or("_items", |clause| &clause.id)
    }

    fn locale(&self) -> &'p Locale {
        &self.document.locale
    }

    /// Where links lead in files of data and in plain text.
    fn links_in_files(&self) -> Ways<'_> {
        Ways::in_file(self.site.origin(&self.served)).with(self.policies())
    }

    /// Where other policies are.
    fn policies(&self) -> Policies<'_> {
        Policies::new(self.site, self.manifest, self.locale())
    }

    /// Where they lead on the HTML site.
    fn links_on_page(&self) -> Ways<'_> {
        Ways::behind(&self.back).with(self.policies())
    }

    /// The text of a clause for the page of the HTML site, which nearly always is the
    /// one for apps; `headed` is the clause whose heading it stands under.
    fn html_on_page<'h>(&'h self, at: usize, headed: Option<&'h str>) -> Cow<'h, str> {
        let body = &self.document.clauses[at].body;
        let is_the_same = (headed.is_none() || !body.has_tables())
            && !body.links().iter().any(|link| hangs_on_page(link));
        if is_the_same {
            return Cow::Borrowed(&self.html[at]);
        }
        let mut out = String::with_capacity(self.html[at].len() + 64);
        html::write(&mut out, body, Setting { links: self.links_on_page(), headed });
        Cow::Owned(out)
    }

    fn published(&self) -> Option<String> {
        self.document.published.map(|date| date.to_string())
    }

    /// How long a page is at the least: its texts, once.
    fn length(&self) -> usize {
        self.html.iter().map(String::len).sum()
    }
}

/// Words as HTML.
fn rich(markup: &Markup, links: Ways<'_>) -> String {
    let mut out = String::with_capacity(markup.text().len() + 64);
    html::write(&mut out, markup, Setting { links, headed: None });
    out
}
