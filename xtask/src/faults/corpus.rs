//! Correct translations to put faults into.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ereje::fact::Date;
use ereje::locale::Locale;
use ereje::manifest::{Manifest, read_manifest};
use ereje_check::Form;

/// A translation and its source.
pub(super) struct Pair {
    /// Where the translation stands.
    pub(super) path: String,
    pub(super) source_locale: Locale,
    pub(super) source: String,
    pub(super) source_terms: String,
    pub(super) locale: Locale,
    pub(super) text: String,
    pub(super) terms: String,
    pub(super) form: Form,
    /// The plan of the policy, if it is one.
    pub(super) manifest: Option<Manifest>,
}

/// The translations of the policies of a workspace.
pub(super) fn workspace(root: &Path) -> io::Result<Vec<Pair>> {
    let read = |locale: &Locale, name: &str| {
        fs::read_to_string(root.join(format!("locales/{locale}/{name}.ftl")))
    };
    let mut pairs = Vec::new();
    for policy in names(&root.join("policies"))? {
        let path = format!("policies/{policy}/policy.toml");
        let Ok(plan) = fs::read_to_string(root.join(&path)) else { continue };
        let (Some(mut manifest), found) = read_manifest(&policy, &path, &plan) else { continue };
        if !found.is_empty() {
            continue;
        }
        // A policy with versions has its day from them; here any day will do.
        manifest.published = manifest.published.or_else(|| Date::parse("2020-01-01"));
        let source_locale = &manifest.source_locale;
        for locale in manifest.locales.iter().filter(|locale| *locale != source_locale) {
            pairs.push(Pair {
                path: format!("locales/{locale}/{policy}.ftl"),
                source_locale: source_locale.clone(),
                source: read(source_locale, &policy)?,
                source_terms: read(source_locale, "terms").unwrap_or_default(),
                locale: locale.clone(),
                text: read(locale, &policy)?,
                terms: read(locale, "terms").unwrap_or_default(),
                form: Form::Markdown,
                manifest: Some(manifest.clone()),
            });
        }
    }
    Ok(pairs)
}

/// The translations of a tree in which files are named after their locales, as
/// `fr-FR.ftl` beside `en-US.ftl`.
pub(super) fn fluent(root: &Path, reference: &str) -> io::Result<Vec<Pair>> {
    let mut by_folder: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|end| end == "ftl") {
                by_folder.entry(folder.clone()).or_default().push(entry.path());
            }
        }
    }
    let mut pairs = Vec::new();
    for (folder, mut files) in by_folder {
        files.sort();
        let Ok(source) = fs::read_to_string(folder.join(format!("{reference}.ftl"))) else {
            continue;
        };
        for file in files {
            let Some(name) = file.file_stem().and_then(|name| name.to_str()) else { continue };
            let (Ok(source_locale), Ok(locale)) = (Locale::parse(reference), Locale::parse(name))
            else {
                continue;
            };
            if name == reference {
                continue;
            }
            pairs.push(Pair {
                path: file.strip_prefix(root).unwrap_or(&file).display().to_string(),
                source_locale,
                source: source.clone(),
                source_terms: String::new(),
                locale,
                text: fs::read_to_string(&file)?,
                terms: String::new(),
                form: Form::Plain,
                manifest: None,
            });
        }
    }
    Ok(pairs)
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut names: Vec<String> =
        entries.into_iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}
