//! `verify`: that no released version was touched, that one is there whose digest
//! was kept, and what receipts prove.

mod judge;
mod kept;
mod receipt;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, sort};
use ereje::version::History;

use self::judge::{Histories, judge};
use crate::arguments::Format;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::release::freeze;
use crate::{history, report, workspace};

/// Runs `verify`. It looks at versions alone, so it works while texts of today
/// are wrong.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    policies: &[String],
    (receipts, digests): (&[PathBuf], &[String]),
    format: Format,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let mut inputs = Inputs::scan(&root, "");
    let all = inputs.folders("policies");
    if let Some(unknown) = policies.iter().find(|policy| !all.contains(policy)) {
        let failure = workspace::no_policy(unknown, all.iter().map(String::as_str));
        // What a shell makes of `--receipt *.jsonl`.
        let is_file = !receipts.is_empty() && Path::new(unknown).is_file();
        let hint = "it is a file: write `--receipt` before each file of receipts";
        return Err(if is_file { failure.hint(hint) } else { failure });
    }
    if all.is_empty() && inputs.found.is_empty() {
        // Silence would be taken for a proof.
        let failure = Failure::new("there are no policies here, so there is nothing to verify");
        return Err(failure.hint("go to the workspace whose versions you want to verify"));
    }
    let texts = receipts.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let mut found = std::mem::take(&mut inputs.found);
    let mut lines = Vec::new();
    let mut histories = Histories::new();
    for policy in all.iter().filter(|policy| policies.is_empty() || policies.contains(policy)) {
        // What a receipt names is looked for in the texts; without one nobody reads them.
        let read = if receipts.is_empty() { history::verify } else { history::read };
        let (history, wrong) = read(policy, &inputs);
        let is_sound = wrong.is_empty();
        found.extend(wrong);
        lines.extend(is_sound.then(|| summary(policy, &history)));
        lines.extend(leftovers(policy, &root));
        histories.insert(policy.clone(), is_sound.then_some(history));
    }
    sort(&mut found);
    for digest in digests {
        match kept::find(digest, &histories) {
            Ok(said) => lines.push(said),
            Err(wrong) => found.push(wrong),
        }
    }
    for (path, text) in &texts {
        // In their order, which says which of them it is.
        found.extend(prove(path, text, &histories, &mut lines));
    }
    report::tell(&found, format);
    if format == Format::Human {
        for line in lines {
            outln!("{line}");
        }
    }
    Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is said of versions that are as they were released.
fn summary(policy: &str, history: &History) -> String {
    let releases = history.releases();
    let Some(newest) = releases.last() else { return format!("{policy}: no versions") };
    let name = &newest.version.version;
    let files: usize = releases.iter().map(|release| release.version.locales.len() + 1).sum();
    let versions = match releases.len() {
        1 => "1 version".to_owned(),
        many => format!("{many} versions"),
    };
    let end = match newest.version.ends {
        true => format!(", which ends the policy on {}", newest.version.effective),
        false => String::new(),
    };
    format!(
        "{policy}: {versions}, {files} files, as released; the chain ends in {name}, {}{end}",
        history.sums(name).unwrap_or_default()
    )
}

/// What is said of a release that was interrupted: it left no version.
fn leftovers(policy: &str, root: &Path) -> Vec<String> {
    let folder = format!("policies/{policy}/versions");
    let told = |name: &String| {
        format!(
            "{policy}: {folder}/{name} is no version but what an interrupted release left; the next release removes it"
        )
    };
    freeze::leftovers(&root.join(&folder)).unwrap_or_default().iter().map(told).collect()
}

/// A file of receipts, with its name.
fn read(path: &Path) -> Result<(String, String), Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let failure = Failure::io("read", path, &error);
        match error.kind() {
            ErrorKind::InvalidData => failure.hint("save it as UTF-8"),
            _ => failure,
        }
    })?;
    Ok((path.to_string_lossy().replace('\\', "/"), text))
}

/// What is wrong with the receipts of a file. What the others prove is said in
/// `lines`.
fn prove(
    path: &str,
    text: &str,
    histories: &Histories,
    lines: &mut Vec<String>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for record in receipt::records(path, text) {
        match judge(&record, histories) {
            Ok(said) => lines.push(format!("{path}:{}: {said}", record.line())),
            Err(wrong) => found.push(wrong),
        }
    }
    found
}
