//! `cargo xtask`: the commands of `ereje`, and those for people who work on
//! Ereje itself.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for people at a terminal"
)]

mod bench;
mod develop;
mod faults;
mod language;

use std::ffi::OsString;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().collect();
    match arguments.get(1).and_then(|name| name.to_str()) {
        Some("bench" | "faults") if cfg!(debug_assertions) && !asks_for_help(&arguments) => {
            develop::optimised(&arguments[1..])
        }
        Some("bench") => bench::run(&arguments[1..]),
        Some("faults") => faults::run(&arguments[1..]),
        Some("test") => develop::test(&arguments[2..]),
        Some("docs") => develop::docs(&arguments[2..]),
        first => {
            let is_help = matches!(first, Some("-h" | "--help" | "help")) && arguments.len() == 2;
            if let Some(program) = arguments.first_mut() {
                *program = "cargo xtask".into();
            }
            let ended = ereje_cli::run("cargo xtask", arguments);
            if is_help {
                print!("{OWN}");
            }
            ended
        }
    }
}

/// What `ereje` does not have.
const OWN: &str = "
For people who work on Ereje itself:
  test         Run all tests; arguments go to `cargo test`
  docs         Write docs/rules.md and docs/language.md; `--check` tells whether they are up to date
  bench        Measure how fast it is
  faults       Count which mistakes of translators are found
";

/// Whether the answer needs no measuring.
fn asks_for_help(arguments: &[OsString]) -> bool {
    arguments.iter().any(|word| matches!(word.to_str(), Some("-h" | "--help" | "help")))
}
