//! What `generate` and `watch` take.

use std::path::PathBuf;

use clap::Args;
use ereje::fact::Date;

use super::{Format, Only, day};

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
    /// The day to generate for, as YYYY-MM-DD: decides which version is in
    /// force [default: today, in the policy's time zone]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<Date>,
    /// For publishing: fail if a text differs from the newest released version
    #[arg(long, conflicts_with = "draft")]
    pub locked: bool,
    /// For publishing while texts are in work: pages of released versions alone,
    /// whatever the texts are now
    #[arg(long, conflicts_with_all = ["draft", "locked", "pseudo"])]
    pub released: bool,
    /// Work in progress: show missing clauses in the source language, and mark
    /// every page as a draft
    #[arg(long)]
    pub draft: bool,
    /// For designers: add two pseudo-locales made of the source text, `en-XA`
    /// (longer, with accents) and `ar-XB` (right to left), as drafts in a folder
    /// of their own, `dist-pseudo`
    #[arg(long, conflicts_with = "locked")]
    pub pseudo: bool,
    /// How mistakes are told
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

impl GenerateArguments {
    /// Whether the output is for readers: then all is looked at again, and what texts
    /// promise has to be kept.
    pub(crate) fn publishes(&self) -> bool {
        self.locked || self.released
    }
}

/// Options of `watch`.
#[derive(Args, Clone, Debug)]
pub struct WatchArguments {
    /// Which policies and languages.
    #[command(flatten)]
    pub only: Only,
    /// Write to this folder instead of the one in ereje.toml
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Work in progress: show missing clauses in the source language, and mark
    /// every page as a draft
    #[arg(long)]
    pub draft: bool,
    /// For designers: add two pseudo-locales, as `generate --pseudo` does
    #[arg(long)]
    pub pseudo: bool,
}
