//! Which command, which exit code?
//!
//! Each command is one file: it takes its arguments, asks the library and writes. Nothing here
//! knows how an answer is found.

mod add;
mod answer;
mod args;
mod browse;
mod check;
mod check_record;
mod check_settings;
mod config;
mod doctor;
mod exit;
mod export;
mod extract;
mod manual;
mod map;
mod officials;
mod on;
mod opened;
mod output;
mod own;
mod plain;
mod progress;
mod question;
mod review;
mod search;
mod show;
mod sources;
mod timex;
mod who;

use std::ffi::OsString;

use clap::Parser;

use crate::error::Error;
use crate::query::Ask;
use args::{Args, Command};
pub use exit::Exit;
use output::Output;

/// Runs the command that the arguments name. Help, versions and errors are already written when
/// this returns.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    crate::terminal::too_large_is_an_error();
    let args = match Args::try_parse_from(args::without_dashes(arguments)) {
        Ok(args) => args,
        Err(error) => {
            // Nobody is left to tell if the output is closed.
            let _ = error.print();
            return if error.use_stderr() {
                Exit::Trouble
            } else {
                Exit::Found
            };
        }
    };
    dispatch(args).unwrap_or_else(|error| exit::report(&error))
}

fn dispatch(args: Args) -> Result<Exit, Error> {
    if args.command.is_none() && args.browse.plain {
        return plain::run(&args.browse);
    }
    let mut out = Output::stdout();
    let exit = match args.command {
        Some(Command::Search(args)) => search::run(&args, &mut out)?,
        Some(Command::Last(args)) => answer::run(Ask::Last, &args, &mut out)?,
        Some(Command::First(args)) => answer::run(Ask::First, &args, &mut out)?,
        Some(Command::Count(args)) => answer::run(Ask::Count, &args, &mut out)?,
        Some(Command::Export(args)) => export::run(&args, &mut out)?,
        Some(Command::Show(args)) => show::run(&args, &mut out)?,
        Some(Command::Who(args)) => who::run(&args, &mut out)?,
        Some(Command::Officials(args)) => officials::run(&args, &mut out)?,
        Some(Command::On(args)) => on::run(&args, &mut out)?,
        Some(Command::Sources(args)) => sources::run(&args, &mut out)?,
        Some(Command::Timex(args)) => timex::run(&args, &mut out)?,
        Some(Command::Map(args)) => map::run(&args, &mut out)?,
        Some(Command::Add(args)) => add::run(&args, &mut out)?,
        Some(Command::Check(args)) if args.record => check_record::run(&args, &mut out)?,
        Some(Command::Check(args)) => check::run(&args, &mut out)?,
        Some(Command::Extract(args)) => extract::run(&args, &mut out)?,
        Some(Command::Review(args)) => review::run(&args, &mut out)?,
        Some(Command::Config(args)) => config::run(&args, &mut out)?,
        Some(Command::Doctor(args)) => doctor::run(&args, &mut out)?,
        Some(Command::Tour) => browse::tour()?,
        Some(Command::Completions(args)) => manual::completions(&args, &mut out)?,
        Some(Command::Man(args)) => manual::man(&args, &mut out)?,
        None => browse::run(&args.browse)?,
    };
    out.finish()?;
    Ok(exit)
}
