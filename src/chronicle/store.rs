//! The events of a chronicle: all made when it is, or each when somebody first looks at it.
//!
//! The first screen shows some forty of the record's thousands of events, so start makes no more
//! than those. Of a million rows of tables only those are made that somebody looks at, one by one;
//! who goes through all of them looks at events that are made for the occasion.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::packed::Packed;
use super::{Event, EventId, Kind, Status};
use crate::time::DateRange;

#[derive(Debug, Clone)]
pub(super) enum Store {
    Made(Vec<Event>),
    Packed { packed: Packed, made: Made },
}

/// Places for events that are made when somebody looks at them, in pages: a page that nobody looked at
/// takes no memory.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pages: Vec<OnceLock<Page>>,
    count: usize,
}

type Page = Box<[OnceLock<Box<Event>>]>;

/// Places of a page.
const PAGE: usize = 64;

impl Made {
    fn places(count: usize) -> Self {
        Self {
            pages: vec![OnceLock::new(); count.div_ceil(PAGE)],
            count,
        }
    }

    /// The place of an event, if there are so many.
    fn place(&self, at: usize) -> Option<&OnceLock<Box<Event>>> {
        let page = self.pages.get(at / PAGE).filter(|_| at < self.count)?;
        let places = page.get_or_init(|| vec![OnceLock::new(); PAGE].into());
        places.get(at % PAGE)
    }

    fn is_made(&self, at: usize) -> bool {
        let page = self.pages.get(at / PAGE).and_then(OnceLock::get);
        let place = page.and_then(|places| places.get(at % PAGE));
        place.is_some_and(|place| place.get().is_some())
    }

    fn forget(&mut self, at: usize) {
        let page = self.pages.get_mut(at / PAGE).and_then(OnceLock::get_mut);
        if let Some(place) = page.and_then(|places| places.get_mut(at % PAGE)) {
            *place = OnceLock::new();
        }
    }
}

impl Store {
    /// These events, in the order of a chronicle, and how many are dated.
    pub(super) fn made(mut events: Vec<Event>) -> (Self, usize) {
        let key = |event: &Event| (event.range().is_none(), event.range());
        // Keys are distinct, so the order is one; sorting in place takes no second list.
        events.sort_unstable_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.key.cmp(&b.key)));
        let dated = events.partition_point(|event| event.range().is_some());
        (Self::Made(events), dated)
    }

    /// The same of packed events.
    pub(super) fn packed(mut packed: Packed) -> (Self, usize) {
        let dated = packed.sort();
        (Self::in_order(packed), dated)
    }

    /// Packed events that are in the order of a chronicle.
    pub(super) fn in_order(packed: Packed) -> Self {
        Self::Packed {
            made: Made::places(packed.len()),
            packed,
        }
    }

    /// The same events with others in the place of some, in order, and how many are dated.
    pub(super) fn with(&self, changes: BTreeMap<EventId, Vec<Event>>) -> (Self, usize) {
        let stays = |at: usize| !changes.contains_key(&EventId(at as u32));
        match self {
            Self::Made(events) => {
                let own = events.iter().enumerate().filter(|(at, _)| stays(*at));
                let mut all: Vec<Event> = own.map(|(_, event)| event.clone()).collect();
                all.extend(changes.into_values().flatten());
                Self::made(all)
            }
            Self::Packed { packed, .. } => {
                let mut packed = packed.clone();
                packed.retain(stays);
                packed.extend(changes.into_values().flatten());
                Self::packed(packed)
            }
        }
    }

    /// Puts an event of the same days and key in the place of another.
    pub(super) fn replace(&mut self, at: usize, event: Event) {
        match self {
            Self::Made(events) => events[at] = event,
            Self::Packed { packed, made } => {
                packed.replace(at, event);
                made.forget(at);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Made(events) => events.len(),
            Self::Packed { packed, .. } => packed.len(),
        }
    }

    /// An event, made once and kept.
    pub(super) fn get(&self, at: usize) -> Option<&Event> {
        match self {
            Self::Made(events) => events.get(at),
            Self::Packed { packed, made } => {
                let place = made.place(at)?;
                let event = || packed.get(at).expect("as many places as events");
                Some(place.get_or_init(|| Box::new(event())))
            }
        }
    }

    /// An event, not kept if there may be a million of its sort.
    pub(super) fn look(&self, at: usize) -> Option<Cow<'_, Event>> {
        match self {
            Self::Packed { packed, made } if !packed.is_row(at) && !made.is_made(at) => {
                packed.get(at).map(Cow::Owned)
            }
            _ => self.get(at).map(Cow::Borrowed),
        }
    }

    pub(super) fn key(&self, at: usize) -> Option<&str> {
        match self {
            Self::Made(events) => events.get(at).map(|event| event.key.as_str()),
            Self::Packed { packed, .. } => packed.key(at),
        }
    }

    /// Kind and status of an event.
    pub(super) fn sort_of(&self, at: usize) -> Option<(Kind, Status)> {
        let packed = match self {
            Self::Packed { packed, .. } => packed.sort_of(at),
            Self::Made(_) => None,
        };
        packed.or_else(|| self.get(at).map(|event| (event.kind, event.status)))
    }

    pub(super) fn range(&self, at: usize) -> Option<DateRange> {
        match self {
            Self::Made(events) => events.get(at)?.range(),
            Self::Packed { packed, .. } => packed.range(at),
        }
    }
}
