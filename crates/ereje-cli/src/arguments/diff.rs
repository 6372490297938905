//! What `diff` takes.

use clap::{Args, ValueEnum};

/// Options of `diff`.
#[derive(Args, Clone, Debug)]
pub struct DiffArguments {
    /// The text before [default: the newest version]
    pub from: Option<String>,
    /// The text after [default: working]
    pub to: Option<String>,
    /// Only this policy [default: all that both have]
    #[arg(long, value_name = "POLICY")]
    pub policy: Option<String>,
    /// In this language; may be given more than once [default: the source
    /// locale]
    #[arg(long, value_name = "LOCALE")]
    pub locale: Vec<String>,
    /// How it is shown
    #[arg(long, value_enum, default_value_t)]
    pub format: DiffFormat,
    /// Say for each change what kind of change it is, and why
    #[arg(long)]
    pub explain: bool,
}

/// How a difference is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Text with signs, and with colour where there is one
    #[default]
    Terminal,
    /// A page that stands alone
    Html,
    /// Markdown with `<ins>` and `<del>`
    Markdown,
    /// One JSON object
    Json,
}
