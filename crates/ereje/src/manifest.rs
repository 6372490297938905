//! `policy.toml`: the clauses of a policy in page order, its facts, its
//! locales and where its pages live.

mod addresses;
pub(crate) mod clauses;
pub(crate) mod facts;
mod front_matter;
mod locales;
mod names;
mod notice;
mod permalinks;

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::fact::{Date, Facts};
use crate::locale::Locale;
use crate::settings::{Scalar, Settings, Table};
use crate::workspace::read_locale;
use addresses::{Addresses, Names, read_addresses};
use clauses::read_clauses;
use facts::read_facts;
use front_matter::read_front_matter;
pub use front_matter::{FRONT_MATTER, fill};
pub use locales::with_locales;
use locales::{read_former_locales, read_locales};
pub use names::{is_identifier, is_policy_name, is_safe_path, is_segment};
use notice::read_notice;
pub use notice::{DEFAULT_SHOW_DAYS, NoticePlan};
pub use permalinks::{with_languages, with_permalink};

/// Messages of a policy's file that are no clauses.
pub const PAGE_MESSAGES: [&str; 3] = ["title", "description", "last-updated"];

/// Messages of a policy's file that need not be there: the name that notices
/// call the policy by, where its title is too long for that.
pub const OPTIONAL_MESSAGES: [&str; 1] = ["short-title"];

/// The anchor that leads to the top of any page, in HTML as in browsers, where no clause
/// is called so.
pub const TOP: &str = "top";

/// What a clause can be about; decides how much a change of it matters.
pub const TOPICS: [&str; 11] = [
    "changes",
    "collection",
    "consent",
    "contact",
    "controller",
    "purpose",
    "recipients",
    "retention",
    "rights",
    "security",
    "transfers",
];

/// What a clause can promise its readers.
pub const PROMISES: [&str; 2] = ["date-at-bottom", "main-page-notice"];

/// The plan of a policy.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// Name of the policy's folder.
    pub id: String,
    /// Path of the file, relative to the workspace.
    pub path: String,
    /// The product it belongs to.
    pub product: String,
    /// The language that binds; translations follow it.
    pub source_locale: Locale,
    /// Every locale of the policy, in the order they are offered to readers.
    pub locales: Vec<Locale>,
    /// Locales that it has no more: what was released in them stays.
    pub former_locales: Vec<Locale>,
    /// The day of the text, until versions exist; the versions' afterwards.
    pub published: Option<Date>,
    /// Where that day stands in the manifest.
    pub published_span: Range<usize>,
    /// How changes are announced.
    pub notice: NoticePlan,
    /// Front matter of the Jekyll page, in order.
    pub front_matter: Vec<(String, Scalar)>,
    /// Facts by name.
    pub facts: Facts,
    /// The clauses, in page order.
    pub clauses: Vec<ClausePlan>,
    addresses: Addresses,
}

/// How a clause is set on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// Paragraphs, with a heading or without.
    Text,
    /// An item of a list with bullets.
    Item,
    /// An item of a list with numbers.
    Numbered,
}

impl ClauseKind {
    /// The kind of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<ClauseKind> {
        [ClauseKind::Text, ClauseKind::Item, ClauseKind::Numbered]
            .into_iter()
            .find(|kind| kind.name() == name)
    }

    /// The name in `policy.toml` and in the JSON for apps.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ClauseKind::Text => "text",
            ClauseKind::Item => "item",
            ClauseKind::Numbered => "numbered",
        }
    }
}

/// A clause as the manifest plans it.
#[derive(Clone, Debug)]
pub struct ClausePlan {
    /// Its id, which is its message's id and its anchor.
    pub id: String,
    /// How it is set.
    pub kind: ClauseKind,
    /// Of a text, the level of its heading (2 to 6); of an item, how deep it
    /// is nested (1 to 4).
    pub level: u8,
    /// What it is about.
    pub topics: Vec<String>,
    /// What it promises.
    pub promises: Vec<String>,
    /// Where its id stands in the manifest.
    pub span: Range<usize>,
}

impl Manifest {
    /// Where the page of `locale` lives, without a leading slash.
    #[must_use]
    pub fn permalink(&self, locale: &Locale) -> &str {
        self.addresses.pages.get(locale).map_or("", String::as_str)
    }

