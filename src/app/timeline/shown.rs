//! Which events are listed: all, a run of them, or some.

use std::ops::Range;
use std::sync::Arc;

use crate::chronicle::EventId;

/// The events that the list shows, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// A run of ids.
    Run(Range<u32>),
    /// Some ids, sorted.
    Only(Arc<[EventId]>),
}

impl Default for Shown {
    fn default() -> Self {
        Self::Run(0..0)
    }
}

impl Shown {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Run(run) => run.len(),
            Self::Only(ids) => ids.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The event at a rank of this list.
    pub fn id(&self, rank: usize) -> Option<EventId> {
        match self {
            Self::Run(run) => (rank < run.len()).then(|| EventId(run.start + rank as u32)),
            Self::Only(ids) => ids.get(rank).copied(),
        }
    }

    /// The rank of the first event that is `id` or comes after it; the length if none does.
    pub fn rank_from(&self, id: EventId) -> usize {
        match self {
            Self::Run(run) => id.0.clamp(run.start, run.end) as usize - run.start as usize,
            Self::Only(ids) => ids.partition_point(|other| *other < id),
        }
    }

    /// The rank of an event, if it is in the list.
    pub fn rank_of(&self, id: EventId) -> Option<usize> {
        let rank = self.rank_from(id);
        (self.id(rank) == Some(id)).then_some(rank)
    }
}
