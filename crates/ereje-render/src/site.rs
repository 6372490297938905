//! What all pages of a workspace have in common, and how they find each other.

mod family;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ereje::diagnostic::Diagnostic;
use ereje::furniture::Furniture;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::workspace::Workspace;
use serde::Serialize;

use crate::html;
use crate::links::Origin;
use crate::page::{FrontMatter, served};
use crate::templates::Templates;
pub(crate) use family::{Family, IN_HTML, Language, Switcher};
use family::{Relatives, Shared};

/// What all pages of a workspace have in common.
pub struct Site<'s> {
    pub(crate) workspace: &'s Workspace,
    pub(crate) languages: &'s BTreeMap<Locale, Furniture>,
    /// By policy, page below its address, and depth of the page.
    relatives: BTreeMap<(&'s str, String, usize), Relatives<'s>>,
    policies: BTreeMap<&'s str, &'s Manifest>,
}

/// What every HTML page says of itself.
#[derive(Serialize)]
pub(crate) struct PageValues<'v> {
    pub(crate) lang: &'v str,
    pub(crate) dir: &'static str,
    pub(crate) title: Cow<'v, str>,
    pub(crate) description: Cow<'v, str>,
    pub(crate) canonical: Option<String>,
    pub(crate) root: String,
    pub(crate) draft: bool,
}

/// What the frame of a page about versions shows.
#[derive(Serialize)]
pub(crate) struct FrameValues<'v> {
    pub(crate) page: PageValues<'v>,
    front_matter: String,
    style: &'v str,
    t: Words<'v>,
    languages: String,
    jekyll_languages: String,
    language_count: usize,
    hreflang: &'v str,
    index_href: String,
}

impl<'v> FrameValues<'v> {
    /// The frame of a page in English for the owner of a policy.
    pub(crate) fn for_owner(title: &str, templates: &'v Templates) -> FrameValues<'v> {
        FrameValues::without_site(("en", "ltr"), Words::ENGLISH, title, templates)
    }

    /// The frame of a page that belongs to no site.
    pub(crate) fn alone(
        furniture: &'v Furniture,
        title: &str,
        templates: &'v Templates,
    ) -> FrameValues<'v> {
        let language = (furniture.locale.tag(), furniture.locale.direction());
        FrameValues::without_site(language, Words::of(furniture), title, templates)
    }

    fn without_site(
        (lang, dir): (&'v str, &'static str),
        t: Words<'v>,
        title: &str,
        templates: &'v Templates,
    ) -> FrameValues<'v> {
        FrameValues {
            page: PageValues {
                lang,
                dir,
                title: title.to_owned().into(),
                description: String::new().into(),
                canonical: None,
                root: String::new(),
                draft: false,
            },
            front_matter: String::new(),
            style: templates.style(),
            t,
            languages: String::new(),
            jekyll_languages: String::new(),
            language_count: 0,
            hreflang: "",
            index_href: String::new(),
        }
    }
}

/// The words of a page's furniture, by the names that templates use.
#[derive(Serialize)]
pub(crate) struct Words<'s> {
    contents: &'s str,
    languages: &'s str,
    policies: &'s str,
    skip_to_text: &'s str,
    draft_banner: &'s str,
}

impl Words<'static> {
    /// Of a page in English that belongs to no workspace's readers.
    const ENGLISH: Words<'static> = Words {
        contents: "Contents",
        languages: "Languages",
        policies: "Policies",
        skip_to_text: "Skip to the text",
        draft_banner: "Draft",
    };
}

impl<'s> Words<'s> {
    pub(crate) fn of(furniture: &'s Furniture) -> Words<'s> {
        Words {
            contents: furniture.text("contents"),
            languages: furniture.text("languages"),
            policies: furniture.text("policies"),
            skip_to_text: furniture.text("skip-to-text"),
            draft_banner: furniture.text("draft-banner"),
        }
    }
}

impl<'s> Site<'s> {
    /// The site of these policies. `subpages` tells of each which pages it has
    /// below its own address, and in which languages; of its own address, with
    /// an empty name, where it is not there in all of them.
    #[must_use]
    pub fn new<'l>(
        workspace: &'s Workspace,
        languages: &'s BTreeMap<Locale, Furniture>,
        manifests: &'s [Manifest],
        subpages: impl Fn(&'s Manifest) -> Vec<(String, Vec<&'l Locale>)>,
    ) -> Site<'s> {
        let policies = manifests.iter().map(|manifest| (manifest.id.as_str(), manifest)).collect();
        let mut site = Site { workspace, languages, relatives: BTreeMap::new(), policies };
        for manifest in manifests {
            let pages = subpages(manifest);
            if pages.iter().all(|(suffix, _)| !suffix.is_empty()) {
                let all: Vec<&Locale> = manifest.locales.iter().collect();
                site.add_page(manifest, "", &Shared::of(manifest, &all));
            }
            // Nearly all pages have the same languages.
            let mut last: Option<(&[&Locale], Shared<'s>)> = None;
            for (suffix, locales) in &pages {
                let known = last.take().filter(|(same, _)| same == locales);
                let shared = known.map(|(_, shared)| shared);
                let shared = shared.unwrap_or_else(|| Shared::of(manifest, locales));
                site.add_page(manifest, suffix, &shared);
                last = Some((locales, shared));
            }
        }
        site
    }

