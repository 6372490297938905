//! Commands for people who work on Ereje.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

/// `cargo xtask test`: all tests of the workspace; arguments go to `cargo test`.
pub(crate) fn test(arguments: &[OsString]) -> ExitCode {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo).args(["test", "--workspace"]).args(arguments).status();
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: can not run cargo: {error}");
            ExitCode::from(2)
        }
    }
}

/// The documentation of all rules, for readers of the repository.
const RULES: &str = "docs/rules.md";

/// `cargo xtask docs`: writes the documentation of the rules; with `--check` it
/// writes nothing, and fails where the file is not what would be written.
pub(crate) fn docs(arguments: &[OsString]) -> ExitCode {
    let check = match arguments {
        [] => false,
        [one] if one == "--check" => true,
        _ => {
            eprintln!("error: `docs` takes `--check` or nothing");
            return ExitCode::from(2);
        }
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(RULES);
    let page = ereje_check::handbook::page();
    if fs::read_to_string(&path).is_ok_and(|text| text == page) {
        println!("{RULES} is up to date");
        return ExitCode::SUCCESS;
    }
    if check {
        eprintln!("error: {RULES} is not what the rules say of themselves");
        eprintln!("  help: run `cargo xtask docs` and commit it");
        return ExitCode::FAILURE;
    }
    match fs::write(&path, page) {
        Ok(()) => {
            println!("wrote {RULES}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: can not write {RULES}: {error}");
            ExitCode::from(2)
        }
    }
}
