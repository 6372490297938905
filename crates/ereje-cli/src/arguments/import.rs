//! What `import` takes.

use std::path::PathBuf;

use clap::Args;

use super::{Format, trimmed};

/// Options of `import`.
#[derive(Args, Clone, Debug)]
pub struct ImportArguments {
    /// The page, as Markdown with or without front matter; a folder of pages, of which
    /// a plan is made; or a translation in XLIFF
    #[arg(value_name = "PAGE", required_unless_present_any = ["history", "plan"])]
    pub page: Option<PathBuf>,
    /// Carry out this plan; with a folder, write its plan here [default:
    /// import-plan.toml]
    #[arg(long, value_name = "FILE", conflicts_with_all = ["history", "verify", "policy"])]
    #[arg(conflicts_with_all = ["accept", "partial"])]
    pub plan: Option<PathBuf>,
    /// Write the plan of a folder anew, over one that is there
    #[arg(long, requires = "page")]
    pub replan: bool,
    /// Import the whole past: `git:PATH@REPOSITORY`, or a folder of pages whose names
    /// have the date; `{locale}` in it stands for the language
    #[arg(long, value_name = "SOURCE", conflicts_with_all = ["page", "verify"])]
    pub history: Option<String>,
    /// Other languages to look for with --history; else those that are found
    #[arg(long, value_name = "LOCALE,…", value_delimiter = ',', requires = "history")]
    #[arg(value_parser = trimmed)]
    pub locales: Vec<String>,
    /// Id of the policy that it becomes: letters, digits and hyphens. XLIFF names it
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    pub policy: String,
    /// The language of the page; of a folder, the one that its policies are written in
    /// first. XLIFF names it
    #[arg(long, value_name = "LOCALE", default_value = "", hide_default_value = true)]
    pub locale: String,
    /// Show what would be made, and write nothing
    #[arg(long, conflicts_with = "verify")]
    pub dry_run: bool,
    /// Compare the page with the policy in the workspace, and write nothing
    #[arg(long)]
    pub verify: bool,
    /// Take pairs of clauses and texts that are in doubt: those of the clauses named
    /// here, or without a name all that are likely
    ///
    /// Likely is a confidence of 95 % at least. What is less likely is taken only by
    /// the name of its clause, by who has read both texts. Of a translation in XLIFF
    /// it takes texts, by name, that were changed in the workspace, too.
    #[arg(
        long, value_name = "CLAUSE", num_args = 0..=1, value_delimiter = ',',
        conflicts_with = "verify", value_parser = trimmed
    )]
    pub accept: Option<Vec<String>>,
    /// Write what is paired, though clauses lack a text or texts a clause
    #[arg(long, conflicts_with = "verify")]
    pub partial: bool,
    /// How findings are told
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}