    /// What the frame of the page at `suffix` below a policy's address shows.
    ///
    /// # Errors
    /// What is wrong with a template.
    pub(crate) fn frame<'f>(
        &'f self,
        manifest: &'f Manifest,
        furniture: &'f Furniture,
        suffix: &str,
        (policy, title): (&str, String),
        templates: &'f Templates,
    ) -> Result<FrameValues<'f>, Diagnostic> {
        let locale = &furniture.locale;
        let here = below(manifest.permalink(locale), suffix);
        let family = self.family(manifest, suffix, &here, templates)?;
        let front_matter = FrontMatter {
            title: &title,
            description: &title,
            permalink: &here,
            locale,
            published: "",
        };
        Ok(FrameValues {
            front_matter: front_matter.of(manifest),
            page: PageValues {
                lang: locale.tag(),
                dir: locale.direction(),
                title: policy.to_owned().into(),
                description: title.into(),
                canonical: self.absolute(&here),
                root: root(&here),
                draft: false,
            },
            style: templates.style(),
            t: Words::of(furniture),
            languages: family.map_or_else(String::new, |family| family.html.on(locale.tag())),
            jekyll_languages: family
                .map_or_else(String::new, |family| family.jekyll.on(locale.tag())),
            language_count: family.map_or(0, |family| family.html.count()),
            hreflang: family.map_or("", |family| &family.hreflang),
            index_href: relative(&here, locale.tag()),
        })
    }

    /// Elements that tell search engines of a page in other languages, seen
    /// from the page in folder `from`.
    pub(crate) fn hreflang<'l>(
        &self,
        from: &str,
        pages: impl Iterator<Item = (&'l str, &'l str)>,
    ) -> String {
        let mut links = String::new();
        for (lang, page) in pages {
            links.push_str("<link rel=\"alternate\" hreflang=\"");
            links.push_str(lang);
            links.push_str("\" href=\"");
            html::escape_value(&mut links, &self.for_engines(from, page));
            links.push_str("\">\n");
        }
        links.truncate(links.trim_end().len());
        links
    }

    /// The name of a language, in itself.
    pub(crate) fn name<'l>(&'l self, locale: &'l Locale) -> &'l str {
        self.languages.get(locale).map_or(locale.tag(), Furniture::language_name)
    }

    /// The address of a page on the web, where the site's is known.
    pub(crate) fn absolute(&self, folder: &str) -> Option<String> {
        let base = self.workspace.outputs.base_url.as_deref()?;
        Some(if folder.is_empty() { format!("{base}/") } else { format!("{base}/{folder}/") })
    }

    /// Where a policy's own page is served, for files that are no pages: on the HTML
    /// site, or on the Jekyll site where there is no other.
    pub(crate) fn served(&self, manifest: &Manifest, locale: &Locale) -> String {
        let page = manifest.permalink(locale);
        let outputs = &self.workspace.outputs;
        match (&outputs.html, &outputs.jekyll) {
            (None, Some(_)) => served(manifest, locale, page),
            _ => format!("{page}/"),
        }
    }

    /// The policy of this id.
    pub(crate) fn policy(&self, id: &str) -> Option<&'s Manifest> {
        self.policies.get(id).copied()
    }

    /// The same as what relative links are seen from.
    pub(crate) fn origin<'o>(&'o self, page: &'o str) -> Origin<'o> {
        Origin { site: self.workspace.outputs.base_url.as_deref(), page }
    }

    /// A page for search engines: absolute where possible.
    pub(crate) fn for_engines(&self, from: &str, to: &str) -> String {
        self.absolute(to).unwrap_or_else(|| relative(from, to))
    }

    /// A file beside the page in folder `to`, for programs: absolute where
    /// possible.
    pub(crate) fn file(&self, from: &str, to: &str, name: &str) -> String {
        let folder = self.absolute(to).unwrap_or_else(|| format!("{}{to}/", root(from)));
        folder + name
    }
}

/// The page at `suffix` below another.
pub(crate) fn below(page: &str, suffix: &str) -> String {
    if suffix.is_empty() { page.to_owned() } else { format!("{page}/{suffix}") }
}

/// How many folders deep a page is.
pub(crate) fn depth(page: &str) -> usize {
    page.split('/').count()
}

/// The way from the page in folder `from` to the page in folder `to`. It names
/// the file, so that it works from a disk as well as from a server.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let up = root(from);
    if to.is_empty() { format!("{up}index.html") } else { format!("{up}{to}/index.html") }
}

/// A page's address on a Jekyll site, from its root.
pub(crate) fn jekyll_url(page: &str) -> String {
    format!("/{}", jekyll_place(page))
}

/// Where Jekyll puts a page. It takes `1.0` for a file of the type `.0`, which hosts
/// send as a download; such a page is in a folder of its own.
pub(crate) fn jekyll_place(page: &str) -> String {
    let last = page.rsplit('/').next().unwrap_or_default();
    let is_file = !last.contains('.') || last.ends_with(".html");
    if is_file { page.to_owned() } else { format!("{page}/") }
}

/// The way from the page in `folder` to the root of the site.
pub(crate) fn root(folder: &str) -> String {
    if folder.is_empty() { "./".into() } else { "../".repeat(depth(folder)) }
}
