//! The pages that lead to policies: one a language, one for the root of the
//! site, and one file for apps a product.

use std::collections::{BTreeMap, BTreeSet};

use ereje::diagnostic::Diagnostic;
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use serde::Serialize;

use crate::json::{self, IndexEntry, IndexFile, IndexLocale};
use crate::site::{IN_HTML, Language, PageValues, Site, Switcher, Words, relative, root};
use crate::{Output, Templates, schemas};

/// What an index says of a policy in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its title there.
    pub title: String,
    /// Its description there.
    pub description: String,
}

#[derive(Serialize)]
struct IndexValues<'v> {
    page: PageValues<'v>,
    style: &'v str,
    t: Words<'v>,
    site_name: &'v str,
    policies: Vec<PolicyValues<'v>>,
    languages: String,
    language_count: usize,
    hreflang: String,
}

#[derive(Serialize)]
struct PolicyValues<'v> {
    id: &'v str,
    title: &'v str,
    description: &'v str,
    lang: &'v str,
    dir: &'static str,
    href: String,
}

/// The entries of an index by policy and locale.
pub type Entries = BTreeMap<(String, Locale), Entry>;

/// Languages that policies gave up, all of them where a policy has ended: a page marks its
/// text as no longer in force, and apps are not told of it.
pub type GivenUp = BTreeSet<(String, Locale)>;

/// When the text of a policy was published that its pages show.
pub(crate) type Published<'p> = &'p dyn Fn(&Manifest) -> Option<Date>;

/// The index pages and files of a workspace.
///
/// # Errors
/// What is wrong with a template.
pub fn render_indexes(
    (manifests, entries, published): (&[Manifest], (&Entries, &GivenUp), Published<'_>),
    site: &Site<'_>,
    templates: &Templates,
    draft: bool,
) -> Result<Vec<Output>, Diagnostic> {
    let mut files = Vec::new();
    let outputs = &site.workspace.outputs;
    let (entries, given_up) = entries;
    if let Some(folder) = &outputs.html {
        let index = Index { manifests, entries, site, templates, draft };
        // As on the pages of the first policy; what others have besides follows.
        let mut locales: Vec<&Locale> = Vec::new();
        for locale in manifests.iter().flat_map(Manifest::all_locales) {
            if !locales.contains(&locale) {
                locales.push(locale);
            }
        }
        let own = [&site.workspace.default_locale].into_iter().filter(|l| locales.contains(l));
        let root_locale = own.chain(locales.iter().copied()).next();
        for (locale, place) in root_locale
            .map(|locale| (locale, ""))
            .into_iter()
            .chain(locales.iter().map(|l| (*l, l.tag())))
        {
            let path =
                if place.is_empty() { "index.html".into() } else { format!("{place}/index.html") };
            let bytes = index.page(locale, place, &locales)?;
            files.push(Output { path: format!("{folder}/{path}"), bytes });
        }
    }
    if let Some(folder) = &outputs.json {
        let products: BTreeSet<&str> = manifests.iter().map(|m| m.product.as_str()).collect();
        for product in products {
            let bytes = product_index(product, (manifests, (entries, given_up), published), site);
            files.push(Output { path: format!("{folder}/{product}/index.json"), bytes });
        }
        files.extend(schemas::files(folder));
    }
    Ok(files)
}

struct Index<'i> {
    manifests: &'i [Manifest],
    entries: &'i Entries,
    site: &'i Site<'i>,
    templates: &'i Templates,
    draft: bool,
}

impl<'i> Index<'i> {
    /// The index in `locale`, for the page at `place` (the root is empty).
    fn page(
        &self,
        locale: &'i Locale,
        place: &str,
        locales: &[&'i Locale],
    ) -> Result<Vec<u8>, Diagnostic> {
        let Some(furniture) = self.site.languages.get(locale) else { return Ok(Vec::new()) };
        let policies = self.manifests.iter().filter_map(|manifest| {
            let entry = self.entries.get(&(manifest.id.clone(), locale.clone()))?;
            Some(PolicyValues {
                id: &manifest.id,
                title: &entry.title,
                description: &entry.description,
                lang: locale.tag(),
                dir: locale.direction(),
                href: relative(place, manifest.permalink(locale)),
            })
        });
        let languages = locales.iter().map(|other| Language {
            lang: other.tag(),
            name: self.site.name(other),
            dir: other.direction(),
            href: relative(place, other.tag()),
            url: format!("/{}", other.tag()),
            current: false,
        });
        let switcher = Switcher::new(languages, IN_HTML, self.templates)?;
        let pages = locales.iter().map(|other| (other.tag(), other.tag()));
        let hreflang = self.site.hreflang(place, pages.chain([("x-default", "")]));
        let values = IndexValues {
            page: PageValues {
                lang: locale.tag(),
                dir: locale.direction(),
                title: format!("{} · {}", furniture.text("policies"), self.site.workspace.name)
                    .into(),
                description: self.site.workspace.name.as_str().into(),
                canonical: self.site.absolute(place),
                root: root(place),
                draft: self.draft,
            },
            style: self.templates.style(),
            t: Words::of(furniture),
            site_name: &self.site.workspace.name,
            policies: policies.collect(),
            languages: switcher.on(locale.tag()),
            language_count: switcher.count(),
            hreflang,
        };
        let size = self.templates.style().len() + (16 << 10);
        self.templates.fill("index.html", &values, size)
    }
}

fn product_index(
    product: &str,
    (manifests, (entries, given_up), published): (&[Manifest], (&Entries, &GivenUp), Published<'_>),
    site: &Site<'_>,
) -> Vec<u8> {
    let of_product = manifests.iter().filter(|manifest| manifest.product == product);
    // Of one that has ended there is nothing to fetch.
    let has_ended = |manifest: &&Manifest| {
        let mut locales = manifest.all_locales();
        locales.all(|locale| given_up.contains(&(manifest.id.clone(), locale.clone())))
    };
    let of_product = of_product.filter(|manifest| !has_ended(manifest));
    let policies = of_product.map(|manifest| {
        let locales = manifest.all_locales().filter_map(|locale| {
            let name = (manifest.id.clone(), locale.clone());
            let entry = entries.get(&name).filter(|_| !given_up.contains(&name))?;
            Some(IndexLocale {
                locale: locale.tag(),
                name: site.name(locale),
                title: &entry.title,
                file: json::file_of(&manifest.id, locale.tag()),
            })
        });
        IndexEntry {
            policy: &manifest.id,
            source_locale: manifest.source_locale.tag(),
            published: published(manifest).map(|date| date.to_string()),
            locales: locales.collect(),
        }
    });
    let file = IndexFile { schema: "ereje-index/1", product, policies: policies.collect() };
    json::bytes(&file, 8 << 10)
}
