//! A policy with released versions: the page in force, a page for each version,
//! what changed from one to the next, and the feed of it all.

mod by_date;
mod changelog;
mod data;
mod edition;
mod feed;
mod former;
mod gist;
mod memento;
mod paging;
mod parts;
mod redline;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use ereje::change::Changes;
use ereje::diagnostic::Diagnostic;
use ereje::document::Document;
use ereje::fact::Date;
use ereje::furniture::Furniture;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::phrases::Phrases;
use ereje::version::{History, Release, Standing};
use serde::Serialize;

use crate::index::Entry;
use crate::page::render_page;
use crate::page::whole::{Part, whole};
use crate::site::{FrameValues, Site};
use crate::{Output, Templates};
#[cfg(test)]
pub(crate) use data::HistoryFile;
pub(crate) use edition::{EditionValues, LinkValues};
use gist::{Gist, Line};
use memento::mementos;
use paging::{OldPage, old_pages};
pub use parts::{Earlier, Rendered};
pub use redline::{RedlineMarkdown, render_redline};

/// Compares two documents of one language.
pub type Compare<'c> = &'c (dyn Fn(&Document, &Document) -> Changes + Sync);

/// The first moment of a day in a time zone of the IANA database, in seconds
/// since 1970.
pub type Starts<'s> = &'s (dyn Fn(Date, &str) -> i64 + Sync);

/// The versions of a policy on a day.
#[derive(Clone, Copy)]
pub struct Timeline<'t> {
    /// All versions.
    pub history: &'t History,
    /// The day.
    pub on: Date,
    /// How two documents are compared.
    pub compare: Compare<'t>,
    /// When days begin.
    pub starts: Starts<'t>,
}

impl<'t> Timeline<'t> {
    /// The version that the policy's own address shows in a language: the one in
    /// force; where it lacks the language, or none is in force, the next one to
    /// come that has it; of a language that was given up, and of a policy that has ended,
    /// the last one that it was in.
    #[must_use]
    pub fn shown(&self, locale: &Locale) -> Option<&'t Release> {
        self.kept_up(locale).or_else(|| {
            let is_past =
                |release: &&Release| self.history.standing(release, self.on) == Standing::Past;
            let past = self.history.releases().iter().rev().filter(is_past);
            past.into_iter().find(|release| release.texts.contains_key(locale))
        })
    }

    /// The same of a language that was not given up.
    #[must_use]
    pub fn kept_up(&self, locale: &Locale) -> Option<&'t Release> {
        let history = self.history;
        let shown = history.in_force(self.on).into_iter().chain(history.coming(self.on));
        shown.into_iter().find(|release| release.texts.contains_key(locale))
    }

    /// Whether the policy has ended by the day, and no later version is in force.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.history.ended(self.on).is_some()
    }

    /// The version that the changes of a version are told from.
    #[must_use]
    pub fn base(&self, release: &Release) -> Option<&'t Release> {
        self.history.base(&release.version)
    }

    /// The versions that are compared: each with its base.
    pub fn pairs(&self) -> impl Iterator<Item = (&'t Release, &'t Release)> {
        let history = self.history;
        let timeline = *self;
        history.releases().iter().filter_map(move |to| Some((timeline.base(to)?, to)))
    }
}

/// Below a policy's address: the folder of what changed.
pub const CHANGES: &str = "changes";

/// Below a policy's address: the page of versions by date.
pub const BY_DATE: &str = "at";

/// Where the comparison of two versions lives, below the policy's address.
#[must_use]
pub fn redline_path(from: &str, to: &str) -> String {
    format!("{CHANGES}/{from}-{to}")
}

