//! The rows of the built-in record, as the program reads them: resolved, checked, ready to use.
//!
//! A row refers to another by its place in the table ([`OfficialRow`] and so on), never by its
//! id, so that start needs no look-up. Text is borrowed from the blob in the binary. Rows are
//! sorted: events by (first day, last day, id), everything else by id. Dates are EDTF; the first
//! and last possible day stand beside them, as [`Date::ordinal`] counts.

use serde::{Deserialize, Serialize};

use super::kinds::{Confidence, Field, Kind, OfficeKind, Scope, Status};
use super::table::Table;
use super::text::Str;
use crate::time::{Date, DateRange, Edtf};

/// A row number in one table of the [`Names`].
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident => $table:ident: $row:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The row itself.
            pub fn of<'r, 'a>(self, names: &'r Names<'a>) -> &'r $row<'a> {
                &names.$table[self.0 as usize]
            }
        }
    )*};
}

rows! {
    /// A country, by its place in [`Names::countries`].
    CountryRow => countries: Country;
    /// A source, by its place in [`Names::sources`].
    SourceRow => sources: Source;
    /// A topic, by its place in [`Names::topics`].
    TopicRow => topics: Topic;
    /// An office, by its place in [`Names::offices`].
    OfficeRow => offices: Office;
    /// An official, by their place in [`Names::officials`].
    OfficialRow => officials: Official;
    /// A place, by its place in [`Names::places`].
    PlaceRow => places: Place;
}

/// The whole record: what `data/` holds, plus the events that follow from the tenures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record<'a> {
    /// Who and what the events speak of.
    pub names: Names<'a>,
    /// Events, by (first day, last day, id).
    pub events: Vec<Event<'a>>,
    /// The briefs of `data/documents`, by file name.
    pub documents: Vec<Brief<'a>>,
}

/// The tables that rows of events refer to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names<'a> {
    /// Countries and organisations, by code.
    pub countries: Table<'a, Country<'a>>,
    /// Where the facts come from, by id.
    pub sources: Table<'a, Source<'a>>,
    /// Topics, by id.
    pub topics: Vec<Topic<'a>>,
    /// Offices, by id.
    pub offices: Vec<Office<'a>>,
    /// Officials with their tenures, by id.
    pub officials: Table<'a, Official<'a>>,
    /// The officials who held an office that fills a band, by row.
    pub in_bands: Vec<OfficialRow>,
    /// Places, by id.
    pub places: Table<'a, Place<'a>>,
}

impl Names<'_> {
    /// Fills [`Names::in_bands`] with what the other tables say.
    #[must_use]
    pub fn with_bands(mut self) -> Self {
        let in_band = |tenure: &Tenure<'_>| tenure.office.of(&self).band.is_some();
        let rows = (0u32..).map(OfficialRow).zip(self.officials.iter());
        let holders = rows.filter(|(_, official)| official.tenures.iter().any(in_band));
        self.in_bands = holders.map(|(row, _)| row).collect();
        self
    }
}

/// A country or an organisation that acts like one.
#[derive(Clone, Debug, PartialEq)]
pub struct Country<'a> {
    /// ISO 3166 code of two letters, `EU`, `UN`, or a historical code that `data/README.md` lists.
    pub code: Str<'a>,
    /// The usual English name.
    pub name: Str<'a>,
    /// The official English name.
    pub official: Str<'a>,
    /// "Japanese", "South Korean".
    pub adjectives: Vec<Str<'a>>,
    /// Other names: "ROK", "S. Korea".
    pub aliases: Vec<Str<'a>>,
    /// Names in the country's own script.
    pub native: Vec<Str<'a>>,
    /// Places and houses that stand for its government: "Seoul", "Foggy Bottom".
    pub metonyms: Vec<Str<'a>>,
    /// South, north, west, east in degrees; `None` for organisations.
    pub bounds: Option<[f32; 4]>,
    /// Its capital.
    pub capital: Option<PlaceRow>,
}

