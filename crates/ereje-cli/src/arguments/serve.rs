//! What can be said to `serve`.

use clap::Args;

use super::WatchArguments;

/// Options of `serve`.
#[derive(Args, Clone, Debug)]
pub struct ServeArguments {
    /// What is generated, and where.
    #[command(flatten)]
    pub watch: WatchArguments,
    /// The port [default: 8000, or any that is free where it is taken]
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
}
