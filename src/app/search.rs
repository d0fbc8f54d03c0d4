//! The search bar: what is typed, what was asked, and the answer that is shown.

use super::found::{Context, Found};
use super::line::Line;
use crate::chronicle::EventId;

/// The search bar and its answer.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What is typed.
    pub line: Line,
    /// Whether the last question waits for its answer.
    pub(super) waiting: bool,
    /// The number of the last question.
    pub generation: u64,
    /// The last answer; `None` while nothing is searched for.
    pub found: Option<Found>,
    /// How the answer is shown.
    pub context: Context,
    /// The days that are shown around an event: this event, and so many days each way.
    pub around: (Option<EventId>, i64),
    /// Questions asked before, the latest last.
    pub history: Vec<String>,
}

impl Search {
    /// The events found, where others are listed as well.
    pub fn marked(&self) -> Option<&Found> {
        let found = self.found.as_ref()?;
        (self.context != Context::Only).then_some(found)
    }

    /// Whether an event is shown, but is not among those found.
    pub fn dims(&self, id: EventId) -> bool {
        let found = self.found.as_ref();
        self.context == Context::Mark && found.is_some_and(|found| !found.has(id))
    }

    /// The events found, in order; `None` while nothing is searched for.
    pub fn hits(&self) -> Option<&[EventId]> {
        self.found.as_ref().map(|found| &*found.ids)
    }

    /// The number of the question whose answer is shown; `None` while nothing is searched for.
    pub fn generation_shown(&self) -> Option<u64> {
        self.found.as_ref().map(|found| found.generation)
    }
}
