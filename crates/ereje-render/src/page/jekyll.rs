//! The page for Jekyll: front matter, and text for Kramdown.

use ereje::Scalar;
use ereje::diagnostic::Diagnostic;
use ereje::document::Clause;
use ereje::locale::Locale;
use ereje::manifest::{Manifest, fill};
use serde::Serialize;

use super::Page;
use super::whole::Part;
use crate::history::EditionValues;
use crate::kramdown::{self, Setting};
use crate::lines::Lines;
use crate::links::{Ways, way_back};
use crate::site::{Words, jekyll_place};

#[derive(Serialize)]
struct JekyllValues<'v> {
    front_matter: String,
    draft: bool,
    lang: &'v str,
    dir: &'static str,
    t: Words<'v>,
    languages: String,
    body: String,
    edition: Option<&'v EditionValues>,
}

impl Page<'_> {
    pub(super) fn jekyll(&self) -> Result<Vec<u8>, Diagnostic> {
        let mut lines = Lines::with_capacity(self.length() * 11 / 10);
        let back = self.back_in_jekyll();
        let links = Ways::behind(&back).with(self.policies().in_jekyll());
        let setting = Setting::jekyll(links);
        for section in &self.sections {
            let above = self.clause(section);
            if let Some(clause) = above {
                self.jekyll_clause(&mut lines, clause, setting);
            }
            let how = (self.note.as_str(), setting);
            let clauses = (self.document.clauses.as_slice(), above);
            kramdown::write_lists(&mut lines, &section.lists, clauses, how);
            lines.apart();
        }
        kramdown::write_line(&mut lines, &self.document.last_updated, setting);
        let mut body = lines.finish();
        body.truncate(body.trim_end().len());
        let values = JekyllValues {
            front_matter: self.front_matter(),
            draft: self.document.draft,
            lang: self.locale().tag(),
            dir: self.locale().direction(),
            t: Words::of(self.furniture),
            languages: self.family.map_or_else(String::new, |f| f.jekyll.on(self.locale().tag())),
            body,
            edition: self.edition,
        };
        let size = values.body.len() + (8 << 10);
        let page = self.templates.fill("policy.md", &values, size)?;
        self.whole("policy.md", page, || vec![Part::body(&values.body)])
    }

    fn jekyll_clause(&self, lines: &mut Lines, clause: &Clause, setting: Setting<'_>) {
        let anchor = if let Some(heading) = &clause.heading {
            lines.words().push_str(&"#".repeat(clause.level.into()));
            lines.words().push(' ');
            kramdown::write_words(lines, heading, setting);
            lines.words().push_str(&format!(" {{#{}}}", clause.id));
            lines.end();
            None
        } else {
            Some(clause.id.as_str())
        };
        let Some(locale) = &clause.shown_in else {
            return kramdown::write(lines, &clause.body, anchor, setting);
        };
        lines.words().push('*');
        kramdown::escape(lines.words(), &self.note, false);
        lines.words().push('*');
        lines.end();
        let (lang, dir) = (locale.tag(), locale.direction());
        lines.words().push_str(&format!("<div lang=\"{lang}\" dir=\"{dir}\" markdown=\"1\">"));
        lines.end();
        kramdown::write(lines, &clause.body, anchor, setting);
        lines.words().push_str("</div>");
        lines.end();
    }

    /// The way from here to the policy's own page as Jekyll serves them.
    fn back_in_jekyll(&self) -> String {
        if self.back.is_empty() {
            return String::new();
        }
        let served = |permalink: &str| served(self.manifest, self.locale(), permalink);
        let home = self.manifest.permalink(self.locale());
        way_back(&served(&self.document.permalink), &served(home))
    }

    fn front_matter(&self) -> String {
        let document = self.document;
        let published = self.published().unwrap_or_default();
        // Themes show it above the page and on its tab.
        let mut title = document.title.text().to_owned();
        if let Some(edition) = self.edition.filter(|edition| edition.own_page) {
            title.push_str(" · ");
            title.push_str(&edition.name);
        }
        let page = FrontMatter {
            title: &title,
            description: document.description.text(),
            permalink: &document.permalink,
            locale: &document.locale,
            published: &published,
        };
        page.of(self.manifest)
    }
}

/// What the front matter of a page can say.
pub(crate) struct FrontMatter<'f> {
    pub(crate) title: &'f str,
    pub(crate) description: &'f str,
    pub(crate) permalink: &'f str,
    pub(crate) locale: &'f Locale,
    pub(crate) published: &'f str,
}

impl FrontMatter<'_> {
    fn value<'v>(&'v self, name: &str, manifest: &'v Manifest) -> Option<&'v str> {
        match name {
            "title" => Some(self.title),
            "description" => Some(self.description),
            "permalink" => Some(self.permalink),
            "locale" => Some(self.locale.tag()),
            "direction" => Some(self.locale.direction()),
            "published" => Some(self.published),
            "policy" => Some(manifest.id.as_str()),
            _ => None,
        }
    }

    /// Where a permalink has Jekyll put the page.
    fn place(&self, permalink: &str, manifest: &Manifest) -> String {
        let filled = fill(permalink, |name| self.value(name, manifest));
        jekyll_place(&filled.unwrap_or_default())
    }

    /// YAML, written as JSON writes it, which YAML reads the same way.
    pub(crate) fn of(&self, manifest: &Manifest) -> String {
        let value = |name: &str| self.value(name, manifest);
        let mut yaml = String::new();
        for (name, item) in &manifest.front_matter {
            let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            let name = if plain { name.clone() } else { quoted(name) };
            let item = match item {
                Scalar::Text(text) if name == "permalink" => quoted(&self.place(text, manifest)),
                item => yaml_value(item, &value),
            };
            yaml.push_str(&format!("{name}: {item}\n"));
        }
        yaml
    }
}

/// Where Jekyll serves the page with this permalink.
pub(crate) fn served(manifest: &Manifest, locale: &Locale, permalink: &str) -> String {
    let front_matter = FrontMatter { title: "", description: "", permalink, locale, published: "" };
    let own = manifest.front_matter.iter().find_map(|(name, item)| match item {
        Scalar::Text(text) if name == "permalink" => Some(front_matter.place(text, manifest)),
        _ => None,
    });
    // Without one, it is called as its file.
    own.unwrap_or_else(|| format!("{permalink}.html"))
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
