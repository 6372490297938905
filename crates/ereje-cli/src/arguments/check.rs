//! What can be typed behind `check`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use ereje::fix::Safety;

use super::{FluentArguments, Only};

/// Options of `check`.
#[derive(Args, Clone, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct CheckArguments {
    /// About rules instead of texts.
    #[command(subcommand)]
    pub topic: Option<CheckTopic>,
    /// Which policies and languages.
    #[command(flatten)]
    pub only: Only,
    /// Projects without policies.
    #[command(flatten)]
    pub fluent: FluentArguments,
    /// Look with this rule alone; may be given more than once
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// Mend what can be mended without changing what a text means, then tell the
    /// rest; `--fix=unsafe` also mends what was probably meant otherwise, such as
    /// misspelt names: look at what it did
    #[arg(long, value_name = "SAFETY", value_enum, num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "safe")]
    pub fix: Option<FixSafety>,
    /// Look again whenever something changes; Ctrl-C ends it
    #[arg(long, conflicts_with_all = ["fix", "write_baseline"])]
    pub watch: bool,
    /// For CI: fail if a record of translations is not up to date
    #[arg(long)]
    pub locked: bool,
    /// Tell only what is not in this file, which `--write-baseline` wrote
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Record in this file what is found now
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub write_baseline: Option<PathBuf>,
    /// How mistakes are told
    #[arg(long, value_enum, default_value_t)]
    pub format: CheckFormat,
}

/// What `check --fix` may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FixSafety {
    /// What can not change the meaning of a text
    Safe,
    /// Also what was probably meant
    Unsafe,
}

impl From<FixSafety> for Safety {
    fn from(safety: FixSafety) -> Safety {
        match safety {
            FixSafety::Safe => Safety::Safe,
            FixSafety::Unsafe => Safety::Unsafe,
        }
    }
}

impl CheckArguments {
    /// What may be mended; nothing where nobody asks for it.
    pub(crate) fn safety(&self) -> Option<Safety> {
        self.fix.map(Safety::from)
    }

    /// Whether no policy, language or rule is left out.
    pub(crate) fn looks_at_all(&self) -> bool {
        let Only { policy, locale } = &self.only;
        policy.is_empty() && locale.is_empty() && self.rule.is_empty()
    }
}

/// What `check` tells without looking at texts.
#[derive(Clone, Debug, Subcommand)]
pub enum CheckTopic {
    /// Tell what a rule finds and why it matters; without one, list all
    Explain {
        /// The rule's name
        rule: Option<String>,
    },
}

/// How `check` tells mistakes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people, on standard error
    #[default]
    Human,
    /// One JSON object a line, on standard output
    Json,
    /// One SARIF 2.1.0 log, on standard output
    Sarif,
    /// Workflow commands of GitHub Actions, on standard output
    Github,
}
