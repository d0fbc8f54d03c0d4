//! The events of a chronicle: made when it is, or each when somebody first looks at it.
//!
//! The first screen shows some forty of the record's thousands of events, so start makes no more
//! than those; the rest follow when the index is built, beside the first screen.

use std::fmt;
use std::sync::OnceLock;

use super::Event;
use crate::time::DateRange;

/// Events that can be made one by one. All are dated, and in the order of a chronicle.
pub trait Rows: fmt::Debug + Send + Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// First and last possible day of one, below [`Rows::count`]. Costs less than the event.
    fn range(&self, at: usize) -> DateRange;

    /// One, below [`Rows::count`]. The same at every call.
    fn event(&self, at: usize) -> Event;
}

#[derive(Debug, Clone)]
pub(super) enum Store {
    Made(Vec<Event>),
    Rows {
        rows: &'static dyn Rows,
        made: Vec<OnceLock<Box<Event>>>,
    },
}

impl Store {
    pub(super) fn rows(rows: &'static dyn Rows) -> Self {
        Self::Rows {
            rows,
            made: vec![OnceLock::new(); rows.count()],
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Made(events) => events.len(),
            Self::Rows { made, .. } => made.len(),
        }
    }

    pub(super) fn get(&self, at: usize) -> Option<&Event> {
        match self {
            Self::Made(events) => events.get(at),
            Self::Rows { rows, made } => {
                let made = made.get(at)?;
                Some(made.get_or_init(|| Box::new(rows.event(at))))
            }
        }
    }

    /// The events that documents may tell. No document tells rows.
    pub(super) fn told_by_documents(&mut self) -> &mut [Event] {
        match self {
            Self::Made(events) => events,
            Self::Rows { .. } => &mut [],
        }
    }

    pub(super) fn range(&self, at: usize) -> Option<DateRange> {
        match self {
            Self::Made(events) => events.get(at)?.range(),
            Self::Rows { rows, made } => (at < made.len()).then(|| rows.range(at)),
        }
    }
}
