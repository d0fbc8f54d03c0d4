//! Zooming in and out, and folding dense days.

use crate::app::action::Action;
use crate::app::message::Notice;
use crate::app::model::{Focus, Model};
use crate::app::timeline::Zoom;

impl Model {
    /// One level in or out; the cursor stays on its event.
    pub(super) fn zoom(&mut self, closer: bool) {
        let zoom = self.timeline.zoom();
        let to = if closer { zoom.closer() } else { zoom.wider() };
        match to {
            Some(to) => {
                self.focus = Focus::List;
                self.detail.full = false;
                self.timeline.zoom_to(&self.library, to);
            }
            None if closer => self.notice = Some(Notice::info("these are the single events")),
            None => self.notice = Some(Notice::info("these are the decades: no further out")),
        }
    }

    /// What going in means in the list before it means the detail: into a period, or opening a
    /// fold. Whether it meant that.
    pub(super) fn goes_into_row(&mut self) -> bool {
        if self.focus != Focus::List {
            return false;
        }
        if self.timeline.zoom() != Zoom::Event {
            self.zoom(true);
            return true;
        }
        match self.timeline.fold(&self.library) {
            Some(fold) if fold.hidden.contains(&self.timeline.cursor) => {
                let closed = !self.timeline.is_open(&fold);
                self.timeline.set_open(&fold, true);
                closed
            }
            _ => false,
        }
    }

    /// What going out means in the list: out of a period, or closing an open fold.
    pub(super) fn goes_out_of_row(&mut self) {
        if self.timeline.zoom() != Zoom::Event {
            self.zoom(false);
        } else if let Some(fold) = self.timeline.fold(&self.library) {
            self.timeline.set_open(&fold, false);
        }
    }

    /// Opens or closes the fold of the day under the cursor.
    pub(super) fn toggle_fold(&mut self) {
        match self.timeline.fold(&self.library) {
            Some(fold) => {
                let open = self.timeline.is_open(&fold);
                self.timeline.set_open(&fold, !open);
            }
            None if self.timeline.zoom() == Zoom::Event => {
                self.notice = Some(Notice::info("nothing is folded away on this day"));
            }
            None => self.zoom(true),
        }
    }

    /// Goes to the next or previous of the listed events that the user marked or noted.
    pub(super) fn kept_rank(&self, action: Action) -> Option<usize> {
        let here = self.timeline.under_cursor();
        let shown = &self.timeline.shown;
        let ranks = |ids: &[crate::chronicle::EventId]| -> Option<usize> {
            let mut ranks = ids.iter().filter_map(|id| shown.rank_of(*id));
            match action {
                Action::NextKept => ranks.find(|rank| *rank >= here.end),
                _ => ranks.rev().find(|rank| *rank < here.start),
            }
        };
        let both = [ranks(&self.kept.marked), ranks(&self.kept.noted)];
        let both = both.into_iter().flatten();
        match action {
            Action::NextKept => both.min(),
            _ => both.max(),
        }
    }
}
