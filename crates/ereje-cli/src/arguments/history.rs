//! What `history` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use ereje::fact::Date;

/// A command about the past of policies.
#[derive(Debug, Subcommand)]
pub enum HistoryCommand {
    /// Report which past changes went out without a date, a notice or a translation
    ///
    /// A page for the owner and counsel, with a chart of the versions, every finding
    /// with what proves it, and the redlines. It needs nothing but itself, so it can
    /// be mailed and printed. Nothing of it is for readers: it is never written into
    /// the folder that is published.
    Report(ReportArguments),
}

/// Options of `history report`.
#[derive(Args, Clone, Debug)]
pub struct ReportArguments {
    /// The policies [default: all that have versions]
    #[arg(value_name = "POLICY")]
    pub policies: Vec<String>,
    /// Write one policy's report to this file [default: POLICY-history.html in this
    /// folder; of data, the standard output]
    ///
    /// A report that was written before is replaced; any other file is left alone. `-` is
    /// the standard output.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// A page or data [default: data where --out ends with .json, else a page]
    #[arg(long, value_enum)]
    pub format: Option<ReportFormat>,
    /// Only this language besides the one that binds; may be given more than once
    #[arg(long, value_name = "LOCALE")]
    pub locale: Vec<String>,
    /// The day up to which open matters are counted, as YYYY-MM-DD, not before the first
    /// version [default: today, in the policy's time zone]
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    pub on: Option<Date>,
}

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// A page that stands alone
    Html,
    /// One JSON object a line for each policy
    Json,
}
