//! `--l10n`: a project whose l10n.toml says where its files are.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Component, Path, PathBuf};

use ereje::diagnostic::{Diagnostic, Level};
use ereje::l10n::{L10n, Wild, expand, read_l10n};
use ereje::locale::Locale;

use super::locales::{WRITTEN, locale, named, told};
use super::only::Only;
use super::project::{Project, Wanted, below, common_folder, orphan};
use super::walk::{Walked, walk};
use crate::failure::Failure;
use crate::inputs::read_text;

/// So many files may include each other.
const MOST_FILES: usize = 200;

/// One entry of `[[paths]]`, with all of its paths absolute.
struct Entry {
    reference: Wild,
    /// The language that the path of the reference names.
    language: Option<Locale>,
    /// By locale, as the file writes it.
    l10n: Vec<(Locale, Wild)>,
}

/// Reads the project of `config`.
pub(super) fn read(
    config: &Path,
    l10n_base: Option<&Path>,
    reference: Option<&str>,
    only: Only<'_>,
) -> Result<Project, Failure> {
    let mut entries = Vec::new();
    let mut next = vec![(absolute(config), Vec::new())];
    let mut seen = BTreeSet::new();
    while let Some((path, locales)) = next.pop() {
        if !seen.insert(path.clone()) || seen.len() > MOST_FILES {
            continue;
        }
        let settings = settings(&path)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let base = plain(&folder.join(&settings.basepath));
        let translations = l10n_base.map_or_else(|| base.clone(), absolute);
        let locales = if settings.locales.is_empty() { locales } else { settings.locales.clone() };
        entries.extend(of_file(&settings, &base, &translations, &locales)?);
        for include in settings.includes.iter().rev() {
            let value = |name: &str| settings.env.get(name).cloned();
            next.push((plain(&base.join(expand(include, &value))), locales.clone()));
        }
    }
    if entries.iter().all(|entry| entry.l10n.is_empty()) {
        let message = format!("{} lists no `locales`, and none has a file", config.display());
        let failure = Failure::new(message);
        return Err(failure.hint("list them, or say where translations are: `--l10n-base DIR`"));
    }
    let reference = match reference {
        Some(tag) => told(tag)?,
        None => language(&entries)?,
    };
    let project = project(entries, reference, config, only)?;
    Ok(Project { settings: seen.into_iter().collect(), ..project })
}

/// What one file says.
fn settings(path: &Path) -> Result<L10n, Failure> {
    if !path.is_file() {
        let failure = Failure::new(format!("there is no file {}", path.display()));
        return Err(failure.hint("give the path of an l10n.toml"));
    }
    let name = path.to_string_lossy();
    let wrong = |told: &Diagnostic| {
        let line = told.place.as_ref().map_or(String::new(), |place| format!(":{}", place.line));
        let failure = Failure::new(format!("{}{line}: {}", told.path, told.message));
        match &told.hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    };
    let text = read_text(path, &name).map_err(|told| wrong(&told))?;
    let (settings, found) = read_l10n(&name, &text);
    match found.iter().find(|told| told.level == Level::Error) {
        Some(told) => Err(wrong(told)),
        None => Ok(settings),
    }
}

fn of_file(
    settings: &L10n,
    base: &Path,
    translations: &Path,
    project: &[String],
) -> Result<Vec<Entry>, Failure> {
    let pattern = |path: &str, tag: &str| {
        let value = |name: &str| match name {
            "locale" => Some(tag.to_owned()),
            "l10n_base" => Some(translations.to_string_lossy().replace('\\', "/")),
            name => settings.env.get(name).cloned(),
        };
        let full = plain(&base.join(expand(path, &value)));
        Wild::new(&full.to_string_lossy().replace('\\', "/"))
    };
    // Of folders further up, of which the project knows nothing, the names say nothing.
    let top = base.parent().unwrap_or(base).to_string_lossy().replace('\\', "/");
    let mut entries = Vec::new();
    for path in &settings.paths {
        let reference = pattern(&path.reference, "");
        let tags = match &path.locales {
            Some(listed) => Cow::Borrowed(listed.as_slice()),
            None if project.is_empty() => {
                Cow::Owned(tags_on_disk(&|tag| pattern(&path.l10n, tag), &reference)?)
            }
            None => Cow::Borrowed(project),
        };
        let mut l10n = Vec::new();
        for tag in tags.iter() {
            let Some(locale) = locale(tag) else {
                let failure = Failure::new(format!("`{tag}` in `locales` is no locale"));
                return Err(failure.hint(WRITTEN));
            };
            l10n.push((locale, pattern(&path.l10n, tag)));
        }
        let folder = reference.folder();
        let language = named(folder.strip_prefix(&top).unwrap_or(folder), None);
        entries.push(Entry { reference, language, l10n });
    }
    Ok(entries)
}

