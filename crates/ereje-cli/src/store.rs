//! The output folder: what is in it, whose it is, and how it changes without
//! ever being half changed.
//!
//! A run holds the folder's lock. It writes new files to a stage inside the
//! folder; when all of them are there, it notes their paths in a journal, moves
//! them into place by renaming, removes what no longer belongs, writes the
//! record of what is there, and removes the journal. Whatever kills the run,
//! every file is the old or the new one, and a journal that is left says that
//! the folder is not finished; the next run finishes it.
//!
//! Only files that the record or a journal names are ever replaced or removed.
//! Files are not forced to the disk one by one (`fsync`): after a loss of power
//! the record, written last, does not match what is lost, and the next run
//! writes it again.

mod create;
mod glance;
mod promote;
mod record;
mod replace;
mod stage;

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

pub(crate) use create::{create, is_taken, make, taken};
pub(crate) use record::{JobRecord, OutputRecord, Record};
pub(crate) use replace::{replace, replace_unchanged};
use rustc_hash::FxHashSet;

use crate::failure::Failure;
use crate::inputs::Stamp;
use stage::Stage;

/// Ereje's own folder in the output folder.
const OWN: &str = ".ereje";
const LOCK: &str = "lock";
const STAGE: &str = "stage";
const JOURNAL: &str = "journal";
const RECORD: &str = "record";

/// An output folder, locked.
pub(crate) struct Store {
    root: PathBuf,
    /// What the last run left, as text.
    record: Vec<u8>,
    /// What a run that was interrupted may have written.
    journal: BTreeSet<String>,
    stage: Stage,
    lock: Option<File>,
}

