//! `linchpin`: the browser.

use std::sync::Arc;

use super::args::Browse;
use super::exit::Exit;
use crate::app::keymap::Keymap;
use crate::app::library::{Library, Report};
use crate::config::Folders;
use crate::error::Error;
use crate::notes::Log;
use crate::open;
use crate::terminal::{self, Session};

/// Opens the browser until its user leaves.
pub(super) fn run(_args: &Browse) -> Result<Exit, Error> {
    let library = Library::new(Arc::new(open::open_record()), Report::default());
    terminal::run(Session {
        library,
        load: None,
        keymap: Keymap::built_in(),
        theme: None,
        log: Folders::find().map(|folders| Log::at(folders.notes())),
        notice: None,
    })?;
    Ok(Exit::Found)
}
