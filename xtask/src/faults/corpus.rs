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
    /// What is the same for its file in all languages.
    pub(super) key: String,
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
                key: policy.clone(),
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

/// The translations of a tree in which files or folders are named after their
/// locales, as `fr-FR.ftl` or `fr/app.ftl` beside `en-US.ftl` or `en-US/app.ftl`.
pub(super) fn fluent(root: &Path, reference: &str) -> io::Result<Vec<Pair>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|end| end == "ftl") {
                paths.extend(entry.path().strip_prefix(root).ok().map(Path::to_owned));
            }
        }
    }
    paths.sort();
    let Ok(source_locale) = Locale::parse(reference) else { return Ok(Vec::new()) };
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    for path in &paths {
        for (key, name) in places(path) {
            if name == reference {
                sources.insert(key, fs::read_to_string(root.join(path))?);
            }
        }
    }
    let mut pairs = Vec::new();
    for path in &paths {
        let found = places(path).into_iter().find_map(|(key, name)| {
            let locale = Locale::parse(&name).ok().filter(|_| name != reference)?;
            Some((sources.get(&key)?, locale, key))
        });
        let Some((source, locale, key)) = found else { continue };
        pairs.push(Pair {
            path: path.display().to_string(),
            key,
            source_locale: source_locale.clone(),
            source: source.clone(),
            source_terms: String::new(),
            locale,
            text: fs::read_to_string(root.join(path))?,
            terms: String::new(),
            form: Form::Plain,
            manifest: None,
        });
    }
    Ok(pairs)
}

/// The parts of a path that may be a locale, each with the rest of the path.
fn places(path: &Path) -> Vec<(String, String)> {
    let text = path.display().to_string();
    let parts: Vec<&str> = text.split('/').collect();
    let place = |nth: usize| {
        let name = parts[nth].trim_end_matches(".ftl").to_owned();
        let rest = [&parts[..nth], &["*"], &parts[nth + 1..]].concat().join("/");
        (rest, name)
    };
    (0..parts.len()).map(place).collect()
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut names: Vec<String> =
        entries.into_iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}
