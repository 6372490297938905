//! `import`: what people have already becomes part of a workspace, which is made
//! where there is none. What people wrote is never replaced.

mod compare;
mod lower;
mod page;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ereje::diagnostic::{Diagnostic, Level};
use ereje_import::MAX_PAGE_BYTES;

use crate::arguments::{Format, ImportArguments};
use crate::failure::Failure;
use crate::report;

/// Runs `import`.
pub(crate) fn run(
    program: &str,
    given: Option<&Path>,
    options: &ImportArguments,
) -> Result<ExitCode, Failure> {
    page::run(program, given, options)
}

/// What a page says; what is wrong with its bytes.
type Page = Result<String, Box<Diagnostic>>;

fn read(path: &Path) -> Result<Page, Failure> {
    let shown = path.display().to_string();
    let metadata = fs::metadata(path).map_err(|error| Failure::io("read", path, &error))?;
    if metadata.is_dir() {
        return Err(Failure::new(format!("{shown} is a folder")).hint("name a page of Markdown"));
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

/// Whether a diagnostic stops a run.
fn is_error(told: &Diagnostic) -> bool {
    told.level == Level::Error
}
