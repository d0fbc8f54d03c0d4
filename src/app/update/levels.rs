//! A level deeper, a level back: from the list to the detail, out of what is open, to the end.

use crate::app::action::Action;
use crate::app::message::Effect;
use crate::app::model::{Focus, Model, Overlay, View};
use crate::app::timeline::Zoom;

impl Model {
    /// One level back. `quit` leaves the program from the last level.
    pub(super) fn back(&mut self, quit: bool) -> Vec<Effect> {
        if let Some(Overlay::Help { typing, filter, .. }) = &mut self.overlay {
            if *typing {
                *typing = false;
                return Vec::new();
            }
            if !filter.is_empty() && !quit {
                filter.clear();
                return Vec::new();
            }
        }
        if self.overlay.take().is_some() {
            self.return_to_review();
            return Vec::new();
        }
        if let View::Directory(directory) = &mut self.view {
            if directory.typing {
                directory.typing = false;
            } else if directory.leave_company() {
                return Vec::new();
            } else if self.focus == Focus::Detail {
                self.focus = Focus::List;
                self.detail.full = false;
            } else if !directory.filter.is_empty() {
                directory.filter.clear();
                directory.narrow();
            } else if directory.scope.has_period() {
                let all = directory.scope.without_period();
                directory.reopen(&self.library, all);
            } else {
                self.view = View::Timeline;
            }
            return Vec::new();
        }
        match self.focus {
            Focus::Search => self.end_search(),
            Focus::Jump => self.cancel_jump(),
            Focus::Ribbon => self.focus = Focus::List,
            Focus::Detail => {
                self.focus = Focus::List;
                self.detail.full = false;
            }
            Focus::List if self.detail.full => self.detail.full = false,
            Focus::List if self.split.is_some() => self.close_split(),
            Focus::List if self.search.found.is_some() || !self.search.line.is_empty() => {
                self.clear_search();
            }
            Focus::List if self.timeline.zoom() != Zoom::Event => {
                self.timeline.zoom_to(&self.library, Zoom::Event);
            }
            Focus::List if quit => return vec![Effect::Quit],
            Focus::List => {}
        }
        Vec::new()
    }

    pub(super) fn go_in(&mut self, action: Action) {
        if self.goes_into_row() {
            return;
        }
        match (self.focus, action) {
            (Focus::Detail, _) => self.detail.full = !self.detail.full,
            (_, Action::Open) => {
                self.detail.full = true;
                self.focus = Focus::Detail;
            }
            _ => {
                self.detail.full = self.panes.detail.is_empty();
                self.focus = Focus::Detail;
            }
        }
    }

    pub(super) fn go_out(&mut self) {
        if self.focus == Focus::List && !self.detail.full {
            self.goes_out_of_row();
        }
        self.detail.full = false;
        self.focus = Focus::List;
    }
}
