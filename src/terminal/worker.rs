//! The thread that answers searches.
//!
//! Of the questions that wait, only the last is answered. The index is built after the first frame.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crate::app::Message;
use crate::app::found::Found;
use crate::app::library::Library;
use crate::text::fold;

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
}

/// Begins to wait for work.
pub(super) fn start(inbox: Sender<Message>) -> io::Result<Sender<Job>> {
    let (sender, jobs) = mpsc::channel();
    thread::Builder::new()
        .name("worker".to_owned())
        .spawn(move || work(&jobs, &inbox))?;
    Ok(sender)
}

fn work(jobs: &Receiver<Job>, inbox: &Sender<Message>) {
    let mut finder: Option<Finder> = None;
    while let Ok(first) = jobs.recv() {
        let mut question = None;
        for job in std::iter::once(first).chain(jobs.try_iter()) {
            match job {
                Job::Index(library) => finder = Some(Finder::new(library)),
                Job::Search { generation, query } => question = Some((generation, query)),
            }
        }
        if let (Some((generation, query)), Some(finder)) = (question, &finder) {
            let found = finder.find(generation, &query);
            if inbox.send(Message::Found(found)).is_err() {
                return;
            }
        }
    }
}

/// Answers questions about a library.
pub struct Finder {
    library: Arc<Library>,
}

impl Finder {
    /// Builds what answering needs.
    pub fn new(library: Arc<Library>) -> Self {
        Self { library }
    }

    /// Answers a question.
    pub fn find(&self, generation: u64, query: &str) -> Found {
        let chronicle = &self.library.chronicle;
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        let fits = |event: &crate::chronicle::Event| {
            let mut text = fold(&event.title);
            for participant in &event.participants {
                text.push_str(&fold(chronicle.name(participant)));
            }
            for place in &event.places {
                text.push_str(&fold(chronicle.place_name(place)));
            }
            words.iter().all(|word| text.contains(word))
        };
        let ids: Vec<_> = chronicle
            .ids()
            .filter(|id| fits(chronicle.event(*id)))
            .collect();
        Found {
            generation,
            ids: ids.into(),
            tier: Some("plain"),
            words,
            ..Found::default()
        }
    }
}
