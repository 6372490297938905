//! One policy in one locale: from its files to its outputs. Jobs share nothing
//! but what they read, so they run on every core.

use std::ops::Range;
use std::sync::OnceLock;

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::{HEADING, complete_from, compose};
use ereje::diagnostic::{Alike, Diagnostic, Level};
use ereje::document::Document;
use ereje::locale::Locale;
use ereje::manifest::{ClausePlan, Manifest};
use ereje::pseudo::Pseudo;
use ereje::sync::Wording;
use ereje::version::{Release, VersionClause, freeze};
use ereje_check::rules::Rule;
use ereje_check::{
    Form, Side, Subject, Texts, check_document, check_file, check_messages, check_texts,
    check_unread,
};
use ereje_render::{
    Earlier, Entry, Output, Rendered, Site, Timeline, render_history, render_policy,
};
use xxhash_rust::xxh3::Xxh3;

use crate::freshness::Fresh;
use crate::inputs::Inputs;
use crate::plan::{Plan, missing_texts, texts_path};
use crate::promises;

/// What is told of a file in which all messages stand behind `# `, as `init` begins it.
pub(crate) const NOTHING_TRANSLATED: &str = "nothing in this file is translated yet";

/// What to do with it.
pub(crate) const UNCOMMENT: &str = "take away the `# ` before each message, and translate it";

/// The source text of a policy, read once for all its languages.
pub(crate) struct Source {
    pub(crate) file: FtlFile,
    wording: OnceLock<Wording>,
    /// Its texts, to compare translations with.
    texts: OnceLock<Texts>,
    /// What a draft falls back to.
    pub(crate) document: Option<Document>,
}

/// What came of a job.
pub(crate) struct Made {
    /// Nothing where no version has the language.
    pub(crate) entry: Option<Entry>,
    pub(crate) outputs: Vec<Output>,
    /// What decided about some of the outputs alone, and which they are.
    pub(crate) parts: Vec<(u64, Range<usize>)>,
    /// What decided about pages that are there from an earlier run.
    pub(crate) kept: Vec<u64>,
    /// What the next run need not find out again.
    pub(crate) gists: Vec<(u64, String)>,
    pub(crate) found: Vec<Diagnostic>,
    /// Whether the record of the translation has to change.
    pub(crate) is_outdated: bool,
}

/// Texts that are sound.
pub(crate) struct Checked {
    /// Their file; nothing where it is the source's own.
    pub(crate) file: Option<FtlFile>,
    pub(crate) document: Document,
    /// What was told about them besides errors.
    pub(crate) found: Vec<Diagnostic>,
}

/// Reads the source text of a policy. Without one there is nothing to compare;
/// the source's own job tells why.
pub(crate) fn source(manifest: &Manifest, plan: &Plan, inputs: &Inputs, draft: bool) -> Source {
    let locale = &manifest.source_locale;
    let path = texts_path(&manifest.id, locale);
    let text = inputs.read(&path).unwrap_or_default();
    let file = FtlFile::parse(path, text);
    let document = draft.then(|| {
        let terms = plan.terms.get(locale);
        let catalog = Catalog::new(locale, &file, terms, &manifest.facts, manifest.published);
        compose(manifest, &catalog)
    });
    Source { file, wording: OnceLock::new(), texts: OnceLock::new(), document }
}

impl Source {
    /// Its texts as their readers see them.
    fn side<'a>(&'a self, manifest: &Manifest, plan: &'a Plan) -> Side<'a> {
        let locale = &manifest.source_locale;
        let terms = plan.terms.get(locale);
        let read = || Texts::of(locale, &self.file, terms, Form::Markdown);
        Side { texts: self.texts.get_or_init(read), file: &self.file, terms }
    }

    /// The messages as translators compare them.
    pub(crate) fn wording(&self, manifest: &Manifest, plan: &Plan) -> &Wording {
        let terms = plan.terms.get(&manifest.source_locale);
        self.wording.get_or_init(|| Wording::new(manifest, &self.file, terms))
    }
}

