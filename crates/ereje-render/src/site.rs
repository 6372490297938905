//! What all pages of a workspace have in common, and how they find each other.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use ereje::diagnostic::Diagnostic;
use ereje::furniture::Furniture;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::workspace::Workspace;
use serde::Serialize;

use crate::html;
use crate::json::{self, LocaleData};
use crate::page::FrontMatter;
use crate::templates::Templates;

/// What all pages of a workspace have in common.
pub struct Site<'s> {
    pub(crate) workspace: &'s Workspace,
    pub(crate) languages: &'s BTreeMap<Locale, Furniture>,
    /// By policy, page below its address, and depth of the page.
    relatives: BTreeMap<(&'s str, String, usize), Relatives<'s>>,
}

/// A page in all its languages, and what pages say of that once one is made: of
/// an old version none may be.
struct Relatives<'s> {
    manifest: &'s Manifest,
    /// The languages and the policy's address in each.
    pages: Vec<(&'s Locale, &'s str)>,
    family: OnceLock<Result<Family, Diagnostic>>,
}

/// The pages of one policy in all its languages, as the pages in folders of
/// one depth see them. What they all show is made once.
pub(crate) struct Family {
    /// The language switcher of HTML pages.
    pub(crate) html: Switcher,
    /// The language switcher of Jekyll pages.
    pub(crate) jekyll: Switcher,
    /// For search engines: elements for the head of a page.
    pub(crate) hreflang: String,
    /// For apps, in JSON.
    pub(crate) data: String,
}

/// Links to the languages of a page. Of a hundred languages, only one link is
/// different on each page.
pub(crate) struct Switcher {
    /// By language: the link, and what stands in its place on its own page.
    links: Vec<(String, String, String)>,
    between: &'static str,
}

impl Switcher {
    /// Makes the links with the template `name`.
    pub(crate) fn new<'l>(
        languages: impl Iterator<Item = Language<'l>>,
        (name, between): (&str, &'static str),
        templates: &Templates,
    ) -> Result<Switcher, Diagnostic> {
        let fill = |language: &Language<'_>| {
            let link = templates.fill(name, language, 256)?;
            Ok(String::from_utf8_lossy(&link).trim_end().to_owned())
        };
        let links = languages.map(|language| {
            let link = fill(&language)?;
            let own = fill(&Language { current: true, ..language })?;
            Ok((language.lang.to_owned(), link, own))
        });
        Ok(Switcher { links: links.collect::<Result<_, Diagnostic>>()?, between })
    }

    /// The switcher on the page in `lang`; empty where there is nothing to
    /// switch.
    pub(crate) fn on(&self, lang: &str) -> String {
        let mut switcher = String::new();
        if self.links.len() > 1 {
            switcher.reserve(self.links.iter().map(|(_, link, _)| link.len() + 4).sum());
            for (nth, (language, link, own)) in self.links.iter().enumerate() {
                switcher.push_str(if nth > 0 { self.between } else { "" });
                switcher.push_str(if language == lang { own } else { link });
            }
        }
        switcher
    }

    /// How many languages there are.
    pub(crate) fn count(&self) -> usize {
        self.links.len()
    }
}

/// A language as a template for the switcher sees it.
#[derive(Clone, Serialize)]
pub(crate) struct Language<'l> {
    pub(crate) lang: &'l str,
    pub(crate) name: &'l str,
    pub(crate) dir: &'static str,
    pub(crate) href: String,
    /// For Jekyll: from the root of its site.
    pub(crate) url: String,
    /// Whether the page itself is in it.
    pub(crate) current: bool,
}

