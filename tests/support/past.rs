//! Pages with a past: a repository, and beside it a folder for the workspace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Ran;
use super::pages::run_in;

pub(crate) const COLLECT: &str =
    "We collect your name and the number of your phone, and nothing else.";
pub(crate) const KEEP: &str = "Records are kept for ninety days and are removed after that time.";
pub(crate) const SHARE: &str = "We share nothing of it with anybody outside of our small company.";

pub(crate) fn page(date: &str, clauses: &[(&str, &str)]) -> String {
    let clauses = clauses.iter().map(|(heading, text)| format!("## {heading}\n\n{text}\n\n"));
    let clauses: String = clauses.collect();
    format!("# Privacy policy\n\n{clauses}{date}\n")
}

/// A repository, and beside it a folder for the workspace.
pub(crate) struct Place(tempfile::TempDir);

impl Place {
    pub(crate) fn new() -> Place {
        let place = Place(tempfile::tempdir().expect("a folder"));
        fs::create_dir_all(place.repository()).expect("a folder");
        fs::create_dir_all(place.workspace()).expect("a folder");
        place.git(&["init", "-q", "-b", "main"]);
        place
    }

    /// The folder that holds both.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn repository(&self) -> PathBuf {
        self.path().join("repo")
    }

    pub(crate) fn workspace(&self) -> PathBuf {
        self.path().join("w")
    }

    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        git_in(&self.repository(), arguments)
    }

    /// Commits `path` with this text, or without the file.
    pub(crate) fn commit(&self, day: &str, path: &str, bytes: Option<&[u8]>) {
        let file = self.repository().join(path);
        match bytes {
            Some(bytes) => {
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                fs::write(file, bytes).expect("a page");
            }
            None => fs::remove_file(file).expect("a page"),
        }
        self.git(&["add", "-A"]);
        let date = format!("--date={day}T12:00:00Z");
        self.git(&["commit", "-q", "--allow-empty", "-m", "m", &date]);
    }

    pub(crate) fn import(&self, source: &str, more: &[&str]) -> Ran {
        let mut arguments = vec!["import", "--history", source, "--policy", "privacy"];
        arguments.extend(["--locale", "en"]);
        arguments.extend(more);
        self.ereje(&arguments)
    }

    pub(crate) fn ereje(&self, arguments: &[&str]) -> Ran {
        run_in(&self.workspace(), arguments)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        let path = self.workspace().join("policies/privacy").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The names of the versions, in order.
    pub(crate) fn versions(&self) -> Vec<String> {
        let folder = self.workspace().join("policies/privacy/versions");
        let entries = fs::read_dir(folder).expect("versions").filter_map(Result::ok);
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

pub(crate) fn git_in(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=a", "-c", "user.email=a@example.com"]);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let output = command.args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

pub(crate) fn ok(ran: Ran) -> String {
    assert_eq!(ran.status, 0, "{}\n{}", ran.stdout, ran.stderr);
    ran.stdout
}
