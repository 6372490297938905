//! The past of pages: every commit of the branch at hand that touched them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use super::{Trouble, contents, git, output};
use crate::failure::Failure;

/// The commits that touched pages, the first one first.
pub(crate) struct Past {
    /// Whether the clone is shallow, so that there may have been earlier ones.
    pub(crate) is_shallow: bool,
    pub(crate) commits: Vec<Commit>,
}

/// A commit that touched a page.
pub(crate) struct Commit {
    /// Its full id.
    pub(crate) id: String,
    /// When it was made, in seconds since 1970, as `git log` tells.
    pub(crate) seconds: i64,
    /// What became of the pages that it touched, by their number.
    pub(crate) pages: BTreeMap<usize, Touched>,
}

/// What became of a page.
#[derive(Clone)]
pub(crate) enum Touched {
    /// It says this, at this path.
    Written(String, Vec<u8>),
    /// It is no more.
    Gone,
    /// It is a link or a submodule now.
    Strange,
}

/// Where git would look instead of in the folder that was named.
const MISLEADING: [&str; 9] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_SHALLOW_FILE",
    "GIT_CONFIG_PARAMETERS",
];

fn apart(repository: &Path) -> Command {
    let mut command = git(repository);
    for name in MISLEADING {
        command.env_remove(name);
    }
    // A name is a name, and a commit what its id says.
    command.args(["--literal-pathspecs", "--no-replace-objects"]);
    command
}

fn ask(repository: &Path, arguments: &[&str]) -> Result<Vec<u8>, Trouble> {
    let mut command = apart(repository);
    output(command.args(arguments))
}

fn line(repository: &Path, arguments: &[&str]) -> Result<String, Trouble> {
    let said = ask(repository, arguments)?;
    Ok(String::from_utf8_lossy(&said).trim_end_matches('\n').to_owned())
}