/// A source and how far it reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Source<'a> {
    /// Stable id.
    pub id: Str<'a>,
    /// Its title.
    pub title: Str<'a>,
    /// Who publishes it.
    pub publisher: Str<'a>,
    /// Where it is, if on the web.
    pub url: Option<Str<'a>>,
    /// The terms it comes under.
    pub licence: Str<'a>,
    /// First date it covers (EDTF).
    pub first: Option<Str<'a>>,
    /// Last date it covers (EDTF).
    pub last: Option<Str<'a>>,
    /// What it covers, in a sentence.
    pub covers: Str<'a>,
    /// What it does not cover, in a sentence.
    pub does_not_cover: Str<'a>,
    /// True for the one source that is none: facts without a citation.
    pub uncited: bool,
}

/// A topic of events.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic<'a> {
    /// Stable id: "denuclearization".
    pub id: Str<'a>,
    /// As shown.
    pub name: Str<'a>,
    /// What else it is called.
    pub aliases: Vec<Str<'a>>,
}

/// An office.
#[derive(Clone, Debug, PartialEq)]
pub struct Office<'a> {
    /// Stable id: "us-secretary-of-state".
    pub id: Str<'a>,
    /// Whose office.
    pub country: CountryRow,
    /// As shown beside a name: "Secretary of State".
    pub title: Str<'a>,
    /// In full, for where no country stands beside it: "US Secretary of State".
    pub full: Str<'a>,
    /// How texts say it: "Foreign Minister", "FM".
    pub aliases: Vec<Str<'a>>,
    /// What sort of office.
    pub kind: OfficeKind,
    /// One holder at a time.
    pub single: bool,
    /// For ambassadors: the country they are sent to.
    pub post: Option<CountryRow>,
    /// The band of the timeline that this office fills.
    pub band: Option<Str<'a>>,
    /// Each tenure begins with an event of its own.
    pub takes_office: bool,
    /// How that event says so, where it is not "becomes": "presents credentials as".
    pub begins: Option<Str<'a>>,
}

/// A person who held office, or acted for a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Official<'a> {
    /// Stable id: "antony-blinken".
    pub id: Str<'a>,
    /// The one spelling used in this program, in the order its bearer uses abroad.
    pub name: Str<'a>,
    /// Family name, as within [`Self::name`].
    pub family: Str<'a>,
    /// Given name, as within [`Self::name`].
    pub given: Str<'a>,
    /// Names in the bearer's own scripts.
    pub native: Vec<Str<'a>>,
    /// Every other spelling, in either order.
    pub aliases: Vec<Str<'a>>,
    /// Whom they act for.
    pub country: CountryRow,
    /// Born (EDTF).
    pub born: Option<Str<'a>>,
    /// Died (EDTF).
    pub died: Option<Str<'a>>,
    /// Offices held, by first day.
    pub tenures: Vec<Tenure<'a>>,
}

/// A person in an office, from a day to a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Tenure<'a> {
    /// The office.
    pub office: OfficeRow,
    /// First day in office (EDTF), where known.
    pub from: Option<Str<'a>>,
    /// Last day in office (EDTF), `..` while it lasts, `None` where unknown.
    pub to: Option<Str<'a>>,
    /// First and last possible day. An unknown beginning or end is taken as far as the evidence
    /// of the other end goes: one day. `..` is the last day of the calendar.
    pub days: (i32, i32),
    /// Held for the time being, not in full.
    pub acting: bool,
    /// Who says so.
    pub source: SourceRow,
    /// Where in the source.
    pub locator: Str<'a>,
    /// How sure.
    pub confidence: Confidence,
    /// Why part of this is inferred, if it is.
    pub inferred: Option<Str<'a>>,
    /// A remark.
    pub note: Option<Str<'a>>,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place<'a> {
    /// Stable id: "seoul".
    pub id: Str<'a>,
    /// As shown.
    pub name: Str<'a>,
    /// Where it lies; `None` for the high seas.
    pub country: Option<CountryRow>,
    /// "capital", "naval base".
    pub kind: Str<'a>,
    /// Degrees north.
    pub lat: f32,
    /// Degrees east.
    pub lon: f32,
    /// Names in local scripts.
    pub native: Vec<Str<'a>>,
    /// Every other spelling.
    pub aliases: Vec<Str<'a>>,
    /// The larger place that it is part of.
    pub within: Option<PlaceRow>,
    /// Who gives the coordinates.
    pub source: SourceRow,
    /// Where in the source.
    pub locator: Str<'a>,
}

