//! Languages that begin in a workspace that is there: files for their translators to
//! fill in. What is not translated yet stands in them behind `# `, so that nobody takes
//! the words of the source for a translation, and no release does.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::{FtlFile, counted_in, to_translate};
use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::locale::Locale;
use ereje::manifest::{
    Manifest, OPTIONAL_MESSAGES, PAGE_MESSAGES, read_manifest, with_languages, with_locales,
};

use super::{GUIDE_FILE, has_starter, sentences};
use crate::arguments::{Format, InitArguments};
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::plan::{Plan, texts_path};
use crate::store::is_taken;
use crate::workspace::{self, Read};
use crate::{import, report, typed};

/// What the languages that begin need.
#[derive(Default)]
struct Begun {
    /// New files by path; those that are there already are in it too, and stay.
    files: Vec<(String, String)>,
    /// `policy.toml` of each policy: its path, and what it says before and after.
    manifests: Vec<(String, String, String)>,
    /// The languages that begin.
    tags: Vec<String>,
    /// Those whose sentences around the text are known.
    known: Vec<String>,
    /// What is to be said of some of them.
    notes: Vec<String>,
}

/// Begins languages: in all policies, or in the one that is named. All of it is written
/// or nothing, and nothing that is there is written over.
pub(super) fn run(
    program: &str,
    (root, given): (&Path, Option<&Path>),
    options: &InitArguments,
) -> Result<ExitCode, Failure> {
    let mut locales: Vec<Locale> = Vec::new();
    for tag in &options.locales {
        let locale = super::tag(tag)?;
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    let Read { inputs, plan, mut found } = workspace::read(root);
    // What else is wrong is no matter of the languages that begin.
    let stops = |told: &Diagnostic| {
        told.level == Level::Error && (plan.is_none() || told.path.ends_with("/policy.toml"))
    };
    found.retain(stops);
    let Some(plan) = plan.filter(|_| found.is_empty()) else { return Ok(refuse(found)) };
    let policies: Vec<&Manifest> = match &options.policy {
        Some(id) => vec![workspace::policy(&plan, id)?],
        None => plan.manifests.iter().collect(),
    };
    if let Some(source) = &options.source_locale
        && policies.iter().any(|policy| policy.source_locale.tag() != source)
    {
        return Err(Failure::new("--source-locale is for a policy that is new")
            .hint("leave it out, or name a new policy by --policy"));
    }
    let place = typed::in_workspace(given);
    let mut begun = Begun::default();
    for locale in &locales {
        match begin(root, (&policies, locale), (&plan, &inputs), &mut begun) {
            Ok(true) => begun.tags.push(locale.tag().to_owned()),
            Ok(false) => begun.notes.push(there(&policies, locale)),
            Err(wrong) => return Ok(refuse(wrong)),
        }
    }
    if begun.tags.is_empty() {
        let tag = locales.first().map_or("", Locale::tag);
        let is_source = policies.iter().all(|policy| policy.source_locale.tag() == tag);
        return Err(Failure::new(begun.notes.swap_remove(0)).hint(match is_source {
            true => "name a language to translate it into".to_owned(),
            false => {
                format!("what is left to translate: `{program} status --locale {tag}{place}`")
            }
        }));
    }
    let new = |path: &&String| !is_taken(&root.join(path));
    let files: Vec<String> =
        begun.files.iter().map(|(path, _)| path).filter(new).cloned().collect();
    let changed = import::write(root, &begun.files, &begun.manifests)?;
    tell((program, &place), &begun, &files, &changed);
    Ok(ExitCode::SUCCESS)
}

fn refuse(mut found: Vec<Diagnostic>) -> ExitCode {
    sort(&mut found);
    found.dedup();
    report::tell(&found, Format::Human);
    errln!("nothing was written");
    ExitCode::FAILURE
}

/// That a language is there.
fn there(policies: &[&Manifest], locale: &Locale) -> String {
    let mut ids = policies.iter().map(|policy| format!("`{}`", policy.id));
    let ids = match policies.len() {
        1 => ids.next().unwrap_or_default(),
        _ => "every policy".to_owned(),
    };
    match policies.iter().all(|policy| policy.source_locale == *locale) {
        true => format!("`{locale}` is the source of {ids}: it is not translated"),
        false => format!("{ids} has the language `{locale}` already"),
    }
}

/// What a language needs to begin in the policies that it is not in; tells whether it
/// needs anything.
fn begin(
    root: &Path,
    (policies, locale): (&[&Manifest], &Locale),
    (plan, inputs): (&Plan, &Inputs),
    begun: &mut Begun,
) -> Result<bool, Vec<Diagnostic>> {
    let is_new = |path: &str| !is_taken(&root.join(path));
    let mut files = Vec::new();
    let mut is_begun = false;
    let translated = policies.iter().filter(|policy| policy.source_locale != *locale);
    let translated: Vec<&Manifest> = translated.copied().collect();
    for manifest in &translated {
        let path = texts_path(&manifest.id, locale);
        let is_former = manifest.former_locales.contains(locale);
        if is_new(&path) {
            let of = format!("`{}`", manifest.id);
            let source = read(inputs, texts_path(&manifest.id, &manifest.source_locale))?;
            let order = order(manifest, &source);
            files.push((path.clone(), waiting(root, (&of, locale), manifest, (&source, &order))));
            if is_former {
                begun.notes.push(format!(
                    "`{}` was in `{locale}` before: its last texts are in your history, where \
                     {path} was",
                    manifest.id
                ));
            }
        }
        if !manifest.locales.contains(locale) {
            is_begun = true;
            let before = inputs.read(&manifest.path).map_err(|wrong| vec![wrong])?;
            let known = begun.manifests.iter().position(|(path, ..)| *path == manifest.path);
            let known = known.unwrap_or_else(|| {
                begun.manifests.push((manifest.path.clone(), before.clone(), before));
                begun.manifests.len() - 1
            });
            let after = &mut begun.manifests[known].2;
            let listed = with_locales(after, &[locale.tag()]);
            *after = with_languages(&manifest.id, after, &[locale.tag()]);
            begun.notes.extend((*after != listed).then(|| own_page(manifest, locale, after)));
        }
    }
    let Some(first) = translated.first() else { return Ok(false) };
    let shared = |name: &str, locale: &Locale| format!("locales/{locale}/{name}.ftl");
    let path = shared("terms", locale);
    let terms = plan.terms.get(&first.source_locale).filter(|file| file.terms().next().is_some());
    if let Some(terms) = terms.filter(|_| !files.is_empty() && is_new(&path)) {
        files.insert(0, (path, waiting(root, ("The terms", locale), first, (terms, &[]))));
    }
    let path = shared("notice", locale);
    let notice = plan.notices.get(&first.source_locale);
    let notice = sentences(locale).map(|(_, text)| text).or_else(|| {
        notice
            .map(|source| waiting(root, ("What surrounds the texts", locale), first, (source, &[])))
    });
    is_begun |= !files.is_empty() || is_new(&path);
    if is_begun && is_new(&path) && has_starter(locale) {
        begun.known.push(locale.tag().to_owned());
    }
    files.extend(notice.map(|text| (path, text)));
    begun.files.extend(files.into_iter().filter(|_| is_begun));
    Ok(is_begun)
}

/// That the page in a language does not live where the pattern of the others says.
fn own_page(manifest: &Manifest, locale: &Locale, plan: &str) -> String {
    let (plan, _) = read_manifest(&manifest.id, &manifest.path, plan);
    let page = plan.map_or_else(String::new, |plan| plan.permalink(locale).to_owned());
    format!("its page in {locale} will be at {page}: `permalinks` in {}", manifest.path)
}

/// A source that can be read.
fn read(inputs: &Inputs, path: String) -> Result<FtlFile, Vec<Diagnostic>> {
    let text = inputs.read(&path).map_err(|wrong| vec![wrong])?;
    let file = FtlFile::parse(path, text);
    let wrong = file.diagnostics().iter().filter(|told| told.level == Level::Error);
    let wrong: Vec<Diagnostic> = wrong.cloned().collect();
    if wrong.is_empty() { Ok(file) } else { Err(wrong) }
}

/// The messages of a policy in the order of its page: those of the page itself as they
/// stand in the file, then the clauses.
fn order<'m>(manifest: &'m Manifest, source: &'m FtlFile) -> Vec<&'m str> {
    let of_page = |id: &&str| PAGE_MESSAGES.contains(id) || OPTIONAL_MESSAGES.contains(id);
    let page = source.messages().map(|message| message.id.name).filter(of_page);
    page.chain(manifest.clauses.iter().map(|clause| clause.id.as_str())).collect()
}

/// A file of the source as its translator gets it, in the forms that the language counts
/// by.
fn waiting(
    root: &Path,
    (what, locale): (&str, &Locale),
    manifest: &Manifest,
    (source, order): (&FtlFile, &[&str]),
) -> String {
    let from = &manifest.source_locale;
    let mut head = format!(
        "{what}, translated from `{from}`. What stands behind `# ` and a name with `=` is not\n\
         translated yet: take away the `# ` before its lines, and write it in this language. Notes\n\
         stay as they are."
    );
    if root.join(GUIDE_FILE).is_file() {
        head.push_str(&format!(" How these files are written is explained in {GUIDE_FILE}."));
    }
    let counted = FtlFile::parse(source.path(), counted_in(locale, source));
    to_translate(&head, &counted, order)
}

/// What was written, and what to do next.
fn tell((program, place): (&str, &str), begun: &Begun, files: &[String], changed: &[String]) {
    outln!("began {}", begun.tags.join(", "));
    let paths: BTreeSet<&String> = files.iter().collect();
    for path in paths.into_iter().chain(changed) {
        outln!("  {path}");
    }
    for note in &begun.notes {
        outln!("{note}");
    }
    if !begun.known.is_empty() {
        let tags = begun.known.join(", ");
        outln!("notice.ftl is there in the words of {tags}: read it");
    }
    let locales: String = begun.tags.iter().map(|tag| format!(" --locale {tag}")).collect();
    if files.is_empty() {
        outln!("its texts are there from before: translate what is missing or stale in them");
    } else {
        outln!(
            "to translate: in these files take away the `# ` before a message, and translate it"
        );
    }
    outln!("or in a translation tool: {program} export --format xliff{locales}{place}");
    outln!(
        "until all of it is there, `generate` and `release` wait, and drafts show what there is"
    );
    outln!("next: {program} status{locales}{place}");
}
