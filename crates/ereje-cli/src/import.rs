//! `import`: what people have already becomes part of a workspace, which is made
//! where there is none. What people wrote is never replaced.

mod compare;
mod folder;
mod history;
mod language;
mod lower;
mod other;
mod page;
mod plan;
mod xliff;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level};
use ereje::fact::Date;
use ereje::workspace::WORKSPACE_FILE;
use ereje_exchange::xliff::is_xml;
use ereje_import::MAX_PAGE_BYTES;
pub(crate) use language::write;

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::report;

/// The day of a page that has none, where another one takes its place or nobody asks.
const UNDATED: Date = Date { year: 1970, month: 1, day: 1 };

/// Runs `import`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
) -> Result<ExitCode, Failure> {
    let page = options.page.as_deref();
    if let Some(path) = page
        && let Some(Ok(text)) = could_be_xliff(path)?
    {
        return xliff::run(program, given, options, (&path.display().to_string(), &text));
    }
    match (page, &options.plan) {
        (Some(folder), _) if folder.is_dir() => {
            return folder::run(program, given, options, folder);
        }
        (None, Some(plan)) => return plan::run(program, given, options, plan),
        (Some(page), plan) if plan.is_some() || options.replan => {
            return Err(Failure::new(format!("{} is no folder", page.display()))
                .hint("a plan is made of a folder of pages; carry one out by --plan alone"));
        }
        (Some(page), _) if !page.exists() => {
            return Err(Failure::new(format!("there is no {}", page.display()))
                .hint("name a page of Markdown, or a folder of pages"));
        }
        _ => {}
    }
    if let Some(told) = page.and_then(other::no_page) {
        return Ok(refuse(told, options.format));
    }
    let needed = [
        ("--policy ID", &options.policy, "`--policy privacy` for the policy that the page becomes"),
        ("--locale LOCALE", &options.locale, "`--locale en` for the language that it is in"),
    ];
    let (names, hints): (Vec<&str>, Vec<&str>) = needed
        .into_iter()
        .filter(|(_, value, _)| value.is_empty())
        .map(|(name, _, hint)| (name, hint))
        .unzip();
    if !names.is_empty() {
        let message = format!("an import needs {}", names.join(" and "));
        return Err(Failure::new(message).hint(format!("add such as {}", hints.join(" and "))));
    }
    match &options.history {
        Some(source) => history::run(program, given, options, source),
        None => page::run(program, given, options),
    }
}

/// What a file says whose name or beginning is that of XLIFF; in UTF-16 too, which
/// some tools write.
fn could_be_xliff(path: &Path) -> Result<Option<Page>, Failure> {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let is_named = ["xlf", "xliff"].iter().any(|name| ending == *name);
    if !is_named && !path.is_file() {
        return Ok(None);
    }
    if let Some(text) = utf16(path) {
        return Ok((is_named || is_xml(&text)).then_some(Ok(text)));
    }
    match read(path) {
        Ok(Ok(text)) => Ok((is_named || is_xml(&text)).then_some(Ok(text))),
        Ok(Err(told)) if is_named => Err(Failure::new(format!("{}: {}", told.path, told.message))
            .hint(told.hint.clone().unwrap_or_default())),
        Ok(Err(_)) => Ok(None),
        Err(failure) if is_named => Err(failure.hint("name the translated .xlf file")),
        Err(_) => Ok(None),
    }
}

fn utf16(path: &Path) -> Option<String> {
    let bytes = fs::read(path).ok().filter(|bytes| bytes.len() <= MAX_PAGE_BYTES)?;
    let (is_little, rest) = match bytes.strip_prefix(&[0xFF, 0xFE]) {
        Some(rest) => (true, rest),
        None => (false, bytes.strip_prefix(&[0xFE, 0xFF])?),
    };
    let (pairs, []) = rest.as_chunks::<2>() else { return None };
    let read = |pair: &[u8; 2]| {
        if is_little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) }
    };
    let units: Vec<u16> = pairs.iter().map(read).collect();
    String::from_utf16(&units).ok()
}

/// What a page says; what is wrong with its bytes.
type Page = Result<String, Box<Diagnostic>>;

fn read(path: &Path) -> Result<Page, Failure> {
    let shown = path.display().to_string();
    let metadata = fs::metadata(path).map_err(|error| Failure::io("read", path, &error))?;
    if metadata.is_dir() {
        return Err(Failure::new(format!("{shown} is a folder")).hint("name a file"));
    }
    if metadata.len() > MAX_PAGE_BYTES as u64 {
        let message = format!("the page has more than {} MB", MAX_PAGE_BYTES >> 20);
        return Ok(Err(Box::new(
            Diagnostic::error("import-page", shown, message).hint("cut it into several policies"),
        )));
    }
    let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    Ok(String::from_utf8(bytes).map_err(|error| Box::new(crate::inputs::not_utf8(&shown, &error))))
}

fn refuse(told: Diagnostic, format: Format) -> ExitCode {
    report::tell(&[told], format);
    if format == Format::Human {
        errln!("nothing was written");
    }
    ExitCode::FAILURE
}

/// Sets new files in the order in which they are written: what makes a policy and a
/// workspace of them last, so that a run that is killed leaves nothing that is taken
/// for a whole one, and the next run completes it.
fn in_order(files: &mut [(String, String)]) {
    files.sort_by_key(|(path, _)| (path == WORKSPACE_FILE, path.ends_with("/policy.toml")));
}

/// Whether a diagnostic stops a run.
fn is_error(told: &Diagnostic) -> bool {
    told.level == Level::Error
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn what_makes_a_workspace_is_written_last() {
        let names = ["policies/x/policy.toml", "ereje.toml", "locales/kk/x.ftl", "l10n.toml"];
        let mut files = names.map(|name| (name.to_owned(), String::new())).to_vec();
        in_order(&mut files);
        let order: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let wanted = ["locales/kk/x.ftl", "l10n.toml", "policies/x/policy.toml", "ereje.toml"];
        assert_eq!(order, wanted);
    }
}
