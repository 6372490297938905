//! `watch`: generates again whenever something that people edit has changed.
//!
//! The system is asked again and again for sizes and times, as `generate` does
//! before each run: that is the same on every machine and file system, and for
//! the few files of a workspace it costs next to nothing. An interrupt may come
//! at any moment, since output is whole at any moment.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::arguments::{GenerateArguments, WatchArguments};
use crate::failure::Failure;
use crate::freshness::{MEMORY_END, RECORD_END};
use crate::inputs::{Inputs, Stamp};
use crate::{clock, ending, generate, plan, report, workspace};

/// How long it takes at most until a change is seen.
const PAUSE: Duration = Duration::from_millis(300);

/// How long nothing may change before a change counts as done: editors and
/// version control write several files, or one in several steps.
const REST: Duration = Duration::from_millis(60);

/// All inputs, as they were at one moment.
pub(crate) type Seen = BTreeMap<String, Stamp>;

/// Runs `watch`, which ends by an interrupt.
///
/// # Errors
/// What keeps the first run from doing its work; what happens to later ones is
/// told, and the next change is waited for.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &WatchArguments,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    errln!("watching {}; Ctrl-C ends it", root.display());
    each_change(program, &root, &options.generate(), |_| ())
}

impl WatchArguments {
    /// What each run is asked for.
    pub(crate) fn generate(&self) -> GenerateArguments {
        let WatchArguments { only, out, draft, pseudo } = self.clone();
        GenerateArguments {
            policy: only.policy,
            locale: only.locale,
            out,
            draft,
            pseudo,
            ..GenerateArguments::default()
        }
    }
}

/// Generates now and after each change, and says after each run whether it went well.
///
/// # Errors
/// As for [`run`].
pub(crate) fn each_change(
    program: &str,
    root: &Path,
    options: &GenerateArguments,
    mut ran: impl FnMut(bool),
) -> Result<ExitCode, Failure> {
    ending::works_on();
    let mut seen = look(root);
    ran(generate::run(program, Some(root), options)? == ExitCode::SUCCESS);
    loop {
        let due = due(root, options);
        own_records(&mut seen, look(root));
        seen = next(&|| look(root), &seen, due);
        ran(match generate::run(program, Some(root), options) {
            Ok(ended) => ended == ExitCode::SUCCESS,
            Err(failure) => {
                report::failed(&failure);
                false
            }
        });
    }
}

/// Waits until something is not as it was seen, or that moment has come; what is
/// there then, once it has come to rest.
pub(crate) fn next(look: &dyn Fn() -> Seen, seen: &Seen, due: u64) -> Seen {
    loop {
        let start = Instant::now();
        let mut now = look();
        if now != *seen || clock::now() >= due {
            loop {
                sleep(REST);
                let after = look();
                if after == now {
                    return now;
                }
                now = after;
            }
        }
        // Among very many files, looking shall not keep the machine busy.
        sleep(PAUSE.max(start.elapsed() * 20));
    }
}

/// The files of a workspace.
pub(crate) fn look(root: &Path) -> Seen {
    // While the settings can not be read, templates make no difference.
    let settings = plan::workspace(&Inputs::of_settings(root)).0;
    let templates = settings.map(|settings| settings.outputs.templates);
    Inputs::scan(root, templates.as_deref().unwrap_or_default()).files
}

/// Records of translations that a run has just written are no change.
fn own_records(seen: &mut Seen, now: Seen) {
    let is_record = |path: &str| path.ends_with(RECORD_END) || path.ends_with(MEMORY_END);
    seen.retain(|path, _| !is_record(path));
    seen.extend(now.into_iter().filter(|(path, _)| is_record(path)));
}

/// When a version takes effect, which changes pages by itself. A moment that is
/// over has been reckoned with, or the run that would have done so failed.
fn due(root: &Path, options: &GenerateArguments) -> u64 {
    let until = generate::valid_until(root, options);
    until.filter(|until| *until > clock::now()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_written_by_a_run_are_no_change() {
        let file = |path: &str, bytes| (path.to_owned(), Stamp { bytes, modified: 1 });
        let mut seen = Seen::from([file("locales/kk/a.ftl", 1), file("locales/kk/a.sync.toml", 1)]);
        // A text that was edited during the run still is one.
        let now = Seen::from([
            file("locales/kk/a.ftl", 2),
            file("locales/kk/a.sync.toml", 2),
            file("locales/kk/a.memory.toml", 3),
            file("locales/ru/a.sync.toml", 3),
        ]);
        own_records(&mut seen, now.clone());
        assert_eq!(seen["locales/kk/a.ftl"].bytes, 1);
        seen.extend([file("locales/kk/a.ftl", 2)]);
        assert_eq!(seen, now);
    }
}