/// A policy's own page, with an empty name, and those below it that versions
/// add, each with the languages that it is there in.
#[must_use]
pub fn subpages<'t>(timeline: &Timeline<'t>) -> Vec<(String, Vec<&'t Locale>)> {
    let history = timeline.history;
    let locales = |release: &'t Release| release.texts.keys().collect::<Vec<_>>();
    let mut pages: Vec<(String, Vec<&Locale>)> = history
        .releases()
        .iter()
        .map(|release| (release.version.version.clone(), locales(release)))
        .collect();
    for (from, to) in timeline.pairs() {
        let both = locales(to).into_iter().filter(|locale| from.texts.contains_key(locale));
        let path = redline_path(&from.version.version, &to.version.version);
        pages.push((path, both.collect()));
    }
    let mut all: Vec<&Locale> =
        history.releases().iter().flat_map(|release| release.texts.keys()).collect();
    all.sort();
    all.dedup();
    // A page that is no longer in force is no other language of one that is.
    let kept_up = all.iter().filter(|locale| timeline.kept_up(locale).is_some());
    let mut shown: Vec<&Locale> = kept_up.copied().collect();
    if let Some(end) = history.ended(timeline.on).filter(|_| shown.is_empty()) {
        shown = locales(end);
    }
    pages.push((String::new(), shown));
    let mut old: BTreeMap<String, Vec<&Locale>> = BTreeMap::new();
    for locale in all.iter().copied() {
        for page in old_pages(history, locale) {
            old.entry(page.suffix).or_default().push(locale);
        }
    }
    pages.extend(old);
    pages.push((CHANGES.to_owned(), all.clone()));
    pages.push((BY_DATE.to_owned(), all));
    pages
}

/// Everything that is made of a policy's versions in one language, and what
/// indexes say of it; nothing where no version has the language.
///
/// # Errors
/// What is wrong with a template.
pub fn render_history(
    manifest: &Manifest,
    phrases: &Phrases<'_>,
    timeline: Timeline<'_>,
    (site, templates, earlier): (&Site<'_>, &Templates, Earlier<'_>),
) -> Result<Rendered, Diagnostic> {
    let locale = phrases.locale;
    let Some(furniture) = site.languages.get(locale) else { return Ok(Rendered::default()) };
    let releases = timeline.history.releases().iter();
    let with: Vec<&Release> = releases.filter(|one| one.texts.contains_key(locale)).collect();
    let place = |release: &Release| with.iter().position(|one| std::ptr::eq(*one, release));
    let bases = with.iter().map(|release| timeline.base(release).and_then(place)).collect();
    let shown = timeline.shown(locale).and_then(place);
    let mut made = Rendered::default();
    let pages = Pages {
        manifest,
        locale,
        home: manifest.permalink(locale),
        furniture,
        phrases,
        timeline,
        read: with.iter().map(|_| Read::default()).collect(),
        with,
        bases,
        old: old_pages(timeline.history, locale),
        mementos: mementos(locale, timeline),
        earlier,
        site,
        templates,
    };
    if let Some((at, document)) = shown.and_then(|at| Some((at, pages.document(at)?))) {
        let ended = timeline.history.ended(timeline.on);
        made.entry = Some(Entry {
            title: document.title.text().to_owned(),
            // Where policies are listed, that it holds no more is what there is to know.
            description: match ended {
                Some(end) => phrases.ends(end.version.effective),
                None => document.description.text().to_owned(),
            },
        });
        let edition = pages.edition(at, "", &pages.stand(at));
        let mut page = render_page(document, manifest, site, templates, Some(&edition))?;
        if let Some(folder) = &site.workspace.outputs.json
            && timeline.kept_up(locale).is_none()
        {
            // What an app takes for the policy of today has no room for a warning.
            page.retain(|file| !file.path.starts_with(&format!("{folder}/")));
        }
        made.outputs.extend(page);
    }
    for (at, release) in pages.with.iter().enumerate() {
        let version = &release.version.version;
        let stand = pages.stand(at);
        let part = pages.part(&[release], version, &stand);
        made.part(part, earlier, || {
            let Some(document) = pages.document(at) else { return Ok(Vec::new()) };
            let permalink = format!("{}/{version}", document.permalink);
            let document = Document { permalink, ..document.clone() };
            let edition = pages.edition(at, version, &stand);
            render_page(&document, manifest, site, templates, Some(&edition))
        })?;
    }
    if !pages.with.is_empty() {
        pages.redlines(&mut made, earlier)?;
        pages.changelog(&mut made, earlier)?;
        pages.by_date(&mut made.outputs)?;
        pages.feed(&mut made.outputs)?;
        pages.former(&mut made, earlier)?;
        pages.keep_gists(&mut made);
    }
    Ok(made)
}

