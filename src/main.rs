//! Turns arguments into a call and the result into an exit code.

use std::process::ExitCode;

/// The allocator of the program, and of what measures it in `benches`.
#[cfg(feature = "jemalloc")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    linchpin::cli::run(std::env::args_os()).into()
}
