//! Back and forward over what was searched for, where the cursor stood, and how far out.

use crate::app::action::Action;
use crate::app::line::Line;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Focus, Model};
use crate::app::trail::Place;

impl Model {
    pub(super) fn place(&self) -> Place {
        Place {
            query: self.search.line.text().to_owned(),
            context: self.search.context,
            zoom: self.timeline.zoom(),
            event: self.selected().map(|(_, event)| event.key.clone()),
        }
    }

    /// Takes note of where the user is, unless something is being typed or waited for. A key that
    /// has begun a sequence may have moved the cursor only for now.
    pub(super) fn leave_trace(&mut self) {
        let settled = matches!(self.focus, Focus::List | Focus::Detail);
        if !settled || !self.pending.is_empty() || self.is_waiting() {
            return;
        }
        let jumped = std::mem::take(&mut self.jumped);
        if let Some(place) = self.going_to.take() {
            self.arrive(&place);
            let place = self.place();
            self.trail.rest(place);
        } else {
            let place = self.place();
            self.trail.step(place, jumped);
        }
    }

    /// Whether an action takes the cursor far away, so that one may want to come back.
    pub(super) const fn is_jump(action: Action) -> bool {
        matches!(
            action,
            Action::First
                | Action::Last
                | Action::Today
                | Action::NextKept
                | Action::PreviousKept
                | Action::NextSame
                | Action::PreviousSame
                | Action::NextLevel
                | Action::PreviousLevel
                | Action::NextThere
                | Action::PreviousThere
        )
    }

    /// Goes to the place before this one, or after it.
    pub(super) fn go_along_trail(&mut self, forward: bool) -> Vec<Effect> {
        let Some(place) = self.trail.go(forward) else {
            let which = if forward { "further" } else { "before this" };
            self.notice = Some(Notice::info(format!("there is nothing {which}")));
            return Vec::new();
        };
        self.focus = Focus::List;
        self.detail.full = false;
        let same = self.search.line.text() == place.query;
        self.search.line = Line::new(&place.query);
        let effects = if same { Vec::new() } else { self.ask() };
        self.going_to = Some(place);
        effects
    }

    /// The answer is there: what was shown then is shown again.
    fn arrive(&mut self, place: &Place) {
        if self.search.context != place.context {
            self.search.context = place.context;
            self.search.around.0 = place
                .event
                .as_ref()
                .and_then(|key| self.library.by_key(key));
            self.show_events(None);
        }
        if self.timeline.zoom() != place.zoom {
            self.timeline.zoom_to(&self.library, place.zoom);
        }
        let event = place
            .event
            .as_ref()
            .and_then(|key| self.library.by_key(key));
        if let Some(id) = event {
            self.timeline.select(&self.library, id);
        }
        let rows = self.panes.list.rows.height;
        self.timeline.keep_in_view(&self.library, rows.into());
    }
}