/// What of a source text decides how its translations are judged: which
/// messages it has, and which of them have headings.
pub(crate) fn shape(file: &FtlFile) -> u64 {
    let mut hash = Xxh3::new();
    for message in file.messages() {
        hash.update(message.id.name.as_bytes());
        let headed = message.attributes.iter().any(|attribute| attribute.id.name == HEADING);
        hash.update(&[0, u8::from(headed)]);
    }
    hash.digest()
}

/// One policy in one locale.
pub(crate) struct Job<'j> {
    pub(crate) manifest: &'j Manifest,
    pub(crate) locale: &'j Locale,
    pub(crate) source: &'j Source,
    pub(crate) plan: &'j Plan,
    pub(crate) site: &'j Site<'j>,
    pub(crate) inputs: &'j Inputs,
    /// The policy's versions, if it has any.
    pub(crate) timeline: Option<Timeline<'j>>,
    /// Whether it is made to be published: a text that is not released is an error, and so
    /// is a promise that a page does not keep.
    pub(crate) locked: bool,
    /// Whether it is about versions alone, and texts are not looked at.
    pub(crate) released: bool,
    /// What is there from an earlier run.
    pub(crate) earlier: Earlier<'j>,
}

impl<'j> Job<'j> {
    /// The texts as they are, whatever was released or made of them.
    pub(crate) fn of_texts(
        (manifest, locale): (&'j Manifest, &'j Locale),
        source: &'j Source,
        (plan, inputs): (&'j Plan, &'j Inputs),
        site: &'j Site<'j>,
    ) -> Job<'j> {
        let (timeline, earlier) = (None, Earlier::none());
        let (locked, released) = (false, false);
        Job { manifest, locale, source, plan, site, inputs, timeline, locked, released, earlier }
    }
}

