//! A page in all its languages: how they lead to each other.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use ereje::diagnostic::Diagnostic;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use serde::Serialize;
use xxhash_rust::xxh3::Xxh3Default;

use super::{Site, below, depth, jekyll_url, relative};
use crate::json::{self, LocaleData};
use crate::templates::Templates;

/// A page in all its languages, and what pages say of that once one is made: of
/// an old version none may be.
pub(super) struct Relatives<'s> {
    manifest: &'s Manifest,
    shared: Shared<'s>,
    family: OnceLock<Result<Family, Diagnostic>>,
}

/// What all pages of a policy that have the same languages share.
#[derive(Clone)]
pub(super) struct Shared<'s> {
    /// The languages and the policy's address in each.
    pages: Arc<[(&'s Locale, &'s str)]>,
    /// A digest of these.
    digest: u64,
}

impl<'s> Shared<'s> {
    pub(super) fn of(manifest: &'s Manifest, locales: &[&Locale]) -> Shared<'s> {
        let pages: Arc<[(&Locale, &str)]> =
            manifest.pages().filter(|(locale, _)| locales.contains(locale)).collect();
        let mut hash = Xxh3Default::new();
        pages.iter().for_each(|(locale, page)| (locale.tag(), page).hash(&mut hash));
        Shared { pages, digest: hash.finish() }
    }
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

impl<'s> Site<'s> {
    pub(super) fn add_page(&mut self, manifest: &'s Manifest, suffix: &str, shared: &Shared<'s>) {
        let below_home = if suffix.is_empty() { 0 } else { depth(suffix) };
        let mut depths: Vec<usize> =
            shared.pages.iter().map(|(_, page)| depth(page) + below_home).collect();
        depths.sort_unstable();
        depths.dedup();
        for depth in depths {
            let relatives =
                Relatives { manifest, shared: shared.clone(), family: OnceLock::default() };
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
        relatives.map(|relatives| relatives.shared.digest).hash(hash);
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
            let pages =
                relatives.shared.pages.iter().map(|(locale, page)| (*locale, below(page, suffix)));
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
                url: jekyll_url(page),
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
}
