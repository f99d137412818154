//! The `bacheca` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    bacheca::cli::run(std::env::args_os())
}
