//! Commands for people who work on Ereje.

use std::ffi::OsString;
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
