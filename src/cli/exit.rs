//! Exit codes, the same for every command.

use std::process::ExitCode;

use crate::error::{Category, Error};
use crate::text::nearest;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It found or did what was asked.
    Found,
    /// It worked, and there is nothing.
    Nothing,
    /// It could not do what was asked.
    Trouble,
}

impl Exit {
    /// Found where there is something, nothing where there is not.
    pub(super) fn found(something: bool) -> Self {
        if something {
            Self::Found
        } else {
            Self::Nothing
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Found => Self::SUCCESS,
            Exit::Nothing => Self::from(1),
            Exit::Trouble => Self::from(2),
        }
    }
}

/// Tells an error on standard error. A reader that closed the pipe has all it wants.
pub(super) fn report(error: &Error) -> Exit {
    use std::error::Error as _;
    let broken_pipe = error
        .source()
        .and_then(|source| source.downcast_ref::<std::io::Error>())
        .is_some_and(|source| source.kind() == std::io::ErrorKind::BrokenPipe);
    if broken_pipe && error.category() == Category::Output {
        return Exit::Found;
    }
    let mut message = format!("linchpin: {error}");
    let mut cause = error.source();
    while let Some(source) = cause {
        message.push_str(": ");
        message.push_str(&crate::text::clean_line(&source.to_string()));
        cause = source.source();
    }
    write_error(&message);
    Exit::Trouble
}

/// That nothing is called so, and what was perhaps meant.
pub(super) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    let told = crate::text::clean_line(name);
    match nearest(name, known) {
        Some(near) => format!("no {what} “{told}”; did you mean “{near}”?"),
        None => format!("no {what} “{told}”"),
    }
}

/// A sentence beside the answer, on standard error.
pub(super) fn remark(sentence: &str) {
    write_error(&format!("linchpin: {sentence}"));
}

/// One line; nobody is left to tell if standard error is closed.
fn write_error(line: &str) {
    let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("{line}\n"));
}
