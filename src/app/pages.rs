//! Pages that open over the body: why an event is told so, its sources side by side, a brief, and
//! what the program rests on.

mod about;
mod brief;
mod sources;
mod why;

use super::detail::TextLine;
use super::library::Library;
use crate::chronicle::EventId;
use crate::export::Format;

pub use brief::{Draft, text as brief_text};

/// What a page tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Why an event is told as it is.
    Why(EventId),
    /// The sources of an event side by side.
    Sources(EventId),
    /// About the program and what it rests on.
    About,
    /// A brief in a format, as it will be written.
    Brief(Draft, Format),
}

/// A page with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageView {
    /// What it tells.
    pub kind: Kind,
    /// The lines, for the width of the screen.
    pub lines: Vec<TextLine>,
    /// The first line in view.
    pub scroll: usize,
}

impl PageView {
    /// A page for a width.
    pub fn new(kind: Kind, library: &Library, width: usize) -> Self {
        let lines = match &kind {
            Kind::Why(id) => why::lines(library, *id, width),
            Kind::Sources(id) => sources::lines(library, *id, width),
            Kind::About => about::lines(library, width),
            Kind::Brief(draft, format) => brief::lines(library, draft, *format, width),
        };
        Self {
            kind,
            lines,
            scroll: 0,
        }
    }

    /// The heading of the page.
    pub fn title(&self) -> String {
        match &self.kind {
            Kind::Why(_) => "Why?".to_owned(),
            Kind::Sources(_) => "Sources side by side".to_owned(),
            Kind::About => "About".to_owned(),
            Kind::Brief(draft, format) => {
                let count = draft.events.len();
                let plural = if count == 1 { "" } else { "s" };
                format!("Brief · {count} event{plural} · {format}")
            }
        }
    }
}
