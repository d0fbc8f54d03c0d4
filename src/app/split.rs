//! Two timelines side by side, locked in time.
//!
//! The model's own timeline and search are those that have the keys; the other pair waits here and
//! changes places with them. While the cursor of the one moves, the other follows to the same day.

use super::library::Library;
use super::panes::Half;
use super::search::Search;
use super::timeline::Timeline;
use crate::chronicle::EventId;

/// The timeline that does not have the keys.
#[derive(Debug, Clone)]
pub struct Split {
    /// Its list.
    pub timeline: Timeline,
    /// Its search.
    pub search: Search,
    /// Which of the two has the keys.
    pub active: Half,
    /// The event that it has followed.
    pub(super) followed: Option<EventId>,
    /// Whether its search is to be asked again, of another library.
    pub(super) stale: bool,
}

impl Split {
    /// Goes where the cursor of the other one has gone: to that event, or to the last that begins
    /// by its day; and to the same row of the view, where that can be.
    pub(super) fn follow(&mut self, library: &Library, selected: Option<EventId>, row: usize) {
        if self.followed == selected {
            return;
        }
        self.followed = selected;
        let Some(id) = selected else { return };
        let shown = &self.timeline.shown;
        let rank = shown.rank_of(id).unwrap_or_else(|| {
            let after = match library.first_day(id) {
                Some(day) => self.timeline.rank_from_day(library, day.plus_days(1)),
                None => shown.len(),
            };
            after.saturating_sub(1)
        });
        self.timeline.rest_on(rank);
        if !self.timeline.shown.is_empty() {
            self.timeline.put_cursor_at(library, row);
        }
    }
}
