//! What can be typed.

mod check;
mod diff;
mod export;
mod fluent;
mod generate;
mod history;
mod import;
pub(crate) mod instead;
mod release;
mod serve;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use ereje::fact::Date;

pub(crate) use check::{CheckArguments, CheckFormat, CheckTopic};
pub(crate) use diff::{DiffArguments, DiffFormat};
pub(crate) use export::{ExportArguments, ExportFormat};
pub(crate) use fluent::FluentArguments;
pub use generate::GenerateArguments;
pub(crate) use generate::WatchArguments;
pub(crate) use history::{HistoryCommand, ReportArguments, ReportFormat};
pub(crate) use import::ImportArguments;
pub(crate) use release::{Effective, ReleaseArguments};
pub(crate) use serve::ServeArguments;

/// Legal policies in many languages: every variant from one command.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub struct Arguments {
    /// The workspace's folder [default: the nearest one above with an ereje.toml]
    #[arg(long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Generate every variant of every policy
    ///
    /// Writes the HTML site, Jekyll pages, plain text and JSON for apps. With any
    /// error in the texts nothing is written, and what was there stays.
    Generate(GenerateArguments),
    /// Generate again whenever a text, a setting or a template changes
    ///
    /// Tells each run in a line. Mistakes are told as by `generate`, and the next
    /// change is waited for. Ctrl-C ends it; what is written stays whole.
    Watch(WatchArguments),
    /// Show what is generated in a browser, and show each change at once
    ///
    /// Generates as `watch` does, and shows the pages on this machine alone. A page
    /// that is open is loaded anew whenever something changed, and says so where a
    /// mistake kept it from being made. Ctrl-C ends it.
    Serve(ServeArguments),
    /// Show what changed between two texts of a policy
    ///
    /// FROM and TO are a version, `working` (the texts as they are now),
    /// `git:REVISION`, or a folder with another workspace or a version.
    Diff(DiffArguments),
    /// Release the texts of today as a version, in every language at once
    ///
    /// Refuses while anything is wrong or not translated. A released version is
    /// dated, chained to the one before, and never changes; pages, feed and
    /// notices are made from it.
    Release(ReleaseArguments),
    /// See what apps show about a version
    #[command(subcommand)]
    Notice(NoticeCommand),
    /// Check that no released version was touched
    ///
    /// Compares every file of every version with its digest, and follows the
    /// chain from version to version. Needs no network and no git. With a digest that
    /// was kept, also that the newest versions were not removed; with receipts, says
    /// what each of them proves.
    Verify {
        /// Only this policy; may be given more than once
        #[arg(value_name = "POLICY")]
        policy: Vec<String>,
        /// Receipts that an app stored: a JSON object, or one a line; may be given
        /// more than once
        #[arg(long, value_name = "FILE")]
        receipt: Vec<PathBuf>,
        /// A digest that you kept, as this command and `log` print it: fails unless a
        /// version has it still; may be given more than once
        #[arg(long, value_name = "DIGEST", value_parser = sha256)]
        digest: Vec<String>,
        /// How mistakes are told
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Look at all texts without writing anything
    ///
    /// Of a workspace, or of any project of Fluent files (`--fluent`, `--l10n`).
    Check(CheckArguments),
    /// Tell what is translated, what is stale and what is in force
    ///
    /// Shows for each stale message what changed in the source, and for each
    /// one to review what changed in both.
    Status {
        /// Which policies and languages.
        #[command(flatten)]
        only: Only,
        /// Fail unless every text is complete, sound and not stale
        #[arg(long)]
        require_complete: bool,
        /// For people, or one JSON object for programs
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Record that translations still hold although the source changed
    ///
    /// Say this after reading the translation again: what is confirmed is not told as
    /// stale or to review any more, and can be released. Without messages it counts for
    /// everything of the language that is.
    Confirm {
        /// The policy
        policy: String,
        /// The language of the translation
        locale: String,
        /// Clauses, or `title`, `description` and the like
        #[arg(value_name = "CLAUSE", value_delimiter = ',', value_parser = trimmed)]
        messages: Vec<String>,
    },
    /// Tell the history of a policy as a reader would read it
    Log {
        /// The policy
        policy: String,
        /// The language to tell it in [default: the source locale]
        #[arg(long, value_name = "LOCALE")]
        locale: Option<String>,
    },
    /// Look back at what was released or imported
    #[command(subcommand)]
    History(HistoryCommand),
    /// Show what was in force on a day
    Show {
        /// The policy
        policy: String,
        /// The day, as YYYY-MM-DD [default: today]
        #[arg(long, value_name = "DATE", value_parser = day)]
        at: Option<Date>,
        /// The language [default: the source locale]
        #[arg(long, value_name = "LOCALE")]
        locale: Option<String>,
    },
    /// List what laws and guidelines ask of changes
    ///
    /// A policy names the profiles that apply to it in its policy.toml; `release`
    /// keeps the notice periods. A file `profiles/ID.toml` in the workspace adds a
    /// profile. No profile is legal advice.
    Profiles {
        /// Tell this one in full
        #[arg(value_name = "PROFILE")]
        profile: Option<String>,
        /// For people, or one JSON object a line
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// List the built-in templates, or print or copy some to change
    ///
    /// A file of the same name in the workspace's folder of templates counts in place of
    /// the built-in one. `README.md` tells what each can use.
    Templates {
        /// Print this one, such as policy.html.tera
        #[arg(value_name = "FILE")]
        file: Vec<String>,
        /// Put copies into the workspace's folder of templates; never over a file
        #[arg(long, requires = "file")]
        copy: bool,
    },
    /// Make a new workspace to start from, or a further policy or languages in one
    ///
    /// Writes a small policy in the languages that Ereje has a starter text for. In a
    /// workspace, `--locales de,fr` begins languages: their translators get files to fill
    /// in. Never overwrites a file.
    Init(InitArguments),
    /// Write texts for translators and for other programs
    ///
    /// A file for each policy and language, `LOCALE/POLICY.xlf` and the like. `import`
    /// takes a translated XLIFF back.
    Export(ExportArguments),
    /// Make policies of Markdown pages that you have, or take a translation back
    ///
    /// One page: `ereje import page.md --policy privacy --locale en`. A folder:
    /// `ereje import docs` looks which policies it holds and writes a plan to read and
    /// change; `ereje import --plan import-plan.toml` carries it out.
    Import(ImportArguments),
    /// Print a script that completes commands in a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

/// Which policies and languages.
#[derive(Args, Clone, Debug, Default)]
pub struct Only {
    /// Only this policy; may be given more than once
    #[arg(long, value_name = "POLICY")]
    pub policy: Vec<String>,
    /// Only this locale; may be given more than once
    #[arg(long, value_name = "LOCALE")]
    pub locale: Vec<String>,
}

/// Reads a day.
fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day that exists, such as 2026-11-15".to_owned())
}

/// Reads a digest, with or without the name of how it was made.
fn sha256(text: &str) -> Result<String, String> {
    let digits = text.trim().strip_prefix("sha256").unwrap_or(text.trim());
    let digits = digits.trim_start_matches([':', ' ']).to_ascii_lowercase();
    let is_whole = digits.len() == 64 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_whole.then_some(digits).ok_or_else(|| "write all 64 signs that `log` prints".to_owned())
}

/// How mistakes are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Human,
    /// One JSON object a line, on standard output
    Json,
}

/// A command about notices.
#[derive(Debug, Subcommand)]
pub enum NoticeCommand {
    /// Print the cards of a notice as a phone would show them
    ///
    /// Of the newest version, or with `--effective` of the texts as they would
    /// be released.
    Preview(NoticeArguments),
}

/// Options of `notice preview`.
#[derive(Args, Clone, Debug)]
pub struct NoticeArguments {
    /// The policy
    pub policy: String,
    /// Of this version [default: the newest]
    #[arg(long, value_name = "VERSION", conflicts_with = "effective")]
    pub version: Option<String>,
    /// In this language; may be given more than once [default: all]
    #[arg(long, value_name = "LOCALE")]
    pub locale: Vec<String>,
    /// Of the texts of today, if they took effect on this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub effective: Option<Date>,
    /// The day on which they would be published [default: today]
    #[arg(long, value_name = "DATE", value_parser = day, requires = "effective")]
    pub published: Option<Date>,
}

/// Options of `init`.
#[derive(Args, Clone, Debug)]
pub struct InitArguments {
    /// Where to make it, or where it is [default: this folder]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Name of the policy: letters, digits and hyphens [default: privacy; all, where
    /// languages are begun in a workspace]
    #[arg(long, value_name = "ID")]
    pub policy: Option<String>,
    /// The language that binds; translations follow it [default: en, or that of the
    /// policies which are there]
    #[arg(long, value_name = "LOCALE")]
    pub source_locale: Option<String>,
    /// All languages, separated by commas [default: the source locale, or those of the
    /// policies which are there]; in a workspace, languages to begin
    #[arg(long, value_delimiter = ',', value_name = "LOCALE,…", value_parser = trimmed)]
    pub locales: Vec<String>,
}

/// One of a list in which people write a space behind each comma.
fn trimmed(value: &str) -> Result<String, std::convert::Infallible> {
    Ok(value.trim().to_owned())
}
