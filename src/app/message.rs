//! What happened, and what the edge is asked to do.

use std::path::PathBuf;
use std::sync::Arc;

use super::found::{Found, Likeness};
use super::keypress::KeyPress;
use super::library::Library;
use crate::chronicle::EventId;
use crate::document::Copies;
use crate::notes::{Act, Notes};
use crate::search::{Facets, Kept};
use crate::text::Link;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(KeyPress),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size, in cells.
    Resize(u16, u16),
    /// The mouse did something at a column and a row.
    Mouse(Mouse, u16, u16),
    /// A search was answered.
    Found(Box<Found>),
    /// What all events of an edition of the library are about.
    Facets(u64, Box<Facets>),
    /// The event like the first was looked for.
    Related(EventId, Option<EventId>),
    /// What the user's log holds; sent at the start and after each save.
    Kept(Notes),
    /// The files have been loaded: from now on this is shown.
    Opened(Arc<Library>),
    /// A library with the user's corrections over it was made of the first.
    Corrected(Arc<Library>, Arc<Library>),
    /// How far a load is.
    Progress(Progress),
    /// So many of the files have changed on the disk.
    Changed(usize),
    /// Something to tell the user.
    Notice(Notice),
    /// The program continues after it was stopped: everything is drawn again.
    Continued,
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The main button went down.
    Press,
    /// It moved with the main button down.
    Drag,
    /// The main button went up.
    Release,
    /// The wheel turned towards the user.
    WheelDown,
    /// The wheel turned away.
    WheelUp,
}

/// How far a load is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// What is being done: "reading", "indexing".
    pub what: String,
    /// Files done.
    pub done: usize,
    /// Files in all, as far as it is known.
    pub of: usize,
}

/// A sentence for the user, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something failed.
    pub failed: bool,
}

impl Notice {
    /// Something to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            failed: false,
        }
    }

    /// Something that failed.
    pub fn failure(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            failed: true,
        }
    }
}

/// Something that the edge must do.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Answer this question with [`Message::Found`].
    Search {
        /// The number of the question.
        generation: u64,
        /// The query as typed.
        query: String,
    },
    /// Answer with [`Message::Facets`] of all events; the number is the edition of the library.
    Facets(u64),
    /// Find the event before (or after, if true) that is like this one.
    Related(EventId, Likeness, bool),
    /// Add an act to the user's log, and answer with [`Message::Kept`].
    Keep(Act),
    /// Make this library anew with the corrections over it, and answer with
    /// [`Message::Corrected`].
    Correct(Arc<Library>, Notes),
    /// From now on these events are marked and noted for searches.
    Known(Kept),
    /// Put text into the clipboard.
    Copy {
        /// The text.
        text: String,
        /// What it is, for the notice.
        what: &'static str,
    },
    /// Open an address where the user browses the web.
    OpenLink {
        /// The address.
        link: Link,
        /// Which link it is, from 1, of how many.
        which: (usize, usize),
    },
    /// Open a file in the user's editor.
    Edit {
        /// The file.
        path: PathBuf,
        /// What to look for in it.
        sentence: String,
    },
    /// Take the mouse, or give it to the terminal.
    Mouse(bool),
    /// Write a new file in the current folder; never over one that is there.
    Save {
        /// The name, to which a number is added where it is taken.
        name: String,
        /// What to write.
        text: String,
    },
    /// Answer questions from this library from now on.
    Index(Arc<Library>),
    /// Read the files again, and answer with [`Message::Opened`].
    Load(Copies),
    /// End the load that goes on, and keep what it has.
    StopLoading,
    /// Draw the whole screen anew.
    Redraw,
    /// Stop, so that the shell has the terminal.
    Suspend,
    /// Leave the program.
    Quit,
}