impl Job<'_> {
    /// Does the job. Nothing is rendered where there is an error, and nothing
    /// where `render` says that it would be of no use.
    pub(crate) fn run(&self, render: impl Fn() -> bool) -> Result<Made, Vec<Diagnostic>> {
        let (manifest, locale, source) = (self.manifest, self.locale, self.source);
        let draft = source.document.is_some();
        if self.released || !manifest.locales.contains(locale) {
            return self.versions(draft, render);
        }
        let mut found = Vec::new();
        let file = self.texts(draft, &mut found)?;
        let file = file.as_ref().unwrap_or(&source.file);
        // Who builds is stopped by errors alone; who checks is told everything.
        let mut document = self.compose(file, (draft, Level::Error), &mut found)?;
        let is_outdated = self.fresh(file)?.is_some_and(|fresh| fresh.has_updates(self.inputs));
        if let Some(from) = &source.document {
            complete_from(&mut document, from, manifest);
        }
        let Rendered { entry, outputs, parts, kept, gists } = match self.timeline.filter(|_| !draft)
        {
            Some(timeline) => self.render_versions(timeline, render)?,
            None => {
                let entry = Entry {
                    title: document.title.text().to_owned(),
                    description: document.description.text().to_owned(),
                };
                let mut outputs = Vec::new();
                if render() {
                    let made = render_policy(&document, manifest, self.site, &self.plan.templates);
                    outputs = made.map_err(|diagnostic| vec![diagnostic])?;
                }
                Rendered { entry: Some(entry), outputs, ..Rendered::default() }
            }
        };
        if self.locked {
            self.keep_promises(&outputs)?;
        }
        if Pseudo::has(locale) {
            // What is worth telling is told of the text that it was made of.
            found.clear();
        }
        Ok(Made { entry, outputs, parts, kept, gists, found, is_outdated })
    }

    /// Does the job without texts, as for a locale that the policy had: what was
    /// released in it is shown as ever.
    fn versions(&self, draft: bool, render: impl Fn() -> bool) -> Result<Made, Vec<Diagnostic>> {
        let Rendered { entry, outputs, parts, kept, gists } = match self.timeline.filter(|_| !draft)
        {
            Some(timeline) => self.render_versions(timeline, render)?,
            None => Rendered::default(),
        };
        if self.released && self.locked {
            self.keep_promises(&outputs)?;
        }
        Ok(Made { entry, outputs, parts, kept, gists, found: Vec::new(), is_outdated: false })
    }

    /// That the pages show the date that a clause promises.
    fn keep_promises(&self, outputs: &[Output]) -> Result<(), Vec<Diagnostic>> {
        let Some(timeline) = self.timeline else { return Ok(()) };
        let (manifest, locale, plan) = (self.manifest, self.locale, self.plan);
        let broken = promises::undated(manifest, locale, timeline, plan, outputs);
        if broken.is_empty() { Ok(()) } else { Err(broken) }
    }

    /// How the texts in `file` stand to their source; nothing for the source.
    pub(crate) fn fresh<'f>(
        &'f self,
        file: &FtlFile,
    ) -> Result<Option<Fresh<'f>>, Vec<Diagnostic>> {
        let (manifest, locale) = (self.manifest, self.locale);
        if *locale == manifest.source_locale {
            return Ok(None);
        }
        let source = self.source.wording(manifest, self.plan);
        Fresh::judge((manifest, locale), (source, file), self.plan, self.inputs).map(Some)
    }

    /// Looks at the texts without making pages of them, for what weighs `least` at least.
    pub(crate) fn check(&self, least: Level) -> Result<Checked, Vec<Diagnostic>> {
        let draft = self.source.document.is_some();
        let mut found = Vec::new();
        let file = self.texts(draft, &mut found)?;
        let text = file.as_ref().unwrap_or(&self.source.file);
        let document = self.compose(text, (draft, least), &mut found)?;
        Ok(Checked { file, document, found })
    }

    /// The document, if nothing is wrong with it.
    fn compose(
        &self,
        file: &FtlFile,
        (draft, least): (bool, Level),
        found: &mut Vec<Diagnostic>,
    ) -> Result<Document, Vec<Diagnostic>> {
        let (manifest, locale) = (self.manifest, self.locale);
        found.extend(of(file.diagnostics(), manifest, locale));
        let terms = self.plan.terms.get(locale);
        let catalog = Catalog::new(locale, file, terms, &manifest.facts, manifest.published);
        let judge = &self.plan.judge;
        let (policy, tag) = (Some(manifest.id.as_str()), locale.tag());
        let weighs =
            |rule: &Rule, least| judge.level(rule, policy, tag).is_some_and(|level| level <= least);
        let wanted = |rule: &Rule| weighs(rule, least);
        found.extend(check_file(file, locale, Some(&manifest.id), (draft, &wanted)));
        // Warnings about messages are told to who builds, too; advice is not.
        let of_messages = |rule: &Rule| weighs(rule, least.max(Level::Warning));
        let subject = Subject {
            manifest,
            catalog: &catalog,
            source: &self.source.file,
            policies: self.plan.policies(),
            draft,
            wanted: &of_messages,
        };
        found.extend(check_messages(&subject));
        let document = compose(manifest, &catalog);
        found.extend(check_document(&subject, &document, found));
        judge.apply(found);
        let is_sound = |found: &[Diagnostic]| found.iter().all(|told| told.level != Level::Error);
        if !draft && is_sound(found) {
            found.extend(check_unread(&subject));
            judge.apply(found);
        }
        // What is said only counts once it can be read.
        let is_translation = *locale != manifest.source_locale && !Pseudo::has(locale);
        if is_translation && is_sound(found) {
            let texts = Texts::of(locale, file, terms, Form::Markdown);
            let source = self.source.side(manifest, self.plan);
            let own = Side { texts: &texts, file, terms };
            found.extend(check_texts(source, own, Some(&manifest.id), (draft, &wanted)));
            judge.apply(found);
        }
        if !draft && is_sound(found) {
            let newest = self.timeline.and_then(|timeline| timeline.history.newest());
            found.extend(unreleased(manifest, &catalog, newest, self.locked));
            judge.apply(found);
        }
        if is_sound(found) { Ok(document) } else { Err(std::mem::take(found)) }
    }

    fn render_versions(
        &self,
        timeline: Timeline<'_>,
        render: impl Fn() -> bool,
    ) -> Result<Rendered, Vec<Diagnostic>> {
        let Some(phrases) = self.plan.phrases(self.locale).filter(|_| render()) else {
            return Ok(Rendered::default());
        };
        let with = (self.site, &self.plan.templates, self.earlier);
        render_history(self.manifest, &phrases, timeline, with)
            .map_err(|diagnostic| vec![diagnostic])
    }

    /// The texts of the locale; `None` where they are the source's own.
    fn texts(
        &self,
        draft: bool,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Option<FtlFile>, Vec<Diagnostic>> {
        let (manifest, locale, source) = (self.manifest, self.locale, self.source);
        let path = texts_path(&manifest.id, locale);
        if !self.inputs.files.contains_key(&path) {
            if self.inputs.closed.contains(&format!("locales/{locale}")) {
                // That the folder can not be read is told already.
                return Err(Vec::new());
            }
            let missing = missing_texts(manifest, locale, self.inputs);
            if !draft || *locale == manifest.source_locale {
                return Err(vec![missing]);
            }
            found.push(Diagnostic { level: Level::Warning, ..missing });
            return Ok(Some(FtlFile::parse(path, String::new())));
        }
        let terms = format!("locales/{locale}/terms.ftl");
        if self.inputs.files.contains_key(&terms) && !self.plan.terms.contains_key(locale) {
            // That its terms can not be read is told already, and all else follows.
            return Err(Vec::new());
        }
        let is_source = *locale == manifest.source_locale;
        if is_source && !source.file.text().is_empty() {
            return Ok(None);
        }
        let text = self.inputs.read(&path);
        let text = text.map_err(|d| of(&[d], manifest, locale).collect::<Vec<_>>())?;
        let file = FtlFile::parse(path, text);
        let is_empty = file.messages().next().is_none() && file.diagnostics().is_empty();
        if is_empty && (!draft || is_source) {
            let waits = manifest.clauses.iter().any(|clause| file.waiting(&clause.id).is_some());
            let (message, hint) = match waits {
                true => (NOTHING_TRANSLATED, UNCOMMENT),
                false => (
                    "the file has no messages",
                    "write one for each clause of policy.toml, as `name = text`",
                ),
            };
            let empty = Diagnostic::error("empty-file", file.path(), message).hint(hint);
            return Err(of(&[empty], manifest, locale).collect());
        }
        Ok(Some(file))
    }
}

