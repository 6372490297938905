//! What `release` takes.

use clap::Args;
use ereje::change::{Action, Kind};
use ereje::fact::Date;

use super::{Format, day};

/// Options of `release`.
#[derive(Args, Clone, Debug)]
pub struct ReleaseArguments {
    /// The policy
    pub policy: String,
    /// The version's name [default: the next number]
    #[arg(long, value_name = "VERSION")]
    pub version: Option<String>,
    /// The first day on which it is in force, as YYYY-MM-DD; `earliest` is the
    /// first one that `notice` in policy.toml allows
    #[arg(long, value_name = "DATE", value_parser = effective)]
    pub effective: Effective,
    /// The day at the bottom of the page, as YYYY-MM-DD [default: today, in
    /// the policy's time zone]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub published: Option<Date>,
    /// What kind of change it is [default: what the texts tell]
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub severity: Option<Kind>,
    /// What the notice asks of readers: none, inform, acknowledge or consent
    #[arg(long, value_name = "ACTION", value_parser = action)]
    pub action: Option<Action>,
    /// Why; needed for a severity below what the texts tell
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Why it takes effect sooner than `notice` in policy.toml allows, such as the
    /// exception of the law; recorded in the version
    #[arg(long, value_name = "TEXT")]
    pub short_notice: Option<String>,
    /// A version whose notice was wrong and is taken back
    #[arg(long, value_name = "VERSION")]
    pub retracts: Vec<String>,
    /// The policy ends on the effective day: from then on no version of it is in force
    #[arg(long)]
    pub ends: bool,
    /// Show everything that would be released, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// How mistakes are told
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// When a version takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effective {
    /// On a day.
    On(Date),
    /// As soon as it may.
    Earliest,
}

/// Reads a day, or that it shall be the first one possible.
fn effective(text: &str) -> Result<Effective, String> {
    match text {
        "earliest" => Ok(Effective::Earliest),
        _ => day(text).map(Effective::On).map_err(|hint| format!("{hint}, or `earliest`")),
    }
}

impl ReleaseArguments {
    /// To see what a release would be, with nothing decided but its days.
    pub(crate) fn preview(policy: &str, effective: Date, published: Option<Date>) -> Self {
        ReleaseArguments {
            policy: policy.to_owned(),
            version: None,
            effective: Effective::On(effective),
            published,
            severity: None,
            action: None,
            reason: None,
            short_notice: None,
            retracts: Vec::new(),
            ends: false,
            dry_run: true,
            format: Format::Human,
        }
    }
}

fn kind(text: &str) -> Result<Kind, String> {
    let names = Kind::ALL.map(Kind::name).join(", ");
    Kind::named(text).ok_or_else(|| format!("the kinds are {names}"))
}

fn action(text: &str) -> Result<Action, String> {
    let names = Action::ALL.map(Action::name).join(", ");
    Action::named(text).ok_or_else(|| format!("the actions are {names}"))
}
