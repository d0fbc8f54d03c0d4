//! One happening and what is said of it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::document::DocId;
use crate::gazetteer::Gazetteer;
use crate::record::{
    Confidence, CountryRow, Inferred, Kind, OfficeRow, OfficialRow, PlaceRow, Scope, SourceRow,
    Str, TopicRow,
};
use crate::text::Span;
use crate::time::{DateRange, Edtf};

/// Something that happened or was to happen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Stable over runs: a record's own id, or made of what an extracted event is.
    pub key: Str<'static>,
    /// When, as precise as the sources support; `None` if nothing tells.
    pub date: Option<Edtf>,
    /// What sort of happening.
    pub kind: Kind,
    /// Whether it happened.
    pub status: Status,
    /// One line: "Blinken meets Chung Eui-yong in Seoul".
    pub title: Str<'static>,
    /// A few sentences; may be empty.
    pub summary: Str<'static>,
    /// Whose happening it is, in the order of the source.
    pub countries: SmallVec<[CountryRow; 4]>,
    /// Who took part, in the order of the source.
    pub participants: Vec<Participant>,
    /// Where, in the order of the source.
    pub places: SmallVec<[PlaceRef; 1]>,
    /// About what.
    pub topics: Vec<TopicRow>,
    /// How sure we are of it.
    pub confidence: Confidence,
    /// What no source states outright, and what it was inferred from.
    pub inferred: Vec<Inferred<'static>>,
    /// Who says so; at least one.
    pub attestations: SmallVec<[Attestation; 1]>,
    /// Set where the event is that someone took an office.
    pub takes_office: Option<(OfficialRow, OfficeRow)>,
}

impl Event {
    /// First and last possible day, or `None` if the event has no date.
    pub fn range(&self) -> Option<DateRange> {
        self.date.map(|date| date.range())
    }
}

/// Whether an event happened, as its sources saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// It took place.
    Held,
    /// It was announced for a day to come.
    Planned,
    /// It was said that it might be.
    Possible,
    /// It was called off.
    Cancelled,
    /// It is told as background, of something earlier.
    PastReference,
}

impl Status {
    /// All of them, the firmest first.
    pub const ALL: [Self; 5] = [
        Self::Held,
        Self::PastReference,
        Self::Planned,
        Self::Possible,
        Self::Cancelled,
    ];

    /// As shown and exported.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Cancelled => "cancelled",
            Self::PastReference => "past-reference",
        }
    }
}

impl From<crate::record::Status> for Status {
    fn from(status: crate::record::Status) -> Self {
        match status {
            crate::record::Status::Held => Self::Held,
            crate::record::Status::Planned => Self::Planned,
            crate::record::Status::Possible => Self::Possible,
            crate::record::Status::Cancelled => Self::Cancelled,
        }
    }
}

/// One who took part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub who: Who,
    /// The role that the source gives, if it gives one.
    pub role: Option<Str<'static>>,
    /// Whom they acted for, where known.
    pub country: Option<CountryRow>,
}

impl Participant {
    /// The country they acted for, or else the one that they are an official of.
    pub fn state(&self, gazetteer: Gazetteer) -> Option<CountryRow> {
        self.country.or_else(|| match self.who {
            Who::Official(row) => Some(gazetteer.official(row).country),
            Who::Named(_) => None,
        })
    }
}

/// A person, known to the gazetteer or by name alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Who {
    /// An official of the gazetteer.
    Official(OfficialRow),
    /// A name that the gazetteer does not have.
    Named(Str<'static>),
}

/// A place, known to the gazetteer or by name alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PlaceRef {
    /// A place of the gazetteer.
    Known(PlaceRow),
    /// A name that the gazetteer does not have.
    Named(Str<'static>),
}

/// One source's word for an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attestation {
    /// Who says so.
    pub source: SourceRef,
    /// Where in the source; may be empty.
    pub locator: Str<'static>,
    /// The line of the file, where the source is a table and no better place is known.
    pub line: Option<u32>,
    /// A link to just that place.
    pub url: Option<Str<'static>>,
    /// The date that this source gives, where it differs from the event's.
    pub date: Option<Box<Edtf>>,
    /// How this source saw the event.
    pub status: Status,
    /// How much of the event the source supports.
    pub scope: Scope,
    /// A remark.
    pub note: Option<Str<'static>>,
    /// The words of the document, for what was read from one.
    pub evidence: Option<Box<Evidence>>,
}

impl Attestation {
    /// That a source tells the whole of an event, without its place or words.
    pub fn by(source: SourceRef, status: Status) -> Self {
        Self {
            source,
            locator: Str::default(),
            line: None,
            url: None,
            date: None,
            status,
            scope: Scope::Full,
            note: None,
            evidence: None,
        }
    }

    /// Where in the source, in words; may be empty.
    pub fn place(&self) -> Cow<'_, str> {
        match self.line {
            Some(line) if self.locator.is_empty() => format!("line {line}").into(),
            _ => self.locator.as_str().into(),
        }
    }
}

/// Who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SourceRef {
    /// A source of the record.
    Record(SourceRow),
    /// A document that was read.
    Document(DocId),
}

/// Where in a document an event is told, and why it was read so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The document.
    pub doc: DocId,
    /// The sentence.
    pub sentence: Span,
    /// The time expression that dates it, within the document.
    pub timex: Option<Span>,
    /// The word that tells the kind.
    pub trigger: Option<Span>,
    /// Those without names who take part, as the sentence calls them: "business leaders".
    pub group: Option<Str<'static>>,
    /// The name of the rule.
    pub rule: Str<'static>,
    /// What was concluded from what, one plain sentence each.
    pub because: Vec<String>,
}
