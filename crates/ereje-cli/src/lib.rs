//! The command line: the only crate that touches disk, clock, environment or
//! terminal. `ereje` and `cargo xtask` both call [`run`].
#![allow(clippy::disallowed_methods, reason = "this crate is where files, clock and terminal are")]

#[macro_use]
mod report;

mod arguments;
mod audit;
mod check;
mod clock;
mod compare;
mod confirm;
mod diff;
mod ending;
mod exchange;
mod export;
mod failure;
mod freshness;
mod generate;
mod git;
mod history;
mod import;
mod init;
mod inputs;
mod job;
mod log;
mod notice;
mod plan;
mod profiles;
mod promises;
mod pseudo;
mod redlines;
mod release;
mod sentences;
mod serve;
mod status;
mod store;
mod templates;
mod terminal;
mod typed;
mod verify;
mod watch;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

pub use arguments::{Arguments, Command, GenerateArguments};
use arguments::{HistoryCommand, NoticeCommand};
use failure::Failure;

/// The program's name when it is installed.
const PROGRAM: &str = "ereje";

/// Runs the command that `arguments` (with the program's name first) ask for.
/// `name` is what the program is called in its own help.
#[must_use]
pub fn run(name: &'static str, arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let typed: Vec<OsString> = arguments.into_iter().collect();
    let command = Arguments::command().name(name).bin_name(name);
    let parsed = command
        .try_get_matches_from(&typed)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => run_command(name, &arguments),
        Err(error) => {
            if let Some(failure) = arguments::instead::of(name, &error, &typed) {
                report::failed(&failure);
                return ExitCode::from(2);
            }
            // A closed pipe is no reason to fail; there is nobody to tell.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

/// Runs a command that is parsed already.
#[must_use]
pub fn run_command(name: &'static str, arguments: &Arguments) -> ExitCode {
    let workspace = arguments.workspace.as_deref();
    let outcome = match &arguments.command {
        Command::Generate(options) => generate::run(name, workspace, options),
        Command::Watch(options) => watch::run(name, workspace, options),
        Command::Serve(options) => serve::run(name, workspace, options),
        Command::Diff(options) => diff::run(name, workspace, options),
        Command::Release(options) => release::run(name, workspace, options),
        Command::Check(options) => check::run(name, workspace, options),
        Command::Status { only, require_complete, format } => {
            status::run(name, workspace, only, *require_complete, *format)
        }
        Command::Confirm { policy, locale, messages } => {
            confirm::run(name, workspace, policy, locale, messages)
        }
        Command::Notice(NoticeCommand::Preview(options)) => {
            notice::preview(name, workspace, options)
        }
        Command::Verify { policy, receipt, digest, format } => {
            verify::run(name, workspace, policy, (receipt, digest), *format)
        }
        Command::Log { policy, locale } => log::log(name, workspace, policy, locale.as_deref()),
        Command::History(HistoryCommand::Report(options)) => audit::run(name, workspace, options),
        Command::Show { policy, at, locale } => {
            log::show(name, workspace, policy, (*at, locale.as_deref()))
        }
        Command::Profiles { profile, format } => {
            profiles::run(name, workspace, profile.as_deref(), *format)
        }
        Command::Templates { file, copy } => templates::run(name, workspace, file, *copy),
        Command::Export(options) => export::run(name, workspace, options),
        Command::Import(options) => import::run(name, workspace, options),
        Command::Init(options) => init::run(name, workspace, options),
        Command::Completions { shell } => {
            // A shell completes programs, and `cargo xtask` is none.
            let mut command = Arguments::command().name(PROGRAM).bin_name(PROGRAM);
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut command, PROGRAM, &mut script);
            report::write(&String::from_utf8_lossy(&script));
            Ok(ExitCode::SUCCESS)
        }
    };
    outcome.unwrap_or_else(|failure: Failure| {
        report::failed(&failure);
        ExitCode::from(2)
    })
}
