//! What happened, in what order, and who says so?
//!
//! A [`Chronicle`] is all events in the order they happened, with the documents that tell them.
//! It is made once by `compile` and never changed.

mod copies;
mod event;
mod names;
mod person;

use std::ops::Range;

use crate::document::{DocId, Document};
use crate::gazetteer::Gazetteer;
use crate::time::DateRange;

pub use crate::record::{
    Confidence, CountryRow, Inferred, Kind, OfficeRow, OfficialRow, PlaceRow, Scope, SourceRow,
    Str, TopicRow,
};
pub use event::{Attestation, Event, Evidence, Participant, PlaceRef, SourceRef, Status, Who};
pub use person::Person;

/// The rank of an event in its chronicle: dated events first, by (first day, last day, key), then
/// the undated by key.
///
/// Sorted lists of ids are chronological, and the events that begin within a range of days are a
/// run of ids. An id means nothing to another chronicle: what is kept is [`Event::key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

impl EventId {
    /// The rank as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// All events in order, with their documents.
#[derive(Debug, Clone)]
pub struct Chronicle {
    gazetteer: Gazetteer,
    events: Vec<Event>,
    dated: usize,
    documents: Vec<Document>,
    /// For each document the first of which it is a copy; shorter where the rest are none.
    originals: Vec<Option<DocId>>,
}

impl Chronicle {
    /// Puts the events in order. The documents are those that the events' evidence counts by
    /// [`DocId`].
    pub fn new(gazetteer: Gazetteer, mut events: Vec<Event>, documents: Vec<Document>) -> Self {
        let key = |event: &Event| (event.range().is_none(), event.range());
        events.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.key.cmp(&b.key)));
        let dated = events.partition_point(|event| event.range().is_some());
        Self {
            gazetteer,
            events,
            dated,
            documents,
            originals: Vec::new(),
        }
    }

    /// The names behind the rows of its events.
    pub fn gazetteer(&self) -> Gazetteer {
        self.gazetteer
    }

    /// All events: the dated in order, then the undated.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Events with a date.
    pub fn dated(&self) -> &[Event] {
        self.events.get(..self.dated).unwrap_or_default()
    }

    /// Events without a date, which begin at the id of [`Chronicle::dated`]'s length.
    pub fn undated(&self) -> &[Event] {
        self.events.get(self.dated..).unwrap_or_default()
    }

    /// The event of an id of this chronicle.
    ///
    /// # Panics
    /// If the id is of another, longer chronicle.
    pub fn event(&self, id: EventId) -> &Event {
        &self.events[id.index()]
    }

    /// The event of an id, or `None` for an id of another chronicle.
    pub fn get(&self, id: EventId) -> Option<&Event> {
        self.events.get(id.index())
    }

    /// Every id in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = EventId> + use<> {
        (0..self.events.len() as u32).map(EventId)
    }

    /// The id of the event with this stable key. Looks at each event.
    pub fn by_key(&self, key: &str) -> Option<EventId> {
        let at = self
            .events
            .iter()
            .position(|event| event.key.as_str() == key)?;
        Some(EventId(at as u32))
    }

    /// The events whose first possible day lies in the range: a run of ids.
    pub fn beginning_in(&self, range: DateRange) -> Range<u32> {
        let first = |event: &Event| event.range().map(DateRange::first);
        let dated = self.dated();
        let from = dated.partition_point(|event| first(event) < Some(range.first()));
        let to = dated.partition_point(|event| first(event) <= Some(range.last()));
        from as u32..to as u32
    }

    /// From the first to the last day of all dated events, if there are any.
    pub fn span(&self) -> Option<DateRange> {
        let first = self.dated().first()?.range()?.first();
        let last = self
            .dated()
            .iter()
            .filter_map(Event::range)
            .map(DateRange::last)
            .max()?;
        DateRange::new(first, last)
    }

    /// All documents in the order of loading.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// A document by id, if it is one of this chronicle's.
    pub fn document(&self, id: DocId) -> Option<&Document> {
        self.documents.get(id.index())
    }
}