    /// Where it lived before, and is still looked for.
    pub fn former_permalinks(&self, locale: &Locale) -> impl Iterator<Item = &str> {
        let pages = self.former_pages().filter(move |(of, ..)| *of == locale);
        pages.map(|(_, page, _)| page)
    }

    /// The addresses that were given up: the locale of the page that each leads to,
    /// and where it stands in the manifest.
    pub fn former_pages(&self) -> impl Iterator<Item = (&Locale, &str, Range<usize>)> {
        self.addresses.former.iter().map(|former| {
            let locale = former.locale.as_ref().unwrap_or(&self.source_locale);
            (locale, former.page.as_str(), former.span.clone())
        })
    }

    /// The pages of all locales, in the order in which they are offered, those of
    /// former ones last.
    pub fn pages(&self) -> impl Iterator<Item = (&Locale, &str)> {
        let page = |locale| Some((locale, self.addresses.pages.get(locale)?.as_str()));
        self.all_locales().filter_map(page)
    }

    /// All locales that pages can be in: those of today and those before.
    pub fn all_locales(&self) -> impl Iterator<Item = &Locale> {
        self.locales.iter().chain(&self.former_locales)
    }

    /// The place of a locale in the order in which they are offered; of one that
    /// no page can be in, behind all others.
    #[must_use]
    pub fn rank(&self, locale: &Locale) -> usize {
        self.all_locales().position(|known| known == locale).unwrap_or(usize::MAX)
    }

    /// Whether pages can be in this locale.
    #[must_use]
    pub fn has_pages_in(&self, locale: &Locale) -> bool {
        self.all_locales().any(|known| known == locale)
    }

    /// Where the permalink stands in the manifest.
    #[must_use]
    pub fn permalink_span(&self) -> Range<usize> {
        self.addresses.span.clone()
    }
}

/// Reads `policies/<id>/policy.toml`. The diagnostics say everything that is
/// wrong; there is a manifest when nothing essential is.
#[must_use]
pub fn read_manifest(id: &str, path: &str, text: &str) -> (Option<Manifest>, Vec<Diagnostic>) {
    let (manifest, found) = Settings::read(path, text, |root| read_root(id, path, &root));
    (manifest, found.into_iter().map(|diagnostic| diagnostic.of_policy(id)).collect())
}

const KEYS: [&str; 13] = [
    "product",
    "slug",
    "source-locale",
    "locales",
    "former-locales",
    "permalink",
    "permalinks",
    "former-permalinks",
    "published",
    "front-matter",
    "facts",
    "notice",
    "clause",
];

fn read_root(id: &str, path: &str, root: &Table<'_>) -> Option<Manifest> {
    root.only(&KEYS);
    let segment = |key, example| {
        let name = root.required(key, example)?;
        if is_segment(name) {
            return Some(name.to_owned());
        }
        let span = root.get(key).map_or(0..0, |value| value.span());
        let hint = "use letters, digits, `-`, `_` and `.` only";
        root.fault("unsafe-path", format!("`{name}` can not be part of an address"), span, hint);
        None
    };
    let product = segment("product", "\"my-product\"");
    let slug = segment("slug", "\"privacy\"");
    let source_locale = root
        .required("source-locale", "\"en\"")
        .zip(root.get("source-locale"))
        .and_then(|(tag, value)| read_locale(root, tag, value.span()));
    let locales = read_locales(root, source_locale.as_ref());
    let former_locales = read_former_locales(root, &locales);
    let facts = read_facts(root);
    let clauses = read_clauses(root);
    let front_matter = read_front_matter(root);
    let published = root.date("published");
    let published_span = root.get("published").map_or(0..0, |value| value.span());
    let notice = read_notice(root);
    let (product, slug) = (product?, slug?);
    let names = Names { policy: id, product: &product, slug: &slug };
    let addresses = read_addresses(root, &names, (&locales, &former_locales));
    Some(Manifest {
        id: id.into(),
        path: path.into(),
        product,
        source_locale: source_locale?,
        locales,
        former_locales,
        published,
        published_span,
        notice,
        front_matter,
        facts,
        clauses,
        addresses,
    })
}

#[cfg(test)]
mod tests;
