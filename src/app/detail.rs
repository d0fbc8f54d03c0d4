//! The event under the cursor, told in lines.
//!
//! The lines are made when the cursor or the width changes, not when they are drawn, so that
//! scrolling knows how many there are.

mod lines;
mod period;
mod tell;

use super::library::Library;
use super::role::Role;
use super::timeline::Zoom;
use crate::chronicle::{EventId, Str};
use crate::notes::OfEvent;

pub use lines::{Opens, Page, Piece, TextLine};
pub use period::PeriodOf;

/// The detail pane.
#[derive(Debug, Clone, Default)]
pub struct Detail {
    /// Whether it has the whole body.
    pub full: bool,
    /// The first line in view.
    pub scroll: usize,
    /// The lines.
    pub lines: Vec<TextLine>,
    /// What the lines were made for.
    made_for: Option<(Subject, usize, (u64, u64))>,
    /// The key of the event that the lines tell.
    key: Option<Str<'static>>,
}

/// What the lines tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Event(Option<EventId>),
    /// A period, by its first and last event and their number, and the event under the cursor; of
    /// which answer.
    Period(Zoom, [Option<EventId>; 3], usize, Option<u64>),
}

impl Detail {
    /// Makes the lines anew if they are for another event, width or edition of the library.
    pub fn refresh(
        &mut self,
        library: &Library,
        event: Option<EventId>,
        kept: Option<&OfEvent>,
        width: usize,
        edition: (u64, u64),
    ) {
        if !self.is_new(Subject::Event(event), width, edition) {
            return;
        }
        let key = event.and_then(|id| Some(library.chronicle.get(id)?.key.clone()));
        if self.key != key {
            self.scroll = 0;
            self.key = key;
        }
        let mut page = Page::new(width);
        match event.and_then(|id| library.chronicle.get(id)) {
            Some(event) => tell::event(&mut page, library, event, kept),
            None => page.wrapped(&[(Role::Dim, "Nothing is listed.")], 0),
        }
        self.lines = page.finish();
    }

    /// The same for a period; `answer` is the number of the answer that the list shows.
    pub fn refresh_period(
        &mut self,
        library: &Library,
        of: &PeriodOf<'_>,
        answer: Option<u64>,
        width: usize,
        edition: (u64, u64),
    ) {
        let last = of
            .ranks
            .end
            .checked_sub(1)
            .and_then(|rank| of.shown.id(rank));
        let events = [of.shown.id(of.ranks.start), last, of.selected];
        let subject = Subject::Period(of.zoom, events, of.ranks.len(), answer);
        let same = self.made_for.map(|(subject, _, _)| subject) == Some(subject);
        if self.is_new(subject, width, edition) {
            if !same {
                self.scroll = 0;
            }
            self.key = None;
            let mut page = Page::new(width);
            period::period(&mut page, library, of);
            self.lines = page.finish();
        }
    }

    /// Takes note of what is wanted; whether the lines are for something else.
    fn is_new(&mut self, subject: Subject, width: usize, edition: (u64, u64)) -> bool {
        self.made_for.replace((subject, width, edition)) != Some((subject, width, edition))
    }

    /// Scrolls by lines, stopping where the last line is the last in view.
    pub fn scroll_by(&mut self, by: isize, height: usize) {
        let most = self.lines.len().saturating_sub(height);
        self.scroll = self.scroll.saturating_add_signed(by).min(most);
    }
}