/// The pages of one policy in one language.
struct Pages<'p> {
    manifest: &'p Manifest,
    locale: &'p Locale,
    home: &'p str,
    furniture: &'p Furniture,
    phrases: &'p Phrases<'p>,
    timeline: Timeline<'p>,
    /// The versions that have the language, the first one first.
    with: Vec<&'p Release>,
    /// What was read of them so far.
    read: Vec<Read>,
    /// The versions that their changes are told from, where those have the language
    /// too, by their places.
    bases: Vec<Option<usize>>,
    /// The pages that tell of old ones.
    old: Vec<OldPage>,
    mementos: Vec<&'p Release>,
    earlier: Earlier<'p>,
    site: &'p Site<'p>,
    templates: &'p Templates,
}

/// What was read of a version: of old ones nothing, as long as nobody asks.
#[derive(Default)]
struct Read {
    document: OnceCell<Option<Document>>,
    changes: OnceCell<Option<Changes>>,
    /// What decides about what is said of it, and what is said.
    key: OnceCell<u64>,
    line: OnceCell<Line>,
    gist: OnceCell<Gist>,
}

impl Pages<'_> {
    /// What readers of the language see of a version, by its place among those that
    /// have it; `None` where its texts can no longer be read.
    fn document(&self, at: usize) -> Option<&Document> {
        let read = || self.with[at].document(self.locale, self.manifest);
        self.read[at].document.get_or_init(read).as_ref()
    }

    /// What readers see that a version changed.
    fn changes(&self, at: usize) -> Option<&Changes> {
        let base = self.bases[at]?;
        let compare = || {
            let (old, new) = (self.document(base)?, self.document(at)?);
            Some((self.timeline.compare)(old, new).as_seen())
        };
        self.read[at].changes.get_or_init(compare).as_ref()
    }
}

/// What a page has to show that a template of this name makes.
type Parts<'p, 'v> = &'p dyn Fn(&str) -> Vec<Part<'v>>;

impl Pages<'_> {
    /// What all pages about versions have in common.
    fn frame(
        &self,
        suffix: &str,
        policy: &str,
        title: &str,
    ) -> Result<FrameValues<'_>, Diagnostic> {
        let titles = (policy, format!("{policy} · {title}"));
        self.site.frame(self.manifest, self.furniture, suffix, titles, self.templates)
    }

    /// Writes a page of the HTML site and one of the Jekyll site, with all of its `parts`,
    /// which hang on the template.
    fn fill_both<'v>(
        &self,
        template: &str,
        here: &str,
        (values, parts): (&impl Serialize, Parts<'_, 'v>),
        files: &mut Vec<Output>,
    ) -> Result<(), Diagnostic> {
        let outputs = &self.site.workspace.outputs;
        let (html, jekyll) = (format!("{template}.html"), format!("{template}.md"));
        let values = self.templates.values(&html, values)?;
        if let Some(folder) = &outputs.html {
            let bytes = self.templates.fill_with(&html, &values, 32 << 10)?;
            let bytes = whole(self.templates, &html, bytes, || parts(&html))?;
            files.push(Output { path: format!("{folder}/{here}/index.html"), bytes });
        }
        if let Some(folder) = &outputs.jekyll {
            let bytes = self.templates.fill_with(&jekyll, &values, 16 << 10)?;
            let bytes = whole(self.templates, &jekyll, bytes, || parts(&jekyll))?;
            files.push(Output { path: format!("{folder}/{here}.md"), bytes });
        }
        Ok(())
    }

    /// Writes a file into the HTML site and into the Jekyll site, which serves it as
    /// it is.
    fn put_beside_pages(&self, path: &str, bytes: &[u8], files: &mut Vec<Output>) {
        let outputs = &self.site.workspace.outputs;
        for folder in [&outputs.html, &outputs.jekyll].into_iter().flatten() {
            files.push(Output { path: format!("{folder}/{path}"), bytes: bytes.to_vec() });
        }
    }

    /// The policy's own address.
    fn home(&self) -> &str {
        self.home
    }

    /// The address of a page below it.
    fn at(&self, below: &str) -> String {
        format!("{}/{below}", self.home())
    }
}
