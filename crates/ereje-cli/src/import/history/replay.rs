//! The pages of each revision as they would have been frozen: read on every
//! core, named in their order, and each text written once.

use std::collections::BTreeMap;
use std::sync::Arc;

use ereje::catalog::{Catalog, FtlFile};
use ereje::diagnostic::Diagnostic;
use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::{Manifest, read_manifest};
use ereje::version::{VersionClause, VersionText};
use ereje_import::{Days, Draft, Frozen, Memory, Translation, Wanted};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::names::{Named, NamedPage, Names, unread};
use super::source::{Page, Past};
use crate::import::UNDATED;
use crate::init;

/// A page's text as readers saw it, with the files that it became.
pub(super) struct Text {
    pub(super) page: Wrote,
    pub(super) manifest: Arc<Manifest>,
    pub(super) frozen: Arc<VersionText>,
    pub(super) clauses: Vec<VersionClause>,
    pub(super) days: Days,
}

/// The files of a page.
pub(super) enum Wrote {
    /// A page that is cut as its clauses are.
    Page(Box<Frozen>),
    /// A translation that was paired with the clauses of its source.
    Paired(Box<Translation>),
}

impl Wrote {
    /// The day that the page bears, or the one it was given.
    pub(super) fn published(&self) -> Date {
        match self {
            Wrote::Page(page) => page.published,
            Wrote::Paired(page) => page.published.unwrap_or(UNDATED),
        }
    }

    /// The `.ftl` file.
    pub(super) fn texts(&self) -> String {
        match self {
            Wrote::Page(page) => page.texts(),
            Wrote::Paired(page) => page.texts.clone(),
        }
    }

    /// `policy.toml`, which is the source's.
    pub(super) fn manifest(&self) -> &str {
        match self {
            Wrote::Page(page) => &page.manifest,
            Wrote::Paired(_) => "",
        }
    }

    /// Where its front matter says that it lives.
    pub(super) fn permalink(&self) -> Option<&str> {
        match self {
            Wrote::Page(page) => page.permalink.as_deref(),
            Wrote::Paired(page) => page.permalink.as_deref(),
        }
    }

    /// What is worth a look.
    pub(super) fn told(&self) -> &[Diagnostic] {
        match self {
            Wrote::Page(page) => &page.told,
            Wrote::Paired(page) => &page.told,
        }
    }
}

/// What became of a page in a revision that touched it.
pub(super) enum Became {
    Read,
    Gone,
    Unread { path: String, why: String },
}

/// The pages of a revision, by language.
#[derive(Default)]
pub(super) struct Pages {
    /// The number of the text that each language has.
    pub(super) texts: BTreeMap<Locale, usize>,
    /// Where each page is.
    pub(super) paths: BTreeMap<Locale, String>,
    /// What the revision did to the pages that it touched.
    pub(super) touched: BTreeMap<Locale, Became>,
    /// Languages whose page is not cut as that of the source is.
    pub(super) apart: BTreeMap<Locale, Apart>,
}

/// A page that is in no version.
#[derive(Clone)]
pub(super) struct Apart {
    pub(super) days: Days,
    /// All that it says.
    pub(super) said: String,
    /// Why it could not be paired with the source.
    pub(super) why: String,
}

/// All revisions, and the texts that they have.
pub(super) struct Replayed {
    pub(super) revisions: Vec<Pages>,
    pub(super) texts: Vec<Option<Text>>,
}

/// What is replayed.
pub(super) struct Replay<'r> {
    pub(super) policy: &'r str,
    pub(super) source: &'r Locale,
}

/// What the revision before became, in a language.
#[derive(Clone, Default)]
struct Known {
    memory: Memory,
    /// The text of its manifest, and what that says.
    manifest: Option<(String, Arc<Manifest>)>,
}

/// So many revisions are read and written before the next ones are looked at, so that
/// no long past is in memory with all that it takes to read it.
const AT_ONCE: usize = 128;

