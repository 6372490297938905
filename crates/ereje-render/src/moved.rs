//! Addresses that were given up: there stay pages that lead to those of today.

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use serde::Serialize;

use crate::page::{html_path, jekyll_path, served};
use crate::site::{below, jekyll_url, relative};
use crate::{Output, Site, Templates, html};

/// The policy's page in a language.
#[derive(Clone, Copy)]
pub(crate) struct Moved<'m> {
    pub(crate) manifest: &'m Manifest,
    pub(crate) locale: &'m Locale,
    /// What it is called.
    pub(crate) title: &'m str,
}

#[derive(Serialize)]
struct MovedValues<'v> {
    lang: &'v str,
    dir: &'static str,
    title: String,
    href: &'v str,
    canonical: Option<String>,
}

/// Whether an address is that of a file, as those of pages are that were written by hand.
pub(crate) fn is_file(address: &str) -> bool {
    address.ends_with(".html")
}

fn folder_of(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

impl Moved<'_> {
    /// The addresses that were given up.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.manifest.former_permalinks(self.locale)
    }

    /// The pages at the address `from`, and at `suffix` below it.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub(crate) fn pages(
        &self,
        from: &str,
        suffix: &str,
        (site, templates): (&Site<'_>, &Templates),
    ) -> Result<Vec<Output>, Diagnostic> {
        let outputs = &site.workspace.outputs;
        let here = below(from, suffix);
        // Nothing is below a file.
        if is_file(from) && !suffix.is_empty() {
            return Ok(Vec::new());
        }
        let to = below(self.manifest.permalink(self.locale), suffix);
        let fill = |href: &str| {
            let values = MovedValues {
                lang: self.locale.tag(),
                dir: self.locale.direction(),
                title: self.title(),
                href,
                canonical: site.absolute(&to),
            };
            templates.fill("moved.html", &values, 1 << 10)
        };
        let mut files = Vec::new();
        let (path, folder) = match outputs.html.as_ref().filter(|_| is_file(from)) {
            Some(folder) => (Some(format!("{folder}/{from}")), folder_of(from)),
            None => (html_path(&here, outputs), here.as_str()),
        };
        if let Some(path) = path {
            files.push(Output { path, bytes: fill(&relative(folder, &to))? });
        }
        if let Some(path) = jekyll_path(&here, outputs) {
            let page = fill(&format!("{{{{ '{}' | relative_url }}}}", jekyll_url(&to)))?;
            let page = String::from_utf8_lossy(&page);
            let served = || served(self.manifest, self.locale, &here);
            let place = if is_file(from) { format!("/{from}") } else { served() };
            // In a theme's frame it would be no page that leads elsewhere at once.
            let front_matter = format!("permalink: \"{place}\"\nlayout: null\nsitemap: false\n");
            let text = format!(
                "---\n{front_matter}---\n{{::nomarkdown}}\n{}\n{{:/nomarkdown}}\n",
                page.trim_end()
            );
            files.push(Output { path, bytes: text.into_bytes() });
        }
        Ok(files)
    }

    /// The title as HTML that has no braces, which Liquid would take for its own.
    fn title(&self) -> String {
        let mut title = String::new();
        html::escape_value(&mut title, self.title);
        title.replace('{', "&#123;").replace('}', "&#125;")
    }
}
