//! Which clause is which through a past: ids that stay from revision to revision, and
//! those of translations.

use std::collections::BTreeMap;
use std::sync::Arc;

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::compose;
use ereje::diagnostic::Diagnostic;
use ereje::document::Document;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::version::freeze;
use ereje_import::{Asks, Days, Draft, Existing, Lineage, Translation};

use super::replay::{Apart, Became, Pages, Replay, Text, Wrote, short};
use super::source::{Page, Revision};
use crate::import::UNDATED;
use crate::init;

/// A page whose clauses have their ids.
pub(super) struct Named {
    pub(super) locale: Locale,
    pub(super) path: String,
    pub(super) page: NamedPage,
}

/// What it is to be written from.
pub(super) enum NamedPage {
    /// By itself.
    Draft(Arc<Draft>),
    /// By the clauses of its source.
    Paired(Paired),
}

/// A translation that says what the source says, in other blocks or headings.
pub(super) struct Paired {
    source: Arc<Source>,
    page: Box<Translation>,
    days: Days,
}

impl Paired {
    /// Freezes what it says.
    pub(super) fn freeze(self, locale: &Locale, path: &str) -> Text {
        let Paired { source, page, days } = self;
        let manifest = Arc::clone(&source.manifest);
        let file = FtlFile::parse(path, page.texts.clone());
        let published = Some(page.published.unwrap_or(UNDATED));
        let catalog = Catalog::new(locale, &file, None, &manifest.facts, published);
        let frozen = Arc::new(freeze(&manifest, &catalog));
        Text { page: Wrote::Paired(page), frozen, clauses: Vec::new(), manifest, days }
    }
}

/// The source as translations are paired with it.
struct Source {
    manifest: Arc<Manifest>,
    file: FtlFile,
    document: Document,
}

/// What clauses were called so far.
#[derive(Default)]
pub(super) struct Names {
    languages: BTreeMap<Locale, NamesOf>,
    /// The last readable page of each language, with the ids that it has by itself.
    own: BTreeMap<Locale, Arc<Draft>>,
    /// The page that the source was read from last, to be paired with.
    source: Option<(Arc<Draft>, Arc<Source>)>,
    /// How many pages are to be written.
    written: usize,
}

impl Names {
    fn of(&mut self, locale: &Locale) -> &mut NamesOf {
        self.languages.entry(locale.clone()).or_default()
    }

    /// What the page of the source says.
    fn source_of(
        &mut self,
        replay: &Replay<'_>,
        draft: &Arc<Draft>,
    ) -> Result<Arc<Source>, String> {
        if let Some((known, source)) = &self.source
            && Arc::ptr_eq(known, draft)
        {
            return Ok(Arc::clone(source));
        }
        let wanted = replay.wanted(replay.source, "the source", "", "");
        let imported = Draft::clone(draft).finish(&wanted).map_err(|told| told.message)?;
        let manifest = replay.manifest("the source", &imported.manifest);
        let manifest = Arc::new(manifest.map_err(|told| told.message)?);
        let file = FtlFile::parse("the source", imported.texts);
        let published = Some(imported.published);
        let catalog = Catalog::new(replay.source, &file, None, &manifest.facts, published);
        let document = compose(&manifest, &catalog);
        let source = Arc::new(Source { manifest, file, document });
        self.source = Some((Arc::clone(draft), Arc::clone(&source)));
        Ok(source)
    }
}

/// What the clauses of a language were called so far.
#[derive(Default)]
struct NamesOf {
    lineage: Lineage,
    /// What the last text of a translation was made from.
    last: Option<Last>,
    /// By the id that a clause of a translation has by itself, that of the source's
    /// clause with which it was paired last.
    paired: BTreeMap<String, String>,
}

/// What a text of a translation was made from, besides its page.
#[derive(PartialEq, Eq)]
enum Last {
    /// The ids of the source.
    Ids(Vec<String>),
    /// What came of pairing it.
    Texts(String),
}

impl NamesOf {
    /// Pairs the clauses of a translation with those of the source by their places;
    /// not, where one that is there still was another clause before.
    fn pair(&mut self, draft: &Draft, ids: &[String]) -> bool {
        let is_other = |(own, id): (&str, &String)| {
            self.paired.get(own).is_some_and(|before| before != id && ids.contains(before))
        };
        if draft.ids().zip(ids).any(is_other) {
            return false;
        }
        let pairs = draft.ids().zip(ids).map(|(own, id)| (own.to_owned(), id.clone()));
        self.paired.extend(pairs);
        true
    }
}

