//! The `bacheca` command.

use std::process::ExitCode;

/// Pages are made of many small values: a tenth of a build's time was the system's allocator.
#[cfg(feature = "site")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    bacheca::cli::run(std::env::args_os())
}
