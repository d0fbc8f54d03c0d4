//! The event under the cursor, told in lines.
//!
//! The lines are made when the cursor or the width changes, not when they are drawn, so that
//! scrolling knows how many there are.

mod tell;

use super::library::Library;
use super::role::Role;
use crate::chronicle::{EventId, Str};
use crate::notes::OfEvent;

pub use tell::{Page, Piece, TextLine};

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
    made_for: Option<(Option<EventId>, usize, (u64, u64))>,
    /// The key of the event that the lines tell.
    key: Option<Str<'static>>,
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
        let wanted = Some((event, width, edition));
        if self.made_for == wanted {
            return;
        }
        let key = event.and_then(|id| Some(library.chronicle.get(id)?.key.clone()));
        if self.key != key {
            self.scroll = 0;
            self.key = key;
        }
        self.made_for = wanted;
        let mut page = Page::new(width);
        match event.and_then(|id| library.chronicle.get(id)) {
            Some(event) => tell::event(&mut page, library, event, kept),
            None => page.wrapped(&[(Role::Dim, "Nothing is listed.")], 0),
        }
        self.lines = page.finish();
    }

    /// Scrolls by lines, stopping where the last line is the last in view.
    pub fn scroll_by(&mut self, by: isize, height: usize) {
        let most = self.lines.len().saturating_sub(height);
        self.scroll = self.scroll.saturating_add_signed(by).min(most);
    }
}
