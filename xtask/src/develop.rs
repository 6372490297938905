//! Commands for people who work on Ereje.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::language;

/// `cargo xtask test`: all tests of the workspace; arguments go to `cargo test`.
pub(crate) fn test(arguments: &[OsString]) -> ExitCode {
    cargo(&["test", "--workspace"], arguments)
}

/// The same command of the optimised program, which cargo makes first: what is
/// measured is what people install.
pub(crate) fn optimised(arguments: &[OsString]) -> ExitCode {
    cargo(&["run", "--release", "--package", "xtask", "--"], arguments)
}

/// Runs cargo and ends as it does.
fn cargo(words: &[&str], arguments: &[OsString]) -> ExitCode {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    match Command::new(cargo).args(words).args(arguments).status() {
        // A process that a signal ended has no code.
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1).into(),
        Err(error) => {
            eprintln!("error: can not run cargo: {error}");
            ExitCode::from(2)
        }
    }
}

/// The documentation of all rules, for readers of the repository.
const RULES: &str = "docs/rules.md";

/// `cargo xtask docs`: writes the pages that are made of rules and sentences;
/// with `--check` it writes nothing, and fails where a file is not what would be
/// written.
pub(crate) fn docs(arguments: &[OsString]) -> ExitCode {
    let check = match arguments {
        [] => false,
        [one] if one == "--check" => true,
        _ => {
            eprintln!("error: `docs` takes `--check` or nothing");
            return ExitCode::from(2);
        }
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let sentences = match language::page(&root) {
        Ok(page) => page,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut code = ExitCode::SUCCESS;
    for (name, page) in [(RULES, ereje_check::handbook::page()), (language::PAGE, sentences)] {
        let path = root.join(name);
        if fs::read_to_string(&path).is_ok_and(|text| text == page) {
            println!("{name} is up to date");
        } else if check {
            eprintln!("error: {name} is not what would be written");
            eprintln!("  help: run `cargo xtask docs` and commit it");
            code = ExitCode::FAILURE;
        } else if let Err(error) = fs::write(&path, page) {
            eprintln!("error: can not write {name}: {error}");
            return ExitCode::from(2);
        } else {
            println!("wrote {name}");
        }
    }
    code
}
