//! `check --watch`: looks again whenever something that people edit has changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::failure::Failure;
use crate::inputs::Stamp;
use crate::watch::{Seen, next};
use crate::{ending, report};

/// Looks at once, after each change, and where a day changes what counts, until an
/// interrupt. `list` tells which files there are, `due` when the next such day begins
/// (nanoseconds since 1970), and `look` looks at them.
///
/// # Errors
/// What keeps the first look from being one; what happens to later ones is told,
/// and the next change is waited for.
pub(super) fn run(
    what: &str,
    list: &dyn Fn() -> Seen,
    due: &dyn Fn() -> u64,
    look: &dyn Fn() -> Result<ExitCode, Failure>,
) -> Result<ExitCode, Failure> {
    errln!("watching {what}; Ctrl-C ends it");
    ending::works_on();
    let mut seen = list();
    look()?;
    loop {
        let now = next(list, &seen, due());
        errln!("\n{}", changed(&seen, &now));
        seen = now;
        if let Err(failure) = look() {
            report::failed(&failure);
        }
    }
}

/// Which files are not as they were, in a line.
fn changed(before: &Seen, now: &Seen) -> String {
    let differs = |path: &&String| before.get(*path) != now.get(*path);
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    let mut paths = now.keys().filter(differs).chain(gone);
    match (paths.next(), paths.count()) {
        (Some(path), 0) if !now.contains_key(path) => format!("{path} was removed"),
        (Some(path), 0) => format!("{path} has changed"),
        (None, _) => "a suppression has expired".to_owned(),
        (_, more) => format!("{} files have changed", more + 1),
    }
}

/// A file as it is now, if it is there.
pub(super) fn stamp(root: &Path, path: &str) -> Option<(String, Stamp)> {
    let metadata = fs::metadata(root.join(path)).ok()?;
    Some((path.to_owned(), Stamp::of(&metadata)))
}

/// The same, of a file that was given by its path.
pub(super) fn given(path: Option<&PathBuf>) -> Option<(String, Stamp)> {
    path.and_then(|path| stamp(Path::new(""), &path.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_told_in_a_line() {
        let file = |path: &str, bytes| (path.to_owned(), Stamp { bytes, modified: 1 });
        let one = Seen::from([file("a", 1), file("b", 1)]);
        assert_eq!(changed(&one, &Seen::from([file("a", 2), file("b", 1)])), "a has changed");
        assert_eq!(changed(&one, &Seen::from([file("a", 1)])), "b was removed");
        assert_eq!(changed(&one, &Seen::from([file("c", 1)])), "3 files have changed");
        assert_eq!(changed(&one, &one), "a suppression has expired");
    }
}
