//! The binary `ereje`.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ereje_cli::run("ereje", std::env::args_os())
}
