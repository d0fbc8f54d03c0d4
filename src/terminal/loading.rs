//! Reading files while the browser is already open, as often as they change.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::panics;
use crate::app::Message;
use crate::app::library::{FileLine, FileState, Library, Report};
use crate::app::message::{Notice, Progress};
use crate::document::Copies;
use crate::load::{self, LoadOptions, PackedReport, Root};
use crate::open::{Opened, With, open, own_options};
use crate::text::clean_line;

/// Files that are read, with the record or without it.
#[derive(Debug, Clone)]
pub struct Files {
    /// What is read.
    pub roots: Vec<Root>,
    /// Whether the record stands beside it.
    pub with: With,
}

impl Files {
    /// Reads everything. `tell` hears how far it is; `stop` ends it early, with what there is.
    pub fn read(
        &self,
        copies: Copies,
        tell: &(dyn Fn(Progress) + Sync),
        stop: &AtomicBool,
    ) -> Library {
        let told = Told {
            tell,
            stop,
            of: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
        };
        let options = LoadOptions {
            copies,
            ..own_options()
        };
        let Opened { chronicle, report } = open(&self.roots, self.with, &options, &told);
        let report = lines(&report);
        Library::new(Arc::new(chronicle), report).with_keys()
    }
}

/// The thread that reads files, and the one that watches them.
pub(super) struct Loads {
    wishes: Sender<Copies>,
    stop: Arc<AtomicBool>,
    /// Standard input has been read and cannot be read again.
    once: bool,
}

impl Loads {
    /// Begins to read and to watch.
    pub(super) fn start(files: Files, inbox: &Sender<Message>) -> io::Result<Self> {
        let (wishes, wished) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let once = files.roots.contains(&Root::Stdin);
        if !once {
            watch(files.roots.clone(), inbox.clone())?;
        }
        let (stopped, answers) = (Arc::clone(&stop), inbox.clone());
        thread::Builder::new()
            .name("load".to_owned())
            .spawn(move || {
                while let Ok(first) = wished.recv() {
                    // Of the wishes that wait, the last one holds.
                    let copies = wished.try_iter().last().unwrap_or(first);
                    // Sending fails only when the program is about to end.
                    let tell = |progress| drop(answers.send(Message::Progress(progress)));
                    stopped.store(false, Ordering::Relaxed);
                    panics::when_asked("loader");
                    let library = files.read(copies, &tell, &stopped);
                    drop(answers.send(Message::Opened(library.into())));
                }
            })?;
        let loads = Self { wishes, stop, once };
        let _ = loads.wishes.send(Copies::default());
        Ok(loads)
    }

    /// Reads everything again. Says why where it cannot.
    pub(super) fn again(&self, copies: Copies) -> Result<(), Notice> {
        if self.once {
            let why = "standard input was read to its end and cannot be read again";
            return Err(Notice::failure(why));
        }
        // The thread ends only with the program.
        let _ = self.wishes.send(copies);
        Ok(())
    }

    /// Ends the load that goes on.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Tells of changes in the files. Setting up may take long in a large folder, hence the thread.
fn watch(roots: Vec<Root>, inbox: Sender<Message>) -> io::Result<()> {
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            let changes = inbox.clone();
            let watched = load::watch(&roots, move |paths| {
                drop(changes.send(Message::Changed(paths.len())));
            });
            match watched {
                Ok(_watcher) => loop {
                    thread::park();
                },
                Err(error) => {
                    let text = format!("{error}: F5 reads the files again");
                    drop(inbox.send(Message::Notice(Notice::info(text))));
                }
            }
        })?;
    Ok(())
}

/// Hears of files and documents and tells the browser, at most a hundred times each.
struct Told<'a> {
    tell: &'a (dyn Fn(Progress) + Sync),
    stop: &'a AtomicBool,
    of: AtomicUsize,
    done: AtomicUsize,
}

impl Told<'_> {
    fn begin(&self, what: &str, of: usize) {
        self.of.store(of, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
        self.tell(what, 0, of);
    }

    fn one_more(&self, what: &str) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let of = self.of.load(Ordering::Relaxed).max(done);
        if done.is_multiple_of((of / 100).max(1)) && done < of {
            self.tell(what, done, of);
        }
    }

    fn tell(&self, what: &str, done: usize, of: usize) {
        (self.tell)(Progress {
            what: what.to_owned(),
            done,
            of,
        });
    }
}

impl load::Progress for Told<'_> {
    fn found(&self, files: usize) {
        self.begin("reading", files);
    }

    fn done(&self, _path: &Path) {
        self.one_more("reading");
    }

    fn understanding(&self, documents: usize) {
        self.begin("understanding", documents);
    }

    fn understood(&self) {
        self.one_more("understanding");
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// The report as the screen shows it.
fn lines(report: &PackedReport) -> Report {
    let mut lines = Report::default();
    lines.stopped = report.cancelled;
    for file in report.files() {
        let (state, reason) = match &file.state {
            load::FileState::Events => (FileState::Events, String::new()),
            load::FileState::Undated => {
                let why = file.why_undated().unwrap_or_default();
                (FileState::Undated, why.to_owned())
            }
            load::FileState::Skipped(why) => (FileState::Skipped, clean_line(why)),
            load::FileState::Trouble(why) => (FileState::Trouble, clean_line(&why.to_string())),
        };
        let reason = match file.warnings.first() {
            Some(warning) if reason.is_empty() => clean_line(&warning.to_string()),
            _ => reason,
        };
        lines.push(FileLine {
            path: &clean_line(&file.source.to_string()),
            state,
            events: file.events,
            reason: &reason,
        });
    }
    lines
}
