//! `linchpin`: the browser.

use std::sync::Arc;

use super::args::Browse;
use super::exit::Exit;
use crate::app::keymap::Keymap;
use crate::app::library::{Library, Report};
use crate::chronicle::Chronicle;
use crate::config;
use crate::error::Error;
use crate::gazetteer::Gazetteer;
use crate::load::Root;
use crate::notes::Log;
use crate::open::{With, open_record};
use crate::record;
use crate::terminal::{self, Session, loader};

/// Opens the browser until its user leaves.
pub(super) fn run(args: &Browse) -> Result<Exit, Error> {
    let mut roots: Vec<Root> = args.paths.iter().map(Root::from_argument).collect();
    let library = config::library().filter(|folder| !args.only && folder.is_dir());
    roots.extend(library.map(Root::Path));
    let (with, chronicle) = if args.only {
        let gazetteer = Gazetteer::new(record::builtin());
        (
            With::DocumentsOnly,
            Chronicle::new(gazetteer, Vec::new(), Vec::new()),
        )
    } else {
        (With::Record, open_record())
    };
    let reads_stdin = roots.contains(&Root::Stdin);
    terminal::run(Session {
        library: Library::new(Arc::new(chronicle), Report::default()),
        load: (!roots.is_empty()).then(|| loader(roots, with)),
        reads_stdin,
        keymap: Keymap::built_in(),
        theme: None,
        log: config::notes().map(Log::at),
        notice: None,
    })?;
    Ok(Exit::Found)
}
