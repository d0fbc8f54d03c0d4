//! The edge: the terminal, the threads, the disk.
//!
//! [`run`] shows a [`Session`] until its user leaves. The main thread folds messages into the model
//! and draws; `input` reads keys; `worker` answers searches; `load` reads files while the browser is
//! already open; `signals` and `hangup` see to it that the terminal is left as it was found. All of
//! them send to one inbox. While nothing happens, all of them sleep.

mod background;
mod event_loop;
mod finder;
mod hangup;
mod input;
mod life;
mod links;
mod loading;
mod opener;
mod outside;
mod panics;
mod query;
mod screen;
mod signals;
mod worker;

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use ratatui::Terminal;
use ratatui::buffer::Buffer;

use crate::app::keymap::Keymap;
use crate::app::library::Library;
use crate::app::message::Notice;
use crate::app::tour::Tour;
use crate::app::{Effect, Message, Model};
use crate::document::Copies;
use crate::error::{Category, Error};
use crate::load::Root;
use crate::notes::Log;
use crate::time::Date;
use crate::ui::{Theme, links};
use links::Links;
use loading::Loads;

pub use event_loop::{Edge, browse};
pub use finder::Finder;
pub use loading::Files;
pub use query::{Told, ask};
pub use signals::too_large_is_an_error;
pub use worker::correct;

/// What to show.
pub struct Session {
    /// What is shown at once.
    pub library: Library,
    /// What is read, if anything; its library takes the place of the first.
    pub files: Option<Files>,
    /// Which keys do what.
    pub keymap: Keymap,
    /// The look; `None` asks the terminal.
    pub theme: Option<Theme>,
    /// Where marks and notes are kept, if anywhere.
    pub log: Option<Log>,
    /// Whether addresses on the screen can be followed (OSC 8).
    pub hyperlinks: bool,
    /// Whether the mouse is ours from the start.
    pub mouse: bool,
    /// A tour, if it begins with one.
    pub tour: Option<Tour>,
    /// Queries that the user gave names to: name and query.
    pub saved: Vec<(String, String)>,
    /// Something to tell at the start.
    pub notice: Option<Notice>,
}

/// Shows a session in the terminal until its user leaves.
///
/// # Errors
/// If there is no terminal, or it cannot be written to.
pub fn run(session: Session) -> Result<(), Error> {
    let reads_stdin = |files: &Files| files.roots.contains(&Root::Stdin);
    require_terminal(session.files.as_ref().is_some_and(reads_stdin))?;
    let (sender, inbox) = mpsc::channel();
    let failed = |error: io::Error| {
        Error::new(Category::Output, "the terminal cannot be written to").because(error)
    };
    panics::install(crate::config::state());
    signals::watch(sender.clone()).map_err(failed)?;
    let mut model = Model::new(session.library, session.keymap, Date::today());
    model.notice = session.notice;
    model.mouse = session.mouse;
    model.tour = session.tour;
    model.saved = session.saved.into();
    let mut screen = Terminal::new(screen::Screen::stdout()).map_err(failed)?;
    life::mouse(session.mouse);
    life::enter().map_err(failed)?;
    let (theme, told) = session
        .theme
        .map_or_else(background::theme, |theme| (theme, Told::settled()));
    input::give_back(&told.typed, &sender);
    let (jobs, wanted) = mpsc::channel();
    let mut edge = Tty {
        waiting: Some(Waiting {
            answered: told.answered,
            files: session.files,
            log: session.log,
            today: model.today,
            wanted,
        }),
        failed: None,
        worker: None,
        loads: None,
        links: session.hyperlinks.then(Links::default),
        library: model.library.clone(),
        inbox: sender,
        jobs,
    };
    let ended = browse(&mut screen, &mut model, &theme, &inbox, &mut edge);
    life::leave();
    let begun = edge.finish();
    ended.and(begun).map_err(failed)
}

/// The browser needs a keyboard and a screen; everything else has a command.
fn require_terminal(reads_stdin: bool) -> Result<(), Error> {
    let term = std::env::var_os("TERM").unwrap_or_default();
    let keys = if reads_stdin {
        std::fs::File::open("/dev/tty").is_ok()
    } else {
        io::stdin().is_terminal()
    };
    let reason = if !keys {
        "standard input is no terminal"
    } else if !io::stdout().is_terminal() {
        "standard output is no terminal"
    } else if term.is_empty() || term == "dumb" {
        "this terminal cannot place its cursor (TERM is dumb or not set)"
    } else {
        return Ok(());
    };
    let advice = "the browser cannot open; for lines of text use: linchpin search QUERY";
    Err(Error::new(Category::Usage, format!("{reason}: {advice}")))
}

