//! One policy in one locale: from its files to its outputs. Jobs share nothing
//! but what they read, so they run on every core.

use ereje::catalog::{Catalog, FtlFile};
use ereje::compose::{HEADING, complete_from, compose};
use ereje::diagnostic::{Diagnostic, Level};
use ereje::document::Document;
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje_check::{Subject, check_document, check_messages};
use ereje_render::{Entry, Output, Site, render_policy};
use xxhash_rust::xxh3::Xxh3;

use crate::inputs::Inputs;
use crate::plan::{Plan, missing_texts, texts_path};

/// The source text of a policy, read once for all its languages.
pub(crate) struct Source {
    pub(crate) file: FtlFile,
    /// What a draft falls back to.
    pub(crate) document: Option<Document>,
}

/// What came of a job.
pub(crate) struct Made {
    pub(crate) entry: Entry,
    pub(crate) outputs: Vec<Output>,
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
    Source { file, document }
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

/// Does the job. Nothing is rendered where there is an error, and nothing
/// where `render` says that it would be of no use.
pub(crate) fn run(
    manifest: &Manifest,
    locale: &Locale,
    source: &Source,
    (plan, site): (&Plan, &Site<'_>),
    inputs: &Inputs,
    render: impl Fn() -> bool,
) -> Result<Made, Vec<Diagnostic>> {
    let draft = source.document.is_some();
    let mut found = Vec::new();
    let file = texts(manifest, locale, source, inputs, draft, &mut found)?;
    let file = file.as_ref().unwrap_or(&source.file);
    found.extend(of(file.diagnostics(), manifest, locale));
    let terms = plan.terms.get(locale);
    let catalog = Catalog::new(locale, file, terms, &manifest.facts, manifest.published);
    let subject = Subject { manifest, catalog: &catalog, source: &source.file, draft };
    found.extend(check_messages(&subject));
    let mut document = compose(manifest, &catalog);
    found.extend(check_document(&subject, &document, &found));
    if found.iter().any(|diagnostic| diagnostic.level == Level::Error) {
        return Err(found);
    }
    if let Some(from) = &source.document {
        complete_from(&mut document, from, manifest);
    }
    let entry = Entry {
        title: document.title.text().to_owned(),
        description: document.description.text().to_owned(),
    };
    let mut outputs = Vec::new();
    if render() {
        match render_policy(&document, manifest, site, &plan.templates) {
            Ok(made) => outputs = made,
            Err(diagnostic) => return Err(vec![diagnostic]),
        }
    }
    Ok(Made { entry, outputs, found })
}

/// The texts of the locale; `None` where they are the source's own.
fn texts(
    manifest: &Manifest,
    locale: &Locale,
    source: &Source,
    inputs: &Inputs,
    draft: bool,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<FtlFile>, Vec<Diagnostic>> {
    let path = texts_path(&manifest.id, locale);
    if !inputs.files.contains_key(&path) {
        let missing = missing_texts(&manifest.id, locale, inputs);
        if !draft || *locale == manifest.source_locale {
            return Err(vec![missing]);
        }
        found.push(Diagnostic { level: Level::Warning, ..missing });
        return Ok(Some(FtlFile::parse(path, String::new())));
    }
    let is_source = *locale == manifest.source_locale;
    if is_source && !source.file.text().is_empty() {
        return Ok(None);
    }
    let text = inputs.read(&path).map_err(|d| of(&[d], manifest, locale).collect::<Vec<_>>())?;
    let file = FtlFile::parse(path, text);
    let is_empty = file.messages().next().is_none() && file.diagnostics().is_empty();
    if is_empty && (!draft || is_source) {
        let message = "the file has no messages";
        let hint = "write one for each clause of policy.toml, as `name = text`";
        let empty = Diagnostic::error("empty-file", file.path(), message).hint(hint);
        return Err(of(&[empty], manifest, locale).collect());
    }
    Ok(Some(file))
}

fn of<'d>(
    diagnostics: &'d [Diagnostic],
    manifest: &'d Manifest,
    locale: &'d Locale,
) -> impl Iterator<Item = Diagnostic> + 'd {
    diagnostics.iter().map(|d| d.clone().of_policy(&manifest.id).of_locale(locale.tag()))
}
