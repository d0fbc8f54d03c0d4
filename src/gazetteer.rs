//! Which official, which place, which office on which day?
//!
//! The [`Gazetteer`] looks names up in the record and tells roles by date: "the Foreign Minister" is
//! a person only on a day. It owns nothing; the record is part of the program.

mod lookup;
mod matcher;
mod mention;
mod normal;
mod roles;
mod roster;
mod spellings;

use crate::record::{Country, CountryRow, Names, Office, OfficeRow, Official, OfficialRow};
use crate::record::{Place, PlaceRow, Source, SourceRow, Tenure, Topic, TopicRow};

pub use matcher::Matcher;
pub use mention::{CountryForm, Meaning, Mention};
pub use roles::{Band, Term};
pub use roster::Roster;

/// The names that we know.
#[derive(Debug, Clone, Copy)]
pub struct Gazetteer {
    names: &'static Names<'static>,
}

impl Gazetteer {
    /// A gazetteer over the tables of a record.
    pub fn new(names: &'static Names<'static>) -> Self {
        Self { names }
    }

    /// The tables behind it.
    pub fn names(self) -> &'static Names<'static> {
        self.names
    }

    /// An official by row.
    pub fn official(self, row: OfficialRow) -> &'static Official<'static> {
        row.of(self.names)
    }

    /// An office by row.
    pub fn office(self, row: OfficeRow) -> &'static Office<'static> {
        row.of(self.names)
    }

    /// A place by row.
    pub fn place(self, row: PlaceRow) -> &'static Place<'static> {
        row.of(self.names)
    }

    /// A country by row.
    pub fn country(self, row: CountryRow) -> &'static Country<'static> {
        row.of(self.names)
    }

    /// A topic by row.
    pub fn topic(self, row: TopicRow) -> &'static Topic<'static> {
        row.of(self.names)
    }

    /// A source by row.
    pub fn source(self, row: SourceRow) -> &'static Source<'static> {
        row.of(self.names)
    }

    /// All officials with their rows, by id.
    pub fn officials(self) -> impl Iterator<Item = (OfficialRow, &'static Official<'static>)> {
        (0u32..).map(OfficialRow).zip(self.names.officials.iter())
    }

    /// All places with their rows, by id.
    pub fn places(self) -> impl Iterator<Item = (PlaceRow, &'static Place<'static>)> {
        (0u32..).map(PlaceRow).zip(self.names.places.iter())
    }

    /// All countries with their rows, by code.
    pub fn countries(self) -> impl Iterator<Item = (CountryRow, &'static Country<'static>)> {
        (0u32..).map(CountryRow).zip(self.names.countries.iter())
    }

    /// All offices with their rows, by id.
    pub fn offices(self) -> impl Iterator<Item = (OfficeRow, &'static Office<'static>)> {
        (0u32..).map(OfficeRow).zip(&self.names.offices)
    }

    /// The official with this stable id.
    pub fn official_by_id(self, id: &str) -> Option<OfficialRow> {
        let at = self.names.officials.find(|row| row.id.as_str().cmp(id))?;
        Some(OfficialRow(at as u32))
    }

    /// The place with this stable id.
    pub fn place_by_id(self, id: &str) -> Option<PlaceRow> {
        let at = self.names.places.find(|row| row.id.as_str().cmp(id))?;
        Some(PlaceRow(at as u32))
    }

    /// The country with this code.
    pub fn country_by_code(self, code: &str) -> Option<CountryRow> {
        let at = self
            .names
            .countries
            .find(|row| row.code.as_str().cmp(code))?;
        Some(CountryRow(at as u32))
    }

    /// Every tenure of every official: the official and the tenure, by official, then first day.
    pub fn tenures(self) -> impl Iterator<Item = (OfficialRow, &'static Tenure<'static>)> {
        self.officials()
            .flat_map(|(row, official)| official.tenures.iter().map(move |t| (row, t)))
    }
}
