//! The versions of a policy, each bound to the one before by its digest.

use std::collections::{BTreeMap, BTreeSet};

use super::{Release, SUMS_FILE, VERSION_FILE, read};
use crate::diagnostic::Diagnostic;
use crate::digest::{is_sha256, sha256};
use crate::locale::Locale;
use crate::manifest::is_segment;

/// A version's folder as it is on disk.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Its path, relative to the workspace.
    pub path: String,
    /// Its name, which is the version's.
    pub name: String,
    /// What is in it, by name; hidden files left out.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Names in it that are no files.
    pub strange: Vec<String>,
}

/// All versions of a policy, the first one first.
#[derive(Clone, Debug, Default)]
pub struct History {
    releases: Vec<Release>,
    sums: Vec<Sums>,
}

/// A version's folder that was read by itself: what its files say, or what is
/// wrong with them. Whether it is part of the history only the others tell.
#[derive(Clone, Debug)]
pub struct ReadFolder(Result<(Release, Sums, String), Vec<Diagnostic>>);

impl ReadFolder {
    /// Reads a folder of `policy` and checks its digests.
    #[must_use]
    pub fn of(policy: &str, folder: &Folder) -> ReadFolder {
        let read = read_folder(policy, folder);
        ReadFolder(read.map(|(release, sums)| (release, sums, folder.path.clone())))
    }

    /// The same without its texts, for who only asks whether they are sound.
    #[must_use]
    pub fn without_texts(mut self) -> ReadFolder {
        if let Ok((release, ..)) = &mut self.0 {
            release.texts.clear();
        }
        self
    }
}

/// The digests of a version.
#[derive(Clone, Debug, Default)]
struct Sums {
    /// Of [`SUMS_FILE`] itself.
    own: String,
    /// Of the other files, by name.
    files: BTreeMap<String, String>,
}

const RESTORE: &str =
    "a released version never changes: take it back from your history or a backup";

/// The rule that a text keeps, which was released.
const CHANGED: &str = "changed-version";

/// Whether `name` can be a version: it is part of addresses.
#[must_use]
pub fn is_version_name(name: &str) -> bool {
    is_segment(name) && name.starts_with(|first: char| first.is_ascii_digit()) && name.len() <= 32
}

impl History {
    /// Reads the versions of `policy`. The diagnostics are everything that is
    /// not as it was released, and every link of the chain that does not hold;
    /// a version that is not sound is not part of the history.
    #[must_use]
    pub fn read(policy: &str, folders: &[Folder]) -> (History, Vec<Diagnostic>) {
        let read = folders.iter().map(|folder| ReadFolder::of(policy, folder));
        History::link(policy, read)
    }

    /// The same of folders that were read one by one.
    #[must_use]
    pub fn link(
        policy: &str,
        folders: impl IntoIterator<Item = ReadFolder>,
    ) -> (History, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let mut sound = BTreeMap::new();
        for ReadFolder(read) in folders {
            match read {
                Ok(sure) => {
                    sound.insert(sure.0.version.version.clone(), sure);
                }
                Err(wrong) => found.extend(wrong),
            }
        }
        let broken = !found.is_empty();
        let history = link(sound, broken, &mut found);
        (history, found.into_iter().map(|diagnostic| diagnostic.of_policy(policy)).collect())
    }

    /// The versions, the first one first.
    #[must_use]
    pub fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// Whether nothing was ever released.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.releases.is_empty()
    }

    /// The version that was released last.
    #[must_use]
    pub fn newest(&self) -> Option<&Release> {
        self.releases.last()
    }

    /// The version of this name.
    #[must_use]
    pub fn get(&self, version: &str) -> Option<&Release> {
        self.releases.iter().find(|release| release.version.version == version)
    }

    /// The version before this one.
    #[must_use]
    pub fn before(&self, version: &str) -> Option<&Release> {
        let at = self.releases.iter().position(|release| release.version.version == version)?;
        at.checked_sub(1).map(|at| &self.releases[at])
    }

    /// The SHA-256 digest of a version's `SHA256SUMS`: it stands for the
    /// version and all before it.
    #[must_use]
    pub fn sums(&self, version: &str) -> Option<&str> {
        self.sums_of(version).map(|sums| sums.own.as_str())
    }

    /// The SHA-256 digest of a version's texts in a language: of the file that
    /// holds them.
    #[must_use]
    pub fn text_digest(&self, version: &str, locale: &Locale) -> Option<&str> {
        self.sums_of(version)?.files.get(&format!("{locale}.toml")).map(String::as_str)
    }

    fn sums_of(&self, version: &str) -> Option<&Sums> {
        let at = self.releases.iter().position(|release| release.version.version == version)?;
        self.sums.get(at)
    }
}