/// What tells that a text is not what was released last: advice, since pages
/// show the version; an error where only released text may be published.
fn unreleased(
    manifest: &Manifest,
    catalog: &Catalog<'_>,
    newest: Option<&Release>,
    locked: bool,
) -> Option<Diagnostic> {
    let path = catalog.file.path();
    let (message, hint) = match newest {
        None if locked => (
            "no version of this policy was released".to_owned(),
            format!("release one: `ereje release {} --effective DATE`", manifest.id),
        ),
        None => return None,
        Some(newest) if is_released(manifest, catalog, newest) => return None,
        Some(newest) => (
            format!("the text differs from version {}", newest.version.version),
            "`ereje diff` shows how, `ereje generate --draft` its page; `ereje release` publishes it"
                .to_owned(),
        ),
    };
    let level = if locked { Level::Error } else { Level::Advice };
    let told = Diagnostic { level, ..Diagnostic::error("unreleased-text", path, message) };
    let told = told.hint(hint).of_policy(&manifest.id).of_locale(catalog.locale.tag());
    Some(told.alike(Alike::languages(manifest.rank(catalog.locale))))
}

/// Whether the texts of today are those of a version.
pub(crate) fn is_released(manifest: &Manifest, catalog: &Catalog<'_>, release: &Release) -> bool {
    let plan = |clause: &ClausePlan| (clause.id.clone(), clause.kind, clause.level);
    let frozen = |clause: &VersionClause| (clause.id.clone(), clause.kind, clause.level);
    let text = freeze(manifest, catalog);
    release.texts.get(catalog.locale).is_some_and(|frozen_text| frozen_text.says_the_same(&text))
        && manifest.clauses.iter().map(plan).eq(release.version.clauses.iter().map(frozen))
}

fn of<'d>(
    diagnostics: &'d [Diagnostic],
    manifest: &'d Manifest,
    locale: &'d Locale,
) -> impl Iterator<Item = Diagnostic> + 'd {
    diagnostics.iter().map(|d| d.clone().of_policy(&manifest.id).of_locale(locale.tag()))
}
