//! Opening and closing the second timeline, and going from one to the other.

use crate::app::action::Action;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Focus, Model};
use crate::app::panes::Half;
use crate::app::split::Split;

impl Model {
    /// Shows two timelines, the second with the keys; or only the one that has them.
    pub(super) fn toggle_split(&mut self) {
        if self.split.take().is_some() {
            return;
        }
        self.focus = Focus::List;
        self.detail.full = false;
        self.split = Some(Box::new(Split {
            timeline: self.timeline.clone(),
            search: self.search.clone(),
            active: Half::Second,
            followed: self.timeline.selected(),
            stale: false,
        }));
        let keys = |action| {
            self.keymap
                .keys_for(self.mode(), action)
                .unwrap_or_default()
        };
        self.notice = Some(Notice::info(format!(
            "two timelines, locked in time: {} changes, {} searches in this one, {} closes it",
            keys(Action::NextPane),
            keys(Action::Search),
            keys(Action::Quit),
        )));
    }

    /// Closes the second timeline; the first is as it was left.
    pub(super) fn close_split(&mut self) {
        if self
            .split
            .as_ref()
            .is_some_and(|split| split.active == Half::Second)
        {
            self.change_half();
        }
        self.split = None;
    }

    /// Gives the keys to the other timeline.
    pub(super) fn change_half(&mut self) {
        let Some(mut split) = self.split.take() else {
            return;
        };
        self.exchange(&mut split);
        split.active = split.active.other();
        // Nothing moves until the cursor does.
        split.followed = self.timeline.selected();
        self.split = Some(split);
        self.focus = Focus::List;
        let place = self.place();
        self.trail.rest(place);
    }

    /// Gives the keys to the next pane, or the one before.
    pub(super) fn next_pane(&mut self, forward: bool) {
        let detail = !self.panes.detail.is_empty();
        let Some(half) = self.split.as_ref().map(|split| split.active) else {
            self.focus = match self.focus {
                Focus::List if detail => Focus::Detail,
                _ => Focus::List,
            };
            return;
        };
        // First, second, detail.
        let last = if forward { Half::Second } else { Half::First };
        match self.focus {
            Focus::List if half == last && detail => self.focus = Focus::Detail,
            Focus::List => self.change_half(),
            _ if half == last => self.change_half(),
            _ => self.focus = Focus::List,
        }
    }

    /// A number for a question that neither timeline has asked.
    pub(super) fn next_generation(&self) -> u64 {
        let other = self
            .split
            .as_ref()
            .map_or(0, |split| split.search.generation);
        self.search.generation.max(other) + 1
    }

    /// Does something as if the other timeline had the keys.
    pub(super) fn swapped<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let mut split = self.split.take()?;
        self.exchange(&mut split);
        let done = act(self);
        self.exchange(&mut split);
        self.split = Some(split);
        Some(done)
    }

    fn exchange(&mut self, split: &mut Split) {
        std::mem::swap(&mut self.timeline, &mut split.timeline);
        std::mem::swap(&mut self.search, &mut split.search);
    }

    /// Asks the other timeline's search again if the library has changed since; only when nothing
    /// else is asked, for of several questions only the last is answered.
    pub(super) fn ask_other(&mut self) -> Vec<Effect> {
        let waiting = self.is_waiting();
        let generation = self.next_generation();
        let Some(split) = self.split.as_mut().filter(|split| split.stale && !waiting) else {
            return Vec::new();
        };
        split.stale = false;
        if split.search.line.text().trim().is_empty() {
            return Vec::new();
        }
        split.search.generation = generation;
        vec![Effect::Search {
            generation,
            query: split.search.line.text().to_owned(),
        }]
    }
}
