//! `check --fix`: mends what can be mended, file by file, and looks again until
//! nothing new can be.
//!
//! Only what is told is mended: what is switched off, suppressed, known to a
//! baseline or not asked for stays as it is. A file is replaced whole, and only
//! while it still is the one that was looked at.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

use ereje::catalog::FtlFile;
use ereje::diagnostic::Diagnostic;
use ereje::fix::{Fix, Safety, mend};
use rayon::prelude::*;

use super::Looked;
use crate::ending;
use crate::failure::{Failure, reason};
use crate::inputs::Readings;
use crate::store::replace_unchanged;

/// One mend may bring the next to light; files in which more follow each other
/// than this are not what anybody wrote.
const MOST_ROUNDS: usize = 100;

/// So often a file that somebody else writes meanwhile is looked at again.
const MOST_CHANGES: usize = 3;

/// So many fixes of a file are tried one by one.
const MOST_TRIED: usize = 200;

/// What became of a file.
enum Outcome {
    /// So many findings are mended.
    Fixed(usize),
    /// It is not what was looked at any more.
    Changed,
    /// It stays as it is.
    Refused(String),
}

/// Looks, and with `safety` mends and looks again. Gives what was seen last.
pub(super) fn until_nothing_new<K>(
    safety: Option<Safety>,
    look: impl Fn() -> Result<Looked<K>, Failure>,
) -> Result<Looked<K>, Failure> {
    if safety.is_some() {
        ending::works_on();
    }
    let mut looked = look()?;
    let Some(most) = safety else { return Ok(looked) };
    let mut fixed: BTreeMap<String, usize> = BTreeMap::new();
    let mut refused = BTreeMap::new();
    let mut changes = 0;
    for _ in 0..MOST_ROUNDS {
        refused.clear();
        let (mut is_new, mut has_changed) = (false, false);
        for (path, outcome) in round(&looked, most) {
            match outcome {
                Outcome::Fixed(0) => {}
                Outcome::Fixed(number) => {
                    is_new = true;
                    *fixed.entry(path).or_default() += number;
                }
                Outcome::Changed => {
                    has_changed = true;
                    refused.insert(path, "changed in the meantime; run this again".to_owned());
                }
                Outcome::Refused(why) => drop(refused.insert(path, why)),
            }
        }
        changes += usize::from(has_changed && !is_new);
        if !is_new && (!has_changed || changes >= MOST_CHANGES) {
            break;
        }
        looked = look()?;
    }
    for (path, number) in fixed {
        let s = if number == 1 { "" } else { "s" };
        errln!("fixed {number} finding{s} in {path}");
    }
    for (path, why) in refused {
        errln!("not mended: {path} {why}");
    }
    Ok(looked)
}

/// Mends each file once.
fn round<K>(looked: &Looked<K>, most: Safety) -> Vec<(String, Outcome)> {
    let Looked { root, readings, .. } = looked;
    let mut files: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for told in &looked.found {
        if let Some(fix) = told.fix.as_deref().filter(|fix| fix.safety <= most) {
            files.entry(&told.path).or_default().push(fix);
        }
    }
    let files: Vec<_> = files.into_iter().collect();
    let one = |(path, fixes): &(&str, Vec<&Fix>)| {
        let outcome = file(root, path, fixes, readings);
        let outcome = outcome.unwrap_or_else(|error| {
            Outcome::Refused(format!("can not be written: {}", reason(&error)))
        });
        ((*path).to_owned(), outcome)
    };
    files.par_iter().map(one).collect()
}

fn file(root: &Path, path: &str, fixes: &[&Fix], readings: &Readings) -> io::Result<Outcome> {
    let refused = |why: &str| Ok(Outcome::Refused(why.to_owned()));
    let full = root.join(path);
    if fs::canonicalize(&full)? != fs::canonicalize(root)?.join(path) {
        return refused("is reached by a symbolic link; mend the file that it leads to");
    }
    // No longer open when another takes its place, which some systems refuse.
    let can_be_written = OpenOptions::new().write(true).open(&full).is_ok();
    if !can_be_written || fs::metadata(&full)?.permissions().readonly() {
        return refused("is read-only; give yourself the permission to write it");
    }
    let bytes = fs::read(&full)?;
    let Ok(text) = std::str::from_utf8(&bytes) else { return Ok(Outcome::Changed) };
    if !readings.are_of(path, &bytes) {
        return Ok(Outcome::Changed);
    }
    let mut mended = mend(text, fixes.iter().copied());
    if !keeps_messages(path, text, &mended.text) {
        mended = mend(text, harmless(path, text, fixes));
        if mended.applied == 0 {
            return refused("would lose a message by it; mend it by hand");
        }
    }
    if mended.applied == 0 || mended.text == text {
        return Ok(Outcome::Fixed(0));
    }
    match replace_unchanged(&full, &bytes, mended.text.as_bytes())? {
        true => Ok(Outcome::Fixed(mended.applied)),
        false => Ok(Outcome::Changed),
    }
}

/// The fixes by which no message is lost, each tried with those before it.
fn harmless<'f>(path: &str, text: &str, fixes: &[&'f Fix]) -> Vec<&'f Fix> {
    let mut chosen = Vec::new();
    for fix in fixes.iter().take(MOST_TRIED) {
        chosen.push(*fix);
        if !keeps_messages(path, text, &mend(text, chosen.iter().copied()).text) {
            chosen.pop();
        }
    }
    chosen
}

/// Whether everything that is read of a file still is. A part that is mended can
/// take in what follows it, where that is wrong too.
fn keeps_messages(path: &str, before: &str, after: &str) -> bool {
    let [before, after] = [before, after].map(|text| FtlFile::parse(path, text.to_owned()));
    let known: HashSet<(&str, bool)> = names(&after).collect();
    names(&before).all(|name| known.contains(&name))
}

fn names(file: &FtlFile) -> impl Iterator<Item = (&str, bool)> {
    let terms = file.terms().map(|term| (term.id.name, true));
    file.messages().map(|message| (message.id.name, false)).chain(terms)
}

/// Says how much of what was found can be mended, and what to type; nothing where
/// nothing can.
pub(super) fn offer(found: &[Diagnostic], command: &str) -> Option<String> {
    let count = |safety: Safety| {
        let fixes = found.iter().filter_map(|told| told.fix.as_deref());
        fixes.filter(|fix| fix.safety == safety).count()
    };
    match (count(Safety::Safe), count(Safety::Unsafe)) {
        (0, 0) => None,
        (safe, 0) => Some(format!("{safe} can be mended with `{command}`")),
        (0, likely) => Some(format!("{likely} can be mended by a guess, with `{command}=unsafe`")),
        (safe, likely) => Some(format!(
            "{safe} can be mended with `{command}`, and {likely} by a guess, with \
             `{command}=unsafe`"
        )),
    }
}
