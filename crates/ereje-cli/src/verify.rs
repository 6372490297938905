//! `verify`: that no released version was touched.

use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::sort;

use crate::arguments::Format;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::{history, report, workspace};

/// Runs `verify`. It looks at versions alone, so it works while texts of today
/// are wrong.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    policies: &[String],
    format: Format,
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let mut inputs = Inputs::scan(&root, "");
    let all = inputs.folders("policies");
    if let Some(unknown) = policies.iter().find(|policy| !all.contains(policy)) {
        let failure = Failure::new(format!("there is no policy `{unknown}`"));
        return Err(failure.hint(format!("there are {}", all.join(", "))));
    }
    let mut found = std::mem::take(&mut inputs.found);
    let mut lines = Vec::new();
    for policy in all.iter().filter(|policy| policies.is_empty() || policies.contains(policy)) {
        let (history, wrong) = history::read(policy, &inputs);
        let sound = wrong.is_empty();
        found.extend(wrong);
        let releases = history.releases();
        lines.push(match releases.last() {
            _ if !sound => continue,
            None => format!("{policy}: no versions"),
            Some(newest) => {
                let name = &newest.version.version;
                let files: usize = releases.iter().map(|release| release.texts.len() + 1).sum();
                let versions = match releases.len() {
                    1 => "1 version".to_owned(),
                    many => format!("{many} versions"),
                };
                format!(
                    "{policy}: {versions}, {files} files, as released; the chain ends in {name}, {}",
                    history.sums(name).unwrap_or_default()
                )
            }
        });
    }
    sort(&mut found);
    report::tell(&found, format);
    if format == Format::Human {
        for line in lines {
            outln!("{line}");
        }
    }
    Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