/// The locales that files are there in, as their paths name them, for a project that
/// lists none.
fn tags_on_disk(pattern: &dyn Fn(&str) -> Wild, reference: &Wild) -> Result<Vec<String>, Failure> {
    let any = pattern("*");
    let mut tags = BTreeSet::new();
    for path in Disk::default().below(any.folder())? {
        if reference.matches(&path).is_some() {
            continue;
        }
        let values = any.matches(&path).unwrap_or_default();
        let is_tag =
            |value: &String| locale(value).is_some() && pattern(value).matches(&path).is_some();
        tags.extend(values.into_iter().find(is_tag));
    }
    Ok(tags.into_iter().collect())
}

/// The language of the reference, as all folders of its files are named: one alone may
/// be called `dom` and mean no language.
fn language(entries: &[Entry]) -> Result<Locale, Failure> {
    let mut named = entries.iter().map(|entry| &entry.language);
    let first = named.next().cloned().flatten();
    first.filter(|first| named.all(|other| other.as_ref() == Some(first))).ok_or_else(|| {
        let failure = Failure::new("l10n.toml does not tell the language of the reference");
        failure.hint("name it: `--reference en-US`")
    })
}

fn project(
    mut entries: Vec<Entry>,
    locale: Locale,
    config: &Path,
    only: Only<'_>,
) -> Result<Project, Failure> {
    let patterns = |entry: &'_ Entry| {
        let own = entry.l10n.iter().map(|(_, wild)| wild.folder());
        [entry.reference.folder()].into_iter().chain(own).map(PathBuf::from).collect::<Vec<_>>()
    };
    let folders: Vec<PathBuf> = entries.iter().flat_map(patterns).collect();
    let root = common_folder(folders.iter().map(PathBuf::as_path));
    for entry in &mut entries {
        entry.l10n.retain(|(locale, _)| only.wants(locale));
    }
    let mut disk = Disk { root: root.clone(), ..Disk::default() };
    let mut by_path: BTreeMap<String, usize> = BTreeMap::new();
    let mut wanted: BTreeMap<(usize, Locale), String> = BTreeMap::new();
    for entry in &entries {
        for path in disk.below(entry.reference.folder())? {
            let Some(values) = entry.reference.matches(&path) else { continue };
            let next = by_path.len();
            let nth = *by_path.entry(path).or_insert(next);
            // Of two entries that mean one file the later one says where it goes.
            for (locale, wild) in &entry.l10n {
                wanted.insert((nth, locale.clone()), wild.with(&values));
            }
        }
    }
    if by_path.is_empty() {
        let failure =
            Failure::new(format!("{} names no `.ftl` files that are there", config.display()));
        return Err(failure.hint("is `reference` of `[[paths]]` right, and `basepath`?"));
    }
    let mut reference = vec![String::new(); by_path.len()];
    for (path, nth) in &by_path {
        reference[*nth] = below(&root, Path::new(path));
    }
    let mut project = Project {
        root,
        locale,
        reference,
        translations: BTreeMap::new(),
        found: Vec::new(),
        settings: Vec::new(),
        readings: None,
    };
    let wanted: BTreeMap<(Locale, String), usize> =
        wanted.into_iter().map(|((nth, locale), path)| ((locale, path), nth)).collect();
    add_orphans(&entries, &wanted, &mut disk, &mut project)?;
    for ((locale, path), reference) in wanted {
        let is_there = Path::new(&path).is_file();
        let path = below(&project.root, Path::new(&path));
        let wanted = Wanted { path, reference, is_there };
        project.translations.entry(locale).or_default().push(wanted);
    }
    project.found.append(&mut disk.found);
    Ok(project)
}

/// Tells of files where translations are that translate nothing.
fn add_orphans(
    entries: &[Entry],
    wanted: &BTreeMap<(Locale, String), usize>,
    disk: &mut Disk,
    project: &mut Project,
) -> Result<(), Failure> {
    for (locale, wild) in entries.iter().flat_map(|entry| &entry.l10n) {
        for path in disk.below(wild.folder())? {
            let key = (locale.clone(), path);
            if !wanted.contains_key(&key) && wild.matches(&key.1).is_some() {
                project.found.push(orphan(&below(&project.root, Path::new(&key.1)), locale));
            }
        }
    }
    Ok(())
}

/// What is on the disk, each folder looked through once.
#[derive(Default)]
struct Disk {
    root: PathBuf,
    known: HashMap<String, Vec<String>>,
    found: Vec<Diagnostic>,
}

impl Disk {
    /// The files below a folder; none where it is not there.
    fn below(&mut self, folder: &str) -> Result<Vec<String>, Failure> {
        if let Some(known) = self.known.get(folder) {
            return Ok(known.clone());
        }
        let path = Path::new(folder);
        let walked = if path.is_dir() { walk(path)? } else { Walked::default() };
        let full = |name: &String| format!("{folder}/{name}");
        let files: Vec<String> = walked.files.iter().map(full).collect();
        for mut told in walked.found {
            told.path = below(&self.root, &path.join(&told.path));
            self.found.push(told);
        }
        self.known.insert(folder.to_owned(), files.clone());
        Ok(files)
    }
}

fn absolute(path: &Path) -> PathBuf {
    let here = || std::env::current_dir().unwrap_or_default();
    fs::canonicalize(path).unwrap_or_else(|_| plain(&here().join(path)))
}

/// The path without `.` and `..`, which a pattern can not be compared with.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}