/// A folder's version and the digest of its sums.
fn read_folder(policy: &str, folder: &Folder) -> Result<(Release, Sums), Vec<Diagnostic>> {
    let broken = |name: &str, message: String| {
        Diagnostic::error("broken-version", format!("{}/{name}", folder.path), message)
    };
    if !is_version_name(&folder.name) {
        let message = format!("`{}` can not be the name of a version", folder.name);
        let hint = "a version's name begins with a digit; move what is no version elsewhere";
        return Err(vec![
            Diagnostic::error("broken-version", folder.path.clone(), message).hint(hint),
        ]);
    }
    let (files, mut found) = check_sums(folder);
    for name in &folder.strange {
        let told = if files.contains_key(name) {
            let message = "this is a folder or a link, where a file was released".to_owned();
            broken(name, message).hint(RESTORE)
        } else {
            let message = "this does not belong to the version".to_owned();
            broken(name, message).hint("move it elsewhere")
        };
        tell_instead(&mut found, told);
    }
    let mut texts = BTreeMap::new();
    for (name, bytes) in folder.files.iter().filter(|(name, _)| *name != SUMS_FILE) {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                texts.insert(name.as_str(), text);
            }
            Err(_) => {
                let told = broken(name, "the file is no UTF-8".into()).hint(RESTORE);
                tell_instead(&mut found, told);
            }
        }
    }
    let release = match read::of_texts(&folder.path, &texts) {
        Ok(release) => release,
        Err(wrong) => return Err(once(found, wrong)),
    };
    let version = &release.version;
    for (what, here, there) in [
        ("policy", policy, version.policy.as_str()),
        ("version", folder.name.as_str(), version.version.as_str()),
    ] {
        if here != there {
            let message = format!("this is the {what} `{there}`, and its folder says `{here}`");
            found.push(broken(VERSION_FILE, message).hint("move the folder back to its place"));
        }
    }
    if version.effective < version.published {
        let message = "the version takes effect before it is published".to_owned();
        found.push(broken(VERSION_FILE, message).hint(RESTORE));
    }
    if !found.is_empty() {
        return Err(found);
    }
    let own = folder.files.get(SUMS_FILE).map_or_else(String::new, |bytes| sha256(bytes));
    Ok((release, Sums { own, files }))
}

/// Tells something of a file instead of what was told of it already.
fn tell_instead(found: &mut Vec<Diagnostic>, told: Diagnostic) {
    found.retain(|other| other.path != told.path);
    found.push(told);
}

/// Puts together what digests tell of files and what reading them told. Of a
/// file that was touched only the clauses are worth telling besides: how its
/// other lines should read is nothing that anybody should mend by hand.
fn once(mut found: Vec<Diagnostic>, of_reading: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let known: BTreeSet<String> = found.iter().map(|told| told.path.clone()).collect();
    let is_clause = |told: &Diagnostic| told.rule == CHANGED;
    found.retain(|told| !of_reading.iter().any(|one| is_clause(one) && one.path == told.path));
    found.extend(
        of_reading.into_iter().filter(|told| is_clause(told) || !known.contains(&told.path)),
    );
    found
}

