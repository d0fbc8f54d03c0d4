//! Turns arguments into a call and the result into an exit code.

fn main() {}
