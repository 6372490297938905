//! `generate`: every variant of every policy.

mod days;
mod finish;
mod gone;
mod indexes;
mod keys;
mod run;
mod serial;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, OnceLock, PoisonError};

use ereje::diagnostic::{Diagnostic, Level, sort};
use ereje::workspace::Workspace;
use ereje_render::{Site, subpages};

use crate::arguments::{Format, GenerateArguments};
use crate::ending::{leave, leave_borrowing};
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::store::{Record, Store};
use crate::{clock, plan, pseudo, report, workspace};
use days::Days;
use finish::Finish;
use keys::Keys;
use run::Run;

/// Runs `generate`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &GenerateArguments,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    // What is no language is never anything but a draft.
    let options = &GenerateArguments { draft: options.draft || options.pseudo, ..options.clone() };
    // The folder of templates is only known from the settings, which are short.
    let first = Inputs::of_settings(&root);
    let (settings, mut found) = plan::workspace(&first);
    let Some(settings) = settings else {
        report::tell(&found, options.format);
        return Ok(ExitCode::FAILURE);
    };
    let out = output_folder(&root, &settings, options);
    refuse_inputs(&root, &out)?;
    if options.pseudo {
        pseudo::refuse_pages(&root.join(&settings.outputs.directory), &out)?;
    }
    let open = || match options.check {
        true => Ok(Store::look(&out)),
        false => Store::open(&out, || {
            errln!("waiting for another run that writes to {} …", out.display());
        }),
    };
    // What was written is read while what people write is listed.
    let list = || (Inputs::scan(&root, &settings.outputs.templates), clock::now());
    let ((mut inputs, started), store) = rayon::join(list, open);
    let store = store?;
    let recorded = store.record();
    if options.pseudo {
        pseudo::lay(&mut inputs);
    }
    found.append(&mut inputs.found);
    let nothing = Record::default();
    let known = if options.check { &nothing } else { &recorded };
    let keys = Keys::new(&inputs, known, options);
    if found.is_empty() && keys.nothing_changed(known, &store) && !options.check {
        let ended = up_to_date(known, &store, options);
        leave_borrowing(recorded);
        leave((inputs, keys));
        return Ok(ended);
    }
    inputs.untouched = Keys::untouched(&inputs, known, options.publishes());
    let plan = plan::read(settings, options.on, &mut inputs, &mut found);
    pseudo::hush(&mut found);
    let Some(mut plan) = plan else {
        store.abandon();
        return Ok(tell_errors(found, options));
    };
    if options.draft {
        plan.complete_for_draft(&mut found);
    }
    if options.released {
        plan.keep_released(&mut found);
        if plan.manifests.is_empty() && found.iter().all(|told| told.level != Level::Error) {
            store.abandon();
            let failure = Failure::new("no policy of this workspace was released");
            return Err(
                failure.hint(format!("`{program} release POLICY --effective DATE` does it"))
            );
        }
    }
    let days = Days::new(&plan, options.on);
    let subpages = |manifest| {
        let timeline = days.timeline(manifest, &plan).filter(|_| !options.draft);
        timeline.map_or_else(Vec::new, |timeline| subpages(&timeline))
    };
    let site = Site::new(&plan.workspace, &plan.languages, &plan.manifests, subpages);
    let run = Run {
        site: &site,
        keys: &keys,
        known,
        store: &store,
        plan: &plan,
        days: &days,
        inputs: &inputs,
        options,
        failed: AtomicBool::new(found.iter().any(|d| d.level == Level::Error)),
        failure: OnceLock::new(),
        wrong: Mutex::default(),
        compared: Mutex::default(),
    };
    let jobs = run.jobs(&found)?;
    let done = run.all(&jobs);
    found.extend(run.wrong.into_inner().unwrap_or_else(PoisonError::into_inner));
    found.extend(plan.unread_versions());
    if let Some(failure) = run.failure.into_inner() {
        store.abandon();
        return Err(failure);
    }
    if found.iter().any(|diagnostic| diagnostic.level == Level::Error) {
        store.abandon();
        return Ok(tell_errors(found, options));
    }
    let compared = run.compared.into_inner().unwrap_or_else(PoisonError::into_inner);
    let until = days.until;
    found.retain(|diagnostic| diagnostic.level == Level::Warning);
    let finish = Finish {
        warned: found,
        keys: &keys,
        known,
        plan: &plan,
        inputs: &inputs,
        options,
        started,
        until,
    };
    let ended = if options.check {
        finish.check(done, compared, &recorded, &store)
    } else {
        finish.write(done, &store)
    };
    leave_borrowing((site, recorded));
    leave((plan, inputs, keys));
    ended
}