/// Templates for one language of the switcher, and what stands between two.
pub(crate) const IN_HTML: (&str, &str) = ("language.html", "\n");
const IN_JEKYLL: (&str, &str) = ("language.md", " · ");

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
        FrameValues {
            page: PageValues {
                lang: "en",
                dir: "ltr",
                title: title.to_owned().into(),
                description: String::new().into(),
                canonical: None,
                root: String::new(),
                draft: false,
            },
            front_matter: String::new(),
            style: templates.style(),
            t: Words::ENGLISH,
            languages: String::new(),
            jekyll_languages: String::new(),
            language_count: 0,
            hreflang: "",
            index_href: String::new(),
        }
    }

    /// The frame of a page that belongs to no site.
    pub(crate) fn alone(
        furniture: &'v Furniture,
        title: &str,
        templates: &'v Templates,
    ) -> FrameValues<'v> {
        FrameValues {
            page: PageValues {
                lang: furniture.locale.tag(),
                dir: furniture.locale.direction(),
                title: title.to_owned().into(),
                description: String::new().into(),
                canonical: None,
                root: String::new(),
                draft: false,
            },
            front_matter: String::new(),
            style: templates.style(),
            t: Words::of(furniture),
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
        let mut site = Site { workspace, languages, relatives: BTreeMap::new() };
        for manifest in manifests {
            let pages = subpages(manifest);
            if pages.iter().all(|(suffix, _)| !suffix.is_empty()) {
                site.add_page(manifest, "", &manifest.locales.iter().collect::<Vec<_>>());
            }
            for (suffix, locales) in pages {
                site.add_page(manifest, &suffix, &locales);
            }
        }
        site
    }

    fn add_page(&mut self, manifest: &'s Manifest, suffix: &str, locales: &[&Locale]) {
        let pages: Vec<(&Locale, &str)> =
            manifest.pages().filter(|(locale, _)| locales.contains(locale)).collect();
        let mut depths: Vec<usize> =
            pages.iter().map(|(_, page)| depth(&below(page, suffix))).collect();
        depths.sort_unstable();
        depths.dedup();
        for depth in depths {
            let relatives =
                Relatives { manifest, pages: pages.clone(), family: OnceLock::default() };
            let key = (manifest.id.as_str(), suffix.to_owned(), depth);
            self.relatives.entry(key).or_insert(relatives);
        }
    }

    fn relatives<'f>(
        &'f self,
        manifest: &'f Manifest,
        suffix: &str,
        page: &str,
    ) -> Option<&'f Relatives<'f>> {
        self.relatives.get(&(manifest.id.as_str(), suffix.to_owned(), depth(page)))
    }

    /// Puts into a digest which languages the page at `suffix` below a policy's
    /// address has, seen from the one at `page`.
    pub(crate) fn hash_family(
        &self,
        manifest: &Manifest,
        suffix: &str,
        page: &str,
        hash: &mut impl Hasher,
    ) {
        let relatives = self.relatives(manifest, suffix, page);
        for (locale, page) in relatives.iter().flat_map(|relatives| &relatives.pages) {
            (locale.tag(), page).hash(hash);
        }
    }

    /// The page at `suffix` below a policy's address in all its languages, seen
    /// from the one at `page`.
    ///
    /// # Errors
    /// What is wrong with a template.
    pub(crate) fn family<'f>(
        &'f self,
        manifest: &'f Manifest,
        suffix: &str,
        page: &str,
        templates: &Templates,
    ) -> Result<Option<&'f Family>, Diagnostic> {
        let Some(relatives) = self.relatives(manifest, suffix, page) else { return Ok(None) };
        let make = || {
            let pages = relatives.pages.iter().map(|(locale, page)| (*locale, below(page, suffix)));
            let pages: Vec<_> = pages.collect();
            self.family_seen_from(relatives.manifest, page, &pages, templates)
        };
        relatives.family.get_or_init(make).as_ref().map(Some).map_err(Clone::clone)
    }

    fn family_seen_from(
        &self,
        manifest: &Manifest,
        from: &str,
        pages: &[(&Locale, String)],
        templates: &Templates,
    ) -> Result<Family, Diagnostic> {
        let languages = || {
            pages.iter().map(|(locale, page)| Language {
                lang: locale.tag(),
                name: self.name(locale),
                dir: locale.direction(),
                href: relative(from, page),
                url: format!("/{page}"),
                current: false,
            })
        };
        // Whoever's language is not among them is sent to the source.
        let is_source = |(locale, _): &&(&Locale, String)| **locale == manifest.source_locale;
        let source = pages.iter().find(is_source).map(|(_, page)| ("x-default", page.as_str()));
        let data = pages.iter().map(|(locale, path)| LocaleData {
            locale: locale.tag(),
            name: self.name(locale),
            path,
        });
        let pages = pages.iter().map(|(locale, page)| (locale.tag(), page.as_str()));
        Ok(Family {
            html: Switcher::new(languages(), IN_HTML, templates)?,
            jekyll: Switcher::new(languages(), IN_JEKYLL, templates)?,
            hreflang: self.hreflang(from, pages.chain(source)),
            data: json::text(&data.collect::<Vec<_>>()),
        })
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
fn depth(page: &str) -> usize {
    page.split('/').count()
}

/// The way from the page in folder `from` to the page in folder `to`. It names
/// the file, so that it works from a disk as well as from a server.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let up = root(from);
    if to.is_empty() { format!("{up}index.html") } else { format!("{up}{to}/index.html") }
}

/// The way from the page in `folder` to the root of the site.
pub(crate) fn root(folder: &str) -> String {
    if folder.is_empty() { "./".into() } else { "../".repeat(depth(folder)) }
}