impl Store {
    /// Opens the folder for writing: makes it, waits for other runs to end, and
    /// reads what is there. `waiting` is called if there is one to wait for.
    pub(crate) fn open(root: &Path, waiting: impl Fn()) -> Result<Store, Failure> {
        let own = root.join(OWN);
        refuse_link(&own)?;
        fs::create_dir_all(&own).map_err(|error| Failure::io("make the folder", &own, &error))?;
        let path = own.join(LOCK);
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| Failure::io("open", &path, &error))?;
        let locked = match lock.try_lock() {
            Err(TryLockError::WouldBlock) => {
                waiting();
                lock.lock()
            }
            Err(TryLockError::Error(error)) => Err(error),
            Ok(()) => Ok(()),
        };
        // Some network file systems know no locks; one run at a time is fine there.
        if let Err(error) = locked
            && error.kind() != io::ErrorKind::Unsupported
        {
            return Err(Failure::io("lock", &path, &error));
        }
        let mut store = Store::at(root);
        store.lock = Some(lock);
        store.stage.clear()?;
        Ok(store)
    }

    /// Looks at the folder without changing anything in it.
    pub(crate) fn look(root: &Path) -> Store {
        let lock = File::open(root.join(OWN).join(LOCK)).ok();
        let lock = lock.filter(|lock| lock.lock_shared().is_ok());
        let mut store = Store::at(root);
        store.lock = lock;
        store
    }

    fn at(root: &Path) -> Store {
        let own = root.join(OWN);
        let record = fs::read(own.join(RECORD)).unwrap_or_default();
        let journal = fs::read_to_string(own.join(JOURNAL)).unwrap_or_default();
        Store {
            root: root.into(),
            record,
            journal: journal.lines().map(str::to_owned).collect(),
            stage: Stage::new(own.join(STAGE), root),
            lock: None,
        }
    }

    /// What the last run left.
    pub(crate) fn record(&self) -> Record<'_> {
        let text = simdutf8::basic::from_utf8(&self.record).ok();
        text.and_then(Record::parse).unwrap_or_default()
    }

    /// Whether the last run was interrupted before it was done.
    pub(crate) fn is_unfinished(&self) -> bool {
        self.own(JOURNAL).exists()
    }

    /// The folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    fn own(&self, name: &str) -> PathBuf {
        self.root.join(OWN).join(name)
    }

    /// Writes a file to the stage; [`Store::commit`] puts it into place. The
    /// stamp is the one that it will have there.
    pub(crate) fn stage(&self, path: &str, bytes: &[u8]) -> Result<Stamp, Failure> {
        let failed = |error| Failure::io("write", &self.root.join(path), &error);
        self.stage.write(path, bytes).map_err(failed)
    }

    /// Throws the staged files away.
    pub(crate) fn abandon(&self) {
        // What is left of them is cleared by the next run.
        let _ = self.stage.clear();
    }

    /// Puts the staged files (`paths`) into place, removes the files in
    /// `obsolete`, and records `record`. Gives the files that were kept although
    /// they no longer belong, since somebody changed them. `known` are the files that
    /// the last run left.
    pub(crate) fn commit(
        &self,
        paths: &[String],
        obsolete: &[OutputRecord<'_>],
        record: &Record<'_>,
        known: &FxHashSet<&str>,
    ) -> Result<Vec<String>, Failure> {
        let owned = |path: &str| self.journal.contains(path) || known.contains(path);
        let items = self.stage.items();
        promote::check(&items, &self.root, &owned)?;
        let mut journal: BTreeSet<&str> = self.journal.iter().map(String::as_str).collect();
        journal.extend(paths.iter().map(String::as_str));
        let changes_files = !paths.is_empty() || !obsolete.is_empty();
        if changes_files {
            let lines: Vec<&str> = journal.into_iter().collect();
            self.prepare(JOURNAL, &(lines.join("\n") + "\n"))?;
            self.replace(JOURNAL)?;
        }
        // The record is written meanwhile, and takes its place when all is done.
        let (prepared, promoted) = rayon::join(
            || self.prepare(RECORD, &record.to_text()),
            || promote::promote(&items, &self.root),
        );
        promoted?;
        let mut kept = Vec::new();
        for output in obsolete {
            if !promote::remove(&self.root, output)? {
                kept.push(output.path.to_string());
            }
        }
        prepared?;
        self.replace(RECORD)?;
        let journal = self.own(JOURNAL);
        match fs::remove_file(&journal) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(Failure::io("remove", &journal, &error));
            }
            _ => {}
        }
        self.stage.clear()?;
        Ok(kept)
    }

    /// Files that an interrupted run may have left, that it did not know (`known`) and
    /// that do not belong.
    pub(crate) fn leftovers<'s>(
        &'s self,
        known: &FxHashSet<&str>,
        belongs: impl Fn(&str) -> bool,
    ) -> Vec<OutputRecord<'s>> {
        let unknown = |path: &&String| !belongs(path) && !known.contains(path.as_str());
        let left = self.journal.iter().filter(unknown);
        left.map(|path| OutputRecord::of_unknown_content(path.as_str())).collect()
    }

    /// Writes what one of Ereje's own files will say beside it.
    fn prepare(&self, name: &str, text: &str) -> Result<(), Failure> {
        let fresh = self.own(&format!("{name}.new"));
        fs::write(&fresh, text).map_err(|error| Failure::io("write", &self.own(name), &error))
    }

    /// Replaces one of Ereje's own files by what was prepared.
    fn replace(&self, name: &str) -> Result<(), Failure> {
        let path = self.own(name);
        fs::rename(self.own(&format!("{name}.new")), &path)
            .map_err(|error| Failure::io("write", &path, &error))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Some(lock) = &self.lock {
            // Closing the file would do; some systems delay that.
            let _ = lock.unlock();
        }
    }
}

/// Links in the output folder are not followed: they could lead anywhere.
fn refuse_link(path: &Path) -> Result<(), Failure> {
    if fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink()) {
        let message = format!(
            "{} is a symbolic link, which could lead out of the output folder",
            path.display()
        );
        return Err(Failure::new(message).hint("remove it, or put a folder in its place"));
    }
    Ok(())
}
