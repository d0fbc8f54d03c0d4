//! Turns arguments into a call and the result into an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    linchpin::cli::run(std::env::args_os()).into()
}
