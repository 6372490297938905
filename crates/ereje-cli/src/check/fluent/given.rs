//! `--fluent`: folders, files, or one tree and the locale of its reference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ereje::locale::Locale;
use rustc_hash::FxHashMap;

use super::locales::{is_of, locale, named, parts, told};
use super::only::Only;
use super::project::{Project, Wanted, below, common_folder, orphan};
use super::walk::{through, walk};
use crate::failure::Failure;

const USAGE: &str = "name the reference first and then its translations: folders, as in \
                     `--fluent locales/en locales/fr`, or files; or a folder with all languages \
                     and the locale of the reference, as in `--fluent src --reference en-US`";

/// Finds out what the paths on the command line mean.
pub(super) fn read(
    paths: &[PathBuf],
    reference: Option<&str>,
    only: Only<'_>,
) -> Result<Project, Failure> {
    let usage = |message: &str| Failure::new(message).hint(USAGE);
    let language = reference.map(told).transpose()?;
    match (language, paths) {
        (Some(reference), [tree]) => of_tree(tree, &reference, only),
        (None, [first, tree]) if !first.exists() && locale(&first.to_string_lossy()).is_some() => {
            of_tree(tree, &told(&first.to_string_lossy())?, only)
        }
        (None, [_]) => Err(usage("there is nothing to compare this with")),
        (language, [reference, translations @ ..]) => of_pairs((reference, language), translations),
        (_, []) => Err(usage("there is nothing to check")),
    }
}

/// A reference, whose language may be told, and its translations, which are either all
/// folders or all files.
fn of_pairs(
    (reference, told): (&Path, Option<Locale>),
    translations: &[PathBuf],
) -> Result<Project, Failure> {
    let (from, to) = real_paths(reference, translations)?;
    let folder = |path: &'_ PathBuf| match path.parent() {
        Some(parent) => parent.to_owned(),
        None => path.clone(),
    };
    // Next to each other, so that a path tells which of them it is in.
    let folders: Vec<PathBuf> =
        [&from].into_iter().chain(to.iter().map(|(_, real)| real)).map(folder).collect();
    let root = common_folder(folders.iter().map(PathBuf::as_path));
    let (first_given, first) = &to[0];
    let language = |given: &Path, real: &Path, other: &Path, hint: &str| {
        let typed = given.to_string_lossy().replace('\\', "/");
        let typed = typed.trim_end_matches('/');
        let (real, other) = (below(&root, real), below(&root, other));
        let found = named(typed, Some(&other)).or_else(|| named(&real, Some(&other)));
        found.ok_or_else(|| {
            Failure::new(format!("the language of {} is not known", given.display())).hint(hint)
        })
    };
    let of_reference = match told {
        Some(told) => told,
        None => language(reference, &from, first, "tell it, as in `--reference en-US`")?,
    };
    let mut project = Project {
        locale: of_reference,
        reference: Vec::new(),
        translations: BTreeMap::new(),
        found: Vec::new(),
        settings: Vec::new(),
        readings: None,
        root: root.clone(),
    };
    let is_empty = |given: &Path| {
        let failure = Failure::new(format!("there are no `.ftl` files in {}", given.display()));
        failure.hint("is it the right folder?")
    };
    let names = files(&from, &mut project)?;
    if names.is_empty() {
        return Err(is_empty(reference));
    }
    let mut any = false;
    project.reference = names.iter().map(|name| joined(&project.root, &from, name)).collect();
    for (given, real) in &to {
        let hint = "name the folder or the file by its locale, as in `locales/pt-BR`";
        let locale = language(given, real, &from, hint)?;
        let own: BTreeSet<String> = files(real, &mut project)?.into_iter().collect();
        any |= !own.is_empty();
        let known: BTreeSet<&String> = names.iter().collect();
        for extra in own.iter().filter(|name| !known.contains(name)) {
            project.found.push(orphan(&joined(&project.root, real, extra), &locale));
        }
        let wanted = names.iter().enumerate().map(|(nth, name)| Wanted {
            path: joined(&project.root, real, name),
            reference: nth,
            is_there: own.contains(name),
        });
        let wanted: Vec<Wanted> = wanted.collect();
        project.translations.entry(locale).or_default().extend(wanted);
    }
    // One of many may be a translation that has not begun.
    if !any {
        return Err(is_empty(first_given));
    }
    Ok(project)
}

/// A path as it was given, and where it leads.
type Given<'g> = (&'g Path, PathBuf);

/// Where a reference and its translations are, at least one, each as it was given too.
fn real_paths<'g>(
    reference: &Path,
    translations: &'g [PathBuf],
) -> Result<(PathBuf, Vec<Given<'g>>), Failure> {
    let real =
        |path: &Path| fs::canonicalize(path).map_err(|error| Failure::io("read", path, &error));
    let from = real(reference)?;
    let to = translations.iter().map(|path| Ok((path.as_path(), real(path)?)));
    let mut to = to.collect::<Result<Vec<_>, Failure>>()?;
    // The shell writes all names for `*`, that of the reference too.
    to.retain(|(_, real)| *real != from);
    if to.is_empty() {
        let message = format!("{} is the reference itself", reference.display());
        return Err(Failure::new(message).hint("give the folder or file of a translation"));
    }
    let is_file = from.is_file();
    for (given, real) in &to {
        if real.is_file() != is_file {
            let message =
                format!("{} is not compared with {}", reference.display(), given.display());
            return Err(Failure::new(message).hint("give two folders, or two files"));
        }
    }
    Ok((from, to))
}

