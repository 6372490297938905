//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Legal policies in many languages: every variant from one command.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, max_term_width = 100)]
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
    /// Make a new workspace to start from
    ///
    /// Writes a small policy in the languages that Ereje has a starter text for.
    /// Never overwrites a file.
    Init(InitArguments),
    /// Print a script that completes commands in a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

/// Options of `generate`.
#[derive(Args, Clone, Debug, Default)]
pub struct GenerateArguments {
    /// Only this policy; may be given more than once
    #[arg(long, value_name = "POLICY")]
    pub policy: Vec<String>,
    /// Only this locale; may be given more than once
    #[arg(long, value_name = "LOCALE")]
    pub locale: Vec<String>,
    /// Write to this folder instead of the one in ereje.toml
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Write nothing; fail if the files on disk are not what would be written
    #[arg(long)]
    pub check: bool,
    /// Work in progress: show missing clauses in the source language, and mark
    /// every page as a draft
    #[arg(long)]
    pub draft: bool,
    /// How mistakes are told
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// How mistakes are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on standard error
    #[default]
    Human,
    /// One JSON object a line, on standard output
    Json,
}

/// Options of `init`.
#[derive(Args, Clone, Debug)]
pub struct InitArguments {
    /// Where to make it
    #[arg(default_value = ".", value_name = "DIR")]
    pub dir: PathBuf,
    /// Name of the policy: letters, digits and hyphens
    #[arg(long, default_value = "privacy", value_name = "ID")]
    pub policy: String,
    /// The language that binds; translations follow it
    #[arg(long, default_value = "en", value_name = "LOCALE")]
    pub source_locale: String,
    /// All languages, separated by commas [default: the source locale]
    #[arg(long, value_delimiter = ',', value_name = "LOCALE,…")]
    pub locales: Vec<String>,
}
