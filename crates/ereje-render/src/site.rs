//! What all pages of a workspace have in common, and how they find each other.

use std::collections::BTreeMap;

use ereje::furniture::Furniture;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::workspace::Workspace;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::html;
use crate::json::{self, LocaleData};
use crate::templates::Shared;

/// What all pages of a workspace have in common.
pub struct Site<'s> {
    pub(crate) workspace: &'s Workspace,
    pub(crate) languages: &'s BTreeMap<Locale, Furniture>,
    families: BTreeMap<(&'s str, usize), Family>,
}

/// The pages of one policy in all its languages, as the pages in folders of
/// one depth see them.
pub(crate) struct Family {
    /// The language switcher: a list of [`Alternate`].
    pub(crate) alternates: Shared,
    /// The same for search engines: elements for the head of a page.
    pub(crate) hreflang: Shared,
    /// The same for apps, in JSON.
    pub(crate) data: Box<RawValue>,
}

/// A page in a language.
#[derive(Serialize)]
pub(crate) struct Alternate<'s> {
    pub(crate) lang: &'s str,
    pub(crate) name: &'s str,
    pub(crate) dir: &'static str,
    pub(crate) href: String,
    /// For Jekyll: from the root of its site.
    pub(crate) url: String,
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
    /// The site of these policies.
    #[must_use]
    pub fn new(
        workspace: &'s Workspace,
        languages: &'s BTreeMap<Locale, Furniture>,
        manifests: &'s [Manifest],
    ) -> Site<'s> {
        let mut site = Site { workspace, languages, families: BTreeMap::new() };
        for manifest in manifests {
            for (_, page) in manifest.pages() {
                let key = (manifest.id.as_str(), depth(page));
                if !site.families.contains_key(&key) {
                    let family = site.family_seen_from(manifest, page);
                    site.families.insert(key, family);
                }
            }
        }
        site
    }

    /// The pages of a policy in all its languages, seen from one of them.
    pub(crate) fn family<'f>(&'f self, manifest: &'f Manifest, page: &str) -> Option<&'f Family> {
        self.families.get(&(manifest.id.as_str(), depth(page)))
    }

    fn family_seen_from(&self, manifest: &Manifest, from: &str) -> Family {
        let alternates = manifest.pages().map(|(locale, page)| Alternate {
            lang: locale.tag(),
            name: self.name(locale),
            dir: locale.direction(),
            href: relative(from, page),
            url: format!("/{page}"),
        });
        // Whoever's language is not among them is sent to the source.
        let source = manifest.permalink(&manifest.source_locale);
        let languages = manifest.pages().map(|(locale, page)| (locale.tag(), page));
        let data = manifest.pages().map(|(locale, path)| LocaleData {
            locale: locale.tag(),
            name: self.name(locale),
            path,
        });
        Family {
            alternates: Shared::list(alternates),
            hreflang: self.hreflang(from, languages.chain([("x-default", source)])),
            data: json::raw(&data.collect::<Vec<_>>()),
        }
    }

    /// Elements that tell search engines of a page in other languages, seen
    /// from the page in folder `from`.
    pub(crate) fn hreflang<'l>(
        &self,
        from: &str,
        pages: impl Iterator<Item = (&'l str, &'l str)>,
    ) -> Shared {
        let mut links = String::new();
        for (lang, page) in pages {
            links.push_str("<link rel=\"alternate\" hreflang=\"");
            links.push_str(lang);
            links.push_str("\" href=\"");
            html::escape_value(&mut links, &self.for_engines(from, page));
            links.push_str("\">\n");
        }
        Shared::html(links.trim_end())
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
