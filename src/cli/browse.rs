//! `linchpin`: the browser.

use std::sync::Arc;

use super::args::Browse;
use super::exit::Exit;
use super::opened;
use super::own::Own;
use crate::app::library::{Library, Report};
use crate::app::message::Notice;
use crate::app::tour::Tour;
use crate::chronicle::Chronicle;
use crate::config::{self, Flags};
use crate::disk;
use crate::error::Error;
use crate::gazetteer::Gazetteer;
use crate::notes::Log;
use crate::open::{With, open_record};
use crate::record;
use crate::terminal::{self, Files, Session};

/// Opens the browser until its user leaves.
pub(super) fn run(args: &Browse) -> Result<Exit, Error> {
    open(args, None)
}

/// The same with a tour, on the record alone.
pub(super) fn tour() -> Result<Exit, Error> {
    open(&Browse::default(), Some(Tour::default()))
}

fn open(args: &Browse, tour: Option<Tour>) -> Result<Exit, Error> {
    opened::some_are_there(&args.paths)?;
    let with = With::only(args.only);
    let roots = if tour.is_some() {
        Vec::new()
    } else {
        opened::roots(&args.paths, with)
    };
    let chronicle = match with {
        With::Record => open_record(),
        With::DocumentsOnly => {
            let gazetteer = Gazetteer::new(record::names());
            Chronicle::new(gazetteer, Vec::new(), Vec::new())
        }
    };
    let own = Own::read(&Flags {
        theme: args.theme.clone(),
    });
    let searches = own.settings.searches.iter();
    terminal::run(Session {
        library: Library::new(Arc::new(chronicle), Report::default()),
        files: (!roots.is_empty()).then_some(Files { roots, with }),
        saved: searches
            .map(|(name, query)| (name.clone(), query.value.clone()))
            .collect(),
        notice: notice(&own.problems()).or_else(|| tour.is_none().then(welcome)?),
        tour,
        keymap: own.keymap,
        theme: own.theme,
        log: config::notes().map(Log::at),
        hyperlinks: own.settings.hyperlinks.value,
        mouse: own.settings.mouse.value,
    })?;
    Ok(Exit::Found)
}

/// What is said at the first start, and remembered to have been said.
fn welcome() -> Option<Notice> {
    let folder = config::state()?;
    let path = folder.join("welcomed");
    disk::create_dir_all(&folder).ok()?;
    // Made just once: where it cannot be, nothing is said at any start.
    disk::File::create_new(&path).ok()?;
    let text = "Welcome: ? tells every key, and linchpin tour shows the way in 90 seconds";
    Some(Notice::info(text))
}

/// The first problem, and how many more there are.
fn notice(problems: &[String]) -> Option<Notice> {
    let first = problems.first()?;
    let more = problems.len() - 1;
    let more = if more == 0 {
        String::new()
    } else {
        format!(" (and {more} more: linchpin config)")
    };
    Some(Notice::failure(format!("{first}{more}")))
}