/// The edge of a session in a real terminal.
struct Tty {
    /// What begins when the first frame is on the screen.
    waiting: Option<Waiting>,
    /// Why it could not begin.
    failed: Option<io::Error>,
    inbox: Sender<Message>,
    loads: Option<Loads>,
    /// Where addresses on the screen can be followed.
    links: Option<Links>,
    jobs: Sender<worker::Job>,
    worker: Option<JoinHandle<()>>,
    library: Arc<Library>,
}

/// What the threads need that do not begin before there is something to see.
struct Waiting {
    /// Whether the terminal has answered everything that it was asked.
    answered: bool,
    files: Option<Files>,
    log: Option<Log>,
    today: Date,
    wanted: Receiver<worker::Job>,
}

impl Tty {
    /// Begins to read keys, to answer and to load.
    fn start(&mut self, waiting: Waiting) -> io::Result<()> {
        hangup::watch()?;
        input::watch(self.inbox.clone(), waiting.answered)?;
        let worker = worker::start(
            waiting.wanted,
            self.inbox.clone(),
            waiting.today,
            waiting.log,
        )?;
        self.worker = Some(worker);
        let files = waiting.files;
        self.loads = files
            .map(|files| Loads::start(files, &self.inbox))
            .transpose()?;
        Ok(())
    }

    /// Reads the files again.
    fn load(&self, copies: Copies) {
        let read = match &self.loads {
            Some(loads) => loads.again(copies),
            None => Err(Notice::info(
                "no file was opened: this is the built-in record",
            )),
        };
        if let Err(notice) = read {
            drop(self.inbox.send(Message::Notice(notice)));
        }
    }

    /// Waits for what is still to be saved.
    ///
    /// # Errors
    /// If the threads could not begin.
    fn finish(self) -> io::Result<()> {
        drop(self.jobs);
        // A panic there has already ended the program.
        drop(self.worker.map(JoinHandle::join));
        self.failed.map_or(Ok(()), Err)
    }

    fn send(&self, job: worker::Job) {
        // The worker ends only with the program.
        drop(self.jobs.send(job));
    }
}

impl Edge for Tty {
    fn begin(&mut self) -> ControlFlow<()> {
        let begun = self.waiting.take().map(|waiting| self.start(waiting));
        if let Some(Err(error)) = begun {
            self.failed = Some(error);
            return ControlFlow::Break(());
        }
        self.send(worker::Job::ReadLog);
        self.send(worker::Job::Index(self.library.clone()));
        ControlFlow::Continue(())
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Search { generation, query } => {
                self.send(worker::Job::Search { generation, query });
            }
            Effect::Index(library) => self.send(worker::Job::Index(library)),
            Effect::Facets(edition) => self.send(worker::Job::Facets(edition)),
            Effect::Related(event, likeness, forward) => {
                self.send(worker::Job::Related(event, likeness, forward));
            }
            Effect::Keep(act) => self.send(worker::Job::Keep(act)),
            Effect::Correct(base, notes) => self.send(worker::Job::Correct(base, notes)),
            Effect::Known(kept) => self.send(worker::Job::Known(kept)),
            Effect::Copy { text, what } => {
                drop(self.inbox.send(Message::Notice(outside::copy(&text, what))));
            }
            Effect::Save { name, text } => {
                drop(
                    self.inbox
                        .send(Message::Notice(outside::save(&name, &text))),
                );
            }
            Effect::Load(copies) => self.load(copies),
            Effect::StopLoading => {
                if let Some(loads) = &self.loads {
                    loads.stop();
                }
            }
            Effect::OpenLink { link, which } => {
                let mut notice = opener::open(&link, &self.inbox);
                if which.1 > 1 {
                    notice.text = format!("link {} of {}: {}", which.0, which.1, notice.text);
                }
                drop(self.inbox.send(Message::Notice(notice)));
            }
            Effect::Edit { path, sentence } => {
                if let Err(notice) = opener::edit(&path, &sentence) {
                    drop(self.inbox.send(Message::Notice(notice)));
                }
                drop(self.inbox.send(Message::Continued));
            }
            Effect::Mouse(ours) => {
                let _writing = life::lock();
                life::mouse(ours);
            }
            Effect::Suspend => life::suspend(),
            Effect::Redraw | Effect::Quit => {}
        }
    }

    fn may_draw(&self) -> bool {
        life::is_on()
    }

    fn drawn(&mut self, frame: &Buffer, model: &Model, anew: bool) {
        if let Some(told) = &mut self.links {
            drop(life::Tty.write_all(&told.bytes(frame, links(model), anew)));
        }
    }
}
