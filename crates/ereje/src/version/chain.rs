//! The versions of a policy, each bound to the one before by its digest.

mod folder;

use std::collections::BTreeMap;

use folder::{RESTORE, read_folder, read_known};

use super::{FrozenTexts, Previous, Release, SUMS_FILE, Texts, VERSION_FILE};
use crate::diagnostic::Diagnostic;
use crate::digest::sha256;
use crate::fact::Date;
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
    /// Where each version is among them, by its name.
    places: BTreeMap<String, usize>,
    /// Which of them never are in force.
    pub(super) replaced: Vec<bool>,
    /// Where the version is that the changes of each are told from.
    pub(super) bases: Vec<Option<usize>>,
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

    /// A folder that is known to be as it was released, since nobody touched it after
    /// all of it was read: of its texts, [`Folder::files`] has none. They are read by
    /// `bytes`, by their names, when they are asked for, and then looked at again.
    #[must_use]
    pub fn of_known(
        policy: &str,
        folder: &Folder,
        bytes: impl Fn(&str) -> Result<Vec<u8>, Diagnostic> + Send + Sync + 'static,
    ) -> ReadFolder {
        let read = read_known(policy, folder, bytes);
        ReadFolder(read.map(|(release, sums)| (release, sums, folder.path.clone())))
    }

    /// The same without its texts, for who only asks whether they are sound.
    #[must_use]
    pub fn without_texts(mut self) -> ReadFolder {
        if let Ok((release, ..)) = &mut self.0 {
            release.texts = Texts::default();
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

/// Whether `name` can be a version: it is part of addresses.
#[must_use]
pub fn is_version_name(name: &str) -> bool {
    is_segment(name) && name.starts_with(|first: char| first.is_ascii_digit()) && name.len() <= 32
}

/// The name of a version by its day: `2026-11-15`, and `2026-11-15.2` for the
/// second one of that day.
#[must_use]
pub fn name_of_day(day: Date, is_taken: impl Fn(&str) -> bool) -> String {
    let mut name = day.to_string();
    let mut nth = 2;
    while is_taken(&name) {
        name = format!("{day}.{nth}");
        nth += 1;
    }
    name
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

    /// What kept texts from being read when they were asked for: they are not as
    /// they were when the versions were read.
    #[must_use]
    pub fn unread(&self) -> Vec<Diagnostic> {
        self.releases.iter().flat_map(|release| release.texts.unread()).cloned().collect()
    }

    fn push(&mut self, release: Release, sums: Sums) {
        self.places.insert(release.version.version.clone(), self.releases.len());
        self.sums.push(sums);
        self.releases.push(release);
        self.compare_last();
    }

    /// Adds a version behind the newest one, to which it is bound, and gives its
    /// files as they are frozen.
    pub fn add(&mut self, release: Release) -> BTreeMap<String, String> {
        let texts = release.frozen_texts();
        self.add_frozen(release, texts)
    }

    /// The same of a version whose texts are frozen already: that does not wait for the
    /// version before.
    pub fn add_frozen(
        &mut self,
        mut release: Release,
        texts: FrozenTexts,
    ) -> BTreeMap<String, String> {
        release.version.previous = self.newest().map(|newest| Previous {
            version: newest.version.version.clone(),
            sums: self.sums.last().map(|sums| sums.own.clone()).unwrap_or_default(),
        });
        let (files, digests) = release.files_with(texts);
        let own = files.get(SUMS_FILE).map_or_else(String::new, |sums| sha256(sums.as_bytes()));
        self.push(release, Sums { own, files: digests });
        files
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
        self.place(version).map(|at| &self.releases[at])
    }

    /// Where a version is among all.
    pub(super) fn place(&self, version: &str) -> Option<usize> {
        self.places.get(version).copied()
    }

    /// The version before this one.
    #[must_use]
    pub fn before(&self, version: &str) -> Option<&Release> {
        self.place(version)?.checked_sub(1).map(|at| &self.releases[at])
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
        self.sums.get(self.place(version)?)
    }
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
        history.push(release, sums);
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
