//! What happened, in what order, and who says so?
//!
//! A [`Chronicle`] is all events in the order they happened, with the documents that tell them.
//! It is made once by `compile` and never changed.

mod copies;
mod event;
mod history;
mod names;
mod ontology;
mod packed;
mod person;
mod store;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::document::{DocId, Document, DocumentRef, Documents};
use crate::gazetteer::Gazetteer;
use crate::time::{Date, DateRange};

pub use crate::record::{
    Confidence, CountryRow, Inferred, Kind, OfficeRow, OfficialRow, PlaceRow, Scope, SourceRow,
    Str, TopicRow,
};
pub use event::{Attestation, Event, Evidence, Participant, PlaceRef, SourceRef, Status, Who};
pub use ontology::Codes;
pub use packed::{Packed, Rows};
pub use person::Person;

use store::Store;

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
    events: Store,
    dated: usize,
    documents: Arc<Documents>,
    /// For each document the first of which it is a copy; shorter where the rest are none.
    originals: Vec<Option<DocId>>,
}

impl Chronicle {
    /// Puts the events in order. The documents are those that the events' evidence counts by
    /// [`DocId`].
    pub fn new(gazetteer: Gazetteer, events: Vec<Event>, documents: Vec<Document>) -> Self {
        let documents = documents.into_iter().collect();
        Self::of(gazetteer, Store::made(events), documents)
    }

    /// The same of packed events: each is made when somebody looks at it.
    pub fn of_packed(gazetteer: Gazetteer, events: Packed, documents: Documents) -> Self {
        Self::of(gazetteer, Store::packed(events), documents)
    }

    /// The chronicle of rows, which are in order.
    pub fn of_rows(gazetteer: Gazetteer, rows: &'static dyn Rows) -> Self {
        let events = Store::in_order(Packed::of_rows(rows));
        Self::of(gazetteer, (events, rows.count()), Documents::default())
    }

    fn of(gazetteer: Gazetteer, (events, dated): (Store, usize), documents: Documents) -> Self {
        Self {
            gazetteer,
            events,
            dated,
            documents: Arc::new(documents),
            originals: Vec::new(),
        }
    }

    /// The same documents with other events in the place of some.
    #[must_use]
    pub fn with(&self, changes: BTreeMap<EventId, Vec<Event>>) -> Self {
        Self {
            documents: Arc::clone(&self.documents),
            originals: self.originals.clone(),
            ..Self::of(
                self.gazetteer,
                self.events.with(changes),
                Documents::default(),
            )
        }
    }

    /// The names behind the rows of its events.
    pub fn gazetteer(&self) -> Gazetteer {
        self.gazetteer
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many events have a date: those of the ids below.
    pub fn dated(&self) -> usize {
        self.dated
    }

    /// All events, made for the occasion: the dated in order, then the undated.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = Cow<'_, Event>> {
        self.run(0..self.len())
    }

    /// The events of a run of ids, made for the occasion, in order; ids beyond the last are left
    /// out.
    pub fn run(&self, ids: Range<usize>) -> impl DoubleEndedIterator<Item = Cow<'_, Event>> {
        (ids.start..ids.end.min(self.len())).filter_map(|at| self.events.look(at))
    }

    /// The event of an id of this chronicle, which it keeps from then on: for what is shown.
    ///
    /// # Panics
    /// If the id is of another, longer chronicle.
    pub fn event(&self, id: EventId) -> &Event {
        self.get(id).expect("an id of this chronicle")
    }

    /// The event of an id, or `None` for an id of another chronicle. It is kept.
    pub fn get(&self, id: EventId) -> Option<&Event> {
        self.events.get(id.index())
    }

    /// The event of an id of this chronicle, made for the occasion: for who looks at many.
    ///
    /// # Panics
    /// If the id is of another, longer chronicle.
    pub fn look(&self, id: EventId) -> Cow<'_, Event> {
        let event = self.events.look(id.index());
        event.expect("an id of this chronicle")
    }

    /// The stable key of an event, empty for an id of another chronicle. Makes no event.
    pub fn key(&self, id: EventId) -> &str {
        self.events.key(id.index()).unwrap_or_default()
    }

    /// The kind of an event. Makes none but of the record's.
    ///
    /// # Panics
    /// If the id is of another, longer chronicle.
    pub fn kind(&self, id: EventId) -> Kind {
        self.sort_of(id).0
    }

    /// Whether an event happened. Makes none but of the record's.
    ///
    /// # Panics
    /// If the id is of another, longer chronicle.
    pub fn status(&self, id: EventId) -> Status {
        self.sort_of(id).1
    }

    fn sort_of(&self, id: EventId) -> (Kind, Status) {
        let found = self.events.sort_of(id.index());
        found.expect("an id of this chronicle")
    }

    /// First and last possible day of an event, or `None` if it has no date. Makes no event.
    pub fn range(&self, id: EventId) -> Option<DateRange> {
        self.events.range(id.index())
    }

    /// The ranges of the dated events, in order. Makes no event.
    pub fn ranges(&self) -> impl DoubleEndedIterator<Item = DateRange> {
        (0..self.dated).filter_map(|at| self.events.range(at))
    }

    /// Every id in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = EventId> + use<> {
        (0..self.len() as u32).map(EventId)
    }

    /// The id of the event with this stable key. Looks at the key of each event.
    pub fn by_key(&self, key: &str) -> Option<EventId> {
        self.ids().find(|id| self.key(*id) == key)
    }

    /// The events whose first possible day lies in the range: a run of ids.
    pub fn beginning_in(&self, range: DateRange) -> Range<u32> {
        self.first_from(range.first())..self.first_from(range.last().plus_days(1))
    }

    /// The first id whose first possible day is that one or later; the number of dated events if
    /// there is none.
    pub fn first_from(&self, day: Date) -> u32 {
        let (mut low, mut high) = (0, self.dated);
        while low < high {
            let middle = low.midpoint(high);
            let range = self.events.range(middle);
            if range.is_some_and(|range| range.first() < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low as u32
    }

    /// From the first to the last day of all dated events, if there are any.
    pub fn span(&self) -> Option<DateRange> {
        let first = self.ranges().next()?.first();
        let last = self.ranges().map(DateRange::last).max()?;
        DateRange::new(first, last)
    }

    /// All documents in the order of loading.
    pub fn documents(&self) -> &Documents {
        &self.documents
    }

    /// A document by id, if it is one of this chronicle's.
    pub fn document(&self, id: DocId) -> Option<DocumentRef<'_>> {
        self.documents.get(id)
    }
}
