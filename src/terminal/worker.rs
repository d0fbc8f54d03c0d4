//! The thread that answers searches.
//!
//! Of the questions that wait, only the last is answered. The index is built after the first frame.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::finder::Finder;
use super::panics;
use crate::app::Message;
use crate::app::found::Likeness;
use crate::app::library::Library;
use crate::app::message::Notice;
use crate::chronicle::EventId;
use crate::notes::{Act, Log, LogError, Notes, Read, corrected};
use crate::search::Kept;
use crate::time::Date;

/// Work for the thread.
pub(super) enum Job {
    /// From now on answer from this library.
    Index(Arc<Library>),
    /// Answer a question.
    Search {
        /// Its number.
        generation: u64,
        /// The query as typed.
        query: String,
    },
    /// Count what all events are about, for this edition of the library.
    Facets(u64),
    /// Find the event before or after that is like this one.
    Related(EventId, Likeness, bool),
    /// Lay the user's corrections over a library.
    Correct(Arc<Library>, Notes),
    /// From now on these events are marked and noted.
    Known(Kept),
    /// Add an act to the user's log.
    Keep(Act),
    /// Read the user's log.
    ReadLog,
}

/// Begins to wait for work.
pub(super) fn start(
    jobs: Receiver<Job>,
    inbox: Sender<Message>,
    today: Date,
    log: Option<Log>,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new()
        .name("worker".to_owned())
        .spawn(move || work(&jobs, &inbox, today, log.as_ref()))
}

fn work(jobs: &Receiver<Job>, inbox: &Sender<Message>, today: Date, log: Option<&Log>) {
    let mut finder: Option<Finder> = None;
    // May be asked for before there is an index to ask.
    let mut facets = None;
    while let Ok(first) = jobs.recv() {
        panics::when_asked("worker");
        let (mut question, mut unread) = (None, None);
        for job in std::iter::once(first).chain(jobs.try_iter()) {
            match (job, &mut finder) {
                (Job::Index(library), finder) => {
                    // Only one index at a time is in memory.
                    *finder = None;
                    *finder = Some(Finder::new(&library, today));
                    unread = Some(library);
                }
                (Job::Search { generation, query }, _) => question = Some((generation, query)),
                (Job::Facets(edition), _) => facets = Some(edition),
                (Job::Related(event, likeness, forward), finder) => {
                    // Who asked waits for an answer, also where there is nothing to ask yet.
                    let related = finder
                        .as_ref()
                        .and_then(|finder| finder.related(event, likeness, forward));
                    // Sending fails only when the program is about to end.
                    drop(inbox.send(Message::Related(event, related)));
                }
                (Job::Correct(base, notes), _) => {
                    let library = correct(&base, &notes);
                    drop(inbox.send(Message::Corrected(base, library)));
                }
                (Job::Known(kept), Some(finder)) => finder.keep(kept),
                (Job::Keep(act), _) => tell_log(inbox, log.map(|log| log.append(&act))),
                (Job::ReadLog, _) => tell_log(inbox, log.map(Log::read)),
                (Job::Known(_), None) => {}
            }
        }
        if let (Some(edition), Some(finder)) = (facets, &finder) {
            facets = None;
            drop(inbox.send(Message::Facets(edition, finder.facets().into())));
        }
        if let (Some((generation, query)), Some(finder)) = (question, &finder) {
            drop(inbox.send(Message::Found(finder.find(generation, &query).into())));
        }
        if let Some(library) = unread {
            library.look_through();
        }
    }
}

/// The library with the user's corrections over it; the same one where there are none.
pub fn correct(base: &Arc<Library>, notes: &Notes) -> Arc<Library> {
    match corrected(&base.chronicle, notes) {
        Some(chronicle) => Library::new(Arc::new(chronicle), Arc::clone(&base.report))
            .with_keys()
            .into(),
        None => Arc::clone(base),
    }
}

/// Tells what the log holds, and what is wrong with it.
fn tell_log(inbox: &Sender<Message>, read: Option<Result<Read, LogError>>) {
    let notice = match read {
        None => Notice::failure("marks and notes are not saved: there is no folder for them"),
        Some(Err(error)) => Notice::failure(format!("marks and notes are not saved: {error}")),
        Some(Ok(read)) => {
            drop(inbox.send(Message::Kept(read.notes)));
            match read.problems.first() {
                Some(problem) => Notice::failure(problem.clone()),
                None => return,
            }
        }
    };
    drop(inbox.send(Message::Notice(notice)));
}