impl Replay<'_> {
    /// Replays a past, whose pages are no longer in it then.
    pub(super) fn of(&self, past: &mut Past, told: &mut Vec<Diagnostic>) -> Replayed {
        let progress = progress(past.revisions.len());
        let mut names = Names::default();
        let mut revisions: Vec<Pages> = Vec::with_capacity(past.revisions.len());
        let mut texts: Vec<Result<Text, Box<Diagnostic>>> = Vec::new();
        let mut known: BTreeMap<Locale, Known> = BTreeMap::new();
        for some in past.revisions.chunks_mut(AT_ONCE) {
            let read: Vec<BTreeMap<Locale, Result<Draft, String>>> = some
                .par_iter_mut()
                .map(|revision| {
                    let pages = revision.pages.iter_mut();
                    let read = pages.filter_map(|(locale, page)| match page {
                        Page::Written { path, bytes } => {
                            let bytes = std::mem::take(bytes);
                            Some((locale.clone(), self.read(locale, path, &bytes)))
                        }
                        _ => None,
                    });
                    let read = read.collect();
                    progress.inc(1);
                    read
                })
                .collect();
            let drafts = self.name(some, read, (&mut names, &mut revisions), told);
            texts.extend(self.write_all(drafts, &mut known, &progress));
        }
        progress.finish_and_clear();
        for (nth, text) in texts.iter().enumerate() {
            let Err(broken) = text else { continue };
            for (pages, revision) in revisions.iter_mut().zip(&past.revisions) {
                let broken_in: Vec<Locale> = pages
                    .texts
                    .iter()
                    .filter(|(_, text)| **text == nth)
                    .map(|(locale, _)| locale.clone())
                    .collect();
                for locale in broken_in {
                    pages.texts.remove(&locale);
                    let path = pages.paths.get(&locale).cloned().unwrap_or_default();
                    if pages.touched.contains_key(&locale) {
                        told.push(unread(&revision.id, &path, &broken.message));
                        let why = broken.message.clone();
                        pages.touched.insert(locale, Became::Unread { path, why });
                    }
                }
            }
        }
        Replayed { revisions, texts: texts.into_iter().map(Result::ok).collect() }
    }

    pub(super) fn wanted<'w>(
        &'w self,
        locale: &'w Locale,
        path: &'w str,
        text: &'w str,
        bottom: &'w str,
    ) -> Wanted<'w> {
        Wanted { path, text, policy: self.policy, locale, fallback: UNDATED, bottom }
    }

    fn read(&self, locale: &Locale, path: &str, bytes: &[u8]) -> Result<Draft, String> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line =
                bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            format!("the page is no UTF-8 (line {line})")
        })?;
        let bottom = init::bottom_line(locale);
        Draft::read(&self.wanted(locale, path, text, &bottom)).map_err(|told| told.message)
    }

    /// Writes pages: a row of them on each core, which remembers what the one before
    /// became.
    fn write_all(
        &self,
        mut drafts: Vec<Named>,
        known: &mut BTreeMap<Locale, Known>,
        progress: &ProgressBar,
    ) -> Vec<Result<Text, Box<Diagnostic>>> {
        let long = drafts.len().div_ceil(2 * rayon::current_num_threads()).max(1);
        let mut rows: Vec<Vec<Named>> = Vec::new();
        while !drafts.is_empty() {
            let rest = drafts.split_off(long.min(drafts.len()));
            rows.push(std::mem::replace(&mut drafts, rest));
        }
        let before = &*known;
        let written: Vec<_> = rows
            .into_par_iter()
            .map(|row| {
                let mut known = before.clone();
                let texts = row.into_iter().map(|Named { locale, path, page }| {
                    let known = known.entry(locale.clone()).or_default();
                    let text = match page {
                        NamedPage::Draft(draft) => {
                            self.write(&locale, &path, Arc::unwrap_or_clone(draft), known)
                        }
                        NamedPage::Paired(paired) => Ok(paired.freeze(&locale, &path)),
                    };
                    progress.inc(1);
                    text
                });
                (texts.collect::<Vec<_>>(), known)
            })
            .collect();
        let mut all = Vec::new();
        for (texts, last) in written {
            all.extend(texts);
            *known = last;
        }
        all
    }

    /// Writes a page as a policy's files, and freezes what they say.
    fn write(
        &self,
        locale: &Locale,
        path: &str,
        draft: Draft,
        known: &mut Known,
    ) -> Result<Text, Box<Diagnostic>> {
        let days = draft.days().clone();
        let mut page = draft.freeze(&self.wanted(locale, path, "", ""), &mut known.memory)?;
        let manifest = match &known.manifest {
            Some((text, manifest)) if *text == page.manifest => Arc::clone(manifest),
            _ => Arc::new(self.manifest(path, &page.manifest)?),
        };
        known.manifest = Some((page.manifest.clone(), Arc::clone(&manifest)));
        let stated = std::mem::take(&mut page.stated);
        let clauses = manifest.clauses.iter().zip(stated).map(|(plan, facts)| VersionClause {
            id: plan.id.clone(),
            kind: plan.kind,
            level: plan.level,
            topics: plan.topics.clone(),
            promises: plan.promises.clone(),
            facts,
            meaning: String::new(),
        });
        let clauses = clauses.collect();
        let frozen = Arc::new(std::mem::take(&mut page.text));
        Ok(Text { page: Wrote::Page(Box::new(page)), frozen, clauses, manifest, days })
    }

    pub(super) fn manifest(&self, path: &str, text: &str) -> Result<Manifest, Box<Diagnostic>> {
        let (manifest, found) = read_manifest(self.policy, path, text);
        match (manifest, found.into_iter().next()) {
            (Some(manifest), None) => Ok(manifest),
            (_, told) => {
                let other =
                    || Diagnostic::error("import-page", path, "no policy can be made of it");
                Err(Box::new(told.unwrap_or_else(other)))
            }
        }
    }
}

/// The bottom line of a page that has none, on a day.
pub(super) fn bottom_on(locale: &Locale, day: Date) -> Option<String> {
    let line = format!("last-updated = {}\n", init::bottom_line(locale));
    let file = FtlFile::parse("last-updated.ftl", line);
    let facts = ereje::fact::Facts::new();
    let catalog = Catalog::new(locale, &file, None, &facts, Some(day));
    catalog.format("last-updated", None)?.ok().map(|text| text.trim().to_owned())
}

/// The beginning of a commit's id, or the name of a file.
pub(super) fn short(id: &str) -> &str {
    let is_commit = id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_commit { &id[..12] } else { id }
}

fn progress(revisions: usize) -> ProgressBar {
    let bar = ProgressBar::new(2 * revisions as u64);
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} pages");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
