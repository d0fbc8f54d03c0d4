//! What the screen shows: one chronicle with what is worked out from it once.

use std::sync::{Arc, OnceLock};

use crate::chronicle::{Chronicle, Event, EventId, Kind, Status};
use crate::gazetteer::Band;
use crate::time::{Date, DateRange};

/// A chronicle, its bands, and how it was loaded.
#[derive(Debug, Clone)]
pub struct Library {
    /// All events.
    pub chronicle: Arc<Chronicle>,
    /// How much each event weighs, and its kind, by id, worked out when first asked.
    weights: OnceLock<Vec<(u8, Kind)>>,
    /// Who was in power when.
    pub bands: Vec<Band>,
    /// What became of each file.
    pub report: Report,
    /// Every event in the order of its key; made when it is first asked for.
    keys: OnceLock<Vec<EventId>>,
}

/// What became of the files that were to be loaded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Every file, in the order of loading.
    pub files: Vec<FileLine>,
    /// Whether the user ended the load before its end.
    pub stopped: bool,
}

/// One file of a [`Report`]. All strings are clean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// Its path, as shown.
    pub path: String,
    /// What became of it.
    pub state: FileState,
    /// Events read from it.
    pub events: usize,
    /// Why, where there is a reason to give.
    pub reason: String,
}

/// What became of a file: exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileState {
    /// Events were read from it.
    Events,
    /// It was read, and tells no date.
    Undated,
    /// It was left out on purpose.
    Skipped,
    /// It could not be read.
    Trouble,
}

impl FileState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Events, Self::Undated, Self::Skipped, Self::Trouble];

    /// As shown.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Undated => "undated",
            Self::Skipped => "skipped",
            Self::Trouble => "trouble",
        }
    }
}

impl Report {
    /// How many files ended in a state.
    pub fn count(&self, state: FileState) -> usize {
        self.files.iter().filter(|file| file.state == state).count()
    }
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

/// See [`Library::weight`].
fn weight(event: &Event) -> u8 {
    if !matches!(event.status, Status::Held | Status::PastReference) {
        return 0;
    }
    let standing: u8 = match event.kind {
        Kind::Summit => 6,
        Kind::TwoPlusTwo | Kind::Agreement => 4,
        Kind::Meeting | Kind::Visit | Kind::Conference => 3,
        Kind::Exercise | Kind::Test | Kind::Talks | Kind::Call => 2,
        Kind::Statement | Kind::Announcement | Kind::Other => 1,
    };
    // Each source beyond the first counts as much as a step from a call to a meeting.
    let told = u8::try_from(event.attestations.len()).unwrap_or(u8::MAX);
    told.saturating_sub(1).saturating_add(standing)
}

impl Library {
    /// Works out what the screen needs.
    pub fn new(chronicle: Arc<Chronicle>, report: Report) -> Self {
        let mut bands = chronicle.gazetteer().bands();
        bands.sort_by_key(|band| order_of(&chronicle, band));
        Self {
            weights: OnceLock::new(),
            chronicle,
            bands,
            report,
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

    /// How much an event weighs where one must stand for many: the more tell it and the higher
    /// those who took part, the more. What was called off or only planned weighs least.
    pub fn weight(&self, id: EventId) -> u8 {
        self.weights()
            .get(id.index())
            .map_or(0, |(weight, _)| *weight)
    }

    /// What kind of event it is, without a look at the event itself.
    pub fn kind(&self, id: EventId) -> Option<Kind> {
        Some(self.weights().get(id.index())?.1)
    }

    fn weights(&self) -> &[(u8, Kind)] {
        let all = || self.chronicle.events();
        self.weights
            .get_or_init(|| all().map(|event| (weight(&event), event.kind)).collect())
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
