//! Files of a commit, by the program `git`: the only place that runs it.

mod past;

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::Failure;

pub(crate) use past::{Touched, past, paths};

/// The files of the workspace at `root`, as they were in a commit: `ereje.toml`
/// and what is below `policies` and `locales`.
pub(crate) fn files(root: &Path, revision: &str) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    if revision.is_empty() {
        return Err(Failure::new("`git:` names no commit")
            .hint("write it behind the colon: `git:HEAD`, a tag, a branch or a digest"));
    }
    let prefix = run(root, &["rev-parse", "--show-prefix"]).map_err(|told| match told {
        Trouble::NoGit => Failure::new("`git` is not installed, or not on the PATH")
            .hint("install it, or compare with a version or a folder instead"),
        Trouble::Said(said) if said.contains("not a git repository") => {
            Failure::new(format!("there is no git repository around {}", root.display()))
                .hint("compare with a version or a folder instead")
        }
        Trouble::Said(said) => Failure::new(format!("git can not be asked: {said}")),
    })?;
    let prefix = prefix.trim_end_matches('\n');
    let commit = format!("{revision}^{{commit}}");
    let commit = run(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])
        .map_err(|_| unknown(root, revision))?;
    let commit = commit.trim();
    let wanted = ["ereje.toml", "policies", "locales"].map(|path| format!("{prefix}{path}"));
    let mut arguments = vec!["ls-tree", "-r", "-z", "--full-tree", commit, "--"];
    arguments.extend(wanted.iter().map(String::as_str));
    let listed = run(root, &arguments).map_err(|_| incomplete())?;
    let entries: Vec<(&str, &str)> = listed.split('\0').filter_map(entry).collect();
    if !entries.iter().any(|(_, path)| *path == format!("{prefix}ereje.toml")) {
        let message = format!("there was no workspace here in `{revision}`: it has no ereje.toml");
        return Err(Failure::new(message).hint("choose a later commit"));
    }
    let contents = contents(git(root), entries.iter().map(|(object, _)| *object))?;
    let paths = entries.into_iter().map(|(_, path)| path[prefix.len()..].to_owned());
    Ok(paths.zip(contents).collect())
}

/// The folder of the repository that a workspace is in. Asks no program: what
/// `check` tells must not depend on one.
pub(crate) fn top(root: &Path) -> Option<&Path> {
    root.ancestors().find(|folder| folder.join(".git").exists())
}

/// An ordinary file of a listing: the name of its content, and its path.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (what, path) = line.split_once('\t')?;
    let mut what = what.split(' ');
    let is_file = what.next()?.starts_with("100");
    let object = what.nth(1)?;
    is_file.then_some((object, path))
}

fn unknown(root: &Path, revision: &str) -> Failure {
    let failure = Failure::new(format!("git knows no commit `{revision}` here"));
    let is_shallow = run(root, &["rev-parse", "--is-shallow-repository"]);
    if is_shallow.is_ok_and(|told| told.trim() == "true") {
        failure.hint("this clone is shallow: `git fetch --unshallow` brings what came before")
    } else {
        failure.hint("`git log` lists commits, `git tag` and `git branch` their names")
    }
}

/// The contents of objects, in their order.
fn contents<'o>(
    mut git: Command,
    objects: impl Iterator<Item = &'o str>,
) -> Result<Vec<Vec<u8>>, Failure> {
    let asked: Vec<&str> = objects.collect();
    let lines: String = asked.iter().map(|object| format!("{object}\n")).collect();
    let mut child = git
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| Trouble::of(&error).into_failure())?;
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Failure::new("git can not be asked"));
    };
    // Both at once: git stops reading while nobody reads what it writes.
    let read = std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(lines.as_bytes()));
        let mut stdout = BufReader::new(stdout);
        asked.iter().map(|_| content(&mut stdout)).collect::<io::Result<Vec<_>>>()
    });
    let _ = child.wait();
    read.map_err(|_| incomplete())
}

fn incomplete() -> Failure {
    Failure::new("git could not give all files of the commit")
        .hint("`git fsck` tells whether the repository is whole; a partial clone needs its network")
}

/// One answer of `cat-file --batch`: a line with the size, the bytes, a line
/// feed.
fn content(out: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut line = String::new();
    out.read_line(&mut line)?;
    let size = line.trim_end().rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
    let size = size.ok_or(io::ErrorKind::InvalidData)?;
    let mut bytes = vec![0; size];
    out.read_exact(&mut bytes)?;
    out.read_exact(&mut [0])?;
    Ok(bytes)
}

/// Why git gave no answer.
enum Trouble {
    NoGit,
    Said(String),
}

impl Trouble {
    fn of(error: &io::Error) -> Trouble {
        if error.kind() == io::ErrorKind::NotFound {
            Trouble::NoGit
        } else {
            Trouble::Said(error.to_string())
        }
    }

    fn into_failure(self) -> Failure {
        match self {
            Trouble::NoGit => Failure::new("`git` is not installed, or not on the PATH"),
            Trouble::Said(said) => Failure::new(format!("git can not be asked: {said}")),
        }
    }
}

fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    // Its words are read here, so they must be those of no language setting.
    command.arg("-C").arg(root).env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    command
}

fn run(root: &Path, arguments: &[&str]) -> Result<String, Trouble> {
    let said = output(git(root).args(arguments))?;
    Ok(String::from_utf8_lossy(&said).into_owned())
}

/// What a call of git says.
fn output(command: &mut Command) -> Result<Vec<u8>, Trouble> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| Trouble::of(&error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
    Err(Trouble::Said(first.to_owned()))
}
