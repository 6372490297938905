//! What all pages of a workspace have in common, and how they find each other.

use std::collections::BTreeMap;

use ereje::furniture::Furniture;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::workspace::Workspace;
use serde::Serialize;

/// What all pages of a workspace have in common.
pub struct Site<'s> {
    /// Settings.
    pub workspace: &'s Workspace,
    /// The languages and what stands around the text in them.
    pub languages: &'s BTreeMap<Locale, Furniture>,
}

/// A page in another language.
#[derive(Serialize)]
pub(crate) struct Alternate<'s> {
    pub(crate) lang: &'s str,
    pub(crate) name: &'s str,
    pub(crate) dir: &'static str,
    pub(crate) href: String,
    /// For Jekyll: from the root of its site.
    pub(crate) url: String,
    pub(crate) current: bool,
}

/// A `<link rel="alternate">`.
#[derive(Serialize)]
pub(crate) struct Hreflang<'s> {
    pub(crate) lang: &'s str,
    pub(crate) href: String,
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
    /// The name of a language, in itself.
    pub(crate) fn name(&self, locale: &'s Locale) -> &'s str {
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

    /// The pages of a policy in all its languages, seen from one of them.
    pub(crate) fn alternates(
        &self,
        manifest: &'s Manifest,
        current: &Locale,
    ) -> Vec<Alternate<'s>> {
        let from = manifest.permalink(current);
        let alternate = |locale: &'s Locale| Alternate {
            lang: locale.tag(),
            name: self.name(locale),
            dir: locale.direction(),
            href: relative(from, manifest.permalink(locale)),
            url: format!("/{}", manifest.permalink(locale)),
            current: locale == current,
        };
        manifest.locales.iter().map(alternate).collect()
    }

    /// The same for search engines; whoever's language is not among them is
    /// sent to the source.
    pub(crate) fn hreflang(&self, manifest: &'s Manifest, current: &Locale) -> Vec<Hreflang<'s>> {
        let from = manifest.permalink(current);
        let link = |lang, locale| Hreflang {
            lang,
            href: self.for_engines(from, manifest.permalink(locale)),
        };
        let languages = manifest.locales.iter().map(|locale| link(locale.tag(), locale));
        languages.chain([link("x-default", &manifest.source_locale)]).collect()
    }
}

/// The way from the page in folder `from` to the page in folder `to`. It names
/// the file, so that it works from a disk as well as from a server.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let up = root(from);
    if to.is_empty() { format!("{up}index.html") } else { format!("{up}{to}/index.html") }
}

/// The way from the page in `folder` to the root of the site.
pub(crate) fn root(folder: &str) -> String {
    if folder.is_empty() { "./".into() } else { "../".repeat(folder.split('/').count()) }
}