impl Replay<'_> {
    /// Gives all clauses their ids, revision by revision, and tells which pages are to
    /// be written.
    pub(super) fn name(
        &self,
        some: &[Revision],
        read: Vec<BTreeMap<Locale, Result<Draft, String>>>,
        (names, revisions): (&mut Names, &mut Vec<Pages>),
        told: &mut Vec<Diagnostic>,
    ) -> Vec<Named> {
        let mut drafts: Vec<Named> = Vec::new();
        for (revision, mut read) in some.iter().zip(read) {
            let last = revisions.last();
            let mut pages = Pages {
                texts: last.map(|last| last.texts.clone()).unwrap_or_default(),
                paths: last.map(|last| last.paths.clone()).unwrap_or_default(),
                ..Pages::default()
            };
            for (locale, page) in &revision.pages {
                let became = match page {
                    Page::Gone => {
                        pages.texts.remove(locale);
                        pages.paths.remove(locale);
                        names.own.remove(locale);
                        Became::Gone
                    }
                    Page::Unread { path, why } => {
                        told.push(unread(&revision.id, path, why));
                        Became::Unread { path: path.clone(), why: why.clone() }
                    }
                    Page::Written { path, .. } => match read.remove(locale) {
                        Some(Ok(mut draft)) => {
                            names.of(locale).lineage.follow(&mut draft);
                            pages.paths.insert(locale.clone(), path.clone());
                            names.own.insert(locale.clone(), Arc::new(draft));
                            Became::Read
                        }
                        other => {
                            let why = other.and_then(Result::err).unwrap_or_default();
                            told.push(unread(&revision.id, path, &why));
                            Became::Unread { path: path.clone(), why }
                        }
                    },
                };
                pages.touched.insert(locale.clone(), became);
            }
            self.pair(names, (&mut pages, last), &mut drafts);
            for locale in pages.apart.keys() {
                let is_news = last.is_none_or(|last| !last.apart.contains_key(locale));
                if is_news {
                    let path = pages.paths.get(locale).map_or("", String::as_str);
                    told.push(apart(&revision.id, path, locale, &pages.apart[locale].why));
                }
            }
            revisions.push(pages);
        }
        drafts
    }

    /// Gives the clauses of translations the ids of the source's: by their places, where
    /// both are cut alike, else by what they say, where that is sure; and notes the
    /// texts of the revision.
    fn pair(
        &self,
        names: &mut Names,
        (pages, last): (&mut Pages, Option<&Pages>),
        drafts: &mut Vec<Named>,
    ) {
        let read = |pages: &Pages, locale: &Locale| {
            matches!(pages.touched.get(locale), Some(Became::Read))
        };
        let own = names.own.clone();
        let source = own.get(self.source);
        let ids: Vec<String> =
            source.map(|source| source.ids().map(str::to_owned).collect()).unwrap_or_default();
        for (locale, draft) in &own {
            let is_source = locale == self.source;
            if !read(pages, locale) && (is_source || !read(pages, self.source)) {
                // Neither the page nor what it is paired with was touched.
                if let Some(apart) = last.and_then(|last| last.apart.get(locale)) {
                    pages.apart.insert(locale.clone(), apart.clone());
                }
                continue;
            }
            let path = pages.paths.get(locale).cloned().unwrap_or_default();
            let page = if is_source {
                NamedPage::Draft(Arc::clone(draft))
            } else {
                match self.paired(names, (locale, &path), (draft, source), &ids) {
                    Ok(page) => page,
                    Err(why) => {
                        pages.texts.remove(locale);
                        let (days, said) = (draft.days().clone(), draft.said());
                        pages.apart.insert(locale.clone(), Apart { days, said, why });
                        continue;
                    }
                }
            };
            if !is_source {
                let now = match &page {
                    NamedPage::Draft(_) => Last::Ids(ids.clone()),
                    NamedPage::Paired(paired) => Last::Texts(paired.page.texts.clone()),
                };
                let known = names.of(locale);
                let is_same = pages.texts.contains_key(locale) && known.last.as_ref() == Some(&now);
                known.last = Some(now);
                if !read(pages, locale) && is_same {
                    continue;
                }
            }
            pages.texts.insert(locale.clone(), names.written);
            names.written += 1;
            drafts.push(Named { locale: locale.clone(), path, page });
        }
    }

    /// A translation with the ids of the source; why it can not have them.
    fn paired(
        &self,
        names: &mut Names,
        (locale, path): (&Locale, &str),
        (draft, source): (&Arc<Draft>, Option<&Arc<Draft>>),
        ids: &[String],
    ) -> Result<NamedPage, String> {
        let source = source.ok_or("the source has no page")?;
        if !source.shape().eq(draft.shape()) {
            let source = names.source_of(self, source)?;
            let existing = Existing {
                manifest: &source.manifest,
                document: &source.document,
                file: &source.file,
                asks: Asks::Options,
            };
            let bottom = init::bottom_line(locale);
            let wanted = self.wanted(locale, path, "", &bottom);
            let page = draft.paired_with(&wanted, &existing).map_err(|told| told.message)?;
            if !page.is_whole() {
                return Err(left_over(&page));
            }
            let (page, days) = (Box::new(page), draft.days().clone());
            return Ok(NamedPage::Paired(Paired { source, page, days }));
        }
        if !names.of(locale).pair(draft, ids) {
            return Err("clauses have changed their places in one of them".to_owned());
        }
        let mut draft = Arc::clone(draft);
        let own = Arc::make_mut(&mut draft);
        own.rename(ids);
        own.name_facts_as(source);
        Ok(NamedPage::Draft(draft))
    }
}

/// Why a translation that was compared with the source is not taken.
fn left_over(page: &Translation) -> String {
    let counted = [
        (page.missing, "clause is missing", "clauses are missing"),
        (page.doubtful, "is not paired for sure", "are not paired for sure"),
        (page.extra, "part is no clause of the source", "parts are no clause of the source"),
    ];
    let counted = counted
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, more)| format!("{number} {}", if number == 1 { one } else { more }));
    counted.collect::<Vec<_>>().join(", ")
}

pub(super) fn unread(revision: &str, path: &str, why: &str) -> Diagnostic {
    let message = format!("revision {}: {why}", short(revision));
    Diagnostic::warning("import-history", path, message)
        .hint("nothing to do, if nobody could read it then either: the text before counts on")
}

fn apart(revision: &str, path: &str, locale: &Locale, why: &str) -> Diagnostic {
    let message = format!(
        "from revision {} on the page in `{locale}` is not cut into clauses as the source is \
         ({why}): its versions are without that language",
        short(revision)
    );
    Diagnostic::warning("import-history", path, message)
        .hint("give both the same headings in the same order, from the next revision on")
}
