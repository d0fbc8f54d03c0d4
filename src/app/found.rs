//! The answer to a search, as the screen needs it.

use std::ops::Range;
use std::sync::Arc;

use crate::chronicle::EventId;
use crate::search::Facets;
use crate::time::Date;

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
    /// The last day that the sources of what was found cover, where it is known.
    pub reach: Option<Date>,
    /// What the events found are about.
    pub facets: Facets,
}

impl Found {
    /// Whether an event is among those found.
    pub fn has(&self, id: EventId) -> bool {
        self.ids.binary_search(&id).is_ok()
    }
}

/// In what an event is like another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// Everyone of the one took part in the other.
    Participants,
    /// The same countries at the same level: leaders with leaders.
    Level,
    /// The same place.
    Place,
}

impl Likeness {
    /// As a notice says it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Participants => "with the same participants",
            Self::Level => "of the same countries at that level",
            Self::Place => "in that place",
        }
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

/// What all events are about, as far as it was asked for.
#[derive(Debug, Clone, Default)]
pub enum Everything {
    /// It was not.
    #[default]
    Unasked,
    /// It was, and is not told yet.
    Asked {
        /// Whether the facets open then.
        opens: bool,
    },
    /// It is told.
    Known(Facets),
}

impl Everything {
    /// What is told.
    pub const fn known(&self) -> Option<&Facets> {
        match self {
            Self::Known(facets) => Some(facets),
            Self::Unasked | Self::Asked { .. } => None,
        }
    }

    /// Whether the user waits for it.
    pub const fn is_wanted(&self) -> bool {
        matches!(self, Self::Asked { opens: true })
    }
}
