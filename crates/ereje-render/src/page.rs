//! One policy in one language, in all its outputs.

use ereje::Scalar;
use ereje::diagnostic::Diagnostic;
use ereje::document::{Clause, Document};
use ereje::furniture::Furniture;
use ereje::manifest::{Manifest, fill};
use ereje::markup::Markup;
use serde::Serialize;

use crate::html::{self, Missing};
use crate::json::{self, ClauseData, LocaleData, PolicyFile, Rich};
use crate::lines::Lines;
use crate::outline::{Section, sections};
use crate::site::{Alternate, Hreflang, Site, Words, relative, root};
use crate::{Output, Templates, kramdown, plain};

/// With so many headings, a page has a table of contents.
const HEADINGS_FOR_CONTENTS: usize = 5;

/// Everything that is made of one document.
///
/// # Errors
/// What is wrong with a template.
pub fn render_policy(
    document: &Document,
    manifest: &Manifest,
    site: &Site<'_>,
    templates: &Templates,
) -> Result<Vec<Output>, Diagnostic> {
    let Some(furniture) = site.languages.get(&document.locale) else { return Ok(Vec::new()) };
    let page = Page { document, manifest, site, furniture, templates };
    let outputs = &site.workspace.outputs;
    let mut files = Vec::new();
    let mut add = |folder: &str, path: String, bytes: Vec<u8>| {
        files.push(Output { path: format!("{folder}/{path}"), bytes });
    };
    let link = &document.permalink;
    if let Some(folder) = &outputs.html {
        add(folder, format!("{link}/index.html"), page.html()?.into_bytes());
    }
    if let Some(folder) = &outputs.jekyll {
        add(folder, format!("{link}.md"), page.jekyll()?.into_bytes());
    }
    if let Some(folder) = &outputs.text {
        add(folder, format!("{link}.txt"), page.text()?.into_bytes());
    }
    if let Some(folder) = &outputs.json {
        add(folder, json::path_of(document), page.json());
    }
    Ok(files)
}

struct Page<'p> {
    document: &'p Document,
    manifest: &'p Manifest,
    site: &'p Site<'p>,
    furniture: &'p Furniture,
    templates: &'p Templates,
}

/// What every HTML page says of itself.
#[derive(Serialize)]
pub(crate) struct PageValues<'v> {
    pub(crate) lang: &'v str,
    pub(crate) dir: &'static str,
    pub(crate) title: &'v str,
    pub(crate) description: &'v str,
    pub(crate) canonical: Option<String>,
    pub(crate) root: String,
    pub(crate) draft: bool,
}

#[derive(Serialize)]
struct HtmlValues<'v> {
    page: PageValues<'v>,
    style: &'v str,
    t: Words<'v>,
    policy: PolicyValues<'v>,
    toc: Vec<TocEntry<'v>>,
    sections: Vec<SectionValues<'v>>,
    last_updated: String,
    alternates: Vec<Alternate<'v>>,
    hreflang: Vec<Hreflang<'v>>,
    index_href: String,
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
    heading: Option<String>,
    level: u8,
    lang: Option<&'v str>,
    dir: Option<&'v str>,
    missing: bool,
    note: String,
    html: String,
}

#[derive(Serialize)]
struct TextValues<'v> {
    title: &'v str,
    draft: bool,
    t: Words<'v>,
    sections: Vec<TextSection>,
    last_updated: String,
}

#[derive(Serialize)]
struct TextSection {
    heading: Option<String>,
    level: u8,
    text: String,
}

#[derive(Serialize)]
struct JekyllValues<'v> {
    front_matter: String,
    draft: bool,
    lang: &'v str,
    dir: &'static str,
    t: Words<'v>,
    alternates: Vec<Alternate<'v>>,
    body: String,
}