/// Paths below `repository` in its newest commit.
pub(crate) fn paths(repository: &Path) -> Result<Vec<String>, Failure> {
    check(repository)?;
    let listed = ask(repository, &["ls-tree", "-r", "-z", "--name-only", "HEAD"]);
    let listed = listed.map_err(Trouble::into_failure)?;
    let names = listed.split(|byte| *byte == 0).filter_map(|name| std::str::from_utf8(name).ok());
    Ok(names.filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// What happened to pages in the repository, along the first parents of the
/// commit at hand: as the branch showed them, day by day. A page that was renamed
/// is followed to its earlier names.
pub(crate) fn past(repository: &Path, pages: &[String]) -> Result<Past, Failure> {
    check(repository)?;
    let is_shallow = line(repository, &["rev-parse", "--is-shallow-repository"]);
    let is_shallow = is_shallow.is_ok_and(|said| said == "true");
    let mut found: BTreeMap<String, Commit> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        let log = ask(
            repository,
            &[
                "-c",
                "log.showSignature=false",
                "-c",
                "diff.renames=true",
                "-c",
                "diff.renameLimit=0",
                "log",
                "--first-parent",
                "-m",
                "--follow",
                "--raw",
                "-z",
                "--no-abbrev",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                "--no-notes",
                "--no-mailmap",
                "--format=%x01%H %at",
                "HEAD",
                "--",
                page,
            ],
        );
        let log = log.map_err(Trouble::into_failure)?;
        let touched = touched(repository, page, &log)?;
        for (id, seconds, what) in touched {
            let commit = Commit { id: id.clone(), seconds, pages: BTreeMap::new() };
            found.entry(id).or_insert(commit).pages.insert(number, what);
        }
    }
    let order = first_to_last(repository, &found)?;
    let commits = order.into_iter().filter_map(|id| found.remove(&id)).collect();
    Ok(Past { is_shallow, commits })
}

/// The ids of the commits in their order.
fn first_to_last(
    repository: &Path,
    found: &BTreeMap<String, Commit>,
) -> Result<Vec<String>, Failure> {
    let all = line(repository, &["rev-list", "--first-parent", "HEAD"]);
    let all = all.map_err(Trouble::into_failure)?;
    let mut order: Vec<String> =
        all.lines().filter(|id| found.contains_key(*id)).map(str::to_owned).collect();
    order.reverse();
    Ok(order)
}

fn check(repository: &Path) -> Result<(), Failure> {
    let shown = repository.display();
    if !repository.is_dir() {
        return Err(Failure::new(format!("there is no folder {shown}"))
            .hint("name the repository behind the `@`: `git:docs/privacy.md@../site`"));
    }
    line(repository, &["rev-parse", "--git-dir"]).map_err(|told| match told {
        Trouble::NoGit => Failure::new("`git` is not installed, or not on the PATH")
            .hint("install it, or import a folder of dated pages instead"),
        Trouble::Said(said) if said.contains("not a git repository") => {
            Failure::new(format!("{shown} is not in a git repository"))
                .hint("name the repository behind the `@`: `git:docs/privacy.md@../site`")
        }
        Trouble::Said(said) => Failure::new(format!("git can not be asked: {said}")),
    })?;
    line(repository, &["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).map(drop).map_err(
        |_| {
            Failure::new(format!("the repository {shown} has no commit on the branch at hand"))
                .hint("`git switch` to the branch whose past it is")
        },
    )
}

/// A line of a log: the commit, its time, and what it made of the page, if it
/// did: mode, object and path.
type Row = (String, i64, Option<(String, String, String)>);

/// What a log tells of a page, the first commit first.
fn touched(
    repository: &Path,
    page: &str,
    log: &[u8],
) -> Result<Vec<(String, i64, Touched)>, Failure> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut rows: Vec<Row> = Vec::new();
    let mut parts = log.split(|byte| *byte == 0);
    while let Some(part) = parts.next() {
        let part = part.strip_prefix(b"\n").unwrap_or(part);
        if let Some(head) = part.strip_prefix(&[1]) {
            let head = text(head);
            let (id, seconds) = head.trim_end().split_once(' ').unwrap_or((head.as_str(), "0"));
            rows.push((id.to_owned(), seconds.parse().unwrap_or(0), None));
        } else if let Some(raw) = part.strip_prefix(b":") {
            let raw = text(raw);
            let fields: Vec<&str> = raw.split(' ').collect();
            let [_, mode, _, object, status] = fields.as_slice() else { continue };
            let from = parts.next().unwrap_or_default();
            // Of a rename and of a copy the new path is told too.
            let is_renamed = status.starts_with(['R', 'C']);
            let to = if is_renamed { parts.next().unwrap_or_default() } else { from };
            if let Some(row) = rows.last_mut() {
                row.2 = Some(((*mode).to_owned(), (*object).to_owned(), text(to)));
            }
        }
    }
    rows.reverse();
    if let Ok(kind) = line(repository, &["cat-file", "-t", &format!("HEAD:./{page}")])
        && kind == "tree"
    {
        return Err(Failure::new(format!("{page} is a folder in the repository"))
            .hint("name the page in it, such as `git:docs/privacy.md`"));
    }
    let is_file = |mode: &str| mode.starts_with("100");
    let objects: BTreeSet<&str> = rows
        .iter()
        .filter_map(|(_, _, what)| what.as_ref())
        .filter(|(mode, ..)| is_file(mode))
        .map(|(_, object, _)| object.as_str())
        .collect();
    let said = contents(apart(repository), objects.iter().copied())?;
    let said: BTreeMap<&str, Vec<u8>> = objects.into_iter().zip(said).collect();
    let known = |(id, seconds, what): &Row| {
        let (mode, object, path) = what.as_ref()?;
        let what = match said.get(object.as_str()) {
            Some(bytes) if is_file(mode) => Touched::Written(path.clone(), bytes.clone()),
            _ if mode == "000000" => Touched::Gone,
            _ => Touched::Strange,
        };
        Some((id.clone(), *seconds, what))
    };
    Ok(rows.iter().filter_map(known).collect())
}