/// The digests of the files, and what differs from them.
fn check_sums(folder: &Folder) -> (BTreeMap<String, String>, Vec<Diagnostic>) {
    let fault = |rule, name: &str, message: String| {
        Diagnostic::error(rule, format!("{}/{name}", folder.path), message).hint(RESTORE)
    };
    let Some(sums) = folder.files.get(SUMS_FILE) else {
        let missing = fault("broken-version", SUMS_FILE, "the digests are missing".into());
        return (BTreeMap::new(), vec![missing]);
    };
    let sums = String::from_utf8_lossy(sums);
    let mut found = Vec::new();
    let mut listed = BTreeMap::new();
    for (at, line) in sums.lines().enumerate() {
        let Some((digest, name)) = line.split_once("  ").filter(|(digest, _)| is_sha256(digest))
        else {
            let message = format!("line {} is no digest and name", at + 1);
            found.push(fault("broken-version", SUMS_FILE, message));
            continue;
        };
        listed.insert(name.to_owned(), digest.to_owned());
        match folder.files.get(name) {
            None => found.push(fault("broken-version", name, "the file is missing".into())),
            Some(bytes) if sha256(bytes) != digest => {
                found.push(fault(CHANGED, name, "the file is not what was released".into()));
            }
            Some(_) => {}
        }
    }
    // Where the list itself was spoilt it does not tell what belongs to the version.
    let is_sound = found.iter().all(|told| !told.path.ends_with(SUMS_FILE)) && !listed.is_empty();
    if listed.is_empty() && found.is_empty() {
        found.push(fault("broken-version", SUMS_FILE, "the digests are missing".into()));
    }
    for name in folder.files.keys().filter(|name| is_sound && *name != SUMS_FILE) {
        if !listed.contains_key(name) {
            let message = "this does not belong to the version".to_owned();
            found.push(fault("broken-version", name, message).hint("move it elsewhere"));
        }
    }
    (listed, found)
}

type Sound = BTreeMap<String, (Release, Sums, String)>;

/// Puts the versions in order by their links. `broken`: some are left out, so
/// links that lead nowhere are no news.
fn link(mut sound: Sound, broken: bool, found: &mut Vec<Diagnostic>) -> History {
    let mut history = History::default();
    let mut fault = |path: &str, message: String, hint: &str| {
        let path = format!("{path}/{VERSION_FILE}");
        found.push(Diagnostic::error("broken-chain", path, message).hint(hint));
    };
    let mut next = |last: Option<&str>| {
        let follows = |release: &Release| {
            release.version.previous.as_ref().map(|previous| previous.version.as_str()) == last
        };
        let names: Vec<String> = sound
            .iter()
            .filter(|(_, (release, ..))| follows(release))
            .map(|(name, _)| name.clone())
            .collect();
        let first = names.first().cloned()?;
        for other in &names[1..] {
            if let Some((_, _, path)) = sound.remove(other) {
                let message = match last {
                    Some(last) => format!("`{first}` and `{other}` both follow `{last}`"),
                    None => format!("`{first}` and `{other}` both claim to be the first version"),
                };
                let hint = "keep the one that was published; release the other again after it";
                fault(&path, message, hint);
            }
        }
        sound.remove(&first)
    };
    let mut last: Option<String> = None;
    let mut wrong = Vec::new();
    while let Some((release, sums, path)) = next(last.as_deref()) {
        if let (Some(previous), Some(expected)) = (&release.version.previous, history.sums.last())
            && previous.sums != expected.own
        {
            let message =
                format!("`{}` is not the version that this one follows", previous.version);
            wrong.push((path.clone(), message, RESTORE));
        }
        if let Some(before) = history.releases.last()
            && release.version.published < before.version.published
        {
            let message = format!(
                "this was published on {}, before the version that it follows ({})",
                release.version.published, before.version.published
            );
            wrong.push((path.clone(), message, RESTORE));
        }
        last = Some(release.version.version.clone());
        history.releases.push(release);
        history.sums.push(sums);
    }
    for (path, message, hint) in wrong {
        fault(&path, message, hint);
    }
    let before = |release: &Release| {
        release.version.previous.as_ref().map_or("", |previous| &previous.version).to_owned()
    };
    // Whatever follows a version that hangs in the air hangs with it, and is no news.
    let adrift = |release: &Release| !sound.contains_key(&before(release));
    let is_circle = !sound.values().any(|(release, ..)| adrift(release));
    for (release, _, path) in sound.values().filter(|_| !broken) {
        let previous = before(release);
        if is_circle {
            fault(path, format!("this follows `{previous}`, which follows it in turn"), RESTORE);
        } else if adrift(release) {
            fault(path, format!("this follows `{previous}`, which is not there"), RESTORE);
        }
    }
    history
}

#[cfg(test)]
pub(super) mod tests;
