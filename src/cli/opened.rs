//! What commands answer from: files, the user's library, the record, and what the user keeps.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::library::{Library, Report};
use crate::chronicle::Chronicle;
use crate::config;
use crate::error::{Category, Error};
use crate::index::Index;
use crate::load::Root;
use crate::notes::{Log, Notes, corrected};
use crate::open::{Opened, With, open, own_options};
use crate::search::Searcher;
use crate::time::Date;

/// The files, and where the record stands beside them the user's library as well, if there is one.
pub(super) fn roots(paths: &[PathBuf], with: With) -> Vec<Root> {
    let mut roots: Vec<Root> = paths.iter().map(Root::from_argument).collect();
    let library = config::library().filter(|folder| with == With::Record && folder.is_dir());
    roots.extend(library.map(Root::Path));
    roots
}

/// What the files tell, as the user corrects it, and what the user keeps. What could not be read is
/// told on standard error.
pub(super) fn opened(paths: &[PathBuf], with: With) -> (Library, Notes) {
    let Opened { chronicle, report } = open(&roots(paths, with), with, &own_options(), &());
    super::check::tell(&report);
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
