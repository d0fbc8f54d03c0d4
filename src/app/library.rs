//! What the screen shows: one chronicle with what is worked out from it once.

use std::sync::{Arc, OnceLock};

use super::occurrences::Occurrences;
pub use super::report::{FileLine, FileState, Report};
use crate::chronicle::{Chronicle, EventId};
use crate::document::DocId;
use crate::gazetteer::Band;
use crate::notes::Notes;
use crate::record::{OfficialRow, PlaceRow};
use crate::search::Kept;
use crate::time::{Date, DateRange};

/// A chronicle, its bands, and how it was loaded.
#[derive(Debug, Clone)]
pub struct Library {
    /// All events.
    pub chronicle: Arc<Chronicle>,
    /// Where everybody and everything occurs; found when it is first asked for.
    occurrences: OnceLock<Occurrences>,
    /// Who was in power when.
    pub bands: Vec<Band>,
    /// What became of each file.
    pub report: Arc<Report>,
    /// Every event in the order of its key; made when it is first asked for.
    keys: OnceLock<Vec<EventId>>,
}

/// The three whose diplomacy this is come first.
fn order_of(chronicle: &Chronicle, band: &Band) -> usize {
    let gazetteer = chronicle.gazetteer();
    let code = band.terms.first().map(|term| {
        gazetteer
            .country(gazetteer.official(term.official).country)
            .code
            .as_str()
    });
    ["US", "KR", "JP"]
        .iter()
        .position(|known| Some(*known) == code)
        .unwrap_or(usize::MAX)
}

impl Library {
    /// Works out what the screen needs.
    pub fn new(chronicle: Arc<Chronicle>, report: impl Into<Arc<Report>>) -> Self {
        let mut bands = chronicle.gazetteer().bands();
        bands.sort_by_key(|band| order_of(&chronicle, band));
        Self {
            occurrences: OnceLock::new(),
            chronicle,
            bands,
            report: report.into(),
            keys: OnceLock::new(),
        }
    }

    /// The same with the order of keys made already.
    #[must_use]
    pub fn with_keys(self) -> Self {
        self.keys();
        self
    }

    fn keys(&self) -> &[EventId] {
        self.keys.get_or_init(|| {
            let mut ids: Vec<EventId> = self.chronicle.ids().collect();
            ids.sort_by_key(|id| self.chronicle.key(*id));
            ids
        })
    }

    /// The event with this stable key.
    pub fn by_key(&self, key: &str) -> Option<EventId> {
        let keys = self.keys();
        let at = keys.partition_point(|id| self.chronicle.key(*id) < key);
        let id = *keys.get(at)?;
        (self.chronicle.key(id) == key).then_some(id)
    }

    /// What the user keeps about its events, for searches.
    pub fn kept(&self, notes: &Notes) -> Kept {
        let mut kept = Kept::default();
        for (key, of) in notes.iter() {
            let Some(id) = self.by_key(key) else {
                continue;
            };
            let tags = of.tags.iter().map(String::as_str);
            kept.add(id, of.marked, &of.note, tags);
        }
        kept
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.chronicle.len()
    }

    /// Whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The days of an event, if it has a date.
    pub fn days(&self, id: EventId) -> Option<DateRange> {
        self.chronicle.range(id)
    }

    /// The first day of an event, if it has a date.
    pub fn first_day(&self, id: EventId) -> Option<Date> {
        self.days(id).map(DateRange::first)
    }

    /// How much an event weighs where one must stand for many: by its kind, and the more tell it
    /// the more. What was called off or only planned weighs nothing.
    pub fn weight(&self, id: EventId) -> u8 {
        self.occurrences().weight(id)
    }

    /// The events in which an official takes part, in order.
    pub fn of_official(&self, row: OfficialRow) -> &[EventId] {
        self.occurrences().of_official(row)
    }

    /// The events at a place, in order.
    pub fn of_place(&self, row: PlaceRow) -> &[EventId] {
        self.occurrences().of_place(row)
    }

    /// The events that a document tells, in order.
    pub fn of_document(&self, doc: DocId) -> &[EventId] {
        self.occurrences().of_document(doc)
    }

    /// Finds where everybody and everything occurs, so that no key has to wait for it.
    pub fn look_through(&self) {
        self.occurrences();
    }

    fn occurrences(&self) -> &Occurrences {
        self.occurrences
            .get_or_init(|| Occurrences::of(&self.chronicle))
    }

    /// The number of dated events, whose ids come first.
    pub fn dated(&self) -> usize {
        self.chronicle.dated()
    }

    /// The first id whose event begins on that day or later; the number of dated events if none.
    pub fn from_day(&self, day: Date) -> usize {
        self.chronicle.first_from(day) as usize
    }

    /// The years of the first and the last event.
    pub fn years(&self) -> Option<(i32, i32)> {
        let mut ranges = self.chronicle.ranges();
        let first = ranges.next()?.first().year();
        let last = ranges.next_back().map_or(first, |last| last.first().year());
        Some((first, last))
    }

    /// The years that are worth room on an axis: where one event in fifty is spread over more than
    /// a quarter of all years at the beginning, those years are left out.
    pub fn main_years(&self) -> Option<(i32, i32)> {
        let (first, last) = self.years()?;
        let main = EventId(self.dated() as u32 / 50);
        let main = self.first_day(main)?.year();
        let main = main - main.rem_euclid(5);
        Some((
            if (main - first) * 4 > last - first {
                main
            } else {
                first
            },
            last,
        ))
    }
}