/// When pages that were generated will differ although no input changed, since
/// a version takes effect; in nanoseconds since 1970.
pub(crate) fn valid_until(root: &Path, options: &GenerateArguments) -> Option<u64> {
    let settings = plan::workspace(&Inputs::of_settings(root)).0?;
    Some(Store::look(&output_folder(root, &settings, options)).record().until)
}

/// Where the output of a workspace is, and its HTML in there; nothing while the
/// settings can not be read.
pub(crate) fn folders(
    root: &Path,
    options: &GenerateArguments,
) -> Option<(PathBuf, Option<String>)> {
    let settings = plan::workspace(&Inputs::of_settings(root)).0?;
    Some((output_folder(root, &settings, options), settings.outputs.html))
}

fn output_folder(root: &Path, settings: &Workspace, options: &GenerateArguments) -> PathBuf {
    match &options.out {
        Some(out) => std::path::absolute(out).unwrap_or_else(|_| out.clone()),
        None if options.pseudo => root.join(format!("{}-pseudo", settings.outputs.directory)),
        None => root.join(&settings.outputs.directory),
    }
}

/// An output folder that holds inputs would mix what people write with what is
/// generated.
pub(crate) fn refuse_inputs(root: &Path, out: &Path) -> Result<(), Failure> {
    let is_root =
        out.canonicalize().is_ok_and(|out| root.canonicalize().is_ok_and(|root| root == out));
    let holds = |folder: &str| out.starts_with(root.join(folder));
    if is_root || ["policies", "locales"].iter().any(|folder| holds(folder)) {
        let message = format!("{} holds the texts themselves", out.display());
        return Err(Failure::new(message).hint("choose a folder for the output alone"));
    }
    Ok(())
}

fn tell_errors(mut found: Vec<Diagnostic>, options: &GenerateArguments) -> ExitCode {
    pseudo::hush(&mut found);
    sort(&mut found);
    report::tell(&found, options.format);
    if options.format == Format::Human {
        errln!("nothing was written");
    }
    ExitCode::FAILURE
}

fn up_to_date(known: &Record<'_>, store: &Store, options: &GenerateArguments) -> ExitCode {
    let told: String = known.jobs.values().map(|job| job.found.as_str()).collect();
    replay(&told, options.format);
    if options.format == Format::Human {
        let files = known.outputs().count();
        outln!("nothing changed: {files} files in {} are up to date", shown(store.root()));
    }
    ExitCode::SUCCESS
}

/// Tells again what the record kept of an earlier run.
fn replay(told: &str, format: Format) {
    match format {
        Format::Json => report::write(told),
        Format::Human => {
            let (mut warnings, mut notes) = (0, BTreeSet::new());
            for line in told.lines() {
                // What is so in all languages is one note.
                let line: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
                if line["level"] == "advice" {
                    notes.insert((line["policy"].to_string(), line["message"].to_string()));
                } else {
                    warnings += 1;
                }
            }
            let counted = |number: usize, what: &str| match number {
                0 => None,
                1 => Some(format!("1 {what}")),
                _ => Some(format!("{number} {what}s")),
            };
            let both = [counted(warnings, "warning"), counted(notes.len(), "note")];
            let both: Vec<String> = both.into_iter().flatten().collect();
            let (stand, them) =
                if warnings + notes.len() == 1 { ("stands", "it") } else { ("stand", "them") };
            if !both.is_empty() {
                let both = both.join(" and ");
                errln!("{both} from before still {stand}; `--format json` lists {them}");
            }
        }
    }
}

/// A path as a person in this folder would write it.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let shown = path.strip_prefix(here).unwrap_or(path).display().to_string();
    // Names below a folder come with `/`, as in the files of a workspace.
    if cfg!(windows) { shown.replace('/', "\\") } else { shown }
}
