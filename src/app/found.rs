//! The answer to a search, as the screen needs it.

use std::ops::Range;
use std::sync::Arc;

use crate::chronicle::EventId;

/// What a search found. Answers carry the generation of their question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The number of the question.
    pub generation: u64,
    /// Every event that fits, in the order of time.
    pub ids: Arc<[EventId]>,
    /// The event that fits best.
    pub best: Option<EventId>,
    /// How the words were found: "exact", "prefix".
    pub tier: Option<&'static str>,
    /// Events that would fit more loosely and are folded away.
    pub loose: usize,
    /// What is wrong with the query, by bytes of it.
    pub issues: Vec<(Range<usize>, String)>,
    /// A sentence that answers it: the last one, how many, the one before.
    pub answer: Option<String>,
    /// Why nothing was found and what is near.
    pub nothing: Option<String>,
    /// The words that were looked for, folded, to be marked in titles.
    pub words: Vec<String>,
}

impl Found {
    /// Whether an event is among those found.
    pub fn has(&self, id: EventId) -> bool {
        self.ids.binary_search(&id).is_ok()
    }
}

/// How the events that were found are shown among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Context {
    /// Only what was found.
    #[default]
    Only,
    /// Everything within some days of the event under the cursor.
    Around,
    /// Everything, with the rest dimmed.
    Mark,
}

impl Context {
    /// The next in the cycle.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Only => Self::Around,
            Self::Around => Self::Mark,
            Self::Mark => Self::Only,
        }
    }
}
