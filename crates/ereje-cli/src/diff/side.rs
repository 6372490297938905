//! Where a text to be compared comes from.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ereje::diagnostic::{Level, nearest, sort};
use ereje::manifest::Manifest;
use ereje::version::{Release, VERSION_FILE, read_release};
use ereje::workspace::WORKSPACE_FILE;

use crate::arguments::Format;
use crate::failure::Failure;
use crate::plan::Plan;
use crate::redlines::Side;
use crate::workspace::{self, Read};
use crate::{git, report, typed};

/// What a commit is named after.
const GIT: &str = "git:";

/// Where a text comes from.
pub(super) enum Place {
    /// The newest version.
    Newest,
    /// A version.
    Version(String),
    /// The texts of this workspace as they are.
    Working,
    /// Another workspace, and what it was called.
    Workspace(String, Box<Read>),
    /// A version's folder, and what it was called.
    Folder(String, Box<Release>),
}

impl Place {
    /// What was typed: a version, `working`, `git:` with a commit, or a folder;
    /// nothing for the newest version.
    pub(super) fn of(typed: Option<&str>, root: &Path, plan: &Plan) -> Result<Place, Failure> {
        let Some(typed) = typed else { return Ok(Place::Newest) };
        if typed.is_empty() {
            return Err(Failure::new("a text to compare has an empty name")
                .hint("write a version, `working`, `git:REVISION` or a folder"));
        }
        if typed == "working" {
            return Ok(Place::Working);
        }
        if let Some(revision) = typed.strip_prefix(GIT) {
            let read = workspace::read_held(&git::files(root, revision)?);
            return whole(typed, read);
        }
        let versions = || plan.histories.values().flat_map(ereje::version::History::releases);
        if versions().any(|release| release.version.version == typed) {
            return Ok(Place::Version(typed.to_owned()));
        }
        let folder = PathBuf::from(typed);
        if folder.join(WORKSPACE_FILE).is_file() {
            let folder = std::path::absolute(&folder).unwrap_or(folder);
            return whole(typed, workspace::read(&folder));
        }
        if folder.join(VERSION_FILE).is_file() {
            return version(typed, &folder);
        }
        if folder.is_dir() {
            let message = format!("{typed} is neither a workspace nor a version");
            let hint = format!("there is no {WORKSPACE_FILE} and no {VERSION_FILE} in it");
            return Err(Failure::new(message).hint(hint));
        }
        if plan.manifests.iter().any(|manifest| manifest.id == typed) {
            let message = format!("`{typed}` is a policy, not one of its texts");
            return Err(Failure::new(message).hint(format!("choose it with `--policy {typed}`")));
        }
        let mut names: Vec<&str> = Vec::new();
        for release in versions() {
            let name = release.version.version.as_str();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        // Another number is as near as any, and says nothing of what was meant.
        let is_number = typed.starts_with(|c: char| c.is_ascii_digit());
        let near = nearest(typed, names.iter().copied().chain(["working"]));
        let hint = match near.filter(|_| !is_number) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if names.is_empty() => "write `working`, `git:REVISION` or a folder".to_owned(),
            None => format!(
                "write a version ({}), `working`, `git:REVISION` or a folder",
                names.join(", ")
            ),
        };
        Err(Failure::new(format!("there is no version or folder `{typed}`")).hint(hint))
    }

    /// What it is called in a sentence.
    pub(super) fn name(&self) -> String {
        match self {
            Place::Newest => "released version".to_owned(),
            Place::Version(name) => format!("version {name}"),
            Place::Working => "this workspace".to_owned(),
            Place::Workspace(name, _) | Place::Folder(name, _) => format!("`{name}`"),
        }
    }

    /// What tells that texts there are not whole, with what lists them, if anything does:
    /// what a commit lacks is no matter of the files of today.
    pub(super) fn lacks(&self, program: &str) -> String {
        let name = self.name();
        let lacking = format!("{name} lacks what is missing or can not be shown");
        match self {
            Place::Workspace(typed, _) if typed.starts_with(GIT) => {
                format!("{lacking} in that commit, so it seems to be new or removed here")
            }
            Place::Workspace(typed, _) => {
                let place = typed::in_workspace(Some(Path::new(typed)));
                format!("{lacking}; `{program} check{place}` lists it")
            }
            _ => format!("{lacking}; `{program} check` lists it"),
        }
    }

    /// The text of a policy there, and what it is called; nothing where the
    /// policy is not there.
    pub(super) fn side(&self, manifest: &Manifest, here: &Read) -> Option<(String, Side)> {
        let plan = here.plan.as_ref()?;
        let released = |release: &Release| {
            (release.version.version.clone(), Side::of_release(release, manifest))
        };
        match self {
            Place::Newest => plan.history(&manifest.id)?.newest().map(released),
            Place::Version(name) => plan.history(&manifest.id)?.get(name).map(released),
            Place::Working => {
                Some(("working".to_owned(), Side::of_texts(manifest, plan, &here.inputs)))
            }
            Place::Workspace(name, read) => {
                let plan = read.plan.as_ref()?;
                let there = plan.manifests.iter().find(|there| there.id == manifest.id)?;
                Some((name.clone(), Side::of_texts(there, plan, &read.inputs)))
            }
            Place::Folder(name, release) => {
                let is_it = release.version.policy == manifest.id;
                is_it.then(|| (name.clone(), Side::of_release(release, manifest)))
            }
        }
    }
}

/// A workspace that can be read; tells why not otherwise.
fn whole(typed: &str, read: Read) -> Result<Place, Failure> {
    if read.plan.is_some() {
        return Ok(Place::Workspace(typed.to_owned(), Box::new(read)));
    }
    let mut found = read.found;
    found.retain(|told| told.level == Level::Error);
    sort(&mut found);
    report::tell(&found, Format::Human);
    Err(Failure::new(format!("`{typed}` can not be compared: its settings can not be read")))
}

fn version(typed: &str, folder: &Path) -> Result<Place, Failure> {
    let mut files = BTreeMap::new();
    let entries = fs::read_dir(folder).map_err(|error| Failure::io("read", folder, &error))?;
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|p| p.is_file()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
        files.insert(name, String::from_utf8_lossy(&bytes).into_owned());
    }
    read_release(typed, &files)
        .map(|release| Place::Folder(typed.to_owned(), Box::new(release)))
        .map_err(|mut found| {
            sort(&mut found);
            report::tell(&found, Format::Human);
            Failure::new(format!("the version in {typed} can not be read"))
        })
}