/// The Fluent files of a folder by name; of a file, itself, without a name.
fn files(path: &Path, project: &mut Project) -> Result<Vec<String>, Failure> {
    if path.is_file() {
        return Ok(vec![String::new()]);
    }
    let mut walked = walk(path)?;
    for told in &mut walked.found {
        told.path = joined(&project.root, path, &told.path);
    }
    project.found.append(&mut walked.found);
    Ok(walked.files)
}

fn joined(root: &Path, folder: &Path, name: &str) -> String {
    let folder = below(root, folder);
    match (folder.as_str(), name) {
        (_, "") => folder,
        ("", name) => name.to_owned(),
        (folder, name) => format!("{folder}/{name}"),
    }
}

/// A tree in which folders or files are named by their locales. What a path has in
/// place of its locale tells which files belong together.
fn of_tree(tree: &Path, reference: &Locale, only: Only<'_>) -> Result<Project, Failure> {
    let walked = through(tree, &|folders, looked| only.pass_over(reference, folders, looked))?;
    let root = fs::canonicalize(tree).map_err(|error| Failure::io("read", tree, &error))?;
    let mut found = walked.found;
    let (mut sources, mut places) = (Vec::new(), Vec::new());
    let is_other = |path: String| {
        let part = parts(&path).find(|part| is_of(&path[part.clone()], reference));
        let Some(part) = part else { return Some(path) };
        places.push(part);
        sources.push(path);
        None
    };
    let others: Vec<String> = walked.files.into_iter().filter_map(is_other).collect();
    if sources.is_empty() {
        let message =
            format!("there are no `.ftl` files in `{reference}` below {}", tree.display());
        let mut near = others.iter().flat_map(|path| {
            let locales = parts(path).filter_map(|part| locale(&path[part]));
            locales.filter(|locale| locale.language() == reference.language()).collect::<Vec<_>>()
        });
        let hint = match near.next() {
            Some(near) => format!("did you mean `--reference {near}`?"),
            None => {
                format!("files are named as in `{reference}.ftl` or `{reference}/messages.ftl`")
            }
        };
        return Err(Failure::new(message).hint(hint));
    }
    let places = sources.iter().zip(places).enumerate();
    let keys = places.map(|(nth, (path, part))| ((&path[..part.start], &path[part.end..]), nth));
    let keys: Keys<'_> = keys.collect();
    let mut rest = Vec::new();
    // By what a path has in place of the locale, in the order of the paths.
    let mut names: FxHashMap<String, usize> = FxHashMap::default();
    let mut named: Vec<(String, Locale, Vec<Wanted>)> = Vec::new();
    for path in others {
        let place = parts(&path).find_map(|part| {
            let nth = *keys.get(&(&path[..part.start], &path[part.end..]))?;
            let name = &path[part];
            if let Some(at) = names.get(name) {
                return Some((nth, *at));
            }
            named.push((name.to_owned(), locale(name)?, Vec::new()));
            names.insert(name.to_owned(), named.len() - 1);
            Some((nth, named.len() - 1))
        });
        match place {
            Some((reference, at)) => {
                named[at].2.push(Wanted { path, reference, is_there: true });
            }
            None => rest.push(path),
        }
    }
    // How a locale is written where it comes first, to say where a file should be.
    let mut written: BTreeMap<Locale, String> = BTreeMap::new();
    let mut translations: BTreeMap<Locale, Vec<Wanted>> = BTreeMap::new();
    for (name, locale, mut wanted) in named {
        written.entry(locale.clone()).or_insert(name);
        translations.entry(locale).or_default().append(&mut wanted);
    }
    for path in rest {
        let known = parts(&path).find_map(|part| locale(&path[part]));
        if let Some(locale) = known.filter(|locale| written.contains_key(locale)) {
            found.push(orphan(&path, &locale));
        }
    }
    add_missing(&mut translations, &keys, &written);
    Ok(Project {
        root,
        locale: reference.clone(),
        reference: sources,
        translations,
        found,
        settings: Vec::new(),
        readings: None,
    })
}

/// The files of the reference by what stands before and behind its locale in their
/// paths.
type Keys<'p> = FxHashMap<(&'p str, &'p str), usize>;

/// Adds the files that a locale lacks.
fn add_missing(
    translations: &mut BTreeMap<Locale, Vec<Wanted>>,
    keys: &Keys<'_>,
    written: &BTreeMap<Locale, String>,
) {
    let files = keys.values().max().map_or(0, |last| last + 1);
    for (locale, wanted) in translations {
        let mut is_there = vec![false; files];
        for one in wanted.iter() {
            is_there[one.reference] = true;
        }
        let name = written.get(locale).map_or(locale.tag(), String::as_str);
        for ((before, after), nth) in keys.iter().filter(|(_, nth)| !is_there[**nth]) {
            let path = format!("{before}{name}{after}");
            wanted.push(Wanted { path, reference: *nth, is_there: false });
        }
        wanted.sort_by(|a, b| a.path.cmp(&b.path));
    }
}