impl<'p> Page<'p> {
    fn sections(&self) -> Vec<Section<'p>> {
        sections(&self.document.clauses)
    }

    /// The note on a clause in another language; empty where it is in this one.
    fn note(&self, clause: &Clause) -> String {
        clause.shown_in.as_ref().map_or_else(String::new, |locale| {
            self.furniture.clause_missing(self.site.name(locale))
        })
    }

    /// The note for any clause that could need one.
    fn any_note(&self) -> String {
        let missing = self.document.clauses.iter().find(|clause| clause.shown_in.is_some());
        missing.map_or_else(String::new, |clause| self.note(clause))
    }

    fn html(&self) -> Result<String, Diagnostic> {
        let document = self.document;
        let link = &document.permalink;
        let headed = document.clauses.iter().filter_map(|clause| {
            let heading = clause.heading.as_ref()?;
            Some(TocEntry { id: &clause.id, text: heading.text(), level: clause.level })
        });
        let mut toc: Vec<_> = headed.collect();
        if toc.len() < HEADINGS_FOR_CONTENTS {
            toc.clear();
        }
        let note = self.any_note();
        let values = HtmlValues {
            page: PageValues {
                lang: document.locale.tag(),
                dir: document.locale.direction(),
                title: document.title.text(),
                description: document.description.text(),
                canonical: self.site.absolute(link),
                root: root(link),
                draft: document.draft,
            },
            style: self.templates.style(),
            t: Words::of(self.furniture),
            policy: PolicyValues {
                id: &document.policy,
                product: &document.product,
                published: document.published.map(|date| date.to_string()),
            },
            toc,
            sections: self.sections().iter().map(|section| self.section(section, &note)).collect(),
            last_updated: rich(&document.last_updated),
            alternates: self.site.alternates(self.manifest, &document.locale),
            hreflang: self.site.hreflang(self.manifest, &document.locale),
            index_href: relative(link, document.locale.tag()),
        };
        self.templates.fill("policy.html", &values)
    }

    fn section(&self, section: &Section<'p>, note: &str) -> SectionValues<'p> {
        let mut out = String::new();
        let missing = Missing {
            page_lang: self.document.locale.tag(),
            page_dir: self.document.locale.direction(),
            note,
        };
        if let Some(clause) = section.clause {
            let label = clause.heading.as_ref().map(|_| format!("_{}", clause.id));
            html::write(&mut out, &clause.body, label.as_deref());
        }
        if !section.lists.is_empty() {
            out.push('\n');
            html::write_lists(&mut out, &section.lists, &missing);
        }
        let shown_in = section.clause.and_then(|clause| clause.shown_in.as_ref());
        SectionValues {
            id: section.clause.map_or("_items", |clause| &clause.id),
            heading: section.clause.and_then(|clause| clause.heading.as_ref()).map(heading),
            level: section.clause.map_or(2, |clause| clause.level),
            lang: shown_in.map(ereje::locale::Locale::tag),
            dir: shown_in.map(ereje::locale::Locale::direction),
            missing: shown_in.is_some(),
            note: if shown_in.is_some() { note.to_owned() } else { String::new() },
            html: out,
        }
    }

    fn text(&self) -> Result<String, Diagnostic> {
        let note = self.any_note();
        let section = |section: &Section<'_>| {
            let mut lines = Lines::default();
            if let Some(clause) = section.clause {
                if clause.shown_in.is_some() {
                    lines.words().push_str(&format!("({note})"));
                    lines.end();
                }
                plain::write(&mut lines, &clause.body);
            }
            plain::write_lists(&mut lines, &section.lists, &note);
            TextSection {
                heading: section.clause.and_then(|c| c.heading.as_ref()).map(plain::line),
                level: section.clause.map_or(2, |clause| clause.level),
                text: lines.finish(),
            }
        };
        let values = TextValues {
            title: self.document.title.text(),
            draft: self.document.draft,
            t: Words::of(self.furniture),
            sections: self.sections().iter().map(section).collect(),
            last_updated: plain::line(&self.document.last_updated),
        };
        self.templates.fill("policy.txt", &values)
    }

    fn jekyll(&self) -> Result<String, Diagnostic> {
        let note = self.any_note();
        let mut lines = Lines::default();
        for section in self.sections() {
            if let Some(clause) = section.clause {
                self.jekyll_clause(&mut lines, clause, &note);
            }
            kramdown::write_lists(&mut lines, &section.lists, &note);
            lines.apart();
        }
        kramdown::write_line(&mut lines, &self.document.last_updated);
        let values = JekyllValues {
            front_matter: self.front_matter(),
            draft: self.document.draft,
            lang: self.document.locale.tag(),
            dir: self.document.locale.direction(),
            t: Words::of(self.furniture),
            alternates: self.site.alternates(self.manifest, &self.document.locale),
            body: lines.finish(),
        };
        self.templates.fill("policy.md", &values)
    }

    fn jekyll_clause(&self, lines: &mut Lines, clause: &Clause, note: &str) {
        let anchor = if let Some(heading) = &clause.heading {
            lines.words().push_str(&"#".repeat(clause.level.into()));
            lines.words().push(' ');
            kramdown::write_words(lines, heading);
            lines.words().push_str(&format!(" {{#{}}}", clause.id));
            lines.end();
            None
        } else {
            Some(clause.id.as_str())
        };
        let Some(locale) = &clause.shown_in else {
            return kramdown::write(lines, &clause.body, anchor);
        };
        lines.words().push('*');
        kramdown::escape(lines.words(), note, false);
        lines.words().push('*');
        lines.end();
        let (lang, dir) = (locale.tag(), locale.direction());
        lines.words().push_str(&format!("<div lang=\"{lang}\" dir=\"{dir}\" markdown=\"1\">"));
        lines.end();
        kramdown::write(lines, &clause.body, anchor);
        lines.words().push_str("</div>");
        lines.end();
    }

    /// YAML, written as JSON writes it, which YAML reads the same way.
    fn front_matter(&self) -> String {
        let document = self.document;
        let published = document.published.map(|date| date.to_string()).unwrap_or_default();
        let value = |name: &str| match name {
            "title" => Some(document.title.text()),
            "description" => Some(document.description.text()),
            "permalink" => Some(document.permalink.as_str()),
            "locale" => Some(document.locale.tag()),
            "direction" => Some(document.locale.direction()),
            "published" => Some(published.as_str()),
            "policy" => Some(document.policy.as_str()),
            _ => None,
        };
        let mut yaml = String::new();
        for (name, item) in &self.manifest.front_matter {
            let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            let name = if plain { name.clone() } else { quoted(name) };
            yaml.push_str(&format!("{name}: {}\n", yaml_value(item, &value)));
        }
        yaml
    }

    fn json(&self) -> Vec<u8> {
        let document = self.document;
        let url = self.site.absolute(&document.permalink);
        let (updated_text, updated_html) =
            (plain::line(&document.last_updated), rich(&document.last_updated));
        let clauses = document.clauses.iter().map(|clause| {
            let mut lines = Lines::default();
            plain::write(&mut lines, &clause.body);
            let mut html = String::new();
            html::write(&mut html, &clause.body, None);
            ClauseData {
                id: &clause.id,
                kind: clause.kind.name(),
                level: clause.level,
                heading: clause.heading.as_ref().map(Markup::text),
                text: lines.finish().trim_end().to_owned(),
                html,
                topics: &clause.topics,
                locale: clause.shown_in.as_ref().map(ereje::locale::Locale::tag),
            }
        });
        let locales = self.manifest.locales.iter().map(|locale| LocaleData {
            locale: locale.tag(),
            name: self.site.name(locale),
            path: self.manifest.permalink(locale),
        });
        json::bytes(&PolicyFile {
            schema: "ereje-policy/1",
            product: &document.product,
            policy: &document.policy,
            locale: document.locale.tag(),
            direction: document.locale.direction(),
            source_locale: self.manifest.source_locale.tag(),
            draft: document.draft,
            title: document.title.text(),
            description: document.description.text(),
            published: document.published.map(|date| date.to_string()),
            last_updated: Rich { text: &updated_text, html: &updated_html },
            path: &document.permalink,
            url: url.as_deref(),
            clauses: clauses.collect(),
            locales: locales.collect(),
        })
    }
}

fn yaml_value<'v>(scalar: &Scalar, value: &impl Fn(&str) -> Option<&'v str>) -> String {
    match scalar {
        Scalar::Text(text) => quoted(&fill(text, value).unwrap_or_default()),
        Scalar::Bare(bare) => bare.clone(),
        Scalar::List(items) => {
            let items: Vec<String> = items.iter().map(|item| yaml_value(item, value)).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn heading(markup: &Markup) -> String {
    let mut out = String::new();
    html::write_heading(&mut out, markup);
    out
}

/// Words as HTML.
fn rich(markup: &Markup) -> String {
    let mut out = String::new();
    html::write(&mut out, markup, None);
    out
}
