//! A version's folder by itself: whether its files are what was released.

use std::collections::{BTreeMap, BTreeSet};

use super::{Folder, Sums, is_version_name};
use crate::diagnostic::Diagnostic;
use crate::digest::{is_sha256, sha256};
use crate::merge;
use crate::version::{Release, SUMS_FILE, VERSION_FILE, Version, read, write};

pub(super) const RESTORE: &str =
    "a released version never changes: take it back from your history or a backup";

/// The rule that a text keeps, which was released.
const CHANGED: &str = "changed-version";

/// A folder's version and the digest of its sums.
pub(super) fn read_folder(
    policy: &str,
    folder: &Folder,
) -> Result<(Release, Sums), Vec<Diagnostic>> {
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
    // Of lines of two versions nothing can be told but that they are of two.
    if let Some(conflict) = merged(folder, SUMS_FILE) {
        return Err(vec![conflict]);
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
    found.extend(misplaced(policy, folder, &release.version));
    if !found.is_empty() {
        return Err(found);
    }
    Ok((release, Sums { own: own_digest(folder), files }))
}

/// The version of a folder whose texts are read later.
pub(super) fn read_known(
    policy: &str,
    folder: &Folder,
    bytes: impl Fn(&str) -> Result<Vec<u8>, Diagnostic> + Send + Sync + 'static,
) -> Result<(Release, Sums), Vec<Diagnostic>> {
    let text = |name| folder.files.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let (Some(version), Some(sums)) = (text(VERSION_FILE), text(SUMS_FILE)) else {
        let path = format!("{}/{VERSION_FILE}", folder.path);
        let message = "the version can not be read";
        return Err(vec![Diagnostic::error("broken-version", path, message).hint(RESTORE)]);
    };
    let listed = sums.lines().filter_map(|line| line.split_once("  "));
    let files: BTreeMap<String, String> =
        listed.map(|(digest, name)| (name.to_owned(), digest.to_owned())).collect();
    let (path, digests) = (folder.path.clone(), files.clone());
    let read = move |name: &str| {
        let bytes = bytes(name).map_err(|wrong| vec![wrong])?;
        let is_released = digests.get(name).is_some_and(|digest| *digest == sha256(&bytes));
        String::from_utf8(bytes).ok().filter(|_| is_released).ok_or_else(|| {
            let message = "the file is not what was released";
            vec![Diagnostic::error(CHANGED, format!("{path}/{name}"), message).hint(RESTORE)]
        })
    };
    let release = read::of_plan(&folder.path, version, read)?;
    let wrong = misplaced(policy, folder, &release.version);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok((release, Sums { own: own_digest(folder), files }))
}

fn own_digest(folder: &Folder) -> String {
    folder.files.get(SUMS_FILE).map_or_else(String::new, |bytes| sha256(bytes))
}

/// What of a version's plan does not agree with where it is, or with itself.
fn misplaced(policy: &str, folder: &Folder, version: &Version) -> Vec<Diagnostic> {
    let broken = |message: String| {
        Diagnostic::error("broken-version", format!("{}/{VERSION_FILE}", folder.path), message)
    };
    let mut found = Vec::new();
    for (what, here, there) in [
        ("policy", policy, version.policy.as_str()),
        ("version", folder.name.as_str(), version.version.as_str()),
    ] {
        if here != there {
            let message = format!("this is the {what} `{there}`, and its folder says `{here}`");
            found.push(broken(message).hint("move the folder back to its place"));
        }
    }
    if version.effective < version.published {
        let message = "the version takes effect before it is published".to_owned();
        found.push(broken(message).hint(RESTORE));
    }
    found
}

/// What git leaves in a file where two branches have released versions of one name.
fn merged(folder: &Folder, name: &str) -> Option<Diagnostic> {
    let text = std::str::from_utf8(folder.files.get(name)?).ok()?;
    let path = &folder.path;
    let hint = format!(
        "two branches have released this version: keep all files of the one that was published \
         (`git checkout --ours -- {path}`, or `--theirs`), and release the other one's texts \
         again after it"
    );
    merge::conflict(&format!("{path}/{name}"), text, &hint)
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
                let changed = || fault(CHANGED, name, "the file is not what was released".into());
                found.push(merged(folder, name).unwrap_or_else(changed));
            }
            Some(_) => {}
        }
    }
    // Where the list itself was spoilt it does not tell what belongs to the version.
    let is_sound = found.iter().all(|told| !told.path.ends_with(SUMS_FILE)) && !listed.is_empty();
    if listed.is_empty() && found.is_empty() {
        found.push(fault("broken-version", SUMS_FILE, "the digests are missing".into()));
    }
    // The same list in other bytes has another digest, on which the next version would stand.
    if found.is_empty() && sums != write::sums(&listed) {
        found.push(fault(CHANGED, SUMS_FILE, "the file is not what was released".into()));
    }
    for name in folder.files.keys().filter(|name| is_sound && *name != SUMS_FILE) {
        if !listed.contains_key(name) {
            let message = "this does not belong to the version".to_owned();
            found.push(fault("broken-version", name, message).hint("move it elsewhere"));
        }
    }
    (listed, found)
}
