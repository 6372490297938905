//! `confirm`: a translation was read again, and still holds.

use std::path::Path;
use std::process::ExitCode;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Level, nearest, sort};
use ereje::sync::State;

use crate::arguments::Format;
use crate::failure::Failure;
use crate::freshness::{self, Fresh};
use crate::plan::texts_path;
use crate::workspace;
use crate::{job, report};

/// Runs `confirm`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    policy: &str,
    locale: &str,
    messages: &[String],
) -> Result<ExitCode, Failure> {
    let root = workspace::find(program, given)?;
    let Some((inputs, plan, _)) = workspace::read(&root).or_tell(Format::Human) else {
        return Ok(ExitCode::FAILURE);
    };
    let manifest = workspace::policy(&plan, policy)?;
    let locale = workspace::locale(manifest, locale)?;
    if *locale == manifest.source_locale {
        let message = format!("`{locale}` is the source: there is nothing that it was made from");
        let others = manifest.locales.iter().filter(|other| *other != locale);
        let others: Vec<&str> = others.map(ereje::locale::Locale::tag).collect();
        let hint = format!("the translations are {}", others.join(", "));
        return Err(Failure::new(message).hint(hint));
    }
    let source = job::source(manifest, &plan, &inputs, false);
    let path = texts_path(policy, locale);
    let read = inputs.read(&path).map(|text| FtlFile::parse(&path, text));
    let wrong = |files: &[&FtlFile]| -> Vec<_> {
        files.iter().flat_map(|file| file.diagnostics()).cloned().collect()
    };
    let judged = read.map_err(|wrong| vec![wrong]).and_then(|file| {
        let wrong = wrong(&[&source.file, &file]);
        if wrong.iter().any(|told| told.level == Level::Error) {
            return Err(wrong);
        }
        let wording = source.wording(manifest, &plan);
        Fresh::judge((manifest, locale), (wording, &file), &plan, &inputs)
    });
    let mut fresh = match judged {
        Ok(fresh) => fresh,
        Err(mut wrong) => {
            sort(&mut wrong);
            report::tell(&wrong, Format::Human);
            errln!("nothing was recorded");
            return Ok(ExitCode::FAILURE);
        }
    };
    let open = |state| fresh.standing.of(state).map(str::to_owned).collect::<Vec<_>>();
    // A comma behind the last one of a list, or behind each, names nothing.
    let named: Vec<&String> = messages.iter().filter(|id| !id.is_empty()).collect();
    let messages = if named.is_empty() { messages.iter().take(1).collect() } else { named };
    let mut pending = open(State::Stale);
    pending.extend(open(State::Review));
    for &id in &messages {
        match fresh.standing.states.get(id) {
            Some(State::Missing) => {
                let message = format!("`{id}` is not translated: there is nothing to confirm");
                return Err(Failure::new(message).hint(format!("write it in {path}")));
            }
            Some(_) => {}
            None => {
                let known = fresh.standing.states.keys().map(String::as_str);
                let failure = Failure::new(format!("`{policy}` has no message `{id}`"));
                return Err(match nearest(id, known) {
                    Some(meant) => failure.hint(format!("did you mean `{meant}`?")),
                    None => failure,
                });
            }
        }
    }
    let confirmed: Vec<&String> =
        pending.iter().filter(|id| messages.is_empty() || messages.contains(id)).collect();
    fresh.confirm(confirmed.iter().map(|id| id.as_str()));
    fresh.write(&inputs)?;
    match confirmed.as_slice() {
        [] => outln!("nothing was stale or to review in `{locale}`"),
        ids => {
            let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
            outln!("confirmed in `{locale}`: {}", ids.join(", "));
            let record = freshness::record_path(policy, locale);
            let memory = freshness::memory_path(policy, locale);
            outln!("commit {record} and {memory} with the texts");
        }
    }
    Ok(ExitCode::SUCCESS)
}