/// A happening.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<'a> {
    /// Stable id: "2021-03-16-us-jp-2plus2".
    pub id: Str<'a>,
    /// When, on the calendar of the place (EDTF level 1).
    pub date: Str<'a>,
    /// First and last possible day.
    pub days: (i32, i32),
    /// What sort of happening.
    pub kind: Kind,
    /// Whether it happened.
    pub status: Status,
    /// At most 90 characters.
    pub title: Str<'a>,
    /// At most three sentences; may be empty.
    pub summary: Str<'a>,
    /// Parties, in the order of the row.
    pub countries: Vec<CountryRow>,
    /// Who took part, in the order of the row.
    pub participants: Vec<Participant<'a>>,
    /// Where, in the order of the row.
    pub places: Vec<PlaceRow>,
    /// About what.
    pub topics: Vec<TopicRow>,
    /// How sure.
    pub confidence: Confidence,
    /// Which fields are inferred, and from what.
    pub inferred: Vec<Inferred<'a>>,
    /// Who says so; at least one.
    pub attestations: Vec<Attestation<'a>>,
    /// For an event that follows from a tenure: who took which office.
    pub takes_office: Option<(OfficialRow, OfficeRow)>,
}

/// One who took part.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant<'a> {
    /// The official, where the record has an entry.
    pub official: Option<OfficialRow>,
    /// The name, where it has none; empty otherwise.
    pub name: Str<'a>,
    /// The role that the source gives; without one the tenures say it.
    pub role: Option<Str<'a>>,
    /// Whom they act for; for an official, the official's own country.
    pub country: Option<CountryRow>,
}

/// A field of an event that no source states outright.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inferred<'a> {
    /// The field.
    pub field: Field,
    /// What it was inferred from: "by term of office".
    pub from: Str<'a>,
}

/// One source's word for an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Attestation<'a> {
    /// The source.
    pub source: SourceRow,
    /// Where in the source.
    pub locator: Str<'a>,
    /// A link to just that place.
    pub url: Option<Str<'a>>,
    /// The date this source gives (EDTF), where it differs.
    pub date: Option<Str<'a>>,
    /// A remark.
    pub note: Option<Str<'a>>,
    /// How much of the event it supports.
    pub scope: Scope,
}

/// A brief of `data/documents`, with its front matter, as a reader of files would find it.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief<'a> {
    /// File name: "2021-03-10-blinken-austin-trip.md".
    pub file: Str<'a>,
    /// The whole file.
    pub text: Str<'a>,
}

impl Event<'_> {
    /// First and last possible day.
    pub fn range(&self) -> DateRange {
        range(self.days)
    }

    /// When, as precise as it is known.
    pub fn edtf(&self) -> Edtf {
        self.date
            .parse()
            .unwrap_or_else(|_| Edtf::days(self.range()))
    }

    /// True when nothing but the compiler's word stands behind the event.
    pub fn unsourced(&self, names: &Names<'_>) -> bool {
        self.attestations.iter().all(|a| a.source.of(names).uncited)
    }
}

impl Tenure<'_> {
    /// First and last possible day in office; see [`Self::days`].
    pub fn range(&self) -> DateRange {
        range(self.days)
    }
}

impl<'a> Official<'a> {
    /// The offices held on any of these days, in the order of [`Self::tenures`].
    pub fn offices(&self, on: DateRange) -> impl Iterator<Item = &Tenure<'a>> {
        self.tenures.iter().filter(move |t| t.range().overlaps(on))
    }
}

/// Day numbers as days. Numbers beyond the calendar cannot come from `data/`.
fn range((first, last): (i32, i32)) -> DateRange {
    let day = |n, or| Date::from_ordinal(n).unwrap_or(or);
    DateRange::spanning(day(first, Date::MIN), day(last, Date::MAX))
}
