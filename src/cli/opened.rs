//! What commands answer from: files, the user's library, the record, and what the user keeps.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Command, CommandFactory};

use super::args::Args;
use crate::app::library::{Library, Report};
use crate::chronicle::Chronicle;
use crate::config;
use crate::error::{Category, Error};
use crate::index::Index;
use crate::load::Root;
use crate::notes::{Log, Notes, corrected};
use crate::open::{Opened, With, open, own_options};
use crate::search::Searcher;
use crate::text::{clean_line, nearest};
use crate::time::Date;

/// The files, and where the record stands beside them the user's library as well, if there is one.
pub(super) fn roots(paths: &[PathBuf], with: With) -> Vec<Root> {
    let mut roots: Vec<Root> = paths.iter().map(Root::from_argument).collect();
    let library = config::library().filter(|folder| with == With::Record && folder.is_dir());
    roots.extend(library.map(Root::Path));
    roots
}

/// An error where nothing of what was named is there: perhaps a command was meant.
pub(super) fn some_are_there(paths: &[PathBuf]) -> Result<(), Error> {
    let is_there = |path: &PathBuf| path.as_os_str() == "-" || path.symlink_metadata().is_ok();
    let Some(first) = paths.first().filter(|_| !paths.iter().any(is_there)) else {
        return Ok(());
    };
    let name = clean_line(&first.to_string_lossy());
    let commands = Args::command();
    let commands: Vec<&str> = commands.get_subcommands().map(Command::get_name).collect();
    let hint = nearest(&name, &commands).map_or_else(String::new, |near| {
        format!("; did you mean the command {near}?")
    });
    Err(Error::new(
        Category::Usage,
        format!("{name}: there is no such file or folder{hint}"),
    ))
}

/// What the files tell, as the user corrects it, and what the user keeps. What could not be read is
/// told on standard error.
pub(super) fn opened(paths: &[PathBuf], with: With) -> (Library, Notes) {
    let Opened { chronicle, report } = open(&roots(paths, with), with, &own_options(), &());
    super::check::tell(&report.only(super::check::is_odd));
    drop(report);
    with_corrections(chronicle)
}

/// The chronicle as the user corrects it, and what the user keeps.
pub(super) fn with_corrections(chronicle: Chronicle) -> (Library, Notes) {
    let notes = notes().unwrap_or_else(|error| {
        super::exit::remark(&format!("{error}; corrections are left out"));
        Notes::default()
    });
    let chronicle = corrected(&chronicle, &notes).unwrap_or(chronicle);
    (Library::new(Arc::new(chronicle), Report::default()), notes)
}

/// What the user keeps; nothing where there is no place for it. What cannot be read of it is told
/// on standard error.
pub(super) fn notes() -> Result<Notes, Error> {
    let Some(path) = config::notes() else {
        return Ok(Notes::default());
    };
    let read = Log::at(path)
        .read()
        .map_err(|error| Error::new(Category::State, error.to_string()))?;
    for problem in &read.problems {
        super::exit::remark(problem);
    }
    Ok(read.notes)
}

/// Who answers from a library, and knows what the user keeps about its events.
pub(super) fn searcher(library: &Library, notes: &Notes) -> Searcher {
    let chronicle = Arc::clone(&library.chronicle);
    let index = Arc::new(Index::build(&chronicle));
    let searcher = Searcher::new(chronicle, index).on(Date::today());
    searcher.with_kept(library.kept(notes))
}
