//! What `export` takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Options of `export`.
#[derive(Args, Clone, Debug)]
pub struct ExportArguments {
    /// The policies [default: all]
    #[arg(value_name = "POLICY")]
    pub policies: Vec<String>,
    /// The same as POLICY; may be given more than once
    #[arg(long, value_name = "POLICY")]
    pub policy: Vec<String>,
    /// Only this language; may be given more than once [default: all translations, for
    /// `markdown` the source too]
    #[arg(long, value_name = "LOCALE")]
    pub locale: Vec<String>,
    /// What the files are; there is no default
    #[arg(long, value_enum)]
    pub format: Option<ExportFormat>,
    /// The folder to write to [default: the workspace's `export`]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Replace files that somebody has changed since they were exported
    #[arg(long)]
    pub force: bool,
}

/// What texts are exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// XLIFF 2.1, for translation tools; `import` takes it back
    Xliff,
    /// The page of the texts as they are now, as `import` reads it
    Markdown,
    /// A PO file of gettext, for reading and for translation memories
    Po,
    /// A table for spreadsheets, with what would be a formula made harmless
    Csv,
    /// An object with all texts, for programs
    Json,
}

impl ExportFormat {
    /// How its files end.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            ExportFormat::Xliff => "xlf",
            ExportFormat::Markdown => "md",
            ExportFormat::Po => "po",
            ExportFormat::Csv => "csv",
            ExportFormat::Json => "json",
        }
    }
}
